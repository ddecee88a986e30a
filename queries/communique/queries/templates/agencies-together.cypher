// group: organisations
// question: Which agencies work together with an organisation, and on which operations?
// param: organisation entity(Organisation) - the organisation
// param: limit int [100] - most rows
// example: organisation=Europol
// ask: which agencies work together with {organisation}
// ask: who does {organisation} work with on operations
// ask: which agencies cooperate with {organisation}
// ask: partners of {organisation}
// ask: {organisation}'s partner agencies
// ask: agencies that collaborate with {organisation}
// ask: with which organisations does {organisation} coordinate
// ask: with whom does {organisation} cooperate
// ask: which bodies coordinate together with {organisation}
// ask: who are the partners of {organisation} in operations
// ask: which organisations team up with {organisation}
// ask: who works alongside {organisation}
// ask: agencies on the same operations as {organisation}
// ask: which agencies share operations with {organisation}
// ask: which agencies does {organisation} work with
// ask: joint work of {organisation} with other agencies
// ask: which other agencies work with {organisation}
// ask: cooperation of {organisation} with other agencies
// ask: cooperation partners of {organisation}
// ask: which agencies does {organisation} cooperate with
// ask: with whom does {organisation} run operations
// ask: agencies working alongside {organisation}
// ask: which organisations cooperate with {organisation} in operations
// ask: which agencies were on operations with {organisation}
// ask: operational partners of {organisation}
// ask: other agencies on {organisation}'s operations
// ask: agencies coordinating together with {organisation}
// ask: who are {organisation}'s co-workers on operations
// column: agency text - the other organisation
// column: agency_id entity - the same, as an id
// column: operations int - number of operations both work on
// column: names list - their names
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (one:Entity {id: $organisation})
  -[:COORDINATES|FUNDS|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]->(operation:Operation)
WITH DISTINCT one, operation
MATCH (operation)
  <-[tie:COORDINATES|FUNDS|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]-(agency:Organisation)
WHERE agency <> one
WITH agency, operation, tie ORDER BY operation.name, operation.id, tie.key
WITH agency, collect(DISTINCT operation) AS shared, collect(tie) AS ties
WITH agency, shared, ties, ties[0] AS fact
CALL {
  WITH shared UNWIND shared AS operation OPTIONAL MATCH (operation)-[told]-(:Entity)
  RETURN min(told.date_from) AS since, max(told.date_to) AS until
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN agency.name AS agency, agency.id AS agency_id, size(shared) AS operations,
  [operation IN shared | operation.name] AS names, since, until, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published,
  [tie IN ties | tie.key] AS keys
ORDER BY operations DESC, agency, agency_id
LIMIT $limit
