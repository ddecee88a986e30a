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
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from rapidfuzz import fuzz, process

from communique.graph import bounds
from communique.ontology import EntityType
from communique.queries.catalogue.template import (
    SLOT,
    USED,
    Column,
    ColumnKind,
    Group,
    Parameter,
    ParameterKind,
    Template,
)

_WORDS = ("group", "question", "ask", "param", "example", "column")
_DECLARATION = re.compile(r"// ([a-z]+): (\S.*)")
_LIKE_ONE = re.compile(r"\s*//+\s*(\w+)\s*:.*")
_PARAMETER = re.compile(r"(\w+) ([a-z-]+)(?:\(([\w|]+)\))?(?: \[(.*?)\])? - (.+)")
_COLUMN = re.compile(r"(\w+) ([a-z]+) - (.+)")
_LIKENESS = 75
"""Similarity, up to 100, from which a word is taken for a misspelt one of the head."""
_DATES = frozenset({ParameterKind.DATE_FROM, ParameterKind.DATE_TO, ParameterKind.DAY})

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong with the text of a template.

    Attributes:
        line: Where, from 1.
        reason: What, and what to write instead.
    """

    line: int
    reason: str


class MalformedTemplateError(ValueError):
    """The text of a template cannot be taken.

    Attributes:
        faults: All that is wrong, in the order of lines.
    """

    def __init__(self, name: str, faults: list[Fault]) -> None:
        """Say what is wrong with which template."""
        told = "; ".join(f"line {fault.line}: {fault.reason}" for fault in faults)
        super().__init__(f"template {name}: {told}")
        self.faults = tuple(faults)


def parse(name: str, text: str) -> Template:
    """Read a template from the text of its file.

    Raises:
        MalformedTemplateError: The head comment is malformed or does not fit the statement.
    """
    head = _Head()
    for line, content in enumerate(text.splitlines(), 1):
        head.read(line, content)
    if faults := sorted((*head.faults, *head.misfits(text))):
        raise MalformedTemplateError(name, faults)
    return Template(
        name,
        head.question,
        tuple(head.parameters.values()),
        tuple(head.columns.values()),
        text,
        head.group,
        head.example,
        tuple(head.phrasings),
    )


@dataclass(slots=True)
class _Head:
    """What has been read so far.

    Attributes:
        lines: In which line each thing is declared.
        seen: Words that declare something.
        unread: Words of lines that could not be read; what they declare is not unknown.
    """

    group: Group = Group.OWN
    question: str = ""
    phrasings: list[str] = field(default_factory=list)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    example: dict[str, str] = field(default_factory=dict)
    columns: dict[str, Column] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def read(self, line: int, content: str) -> None:
        """Take a line of the text; what is no declaration and like none is passed over."""
        found = _DECLARATION.fullmatch(content.rstrip())
        try:
            if found and found[1] in _WORDS:
                self.seen.add(found[1])
                self._take(line, found[1], found[2])
            elif like := _LIKE_ONE.fullmatch(content):
                _refuse_misspelt(like[1])
        except ValueError as error:
            self.faults.append(Fault(line, str(error)))
            self.unread.update(re.findall(r"\w+", content))

    def misfits(self, text: str) -> Iterator[Fault]:
        """Yield what does not fit together, once all lines are read."""
        for word in ("question", "column"):
            if word not in self.seen | self.unread:
                yield Fault(1, f"there is no {word}; write `// {word}: …`")
        used = _first_lines(text)
        for name in self.parameters.keys() - used.keys():
            yield Fault(self.lines[f"param {name}"], f"parameter {name}: ${name} is used nowhere")
        for name in used.keys() - self.parameters.keys() - self.unread:
            yield Fault(used[name], f"${name} is declared nowhere; write `// param: {name} …`")
        yield from self._wrong_examples()

    def _take(self, line: int, word: str, rest: str) -> None:
        match word:
            case "group":
                self.group = _one_of(Group, rest, "group")
            case "question":
                self.question = rest
            case "ask":
                self.phrasings.append(rest)
                self.lines[f"ask {rest}"] = line
            case "param":
                parameter = _parameter(rest)
                self._note(line, "param", parameter.name)
                self.parameters[parameter.name] = parameter
            case "example":
                self.example = _example(rest)
                self.lines["example"] = line
            case _:
                column = _column(rest)
                self._note(line, "column", column.name)
                self.columns[column.name] = column

    def _note(self, line: int, word: str, name: str) -> None:
        """Remember where a thing is declared; it must be the first of its name."""
        if first := self.lines.get(f"{word} {name}"):
            raise ValueError(f"{word} {name} is declared in line {first} already")
        self.lines[f"{word} {name}"] = line

    def _wrong_examples(self) -> Iterator[Fault]:
        known = self.parameters.keys() | self.unread
        for phrasing in self.phrasings:
            for name in sorted(set(SLOT.findall(phrasing)) - known):
                yield Fault(self.lines[f"ask {phrasing}"], f"there is no parameter: {name}")
        for name in sorted(self.example.keys() - known):
            yield Fault(self.lines["example"], f"there is no parameter: {name}")
        required = {name for name, parameter in self.parameters.items() if parameter.required}
        if self.example and (missing := sorted(required - self.example.keys())):
            yield Fault(self.lines["example"], f"the example lacks: {', '.join(missing)}")


def _first_lines(text: str) -> dict[str, int]:
    """In which line each parameter is used first; comments use none."""
    found: dict[str, int] = {}
    for line, content in enumerate(text.splitlines(), 1):
        if not content.lstrip().startswith("//"):
            for name in USED.findall(content):
                found.setdefault(name, line)
    return found


def _refuse_misspelt(word: str) -> None:
    near = process.extractOne(word.casefold(), _WORDS, scorer=fuzz.ratio, score_cutoff=_LIKENESS)
    if near is not None:
        raise ValueError(f"{word}: is this a declaration? write `// {near[0]}: …` with its value")


def _one_of(words: type[_Word], text: str, noun: str) -> _Word:
    try:
        return words(text)
    except ValueError as error:
        raise ValueError(f"there is no {noun} {text}; there are {', '.join(words)}") from error


def _parameter(declaration: str) -> Parameter:
    match = _PARAMETER.fullmatch(declaration)
    if match is None:
        raise ValueError(
            f"malformed parameter: {declaration}; write NAME KIND - MEANING, "
            "NAME entity(Person|Country) - MEANING or NAME KIND [DEFAULT] - MEANING"
        )
    name, word, listed, default, description = match.groups()
    kind = _one_of(ParameterKind, word, "kind of parameter")
    if listed and kind is not ParameterKind.ENTITY:
        raise ValueError(f"parameter {name}: only an entity has types")
    types = frozenset(
        _one_of(EntityType, type_, "type of entity") for type_ in (listed or "").split("|") if type_
    )
    _check_default(name, kind, default)
    return Parameter(name, kind, description, types, default is None, default or None)


def _check_default(name: str, kind: ParameterKind, default: str | None) -> None:
    if not default:
        return
    if kind is ParameterKind.INT and not default.isdecimal():
        raise ValueError(f"parameter {name}: the default {default} is no whole number")
    if kind in _DATES:
        try:
            bounds(default)
        except ValueError as error:
            raise ValueError(f"parameter {name}: the default: {error}") from error


def _column(declaration: str) -> Column:
    match = _COLUMN.fullmatch(declaration)
    if match is None:
        raise ValueError(f"malformed column: {declaration}; write NAME KIND - MEANING")
    name, kind, description = match.groups()
    return Column(name, _one_of(ColumnKind, kind, "kind of column"), description)


def _example(declaration: str) -> dict[str, str]:
    """Values by name, quoted as in a shell."""
    try:
        pairs = [item.partition("=") for item in shlex.split(declaration)]
    except ValueError as error:
        raise ValueError(f"malformed example: {declaration} ({error})") from error
    if not all(name and equals and value for name, equals, value in pairs):
        raise ValueError(f'malformed example: {declaration}; write NAME=VALUE or NAME="TWO WORDS"')
    return {name: value for name, _, value in pairs}
