"""How far two texts are one, and in what they differ."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from communique.editions.text.wording import SHINGLE, Shingle, Wording


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts, the shorter one first; what they share are passages of a shingle or more.

    Attributes:
        length: Words of the shorter.
        shorter: Share of its words that stand in passages of the longer, from 0 to 1.
        longer: The same of the longer.
        dense: Share of the longer's words that are shared, where the shorter stands in it.
        offset: Words of the longer before that.
        specific: How many different words the shorter has of those that tell occasions apart.
        own: Those of them that the longer has not.
        breaks_off: Whether the longer goes on in the sentence in which the shorter ends.
        others: Those of the longer, where the shorter stands in it, that the shorter has not.
    """

    length: int
    shorter: float
    longer: float
    dense: float
    offset: int
    specific: int
    breaks_off: bool
    own: frozenset[str]
    others: frozenset[str]


def compare(one: Wording, other: Wording) -> Comparison:
    """Compare two texts; linear in their length, and the same in either order."""
    a, b = sorted((one, other), key=lambda wording: (len(wording.words), wording.words))
    shared = set(a.shingles) & set(b.shingles)
    in_a, in_b = _covered(a, shared), _covered(b, shared)
    # As many of the longer's words as the shorter shares: what it repeats further on is no part.
    part = in_b[: len(in_a)] or (0,)
    first, end = part[0], part[-1] + 1
    return Comparison(
        length=len(a.words),
        shorter=len(in_a) / max(1, len(a.words)),
        longer=len(in_b) / max(1, len(b.words)),
        dense=len(part) / (end - first),
        offset=first,
        specific=len({a.words[place] for place in a.specific}),
        breaks_off=bool(in_a) and not _ends_sentence(a.shingles[max(0, in_a[-1] + 1 - SHINGLE)], b),
        own=_own(a, b, 0, len(a.words)),
        others=_own(b, a, first, end),
    )


def _covered(text: Wording, shared: Set[Shingle]) -> Sequence[int]:
    """Where the words in shared passages stand, ascending."""
    found: set[int] = set()
    for place, shingle in enumerate(text.shingles):
        if shingle in shared:
            found.update(range(place, place + len(shingle)))
    return sorted(found)


def _ends_sentence(passage: Shingle, text: Wording) -> bool:
    """Whether a passage of a text stands anywhere at the end of a sentence or line."""
    return any(
        place + len(passage) - 1 in text.ends
        for place, shingle in enumerate(text.shingles)
        if shingle == passage
    )


def _own(text: Wording, other: Wording, first: int, end: int) -> frozenset[str]:
    """What a text has between two places of what tells occasions apart, and another has not."""
    known = set(other.words)
    return frozenset(
        text.words[place]
        for place in text.specific
        if first <= place < end and text.words[place] not in known
    )
