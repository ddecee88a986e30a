// exists with a condition
MATCH (p:Person) WHERE EXISTS { MATCH (p)-[r:MEETS]-() WHERE r.status = 'planned' } RETURN p.id AS id ORDER BY id

// exists of a pattern
MATCH (e:Entity) WHERE EXISTS { (e)-[:HELD_IN]->(:Place) } RETURN e.name AS name ORDER BY name

// does not exist
MATCH (p:Person) WHERE NOT EXISTS { (p)-[:MEETS]-(:Person) } RETURN p.id AS id ORDER BY id

// a pattern as a condition
MATCH (c:Country) WHERE (c)-[:HOSTS]->(:Event) RETURN c.iso3 AS iso3 ORDER BY iso3

// a negated pattern as a condition
MATCH (c:Country) WHERE NOT (c)-[:HOSTS]->() RETURN c.iso3 AS iso3 ORDER BY iso3

// exists twice
MATCH (b:Organisation) WHERE EXISTS { (b)-[:SUPPORTS]->() } AND EXISTS { (b)<-[:MEMBER_OF]-() } RETURN b.name AS name ORDER BY name

// exists within exists
MATCH (c:Country) WHERE EXISTS { MATCH (p:Person)-[:REPRESENTS]->(c) WHERE EXISTS { (p)-[:PARTICIPATES_IN]->(:Event {name: '1st Harbour Summit'}) } } RETURN c.iso3 AS iso3 ORDER BY iso3

// count in a condition
MATCH (p:Person) WHERE COUNT { (p)-[:MEETS]-() } > 3 RETURN p.id AS id ORDER BY id

// count with a condition
MATCH (p:Person) RETURN p.id AS id, COUNT { MATCH (p)-[r:MEETS]-(q) WHERE q.name STARTS WITH 'A' } AS number ORDER BY id

// subquery for each row
MATCH (c:Country) CALL { WITH c MATCH (p:Person)-[:REPRESENTS]->(c) RETURN count(p) AS officials } RETURN c.iso3 AS iso3, officials ORDER BY iso3

// subquery for each row, new form
MATCH (c:Country) CALL (c) { MATCH (p:Person)-[:REPRESENTS]->(c) RETURN count(p) AS officials } RETURN c.iso3 AS iso3, officials ORDER BY iso3

// the latest of each
MATCH (p:Person) CALL { WITH p MATCH (p)-[r:MEETS]-(q) WHERE r.date IS NOT NULL WITH q, r ORDER BY r.date DESC, q.name LIMIT 1 RETURN q.name AS met, r.date AS date } RETURN p.id AS id, met, date ORDER BY id

// rows without a match in a subquery are dropped
MATCH (p:Person) CALL { WITH p MATCH (p)-[:MEETS {status: 'planned'}]->(q) RETURN q.id AS other } RETURN p.id AS id, other ORDER BY id, other

// union in a subquery
MATCH (o:Operation) CALL { WITH o MATCH (b)-[:LEADS]->(o) RETURN b UNION WITH o MATCH (b)-[:SUPPORTS]->(o) RETURN b } RETURN o.name AS operation, b.name AS body ORDER BY operation, body

// subquery by itself
CALL { MATCH (p:Person) RETURN count(p) AS people } CALL { MATCH (c:Country) RETURN count(c) AS countries } RETURN people, countries

// union leaves repeats out (unordered)
MATCH (p:Person)-[:MEETS]->(q) WHERE p.id = 'person-1' RETURN q.name AS name UNION MATCH (p:Person)<-[:MEETS]-(q) WHERE p.id = 'person-1' RETURN q.name AS name

// union of all keeps repeats (unordered)
MATCH (p:Person {id: 'person-2'})--(e:Event) RETURN e.name AS name UNION ALL MATCH (e:Event)--(p:Person {id: 'person-2'}) RETURN e.name AS name

// union ordered through a subquery
CALL { MATCH (c:Country) RETURN c.name AS name, 'country' AS kind UNION ALL MATCH (p:Place) RETURN p.name AS name, 'place' AS kind } RETURN kind, name ORDER BY kind DESC, name

// pattern comprehension
MATCH (c:Country) RETURN c.iso3 AS iso3, size([(p:Person)-[:REPRESENTS]->(c) | p.name]) AS officials ORDER BY iso3

// pattern comprehension with a condition
MATCH (o:Operation) RETURN o.name AS operation, size([(b)-[r]->(o) WHERE type(r) = 'SUPPORTS' | b.name]) AS supporters ORDER BY operation

// optional match without a match
MATCH (p:Person) OPTIONAL MATCH (p)-[r:MEETS {status: 'planned'}]->(q) RETURN p.id AS id, q.id AS other ORDER BY id, other

// optional matches one after the other
MATCH (b:Organisation) OPTIONAL MATCH (b)-[:LEADS]->(l) OPTIONAL MATCH (b)-[:FUNDS]->(f) WITH b, l, count(f) AS funded RETURN b.id AS id, l.name AS leads, funded ORDER BY id, leads

// optional match with a condition of its own
MATCH (c:Country) OPTIONAL MATCH (c)<-[r:REPRESENTS]-(p) WHERE r.role CONTAINS 'Minister' RETURN c.iso3 AS iso3, count(p) AS ministers ORDER BY iso3

// optional match of nothing at all
OPTIONAL MATCH (n:Person {name: 'nobody'}) RETURN n.name AS name, n IS NULL AS nothing

// a with between matches narrows
MATCH (p:Person)-[:MEETS]-(q) WITH p, count(DISTINCT q) AS met ORDER BY met DESC, p.id LIMIT 3 MATCH (p)-[:REPRESENTS]->(c) RETURN p.id AS id, met, c.iso3 AS iso3 ORDER BY met DESC, id, iso3
