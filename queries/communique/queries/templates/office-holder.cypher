// group: people
// question: Who held an office, and who held it on a day?
// param: office words - the office as releases write it, with or without whose ("President of Latvia")
// param: of entity(Country|Organisation) [] - whose office; anybody's if left out
// param: on day [] - who held it on that day; every holder by time if left out
// param: limit int [20] - most rows
// example: office="Prime Minister of Moldova" on=2024-09-10
// ask: who is the {office}
// ask: who was the {office}
// ask: who was {office} on {on}
// ask: who held the office of {office}
// ask: who is {office} of {of}
// ask: who is {of}'s {office}
// ask: who was the {office} of {of} on {on}
// ask: holders of the office of {office}
// ask: who served as {office}
// ask: name of the {office}
// ask: {office} of {of}
// ask: {of} {office}
// ask: who has been {office}
// ask: who was {office} in {on}
// ask: who was {of}'s {office} on {on}
// ask: list of those who were {office}
// ask: who is the current {office}
// ask: which people were {office} of {of}
// ask: current {office}
// ask: who works as {office}
// ask: who occupied the post of {office}
// ask: {office}
// ask: who was the {office} on {on}
// ask: {office} on {on}
// ask: {office} of {of} on {on}
// ask: which people have been {office}
// ask: who has held the office of {office}
// ask: who is {of} {office}
// ask: who was {office} at the time {on}
// ask: what is the name of the {office} of {of}
// ask: who were the {office} of {of}
// ask: who was in office as {office} on {on}
// ask: tell me the {office} of {of}
// ask: who acts as {office} of {of}
// ask: all holders of the post of {office}
// ask: past and present {office}
// ask: who became {office}
// ask: who became {of} {office}
// ask: who became {office} of {of}
// column: stated text - whether releases say so before the day and after it, or only on one side
// column: person text - who
// column: person_id entity - who, as an id
// column: role text - as what
// column: other text - of what
// column: other_id entity - of what, as an id
// column: before date - day of the last release until then that says so
// column: after date - day of the first release from then on that says so
// column: first date - day of the first release that says so
// column: last date - day of the last release that says so
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: keys keys - the facts it rests on
MATCH (person:Person)-[fact:REPRESENTS]->(other:Entity)
WHERE fact.office IS NOT NULL AND ($of IS NULL OR other.id = $of)
WITH person, fact, other, split(fact.office, ' ') AS words,
  ['a', 'affairs', 'an', 'and', 'at', 'for', 'in', 'of', 'on', 'the', 'to'] AS linking
WITH person, fact, other, words,
  [word IN $office WHERE NOT word IN words AND NOT word IN linking] AS owner, linking
WHERE size(owner) < size($office)
  AND all(word IN words WHERE word IN $office OR word IN linking
    OR word IN split(toLower(other.names), ' '))
  AND (size(owner) = 0 OR any(name IN split(toLower(other.names), ' | ')
    WHERE all(word IN owner WHERE word IN split(name, ' '))
      AND all(word IN split(name, ' ') WHERE word IN $office OR word IN words OR word IN linking)))
WITH person, fact, other, coalesce(fact.stated_days, []) AS days
WITH person, fact, other, last([day IN days WHERE day <= $on]) AS before,
  head([day IN days WHERE day >= $on]) AS after
WITH person, fact, other, before, after, CASE
  WHEN before IS NOT NULL AND after IS NOT NULL THEN 'before and after'
  WHEN before IS NOT NULL THEN 'before'
  WHEN after IS NOT NULL THEN 'after'
  ELSE null END AS stated
RETURN stated, person.name AS person, person.id AS person_id, fact.role AS role,
  other.name AS other, other.id AS other_id, before, after, fact.stated_from AS first, fact.stated_to AS last,
  fact.support AS support, fact.quotes[0] AS quote, fact.releases[0] AS release, [fact.key] AS keys
ORDER BY CASE stated WHEN 'before and after' THEN 0 WHEN 'before' THEN 1 WHEN 'after' THEN 2
    ELSE 3 END,
  coalesce(before, '') DESC, coalesce(after, fact.stated_from, '9999-12-31'), person, fact.key
LIMIT $limit
