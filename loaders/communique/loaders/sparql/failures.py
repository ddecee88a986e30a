"""What went wrong with a SPARQL server, in words that say what to do."""

from ssl import SSLCertVerificationError

import httpx

from communique.graph import CommuniqueError, StoreUnavailableError
from communique.loaders.sparql.login import Login
from communique.loaders.sparql.target import Route

_SET_LOGIN = (
    "set COMMUNIQUE_PUSH_USER and COMMUNIQUE_PUSH_PASSWORD, or COMMUNIQUE_PUSH_TOKEN, and "
    "COMMUNIQUE_PUSH_AUTH if the server wants digest"
)
_ENDPOINTS = {
    Route.GRAPH_STORE: (
        "a Graph Store is /DATASET/data of Fuseki, /store of Oxigraph; for /DATASET/update or "
        "/update say --by update"
    ),
    Route.UPDATE: (
        "SPARQL Update is /DATASET/update of Fuseki, /update of Oxigraph; for /DATASET/data or "
        "/store leave --by update out"
    ),
}
_NO_ENDPOINT = frozenset(
    {
        httpx.codes.NOT_FOUND,
        httpx.codes.METHOD_NOT_ALLOWED,
        httpx.codes.UNSUPPORTED_MEDIA_TYPE,
    }
)
_BUSY = frozenset({httpx.codes.REQUEST_TIMEOUT, httpx.codes.TOO_MANY_REQUESTS})
_LONGEST = 300


class PushRefusedError(CommuniqueError):
    """A server does not take what was sent; sending it again would not help.

    Attributes:
        status: The status of HTTP.
    """

    def __init__(self, message: str, status: int) -> None:
        """Say what the server said."""
        super().__init__(message)
        self.status = status


def refused(
    address: str, what: str, by: Route, login: Login | None, answer: httpx.Response
) -> CommuniqueError:
    """The server answers, and not that it has done it."""
    status = answer.status_code
    said = f"{status} {_first_line(answer)}".strip()
    if status == httpx.codes.UNAUTHORIZED:
        return _unknown(address, login)
    if status == httpx.codes.FORBIDDEN:
        return StoreUnavailableError(f"{address}: this login may not write {what} ({said})")
    if status in _NO_ENDPOINT or _of_another_kind(answer):
        return StoreUnavailableError(
            f"{address}: no endpoint to write to in this way is there ({said}); {_ENDPOINTS[by]}"
        )
    if answer.is_redirect:
        return StoreUnavailableError(
            f"{address}: the server points to {answer.headers.get('Location')}; a login is not "
            "sent on, so name that address if it is right"
        )
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or status in _BUSY:
        return StoreUnavailableError(f"{address}: the server failed at {what}: {said}")
    return PushRefusedError(f"{address}: the server refuses {what}: {said}", status)


def _unknown(address: str, login: Login | None) -> StoreUnavailableError:
    """The server does not take the login, or wants one."""
    if login is None:
        return StoreUnavailableError(f"{address}: the server wants a login; {_SET_LOGIN}")
    return StoreUnavailableError(
        f"{address}: the server refuses {login.told}, shown by {login.scheme}; {_SET_LOGIN}"
    )


def _of_another_kind(answer: httpx.Response) -> bool:
    """Whether a server complains of the kind of content, as Fuseki's Graph Store of an update."""
    complains = answer.status_code == httpx.codes.BAD_REQUEST
    return complains and "content type" in _first_line(answer).lower()


def unreachable(address: str, error: httpx.TransportError) -> StoreUnavailableError:
    """No answer came."""
    if untrusted := _certificate_error(error):
        return StoreUnavailableError(
            f"{address}: the server's certificate is not trusted ({untrusted.verify_message}); put "
            "its authority into the system's store, or into a file that SSL_CERT_FILE names"
        )
    if isinstance(error, httpx.TimeoutException) and not isinstance(error, httpx.ConnectTimeout):
        return StoreUnavailableError(f"{address}: the server takes too long to answer")
    reason = str(error) or type(error).__name__
    return StoreUnavailableError(f"{address}: no server answers there ({reason})")


def _certificate_error(error: BaseException | None) -> SSLCertVerificationError | None:
    while error is not None and not isinstance(error, SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error


def _first_line(answer: httpx.Response) -> str:
    lines = [line.strip() for line in answer.text.splitlines() if line.strip()]
    return (lines[0] if lines else answer.reason_phrase)[:_LONGEST]
