// group: organisations
// question: Who and what is tied to both of two entities?
// param: first entity - one side
// param: second entity - the other side
// param: limit int [100] - most rows
// example: first=Romania second=Moldova limit=3
// ask: who connects both {first} and {second}
// ask: people tied to both {first} and {second}
// ask: what ties {first} and {second} together
// ask: what do {first} and {second} have in common
// ask: bridges between {first} and {second}
// ask: who links {first} and {second}
// ask: shared contacts of {first} and {second}
// ask: who has ties to both {first} and {second}
// ask: what is related to both {first} and {second}
// ask: which people, countries and events are tied to {first} as well as {second}
// ask: common neighbours of {first} and {second}
// ask: overlap between {first} and {second}
// ask: who works with both {first} and {second}
// ask: who stands between {first} and {second}
// ask: which people bridge {first} and {second}
// ask: who is linked with {first} and also with {second}
// ask: which people, countries, bodies and events are tied to both {first} and {second}
// ask: who and what do {first} and {second} share
// ask: what do {first} and {second} share
// ask: shared ties of {first} and {second}
// ask: common connections of {first} and {second}
// ask: connections common to {first} and {second}
// ask: who has something to do with both {first} and {second}
// ask: what do both {first} and {second} have to do with
// ask: entities linked to both {first} and {second}
// ask: list all that links {first} and {second}
// ask: who is connected to both {first} and {second}
// ask: things in common between {first} and {second}
// ask: mutual contacts of {first} and {second}
// ask: which people and bodies link {first} with {second}
// ask: who ties {first} to {second}
// ask: what people and organisations tie {first} and {second} together
// ask: all that {first} and {second} have in common
// ask: what does {first} share with {second}
// ask: who do {first} and {second} both have ties to
// ask: common ground between {first} and {second}
// ask: with whom are both {first} and {second} connected
// ask: who or what is linked to {first} and also to {second}
// ask: what is connected with both {first} and {second}
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
