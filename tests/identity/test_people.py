"""Who is who among people, by names and by what releases tell of their lives."""

from collections.abc import Callable, Sequence

import pytest

from communique.graph import Arrival, Release, Statement
from communique.identity import Decision, Resolution, Verdict, resolve

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]

NORWAY, CHILE, LEAGUE = "country Norway/NOR", "country Chile/CHL", "body Harbour League"
MINISTER, PROSECUTOR = {"role": "Prime Minister"}, {"role": "Prosecutor"}


def resolution(releases: Sequence[Told], days: Sequence[str] = ()) -> Resolution:
    """Who is who in releases that came out on the days."""
    arrivals = {release.id: Arrival(day) for (release, _), day in zip(releases, days, strict=False)}
    return resolve(((release.id, said) for release, said in releases), arrivals)


def people(found: Resolution) -> list[str]:
    return sorted({e.name for e in found.entities.values() if e.id.startswith("person-")})


def decisions(found: Resolution, kind: Verdict) -> list[Decision]:
    return [decision for decision in found.decisions if decision.kind is kind]


def test_a_decision_names_what_speaks_for_it_and_how_much(tell: Tell) -> None:
    found = resolution(
        [
            tell("a", ("person Brask", "REPRESENTS", NORWAY, MINISTER)),
            tell("b", ("person Paula Brask", "REPRESENTS", NORWAY, MINISTER)),
        ]
    )

    (merge,) = [d for d in decisions(found, Verdict.MERGE) if "a#1" in d.ids]
    assert [(feature.name, feature.weight) for feature in merge.features] == [
        ("surname alone: brask", 0.0),
        ("same country: NOR", 1.0),
        ("same office: prime minister", 2.0),
    ]
    assert merge.score == pytest.approx(0.9526)


def test_who_may_be_either_of_two_waits_for_review(tell: Tell) -> None:
    found = resolution(
        [
            tell("a", ("person Paula Brask", "REPRESENTS", LEAGUE)),
            tell("b", ("person Karl Brask", "REPRESENTS", LEAGUE)),
            tell("c", ("person Brask", "REPRESENTS", LEAGUE)),
        ]
    )

    assert people(found) == ["Brask", "Karl Brask", "Paula Brask"]
    assert any(set(d.ids) == {"a#1", "b#1", "c#1"} for d in decisions(found, Verdict.UNSURE))


def test_one_misreading_does_not_tear_a_surname_from_its_bearer(tell: Tell) -> None:
    minister = [
        tell(f"a{number}", ("person Paula Brask", "REPRESENTS", NORWAY, MINISTER))
        for number in range(9)
    ]
    husband = tell("b", ("person Karl Brask", "REPRESENTS", NORWAY, MINISTER))
    alone = tell("c", ("person Brask", "REPRESENTS", NORWAY, MINISTER))

    found = resolution([*minister, husband, alone])

    assert found.entities["c#1"].name == "Paula Brask"


def test_a_title_in_front_of_a_surname_counts_like_an_office(tell: Tell) -> None:
    found = resolution(
        [
            tell("a", ("person Brask|Prime Minister Brask", "REPRESENTS", NORWAY)),
            tell("b", ("person Paula Brask|the Prime Minister", "REPRESENTS", NORWAY)),
        ]
    )

    assert people(found) == ["Paula Brask"]


@pytest.mark.parametrize("other", ["Deputy Prime Minister", "Vice Prime Minister"])
def test_a_deputy_has_another_office(tell: Tell, other: str) -> None:
    found = resolution(
        [
            tell("a", ("person Brask", "REPRESENTS", NORWAY, MINISTER)),
            tell("b", ("person Paula Brask", "REPRESENTS", NORWAY, {"role": other})),
        ],
        ["2023-01-05", "2023-02-05"],
    )

    assert len(people(found)) == 2


def test_a_form_of_address_tells_a_couple_apart(tell: Tell) -> None:
    found = resolution(
        [
            tell("a", ("person Brask|Mr Brask", "REPRESENTS", LEAGUE)),
            tell("b", ("person Brask|Mrs Brask", "REPRESENTS", LEAGUE)),
        ]
    )

    assert found.entities["a#1"] != found.entities["b#1"]


def test_a_surname_alone_says_less_after_many_years(tell: Tell) -> None:
    releases = [
        tell("a", ("person Brask", "REPRESENTS", NORWAY, MINISTER)),
        tell("b", ("person Paula Brask", "REPRESENTS", NORWAY, MINISTER)),
    ]

    assert len(people(resolution(releases, ["2003-05-01", "2004-05-01"]))) == 1
    assert len(people(resolution(releases, ["2003-05-01", "2023-05-01"]))) == 2


def test_one_release_may_be_misread_where_many_say_another_country(tell: Tell) -> None:
    releases = [
        tell(f"a{number}", ("person Paula Brask", "REPRESENTS", NORWAY)) for number in range(6)
    ]
    odd, said = tell("b", ("person Paula Brask", "REPRESENTS", CHILE), (LEAGUE, "SUPPORTS", NORWAY))
    doubtful = tuple(
        Statement(s.subject, s.predicate, s.object, s.evidence, s.qualifiers, 0.9) for s in said
    )

    assert len(people(resolution([*releases, (odd, said)]))) == 1  # one name
    assert resolution([*releases, (odd, said)]).entities["b#1"].id == "person-paula-brask-chl"
    assert resolution([*releases, (odd, doubtful)]).entities["b#1"].id == "person-paula-brask"


