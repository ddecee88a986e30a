"""The templates that come with the package."""

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable

from rapidfuzz import fuzz, process

from communique.graph import UnknownTemplateError
from communique.queries.catalogue.head import parse
from communique.queries.catalogue.template import Template

SUFFIX = ".cypher"
"""Ending of template files."""


def catalogue() -> dict[str, Template]:
    """Every template of the package by its name, in the order of names."""
    folder = files("communique.queries") / "templates"
    return {found.name: found for found in sorted(_read(folder), key=lambda found: found.name)}


def template(name: str, known: Mapping[str, Template] | None = None) -> Template:
    """The template of that name, among those of the package if no others are given.

    Raises:
        UnknownTemplateError: There is none; the message has the nearest names.
    """
    known = catalogue() if known is None else known
    if name in known:
        return known[name]
    near = process.extract(name, list(known), scorer=fuzz.WRatio, limit=3, score_cutoff=50)
    hint = f"did you mean {' or '.join(found for found, _, _ in near)}? " if near else ""
    raise UnknownTemplateError(
        f"there is no question {name!r}; {hint}`communique query list` names them all"
    )


def _read(folder: Traversable) -> Iterator[Template]:
    for file in folder.iterdir():
        if file.name.endswith(SUFFIX):
            yield parse(file.name.removesuffix(SUFFIX), file.read_text(encoding="utf-8"))
