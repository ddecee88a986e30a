"""A release in our own words, and statements with all that a statement can have."""

from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation, Status

TEXT = "Lind in Oslo 🕊\n\nMinister Ada Lind of Norway met Jon Berg on 3 May 2024."
RELEASE = Release(
    "r1", "Lind in Oslo 🕊", "Newsroom", TEXT, 16, "2024-05-04", "https://example.org/1"
)


def _quote(words: str, rule: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(RELEASE.id, start, start + len(words), words, rule)


_ADA = Entity("r1#1", EntityType.PERSON, "Ada Lind", ("Lind", "Minister Ada Lind"))
_JON = Entity("r1#2", EntityType.PERSON, "Jon Berg")
_NORWAY = Entity("r1#3", EntityType.COUNTRY, "Norway", iso3="NOR", wikidata="Q20")
_TALKS = Entity("r1#4", EntityType.EVENT, "talks", named=False)
_TITLE = _quote("Lind in Oslo", "title")
_WHOLE = _quote("Minister Ada Lind of Norway met Jon Berg on 3 May 2024.", "meets/meet-with")
_OFFICE = _quote("Minister Ada Lind of Norwa", "office")
_MET = Qualifiers(date="2024-05-03", place="Oslo", status=Status.HELD)

STATEMENTS = (
    Statement(_ADA, Relation.MEETS, _JON, (_WHOLE, _TITLE), _MET, 0.9),
    Statement(_ADA, Relation.REPRESENTS, _NORWAY, (_OFFICE,), Qualifiers(role="Minister")),
    Statement(_ADA, Relation.PARTICIPATES_IN, _TALKS, (_TITLE,), Qualifiers(), 1),
)
