// group: network
// question: Through which meetings are two connected, over four steps at most?
// param: from entity - one end
// param: to entity - the other end
// param: limit int [3] - most paths
// example: from="Henrik Solvang" to="Oksana Hryhorenko" limit=1
// ask: through which meetings are {from} and {to} connected
// ask: how are {from} and {to} connected through meetings only
// ask: chain of meetings between {from} and {to}
// ask: meeting chain from {from} to {to}
// ask: path of meetings from {from} to {to}
// ask: who met whom between {from} and {to}
// ask: by what meetings can {from} reach {to}
// ask: how are {from} and {to} linked by meetings
// ask: through whom could {from} reach {to}
// ask: which meetings link {from} to {to}
// ask: who could introduce {from} to {to}
// ask: is {from} connected to {to} via meetings
// ask: handshakes between {from} and {to}
// ask: by how many meetings are {from} and {to} apart
// ask: path between {from} and {to} through meetings
// ask: connection between {from} and {to} through meetings only
// ask: how are {from} and {to} connected by meetings alone
// ask: shortest chain of meetings between {from} and {to}
// ask: via which meetings are {from} and {to} linked
// ask: who met whom so that {from} and {to} are connected
// ask: through which talks does {from} reach {to}
// ask: which chain of meetings leads from {from} to {to}
// ask: linked through meetings {from} {to}
// ask: chain of handshakes from {from} to {to}
// ask: how does {from} get to {to} through people who met
// ask: meetings that connect {from} and {to}
// ask: handshake distance between {from} and {to}
// ask: who would have to introduce {from} to {to}
// ask: how many meetings lie between {from} and {to}
// ask: over which meetings could a message travel from {from} to {to}
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
MATCH found = allShortestPaths((origin)-[:MEETS*1..4]-(goal))
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
