// group: countries
// question: Which meetings were there between two countries or their officials?
// param: first entity(Country) - one country
// param: second entity(Country) - the other country
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: first="North Macedonia" second=Latvia
// ask: which officials of {first} met officials of {second}
// ask: meetings between {first} and {second}
// ask: when did {first} and {second} officials meet
// ask: list the meetings between {first} and {second} officials
// ask: talks between {first} and {second}
// ask: did {first} and {second} hold talks
// ask: bilateral meetings of {first} and {second}
// ask: officials of {first} meeting officials of {second}
// ask: who from {first} met whom from {second}
// ask: {first} {second} talks
// ask: every meeting of {first} ministers with {second} ministers
// ask: contacts between {first} and {second} officials
// ask: {first} meetings with {second}
// ask: when did representatives of {first} and {second} meet
// ask: did anybody from {first} meet anybody from {second}
// ask: when did officials from {first} meet officials from {second}
// ask: {first} and {second} officials meetings
// ask: which ministers of {first} and {second} met
// ask: meetings of {first} and {second}
// ask: meetings between {first} and {second} officials
// ask: did {first} meet {second}
// ask: bilateral talks between {first} and {second}
// ask: {first} officials who met {second} officials
// ask: all meetings between representatives of {first} and {second}
// ask: who met whom between {first} and {second}
// ask: talks of {first} politicians with {second} politicians
// ask: officials of {first} and officials of {second}
// ask: {first} and {second} ministers
// ask: who from {first} talked to whom from {second}
// column: date date - when, as stated
// column: status text - held or planned
// column: one text - the first country or who represents it
// column: one_id entity - the same, as an id
// column: other text - the second country or who represents it
// column: other_id entity - the same, as an id
// column: place text - where
// column: event text - on which occasion
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
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
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
WITH fact, a, b ORDER BY a.id, b.id
WITH fact, collect(a) AS ones, collect(b) AS others
WITH fact, ones[0] AS one, others[0] AS other
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, one.name AS one, one.id AS one_id,
  other.name AS other, other.id AS other_id, fact.place AS place, fact.event AS event,
  fact.support AS support, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), one, other, fact.key
LIMIT $limit
