"""Counts what is stated of releases that hold one construction each, by class.

Layouts (tables, fact sheets, programmes, rolls, lists) and what goes over sentences ("the former",
clauses without a verb, deputies who stand in, an operation spoken of by another noun). Rules have
been mended on ``constructions/mended.jsonl``; nobody who makes rules reads ``kept.jsonl``, which
others wrote of the same classes, and of which nothing but counts is shown.
"""

import argparse
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from figures.section import percent, replace_section, table

from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import Entity, Release, Statement
from communique.ontology import SIGNATURES, Relation

FOLDER = Path(__file__).with_suffix("")
SETS = ("mended", "kept")
HEAD = (
    "",
    *(f"{name} {what}" for name in SETS for what in ("wanted", "stated", "%", "denied, stated")),
)
ARTICLE = re.compile(r"^(?:the|an?|its|his|her|their|this) ")
MARKS = re.compile("[\"'“”‘’«»„]")
SHORTEST = 3
"""Letters of a name that may be part of another."""
Triple = tuple[str, str, str]


@dataclass(slots=True)
class Count:
    """What is wanted of a class, how much of it is stated, and what is stated though denied."""

    wanted: int = 0
    stated: int = 0
    denied: int = 0
    wrong: int = 0
    lost: list[str] = field(default_factory=list)


def main() -> None:
    """Read all, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--errors", action="store_true", help="list what is lost of mended ones")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    options = parser.parse_args()
    extractor = PressExtractor.load()
    counts = {name: _counted(name, extractor) for name in SETS}
    if options.errors:
        for count in counts["mended"].values():
            print("\n".join(count.lost))
    classes = sorted({kind for found in counts.values() for kind in found})
    rows = [[kind, *_row(counts, [kind])] for kind in classes]
    shown = table(HEAD, [*rows, ["all", *_row(counts, classes)]])
    print(shown)
    if options.write:
        replace_section("constructions", f"{options.date}:\n\n{shown}")


def _counted(name: str, extractor: PressExtractor) -> dict[str, Count]:
    """The counts of one set, by class."""
    counts: dict[str, Count] = defaultdict(Count)
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    entries: list[dict[str, Any]] = [json.loads(line) for line in lines]
    releases = [_release(entry["text"]) for entry in entries]
    for entry, extraction in zip(entries, extractor.extract(releases), strict=True):
        count, found = counts[entry["class"]], extraction.statements
        for wanted in entry["states"]:
            count.wanted += 1
            count.stated += (known := _is_stated(wanted, found))
            if not known:
                count.lost.append(f"{entry['class']}: {extraction.release.title}: {wanted}")
        for denied in entry.get("not", ()):
            count.denied += 1
            count.wrong += _is_stated(denied, found)
    return counts


def _release(text: str) -> Release:
    read = read_releases(["-"], stdin=io.BytesIO(text.encode()))
    return next(item for item in read if isinstance(item, Release))


def _is_stated(wanted: Sequence[str], found: Iterable[Statement]) -> bool:
    subject, predicate, object_ = wanted
    symmetric = SIGNATURES[Relation(predicate)].symmetric
    return any(
        (_is_named(subject, s.subject) and _is_named(object_, s.object))
        or (symmetric and _is_named(subject, s.object) and _is_named(object_, s.subject))
        for s in found
        if s.predicate == predicate
    )


def _is_named(name: str, entity: Entity) -> bool:
    """Whether an entity has a name, or one that is part of the other."""
    wanted = _folded(name)
    for known in map(_folded, (entity.name, *entity.aliases)):
        shorter, longer = sorted((wanted, known), key=len)
        if wanted == known or (len(shorter) >= SHORTEST and shorter in longer):
            return True
    return False


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", MARKS.sub("", name).lower())
    return ARTICLE.sub("", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def _row(counts: dict[str, dict[str, Count]], classes: Sequence[str]) -> list[str]:
    row = []
    for name in SETS:
        known = [counts[name][kind] for kind in classes if kind in counts[name]]
        wanted, stated = sum(c.wanted for c in known), sum(c.stated for c in known)
        wrong, denied = sum(c.wrong for c in known), sum(c.denied for c in known)
        share = percent(stated / wanted) if wanted else ""
        row += [f"{wanted:,}", f"{stated:,}", share, f"{wrong} of {denied}"]
    return row


if __name__ == "__main__":
    main()
