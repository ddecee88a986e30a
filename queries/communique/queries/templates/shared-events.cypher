// group: people
// question: Which events did two both attend?
// param: first entity(Person|Country|Organisation) - one side
// param: second entity(Person|Country|Organisation) - the other side
// param: limit int [100] - most rows
// example: first="Henrik Solvang" second="Corina Albescu"
// ask: which events did {first} and {second} both attend
// ask: events attended by both {first} and {second}
// ask: shared events of {first} and {second}
// ask: at which events were {first} and {second} both present
// ask: what events have {first} and {second} in common
// ask: where were {first} and {second} at the same time
// ask: did {first} and {second} take part in the same events
// ask: common events of {first} and {second}
// ask: events that {first} attended together with {second}
// ask: which conferences were {first} and {second} both at
// ask: occasions on which {first} and {second} took part
// ask: which summit did {first} attend with {second}
// ask: at what events did {first} and {second} cross paths
// ask: same events {first} {second}
// ask: events with {first} and {second}
// ask: events {first} and {second} attended together
// ask: both {first} and {second} at which event
// ask: list the events that both {first} and {second} took part in
// ask: which conferences had {first} as well as {second}
// ask: where did {first} and {second} both appear
// ask: events common to {first} and {second}
// ask: summits with both {first} and {second}
// ask: were {first} and {second} at the same event
// ask: at which conferences could {first} have run into {second}
// ask: joint appearances of {first} and {second}
// ask: did {first} and {second} attend any event together
// ask: have {first} and {second} been at the same conference
// column: event text - the event
// column: event_id entity - the same, as an id
// column: date date - when it was held or attended, as stated
// column: first_relations list - how the first is related to it
// column: second_relations list - how the second is
// column: quote quote - the words about the first
// column: release release - the release they stand in
// column: second_quote quote - the words about the second
// column: second_release release - the release they stand in
// column: published date - when the release about the first came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $first})
  -[tie:HOSTS|LEADS|ORGANISES|PARTICIPATES_IN]->(event:Event)
WITH event, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH event, collect(tie) AS ties
MATCH (event)<-[tie:HOSTS|LEADS|ORGANISES|PARTICIPATES_IN]-(:Entity {id: $second})
WITH event, ties, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH event, ties, collect(tie) AS others
WITH event, ties, others, ties[0] AS fact, others[0] AS other
CALL {
  WITH event OPTIONAL MATCH (event)-[held:HELD_IN]->(:Entity) RETURN min(held.date) AS held
}
CALL {
  WITH ties, others UNWIND ties + others AS tie RETURN min(tie.date) AS stated
}
CALL {
  WITH ties UNWIND ties AS tie WITH DISTINCT type(tie) AS name ORDER BY name
  RETURN collect(name) AS first_relations
}
CALL {
  WITH others UNWIND others AS tie WITH DISTINCT type(tie) AS name ORDER BY name
  RETURN collect(name) AS second_relations
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN event.name AS event, event.id AS event_id, coalesce(held, stated) AS date, first_relations,
  second_relations, fact.quotes[0] AS quote, fact.releases[0] AS release,
  other.quotes[0] AS second_quote, other.releases[0] AS second_release,
  source.published AS published, [told IN ties + others | told.key] AS keys
ORDER BY coalesce(date, '9999-12-31'), event, event_id
LIMIT $limit
