from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.feeds import Draft, SkippedInput
from communique.feeds.newswire import draft, is_headline, split

HARBOUR = (
    "Harbour towns rehearse an evacuation\n\nSource: Harbour Ministry\n\n"
    "The towns met.\n\nAll left."
)
BRIDGE = "Minister opens the rebuilt bridge\n\nSource: Roads Agency\n\nThe minister cut a ribbon."
GOLD = Path(__file__).parents[3] / "shared" / "gold"


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def read(text: str) -> Draft:
    found = draft(text, "feed.txt")
    assert isinstance(found, Draft)
    return found


@pytest.mark.parametrize("gap", ["\n\n", "\n\n\n", "\n \n\t\n", "\r\n\r\n"], ids=repr)
def test_releases_follow_each_other_after_blank_lines(gap: str) -> None:
    assert pieces(f"\n{HARBOUR}{gap}{BRIDGE}\n\n") == [HARBOUR, BRIDGE]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old-mac"])
def test_foreign_line_ends_part_releases_and_stay_in_the_text(end: str) -> None:
    feed = f"{HARBOUR}\n\n{BRIDGE}".replace("\n", end)

    assert pieces(feed) == [HARBOUR.replace("\n", end), BRIDGE.replace("\n", end)]


@pytest.mark.parametrize(
    "body",
    [
        "The number of ferries fell last year.\n\nSource: Ministry figures\n\nIt will rise.",
        "The number of ferries fell\nSource: Ministry figures\nin the north.",
        "The ferries sail.\n\n• the northern line\n\nSource: Ministry figures\n\nIt will rise.",
        "The ferries sail.\n\nPhoto: The quay\n\nSource: Harbour Ministry\n\nIt will rise.",
        "The ferries sail.\n\nTable 2 Ferries by year\n\nSource: Harbour Ministry\n\nIt will rise.",
        "The ferries sail.\n\nFerries by year\n\nSource: own calculations\n\nIt will rise.",
        "The ferries sail.\n\nFerries by year\n\nSource: Ministry figures. See the annex.\n\nMore.",
        "The ferries sail.\n\nWhat the Ministry said:\n\nSource: Harbour Ministry\n\nMore.",
        "The ferries sail.\n\nFerries by year\n\nSource: Ministry figures\ngo back to 1990.",
        "The ferries sail.\n\nSource: Harbour Ministry",
    ],
    ids=[
        *("after-paragraph", "inside-paragraph", "after-bullet", "photo-credit", "table-source"),
        *("lower-case", "sentence", "after-colon", "no-blank-below", "at-the-end"),
    ],
)
def test_a_source_line_of_the_body_does_not_split_a_release(body: str) -> None:
    release = f"Ferries to sail again\n\nSource: Harbour Ministry\n\n{body}"

    assert pieces(f"{release}\n\n{BRIDGE}") == [release, BRIDGE]


@pytest.mark.parametrize(
    "title",
    ["Envoy returns to Washington, D.C.", "Who guards the strait?", "Ministers meet in St. John's"],
    ids=["abbreviation", "question", "inner-abbreviation"],
)
def test_a_title_may_end_in_an_abbreviation_or_question(title: str) -> None:
    other = f"{title}\n\nSource: Roads Agency\n\nThe text."

    assert pieces(f"{HARBOUR}\n\n{other}") == [HARBOUR, other]


def test_text_before_the_first_title_is_a_release_of_its_own() -> None:
    assert pieces(f"A note. It stands alone here.\n\nMore of it.\n\n{HARBOUR}") == [
        "A note. It stands alone here.\n\nMore of it.",
        HARBOUR,
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "Title here",
                "Source: NATO",
                "A sentence.",
                "",
                " ",
                "• item",
                "Date: 1 May 2024",
                "\t",
            ]
        )
        | st.text(max_size=12),
        max_size=30,
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_splitting_loses_no_character_but_blank_ones(lines: list[str], end: str) -> None:
    text = end.join(lines)
    spans = list(split(text))

    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()


def test_title_source_and_body_are_told_apart() -> None:
    found = read(HARBOUR)

    assert (found.title, found.source) == (
        "Harbour towns rehearse an evacuation",
        "Harbour Ministry",
    )
    assert found.text[found.body :] == "The towns met.\n\nAll left."


def test_header_lines_below_the_source_are_metadata() -> None:
    found = read(
        "Ferries to sail\n\nSource: Harbour Ministry\nPublished: 20 November 2023\n"
        "URL: https://harbour.example/1\n\nThe text."
    )

    assert (found.published, found.url) == ("2023-11-20", "https://harbour.example/1")
    assert found.text[found.body :] == "The text."


def test_header_lines_do_not_keep_releases_from_being_split() -> None:
    dated = "Ferries to sail\n\nSource: Harbour Ministry\nDate: 2023-11-20\n\nThe text."

    assert pieces(f"{BRIDGE}\n\n{dated}") == [BRIDGE, dated]


