// group: events
// question: What happened at an event: who took part, organised, hosted, met, and where?
// param: event entity(Event) - the event
// param: limit int [100] - most rows
// example: event="Distinguished Visitors' Day"
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
  fact.releases[0] AS release, source.published AS published
ORDER BY part, relation, subject, object, fact.key
LIMIT $limit
