// a page
MATCH (p:Person) RETURN p.name AS name ORDER BY p.id SKIP 3 LIMIT 4

// a page by parameters
MATCH (p:Person) RETURN p.name AS name ORDER BY p.id SKIP $skip LIMIT $limit
// {"skip": 2, "limit": 3}

// beyond the last page (empty)
MATCH (p:Person) RETURN p.name AS name ORDER BY p.id SKIP 100

// no rows at all (empty)
MATCH (p:Person) RETURN p.name AS name LIMIT 0

// order by what is not returned
MATCH (p:Person)-[r:REPRESENTS]->(c) RETURN p.name AS name ORDER BY c.iso3 DESC, p.id

// order by several, up and down
MATCH (p:Person)-[r:REPRESENTS]->(c) RETURN c.iso3 AS iso3, r.role AS role, p.id AS id ORDER BY iso3 DESC, role ASC, id DESC

// order by an expression
MATCH (p:Person) RETURN p.name AS name ORDER BY size(p.name) DESC, name

// distinct rows
MATCH (p:Person)-[:REPRESENTS]->(c)<-[:REPRESENTS]-(q) RETURN DISTINCT c.iso3 AS iso3 ORDER BY iso3

// distinct of two columns
MATCH ()-[r:MEETS]->() RETURN DISTINCT r.status AS status, r.place AS place ORDER BY status, place

// order of mixed kinds
UNWIND [1, 'a', true, null, 2.5] AS x RETURN x ORDER BY x

// order by truth
MATCH (n:Entity) RETURN n.named AS named, count(*) AS entities ORDER BY named

// limit within
MATCH (p:Person) WITH p ORDER BY p.name DESC LIMIT 2 RETURN p.name AS name ORDER BY name

// a row of everything that a node is
MATCH (c:Country {iso3: 'ILV'}) RETURN c.id AS id, labels(c) AS labels, c.name AS name, c.aliases AS aliases, c.iso3 AS iso3, c.named AS named

// columns without names
MATCH (c:Country) RETURN c.iso3, size(c.name), count(*) ORDER BY c.iso3

// every column
MATCH (c:Country) WITH c.iso3 AS iso3, c.name AS name RETURN * ORDER BY iso3

// one row of constants
RETURN 1 AS one, 'two' AS two, [3] AS three, {four: 4} AS four, null AS none

// cross product
MATCH (a:Place) MATCH (b:Event) RETURN a.name AS place, b.name AS event ORDER BY place, event

// an id that nobody has (empty)
MATCH (n:Entity {id: 'person-99'}) RETURN n

// labels and relations of the graph
CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS relation ORDER BY relation
