"""What the server answers and what the page expects are the same, field by field."""

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from communique.explorer.server import replies

_TOKEN = re.compile(r'"[^"]*"|\w+|[{}()\[\]<>|&?:;,=]')
_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
Ask = Callable[..., Any]
Shape = object
"""A type of either language: a word, or a tuple that begins with what it is made of."""


class Script:
    """The types of a file of TypeScript, as far as an interface of JSON needs them."""

    def __init__(self, text: str) -> None:
        """Read the exported interfaces and types."""
        self._tokens = _TOKEN.findall(_COMMENT.sub("", text))
        self._place = 0
        self.shapes: dict[str, Shape] = {}
        while self._place < len(self._tokens):
            self._declaration()

    def _declaration(self) -> None:
        self._take("export")
        kind, name = self._next(), self._next()
        if kind == "type":
            self._take("=")
            self.shapes[name] = self._union()
            self._take(";")
            return
        inherited: dict[str, Shape] = {}
        if self._peek() == "extends":
            self._next()
            inherited = fields(self.shapes[self._next()])
        self.shapes[name] = record(inherited | fields(self._primary()))

    def _union(self) -> Shape:
        if self._peek() == "|":
            self._next()
        members = [self._intersection()]
        while self._peek() == "|":
            self._next()
            members.append(self._intersection())
        return union(members)

    def _intersection(self) -> Shape:
        shape = self._postfix()
        while self._peek() == "&":
            self._next()
            shape = record(fields(shape) | fields(self._postfix()))
        return shape

    def _postfix(self) -> Shape:
        shape = self._primary()
        while self._peek() == "[":
            self._next()
            self._take("]")
            shape = ("list", shape)
        return shape

    def _primary(self) -> Shape:
        match self._next():
            case "{":
                return record(dict(self._fields()))
            case "(":
                shape = self._union()
                self._take(")")
                return shape
            case "Record":
                for expected in "< string ,".split():
                    self._take(expected)
                shape = ("map", self._union())
                self._take(">")
                return shape
            case word:
                return self.shapes.get(word, word)

    def _fields(self) -> Iterator[tuple[str, Shape]]:
        while self._peek() != "}":
            name = self._next()
            self._take(":")
            yield name, self._union()
            if self._peek() == ";":
                self._next()
        self._take("}")

    def _peek(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _next(self) -> str:
        self._place += 1
        return str(self._tokens[self._place - 1])

    def _take(self, expected: str) -> None:
        assert self._next() == expected, self._tokens[self._place - 8 : self._place + 3]


def union(members: list[Shape]) -> Shape:
    """One of several; each once."""
    flat = set[Shape]()
    for member in members:
        alternatives = member[1:] if isinstance(member, tuple) and member[0] == "or" else (member,)
        flat.update(alternatives)
    return next(iter(flat)) if len(flat) == 1 else ("or", *sorted(flat, key=repr))


def record(of: Mapping[str, Shape]) -> Shape:
    """An object with those fields."""
    return ("record", *sorted(of.items(), key=lambda field: field[0]))


def fields(shape: Shape) -> dict[str, Shape]:
    """The fields of an object."""
    assert isinstance(shape, tuple)
    assert shape[0] == "record"
    return dict(shape[1:])


def of_schema(schema: Mapping[str, Any] | bool, definitions: Mapping[str, Any]) -> Shape:
    """The shape that a JSON schema describes."""
    if isinstance(schema, bool) or not schema.keys() - {"title", "description"}:
        return "unknown"
    if "$ref" in schema:
        return of_schema(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "anyOf" in schema:
        return union([of_schema(member, definitions) for member in schema["anyOf"]])
    if "enum" in schema or "const" in schema:
        return union([f'"{value}"' for value in schema.get("enum", [schema.get("const")])])
    return _of_kind(schema, definitions)


def _of_kind(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> Shape:
    match schema["type"]:
        case "array":
            return ("list", of_schema(schema["items"], definitions))
        case "object" if "properties" in schema:
            assert set(schema["required"]) == set(schema["properties"])  # nothing may be left out
            found = schema["properties"].items()
            return record({name: of_schema(field, definitions) for name, field in found})
        case "object":
            return ("map", of_schema(schema["additionalProperties"], definitions))
    return str(schema["type"]).replace("integer", "number")


def models() -> dict[str, type[BaseModel]]:
    """What the server can answer, by name."""
    found = pkgutil.iter_modules(replies.__path__, f"{replies.__name__}.")
    modules = [importlib.import_module(module.name) for module in found]
    return {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, BaseModel) and value is not BaseModel
    }


SOURCE = (Path(__file__).parents[3] / "web/src/api.ts").read_text(encoding="utf-8")
SCRIPT = Script(SOURCE)
INTERFACES = sorted(name for name, shape in SCRIPT.shapes.items() if "record" in shape[:1])  # type: ignore[index]


@pytest.mark.parametrize("name", INTERFACES)
def test_server_and_page_mean_the_same_by_each_interface(name: str) -> None:
    schema = models()[name].model_json_schema(mode="serialization")

    answered = of_schema(schema, schema.get("$defs", {}))

    assert answered == SCRIPT.shapes[name]


_EXPECTED = re.compile(
    r"/\*\* GET /api/([\w/]+)(?:(?!\*/).)*\*/\s+export interface (\w+)", re.DOTALL
)
PATHS = dict(_EXPECTED.findall(SOURCE))
"""The interface that the page expects at each path, as its comment says."""


@pytest.mark.parametrize("path", PATHS)
def test_each_path_answers_what_the_page_expects_there(ask: Ask, path: str) -> None:
    wanted = f"/api/{path.replace('NAME', 'ID')}"
    items = ask("openapi.json")["paths"].items()
    (item,) = (item for name, item in items if re.sub(r"\{\w+\}", "ID", name) == wanted)

    answer = item["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    assert answer["$ref"].rpartition("/")[2] == PATHS[path]


def test_the_description_of_the_api_says_what_everything_is(ask: Ask) -> None:
    described = ask("openapi.json")

    assert described["info"]["description"]
    for path, item in described["paths"].items():
        for operation in item.values():
            assert len(operation["description"]) > 20, path
            assert operation["responses"]["422"], path
