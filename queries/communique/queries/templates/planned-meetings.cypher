// group: time
// question: Which meetings are announced, of someone or of all?
// param: entity entity(Person|Country|Organisation) [] - whose meetings; everybody's if left out
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang"
// column: date date - when, as stated
// column: first text - one side
// column: first_id entity - one side, as an id
// column: second text - the other side
// column: second_id entity - the other side, as an id
// column: place text - where
// column: event text - on which occasion
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
MATCH (one:Entity)-[fact:MEETS {status: 'planned'}]->(two:Entity)
WHERE ($entity IS NULL OR one.id = $entity OR two.id = $entity)
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, one.name AS first, one.id AS first_id, two.name AS second,
  two.id AS second_id, fact.place AS place, fact.event AS event, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published
ORDER BY coalesce(fact.date_from, '9999-12-31'), one.name, two.name, fact.key
LIMIT $limit
