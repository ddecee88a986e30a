// begins, ends and contains
MATCH (n:Entity) WHERE n.name STARTS WITH '1st' OR n.name ENDS WITH 'Forum' OR n.name CONTAINS 'rün' RETURN n.name AS name ORDER BY name

// upper and lower case of letters beyond English
MATCH (p:Person) RETURN toLower(p.name) AS lower, toUpper(p.name) AS upper ORDER BY p.id

// length in characters
MATCH (p:Person) RETURN p.name AS name, size(p.name) AS characters ORDER BY p.id

// parts of a text
RETURN substring('Grünhafen', 2, 3) AS a, left('Grünhafen', 4) AS b, right('Grünhafen', 3) AS c, substring('abc', 1) AS d

// trimming
RETURN trim('  a b ') AS a, ltrim('  a') AS b, rtrim('a  ') AS c

// replacing and splitting
RETURN replace('a-b-c', '-', '+') AS a, split('a,b,,c', ',') AS b, split('abc', ';') AS c, reverse('abü') AS d

// joining texts and numbers
RETURN 'a' + 'b' AS a, 'n' + 1 AS b, 1 + 'n' AS c, 'x' + 1.5 AS d

// texts of values
RETURN toString(1) AS a, toString(1.5) AS b, toString(true) AS c, toString(1.0) AS d, toString('x') AS e

// regular expressions match the whole text
MATCH (p:Person) WHERE p.name =~ '.*Pop' RETURN p.name AS name ORDER BY name

// regular expression without regard to case
MATCH (p:Person) WHERE p.name =~ '(?i)ADA.*' RETURN p.name AS name

// regular expression with classes
MATCH (e:Event) WHERE e.name =~ '\\d(st|nd) [A-Z]\\w+ Summit' RETURN e.name AS name ORDER BY name

// an apostrophe and a backslash
MATCH (p:Person) WHERE p.name = 'Mairead O\'Dowd' OR p.name = 'Paul \\ Paula' RETURN p.name AS name ORDER BY name

// escapes
RETURN 'a\tb\nc' AS a, "say \"hi\"" AS b, 'it\'s' AS c

// escaped code points
RETURN '\u00e9\u4E2D' AS a, size('\u00e9') AS b

// order by code points: capitals before small letters before accents
MATCH (p:Person) RETURN p.name AS name ORDER BY name

// comparison of texts
RETURN 'a' < 'b' AS a, 'Z' < 'a' AS b, 'a' < 'aa' AS c, '10' < '9' AS d, 'é' > 'z' AS e

// a text parameter with every sign
MATCH (p:Person) WHERE p.name IN $names RETURN p.name AS name ORDER BY name
// {"names": ["Mairead O'Dowd", "Zoë 李", "Paul \\ Paula", "'; DROP"]}

// full text by a word
CALL db.index.fulltext.queryNodes('entity_names', 'harbour') YIELD node RETURN node.name AS name ORDER BY name

// names that two have in common
MATCH (p:Person) WITH split(p.name, ' ')[-1] AS surname, count(*) AS people WHERE people > 1 RETURN surname, people ORDER BY surname

// sorted without regard to case
MATCH (p:Person) RETURN p.name AS name ORDER BY toLower(p.name)
