// group: events
// question: Which events are there in a period?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: since=2024-10 until=2024-10
// ask: what events took place between {since} and {until}
// ask: which events were held in {since}
// ask: list all events
// ask: events {since}
// ask: which summits and conferences were held
// ask: what conferences took place
// ask: events since {since}
// ask: which events were there
// ask: all summits in {since}
// ask: show me the events of {since}
// ask: what ceremonies and conferences were there in {since}
// ask: forums held in {since}
// ask: were there any events in {since}
// ask: which events are coming up
// ask: which events took place in {since}
// ask: what summits were held in {since}
// ask: what events happened between {since} and {until}
// ask: events in {since}
// ask: list the conferences of {since}
// ask: which conferences were held since {since}
// ask: what was held in {since}
// ask: conferences and summits between {since} and {until}
// ask: events before {until}
// ask: show events
// ask: all conferences
// ask: events that were held in {since}
// column: since date - earliest day that is stated for it
// column: until date - latest day that is stated for it
// column: event text - its name or description
// column: event_id entity - the same, as an id
// column: places list - where it is held
// column: hosts list - who hosts or organises it
// column: participants int - number of those who take part
// column: quote quote - the words that date it first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (event:Event)-[fact]-(:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
WITH event, min(fact.date_from) AS since, max(fact.date_to) AS until
ORDER BY coalesce(since, '9999-12-31'), event.name, event.id
LIMIT $limit
CALL {
  WITH event OPTIONAL MATCH (event)-[:HELD_IN]->(place:Entity)
  WITH DISTINCT place.name AS name ORDER BY name RETURN collect(name) AS places
}
CALL {
  WITH event OPTIONAL MATCH (event)<-[:HOSTS|ORGANISES]-(host:Entity)
  WITH DISTINCT host.name AS name ORDER BY name RETURN collect(name) AS hosts
}
CALL {
  WITH event OPTIONAL MATCH (event)<-[:PARTICIPATES_IN]-(participant:Entity)
  RETURN count(DISTINCT participant) AS participants
}
CALL {
  WITH event MATCH (event)-[fact]-(:Entity)
  WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
  WITH fact ORDER BY coalesce(fact.date_from, '9999-12-31'), fact.key LIMIT 1 RETURN fact
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN since, until, event.name AS event, event.id AS event_id, places, hosts, participants,
  fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [fact.key] AS keys
ORDER BY coalesce(since, '9999-12-31'), event, event_id
