"""Scores the extractor on releases set in other ways: wrapped, quoted, with surnames in capitals.

What a release states does not change when a mail program wraps its lines. Each way is tried on the
annotated releases of seed, dev and own; their annotations are the same, with quotes as the text set
that way has them.
"""

import argparse
import calendar
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from figures.machine import Machine
from figures.named import some_of
from figures.section import percent, replace_section, table

from communique.extractors.model import load_model
from communique.feeds import SkippedInput, read_releases

ROOT = Path(__file__).resolve().parent.parent
GOLD = Path(os.environ.get("COMMUNIQUE_GOLD", ROOT.parent / "shared" / "gold"))
SETS = ("seed", "dev", "own")
HEAD = ("", "P", "R", "F1", "entities F1", "date", "role")
_SENTENCE_END = re.compile(r"(?<=[a-z])\. (?=[A-Z])")
_MONTHS = "|".join(calendar.month_name[1:])
_DAY = re.compile(rf"\b(\d{{1,2}}) ({_MONTHS})\b")
_YEAR = re.compile(rf"\b(\d{{1,2}}) ({_MONTHS}) (\d{{4}})")
_ORDINALS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_BETWEEN_WORDS = r"[\s>]+"

Way = Callable[[str, Sequence[str]], str]
"""Sets a text anew; takes it and the names of the people in it."""


def wrapped(width: int) -> Way:
    """Lines of at most so many characters, as mail programs and wires break them."""
    return lambda text, _: "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def quoted(text: str, _names: Sequence[str]) -> str:
    """Wrapped, with a mark before each line, as in a reply."""
    return "\n".join(f"> {line}".rstrip() for line in wrapped(70)(text, ()).split("\n"))


def surnames_in_capitals(text: str, names: Sequence[str]) -> str:
    """The last word of each name in capitals."""
    for name in sorted(names, key=len, reverse=True):
        first, _, last = name.rpartition(" ")
        if first:
            text = text.replace(name, f"{first} {last.upper()}")
    return text


def without_diacritics(text: str, _names: Sequence[str]) -> str:
    """Letters without what stands above or below them."""
    parted = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parted if not unicodedata.combining(char))


def ordinal_days(text: str, _names: Sequence[str]) -> str:
    """Days as "the 2nd of May"."""
    return _DAY.sub(lambda day: f"{day[1]}{_ORDINALS.get(int(day[1]), 'th')} of {day[2]}", text)


def footnoted(text: str, _names: Sequence[str]) -> str:
    """The numbers of notes behind the first sentences."""
    return _SENTENCE_END.sub(".[1] ", text, count=3)


WAYS: Mapping[str, Way] = {
    "as they are": lambda text, _: text,
    "wrapped at 60": wrapped(60),
    "wrapped at 72": wrapped(72),
    "wrapped at 100": wrapped(100),
    "quoted": quoted,
    "surnames in capitals": surnames_in_capitals,
    "without diacritics": without_diacritics,
    "straight quotes": lambda text, _: re.sub("[‘’]", "'", re.sub("[“”]", '"', text)),
    "double hyphens": lambda text, _: re.sub(" [–—] ", " -- ", text),
    "acronyms quoted": lambda text, _: re.sub(r"\(([A-Z]{2,8})\)", r'(the "\1")', text),
    "ordinal days": ordinal_days,
    "month before day": lambda text, _: _YEAR.sub(r"\2 \1, \3", text),
    "footnotes": footnoted,
    "blank lines": lambda text, _: re.sub(r"(?<=[^\n])\n(?=[^\n])", "\n\n", text),
}


def main() -> None:
    """Score the releases set in each way, print the figures and keep them if asked to."""
    options = _options()
    folders = [GOLD / name for name in SETS if (GOLD / name).is_dir()]
    if not folders:
        raise SystemExit("nothing to score; COMMUNIQUE_GOLD is to name the folder of the sets")
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(options.processes) as pool:
        works = {
            name: pool.submit(_score, folders, WAYS[name], Path(scratch) / str(number))
            for number, name in enumerate(options.ways)
        }
        rows = []
        for name, work in works.items():
            rows.append([name, *_figures(work.result())])
            print(" ".join(rows[-1]), file=sys.stderr, flush=True)
    print(table(HEAD, rows))
    if options.write:
        machine = Machine.running(load_model())
        replace_section("typesetting", f"{options.date}: {machine}.\n\n{table(HEAD, rows)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--ways", type=some_of(WAYS), default=tuple(WAYS), metavar="WAY,WAY", help=", ".join(WAYS)
    )
    parser.add_argument("--processes", type=int, default=2, help="how many at a time")
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _score(folders: Sequence[Path], way: Way, scratch: Path) -> Mapping[str, Any]:
    """The report on all releases of some folders, set in one way."""
    scratch.mkdir()
    for folder in folders:
        for annotation in sorted(folder.glob("*.json")):
            set_anew(annotation, way, scratch)
    command = [sys.executable, "-m", "communique", "evaluate", str(scratch), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if not done.stdout:
        raise SystemExit(f"communique evaluate ended with {done.returncode}\n{done.stderr}")
    report: Mapping[str, Any] = json.loads(done.stdout)
    return report


def set_anew(annotation: Path, way: Way, folder: Path) -> None:
    """Write an annotated release into a folder, its body set in a way; its header stays.

    A quote that the text no longer has, which no way should leave, is replaced by the title.
    """
    gold = json.loads(annotation.read_text(encoding="utf-8"))
    release = next(iter(read_releases([annotation.with_suffix(".txt")])))
    if isinstance(release, SkippedInput):
        raise SystemExit(f"{release.path}: {release.reason}")
    text, body = release.text, release.body
    names = [entity["name"] for entity in gold["entities"] if entity["type"] == "Person"]
    anew = text[:body] + way(text[body:], names)
    for triple in gold["triples"]:
        triple["evidence"] = list(_quotes(triple["evidence"], way, names, anew))
    (folder / annotation.with_suffix(".txt").name).write_text(anew, encoding="utf-8")
    (folder / annotation.name).write_text(json.dumps(gold), encoding="utf-8")


def _quotes(quotes: Sequence[str], way: Way, names: Sequence[str], text: str) -> Iterator[str]:
    for quote in quotes:
        forms = (quote, way(quote, names))
        patterns = (_BETWEEN_WORDS.join(map(re.escape, re.split(_BETWEEN_WORDS, f))) for f in forms)
        found = next((match for p in patterns if (match := re.search(p, text))), None)
        yield found[0] if found else text.partition("\n")[0]


def _figures(report: Mapping[str, Any]) -> list[str]:
    triples, qualifiers = report["triples"], report["qualifiers"]
    shares = [triples[key] for key in ("precision", "recall", "f1")]
    shares += [report["entities"]["f1"], *(qualifiers[key]["accuracy"] for key in ("date", "role"))]
    return [percent(share) for share in shares]


if __name__ == "__main__":
    main()
