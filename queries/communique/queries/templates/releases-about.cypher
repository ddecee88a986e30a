// group: evidence
// question: Which releases speak of someone or something?
// param: entity entity - whom or what
// param: limit int [100] - most rows
// example: entity="Ileana Dragomir" limit=4
// ask: which releases mention {entity}
// ask: releases about {entity}
// ask: press releases on {entity}
// ask: in which releases does {entity} appear
// ask: where is {entity} mentioned
// ask: which releases speak of {entity}
// ask: documents that name {entity}
// ask: which communiques refer to {entity}
// ask: list the sources that mention {entity}
// ask: which press releases talk about {entity}
// ask: who writes about {entity}
// ask: statements published about {entity}
// ask: which texts are about {entity}
// ask: {entity} press releases
// ask: headlines about {entity}
// ask: articles naming {entity}
// ask: where can I read about {entity}
// ask: in which press releases is {entity} named
// ask: press releases about {entity}
// ask: releases on {entity}
// ask: list releases that mention {entity}
// ask: which sources write about {entity}
// ask: original releases on {entity}
// ask: which publications mention {entity}
// ask: in which texts does {entity} come up
// ask: who published something about {entity}
// ask: list {limit} press statements that speak of {entity}
// ask: release list for {entity}
// ask: all releases naming {entity}
// ask: which documents are about {entity}
// ask: coverage of {entity}
// ask: press releases in which {entity} is named
// ask: in which releases is {entity} named
// ask: find me releases that name {entity}
// ask: where do the sources speak about {entity}
// column: published date - when it came out
// column: release release - the release
// column: headline text - its headline
// column: issued_by text - who issued it
// column: url text - where it was published
// column: facts int - number of facts it states about the entity
// column: quote quote - the first words it states one with
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact]-(:Entity)
UNWIND range(0, size(fact.releases) - 1) AS position
WITH fact.releases[position] AS id, fact.starts[position] AS place,
  fact.quotes[position] AS quote, fact.key AS key
ORDER BY id, place, quote, key
WITH id, collect(quote) AS quotes, count(DISTINCT key) AS facts,
  collect(DISTINCT key) AS keys
OPTIONAL MATCH (source:Release {id: id})
RETURN source.published AS published, id AS release, source.headline AS headline,
  source.source AS issued_by, source.url AS url, facts, quotes[0] AS quote,
  keys
ORDER BY coalesce(published, '9999-12-31'), release
LIMIT $limit
