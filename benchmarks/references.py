"""Draws words that stand for a name, for a reader to judge, and counts the verdicts.

    references.py draw -o sheet.jsonl     ends of wanted triples that their evidence does not name
    references.py count sheet.jsonl       the verdicts of the sheet; --keep writes them, unquoted

Asked of each: which words of the quotes (a pronoun, a title, a description, a capital) stand for
the end, and did the program take them for it? A reader who did not write the rules adds a
``verdict`` to each line: ``right``; ``wrong``, also where such a word was taken for nobody; or
``none`` where no word stands for the end and only the text around tells it. What is kept holds no
sentence of a release. The blind set is never drawn from.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from accuracy import SETS
from figures.section import percent, replace_section, table

from communique.evaluation.annotation.gold import GoldEntity, GoldTriple
from communique.extractors.press import PressExtractor
from communique.extractors.scoring.references import Kind, Passage, Reference
from communique.feeds import SkippedInput, read_releases
from communique.training.annotations import Annotation, read_annotations

VERDICTS = Path(__file__).resolve().parent / "references.jsonl"
DRAWN_FROM = ("dev", "own", "example")
ENDS = 200
SEED = 20261126
KEPT = ("set", "release", "subject", "relation", "object", "end", "verdict")

Line = dict[str, Any]
Parsed = tuple[str, Passage, tuple[int, int]]
"""The text of a release, a sentence of it, and where that stands in the text."""


def main() -> None:
    """Draw a sheet or count one."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw", help="write the ends to judge")
    drawing.add_argument("-o", "--output", type=Path, required=True)
    drawing.set_defaults(run=draw)
    counting = commands.add_parser("count", help="count the verdicts")
    counting.add_argument("sheet", type=Path, nargs="?", default=VERDICTS)
    counting.add_argument("--keep", action="store_true", help="keep the verdicts, without quotes")
    counting.add_argument("--write", action="store_true", help="keep the figures in README.md")
    counting.add_argument("--date", default=date.today().isoformat(), help="their day")
    counting.set_defaults(run=count)
    options = parser.parse_args()
    options.run(options)


def draw(options: argparse.Namespace) -> None:
    """Write a sample of the ends, one a line."""
    extractor = PressExtractor.load()
    lines = [line for name in DRAWN_FROM for line in _ends(name, extractor)]
    drawn = random.Random(SEED).sample(lines, min(ENDS, len(lines)))  # noqa: S311
    print(f"{len(drawn)} of {len(lines)} ends without a name in their evidence")
    with options.output.open("w", encoding="utf-8") as sheet:
        for line in sorted(drawn, key=lambda line: (line["set"], line["release"], line["object"])):
            sheet.write(json.dumps(line, ensure_ascii=False) + "\n")


def _ends(name: str, extractor: PressExtractor) -> Iterator[Line]:
    """Yield the ends of a set's wanted triples that their evidence does not name."""
    folder = SETS[name]
    for annotation in read_annotations([folder]) if folder.is_dir() else ():
        if not isinstance(annotation, Annotation):
            continue
        passages = list(_passages(annotation, extractor))
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
                        "words": [(word, f"{r.figure.name} ({r.kind})") for word, r in meant],
                        "verdict": None,
                    }


def _passages(annotation: Annotation, extractor: PressExtractor) -> Iterator[Parsed]:
    """Yield the sentences of a release with its text and where they stand in it."""
    inputs = read_releases([annotation.text], published=annotation.published)
    release = next(item for item in inputs if not isinstance(item, SkippedInput))
    script = extractor.parsed(release)
    for passage in extractor.read(script).passages:
        yield release.text, passage, script.repaired.original(passage.start, passage.end)


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


def count(options: argparse.Namespace) -> None:
    """Print what share of the words was taken for the right one, by set."""
    lines = [json.loads(line) for line in options.sheet.read_text(encoding="utf-8").splitlines()]
    if options.keep:
        kept = [{key: line.get(key) for key in KEPT} for line in lines]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in kept)
        VERDICTS.write_text(text, encoding="utf-8")
    shown = _table(lines)
    print(shown)
    if options.write:
        replace_section(
            "references",
            f"{options.date}: {len(lines)} ends, drawn by seed {SEED}; verdicts in "
            f"`references.jsonl`.\n\n{shown}",
        )


def _table(lines: Iterable[Line]) -> str:
    counts = Counter((line["set"], line["verdict"]) for line in lines)
    counts.update(("all", line["verdict"]) for line in lines)
    rows = []
    for name in (*DRAWN_FROM, "all"):
        right, wrong, none = (counts[name, verdict] for verdict in ("right", "wrong", "none"))
        share = percent(right / (right + wrong)) if right + wrong else "–"
        rows.append([name, str(right), str(wrong), str(none), share])
    return table(("", "right", "wrong", "no word", "right of 100"), rows)


if __name__ == "__main__":
    main()
