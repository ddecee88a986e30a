"""The annotated and judged releases that the project holds to train on (``training/``)."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.training.annotations import Annotation, WithoutText, read_annotations
from communique.training.judged.releases import read_judged

LONGEST = 120
"""Characters of the longest string that an annotation of a text not ours may hold."""
HEAD = {"document", "text", "sha256", "source", "published", "complete", "entities", "triples"}
ENTITY = {"key", "type", "name", "aliases", "named", "alt_types"}
TRIPLE = {"subject", "predicate", "object", "qualifiers", "evidence", "optional"}


@pytest.fixture(scope="module")
def own(root: Path) -> list[Annotation | WithoutText]:
    return list(read_annotations([root / "training" / "own"]))


@pytest.fixture(scope="module")
def of_corpus(root: Path) -> dict[str, dict[str, Any]]:
    paths = sorted((root / "training" / "corpus").iterdir())
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in paths}


def strings(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from strings(item)
        case dict():
            for item in value.values():
                yield from strings(item)


def test_every_release_of_our_own_is_well_formed_and_has_its_text(
    own: list[Annotation | WithoutText],
) -> None:
    assert own
    assert not [item for item in own if not isinstance(item, Annotation)]


def test_what_is_learned_from_is_not_among_what_nobody_reads(
    own: list[Annotation | WithoutText], root: Path
) -> None:
    unread = list(read_annotations([root / "benchmarks" / s for s in ("unread", "fresh")]))
    titles = {i.gold.title.casefold() for i in own if isinstance(i, Annotation)}
    for text in (root / "training" / "judged").glob("*/*.txt"):
        titles.add(text.read_text(encoding="utf-8").partition("\n")[0].casefold())

    assert unread
    assert not [i for i in unread if not isinstance(i, Annotation)]
    assert titles.isdisjoint(i.gold.title.casefold() for i in unread if isinstance(i, Annotation))


def test_titles_tell_our_own_releases_apart(own: list[Annotation | WithoutText]) -> None:
    titles = Counter(i.gold.title.casefold() for i in own if isinstance(i, Annotation))

    assert [title for title, count in titles.items() if count > 1] == []


def test_every_text_of_our_own_is_annotated(root: Path) -> None:
    folder = root / "training" / "own"

    assert {p.stem for p in folder.glob("*.txt")} == {p.stem for p in folder.glob("*.json")}


def test_every_judged_release_has_verdicts_that_can_be_read(root: Path) -> None:
    folder = root / "training" / "judged"
    judged = list(read_judged([folder]))

    assert judged
    assert sorted(item.text for item in judged) == sorted(folder.glob("*/*.txt"))


def test_every_annotation_of_the_corpus_is_well_formed(root: Path) -> None:
    read = list(read_annotations([root / "training" / "corpus"]))

    assert read
    assert all(isinstance(item, WithoutText) for item in read)


def test_annotations_of_the_corpus_have_known_keys_only(
    of_corpus: dict[str, dict[str, Any]],
) -> None:
    for name, raw in of_corpus.items():
        assert raw.keys() == HEAD, name
        assert {key for entity in raw["entities"] for key in entity} <= ENTITY, name
        assert {key for triple in raw["triples"] for key in triple} <= TRIPLE, name


def test_annotations_of_the_corpus_hold_no_running_text(
    of_corpus: dict[str, dict[str, Any]],
) -> None:
    long = {
        (n, text) for n, raw in of_corpus.items() for text in strings(raw) if len(text) > LONGEST
    }

    assert long == set()


def test_aliases_of_the_corpus_have_eight_words_at_most(
    of_corpus: dict[str, dict[str, Any]],
) -> None:
    entities = [entity for raw in of_corpus.values() for entity in raw["entities"]]
    aliases = [alias for entity in entities for alias in entity.get("aliases", ())]
    described = [entity["name"] for entity in entities if not entity.get("named", True)]

    assert [form for form in (*aliases, *described) if len(form.split()) > 8] == []
