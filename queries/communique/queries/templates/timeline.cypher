// group: time
// question: What do the releases say about someone or something, in order of time?
// param: entity entity - whom or what
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: skip int [0] - rows to pass over
// param: limit int [100] - most rows
// example: entity="Tudor Vizitiu" limit=5
// column: date date - when, as stated
// column: status text - held or planned
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom
// column: object_id entity - the same, as an id
// column: role text - as what
// column: place text - where
// column: event text - on which occasion
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (:Entity {id: $entity})-[fact]-(:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, startNode(fact).name AS subject,
  startNode(fact).id AS subject_id, type(fact) AS relation, endNode(fact).name AS object,
  endNode(fact).id AS object_id, fact.role AS role, fact.place AS place, fact.event AS event,
  fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY coalesce(fact.date_from, '9999-12-31'), coalesce(fact.date_to, '9999-12-31'),
  relation, subject, object, fact.key
SKIP $skip
LIMIT $limit
