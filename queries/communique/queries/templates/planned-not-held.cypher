// group: time
// question: What was planned, and no release of the graph reports it as held?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: since=2024-09-10 until=2024-09-10 limit=5
// ask: what was planned but never held
// ask: which planned meetings never took place
// ask: announced meetings that were not reported as held
// ask: what was announced and never happened
// ask: planned but not held
// ask: which announced events did not take place
// ask: which meetings were scheduled but never reported
// ask: planned events without a report that they happened
// ask: what was supposed to happen but did not
// ask: which announced visits did not happen
// ask: forgotten plans
// ask: plans that came to nothing
// ask: which meetings fell through
// ask: unfulfilled announcements
// ask: which scheduled meetings were not held
// ask: what never materialised
// ask: announced but never held
// ask: meetings announced but not reported
// ask: planned but never reported as held
// ask: which plans were never carried out
// ask: what was planned and did not happen
// ask: scheduled but never took place
// ask: which announced meetings were never reported as held
// ask: announcements without a follow up
// ask: planned meetings that did not take place
// ask: planned visits that never happened
// ask: which announcements never came true
// ask: announced things that were not confirmed as held
// ask: what plans were not fulfilled
// column: date date - for when it was planned, as stated
// column: subject text - of whom it is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom or what
// column: object_id entity - the same, as an id
// column: place text - where
// column: event text - on which occasion
// column: support int - number of releases that announce it
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (one:Entity)-[fact:MEETS|PARTICIPATES_IN|VISITS {status: 'planned'}]->(two:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
  AND NOT EXISTS {
    MATCH (one)-[done:MEETS|PARTICIPATES_IN|VISITS]-(two)
    WHERE type(done) = type(fact) AND coalesce(done.status, 'held') <> 'planned'
      AND (done.date_to >= fact.date_from AND done.date_from <= fact.date_to
        OR done.date IS NULL AND done.stated_to >= coalesce(fact.date_from, fact.stated_from)
        OR fact.date IS NULL AND done.date_to >= fact.stated_from)
  }
  AND NOT EXISTS {
    MATCH (one)-[done:VISITS]->(place:Place)-[:LOCATED_IN]->(two)
    WHERE type(fact) = 'VISITS' AND coalesce(done.status, 'held') <> 'planned'
      AND (done.date_to >= fact.date_from AND done.date_from <= fact.date_to
        OR done.date IS NULL AND done.stated_to >= coalesce(fact.date_from, fact.stated_from)
        OR fact.date IS NULL AND done.date_to >= fact.stated_from)
  }
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, one.name AS subject, one.id AS subject_id, type(fact) AS relation,
  two.name AS object, two.id AS object_id, fact.place AS place, fact.event AS event,
  fact.support AS support, fact.quotes[0] AS quote, fact.releases[0] AS release,
  source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), relation, subject, object, fact.key
LIMIT $limit
