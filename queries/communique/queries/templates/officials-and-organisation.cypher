// group: countries
// question: Which officials of a country met an organisation or its officials?
// param: country entity(Country) - whose officials
// param: organisation entity(Organisation) - the organisation
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: country=Moldova organisation=NATO
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
  fact.releases[0] AS release, source.published AS published
ORDER BY coalesce(fact.date_from, '9999-12-31'), official, met, fact.key
LIMIT $limit
