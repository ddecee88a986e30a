// group: evidence
// question: What does one release say?
// param: release text - the release, by id, address or words of its headline
// param: limit int [100] - most rows
// example: release="Danube Shield 24" limit=5
// ask: what does release {release} say
// ask: show release {release}
// ask: what is in release {release}
// ask: content of release {release}
// ask: facts from release {release}
// ask: what does the communique {release} state
// ask: what was read in release {release}
// ask: statements of release {release}
// ask: what does {release} tell
// ask: which facts come from release {release}
// ask: open release {release}
// ask: summarise release {release}
// ask: the release {release}
// ask: read release {release}
// ask: facts in the release headlined {release}
// ask: contents of the press release {release}
// ask: what is said in {release}
// ask: what does the release headlined {release} say
// ask: what does the press release titled {release} contain
// ask: everything stated in release {release}
// ask: read me the facts from {release}
// ask: show me what {release} states
// ask: what facts does {release} give
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
// column: matching int - releases that these words name; an id names one alone
// column: keys keys - the facts it rests on
MATCH (told:Release)
WHERE told.id = $release OR told.url = $release OR $release IN coalesce(told.copies, [])
  OR toLower(told.headline) CONTAINS toLower($release)
WITH told.id AS id,
  told.id = $release OR coalesce(told.url, '') = $release OR $release IN coalesce(told.copies, [])
    OR toLower(coalesce(told.headline, '')) = toLower($release) AS exact
WITH collect(id) AS found, collect(CASE WHEN exact THEN id ELSE null END) AS named
WITH CASE WHEN size(named) > 0 THEN named ELSE found END AS ids
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
  fact.starts[position] AS starts_at, size(ids) AS matching, [fact.key] AS keys
ORDER BY coalesce(published, '9999-12-31'), release, starts_at, relation, subject, object,
  fact.key, position
LIMIT $limit
