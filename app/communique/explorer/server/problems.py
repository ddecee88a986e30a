"""Errors as the page shows them: what happened and what to do, never a traceback."""

import logging
from asyncio import CancelledError
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from communique.explorer.server.judging.judging import GoneError
from communique.explorer.server.judging.work import LostProcessError
from communique.explorer.server.replies.problem import Problem, Responses
from communique.graph import (
    CommuniqueError,
    LedgerError,
    StoreUnavailableError,
    UnknownTemplateError,
    WorkspaceBusyError,
)
from communique.queries.catalogue import UnreadableTemplatesError

_log = logging.getLogger(__name__)


class NotThereError(CommuniqueError):
    """What an address names is not in the graph."""


class RenewedError(CommuniqueError):
    """The graph is no longer the one that was asked about."""


class NotAllowedError(CommuniqueError):
    """The server was started without leave for this."""


class WrongRequestError(CommuniqueError):
    """A request that makes no sense."""


STATUSES: Mapping[type[CommuniqueError], int] = {
    NotAllowedError: 403,
    NotThereError: 404,
    UnknownTemplateError: 404,
    GoneError: 409,
    RenewedError: 409,
    WorkspaceBusyError: 409,
    LedgerError: 503,
    LostProcessError: 503,
    StoreUnavailableError: 503,
    UnreadableTemplatesError: 503,
    CommuniqueError: 422,
}
"""Status of each error; that of the nearest class counts."""


RESPONSES: Responses = {
    status: {"model": Problem, "description": told}
    for status, told in (
        (400, "The address is not the explorer's, or the body cannot be read."),
        (401, "The token is missing or wrong."),
        (403, "The request is not from the explorer's page, or the server does not allow it."),
        (404, "The graph does not have what the address names."),
        (411, "The body does not say its length."),
        (413, "The body is too long."),
        (414, "The address is too long."),
        (415, "The body is no JSON."),
        (422, "What is wrong with the request."),
        (503, "Ledger or store cannot be read."),
    )
}
"""What any route may answer instead, for the description of the API."""


def install(app: FastAPI) -> None:
    """Answer errors with a problem."""
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(CommuniqueError, _failed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(LastResort)


class LastResort:
    """Answers what nobody expected: logged by its name, in full at debug, told in a sentence."""

    def __init__(self, app: ASGIApp) -> None:
        """Take the application behind it."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through; an error becomes an answer if none has begun."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except CancelledError:  # the server has ended, and does not wait for long answers
            if scope["type"] != "http" or begun:
                raise
            await _problem(503, "the explorer has been stopped")(scope, receive, send)
        except Exception as error:
            if scope["type"] != "http" or begun:
                raise
            _log.error("a request to %s failed: %s", scope["path"], type(error).__name__)
            _log.debug("%r", error, exc_info=True)  # its message may hold words of a release
            told = "something went wrong in the explorer; where it was started, it is told what"
            await _problem(500, told)(scope, receive, send)


def _wrong(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # what it is installed for
    return _problem(422, "; ".join(map(_told, error.errors())))


def _told(item: Mapping[str, Any]) -> str:
    """What is wrong and where; what is wrong with several parameters together names them."""
    told = str(item["msg"]).removeprefix("Value error, ")
    place = item["loc"][-1]
    return told if place in {"query", "body"} else f"{place}: {told}"


def _failed(_: Request, error: Exception) -> JSONResponse:
    status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    return _problem(status, str(error))


def _refused(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101  # what it is installed for
    return _problem(error.status_code, str(error.detail), error.headers)


def _problem(status: int, detail: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"detail": detail}, status, dict(headers or {}))
