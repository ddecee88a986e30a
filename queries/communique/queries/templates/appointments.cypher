// group: time
// question: Who was appointed to what, between two dates?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: since=2024-09
// ask: who was appointed
// ask: who was appointed to what
// ask: appointments
// ask: new appointments
// ask: who was appointed between {since} and {until}
// ask: which appointments were made
// ask: who got a new post
// ask: who took office
// ask: personnel changes
// ask: who was named to a new office
// ask: who has been nominated
// ask: list everyone appointed since {since}
// ask: new office holders
// ask: who was promoted
// ask: who took over which post
// ask: recently appointed people
// ask: who appointed whom
// ask: who has been appointed since {since}
// ask: who was appointed in {since}
// ask: which jobs were newly filled
// ask: which offices were newly filled
// ask: appointments in {since}
// ask: list of appointments
// ask: people appointed to office
// ask: who became what
// ask: who was given a new office
// ask: which officials are new in office
// ask: who was nominated for which office
// ask: who was appointed by whom
// ask: newly appointed officials
// ask: who got which job
// ask: nominations in {since}
// ask: who was made what
// ask: who has taken up a new post since {since}
// ask: who got into office in {since}
// ask: who has a new office
// ask: who entered office in {since}
// ask: personnel decisions in {since}
// ask: who was appointed ambassador
// ask: who was appointed president in {since}
// ask: who became prime minister in {since}
// column: date date - when, as stated
// column: appointed_by text - who appoints
// column: appointed_by_id entity - the same, as an id
// column: person text - who is appointed
// column: person_id entity - the same, as an id
// column: role text - as what
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (appointer:Entity)-[fact:APPOINTS]->(person:Person)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, appointer.name AS appointed_by, appointer.id AS appointed_by_id, person.name AS person,
  person.id AS person_id, fact.role AS role, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), person, appointer.name, fact.key
LIMIT $limit
