// group: operations
// question: Which operations is something told of in a period?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: since=2024-09 until=2024-09 limit=4
// ask: which operations took place between {since} and {until}
// ask: what operations were there in {since}
// ask: list all operations
// ask: operations {since}
// ask: which operations were carried out
// ask: operations heard of in {since}
// ask: what operations ran between {since} and {until}
// ask: missions and exercises
// ask: show operations since {since}
// ask: any operations in {since}
// ask: which operations were under way
// ask: operations reported in {since}
// ask: what raids took place
// ask: which missions were active in {since}
// ask: all exercises in {since}
// ask: which operations ran in {since}
// ask: operations held in {since}
// ask: what operations were reported in {since}
// ask: which operations were there between {since} and {until}
// ask: police operations in {since}
// ask: list the operations of {since}
// ask: operations since {since}
// ask: what operations have been carried out since {since}
// ask: which missions ran
// ask: show all missions
// ask: exercises held in {since}
// ask: operations that took place between {since} and {until}
// column: operation text - its name or description
// column: operation_id entity - the same, as an id
// column: since date - earliest day that is stated, else the day of the release
// column: until date - latest day that is stated, else the day of the release
// column: lead list - who leads it
// column: countries list - which countries it involves
// column: facts int - number of facts of the period
// column: quote quote - the words of the earliest
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (operation:Operation)-[fact]-(:Entity)
WHERE ($since IS NULL OR coalesce(fact.date_to, fact.stated_to) >= $since)
  AND ($until IS NULL OR coalesce(fact.date_from, fact.stated_from) <= $until)
WITH operation, count(fact) AS facts, min(coalesce(fact.date_from, fact.stated_from)) AS since,
  max(coalesce(fact.date_to, fact.stated_to)) AS until
ORDER BY coalesce(since, '9999-12-31'), operation.name, operation.id
LIMIT $limit
CALL {
  WITH operation OPTIONAL MATCH (actor:Entity)-[:LEADS]->(operation)
  WITH DISTINCT actor.name AS name ORDER BY name RETURN collect(name) AS lead
}
CALL {
  WITH operation OPTIONAL MATCH (operation)-[:INVOLVES]->(country:Country)
  WITH DISTINCT country.name AS name ORDER BY name RETURN collect(name) AS countries
}
CALL {
  WITH operation MATCH (operation)-[fact]-(:Entity)
  WHERE ($since IS NULL OR coalesce(fact.date_to, fact.stated_to) >= $since)
  AND ($until IS NULL OR coalesce(fact.date_from, fact.stated_from) <= $until)
  WITH fact ORDER BY coalesce(fact.date_from, fact.stated_from, '9999-12-31'), fact.key LIMIT 1
  RETURN fact
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN operation.name AS operation, operation.id AS operation_id, since, until, lead, countries,
  facts, fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [fact.key] AS keys
ORDER BY coalesce(since, '9999-12-31'), operation, operation_id
