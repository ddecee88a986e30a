"""Lines that say by a label what those named after it do: "Participating countries: A, B"."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import JOURNEYS
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.listing import heads
from communique.extractors.layout.outline import Item, Outline
from communique.extractors.layout.parties.gathering import gathers, is_kind
from communique.extractors.parse import FINITE
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import SIGNATURES, UNDERTAKINGS, EntityType, Relation, Status

_LABEL = re.compile(
    r"(?:\A|\n|(?<=[.;!?|] )|(?<=[.;!?|]))\s*[-–—•*>]?\s*(?:\(?\w[.)] )?"
    r"(?P<label>[A-Z][^:.;!?|\n]{2,70}?)\s*:(?=\s)\s*"
)
_ALSO = (
    r"(?:(?:the|also|other|others|further|additional|main|key|all|our|their|its|following|and|"
    r"featured|confirmed|invited|special|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s)*"
)
_TAIL = r"(?:\s(?:at|in|to|of|for|from|on|were|are|is|was|include[ds]?|including|comprised?)\b.*)?"
_LIST_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt))(?<!\b(?:Mrs|Col|Gen|Amb|Maj|Cap|Rev))[.!?](?:\s|\Z)"
    r"|(?: \| |\n)(?=[A-Z][^:|\n]{2,60}:)"
)
_TAKING_PART = re.compile(
    r"(?i)\b(?:participa\w+|took part|taking part|involved|authorities|agencies|partners?|"
    r"countr(?:y|ies)|law enforcement|attend\w*|present|carried out (?:at|by)|work of|"
    r"(?:following|national|these) (?:services|units|forces)|(?:conduct|execut|perform)ed by|"
    r"results?|outcomes?|highlights|arrests?|seizures?)\b"
)
OF_ANOTHER = re.compile(r"\b(?:of|in|to) (?:the )?(?:[A-Z][A-Z-]|[A-Z]\w+ (?:[a-z]+ )?[A-Z])")
"""A name behind "members of" which is no mention, of what the release tells no more of."""
_MARKS = " •·▪*-–—>"
"""What may stand before the first name of a list item."""
_OWNED = re.compile(
    r" (?:(?:and )?(?:agenc(?:y|ies)|bod(?:y|ies)|institutions?|organi[sz]ations?|services|"
    r"entities|authorities|partners|missions)\b ?)+: ?"
)
"""What stands behind the name of those whose agencies follow: "EU agencies and bodies: X"."""
_COUNTRY_GAP = re.compile(r"\s?[:(–—-]\s?")
_LONGEST_HEADING = 70
_COMPANY = re.compile(r"(?i)\bdelegation\b|accompan|travel")
COMMANDED = re.compile(r"(?i)(?:force |mission )?command")
"""How a label begins that tells who commands: no event has such."""
_FINITE = FINITE | {"VB"}
_TURNED = frozenset({Relation.HELD_IN, Relation.PART_OF})
"""Relations in which what is labelled, one of a kind, is the object."""
_COMMANDS = (EntityType.PERSON, Relation.LEADS, EntityType.OPERATION)
_CARRIED_OUT = (EntityType.COUNTRY, EntityType.OPERATION)
_MEMBERS = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class _Label:
    """A label with the span of what it labels.

    Attributes:
        scene: The block of what is labelled.
        text: Its words.
        relation: What it states.
        whole: The event, operation or body that the label names, or None.
        event: The event mentioned last before it, or None.
        near: Whether that is in the same block.
        start: Where what is labelled begins, in code points from the start of the block.
        end: Where it ends.
    """

    scene: Scene
    text: str
    relation: Relation
    whole: Figure | None
    event: Figure | None
    near: bool
    start: int
    end: int

    @property
    def is_of_members(self) -> bool:
        """Whether it labels the members of something."""
        return self.relation == Relation.MEMBER_OF


@dataclass(frozen=True, slots=True)
class _Main:
    """What a release is about.

    Attributes:
        topic: The operation, or None.
        event: The event, or None.
        destinations: Where its trip goes.
    """

    topic: Figure | None
    event: Figure | None
    destinations: Mapping[Figure, Status | None]

    def statements(
        self, label: _Label, figure: Figure
    ) -> Iterator[tuple[Figure, Relation, Figure]]:
        """Yield what a label says of one figure named after it."""
        whole = label.whole
        if self.destinations and _COMPANY.search(label.text):
            if figure.type == EntityType.PERSON:
                yield from ((figure, Relation.VISITS, place) for place in self.destinations)
        elif whole is not None and whole.type == EntityType.ORGANISATION and label.is_of_members:
            if figure.type in _MEMBERS and figure is not whole:
                yield figure, Relation.MEMBER_OF, whole
        else:
            whole = whole if self._is_apart(whole) else self._whole(label, figure)
            fits = label.relation == Relation.PART_OF or figure.type not in UNDERTAKINGS
            if whole is not None and whole is not figure and fits:
                yield from of_whole(label.relation, figure, whole)

    def _is_apart(self, whole: Figure | None) -> bool:
        """Whether a label names an undertaking; "the investigation" may mean that of the release.

        It does where neither a name nor the opening tells of another one.
        """
        if whole is None or whole.type not in UNDERTAKINGS:
            return False
        told = whole.named or whole.opening or whole.type == EntityType.EVENT
        return told or self.topic is None

    def _whole(self, label: _Label, figure: Figure) -> Figure | None:
        """What a label without a name of its own speaks of."""
        if label.relation == Relation.PART_OF or COMMANDED.match(label.text):
            return self.topic
        if label.is_of_members and OF_ANOTHER.search(label.text):
            return None
        if label.relation == Relation.HELD_IN:
            found = label.event or self.event or self.topic
        else:
            event = self._event(label)
            pair = [x for x in (event, self.topic) if x is not None]
            if figure.type != EntityType.PERSON and event is self.event:
                pair.sort(key=lambda x: (not x.named, x.number))
            elif figure.type != EntityType.PERSON:
                pair.reverse()
            found = next(iter(pair), None)
        private = found is not None and not found.named and found.noun in JOURNEYS
        return None if private else found

    def _event(self, label: _Label) -> Figure | None:
        """The event of a label; a delegation goes to the one the release is about."""
        if label.event is not None and label.near and label.event.named:
            return label.event
        if self.event is not None and (self.event.named or not label.event):
            return self.event
        return None if _COMPANY.search(label.text) else label.event


def read_labels() -> Mapping[Relation, re.Pattern[str]]:
    """The patterns of ``labels.jsonl`` by relation; each matches a whole label."""
    source = files("communique.extractors.layout").joinpath("labels.jsonl")
    patterns: dict[Relation, list[str]] = {}
    for line in source.read_text(encoding="utf-8").splitlines():
        if line.strip():
            entry = json.loads(line)
            patterns.setdefault(Relation(entry["relation"]), []).append(entry["pattern"])
    return {
        relation: re.compile(rf"{_ALSO}(?:{'|'.join(p)}){_TAIL}", re.IGNORECASE)
        for relation, p in patterns.items()
    }


def labelled(
    cast: Cast,
    scenes: Sequence[Scene],
    outline: Outline,
    labels: Mapping[Relation, re.Pattern[str]],
    destinations: Mapping[Figure, Status | None],
) -> Iterator[Finding]:
    """Yield what labels state, and the bodies of list items "COUNTRY: BODY; BODY".

    Args:
        cast: The entities of the release.
        scenes: Its blocks.
        outline: Its list items.
        labels: Patterns of labels by relation.
        destinations: Where the trip that it tells goes, on which a delegation goes along.
    """
    main = _Main(cast.topic(), outline.main, destinations)
    for label in (*_inline(scenes, labels), *_leading(outline, labels)):
        for figure in _named(label):
            yield from (_finding(label, *said) for said in main.statements(label, figure))
    for item in outline.items:
        yield from _country_item(cast, item)


def _finding(label: _Label, subject: Figure, relation: Relation, thing: Figure) -> Finding:
    start = label.scene.block.start
    commands = (subject.type, relation, thing.type) == _COMMANDS
    rule = "label/commands" if commands else f"label/{relation.lower()}"
    return Finding(subject, relation, thing, start + label.start, start + label.end, rule, 0.8)


def _inline(
    scenes: Sequence[Scene], labels: Mapping[Relation, re.Pattern[str]]
) -> Iterator[_Label]:
    """Yield the labels within the lines that they label."""
    event: Figure | None = None
    gathered = False
    for scene in scenes:
        text = scene.block.text
        gathered = gathers(text) or (gathered and _LABEL.match(text) is not None)
        for match in _LABEL.finditer(text) if ":" in text else ():
            kind = gathered and is_kind(match["label"])
            relation = Relation.INVOLVES if kind else _relation(match["label"], labels)
            if relation is None or scene.block.kind == BlockKind.TITLE:
                continue
            ending = _LIST_ENDS.search(text, match.end())
            end = ending.start() if ending else len(text)
            if _is_told(scene, match.end(), end):
                continue
            near = _last_event(scene, match.start())
            whole = _whole(scene, match.start("label"), match.end("label"))
            yield _Label(
                scene, match["label"], relation, whole, near or event, near is not None,
                match.end(), end,
            )  # fmt: skip
        event = _last_event(scene, len(text)) or event


def _leading(outline: Outline, labels: Mapping[Relation, re.Pattern[str]]) -> Iterator[_Label]:
    """Yield the items that a heading or a line with a colon labels."""
    for item in outline.items:
        lead = item.lead
        if lead is None or len(lead.block.text) > _LONGEST_HEADING:
            continue
        text = lead.block.text.strip(" :•")
        relation = _relation(text, labels)
        if relation is not None and not _is_told(item.scene, 0, len(item.scene.block.text)):
            whole = _whole(lead, 0, len(lead.block.text))
            scene = item.scene
            yield _Label(scene, text, relation, whole, item.event, False, 0, len(scene.block.text))


def _relation(text: str, labels: Mapping[Relation, re.Pattern[str]]) -> Relation | None:
    """The relation that a label states, if it is one."""
    return next((r for r, p in labels.items() if p.fullmatch(text)), None)


def _last_event(scene: Scene, end: int) -> Figure | None:
    events = scene.before(end, EntityType.EVENT)
    return events[-1] if events else None


def _is_told(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands behind a colon is a clause, not a list."""
    return any(
        sentence.root.tag_ in _FINITE and start <= scene.offset(sentence.root) < end
        for sentence in scene.sentences()
    )


