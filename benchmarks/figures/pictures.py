"""How soon a browser shows the picture of a page."""

from pathlib import Path

from playwright.sync_api import Page

from figures.chromium import Chromium

_WATCH = """
const look = () => {{
  if ({condition}) window.firstPicture = performance.now();
  else requestAnimationFrame(look);
}};
look();
"""
OURS = "document.querySelector('#picture[data-drawn=true]')"
MOVED = "document.querySelector('#picture[data-ready=true]')"
# pyvis tells how far its layout is in pages of more than 100 nodes
STOCK = "document.getElementById('text')?.textContent === '100%'"


def first_pictures(
    chromium: Chromium, ours: Path, stock: Path, runs: int
) -> dict[str, list[float]]:
    """Seconds until the picture of our page, until it can be moved, and until that of pyvis.

    Args:
        chromium: The browser.
        ours: A page of ours.
        stock: The page that pyvis makes by itself of the same graph.
        runs: How often each is opened, in turn.
    """
    watched = (("ours", ours, OURS), ("ours, movable", ours, MOVED), ("stock", stock, STOCK))
    found: dict[str, list[float]] = {name: [] for name, _, _ in watched}
    for _ in range(runs):
        for name, path, when in watched:
            with chromium.page() as page:
                page.add_init_script(_WATCH.format(condition=when))
                page.goto(path.as_uri())
                found[name].append(_awaited(page))
    return found


def _awaited(page: Page) -> float:
    """Seconds from opening to what is watched for."""
    while (moment := page.evaluate("window.firstPicture ?? null")) is None:
        page.wait_for_timeout(100)
    return float(moment) / 1000
