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
        dense: Least share of the longer's words that are shared, from the first to the last.
        changed: Largest share that the shorter may have for itself of what tells occasions apart,
            where the longer has something else instead.
    """

    shared: float
    dense: float
    changed: float


HEADED = Limits(shared=0.6, dense=0.0, changed=0.3)
"""For releases of one title, source and day."""
ADDRESSED = Limits(shared=0.6, dense=0.0, changed=0.15)
"""For releases of one URL."""
FORWARDED = Limits(shared=0.9, dense=0.9, changed=0.0)
"""For all others."""


def tie(one: Specimen, other: Specimen, *, one_page: bool) -> Tie | None:
    """How two releases are one; None if they are two.

    Symmetric. Releases that recur in one form differ in names, numbers and days on both sides,
    editions and copies at most on one: what one of two texts has *instead* of something in the
    other tells them apart, what it has *besides* does not.

    Args:
        one: A release.
        other: Another.
        one_page: Whether they have the same URL, and it is that of one release.
    """
    first, second = sorted((one, other), key=lambda specimen: specimen.release.id)
    keyed = one_page or _same_heading(first, second)
    if not keyed and tell_apart(first.text, second.text, LONGEST_HEAD, FORWARDED.shared):
        return None
    texts = compare(one.text, other.text)
    # Another number in a title may be a correction, if the text under the same URL has it too.
    corrected = set(filter(is_number, texts.own | texts.others)) if one_page else set()
    if _titles_tell_apart(first, second, corrected):
        return None
    found = _edition(first, second, texts, one_page=one_page) or _copy(first, second, texts)
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
    one: Specimen, other: Specimen, texts: Comparison, *, one_page: bool
) -> tuple[Kinship, str] | None:
    """Two releases that their headings or their URL tell to be one."""
    kinship = Kinship.COPY if _is_cut_off(one, other, texts) else Kinship.EDITION
    if _same_heading(one, other) and _within(texts, HEADED):
        return kinship, "same title, source and day"
    days = days_between(one.release, other.release)
    if one_page and not _is_later_occasion(texts, days) and _within(texts, ADDRESSED):
        return kinship, "same URL"
    return None


def _is_later_occasion(texts: Comparison, days: int | None) -> bool:
    """Whether a page that always shows the newest release of a form has changed."""
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
    changed = len(texts.own) / max(1, texts.specific) if texts.others else 0.0
    return (
        texts.shorter >= limits.shared and texts.dense >= limits.dense and changed <= limits.changed
    )


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


def _same_heading(one: Specimen, other: Specimen) -> bool:
    same = _same_title(one, other) and _same_source(one, other)
    return same and days_between(one.release, other.release) == 0


def _same_title(one: Specimen, other: Specimen) -> bool:
    return one.title.words == other.title.words


def _same_source(one: Specimen, other: Specimen) -> bool:
    return words(one.release.source) == words(other.release.source)
