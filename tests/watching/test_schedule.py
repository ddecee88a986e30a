"""When sources are looked at next, and what is remembered of them."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.watching.schedule import DAY, FIRST_PAUSE, LONGEST_PAUSE, Schedule, seconds_of
from communique.watching.source import Source, without_secrets
from communique.watching.state import Memory, State, read_state, write_state

QUARTER = Schedule(900.0)


def pauses(schedule: Schedule, key: str = "feed", number: int = 12) -> list[float]:
    return [schedule.after_failure(key, failures, 0.0) for failures in range(1, number)]


def test_a_source_that_answers_is_looked_at_after_the_usual_time() -> None:
    assert QUARTER.after_success(1000.0) == 1900.0


def test_pauses_double_up_to_a_limit() -> None:
    found = pauses(QUARTER)

    assert found[0] >= FIRST_PAUSE
    assert all(900.0 * 2**n <= found[n] <= 900.0 * 2**n * 1.25 for n in range(4))
    assert all(LONGEST_PAUSE <= pause <= LONGEST_PAUSE * 1.25 for pause in found[5:])
    assert Schedule(1.0).after_failure("feed", 10**6, 0.0) <= LONGEST_PAUSE * 1.25


def test_a_source_that_is_looked_at_rarely_is_tried_again_soon_and_then_as_rarely() -> None:
    found = pauses(Schedule(DAY))

    assert found[0] <= FIRST_PAUSE * 1.25
    assert DAY <= found[-1] <= DAY * 1.25


def test_sources_that_failed_together_are_not_tried_together_and_always_at_the_same_times() -> None:
    found = [pauses(QUARTER, f"feed-{number}")[0] for number in range(20)]

    assert len(set(found)) == 20
    assert found == [pauses(QUARTER, f"feed-{number}")[0] for number in range(20)]


def test_a_server_is_given_the_time_it_asks_for_but_no_more_than_a_day() -> None:
    assert QUARTER.after_failure("feed", 1, 0.0, asked=7200.0) == 7200.0
    assert QUARTER.after_failure("feed", 1, 0.0, asked=1e9) == DAY
    assert QUARTER.after_failure("feed", 1, 0.0, asked=1.0) >= 900.0


def test_a_time_that_was_set_under_a_wrong_clock_does_not_keep_a_source_waiting() -> None:
    assert QUARTER.is_due(Memory(due=100.0), 100.0)
    assert not QUARTER.is_due(Memory(due=101.0), 100.0)
    assert QUARTER.is_due(Memory(due=100.0 + 2 * DAY), 100.0)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("30s", 30), ("15m", 900), ("2h", 7200), ("1d", 86400), ("1h30m", 5400), (" 0.5 H ", 1800)],
)
def test_a_duration_is_a_number_with_a_unit(text: str, seconds: float) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", ["", "15", "m", "0s", "-5m", "15min", "1e3s", "15m and more"])
def test_anything_else_is_no_duration(text: str) -> None:
    with pytest.raises(ValueError, match=r"write 30s, 15m, 2h or 1d"):
        seconds_of(text)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://example.org/rss", "https://example.org/rss"),
        ("https://ada:pw@example.org:8443/rss#top", "https://example.org:8443/rss"),
        ("https://example.org/rss?a=1&api_key=xyz", "https://example.org/rss?a=1&api_key=..."),
        ("https://example.org/rss?accessToken=xyz", "https://example.org/rss?accessToken=..."),
        ("https://example.org/rss?q=token", "https://example.org/rss?q=token"),
    ],
)
def test_passwords_and_tokens_of_a_url_are_not_told(url: str, told: str) -> None:
    assert without_secrets(url) == told
    assert Source.of(url).told == told


@pytest.mark.parametrize("text", ["ftp://example.org/", "file:///etc", "https://", "http:///x"])
def test_only_feeds_of_the_web_are_watched(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        Source.of(text)


def test_a_path_is_the_same_source_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert Source.of("inbox") == Source.of(str(tmp_path / "inbox"))


words = st.text(max_size=5)
moments = st.none() | st.floats(0, 1e10)
memories = st.builds(
    Memory,
    told=words,
    due=st.floats(0, 1e10),
    asked=st.floats(0, 1e10),
    attempted=moments,
    succeeded=moments,
    failures=st.integers(0, 1000),
    reason=st.none() | words,
    etag=st.none() | words,
    modified=st.none() | words,
    body=st.none() | words,
    seen=st.lists(words, max_size=3).map(tuple),
    follow=st.booleans(),
    tries=st.dictionaries(words, st.integers(0, 9), max_size=2),
    files=st.dictionaries(words, st.tuples(st.integers(0), st.integers(0)), max_size=2),
)
sources = st.dictionaries(words, memories, max_size=2)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.builds(State, words, st.booleans(), words, words, sources=sources))
def test_what_is_remembered_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, state: State
) -> None:
    path = tmp_path_factory.getbasetemp() / "state.json"
    write_state(path, state)

    assert read_state(path) == state


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"version": 1}',
        '{"sources": {"a": 1}}',
        '{"sources": {"a": {"files": [1]}}}',
    ],
)
def test_a_state_that_cannot_be_read_is_begun_anew(
    tmp_path: Path, content: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "state.json"
    path.write_text(content)

    assert read_state(path) == State()
    assert "every source is looked at anew" in caplog.text


def test_what_another_version_has_added_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    write_state(path, State("1", sources={"a": Memory("feed", seen=("x",))}))
    values = json.loads(path.read_text())
    values["sources"]["a"]["mood"] = "fine"
    path.write_text(json.dumps(values))

    assert read_state(path).sources["a"] == Memory("feed", seen=("x",))


def test_another_version_of_the_extractor_reads_all_again() -> None:
    memory = Memory("feed", failures=2, etag="1", seen=("x",), files={"a": (1, 2)})
    state = State("1", sources={"a": memory})

    assert state.read_by("1") == state
    assert state.read_by("2").sources["a"] == Memory("feed", failures=2)
