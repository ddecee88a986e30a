"""How far two texts are one, and in what they differ."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from communique.editions.text.wording import SHINGLE, Shingle, Wording, is_number


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
    a, b = by_length(one, other)
    shared = set(a.shingles) & set(b.shingles)
    in_a, in_b = _covered(a, shared), _covered(b, shared)
    # As many of the longer's words as the shorter shares: what it repeats further on is no part.
    part = in_b[: len(in_a)] or (0,)
    first, end = part[0], part[-1] + 1
    rest_a, rest_b = _rest(a, in_a), _rest(b, in_b)
    return Comparison(
        length=len(a.words),
        shorter=len(in_a) / max(1, len(a.words)),
        longer=len(in_b) / max(1, len(b.words)),
        dense=len(part) / (end - first),
        offset=first,
        specific=len(a.told()),
        breaks_off=bool(in_a) and not _ends_sentence(a.shingles[max(0, in_a[-1] + 1 - SHINGLE)], b),
        own=_own(a, rest_a, b, rest_b),
        others=_own(b, [place for place in rest_b if first <= place < end], a, rest_a),
    )


def tell_apart(one: Wording, other: Wording, first: int, share: float) -> bool:
    """Whether each of two texts has something instead of the other, in a part that they must share.

    Quicker than a comparison, and says less.

    Args:
        one: A text.
        other: Another.
        first: Words of the longer at its head that do not count.
        share: Where the part ends, as a share of the shorter's words.
    """
    a, b = by_length(one, other)
    end = int(share * len(a.words))
    return any(a.words[place] not in b.known for place in a.specific) and any(
        b.words[place] not in a.known for place in b.specific if first <= place < end
    )


def by_length(one: Wording, other: Wording) -> tuple[Wording, Wording]:
    """The shorter and the longer of two texts."""
    first, second = sorted((one, other), key=lambda wording: (len(wording.words), wording.words))
    return first, second


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


def _rest(text: Wording, covered: Sequence[int]) -> list[int]:
    """Where the words stand that are in no shared passage."""
    return sorted(set(range(len(text.words))) - set(covered))


def _own(
    text: Wording, rest: Sequence[int], other: Wording, other_rest: Sequence[int]
) -> frozenset[str]:
    """What a text has in some places of what tells occasions apart, and another has not.

    The other has a name if it has it anywhere, a number only if it has it in its own rest: the same
    numbers mean other things elsewhere.
    """
    instead = {other.words[place] for place in other_rest}
    specific = (text.words[place] for place in sorted(set(rest) & set(text.specific)))
    return frozenset(
        word for word in specific if word not in (instead if is_number(word) else other.known)
    )
