// group: countries
// question: Who visits a country, a place in it, or an organisation?
// param: entity entity(Country|Place|Organisation) - where to
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity=Moldova
// ask: who visited {entity}
// ask: who travelled to {entity}
// ask: visits to {entity}
// ask: visitors to {entity}
// ask: who came to {entity}
// ask: who has been to {entity}
// ask: trips to {entity}
// ask: which officials visited {entity}
// ask: visitors of {entity}
// ask: by whom was {entity} visited
// ask: guests of {entity}
// ask: who went to {entity}
// ask: who paid a visit to {entity}
// ask: foreign visitors in {entity}
// ask: official visits to {entity}
// ask: who arrived in {entity}
// ask: list everybody who stayed in {entity}
// ask: was {entity} visited by anyone
// ask: has anybody been to {entity}
// ask: who was in {entity}
// ask: who has visited {entity}
// ask: which people travelled to {entity}
// ask: which ministers went to {entity}
// ask: who came to visit {entity}
// ask: {entity} visitors
// ask: {entity}'s guests
// ask: official visitors to {entity}
// ask: arrivals in {entity}
// ask: people who visited {entity}
// ask: visits in {entity}
// ask: foreign guests of {entity}
// ask: which delegations came to {entity}
// ask: who has come to {entity}
// ask: list visits to {entity}
// ask: who called at {entity}
// ask: who has travelled to {entity}
// ask: who has been in {entity}
// ask: has anyone visited {entity}
// ask: who has {entity} had as guests
// ask: which guests did {entity} have
// ask: was anybody in {entity}
// ask: who called on {entity}
// ask: who turned up in {entity}
// ask: visits received by {entity}
// ask: who travelled to {entity} in {since}
// ask: who has been a guest of {entity}
// ask: who dropped by in {entity}
// column: date date - when, as stated
// column: status text - held or planned
// column: visitor text - who
// column: visitor_id entity - who, as an id
// column: destination text - where exactly
// column: destination_id entity - the same, as an id
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (visitor:Entity)-[fact:VISITS]->(destination:Entity)
WHERE (destination.id = $entity
    OR EXISTS { MATCH (destination)-[:LOCATED_IN]->(:Entity {id: $entity}) })
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, visitor.name AS visitor, visitor.id AS visitor_id,
  destination.name AS destination, destination.id AS destination_id, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), visitor, destination, fact.key
LIMIT $limit
