// question: Where does someone meet others, and how often?
// ask: where does {entity} meet others
// param: entity entity(Person|Country|Organisation) - whose meetings
// param: since date-from [] - first day of the period; open if left out
// param: limit int [20] - most rows
// example: entity="Henrik Solvang"
// column: place text - the place, as stated
// column: meetings int - number of meetings
// column: last date - day of the last
// column: keys keys - the facts that are counted
MATCH (:Entity {id: $entity})-[fact:MEETS]-(:Entity)
WHERE fact.place IS NOT NULL AND ($since IS NULL OR fact.date_to >= $since)
RETURN fact.place AS place, count(fact) AS meetings, max(fact.date_to) AS last,
  collect(fact.key) AS keys
ORDER BY meetings DESC, place
LIMIT $limit