def test_a_title_without_source_line_is_a_title() -> None:
    found = read("Ferries to sail\n\nThe text of it.")

    assert (found.title, found.source, found.body) == ("Ferries to sail", "", 17)


def test_a_text_that_starts_with_a_paragraph_is_titled_by_its_first_words() -> None:
    text = "The harbour ministry said on Monday that " + "all ferries would sail again, " * 20
    found = read(text.strip() + ".\n\nMore.")

    assert (
        found.title == "The harbour ministry said on Monday that all ferries would sail again, all"
    )
    assert found.body == 0


def test_a_source_line_without_title_names_the_source() -> None:
    found = read("Source: Harbour Ministry\n\nFerries to sail\n\nThe text.")

    assert (found.title, found.source) == ("Ferries to sail", "Harbour Ministry")


@pytest.mark.parametrize(
    "text",
    ["Ferries to sail", "Ferries to sail\n\nSource: Harbour Ministry"],
    ids=["title-alone", "title-and-source"],
)
def test_a_release_without_body_is_skipped(text: str) -> None:
    found = draft(text, "feed.txt")

    assert isinstance(found, SkippedInput)
    assert (found.title, "no text" in found.reason) == ("Ferries to sail", True)


def test_a_release_without_body_does_not_swallow_the_next() -> None:
    bare = "Ferries to sail\n\nSource: Harbour Ministry"

    assert pieces(f"{HARBOUR}\n\n{bare}\n\n{BRIDGE}") == [HARBOUR, bare, BRIDGE]


@pytest.mark.parametrize(
    "line", ["", "• a point", "It ended.", "See below:", "x" * 301, "Photo by the Ministry"]
)
def test_lines_of_a_body_are_no_headlines(line: str) -> None:
    assert not is_headline(line)


@pytest.mark.gold
def test_the_seed_feed_splits_into_its_ten_releases() -> None:
    if not GOLD.is_dir():
        pytest.skip("the annotated releases are not beside the project")
    feed = (GOLD / "seed-feed.txt").read_text(encoding="utf-8")
    expected = [path.read_text(encoding="utf-8").rstrip() for path in (GOLD / "seed").glob("*.txt")]

    assert sorted(pieces(feed)) == sorted(expected)
    assert len(expected) == 10


@pytest.mark.gold
@pytest.mark.parametrize("folder", ["dev", "own"])
def test_each_annotated_file_is_one_release(folder: str) -> None:
    if not GOLD.is_dir():
        pytest.skip("the annotated releases are not beside the project")
    paths = sorted((GOLD / folder).glob("*.txt"))

    assert [path.name for path in paths if len(pieces(path.read_text(encoding="utf-8"))) != 1] == []


WRAPPED = (
    "Deputy Secretary General to travel to the harbours of Jordan and\nKuwait\n\n"
    "Source: Harbour Ministry\nPublished: 3 May 2024\n\nShe will travel."
)


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=repr)
def test_a_title_may_be_wrapped(end: str) -> None:
    second = read(pieces(f"{HARBOUR}\n\n{WRAPPED}".replace("\n", end))[1])

    assert second.title == (
        "Deputy Secretary General to travel to the harbours of Jordan and Kuwait"
    )
    assert (second.source, second.text[second.body :]) == ("Harbour Ministry", "She will travel.")


def test_the_first_title_may_be_wrapped() -> None:
    assert pieces(f"{WRAPPED}\n\n{BRIDGE}") == [WRAPPED, BRIDGE]


def test_no_blank_line_need_stand_below_a_wrapped_title() -> None:
    assert read(WRAPPED.replace("Kuwait\n\n", "Kuwait\n")).title.endswith("Jordan and Kuwait")


@pytest.mark.parametrize(
    "paragraph",
    [
        "They spoke of the harbour and of the boats that are built there.\nAll of them left",
        "They left for home on Monday. Who will build the boats of the navy in the\nnext years?",
        "The Embassy of Estonia in Riga, Skolas iela 13, LV-1010 Riga, Latvia\nTel. +371 555 123",
        "Agreements that were signed by the ministers\nEstonia and Latvia will sign another plan",
    ],
    ids=["sentence", "question", "contact", "list"],
)
def test_a_paragraph_above_a_source_line_is_no_title(paragraph: str) -> None:
    text = f"{HARBOUR}\n\n{paragraph}\n\nSource: Harbour Ministry"
    assert pieces(text) == [text]


def test_a_first_paragraph_above_a_date_is_no_title() -> None:
    opening = "The ministers opened the harbour in the presence of guests\nand of the envoy"
    text = f"{opening}\n\nDate: 3 May 2024\n\nAll left."
    assert "of the envoy" in read(text).text[read(text).body :]
