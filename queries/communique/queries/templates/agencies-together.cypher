// group: organisations
// question: Which agencies work together with an organisation, and on which operations?
// param: organisation entity(Organisation) - the organisation
// param: limit int [100] - most rows
// example: organisation=Europol
// column: agency text - the other organisation
// column: agency_id entity - the same, as an id
// column: operations int - number of operations both work on
// column: names list - their names
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (one:Entity {id: $organisation})
  -[:COORDINATES|FUNDS|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]->(operation:Operation)
WITH DISTINCT one, operation
MATCH (operation)
  <-[tie:COORDINATES|FUNDS|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]-(agency:Organisation)
WHERE agency <> one
WITH agency, operation, tie ORDER BY operation.name, operation.id, tie.key
WITH agency, collect(DISTINCT operation) AS shared, collect(tie) AS ties
WITH agency, shared, ties[0] AS fact
CALL {
  WITH shared UNWIND shared AS operation OPTIONAL MATCH (operation)-[told]-(:Entity)
  RETURN min(told.date_from) AS since, max(told.date_to) AS until
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN agency.name AS agency, agency.id AS agency_id, size(shared) AS operations,
  [operation IN shared | operation.name] AS names, since, until, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY operations DESC, agency, agency_id
LIMIT $limit
