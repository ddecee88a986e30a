// group: network
// question: Which officials are connected with most others?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [20] - most rows
// example: limit=5
// column: person text - the official
// column: person_id entity - the same, as an id
// column: connections int - different entities the releases relate them with
// column: meetings int - facts that are meetings
// column: facts int - all facts
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
MATCH (person:Person)-[fact]-(other:Entity)
WHERE EXISTS { MATCH (person)-[:REPRESENTS]->(:Entity) }
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
RETURN person.name AS person, person.id AS person_id, count(DISTINCT other) AS connections,
  sum(CASE WHEN type(fact) = 'MEETS' THEN 1 ELSE 0 END) AS meetings, count(fact) AS facts,
  min(fact.date_from) AS since, max(fact.date_to) AS until
ORDER BY connections DESC, facts DESC, person, person_id
LIMIT $limit
