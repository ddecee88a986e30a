"""From a feed into the ledger."""

import json
import pickle
import resource
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

import pytest

from communique.builder import Outcome, Problem, build, project, project_with_decisions, verify
from communique.feeds import SkippedInput
from communique.graph import (
    Extraction,
    ExtractorError,
    LedgerError,
    Particulars,
    Release,
    Statement,
)
from communique.identity import Verdict
from communique.ledger import Ledger

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]
ADA, JON, NORWAY = "person Ada Lind", "person Jon Berg", "country Norway/NOR"


class TableExtractor:
    """Reads releases whose statements a test has written down; any other it cannot read."""

    def __init__(self, *releases: Told, version: str = "1") -> None:
        self.version = version
        self.read: list[str] = []
        self._statements = {release.id: statements for release, statements in releases}

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        for release in releases:
            self.read.append(release.id)
            if release.id in self._statements:
                yield Extraction(release, self._statements[release.id])
            else:
                yield Extraction(release, error="no table for it")


class Forgetful(TableExtractor):
    """Gives nothing back for the first release."""

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        extractions = super().extract(releases)
        next(extractions, None)
        yield from extractions


class Batched(TableExtractor):
    """Gives three extractions at once, and breaks after the fourth."""

    batch = 3

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        yield from islice(super().extract(releases), 4)
        raise ExtractorError("broken")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


@pytest.fixture
def first(tell: Tell) -> Told:
    return tell("a", (ADA, "VISITS", NORWAY), (ADA, "MEETS", JON))


@pytest.fixture
def second(tell: Tell) -> Told:
    return tell("b", ("person LIND Ada|Lind", "REPRESENTS", NORWAY), (JON, "VISITS", NORWAY))


def test_a_build_records_every_release(ledger: Ledger, first: Told, second: Told) -> None:
    report = build([first[0], second[0]], TableExtractor(first, second), ledger)

    assert (report.read, report.new, report.writes) == (2, 2, 2)
    assert report.complete
    assert [*ledger.statements()] == [*first[1], *second[1]]


def test_a_second_build_reads_nothing_again_and_writes_nothing(
    ledger: Ledger, first: Told, second: Told
) -> None:
    build([first[0], second[0]], TableExtractor(first, second), ledger)
    extractor = TableExtractor(first, second)

    report = build([second[0], first[0]], extractor, ledger)

    assert (report.writes, report.unchanged, extractor.read) == (0, 2, [])


def test_only_what_changed_is_read_again(ledger: Ledger, first: Told, second: Told) -> None:
    build([first[0], second[0]], TableExtractor(first, second), ledger)
    longer = replace(second[0], text=second[0].text + "Again.\n")
    extractor = TableExtractor(first, second)

    report = build([first[0], longer], extractor, ledger)

    assert (report.changed, report.unchanged, report.new) == (1, 1, 0)
    assert extractor.read == ["b"]


def test_another_extractor_reads_everything_again(ledger: Ledger, first: Told) -> None:
    build([first[0]], TableExtractor(first), ledger)

    report = build([first[0]], TableExtractor(first, version="2"), ledger)

    assert (report.changed, report.writes) == (1, 1)


def test_a_release_that_fails_is_reported_and_the_rest_goes_on(
    ledger: Ledger, first: Told, second: Told
) -> None:
    report = build([first[0], second[0]], TableExtractor(second), ledger)

    assert report.failed == (Problem("a", "Release a", "no table for it"),)
    assert not report.complete
    assert list(ledger.release_digests()) == ["b"]


def test_a_failed_release_keeps_what_the_ledger_held(ledger: Ledger, first: Told) -> None:
    build([first[0]], TableExtractor(first), ledger)

    build([replace(first[0], title="New")], TableExtractor(), ledger)

    assert list(ledger.statements()) == list(first[1])


