from collections.abc import Iterator

from rigour import territories as rigour
from rigour.territories.lookup import _load_territory_names

from communique.gazetteer.territories import lookup_territory


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
