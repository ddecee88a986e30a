"""Templates in words: what a parameter takes, and the example as one types it."""

import re
import shlex

from communique.queries.catalogue.template import SLOT, Parameter, ParameterKind, Template

_PLAIN = re.compile(r"[\w./-]+")
_SPECIAL = re.compile(r'["$`\\!]')
_VALUES = {
    ParameterKind.ENTITY: "anything that has a name",
    ParameterKind.DATE_FROM: "day, month or year",
    ParameterKind.DATE_TO: "day, month or year",
    ParameterKind.DAY: "day",
    ParameterKind.INT: "number",
    ParameterKind.SEARCH: "words",
    ParameterKind.WORDS: "words",
    ParameterKind.TEXT: "text",
}


def taken(parameter: Parameter) -> str:
    """What a parameter takes: types of entities, or a kind of value."""
    *others, last = [str(type_) for type_ in sorted(parameter.types)] or [_VALUES[parameter.kind]]
    return f"{', '.join(others)} or {last}" if others else last


def command(template: Template) -> str:
    """The example of a template as one types it."""
    options = (f"--{name} {_typed(value)}" for name, value in template.example.items())
    return " ".join(["communique query run", template.name, *options])


def asked(template: Template) -> str | None:
    """The question of the example in plain English; None if no phrasing can be filled with it."""
    texts = {one.name for one in template.parameters if one.kind is ParameterKind.TEXT}
    values = {
        name: f'"{value}"' if name in texts else value for name, value in template.example.items()
    }
    for phrasing in template.phrasings:
        if set(SLOT.findall(phrasing)) <= values.keys():
            return SLOT.sub(lambda slot: values[slot[1]], phrasing)
    return None


def asking(template: Template) -> str | None:
    """How one types that; None if there is nothing to type."""
    words = asked(template)
    return f"communique ask {_typed(words)}" if words else None


def _typed(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return shlex.quote(value) if _SPECIAL.search(value) else f'"{value}"'
