"""What all views share: address, undo, filters, search, keys and colours."""

import re
from collections.abc import Callable
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


class Tab(Protocol):
    """A tab with what it complained of."""

    complaints: list[str]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def filters(page: Page) -> Locator:
    return page.get_by_role("complementary", name="Filters")


def facts(page: Page) -> Locator:
    """The line that says how many facts the filters leave."""
    return filters(page).locator(".total")


def box(page: Page, key: str) -> Locator:
    """A box of the filters, or the button behind it."""
    return filters(page).locator(f"[data-key='{key}']")


def test_an_address_shows_what_it_says(visit: Open) -> None:
    page = visit("table", relation=["MEETS", "VISITS"], since="2024-01", undated="false")

    expect(facts(page)).to_contain_text(" of ")
    expect(filters(page).get_by_role("textbox", name="From")).to_have_value("2024-01")
    expect(filters(page).get_by_label("without a date")).not_to_be_checked()
    expect(box(page, "relations:MEETS")).to_be_checked()
    expect(box(page, "relations:REPRESENTS")).not_to_be_checked()

    row = page.get_by_role("table", name="Facts").locator("tbody tr").first
    row.get_by_role("button").nth(1).click()
    evidence = page.get_by_role("complementary", name="Evidence")
    expect(evidence.locator("blockquote").first).to_be_visible()
    (selected,) = query(page)["selected"]
    told, address = evidence.locator("blockquote").all_inner_texts(), page.url
    page.goto("about:blank")
    page.goto(address)

    expect(evidence.locator(f"[data-fact='{selected.partition('.')[0]}']")).to_be_visible()
    assert evidence.locator("blockquote").all_inner_texts() == told
    assert page.url == address


def test_steps_are_undone_and_done_again(visit: Open) -> None:
    page = visit("table", o__page="2")
    every = facts(page).inner_text()
    box(page, "only:relations:MEETS").dispatch_event("click")  # it is seen on hovering
    expect(facts(page)).not_to_have_text(every)
    fewer = facts(page).inner_text()
    assert query(page)["relation"] == ["MEETS"]
    assert "o.page" not in query(page), "other facts begin at their first page"
    box(page, "relations:MEETS").click()
    expect(box(page, "relations:MEETS")).to_be_checked()
    expect(facts(page)).to_have_text(fewer)

    page.keyboard.press("Control+z")
    expect(facts(page)).to_have_text(every)
    assert query(page)["o.page"] == ["2"]
    page.keyboard.press("Control+Shift+z")
    expect(facts(page)).to_have_text(fewer)
    page.go_back()
    expect(facts(page)).to_have_text(every)
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()
    page.get_by_role("button", name="Redo").click()
    expect(facts(page)).to_have_text(fewer)
    filters(page).get_by_role("button", name="Clear").click()
    expect(facts(page)).to_have_text(every)


def test_time_is_brushed_by_keys_and_by_hand(visit: Open) -> None:
    page = visit("table")
    start = filters(page).get_by_role("slider", name="From")
    start.press("ArrowRight")
    expect(filters(page).get_by_role("textbox", name="From")).not_to_have_value("")
    assert re.fullmatch(r"\d{4}-\d{2}", query(page)["since"][0])
    page.keyboard.press("Escape")
    expect(facts(page)).to_contain_text("all ")

    bars = filters(page).locator("svg.histogram").bounding_box()
    assert bars is not None
    page.mouse.move(bars["x"] + 0.3 * bars["width"], bars["y"] + 20)
    page.mouse.down()
    page.mouse.move(bars["x"] + 0.6 * bars["width"], bars["y"] + 20, steps=4)
    page.mouse.up()
    expect(facts(page)).to_contain_text(" of ")
    assert {"since", "until"} <= query(page).keys()


def test_search_finds_without_diacritics_and_by_keys_alone(visit: Open) -> None:
    page = visit("network")
    page.keyboard.press("/")
    page.keyboard.type("vantu")
    expect(page.get_by_role("option", name=re.compile("Radu Vântu"))).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**focus=*")
    page.keyboard.press("Escape")

    page.get_by_role("combobox", name="Search").fill("Zyxwv")
    expect(page.get_by_role("listbox", name="Found")).to_contain_text("Nothing is called")


def test_keys_change_views_and_help_is_at_hand(visit: Open) -> None:
    page = visit("network")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("6")
    expect(page.locator("[aria-current=page]")).to_have_attribute("data-tab", "table")
    assert query(page)["view"] == ["table"]


def test_colours_are_kept(visit: Open) -> None:
    page = visit("table")
    ground = page.locator("body")
    light = ground.evaluate("e => getComputedStyle(e).backgroundColor")
    theme = page.get_by_role("button", name=re.compile("System|Light|Dark"))
    theme.click()
    theme.click()
    expect(theme).to_contain_text("Dark")
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert ground.evaluate("e => getComputedStyle(e).backgroundColor") != light
    theme.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "light")


def test_a_wrong_address_is_read_as_far_as_it_goes_and_what_is_wrong_is_told(
    visit: Open, tab: Tab
) -> None:
    page = visit("table", since="yesterday", confidence="much", support="-3")
    expect(facts(page)).to_contain_text("all ")
    assert tab.complaints == []

    visit("table", o__sort="nothing")
    expect(page.locator(".notice")).to_contain_text("cannot be shown")
    expect(page.locator(".notice").get_by_role("button", name="Try again")).to_be_visible()
    visit("entity", item="person-nobody")
    expect(page.locator(".notice")).to_contain_text("person-nobody")
    assert all("Failed to load resource" in complaint for complaint in tab.complaints)
    tab.complaints.clear()  # the browser's own, of answers 422 and 404
