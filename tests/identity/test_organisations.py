"""Which organisations are one across releases."""

from collections.abc import Callable

import pytest

from communique.graph import Arrival, Release, Statement
from communique.identity import Resolution, Verdict, resolve

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]


def resolution(*releases: Told) -> Resolution:
    return resolve((release.id, statements) for release, statements in releases)


def bodies(tell: Tell, *forms: str) -> Resolution:
    """A release for each body, in which it supports somebody."""
    return resolution(
        *(
            tell(f"r{number}", (f"body {form}", "SUPPORTS", "operation Lantern"))
            for number, form in enumerate(forms)
        )
    )


def count(found: Resolution) -> int:
    return len({e.id for e in found.entities.values() if e.type == "Organisation"})


ONE = {
    "foreign ministry": ("Ministry of Foreign Affairs of Latvia", "Latvian Foreign Ministry"),
    "armed forces": ("Armed Forces of Kenya", "Kenyan military"),
    "embassy": ("Embassy of Norway in Japan", "Norwegian Embassy in Tokyo"),
    "listed": ("NATO", "North Atlantic Treaty Organization"),
    "part of a listed body": ("NATO's Harbour Liaison Team", "Harbour Liaison Team of NATO"),
    "acronym and a worn name": (
        "Bureau for Harbour and River Affairs|BHR",
        "Bureau of Harbor and River Affairs|BHR",
    ),
}


@pytest.mark.parametrize("forms", ONE.values(), ids=ONE)
def test_one_body_in_two_releases(tell: Tell, forms: tuple[str, ...]) -> None:
    assert count(bodies(tell, *forms)) == 1


TWO = {
    "embassies in two states": ("Norwegian Embassy in Japan", "Norwegian Embassy in Chile"),
    "embassies nobody places": ("Norwegian Embassy", "Norwegian Embassy"),
    "parts of two bodies": ("NATO's Legal Section", "Interpol's Legal Section"),
    "parts of nobody": ("Legal Section", "Legal Section"),
    "branch and whole": ("Interpol Chile", "Interpol"),
    "listed bodies with like names": ("Council of Europe", "European Council"),
    "acronym in two states": (
        "Peruvian Harbour Fisheries Board|HFB",
        "Chilean Harbour Fisheries Board|HFB",
    ),
    "a body and who bears its acronym beside": (
        "Harbour Fisheries Board|HFB",
        "Presidency of the Harbour Fisheries Board|HFB|Harbour Fisheries Board",
    ),
    "a mission and its host with one acronym": (
        "Organisation for Harbour Safety and Trade|OHST",
        "Peruvian Mission to the Organisation for Harbour Safety and Trade|OHST",
    ),
    "acronym of two names": ("Horse Feed Bank|HFB", "Harbour Fisheries Board|HFB"),
}


@pytest.mark.parametrize("forms", TWO.values(), ids=TWO)
def test_two_bodies_in_two_releases(tell: Tell, forms: tuple[str, ...]) -> None:
    assert count(bodies(tell, *forms)) == 2


def test_a_bare_name_is_a_part_of_the_listed_body_whose_people_are_its_people(tell: Tell) -> None:
    found = resolution(
        tell("a", ("body Legal Section of Interpol", "SUPPORTS", "operation Lantern")),
        tell(
            "b",
            ("person Ada Lind", "REPRESENTS", "body Legal Section"),
            ("person Ada Lind", "REPRESENTS", "body Interpol"),
        ),
        tell("c", ("body Legal Section", "SUPPORTS", "operation Lantern")),
    )

    assert found.entities["a#1"] == found.entities["b#2"]
    assert found.entities["c#1"] != found.entities["a#1"]


def test_a_merge_of_bodies_says_what_its_score_is_made_of(tell: Tell) -> None:
    found = bodies(tell, "Armed Forces of Kenya", "Kenyan military")

    (merge,) = (d for d in found.decisions if "armed forces" in d.reason)
    assert merge.kind is Verdict.MERGE
    assert [feature.name for feature in merge.features] == ["same name", "same state"]
    assert 0.9 < merge.score < 1


def issued(tell: Tell, *said: tuple[str, str]) -> Resolution:
    """A release for each pair of issuer and body, in which the body supports somebody."""
    releases = [
        tell(f"r{number}", (f"body {form}", "SUPPORTS", "operation Lantern"))
        for number, (_, form) in enumerate(said)
    ]
    arrivals = {
        release.id: Arrival(source=source)
        for (release, _), (source, _) in zip(releases, said, strict=True)
    }
    return resolve(((release.id, told) for release, told in releases), arrivals)


@pytest.mark.parametrize("portfolio", ["Agriculture", "the Interior"])
def test_a_state_means_its_own_department_by_a_bare_name(tell: Tell, portfolio: str) -> None:
    bare, full = f"Department of {portfolio}", f"United States Department of {portfolio}"

    assert count(issued(tell, ("The White House", bare), ("NATO", full))) == 1
    assert count(issued(tell, ("Government of Peru", bare), ("NATO", full))) == 2


@pytest.mark.parametrize("form", ["Ministry of Justice", "Armed Forces", "Legal Section"])
def test_a_state_need_not_mean_its_own_by_what_all_states_have(tell: Tell, form: str) -> None:
    found = issued(tell, ("The White House", form), ("The White House", form))

    assert count(found) == 2
