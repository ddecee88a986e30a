"""Annotated releases, read back with or without the texts that they speak of."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation.annotation.inputs import MalformedInputError
from communique.training.annotations import Annotation, WithoutText, read_annotations

TEXT = "Talks in Riga\n\nSource: Ministry\n\nMinister Kalniņš met Minister Saar in Riga.\n"
START = TEXT.index("Minister Kalniņš")
SPAN = [START, TEXT.index("\n", START)]
RAW: dict[str, Any] = {
    "document": "riga",
    "text": "press/riga.txt",
    "sha256": sha256(TEXT.encode()).hexdigest(),
    "source": "Ministry",
    "published": "2024-05-10",
    "entities": [
        {"key": "k", "type": "Person", "name": "Kalniņš"},
        {"key": "s", "type": "Person", "name": "Saar"},
    ],
    "triples": [{"subject": "k", "predicate": "MEETS", "object": "s", "evidence": SPAN}],
}
Write = Callable[..., Path]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    text = tmp_path / "texts" / RAW["text"]
    text.parent.mkdir(parents=True)
    text.write_bytes(TEXT.encode())
    return tmp_path / "texts"


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(**changes: Any) -> Path:
        folder = tmp_path / "annotations"
        folder.mkdir()
        (folder / "riga.json").write_text(json.dumps({**RAW, **changes}), encoding="utf-8")
        return folder

    return write


def triple(evidence: Any) -> dict[str, Any]:
    return {"triples": [{**RAW["triples"][0], "evidence": evidence}]}


def test_offsets_become_the_words_of_the_text(corpus: Path, write: Write) -> None:
    (annotation,) = read_annotations([write()], corpus)

    assert isinstance(annotation, Annotation)
    assert annotation.gold.triples[0].evidence == ("Minister Kalniņš met Minister Saar in Riga.",)


def test_the_first_line_of_the_text_is_the_title(corpus: Path, write: Write) -> None:
    (annotation,) = read_annotations([write()], corpus)

    assert isinstance(annotation, Annotation)
    assert annotation.gold.title == "Talks in Riga"


def test_evidence_may_stand_in_several_places(corpus: Path, write: Write) -> None:
    (annotation,) = read_annotations([write(**triple([SPAN, [0, 13]]))], corpus)

    assert isinstance(annotation, Annotation)
    assert annotation.gold.triples[0].evidence[1] == "Talks in Riga"


@pytest.mark.parametrize("corpus", [None, Path("nowhere")], ids=["no corpus", "no such folder"])
def test_an_annotation_whose_text_is_not_there_is_passed_over(
    corpus: Path | None, write: Write
) -> None:
    (item,) = read_annotations([write()], corpus)

    assert isinstance(item, WithoutText)
    assert item.reason == "no text in the corpus"


def test_an_annotation_of_another_text_is_passed_over(corpus: Path, write: Write) -> None:
    (corpus / RAW["text"]).write_text(f"{TEXT}!", encoding="utf-8")
    (item,) = read_annotations([write()], corpus)

    assert isinstance(item, WithoutText)
    assert item.reason == "the corpus has another text than was annotated"


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        pytest.param([9, 9], r"must be \[start, end\]", id="empty"),
        pytest.param([9, 3], r"must be \[start, end\]", id="reversed"),
        pytest.param([], r"must be \[start, end\]", id="none"),
        pytest.param("met", r"must be \[start, end\]", id="words"),
        pytest.param([0, 10_000], "ends after the text", id="too far"),
    ],
)
def test_a_span_that_marks_no_words_is_an_error(
    corpus: Path, write: Write, evidence: Any, message: str
) -> None:
    folder = write(**triple(evidence))

    with pytest.raises(MalformedInputError, match=rf"riga\.json: triple 1.*{message}"):
        list(read_annotations([folder], corpus))


def test_an_annotation_without_its_text_is_checked_all_the_same(write: Write) -> None:
    folder = write(entities=[])

    with pytest.raises(MalformedInputError, match="is no entity's key"):
        list(read_annotations([folder]))


def test_a_gold_file_needs_its_text_beside_it(write: Write) -> None:
    raw = {name: value for name, value in RAW.items() if name not in ("text", "sha256")}
    folder = write()
    gold = {**raw, "title": "Talks in Riga", "triples": []}
    (folder / "riga.json").write_text(json.dumps(gold), encoding="utf-8")

    with pytest.raises(MalformedInputError, match=r"no riga\.txt beside it"):
        list(read_annotations([folder]))
