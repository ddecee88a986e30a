// group: countries
// question: Which events and operations does a country or an organisation host or organise?
// param: entity entity(Country|Organisation|Person) - who hosts
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity=Romania
// ask: what events does {entity} host
// ask: which events did {entity} organise
// ask: which conferences were hosted by {entity}
// ask: events organised by {entity}
// ask: events hosted by {entity}
// ask: what has {entity} hosted
// ask: what does {entity} organise
// ask: list the summits {entity} hosts
// ask: which meetings did {entity} convene
// ask: host events {entity}
// ask: what was {entity} the host of
// ask: what did {entity} arrange
// ask: of what events is {entity} the organiser
// ask: did {entity} host anything
// ask: what was held by {entity}
// ask: events {entity} organised
// ask: which events has {entity} hosted
// ask: what conferences has {entity} organised
// ask: which summits were organised by {entity}
// ask: events put on by {entity}
// ask: events that {entity} hosted
// ask: conferences hosted or organised by {entity}
// ask: gatherings {entity} was host of
// ask: {entity} as host
// ask: {entity} as organiser
// ask: which event is {entity} hosting
// ask: what events were staged by {entity}
// ask: gatherings put together by {entity}
// column: date date - when, as stated
// column: relation text - HOSTS or ORGANISES
// column: hosted text - what is hosted or organised
// column: hosted_id entity - the same, as an id
// column: kind text - Event or Operation
// column: places list - where it is held
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact:HOSTS|ORGANISES]->(hosted:Entity)
WHERE hosted:Event OR hosted:Operation
CALL {
  WITH hosted OPTIONAL MATCH (hosted)-[held:HELD_IN]->(place:Entity)
  WITH place, min(held.date) AS held, min(held.date_from) AS first, max(held.date_to) AS last
  ORDER BY place.name
  RETURN collect(DISTINCT place.name) AS places, min(held) AS held, min(first) AS first,
    max(last) AS last
}
WITH hosted, fact, places, coalesce(fact.date, held) AS date,
  coalesce(fact.date_from, first) AS first, coalesce(fact.date_to, last) AS last
WHERE ($since IS NULL OR last >= $since) AND ($until IS NULL OR first <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN date, type(fact) AS relation, hosted.name AS hosted, hosted.id AS hosted_id,
  CASE WHEN hosted:Event THEN 'Event' ELSE 'Operation' END AS kind, places,
  fact.support AS support, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published, [fact.key] AS keys
ORDER BY coalesce(first, '9999-12-31'), hosted, hosted_id, relation, fact.key
LIMIT $limit
