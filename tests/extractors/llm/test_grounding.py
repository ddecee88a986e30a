"""What of a model's answer holds: quotes, names, dates and qualifiers held to the release."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from communique.extractors.llm.answer import Answer
from communique.extractors.llm.grounding import CONFIDENCE, Grounding
from communique.extractors.llm.passages import passages
from communique.graph import Release, Statement

MakeRelease = Callable[..., Release]
Ground = Callable[..., tuple[tuple[Statement, ...], Grounding]]

BODY = (
    "On 3 May 2024, Secretary General Jens Ekdal of the Nordic Defence Forum (NDF) met "
    "Latvian police in “Old Town”, Riga.\n\n"
    "Ekdal\u00a0thanked  the officers – and Estonia’s border guards – for Operation Amber. "
    "The Forum, which pledged €2 million to the operation, held a conference."
)
MET = BODY.partition("\n")[0]
THANKED = "Ekdal\u00a0thanked  the officers – and Estonia’s border guards – for Operation Amber."
FORUM = {"type": "Organisation", "name": "Nordic Defence Forum", "aliases": ["NDF"]}
EKDAL = {"type": "Person", "name": "Jens Ekdal"}
AMBER = {"type": "Operation", "name": "Operation Amber"}


def claim(**change: Any) -> dict[str, Any]:
    """That Ekdal represents the Forum, or as changed."""
    return {"subject": EKDAL, "relation": "REPRESENTS", "object": FORUM, "quote": MET} | change


@pytest.fixture
def ground(release: MakeRelease) -> Ground:
    """The statements that a release bears out of claims, and the counts."""

    def ground(
        *claims: dict[str, Any], body: str = BODY, published: str | None = None
    ) -> tuple[tuple[Statement, ...], Grounding]:
        told = release(body, source="Forum", published=published)
        grounding = Grounding(told)
        (part,) = passages(told.text, len(told.text))
        answer = Answer.model_validate({"statements": list(claims)})
        statements = grounding.statements([(part, answer)], "llm/test")
        for quote in (quote for statement in statements for quote in statement.evidence):
            assert told.text[quote.start : quote.end] == quote.text
        return statements, grounding

    return ground


@pytest.mark.parametrize(
    "quote",
    [
        THANKED,
        "Ekdal thanked the officers - and Estonia's border guards - for Operation Amber.",
        "  Ekdal thanked the officers — and Estonia`s border guards — for Operation Amber. ",
        "Ekdal thanked\nthe offi\u00adcers – and Estonia’s border guards – for Operation Amber.",
    ],
    ids=["as-written", "plain", "other-dashes", "line-break-and-soft-hyphen"],
)
def test_a_quote_is_found_however_its_blanks_and_marks_are_written(
    ground: Ground, quote: str
) -> None:
    thanks = claim(relation="SUPPORTS", object=AMBER, quote=quote)

    ((statement,), _) = ground(thanks)

    assert [evidence.text for evidence in statement.evidence] == [THANKED]


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("", "the quote is not in the text"),
        ("Jens Ekdal did not meet Latvian police", "the quote is not in the text"),
        (MET.replace("met", "did not meet"), "the quote is not in the text"),
        (MET.upper(), "the quote is not in the text"),
        ("Word " * 200, "the quote is longer than 600 characters"),
    ],
    ids=["empty", "shortened", "one-word-more", "capitals", "whole-text"],
)
def test_a_quote_in_other_words_is_none(ground: Ground, quote: str, reason: str) -> None:
    statements, grounding = ground(claim(quote=quote), body=f"{BODY} {'Word ' * 300}")

    assert statements == ()
    assert grounding.dropped == Counter({reason: 1})


def test_a_quote_is_looked_for_first_in_the_part_that_was_asked_about(
    release: MakeRelease,
) -> None:
    told = release("Ms Ann Lee met Mr Bo Ek.\n\nThen it rained.\n\nMs Ann Lee met Mr Bo Ek.")
    people = [{"type": "Person", "name": name} for name in ("Ann Lee", "Bo Ek")]
    met = {"subject": people[0], "object": people[1], "relation": "MEETS"}
    answer = Answer.model_validate({"statements": [met | {"quote": "Ms Ann Lee met Mr Bo Ek."}]})
    last = list(passages(told.text, 500))[-1]
    later = type(last)(told.text.rindex("Ms"), len(told.text), "")

    (statement,) = Grounding(told).statements([(later, answer)], "llm/test")

    assert statement.evidence[0].start == told.text.rindex("Ms Ann")


@pytest.mark.parametrize(
    ("end", "name", "aliases"),
    [
        (FORUM, "Nordic Defence Forum", ("NDF",)),
        (FORUM | {"name": "the Nordic  Defence Forum"}, "Nordic Defence Forum", ("NDF",)),
        (FORUM | {"name": "Nordic Alliance"}, "NDF", ()),
        (FORUM | {"aliases": ["NDF", "Alliance", "conference"]}, "Nordic Defence Forum", ("NDF",)),
        ({"type": "Country", "name": "Latvia"}, "Latvia", ()),
        ({"type": "Country", "name": "the Republic of Latvia"}, "Latvia", ()),
        ({"type": "Country", "name": "Estonian"}, "Estonia", ()),
    ],
    ids=["name", "article", "alias-only", "aliases-not-there", "demonym", "full-name", "adjective"],
)
def test_an_entity_is_called_what_the_text_calls_it(
    ground: Ground, end: dict[str, Any], name: str, aliases: tuple[str, ...]
) -> None:
    ((statement,), _) = ground(claim(object=end))

    assert (statement.object.name, statement.object.aliases) == (name, aliases)


def test_a_country_has_its_codes(ground: Ground) -> None:
    ((statement,), _) = ground(claim(object={"type": "Country", "name": "Latvia"}))

    assert (statement.object.iso3, statement.object.wikidata) == ("LVA", "Q211")


@pytest.mark.parametrize(
    "end",
    [
        {"type": "Organisation", "name": "NATO"},
        {"type": "Organisation", "name": "Nordic Def"},
        {"type": "Organisation", "name": ""},
        {"type": "Country", "name": "Finland"},
        {"type": "Country", "name": "Old Town"},
        {"type": "Country", "name": "Latvia and Estonia"},
    ],
    ids=["absent", "part-of-a-word", "empty", "other-state", "no-state", "two-states"],
)
def test_an_end_that_the_text_does_not_name_is_dropped(ground: Ground, end: dict[str, Any]) -> None:
    statements, grounding = ground(claim(object=end))

    assert statements == ()
    assert grounding.dropped == Counter({"the text does not name its subject or object": 1})


def test_forms_of_one_person_are_one_entity(ground: Ground) -> None:
    short = {"type": "Person", "name": "Ekdal", "aliases": ["Jens Ekdal", "Secretary General"]}

    first, second = ground(
        claim(subject=short), claim(relation="SUPPORTS", object=AMBER, quote=THANKED)
    )[0]

    assert first.subject == second.subject
    assert (first.subject.name, first.subject.aliases) == ("Jens Ekdal", ("Ekdal",))


def test_an_office_that_two_hold_makes_them_not_one(ground: Ground) -> None:
    body = "Minister Ann Lee met Minister Bo Ek."
    people = [
        {"type": "Person", "name": name, "aliases": ["Minister"]} for name in ("Ann Lee", "Bo Ek")
    ]

    ((statement,), _) = ground(
        {"subject": people[0], "relation": "MEETS", "object": people[1], "quote": body}, body=body
    )

    assert [statement.subject.aliases, statement.object.aliases] == [(), ()]


def test_an_entity_that_meets_itself_is_dropped(ground: Ground) -> None:
    short = {"type": "Person", "name": "Ekdal", "aliases": ["Jens Ekdal"]}

    statements, grounding = ground(claim(relation="MEETS", object=short))

    assert statements == ()
    assert grounding.dropped == Counter({"its subject and object are one": 1})


@pytest.mark.parametrize(
    ("end", "named"),
    [
        (AMBER, True),
        ({"type": "Event", "name": "conference", "named": False}, False),
        ({"type": "Person", "name": "Jens Ekdal", "named": False}, True),
    ],
    ids=["named", "described", "person"],
)
def test_only_events_and_operations_may_be_described(
    ground: Ground, end: dict[str, Any], named: bool
) -> None:
    if end["type"] == "Person":
        ((statement,), _) = ground(claim(subject=end))
        assert statement.subject.named is named
    else:
        ((statement,), _) = ground(claim(relation="SUPPORTS", object=end))
        assert statement.object.named is named


@pytest.mark.parametrize(
    "date", ["2024-05-03", "2024-05", "2024", "2024-05-03/2024-05-05"], ids=str
)
def test_a_date_of_a_year_that_the_release_gives_is_kept(ground: Ground, date: str) -> None:
    ((statement,), grounding) = ground(
        claim(relation="MEETS", object={"type": "Country", "name": "Latvia"}, date=date)
    )

    assert statement.qualifiers.date == date
    assert grounding.omitted == Counter()


@pytest.mark.parametrize(
    "date",
    [
        "2024-05-32",
        "3 May 2024",
        "2024-5-3",
        "2024-05-05/2024-05-03",
        "2023-05-03",
        "May",
        "20240503",
    ],
    ids=str,
)
def test_a_date_that_is_none_or_of_another_year_is_left_out(ground: Ground, date: str) -> None:
    ((statement,), grounding) = ground(
        claim(relation="MEETS", object={"type": "Country", "name": "Latvia"}, date=date)
    )

    assert statement.qualifiers.date is None
    assert grounding.omitted == Counter({"date": 1})


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2023-12-30", "2024-01-02"),
        ("2024-01-02", "2023-12-30"),
        (None, None),
        ("2020-01-01", None),
    ],
    ids=["year-after", "year-before", "not-known", "long-before"],
)
def test_the_day_of_publication_gives_a_year_too(
    ground: Ground, published: str | None, kept: str | None
) -> None:
    body = "Jens Ekdal will meet Latvia’s police on Tuesday."
    date = kept or "2024-01-02"
    met = claim(relation="MEETS", object={"type": "Country", "name": "Latvia"}, quote=body)

    ((statement,), _) = ground(met | {"date": date}, body=body, published=published)

    assert statement.qualifiers.date == kept


def test_qualifiers_are_copied_from_the_text_and_left_out_if_it_lacks_them(ground: Ground) -> None:
    met = claim(
        relation="MEETS",
        object={"type": "Country", "name": "Latvia"},
        place='"Old Town"',
        event="working dinner",
        status="rumoured",
        role="Secretary General",
        amount="",
    )

    ((statement,), grounding) = ground(met)

    assert statement.qualifiers.stated() == {"place": "“Old Town”"}
    assert grounding.omitted == Counter({"event": 1, "status": 1, "role": 1})


def test_every_statement_has_the_same_modest_confidence(ground: Ground) -> None:
    ((statement,), _) = ground(claim())

    assert statement.confidence == CONFIDENCE == 0.5


def test_statements_come_in_the_order_of_the_text(ground: Ground) -> None:
    later = claim(relation="SUPPORTS", object=AMBER, quote=THANKED)

    statements, _ = ground(later, claim())

    starts = [statement.evidence[0].start for statement in statements]
    assert starts == sorted(starts)
