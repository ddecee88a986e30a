// group: evidence
// question: Which releases speak of someone or something?
// param: entity entity - whom or what
// param: limit int [100] - most rows
// example: entity="Ileana Dragomir" limit=4
// column: published date - when it came out
// column: release release - the release
// column: headline text - its headline
// column: issued_by text - who issued it
// column: url text - where it was published
// column: facts int - number of facts it states about the entity
// column: quote quote - the first words it states one with
MATCH (:Entity {id: $entity})-[fact]-(:Entity)
UNWIND range(0, size(fact.releases) - 1) AS position
WITH fact.releases[position] AS id, fact.starts[position] AS place,
  fact.quotes[position] AS quote, fact.key AS key
ORDER BY id, place, quote, key
WITH id, collect(quote) AS quotes, count(DISTINCT key) AS facts
OPTIONAL MATCH (source:Release {id: id})
RETURN source.published AS published, id AS release, source.headline AS headline,
  source.source AS issued_by, source.url AS url, facts, quotes[0] AS quote
ORDER BY coalesce(published, '9999-12-31'), release
LIMIT $limit
