// group: network
// question: Which entities have a name like this?
// param: text search - words of the name
// param: limit int [20] - most rows
// example: text=danube
// column: id entity - the entity
// column: name text - its name
// column: kind text - what it is
// column: aliases list - its other names
// column: facts int - number of facts about it
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
CALL {
  CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node, score
  RETURN node, score
  UNION
  MATCH (node:Entity) WHERE toLower(node.names) CONTAINS $text
  RETURN node, 0.0 AS score
}
WITH node, max(score) AS score
// the index finds any of the words; a name that shares only "republic" is another's
WHERE all(word IN split($text, ' ') WHERE toLower(node.names) CONTAINS word)
OPTIONAL MATCH (node)-[fact]-(:Entity)
WITH node, score, count(fact) AS facts, min(fact.date_from) AS since, max(fact.date_to) AS until
RETURN node.id AS id, node.name AS name, head([label IN labels(node) WHERE label <> 'Entity']) AS kind,
  node.aliases AS aliases, facts, since, until
ORDER BY toLower(node.names) CONTAINS $text DESC, score DESC, facts DESC, id
LIMIT $limit
