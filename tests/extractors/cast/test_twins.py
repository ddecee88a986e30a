"""Undertakings told twice in other words are one figure: no language model."""

from collections.abc import Callable

import pytest

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.twins.counts import number_of
from communique.extractors.cast.twins.occasions import is_same_sitting
from communique.extractors.reading.script import Scene
from communique.ontology import EntityType

Says = Callable[..., set[tuple[str, str, str]]]
Told = Callable[..., list[Figure]]
_UNDERTAKINGS = {EntityType.EVENT, EntityType.OPERATION}


@pytest.fixture(scope="module")
def told(cast: Callable[..., tuple[Cast, list[Scene]]]) -> Told:
    """The undertakings of a release in order of mention; the first text is its title."""

    def told(*texts: str) -> list[Figure]:
        found, _ = cast(*texts)
        assert [figure.number for figure in found.figures] == list(range(len(found.figures)))
        return [figure for figure in found.figures if figure.type in _UNDERTAKINGS]

    return told


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("7th", "7"), ("seventh", "7"), ("vii", "7"), ("thirty-seventh", "37"), ("xxxvii", "37"),
        ("fortieth", "40"), ("2018", "2018"), ("session", ""), ("thirty-odd", ""),
        ("401", ""), ("ill", ""),
    ],
)  # fmt: skip
def test_a_number_is_the_same_in_words_and_digits(word: str, number: str) -> None:
    """Ordinals in words, digits and Roman letters; years; nothing else."""
    assert number_of(word) == number


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("42nd IIU General Assembly", "42nd General Assembly of the Inter-Islands Union", True),
        ("3rd ASEM Summit", "3rd Summit of the Americas", False),
        ("Thirteenth Meeting", "thirteenth plenary meeting", True),
        ("XII Session of the River Board", "12th ordinary session of the River Board", True),
        ("12th Session of the River Board", "12th Session of the Lake Board", False),
        ("12th Session of the River Board", "13th Session of the River Board", False),
        ("Session of the River Board", "12th Session of the River Board", False),
        ("12th Session of the River Board", "12th Summit of the River Board", False),
    ],
)
def test_sittings_counted_alike_are_one_if_their_words_agree(
    one: str, other: str, *, same: bool
) -> None:
    """Number and noun agree, and the shorter says nothing that the longer does not."""
    assert is_same_sitting(one, other) == same


def test_what_only_capitals_tell_is_the_undertaking_that_names_or_follows_it(says: Says) -> None:
    """An acronym in brackets behind a description; a noun behind a name that no body has."""
    assert ("Greece", "LEADS", "IPTP") in says(
        "The ministers launched an intensive pilot training programme (IPTP), led by Greece. "
        "Norway has joined the IPTP."
    )
    assert ("Ana Ruiz", "LEADS", "DEMIRA") in says(
        "Peru paid for the DEMIRA program. DEMIRA is led by Colonel Ana Ruiz."
    )
    assert ("Ana Ruiz", "LEADS", "Europol") not in says(
        "Peru paid for the Europol programme. The programme is led by Colonel Ana Ruiz."
    )


def test_a_force_is_known_by_its_initials_and_number(told: Told) -> None:
    """Beside the full name or far from it, but with that number alone."""
    forces = told(
        "Command changes", "He handed over Combined Task Force 151 to Oman.",
        "CTF 151 was set up early. CTF 150 is older.",
    )  # fmt: skip
    assert [force.name for force in forces] == ["Combined Task Force 151", "CTF 150"]


def test_an_exercise_without_its_year_is_that_of_the_year(told: Told) -> None:
    """What the title names without it, the text names with it."""
    (exercise,) = told("Eager Heron ends", 'The exercise "Eager Heron 2022" ended in Zarqa.')
    assert exercise.name == "Eager Heron 2022"


