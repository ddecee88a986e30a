// group: people
// question: Whom did someone meet before a day and not since?
// param: entity entity(Person|Country|Organisation) - who
// param: since date-from - the day from which on no meeting is reported, with or without a date
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" since=2024-10
// column: met text - whom
// column: met_id entity - whom, as an id
// column: last date - the last meeting before, as stated
// column: meetings int - meetings before on different days
// column: planned date - the next meeting that is announced for later
// column: quote quote - the words that tell of the last meeting
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (who:Entity {id: $entity})-[fact:MEETS]-(met:Entity)
WHERE fact.date_to < $since AND coalesce(fact.status, 'held') <> 'planned'
WITH who, met, fact ORDER BY fact.date_to, fact.date_from, fact.key
WITH who, met, collect(fact) AS facts, collect(fact.key) AS keys,
  count(DISTINCT fact.date) AS meetings
WHERE NOT EXISTS {
  MATCH (who)-[later:MEETS]-(met)
  WHERE coalesce(later.date_to, later.stated_to) >= $since
    AND coalesce(later.status, 'held') <> 'planned'
}
CALL {
  WITH who, met OPTIONAL MATCH (who)-[plan:MEETS {status: 'planned'}]-(met)
  WHERE plan.date_to >= $since
  RETURN min(plan.date) AS planned
}
WITH met, keys, meetings, planned, last(facts) AS fact
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN met.name AS met, met.id AS met_id, fact.date AS last, meetings, planned,
  fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published, keys
ORDER BY last DESC, met, met_id
LIMIT $limit
