"""Completion in the shell: names of questions, of their parameters and of entities.

Nothing here raises or prints: what cannot be found out is not offered.
"""

from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand

from communique.cli.settings import Settings, read_settings
from communique.graph import CommuniqueError

if TYPE_CHECKING:
    from communique.queries.catalogue import Parameter, Template

Items = list[tuple[str, str]]


def complete_question(context: typer.Context, incomplete: str) -> Items:
    """Names of questions that begin so, with the question."""
    known = _questions(context)
    return [(name, one.question) for name, one in known.items() if name.startswith(incomplete)]


def complete_group(incomplete: str) -> list[str]:
    """Groups of questions that begin so."""
    from communique.queries.catalogue import Group

    return [group for group in Group if group.startswith(incomplete)]


def complete_entity(context: typer.Context, incomplete: str) -> Items:
    """Names of entities that begin so, or have a word that does."""
    return list(_entities(context, incomplete, None))


def complete_value(context: typer.Context, incomplete: str) -> Items:
    """Values of the parameter of a question that was named last as an option."""
    last = context.args[-1] if context.args else ""
    named = _parameters(context).get(last.removeprefix("--"))
    return list(_entities(context, incomplete, named)) if named and last.startswith("--") else []


class QuestionCommand(TyperCommand):
    """A command that takes the parameters of a question as options.

    They are not known before the question is, so they are options of the command only while a
    shell asks what may come next.
    """

    def get_params(self, ctx: Any) -> list[Any]:
        """The options of the command, and those of the question while a word is completed."""
        given = super().get_params(ctx)
        if not ctx.resilient_parsing or not ctx.params.get("name"):
            return given
        pattern = next(one for one in given if one.name == "param")
        return [*given, *(_option(pattern, one) for one in _parameters(ctx).values())]


def _option(pattern: Any, parameter: "Parameter") -> Any:
    option = copy(pattern)
    option.name, option.help = parameter.name, parameter.description
    option.opts, option.secondary_opts = [f"--{parameter.name}"], []
    return option


def _parameters(context: typer.Context) -> "dict[str, Parameter]":
    template = _questions(context).get(str(context.params.get("name")))
    return {one.name: one for one in template.parameters} if template else {}


def _questions(context: typer.Context) -> "dict[str, Template]":
    from communique.cli.questions.shelf import Telling, questions
    from communique.queries.catalogue import catalogue

    try:
        return questions(_set_up(context), _folder(context, "queries"), telling=Telling.NOTHING)
    except CommuniqueError:
        return catalogue()


def _entities(
    context: typer.Context, incomplete: str, parameter: "Parameter | None"
) -> Iterator[tuple[str, str]]:
    """Yield names of entities of the types that a parameter takes."""
    from communique.cli.workspace import Workspace
    from communique.queries.catalogue import ParameterKind
    from communique.workspace.names import names_like

    if parameter is not None and parameter.kind is not ParameterKind.ENTITY:
        return
    types = parameter.types if parameter is not None else frozenset()
    store = context.params.get("store")
    with suppress(CommuniqueError, OSError, ValueError):
        workspace = Workspace.of(
            _set_up(context), _folder(context, "data"), str(store) if store else None
        )
        for item in names_like(workspace, incomplete).completions(incomplete, types):
            yield item.value, item.meaning


def _folder(context: typer.Context, option: str) -> Path | None:
    given = context.params.get(option)
    return Path(str(given)) if given else None


def _set_up(context: typer.Context) -> typer.Context:
    """The context with the settings, which nobody has read while a word is completed."""
    if not isinstance(context.obj, Settings):
        with suppress(CommuniqueError):
            context.obj = read_settings()
    return context
