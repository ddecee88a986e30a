"""Labels, relationship types and properties that no graph has."""

import pytest

from communique.queries.guard import strangers


@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("MATCH (p:Person)-[m:MEETS|VISITS]-(q:Entity:Place) RETURN p", []),
        ("MATCH (p:person) RETURN p", ["label person; did you mean Person?"]),
        ("MATCH (p:Person|Plaze) RETURN p", ["label Plaze; did you mean Place?"]),
        ("MATCH (p:`Organization`) RETURN p", ["label Organization; did you mean Organisation?"]),
        ("MATCH ()-[:MET]->() RETURN 1 AS x", ["relationship type MET; did you mean MEETS?"]),
        ("MATCH ()-[r:MEETS|VISIT*1..2]-() RETURN r", ["type VISIT; did you mean VISITS?"]),
        ("MATCH (n) WHERE n:Persons RETURN n", ["label Persons; did you mean Person?"]),
        ("MATCH (n:Persn) MATCH (m:Persn) RETURN n", ["label Persn; did you mean Person?"]),
        ("MATCH (n:Xyzzy) RETURN n", ["label Xyzzy; there are Entity, Release, Country"]),
        ("MATCH (n:Person {name: title}) RETURN {a: name} AS x", []),
        ("MATCH (n) RETURN [x IN labels(n) WHERE n:Person | x] AS x, [1, 2][0..1] AS y", []),
        ("MATCH (n) WHERE EXISTS { MATCH (n)-[:MEET]-() } RETURN n", ["type MEET; did you mean"]),
        ("MATCH (p:Person) RETURN p.name, p.nme", ["property nme; did you mean name?"]),
        ("MATCH (p) WHERE p.surname = 'Kask' RETURN p", ["property surname"]),
        ("MATCH (:Person {nmae: 'Anna'}) RETURN 1 AS x", ["property nmae; did you mean name?"]),
        ("MATCH ()-[m:MEETS]-() RETURN m.confidance", ["property confidance; did you mean"]),
        ("MATCH ()-[m {held: 1}]-() RETURN m.`support`", ["property held"]),
        ("MATCH (n) WHERE EXISTS { (n)-[r]-() WHERE r.day > 1 } RETURN n", ["property day"]),
        ("MATCH (n:Persn) RETURN n.nme", ["label Persn; did you mean Person?", "property nme"]),
        ("MATCH (n) WITH {day: n.name} AS m RETURN m.day, collect({kind: m.day}) AS k", []),
        ("UNWIND $rows AS row RETURN row.anything, date(row.day).year", []),
        ("MATCH (n)--(m) WITH n {.name, met: count(m)} AS n RETURN n.met", []),
        ("MATCH (d) WITH date(d.published) AS d WHERE (d) > date('2020') RETURN d.year", []),
        ("MATCH (r) RETURN [r IN [(n)-[r:MEETS]-() | {year: 1}] | r.year] AS x", []),
        ("MATCH (n) WITH n, {n: {foo: 1}} AS w RETURN w.n.foo", []),
        ("CALL db.labels() YIELD label, foo MATCH (foo), (n {name: {a: 1}.a}) RETURN foo.b", []),
        ("MATCH (n:Person) RETURN n.`` AS x", []),
        ("MATCH (n) RETURN n.`\\ud800` AS x", ["property \\ud800"]),
        ("MATCH p = (a)-[:MEETS]->(b) RETURN a.nme, b.nme", ["property nme; did you mean name?"]),
        ("MATCH (a), (b {iso: 'x'}) RETURN b.alias", ["property alias;", "property iso; did"]),
        ("MATCH (n) RETURN n {.name, kind: labels(n)}, apoc.text.clean(n.name) AS c", []),
        ("", []),
    ],
)
def test_a_name_that_no_graph_has_is_told_with_the_nearest(cypher: str, told: list[str]) -> None:
    found = strangers(cypher)

    assert len(found) == len(told)
    assert all(part in hint for part, hint in zip(told, found, strict=True))
