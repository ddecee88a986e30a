// group: evidence
// question: Which facts do several independent sources tell?
// param: entity entity [] - about whom or what; about all if left out
// param: least int [2] - number of sources that tell it at least
// param: limit int [100] - most rows
// example: least=3
// column: sources int - number of independent sources; releases of one issuer count once
// column: issuers list - who they are
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (one:Entity)-[fact]->(two:Entity)
WHERE fact.support >= $least AND size(fact.issuers) >= $least
  AND ($entity IS NULL OR one.id = $entity OR two.id = $entity)
WITH one, two, fact, size(fact.issuers) AS sources
ORDER BY sources DESC, fact.support DESC, type(fact), one.name, two.name, fact.key
LIMIT $limit
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN sources, fact.issuers AS issuers, one.name AS subject, one.id AS subject_id, type(fact) AS relation,
  two.name AS object, two.id AS object_id, fact.role AS role, fact.date AS date,
  fact.status AS status, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY sources DESC, support DESC, relation, subject, object, fact.key
