"""From what a person types to the entities that are meant."""

from typing import TYPE_CHECKING

from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.builder import Projection
    from communique.builder.review import Party
    from communique.ledger import Ledger

AT = "@"
"""Stands between an entity and the one release of it that is meant."""


def named_entity(ledger: "Ledger", projection: "Projection", typed: str) -> str:
    """The id of the entity that a name, an id or an id of earlier days means.

    Raises:
        UnknownNameError: None has the name, or several have.
    """
    from communique.queries.names import Names

    current = ledger.given_ids.current(typed) or typed
    return Names.of_graph(projection.graph).resolve(current).id


def sides_of(
    ledger: "Ledger", projection: "Projection", one: str, other: str
) -> tuple["Party", "Party"]:
    """The two entities of a judgement, or two parts of one: ``NAME@RELEASE`` is its part there.

    Raises:
        UnknownNameError: None has one of the names, or several have.
        LedgerError: It does not stand in the release named.
        WrongUseError: Both are the same.
    """
    from communique.builder.review import parties_of

    typed = [text.partition(AT)[::2] for text in (one, other)]
    ids = [named_entity(ledger, projection, name) for name, _ in typed]
    parties = parties_of(ledger, projection, set(ids))
    first, second = (_part(parties, id_, place) for id_, (_, place) in zip(ids, typed, strict=True))
    if ids[0] == ids[1]:
        first, second = _rest(first, second), _rest(second, first)
    return first, second


def _part(parties: "Mapping[str, Party]", id_: str, release: str) -> "Party":
    return parties[id_].within({release}) if release else parties[id_]


def _rest(party: "Party", other: "Party") -> "Party":
    """Of one entity named twice, what the narrower naming leaves to the wider."""
    mine = {mention.anchor.release for mention in party.mentions}
    others = {mention.anchor.release for mention in other.mentions}
    if mine == others:
        raise WrongUseError(
            f"{party.entity.id} is one entity; to part it, name one release of it as "
            f"{party.entity.id}{AT}RELEASE"
        )
    return party.within(mine - others) if mine > others else party
