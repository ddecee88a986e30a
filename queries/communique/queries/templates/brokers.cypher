// group: network
// question: Which people meet most people who do not meet each other?
// param: limit int [20] - most rows
// example: limit=3
// ask: who connects people who do not meet each other
// ask: who are the brokers
// ask: brokers
// ask: which people are go-betweens
// ask: who brings together people who never meet
// ask: intermediaries in the network
// ask: who bridges groups that do not talk to each other
// ask: key intermediaries
// ask: top {limit} brokers
// ask: who acts as a go-between
// ask: who sits between people who have not met
// ask: which officials link people who do not know each other
// ask: people in the middle of the network
// ask: who are the middlemen
// ask: who bridges groups of people without contact to each other
// ask: people who connect others
// ask: who brokers between people
// ask: who links people who never met
// ask: who are the key brokers
// ask: people who connect people who do not meet
// ask: which officials act as brokers
// ask: officials that bring together others who have no contact
// ask: top brokers
// ask: who holds the network together
// ask: who are the connectors
// ask: people between groups that do not meet
// ask: who are the {limit} most important intermediaries
// ask: most important brokers
// ask: best go-betweens
// ask: which people act as bridges between others
// ask: who acts as a bridge
// ask: who are the bridges in the network
// ask: who connects different circles
// column: person text - who
// column: person_id entity - the same, as an id
// column: met int - people they meet
// column: apart int - pairs of those who do not meet each other
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
// column: keys keys - the facts it rests on
MATCH (person:Person)-[fact:MEETS]-(met:Person)
WITH person, count(DISTINCT met) AS met, min(fact.date_from) AS since, max(fact.date_to) AS until
WHERE met > 1
CALL {
  WITH person
  OPTIONAL MATCH (person)-[:MEETS]-(a:Person)-[:MEETS]-(b:Person)-[:MEETS]-(person)
  WHERE a.id < b.id
  WITH DISTINCT a.id AS a, b.id AS b
  RETURN sum(CASE WHEN a IS NULL THEN 0 ELSE 1 END) AS together
}
WITH person, met, met * (met - 1) / 2 - together AS apart, since, until
ORDER BY apart DESC, met DESC, person.name, person.id
LIMIT $limit
CALL {
  WITH person MATCH (person)-[fact:MEETS]-(:Person)
  WITH fact ORDER BY fact.key RETURN collect(fact.key) AS keys
}
RETURN person.name AS person, person.id AS person_id, met, apart, since, until, keys
ORDER BY apart DESC, met DESC, person, person_id
