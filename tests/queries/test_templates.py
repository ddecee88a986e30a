"""Each question gives the rows that the small graph holds, through names as people type them."""

from collections.abc import Sequence

import pytest

from communique.loaders.store import Store
from communique.queries.catalogue import catalogue, template
from communique.queries.names import Names
from communique.queries.runner import run

Values = dict[str, object]
Case = tuple[str, Values, str, Sequence[tuple[object, ...]]]

MET = "On 4 March Ms Lind met Mr Malý in Tallinn."
WILL_MEET = "In April Mr Roos will meet Mr Malý."

CASES: dict[str, Case] = {
    "whom someone met": (
        "who-met",
        {"entity": "maly"},
        "date status met support quote release published",
        [
            ("2024-03-04", "held", "Mara Lind", 2, MET, "r1", "2024-03-05"),
            ("2024-04", "planned", "Edvin Roos", 1, WILL_MEET, "r2", "2024-03-06"),
        ],
    ),
    "whom someone met in a month": (
        "who-met",
        {"entity": "Ondrej Maly", "since": "2024-03", "until": "2024-03"},
        "met place event",
        [("Mara Lind", "Tallinn", "Harbour Summit")],
    ),
    "who met whom": (
        "who-met-whom",
        {},
        "date first second",
        [
            ("2024-03-04", "Mara Lind", "Ondřej Malý"),
            ("2024-04", "Edvin Roos", "Ondřej Malý"),
            (None, "Karin Roos", "Maritime Fund"),
        ],
    ),
    "who met whom in a period leaves out what has no date": (
        "who-met-whom",
        {"since": "2024-04-30"},
        "date first second",
        [("2024-04", "Edvin Roos", "Ondřej Malý")],
    ),
    "announced meetings": (
        "planned-meetings",
        {},
        "date first second quote",
        [("2024-04", "Edvin Roos", "Ondřej Malý", WILL_MEET)],
    ),
    "announced meetings of someone": ("planned-meetings", {"entity": "Lind"}, "first", []),
    "officials of a country with an organisation": (
        "officials-and-organisation",
        {"country": "Czech Republic", "organisation": "ndl"},
        "date official office met quote release",
        [("2024-03-04", "Ondřej Malý", "Foreign Minister", "Mara Lind", MET, "r1")],
    ),
    "how two are connected": (
        "connection",
        {"from": "Lind", "to": "Harbour Police"},
        "path step subject relation object",
        [
            (1, 1, "Mara Lind", "VISITS", "Tallinn"),
            (1, 2, "Blue Anchor", "HELD_IN", "Tallinn"),
            (1, 3, "Harbour Police", "LEADS", "Blue Anchor"),
            (2, 1, "Mara Lind", "REPRESENTS", "Northern Defence League"),
            (2, 2, "Northern Defence League", "SUPPORTS", "Blue Anchor"),
            (2, 3, "Harbour Police", "LEADS", "Blue Anchor"),
        ],
    ),
    "no connection in four steps": (
        "connection",
        {"from": "Karin Roos", "to": "Czechia"},
        "path",
        [],
    ),
    "meetings between two": (
        "meeting-chain",
        {"from": "Mara Lind", "to": "Edvin Roos"},
        "step subject object date quote",
        [
            (1, "Mara Lind", "Ondřej Malý", "2024-03-04", MET),
            (2, "Edvin Roos", "Ondřej Malý", "2024-04", WILL_MEET),
        ],
    ),
    "operations of a country": (
        "operations-of-country",
        {"country": "estonia"},
        "operation since relations lead coordinating supporting funding quote",
        [
            (
                "Blue Anchor",
                "2024-04-30",
                ["INVOLVES"],
                ["Harbour Police"],
                ["Coast Guard Agency"],
                ["Northern Defence League"],
                ["Maritime Fund"],
                "Searches took place in Estonia.",
            )
        ],
    ),
    "an operation without coordinator": (
        "operations-of-country",
        {"country": "CZE"},
        "operation lead coordinating since",
        [("Quiet Net", ["Harbour Police"], [], None)],
    ),
    "who represents": (
        "representatives",
        {"entity": "Northern Defence League"},
        "person role quote",
        [("Mara Lind", "Secretary General", "Secretary General Lind leads the League.")],
    ),
    "who holds an office": (
        "office-holder",
        {"office": "Foreign Minister of Czechia", "on": "2024-03-05"},
        "stated person role other first last support release",
        [
            (
                "before and after",
                "Ondřej Malý",
                "Foreign Minister",
                "Czechia",
                "2024-03-05",
                "2024-03-05",
                1,
                "r1",
            )
        ],
    ),
    "offices of a person": (
        "offices-of",
        {"person": "Edvin Roos"},
        "relation role other date",
        [
            ("REPRESENTS", "Defence Minister", "Estonia", None),
            ("APPOINTS", "Envoy", "Mara Lind", "2024-02-01"),
        ],
    ),
    "offices of who appoints": (
        "offices-of",
        {"person": "Lind"},
        "other",
        [("Northern Defence League",)],
    ),
    "appointments": (
        "appointments",
        {"since": "2024"},
        "date appointed_by person role",
        [("2024-02-01", "Mara Lind", "Edvin Roos", "Envoy")],
    ),
    "same events": (
        "co-attendance",
        {"entity": "Lind"},
        "event date other relation quote",
        [
            ("Harbour Summit", "2024-03", "Estonia", "HOSTS", "Estonia hosts the summit."),
            ("Harbour Summit", "2024-03", "Ondřej Malý", "PARTICIPATES_IN", "So did Mr Malý."),
        ],
    ),
    "timeline": (
        "timeline",
        {"entity": "Mara Lind"},
        "date subject relation object",
        [
            ("2024-02-01", "Mara Lind", "APPOINTS", "Edvin Roos"),
            ("2024-03-03/2024-03-04", "Mara Lind", "VISITS", "Tallinn"),
            ("2024-03-04", "Mara Lind", "MEETS", "Ondřej Malý"),
            ("2024-03-04", "Mara Lind", "PARTICIPATES_IN", "Harbour Summit"),
            (None, "Mara Lind", "REPRESENTS", "Northern Defence League"),
        ],
    ),
    "second page of a timeline": (
        "timeline",
        {"entity": "Mara Lind", "skip": 1, "limit": "1"},
        "relation",
        [("VISITS",)],
    ),
    "most connected officials": (
        "most-connected",
        {},
        "person connections meetings facts since",
        [
            ("Mara Lind", 5, 1, 5, "2024-02-01"),
            ("Edvin Roos", 4, 1, 4, "2024-02-01"),
            ("Ondřej Malý", 4, 2, 4, "2024-03-04"),
        ],
    ),
    "most connected in a period": (
        "most-connected",
        {"since": "2024-04"},
        "person connections",
        [("Edvin Roos", 1), ("Ondřej Malý", 1)],
    ),
    "who funds": (
        "funders",
        {"entity": "operation blue anchor"},
        "funder amount quote",
        [("Maritime Fund", "EUR 2 million", "The Maritime Fund gave 2 million.")],
    ),
    "what is supported": (
        "funded-by",
        {"entity": "NDL"},
        "relation supported amount",
        [("SUPPORTS", "Blue Anchor", None)],
    ),
    "every quote": (
        "evidence",
        {"first": "Malý", "second": "Lind"},
        "relation quote release headline starts_at ends_at rule",
        [
            ("MEETS", MET, "r1", "Summit opens in Tallinn", 98, 140, "by-hand"),
            (
                "MEETS",
                "On Monday Mr Malý talked with Ms Lind.",
                "r2",
                "Plans for April",
                16,
                54,
                "by-hand",
            ),
        ],
    ),
    "agencies together": (
        "agencies-together",
        {"organisation": "cga"},
        "agency operations names",
        [
            ("Harbour Police", 2, ["Blue Anchor", "Quiet Net"]),
            ("Maritime Fund", 1, ["Blue Anchor"]),
            ("Northern Defence League", 1, ["Blue Anchor"]),
        ],
    ),
    "visits to a country and its places": (
        "visits-to",
        {"entity": "Estonia"},
        "date status visitor destination",
        [("2024-03-03/2024-03-04", "held", "Mara Lind", "Tallinn")],
    ),
    "visits by someone": (
        "visits-by",
        {"entity": "Edvin Roos"},
        "date status destination",
        [(None, "planned", "Czechia")],
    ),
    "what happened at an event": (
        "event",
        {"event": "the Summit"},
        "relation subject object",
        [
            ("HELD_IN", "Harbour Summit", "Tallinn"),
            ("HOSTS", "Estonia", "Harbour Summit"),
            ("PARTICIPATES_IN", "Mara Lind", "Harbour Summit"),
            ("PARTICIPATES_IN", "Ondřej Malý", "Harbour Summit"),
            ("MEETS", "Mara Lind", "Ondřej Malý"),
        ],
    ),
    "all about an operation": (
        "operation",
        {"operation": "Quiet Net"},
        "relation subject object",
        [
            ("INVOLVES", "Quiet Net", "Czechia"),
            ("LEADS", "Harbour Police", "Quiet Net"),
            ("PARTICIPATES_IN", "Coast Guard Agency", "Quiet Net"),
        ],
    ),
    "search by a word": (
        "search",
        {"text": "Roos"},
        "name kind facts",
        [("Edvin Roos", "Person", 4), ("Karin Roos", "Person", 1)],
    ),
    "search by a part of a word": ("search", {"text": "nchor"}, "name", [("Blue Anchor",)]),
    "search by two words needs both": (
        "search",
        {"text": "Harbour Roos"},
        "name",
        [],
    ),
    "search by another name of a territory": (
        "search",
        {"text": "Czech Republic"},
        "name",
        [("Czechia",)],
    ),
    "search without diacritics": ("search", {"text": "ONDREJ"}, "name", [("Ondřej Malý",)]),
    "releases about someone": (
        "releases-about",
        {"entity": "Mara Lind"},
        "published release headline issued_by facts quote",
        [
            (
                "2024-03-05",
                "r1",
                "Summit opens in Tallinn",
                "League",
                4,
                "Secretary General Lind leads the League.",
            ),
            (
                "2024-03-06",
                "r2",
                "Plans for April",
                "Ministry",
                2,
                "On Monday Mr Malý talked with Ms Lind.",
            ),
        ],
    ),
    "members": (
        "members",
        {"organisation": "ndl"},
        "member relation quote",
        [("Estonia", "MEMBER_OF", "Estonia belongs to the League.")],
    ),
    "with whom someone met most often": (
        "most-met",
        {"entity": "Malý"},
        "met meetings held planned releases first last quote",
        [
            ("Mara Lind", 1, 1, 0, 2, "2024-03-04", "2024-03-04", MET),
            ("Edvin Roos", 1, 0, 1, 1, "2024-04-01", "2024-04-30", WILL_MEET),
        ],
    ),
    "with whom someone met most often in a period": (
        "most-met",
        {"entity": "Malý", "until": "2024-03"},
        "met meetings",
        [("Mara Lind", 1)],
    ),
    "whom someone has not met since": (
        "not-met-since",
        {"entity": "Malý", "since": "2024-04"},
        "met last meetings planned quote",
        [("Mara Lind", "2024-03-04", 1, None, MET)],
    ),
    "events of two": (
        "shared-events",
        {"first": "Lind", "second": "Estonia"},
        "event date first_relations second_relations quote second_quote second_release",
        [
            (
                "Harbour Summit",
                "2024-03",
                ["PARTICIPATES_IN"],
                ["HOSTS"],
                "Ms Lind attended the summit.",
                "Estonia hosts the summit.",
                "r1",
            )
        ],
    ),
    "no event of two": ("shared-events", {"first": "Lind", "second": "Karin Roos"}, "event", []),
    "meetings of two countries by year": (
        "meetings-by-year",
        {"first": "Estonia", "second": "Czechia"},
        "year meetings held planned days quote",
        [("2024", 1, 0, 1, 1, WILL_MEET)],
    ),
    "meetings of officials of two countries": (
        "meetings-of-countries",
        {"first": "Czechia", "second": "Estonia"},
        "date status one other quote release",
        [("2024-04", "planned", "Ondřej Malý", "Edvin Roos", WILL_MEET, "r2")],
    ),
    "meetings of officials of two countries in a period": (
        "meetings-of-countries",
        {"first": "Czechia", "second": "Estonia", "until": "2024-03"},
        "date",
        [],
    ),
    "countries by operations": (
        "countries-by-operations",
        {},
        "country operations involving since until quote",
        [
            ("Czechia", 1, 1, "2024-05-02", "2024-05-02", "Quiet Net reached Czechia."),
            ("Estonia", 1, 1, "2024-05-02", "2024-05-02", "Searches took place in Estonia."),
        ],
    ),
    "countries by operations before any": (
        "countries-by-operations",
        {"until": "2024-04"},
        "country",
        [],
    ),
    "what a country hosts": (
        "host-of",
        {"entity": "Estonia", "since": "2024-03-10"},
        "date relation hosted kind places quote",
        [("2024-03", "HOSTS", "Harbour Summit", "Event", ["Tallinn"], "Estonia hosts the summit.")],
    ),
    "what a country does not host": (
        "host-of",
        {"entity": "Estonia", "since": "2024-04"},
        "hosted",
        [],
    ),
    "bridges of two entities": (
        "bridges",
        {"first": "Harbour Police", "second": "Coast Guard Agency"},
        "bridge kind first_relations second_relations facts quote second_quote",
        [
            (
                "Blue Anchor",
                "Operation",
                ["LEADS"],
                ["COORDINATES"],
                2,
                "The Harbour Police led Blue Anchor.",
                "The Agency coordinated it.",
            ),
            (
                "Quiet Net",
                "Operation",
                ["LEADS"],
                ["PARTICIPATES_IN"],
                2,
                "The Harbour Police also led Quiet Net.",
                "The Agency took part in Quiet Net.",
            ),
        ],
    ),
    "of what a country is a member": (
        "memberships",
        {"entity": "Estonia"},
        "relation whole quote",
        [("MEMBER_OF", "Northern Defence League", "Estonia belongs to the League.")],
    ),
    "operations of an organisation": (
        "operations-of-organisation",
        {"organisation": "CGA"},
        "operation relations since countries quote",
        [
            (
                "Blue Anchor",
                ["COORDINATES"],
                "2024-04-30",
                ["Estonia"],
                "The Agency coordinated it.",
            ),
            (
                "Quiet Net",
                ["PARTICIPATES_IN"],
                None,
                ["Czechia"],
                "The Agency took part in Quiet Net.",
            ),
        ],
    ),
    "operations of two": (
        "joint-operations",
        {"first": "Maritime Fund", "second": "Estonia"},
        "operation date first_relations second_relations quote second_quote",
        [
            (
                "Blue Anchor",
                "2024-04-30",
                ["FUNDS"],
                ["INVOLVES"],
                "The Maritime Fund gave 2 million.",
                "Searches took place in Estonia.",
            )
        ],
    ),
    "operations in a period": (
        "operations-between",
        {"since": "2024-05"},
        "operation since until lead countries facts",
        [
            ("Blue Anchor", "2024-05-02", "2024-05-02", ["Harbour Police"], ["Estonia"], 5),
            ("Quiet Net", "2024-05-02", "2024-05-02", ["Harbour Police"], ["Czechia"], 3),
        ],
    ),
    "an operation by the day of a fact": (
        "operations-between",
        {"until": "2024-04-30"},
        "operation since facts quote",
        [("Blue Anchor", "2024-04-30", 1, "The last was in Tallinn on 30 April.")],
    ),
    "events in a period": (
        "events-between",
        {"since": "2024-03", "until": "2024-03"},
        "since until event places hosts participants quote",
        [
            (
                "2024-03-01",
                "2024-03-31",
                "Harbour Summit",
                ["Tallinn"],
                ["Estonia"],
                2,
                "It is held in Tallinn.",
            )
        ],
    ),
    "no events in a period": ("events-between", {"since": "2024-04"}, "event", []),
    "what is held in a country": (
        "events-at",
        {"place": "Estonia"},
        "date relation subject other place quote",
        [
            ("2024-03", "HELD_IN", "Harbour Summit", None, "Tallinn", "It is held in Tallinn."),
            ("2024-03-04", "MEETS", "Mara Lind", "Ondřej Malý", "Tallinn", MET),
            (
                "2024-04-30",
                "HELD_IN",
                "Blue Anchor",
                None,
                "Tallinn",
                "The last was in Tallinn on 30 April.",
            ),
        ],
    ),
    "what is held in a place in a period": (
        "events-at",
        {"place": "Tallinn", "since": "2024-04"},
        "subject",
        [("Blue Anchor",)],
    ),
    "meetings by month": (
        "meetings-by-month",
        {},
        "month meetings held planned days quote",
        [
            ("2024-03", 1, 1, 0, 1, MET),
            ("2024-04", 1, 0, 1, 1, WILL_MEET),
            (None, 1, 1, 0, 0, "Karin Roos met the Maritime Fund."),
        ],
    ),
    "meetings of someone by month": (
        "meetings-by-month",
        {"entity": "Lind"},
        "month meetings",
        [("2024-03", 1)],
    ),
    "planned and not held": (
        "planned-not-held",
        {},
        "date subject relation object quote",
        [
            ("2024-04", "Edvin Roos", "MEETS", "Ondřej Malý", WILL_MEET),
            (None, "Edvin Roos", "VISITS", "Czechia", "Mr Roos will visit Czechia."),
        ],
    ),
    "first told in a period": (
        "changed-between",
        {"since": "2024-03-06", "until": "2024-03-31", "entity": "Malý"},
        "told subject relation object date quote release headline",
        [
            (
                "2024-03-06",
                "Edvin Roos",
                "MEETS",
                "Ondřej Malý",
                "2024-04",
                WILL_MEET,
                "r2",
                "Plans for April",
            )
        ],
    ),
    "stated of a day": (
        "on-day",
        {"since": "2024-03-04", "until": "2024-03-04"},
        "date subject relation object",
        [
            ("2024-03-04", "Mara Lind", "MEETS", "Ondřej Malý"),
            ("2024-03-04", "Mara Lind", "PARTICIPATES_IN", "Harbour Summit"),
            ("2024-03", "Harbour Summit", "HELD_IN", "Tallinn"),
            ("2024-03-03/2024-03-04", "Mara Lind", "VISITS", "Tallinn"),
        ],
    ),
    "stated of a month": (
        "on-day",
        {"since": "2024-04", "until": "2024-04"},
        "date subject",
        [("2024-04", "Edvin Roos"), ("2024-04-30", "Blue Anchor")],
    ),
    "told by two sources": (
        "corroborated",
        {},
        "sources issuers subject relation object support quote",
        [(2, ["League", "Ministry"], "Mara Lind", "MEETS", "Ondřej Malý", 2, MET)],
    ),
    "told by three sources": ("corroborated", {"least": 3}, "subject", []),
    "told by one source": (
        "uncorroborated",
        {"entity": "Malý"},
        "subject relation object issuer confidence support",
        [
            ("Edvin Roos", "MEETS", "Ondřej Malý", "Ministry", 0.9, 1),
            ("Ondřej Malý", "PARTICIPATES_IN", "Harbour Summit", "League", 0.9, 1),
            ("Ondřej Malý", "REPRESENTS", "Czechia", "League", 0.9, 1),
        ],
    ),
    "what a release says, in its order": (
        "release",
        {"release": "plans for april", "limit": 2},
        "release published subject relation object support quote starts_at",
        [
            (
                "r2",
                "2024-03-06",
                "Mara Lind",
                "MEETS",
                "Ondřej Malý",
                2,
                "On Monday Mr Malý talked with Ms Lind.",
                16,
            ),
            ("r2", "2024-03-06", "Edvin Roos", "MEETS", "Ondřej Malý", 1, WILL_MEET, 55),
        ],
    ),
    "a release by its address": (
        "release",
        {"release": "https://example.org/r1", "limit": 1},
        "headline subject",
        [("Summit opens in Tallinn", "Mara Lind")],
    ),
    "one of several releases that words name": (
        "release",
        {"release": "n", "limit": 1},
        "headline matching",
        [("Summit opens in Tallinn", 3)],
    ),
    "a release by its whole headline": (
        "release",
        {"release": "plans for april", "limit": 1},
        "headline matching",
        [("Plans for April", 1)],
    ),
    "a release that is not there": ("release", {"release": "r9"}, "subject", []),
    "to whom someone is tied": (
        "neighbours",
        {"entity": "Malý"},
        "relation side neighbour kind facts since",
        [
            ("MEETS", None, "Edvin Roos", "Person", 1, "2024-04-01"),
            ("MEETS", None, "Mara Lind", "Person", 1, "2024-03-04"),
            ("PARTICIPATES_IN", "subject", "Harbour Summit", "Event", 1, None),
            ("REPRESENTS", "subject", "Czechia", "Country", 1, None),
        ],
    ),
    "who meets those who do not meet": (
        "brokers",
        {},
        "person met apart since until",
        [("Ondřej Malý", 2, 1, "2024-03-04", "2024-04-30")],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_question_has_the_answer_of_the_graph(
    each_store: Store, names: Names, case: Case
) -> None:
    name, values, columns, expected = case

    answer = run(each_store, template(name), values, names)

    assert [tuple(row[column] for column in columns.split()) for row in answer.rows] == list(
        expected
    )


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_an_answer_has_the_columns_that_its_template_declares(
    each_store: Store, names: Names, case: Case
) -> None:
    name, values, _, _ = case

    answer = run(each_store, template(name), values, names)

    assert all(
        list(row) == [column.name for column in template(name).columns] for row in answer.rows
    )


def test_every_template_has_a_case_with_rows() -> None:
    assert {name for name, _, _, rows in CASES.values() if rows} == set(catalogue())
