"""Errors as the page shows them: what happened and what to do, never a traceback."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from communique.graph import CommuniqueError, StoreUnavailableError


def install(app: FastAPI) -> None:
    """Answer errors with a problem."""
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(CommuniqueError, _failed)


def _wrong(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101  # what it is installed for
    told = [f"{item['loc'][-1]}: {item['msg']}" for item in error.errors()]
    return JSONResponse({"detail": "; ".join(told)}, 422)


def _failed(_: Request, error: Exception) -> JSONResponse:
    status = 503 if isinstance(error, StoreUnavailableError) else 422
    return JSONResponse({"detail": str(error)}, status)
