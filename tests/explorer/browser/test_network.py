"""The network view: a picture without overlaps, its deeds with their undo, and its files."""

import json
import re
from collections.abc import Callable
from itertools import combinations, product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SVG = "{http://www.w3.org/2000/svg}"

DRAWN = "() => document.querySelector('.canvas')._cyreg.cy"
"""The picture, only looked at: what is on a canvas cannot be found in the page."""


def _settled(page: Page) -> None:
    """Wait until names have been placed after the last move of the view."""
    expect(page.locator(".canvas:not([aria-busy])")).to_be_visible()


def _at(page: Page, name: str) -> tuple[float, float]:
    """Where the middle of a node is in the window."""
    place = page.evaluate(
        f"""(name) => {{
          const node = ({DRAWN})().nodes().filter((node) => node.data("name") === name)[0];
          const box = document.querySelector(".canvas").getBoundingClientRect();
          return [node.renderedPosition().x + box.left, node.renderedPosition().y + box.top];
        }}""",
        name,
    )
    return place[0], place[1]


def _click_alone(page: Page, name: str) -> None:
    """Click a node and wait until a next click can no longer be the second of a double click."""
    page.evaluate(
        f"() => {{ window.alone = new Promise((done) => ({DRAWN})().one('onetap', () => done())) }}"
    )
    page.mouse.click(*_at(page, name))
    page.evaluate("() => window.alone")


def _places(page: Page) -> dict[str, tuple[int, int]]:
    found = page.evaluate(
        f"({DRAWN})().nodes().map((node) => [node.data('name'), node.position()])"
    )
    return {name: (round(place["x"]), round(place["y"])) for name, place in found}


def _prominent(page: Page) -> dict[str, str]:
    """Id and name of the best-connected person."""
    reply = page.request.get(page.url.partition("/?")[0] + "/api/graph")
    found: dict[str, str] = reply.json()["prominent"][0]
    return found


def _saved(page: Page, format_: str) -> bytes:
    page.locator(".dropdown > summary", has_text="Export").click()
    with page.expect_download() as got:
        page.locator(f"[data-format={format_}]").click()
    return Path(got.value.path()).read_bytes()


