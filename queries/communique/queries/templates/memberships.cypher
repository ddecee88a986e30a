// group: organisations
// question: Of what is a country, an organisation or an operation a member or part?
// param: entity entity(Country|Organisation|Operation|Event) - the member
// param: limit int [100] - most rows
// example: entity=Moldova
// column: relation text - MEMBER_OF or PART_OF
// column: whole text - of what
// column: whole_id entity - the same, as an id
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (:Entity {id: $entity})-[fact:MEMBER_OF|PART_OF]->(whole:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, whole.name AS whole, whole.id AS whole_id,
  fact.support AS support, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published
ORDER BY relation, whole, whole_id, fact.key
LIMIT $limit
