// group: network
// question: Which officials are connected with most others?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [20] - most rows
// example: limit=5
// ask: which officials are connected with most others
// ask: who is the best connected official
// ask: most connected people
// ask: who has the most connections
// ask: who are the {limit} best connected officials
// ask: officials with the most ties
// ask: who is most central
// ask: top {limit} officials by connections
// ask: who knows the most people
// ask: biggest networkers
// ask: most active officials
// ask: who are the most important people
// ask: which people have most links
// ask: who is in contact with most others
// ask: officials ranked by number of connections
// ask: well connected people
// ask: who met the most people
// ask: who had the most meetings
// ask: who has the widest network
// ask: {limit} officials with the widest network
// ask: officials with most contacts
// ask: who are the most connected officials
// ask: who is connected with the most others
// ask: best connected officials
// ask: who has ties to the most people
// ask: officials connected to most entities
// ask: people with the largest network
// ask: top {limit} best connected
// ask: the most connected people
// ask: which official knows most others
// ask: key people
// ask: who are the {limit} most important officials
// ask: most influential officials
// ask: who are the key figures
// ask: which officials are at the centre of everything
// ask: who is in the middle of the network
// column: person text - the official
// column: person_id entity - the same, as an id
// column: connections int - different entities the releases relate them with
// column: meetings int - facts that are meetings
// column: facts int - all facts
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
// column: keys keys - the facts it rests on
MATCH (person:Person)-[fact]-(other:Entity)
WHERE EXISTS { MATCH (person)-[:REPRESENTS]->(:Entity) }
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
WITH person, count(DISTINCT other) AS connections,
  sum(CASE WHEN type(fact) = 'MEETS' THEN 1 ELSE 0 END) AS meetings, count(fact) AS facts,
  min(fact.date_from) AS since, max(fact.date_to) AS until
ORDER BY connections DESC, facts DESC, person.name, person.id
LIMIT $limit
CALL {
  WITH person MATCH (person)-[fact]-(:Entity)
  WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
  WITH fact ORDER BY fact.key RETURN collect(fact.key) AS keys
}
RETURN person.name AS person, person.id AS person_id, connections, meetings, facts, since, until,
  keys
ORDER BY connections DESC, facts DESC, person, person_id
