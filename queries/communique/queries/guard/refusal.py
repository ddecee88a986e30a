"""The error for a query of one's own that is not run."""

from communique.loaders.store import QueryError


class RefusedQueryError(QueryError):
    """A query does not only read, or cannot be told to; it was not given to the store.

    Attributes:
        reason: What is wrong with what, and what to write instead.
        line: Where in the query, from 1.
        column: Where in the line, in code points from 1.
    """

    def __init__(self, reason: str, line: int, column: int) -> None:
        """Say where the query is refused and why."""
        super().__init__(f"line {line}, column {column} of the query: {reason}")
        self.reason = reason
        self.line = line
        self.column = column


def refusal(cypher: str, start: int, reason: str) -> RefusedQueryError:
    """The error for what stands at an offset of a query."""
    before = cypher[:start]
    return RefusedQueryError(reason, before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1)
