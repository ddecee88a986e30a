// group: countries
// question: Who represents a country or an organisation, and in which role?
// param: entity entity(Country|Organisation) - what is represented
// param: limit int [100] - most rows
// example: entity=Romania
// ask: who represents {entity}
// ask: representatives of {entity}
// ask: officials of {entity}
// ask: who speaks for {entity}
// ask: who are the officials of {entity}
// ask: {entity}'s officials
// ask: who heads {entity}
// ask: who leads {entity}
// ask: who works for {entity}
// ask: ministers of {entity}
// ask: people who represent {entity}
// ask: who acts for {entity}
// ask: list {entity}'s representatives and their roles
// ask: which people hold office in {entity}
// ask: ambassadors of {entity}
// ask: who is in charge of {entity}
// ask: delegates of {entity}
// ask: leadership of {entity}
// ask: who is who in {entity}
// ask: office holders of {entity}
// ask: staff of {entity}
// ask: {entity} ministers
// ask: {entity} officials
// ask: {entity}'s representatives
// ask: list {entity} officials with their titles
// ask: people representing {entity}
// ask: who are the ministers of {entity}
// ask: who has represented {entity}
// ask: who holds office in {entity}
// ask: which officials does {entity} have
// ask: which people work for {entity}
// ask: who are {entity}'s people
// ask: everybody who represents {entity}
// ask: leaders of {entity}
// ask: who is in the government of {entity}
// ask: members of the government of {entity}
// ask: diplomats of {entity}
// ask: delegation of {entity}
// ask: politicians from {entity}
// ask: who stands for {entity}
// ask: heads of {entity}
// ask: who are the people at {entity}
// ask: who is at {entity}
// ask: people of {entity}
// ask: key people at {entity}
// ask: main officials of {entity}
// ask: who chairs {entity}
// ask: who commands {entity}
// ask: who runs {entity}
// ask: who directs {entity}
// ask: who is the boss of {entity}
// column: person text - who
// column: person_id entity - who, as an id
// column: role text - as what
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})<-[fact:REPRESENTS]-(person:Person)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN person.name AS person, person.id AS person_id, fact.role AS role, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY person, person_id, coalesce(fact.role, ''), fact.key
LIMIT $limit
