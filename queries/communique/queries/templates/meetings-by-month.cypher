// group: time
// question: How many meetings were there, month by month?
// param: entity entity(Person|Country|Organisation) [] - whose meetings; everybody's if left out
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [500] - most rows
// example: since=2024-09
// ask: number of meetings by month
// ask: how many meetings did {entity} have each month
// ask: meetings of {entity} per month
// ask: monthly meetings of {entity}
// ask: how many meetings were there each month
// ask: meetings per month
// ask: count {entity}'s meetings by month
// ask: how many meetings took place every month
// ask: meeting statistics by month
// ask: how often did {entity} meet somebody each month
// ask: how many people did {entity} meet per month
// ask: in which month did {entity} have most meetings
// ask: monthly number of meetings
// ask: how many meetings did {entity} have
// ask: number of meetings of {entity}
// ask: meetings over time
// ask: meetings by month
// ask: count of meetings per month
// ask: monthly count of {entity}'s meetings
// ask: how many meetings per month
// ask: meetings of {entity} by month
// ask: how many meetings did {entity} hold in each month
// ask: monthly statistics of meetings
// ask: how busy was {entity} each month
// ask: in which months did {entity} meet most people
// ask: {entity} meetings per month
// ask: how many talks were held per month
// ask: month by month number of meetings
// column: month date - the month, or the year where no month is stated; empty without a date
// column: meetings int - who met whom on a day, each pair once; without a date once for all
// column: held int - those reported as held
// column: planned int - those announced only
// column: days int - different days or periods of them
// column: quote quote - the words that tell of the first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (one:Entity)-[fact:MEETS]->(two:Entity)
WHERE ($entity IS NULL OR one.id = $entity OR two.id = $entity)
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
WITH left(fact.date, 7) AS month, fact
ORDER BY coalesce(fact.date_from, '9999-12-31'), fact.key
WITH month, collect(fact) AS facts, collect(fact.key) AS keys, count(fact) AS meetings,
  sum(CASE WHEN fact.status = 'planned' THEN 1 ELSE 0 END) AS planned,
  count(DISTINCT fact.date) AS days
WITH month, meetings, planned, days, keys, facts[0] AS fact
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN month, meetings, meetings - planned AS held, planned, days, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, keys
ORDER BY coalesce(month, '9999')
LIMIT $limit
