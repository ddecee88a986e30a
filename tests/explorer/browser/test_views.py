"""Every view, light and dark: it opens by its address, and keeps nobody out."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

VIEWS = (
    *("network", "timeline", "matrix", "map", "operations"),
    *("table", "entity", "questions", "release", "review"),
)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_opens_by_its_address_and_keeps_nobody_out(
    visit: Callable[..., Page], violations: Callable[[Page], list[str]], view: str
) -> None:
    page = visit(view)
    expect(page.locator(f"[data-view={view}], .notice").filter(visible=True).first).to_be_visible()

    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


def test_every_view_has_its_tab(visit: Callable[..., Page]) -> None:
    tabs = visit("network").get_by_role("navigation", name="Views").get_by_role("button")

    assert tuple(tab.get_attribute("data-tab") for tab in tabs.all()) == VIEWS
