// whole and fractional division
RETURN 7 / 2 AS a, -7 / 2 AS b, 7.0 / 2 AS c, 7 % 3 AS d, -7 % 3 AS e, 2 ^ 10 AS f

// rounding
RETURN round(2.5) AS a, round(-2.4) AS b, round(3.14159, 2) AS c, floor(-1.5) AS d, ceil(1.2) AS e, abs(-3) AS f, sign(-2) AS g

// numbers of texts
RETURN toInteger('42') AS a, toInteger('4.7') AS b, toInteger('x') AS c, toFloat('1e3') AS d, toInteger(3.9) AS e, toInteger(-3.9) AS f

// comparison of whole and fractional numbers
RETURN 1 = 1.0 AS a, 1 < 1.5 AS b, 2 IN [1.0, 2.0] AS c

// comparison across kinds is null
RETURN 1 < 'a' AS a, 1 = 'a' AS b, true = 1 AS c

// roots, logarithms and powers
RETURN sqrt(16) AS a, log(1) AS b, log10(1000) AS c, exp(0) AS d, pi() AS e

// order of mixed numbers
UNWIND [3, 1.5, 2, 2.5] AS x RETURN x ORDER BY x

// truth values
RETURN true AND NOT false AS a, true XOR true AS b, toBoolean('true') AS c, toBoolean('x') AS d

// precedence
RETURN 2 + 3 * 4 AS a, (2 + 3) * 4 AS b, -2 ^ 2 AS c, 2 ^ 3 ^ 2 AS d, 10 - 4 - 3 AS e, NOT true OR true AS f

// confidence in bands
MATCH ()-[r]->() RETURN CASE WHEN r.confidence >= 0.8 THEN 'sure' WHEN r.confidence >= 0.5 THEN 'likely' ELSE 'unsure' END AS band, count(*) AS facts ORDER BY band

// parameters of every kind
RETURN $whole + 1 AS whole, $part * 2 AS part, $yes AS yes, $nothing IS NULL AS nothing, $list[0] AS first, $map.key AS value
// {"whole": 41, "part": 0.25, "yes": true, "nothing": null, "list": [1, 2], "map": {"key": "v"}}

// between two numbers
MATCH ()-[r]->() WHERE 1 < r.support AND r.support <= 3 RETURN count(*) AS facts

// large numbers
RETURN 9223372036854775807 AS a, 1000000 * 1000000 AS b

// numbers written in other ways
RETURN 0x1F AS a, 1e2 AS b, .5 AS c, 1.5e-3 AS d
