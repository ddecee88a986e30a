// group: operations
// question: Who funds an operation, an event or an organisation, and with how much?
// param: entity entity(Operation|Event|Organisation) - what is funded
// param: limit int [100] - most rows
// example: entity="Frost Line"
// ask: who funds {entity}
// ask: who pays for {entity}
// ask: who is funding {entity}
// ask: funders of {entity}
// ask: donors of {entity}
// ask: how is {entity} financed
// ask: how much money was given for {entity}
// ask: who finances {entity}
// ask: by whom is {entity} funded
// ask: where does the money for {entity} come from
// ask: funding of {entity}
// ask: who gave money to {entity}
// ask: which countries pay for {entity}
// ask: sponsors of {entity}
// ask: how much does {entity} cost
// ask: who contributes money to {entity}
// ask: budget of {entity}
// ask: who financed {entity}
// ask: who funded {entity}
// ask: who paid for {entity}
// ask: who is paying for {entity}
// ask: how is {entity} funded
// ask: financing of {entity}
// ask: how much did each funder give to {entity}
// ask: where does {entity} get its money
// ask: who provides the money for {entity}
// ask: who are the donors of {entity}
// ask: which donors fund {entity}
// ask: {entity} funding
// ask: {entity} donors
// ask: who put up the money for {entity}
// ask: who supports {entity} financially
// ask: with how much money is {entity} funded
// ask: who are the financial backers of {entity}
// ask: who bankrolls {entity}
// ask: who gives money to {entity}
// ask: who has given money to {entity}
// ask: which countries gave money to {entity}
// ask: money for {entity}
// ask: who contributed to {entity} financially
// ask: from whom does {entity} get money
// column: funder text - who pays
// column: funder_id entity - the same, as an id
// column: amount text - how much, as stated
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})<-[fact:FUNDS]-(funder:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN funder.name AS funder, funder.id AS funder_id, fact.amount AS amount, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY funder, funder_id, fact.key
LIMIT $limit
