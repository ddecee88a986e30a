// group: people
// question: Which offices does a person hold, and who appointed them?
// param: person entity(Person) - who
// param: limit int [100] - most rows
// example: person="Ileana Dragomir"
// column: relation text - REPRESENTS for an office, APPOINTS for an appointment
// column: role text - the office
// column: other text - what is represented, or who appoints
// column: other_id entity - the same, as an id
// column: date date - when, as stated
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (person:Entity {id: $person})-[fact:APPOINTS|REPRESENTS]-(other:Entity)
WHERE type(fact) = 'REPRESENTS' AND startNode(fact) = person
  OR type(fact) = 'APPOINTS' AND endNode(fact) = person
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, fact.role AS role, other.name AS other, other.id AS other_id,
  fact.date AS date, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY relation DESC, other, coalesce(fact.role, ''), fact.key
LIMIT $limit
