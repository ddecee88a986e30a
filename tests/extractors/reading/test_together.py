"""Who says "we" in a joint statement."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]

TITLE = "Joint Statement on the Harbours of the North"
LIST = "Portugal, Latvia and Estonia"


def _supporters(found: set[tuple[str, str, str]]) -> set[str]:
    return {s for s, r, o in found if (r, o) == ("SUPPORTS", "Ukraine")}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (TITLE, f"{LIST} issue the following declaration.\n\nWe support Ukraine."),
        (TITLE, f"On 3 May, representatives of {LIST} met in Riga.\n\nWe support Ukraine."),
        (TITLE, "The Government of Portugal (“Portugal”), the Government of Latvia (“Latvia”) and "
         "the Government of Estonia (“Estonia”) recall their talks.\n\nWe support Ukraine."),
        ("Harbours of the North", "Below is the text of a declaration of the "
         "foreign ministers of Portugal, Latvia and Estonia.\n\nWe support Ukraine."),
        ("Joint Statement by Portugal, Latvia, and Estonia", "We support Ukraine."),
        ("Toronto Joint Statement by Portugal, Latvia, and Estonia", "We support Ukraine."),
        ("Harbours of the North", f"We, the Ministers of {LIST}, thank all.\n\n"
         "We support Ukraine."),
        ("Joint Statement by Foreign Minister Ana Duran, Foreign Minister Eva Tamm of Latvia and "
         "Foreign Minister Carl Berg of Estonia", "We support Ukraine."),
    ],
    ids=["issued", "met", "governments", "text-of", "title", "at-a-town", "we-the", "ministers"],
)  # fmt: skip
def test_we_is_each_of_those_who_issue_a_joint_statement(says: Says, title: str, body: str) -> None:
    assert _supporters(says(body, title=title)) == {"Portugal", "Latvia", "Estonia"}


@pytest.mark.parametrize(
    "title",
    [
        f"Joint Statement by {LIST}",
        f"Joint statement of the Ministers of Foreign Affairs of {LIST}",
        f"Statement by the Interior Ministers of {LIST} on smuggling",
    ],
    ids=["states", "ministers", "of-ministers"],
)
def test_a_title_tells_who_issues_a_statement_that_others_publish(says: Says, title: str) -> None:
    found = says("We support Ukraine.", title=title, source="European Commission")

    assert _supporters(found) == {"Portugal", "Latvia", "Estonia"}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Harbours of the North", f"{LIST} met on Monday.\n\nWe support Ukraine."),
        (TITLE, "Latvia and Estonia met on Monday.\n\nWe support Ukraine."),
        (TITLE, "Ana Duran thanked Latvia, Estonia and Portugal.\n\nWe support Ukraine."),
        ("Portugal rejects joint statement by Latvia and Estonia",
         "Portugal, Latvia and Estonia held talks in 2019. We support Ukraine."),
        ("Harbours of the North", "Following the joint statement of Latvia and Portugal, Portugal "
         "summoned the envoys. We support Ukraine."),
        ("Harbours of the North", "We, the Foreign Ministers of the G7, thank Latvia and Estonia. "
         "We support Ukraine."),
    ],
    ids=["no-joint-statement", "of-others", "not-who-begins", "rejected", "after-one", "thanked"],
)  # fmt: skip
def test_we_is_the_issuer_s_state_where_nobody_else_speaks(
    says: Says, title: str, body: str
) -> None:
    assert _supporters(says(body, title=title)) == {"Portugal"}


def test_of_very_many_nobody_is_taken_to_say_all(says: Says) -> None:
    many = "Portugal, Latvia, Estonia, Norway, Denmark, Iceland, Malta, Cyprus and Greece"
    body = f"{many} issue the following declaration.\n\nWe support Ukraine."

    assert _supporters(says(body, title=TITLE)) == {"Portugal"}


def test_a_quotation_in_a_joint_statement_is_of_who_says_it(says: Says) -> None:
    body = f"{LIST} met.\n\n“We support Ukraine,” Minister Eva Tamm of Latvia said."

    assert _supporters(says(body, title=TITLE)) == {"Latvia"}


def test_those_who_speak_together_support_none_of_themselves(says: Says) -> None:
    body = f"{LIST} met.\n\nWe express our support for the institution and its harbours."
    found = says(body, title=TITLE)

    assert not {(s, o) for s, r, o in found if r == "SUPPORTS" and o in LIST}
