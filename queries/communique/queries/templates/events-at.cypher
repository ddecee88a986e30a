// group: events
// question: Which events, operations and meetings are held in a place?
// param: place entity(Place|Country) - the place, with what lies in it
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: place=Romania
// ask: what events took place in {place}
// ask: what was held in {place}
// ask: meetings held in {place}
// ask: what happened in {place}
// ask: which conferences were in {place}
// ask: events in {place}
// ask: meetings in {place}
// ask: who met in {place}
// ask: what took place in {place}
// ask: which summits did {place} see
// ask: what is going on in {place}
// ask: events and meetings at {place}
// ask: events held at {place}
// ask: what has been held in {place}
// ask: {place} events
// ask: gatherings in {place}
// ask: what events has {place} seen
// ask: what was going on in {place}
// ask: which events were held in {place}
// ask: meetings that took place in {place}
// ask: list of conferences in {place}
// ask: what conferences and meetings took place in {place}
// ask: what has happened in {place}
// ask: which meetings were held in {place}
// ask: what takes place in {place}
// ask: which events does {place} host
// ask: everything held in {place}
// ask: events located in {place}
// ask: who met whom in {place}
// ask: summits in {place}
// ask: what was staged in {place}
// column: date date - when, as stated
// column: status text - held or planned
// column: relation text - HELD_IN, or MEETS for a meeting
// column: subject text - what is held, or one side of the meeting
// column: subject_id entity - the same, as an id
// column: other text - the other side of the meeting
// column: other_id entity - the same, as an id
// column: place text - where exactly
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (there:Entity {id: $place})
CALL {
  WITH there OPTIONAL MATCH (within:Entity)-[:LOCATED_IN]->(there) RETURN collect(within) AS inside
}
WITH there, inside + there AS places
CALL {
  WITH places UNWIND places AS place MATCH (:Entity)-[fact:HELD_IN]->(place)
  RETURN fact, place.name AS place
  UNION
  WITH places UNWIND places AS place UNWIND place.aliases + place.name AS name
  WITH collect(name) AS names
  MATCH (:Entity)-[fact:MEETS]->(:Entity)
  WHERE fact.place IN names
  RETURN fact, fact.place AS place
}
WITH fact, place
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
WITH fact, place, startNode(fact) AS one,
  CASE WHEN type(fact) = 'MEETS' THEN endNode(fact) ELSE null END AS two
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, type(fact) AS relation, one.name AS subject,
  one.id AS subject_id, two.name AS other, two.id AS other_id, place, fact.support AS support,
  fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), relation, subject, coalesce(other, ''), fact.key
LIMIT $limit