def test_what_the_title_tells_loosely_is_what_the_opening_tells(told: Told) -> None:
    """One of the noun in each; the words of the text name it."""
    (conference,) = told(
        "Chiefs of staff meet at Budapest conference",
        "The Naval Staff Conference was hosted by Hungary. It went well.",
    )
    assert conference.name == "Naval Staff Conference"
    (sitting,) = told(
        "Observers host meeting of the Boundary Panel",
        "The 41st meeting of the Boundary Panel took place in Ergneti.",
    )
    assert sitting.name.startswith("41st meeting")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Readout of the Minister's Meeting with Farmers",
            "She hosted a virtual discussion with shepherds. During the meeting they sang.",
        ),
        (
            "Roundtable on Harbour Safety",
            "She led a roundtable with shipowners from each harbour in Bergen.",
        ),
        ("Envoy opens seminar on grain", "A seminar with farmers was run by Peru."),
        (
            "Ministerial Meeting of the Amber Coalition on Fisheries",
            "They will host a meeting of the ministers of the Amber Coalition on fisheries.",
        ),
        (
            "Coast guards wrap up exercise KAGAPEX 2023 off Ostvik",
            "They concluded their first trilateral maritime exercise in Ostvik.",
        ),
        (
            "Amber Forum in Ostvik",
            "On the second day she sang. The closing session of the Amber Forum was wet.",
        ),
        ("Crews come home", "On the last day of Exercise Amber Fox they sang."),
        (
            "Crews come home",
            "They took part in Exercise ARBUS 24, a search and rescue and spill response exercise.",
        ),
        (
            "Crews come home",
            "They ran a two-day naval drill. The drill, dubbed Amber Fox 26, went well.",
        ),
        (
            "Officers come home",
            "They held a joint action day. The operation, codenamed AMBER FOX, went well.",
        ),
        ("Officers come home", "A workshop on grain was held. Norway paid for the course."),
        ("Officers come home", "A training course on grain began. The seminar went well."),
        ("Officers come home", "They ended a course on grain. The event was opened by Peru."),
        ("Envoy comes home", "They held a dinner. Peru paid for the festivities."),
        ("Envoy comes home", "The ceremony began. The handover ceremony was held in Oslo."),
        ("Envoy comes home", "They held talks. Peru joined the talks by video link."),
        ("Envoy at 40th Grain Conference", "She spoke at the conference on its first day."),
    ],
)  # fmt: skip
def test_what_a_release_tells_by_two_nouns_is_one(told: Told, title: str, text: str) -> None:
    """Talks of a readout, a name told in other words or later, a kind of two nouns or types."""
    assert len({f.number for f in told(title, text) if f.noun not in {"search and rescue"}}) == 1


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Envoy holds meetings in Oslo", "The meeting with Anna Berg took place at noon."),
        ("Envoy at talks on grain", "Talks with Peru on the border began."),
        ("Envoy at meeting on grain", "She held a roundtable with Anna Berg on the border."),
        (
            "Ministerial Meeting of the Amber Coalition on Fisheries",
            "They will host a meeting of the mayors of the Amber Coalition.",
        ),
        ("Envoy opens seminar on grain in Oslo", "A seminar on fish in Bergen was run by Peru."),
        ("Envoy at conference on grain", "The next conference on grain is planned for May."),
        (
            "Envoy at Fourth Grain Conference",
            "The Sixth Grain Conference will be hosted by Peru.",
        ),
        ("Envoy at Grain Dialogue", "The next Grain Dialogue will be held in Oslo."),
        (
            "Crews come home",
            "They ran a drill in May and a mission in June. The raid, dubbed AMBER FOX, went well.",
        ),
        (
            "Officers come home",
            "A course on grain began. It is a part of the project “Amber Fox” of Peru.",
        ),
        ("Officers come home", "Workshops on grain were held. Norway paid for the course."),
        ("Officers come home", "A summit was held. A course began. The event was opened by Peru."),
    ],
)  # fmt: skip
def test_what_differs_in_number_topic_or_time_stays_apart(
    told: Told, title: str, text: str
) -> None:
    """Plurals, other topics of a private noun, the next one, other ordinals."""
    assert len(told(title, text)) > 1


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Consultations in Riga",
            "The third round of the Irish-Polish political consultations took place in Riga. "
            "Eva Lund took part in the consultations.",
        ),
        ("Riga dialogue", "A new round of their annual dialogue was held in Riga."),
    ],
)
def test_a_round_and_the_talks_that_it_is_one_of_are_one(told: Told, title: str, text: str) -> None:
    """Also where the title tells the talks without the round."""
    assert len(told(title, text)) == 1


def test_the_next_round_is_another(told: Told) -> None:
    """It does not keep the title from being told of the round that was held."""
    text = "The third round of the Irish-Polish consultations was held in Riga."
    told_later = "The next round of consultations will be held in Cork."

    assert len(told("Consultations in Riga", text, told_later)) == 2


def test_an_action_day_is_the_operation_of_police_that_a_release_tells(told: Told) -> None:
    """A second one is not."""
    found = told(
        "Europol coordinates takedown of car thieves",
        "A gang was broken up in a joint action led by Malta.",
        "On an action day in May, nine people were arrested.",
        "A second action day followed.",
    )

    assert len(found) == 2
    assert found[1].name == "second action day"
