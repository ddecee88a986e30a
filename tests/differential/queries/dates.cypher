// between two days, as texts
MATCH (a)-[r:MEETS]->(b) WHERE r.date_from >= '2024-01-01' AND r.date_to <= '2024-12-31' RETURN r.date AS date, count(*) AS meetings ORDER BY date

// a partial date lies within its bounds
MATCH ()-[r]->() WHERE r.date = '2024-02' RETURN DISTINCT r.date_from AS first, r.date_to AS last

// parts of a date
WITH date('2024-02-29') AS d RETURN d.year AS year, d.month AS month, d.day AS day, d.dayOfWeek AS weekday, d.quarter AS quarter

// comparison of dates
RETURN date('2024-02-29') < date('2024-03-01') AS a, date('2024-01-01') = date('2024-01-01') AS b

// dates of stored texts
MATCH ()-[r:MEETS]->() WHERE r.date_from IS NOT NULL AND date(r.date_from).year = 2024 RETURN count(*) AS meetings

// days between
RETURN duration.inDays(date('2024-01-15'), date('2024-03-01')).days AS days

// adding to a date
RETURN toString(date('2024-01-31') + duration({months: 1})) AS a, toString(date('2024-02-28') + duration({days: 2})) AS b, toString(date('2024-03-01') - duration('P1D')) AS c

// a date as a value
RETURN date('2024-05-03') AS day, [date('2024-05-03')] AS days

// a date from its parts
RETURN toString(date({year: 2024, month: 5, day: 3})) AS day

// the beginning of a month
RETURN toString(date.truncate('month', date('2024-05-17'))) AS first

// by month
MATCH ()-[r:MEETS]-() WHERE size(r.date) >= 7 RETURN left(r.date, 7) AS month, count(DISTINCT r) AS meetings ORDER BY month

// the earliest and the latest
MATCH ()-[r]->() WHERE r.date_from IS NOT NULL RETURN min(r.date_from) AS earliest, max(r.date_to) AS latest

// releases by day, without a day last
MATCH (r:Release) RETURN r.id AS id, r.published AS published ORDER BY published, id
