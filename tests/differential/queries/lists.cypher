// slices
WITH [1, 2, 3, 4, 5] AS xs RETURN xs[0] AS a, xs[-1] AS b, xs[1..3] AS c, xs[..2] AS d, xs[3..] AS e, xs[-2..] AS f, xs[9] AS g, xs[2..9] AS h

// ranges
RETURN range(1, 5) AS a, range(0, 10, 5) AS b, range(5, 1, -2) AS c, range(3, 1) AS d

// list comprehension
RETURN [x IN range(1, 6) WHERE x % 2 = 0 | x * x] AS squares, [x IN [3, 1]] AS same, [x IN [1, 2] WHERE x > 1] AS some

// reduce
RETURN reduce(total = 0, x IN [1, 2, 3] | total + x) AS sum, reduce(text = '', x IN ['a', 'b'] | text + x) AS text

// quantifiers
WITH [1, 2, 3] AS xs RETURN all(x IN xs WHERE x > 0) AS a, any(x IN xs WHERE x > 2) AS b, none(x IN xs WHERE x > 3) AS c, single(x IN xs WHERE x = 2) AS d

// quantifiers over nothing
RETURN all(x IN [] WHERE x) AS a, any(x IN [] WHERE x) AS b, none(x IN [] WHERE x) AS c, single(x IN [] WHERE x) AS d

// joining lists
RETURN [1] + [2, 3] AS a, [1] + 2 AS b, 0 + [1] AS c, size([1, [2, 3]]) AS d, [] = [] AS e

// head, last, tail and reverse
RETURN head([1, 2]) AS a, last([1, 2]) AS b, tail([1, 2, 3]) AS c, reverse([1, 2, 3]) AS d, size([]) = 0 AS e

// membership
MATCH (p:Person) WHERE 'Zoë' IN p.aliases RETURN p.name AS name

// any of a list of texts
MATCH (p:Person) WHERE any(alias IN p.aliases WHERE alias STARTS WITH 'Ms') RETURN p.name AS name

// unwind a property
MATCH (p:Person) UNWIND p.aliases AS alias RETURN p.id AS id, alias ORDER BY id, alias

// unwind twice
UNWIND [[1, 2], [3]] AS xs UNWIND xs AS x RETURN x ORDER BY x DESC

// unwind a parameter of maps
UNWIND $rows AS row MATCH (n:Entity {id: row.id}) RETURN row.rank AS rank, n.name AS name ORDER BY rank
// {"rows": [{"id": "person-2", "rank": 1}, {"id": "person-1", "rank": 2}, {"id": "nobody", "rank": 3}]}

// maps
WITH {name: 'x', more: {deep: [1, {at: 2}]}} AS m RETURN m.name AS a, m['name'] AS b, m.more.deep[1].at AS c

// projection of a node
MATCH (c:Country {iso3: 'ILV'}) RETURN c {.name, .iso3, letters: size(c.name)} AS country

// index by a parameter
WITH ['a', 'b', 'c'] AS xs RETURN xs[$n] AS x, xs[$n..] AS rest
// {"n": 1}

// lists compare item by item
RETURN [1, 2] < [1, 3] AS a, [1, 2] = [1, 2] AS b, [1] <> [2] AS c

// a list of nodes
MATCH (c:Country) WITH c ORDER BY c.iso3 WITH collect(c) AS cs RETURN [x IN cs | x.iso3] AS codes, size(cs) AS number

// nested comprehension
RETURN [x IN [1, 2] | [y IN [1, 2] | x * y]] AS table

// parallel lists of quotes
MATCH ()-[r:MEETS]->() WHERE r.support > 2 WITH r ORDER BY r.key LIMIT 3 UNWIND range(0, size(r.releases) - 1) AS i RETURN r.releases[i] AS release, r.quotes[i] AS quote, r.ends[i] - r.starts[i] AS length ORDER BY release, quote
