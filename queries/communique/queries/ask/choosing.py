"""Letting a language model choose among the questions; what it chooses is checked like a user's.

The model sees the question and the catalogue, no entity and no release. It names a template and
the words of the question that fill it; it writes no Cypher. Needs the extra ``communique[llm]``.
"""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from communique.extractors.llm import Endpoint
from communique.graph import ExtractorError, MissingParameterError, UnknownNameError
from communique.loaders.folding import fold
from communique.queries.ask.filling import Filled
from communique.queries.ask.reply import Reading, Reply
from communique.queries.ask.times import read_periods
from communique.queries.catalogue import Parameter, ParameterKind, Template
from communique.queries.names import Names
from communique.queries.runner import read_value

_NAME = "choose_question"
_INSTRUCTIONS = """\
Somebody asks a question about a knowledge graph of press releases. Choose from the catalogue the \
one question that asks the same, or none. For each of its parameters that the asked question \
gives, copy the words that give it from the asked question, letter by letter; leave out the others.

The catalogue, each with its parameters:
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a model has chosen.

    Attributes:
        template: Name of a template, or None.
        words: Words of the question by parameter.
    """

    template: str | None
    words: Mapping[str, str]


def choose(endpoint: Endpoint, question: str, templates: Mapping[str, Template]) -> Choice:
    """Ask a model which template a question means.

    Raises:
        ExtractorError: The model cannot be asked, or does not answer.
    """
    try:
        from communique.extractors.llm.conversation import ask_for, reason  # noqa: PLC0415
        from communique.queries.ask.form import form_of  # noqa: PLC0415
    except ImportError as error:
        raise ExtractorError(f"the packages of communique[llm] do not load: {error}") from error
    catalogue = _INSTRUCTIONS + "\n".join(_described(item) for item in templates.values())
    try:
        (answer,) = asyncio.run(ask_for(endpoint, catalogue, [question], form_of(templates), _NAME))
    except Exception as error:
        raise ExtractorError(reason(error, endpoint)) from error
    return Choice(answer.template, {item.parameter: item.words for item in answer.values})


def reply_of(
    choice: Choice, question: str, templates: Mapping[str, Template], names: Names, today: date
) -> Reply:
    """A choice as a reply; what the question or the graph does not bear out is refused."""
    template = templates.get(choice.template or "")
    if template is None:
        chosen = f"chose {choice.template!r}, which is none" if choice.template else "found none"
        return Reply(question, None, refusal=f"the model {chosen} of the questions there are")
    try:
        values = dict(_values(template, choice, question, names, today))
    except (UnknownNameError, MissingParameterError, ValueError) as error:
        return Reply(question, None, refusal=str(error))
    missing = [p.name for p in template.parameters if p.required and p.name not in values]
    if missing:
        refusal = f"the model chose {template.name} and gave no {', '.join(missing)}"
        return Reply(question, None, refusal=refusal)
    return Reply(
        question, Reading(template.name, template.question, values, 1.0, "", by_model=True)
    )


def _described(template: Template) -> str:
    parameters = ", ".join(
        f"{parameter.name}{'' if parameter.required else ' (optional)'}: {parameter.description}"
        for parameter in template.parameters
    )
    return f"{template.name}: {template.question} [{parameters}]"


def _values(
    template: Template, choice: Choice, question: str, names: Names, today: date
) -> Iterator[tuple[str, Filled]]:
    """Values that the words of the question give; words that are not in it do not count."""
    said = f" {fold(question)} "
    for parameter in template.parameters:
        words = choice.words.get(parameter.name, "").strip()
        if words and f" {fold(words)} " in said:
            filled = _value(parameter, words, names, today)
            if filled is not None:
                yield parameter.name, filled


def _value(parameter: Parameter, words: str, names: Names, today: date) -> Filled | None:
    match parameter.kind:
        case ParameterKind.ENTITY:
            named = names.resolve(words, parameter.types)
            return Filled(named.id, words, named)
        case ParameterKind.DATE_FROM | ParameterKind.DATE_TO | ParameterKind.DAY:
            return _day(parameter.kind, words, today)
    read_value(parameter, words)
    return Filled(words, words)


def _day(kind: ParameterKind, words: str, today: date) -> Filled | None:
    """The day that words of time give; None if they give none."""
    for period in read_periods(words, today):
        days = {
            ParameterKind.DATE_FROM: period.since or period.first,
            ParameterKind.DATE_TO: period.until or period.last,
            ParameterKind.DAY: period.day,
        }
        found = days[kind]
        return Filled(found.isoformat(), words) if found else None
    return None
