"""Values that a person gives a question as ``NAME=VALUE``."""

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
