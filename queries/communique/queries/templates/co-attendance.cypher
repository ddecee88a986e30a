// group: people
// question: Who took part in the same events and operations as someone?
// param: entity entity(Person|Country|Organisation) - who
// param: limit int [100] - most rows
// example: entity="Corina Albescu"
// ask: who took part in the same events as {entity}
// ask: who attended events alongside {entity}
// ask: who was at the same events as {entity}
// ask: who else attended the events of {entity}
// ask: co-participants of {entity}
// ask: with whom did {entity} take part in events and operations
// ask: who shares events with {entity}
// ask: who took part in events together with {entity}
// ask: people at the same conferences as {entity}
// ask: who attends the same summits as {entity}
// ask: who else was there when {entity} attended
// ask: fellow participants of {entity}
// ask: who appeared alongside {entity} at events
// ask: whose paths crossed {entity}'s at events
// ask: which others were present where {entity} took part
// ask: others who took part in the events of {entity}
// ask: who else took part in {entity}'s events
// ask: who was present at the events {entity} attended
// ask: who attended the same conferences as {entity}
// ask: with whom did {entity} attend events
// ask: who shared a conference with {entity}
// ask: co-attendees of {entity}
// ask: people who took part in the same operations as {entity}
// ask: other participants of events with {entity}
// ask: who keeps turning up at the same events as {entity}
// ask: who was also at the events where {entity} was
// column: event text - the event or operation
// column: event_id entity - the same, as an id
// column: date date - when the other took part or the event was held, as stated
// column: other text - who else took part
// column: other_id entity - the same, as an id
// column: relation text - in which way
// column: role text - as what
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (who:Entity {id: $entity})-[:HOSTS|LEADS|ORGANISES|PARTICIPATES_IN]->(event:Entity)
WHERE event:Event OR event:Operation
WITH DISTINCT who, event
MATCH (event)<-[fact:HOSTS|LEADS|ORGANISES|PARTICIPATES_IN]-(other:Entity)
WHERE other <> who
CALL {
  WITH event OPTIONAL MATCH (event)-[held:HELD_IN]->(:Entity) RETURN min(held.date) AS held
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN event.name AS event, event.id AS event_id, coalesce(fact.date, held) AS date,
  other.name AS other, other.id AS other_id, type(fact) AS relation, fact.role AS role,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY event, event_id, other, relation, fact.key
LIMIT $limit
