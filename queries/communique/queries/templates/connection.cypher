// group: network
// question: How are two entities connected, over four steps at most?
// param: from entity - one end
// param: to entity - the other end
// param: limit int [3] - most paths
// example: from="Saskia Brandsma" to="Joost Terhorst" limit=1
// ask: how are {from} and {to} connected
// ask: how is {from} connected to {to}
// ask: connection between {from} and {to}
// ask: path from {from} to {to}
// ask: what is the link between {from} and {to}
// ask: how is {from} related to {to}
// ask: relationship between {from} and {to}
// ask: shortest path between {from} and {to}
// ask: how do I get from {from} to {to}
// ask: is there a connection between {from} and {to}
// ask: how does {from} relate to {to}
// ask: degrees of separation between {from} and {to}
// ask: how far apart are {from} and {to}
// ask: what connects {from} with {to}
// ask: are {from} and {to} linked
// ask: how do {from} and {to} hang together
// ask: chain from {from} to {to}
// ask: how {from} and {to} are connected
// ask: relation of {from} to {to}
// ask: links between {from} and {to}
// ask: ties between {from} and {to}
// ask: what is the connection between {from} and {to}
// ask: in what way are {from} and {to} related
// ask: find a path between {from} and {to}
// ask: through whom is {from} connected with {to}
// ask: trace the connection from {from} to {to}
// ask: how does one get from {from} to {to}
// ask: how are {from} and {to} linked
// ask: how many steps are between {from} and {to}
// ask: connect {from} with {to}
// ask: association of {from} with {to}
// ask: are {from} and {to} related
// ask: is {from} linked to {to}
// ask: is {from} connected with {to}
// ask: how is {from} tied to {to}
// ask: what ties {from} to {to}
// ask: in how many steps is {from} connected with {to}
// column: path int - number of the path, the shortest ones only
// column: step int - number of the step along it
// column: subject text - of whom the step's fact is said
// column: subject_id entity - the same, as an id
// column: relation text - what is said
// column: object text - with regard to whom
// column: object_id entity - the same, as an id
// column: date date - when, as stated
// column: status text - held or planned
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (origin:Entity {id: $from})
MATCH (goal:Entity {id: $to}) WHERE goal.id <> origin.id
MATCH found = allShortestPaths((origin)-[*1..4]-(goal))
WITH relationships(found) AS steps,
  reduce(text = '', step IN relationships(found) | text + step.key) AS keys
ORDER BY keys
LIMIT $limit
WITH collect(steps) AS paths
UNWIND range(0, size(paths) - 1) AS path
WITH path, paths[path] AS steps
UNWIND range(0, size(steps) - 1) AS step
WITH path, step, steps[step] AS fact
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN path + 1 AS path, step + 1 AS step, startNode(fact).name AS subject,
  startNode(fact).id AS subject_id, type(fact) AS relation, endNode(fact).name AS object,
  endNode(fact).id AS object_id, fact.date AS date, fact.status AS status, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY path, step
