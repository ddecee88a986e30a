// group: people
// question: Where does someone travel to?
// param: entity entity(Person|Organisation) - who
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" since=2024-09-10
// ask: where did {entity} travel
// ask: where does {entity} travel to
// ask: visits by {entity}
// ask: trips of {entity}
// ask: {entity}'s visits
// ask: {entity}'s trips
// ask: which countries did {entity} visit
// ask: where has {entity} been
// ask: where did {entity} go
// ask: what places has {entity} visited
// ask: travels of {entity}
// ask: journeys made by {entity}
// ask: whom did {entity} visit
// ask: where did {entity} fly
// ask: what did {entity} visit
// ask: countries visited by {entity}
// ask: to which places did {entity} go
// ask: list of {entity}'s foreign travels
// ask: destinations of {entity}
// ask: has {entity} visited any country
// ask: which places has {entity} been to
// ask: trips made by {entity}
// ask: where has {entity} travelled
// ask: where was {entity}
// ask: where has {entity} been travelling
// ask: where did {entity} pay a visit
// ask: list {entity}'s visits
// ask: visits made by {entity}
// ask: visits of {entity}
// ask: official visits of {entity}
// ask: travel of {entity}
// ask: {entity} trips
// ask: which cities did {entity} go to
// ask: which country has {entity} travelled to
// ask: travel itinerary of {entity}
// ask: foreign visits of {entity}
// ask: did {entity} go anywhere
// ask: where did {entity} stay
// ask: countries {entity} has been to
// ask: which destinations did {entity} visit
// ask: what trips did {entity} make
// ask: which trips has {entity} made
// ask: countries {entity} went to
// ask: has {entity} been abroad
// ask: cities {entity} visited
// ask: what visits did {entity} pay
// ask: where in the world has {entity} been
// ask: where was {entity} on {since}
// ask: planned visits of {entity}
// ask: upcoming visits of {entity}
// ask: visits that {entity} plans
// column: date date - when, as stated
// column: status text - held or planned
// column: destination text - where to
// column: destination_id entity - the same, as an id
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact:VISITS]->(destination:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, destination.name AS destination,
  destination.id AS destination_id, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), destination, fact.key
LIMIT $limit