def _whole(scene: Scene, start: int, end: int) -> Figure | None:
    """The event, operation or body that the words of a label name."""
    pairs = zip(scene.mentions, scene.figures, strict=True)
    inside = [f for m, f in pairs if f is not None and start < m.start < end]
    return next((f for f in inside if f.type in UNDERTAKINGS | {EntityType.ORGANISATION}), None)


def _named(label: _Label) -> list[Figure]:
    """Those whom a label says something of, without whose they are: "EU agencies: X and Y"."""
    found = heads(label.scene, _behind_owner(label.scene, label.start), label.end)
    return found[:1] if label.relation in _TURNED else found


def _behind_owner(scene: Scene, start: int) -> int:
    """Where a list begins behind the name of the body whose agencies it tells; a state acts."""
    first = next((m for m in scene.mentions if m.start >= start), None)
    body = first is not None and first.type == EntityType.ORGANISATION
    owned = _OWNED.match(scene.block.text, first.end) if first is not None and body else None
    opens = first is not None and not scene.block.text[start : first.start].strip(_MARKS)
    return owned.end() if owned is not None and opens else start


def of_whole(
    relation: Relation, figure: Figure, whole: Figure
) -> Iterator[tuple[Figure, Relation, Figure]]:
    """Yield what a label says of one figure and the event or operation it speaks of."""
    if relation in _TURNED:
        if figure.type in SIGNATURES[relation].objects:
            yield whole, relation, figure
        return
    if relation in {Relation.INVOLVES, Relation.MEMBER_OF}:
        relation = Relation.PARTICIPATES_IN
    signature = SIGNATURES[relation]
    if figure.type in signature.subjects and whole.type in signature.objects:
        yield figure, relation, whole
        if (figure.type, whole.type) == _CARRIED_OUT and relation == Relation.PARTICIPATES_IN:
            yield whole, Relation.INVOLVES, figure


def _country_item(cast: Cast, item: Item) -> Iterator[Finding]:
    """Yield the bodies and the state of "COUNTRY: BODY; BODY" in a list of those taking part."""
    scene = item.scene
    lead = item.lead.figures if item.lead else ()
    told = [f for f in lead if f and f.type == EntityType.OPERATION and (f.named or f.opening)]
    topic = told[-1] if told else cast.topic()
    block = scene.block
    if topic is None or not scene.mentions or not _TAKING_PART.search(item.heading):
        return
    first, state = scene.mentions[0], scene.figures[0]
    if state is None or state.type != EntityType.COUNTRY or block.text[: first.start].strip(_MARKS):
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
