"""Files that views give of what is shown are what they say, and can be opened again."""

import csv
import io
import json
import re
import struct
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]

GIVEN: dict[str, Collection[str]] = {
    "network": {"PNG", "SVG", "CSV", "JSON", "GraphML"},
    "timeline": {"SVG", "PNG", "CSV", "JSON"},
    "matrix": {"SVG", "PNG", "CSV", "JSON"},
    "map": {"SVG", "PNG", "CSV", "JSON"},
    "operations": {"CSV", "JSON"},
    "table": {"CSV", "JSON", "GraphML"},
}
TOLD = ("timeline", "matrix", "map", "operations")
TITLES = {
    "network": "Network",
    "timeline": "Timeline of people",
    "matrix": "Who met whom: people",
    "map": "Map of meetings, visits and events",
}
LEGENDS = dict.fromkeys(TITLES, "planned") | {"map": "none told"}
SVG = "{http://www.w3.org/2000/svg}"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def files(page: Page) -> dict[str, bytes]:
    """Every file of the view that is shown, by format."""
    menu = page.locator("details.dropdown").filter(has=page.get_by_text("Export", exact=True))
    found = {}
    for number in range(menu.locator("[data-format]").count()):
        menu.locator("summary").click()
        item = menu.locator("[data-format]").nth(number)
        with page.expect_download() as got:
            item.click()
        form = item.get_attribute("data-format") or ""
        assert got.value.suggested_filename.endswith(f".{form.lower()}")
        found[form] = Path(got.value.path()).read_bytes()
    return found


def rows(content: bytes) -> list[list[str]]:
    """The cells of a table, no formula among them, all lines of one length."""
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in table}) == 1
    assert not [cell for row in table for cell in row if cell.startswith(FORMULA)]
    return table


def words(content: bytes) -> str:
    """The words of a picture that runs and fetches nothing, and needs no style sheet."""
    root = ElementTree.fromstring(content)  # noqa: S314  # our own
    assert root.tag == f"{SVG}svg"
    for element in root.iter():
        assert element.tag.rpartition("}")[2] not in {"script", "image", "foreignObject", "a"}
        assert not [name for name in element.attrib if "href" in name or name.startswith("on")]
        assert not any("color(" in value for value in element.attrib.values())
    shapes = [*root.iter(f"{SVG}rect"), *root.iter(f"{SVG}path")]
    assert all(shape.get("fill") and not shape.get("class") for shape in shapes)
    return " ".join(root.itertext())


def size(content: bytes) -> tuple[int, int]:
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    return width, height


@pytest.mark.parametrize("view", GIVEN)
def test_what_a_view_gives_can_be_opened_again(visit: Open, view: str) -> None:
    page = visit(view)
    given = files(page)

    assert set(given) == set(GIVEN[view])
    if "PNG" in given:
        assert min(size(given["PNG"])) > 200
    if "SVG" in given:
        said = words(given["SVG"])
        assert "Roman" in said or "Vermolen" in said
        assert re.search(rf"{TITLES[view]}.*[0-9]+ facts?\. Filters: none\.", said)
        assert f"Made {date.today():%-d %b %Y} by communique from" in said
        assert LEGENDS[view] in said
    assert json.loads(given["JSON"])
    table = rows(given["CSV"])
    assert len(table) > 2
    if view in TOLD:
        told = {row[table[0].index("sentences")] for row in table[1:]}
        assert all(told), "each line comes with the sentences that it rests on"

    filters = page.get_by_role("complementary", name="Filters")
    filters.get_by_label("without a date").uncheck()
    expect(filters.get_by_role("button", name="Clear")).to_be_visible()
    filters.get_by_role("textbox", name="Until").fill("1901")
    filters.get_by_role("textbox", name="Until").press("Enter")
    expect(page.get_by_role("status", name="Notice")).to_be_visible()
    assert files(page) == {}, "what was shown before is not what is shown"


def test_files_hold_exactly_what_the_filters_leave(visit: Open) -> None:
    page = visit("table", relation="MEETS", since="2024-03", undated="false")
    shown = page.get_by_role("table", name="Facts").locator("tbody tr").count()
    given = files(page)

    facts = json.loads(given["JSON"])["facts"]
    assert len(facts) == len(rows(given["CSV"])) - 1 == shown > 5
    assert {fact["relation"] for fact in facts} == {"MEETS"}
    assert all(fact["date"] >= "2024-03" for fact in facts)
    assert all(quote["text"] for fact in facts for quote in fact["quotes"])
    network = nx.read_graphml(io.BytesIO(given["GraphML"]))
    assert network.number_of_edges() == shown
    ends = {fact[end]["id"] for fact in facts for end in ("subject", "object")}
    assert set(network.nodes) == ends
