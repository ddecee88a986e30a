// group: organisations
// question: Which operations does an organisation lead, coordinate, support, fund or take part in?
// param: organisation entity(Organisation) - the organisation
// param: limit int [100] - most rows
// example: organisation=Europol
// ask: which operations does {organisation} lead
// ask: operations coordinated by {organisation}
// ask: operations of {organisation}
// ask: {organisation}'s operations
// ask: what operations is {organisation} involved in
// ask: in which operations does {organisation} take part
// ask: what missions does {organisation} run
// ask: operations supported by {organisation}
// ask: operations led by {organisation}
// ask: which exercises does {organisation} take part in
// ask: {organisation} operations
// ask: list all missions of {organisation}
// ask: what does {organisation} coordinate
// ask: what does {organisation} lead
// ask: operations with {organisation}
// ask: what operations has {organisation} carried out
// ask: which operations did {organisation} help with
// ask: which operations has {organisation} been part of
// ask: operations {organisation} took part in
// ask: operations in which {organisation} is involved
// ask: which operations were coordinated by {organisation}
// ask: what has {organisation} been coordinating
// ask: missions led by {organisation}
// ask: which operations involve {organisation}
// ask: what operations is {organisation} running
// ask: exercises of {organisation}
// ask: operations that {organisation} supports
// ask: in what operations has {organisation} participated
// ask: role of {organisation} in operations
// ask: what operations has {organisation} supported
// ask: which operations did {organisation} support
// ask: what has {organisation} led
// ask: in which missions is {organisation} active
// ask: what exercises does {organisation} hold
// ask: operations in which {organisation} works
// ask: operations involving {organisation}
// ask: operations that concern {organisation}
// column: operation text - its name or description
// column: operation_id entity - the same, as an id
// column: relations list - how the organisation and the operation are related
// column: since date - earliest day that is stated for it
// column: until date - latest day that is stated for it
// column: countries list - which countries it involves
// column: quote quote - the words that tie the two
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $organisation})
  -[tie:COORDINATES|FUNDS|HOSTS|LEADS|ORGANISES|PARTICIPATES_IN|PART_OF|SUPPORTS]
  -(operation:Operation)
WITH operation, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH operation, collect(tie) AS ties
WITH operation, ties, ties[0] AS fact
CALL {
  WITH ties UNWIND ties AS tie WITH DISTINCT type(tie) AS name ORDER BY name
  RETURN collect(name) AS relations
}
CALL {
  WITH operation OPTIONAL MATCH (operation)-[told]-(:Entity)
  RETURN min(told.date_from) AS since, max(told.date_to) AS until
}
CALL {
  WITH operation OPTIONAL MATCH (operation)-[:INVOLVES]->(country:Country)
  WITH DISTINCT country.name AS name ORDER BY name RETURN collect(name) AS countries
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN operation.name AS operation, operation.id AS operation_id, relations, since, until,
  countries, fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [told IN ties | told.key] AS keys
ORDER BY coalesce(since, '9999-12-31'), operation, operation_id
LIMIT $limit
