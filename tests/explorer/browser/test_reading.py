"""Table, entity, questions and review: what they show, and the files they give."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol
from urllib.parse import parse_qs, urlsplit

import networkx as nx
import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
Violations = Callable[[Page], list[str]]


class Tab(Protocol):
    """A tab that waits for views."""

    def drawn(self, view: str) -> None: ...


def _saved(page: Page, item: str, folder: Path) -> Path:
    """The file that an item of the menu gives."""
    page.get_by_role("button", name="Export", exact=True).click()
    with page.expect_download() as download:
        page.locator(f".dropdown .items [{item}]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_table_is_sorted_and_its_files_have_what_the_filters_leave(
    visit: Open, tab: Tab, tmp_path: Path
) -> None:
    page = visit("table", relation="MEETS", since="2024-02", until="2024-06", undated="false")
    table = page.get_by_role("table", name="Facts")
    keys = {row.get_attribute("data-key") for row in table.locator("tbody tr").all()}
    table.get_by_role("button", name="Subject").click()
    heading = table.get_by_role("columnheader", name="Subject")
    expect(heading).to_have_attribute("aria-sort", "ascending")
    tab.drawn("table")
    subjects = table.locator("tbody .col-subject").all_inner_texts()

    assert subjects == sorted(subjects)
    assert len(subjects) == len(keys) == 14
    rows = _rows(_saved(page, "data-format=CSV", tmp_path))
    told = json.loads(_saved(page, "data-format=JSON", tmp_path).read_text("utf-8"))
    network = nx.read_graphml(_saved(page, "data-format=GraphML", tmp_path), force_multigraph=True)
    assert isinstance(network, nx.MultiDiGraph)
    assert {row["key"] for row in rows} == {fact["key"] for fact in told["facts"]} == keys
    assert {key for _, _, key in network.edges(keys=True)} == keys
    assert [row["evidence_text"] for row in rows] == [
        fact["quotes"][0]["text"] for fact in told["facts"]
    ]
    assert told["filters"]["relations"] == ["MEETS"]

    table.locator("tbody tr").first.locator("td").last.click()
    expect(page.get_by_role("complementary", name="Evidence").locator("blockquote")).to_be_visible()
    expect(table.locator("tr.chosen")).to_have_count(1)


def test_no_cell_of_a_file_is_a_formula(visit: Open, tmp_path: Path) -> None:
    page = visit("table", relation="REPRESENTS", source="Harbour League")

    expect(page.get_by_role("table", name="Facts")).to_contain_text("=Clerk")
    roles = {row["role"] for row in _rows(_saved(page, "data-format=CSV", tmp_path))}
    assert roles == {"Speaker", "'=Clerk", ""}


def test_a_page_tells_all_of_one_and_leads_on(
    visit: Open, tab: Tab, violations: Violations
) -> None:
    page = visit("entity")
    page.get_by_role("main").get_by_role("button", name="Anneke Vermolen").click()
    tab.drawn("entity")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Anneke Vermolen")
    meetings = page.get_by_role("table", name="Meetings")
    expect(meetings.locator("tbody tr")).to_have_count(8)
    expect(meetings.locator("tr.is-planned")).to_have_count(2)
    offices = page.get_by_role("table", name="Offices")
    expect(offices).to_contain_text("Harbour Alliance")
    assert violations(page) == []

    offices.get_by_role("button", name="Secretary General").click()
    evidence = page.get_by_role("complementary", name="Evidence")
    expect(evidence.locator("blockquote")).to_contain_text("opened the day")
    page.get_by_role("link", name="All facts").click()
    tab.drawn("table")
    about = page.get_by_role("main").get_by_role("button", name="Leave out Anneke Vermolen")
    expect(about).to_be_visible()


def test_a_question_is_filled_in_answered_and_shown_as_network(
    visit: Open, tab: Tab, violations: Violations, tmp_path: Path
) -> None:
    page = visit("questions")
    page.get_by_role("link", name="Whom did a person, a country or an organisation meet").click()
    page.get_by_role("combobox", name="Entity").fill("verm")
    page.get_by_role("listbox", name="Names: found").get_by_role("option").first.click()
    page.get_by_role("textbox", name="Since").fill("2024-03")
    page.get_by_role("form").get_by_role("button", name="Ask").last.click()
    answer = page.get_by_role("region", name="Answer").get_by_role("table")
    expect(answer.locator("tbody tr")).to_have_count(4)
    assert violations(page) == []
    expect(page.get_by_role("combobox", name="Entity")).to_have_value("Anneke Vermolen")
    rows = _rows(_saved(page, "data-format=CSV", tmp_path))
    assert [row["met"] for row in rows] == [
        "Tomasz Brelik", "Elif Sarıbaş", "Joaquim Salvado", "Radu Vântu"
    ]  # fmt: skip
    assert "inspected the new depot" in rows[0]["sentences"]

    answer.get_by_role("button", name="1 fact").first.click()
    evidence = page.get_by_role("complementary", name="Evidence")
    expect(evidence.locator("blockquote")).to_contain_text("inspected the new depot")
    page.get_by_role("button", name="Show as network").click()
    tab.drawn("network")
    expect(page.get_by_role("toolbar", name="Network")).to_contain_text("Only 4 facts")
    expect(page.get_by_role("status", name="Network")).to_contain_text("5 entities")


def test_plain_english_is_understood_or_refused_in_words(visit: Open) -> None:
    page = visit("questions", o__ask="Who did Radu Vântu meet in February 2024?")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Understood as Whom did a person")
    expect(page.get_by_role("region", name="Answer").locator("tbody tr")).to_have_count(3)

    page.get_by_role("textbox", name="Ask").fill("What does a herring cost?")
    page.get_by_role("textbox", name="Ask").press("Enter")
    expect(main.get_by_role("alert")).to_be_visible()


def test_a_query_of_ones_own_runs_at_a_click_and_never_by_its_address(
    visit: Open, tab: Tab, violations: Violations
) -> None:
    query = "MATCH (n:Country) RETURN n.id AS id ORDER BY id LIMIT 2"
    page = visit("questions", o__cypher=query)
    expect(page.get_by_role("textbox", name="Query")).to_have_value(query)
    expect(page.get_by_role("table", name="Rows")).to_have_count(0)

    page.get_by_role("button", name="Run").click()
    rows = page.get_by_role("table", name="Rows").locator("tbody tr")
    expect(rows).to_have_count(2)
    assert violations(page) == []
    rows.first.get_by_role("link").click()
    tab.drawn("entity")


def test_an_empty_column_is_explained_above_its_rows(visit: Open, violations: Violations) -> None:
    page = visit("questions", o__cypher="MATCH (n:Country) RETURN n.nme AS name LIMIT 1")

    page.get_by_role("button", name="Run").click()

    expect(page.get_by_role("table", name="Rows").locator("tbody tr")).to_have_count(1)
    expect(page.get_by_text("no graph has the property nme; did you mean name?")).to_be_visible()
    assert violations(page) == []


def test_a_pair_is_judged_and_the_judgement_taken_back(
    visit: Open, tab: Tab, violations: Violations
) -> None:
    page = visit("review")
    pairs = page.get_by_role("navigation", name="Pairs").get_by_role("link")
    pair = pairs.filter(has_text="Hammerstein").first
    expect(pair).to_be_visible()
    count = pairs.count()
    pair.click()
    expect(page.get_by_role("article")).to_have_attribute("aria-label", re.compile("Hammerstein"))
    assert violations(page) == []
    (chosen,) = parse_qs(urlsplit(page.url).query)["item"]
    shown = pairs.and_(page.locator(f'[href*="item={chosen}"]'))
    expect(shown).to_have_count(1)

    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/review", hold, times=1)
    with page.expect_request("**/api/review"):
        page.keyboard.press("d")
    page.keyboard.press("6")
    tab.drawn("table")
    for _ in range(100):  # the browser tells of a request before it hands over what holds it
        if held:
            break
        page.wait_for_timeout(50)
    held[0].continue_()
    expect(page.get_by_role("status", name="Messages")).to_contain_text("Judged: ")
    assert "view=table" in page.url, "an answer that comes late changes no other view"
    page.keyboard.press("0")
    judged = page.get_by_role("region", name="Judged")
    expect(judged.get_by_role("listitem")).to_have_count(1)
    expect(shown).to_have_count(0)  # others may go with it once the graph is up to date
    judged.get_by_role("button", name="Take back").click()
    expect(judged).to_have_count(0)
    expect(shown).to_have_count(1)
    expect(pairs).to_have_count(count)


def test_a_saved_view_is_opened_again(visit: Open, tab: Tab, tmp_path: Path) -> None:
    page = visit("table", relation="VISITS", since="2024-02", undated="false", o__sort="object")
    address = page.url
    file = _saved(page, "data-saved=save", tmp_path)

    visit("network")
    page.get_by_label("File of a view").set_input_files(file)
    tab.drawn("table")
    assert page.url == address
    broken = tmp_path / "other.json"
    broken.write_text("[]", encoding="utf-8")
    page.get_by_label("File of a view").set_input_files(broken)
    expect(page.get_by_text("other.json is no view")).to_be_visible()
    assert page.url == address
