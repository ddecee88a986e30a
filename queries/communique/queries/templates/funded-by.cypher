// group: organisations
// question: What does a country or an organisation fund or support?
// param: entity entity(Country|Organisation|Person) - who
// param: limit int [100] - most rows
// example: entity=Latvia
// ask: what does {entity} fund
// ask: what is funded by {entity}
// ask: who gets money from {entity}
// ask: what does {entity} support
// ask: what does {entity} pay for
// ask: projects financed by {entity}
// ask: what is paid for by {entity}
// ask: what has {entity} given money to
// ask: {entity}'s funding
// ask: on what does {entity} spend money
// ask: which operations does {entity} fund
// ask: whom does {entity} support
// ask: who is supported by {entity}
// ask: what does {entity} finance
// ask: donations of {entity}
// ask: contributions by {entity}
// ask: recipients of {entity}'s money
// ask: where does {entity}'s money go
// ask: who receives support from {entity}
// ask: how much has {entity} donated
// ask: what is {entity} paying for
// ask: what has {entity} funded
// ask: which projects does {entity} finance
// ask: what does {entity} give money to
// ask: who receives money from {entity}
// ask: who is funded by {entity}
// ask: what {entity} funds
// ask: beneficiaries of {entity}
// ask: list everything funded by {entity}
// ask: things {entity} pays for
// ask: what is supported by {entity}
// ask: operations and events funded by {entity}
// ask: to whom does {entity} give money
// ask: spending of {entity}
// ask: what did {entity} contribute money to
// ask: aid given by {entity}
// ask: what gets money from {entity}
// column: relation text - FUNDS or SUPPORTS
// column: supported text - what is funded or supported
// column: supported_id entity - the same, as an id
// column: amount text - how much, as stated
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact:FUNDS|SUPPORTS]->(supported:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, supported.name AS supported, supported.id AS supported_id,
  fact.amount AS amount, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY relation, supported, supported_id, fact.key
LIMIT $limit
