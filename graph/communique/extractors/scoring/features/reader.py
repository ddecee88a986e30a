"""Named features of a pair of references in a passage."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Finding
from communique.extractors.scoring.features.family import Family, names
from communique.extractors.scoring.features.firings import Firings
from communique.extractors.scoring.features.paths import PathReader
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.references import Kind, Passage, Reference
from communique.ontology import EntityType

Fired = Mapping[tuple[int, int], Firings]
"""What rules found, by the numbers of subject and object."""
Sort = tuple[EntityType, Kind]
"""What a figure is, and how it is meant."""

_WORDS = frozenset({"VERB", "NOUN"})
_LEAD_WORDS = 25
"""Last words of a lead that count."""
_JOINTS = frozenset({"of", "for", "to", "at", "in", "and", "within"})
_LATE = 4
"""From this block or sentence on, the number tells nothing more."""


class FeatureReader:
    """Names the features of pairs in the passages of one release, in three parts.

    What all pairs of a passage share, what one end of a pair has by itself, and what the two have
    together: so that the sums of the first two parts need not be made for each pair.

    Attributes:
        fired: What the rules found in the release.
    """

    def __init__(self, cast: Cast, lexicon: Lexicon, fired: Fired) -> None:
        """Take the cast, the relations of words, and what the rules found in the release."""
        self._cast = cast
        self._lexicon = lexicon
        self.fired = fired
        self._paths = PathReader(lexicon)
        self._topic = cast.topic()

    def shared(self, passage: Passage) -> list[str]:
        """The features of every pair of a passage."""
        block = passage.scene.block
        lemmas = sorted(
            {t.lemma_.lower() for t in passage.sentence if t.pos_ in _WORDS and t.text.isalpha()}
        )
        classes = sorted({c for lemma in lemmas for c in self._lexicon.of(lemma)})
        lead = block.lead.split()[-_LEAD_WORDS:] if block.lead else []
        bare = {word.strip(",.:;()") for word in lead}
        words = sorted(word for word in bare if word.isalpha() and word.islower())
        return [
            "bias",
            f"block={block.kind}",
            f"block-number={min(passage.scene.number, _LATE)}",
            f"sentence={min(passage.number, _LATE - 1)}",
            *(f"says={lemma}" for lemma in lemmas),
            *(f"says-class={name}" for name in classes),
            *(f"lead={word}" for word in words),
        ]

    def end(self, sight: Sight, reference: Reference, side: str) -> list[str]:
        """The features of one end of a pair, ``left`` or ``right``."""
        marks = [*self.marks(reference.figure), *self.alone(sight, reference)]
        return [f"{side}-{mark}" for mark in marks]

    def alone(self, sight: Sight, reference: Reference) -> Sequence[str]:
        """The features of the word of a reference by itself, as their names end; none without."""
        token = reference.token
        return () if token is None else self._paths.alone(sight, token)

    def pair(self, sight: Sight, left: Reference, right: Reference) -> list[str]:
        """The features that the ends of an ordered pair have together."""
        return [
            *sorts((left.figure.type, left.kind), (right.figure.type, right.kind)),
            *self.rules(sight.passage, left.figure, right.figure),
            *self.standing(left.figure, right.figure),
            *names(self.words(sight, left, right)),
        ]

    def words(self, sight: Sight, left: Reference, right: Reference) -> Sequence[Family]:
        """The features of a pair by the words that mean its ends."""
        if left.token is None or right.token is None:
            side, alone = ("left", left) if left.token is not None else ("right", right)
            return [(f"{side}|{left.kind}>{right.kind}-", self.alone(sight, alone))]
        types = f"{left.figure.type}>{right.figure.type}"
        if left.token is right.token:
            return [("same-word", ("", f"|{types}"))]
        return self._paths.between(sight, left.token, right.token, types)

    def rules(self, passage: Passage, left: Figure, right: Figure) -> Iterator[str]:
        """Yield the features of a pair by what the rules found of it."""
        for sign, key in (("", (left.number, right.number)), ("~", (right.number, left.number))):
            firings = self.fired.get(key)
            if firings is None:
                continue
            yield from firings.names(passage.start, passage.end, sign)

    def marks(self, figure: Figure) -> list[str]:
        """The features of a figure by itself, as their names end."""
        marks = (
            (f"noun={figure.noun}", bool(figure.noun)),
            ("issuer", figure is self._cast.issuer),
            ("issuer-state", figure is self._cast.state),
            ("topic", figure is self._topic),
            (f"unnamed|{figure.type}", not figure.named),
            (f"opening|{figure.type}", figure.opening),
        )
        return [mark for mark, holds in marks if holds]

    def standing(self, left: Figure, right: Figure) -> Iterator[str]:
        """Yield the features of a pair by what the release says of both anywhere."""
        if left.type == EntityType.PERSON:
            yield from _offices(left, right)
            yield f"sides={_sides(left, right)}|{right.type}"
        if any(office.body is left for office in right.offices):
            yield "office~"
        if right.type == EntityType.COUNTRY and self._cast.home_of(left) is right:
            yield "home"
        if right in left.within:
            yield "within"
            yield f"within={_joint(left, right)}|{left.type}"
            yield f"within-first={left.name.split()[0].lower()}"


def sorts(left: Sort, right: Sort) -> list[str]:
    """The features of a pair by what its ends are and how they are meant."""
    types, kinds = f"{left[0]}>{right[0]}", f"{left[1]}>{right[1]}"
    return [f"types={types}", f"kinds={kinds}", f"types={types}|kinds={kinds}"]


def _sides(person: Figure, other: Figure) -> str:
    """Whether a person and another figure are of one side, as far as offices tell."""
    bodies = {office.body for office in person.offices} - {None}
    others = {office.body for office in other.offices} - {None} | {other}
    if bodies & others:
        return "one"
    home, state = person.home, other.territory or other.country or other.home
    if home is not None and state is not None:
        return "one-state" if home == state else "two-states"
    return "two" if bodies and len(others) > 1 else "unknown"


def _joint(whole: Figure, part: Figure) -> str:
    """How a name holds the name of another: by the word before it, or at its front or back."""
    for form in sorted((part.name, *part.aliases), key=lambda form: (-len(form), form)):
        before, found, _ = whole.name.partition(form)
        if found:
            words = before.lower().removesuffix("the ").split()
            return "front" if not words else words[-1] if words[-1] in _JOINTS else "back"
    return "unlike"


def _offices(person: Figure, other: Figure) -> Iterator[str]:
    """Yield how the offices of a person speak for or against one in another figure."""
    held = [office for office in person.offices if office.body is other]
    if held:
        yield f"office={'worded' if any(o.role.body is not None for o in held) else 'guessed'}"
    elif any(office.role.body is not None for office in person.offices):
        yield f"office=elsewhere|{other.type}"
    else:
        yield f"office={'unknown' if person.offices else 'none'}|{other.type}"
    for office in person.offices:
        yield f"office-head={office.role.head.lower()}|{other.type}"


def feature_reader(cast: Cast, lexicon: Lexicon, found: Iterable[Finding]) -> FeatureReader:
    """What names the features of a release in which rules found statements."""
    fired: dict[tuple[int, int], list[Finding]] = {}
    for finding in found:
        fired.setdefault((finding.subject.number, finding.object.number), []).append(finding)
    return FeatureReader(cast, lexicon, {ends: Firings(same) for ends, same in fired.items()})
