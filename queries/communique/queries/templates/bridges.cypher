// group: organisations
// question: Who and what is tied to both of two organisations?
// param: first entity - one side
// param: second entity - the other side
// param: limit int [100] - most rows
// example: first=Romania second=Moldova limit=3
// column: bridge text - who or what is tied to both
// column: bridge_id entity - the same, as an id
// column: kind text - what it is
// column: first_relations list - how it is related to the first
// column: second_relations list - how it is related to the second
// column: facts int - number of facts about it and either
// column: quote quote - the words about it and the first
// column: release release - the release they stand in
// column: second_quote quote - the words about it and the second
// column: second_release release - the release they stand in
// column: published date - when the release about the first came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $first})-[tie]-(bridge:Entity)
WHERE bridge.id <> $second
WITH bridge, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH bridge, collect(tie) AS ties
MATCH (bridge)-[tie]-(:Entity {id: $second})
WHERE bridge.id <> $first
WITH bridge, ties, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH bridge, ties, collect(tie) AS others
WITH bridge, ties, others, size(ties) + size(others) AS facts, ties[0] AS fact, others[0] AS other
ORDER BY facts DESC, bridge.name, bridge.id
LIMIT $limit
CALL {
  WITH ties UNWIND ties AS tie WITH DISTINCT type(tie) AS name ORDER BY name
  RETURN collect(name) AS first_relations
}
CALL {
  WITH others UNWIND others AS tie WITH DISTINCT type(tie) AS name ORDER BY name
  RETURN collect(name) AS second_relations
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN bridge.name AS bridge, bridge.id AS bridge_id,
  head([label IN labels(bridge) WHERE label <> 'Entity']) AS kind, first_relations,
  second_relations, facts, fact.quotes[0] AS quote, fact.releases[0] AS release,
  other.quotes[0] AS second_quote, other.releases[0] AS second_release,
  source.published AS published, [told IN ties + others | told.key] AS keys
ORDER BY facts DESC, bridge, bridge_id
