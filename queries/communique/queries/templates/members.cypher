// group: organisations
// question: Which countries and organisations belong to an organisation?
// param: organisation entity(Organisation) - the organisation
// param: limit int [100] - most rows
// example: organisation=NATO
// column: member text - who belongs to it
// column: member_id entity - the same, as an id
// column: relation text - MEMBER_OF, or PART_OF for its bodies
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (:Entity {id: $organisation})<-[fact:MEMBER_OF|PART_OF]-(member:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN member.name AS member, member.id AS member_id, type(fact) AS relation,
  fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY relation, member, member_id, fact.key
LIMIT $limit
