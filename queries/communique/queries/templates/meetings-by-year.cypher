// group: countries
// question: How often did two countries or their officials meet, year by year?
// param: first entity(Country) - one country
// param: second entity(Country) - the other country
// param: limit int [100] - most rows
// example: first="North Macedonia" second=Latvia
// ask: how many times did {first} and {second} meet each year
// ask: number of meetings between {first} and {second} by year
// ask: mutual meetings of {first} and {second} per year
// ask: how often did {first} and {second} meet every year
// ask: yearly meetings of {first} and {second}
// ask: meetings between {first} and {second} year by year
// ask: count the meetings of {first} and {second} by year
// ask: {first} {second} meetings per year
// ask: annual number of talks between {first} and {second}
// ask: how have meetings between {first} and {second} developed over the years
// ask: in which years did {first} and {second} meet
// ask: how frequently do {first} and {second} meet annually
// ask: meetings of {first} with {second} broken down by year
// ask: how many meetings did {first} have with {second} in each year
// ask: {first} {second} meetings yearly count
// ask: yearly count of meetings between {first} and {second}
// ask: meetings of {first} and {second} by year
// ask: how many meetings of {first} and {second} were there per year
// ask: annual meetings {first} {second}
// ask: number of bilateral meetings between {first} and {second} each year
// ask: number of mutual meetings {first} {second} per year
// ask: how many times a year do officials of {first} and {second} meet
// ask: trend of meetings between {first} and {second} over the years
// ask: statistics of meetings between {first} and {second} per year
// column: year date - the year; empty for meetings without a date
// column: meetings int - meetings: who of the one met whom of the other on a day; undated once
// column: held int - those reported as held
// column: planned int - those announced only
// column: days int - different days or periods on which they met
// column: quote quote - the words that tell of the first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (one:Entity {id: $first})
CALL {
  WITH one MATCH (one)<-[:REPRESENTS]-(official:Person) RETURN official AS a
  UNION
  WITH one RETURN one AS a
}
MATCH (a)-[fact:MEETS]-(b:Entity)
WHERE (b.id = $second OR EXISTS { MATCH (b)-[:REPRESENTS]->(:Entity {id: $second}) })
WITH DISTINCT fact
WITH left(fact.date_from, 4) AS year, fact
ORDER BY coalesce(fact.date_from, '9999-12-31'), fact.key
WITH year, collect(fact) AS facts, collect(fact.key) AS keys, count(fact) AS meetings,
  sum(CASE WHEN fact.status = 'planned' THEN 1 ELSE 0 END) AS planned,
  count(DISTINCT fact.date) AS days
WITH year, meetings, planned, days, keys, facts[0] AS fact
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN year, meetings, meetings - planned AS held, planned, days, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, keys
ORDER BY coalesce(year, '9999')
LIMIT $limit
