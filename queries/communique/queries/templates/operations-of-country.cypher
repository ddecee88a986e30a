// group: countries
// question: Which operations concern a country, and who leads, coordinates, supports them?
// param: country entity(Country) - the country
// param: limit int [100] - most rows
// example: country=Moldova limit=3
// ask: which operations concern {country}
// ask: operations in {country}
// ask: operations involving {country}
// ask: which operations does {country} take part in
// ask: what missions is {country} part of
// ask: {country}'s operations
// ask: {country} operations
// ask: operations with {country}
// ask: which exercises took place in {country}
// ask: what operations is {country} involved in
// ask: missions that affect {country}
// ask: who leads operations in {country}
// ask: which operations does {country} support
// ask: which operations does {country} lead
// ask: operations of {country}
// ask: what operations has {country} joined
// ask: in which operations is {country} involved
// ask: operations {country} is part of
// ask: which operations has {country} taken part in
// ask: operations that concern {country}
// ask: operations that took place in {country}
// ask: operations with {country}'s involvement
// ask: which missions are there in {country}
// ask: participation of {country} in operations
// ask: what exercises does {country} take part in
// ask: list the operations concerning {country} and who leads them
// ask: which operations targeted {country}
// ask: operations coordinated by {country}
// ask: operations led by {country}
// ask: operations supported by {country}
// ask: what operations does {country} run
// ask: what operations does {country} coordinate
// ask: where did {country} take part in operations and under whose lead
// column: operation text - its name or description
// column: operation_id entity - the same, as an id
// column: since date - earliest day that is stated for it
// column: until date - latest day that is stated for it
// column: relations list - how the country and the operation are related
// column: lead list - who leads it
// column: coordinating list - who coordinates it
// column: supporting list - who supports it
// column: funding list - who pays for it
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (operation:Operation)
  -[tie:FUNDS|HELD_IN|HOSTS|INVOLVES|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]
  -(:Entity {id: $country})
WITH operation, tie ORDER BY tie.releases[0], tie.starts[0], tie.key
WITH operation, collect(tie) AS ties
WITH operation, ties, ties[0] AS fact, [tie IN ties | tie.key] AS own
CALL {
  WITH ties UNWIND ties AS tie WITH DISTINCT type(tie) AS name ORDER BY name
  RETURN collect(name) AS relations
}
CALL {
  WITH operation OPTIONAL MATCH (operation)-[told]-(:Entity)
  RETURN min(told.date_from) AS since, max(told.date_to) AS until
}
CALL {
  WITH operation OPTIONAL MATCH (actor:Entity)-[:LEADS]->(operation)
  WITH DISTINCT actor.name AS name ORDER BY name RETURN collect(name) AS lead
}
CALL {
  WITH operation OPTIONAL MATCH (actor:Entity)-[:COORDINATES]->(operation)
  WITH DISTINCT actor.name AS name ORDER BY name RETURN collect(name) AS coordinating
}
CALL {
  WITH operation OPTIONAL MATCH (actor:Entity)-[:SUPPORTS]->(operation)
  WITH DISTINCT actor.name AS name ORDER BY name RETURN collect(name) AS supporting
}
CALL {
  WITH operation OPTIONAL MATCH (actor:Entity)-[:FUNDS]->(operation)
  WITH DISTINCT actor.name AS name ORDER BY name RETURN collect(name) AS funding
}
CALL {
  WITH operation, own
  OPTIONAL MATCH (:Entity)-[told:COORDINATES|FUNDS|LEADS|SUPPORTS]->(operation)
  WHERE NOT told.key IN own
  WITH told ORDER BY told.key RETURN collect(told.key) AS actors
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN operation.name AS operation, operation.id AS operation_id, since, until, relations, lead,
  coordinating, supporting, funding, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published,
  own + actors AS keys
ORDER BY coalesce(since, '9999-12-31'), operation, operation_id
LIMIT $limit
