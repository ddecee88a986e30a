// group: people
// question: Whom did someone meet before a day and not since?
// param: entity entity(Person|Country|Organisation) - who
// param: since date-from - the day from which on no meeting is reported, with or without a date
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" since=2024-10
// ask: who has {entity} not met since {since}
// ask: whom has {entity} no longer met since {since}
// ask: who did {entity} meet before {since} but not afterwards
// ask: who did {entity} meet before {since} and never again
// ask: who has {entity} not talked to since {since}
// ask: people {entity} stopped meeting after {since}
// ask: which contacts has {entity} lost since {since}
// ask: who has not met {entity} again since {since}
// ask: contacts of {entity} that lapsed after {since}
// ask: whom did {entity} use to meet until {since}
// ask: who has {entity} not seen since {since}
// ask: earlier contacts of {entity} without a meeting since {since}
// ask: no meetings with {entity} since {since}
// ask: who has {entity} fallen out of touch with since {since}
// ask: which people has {entity} not met since {since}
// ask: {entity} has not met whom since {since}
// ask: people not met by {entity} since {since}
// ask: who has not been seen with {entity} since {since}
// ask: who did {entity} last meet before {since}
// ask: old contacts {entity} has not met after {since}
// ask: with whom has {entity} had no talks since {since}
// ask: who did {entity} meet before but not since {since}
// ask: whom did {entity} never meet again after {since}
// ask: who has stopped meeting {entity} since {since}
// ask: former interlocutors of {entity} not met since {since}
// ask: who has {entity} not met after {since}
// ask: who hasn't {entity} met since {since}
// ask: whom hasn't {entity} seen since {since}
// ask: who didn't {entity} meet after {since}
// ask: who has not met {entity} since {since}
// ask: people whom {entity} did not meet again after {since}
// ask: who did {entity} meet until {since} but not since
// ask: contacts that {entity} has neglected since {since}
// ask: who has disappeared from {entity}'s meetings since {since}
// ask: who vanished from {entity}'s calendar after {since}
// column: met text - whom
// column: met_id entity - whom, as an id
// column: last date - the last meeting before, as stated
// column: meetings int - meetings before on different days; those without a date are not counted
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