def test_two_whom_one_release_names_together_are_not_one_by_a_likeness(tell: Tell) -> None:
    found = resolution(
        [
            tell(
                "a",
                ("person Sergei Brask", "REPRESENTS", NORWAY),
                ("person Serhii Brask", "REPRESENTS", NORWAY),
            )
        ]
    )

    assert len(people(found)) == 2


def test_who_changes_office_and_country_within_a_body_stays_one(tell: Tell) -> None:
    found = resolution(
        [
            tell("a", ("person Paula Brask", "REPRESENTS", NORWAY, MINISTER)),
            tell("b", ("person Paula Brask", "REPRESENTS", LEAGUE, {"role": "Secretary General"})),
        ],
        ["2013-01-05", "2015-02-05"],
    )

    assert people(found) == ["Paula Brask"]


def test_a_name_of_many_people_in_two_posts_at_one_time_waits_for_review(tell: Tell) -> None:
    guild = "body River Guild"
    releases = [
        tell("a", ("person David Miller", "REPRESENTS", LEAGUE, PROSECUTOR)),
        tell("b", ("person David Miller", "REPRESENTS", guild, {"role": "Director"})),
    ]

    assert resolution(releases, ["2023-01-05", "2023-02-05"]).entities["b#1"].id.endswith("guild")
    assert len(people(resolution(releases, ["2003-01-05", "2023-02-05"]))) == 1


def test_a_surname_with_a_title_is_the_one_whom_it_mostly_means(tell: Tell) -> None:
    known = [
        tell(f"a{number}", ("person Paula Brask", "REPRESENTS", NORWAY, MINISTER))
        for number in range(12)
    ]
    titled = tell("b", ("person Brask|Prime Minister", "VISITS", CHILE))
    bare = tell("c", ("person Brask", "VISITS", CHILE))

    found = resolution([*known, titled, bare])

    assert found.entities["b#1"].name == "Paula Brask"
    assert found.entities["c#1"].name == "Brask"
    assert any("c#1" in d.ids for d in decisions(found, Verdict.UNSURE))
    assert resolution([known[0], titled]).entities["b#1"].name == "Brask"


def clusters(found: Resolution, *ids: str) -> list[set[str]]:
    """Which of the entities are one, in the order of the first of each."""
    groups: dict[str, set[str]] = {}
    for id_ in ids:
        groups.setdefault(found.entities[id_].id, set()).add(id_)
    return list(groups.values())


def test_initials_that_are_one_with_a_name_are_no_other_name(tell: Tell) -> None:
    found = resolution(
        [
            tell("a", ("person J. Brask", "REPRESENTS", LEAGUE, MINISTER)),
            tell("b", ("person Jens Brask", "REPRESENTS", LEAGUE, MINISTER)),
            tell("c", ("person Julia Brask", "REPRESENTS", LEAGUE)),
        ]
    )

    assert clusters(found, "a#1", "b#1", "c#1") == [{"a#1", "b#1"}, {"c#1"}]


def test_a_family_name_in_front_is_either_of_two_who_followed_each_other(tell: Tell) -> None:
    post = ("REPRESENTS", CHILE, {"role": "Leader"})
    names = ("Han Jong Chol", "Han Jong Min", "Han")
    releases = [tell(f"r{n}", (f"person {name}", *post)) for n, name in enumerate(names)]

    assert len(people(resolution(releases))) == 3


def test_a_name_in_one_office_forty_years_later_waits_for_review(tell: Tell) -> None:
    releases = [
        tell(id_, ("person Karl Brask", "REPRESENTS", NORWAY, MINISTER)) for id_ in ("a", "b")
    ]

    found = resolution(releases, ["1979-01-01", "2023-01-01"])

    assert found.entities["a#1"] != found.entities["b#1"]
    assert any("years apart" in f.name for d in found.decisions for f in d.features)


def test_a_king_goes_by_his_given_name_and_number(tell: Tell) -> None:
    king = ("REPRESENTS", NORWAY, {"role": "King"})
    found = resolution(
        [
            tell("a", ("person Magnus II", *king)),
            tell("b", ("person Magnus II of Harbourland", *king)),
            tell("c", ("person Magnus III", *king)),
        ]
    )

    assert clusters(found, "a#1", "b#1", "c#1") == [{"a#1", "b#1"}, {"c#1"}]


def test_headlines_read_as_names_do_not_tear_a_well_known_name(tell: Tell) -> None:
    office = ("REPRESENTS", NORWAY, MINISTER)
    known = [tell(f"a{number}", ("person Paula Brask", *office)) for number in range(12)]
    alone = tell("b", ("person Brask", *office))
    misread = [
        tell(f"c{number}", (f"person Paula Brask {word}", *office))
        for number, word in enumerate(("Announces", "Declares"))
    ]

    found = resolution([*known, alone, *misread])

    assert found.entities["b#1"] == found.entities["a0#1"]
    assert found.entities["c0#1"] != found.entities["c1#1"]
