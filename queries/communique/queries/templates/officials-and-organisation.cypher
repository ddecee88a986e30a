// group: countries
// question: Which officials of a country met an organisation or its officials?
// param: country entity(Country) - whose officials
// param: organisation entity(Organisation) - the organisation
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: country=Moldova organisation=NATO
// ask: which officials of {country} met {organisation}
// ask: which {country} officials met {organisation}
// ask: officials of {country} who met {organisation}
// ask: who from {country} met {organisation}
// ask: meetings of {country} officials with {organisation}
// ask: meetings between {country} and {organisation}
// ask: which {country} ministers talked to {organisation}
// ask: when did {country} meet {organisation}
// ask: did anyone from {country} talk to {organisation}
// ask: {country} talks with {organisation}
// ask: who represented {country} in talks with {organisation}
// ask: whom did {organisation} meet from {country}
// ask: {organisation} meetings with {country} officials
// ask: contacts between {country} and {organisation}
// ask: which people from {country} were received by {organisation}
// ask: talks between {organisation} and {country}
// ask: which officials from {country} met {organisation} officials
// ask: who of {country} has talked to {organisation}
// ask: {country} officials who met with {organisation}
// ask: {country} officials and {organisation}
// ask: did {country} ministers meet {organisation}
// ask: meetings of {organisation} with {country}
// ask: meetings between {country} officials and {organisation}
// ask: contacts of {country} officials with {organisation}
// ask: list {country} politicians who talked with {organisation}
// ask: has anyone from {organisation} met {country} officials
// ask: people of {country} who had talks with {organisation}
// ask: which {country} representatives were received by {organisation}
// ask: when did {organisation} meet officials of {country}
// ask: who on the {country} side has dealt with {organisation} in meetings
// ask: which {country} politicians had dealings with {organisation}
// column: date date - when, as stated
// column: status text - held or planned
// column: official text - who represents the country
// column: official_id entity - the same, as an id
// column: office text - as what
// column: met text - the organisation or who represents it
// column: met_id entity - the same, as an id
// column: place text - where
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $country})<-[office:REPRESENTS]-(official:Person)
WITH official, min(office.role) AS office
MATCH (official)-[fact:MEETS]-(met:Entity)
WHERE (met.id = $organisation
    OR EXISTS { MATCH (met)-[:REPRESENTS]->(:Entity {id: $organisation}) })
  AND ($since IS NULL OR fact.date_to >= $since) AND ($until IS NULL OR fact.date_from <= $until)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN fact.date AS date, fact.status AS status, official.name AS official,
  official.id AS official_id, office, met.name AS met, met.id AS met_id, fact.place AS place,
  fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), official, met, fact.key
LIMIT $limit
