"""A question template: what it is called, what it needs, what it returns and its Cypher."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from communique.ontology import EntityType

USED = re.compile(r"\$(\w+)")
"""A parameter in Cypher, by its name."""

SLOT = re.compile(r"\{(\w*)\}")
"""A parameter in a phrasing, by its name."""


class Group(StrEnum):
    """What a question is about, in the order in which questions are listed."""

    PEOPLE = "people"
    COUNTRIES = "countries"
    ORGANISATIONS = "organisations"
    OPERATIONS = "operations"
    EVENTS = "events"
    TIME = "time"
    EVIDENCE = "evidence"
    NETWORK = "network"
    OWN = "own"


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
    """What a column holds.

    ``entity`` and ``release`` are ids, ``quote`` is words of a release, and ``keys`` are those of
    the facts that a row rests on, by which its evidence is found.
    """

    TEXT = "text"
    DATE = "date"
    INT = "int"
    NUMBER = "number"
    LIST = "list"
    ENTITY = "entity"
    RELEASE = "release"
    QUOTE = "quote"
    KEYS = "keys"


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
        cypher: The text of the file.
        group: What it is about.
        example: Values that it has an answer for in the example feed; empty if it gives none.
        phrasings: The question as people put it, with names of parameters in braces.
        own: Whether a user wrote it, who may not know what engines answer wrongly.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    group: Group = Group.OWN
    example: Mapping[str, str] = field(default_factory=dict)
    phrasings: tuple[str, ...] = ()
    own: bool = False

    def __post_init__(self) -> None:
        """Reject a head that does not fit the text."""
        if not self.question or not self.columns:
            raise ValueError(f"template {self.name} declares no question or no columns")
        declared = {parameter.name for parameter in self.parameters}
        if odd := sorted(declared ^ set(USED.findall(self.statement))):
            raise ValueError(f"template {self.name} declares or uses alone: {', '.join(odd)}")
        filled = {slot for text in self.phrasings for slot in SLOT.findall(text)}
        if odd := sorted((self.example.keys() | filled) - declared):
            raise ValueError(f"template {self.name} has no parameter: {', '.join(odd)}")

    @property
    def statement(self) -> str:
        """The text without its lines of comments."""
        lines = self.cypher.splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith("//"))
