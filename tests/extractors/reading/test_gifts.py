"""Aid to a state, goods for a body, and gifts that a body welcomes."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

SAID = {
    "a sum for a state": (
        "The European Union provides EUR 5 million to Kenya.",
        ("European Union", "SUPPORTS", "Kenya"),
    ),
    "a loan to a state": (
        "The World Bank approved a $200 million loan to Ghana.",
        ("World Bank", "SUPPORTS", "Ghana"),
    ),
    "a sum that a state receives": (
        "Rwanda has secured a grant of €78 million from Germany.",
        ("Germany", "SUPPORTS", "Rwanda"),
    ),
    "goods that a body receives": (
        "The Kenyan Police received ten vehicles from Denmark.",
        ("Denmark", "SUPPORTS", "Kenyan Police"),
    ),
    "help in doing": (
        "UNDP is helping Moldova to reform its courts.",
        ("UNDP", "SUPPORTS", "Moldova"),
    ),
    "an agreement with a lender": (
        "Nepal signed a $50 million loan agreement with the Asian Development Bank.",
        ("Asian Development Bank", "SUPPORTS", "Nepal"),
    ),
    "a headline": (
        "UNRWA welcomes €5 million contribution from Ireland",
        ("Ireland", "FUNDS", "UNRWA"),
    ),
    "funded in front of the name": (
        "The EU-funded Safe Harbour Initiative began in May.",
        ("EU", "FUNDS", "Safe Harbour Initiative"),
    ),
}


@pytest.mark.parametrize(("body", "expected"), SAID.values(), ids=SAID.keys())
def test_a_giver_is_said(says: Says, body: str, expected: tuple[str, str, str]) -> None:
    assert expected in says(body)


UNSAID = {
    "who is spoken of after a programme does not pay for it": (
        "Under the Clean Rivers project funded by Norway, Europol and its partners aim to train "
        "judges.",
        ("Europol", "FUNDS", "Clean Rivers project"),
    ),
    "a course on money is not paid for by who holds it": (
        "A workshop against the financing of terrorist networks was organised by Europol.",
        ("Europol", "FUNDS", "workshop"),
    ),
    "no body supports the own state": (
        "The Coast Guard of Kenya sent food to Kenya.",
        ("Coast Guard of Kenya", "SUPPORTS", "Kenya"),
    ),
    "thanks for what others have got": (
        "Europol thanked Estonia for its contribution to Operation HARBOUR.",
        ("Estonia", "FUNDS", "Europol"),
    ),
    "sums that go to others by way of a body": (
        "Europol will channel EUR 3 million through Frontex.",
        ("Frontex", "FUNDS", "Europol"),
    ),
    "sums that were taken": (
        "Europol was awarded EUR 2 million of a fine by Estonia.",
        ("Estonia", "FUNDS", "Europol"),
    ),
    "members elsewhere": (
        "Estonia is not a party to the Harbour Council.",
        ("Estonia", "MEMBER_OF", "Harbour Council"),
    ),
}


@pytest.mark.parametrize(("body", "unsaid"), UNSAID.values(), ids=UNSAID.keys())
def test_no_giver_is_said(says: Says, body: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in says(body)


def test_a_dateline_is_no_part_of_what_is_held(says: Says) -> None:
    found = says(
        "OSLO, 19 December 2018 – A two-day train-the-trainer course aimed at judges was "
        "organised by Europol."
    )

    assert ("Europol", "ORGANISES", "two-day train-the-trainer course") in found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Minister Ana Duran of Kenya received five ambulances from Norway.",
            ("Norway", "SUPPORTS", "Kenya"),
        ),
        (
            "Minister Ana Duran of Kenya accepted a donation of vaccines from the Ambassador of "
            "China, Li Wen.",
            ("China", "SUPPORTS", "Kenya"),
        ),
        (
            "Minister Ana Duran of Norway handed over ten ambulances to the National Police.",
            ("Norway", "SUPPORTS", "National Police"),
        ),
        (
            "Norway and Latvia have seconded instructors to Operation HARBOUR.",
            ("Latvia", "SUPPORTS", "Operation HARBOUR"),
        ),
        ("Five boats for the training were given by Spain.", ("Spain", "SUPPORTS", "training")),
        (
            "UNICEF will provide technical assistance to the Ministry of Health.",
            ("UNICEF", "SUPPORTS", "Ministry of Health"),
        ),
        (
            "The training was organised by Europol in cooperation with Frontex, with the support "
            "of Norway.",
            ("Norway", "SUPPORTS", "training"),
        ),
    ],
    ids=["receives", "accepts", "hands", "seconds", "lends", "helps-body", "chained"],
)
def test_things_and_help_given_by_officials_and_states_are_support(
    says: Says, body: str, expected: tuple[str, str, str]
) -> None:
    assert expected in says(body)


@pytest.mark.parametrize(
    "body",
    [
        "Minister Ana Duran of Norway gave a book on fishing to Minister Carl Berg of Kenya.",
        "Minister Ana Duran of Norway thanked Kenya and Peru for their support of the training.",
        "Norway refrained from giving vehicles to Kenya.",
    ],
    ids=["souvenir", "theirs", "refrained"],
)
def test_one_state_supports_no_other_by_courtesies(says: Says, body: str) -> None:
    states = {"Norway", "Kenya", "Peru"}

    assert not {s for s in says(body) if s[1] == "SUPPORTS" and {s[0], s[2]} <= states}


@pytest.mark.parametrize("way", ["cooperation", "co-operation", "association", "conjunction"])
def test_with_whom_something_is_organised_takes_part(says: Says, way: str) -> None:
    found = says(f"The Porto Seminar was organised by Europol in {way} with Frontex.")
    assert ("Frontex", "PARTICIPATES_IN", "Porto Seminar") in found
