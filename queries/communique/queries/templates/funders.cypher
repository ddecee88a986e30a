// group: operations
// question: Who funds an operation, an event or an organisation, and with how much?
// param: entity entity(Operation|Event|Organisation) - what is funded
// param: limit int [100] - most rows
// example: entity="Frost Line"
// column: funder text - who pays
// column: funder_id entity - the same, as an id
// column: amount text - how much, as stated
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (:Entity {id: $entity})<-[fact:FUNDS]-(funder:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN funder.name AS funder, funder.id AS funder_id, fact.amount AS amount, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY funder, funder_id, fact.key
LIMIT $limit
