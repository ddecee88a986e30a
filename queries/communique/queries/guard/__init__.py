"""Whether a query of one's own only reads, told from its tokens before any store has it."""

from communique.queries.guard.labels import strangers
from communique.queries.guard.limit import limited
from communique.queries.guard.reading import Reading
from communique.queries.guard.refusal import RefusedQueryError
from communique.queries.guard.steadying import steadied
from communique.queries.guard.tokens import parameters_of, without_comments

__all__ = [
    "RefusedQueryError",
    "check",
    "limited",
    "parameters_of",
    "steadied",
    "strangers",
    "without_comments",
]


def check(cypher: str) -> None:
    """Pass a query that only reads the graph.

    Passing is no promise that the query is right, only that it is one statement of clauses,
    functions and procedures that read.

    Raises:
        RefusedQueryError: It writes, reaches outside the graph, or uses what is not known to read;
            the message has the place and what to do.
    """
    Reading.of(cypher).check()
