// group: events
// question: What happened at an event: who took part, organised, hosted, met, and where?
// param: event entity(Event) - the event
// param: limit int [100] - most rows
// example: event="Distinguished Visitors' Day"
// ask: what happened at {event}
// ask: who took part in {event}
// ask: who attended {event}
// ask: where was {event} held
// ask: who organised {event}
// ask: who hosted {event}
// ask: participants of {event}
// ask: who met at {event}
// ask: when was {event}
// ask: who was present at {event}
// ask: who spoke at {event}
// ask: what is known of {event}
// ask: attendees of {event}
// ask: which countries were at {event}
// ask: meetings at {event}
// ask: tell me about {event}
// ask: what took place during {event}
// ask: who was at {event}
// ask: when and where did {event} take place
// ask: meetings on the margins of {event}
// ask: {event}
// ask: who was there at {event}
// ask: participants at {event}
// ask: which people took part in {event}
// ask: countries present at {event}
// ask: when did {event} take place
// ask: where did {event} take place
// ask: who were the hosts of {event}
// ask: who were the participants of {event}
// ask: what do we know about {event}
// ask: everything about {event}
// ask: guest list of {event}
// ask: who went to {event}
// ask: attendance at {event}
// ask: who came to {event}
// ask: who visited {event}
// ask: {event} participants
// ask: {event} attendees
// ask: who chaired {event}
// ask: who met whom at {event}
// ask: where is {event}
// ask: details of {event}
// ask: who talked at {event}
// ask: which delegations came to {event}
// ask: who is in charge of {event}
// ask: who led {event}
// ask: who heads {event}
// ask: who coordinated {event}
// ask: who supported {event}
// ask: which organisations were involved in {event}
// ask: visitors of {event}
// ask: who travelled to {event}
// ask: who represented whom at {event}
// ask: who has been to {event}
// column: relation text - in which way
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (event:Entity {id: $event})
CALL {
  WITH event MATCH (event)-[fact]-(:Entity) RETURN fact, 0 AS part
  UNION
  WITH event MATCH (:Entity)-[fact:MEETS]->(:Entity)
  WHERE fact.event = event.name OR fact.event IN event.aliases
  RETURN fact, 1 AS part
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN type(fact) AS relation, startNode(fact).name AS subject, startNode(fact).id AS subject_id,
  endNode(fact).name AS object, endNode(fact).id AS object_id, fact.role AS role,
  fact.date AS date, fact.status AS status, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY part, relation, subject, object, fact.key
LIMIT $limit
