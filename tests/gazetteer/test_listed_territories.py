from collections.abc import Iterator

import pytest
from rigour import territories as rigour
from rigour.territories.lookup import _load_territory_names

from communique.gazetteer.corrections import corrections
from communique.gazetteer.territories import find_territory, lookup_territory
from communique.gazetteer.territories.listed import may_open


def listed() -> Iterator[str]:
    for _, *names in _load_territory_names():
        for part in names:
            yield from part


def test_every_listed_name_is_found_as_by_rigour() -> None:
    names = list(listed())

    assert len(names) > 25_000
    assert [n for n in names if lookup_territory(n) != rigour.lookup_territory(n)] == []


def test_what_is_no_name_is_not_found() -> None:
    assert lookup_territory("Harbour Watch") is None


@pytest.mark.parametrize("ending", ["", "s", "'s", "’s", "s'", ".", "'"])
def test_every_name_of_a_territory_may_begin_as_it_does(ending: str) -> None:
    forms = {*listed(), *corrections().codes, *corrections().other_places, "St. Lucia"}
    named = {form for form in forms if find_territory(form)} | corrections().other_places

    assert len(named) > 1_000
    assert [form for form in sorted(named) if not may_open(form.split()[0] + ending)] == []


@pytest.mark.parametrize("word", ["Harbour", "Deputy", "Brigadier"])
def test_no_territory_begins_with_most_words(word: str) -> None:
    assert not may_open(word)
