// group: organisations
// question: Which countries and organisations belong to an organisation?
// param: organisation entity(Organisation) - the organisation
// param: limit int [100] - most rows
// example: organisation=NATO
// ask: which countries are members of {organisation}
// ask: who belongs to {organisation}
// ask: members of {organisation}
// ask: {organisation}'s members
// ask: member states of {organisation}
// ask: which states make up {organisation}
// ask: what bodies are part of {organisation}
// ask: who is in {organisation}
// ask: which countries have joined {organisation}
// ask: which organisations are part of {organisation}
// ask: {organisation} membership
// ask: who are the members of {organisation}
// ask: which nations are in {organisation}
// ask: parts of {organisation}
// ask: who is a member of {organisation}
// ask: which agencies belong to {organisation}
// ask: what does {organisation} consist of
// ask: {organisation} members
// ask: {organisation} member states
// ask: which states are members of {organisation}
// ask: list the members of {organisation}
// ask: who joined {organisation}
// ask: which bodies belong to {organisation}
// ask: what countries belong to {organisation}
// ask: countries in {organisation}
// ask: member countries of {organisation}
// ask: who is part of {organisation}
// ask: bodies and agencies of {organisation}
// ask: who has joined {organisation}
// ask: sub organisations of {organisation}
// ask: composition of {organisation}
// ask: which countries are in {organisation}
// ask: which countries form {organisation}
// ask: which countries have become members of {organisation}
// ask: which countries take part in {organisation}
// ask: who takes part in {organisation}
// column: member text - who belongs to it
// column: member_id entity - the same, as an id
// column: relation text - MEMBER_OF, or PART_OF for its bodies
// column: support int - number of releases that say so
// column: quote quote - the words it rests on first
// column: release release - the release they stand in
// column: published date - when that release came out
// column: keys keys - the facts it rests on
MATCH (:Entity {id: $organisation})<-[fact:MEMBER_OF|PART_OF]-(member:Entity)
OPTIONAL MATCH (source:Release {id: fact.releases[0]})
RETURN member.name AS member, member.id AS member_id, type(fact) AS relation,
  fact.support AS support, fact.quotes[0] AS quote,
  fact.releases[0] AS release, source.published AS published, [fact.key] AS keys
ORDER BY relation, member, member_id, fact.key
LIMIT $limit
