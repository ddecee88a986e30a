// group: people
// question: With whom did someone meet most often?
// param: entity entity(Person|Country|Organisation) - whose meetings
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" limit=3
// ask: with whom did {entity} meet most often
// ask: who has {entity} met the most
// ask: who does {entity} meet most frequently
// ask: most frequent contacts of {entity}
// ask: top {limit} people {entity} met
// ask: who are the {limit} people {entity} met most
// ask: whom did {entity} meet more than once
// ask: {entity}'s most frequent interlocutors
// ask: people {entity} meets regularly
// ask: how often has {entity} met each person
// ask: who meets {entity} most often
// ask: rank the people {entity} has talked to by number of meetings
// ask: who is met most by {entity}
// ask: which official had the most meetings with {entity}
// ask: who did {entity} see the most
// ask: {entity}'s favourite interlocutors
// ask: who meets most with {entity}
// ask: closest contacts of {entity} by meetings
// ask: {entity}'s most frequent meeting partners
// ask: whom does {entity} meet most
// ask: with which people does {entity} talk most frequently
// ask: top meeting partners of {entity}
// ask: most frequent counterparts of {entity}
// ask: who has had the most meetings with {entity}
// ask: people who often meet {entity}
// ask: the person {entity} met most often
// ask: {limit} most frequent contacts of {entity}
// ask: whom did {entity} see most often
// ask: with whom has {entity} had the most talks
// ask: number of meetings of {entity} per person
// ask: ranking of {entity}'s contacts by meetings
// ask: whom has {entity} met more often than anyone else
// ask: whom does {entity} meet more than others
// column: met text - whom
// column: met_id entity - whom, as an id
// column: meetings int - meetings on different days or occasions; those with neither count as one
// column: held int - those reported as held
// column: planned int - those announced only
// column: releases int - releases that tell of them, each meeting for itself
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
  sum(fact.support) AS releases, min(fact.date_from) AS first, max(fact.date_to) AS last_day
WITH met, meetings, held, releases, first, last_day, keys, last(facts) AS fact
ORDER BY meetings DESC, releases DESC, coalesce(last_day, '') DESC, met.name, met.id
LIMIT $limit
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN met.name AS met, met.id AS met_id, meetings, held, meetings - held AS planned, releases,
  first, last_day AS last, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published, keys
ORDER BY meetings DESC, releases DESC, coalesce(last, '') DESC, met, met_id
