"""From what a person types to the entities that are meant."""

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.cli.wrong_use import WrongUseError
from communique.graph import Ruling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.builder import Projection
    from communique.builder.review import Party
    from communique.ledger import Ledger

AT = "@"
"""Stands between an entity and the one release of it that is meant."""


def named_entity(ledger: "Ledger", projection: "Projection", typed: str, release: str = "") -> str:
    """The id of the entity that a name, an id or an id of earlier days means.

    Args:
        ledger: Where ids of earlier days are.
        projection: What it says.
        typed: What a person typed.
        release: Id of the release in which the entity stands, which tells namesakes apart.

    Raises:
        UnknownNameError: None has the name, or several have.
        LedgerError: The ledger does not hold the release.
    """
    from communique.queries.names import Names

    graph = projection.graph
    if release:
        ledger.release(release)
        facts = (f for f in graph.facts if any(e.release == release for e in f.evidence))
        ids = {end.id for fact in facts for end in (fact.subject, fact.object)}
        graph = replace(graph, entities=tuple(e for e in graph.entities if e.id in ids))
    return Names.of_graph(graph).resolve(ledger.given_ids.current(typed) or typed).id


def sides_of(
    ledger: "Ledger", projection: "Projection", one: str, other: str
) -> tuple["Party", "Party"]:
    """The two entities of a judgement, or two parts of one: ``NAME@RELEASE`` is its part there.

    Raises:
        UnknownNameError: None has one of the names, or several have.
        LedgerError: The ledger does not hold a release named, or the entity does not stand there.
        WrongUseError: Both are the same.
    """
    from communique.builder.review import parties_of

    typed = [text.partition(AT)[::2] for text in (one, other)]
    ids = [named_entity(ledger, projection, *text) for text in typed]
    parties = parties_of(ledger, projection, set(ids))
    first, second = (_part(parties, id_, place) for id_, (_, place) in zip(ids, typed, strict=True))
    if ids[0] == ids[1]:
        if first == second:
            raise WrongUseError(_one_already(ledger, first))
        first, second = _rest(first, second), _rest(second, first)
    return first, second


def _part(parties: "Mapping[str, Party]", id_: str, release: str) -> "Party":
    return parties[id_].within({release}) if release else parties[id_]


def _rest(party: "Party", other: "Party") -> "Party":
    """Of one entity named twice, what the narrower naming leaves to the wider."""
    mine = {mention.anchor.release for mention in party.mentions}
    others = {mention.anchor.release for mention in other.mentions}
    return party.within(mine - others) if mine > others else party


def _one_already(ledger: "Ledger", party: "Party") -> str:
    """Why two names of one entity cannot be judged, and what can be done."""
    anchors = set(party.side.anchors)
    same = [
        judgement.key
        for judgement in ledger.judgements.all()
        if judgement.ruling is Ruling.SAME
        and not anchors.isdisjoint(judgement.one.anchors)
        and not anchors.isdisjoint(judgement.other.anchors)
    ]
    undo = f"; `communique review undo {' '.join(same)}` takes back what was judged" if same else ""
    return (
        f"both are {party.entity.id}, which is one entity{undo}; to part it, name one release of "
        f"it as {party.entity.id}{AT}RELEASE"
    )
