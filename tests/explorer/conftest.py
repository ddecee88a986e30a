"""A graph of some forty entities, made up, with quotes that are slices of made-up releases."""

import io
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from communique.explorer.page import write_page
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.ontology import EntityType, Relation, Status

PER_RELEASE = 6


def rows(name: str) -> list[list[str]]:
    """The lines of a file beside this one, without its first, in their parts."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return [line.split(";") for line in text.splitlines()[1:]]


def entities() -> dict[str, Entity]:
    """The entities by name."""
    return {
        name: Entity(f"{type_.lower()}-{number:02}", EntityType(type_), name)
        for number, (type_, name) in enumerate(rows("entities.txt"))
    }


Draft = tuple[Release, list[tuple[Entity, Relation, Entity, Qualifiers, str]]]


def drafts() -> Iterator[Draft]:
    """Releases, six facts to each."""
    ends, stated = entities(), rows("facts.txt")
    for number in range(0, len(stated), PER_RELEASE):
        title = f"Notes of the week, part {number // PER_RELEASE + 1}"
        source = "Harbour Alliance"
        release = Release(f"harbour-{number:03}", title, source, title, published="2024-06-14")
        lines = []
        for subject, relation, object_, date, status, extra, sentence in stated[
            number : number + PER_RELEASE
        ]:
            name, _, value = extra.partition("=")
            qualifiers = Qualifiers(
                date=date or None,
                status=Status(status) if status else None,
                **({name: value} if name else {}),
            )
            lines.append((ends[subject], Relation(relation), ends[object_], qualifiers, sentence))
        yield release, lines


@pytest.fixture(scope="session")
def made_up() -> Sequence[Draft]:
    """The releases with their lines."""
    return list(drafts())


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """What they say, by id."""
    return {
        draft.id: "\n".join((draft.title, *(sentence for *_, sentence in lines)))
        for draft, lines in drafts()
    }


@pytest.fixture(scope="session")
def graph(compose: Callable[[Iterator[Draft]], KnowledgeGraph]) -> KnowledgeGraph:
    """The graph of some forty entities."""
    return compose(drafts())


@pytest.fixture(scope="session")
def page(graph: KnowledgeGraph) -> str:
    """Its page."""
    out = io.StringIO()
    write_page(graph, out)
    return out.getvalue()


FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def needed() -> Callable[[bool, str], None]:
    """Fails where something is not at hand, or skips where COMMUNIQUE_SKIP_BROWSER=1 says so.

    A test of the explorer that skips by itself would leave it untested in green.
    """

    def check(there: bool, what: str) -> None:
        if not there and os.environ.get("COMMUNIQUE_SKIP_BROWSER") == "1":
            pytest.skip(f"{what} (COMMUNIQUE_SKIP_BROWSER=1)")
        if not there:
            pytest.fail(f"{what}; or set COMMUNIQUE_SKIP_BROWSER=1 to go without")

    return check


@pytest.fixture(scope="session")
def browser(needed: Callable[[bool, str], None]) -> Iterator[Browser]:
    """One Chromium for all."""
    if os.environ.get("COMMUNIQUE_SKIP_BROWSER") == "1":
        pytest.skip("COMMUNIQUE_SKIP_BROWSER=1")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    needed(path is not None, "no chromium found: install it")
    expect.set_options(timeout=20_000)  # other tests may have the processors
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe(root: Path, needed: Callable[[bool, str], None]) -> str:
    """The program that looks for what keeps people out."""
    path = root / "web/node_modules/axe-core/axe.min.js"
    needed(path.is_file(), "web/ has no packages: run scripts/page")
    return path.read_text(encoding="utf-8")


Violations = Callable[[Page], list[str]]


@pytest.fixture(scope="session")
def violations(axe: str) -> Violations:
    """What axe finds wrong in a page, each with where and why."""

    def found(page: Page) -> list[str]:
        if not page.evaluate("'axe' in window"):
            page.evaluate(axe)
        result: Mapping[str, list[dict[str, object]]] = page.evaluate(
            "() => axe.run({ resultTypes: ['violations'] })"
        )
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in result["violations"]
            for node in rule["nodes"]  # type: ignore[attr-defined]
        ]

    return found


PAYLOADS = (
    '<img src=x onerror="window.__xss=1">',
    "<script>window.__xss=2</script>",
    "</script><script>window.__xss=3</script>",
    '<a href="javascript:window.__xss=4">href</a>',
    '"><svg onload=window.__xss=5>',
    "'};window.__xss=6;//",
    "<!--<script>window.__xss=7//",
    "\u2028</title><iframe srcdoc='<script>parent.__xss=8</script>'>\u2029",
)


@pytest.fixture(scope="session")
def payloads() -> tuple[str, ...]:
    """Texts that would run as script where a page took them for markup."""
    return PAYLOADS


@pytest.fixture(scope="session")
def hostile() -> KnowledgeGraph:
    """Meetings whose names, aliases, roles, titles, quotes, ids and addresses are payloads."""
    releases, facts = [], []
    for number, payload in enumerate(PAYLOADS):
        release = Release(
            f"r{number}{payload}", payload, payload, f"{payload}\n{payload}", published=payload
        )
        script, web = f"javascript:window.__xss='{number}'", f"https://news.example/{payload}"
        releases.append(replace(release, url=web if number % 2 else script))
        person = Entity(f"p{number}{payload}", EntityType.PERSON, payload, (f"alias {payload}",))
        body = Entity(f"o{number}{payload}", EntityType.ORGANISATION, f"body {payload}")
        quote = Evidence(release.id, 0, len(payload), payload, payload)
        role = Qualifiers(role=payload)
        facts.append(Fact(person, Relation.REPRESENTS, body, role, (quote,), 0.5))
        met = Qualifiers(date="2024-01-01", place=payload, event=payload, status=Status.HELD)
        facts.append(Fact(person, Relation.MEETS, body, met, (quote,), 0.5))
    return KnowledgeGraph.of(releases, facts)
