"""Questions as Cypher templates, and their answers.

    >>> from communique.queries import catalogue, run, template

``catalogue()`` has every question by its name, ``template(name)`` is one of them, and ``run`` puts
it to a store; `communique.workspace.Graph` does all three.
"""

from communique.queries.answers import Answer, CitedRelease, Grounds, Named, Quote
from communique.queries.candidate import Candidate
from communique.queries.catalogue import (
    Column,
    ColumnKind,
    Group,
    Parameter,
    ParameterKind,
    Template,
    catalogue,
    parse,
    read_own,
    template,
)
from communique.queries.evidence import with_evidence
from communique.queries.free import FreeAnswer, ask_freely
from communique.queries.guard import RefusedQueryError, check
from communique.queries.names import Names, find_name
from communique.queries.runner import run

__all__ = [
    "Answer",
    "Candidate",
    "CitedRelease",
    "Column",
    "ColumnKind",
    "FreeAnswer",
    "Grounds",
    "Group",
    "Named",
    "Names",
    "Parameter",
    "ParameterKind",
    "Quote",
    "RefusedQueryError",
    "Template",
    "ask_freely",
    "catalogue",
    "check",
    "find_name",
    "parse",
    "read_own",
    "run",
    "template",
    "with_evidence",
]
