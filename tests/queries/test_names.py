"""From what people type to the entity."""

from collections.abc import Callable, Iterable

import pytest

from communique.graph import UnknownNameError
from communique.loaders.store import Store
from communique.ontology import EntityType
from communique.queries.answers import Named
from communique.queries.candidate import Candidate
from communique.queries.names import Names, find_name

PERSON, ORGANISATION = EntityType.PERSON, EntityType.ORGANISATION


def people(*described: tuple[str, int]) -> Names:
    """Names of people with so many facts each."""
    entities: Iterable[tuple[Candidate, tuple[str, ...], str | None]] = (
        (Candidate(f"person-{number}", name, PERSON, facts), (), None)
        for number, (name, facts) in enumerate(described)
    )
    return Names(entities)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("person-mara-lind", "person-mara-lind"),
        ("Mara Lind", "person-mara-lind"),
        ("  mara   LIND ", "person-mara-lind"),
        ("Secretary General Lind", "person-mara-lind"),
        ("lind", "person-mara-lind"),
        ("Ondrej Maly", "person-ondrej-maly"),
        ("MALÝ", "person-ondrej-maly"),
        ("Malý, Ondřej", "person-ondrej-maly"),
        ("Ondrei Maly", "person-ondrej-maly"),
        ("ndl", "organisation-league"),
        ("N.D.L.", "organisation-league"),
        ("defence league", "organisation-league"),
        ("Northern Defense League", "organisation-league"),
        ("Czech Republic", "country-CZE"),
        ("czech republic", "country-CZE"),
        ("Estonian", "country-EST"),
        ("EST", "country-EST"),
        ("estonia", "country-EST"),
    ],
)
def test_a_name_is_found_as_people_type_it(names: Names, typed: str, meant: str) -> None:
    assert names.resolve(typed).id == meant


def test_the_name_of_the_graph_comes_with_the_id(names: Names) -> None:
    assert names.resolve("ndl").name == "Northern Defence League"


def test_a_surname_of_two_lists_both(names: Names) -> None:
    with pytest.raises(UnknownNameError, match=r"Edvin Roos \(.*Karin Roos \("):
        people(("Edvin Roos", 2), ("Karin Roos", 2)).resolve("Roos")


def test_a_surname_means_the_one_most_facts_are_about_by_far() -> None:
    assert people(("Edvin Roos", 3), ("Karin Roos", 40)).resolve("roos").name == "Karin Roos"


def test_a_full_name_comes_before_a_part_of_another() -> None:
    assert people(("Anna Roos Berg", 90), ("Roos Berg", 1)).resolve("Roos Berg").id == "person-1"


def test_the_type_asked_for_settles_a_name() -> None:
    names = Names(
        [
            (Candidate("person-georgia", "Georgia", PERSON, 9), (), None),
            (Candidate("country-GEO", "Georgia", EntityType.COUNTRY, 9), (), "GEO"),
        ]
    )

    assert names.resolve("Georgia", {EntityType.COUNTRY}).id == "country-GEO"


def test_an_entity_of_another_type_is_named(names: Names) -> None:
    with pytest.raises(UnknownNameError, match=r"asks for a Country.*a Person \(Mara Lind\)"):
        names.resolve("Lind", {EntityType.COUNTRY})


def test_a_name_of_something_else_is_not_taken_for_a_misspelt_one() -> None:
    names = Names(
        [
            (Candidate("place-arendal", "Arendal", EntityType.PLACE, 1), (), None),
            (Candidate("person-arendall", "Arendall", PERSON, 1), (), None),
        ]
    )

    with pytest.raises(UnknownNameError, match="Place"):
        names.resolve("Arendal", {PERSON})


NAMED_ALIKE = Names(
    [
        (Candidate("country-MDA", "Moldova", EntityType.COUNTRY, 9), ("Moldovan",), "MDA"),
        (Candidate("country-AUT", "Austria", EntityType.COUNTRY, 9), (), "AUT"),
        (Candidate("country-PER", "Peru", EntityType.COUNTRY, 9), (), "PER"),
        (Candidate("place-vienna", "Vienna", EntityType.PLACE, 2), (), None),
        (Candidate("organisation-1", "Border Mission to Moldova", ORGANISATION, 4), (), None),
        (Candidate("organisation-2", "Moldovan Police Academy", ORGANISATION, 4), (), None),
        (Candidate("person-per-dahl", "Per Dahl", PERSON, 4), (), None),
    ]
)


@pytest.mark.parametrize(
    ("typed", "type_", "said"),
    [
        ("Moldova", ORGANISATION, r"an Organisation, but 'Moldova' is a Country.*mean Border Miss"),
        ("moldovan", ORGANISATION, "is a Country.*did you mean Moldovan Police Academy"),
        ("Republic of Moldova", ORGANISATION, r"is a Country \(Moldova\)"),
        ("Vienna", EntityType.COUNTRY, r"is a Place \(Vienna\); did you mean Austria \("),
    ],
    ids=["name", "demonym", "territory", "capital"],
)
def test_a_name_of_another_type_is_not_taken_for_what_has_it_in_its_name(
    typed: str, type_: EntityType, said: str
) -> None:
    with pytest.raises(UnknownNameError, match=said):
        NAMED_ALIKE.resolve(typed, {type_})


