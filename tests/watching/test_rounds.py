"""Rounds: from sources that come and fail to ledger, store and server."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event, Timer
from typing import Protocol

import pytest
from unruly_site import TALKS, Clock, Reply, Site, files_here, here, release, rss, write

from communique.graph import (
    Entity,
    Evidence,
    Extraction,
    ExtractorError,
    LedgerError,
    Release,
    Statement,
)
from communique.ledger import locked
from communique.loaders.sparql.target import Route
from communique.ontology import EntityType, Relation
from communique.watching.polling import Polling
from communique.watching.round import Plan, Round, Rounds
from communique.watching.schedule import Schedule
from communique.watching.source import Source
from communique.watching.state import ATTEMPTS, KEPT
from communique.watching.stop import Stop
from communique.watching.web import looks
from communique.watching.web.fetching import Limits
from communique.workspace import Workspace
from communique.workspace.push import Target

EVERY = 900.0
_MEETING = re.compile(r"([A-Z]\w+ [A-Z]\w+) met (?:Minister )?([A-Z]\w+ [A-Z]\w+)")


class Meetings:
    """Reads who met whom, by a pattern; what happens after each release can be set."""

    batch = 1

    def __init__(self, version: str = "1", after: Callable[[Release], None] | None = None) -> None:
        self.version, self._after = version, after
        self.read: list[str] = []

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        for one in releases:
            self.read.append(one.title)
            yield Extraction(one, tuple(self._statements(one)))
            if self._after is not None:
                self._after(one)

    def _statements(self, one: Release) -> Iterator[Statement]:
        for number, match in enumerate(_MEETING.finditer(one.text)):
            ends = [
                Entity(f"{one.id}#{number}-{side}", EntityType.PERSON, match[side])
                for side in (1, 2)
            ]
            quote = Evidence(one.id, match.start(), match.end(), match[0], "by-hand")
            yield Statement(ends[0], Relation.MEETS, ends[1], (quote,))


@dataclass
class House:
    """A workspace with a folder that is watched, and a time of day that does not pass by itself."""

    workspace: Workspace
    inbox: Path
    clock: Clock
    seconds: float = 2.0

    def begin(
        self,
        *sources: object,
        reader: Meetings | Callable[[], Meetings] | None = None,
        target: Target | None = None,
        patient: bool = False,
    ) -> Rounds:
        """Begin to watch, as a process that starts."""
        found = tuple(Source.of(str(source)) for source in sources)
        limits = Limits(seconds=self.seconds)
        polling = Polling(self.clock, limits=limits, pause=0.0, apart=here, files=files_here)
        made = reader or Meetings()
        make = (lambda: made) if isinstance(made, Meetings) else made
        return Rounds(self.workspace, Plan(found, polling, Schedule(EVERY), make, target, patient))

    def later(self) -> None:
        """Let the time pass until the next look."""
        self.clock.now += EVERY

    def held(self) -> list[str]:
        """Who met whom, says the store."""
        query = (
            "MATCH (a:Entity)-[:MEETS]-(b:Entity) WHERE a.name < b.name "
            "RETURN a.name AS one, b.name AS other ORDER BY one, other"
        )
        with self.workspace.reading() as store:
            rows = store.run(query, {}, 10.0).rows
            return [f"{row['one']} met {row['other']}" for row in rows]


@pytest.fixture
def house(tmp_path: Path, clock: Clock) -> House:
    data = tmp_path / "data"
    return House(Workspace(data, str(data / "store.kgl")), tmp_path / "inbox", clock)


def put(inbox: Path, name: str, *pairs: str) -> Path:
    body = " ".join(f"{pair} in Lisbon." for pair in pairs)
    path = write(inbox / f"{name}.txt", release(f"Release {name}", body))
    return path


MET = "Ana Duran met Carl Berg"
AGAIN = "Ana Duran met Juris Ozols"


def counts(done: Round) -> tuple[int, int, int]:
    """New and changed releases, and sources that failed."""
    report = done.increment.report
    return (report.new if report else 0, report.changed if report else 0, len(done.failed))


def test_what_is_new_in_folders_and_feeds_is_in_the_store_and_nothing_is_done_twice(
    house: House, site: Site, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    rounds = house.begin(house.inbox, site.says(Reply(rss(("Talks", AGAIN, "")))))
    first = rounds.go(stop)
    house.later()
    second = rounds.go(stop)

    assert (counts(first), counts(second)) == ((2, 0, 0), (0, 0, 0))
    assert house.held() == [MET, AGAIN]
    assert (second.increment.report, second.increment.loaded) == (None, None)
    assert rounds.next == house.clock.now + EVERY


def test_only_what_is_due_is_looked_at(house: House, site: Site, stop: Stop) -> None:
    put(house.inbox, "one", MET)
    rounds = house.begin(house.inbox, site.says(Reply(status=503, headers={"Retry-After": "7200"})))
    rounds.go(stop)
    house.later()
    second = rounds.go(stop)
    house.clock.now += 7200.0
    third = rounds.go(stop)

    assert [len(done.polled) for done in (second, third)] == [1, 2]
    assert len(site.asked) == 2


def test_a_feed_that_fails_does_not_stop_the_others_and_is_tried_more_rarely(
    house: House, site: Site, stop: Stop
) -> None:
    good = site.says(Reply(rss(TALKS)), path="/good")
    bad = site.says(Reply(b"<rss>"), path="/bad")
    rounds = house.begin(bad, good)
    pauses = []
    for _ in range(4):
        done = rounds.go(stop)
        pauses.append(rounds.state.of(Source.of(bad)).due - house.clock.now)
        house.clock.now += 50_000.0

    assert house.held() == [MET]
    assert [one.source.address for one in done.failed] == [bad]
    assert rounds.state.of(Source.of(bad)).failures == 4
    assert rounds.state.of(Source.of(good)).failures == 0
    assert pauses == sorted(pauses)
    assert pauses[3] > 4 * pauses[0]


def test_a_feed_that_answers_again_is_looked_at_as_before(
    house: House, site: Site, stop: Stop
) -> None:
    url = site.says(Reply(status=500), Reply(rss(TALKS)))
    rounds = house.begin(url)
    rounds.go(stop)
    house.clock.now = rounds.next
    done = rounds.go(stop)

    memory = rounds.state.of(Source.of(url))
    assert counts(done) == (1, 0, 0)
    assert (memory.failures, memory.reason, memory.due) == (0, None, house.clock.now + EVERY)


def test_what_was_seen_is_remembered_by_the_next_process(
    house: House, site: Site, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    url = site.says(Reply(rss(TALKS), headers={"ETag": '"1"'}), Reply(status=304))
    house.begin(house.inbox, url).go(stop)
    reader = Meetings()
    done = house.begin(house.inbox, url, reader=reader).go(stop)

    assert site.asked[1][1]["If-None-Match"] == '"1"'
    assert (reader.read, counts(done)) == ([], (0, 0, 0))


@pytest.fixture
def slow(house: House, site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Event]]:
    """A feed that answers when the event comes, and a moment after which others do not wait."""
    monkeypatch.setattr(looks, "GRACE", 0.2)
    house.seconds = 60.0
    event = Event()

    def wait(handler: BaseHTTPRequestHandler) -> None:
        event.wait(60.0)
        Reply(rss(("Talks", AGAIN, "")))(handler)

    yield site.says(wait, path="/slow"), event
    event.set()


def test_nothing_waits_for_a_feed_that_is_slow(
    house: House, site: Site, stop: Stop, slow: tuple[str, Event]
) -> None:
    put(house.inbox, "one", MET)
    url, event = slow
    rounds = house.begin(url, house.inbox)
    first = rounds.go(stop)
    assert [one.source.address for one in first.polled] == [str(house.inbox)]
    assert house.held() == [MET]
    assert rounds.next == house.clock.now + EVERY

    put(house.inbox, "two", "Di Fay met Ed Gray")
    house.later()
    second = rounds.go(stop)
    assert (counts(second), len(second.polled)) == ((1, 0, 0), 1)

    event.set()
    rounds.rest(stop)
    third = rounds.go(stop)
    assert [one.source.address for one in third.polled] == [url]
    assert AGAIN in house.held()
    assert site.paths() == ["/slow"]


def test_who_looks_once_waits_for_a_feed_that_is_slow(
    house: House, stop: Stop, slow: tuple[str, Event]
) -> None:
    put(house.inbox, "one", MET)
    url, event = slow
    Timer(0.6, event.set).start()
    done = house.begin(url, house.inbox, patient=True).go(stop)

    assert len(done.polled) == 2
    assert house.held() == [MET, AGAIN]


def test_what_was_asked_for_another_version_of_the_reader_is_asked_again(
    house: House, site: Site, stop: Stop, slow: tuple[str, Event]
) -> None:
    put(house.inbox, "one", MET)
    url, event = slow
    reader = Meetings()
    rounds = house.begin(url, house.inbox, reader=reader)
    rounds.go(stop)
    reader.version = "2"
    event.set()
    rounds.rest(stop)
    rounds.go(stop)
    rounds.go(stop)

    assert AGAIN in house.held()
    assert site.paths().count("/slow") == 2


def test_a_wish_to_stop_ends_the_look_at_a_feed_that_is_slow(
    house: House, stop: Stop, slow: tuple[str, Event]
) -> None:
    put(house.inbox, "one", MET)
    url, _ = slow
    rounds = house.begin(url, house.inbox)
    rounds.go(stop)
    stop.wish()
    rounds.end()

    assert rounds.go(stop).polled == ()


def test_a_source_that_is_not_named_any_more_is_forgotten_after_a_month(
    house: House, tmp_path: Path, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    put(tmp_path / "other", "two", AGAIN)
    house.begin(house.inbox, tmp_path / "other").go(stop)
    house.clock.now += KEPT
    kept = house.begin(house.inbox)
    kept.go(stop)
    house.clock.now += 1.0
    left = house.begin(house.inbox)

    assert [len(rounds.state.sources) for rounds in (kept, left)] == [2, 1]
    assert left.state.of(Source.of(str(house.inbox))).files


@pytest.mark.parametrize("patient", [True, False])
def test_a_server_that_asked_for_time_is_given_it_by_the_next_process_too(
    house: House, site: Site, stop: Stop, patient: bool
) -> None:
    url = site.says(Reply(status=429, headers={"Retry-After": "3600"}))
    house.begin(url).go(stop)
    done = house.begin(url, patient=patient).go(stop)

    assert done.polled == ()
    assert len(site.asked) == 1


@pytest.mark.parametrize(("patient", "looks"), [(True, 0), (False, 1)])
def test_a_source_that_failed_is_tried_at_a_start_unless_that_is_to_be_patient(
    house: House, site: Site, stop: Stop, patient: bool, looks: int
) -> None:
    url = site.says(Reply(status=500))
    house.begin(url).go(stop)
    done = house.begin(url, patient=patient).go(stop)

    assert len(done.polled) == looks


def test_another_version_of_the_reader_reads_again_what_is_still_there(
    house: House, site: Site, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    url = site.says(Reply(rss(TALKS), headers={"ETag": '"1"'}))
    house.begin(house.inbox, url).go(stop)
    done = house.begin(house.inbox, url, reader=Meetings("2")).go(stop)

    assert counts(done) == (0, 2, 0)


def test_without_a_ledger_everything_is_read_again(house: House, stop: Stop) -> None:
    put(house.inbox, "one", MET)
    house.begin(house.inbox).go(stop)
    for path in house.workspace.folder.glob("ledger.sqlite*"):
        path.unlink()
    done = house.begin(house.inbox).go(stop)

    assert counts(done) == (1, 0, 0)


def test_a_store_that_somebody_has_removed_is_made_again(house: House, stop: Stop) -> None:
    put(house.inbox, "one", MET)
    rounds = house.begin(house.inbox)
    rounds.go(stop)
    Path(house.workspace.store).unlink()
    house.later()
    rounds.go(stop)

    assert house.held() == [MET]


def test_a_wish_to_stop_ends_after_the_release_at_hand_and_the_next_process_goes_on(
    house: House, stop: Stop
) -> None:
    for name in ("a", "b", "c"):
        put(house.inbox, name, MET)
    reader = Meetings(after=lambda _: stop.wish())
    done = house.begin(house.inbox, reader=reader).go(stop)

    assert (reader.read, counts(done)) == (["Release a"], (1, 0, 0))
    assert (done.increment.recorded, done.increment.loaded) == (False, None)
    with Stop() as nobody:
        rest = house.begin(house.inbox).go(nobody)
    assert counts(rest) == (2, 0, 0)
    assert house.held() == [MET]


def test_a_wish_to_stop_leaves_out_what_a_reader_has_taken_and_not_begun(
    house: House, stop: Stop
) -> None:
    for name in ("a", "b", "c", "d"):
        put(house.inbox, name, MET)

    class Greedy(Meetings):
        """Takes all it can get before it begins, as worker processes do."""

        batch = 2

        def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
            return super().extract(list(releases))

    def wish(_release: Release) -> None:
        stop.wish()

    done = house.begin(house.inbox, reader=Greedy(after=wish)).go(stop)

    report = done.increment.report
    assert report is not None
    assert (report.new, report.failed, done.increment.recorded) == (2, (), False)
    with Stop() as nobody:
        assert counts(house.begin(house.inbox).go(nobody)) == (2, 0, 0)


def test_a_process_that_is_killed_while_it_reads_loses_nothing(
    house: House, site: Site, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    url = site.says(Reply(rss(("Talks", AGAIN, "")), headers={"ETag": '"1"'}))

    def die(_release: Release) -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        house.begin(house.inbox, url, reader=Meetings(after=die)).go(stop)
    house.begin(house.inbox, url).go(stop)

    assert house.held() == [MET, AGAIN]


def test_what_was_recorded_and_not_resolved_is_loaded_by_the_next_process(
    house: House, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    house.begin(house.inbox, reader=Meetings(after=lambda _: stop.wish())).go(stop)
    (house.inbox / "one.txt").unlink()
    with Stop() as nobody:
        house.begin(house.inbox).go(nobody)

    assert house.held() == [MET]


def test_a_wish_to_stop_ends_a_look_at_a_feed_that_does_not_answer(
    house: House, site: Site, stop: Stop
) -> None:
    def wish(handler: object) -> None:
        stop.wish()
        site.ends.wait(5.0)

    url = site.says(wish)
    done = house.begin(url).go(stop)

    assert done.polled == ()


def test_a_store_that_cannot_be_written_is_trouble_and_is_brought_up_to_date_later(
    house: House, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    store = Path(house.workspace.store)
    store.mkdir(parents=True)
    (store / "in the way").touch()
    rounds = house.begin(house.inbox)
    first = rounds.go(stop)
    (store / "in the way").unlink()
    store.rmdir()
    house.later()
    second = rounds.go(stop)

    assert counts(first) == (1, 0, 0)
    assert first.increment.troubles
    assert second.increment.troubles == ()
    assert house.held() == [MET]


def test_a_reader_that_breaks_is_trouble_and_what_it_had_is_given_to_it_again(
    house: House, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    put(house.inbox, "two", AGAIN)

    def fail(_release: Release) -> None:
        raise ExtractorError("it is broken")

    readers = [Meetings(after=fail), Meetings()]
    rounds = house.begin(house.inbox, reader=lambda: readers.pop(0))
    first = rounds.go(stop)
    house.later()
    rounds.go(stop)

    assert first.increment.troubles == ("it is broken",)
    assert house.held() == [MET, AGAIN]


class Unlucky(Meetings):
    """Fails at releases of some titles, a number of times."""

    def __init__(self, titles: dict[str, int]) -> None:
        super().__init__()
        self._left = titles

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        for one in super().extract(releases):
            left = self._left.get(one.release.title, 0)
            self._left[one.release.title] = left - 1
            yield Extraction(one.release, (), "it took too long") if left > 0 else one


def test_a_release_that_failed_is_read_again_and_nothing_else_is(
    house: House, site: Site, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    put(house.inbox, "two", MET)
    entries = rss(("Talks", AGAIN, ""), TALKS)
    url = site.says(Reply(entries, headers={"ETag": '"1"'}))
    reader = Unlucky({"Release one": 1, "Talks": 2})
    rounds = house.begin(house.inbox, url, reader=reader)
    read = []
    for _ in range(4):
        rounds.go(stop)
        house.later()
        read.append(sorted(reader.read))
        reader.read.clear()

    assert read[1:] == [["Release one", "Talks"], ["Talks"], []]
    assert house.held() == [MET, AGAIN]
    assert ["If-None-Match" in headers for _, headers in site.asked] == [False, False, False, True]


def test_a_release_that_always_fails_is_given_up(house: House, stop: Stop) -> None:
    put(house.inbox, "one", MET)
    reader = Unlucky({"Release one": 99})
    for _ in range(5):
        house.begin(house.inbox, reader=reader).go(stop)

    assert reader.read == ["Release one"] * ATTEMPTS


def test_a_reader_that_cannot_be_made_is_trouble_and_made_in_the_next_round(
    house: House, stop: Stop
) -> None:
    put(house.inbox, "one", MET)
    faults = ["a pattern file is half written"]

    def make() -> Meetings:
        if faults:
            raise ExtractorError(faults.pop())
        return Meetings()

    rounds = house.begin(house.inbox, reader=make)
    first = rounds.go(stop)

    assert first.increment.troubles == ("a pattern file is half written",)
    assert rounds.next == house.clock.now + EVERY
    house.later()
    rounds.go(stop)
    assert house.held() == [MET]


def test_while_another_command_writes_a_round_waits_and_can_be_stopped(
    house: House, stop: Stop
) -> None:
    put(house.inbox, "one", MET)

    def nobody() -> None:
        raise LedgerError("somebody holds the lock")

    rounds = house.begin(house.inbox)
    polled_under_lock = stop.wait

    def wish(seconds: float) -> None:
        polled_under_lock(0.0)
        stop.wish()

    stop.wait = wish  # type: ignore[method-assign]
    with locked(house.workspace.folder / "ledger.lock", nobody):
        done = rounds.go(stop)

    assert counts(done) == (0, 0, 0)
    assert not done.increment.recorded


class Server(Protocol):
    """A running SPARQL server."""

    store: str

    def empty(self) -> None: ...

    def rows(self, query: str) -> list[tuple[str, ...]]: ...


def graphs(server: Server) -> int:
    return int(server.rows("SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }")[0][0])


def target_at(url: str) -> Target:
    return Target.of({}, url, Route.GRAPH_STORE, base="https://communique.example/")


def test_a_server_is_sent_what_has_changed_also_by_other_commands(
    house: House, oxigraph: Server, stop: Stop
) -> None:
    oxigraph.empty()
    put(house.inbox, "one", MET)
    rounds = house.begin(house.inbox, target=target_at(oxigraph.store))
    first = rounds.go(stop)
    house.later()
    second = rounds.go(stop)
    assert first.increment.pushed is not None
    assert (first.increment.pushed.writes, second.increment.pushed) == (3, None)
    assert graphs(oxigraph) == 3

    put(house.inbox, "two", AGAIN)
    house.later()
    rounds.go(stop)
    assert graphs(oxigraph) == 4

    with house.workspace.ledger() as ledger:
        (gone,) = [id_ for id_ in ledger.release_digests() if "two" in id_]
    house.workspace.retract([gone])
    house.later()
    rounds.go(stop)
    assert graphs(oxigraph) == 3


def test_a_server_that_is_away_is_trouble_and_gets_everything_when_it_is_back(
    house: House, unused_port: Callable[[], int], oxigraph: Server, stop: Stop
) -> None:
    oxigraph.empty()
    put(house.inbox, "one", MET)
    away = house.begin(house.inbox, target=target_at(f"http://127.0.0.1:{unused_port()}/store")).go(
        stop
    )
    back = house.begin(house.inbox, target=target_at(oxigraph.store)).go(stop)

    assert "no server answers there" in away.increment.troubles[0]
    assert away.increment.recorded
    assert back.increment.troubles == ()
    assert graphs(oxigraph) == 3
    assert back.increment.report is None
