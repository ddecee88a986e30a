"""Two states at one table: whose official is which, in the release of one of the ministries."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

_MINISTRY = "Ministry of Foreign Affairs of Georgia"


@pytest.mark.parametrize(
    "body",
    [
        "In Rome, Deputy Minister of Foreign Affairs Lasha Beridzeli and Under-Secretary of State "
        "of Italy Paolo Marchesini co-chaired the third round of political consultations.",
        "In Rome today, Deputy Minister of Foreign Affairs Lasha Beridzeli spoke of the harbours.",
        "In Rome, on the first day of the talks, Deputy Minister of Foreign Affairs Lasha "
        "Beridzeli met the Under-Secretary of State of Italy, Paolo Marchesini.",
    ],
    ids=["two-chairs", "today", "when-told"],
)
def test_who_acts_behind_a_place_is_not_of_its_state(says: Says, body: str) -> None:
    found = says(body, source=_MINISTRY)

    assert ("Lasha Beridzeli", "REPRESENTS", "Georgia") in found
    assert ("Lasha Beridzeli", "REPRESENTS", "Italy") not in found


@pytest.mark.parametrize(
    ("body", "name", "state"),
    [
        ("Minister Lasha Beridzeli travelled to Riga for talks with his colleague Carl Berg.",
         "Carl Berg", "Latvia"),
        ("In Rome, the Minister met with his homologue, Paolo Marchesini.",
         "Paolo Marchesini", "Italy"),
    ],
    ids=["colleague", "homologue"],
)  # fmt: skip
def test_a_colleague_is_of_where_the_talks_are(
    says: Says, body: str, name: str, state: str
) -> None:
    assert (name, "REPRESENTS", state) in says(body, source=_MINISTRY)


def test_a_colleague_who_travels_along_is_of_no_state(says: Says) -> None:
    found = says(
        "Rapporteur Ana Duran visited Riga with her colleague Carl Berg.", source=_MINISTRY
    )

    assert "Carl Berg" not in {s for s, r, _ in found if r == "REPRESENTS"}


def test_a_second_minister_of_a_field_is_the_other_states(says: Says) -> None:
    found = says(
        "The Joint Commission between Georgia and Uganda ended today. It was co-chaired by the "
        "Minister of Foreign Affairs, Lasha Beridzeli, and the Minister for Foreign Affairs and "
        "Trade, Moses Okellomo.",
        source=_MINISTRY,
    )

    assert ("Lasha Beridzeli", "REPRESENTS", "Georgia") in found
    assert ("Moses Okellomo", "REPRESENTS", "Uganda") in found
    assert ("Moses Okellomo", "REPRESENTS", "Georgia") not in found


def test_a_guest_told_by_a_pronoun_meets_the_hosts_officials(says: Says) -> None:
    found = says(
        "The Minister of Foreign Affairs of Poland, Jan Kowalecki, paid a working visit. He also "
        "met with the Minister of Defence, Ilia Tsereteli.",
        source=_MINISTRY,
    )

    assert ("Ilia Tsereteli", "REPRESENTS", "Georgia") in found
    assert ("Ilia Tsereteli", "REPRESENTS", "Poland") not in found


def test_those_whom_a_delegation_included_are_of_its_state(says: Says) -> None:
    found = says(
        "The Ugandan delegation was headed by the Minister of Works, Paul Okello, and included "
        "the Deputy Minister of Energy, Grace Nankabirwe.",
        source=_MINISTRY,
    )

    assert ("Grace Nankabirwe", "REPRESENTS", "Uganda") in found
    assert ("Grace Nankabirwe", "REPRESENTS", "Georgia") not in found


def test_who_goes_with_the_issuers_chief_is_of_no_host(says: Says) -> None:
    found = says(
        "The President of the Republic received a letter from abroad on Monday. He will travel to "
        "Amman at the invitation of his Jordanian counterpart, King Hashem, and will be "
        "accompanied by the Minister of Oil, Levan Abashvili.",
        source="Presidency of the Republic of Georgia",
    )

    assert ("Levan Abashvili", "REPRESENTS", "Georgia") in found
    assert ("Levan Abashvili", "REPRESENTS", "Jordan") not in found


def test_forms_of_address_stand_between_a_meeting_and_who_is_met(says: Says) -> None:
    found = says(
        "Minister of Foreign Affairs Lasha Beridzeli visited Cambodia. In Siem Reap he had an "
        "audience with His Majesty King Norodom Suramony.",
        source="Ministry of Foreign Affairs of Thailand",
    )

    assert ("Norodom Suramony", "REPRESENTS", "Thailand") not in found


def test_who_heads_another_ministry_is_of_the_state_not_of_the_issuing_one(says: Says) -> None:
    found = says(
        "The Secretary of Foreign Affairs, Ana Duran, and the Secretary of National Defence, Carl "
        "Berg, opened the forum.",
        source="Secretariat of Foreign Affairs of Mexico",
    )

    assert ("Carl Berg", "REPRESENTS", "Mexico") in found
    assert ("Ana Duran", "REPRESENTS", "Secretariat of Foreign Affairs of Mexico") in found


def test_a_counterpart_of_a_state_is_who_was_named_of_it(says: Says) -> None:
    summit = "The President of Latvia, Eva Tamm, and the Premier of Malta, Carl Berg, came. "

    met = says(f"{summit}Later President Lasha Beridzeli met with his Latvian counterpart.")
    named = says(f"{summit}His Latvian counterpart was Otto Novak.")

    assert ("Eva Tamm", "MEETS", "Lasha Beridzeli") in met
    assert not any("Otto Novak" in ends and "Eva Tamm" in ends for ends in named)


def test_who_is_told_of_goes_on_and_no_spokesperson(says: Says) -> None:
    found = says(
        "Spokesperson Otto Novak said that Foreign Minister Lasha Beridzeli had met the Foreign "
        "Minister of Oman, Badr Salim. He also met the Prime Minister of Qatar, Hamad Thani.",
        source=_MINISTRY,
    )

    assert ("Hamad Thani", "MEETS", "Lasha Beridzeli") in found
    assert ("Hamad Thani", "MEETS", "Otto Novak") not in found


@pytest.mark.parametrize("given", ["Washington", "Israel", "Santiago"])
def test_a_place_behind_an_office_and_a_comma_is_a_given_name(says: Says, given: str) -> None:
    found = says(f"Minister Eva Tamm of Latvia met the Ambassador of Chile, {given} Bentancor.")

    assert (f"{given} Bentancor", "REPRESENTS", "Chile") in found