def test_names_lie_on_no_other_name_or_node_and_the_picture_is_the_same_each_time(
    visit: Callable[..., Page],
) -> None:
    page = visit("network")
    first = _places(page)
    _settled(page)
    svg = ElementTree.fromstring(_saved(page, "SVG"))  # noqa: S314  # our own file
    names = [
        "".join(text.itertext()) for text in svg.iter(f"{SVG}text") if text.findall(f"{SVG}tspan")
    ]
    boxes = page.evaluate(
        f"""() => ({DRAWN})().nodes(".placed").map((node) => {{
          const box = node.renderedBoundingBox(
            {{includeNodes: false, includeLabels: true, includeOverlays: false}});
          return [box.x1 + 3, box.y1 + 3, box.x2 - 3, box.y2 - 3, node.id()];
        }})"""
    )
    nodes = page.evaluate(
        f"""() => ({DRAWN})().nodes().map((node) => {{
          const [{{x, y}}, half] = [node.renderedPosition(), node.renderedWidth() * 0.35];
          return [x - half, y - half, x + half, y + half, node.id()];
        }})"""
    )
    over = [
        (one, other)
        for one, other in [*combinations(boxes, 2), *product(boxes, nodes)]
        if one[4] != other[4]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert len(names) == len(boxes) > 10
    assert over == []

    assert _places(visit("network")) == first


def test_deeds_with_a_node_are_steps_that_are_undone(visit: Callable[..., Page]) -> None:
    page = visit("network")
    someone = _prominent(page)
    page = visit("network", focus=[someone["id"]], o__depth=1)
    before = _places(page)
    status = page.get_by_role("status", name="Network")
    told = status.inner_text()
    other = next(name for name in before if name != someone["name"])

    _click_alone(page, other)
    card = page.get_by_role("region", name="Selected")
    expect(card.get_by_role("heading", level=2)).to_have_text(other)
    expect(
        page.get_by_role("complementary", name="Evidence").locator("blockquote").first
    ).to_be_visible()
    page.mouse.dblclick(*_at(page, other))
    expect(page.get_by_role("button", name=re.compile("^Not expanded"))).to_be_visible()
    links = card.get_by_role("heading", name=re.compile("^[0-9]+ links?$")).inner_text()
    count = "link" if links == "1 link" else links
    expect(page.get_by_role("heading", name=f"Evidence of its {count}")).to_be_visible()
    after = _places(page)
    assert len(after) >= len(before)
    assert {name: after[name] for name in before} == before

    card.get_by_role("button", name="Pin", exact=True).click()
    expect(card.get_by_role("button", name="Pinned")).to_have_attribute("aria-pressed", "true")
    card.get_by_role("button", name="Hide", exact=True).click()
    expect(page.get_by_text("1 hidden")).to_be_visible()
    assert other not in _places(page)
    for option in ("hide", "pin", "expand"):
        page.keyboard.press("Control+z")
        expect(page).not_to_have_url(re.compile(rf"[?&]o\.{option}="))
    expect(status).to_have_text(told)
    expect(page.locator(".canvas")).to_have_attribute("data-nodes", str(len(before)))
    assert _places(page) == before


def test_the_keyboard_walks_from_neighbour_to_neighbour(visit: Callable[..., Page]) -> None:
    page = visit("network")
    someone = _prominent(page)
    page = visit("network", focus=[someone["id"]])
    page.get_by_role("application").focus()
    heading = page.get_by_role("region", name="Selected").get_by_role("heading", level=2)

    page.keyboard.press("ArrowRight")
    expect(heading).to_have_text(someone["name"])
    page.keyboard.press("Enter")
    row = page.locator("button.neighbour:focus .entity-name")
    neighbour = row.inner_text()
    page.keyboard.press("ArrowRight")
    expect(heading).to_have_text(neighbour)
    page.keyboard.press("ArrowLeft")
    expect(heading).to_have_text(someone["name"])


def test_a_path_goes_through_meetings_and_its_files_open_again(visit: Callable[..., Page]) -> None:
    page = visit("network", relation=["MEETS"])
    places = list(_places(page))
    page.mouse.click(*_at(page, places[0]))
    page.get_by_role("button", name="Path to …").click()
    prompt = page.get_by_text(f"Path from {places[0]}: click a node")
    expect(prompt).to_be_visible()
    page.get_by_label("Links").select_option("2")
    expect(prompt).to_be_hidden()
    page.mouse.click(*_at(page, next(iter(_places(page)))))
    expect(page.get_by_role("region", name="Selected")).to_be_visible()
    assert "o.path" not in page.url
    page.keyboard.press("Control+z")
    expect(page.get_by_label("Links")).to_have_value("1")
    expect(page.locator("#stage:not([aria-busy])")).to_be_visible()

    page.get_by_role("button", name="Path to …").click()
    near = page.locator("button.neighbour .entity-name").first.inner_text()
    page.get_by_role("combobox", name="Other end of the path").fill(near)
    page.locator("#path-found [role=option]", has_text=near).first.click()

    expect(page.get_by_role("heading", name=re.compile("^From "))).to_be_visible()
    assert len(_places(page)) >= 2
    drawn = json.loads(_saved(page, "JSON"))
    graph = ElementTree.fromstring(_saved(page, "GraphML"))  # noqa: S314  # our own file
    assert {node["name"] for node in drawn["nodes"]} == set(_places(page))
    assert len([*graph.iter("{http://graphml.graphdrawing.org/xmlns}node")]) == len(drawn["nodes"])
    assert _saved(page, "PNG").startswith(b"\x89PNG")
