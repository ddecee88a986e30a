"""What went wrong on a Neo4j server, in words that say what to do."""

from ssl import SSLCertVerificationError

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)

from communique.graph import CommuniqueError, StoreUnavailableError
from communique.loaders.store import QueryError

FAILURES = (DriverError, Neo4jError, OSError)
"""What the driver raises."""

_TIMEOUTS = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)
_ACCESS_MODE = "Neo.ClientError.Statement.AccessMode"
_READ_ONLY = (
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
)
_SYNTAX = "Neo.ClientError.Statement.SyntaxError"
_STATEMENT = "Neo.ClientError.Statement."
_EXECUTION = "Neo.DatabaseError.Statement."
_PROCEDURE = "Neo.ClientError.Procedure."
_DATABASE = "Neo.ClientError.Database."

_SET_LOGIN = (
    "set COMMUNIQUE_NEO4J_PASSWORD or COMMUNIQUE_NEO4J_PASSWORD_FILE, and COMMUNIQUE_NEO4J_USER "
    "if it is not neo4j"
)


def unavailable(address: str, error: Exception, has_password: bool = True) -> StoreUnavailableError:
    """The server cannot be used at all; ``has_password`` is whether one was given."""
    if isinstance(error, AuthError) and not has_password:
        return StoreUnavailableError(f"{address}: the server wants a password; {_SET_LOGIN}")
    return StoreUnavailableError(f"{address}: {_reason(error)}")


def refused(address: str, error: Exception, timeout: float) -> CommuniqueError:
    """A query was not answered: through its own fault, or because the server is gone."""
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if code in _TIMEOUTS:
        return QueryError(f"the query took longer than {timeout:g} seconds")
    if code == _ACCESS_MODE:
        return QueryError("the query writes, and this store is only read by queries")
    if code == _SYNTAX:
        return QueryError(f"the store refuses the query: wrong syntax: {_message(error)}")
    if code.startswith((_STATEMENT, _EXECUTION, _PROCEDURE)):
        return QueryError(f"the store refuses the query: {_message(error)}")
    return unavailable(address, error)


def _reason(error: Exception) -> str:
    if isinstance(error, AuthError):
        return f"the server refuses the user or the password; {_SET_LOGIN}"
    if untrusted := _certificate_error(error):
        return (
            f"the server's certificate is not trusted ({untrusted.verify_message}); put its "
            "authority into the system's store, or into a file that SSL_CERT_FILE names"
        )
    if isinstance(error, ServiceUnavailable | OSError | ConfigurationError):
        return f"no Neo4j server answers there, or it has gone ({_message(error)})"
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if code in _READ_ONLY:
        return "the database is read only; nothing can be written to it"
    if code.startswith(_DATABASE):
        return f"{_message(error)}; set COMMUNIQUE_NEO4J_DATABASE"
    kind = "refuses it" if isinstance(error, ClientError) else "has a fault"
    return f"the server {kind}: {_message(error)}"


def _certificate_error(error: BaseException | None) -> SSLCertVerificationError | None:
    """What lies behind a connection that was refused for its certificate."""
    while error is not None and not isinstance(error, SSLCertVerificationError):
        error = error.__cause__ or error.__context__
    return error


def _message(error: Exception) -> str:
    text = (error.message if isinstance(error, Neo4jError) else None) or str(error)
    return text.strip().splitlines()[0] if text.strip() else type(error).__name__
