"""What else operations and events are called: by the words around theirs, by later mentions."""

from collections.abc import Callable

from communique.graph import Statement

Read = Callable[..., tuple[Statement, ...]]


def _names(statements: tuple[Statement, ...], relation: str) -> set[str]:
    (thing,) = {s.object for s in statements if str(s.predicate) == relation}
    return {thing.name, *thing.aliases}


def test_a_name_is_known_with_the_words_before_and_behind_it_as_well(read: Read) -> None:
    """Each further noun behind it makes a form; the article does not."""
    names = _names(
        read("Norway took part in the Multinational Naval Exercise Komodan 2018 in Lombok."),
        "PARTICIPATES_IN",
    )
    assert {"Exercise Komodan 2018", "Exercise Komodan 2018 in Lombok"} <= names
    assert "Multinational Naval Exercise Komodan 2018 in Lombok" in names


def test_a_description_keeps_the_phrases_of_its_other_mentions(read: Read) -> None:
    """The first mention in the text names it; what the title makes of it stays a further name."""
    names = _names(
        read(
            "Peru attended the regional workshop on river patrols. "
            "The three-day workshop ended on Friday.",
            title="Peru at workshop on rivers",
        ),
        "PARTICIPATES_IN",
    )
    assert {"regional workshop on river patrols", "workshop on river patrols"} <= names
    assert {"three-day workshop", "workshop on rivers"} <= names
