// group: people
// question: Which offices does a person hold, and who appointed them?
// param: person entity(Person) - who
// param: limit int [100] - most rows
// example: person="Ileana Dragomir"
// ask: what offices does {person} hold
// ask: which office does {person} hold
// ask: what is {person}'s role
// ask: what position does {person} have
// ask: who appointed {person}
// ask: what is the job of {person}
// ask: who is {person}
// ask: offices of {person}
// ask: what posts has {person} held
// ask: what title does {person} have
// ask: whom does {person} represent
// ask: {person}'s functions
// ask: what was {person} appointed to
// ask: for whom does {person} work
// ask: what does {person} do for a living
// ask: which country does {person} represent
// ask: roles of {person}
// ask: in what capacity does {person} act
// ask: what is {person}
// ask: career of {person}
// ask: {person}'s office
// ask: {person}'s job
// ask: {person}'s position
// ask: which posts does {person} have
// ask: what role does {person} play
// ask: what is {person} by profession
// ask: who named {person} to office
// ask: by whom was {person} appointed
// ask: what has {person} been appointed
// ask: tell me who {person} is
// ask: which organisation does {person} represent
// ask: in which role does {person} appear
// ask: of what is {person} the head
// ask: what jobs has {person} had
// ask: positions held by {person}
// ask: offices held by {person}
// ask: titles of {person}
// ask: when was {person} appointed
// ask: on whose behalf does {person} act
// ask: in whose name does {person} speak
// column: relation text - REPRESENTS for an office, APPOINTS for an appointment
// column: role text - the office
// column: other text - what is represented, or who appoints
// column: other_id entity - the same, as an id
// column: date date - when, as stated
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (person:Entity {id: $person})-[fact:APPOINTS|REPRESENTS]-(other:Entity)
WHERE type(fact) = 'REPRESENTS' AND startNode(fact) = person
  OR type(fact) = 'APPOINTS' AND endNode(fact) = person
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, fact.role AS role, other.name AS other, other.id AS other_id,
  fact.date AS date, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY relation DESC, other, coalesce(fact.role, ''), fact.key
LIMIT $limit
