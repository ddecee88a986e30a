// group: people
// question: Who took part in the same events and operations as someone?
// param: entity entity(Person|Country|Organisation) - who
// param: limit int [100] - most rows
// example: entity="Corina Albescu"
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
  fact.releases[0] AS release, source.published AS published
ORDER BY event, event_id, other, relation, fact.key
LIMIT $limit
