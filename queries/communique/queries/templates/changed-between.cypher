// group: time
// question: What do the releases of a period tell for the first time?
// param: since date-from - first day of the period, a day, month or year
// param: until date-to - last day of the period
// param: entity entity [] - about whom or what; about all if left out
// param: limit int [100] - most rows
// example: since=2024-09-30 until=2024-09-30 limit=5
// ask: what changed between {since} and {until}
// ask: what is new between {since} and {until}
// ask: which facts were first told between {since} and {until}
// ask: what did we learn between {since} and {until}
// ask: what is new about {entity} between {since} and {until}
// ask: what changed about {entity} between {since} and {until}
// ask: new facts in {since}
// ask: what has changed since {since}
// ask: what is new since {since}
// ask: changes between {since} and {until}
// ask: what became known in {since}
// ask: updates on {entity} between {since} and {until}
// ask: what news did releases bring in {since}
// ask: what was added in {since}
// ask: what is new on {entity} in {since}
// ask: differences between {since} and {until}
// ask: facts first reported in {since}
// ask: what changed in {since}
// ask: which facts are new in {since}
// ask: what is new in {since}
// ask: facts that became known between {since} and {until}
// ask: changes since {since}
// ask: what have releases added about {entity} between {since} and {until}
// ask: what have we learned about {entity} since {since}
// ask: what new facts came in {since}
// ask: new information about {entity} in {since}
// ask: new facts on {entity} since {since}
// ask: news between {since} and {until}
// ask: what did the releases newly report about {entity} in {since}
// ask: updates since {since}
// ask: what is different between {since} and {until}
// ask: what had we not known before {since} that we know now
// column: told date - day of the first release that says so
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: support int - number of releases that say so
// column: quote quote - the words of that first release
// column: release release - the first release that says so
// column: headline text - its headline
// column: keys keys - the facts it rests on
MATCH (one:Entity)-[fact]->(two:Entity)
WHERE fact.stated_from >= $since AND fact.stated_from <= $until
  AND ($entity IS NULL OR one.id = $entity OR two.id = $entity)
WITH one, two, fact
ORDER BY fact.stated_from, type(fact), one.name, two.name, fact.key
LIMIT $limit
CALL {
  WITH fact UNWIND range(0, size(fact.releases) - 1) AS position
  MATCH (source:Release {id: fact.releases[position]})
  WHERE source.published = fact.stated_from
  WITH source, position ORDER BY position LIMIT 1 RETURN source, position
}
RETURN fact.stated_from AS told, one.name AS subject, one.id AS subject_id,
  type(fact) AS relation, two.name AS object, two.id AS object_id, fact.role AS role,
  fact.date AS date, fact.status AS status, fact.support AS support,
  fact.quotes[position] AS quote, source.id AS release, source.headline AS headline,
  [fact.key] AS keys
ORDER BY told, relation, subject, object, fact.key
