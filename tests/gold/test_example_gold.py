"""The example feed and its gold: the releases make up the feed, and the gold quotes them."""

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.feeds import read_releases
from communique.graph import Release
from communique.ontology.vocabulary import SIGNATURES, Relation

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent / "example"
FEED_FILE = ROOT / "examples" / "press-feed.txt"
FEED = FEED_FILE.read_text(encoding="utf-8")
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))}
Gold = dict[str, Any]
GOLD: dict[str, Gold] = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FOLDER.glob("*.json"))
}
each_release = pytest.mark.parametrize("slug", sorted(GOLD))
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_date(text: str) -> bool:
    """A year, a month or a day that the calendar has."""
    if not DATE.fullmatch(text):
        return False
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def required(gold: Gold) -> Iterator[tuple[str, str, str]]:
    for triple in gold["triples"]:
        if not triple.get("optional"):
            ends = triple["subject"], triple["object"]
            subject, object_ = sorted(ends) if triple["predicate"] == "MEETS" else ends
            yield subject, triple["predicate"], object_


def test_the_releases_in_their_order_are_the_whole_feed() -> None:
    in_order = sorted(TEXTS.values(), key=FEED.index)
    assert "\n".join(in_order) == FEED


def test_reading_the_feed_gives_the_releases() -> None:
    read = list(read_releases([FEED_FILE]))
    texts = [release.text for release in read if isinstance(release, Release)]
    assert texts == [text.strip() for text in sorted(TEXTS.values(), key=FEED.index)]
    assert len(texts) == len(read)


def test_every_release_has_gold() -> None:
    assert set(TEXTS) == set(GOLD)


def test_titles_tell_releases_apart() -> None:
    titles = Counter(gold["title"].casefold() for gold in GOLD.values())
    assert [title for title, count in titles.items() if count > 1] == []


@each_release
def test_a_release_begins_with_its_title_and_source(slug: str) -> None:
    gold = GOLD[slug]
    assert gold["document"] == slug
    assert TEXTS[slug].startswith(f"{gold['title']}\n\nSource: {gold['source']}\n\n")


@each_release
def test_a_release_names_its_source_once_so_that_a_feed_splits_there(slug: str) -> None:
    assert TEXTS[slug].count("\nSource: ") == 1


@each_release
def test_evidence_is_in_the_text(slug: str) -> None:
    quotes = [quote for t in GOLD[slug]["triples"] for quote in as_list(t["evidence"])]
    assert [quote for quote in quotes if not quote or quote not in TEXTS[slug]] == []


@each_release
def test_both_ends_are_entities_of_the_release(slug: str) -> None:
    keys = [entity["key"] for entity in GOLD[slug]["entities"]]
    ends = {triple[end] for triple in GOLD[slug]["triples"] for end in ("subject", "object")}
    assert len(keys) == len(set(keys))
    assert ends <= set(keys)


@each_release
def test_relations_stand_between_types_that_the_vocabulary_allows(slug: str) -> None:
    types = {e["key"]: {e["type"], *e.get("alt_types", [])} for e in GOLD[slug]["entities"]}
    for triple in GOLD[slug]["triples"]:
        signature = SIGNATURES[Relation(triple["predicate"])]
        assert types[triple["subject"]] & {str(kind) for kind in signature.subjects}
        assert types[triple["object"]] & {str(kind) for kind in signature.objects}
        assert set(triple.get("qualifiers", {})) <= signature.qualifiers


@each_release
def test_no_fact_is_required_twice(slug: str) -> None:
    assert [fact for fact, count in Counter(required(GOLD[slug])).items() if count > 1] == []


@each_release
def test_dates_are_iso(slug: str) -> None:
    dates = [
        date
        for triple in GOLD[slug]["triples"]
        for date in as_list(triple.get("qualifiers", {}).get("date"))
        if date is not None
    ]
    for date in dates:
        first, *last = date.split("/")
        assert is_date(first)
        assert all(is_date(day) and day > first for day in last)


def test_every_relation_of_the_vocabulary_is_stated_somewhere() -> None:
    stated = {relation for gold in GOLD.values() for _, relation, _ in required(gold)}
    assert stated == {str(relation) for relation in Relation}


def test_some_releases_state_nothing() -> None:
    assert [slug for slug, gold in GOLD.items() if not gold["triples"]]
