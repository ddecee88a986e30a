// count by type of entity
MATCH (n:Entity) UNWIND labels(n) AS label WITH label WHERE label <> 'Entity'
RETURN label, count(*) AS entities ORDER BY entities DESC, label

// count by relation
MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS relation, count(r) AS facts ORDER BY facts DESC, relation

// count of nothing is zero
MATCH (n:Person {name: 'nobody'}) RETURN count(n) AS number, collect(n.name) AS names, sum(n.support) AS total, max(n.name) AS last

// grouping by nothing found gives no group (empty)
MATCH (n:Person {name: 'nobody'}) RETURN n.name AS name, count(*) AS number

// count leaves nulls out
MATCH ()-[r:MEETS]->() RETURN count(*) AS facts, count(r.date) AS dated, count(DISTINCT r.status) AS statuses

// smallest, largest, mean and sum
MATCH ()-[r]->() RETURN min(r.support) AS least, max(r.support) AS most, avg(r.support) AS mean, sum(r.support) AS total

// mean of nothing is null
MATCH (n:Entity {name: 'nobody'}) RETURN avg(n.support) AS mean, min(n.support) AS least

// smallest and largest text
MATCH (p:Person) RETURN min(p.name) AS first, max(p.name) AS last

// deviation
MATCH ()-[r]->() RETURN stDev(r.support) AS deviation

// share of a whole
MATCH ()-[r]->() WITH count(r) AS all_facts
MATCH ()-[r:MEETS]->() WITH all_facts, count(r) AS meetings RETURN toFloat(meetings) / all_facts AS share

// groups by a computed key
MATCH ()-[r:MEETS]-() WHERE r.date IS NOT NULL
RETURN substring(r.date, 0, 4) AS year, count(DISTINCT r) AS meetings ORDER BY year

// groups by two keys
MATCH (p:Person)-[r:REPRESENTS]->(c:Country) RETURN c.name AS country, r.role AS role, count(p) AS people ORDER BY country, role

// having more than
MATCH (p:Person)-[r:MEETS]-(q) WITH p, count(DISTINCT q) AS met WHERE met >= 4 RETURN p.name AS name, met ORDER BY met DESC, name

// collected in the order of an earlier clause
MATCH (p:Person)-[:REPRESENTS]->(c:Country) WITH c, p ORDER BY p.name RETURN c.name AS country, collect(p.name) AS people ORDER BY country

// collected without repeats
MATCH (p:Person)-[r:MEETS]-() WITH p, r.status AS status ORDER BY status RETURN p.name AS name, collect(DISTINCT status) AS statuses ORDER BY name

// the first three of each group
MATCH (p:Person)-[:REPRESENTS]->(c:Country) WITH c, p ORDER BY p.id WITH c, collect(p.name)[..2] AS first RETURN c.iso3 AS iso3, first ORDER BY iso3

// collected maps
MATCH (c:Country)<-[r:REPRESENTS]-(p) WITH c, p, r ORDER BY p.id, r.role
RETURN c.iso3 AS iso3, collect({name: p.name, role: r.role}) AS officials ORDER BY iso3

// aggregate of an aggregate
MATCH (p:Person)-[:MEETS]-(q) WITH p, count(DISTINCT q) AS met RETURN max(met) AS most, avg(met) AS mean, count(p) AS people

// degree of each
MATCH (p:Person) RETURN p.id AS id, COUNT { (p)-[:MEETS]-() } AS meetings, COUNT { (p)--() } AS facts ORDER BY id

// entities with most quotes
MATCH (n:Entity)-[r]-() WITH n, sum(size(r.quotes)) AS quotes RETURN n.id AS id, quotes ORDER BY quotes DESC, id LIMIT 5
