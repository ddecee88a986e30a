// group: people
// question: Who met whom between two dates?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: since=2024-09-20 until=2024-09-30
// ask: who met whom
// ask: who met who
// ask: which meetings took place
// ask: what meetings were held
// ask: all meetings
// ask: list all meetings
// ask: who had talks with whom
// ask: which bilateral meetings were there
// ask: who talked to whom
// ask: which officials met each other
// ask: meetings of everybody
// ask: show me every meeting
// ask: who held talks
// ask: what talks took place
// ask: meetings {since}
// ask: show {limit} meetings
// ask: {limit} meetings {since}
// ask: who sat down with whom
// ask: list meetings held between {since} and {until}
// ask: meetings between officials
// ask: meetings between anyone
// ask: overview of meetings
// ask: which meetings were there
// ask: give me the talks of everybody
// ask: which people met
// column: date date - when, as stated
// column: status text - held or planned
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
MATCH (one:Entity)-[fact:MEETS]->(two:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, one.name AS first, one.id AS first_id,
  two.name AS second, two.id AS second_id, fact.place AS place, fact.event AS event,
  fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), one.name, two.name, fact.key
LIMIT $limit
