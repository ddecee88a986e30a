// group: evidence
// question: What do the releases say about two entities, in their words?
// param: first entity - one side
// param: second entity - the other side
// param: limit int [100] - most rows
// example: first="Henrik Solvang" second="Viorel Rusnac"
// column: subject text - of whom it is said
// column: relation text - what is said
// column: object text - with regard to whom
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: confidence number - how sure the rules are, up to 1
// column: quote quote - the words
// column: release release - the release they stand in
// column: headline text - its headline
// column: published date - when it came out
// column: starts_at int - where the words begin in its text, in code points
// column: ends_at int - where they end
// column: rule text - which rule read them
MATCH (:Entity {id: $first})-[fact]-(:Entity {id: $second})
UNWIND range(0, size(fact.quotes) - 1) AS position
WITH fact, position, fact.releases[position] AS release
OPTIONAL MATCH (source:Release {id: release})
RETURN startNode(fact).name AS subject, type(fact) AS relation, endNode(fact).name AS object,
  fact.role AS role, fact.date AS date, fact.status AS status, fact.confidence AS confidence,
  fact.quotes[position] AS quote, release, source.headline AS headline,
  source.published AS published, fact.starts[position] AS starts_at, fact.ends[position] AS ends_at,
  fact.rules[position] AS rule
ORDER BY coalesce(fact.date_from, '9999-12-31'), relation, fact.key, position
LIMIT $limit
