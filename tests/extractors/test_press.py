"""The extractor as a whole: order, failures, sameness, and the words it rests on."""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.extractors.parse import Token
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import BATCH, Extraction, Release, Statement

pytestmark = pytest.mark.model
Read = Callable[..., tuple[Statement, ...]]
MakeRelease = Callable[..., Release]

MET = "Minister Ana Duran of Portugal met Minister Carl Berg of Latvia on 3 May 2024."
HALF_A_CHARACTER = "\ud800"
"""Half a surrogate pair: a string may hold it, the language model cannot."""


@pytest.fixture(scope="module")
def feed(root: Path) -> list[Release]:
    found = read_releases([root / "examples" / "press-feed.txt"])
    return [item for item in found if isinstance(item, Release)]


@pytest.fixture(scope="module")
def extractions(extractor: PressExtractor, feed: list[Release]) -> list[Extraction]:
    return list(extractor.extract(feed))


def test_every_release_of_the_example_feed_is_read(extractions: list[Extraction]) -> None:
    assert [e.error for e in extractions if e.error] == []
    assert sum(len(e.statements) for e in extractions) > 0


def test_extractions_come_in_the_order_of_the_releases(
    extractions: list[Extraction], feed: list[Release]
) -> None:
    assert [e.release for e in extractions] == feed


def test_words_of_a_release_are_gone_once_it_is_read(
    extractor: PressExtractor, feed: list[Release]
) -> None:
    before = sum(isinstance(found, Token) for found in gc.get_objects())
    gc.disable()
    try:
        list(extractor.extract(feed))
        left = sum(isinstance(found, Token) for found in gc.get_objects())
    finally:
        gc.enable()

    assert left <= before


def test_every_quote_is_the_exact_slice_of_its_release(extractions: list[Extraction]) -> None:
    quotes = [
        (e.release.text[quote.start : quote.end], quote.text, e.release.id == quote.release)
        for e in extractions
        for statement in e.statements
        for quote in statement.evidence
    ]

    assert quotes
    assert [quote for quote in quotes if quote[0] != quote[1] or not quote[2]] == []


def test_every_quote_begins_and_ends_with_a_character_that_is_no_space(
    extractions: list[Extraction],
) -> None:
    texts = [q.text for e in extractions for s in e.statements for q in s.evidence]

    assert [text for text in texts if text != text.strip()] == []


def test_every_statement_names_its_rule(extractions: list[Extraction]) -> None:
    rules = {q.rule for e in extractions for s in e.statements for q in s.evidence}

    assert [rule for rule in rules if not rule or "/" not in rule] == []


def test_reading_twice_gives_the_same(
    extractor: PressExtractor, extractions: list[Extraction], feed: list[Release]
) -> None:
    assert list(extractor.extract(feed)) == extractions


def test_what_a_release_says_does_not_depend_on_its_neighbours(
    extractor: PressExtractor, extractions: list[Extraction], feed: list[Release]
) -> None:
    backwards = list(extractor.extract(reversed(feed)))

    assert backwards[::-1] == extractions


def test_what_a_release_says_does_not_depend_on_its_batch(
    extractor: PressExtractor, extractions: list[Extraction], feed: list[Release]
) -> None:
    alone = [extraction for item in feed for extraction in extractor.extract([item])]

    assert alone == extractions


def test_a_release_that_fails_is_reported_and_the_rest_is_read(
    extractor: PressExtractor, release: MakeRelease
) -> None:
    releases = [
        release(MET, id_="first"),
        release(f"Ana Duran saw {HALF_A_CHARACTER} in Oslo.", id_="broken"),
        release(MET, id_="last"),
    ]

    first, broken, last = extractor.extract(releases)

    assert broken.error is not None
    assert broken.error.startswith("UnicodeEncodeError")
    assert broken.statements == ()
    assert len(first.statements) == len(last.statements) == 3


def test_a_feed_longer_than_a_batch_keeps_its_order(
    extractor: PressExtractor, release: MakeRelease
) -> None:
    releases = [release("Nothing happened.", id_=f"{number:03}") for number in range(BATCH + 3)]

    assert [e.release.id for e in extractor.extract(releases)] == [r.id for r in releases]


def test_a_feed_is_read_batch_by_batch(extractor: PressExtractor, release: MakeRelease) -> None:
    endless = iter(lambda: release("Nothing happened."), None)

    assert next(extractor.extract(endless)).statements == ()


def test_no_release_gives_no_extraction(extractor: PressExtractor) -> None:
    assert list(extractor.extract([])) == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "The report looks at trends in the trade of used batteries. Prices rose in every quarter.",
        "Follow us on our channels.\n\nFor more information, write to the press office.",
        "Ms Ana Duran said: “We look forward to a year of hard work.”",
    ],
    ids=["empty", "report", "contact", "quote"],
)
def test_a_release_without_a_relation_gives_none(read: Read, body: str) -> None:
    assert read(body, source="Europol") == ()


