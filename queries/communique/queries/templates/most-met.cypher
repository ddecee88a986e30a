// group: people
// question: With whom did someone meet most often?
// param: entity entity(Person|Country|Organisation) - whose meetings
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" limit=3
// column: met text - whom
// column: met_id entity - whom, as an id
// column: meetings int - meetings on different days or occasions
// column: held int - those reported as held
// column: planned int - those announced only
// column: first date - earliest day that is stated
// column: last date - latest day that is stated
// column: quote quote - the words that tell of the latest
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact:MEETS]-(met:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
WITH met, fact, coalesce(fact.date, fact.event, '') AS occasion, fact.status = 'planned' AS announced
ORDER BY coalesce(fact.date_from, ''), fact.key
WITH met, collect(fact) AS facts, collect(fact.key) AS keys,
  count(DISTINCT occasion) AS meetings,
  count(DISTINCT CASE WHEN announced THEN null ELSE occasion END) AS held,
  min(fact.date_from) AS first, max(fact.date_to) AS last_day
WITH met, meetings, held, first, last_day, keys, last(facts) AS fact
ORDER BY meetings DESC, coalesce(last_day, '') DESC, met.name, met.id
LIMIT $limit
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN met.name AS met, met.id AS met_id, meetings, held, meetings - held AS planned, first,
  last_day AS last, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published, keys
ORDER BY meetings DESC, coalesce(last, '') DESC, met, met_id
