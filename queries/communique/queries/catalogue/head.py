"""Reading the head of a template.

A template is one Cypher statement in a file of its own. Its head comment declares::

    // group: people
    // question: Whom did someone meet?
    // ask: who did {entity} meet
    // param: entity entity(Person|Country) - whose meetings
    // param: limit int [100] - most rows
    // example: entity="Henrik Solvang" limit=5
    // column: date date - when, as stated

A parameter with brackets may be left out; empty brackets stand for null. The example has values
for the example feed; phrasings after ``ask`` have names of parameters in braces.
"""

import re
import shlex
from dataclasses import dataclass, field

from communique.ontology import EntityType
from communique.queries.catalogue.template import (
    Column,
    ColumnKind,
    Group,
    Parameter,
    ParameterKind,
    Template,
)

_DECLARATION = re.compile(r"// (group|question|ask|param|example|column): (.+)")
_PARAMETER = re.compile(r"(\w+) ([a-z-]+)(?:\(([\w|]+)\))?(?: \[(.*?)\])? - (.+)")
_COLUMN = re.compile(r"(\w+) ([a-z]+) - (.+)")


@dataclass(slots=True)
class _Head:
    """What has been read so far."""

    group: Group = Group.OWN
    question: str = ""
    phrasings: list[str] = field(default_factory=list)
    parameters: list[Parameter] = field(default_factory=list)
    example: dict[str, str] = field(default_factory=dict)
    columns: list[Column] = field(default_factory=list)

    def take(self, word: str, rest: str) -> None:
        """Take one declaration.

        Raises:
            ValueError: It is malformed.
        """
        match word:
            case "group":
                self.group = Group(rest)
            case "question":
                self.question = rest
            case "ask":
                self.phrasings.append(rest)
            case "param":
                self.parameters.append(_parameter(rest))
            case "example":
                self.example = _example(rest)
            case _:
                self.columns.append(_column(rest))


def parse(name: str, text: str) -> Template:
    """Read a template from the text of its file.

    Raises:
        ValueError: The head comment is malformed or does not fit the statement.
    """
    head = _Head()
    for line in text.splitlines():
        match = _DECLARATION.fullmatch(line)
        if match is None:
            continue
        try:
            head.take(*match.groups())
        except ValueError as error:
            raise ValueError(f"template {name}: {error}") from error
    return Template(
        name,
        head.question,
        tuple(head.parameters),
        tuple(head.columns),
        text,
        head.group,
        head.example,
        tuple(head.phrasings),
    )


def _parameter(declaration: str) -> Parameter:
    match = _PARAMETER.fullmatch(declaration)
    if match is None:
        raise ValueError(f"malformed parameter: {declaration!r}")
    name, kind, types, default, description = match.groups()
    return Parameter(
        name,
        ParameterKind(kind),
        description,
        frozenset(EntityType(type_) for type_ in (types or "").split("|") if type_),
        default is None,
        default or None,
    )


def _column(declaration: str) -> Column:
    match = _COLUMN.fullmatch(declaration)
    if match is None:
        raise ValueError(f"malformed column: {declaration!r}")
    name, kind, description = match.groups()
    return Column(name, ColumnKind(kind), description)


def _example(declaration: str) -> dict[str, str]:
    """Values by name, quoted as in a shell."""
    try:
        pairs = [item.partition("=") for item in shlex.split(declaration)]
    except ValueError as error:
        raise ValueError(f"malformed example: {declaration!r} ({error})") from error
    if not all(name and equals and value for name, equals, value in pairs):
        raise ValueError(f"malformed example: {declaration!r}")
    return {name: value for name, _, value in pairs}