def test_statements_that_rest_on_another_text_count_as_failed(
    ledger: Ledger, first: Told, second: Told
) -> None:
    wrong = (first[0], second[1])

    report = build([first[0], second[0]], TableExtractor(wrong, second), ledger)

    ((path, reason),) = [(problem.path, problem.reason) for problem in report.failed]
    assert path == "a"
    assert "rests on release b" in reason
    assert report.new == 1


def test_a_release_that_the_extractor_loses_counts_as_failed(
    ledger: Ledger, first: Told, second: Told
) -> None:
    report = build([first[0], second[0]], Forgetful(first, second), ledger)

    assert [problem.path for problem in report.failed] == ["a"]
    assert report.new == 1


def test_skipped_inputs_are_reported_with_their_reason(ledger: Ledger, first: Told) -> None:
    skipped = SkippedInput("scan.pdf", None, "holds pictures only")

    report = build([skipped, first[0]], TableExtractor(first), ledger)

    assert report.skipped == (Problem("scan.pdf", "", "holds pictures only"),)
    assert (report.read, report.new, report.complete) == (1, 1, False)


def test_a_release_given_three_times_is_noted_once(ledger: Ledger, first: Told) -> None:
    report = build([first[0]] * 3, TableExtractor(first), ledger)

    assert (report.read, report.new, report.duplicates) == (1, 1, ("a",))


def test_releases_that_were_cut_off_are_counted(ledger: Ledger, first: Told) -> None:
    report = build([replace(first[0], truncated=True)], TableExtractor(first), ledger)

    assert report.truncated == 1


def test_progress_is_told_of_each_input_once(ledger: Ledger, first: Told, second: Told) -> None:
    build([second[0]], TableExtractor(second), ledger)
    told: list[tuple[Outcome, str]] = []
    inputs: list[Release | SkippedInput] = [
        first[0],
        second[0],
        first[0],
        SkippedInput("x.txt", None, "empty"),
    ]

    build(
        inputs, TableExtractor(first), ledger, lambda outcome, title: told.append((outcome, title))
    )

    assert sorted(told) == [
        (Outcome.DUPLICATE, "Release a"),
        (Outcome.NEW, "Release a"),
        (Outcome.SKIPPED, "x.txt"),
        (Outcome.UNCHANGED, "Release b"),
    ]


def test_releases_are_recorded_while_the_feed_is_still_read(
    ledger: Ledger, first: Told, second: Told
) -> None:
    held: list[list[str]] = []

    def feed() -> Iterator[Release]:
        yield first[0]
        held.append(list(ledger.release_digests()))
        yield second[0]

    build(feed(), TableExtractor(first, second), ledger)

    assert held == [["a"]]


def test_the_report_is_plain_json(ledger: Ledger, first: Told, second: Told) -> None:
    skipped = SkippedInput("scan.pdf", "Scan", "holds pictures only")
    report = build([first[0], second[0], skipped], TableExtractor(second), ledger)

    assert json.loads(json.dumps(report.as_dict())) == {
        "read": 2,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "writes": 1,
        "truncated": 0,
        "duplicates": [],
        "skipped": [{"path": "scan.pdf", "title": "Scan", "reason": "holds pictures only"}],
        "failed": [{"path": "a", "title": "Release a", "reason": "no table for it"}],
        "releases": 1,
        "statements": {"REPRESENTS": 1, "VISITS": 1},
        "entities": {"Country": 1, "Person": 2},
    }


def test_a_batch_is_recorded_at_once_and_what_came_before_an_error_is_kept(
    tmp_path: Path, tell: Tell
) -> None:
    told = [tell(name, (ADA, "VISITS", NORWAY)) for name in "abcde"]
    held: list[int] = []
    with Ledger.open(tmp_path / "ledger.sqlite") as ledger, Ledger.open(ledger.path) as reader:

        def note(_outcome: Outcome, _title: str) -> None:
            held.append(len(reader.release_digests()))

        with pytest.raises(ExtractorError, match="broken"):
            build((release for release, _ in told), Batched(*told), ledger, note)

        assert held == [3, 3, 3, 4]  # seen from outside: told of the first three once all are held
        assert list(reader.release_digests()) == ["a", "b", "c", "d"]


