"""Values that a person gives a question, as ``NAME=VALUE`` or as options of their own."""

import json
from collections.abc import Sequence
from typing import Annotated

import typer

from communique.cli.wrong_use import WrongUseError

Parameters = Annotated[
    list[str] | None,
    typer.Option("--param", "-p", metavar="NAME=VALUE", help="A value; may be repeated."),
]


def read_parameters(given: list[str] | None) -> dict[str, str]:
    """The values by name.

    Raises:
        WrongUseError: One is not of the form, or a name is given twice.
    """
    values: dict[str, str] = {}
    for item in given or ():
        name, equals, value = item.partition("=")
        if not name or not equals:
            raise WrongUseError(f"--param {item!r}: write it as NAME=VALUE")
        if name in values:
            raise WrongUseError(f"--param {name} is given twice")
        values[name] = value
    return values


def read_typed_parameters(given: list[str] | None) -> dict[str, object]:
    """The values by name: a text from ``NAME=VALUE``, what JSON says from ``NAME:=JSON``.

    Raises:
        WrongUseError: One is not of the form, or a name is given twice.
    """
    values: dict[str, object] = {}
    for name, text in read_parameters(given).items():
        key = name.removesuffix(":")
        if key in values:
            raise WrongUseError(f"--param {key} is given twice")
        values[key] = text if key == name else _from_json(key, text)
    return values


def _from_json(name: str, text: str) -> object:
    try:
        return json.loads(text)
    except (RecursionError, ValueError) as error:
        raise WrongUseError(
            f"--param {name}:={text!r} is no JSON; write {name}:=5, {name}:=true, "
            f"""{name}:='["a", "b"]', or {name}={text} for a text"""
        ) from error


def read_options(given: Sequence[str]) -> dict[str, str]:
    """The values by name, from ``--NAME VALUE`` and ``--NAME=VALUE``.

    Raises:
        WrongUseError: A value stands without a name, a name without a value, or a name twice.
    """
    values: dict[str, str] = {}
    rest = list(given)
    while rest:
        option = rest.pop(0)
        name, equals, value = option.removeprefix("--").partition("=")
        if not option.startswith("--") or not name:
            raise WrongUseError(f"{option!r} stands alone; give a value as --NAME VALUE")
        if not equals:
            if not rest or rest[0].startswith("--"):
                raise WrongUseError(f"--{name} needs a value")
            value = rest.pop(0)
        if name in values:
            raise WrongUseError(f"--{name} is given twice")
        values[name] = value
    return values
