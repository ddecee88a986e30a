"""The catalogue of questions: what the head comments of the templates declare.

A template is one Cypher statement in a file of its own. Its head comment declares::

    // question: Whom did someone meet?
    // param: entity entity(Person|Country) - whose meetings
    // param: limit int [100] - most rows
    // column: date date - when, as stated

A parameter with brackets may be left out; empty brackets stand for null.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable

from rapidfuzz import fuzz, process

from communique.graph import UnknownTemplateError
from communique.ontology import EntityType

_DECLARATION = re.compile(r"// (question|param|column): (.+)")
_PARAMETER = re.compile(r"(\w+) ([a-z-]+)(?:\(([\w|]+)\))?(?: \[(.*?)\])? - (.+)")
_COLUMN = re.compile(r"(\w+) ([a-z]+) - (.+)")
_USED = re.compile(r"\$(\w+)")


class ParameterKind(StrEnum):
    """How a value is read."""

    ENTITY = "entity"
    DATE_FROM = "date-from"
    DATE_TO = "date-to"
    INT = "int"
    TEXT = "text"
    SEARCH = "search"
    DAY = "day"
    WORDS = "words"


class ColumnKind(StrEnum):
    """What a column holds; ``entity`` and ``release`` are ids, ``quote`` words of a release."""

    TEXT = "text"
    DATE = "date"
    INT = "int"
    NUMBER = "number"
    LIST = "list"
    ENTITY = "entity"
    RELEASE = "release"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a template needs.

    Attributes:
        name: Without the dollar sign.
        kind: How the value is read.
        description: What it means.
        types: For an entity the types it may have; all if empty.
        required: Whether it must be given.
        default: What stands for it, still to be read; None is null.
    """

    name: str
    kind: ParameterKind
    description: str
    types: frozenset[EntityType] = frozenset()
    required: bool = True
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer."""

    name: str
    kind: ColumnKind
    description: str


@dataclass(frozen=True, slots=True)
class Template:
    """A question that can be asked of any store.

    Attributes:
        name: Name of its file without suffix.
        question: In words.
        parameters: In the order declared.
        columns: In the order declared, which is that of the table.
        cypher: The text of the file, as it is run.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str

    def __post_init__(self) -> None:
        """Reject a head comment that does not fit the text."""
        if not self.question or not self.columns:
            raise ValueError(f"template {self.name} declares no question or no columns")
        declared = {parameter.name for parameter in self.parameters}
        used = set(_USED.findall(self.cypher))
        if odd := sorted(declared ^ used):
            raise ValueError(f"template {self.name} declares or uses alone: {', '.join(odd)}")


def catalogue() -> dict[str, Template]:
    """Every template of the package by its name, in the order of names."""
    folder = files("communique.queries") / "templates"
    return {found.name: found for found in sorted(_read(folder), key=lambda found: found.name)}


def template(name: str) -> Template:
    """The template of that name.

    Raises:
        UnknownTemplateError: There is none; the message has the nearest names.
    """
    known = catalogue()
    if name in known:
        return known[name]
    near = process.extract(name, list(known), scorer=fuzz.WRatio, limit=3, score_cutoff=50)
    hint = f"did you mean {' or '.join(found for found, _, _ in near)}? " if near else ""
    raise UnknownTemplateError(
        f"there is no question {name!r}; {hint}`communique query list` names them all"
    )


def parse(name: str, text: str) -> Template:
    """Read a template from the text of its file.

    Raises:
        ValueError: The head comment is malformed or does not fit the statement.
    """
    question, parameters, columns = "", [], []
    for line in text.splitlines():
        match = _DECLARATION.fullmatch(line)
        if match is None:
            continue
        word, rest = match.groups()
        if word == "question":
            question = rest
        elif word == "param":
            parameters.append(_parameter(name, rest))
        else:
            columns.append(_column(name, rest))
    return Template(name, question, tuple(parameters), tuple(columns), text)


def _read(folder: Traversable) -> Iterator[Template]:
    for file in folder.iterdir():
        if file.name.endswith(".cypher"):
            yield parse(file.name.removesuffix(".cypher"), file.read_text(encoding="utf-8"))


def _parameter(template_name: str, declaration: str) -> Parameter:
    match = _PARAMETER.fullmatch(declaration)
    if match is None:
        raise ValueError(f"template {template_name} has a malformed parameter: {declaration!r}")
    name, kind, types, default, description = match.groups()
    return Parameter(
        name,
        ParameterKind(kind),
        description,
        frozenset(EntityType(type_) for type_ in (types or "").split("|") if type_),
        default is None,
        default or None,
    )


def _column(template_name: str, declaration: str) -> Column:
    match = _COLUMN.fullmatch(declaration)
    if match is None:
        raise ValueError(f"template {template_name} has a malformed column: {declaration!r}")
    name, kind, description = match.groups()
    return Column(name, ColumnKind(kind), description)
