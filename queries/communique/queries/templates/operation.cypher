// group: operations
// question: What is known of an operation: who leads, coordinates, supports, funds it, and where?
// param: operation entity(Operation) - the operation
// param: limit int [100] - most rows
// example: operation="Danube Shield 24" limit=6
// ask: what is known of {operation}
// ask: who leads {operation}
// ask: who coordinates {operation}
// ask: who takes part in {operation}
// ask: which countries are involved in {operation}
// ask: who supports {operation}
// ask: what is {operation}
// ask: where did {operation} take place
// ask: when was {operation}
// ask: participants in {operation}
// ask: tell me about {operation}
// ask: who is behind {operation}
// ask: who ran {operation}
// ask: details of {operation}
// ask: who was involved in {operation}
// ask: what role did others play in {operation}
// ask: which agencies took part in {operation}
// ask: {operation}
// ask: who contributes to {operation}
// ask: who commands {operation}
// ask: which organisations are involved in {operation}
// ask: who is leading {operation}
// ask: who coordinated {operation}
// ask: which countries took part in {operation}
// ask: who funds and supports {operation}
// ask: what do we know about {operation}
// ask: everything about {operation}
// ask: facts on {operation}
// ask: where does {operation} take place
// ask: {operation} participants
// ask: countries in {operation}
// ask: who participated in {operation}
// ask: who was part of {operation}
// ask: who worked on {operation}
// ask: whom does {operation} involve
// ask: who runs {operation}
// ask: information on {operation}
// ask: lead country of {operation}
// ask: who is in charge of {operation}
// ask: when and where was {operation} held
// ask: which delegations came to {operation}
// ask: who heads {operation}
// ask: when was {operation} held
// ask: who attended {operation}
// ask: who organised {operation}
// ask: who hosted {operation}
// ask: was anybody at {operation}
// ask: who represents whom in {operation}
// ask: members of {operation}
// ask: visitors of {operation}
// ask: who pays for and supports {operation}
// column: relation text - in which way
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: amount text - how much, as stated
// column: date date - when, as stated
// column: status text - held or planned
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $operation})-[fact]-(:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, startNode(fact).name AS subject, startNode(fact).id AS subject_id,
  endNode(fact).name AS object, endNode(fact).id AS object_id, fact.role AS role,
  fact.amount AS amount, fact.date AS date, fact.status AS status, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY relation, subject, object, fact.key
LIMIT $limit
