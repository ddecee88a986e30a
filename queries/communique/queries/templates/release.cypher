// group: evidence
// question: What does one release say?
// param: release text - the release, by id, address or words of its headline
// param: limit int [100] - most rows
// example: release="Danube Shield 24" limit=5
// column: headline text - its headline
// column: published date - when it came out
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: confidence number - how sure the rules are, up to 1
// column: support int - number of releases that say so
// column: quote quote - its words
// column: release release - its id
// column: starts_at int - where the words begin in its text, in code points
MATCH (told:Release)
WHERE told.id = $release OR told.url = $release OR $release IN coalesce(told.copies, [])
  OR toLower(told.headline) CONTAINS toLower($release)
WITH collect(told.id) AS ids
MATCH (one:Entity)-[fact]->(two:Entity)
WHERE any(id IN fact.releases WHERE id IN ids)
UNWIND range(0, size(fact.releases) - 1) AS position
WITH one, two, fact, position, ids
WHERE fact.releases[position] IN ids
MATCH (source:Release {id: fact.releases[position]})
RETURN source.headline AS headline, source.published AS published, one.name AS subject,
  one.id AS subject_id, type(fact) AS relation, two.name AS object, two.id AS object_id,
  fact.role AS role, fact.date AS date, fact.status AS status, fact.confidence AS confidence,
  fact.support AS support, fact.quotes[position] AS quote, source.id AS release,
  fact.starts[position] AS starts_at
ORDER BY coalesce(published, '9999-12-31'), release, starts_at, relation, subject, object,
  fact.key, position
LIMIT $limit
