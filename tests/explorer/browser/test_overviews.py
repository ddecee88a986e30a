"""Lanes of time, who met whom, the map and the operations: what they draw, open and give."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

PEOPLE = ("Anneke Vermolen", "Radu Vântu")


def _told(page: Page) -> Locator:
    """The facts in the panel."""
    return page.get_by_role("complementary", name="Evidence").locator("[data-fact]")


def _given(page: Page, form: str) -> str:
    """The file that the view gives in a format."""
    page.locator("summary", has_text="Export").click()
    with page.expect_download() as download:
        page.locator(f"[data-format={form}]").click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


Box = tuple[float, float, float, float]


def _boxes(found: Locator) -> Iterator[Box]:
    """Left, top, right and bottom."""
    for one in found.all():
        if box := one.bounding_box():
            yield (
                *(box["x"], box["y"]),
                *(box["x"] + box["width"], box["y"] + box["height"]),
            )


def _touch(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a rim of a pixel."""
    return all(
        one[edge] + 1 < other[edge + 2] and other[edge] + 1 < one[edge + 2] for edge in (0, 1)
    )


def test_a_timeline_keeps_captions_apart_and_planned_bars_hollow(visit: Visit) -> None:
    page = visit("timeline")
    lane = page.get_by_role("group", name=f"{PEOPLE[0]}, ")
    drawn = [*_boxes(lane.locator(".caption, .mark"))]
    planned, held = lane.locator(".mark.status-planned"), lane.locator(".mark.status-held")

    assert len(drawn) > 10
    assert not [pair for pair in combinations(drawn, 2) if _touch(*pair)]
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    expect(planned.first).to_have_css("fill", ground)
    expect(planned.first).not_to_have_css("stroke-dasharray", "none")
    expect(held.first).not_to_have_css("fill", ground)
    expect(held.first).to_have_css("stroke-dasharray", "none")


def test_keys_walk_a_timeline_open_evidence_and_move_its_ends(visit: Visit) -> None:
    page = visit("timeline")
    page.locator(".lanes [tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".mark:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(_told(page).first).to_be_visible()
    expect(page.locator(".mark.selected:focus")).to_have_count(1)

    end = page.get_by_role("slider", name="Last day shown")
    before = end.get_attribute("aria-valuetext")
    end.focus()
    page.keyboard.press("ArrowLeft")
    expect(end).not_to_have_attribute("aria-valuetext", before or "")
    expect(end).to_be_focused()
    assert "o.to=" in page.url
    page.go_back()
    expect(end).to_have_attribute("aria-valuetext", before or "")


def test_a_cell_of_the_matrix_opens_the_meetings_of_two(visit: Visit) -> None:
    page = visit("matrix", o__order="name")
    cell = page.get_by_role("gridcell", name="Anneke Vermolen and Radu Vântu: 3 meetings")
    names = page.locator(".matrix-side .name").evaluate_all("all => all.map(n => n.dataset.name)")
    assert names == sorted(names)
    expect(page.get_by_role("gridcell", name=" and ".join(reversed(PEOPLE)))).to_have_text("3")
    cell.click()
    expect(_told(page)).to_have_count(3)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".cell:focus")).not_to_have_attribute(
        "aria-label", cell.get_attribute("aria-label") or ""
    )


def test_a_view_around_somebody_says_so_and_lets_them_go(visit: Visit) -> None:
    page = visit("matrix", focus="person-mirela-dobrescu")
    expect(page.locator(".matrix-side .name")).to_have_count(3)
    page.get_by_role("group", name="In focus").get_by_role("button", name="Mirela").click()
    expect(page.locator(".matrix-side .name").nth(5)).to_be_visible()
    assert "focus" not in page.url
    page.keyboard.press("Control+z")
    expect(page.locator(".matrix-side .name")).to_have_count(3)


def test_countries_meet_through_those_who_represent_them(visit: Visit) -> None:
    page = visit("matrix")
    page.get_by_role("radio", name="Country").click()
    expect(page.get_by_role("gridcell", name="Poland and Hungary: 1 meeting")).to_have_text("1")
    page.get_by_role("radio", name="Region").click()
    expect(page.locator(".matrix .region").first).to_be_attached()
    assert "o.by=country&o.order=region" in page.url
    page.get_by_role("radio", name="Most meetings").click()
    expect(page.get_by_role("gridcell", name="Poland and Hungary: 1 meeting")).to_have_text("1")


def test_the_map_colours_what_its_list_counts(visit: Visit) -> None:
    page = visit("map")
    romania = page.locator(".world path[data-iso3=ROU]")
    expect(romania).to_have_class(re.compile(r"\bsome step-\d"))
    expect(page.locator(".world path[data-iso3=BRA]")).to_have_class("none")
    page.get_by_role("row", name="Romania").get_by_role("button").click()
    expect(_told(page).first).to_be_visible()
    expect(page.locator("[data-ring=ROU].selected")).to_have_count(1)


def test_an_operation_tells_its_parts_with_their_evidence(visit: Visit) -> None:
    page = visit("operations")
    card = page.locator(".card", has_text="Operation Silver Heron")
    expect(card).to_contain_text("Coordinated by")
    card.get_by_role("button", name="Danube Police Office").click()
    expect(_told(page)).to_have_count(1)
    expect(_told(page)).to_contain_text("coordinated Operation Silver Heron")
    page.get_by_role("radio", name="Table").click()
    row = page.locator(".board").get_by_role("row", name="Operation Night Ferry")
    expect(row).to_contain_text("Coastal Cyber Agency")
    (told,) = [one for one in _rows(_given(page, "CSV")) if one["operation"].endswith("Ferry")]
    assert (told["lead"], told["funders"]) == ("Coastal Cyber Agency", "European Border Forum")
    assert "Night Ferry" in told["sentences"]


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))
