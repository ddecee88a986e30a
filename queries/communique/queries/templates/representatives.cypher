// group: countries
// question: Who represents a country or an organisation, and in which role?
// param: entity entity(Country|Organisation) - what is represented
// param: limit int [100] - most rows
// example: entity=Romania
// column: person text - who
// column: person_id entity - who, as an id
// column: role text - as what
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (:Entity {id: $entity})<-[fact:REPRESENTS]-(person:Person)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN person.name AS person, person.id AS person_id, fact.role AS role, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY person, person_id, coalesce(fact.role, ''), fact.key
LIMIT $limit
