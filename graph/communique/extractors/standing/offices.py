"""Who represents or commands what, by the offices written beside names."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.cast import Cast, Figure, Office
from communique.extractors.cast.offices import line_label
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.gazetteer.territories import fold
from communique.ontology import EntityType, Relation

_LISTED = frozenset({", ", " (", ": ", " – "})
_REACH = 300
"""Characters before a state that are looked at."""
_REPRESENTED = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


def offices(cast: Cast, scenes: Sequence[Scene], plural: re.Pattern[str]) -> Iterator[Finding]:
    """Yield what each named official represents, leads, or stands for in a labelled list.

    Args:
        cast: The cast.
        scenes: The scenes, in order.
        plural: What stands before the states and names of several holders of one office.
    """
    for scene in scenes:
        pairs = zip(scene.mentions, scene.figures, strict=True)
        for number, (mention, figure) in enumerate(pairs):
            if figure is None or mention.type != EntityType.PERSON:
                continue
            span = sentence_around(scene, mention.start, mention.end)
            here = (office for office in figure.offices if office.block == scene.number)
            held = [office for office in here if office.role in mention.roles]
            for office in held:
                yield from _office(figure, office, span)
                yield from _owners(cast, office, span)
            label = line_label(cast, scene, number) if mention.span is not None else None
            if label is not None:
                yield from _labelled(scene, figure, held, label, span)
            elif not any(office.body for office in held):
                state = _listed_state(scene, number, plural)
                if state is not None:
                    yield Finding(
                        figure, Relation.REPRESENTS, state, *span, "represents/plural-office", 0.9
                    )


def _listed_state(scene: Scene, number: int, plural: re.Pattern[str]) -> Figure | None:
    """The state before a name in "the ministers of STATE, NAME, and STATE, NAME"."""
    state = scene.figures[number - 1] if number else None
    if state is None or state.type != EntityType.COUNTRY:
        return None
    text, before, mention = scene.block.text, scene.mentions[number - 1], scene.mentions[number]
    if mention.span is None or text[before.end : mention.start] not in _LISTED:
        return None
    return state if plural.search(text[max(0, before.start - _REACH) : before.start]) else None


def _labelled(
    scene: Scene, figure: Figure, held: Sequence[Office], label: Figure, span: tuple[int, int]
) -> Iterator[Finding]:
    """Yield what the state that labels a line states of a person in it, with office or without."""
    roles = [
        scene.block.text[office.role.start : office.role.end]
        for office in held
        if office.body is not label
    ]
    for role in roles if held else [None]:
        yield Finding(
            figure, Relation.REPRESENTS, label, *span, "represents/labelled", 0.95, role=role
        )


def _owners(cast: Cast, office: Office, span: tuple[int, int]) -> Iterator[Finding]:
    """Yield whose part the body of an office is by the possessive before it."""
    worded, body = office.role.body, office.body
    if worded is None or body is None:
        return
    for owner in worded.within:
        if owner.end <= worded.start:
            yield Finding(body, Relation.PART_OF, cast.named(owner), *span, "part-of/owner", 0.9)


def _office(figure: Figure, office: Office, span: tuple[int, int]) -> Iterator[Finding]:
    role, body = office.role, office.body
    if body is None:
        return
    if body.type == EntityType.OPERATION and role.commands:
        yield Finding(figure, Relation.LEADS, body, *span, "leads/commander", 0.9, role=role.title)
    elif body.type in _REPRESENTED:
        confidence = 0.95 if role.body is not None else 0.75
        yield Finding(
            figure, Relation.REPRESENTS, body, *span, f"represents/{office.basis}", confidence,
            role=_fullest(figure, office) or None,
        )  # fmt: skip


def _fullest(figure: Figure, office: Office) -> str:
    """The title of an office as the release words it most fully ("Secretary" of State)."""
    titles = [
        other.role.title
        for other in figure.offices
        if other.body is office.body
        and not other.role.former
        and fold(other.role.title).startswith(f"{fold(office.role.title)} ")
    ]
    return max(titles, key=len, default=office.role.title) if office.role.title else ""
