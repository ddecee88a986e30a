// group: countries
// question: Which countries do most operations concern?
// param: since date-from [] - first day of the period, a day, month or year; open if left out
// param: until date-to [] - last day of the period; open if left out
// param: limit int [100] - most rows
// example: limit=5
// ask: which countries take part in most operations
// ask: countries by number of operations
// ask: rank the countries by operations
// ask: which country is involved in the most operations
// ask: how many operations does each country take part in
// ask: top {limit} countries by number of operations
// ask: the {limit} countries with the most operations
// ask: which states are most active in operations
// ask: operations per country
// ask: number of operations by country
// ask: ranking of countries in operations
// ask: countries that contribute to the most missions
// ask: what nations join the most operations
// ask: how are operations spread over countries
// ask: which countries are involved in the most operations
// ask: which country joined the most operations
// ask: countries ranked by operations
// ask: how many operations per country
// ask: country ranking by number of missions
// ask: most active countries in operations
// ask: top countries in operations
// ask: list countries by how many operations they are involved in
// ask: which country appears in most operations
// ask: in how many operations is each country involved
// ask: countries and their number of operations
// ask: what country has the highest number of operations
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
  WITH fact ORDER BY coalesce(fact.date_to, fact.stated_to, '') DESC, fact.key LIMIT 1 RETURN fact
}
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN country.name AS country, country.id AS country_id, operations, involving, since, until,
  fact.quotes[0] AS quote, fact.releases[0] AS release, source.published AS published,
  [fact.key] AS keys
ORDER BY operations DESC, involving DESC, country, country_id
