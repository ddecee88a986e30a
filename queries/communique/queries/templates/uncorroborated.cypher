// group: evidence
// question: Which facts does one source alone tell, the least sure first?
// param: entity entity [] - about whom or what; about all if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" limit=3
// ask: which facts have only one source
// ask: facts that rest on a single source
// ask: what is not corroborated about {entity}
// ask: uncorroborated facts
// ask: which statements about {entity} have just one source
// ask: unconfirmed facts about {entity}
// ask: single source facts
// ask: least certain facts
// ask: what is told by one release alone
// ask: weakly supported facts on {entity}
// ask: which claims about {entity} are unconfirmed
// ask: what is only reported once
// ask: facts without a second source
// ask: what is doubtful about {entity}
// ask: what do we know about {entity} from one source only
// ask: facts with one source
// ask: facts with only one source
// ask: which facts about {entity} lack a second source
// ask: what rests on one source only
// ask: what is only told by one source about {entity}
// ask: which facts are the least certain
// ask: claims without corroboration
// ask: unverified facts
// ask: facts about {entity} that nobody else confirms
// ask: facts not confirmed by another source
// ask: facts on {entity} with a single source
// ask: statements that only one release makes
// ask: what is least sure about {entity}
// ask: weakest facts about {entity}
// ask: least reliable facts first
// ask: which facts are the shakiest
// column: confidence number - how sure the rules are, up to 1
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: issuer text - who issued the release or releases
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (one:Entity)-[fact]->(two:Entity)
WHERE (fact.support = 1 OR fact.issuers IS NULL OR size(fact.issuers) < 2)
  AND ($entity IS NULL OR one.id = $entity OR two.id = $entity)
WITH fact
ORDER BY fact.confidence, type(fact), startNode(fact).name, endNode(fact).name, fact.key
LIMIT $limit
WITH fact, startNode(fact) AS one, endNode(fact) AS two
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.confidence AS confidence, one.name AS subject, one.id AS subject_id,
  type(fact) AS relation, two.name AS object, two.id AS object_id, fact.role AS role,
  fact.date AS date, fact.status AS status, head(fact.issuers) AS issuer, fact.support AS support,
  fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [fact.key] AS keys
ORDER BY confidence, relation, subject, object, fact.key
