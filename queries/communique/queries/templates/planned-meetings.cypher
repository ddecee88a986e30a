// group: time
// question: Which meetings are announced, of someone or of all?
// param: entity entity(Person|Country|Organisation) [] - whose meetings; everybody's if left out
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang"
// ask: which meetings are planned
// ask: upcoming meetings
// ask: upcoming meetings of {entity}
// ask: whom will {entity} meet
// ask: which meetings has {entity} announced
// ask: who is {entity} going to meet
// ask: what meetings are scheduled for {entity}
// ask: {entity}'s planned meetings
// ask: announced meetings
// ask: who plans to meet {entity}
// ask: future meetings
// ask: what talks are planned
// ask: next meetings of {entity}
// ask: which meetings are coming up
// ask: who will meet {entity}
// ask: who is due to meet {entity}
// ask: what is on the agenda of {entity}
// ask: which meetings have been announced
// ask: who will meet whom
// ask: {entity}'s upcoming talks
// ask: which meetings lie ahead
// ask: meetings to come
// ask: what meetings are planned with {entity}
// ask: whom does {entity} plan to meet
// ask: who does {entity} intend to see
// ask: announced talks of {entity}
// ask: which meetings of {entity} have been announced
// ask: what is coming up for {entity}
// ask: scheduled meetings
// ask: planned meetings of {entity}
// ask: planned talks with {entity}
// ask: does {entity} have any meetings planned
// ask: who is scheduled to meet {entity}
// ask: with whom is a meeting planned
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
// column: keys keys - the facts it rests on
MATCH (one:Entity)-[fact:MEETS {status: 'planned'}]->(two:Entity)
WHERE ($entity IS NULL OR one.id = $entity OR two.id = $entity)
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, one.name AS first, one.id AS first_id, two.name AS second,
  two.id AS second_id, fact.place AS place, fact.event AS event, fact.support AS support,
  fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), one.name, two.name, fact.key
LIMIT $limit
