"""Who may ask: only a browser on this machine that was given the token, at our own address."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.explorer.server.entrance import Entrance

COOKIE = "communique"
"""Begins the name of the cookie that says who was given the token; the port follows."""

MOST_BYTES = 1_000_000
"""Longest body of a request."""

MOST_ADDRESS_BYTES = 16_384
"""Longest address of a request, without host; the page with all its filters has shorter ones."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""What a page of ours may load: nothing from elsewhere, no script or style written in the page."""

_HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>communique</title>
<h1>This is a communique explorer</h1><p>It does not answer: {}.</p>
<p>The address has a token that is new at each start; the line that begins with http:// in the
window where it was started is the one to open. After that, kept links to it work.</p></html>
"""
_SAFE = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why somebody is not answered, in words of ours."""

    status: int
    detail: str


class Guard:
    """Lets through who has the token, from our own pages; tells others what to do."""

    def __init__(self, app: ASGIApp, entrance: Entrance, port: int) -> None:
        """Take the application behind it.

        Args:
            app: What is guarded.
            entrance: Who may come in.
            port: Where the server listens.
        """
        self._app, self._entrance = app, entrance
        self._hosts = hosts(port)
        # Cookies do not know ports: two explorers on one machine would take each other's.
        self._cookie = f"{COOKIE}-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through; every answer has the headers."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no web sockets
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_HEADERS)
                if "cache-control" not in headers:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        refusal = self._refusal(scope)
        answer = self._app if refusal is None else _told(refusal, Headers(scope=scope))
        await answer(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> Response | _Refused | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return _Refused(400, "this address is not the explorer's; open the printed one")
        if len(scope["raw_path"]) + len(scope["query_string"]) > MOST_ADDRESS_BYTES:
            return _Refused(414, f"an address has at most {MOST_ADDRESS_BYTES} bytes; ask for less")
        given = QueryParams(scope["query_string"]).get("token")
        if given is not None and scope["path"] == "/" and scope["method"] in _SAFE:
            return self._entry(given, scope)
        if not self._is_known(headers):
            told = "open the address with the token that `communique explore` printed"
            return _Refused(401, told)
        if scope["method"] in _SAFE:
            return None
        return _refusal_of_change(headers, self._hosts)

    def _entry(self, given: str, scope: Scope) -> Response | _Refused:
        """Give a cookie, and drop the token from the address, which others may see."""
        held = self._entrance.admitted(given)
        if held is None:
            told = "the token is another's, or was used; open the address that was printed last"
            return _Refused(401, told)
        rest = QueryParams(
            [
                pair
                for pair in QueryParams(scope["query_string"]).multi_items()
                if pair[0] != "token"
            ]
        )
        answer = RedirectResponse(f"/?{rest}" if rest else "/", status_code=303)
        answer.set_cookie(self._cookie, held, httponly=True, samesite="strict", path="/")
        return answer

    def _is_known(self, headers: Headers) -> bool:
        return any(map(self._entrance.knows, _held(headers, self._cookie)))


def _held(headers: Headers, name: str) -> Iterator[str]:
    """What cookies of a name hold, split as browsers do (RFC 6265, 5.2).

    Cookies of every other program on this machine come along, whatever their grammar.
    """
    for line in headers.getlist("cookie"):
        for cookie in line.split(";"):
            called, _, value = cookie.partition("=")
            if called.strip() == name:
                yield value.strip()


def hosts(port: int) -> frozenset[str]:
    """What a browser may call us; any other name was made to lead here (DNS rebinding)."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def _refusal_of_change(headers: Headers, known: Collection[str]) -> _Refused | None:
    """Refuse what another site's page could have sent, and what is too long."""
    if headers.get("origin", "").lower() not in {f"http://{host}" for host in known}:
        return _Refused(403, "the request does not come from the explorer's own page")
    if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return _Refused(415, "the body must be application/json")
    length = headers.get("content-length", "")
    # in chunks a body is as long as it likes, whatever it says beside (RFC 9112, 6.3)
    if not length.isdecimal() or "transfer-encoding" in headers:
        return _Refused(411, f"the body must say its length, at most {MOST_BYTES} bytes")
    if int(length) > MOST_BYTES:
        return _Refused(413, f"the body is longer than {MOST_BYTES} bytes")
    return None


def _told(answer: Response | _Refused, headers: Headers) -> Response:
    """A refusal as whoever asks can read it: a person in a window, or a program."""
    if not isinstance(answer, _Refused):
        return answer
    if "text/html" in headers.get("accept", ""):
        return HTMLResponse(_PAGE.format(answer.detail), answer.status)
    return JSONResponse({"detail": answer.detail}, answer.status)
