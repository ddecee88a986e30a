// group: time
// question: What do the releases say about someone or something, in order of time?
// param: entity entity - whom or what
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: skip int [0] - rows to pass over
// param: limit int [100] - most rows
// example: entity="Tudor Vizitiu" limit=5
// ask: timeline of {entity}
// ask: what do the releases say about {entity} in order of time
// ask: what did {entity} do
// ask: what has {entity} been doing
// ask: what has {entity} been up to
// ask: chronology of {entity}
// ask: history of {entity}
// ask: activities of {entity}
// ask: {entity}'s timeline
// ask: everything about {entity} in chronological order
// ask: what happened to {entity}
// ask: what is known about {entity}
// ask: tell me about {entity}
// ask: what is said about {entity}
// ask: news about {entity}
// ask: facts about {entity}
// ask: {entity} in order of time
// ask: what did {entity} do between {since} and {until}
// ask: track {entity} over time
// ask: what did {entity} do in {since}
// ask: what was {entity} doing in {since}
// ask: everything {entity} did
// ask: {entity} over time
// ask: everything on {entity} by date
// ask: events involving {entity} in order
// ask: what happened with {entity} since {since}
// ask: what has {entity} done since {since}
// ask: tell me everything about {entity}
// ask: what do the releases say about {entity}
// ask: what do we hear about {entity} over time
// ask: {entity} chronology
// ask: {entity} history
// ask: the story of {entity}
// ask: show {entity}'s activities in {since}
// ask: all facts about {entity}
// ask: overview of {entity}'s activities
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
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact]-(:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, startNode(fact).name AS subject,
  startNode(fact).id AS subject_id, type(fact) AS relation, endNode(fact).name AS object,
  endNode(fact).id AS object_id, fact.role AS role, fact.place AS place, fact.event AS event,
  fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), coalesce(fact.date_to, '9999-12-31'),
  relation, subject, object, fact.key
SKIP $skip
LIMIT $limit
