// group: evidence
// question: What do the releases say about two entities, in their words?
// param: first entity - one side
// param: second entity - the other side
// param: limit int [100] - most rows
// example: first="Henrik Solvang" second="Viorel Rusnac"
// ask: what do the releases say about {first} and {second}
// ask: evidence for {first} and {second}
// ask: quotes about {first} and {second}
// ask: when did {first} meet {second}
// ask: did {first} meet {second}
// ask: where did {first} meet {second}
// ask: how do we know that {first} met {second}
// ask: proof that {first} and {second} are related
// ask: what is said about {first} and {second} together
// ask: in what words are {first} and {second} mentioned together
// ask: what happened between {first} and {second}
// ask: what sources are there for {first} and {second}
// ask: what evidence links {first} to {second}
// ask: has {first} ever met {second}
// ask: which statements name {first} and {second}
// ask: meetings of {first} with {second}
// ask: what did {first} and {second} do together
// ask: is {first} tied to {second} by any fact
// ask: show the wording on {first} and {second}
// ask: quote the passages on {first} and {second}
// ask: did {first} and {second} meet
// ask: when did {first} and {second} meet
// ask: have {first} and {second} ever met
// ask: what did {first} and {second} talk about
// ask: facts about {first} and {second}
// ask: what is known about {first} and {second}
// ask: meetings between {first} and {second}
// ask: evidence that {first} met {second}
// ask: show the sentences that mention {first} and {second}
// ask: sources for {first} and {second}
// ask: what links {first} and {second} in the words of the releases
// ask: passages about {first} and {second}
// ask: when was {first} in {second}
// ask: did {first} visit {second}
// ask: does {first} belong to {second}
// ask: does {first} support {second}
// ask: where do we know from that {first} and {second} met
// ask: what has {first} to do with {second}
// ask: quotations on {first} and {second}
// ask: what role does {first} have in {second}
// ask: which sentences mention both {first} and {second}
// ask: when did {first} last meet {second}
// ask: when was the last meeting of {first} and {second}
// ask: how often did {first} meet {second}
// ask: on what occasions did {first} and {second} meet
// ask: is there any record of {first} meeting {second}
// ask: occasions on which {first} met {second}
// ask: how do releases describe {first} and {second}
// ask: what grounds are there for {first} and {second}
// ask: any evidence of a meeting between {first} and {second}
// ask: is {first} part of {second}
// ask: is {first} a member of {second}
// ask: passages that back up a link between {first} and {second}
// ask: show what supports the claim that {first} met {second}
// ask: when was the call between {first} and {second}
// ask: when was the meeting between {first} and {second}
// ask: did {first} take part in {second}
// ask: has {first} joined {second}
// ask: was {first} at {second}
// ask: does {first} take part in {second}
// ask: how much did {first} give to {second}
// ask: was {first} a member of {second}
// ask: is {first} in {second}
// column: subject text - of whom it is said
// column: relation text - what is said
// column: object text - with regard to whom
// column: role text - as what
// column: date date - when, as stated
// column: status text - held or planned
// column: confidence number - how sure the rules are, up to 1
// column: quote quote - the words
// column: release release - the release they stand in
// column: headline text - its headline
// column: published date - when it came out
// column: starts_at int - where the words begin in its text, in code points
// column: ends_at int - where they end
// column: rule text - which rule read them
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $first})-[fact]-(:Entity {id: $second})
UNWIND range(0, size(fact.quotes) - 1) AS position
WITH fact, position, fact.releases[position] AS release
OPTIONAL MATCH (source:Release {id: release})
RETURN startNode(fact).name AS subject, type(fact) AS relation, endNode(fact).name AS object,
  fact.role AS role, fact.date AS date, fact.status AS status, fact.confidence AS confidence,
  fact.quotes[position] AS quote, release, source.headline AS headline,
  source.published AS published, fact.starts[position] AS starts_at, fact.ends[position] AS ends_at,
  fact.rules[position] AS rule, [fact.key] AS keys
ORDER BY coalesce(fact.date_from, '9999-12-31'), relation, fact.key, position
LIMIT $limit
