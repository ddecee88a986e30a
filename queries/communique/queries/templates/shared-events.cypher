// group: people
// question: Which events did two both attend?
// param: first entity(Person|Country|Organisation) - one side
// param: second entity(Person|Country|Organisation) - the other side
// param: limit int [100] - most rows
// example: first="Henrik Solvang" second="Corina Albescu"
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
