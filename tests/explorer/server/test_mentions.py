"""Where a text names whom."""

import pytest

from communique.explorer.server.pages.mentions import mentions
from communique.graph import Entity
from communique.ontology import EntityType

ADA = Entity("1", EntityType.PERSON, "Ada Lind", ("Lind", "Minister"))
JON = Entity("2", EntityType.PERSON, "Jon Berg", ("Berg", "Clerk"))
PORT = Entity("3", EntityType.ORGANISATION, "Port Authority", ("Port Authority of Riga",))
RIGA = Entity("4", EntityType.PLACE, "Riga")
SCRIPT = Entity("5", EntityType.PERSON, "𝔄da", ("𝔄d",))
CANONICAL = {"1": "ada", "2": "jon", "3": "port", "4": "riga", "5": "script"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ada Lind met Jon Berg.", [("Ada Lind", "ada"), ("Jon Berg", "jon")]),
        ("Lindgren met Bergman in Riga-North", [("Riga", "riga")]),
        ("Port Authority of Riga, Riga", [("Port Authority of Riga", "port"), ("Riga", "riga")]),
        ("the Port\n Authority", [("Port\n Authority", "port")]),
        ("Minister Ada Lind spoke", [("Minister Ada Lind", "ada")]),
        ("Minister Jon Berg spoke", [("Jon Berg", "jon")]),
        ("the Minister, Ada Lind", [("Minister", "ada"), ("Ada Lind", "ada")]),
        ("\U0001f91d \U0001f91d 𝔄da (Riga)", [("𝔄da", "script"), ("Riga", "riga")]),
        ("nobody", []),
    ],
    ids=["names", "whole words", "longest", "line break", "office", "office of another",
         "office apart", "astral", "none"],
)  # fmt: skip
def test_names_are_found_where_they_stand(text: str, named: list[tuple[str, str]]) -> None:
    found = mentions(text, (ADA, JON, PORT, RIGA, SCRIPT), CANONICAL)

    assert [(text[place.start : place.end], place.id) for place in found] == named


def test_what_two_are_called_marks_neither() -> None:
    other = Entity("6", EntityType.PERSON, "Eva Lind", ("Lind",))

    assert mentions("Lind spoke", (ADA, other), {"1": "ada", "6": "eva"}) == ()


def test_who_is_not_in_the_graph_is_not_marked() -> None:
    assert mentions("Ada Lind met Jon Berg.", (ADA, JON), {"2": "jon"})[0].id == "jon"