def test_a_paragraph_that_speaks_of_nobody_is_not_parsed(
    extractor: PressExtractor, release: MakeRelease
) -> None:
    silent, pronouns = "Prices rose in every quarter of last year.", "They will meet again soon."
    found = extractor.parsed(release(f"{MET}\n\n{silent}\n\n{pronouns}"))

    parsed = {scene.block.text: scene.parse is not None for scene in found.scenes}
    assert (parsed[MET], parsed[silent], parsed[pronouns]) == (True, False, True)


@pytest.mark.parametrize(
    "silent", ["There was rain on all of these days.", "He thanked everybody for a warm welcome."]
)
def test_a_sentence_that_speaks_of_nobody_or_one_alone_is_not_parsed(
    extractor: PressExtractor, release: MakeRelease, silent: str
) -> None:
    pronoun = "They left on Friday."
    script = extractor.parsed(release(f"{MET} {silent} {pronoun}"))
    (scene,) = (scene for scene in script.scenes if scene.block.text.startswith(MET))

    assert [scene.text(sentence) for sentence in scene.sentences()] == [MET, pronoun]


def test_a_sentence_is_quoted_from_its_first_word_though_a_title_is_cut_short(read: Read) -> None:
    greeted = "And there, Mr. Minister Ana Duran met Mr. Carl Berg."
    statements = read(f"{MET} {greeted} There was rain.")

    assert {e.text for s in statements for e in s.evidence} == {MET, greeted}


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("The Porto Conference opens on Monday. We are hosting it for the third time.", "HOSTS"),
        ("Operation HARBOUR ended on Friday. We are financing it with EUR 2 million.", "FUNDS"),
        ("Operation HARBOUR ended on Friday. We led it from the start.", "LEADS"),
        ("Ukraine is defending itself. We support its people.", "SUPPORTS"),
        ("The NATO Defence College runs a course in Rome. It is funded by us.", "FUNDS"),
    ],
)
def test_a_sentence_of_pronouns_alone_states_what_the_issuer_does(
    read: Read, body: str, relation: str
) -> None:
    assert relation in {str(s.predicate) for s in read(body, source="NATO")}


def test_behind_a_sentence_that_is_not_parsed_another_begins(read: Read) -> None:
    met = "In Riga Ms Ana Duran met Mr Carl Berg of Sweden."
    statements = read(f"Mr Jens Lund arrived at 5 p.m. There was rain. {met}")

    assert {s.evidence[0].text for s in statements if s.predicate == "MEETS"} == {met}


def test_a_paragraph_of_pronouns_alone_states_who_met(read: Read) -> None:
    statements = read(f"Sela (Portugal). {MET.replace('met', 'saw')}\n\nThey met in the evening.")

    assert "They met in the evening." in {e.text for s in statements for e in s.evidence}


def test_a_cut_off_release_is_read_up_to_the_cut(read: Read) -> None:
    statements = read(f"{MET} The two ministers of Portugal and…")

    assert {s.evidence[0].text for s in statements} == {MET}


def test_a_release_with_a_repaired_text_quotes_the_text_as_read(
    extractor: PressExtractor, release: MakeRelease
) -> None:
    faulty = release(f"It rained on Friday.{MET}\u00a0 \u200bThe talks were long.It was late.")

    (extraction,) = extractor.extract([faulty])

    quotes = [q for s in extraction.statements for q in s.evidence]
    assert quotes
    assert [q.text for q in quotes if faulty.text[q.start : q.end] != q.text] == []


PROGRAM = """
import json, sys
from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
for found in PressExtractor.load().extract(read_releases([sys.argv[1]])):
    for statement in found.statements:
        print(json.dumps(str(statement)))
"""


def test_two_processes_with_other_hash_seeds_read_the_same(root: Path) -> None:
    release = root / "tests" / "gold" / "example" / "nato-secretary-general-tour.txt"
    processes = [
        subprocess.Popen(  # noqa: S603
            [sys.executable, "-c", PROGRAM, str(release)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("0", "1")
    ]
    first, second = (process.communicate()[0].decode().splitlines() for process in processes)

    assert [process.returncode for process in processes] == [0, 0]
    assert [json.loads(line) for line in first]
    assert first == second


def test_a_minister_is_of_the_state_of_the_letterhead_where_no_source_is_given(
    extractor: PressExtractor,
) -> None:
    text = (
        "Minister Saar in Riga\n\nMinistry of Foreign Affairs of Finland, 4 March 2026\n\n"
        "Minister of Foreign Affairs Aino Saar met her Latvian counterpart Andris Kalns in Riga."
    )

    (read,) = extractor.extract([Release("bare", "Minister Saar in Riga", "", text)])

    offices = {
        (s.subject.name, s.object.name) for s in read.statements if s.predicate == "REPRESENTS"
    }
    assert offices == {("Aino Saar", "Finland"), ("Andris Kalns", "Latvia")}
