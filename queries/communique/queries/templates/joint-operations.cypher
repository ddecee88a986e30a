// group: operations
// question: In which operations are two both involved?
// param: first entity(Country|Organisation|Person) - one side
// param: second entity(Country|Organisation|Person) - the other side
// param: limit int [100] - most rows
// example: first=Moldova second=Frontex
// ask: which operations are both {first} and {second} involved in
// ask: joint operations of {first} and {second}
// ask: operations where {first} and {second} work together
// ask: in which operations do {first} and {second} both take part
// ask: common operations of {first} and {second}
// ask: what operations did {first} carry out with {second}
// ask: shared missions of {first} and {second}
// ask: operations with {first} and {second}
// ask: operations involving {first} and {second}
// ask: which exercises did {first} and {second} both join
// ask: on which operations do {first} and {second} cooperate
// ask: operations {first} and {second} share
// ask: did {first} and {second} take part in the same operations
// ask: what missions do {first} and {second} have in common
// ask: operations with both {first} and {second}
// ask: operations that involve both {first} and {second}
// ask: in which operations are {first} and {second} both involved
// ask: operations of {first} together with {second}
// ask: which operations did {first} and {second} conduct jointly
// ask: missions in which {first} and {second} take part
// ask: on what operations did {first} work with {second}
// ask: which missions unite {first} and {second}
// ask: operations shared by {first} and {second}
// ask: {first} {second} joint operations
// ask: exercises with {first} and {second}
// ask: did {first} and {second} run an operation together
// ask: did {first} and {second} ever work together on an operation
// ask: have {first} and {second} had joint operations
// ask: operations {first} ran with {second}
// column: operation text - the operation
// column: operation_id entity - the same, as an id
// column: date date - when it was held or carried out, as stated
// column: first_relations list - how the first is related to it
// column: second_relations list - how the second is
// column: quote quote - the words about the first
// column: release release - the release they stand in
// column: second_quote quote - the words about the second
// column: second_release release - the release they stand in
// column: published date - when the release about the first came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $first})
  -[tie:COORDINATES|FUNDS|HELD_IN|HOSTS|INVOLVES|LEADS|ORGANISES|PARTICIPATES_IN|PART_OF|SUPPORTS]
  -(operation:Operation)
WITH operation, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH operation, collect(tie) AS ties
MATCH (operation)
  -[tie:COORDINATES|FUNDS|HELD_IN|HOSTS|INVOLVES|LEADS|ORGANISES|PARTICIPATES_IN|PART_OF|SUPPORTS]
  -(:Entity {id: $second})
WITH operation, ties, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH operation, ties, collect(tie) AS others
WITH operation, ties, others, ties[0] AS fact, others[0] AS other
CALL {
  WITH operation OPTIONAL MATCH (operation)-[held:HELD_IN]->(:Entity) RETURN min(held.date) AS held
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
RETURN operation.name AS operation, operation.id AS operation_id, coalesce(held, stated) AS date, first_relations,
  second_relations, fact.quotes[0] AS quote, fact.releases[0] AS release,
  other.quotes[0] AS second_quote, other.releases[0] AS second_release,
  source.published AS published, [told IN ties + others | told.key] AS keys
ORDER BY coalesce(date, '9999-12-31'), operation, operation_id
LIMIT $limit
