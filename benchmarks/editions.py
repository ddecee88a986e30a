"""Counts which releases of the corpus are one, and which of made copies are recognised."""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from time import process_time

from figures.corpus import spread
from figures.section import percent, replace_section, table

from communique.editions import Holding, Kinship, Replacement, replacements
from communique.feeds import read_releases
from communique.feeds.reading import release_id
from communique.graph import Release

SIZES = (400, 800, 1600, 3300)
MADE = 400
"""Releases of the corpus that editions and copies are made of."""
SHORTEST = 60
"""Words of the shortest of them."""
SEED = 7
DAY = "2024-06-04"
HEADS = ("LONDON, June 4 (Example Wire) -- ", "Lagos (EW) – ", "", "(Coastal News) — ")
NOTES = (
    "",
    "\n\nReporting by Jane Doe; editing by John Roe",
    "\n\nAbout Example Wire\n\nExample Wire forwards releases of 400 bodies.",
    "\n\nDistributed by Example Wire on behalf of the issuer.",
    "\n\nRead more at www.example.org\n\nFollow us on Facebook",
)
TITLES: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda title: f"Officials announce: {title}",
    lambda _: "World news in brief",
    lambda title: " ".join(reversed(title.split()[:6])),
)
SHARES = (1.0, 0.8, 0.6, 0.4, 0.25)

Edit = Callable[[str, random.Random], str]


def main() -> None:
    """Count, print the figures, keep them if asked to."""
    options = _options()
    paths, held = spread(max(SIZES))
    if not paths:
        raise SystemExit("no corpus; COMMUNIQUE_CORPUS is to name its folder")
    releases = [item for item in read_releases(paths) if isinstance(item, Release)]
    draw = random.Random(SEED)  # noqa: S311  # no secret
    figures = "\n\n".join(
        (
            f"The corpus of {held:,}, in processor seconds.",
            table(("releases", "copies", "editions", "time"), _grown(releases, draw)),
            f"Made of {MADE} releases of the corpus, of {SHORTEST} words or more.",
            table(("made", "all", "recognised", "%"), _made(releases, draw)),
        )
    )
    print(figures)
    if options.write:
        replace_section("editions", f"{options.date}. {figures}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures in README.md")
    parser.add_argument("--date", default=date.today().isoformat(), help="their day, if not today")
    return parser.parse_args()


def _grown(releases: Sequence[Release], draw: random.Random) -> list[list[str]]:
    """What is found among more and more releases, and how long it takes."""
    by_id = {release.id: release for release in draw.sample(releases, len(releases))}
    holdings = [Holding.of(release, number) for number, release in enumerate(by_id.values())]
    rows = []
    for size in SIZES:
        start = process_time()
        found = replacements(holdings[:size], by_id.__getitem__)
        kinds = Counter(item.kinship for item in found)
        took = f"{process_time() - start:.1f} s"
        number = f"{min(size, len(holdings)):,}"
        rows.append([number, str(kinds[Kinship.COPY]), str(kinds[Kinship.EDITION]), took])
    return rows


def _made(releases: Sequence[Release], draw: random.Random) -> list[list[str]]:
    """How many made editions and copies are recognised, by how they were made."""
    long = [item for item in releases if len(item.text[item.body :].split()) >= SHORTEST]
    results: dict[str, list[bool]] = defaultdict(list)
    for drawn in draw.sample(long, min(MADE, len(long))):
        body = drawn.text[drawn.body :].strip()
        original = _release(drawn.title, drawn.source, body)
        for share in SHARES:
            found = _found(original, _forwarded(original, share, draw))
            name = "copies of the whole" if share == 1 else f"copies cut to {share:.0%}"
            results[name].append(found is not None and found.kinship is Kinship.COPY)
        for name, edit in EDITS.items():
            earlier, later = original, _release(drawn.title, drawn.source, edit(body, draw))
            if later.id != earlier.id:
                found = _found(earlier, later)
                results[name].append(found is not None and found.by == later.id)
    return [
        [name, str(len(each)), str(sum(each)), percent(sum(each) / len(each))]
        for name, each in results.items()
    ]


def _release(title: str, source: str, body: str) -> Release:
    head = f"{title}\n\nSource: {source}\n\n"
    id_ = release_id(source, title, head + body)
    return Release(id_, title, source, head + body, len(head), DAY)


def _forwarded(release: Release, share: float, draw: random.Random) -> Release:
    """The release as another wire has it: headline, dateline and notes of its own, cut off."""
    body = release.text[release.body :]
    if share < 1:
        body = body[: int(len(body) * share)].rsplit(" ", 1)[0] + draw.choice(("", " …", "..."))
    title = draw.choice(TITLES)(release.title)
    return _release(title, "Example Wire", draw.choice(HEADS) + body + draw.choice(NOTES))


def _found(earlier: Release, later: Release) -> Replacement | None:
    by_id = {release.id: release for release in (earlier, later)}
    holdings = [Holding.of(release, number) for number, release in enumerate(by_id.values())]
    return next(iter(replacements(holdings, by_id.__getitem__)), None)


def _other_number(body: str, draw: random.Random) -> str:
    found = list(re.finditer(r"\b\d+\b", body))
    if not found:
        return body
    number = draw.choice(found)
    return f"{body[: number.start()]}{int(number[0]) + 3}{body[number.end() :]}"


def _other_name(body: str, draw: random.Random) -> str:
    found = re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}\b", body)
    if not found:
        return body
    name = draw.choice(found)
    return body.replace(name, f"{name[:-1]}x")


def _without_paragraph(body: str, draw: random.Random) -> str:
    paragraphs = re.split(r"\n+", body)
    if len(paragraphs) > 1:
        del paragraphs[draw.randrange(1, len(paragraphs))]
    return "\n\n".join(paragraphs)


def _with_paragraph(body: str, draw: random.Random) -> str:
    paragraphs = re.split(r"\n+", body)
    added = "Two more states will join, a spokesperson of the Example Ministry told on Friday."
    paragraphs.insert(draw.randrange(1, len(paragraphs) + 1), added)
    return "\n\n".join(paragraphs)


EDITS: Mapping[str, Edit] = {
    "editions with another number": _other_number,
    "editions with another name": _other_name,
    "editions with a paragraph more": _with_paragraph,
    "editions with a paragraph less": _without_paragraph,
    "editions without the last sentence": lambda body, _: re.sub(r"(?<=\.) [^.]+\.\Z", "", body),
}


if __name__ == "__main__":
    main()
