"""Who is answered, and with what headers."""

from asyncio import CancelledError
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from communique.explorer.server import problems
from communique.explorer.server.app import make_app
from communique.explorer.server.context import Explorer
from communique.explorer.server.entrance import Entrance
from communique.explorer.server.security import MOST_BYTES, POLICY

COOKIE = {"Cookie": "communique-8765=harbour-token"}
OURS = {**COOKIE, "Origin": "http://127.0.0.1:8765"}
PATHS = ("/", "/static/app.js", "/api/graph", "/api/openapi.json", "/docs", "/nothing")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "cookie",
    ["", "communique-8765=another", "communique-8766=harbour-token", 'communique-8765="', "é=\x01"],
    ids=["none", "wrong", "of another port", "broken", "garbled"],
)
def test_nothing_answers_without_the_token(stranger: TestClient, path: str, cookie: str) -> None:
    answer = stranger.get(path, headers={b"Cookie": cookie.encode()})

    assert answer.status_code == 401
    assert "communique explore" in answer.json()["detail"]


def test_who_opens_a_kept_link_without_the_token_reads_what_to_do(stranger: TestClient) -> None:
    answer = stranger.get("/?view=table", headers={"Accept": "text/html,*/*;q=0.8"})

    assert answer.status_code == 401
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-security-policy"] == POLICY
    assert "<p>It does not answer: open the address with the token" in answer.text


@pytest.mark.parametrize(
    "others",
    ['prefs={"x":1}; %s', 'foo="bar; %s', "word; %s", "bad name=1; %s", "ü=é; %s",
     "communique-8765=old; %s; x", "%s;communique-8765=old"],
    ids="json open-quote word space foreign before after".split(),
)  # fmt: skip
def test_cookies_of_other_programs_lock_nobody_out(stranger: TestClient, others: str) -> None:
    cookie = others % COOKIE["Cookie"]

    assert stranger.get("/api/graph", headers={b"Cookie": cookie.encode()}).status_code == 200


def test_a_ticket_lets_in_once_and_nobody_where_a_stranger_had_it(explorer: Explorer) -> None:
    app = make_app(explorer, Entrance("harbour-token", "pier-ticket"), 8765)
    first, second = (TestClient(app, "http://127.0.0.1:8765") for _ in range(2))

    entered = first.get("/?token=pier-ticket&view=table", follow_redirects=False)
    let_in = first.get("/api/graph").status_code
    again = second.get("/?token=pier-ticket", follow_redirects=False)
    later = first.get("/api/graph").status_code

    assert (entered.status_code, entered.headers["location"]) == (303, "/?view=table")
    assert "harbour-token" not in entered.headers["set-cookie"]
    assert "pier-ticket" not in entered.headers["set-cookie"]
    assert (let_in, again.status_code, later) == (200, 401, 401)
    assert "open the address that was printed" in again.json()["detail"]
    assert second.get("/?token=harbour-token", follow_redirects=False).status_code == 303


def test_the_printed_address_leads_in_and_loses_its_token(stranger: TestClient) -> None:
    entry = stranger.get("/?token=harbour-token&view=table&focus=a%26b")
    cookie = entry.headers["set-cookie"]

    assert (entry.status_code, entry.headers["location"]) == (303, "/?view=table&focus=a%26b")
    assert cookie.startswith("communique-8765=harbour-token; ")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} == set(cookie.split("; ")[1:])
    stranger.cookies.clear()


@pytest.mark.parametrize("path", ["/?token=other", "/?token=", "/api/graph?token=harbour-token"])
def test_a_token_counts_only_at_the_entrance_and_if_it_is_ours(
    stranger: TestClient, path: str
) -> None:
    answer = stranger.get(path)

    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("name", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_our_own_names_are_answered(stranger: TestClient, name: str) -> None:
    assert stranger.get("/api/graph", headers={**COOKIE, "Host": name}).status_code == 200


@pytest.mark.parametrize(
    "name", ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", ""]
)
def test_a_name_that_was_made_to_lead_here_is_refused(stranger: TestClient, name: str) -> None:
    assert stranger.get("/api/graph", headers={**COOKIE, "Host": name}).status_code == 400


@pytest.mark.parametrize(("path", "with_token"), [("/api/graph", True), ("/api/graph", False)])
def test_every_answer_says_what_a_page_may_load(
    stranger: TestClient, path: str, with_token: bool
) -> None:
    headers = stranger.get(path, headers=COOKIE if with_token else {}).headers

    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        (COOKIE, 403),
        ({**COOKIE, "Origin": "null"}, 403),
        ({**COOKIE, "Origin": "http://evil.example"}, 403),
        ({**COOKIE, "Origin": "http://127.0.0.1:9999"}, 403),
        ({**COOKIE, "Origin": "https://127.0.0.1:8765"}, 403),
        ({**OURS, "Content-Type": "text/plain"}, 415),
        ({**OURS, "Content-Type": "application/json", "Content-Length": str(MOST_BYTES + 1)}, 413),
        ({**OURS, "Content-Type": "application/json", "Transfer-Encoding": "chunked"}, 411),
        ({**OURS, "Content-Type": "application/json"}, 404),
    ],
    ids="stranger no-origin null other other-port other-scheme form long two-lengths ours".split(),
)
def test_a_change_is_taken_from_our_own_page_alone(
    stranger: TestClient, headers: dict[str, str], status: int
) -> None:
    assert stranger.post("/api/nothing", content=b"{}", headers=headers).status_code == status


def test_what_nobody_expected_is_told_in_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    app = FastAPI()
    problems.install(app)
    app.add_api_route("/broken", lambda: dict[str, str]()["words that somebody typed"])

    answer = TestClient(app).get("/broken")

    assert answer.status_code == 500
    assert answer.json()["detail"].startswith("something went wrong in the explorer")
    assert "/broken failed: KeyError" in caplog.text
    assert "Traceback" not in caplog.text
    assert "typed" not in caplog.text


@pytest.mark.parametrize("built", [True, False])
def test_the_page_is_served_or_what_to_do_for_it(
    explorer: Explorer, tmp_path: Path, built: bool
) -> None:
    if built:
        (tmp_path / "index.html").write_text("<!doctype html><title>ours</title>")
        (tmp_path / "app.js").write_text("export {};")
    client = TestClient(make_app(explorer, Entrance("t"), 1, tmp_path), "http://127.0.0.1:1")
    client.headers["Cookie"] = "communique-1=t"

    page, script = client.get("/?view=table"), client.get("/static/app.js")

    assert (page.status_code, script.status_code) == ((200, 200) if built else (503, 404))
    assert "<title>ours</title>" in page.text or "scripts/page" in page.text
    if built:
        assert page.headers["cache-control"] == script.headers["cache-control"] == "no-cache"
        assert script.headers["content-type"].startswith("text/javascript")
        again = client.get("/static/app.js", headers={"If-None-Match": script.headers["etag"]})
        assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"]
)
def test_no_file_but_those_of_the_page_is_served(stranger: TestClient, path: str) -> None:
    assert stranger.get(path, headers=COOKIE).status_code == 404


def test_who_still_waits_when_the_server_ends_is_told(caplog: pytest.LogCaptureFixture) -> None:
    async def cancelled() -> None:
        raise CancelledError

    app = FastAPI()
    problems.install(app)
    app.add_api_route("/slow", cancelled)

    answer = TestClient(app).get("/slow")

    assert (answer.status_code, caplog.text) == (503, "")
    assert answer.json()["detail"] == "the explorer has been stopped"
