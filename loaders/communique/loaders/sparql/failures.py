"""What went wrong with a SPARQL server, in words that say what to do."""

from ssl import SSLCertVerificationError

import httpx

from communique.graph import CommuniqueError, StoreUnavailableError

_SET_LOGIN = (
    "set COMMUNIQUE_PUSH_USER and COMMUNIQUE_PUSH_PASSWORD, or COMMUNIQUE_PUSH_TOKEN, and "
    "COMMUNIQUE_PUSH_AUTH if the server wants digest"
)
_ENDPOINTS = "Fuseki has /DATASET/data and /DATASET/update, Oxigraph /store and /update"
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


def refused(address: str, what: str, answer: httpx.Response) -> CommuniqueError:
    """The server answers, and not that it has done it."""
    status = answer.status_code
    said = f"{status} {_first_line(answer)}".strip()
    if status == httpx.codes.UNAUTHORIZED:
        return StoreUnavailableError(f"{address}: the server wants another login; {_SET_LOGIN}")
    if status == httpx.codes.FORBIDDEN:
        return StoreUnavailableError(f"{address}: this login may not write {what} ({said})")
    if status in {httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED}:
        return StoreUnavailableError(
            f"{address}: no endpoint to write to is there ({said}); {_ENDPOINTS}"
        )
    if answer.is_redirect:
        return StoreUnavailableError(
            f"{address}: the server points to {answer.headers.get('Location')}; a login is not "
            "sent on, so name that address if it is right"
        )
    if status >= httpx.codes.INTERNAL_SERVER_ERROR:
        return StoreUnavailableError(f"{address}: the server failed at {what}: {said}")
    return PushRefusedError(f"{address}: the server refuses {what}: {said}", status)


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
