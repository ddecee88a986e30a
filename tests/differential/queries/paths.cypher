// one to three meetings away
MATCH (a:Entity {id: 'person-1'})-[:MEETS*1..3]-(b:Person) WHERE b.id <> 'person-1' RETURN DISTINCT b.name AS name ORDER BY name

// exactly two meetings away
MATCH (a:Entity {id: 'person-1'})-[:MEETS*2]-(b:Person) RETURN b.id AS id, count(*) AS ways ORDER BY ways DESC, id

// none or one
MATCH (a:Entity {id: 'person-2'})-[:MEETS*0..1]-(b) RETURN DISTINCT b.id AS id ORDER BY id

// several relations
MATCH (a:Entity {id: 'person-3'})-[:MEETS|REPRESENTS|PARTICIPATES_IN*1..2]-(b) RETURN DISTINCT b.id AS id ORDER BY id

// a chain with directions
MATCH (b:Organisation)-[:SUPPORTS]->(o:Operation)-[:INVOLVES]->(c:Country) RETURN b.name AS body, o.name AS operation, c.name AS country ORDER BY body, operation, country

// length of a shortest path
MATCH (a:Entity {id: 'person-1'}) MATCH (b:Entity {id: 'organisation-4'}) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS steps

// shortest paths from one to many
MATCH (a:Entity {id: 'person-1'}) MATCH (b:Country) MATCH p = shortestPath((a)-[*..6]-(b)) RETURN b.iso3 AS iso3, length(p) AS steps ORDER BY iso3

// shortest path by one relation
MATCH (a:Entity {id: 'person-1'}) MATCH (b:Entity {id: 'person-7'}) MATCH p = shortestPath((a)-[:MEETS*..8]-(b)) RETURN length(p) AS steps, all(n IN nodes(p) WHERE n:Person) AS people

// number of all shortest paths
MATCH (a:Entity {id: 'person-1'}) MATCH (b:Entity {id: 'person-7'}) MATCH p = allShortestPaths((a)-[:MEETS*..8]-(b)) RETURN length(p) AS steps, count(p) AS paths

// no path (empty)
MATCH (a:Entity {id: 'person-12'}) MATCH (b:Entity {id: 'person-7'}) MATCH p = shortestPath((a)-[:FUNDS*..4]-(b)) RETURN length(p) AS steps

// nodes of a path
MATCH p = (a:Entity {id: 'organisation-1'})-[:SUPPORTS|INVOLVES*2..2]->(b) RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS relations ORDER BY ids

// a relationship is not walked twice
MATCH (a:Entity {id: 'event-3'})-[r]-(b)-[s]-(c) WHERE b:Place RETURN b.name AS place, c.id AS id ORDER BY place, id

// the same node twice
MATCH (p:Person)-[:MEETS]-(q:Person)-[:MEETS]-(p) RETURN DISTINCT p.id AS id ORDER BY id

// triangles
MATCH (a:Person)-[:MEETS]-(b:Person)-[:MEETS]-(c:Person)-[:MEETS]-(a) WHERE a.id < b.id AND b.id < c.id RETURN DISTINCT a.id AS first, b.id AS second, c.id AS third ORDER BY first, second, third

// who took part in one event with whom
MATCH (a:Person)-[:PARTICIPATES_IN]->(e:Event)<-[:PARTICIPATES_IN]-(b:Person) WHERE a.id < b.id RETURN e.name AS event, count(DISTINCT [a.id, b.id]) AS pairs ORDER BY event

// start and end
MATCH ()-[r:LEADS]->() RETURN startNode(r).name AS leader, endNode(r).name AS operation ORDER BY leader, operation

// without direction each relationship is met from both ends
MATCH (a)-[r:LEADS]-(b) RETURN count(*) AS ends, count(DISTINCT r) AS facts

// properties within a pattern
MATCH (p:Person)-[r:MEETS {status: 'held'}]-(q:Person {name: 'Ana Pop'}) RETURN p.name AS name, r.date AS date ORDER BY name, date

// labels by or
MATCH (n:Person|Country)-[:REPRESENTS|HOSTS]->(m) RETURN labels(n)[1] AS kind, count(*) AS facts ORDER BY kind

// label as a condition
MATCH (n:Entity)-[:SUPPORTS|FUNDS]->(m) WHERE m:Operation AND NOT n:Person RETURN n.id AS id, m.id AS operation ORDER BY id, operation
