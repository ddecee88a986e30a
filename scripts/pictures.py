"""Opens views of an explorer of the sample feed and saves pictures: pictures.py ADDRESS FOLDER."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

WIDTH, HEIGHT = 1280, 800
SETTLING = 1000
"""Milliseconds until the names of a network have found their places."""

SOLVANG, RUSNAC = "person-henrik-solvang", "person-viorel-rusnac"
KALNOZOLA, PETKOVSKI = "person-inese-kalnozola", "person-dragan-petkovski"


@dataclass(frozen=True, slots=True)
class Picture:
    """What is pictured.

    Attributes:
        name: Of the file.
        query: Of the address.
        told: Two whose meetings are told beside the view, if any.
        opened: Words of a link that is clicked first, if any.
        dark: Whether it is pictured dark.
    """

    name: str
    query: str
    told: tuple[str, str] | None = None
    opened: str = ""
    dark: bool = False


PICTURES = (
    Picture("network", f"view=network&focus={SOLVANG}"),
    Picture("network-dark", f"view=network&focus={SOLVANG}", (SOLVANG, RUSNAC), dark=True),
    Picture("timeline", "view=timeline"),
    Picture("who-met-whom", "view=matrix", (KALNOZOLA, PETKOVSKI)),
    Picture("map", "view=map"),
    Picture("operations", "view=operations"),
    Picture("table", "view=table"),
    Picture("entity", f"view=entity&item={KALNOZOLA}"),
    Picture("questions", f"view=questions&item=who-met&o.q.entity={SOLVANG}"),
    Picture("release", "view=release", opened="ESTUARY"),
    Picture("review", "view=review"),
)


def main() -> None:
    """Take each picture once it has been drawn."""
    address, folder = sys.argv[1], Path(sys.argv[2])
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in PICTURES:
            _take(browser, address, picture, folder)
        browser.close()


def _take(browser: Browser, address: str, picture: Picture, folder: Path) -> None:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if picture.dark else "light",
    )
    page = context.new_page()
    page.goto(address)
    base = address.partition("?")[0]
    page.goto(f"{base}?{picture.query}{_selected(page, base, picture)}")
    stage = page.locator("#stage:not([aria-busy])")
    stage.wait_for()
    if picture.opened:
        stage.locator("a, button").get_by_text(picture.opened).first.click()
        stage.wait_for()
    page.wait_for_timeout(SETTLING)
    page.screenshot(path=folder / f"{picture.name}.png")
    context.close()


def _selected(page: Page, base: str, picture: Picture) -> str:
    """The part of the address that tells of two."""
    if picture.told is None:
        return ""
    one, other = picture.told
    answer = page.request.get(f"{base}api/facts?about={one}&about={other}&relation=MEETS")
    return "&selected=" + ".".join(fact["key"] for fact in answer.json()["facts"])


if __name__ == "__main__":
    main()
