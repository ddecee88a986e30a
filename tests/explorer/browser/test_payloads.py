"""Names, roles, titles, words and addresses that would run as script run nowhere.

That none ran, and that none became markup, is asserted after each test of this folder.
"""

from collections.abc import Callable, Sequence
from typing import Protocol
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]


class Tab(Protocol):
    """A tab that waits for views."""

    def drawn(self, view: str) -> None: ...


def test_payloads_are_read_as_words(visit: Open, payloads: Sequence[str]) -> None:
    page = visit("table", since="2024-01-01", until="2024-01-01")
    table = page.get_by_role("table", name="Facts")
    for payload in payloads:
        expect(table).to_contain_text(payload.strip())

    page.get_by_role("table", name="Facts").locator("tbody tr").first.get_by_role("button").nth(
        1
    ).click()
    evidence = page.get_by_role("complementary", name="Evidence")
    expect(evidence.locator("blockquote").first).to_contain_text(" met ")
    expect(evidence.locator("figcaption a")).to_have_count(0)


@pytest.mark.parametrize("view", ["network", "timeline", "matrix", "map", "operations"])
def test_payloads_are_drawn_as_words(visit: Open, payloads: Sequence[str], view: str) -> None:
    visit(view, source=[payload.strip() for payload in payloads], until="2024-01-01")


def test_payloads_of_a_release_and_a_person_are_words(
    visit: Open, tab: Tab, payloads: Sequence[str]
) -> None:
    for number in (0, 3, 7):
        page = visit("release", item=f"hostile-{number}")
        title = page.get_by_role("heading", level=2).first
        expect(title).to_have_text(payloads[number].strip())
        expect(page.locator(".reader a[target=_blank]")).to_have_count(0)

    page = visit("table", source=payloads[0], relation="REPRESENTS")
    page.get_by_role("table", name="Facts").locator("tbody").get_by_role("button").first.click()
    tab.drawn("entity")
    expect(page.get_by_role("main")).to_contain_text(f"alias {payloads[0]}")
    (person,) = parse_qs(urlsplit(page.url).query)["item"]
    visit("network", focus=person)
    visit("review")


def test_payloads_in_the_address_are_words(visit: Open, payloads: Sequence[str]) -> None:
    for payload in payloads[:3]:
        page = visit("questions", o__ask=payload, **{"o__q.entity": payload})
        page.get_by_role("combobox", name="Search").fill(payload)
        expect(page.get_by_role("listbox", name="Found")).to_be_visible()
    assert quote(payloads[2], safe="") in page.url or payloads[2] not in page.url
