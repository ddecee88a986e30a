"""The examples of a user's patterns, read by the extractor that has them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.extractors.patterns import Patterns, read_patterns
from communique.extractors.patterns.examples import Trial, try_examples
from communique.extractors.press import PressExtractor
from communique.extractors.version import reading_version
from communique.graph import Release

pytestmark = pytest.mark.model
Entry = Callable[..., dict[str, Any]]
Folder = Callable[..., Path]
Try = Callable[..., list[Trial]]


@pytest.fixture
def tried(extractor: PressExtractor) -> Try:
    """The trials of the patterns of a folder, by the model that is loaded already."""

    def tried(folder: Path) -> list[Trial]:
        patterns = read_patterns(folder)
        return list(try_examples(patterns, with_patterns(extractor, patterns)))

    return tried


def with_patterns(extractor: PressExtractor, patterns: Patterns) -> PressExtractor:
    return PressExtractor(extractor._nlp, patterns)


def test_examples_that_are_read_fail_nowhere(
    folder: Folder, phrase: Entry, body: Entry, tried: Try
) -> None:
    assert tried(folder(phrase(), body())) == [
        Trial("own.jsonl:1", "desk/caucus"),
        Trial("own.jsonl:2", "Baltic Harbour Watch"),
    ]


def test_an_example_that_says_something_else_tells_what_was_read(
    folder: Folder, phrase: Entry, tried: Try
) -> None:
    (trial,) = tried(folder(phrase(example="Minister Ana Duran met Minister Eva Holt.")))

    assert trial.failure is not None
    assert trial.failure.startswith("its example should say Ana Duran MEETS Carl Berg; read: ")
    assert "Ana Duran MEETS Eva Holt (meets/meet)" in trial.failure


def test_an_example_in_which_nothing_is_read_says_so(
    folder: Folder, phrase: Entry, tried: Try
) -> None:
    (trial,) = tried(folder(phrase(example="It rained in Lisbon.")))

    assert trial.failure is not None
    assert trial.failure.endswith("read: nothing")


def test_an_example_that_another_phrase_reads_is_remarked_on(
    folder: Folder, phrase: Entry, tried: Try
) -> None:
    (trial,) = tried(folder(phrase(example="Minister Ana Duran met Minister Carl Berg.")))

    assert trial.failure is None
    assert trial.remark == "meets/meet reads Ana Duran MEETS Carl Berg in its example as well"


def test_the_ends_of_a_meeting_may_be_read_in_either_order(
    folder: Folder, phrase: Entry, tried: Try
) -> None:
    (trial,) = tried(folder(phrase(expects=["Carl Berg", "Ana Duran"])))

    assert trial.failure is None


def test_an_example_that_does_not_name_its_organisation_fails(
    folder: Folder, body: Entry, tried: Try
) -> None:
    (trial,) = tried(folder(body(example="The police opened an office in Riga.")))

    assert trial.failure is not None
    assert trial.failure.startswith("its example does not name it as an Organisation; found: ")


def test_an_entry_without_example_is_not_tried(folder: Folder, body: Entry, tried: Try) -> None:
    assert tried(folder(body(example=None))) == []


def test_patterns_are_read_in_releases_beside_the_rules_of_the_package(
    folder: Folder,
    phrase: Entry,
    body: Entry,
    extractor: PressExtractor,
    release: Callable[..., Release],
) -> None:
    patterns = read_patterns(folder(phrase(), body()))
    told = release("Minister Ana Duran caucused with Minister Carl Berg. The BHW supports Latvia.")

    (without,) = extractor.extract([told])
    (found,) = with_patterns(extractor, patterns).extract([told])

    said = {
        (s.subject.name, str(s.predicate), s.object.name, s.evidence[0].rule)
        for s in found.statements
    }
    assert ("Ana Duran", "MEETS", "Carl Berg", "desk/caucus") in said
    (supports,) = (s.subject for s in found.statements if s.predicate == "SUPPORTS")
    assert "Baltic Harbour Watch" in {supports.name, *supports.aliases}
    assert [s.predicate for s in without.statements if s.predicate == "MEETS"] == []


def test_the_version_of_the_extractor_changes_with_the_patterns(
    folder: Folder, phrase: Entry, extractor: PressExtractor
) -> None:
    patterns = read_patterns(folder(phrase()))

    version = with_patterns(extractor, patterns).version

    assert version == reading_version(patterns.digest)
    assert version == f"{extractor.version}+patterns-{patterns.digest}"
