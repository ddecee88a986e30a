"""The page in Chromium, opened as a file: it draws, fetches nothing, and runs nothing foreign."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from communique.explorer.page import write_page
from communique.graph import KnowledgeGraph

pytestmark = pytest.mark.browser


@dataclass
class Visit:
    """An open page with what it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def opened(browser: Browser, path: Path, *, scheme: str = "light") -> Visit:
    dark = scheme == "dark"
    context = browser.new_context(
        viewport={"width": 1360, "height": 860}, color_scheme="dark" if dark else "light"
    )
    visit = Visit(context.new_page())
    visit.page.set_default_timeout(30_000)
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on(
        "console",
        lambda message: (
            visit.complaints.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.goto(path.as_uri())
    expect(visit.page.locator("#picture[data-ready=true]")).to_be_visible()
    return visit


def file_of(graph: KnowledgeGraph, path: Path, focus: str | None = None) -> Path:
    with path.open("w", encoding="utf-8") as out:
        write_page(graph, out, focus=focus)
    return path


@pytest.fixture(scope="module")
def path(graph: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file_of(graph, tmp_path_factory.mktemp("page") / "graph.html")


@pytest.fixture
def visit(browser: Browser, path: Path) -> Iterator[Visit]:
    visit = opened(browser, path)
    yield visit
    visit.page.context.close()


def inked(page: Page) -> int:
    """Pixels of the canvas that are not transparent."""
    return int(
        page.evaluate(
            """() => {
              const canvas = document.querySelector('#picture canvas');
              const { width, height } = canvas;
              const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
              return data.filter((value, place) => place % 4 === 3 && value > 0).length;
            }"""
        )
    )


def test_the_page_draws_without_a_network_and_without_complaint(visit: Visit, path: Path) -> None:
    assert inked(visit.page) > 5_000
    outside = [url for url in visit.requests if not url.startswith(("data:", path.as_uri()))]
    assert outside == []
    assert visit.complaints == []


def test_labels_are_drawn(visit: Visit) -> None:
    assert int(visit.page.locator("#picture").get_attribute("data-labels") or 0) >= 30


def test_a_click_on_a_line_shows_the_sentences(visit: Visit) -> None:
    edges = json.loads(visit.page.locator("#values").text_content() or "")["edges"]
    (edge,) = [edge["id"] for edge in edges if len(edge["facts"]) == 3]

    place = visit.page.evaluate("id => window.communique.placeOf(id)", edge)
    visit.page.mouse.click(place["x"], place["y"])

    panel = visit.page.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Anneke Vermolen – Radu Vântu")
    expect(panel.locator("blockquote")).to_have_count(3)
    expect(panel).to_contain_text("Anneke Vermolen and Radu Vântu met again")
    expect(panel).to_contain_text("Notes of the week, part 1")


def test_a_search_without_diacritics_finds_a_name_with_them(visit: Visit) -> None:
    visit.page.get_by_label("Search names and quotes").fill("vantu")
    visit.page.keyboard.press("Enter")

    panel = visit.page.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Radu Vântu")
    expect(panel).to_contain_text("met Foreign Minister")


def test_a_search_finds_words_of_a_quote(visit: Visit) -> None:
    visit.page.get_by_label("Search names and quotes").fill("mine clearing")

    expect(visit.page.get_by_label("Search results")).to_contain_text("in a quote")


def test_a_relation_can_be_hidden(visit: Visit) -> None:
    shown = visit.page.get_by_label("Shown")
    expect(shown).to_contain_text("73 facts")

    visit.page.get_by_role("checkbox", name="represents").uncheck()

    expect(shown).to_contain_text("60 facts")


def test_a_time_range_hides_what_lies_outside(visit: Visit) -> None:
    visit.page.get_by_label("From").fill("2024-06-01")
    visit.page.get_by_label("Undated facts").uncheck()

    expect(visit.page.get_by_label("Shown")).to_contain_text("9 facts")


def test_resetting_brings_everything_back(visit: Visit) -> None:
    visit.page.get_by_role("checkbox", name="meets").uncheck()
    visit.page.get_by_role("button", name="Reset filters").click()

    expect(visit.page.get_by_label("Shown")).to_contain_text("41 entities, 73 facts")


def test_every_entity_can_be_reached_by_keyboard(visit: Visit) -> None:
    panel = visit.page.get_by_role("complementary", name="Evidence")
    expect(panel.get_by_role("button")).to_have_count(41)

    panel.get_by_role("button", name="Katrin Oudemans").press("Enter")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Katrin Oudemans")
    visit.page.keyboard.press("Escape")
    expect(panel.get_by_role("heading", level=2)).to_have_text("Entities")


def test_filters_that_leave_nothing_say_so(visit: Visit) -> None:
    expect(visit.page.locator("#nothing")).to_be_hidden()
    visit.page.get_by_label("From").fill("2031-01-01")
    visit.page.get_by_label("Undated facts").uncheck()

    expect(visit.page.locator("#nothing")).to_contain_text("Reset them")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_keeps_nobody_out(
    browser: Browser, path: Path, violations: Callable[[Page], list[str]], scheme: str
) -> None:
    visit = opened(browser, path, scheme=scheme)
    assert violations(visit.page) == []
    visit.page.get_by_role("button", name="Katrin Oudemans").click()
    assert violations(visit.page) == []
    sums = visit.page.evaluate(
        """() => ['color', 'backgroundColor'].map((name) => {
             const style = getComputedStyle(document.body)[name];
             return style.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
           })"""
    )
    visit.page.context.close()

    assert abs(sums[0] - sums[1]) > 400
    assert (sums[0] > sums[1]) == (scheme == "dark")


def test_the_first_picture_is_there_before_the_engine_and_stays(
    browser: Browser, path: Path
) -> None:
    page = browser.new_context(viewport={"width": 1360, "height": 860}).new_page()
    page.add_init_script(
        "const later = window.setTimeout;"
        "window.held = []; window.setTimeout = (call) => window.held.push(call);"
        "window.goOn = () => { window.setTimeout = later; held.forEach((call) => later(call)); };"
    )
    page.goto(path.as_uri())
    picture = page.locator("#picture")
    expect(picture).to_have_attribute("data-drawn", "true")
    first = picture.get_attribute("data-labels")
    page.wait_for_function("held.length > 0")  # the page has shown it, and would start the engine

    assert page.evaluate("typeof vis") == "undefined"
    assert int(first or 0) > 0

    page.evaluate("goOn()")
    expect(picture).to_have_attribute("data-ready", "true")

    assert picture.get_attribute("data-labels") == first


def test_no_payload_runs(
    browser: Browser, hostile: KnowledgeGraph, payloads: tuple[str, ...], tmp_path: Path
) -> None:
    path = file_of(hostile, tmp_path / "hostile.html")
    visit = opened(browser, path)
    page = visit.page
    panel = page.get_by_role("complementary", name="Evidence")
    search = page.get_by_label("Search names and quotes")
    for payload in payloads:
        search.fill(payload.strip())
        page.get_by_label("Search results").get_by_role("button").first.click()
        expect(panel.locator("blockquote").first).to_be_visible()
        selected = page.evaluate("window.communique.selected()")
        place = page.evaluate("id => window.communique.placeOf(id)", selected)
        page.mouse.move(place["x"], place["y"])
        page.mouse.move(place["x"] + 2, place["y"] + 1)
        expect(page.locator(".vis-tooltip")).to_have_css("visibility", "visible")
        page.mouse.move(5, 5)

    assert page.evaluate("window.__xss === undefined")
    assert page.locator("img, iframe, #panel script, a:not([href^='https://'])").count() == 0
    assert visit.complaints == []
    assert [url for url in visit.requests if not url.startswith(("data:", path.as_uri()))] == []
    page.context.close()


@pytest.mark.parametrize("number", range(8), ids="payload {}".format)
def test_no_payload_runs_as_heading(
    browser: Browser,
    hostile: KnowledgeGraph,
    payloads: tuple[str, ...],
    tmp_path: Path,
    number: int,
) -> None:
    visit = opened(browser, file_of(hostile, tmp_path / "one.html", focus=payloads[number]))

    expect(visit.page.get_by_role("heading", level=1)).to_have_text(payloads[number].strip())
    assert visit.page.evaluate("window.__xss === undefined")
    assert visit.complaints == []
    visit.page.context.close()
