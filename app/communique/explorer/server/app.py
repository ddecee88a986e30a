"""The explorer as an application that a server runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from communique.explorer.server import problems
from communique.explorer.server.context import Explorer
from communique.explorer.server.replies.problem import Problem
from communique.explorer.server.routes import ROUTERS
from communique.explorer.server.security import Guard
from communique.explorer.server.watch import Watch

STATIC = Path(__file__).parent.parent / "static"
"""The page, which is built from ``web/``."""

_NOT_BUILT = (
    "The page of the explorer has not been built: run scripts/set-up with Node 20 or newer, or "
    "install a released package, which has it. The API under /api answers without it."
)
_DESCRIPTION = """\
What the explorer's page asks of a knowledge graph of press releases.

Every fact has a key, and `/api/evidence` gives the words of the releases that it rests on.
Filters are the same everywhere: a list that is empty lets all through, `type` keeps facts both of
whose ends are of a chosen type, and `since` and `until` those whose date overlaps the period.
Results are cut to the limits stated at the parameters; `truncated` says so.
"""


class _Page(StaticFiles):
    """The files of the page; a browser asks each time whether they are still the same."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with a file, or with what to do where the page was not built."""
        built = STATIC.joinpath("index.html").is_file()
        answer = super().__call__ if built else PlainTextResponse(_NOT_BUILT, 503)
        await answer(scope, receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file."""
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def make_app(explorer: Explorer, token: str, port: int) -> ASGIApp:
    """The application, guarded.

    Args:
        explorer: The graph; it is closed when the application ends.
        token: What the address that is printed holds.
        port: Where the server listens.
    """

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        with Watch(explorer):
            yield
        explorer.close()

    api = FastAPI(
        title="communique explorer",
        version=version("communique"),
        description=_DESCRIPTION,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=running,
        responses={422: {"model": Problem, "description": "What is wrong with the request."}},
    )
    api.state.explorer = explorer
    problems.install(api)
    for router in ROUTERS:
        api.include_router(router)
    api.mount("/", _Page(directory=STATIC, html=True, check_dir=False))
    return Guard(api, token, port)
