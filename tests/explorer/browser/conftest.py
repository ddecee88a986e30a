"""The explorer in Chromium: one server over one small workspace, one browser, a new tab a test."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from communique.gazetteer.territories import find_territory
from communique.graph import Entity, Evidence, Qualifiers, Release, Statement
from communique.ledger import Ledger
from communique.ontology import EntityType, Relation, Status
from communique.workspace.workspace import Workspace

Line = tuple[Entity, Relation, Entity, Qualifiers, str]
Draft = tuple[Release, Sequence[Line]]

ASTRAL = "🕊 Notes from the harbour, 𝒩º 7 🏳️‍🌈"
"""Letters beyond the sixteen bits of JavaScript's, ahead of all quotes."""

CALLED = ("Rosa Hammerstein", "Karl Hammerstein", "Hammerstein")
"""Two people of one surname and somebody who is called by it alone: review asks who that is."""

FOREIGN = "img, iframe, [onload], [onerror], [href^='javascript:'], body script"
"""What only markup out of a release could have put into the page."""

LISTED_COMPLAINTS: frozenset[str] = frozenset()
"""Messages of the console that are known and harmless."""


PATIENCE = 20_000
"""Milliseconds that may pass until a page shows something, on a busy machine."""


@dataclass
class Visit:
    """An open tab with what it asked for and complained of."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, view: str, **state: object) -> Page:
        """Go to a view with what its address says; lists repeat a name. Waits until it is drawn."""
        query = urlencode(
            {"view": view} | {n.replace("__", "."): v for n, v in state.items()}, True
        )
        self.page.goto(f"{self.address}/?{query}")
        self.drawn(view)
        return self.page

    def drawn(self, view: str) -> None:
        """Wait until a view is what is shown, and nothing is on its way."""
        tab = self.page.get_by_role("navigation", name="Views").locator("[aria-current=page]")
        expect(tab).to_have_attribute("data-tab", view)
        expect(self.page.locator("#stage:not([aria-busy])")).to_be_visible()

    @property
    def outside(self) -> list[str]:
        """What was asked of others than the server."""
        own = (f"{self.address}/", "data:", f"blob:{self.address}/")
        return [url for url in self.requests if not url.startswith(own)]

    def note(self, kind: str, text: str, where: str = "") -> None:
        """Keep a message of the console if it is a complaint that is not listed."""
        if kind in {"error", "warning"} and text not in LISTED_COMPLAINTS:
            self.complaints.append(f"{text} {where}".strip())


Open = Callable[..., Visit]


def _told(number: int, draft: Draft) -> tuple[Release, list[Statement]]:
    """A release of several paragraphs, and the statements that its sentences are."""
    release, lines = draft
    text, statements = f"{release.title}\n\n{ASTRAL}\n", list[Statement]()
    body = len(release.title) + 2
    for place, (subject, relation, object_, qualifiers, sentence) in enumerate(lines):
        start = len(text) + 1
        text += f"\n{sentence}\n"
        quote = Evidence(release.id, start, start + len(sentence), sentence, "made/by-hand")
        ends = [
            replace(end, id=f"{release.id}#{2 * place + side}", iso3=_code(end))
            for side, end in enumerate((subject, object_), 1)
        ]
        statements.append(Statement(ends[0], relation, ends[1], (quote,), qualifiers))
    day = release.published or f"2024-06-{number + 1:02}"
    return replace(release, text=text, body=body, published=day), statements


def _code(entity: Entity) -> str | None:
    found = find_territory(entity.name) if entity.type is EntityType.COUNTRY else None
    return found[0].iso3 if found else None


def _called() -> Iterator[Draft]:
    body = Entity("o", EntityType.ORGANISATION, "Harbour League")
    for number, name in enumerate(CALLED):
        person = Entity("p", EntityType.PERSON, name)
        role = Qualifiers(role=("Speaker", "=Clerk", None)[number])
        release = Release(f"called-{number}", f"Called {number}", "Harbour League", "Called")
        yield release, [(person, Relation.REPRESENTS, body, role, f"{name} of the Harbour League.")]


def _hostile(payloads: Sequence[str]) -> Iterator[Draft]:
    """Meetings whose names, aliases, role, place, title, source and words are payloads."""
    for number, payload in enumerate(payloads):
        release = Release(
            f"hostile-{number}", payload, payload, payload, published="2024-01-01",
            url=f"javascript:window.__xss='{number}'",
        )  # fmt: skip
        name = payload.strip()
        person = Entity("p", EntityType.PERSON, name, (f"alias {name}",))
        body = Entity("o", EntityType.ORGANISATION, f"body {name}")
        said = f"{name} met {name}"
        met = Qualifiers(date="2024-01-01", place=payload, event=payload, status=Status.HELD)
        yield (
            release,
            [
                (person, Relation.REPRESENTS, body, Qualifiers(role=payload), said),
                (
                    person,
                    Relation.MEETS,
                    Entity("q", EntityType.PERSON, f"B {name}"),
                    met,
                    f"{said}.",
                ),
            ],
        )


@pytest.fixture(scope="session")
def workspace(
    made_up: Sequence[Draft], payloads: Sequence[str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Ledger and store of the made-up graph, of people to be told apart, and of payloads."""
    folder = tmp_path_factory.mktemp("explored")
    drafts = [*made_up, *_called(), *_hostile(payloads)]
    with Ledger.open(folder / "ledger.sqlite", create=True) as ledger:
        for number, draft in enumerate(drafts):
            ledger.record(*_told(number, draft), "by-hand")
    made = Workspace(folder, str(folder / "store.kgl"))
    made.load(made.updated("build").graph)
    return folder


@pytest.fixture(scope="session")
def server(workspace: Path, root: Path, needed: Callable[[bool, str], None]) -> Iterator[str]:
    """What ``communique explore`` prints, while it serves."""
    built = root / "app/communique/explorer/static/index.html"
    needed(built.is_file(), "the page is not built: run scripts/page")
    environment = {name: value for name, value in os.environ.items() if "COMMUNIQUE" not in name}
    command = [sys.executable, "-m", "communique", "explore", "--no-open", "--allow-cypher"]
    command += ["--data", str(workspace)]
    with subprocess.Popen(  # noqa: S603  # our own command
        command, stdout=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) in {0, 130}


@pytest.fixture(scope="session")
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A profile that was let in."""
    made = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    made.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = made.new_page()
    page.goto(server)
    expect(page).to_have_url(server.partition("?")[0])
    page.close()
    yield made
    made.close()


@pytest.fixture
def tab(context: BrowserContext, server: str) -> Iterator[Visit]:
    """A new tab; whatever a test does in it, it asks nothing of others and complains of nothing."""
    page = context.new_page()
    visit = Visit(page, server.partition("/?")[0])
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda said: visit.note(said.type, said.text, said.location["url"]))
    page.on("pageerror", lambda error: visit.note("error", str(error)))
    yield visit
    ran, foreign = page.evaluate("window.__xss"), page.locator(FOREIGN).count()
    page.close()
    assert (visit.outside, visit.complaints, ran, foreign) == ([], [], None, 0)


@pytest.fixture
def visit(tab: Visit) -> Callable[..., Page]:
    """Opens a view in the tab: ``visit("table", relation=["MEETS"], o__sort="-date")``."""
    return tab.open
