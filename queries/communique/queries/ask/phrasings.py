"""The phrasings of templates, read like questions."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from communique.queries.ask.matching import Example
from communique.queries.ask.reading.terms import ENTITY, OFFICE, QUOTED, Reader, Term
from communique.queries.ask.reading.words import read_words
from communique.queries.catalogue import Parameter, ParameterKind, Template

_SLOT = re.compile(r"\{(\w+)\}")
_DAYS = {ParameterKind.DATE_FROM: "3 May 2021", ParameterKind.DATE_TO: "5 June 2021",
    ParameterKind.DAY: "3 May 2021"}  # fmt: skip
_TEXTS = frozenset({ParameterKind.TEXT, ParameterKind.SEARCH})
_ANY_DAY = date(2022, 1, 1)


def read_phrasings(templates: Mapping[str, Template], reader: Reader) -> Iterator[Example]:
    """Each phrasing of each template, and its question, as terms."""
    for _, template in sorted(templates.items()):
        parameters = {parameter.name: parameter for parameter in template.parameters}
        for phrasing in template.phrasings:
            yield Example(template.name, phrasing, _terms(phrasing, parameters, reader))


def words_of(templates: Mapping[str, Template]) -> Iterator[str]:
    """The folded words of all phrasings."""
    for template in templates.values():
        for phrasing in template.phrasings:
            for word in read_words(_SLOT.sub(" ", phrasing)):
                if not word.is_mark and word.form.isalpha():
                    yield word.form


def text_openings(templates: Mapping[str, Template]) -> tuple[str, ...]:
    """Two words or more that stand before a text at the end of a phrasing, the longest first."""
    found = set[str]()
    for template in templates.values():
        texts = {parameter.name for parameter in template.parameters if parameter.kind in _TEXTS}
        for phrasing in template.phrasings:
            opening, _, name = phrasing.rpartition("{")
            if name.rstrip("}") in texts and " " in opening.strip() and "{" not in opening:
                found.add(opening.strip().lower())
    return tuple(sorted(found, key=lambda opening: (-len(opening), opening)))


def _terms(phrasing: str, parameters: Mapping[str, Parameter], reader: Reader) -> tuple[Term, ...]:
    """The terms of a phrasing; times and numbers in slots are examples, the rest stays slots."""

    def filled(match: re.Match[str]) -> str:
        kind = parameters[match[1]].kind
        return "3" if kind is ParameterKind.INT else _DAYS.get(kind, match[0])

    read = reader.read(_SLOT.sub(filled, phrasing), _ANY_DAY)
    return tuple(_slot(term, parameters) for term in read.terms)


def _slot(term: Term, parameters: Mapping[str, Parameter]) -> Term:
    """A term of the phrasing; one that is a slot says what may stand there."""
    parameter = parameters.get(term.text.removeprefix("{").removesuffix("}"))
    if parameter is None or not term.text.startswith("{"):
        return term
    class_ = {ParameterKind.ENTITY: ENTITY, ParameterKind.WORDS: OFFICE}.get(parameter.kind, QUOTED)
    return Term((class_,), term.text, term.start, term.end, types=parameter.types)
