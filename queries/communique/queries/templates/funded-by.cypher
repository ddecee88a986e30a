// group: organisations
// question: What does a country or an organisation fund or support?
// param: entity entity(Country|Organisation|Person) - who
// param: limit int [100] - most rows
// example: entity=Latvia
// column: relation text - FUNDS or SUPPORTS
// column: supported text - what is funded or supported
// column: supported_id entity - the same, as an id
// column: amount text - how much, as stated
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (:Entity {id: $entity})-[fact:FUNDS|SUPPORTS]->(supported:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, supported.name AS supported, supported.id AS supported_id,
  fact.amount AS amount, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY relation, supported, supported_id, fact.key
LIMIT $limit
