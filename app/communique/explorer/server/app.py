"""The explorer as an application that a server runs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from communique.explorer.server import problems
from communique.explorer.server.context import Explorer
from communique.explorer.server.entrance import Entrance
from communique.explorer.server.routes import ROUTERS
from communique.explorer.server.security import Guard
from communique.explorer.server.watch import Watch

STATIC = Path(__file__).parent.parent / "static"
"""The page, which is built from ``web/``."""

_NOT_BUILT = (
    "The page of the explorer has not been built: run scripts/page, which needs Node 20 or newer, "
    "or install a released package, which has it. The API under /api answers without it."
)
_DESCRIPTION = """\
What the explorer's page asks of a knowledge graph of press releases.

Every fact has a key, and `/api/evidence` gives the words of the releases that it rests on.
Filters are the same everywhere: a list that is empty lets all through, `type` keeps facts both of
whose ends are of a chosen type, and `since` and `until` those whose date overlaps the period.
Results are cut to the limits stated at the parameters; `truncated` says so.
"""


class _Files(StaticFiles):
    """The files of the page; a browser asks each time whether they are still the same."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """A file."""
        answer = await super().get_response(path, scope)
        answer.headers["Cache-Control"] = "no-cache"
        return answer


def _page(static: Path) -> Response:
    page = static / "index.html"
    if not page.is_file():
        return PlainTextResponse(_NOT_BUILT, 503)
    return FileResponse(page, headers={"Cache-Control": "no-cache"})


def make_app(explorer: Explorer, entrance: Entrance, port: int, static: Path = STATIC) -> ASGIApp:
    """The application, guarded.

    Args:
        explorer: The graph; it is closed when the application ends.
        entrance: Who may come in.
        port: Where the server listens.
        static: Folder of the page's files.
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
        responses=problems.RESPONSES,
    )
    api.state.explorer = explorer
    problems.install(api)
    for router in ROUTERS:
        api.include_router(router)
    api.add_api_route("/", partial(_page, static), include_in_schema=False, response_model=None)
    if static.is_dir():
        api.mount("/static", _Files(directory=static))
    return Guard(api, entrance, port)
