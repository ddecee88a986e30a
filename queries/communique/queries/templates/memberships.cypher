// group: organisations
// question: Of what is a country, an organisation or an operation a member or part?
// param: entity entity(Country|Organisation|Operation|Event) - the member
// param: limit int [100] - most rows
// example: entity=Moldova
// ask: what is {entity} a member of
// ask: which organisations does {entity} belong to
// ask: memberships of {entity}
// ask: {entity}'s memberships
// ask: what is {entity} part of
// ask: of which organisations is {entity} a member
// ask: to which bodies does {entity} belong
// ask: which organisations has {entity} joined
// ask: what does {entity} belong to
// ask: parent organisation of {entity}
// ask: is {entity} a member of anything
// ask: organisations with {entity} as a member
// ask: which alliances is {entity} in
// ask: what clubs is {entity} in
// ask: organisations {entity} is a member of
// ask: organisations {entity} belongs to
// ask: which bodies is {entity} a member of
// ask: to what does {entity} belong
// ask: which international organisations count {entity} as a member
// ask: in which organisations is {entity} a member
// ask: is {entity} part of a larger organisation
// ask: which organisation is above {entity}
// ask: {entity} is a member of what
// ask: what has {entity} joined
// ask: membership of {entity} in organisations
// ask: is {entity} part of anything
// ask: is {entity} part of something bigger
// ask: what larger body is {entity} part of
// ask: where is {entity} a member
// ask: is {entity} a member of anything else
// column: relation text - MEMBER_OF or PART_OF
// column: whole text - of what
// column: whole_id entity - the same, as an id
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact:MEMBER_OF|PART_OF]->(whole:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, whole.name AS whole, whole.id AS whole_id,
  fact.support AS support, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published, [fact.key] AS keys
ORDER BY relation, whole, whole_id, fact.key
LIMIT $limit
