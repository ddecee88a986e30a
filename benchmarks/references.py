"""Draws words that stand for a name, for a reader to judge, and counts the verdicts.

    references.py draw -o sheet.jsonl     ends of wanted triples that their evidence does not name
    references.py count sheet.jsonl       the verdicts of the sheet; --keep writes them, unquoted

Asked of each: which words of the quotes (a pronoun, a title, a description, a capital) stand for
the end, and did the program take them for it? A reader who did not write the rules adds a
``verdict`` to each line: ``right``; ``wrong``, also where such a word was taken for nobody; or
``none`` where no word stands for the end and only the text around tells it. What is kept holds no
sentence of a release. The blind set is never drawn from.
"""

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from accuracy import SETS
from figures.sheet import Line, Sheet

from communique.evaluation.annotation.gold import GoldEntity, GoldTriple
from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Scene
from communique.extractors.scoring.references import Kind, Passage, Reference
from communique.feeds import SkippedInput, read_releases
from communique.training.annotations import Annotation, read_annotations

DRAWN_FROM = ("dev", "own", "example")
ENDS = 200
SEED = 20261126

Parsed = tuple[str, Passage, tuple[int, int]]
"""The text of a release, a sentence of it, and where that stands in the text."""


def main() -> None:
    """Draw a sheet or count one."""
    Sheet(
        about=(__doc__.partition("\n")[0], "ends"),
        draw=_drawn,
        verdicts=Path(__file__).resolve().parent / "references.jsonl",
        kept=("set", "release", "subject", "relation", "object", "end", "verdict"),
        section="references",
        field="set",
        values=DRAWN_FROM,
        third="none",
        head=("", "right", "wrong", "no word", "right of 100"),
        told=lambda lines: f"{len(lines)} ends, drawn by seed {SEED}",
    ).run()


def _drawn() -> list[Line]:
    """A sample of the ends, in order."""
    extractor = PressExtractor.load()
    lines = [line for name in DRAWN_FROM for line in _ends(name, extractor)]
    drawn = random.Random(SEED).sample(lines, min(ENDS, len(lines)))  # noqa: S311
    print(f"{len(drawn)} of {len(lines)} ends without a name in their evidence")
    return sorted(drawn, key=lambda line: (line["set"], line["release"], line["object"]))


def _ends(name: str, extractor: PressExtractor) -> Iterator[Line]:
    """Yield the ends of a set's wanted triples that their evidence does not name."""
    folder = SETS[name]
    for annotation in read_annotations([folder]) if folder.is_dir() else ():
        if not isinstance(annotation, Annotation):
            continue
        passages, lines = _read(annotation, extractor)
        for triple in annotation.gold.triples:
            meant = [item for quote in triple.evidence for item in _meant(passages, quote)]
            for end in () if triple.optional else (triple.subject, triple.object):
                if end.named and not _is_named(end, triple, meant):
                    yield {
                        "set": name,
                        "release": annotation.path.stem,
                        "subject": triple.subject.name,
                        "relation": triple.predicate,
                        "object": triple.object.name,
                        "end": end.name,
                        "quotes": list(triple.evidence),
                        "words": [
                            *((word, f"{r.figure.name} ({r.kind})") for word, r in meant),
                            *(
                                item
                                for quote in triple.evidence
                                for item in _unparsed(lines, quote)
                            ),
                        ],
                        "verdict": None,
                    }


def _read(annotation: Annotation, extractor: PressExtractor) -> tuple[list[Parsed], list[Scene]]:
    """The sentences of a release with its text and where they stand, and what is not parsed."""
    inputs = read_releases([annotation.text], published=annotation.published)
    release = next(item for item in inputs if not isinstance(item, SkippedInput))
    script = extractor.parsed(release)
    found = [
        (release.text, passage, script.repaired.original(passage.start, passage.end))
        for passage in extractor.read(script).passages
    ]
    return found, [scene for scene in script.scenes if not scene.sentences()]


def _unparsed(lines: Iterable[Scene], quote: str) -> Iterator[tuple[str, str]]:
    """Yield what the offices of headings and bylines, which are no sentences, were taken for."""
    for scene in lines:
        text = scene.block.text
        if text not in quote and quote not in text:
            continue
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            offices = figure.offices if figure is not None else ()
            for body in dict.fromkeys(o.body for o in offices if o.role in mention.roles):
                if body is not None:
                    yield text[mention.start : mention.end], f"{body.name} ({Kind.OFFICE_BODY})"


def _meant(passages: Iterable[Parsed], quote: str) -> Iterator[tuple[str, Reference]]:
    """Yield the words of a quote's sentences with whom each was taken for."""
    for text, passage, (start, end) in passages:
        first = text.find(quote)
        if first < 0 or first >= end or start >= first + len(quote):
            continue
        for reference in passage.references:
            if reference.token is not None:
                mention = passage.scene.mention_of(reference.token)
                block = passage.scene.block.text
                word = block[mention.start : mention.end] if mention else reference.token.text
                yield word, reference


def _is_named(
    entity: GoldEntity, triple: GoldTriple, meant: Iterable[tuple[str, Reference]]
) -> bool:
    """Whether the evidence has a name of an entity, also a shorter or longer form of it."""
    quotes = " ".join(triple.evidence).casefold()
    names = {*entity.names, entity.name.casefold()}
    figures = [r.figure for _, r in meant if r.kind == Kind.NAME]
    known = {name.casefold() for f in figures for name in (f.name, *f.aliases)}
    surnames = {name.split()[-1] for name in names} if entity.type == "Person" else set()
    return bool(names & known) or any(
        re.search(rf"\b{re.escape(name.casefold())}\b", quotes) for name in names | surnames
    )


if __name__ == "__main__":
    main()
