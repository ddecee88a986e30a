// group: countries
// question: Which countries do most operations concern?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: limit=5
// column: country text - the country
// column: country_id entity - the same, as an id
// column: operations int - different operations that involve it or that it has a part in
// column: involving int - those carried out in it or with its authorities
// column: since date - earliest day that is stated, else the day of the release
// column: until date - latest day that is stated, else the day of the release
// column: quote quote - the words that tell of the latest
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (country:Country)
  -[fact:FUNDS|HELD_IN|HOSTS|INVOLVES|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]
  -(operation:Operation)
WHERE ($since IS NULL OR coalesce(fact.date_to, fact.stated_to) >= $since)
  AND ($until IS NULL OR coalesce(fact.date_from, fact.stated_from) <= $until)
WITH country, count(DISTINCT operation) AS operations,
  count(DISTINCT CASE WHEN type(fact) = 'INVOLVES' THEN operation ELSE null END) AS involving,
  min(coalesce(fact.date_from, fact.stated_from)) AS since,
  max(coalesce(fact.date_to, fact.stated_to)) AS until
ORDER BY operations DESC, involving DESC, country.name, country.id
LIMIT $limit
CALL {
  WITH country
  MATCH (country)
    -[fact:FUNDS|HELD_IN|HOSTS|INVOLVES|LEADS|ORGANISES|PARTICIPATES_IN|SUPPORTS]
    -(:Operation)
  WHERE ($since IS NULL OR coalesce(fact.date_to, fact.stated_to) >= $since)
  AND ($until IS NULL OR coalesce(fact.date_from, fact.stated_from) <= $until)
  RETURN fact ORDER BY coalesce(fact.date_to, fact.stated_to, '') DESC, fact.key LIMIT 1
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN country.name AS country, country.id AS country_id, operations, involving, since, until,
  fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [fact.key] AS keys
ORDER BY operations DESC, involving DESC, country, country_id
