"""Says the same in many ways, and counts how often that is lost; and what is denied, but stated.

Constructions are read with several sets of names, sentences behind fifty openings and before as
many endings, pairs of deeds in two dozen joints. Each is a release of its own, in which nothing
else helps. What is lost or wrongly stated is listed with ``--errors``.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

from figures.section import percent, replace_section, table

from communique.extractors.press import PressExtractor
from communique.graph import Release
from communique.ontology import SIGNATURES, Relation

PHRASINGS = Path(__file__).with_suffix(".json")
SOURCE, TITLE = "Ministry of Foreign Affairs of Norway", "News of the day"
HEAD = ("", "sentences", "statements", "lost", "%")
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A sentence and what it must state, or of which relations it must state nothing.

    Attributes:
        text: The sentence.
        wanted: Triples, with a part of the name of either end.
        denied: Relations.
    """

    text: str
    wanted: Sequence[Triple] = ()
    denied: Sequence[str] = ()

    def failures(self, stated: Iterable[Triple]) -> list[str]:
        """What is lost, and what is stated though it is denied."""
        found = list(stated)
        lost = [w for w in self.wanted if not any(_is_same(w, triple) for triple in found)]
        wrong = [triple for triple in found if triple[1] in self.denied]
        return [f"lost {' '.join(t)}" for t in lost] + [f"wrong {' '.join(t)}" for t in wrong]


def main() -> None:
    """Read all, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--errors", action="store_true", help="list what fails")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day")
    options = parser.parse_args()
    data = json.loads(PHRASINGS.read_text(encoding="utf-8"))
    kinds = {
        "constructions": _constructions(data),
        "with an opening": _opened(data),
        "with an ending": _ended(data),
        "two deeds": _joined(data),
        "denied": (Phrasing(p["text"], denied=p["denies"]) for p in data["denials"]),
    }
    extractor = PressExtractor.load()
    rows = [_row(kind, list(found), extractor, options.errors) for kind, found in kinds.items()]
    shown = table(HEAD, rows)
    print(shown)
    if options.write:
        replace_section("phrasings", f"{options.date}:\n\n{shown}")


def _constructions(data: Mapping[str, Any]) -> Iterator[Phrasing]:
    for construction in data["constructions"]:
        for names in data["names"]:
            bare = {kind: name.removeprefix("the ") for kind, name in names.items()}
            wanted = [tuple(part.format(**bare) for part in t) for t in construction["states"]]
            yield Phrasing(_capital(construction["text"].format(**names)), wanted)


def _opened(data: Mapping[str, Any]) -> Iterator[Phrasing]:
    for said in data["sentences"]:
        for opening in data["openings"]:
            yield Phrasing(f"{opening} {said['text']}.", [tuple(said["states"])])


def _ended(data: Mapping[str, Any]) -> Iterator[Phrasing]:
    for said in data["sentences"]:
        for ending in data["endings"]:
            text = f"{_capital(said['text'])} {ending}.".replace(" ,", ",")
            yield Phrasing(text, [tuple(said["states"])])


def _joined(data: Mapping[str, Any]) -> Iterator[Phrasing]:
    for joint in data["joins"]:
        for one, other in permutations(data["deeds"], 2):
            forms = {f"other_{form}": words for form, words in other.items()}
            text = joint.format(doer=data["doer"], **one, **forms)
            yield Phrasing(text, [tuple(one["states"]), tuple(other["states"])])


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _row(
    kind: str, phrasings: Sequence[Phrasing], extractor: PressExtractor, errors: bool
) -> list[str]:
    """The figures of one kind; a sentence that denies counts as one statement."""
    failed = 0
    stated = extractor.extract(_release(n, p.text) for n, p in enumerate(phrasings))
    for phrasing, extraction in zip(phrasings, stated, strict=True):
        triples = [(s.subject.name, str(s.predicate), s.object.name) for s in extraction.statements]
        failures = phrasing.failures(triples)
        failed += len(failures)
        for failure in failures if errors else ():
            print(f"{phrasing.text}\n    {failure}")
    wanted = sum(len(phrasing.wanted) or 1 for phrasing in phrasings)
    return [kind, f"{len(phrasings):,}", f"{wanted:,}", f"{failed:,}", percent(failed / wanted)]


def _release(number: int, text: str) -> Release:
    head = f"{TITLE}\n\nSource: {SOURCE}\n\n"
    return Release(f"r{number}", TITLE, SOURCE, head + text, len(head), "2024-05-10")


def _is_same(wanted: Triple, stated: Triple) -> bool:
    """Whether the ends of a triple have the parts of names that are wanted, in either order."""
    if wanted[1] != stated[1]:
        return False
    symmetric = SIGNATURES[Relation(wanted[1])].symmetric
    orders = [stated, stated[::-1]] if symmetric else [stated]
    return any(
        wanted[0].lower() in one.lower() and wanted[2].lower() in other.lower()
        for one, _, other in orders
    )


if __name__ == "__main__":
    main()
