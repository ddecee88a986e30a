"""The files of word classes."""

from dataclasses import fields

import pytest

from communique.gazetteer.closed_classes import read_classes
from communique.gazetteer.corrections import corrections
from communique.gazetteer.nouns import Nouns, read_nouns
from communique.gazetteer.posts import Posts, read_posts
from communique.gazetteer.territories import territory_of
from communique.gazetteer.titles import Titles, plural_heads, read_titles


@pytest.mark.parametrize(
    "classes", [read_nouns(), read_titles(), read_posts()], ids=["nouns", "titles", "posts"]
)
def test_every_class_has_words_without_stray_blanks(classes: Nouns | Titles | Posts) -> None:
    for field in fields(classes):
        words = getattr(classes, field.name)
        assert words
        assert [w for w in words if w != " ".join(w.split())] == []


@pytest.mark.parametrize("name", ["nouns", "titles", "posts", "territories", "given_names"])
def test_no_form_is_listed_twice_in_a_class(name: str) -> None:
    for class_, forms in read_classes(name).items():
        assert len(forms) == len(set(forms)), class_


def test_weak_and_lone_heads_are_heads() -> None:
    nouns = read_nouns()

    assert nouns.weak_organisation_heads | nouns.lone_organisation_heads <= nouns.organisation_heads


def test_codes_of_territories_are_known() -> None:
    tables = corrections().codes, corrections().seats, corrections().agencies
    codes = {code for table in tables for code in table.values()}

    assert [code for code in sorted(codes) if territory_of(code) is None] == []


def test_listed_capitals_have_a_code() -> None:
    assert corrections().capitals <= corrections().codes.keys()


def test_a_noun_that_needs_a_modifier_is_no_noun_of_an_event() -> None:
    nouns = read_nouns()

    assert not nouns.modified_operation_nouns & nouns.event_nouns


def test_every_noun_after_a_name_or_a_title_describes_an_undertaking() -> None:
    nouns = read_nouns()

    assert nouns.naming_nouns <= nouns.operation_nouns
    assert nouns.titled_nouns <= nouns.operation_nouns | nouns.event_nouns
    assert nouns.edition_nouns <= nouns.event_nouns


@pytest.mark.parametrize(
    ("plural", "head"),
    [
        ("Directors", "Director"),
        ("Secretaries", "Secretary"),
        ("Attorneys", "Attorney"),
        ("Chairwomen", "Chairwoman"),
        ("Princesses", "Princess"),
        ("Monarchs", "Monarch"),
        ("Attorneys General", "Attorney General"),
        ("Secretary Generals", "Secretary General"),
        ("Secretaries-General", "Secretary-General"),
        ("Commanders-in-Chief", "Commander-in-Chief"),
        ("Chiefs of Staff", "Chief of Staff"),
        ("Chargés d’affaires", "Chargé d’affaires"),
    ],
)
def test_an_office_in_the_plural_is_known_by_its_noun(plural: str, head: str) -> None:
    assert plural_heads(read_titles())[plural] == head


@pytest.mark.parametrize("word", ["Coordinatorss", "Commandings General", "counterparts"])
def test_no_word_is_made_a_plural_that_is_none(word: str) -> None:
    assert word not in plural_heads(read_titles())
