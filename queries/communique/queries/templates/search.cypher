// group: network
// question: Which entities have a name like this?
// param: text search - words of the name
// param: limit int [20] - most rows
// example: text=danube
// ask: which entities are called {text}
// ask: search for {text}
// ask: find entities named {text}
// ask: which names are like {text}
// ask: is there anything called {text}
// ask: look up {text}
// ask: who or what is called {text}
// ask: entities with {text} in their name
// ask: anything named {text}
// ask: do you know a {text}
// ask: names containing {text}
// ask: search {text}
// ask: which entity has the name {text}
// ask: entities called {text}
// ask: find {text}
// ask: is there something called {text}
// ask: who has {text} in the name
// ask: names like {text}
// ask: is there anybody called {text}
// ask: is there an entity named {text}
// ask: which people are called {text}
// ask: which organisations are called {text}
// ask: who is named {text}
// ask: everything with the name {text}
// column: id entity - the entity
// column: name text - its name
// column: kind text - what it is
// column: aliases list - its other names
// column: facts int - number of facts about it
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
CALL {
  CALL db.index.fulltext.queryNodes('entity_names', $text) YIELD node
  RETURN node
  UNION
  MATCH (node:Entity) WHERE toLower(node.names) CONTAINS $text
  RETURN node
}
// the index finds any of the words; a name that shares only "republic" is another's
WITH DISTINCT node, toLower(node.names) AS names
WHERE all(word IN split($text, ' ') WHERE names CONTAINS word)
OPTIONAL MATCH (node)-[fact]-(:Entity)
WITH node, names, count(fact) AS facts, min(fact.date_from) AS since, max(fact.date_to) AS until
RETURN node.id AS id, node.name AS name, head([label IN labels(node) WHERE label <> 'Entity']) AS kind,
  node.aliases AS aliases, facts, since, until
// not by the score of the index, which is another in every engine: whole words before parts
ORDER BY names CONTAINS $text DESC, ' ' + names + ' ' CONTAINS ' ' + $text + ' ' DESC, facts DESC, id
LIMIT $limit
