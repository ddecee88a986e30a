// group: network
// question: To whom and what is someone or something tied, and how?
// param: entity entity - whom or what
// param: limit int [200] - most rows
// example: entity=Europol
// ask: what is {entity} tied to
// ask: everything connected with {entity}
// ask: to whom is {entity} linked
// ask: network of {entity}
// ask: {entity}'s connections
// ask: who is {entity} connected to
// ask: what is {entity} related to
// ask: neighbours of {entity}
// ask: all ties of {entity}
// ask: who and what is linked to {entity}
// ask: relations of {entity}
// ask: {entity}'s links by relation
// ask: everything {entity} is connected to
// ask: what is associated with {entity}
// ask: who has ties to {entity}
// ask: {entity}'s network
// ask: with whom is {entity} connected
// ask: surroundings of {entity}
// ask: everything tied to {entity}
// ask: which entities is {entity} related to
// ask: all relations of {entity}
// ask: everything linked to {entity}
// ask: who and what is {entity} connected with
// ask: ties of {entity}
// ask: links of {entity}
// ask: all that {entity} is linked to
// ask: show {entity}'s neighbourhood
// ask: what surrounds {entity} in the network
// ask: list everything related to {entity}
// ask: which entities are connected with {entity}
// ask: the network around {entity}
// ask: what do we know about {entity}
// ask: everything we know about {entity}
// ask: neighbours of {entity} in the graph
// ask: direct neighbours of {entity}
// ask: direct relations of {entity}
// ask: what is directly linked to {entity}
// ask: relations that {entity} has
// ask: all facts on {entity} by relation
// ask: who and what has to do with {entity}
// ask: map out the connections of {entity}
// ask: draw the network around {entity}
// column: relation text - the relation
// column: side text - whether the entity asked about is its subject or its object
// column: neighbour text - to whom or what
// column: neighbour_id entity - the same, as an id
// column: kind text - what that is
// column: facts int - number of facts of this relation
// column: since date - earliest day that is stated
// column: until date - latest day that is stated
// column: quote quote - the words the first of them rests on
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (centre:Entity {id: $entity})-[fact]-(neighbour:Entity)
WITH neighbour, type(fact) AS relation, fact, CASE
  WHEN type(fact) = 'MEETS' THEN null
  WHEN startNode(fact) = centre THEN 'subject'
  ELSE 'object' END AS side
ORDER BY coalesce(fact.date_from, '9999-12-31'), fact.key
WITH neighbour, relation, side, collect(fact) AS facts, collect(fact.key) AS keys,
  count(fact) AS number, min(fact.date_from) AS since, max(fact.date_to) AS until
WITH neighbour, relation, side, number, since, until, keys, facts[0] AS fact
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN relation, side, neighbour.name AS neighbour, neighbour.id AS neighbour_id,
  head([label IN labels(neighbour) WHERE label <> 'Entity']) AS kind, number AS facts, since,
  until, fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published, keys
ORDER BY relation, coalesce(side, ''), facts DESC, neighbour, neighbour_id
LIMIT $limit
