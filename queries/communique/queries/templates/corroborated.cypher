// group: evidence
// question: Which facts do several independent sources tell?
// param: entity entity [] - about whom or what; about all if left out
// param: least int [2] - number of sources that tell it at least
// param: limit int [100] - most rows
// example: least=3
// ask: which facts are confirmed by two or more sources
// ask: facts told by several independent sources
// ask: facts about {entity} told by at least {least} sources
// ask: what is corroborated about {entity}
// ask: which facts have more than one source
// ask: what do at least {least} sources agree on
// ask: corroborated facts
// ask: well supported facts on {entity}
// ask: facts with {least} or more independent sources
// ask: what is confirmed by multiple sources about {entity}
// ask: which statements about {entity} are backed by several releases
// ask: what do several sources say of {entity}
// ask: independently confirmed facts
// ask: what is reported by {least} different sources
// ask: what can be trusted about {entity}
// ask: what is known about {entity} from several sources
// ask: what do several independent sources say about {entity}
// ask: facts on {entity} that several sources confirm
// ask: which facts are told by at least {least} independent sources
// ask: facts confirmed by {least} sources
// ask: corroborated facts about {entity}
// ask: facts supported by two sources
// ask: what have {least} different publishers said
// ask: which facts are best supported
// ask: facts with several sources
// ask: confirmed facts about {entity}
// ask: what is told by more than one source
// ask: multiple source facts on {entity}
// ask: what about {entity} is confirmed independently
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
// column: keys keys - the facts it rests on
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
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY sources DESC, support DESC, relation, subject, object, fact.key
