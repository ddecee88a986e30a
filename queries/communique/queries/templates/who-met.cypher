// group: people
// question: Whom did a person, a country or an organisation meet, between two dates?
// param: entity entity(Person|Country|Organisation) - whose meetings
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: entity="Henrik Solvang" since=2024-09-10
// ask: who did {entity} meet
// ask: whom has {entity} met
// ask: who met {entity}
// ask: who met with {entity}
// ask: meetings of {entity}
// ask: meetings with {entity}
// ask: {entity}'s meetings
// ask: {entity} meetings
// ask: with whom did {entity} hold talks
// ask: who had talks with {entity}
// ask: list everyone {entity} has talked to
// ask: which officials met {entity}
// ask: what meetings did {entity} have
// ask: who was received by {entity}
// ask: who did {entity} receive
// ask: talks held by {entity}
// ask: which people have been seen with {entity}
// ask: who sat down with {entity}
// ask: which ministers has {entity} spoken to
// ask: who was {entity} meeting
// ask: people met by {entity}
// ask: has {entity} met anybody
// ask: counterparts of {entity}
// ask: which countries did {entity} meet
// ask: who has met {entity}
// ask: who has {entity} held meetings with
// ask: contacts of {entity} in meetings
// ask: everybody who met {entity}
// ask: to whom did {entity} speak
// ask: who saw {entity}
// ask: {entity} met whom
// ask: by whom was {entity} received
// ask: {entity} talks
// ask: who spoke with {entity}
// ask: bilateral meetings of {entity}
// ask: list of the meetings {entity} took part in
// ask: ministers who met {entity}
// ask: when did {entity} meet somebody
// ask: people who had a meeting with {entity}
// ask: has {entity} held meetings
// ask: did {entity} hold any meetings
// ask: who sat at the table with {entity}
// ask: name the people that {entity} met
// ask: which ones did {entity} meet
// ask: did anybody meet {entity}
// ask: who has {entity} seen
// ask: has {entity} been in contact with anybody in meetings
// ask: whom was {entity} in touch with
// ask: everyone {entity} has had talks with
// ask: whom did {entity} see at bilateral meetings
// ask: who has dealt with {entity} in meetings
// column: date date - when, as stated
// column: status text - held or planned
// column: met text - whom
// column: met_id entity - whom, as an id
// column: place text - where
// column: event text - on which occasion
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $entity})-[fact:MEETS]-(met:Entity)
WHERE ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, met.name AS met, met.id AS met_id,
  fact.place AS place, fact.event AS event, fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), met, fact.key
LIMIT $limit
