"""What the scorer alone would state once more in other words."""

import re
from collections.abc import Sequence

from communique.extractors.cast import Figure
from communique.extractors.reading.script import Finding
from communique.extractors.shapes.gapped import PARTED
from communique.extractors.shapes.respective import RULE as RESPECTIVE
from communique.ontology import EntityType, Relation

_PARTED = frozenset({PARTED, RESPECTIVE})
"""Rules by which each end is in no more than its own pair."""
_MORE = re.compile(
    r"(?i)\b(?:officials|representatives|authorities|leaders|leadership|counterparts|experts|"
    r"delegates|delegations?|governments?|(?<!cabinet )ministers)\b"
    r"(?!,? (?:including|such as|among))"
)
"""Words for those of a state whom a sentence does not name."""

_PEERS = re.compile(
    r"(?i)\b(?:counterparts?|foreign ministers?|prime ministers?|presidents?|fms?|ministers?|"
    r"ambassadors?|envoys?|(?:top )?diplomats?)\b"
)
_REST = re.compile(
    r"(?i)\b(?:officials|representatives|authorities|leadership|delegat\w+|governments?|experts|"
    r"members|community|side|team|people|lawmakers|parliamentarians)\b"
)
"""Words for officials of whom a state has one, and for those of whom it has many."""

_TALK = re.compile(
    r"(?i)(?:(?:the|this|a|bilateral|working|official|first|second|one-on-one|face-to-face|"
    r"today['’]s|productive|introductory|\w+-(?:hour|minute)) )*"
    r"(?:meetings?|talks?|discussions?|call|encounter)"
)
"""An event that nothing tells from a meeting of two."""


def is_echo(finding: Finding, sentence: str, stated: Sequence[Finding]) -> bool:
    """Whether a finding says no more than another one.

    "She met with President X of STATE" is a meeting with X; the state meets only where the sentence
    speaks of others of it ("and other officials").

    Args:
        finding: What is stated of two.
        sentence: The text that it rests on.
        stated: Everything that the release states.
    """
    subject, thing = _ends(finding)
    if finding.relation != Relation.MEETS or _MORE.search(sentence):
        return False
    return any(
        state.type == EntityType.COUNTRY and _is_met_by_name(other, state, stated)
        for state, other in ((subject, thing), (thing, subject))
    )


def is_beside(finding: Finding, stated: Sequence[Finding]) -> bool:
    """Whether two who are said to meet have both met a third, more surely.

    "A, together with B, met C" and "A met B and C": those beside each other do not meet, nor do the
    guests whom one sentence after another has A meet.
    """
    if finding.relation != Relation.MEETS:
        return False
    surer = [
        other
        for other in stated
        if other.relation == Relation.MEETS and other.ends != finding.ends
        if other.confidence > finding.confidence
    ]
    one, another = _ends(finding)
    here = [o for o in surer if o.start < finding.end and finding.start < o.end]
    if not _met_by(one, here).isdisjoint(_met_by(another, here)):
        return True
    left, right = _met_by(one, surer), _met_by(another, surer)
    most = max(len(left), len(right))
    return any(len(_met_by(third, surer)) > most for third in left & right)


def _met_by(figure: Figure, meetings: Sequence[Finding]) -> set[Figure]:
    """Whom somebody meets."""
    return {e for m in meetings if figure in _ends(m) for e in _ends(m)} - {figure}


def is_of_named(finding: Finding, sentence: str, stated: Sequence[Finding]) -> bool:
    """Whether a state meets by an official without name whom the release names elsewhere.

    "Minister meets Estonian counterpart" in a title, "Minister A met Minister B of Estonia" below.
    """
    one = _PEERS.search(sentence) is not None and _REST.search(sentence) is None
    if finding.relation != Relation.MEETS or not one:
        return False
    kinds = {end.type for end in _ends(finding)}
    return kinds == {EntityType.COUNTRY, EntityType.PERSON} and any(
        state.type == EntityType.COUNTRY and _is_met_by_name(other, state, stated)
        for state, other in (_ends(finding), _ends(finding)[::-1])
    )


def is_bilateral_talk(finding: Finding, stated: Sequence[Finding]) -> bool:
    """Whether somebody would take part in the very meeting that the release has them hold.

    "A met B. A said at the meeting": attending it is no more than the meeting.
    """
    event = finding.object
    plain = finding.relation == Relation.PARTICIPATES_IN and not event.named
    if not plain or _TALK.fullmatch(event.name) is None:
        return False
    return any(f.relation == Relation.MEETS and finding.subject in _ends(f) for f in stated)


def _is_met_by_name(other: Figure, state: Figure, stated: Sequence[Finding]) -> bool:
    """Whether somebody meets a person who holds an office of a state."""
    meetings = (f for f in stated if f.relation == Relation.MEETS)
    met = (f.object if f.subject is other else f.subject for f in meetings if other in _ends(f))
    return any(f.type == EntityType.PERSON and f.home == state.territory for f in met)


def is_crossed(finding: Finding, stated: Sequence[Finding]) -> bool:
    """Whether clauses of a sentence part the ends of a finding: "A hosts X, B the seminar Y"."""
    here = [
        other
        for other in stated
        if other.rule in _PARTED and other.relation == finding.relation
        if other.start < finding.end and finding.start < other.end
    ]
    return any(len(set(_ends(finding)) & set(_ends(other))) == 1 for other in here)


def _ends(finding: Finding) -> tuple[Figure, Figure]:
    return finding.subject, finding.object
