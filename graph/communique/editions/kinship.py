"""Whether two releases are one: editions of the same, or copies by different wires."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from communique.editions.specimen import Specimen, days_between
from communique.editions.text.comparison import Comparison, by_length, compare, tell_apart
from communique.editions.text.wording import is_number, words

SHORTEST_COPY = 40
"""Words of the shortest text that is known again under another title."""
SHORTEST_SUMMARY = 15
"""Words of the shortest text that is known again under the same title."""
SHORTEST_EDITION = 0.35
"""Share of the longer text below which its beginning is no edition but a summary."""
LONGEST_HEAD = 40
"""Words that one of two copies may have before the text that they share."""
LONGEST_DELAY = 5
"""Days within which a wire forwards; the same words later are a new occasion."""

_MONTHS = frozenset(
    words("January February March April May June July August September October November December")
)


class Kinship(StrEnum):
    """How two releases are one."""

    EDITION = "edition"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Tie:
    """Two releases that are one.

    Attributes:
        ends: Their ids, sorted.
        sizes: Words of their texts proper.
        kinship: How they are one.
        likeness: Share of their words that stand in passages of the other, from 0 to 1.
        reason: Why they are taken for one, in words.
    """

    ends: tuple[str, str]
    sizes: tuple[int, int]
    kinship: Kinship
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What two texts must share to be taken for one.

    Attributes:
        shared: Least share of the shorter's words that stand in passages of the longer.
        corrected: The same where each has something instead of the other that tells occasions
            apart.
        changed: Largest share of these words that the shorter may then have for itself.
        dense: Least share of the longer's words that are shared, where the shorter stands in it.
    """

    shared: float
    corrected: float
    changed: float
    dense: float


KEYED = Limits(shared=0.75, corrected=0.85, changed=0.15, dense=0.0)
"""For releases of one title, source and day, or of one URL."""
FORWARDED = Limits(shared=0.9, corrected=1.0, changed=0.0, dense=0.9)
"""For all others."""


def tie(one: Specimen, other: Specimen, *, one_page: bool, one_heading: bool) -> Tie | None:
    """How two releases are one; None if they are two.

    Symmetric. Releases that recur in one form differ in names, numbers and days on both sides,
    editions and copies at most on one: what one of two texts has *instead* of something in the
    other tells them apart, what it has *besides* does not.

    Args:
        one: A release.
        other: Another.
        one_page: Whether they have the same URL, and it is that of one release.
        one_heading: Whether they have the same title, source and day, and that is not the day of
            an import.
    """
    first, second = sorted((one, other), key=lambda specimen: specimen.release.id)
    if not (one_page or one_heading) and tell_apart(
        first.text, second.text, LONGEST_HEAD, FORWARDED.shared
    ):
        return None
    texts = compare(one.text, other.text)
    # Another number in a title may be a correction, if the text under the same URL has it too.
    corrected = set(filter(is_number, texts.own | texts.others)) if one_page else set()
    if _titles_tell_apart(first, second, corrected):
        return None
    found = _edition(first, second, texts, one_page=one_page, one_heading=one_heading) or _copy(
        first, second, texts
    )
    if found is None:
        return None
    kinship, reason = found
    return Tie(
        (first.release.id, second.release.id),
        (len(first.text.words), len(second.text.words)),
        kinship,
        round((texts.shorter + texts.longer) / 2, 4),
        reason,
    )


def _edition(
    one: Specimen, other: Specimen, texts: Comparison, *, one_page: bool, one_heading: bool
) -> tuple[Kinship, str] | None:
    """Two releases that their headings or their URL tell to be one."""
    kinship = Kinship.COPY if _is_cut_off(one, other, texts) else Kinship.EDITION
    days = days_between(one.release, other.release)
    if not _within(texts, KEYED) or _is_later_occasion(texts, days):
        return None
    if one_heading:
        return kinship, "same title, source and day"
    return (kinship, "same URL") if one_page else None


def _is_later_occasion(texts: Comparison, days: int | None) -> bool:
    """Whether the newest release of a form has come in the place of another."""
    if not texts.own or not texts.others:
        return False
    other_months = texts.own & _MONTHS and texts.others & _MONTHS
    return bool(other_months) or (days is not None and days > LONGEST_DELAY)


def _copy(one: Specimen, other: Specimen, texts: Comparison) -> tuple[Kinship, str] | None:
    """Two releases that only their texts tell to be one."""
    days = days_between(one.release, other.release)
    if days is not None and days > (0 if _same_source(one, other) else LONGEST_DELAY):
        return None
    if texts.shorter == texts.longer == 1.0 and _same_title(one, other):
        return Kinship.COPY, "same title and text"
    shortest = SHORTEST_SUMMARY if _same_title(one, other) else SHORTEST_COPY
    if texts.length >= shortest and texts.offset <= LONGEST_HEAD and _within(texts, FORWARDED):
        return Kinship.COPY, f"{texts.shorter:.0%} of the shorter text is in the other"
    return None


def _within(texts: Comparison, limits: Limits) -> bool:
    if texts.own and texts.others:
        changed = len(texts.own) / texts.specific
        if changed > limits.changed or texts.shorter < limits.corrected:
            return False
    return texts.shorter >= limits.shared and texts.dense >= limits.dense


def _is_cut_off(one: Specimen, other: Specimen, texts: Comparison) -> bool:
    """Whether the shorter text is no edition of its own but the beginning of the longer."""
    if texts.own or texts.shorter < FORWARDED.shared or texts.dense < FORWARDED.dense:
        return False
    shorter, _ = by_length(one.text, other.text)
    truncated = one.release.truncated if shorter is one.text else other.release.truncated
    return texts.breaks_off or truncated or texts.longer < SHORTEST_EDITION


def _titles_tell_apart(one: Specimen, other: Specimen, corrected: Set[str]) -> bool:
    """Whether each title names something that the other release does not know.

    Titles of one form with another day, number or state; two wires' headlines for one text are
    told by what the text knows.
    """
    if _same_title(one, other):
        return False
    mine, theirs = one.title.told() - other.known, other.title.told() - one.known
    if not mine or not theirs or mine | theirs <= corrected:
        return False
    a, b = set(one.title.words), set(other.title.words)
    numbered = any(map(is_number, mine)) and any(map(is_number, theirs))
    return numbered or len(a & b) * 2 >= min(len(a), len(b))


def _same_title(one: Specimen, other: Specimen) -> bool:
    return one.title.words == other.title.words


def _same_source(one: Specimen, other: Specimen) -> bool:
    return words(one.release.source) == words(other.release.source)
