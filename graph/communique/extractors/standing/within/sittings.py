"""Whose sittings events are, by their names: "8th Meeting of the JOINT COMMISSION"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.standing.sentences import sentence_around
from communique.gazetteer.territories import fold
from communique.ontology import EntityType, Relation

_SITTING = re.compile(
    r"(?:.{0,60} )?(?:meetings?|sessions?|plenary|plenaries|rounds?|review|sittings?|assembly|"
    r"ministerial|conference|summit|retreat|consultations) "
    r"(?:of|for) (?:the |this |our )?(?P<whose>.{3,120})"
)
"""What a sitting is called that says whose it is, in lower case."""
_BRACKET = re.compile(r" \([^()]{1,20}\)$")
_HEADS = frozenset(
    "council conference commission committee assembly group subgroup force board bureau congress "
    "forum network panel parliament coalition dialogue mechanism partnership presidency team "
    "alliance union league community programme program".split()
)
"""Nouns of what sits, by which alone it may be called later."""
_WHOLES = frozenset({EntityType.ORGANISATION, EntityType.OPERATION})
_JOINTS = (" of ", " on ", " for ", " to ", " between ")
"""What a name goes on with behind its head."""
_MOST_WORDS = 2
"""Words by which a body is called later: "the Council", "the Task Force"."""


def sittings(cast: Cast, scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield that events are part of the bodies whose sittings their names make them."""
    done: set[int] = set()
    for scene in scenes:
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is None or figure.type != EntityType.EVENT or figure.number in done:
                continue
            whole = _whole(cast, figure)
            if whole is not None:
                done.add(figure.number)
                span = sentence_around(scene, mention.start, mention.end)
                yield Finding(figure, Relation.PART_OF, whole, *span, "part-of/sitting", 0.8)


def _whole(cast: Cast, event: Figure) -> Figure | None:
    """The body whose sitting an event is by one of its names, if the release names that too."""
    for form in sorted({event.name, *event.aliases}):
        told = _SITTING.fullmatch(_BRACKET.sub("", fold(form)))
        whole = _called(cast, told["whose"]) if told is not None else None
        if whole is not None and whole not in event.within:
            return whole
    return None


def _called(cast: Cast, words: str) -> Figure | None:
    """The body or group that words mean: by a name of it, else the one of their head noun."""
    bodies = [f for f in cast.figures if f.type in _WHOLES and f.named]
    same = next((f for f in bodies if words in _forms(f)), None)
    last = words.rsplit(maxsplit=1)[-1]
    if same is not None or last not in _HEADS or len(words.split()) > _MOST_WORDS:
        return same
    alike = [f for f in bodies if any(_is_short(words, form) for form in _forms(f))]
    told = [f for f in alike if f.opening] if len(alike) > 1 else alike
    return told[0] if len(told) == 1 else None


def _forms(figure: Figure) -> Iterable[str]:
    return {fold(form) for form in (figure.name, *figure.aliases)}


def _is_short(words: str, form: str) -> bool:
    """Whether a full name may be called by its head: "X Commission", "Commission of X"."""
    padded = f" {form} "
    return any(f" {words}{joint}" in padded for joint in _JOINTS) or form.endswith(f" {words}")
