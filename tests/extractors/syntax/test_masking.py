"""Mentions masked as words."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.mentions import Mention, Span
from communique.extractors.model.chunks import Chunks
from communique.extractors.syntax.masking import mask
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

CHUNKS = Chunks(spacy.blank("en"))
TEXT = "Foreign Minister Anna Liepa met the Harbour Safety Centre on 3 May 2024."


def _mention(text: str, form: str, kind: EntityType, *, named: bool = True) -> Mention:
    start = text.index(form)
    end = start + len(form)
    return Mention(start, end, kind, Span(start, end, kind, form, named=named))


@pytest.fixture
def mentions() -> list[Mention]:
    return [
        _mention(TEXT, "Foreign Minister Anna Liepa", EntityType.PERSON),
        _mention(TEXT, "Harbour Safety Centre", EntityType.ORGANISATION),
    ]


def test_each_mention_and_date_is_one_word(mentions: list[Mention]) -> None:
    date = (TEXT.index("3 May"), TEXT.index("."))

    masked = mask(CHUNKS, TEXT, mentions, [date])

    assert masked.doc.text == "Smith met the NATO on Monday."


def test_tokens_lead_back_to_mentions_and_text(mentions: list[Mention]) -> None:
    masked = mask(CHUNKS, TEXT, mentions)

    assert [(masked.mentions[t.i], TEXT[slice(*masked.spans[t.i])]) for t in masked.doc][:4] == [
        (0, "Foreign Minister Anna Liepa"), (None, "met"), (None, "the"),
        (1, "Harbour Safety Centre"),
    ]  # fmt: skip


def test_idle_sentences_are_left_out_and_the_way_back_stays(mentions: list[Mention]) -> None:
    idle, text = "It was late in May. ", f"{TEXT} It was late in May. They left."
    span = (text.index(idle), text.index("They"))
    dates = [(text.index("3 May"), text.index(". It")), (text.index("late"), span[1] - 2)]

    masked = mask(CHUNKS, text, mentions, dates, [span])

    assert masked.doc.text == "Smith met the NATO on Monday. They left."
    assert text[slice(*masked.spans[-3])] == "They"


@pytest.mark.parametrize(
    "opening",
    ["Oslo, 3 May 2024 – ", "OSLO, 3 May 2024: ", "(Oslo, 3 May 2024) - ", "OSLO (NTB) — "],
)
def test_a_dateline_is_an_adverb_that_the_sentence_begins_with(opening: str) -> None:
    text = f"{opening}Anna Liepa spoke."
    town = "Oslo" if "Oslo" in text else "OSLO"
    day = text.find("3 May")
    mentions = [
        _mention(text, town, EntityType.PLACE), _mention(text, "Anna Liepa", EntityType.PERSON),
    ]  # fmt: skip

    masked = mask(CHUNKS, text, mentions, [(day, day + len("3 May 2024"))] if day >= 0 else [])

    assert [t.text for t in masked.doc] == ["Meanwhile", ",", "Smith", "spoke", "."]
    assert masked.parse().beginning(0) == 0


def test_a_news_agency_between_bars_belongs_to_the_dateline() -> None:
    text = "OSLO, Norway, 3 May 2024/Harbour Press Agency/ — Anna Liepa spoke."
    names = {"OSLO": EntityType.PLACE, "Norway": EntityType.COUNTRY}
    names |= {"Harbour Press Agency": EntityType.ORGANISATION, "Anna Liepa": EntityType.PERSON}
    day = text.index("3 May")
    mentions = [_mention(text, form, kind) for form, kind in names.items()]
    blind = mask(CHUNKS, text, mentions, [(day, day + len("3 May 2024"))])

    assert [t.text for t in blind.doc] == ["Meanwhile", ",", "Smith", "spoke", "."]


def test_a_town_before_a_dash_and_a_whole_report_is_a_dateline() -> None:
    text = f"Oslo – Anna Liepa spoke of the harbour{' and of the many ships in it' * 4}."
    blind = mask(CHUNKS, text, [_mention(text, "Oslo", EntityType.PLACE)], [])

    assert blind.doc.text.startswith("Meanwhile")


def test_a_town_in_capitals_with_its_state_is_a_dateline() -> None:
    text = "OSLO, Norway – Anna Liepa spoke."
    names = {"OSLO": EntityType.PLACE, "Norway": EntityType.COUNTRY}
    people = {"Anna Liepa": EntityType.PERSON}

    masked = mask(CHUNKS, text, [_mention(text, *named) for named in (names | people).items()])

    assert [t.text for t in masked.doc] == ["Meanwhile", ",", "Smith", "spoke", "."]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("She will on 3 May host talks.", "She will host talks."),
        ("She will, on 3 May, host talks.", "She will host talks."),
        ("She will on 3 May.", "She will on Monday."),
        ("She spoke on 3 May about talks.", "She spoke on Monday about talks."),
    ],
    ids=["bare", "commas", "no-verb", "no-auxiliary"],
)
def test_a_day_between_an_auxiliary_and_its_verb_is_left_out(text: str, seen: str) -> None:
    day = text.index("3 May")

    assert mask(CHUNKS, text, [], [(day, day + len("3 May"))]).doc.text == seen


@pytest.mark.parametrize("text", ["Oslo – Anna Liepa spoke.", "In Oslo – Anna Liepa spoke."])
def test_a_site_without_date_in_plain_letters_opens_no_dateline(text: str) -> None:
    masked = mask(CHUNKS, text, [_mention(text, "Oslo", EntityType.PLACE)])

    assert "Paris" in masked.doc.text


def test_a_description_stays_and_its_last_word_stands_for_it() -> None:
    text = "They began the press conference."
    mention = _mention(text, "press conference", EntityType.EVENT, named=False)

    masked = mask(CHUNKS, text, [mention])

    assert masked.doc.text == text
    assert [t.text for t in masked.doc if masked.mentions[t.i] == 0] == ["conference"]


def test_a_demonym_stays() -> None:
    text = "Latvian guards left."
    span = Span(0, 7, EntityType.COUNTRY, "Latvia", kind=NameKind.DEMONYM)

    assert mask(CHUNKS, text, [Mention(0, 7, EntityType.COUNTRY, span)]).doc.text == text


def test_a_date_inside_a_mention_is_left_alone() -> None:
    text = "Exercise Kite May 2024 began."
    mention = _mention(text, "Exercise Kite May 2024", EntityType.OPERATION)

    masked = mask(CHUNKS, text, [mention], [(14, 22)])

    assert masked.doc.text == "Overlord began."


@given(st.text(max_size=60), st.lists(st.integers(0, 60), max_size=6))
@settings(deadline=None)
def test_every_token_has_its_span_and_every_mention_its_token(text: str, cuts: list[int]) -> None:
    bounds = sorted({cut for cut in cuts if cut <= len(text)})
    mentions = [
        Mention(start, end, EntityType.PLACE, Span(start, end, EntityType.PLACE, "x"))
        for start, end in list(pairwise(bounds))[::2]
    ]

    masked = mask(CHUNKS, text, mentions)

    assert len(masked.doc) == len(masked.spans) == len(masked.mentions)
    assert [n for n in masked.mentions if n is not None] == list(range(len(mentions)))
    flat = [offset for span in masked.spans for offset in span]
    assert flat == sorted(flat)
    for token in masked.doc:
        number = masked.mentions[token.i]
        start, end = masked.spans[token.i]
        expected = (mentions[number].start, mentions[number].end) if number is not None else None
        paused = start == end and token.text == ","  # "In Oslo, she" without the comma
        assert (start, end) == expected or text[start:end] == token.text or paused


def test_a_sentence_begins_with_the_day_that_is_left_out_and_its_first_word_does_not() -> None:
    text = "On 3 May, raids began."

    masked = mask(CHUNKS, text, [], [(3, 8)])

    assert (masked.parse().beginning(0), masked.spans[0]) == (0, (10, 15))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Oslo Anna Liepa spoke.", "In Paris, Smith spoke."),
        ("She left. In Oslo she met Anna Liepa.", "She left. In Paris, she met Smith."),
        ("At Oslo the guests met Anna Liepa.", "At Paris, the guests met Smith."),
        ("In Oslo, Anna Liepa spoke.", "In Paris, Smith spoke."),
        ("In Oslo harbour Anna Liepa spoke.", "In Paris harbour Smith spoke."),
        ("They met in Oslo and Anna Liepa spoke.", "They met in Paris and Smith spoke."),
    ],
)
def test_a_comma_parts_a_site_from_who_is_there(text: str, words: str) -> None:
    mentions = [
        _mention(text, "Oslo", EntityType.PLACE), _mention(text, "Anna Liepa", EntityType.PERSON),
    ]  # fmt: skip

    assert mask(CHUNKS, text, mentions).doc.text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in co-operation with them", "in cooperation with them"),
        ("It was co-ordinated well.", "It was coordinated well."),
        ("They co-hosted it.", "They hosted it."),
        ("the co-pilot's seat", "the co-pilot's seat"),
    ],
)
def test_a_word_parted_behind_co_is_one(text: str, words: str) -> None:
    assert mask(CHUNKS, text, []).doc.text == words


def test_a_word_parted_behind_co_keeps_its_place() -> None:
    masked = mask(CHUNKS, "in co-operation with", [])

    assert masked.spans[1] == (3, 15)
