"""Extraction beside plain spaCy: both read the same releases in turn, part by part."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from communique.extractors.press import PressExtractor
from communique.graph import Release
from figures.plain import PlainSpacy
from figures.section import table

HEAD = ("", "seconds", "releases/s", "words/s")
SPACY_BATCH = 256
"""Texts that ``pipe`` of the published model takes at once unless told otherwise."""
WARMING = 32
"""Releases that are read before the clock starts."""


@dataclass(frozen=True, slots=True)
class Part:
    """Releases that both have read, one right after the other.

    Attributes:
        releases: How many.
        words: Words in them, by white space.
        spacy: Seconds of the language model alone.
        extraction: Seconds of the extractor, which runs the model as well.
    """

    releases: int
    words: int
    spacy: float
    extraction: float

    @property
    def ratio(self) -> float:
        """Releases that are extracted while plain spaCy reads one."""
        return self.spacy / self.extraction


def paired(
    plain: PlainSpacy, extractor: PressExtractor, releases: Sequence[Release], size: int
) -> Iterator[Part]:
    """Yield the times of each part of ``size`` releases.

    The two take turns in going first; while one reads, the other waits. The first releases are
    read once before, uncounted, since a fresh pipeline has yet to fill its caches.
    """
    plain.seconds([release.text for release in releases[:WARMING]])
    _seconds(extractor.extract(releases[:WARMING]))
    for number, part in enumerate(_parts(releases, size)):
        words = sum(len(release.text.split()) for release in part)
        texts = [release.text for release in part]
        if number % 2:
            extraction = _seconds(extractor.extract(part))
            spacy = plain.seconds(texts)
        else:
            spacy = plain.seconds(texts)
            extraction = _seconds(extractor.extract(part))
        yield Part(len(part), words, spacy, extraction)


def pairing_figures(parts: Sequence[Part], size: int) -> str:
    """What all parts took, and the ratio of releases a second over them and in each."""
    whole = Part(
        sum(part.releases for part in parts),
        sum(part.words for part in parts),
        sum(part.spacy for part in parts),
        sum(part.extraction for part in parts),
    )
    rows = [
        [name, f"{seconds:.2f}", f"{whole.releases / seconds:.1f}", f"{whole.words / seconds:,.0f}"]
        for name, seconds in (("plain spaCy", whole.spacy), ("extraction", whole.extraction))
    ]
    ratios = [part.ratio for part in parts]
    return (
        f"{table(HEAD, rows)}\n\nExtraction reads {whole.ratio:.2f} releases while plain spaCy "
        f"reads one; by parts of {size}: least {min(ratios):.2f}, median {median(ratios):.2f}, "
        f"most {max(ratios):.2f}."
    )


def _parts(releases: Sequence[Release], size: int) -> Iterator[Sequence[Release]]:
    for start in range(0, len(releases), size):
        yield releases[start : start + size]


def _seconds(items: Iterable[object]) -> float:
    """How long an iterator takes to run out."""
    start = perf_counter()
    for _ in items:
        pass
    return perf_counter() - start
