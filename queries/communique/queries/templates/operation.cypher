// group: operations
// question: What is known of an operation: who leads, coordinates, supports, funds it, and where?
// param: operation entity(Operation) - the operation
// param: limit int [100] - most rows
// example: operation="Danube Shield 24" limit=6
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
MATCH (:Entity {id: $operation})-[fact]-(:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, startNode(fact).name AS subject, startNode(fact).id AS subject_id,
  endNode(fact).name AS object, endNode(fact).id AS object_id, fact.role AS role,
  fact.amount AS amount, fact.date AS date, fact.status AS status, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY relation, subject, object, fact.key
LIMIT $limit