def test_of_what_may_be_meant_that_with_most_facts_comes_first() -> None:
    port = Candidate("place-port", "Port", EntityType.PLACE, 1)
    others = [
        Candidate(f"organisation-{facts}", f"Port {facts}", ORGANISATION, facts) for facts in (2, 9)
    ]
    names = Names([(port, (), None), *((other, (), None) for other in others)])

    with pytest.raises(UnknownNameError, match=r"did you mean Port 9 \(organisation-9\), Port 2"):
        names.resolve("Port", {ORGANISATION})


def test_a_code_of_a_country_does_not_hide_a_part_of_a_name() -> None:
    assert NAMED_ALIKE.resolve("Per", {PERSON}).name == "Per Dahl"


def test_a_capital_that_the_graph_lacks_stands_for_its_country() -> None:
    assert NAMED_ALIKE.resolve("Chisinau", {EntityType.COUNTRY}).name == "Moldova"


def test_an_unknown_name_suggests_the_nearest(names: Names) -> None:
    with pytest.raises(UnknownNameError, match="did you mean Harbour"):
        names.resolve("Harbr Plice Dpt")


@pytest.mark.parametrize("typed", ["Zzyzx Qwfp", "!!!", "", "۞"])
def test_what_resembles_nothing_says_so(names: Names, typed: str) -> None:
    with pytest.raises(UnknownNameError, match="no entity of the graph is called"):
        names.resolve(typed)


def test_suggestions_are_of_the_types_wanted(names: Names) -> None:
    found = names.suggest("Harbour", {ORGANISATION})

    assert found
    assert {candidate.type for candidate in found} == {ORGANISATION}


def test_a_long_list_of_candidates_is_cut() -> None:
    with pytest.raises(UnknownNameError, match="and 3 more"):
        people(*((f"Given{number} Roos", 1) for number in range(8))).resolve("Roos")


def moldova_alone() -> Names:
    moldova = Candidate("country-MDA", "Moldova", EntityType.COUNTRY, 9)
    return Names([(moldova, ("Moldovan", "Republic of Moldova"), "MDA")])


@pytest.mark.parametrize("typed", ["Czech Republic", "republic of lithuania", "Czech Republc"])
def test_a_territory_that_the_graph_lacks_is_no_other(typed: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        moldova_alone().resolve(typed)
    assert "did you mean" not in str(caught.value)


def test_a_misspelt_territory_is_still_suggested() -> None:
    with pytest.raises(UnknownNameError, match="did you mean Moldova"):
        moldova_alone().resolve("Moldvva")


def test_the_kind_of_an_entity_of_another_type_is_told_with_its_article(names: Names) -> None:
    with pytest.raises(UnknownNameError) as caught:
        names.resolve("Blue Anchor", {EntityType.EVENT})
    assert str(caught.value) == (
        "the question asks for an Event, but 'Blue Anchor' is an Operation (Blue Anchor); "
        "ask one about an Operation"
    )


def test_a_person_known_by_surname_alone_does_not_hide_those_who_bear_it() -> None:
    with pytest.raises(UnknownNameError, match="may be") as caught:
        people(("Roos", 1), ("Edvin Roos", 2), ("Karin Roos", 2)).resolve("Roos")
    assert all(name in str(caught.value) for name in ("Edvin Roos", "Karin Roos"))


TYPED = [
    *("person-mara-lind", "Mara Lind", "mara lind", "Lind", "roos", "Malý, Ondřej", "Secretary"),
    *("ndl", "N.D.L.", "defence league", "Czech Republic", "EST", "cze", "Estonian", "Estonia"),
    *("Harbour", "the summit", "Operation", "blue anchor", "Blue", "Ondrei Maly", "Tallin"),
    *("Harbr Plice Dpt", "Zzyzx Qwfp", "!!!", "", "۞", "Agency Guard", "Latvia", "Moldvva"),
]


def said(find: Callable[[], Named]) -> str:
    """Whom a search finds, or why it finds nobody."""
    try:
        return find().id
    except UnknownNameError as error:
        return str(error)


@pytest.mark.parametrize("types", [(), (PERSON,), (EntityType.COUNTRY, ORGANISATION)])
@pytest.mark.parametrize("typed", TYPED)
def test_a_single_name_is_found_as_among_all(
    store: Store, names: Names, typed: str, types: tuple[EntityType, ...]
) -> None:
    wanted = frozenset(types)

    assert said(lambda: find_name(store, typed, wanted)) == said(
        lambda: names.resolve(typed, wanted)
    )


def test_a_name_that_is_spelt_right_needs_no_other_names(store: Store) -> None:
    assert [item.id for item in Names.like(store, "harbour police").suggest("Harbour Police")] == [
        "organisation-harbour"
    ]