@pytest.fixture
def limited() -> Iterator[Callable[[int], None]]:
    """Lets files grow up to so many bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_of_a_batch_that_cannot_be_written_what_can_be_is_kept(
    ledger: Ledger, tell: Tell, limited: Callable[[int], None]
) -> None:
    told = [tell(name, (ADA, "VISITS", NORWAY)) for name in "ab"]
    large, said = tell("c", (ADA, "VISITS", NORWAY))
    told.append((replace(large, text=large.text + "x" * 2_000_000), said))
    limited(1_000_000)

    with pytest.raises(LedgerError, match="the ledger cannot be used"):
        build((release for release, _ in told), Batched(*told), ledger)

    assert list(ledger.release_digests()) == ["a", "b"]


def test_a_release_that_no_ledger_can_hold_fails_alone(
    ledger: Ledger, first: Told, second: Told
) -> None:
    visit = first[1][0]
    strange = replace(visit, subject=replace(visit.subject, wikidata=date(2024, 5, 3)))  # type: ignore[arg-type]

    report = build([first[0], second[0]], TableExtractor((first[0], (strange,)), second), ledger)

    ((path, reason),) = [(problem.path, problem.reason) for problem in report.failed]
    assert (path, report.new) == ("a", 1)
    assert "the ledger cannot hold" in reason


def test_a_ledger_gives_a_graph_of_canonical_entities(
    ledger: Ledger, first: Told, second: Told
) -> None:
    build([first[0], second[0]], TableExtractor(first, second), ledger)

    graph = project(ledger)

    assert [release.id for release in graph.releases] == ["a", "b"]
    assert [entity.id for entity in graph.entities] == [
        "country-NOR",
        "person-ada-lind",
        "person-jon-berg",
    ]
    assert [fact.predicate for fact in graph.facts] == ["MEETS", "REPRESENTS", "VISITS", "VISITS"]


def test_a_graph_holds_no_text_of_a_release(ledger: Ledger, first: Told, second: Told) -> None:
    build([first[0], second[0]], TableExtractor(first, second), ledger)

    graph = project(ledger)

    assert graph.releases == (Particulars.of(first[0]), Particulars.of(second[0]))
    assert first[0].text.encode() not in pickle.dumps(graph)


def test_the_order_of_the_feed_does_not_show_in_the_graph(
    tmp_path: Path, first: Told, second: Told
) -> None:
    graphs = []
    for number, inputs in enumerate([(first[0], second[0]), (second[0], first[0])]):
        with Ledger.open(tmp_path / f"{number}.sqlite") as ledger:
            build(inputs, TableExtractor(first, second), ledger)
            graphs.append(project(ledger))

    assert graphs[0] == graphs[1]


def test_retracting_a_release_leaves_what_others_support(
    ledger: Ledger, first: Told, tell: Tell
) -> None:
    again = tell("b", (ADA, "VISITS", NORWAY))
    build([first[0], again[0]], TableExtractor(first, again), ledger)

    ledger.remove("a")

    assert [(fact.predicate, fact.support) for fact in project(ledger).facts] == [("VISITS", 1)]


def test_a_projection_says_what_was_decided(ledger: Ledger, first: Told, second: Told) -> None:
    build([first[0], second[0]], TableExtractor(first, second), ledger)

    projection = project_with_decisions(ledger)

    assert projection.dropped == 0
    assert [d.reason for d in projection.resolution.decisions if d.kind is Verdict.MERGE] == [
        "same name in another order: ada lind, lind ada",
        "same ISO code: NOR",
        "same name: jon berg",
    ]


def test_an_untouched_ledger_verifies(ledger: Ledger, first: Told) -> None:
    build([first[0]], TableExtractor(first), ledger)

    assert verify(ledger) == []
