"""The release reader shows the ledger's text, and marks exactly what the ledger's offsets say."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from communique.ledger import Ledger

pytestmark = pytest.mark.browser

_MARKED = """
key => [...document.querySelectorAll('.text [data-keys]')]
  .filter((one) => one.dataset.keys.split(' ').includes(key))
  .map((one) => [Number(one.dataset.start), one.textContent])
"""


def test_the_text_and_its_marks_are_those_of_the_ledger(
    visit: Callable[..., Page], workspace: Path
) -> None:
    page = visit("release", item="harbour-000")
    with Ledger.open(workspace / "ledger.sqlite", create=False) as ledger:
        release = ledger.release("harbour-000")
        quotes = {e for s in ledger.statements("harbour-000") for e in s.evidence}

    assert max(release.text) > "\uffff"
    assert page.locator(".text").evaluate("e => e.textContent") == release.text
    statements = page.get_by_role("complementary", name="Statements")
    keys = [item.get_attribute("data-key") for item in statements.locator("[data-key]").all()]
    assert len(keys) == len(quotes) == 6
    spans = set()
    for key in keys:
        pieces = page.evaluate(_MARKED, key)
        text = "".join(text for _, text in pieces)
        spans.add((pieces[0][0], pieces[0][0] + len(text), text))
        for (start, piece), (following, _) in pairwise(pieces):
            assert start + len(piece) == following
    assert spans == {(quote.start, quote.end, quote.text) for quote in quotes}

    statements.get_by_role("button").first.click()
    chosen = page.locator(".text .chosen")
    expect(chosen.first).to_be_visible()
    first = min(quotes, key=lambda quote: quote.start)
    assert "".join(chosen.all_text_contents()) == first.text


def test_what_is_chosen_beside_the_text_is_kept_in_the_address(
    visit: Callable[..., Page], violations: Callable[[Page], list[str]]
) -> None:
    page = visit("release", item="harbour-000")
    statements = page.get_by_role("complementary", name="Statements")
    page.locator(".text .mention", has_text="Tomasz Brelik").first.click()
    expect(statements.get_by_role("listitem").filter(visible=True)).to_have_count(2)
    expect(statements.get_by_role("button", name="Page")).to_be_visible()
    assert violations(page) == []

    page.locator(".text span.quoted").last.click()
    expect(statements.locator("li.chosen")).to_have_count(1)
    page.reload()
    expect(statements.locator("li.chosen")).to_have_count(1)
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
