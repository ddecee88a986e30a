// group: time
// question: What is stated of a day or a period?
// param: since date-from - the day, month or year, or the first day of the period
// param: until date-to - the same day, month or year, or the last day of the period
// param: limit int [100] - most rows
// example: since=2024-09-10 until=2024-09-10 limit=5
// ask: what happened on {since}
// ask: everything on {since}
// ask: what happened between {since} and {until}
// ask: what took place on {since}
// ask: what was going on on {since}
// ask: what do the releases say of {since}
// ask: what is stated of {since}
// ask: all facts of {since}
// ask: show everything that happened on {since}
// ask: what was up on {since}
// ask: who did what on {since}
// ask: what is known of {since}
// ask: what went on in {since}
// ask: what occurred on {since}
// ask: activities on {since}
// ask: events of the day {since}
// ask: what happened that day {since}
// ask: what was stated for {since}
// ask: what do we know of {since}
// ask: everything that happened on {since}
// ask: all that took place on {since}
// ask: list everything for {since}
// ask: what did everybody do on {since}
// ask: all that is dated {since}
// ask: what happened in the days between {since} and {until}
// ask: facts dated {since}
// ask: what do the releases report for {since}
// ask: what do the releases say for {since}
// ask: what happened in the week of {since}
// ask: what was happening on {since}
// ask: which things happened on {since}
// ask: which events, meetings and visits took place on {since}
// ask: meetings, visits and events on {since}
// column: date date - when, as stated; what spans more than the period comes last
// column: status text - held or planned
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: role text - as what
// column: place text - where
// column: event text - on which occasion
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (one:Entity)-[fact]->(two:Entity)
WHERE fact.date_to >= $since AND fact.date_from <= $until
WITH one, two, fact,
  CASE WHEN fact.date_from >= $since AND fact.date_to <= $until THEN 0 ELSE 1 END AS part
ORDER BY part, fact.date_from, fact.date_to, type(fact), one.name, two.name, fact.key
LIMIT $limit
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, one.name AS subject, one.id AS subject_id,
  type(fact) AS relation, two.name AS object, two.id AS object_id, fact.role AS role,
  fact.place AS place, fact.event AS event, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY part, fact.date_from, fact.date_to, relation, subject, object, fact.key
