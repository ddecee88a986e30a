"""Lines that say by a label what those named after it do: "Participating countries: A, B"."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.outline import Item, Outline
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import SIGNATURES, EntityType, Relation, Status

_LABEL = re.compile(r"\s*[-–—•*]?\s*(?P<label>[^:\n]{3,60}?)\s*:\s*")
_TAKING_PART = re.compile(
    r"(?i)\b(?:participa\w+|took part|taking part|involved|authorities|agencies|partners?|"
    r"countries|law enforcement|attend\w*|present)\b"
)
_COUNTRY_GAP = re.compile(r"\s?[:(–—-]\s?")
_FIRST_ONLY = frozenset({Relation.HELD_IN})
_WHOLES = frozenset({EntityType.EVENT, EntityType.OPERATION})


def read_labels() -> Mapping[Relation, re.Pattern[str]]:
    """The patterns of ``labels.jsonl`` by relation; each matches a whole label."""
    source = files("communique.extractors.layout").joinpath("labels.jsonl")
    patterns: dict[Relation, list[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry = json.loads(line)
            patterns.setdefault(Relation(entry["relation"]), []).append(entry["pattern"])
    return {
        relation: re.compile(rf"(?:the )?(?:{'|'.join(p)})", re.IGNORECASE)
        for relation, p in patterns.items()
    }


def labelled(
    cast: Cast,
    scenes: Sequence[Scene],
    outline: Outline,
    labels: Mapping[Relation, re.Pattern[str]],
) -> Iterator[Finding]:
    """Yield what labels state, and the bodies of list items "COUNTRY: BODY; BODY"."""
    event: Figure | None = None
    for scene in scenes:
        yield from _line(cast, scene, labels, event)
        events = [f for f in scene.figures if f and f.type == EntityType.EVENT]
        event = events[-1] if events else event
    for item in outline.items:
        yield from _country_item(cast, item)


def _line(
    cast: Cast, scene: Scene, labels: Mapping[Relation, re.Pattern[str]], event: Figure | None
) -> Iterator[Finding]:
    block = scene.block
    match = _LABEL.match(block.text)
    if match is None:
        return
    relation = next((r for r, p in labels.items() if p.fullmatch(match["label"])), None)
    if relation is None:
        return
    named = list(dict.fromkeys(scene.parties(block.start + match.end(), block.end)))
    topic = cast.topic()
    span = (block.start, block.end)
    for figure in named[: 1 if relation in _FIRST_ONLY else None]:
        found = _statement(relation, figure, topic, event)
        if found is not None:
            subject, said, thing = found
            status = Status.HELD if "status" in SIGNATURES[said].qualifiers else None
            yield Finding(subject, said, thing, *span, f"label/{said.lower()}", 0.8, status=status)


def _statement(
    relation: Relation, figure: Figure, topic: Figure | None, event: Figure | None
) -> tuple[Figure, Relation, Figure] | None:
    """What a label says of one figure named after it."""
    if relation in {Relation.INVOLVES, Relation.PARTICIPATES_IN} and (
        figure.type == EntityType.COUNTRY and topic is not None
    ):
        return topic, Relation.INVOLVES, figure
    whole = topic or event
    if figure.type == EntityType.PERSON:
        whole = event or topic
    if relation == Relation.INVOLVES:
        relation = Relation.PARTICIPATES_IN
    if whole is None or whole is figure or figure.type in _WHOLES or relation == Relation.MEMBER_OF:
        return None
    signature = SIGNATURES[relation]
    if relation == Relation.HELD_IN:
        return (whole, relation, figure) if figure.type in signature.objects else None
    fits = figure.type in signature.subjects and whole.type in signature.objects
    return (figure, relation, whole) if fits else None


def _country_item(cast: Cast, item: Item) -> Iterator[Finding]:
    """Yield the bodies and the state of "COUNTRY: BODY; BODY" in a list of those taking part."""
    scene, topic = item.scene, cast.topic()
    block = scene.block
    if topic is None or not scene.mentions or not _TAKING_PART.search(item.heading):
        return
    first, state = scene.mentions[0], scene.figures[0]
    if state is None or state.type != EntityType.COUNTRY or block.text[: first.start].strip():
        return
    span = (block.start, block.end)
    rest = block.text[first.end :]
    if not rest.strip() or _COUNTRY_GAP.match(rest):
        yield Finding(topic, Relation.INVOLVES, state, *span, "list/country", 0.85)
    if not _COUNTRY_GAP.match(rest):
        return
    for figure in dict.fromkeys(scene.figures[1:]):
        if figure is not None and figure.type == EntityType.ORGANISATION:
            yield Finding(
                figure, Relation.PARTICIPATES_IN, topic, *span, "list/body", 0.85,
                status=Status.HELD,
            )  # fmt: skip
