// null is not equal to anything
MATCH ()-[r:MEETS]->() RETURN count(CASE WHEN r.date = r.date THEN 1 END) AS equal, count(*) AS all_facts

// null in a comparison drops the row
MATCH ()-[r:MEETS]->() WHERE r.date > '2023' RETURN count(*) AS later

// not of null drops the row too
MATCH ()-[r:MEETS]->() WHERE NOT r.date > '2023' RETURN count(*) AS others

// is null and is not null
MATCH ()-[r:MEETS]->() RETURN count(CASE WHEN r.place IS NULL THEN 1 END) AS without_place, count(CASE WHEN r.place IS NOT NULL THEN 1 END) AS with_place

// three values of or and and
RETURN null OR true AS a, null AND false AS b, null OR false AS c, null AND true AS d, NOT null AS e, null XOR true AS f

// coalesce
MATCH (p:Person)-[r:MEETS]->(q) RETURN p.id AS id, q.id AS other, coalesce(r.date, 'no day') AS day, coalesce(r.place, r.status, 'nothing') AS what ORDER BY id, other, day, what

// nulls come last in ascending order
MATCH (p:Person)-[r:REPRESENTS]->() RETURN p.id AS id, r.role AS role ORDER BY role, id

// nulls come first in descending order
MATCH (p:Person)-[r:REPRESENTS]->() RETURN p.id AS id, r.role AS role ORDER BY role DESC, id

// null in a list
RETURN 1 IN [1, null] AS a, 2 IN [1, null] AS b, null IN [] AS c, null IN [1] AS d, [1, null] = [1, null] AS e

// arithmetic with null
RETURN 1 + null AS a, 'a' + null AS b, null * 0 AS c, -null AS d

// functions of null
RETURN size(null) AS a, toUpper(null) AS b, toInteger(null) AS c, head([]) AS d, last([]) AS e, substring(null, 1) AS f

// property of null (unordered)
MATCH (p:Person) OPTIONAL MATCH (p)-[r:APPOINTS]->(q) RETURN DISTINCT r IS NULL AS r, q.name AS name, type(r) AS type, labels(q) AS labels

// distinct treats nulls as one
MATCH ()-[r:MEETS]->() RETURN DISTINCT r.status AS status ORDER BY status

// count distinct leaves nulls out
UNWIND [1, null, 1, null, 2] AS x RETURN count(DISTINCT x) AS c, collect(DISTINCT x) AS xs, count(x) AS all_xs

// case without a match is null
UNWIND ['a', 'b'] AS x RETURN x, CASE x WHEN 'a' THEN 1 END AS y ORDER BY x

// null if two are equal
UNWIND [1, 2] AS x RETURN x, CASE WHEN x = 1 THEN null ELSE x END AS y ORDER BY x

// unwind of null and of nothing (empty)
UNWIND null AS x UNWIND [] AS y RETURN x, y

// missing key of a map
RETURN {a: 1}.b IS NULL AS missing, {a: 1}.a AS there
