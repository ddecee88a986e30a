"""Running a template: values are read, names resolved, rows put under their columns."""

from collections.abc import Mapping
from datetime import date

from communique.gazetteer.territories import NameKind, find_territory
from communique.graph import MissingParameterError, bounds
from communique.loaders.folding import fold
from communique.loaders.store import QueryError, Store
from communique.queries.answers import Answer, Named
from communique.queries.catalogue import Parameter, ParameterKind, Template
from communique.queries.guard import steadied
from communique.queries.names import Names, find_name

TIMEOUT = 30.0
"""Seconds that a question may take unless the caller says otherwise."""

MOST_ROWS = 10_000
"""Highest number that a parameter of kind ``int`` takes."""

LIMIT = "limit"
"""The parameter that says how many rows are wanted at most, which is one at least."""

_LINKING = frozenset("a an and at for in of on the to".split())
"""Words that parameters of kind ``words`` leave out."""


def run(
    store: Store,
    template: Template,
    values: Mapping[str, object],
    names: Names | None = None,
    timeout: float = TIMEOUT,
) -> Answer:
    """Ask a store; ``names`` spares looking for each name in the store.

    A value of None or of blanks alone counts as not given.

    Raises:
        MissingParameterError: A parameter without default is missing; the message has all.
        UnknownNameError: A name that no entity has, or several.
        ValueError: A value is no date or number, a period ends before it begins, or no parameter
            has that name.
        QueryError: The store refuses, or the time is over.
        StoreUnavailableError: The store is gone.
    """
    given = _given(template, values)
    parameters: dict[str, object] = {}
    named: dict[str, Named] = {}
    for parameter in template.parameters:
        value = given.get(parameter.name, parameter.default)
        if parameter.kind is ParameterKind.ENTITY and value is not None:
            entity = _resolve(store, parameter, str(value), names)
            named[parameter.name] = entity
            parameters[parameter.name] = entity.id
        else:
            parameters[parameter.name] = read_value(parameter, value)
    _check_period(template, parameters)
    cypher = steadied(template.cypher) if template.own else template.cypher
    found = store.run(cypher, parameters, timeout)
    if missing := [c.name for c in template.columns if c.name not in found.columns]:
        raise QueryError(f"{template.name} declares columns it has not: {', '.join(missing)}")
    return Answer(template.name, template.question, parameters, template.columns, found.rows, named)


def read_value(parameter: Parameter, value: object) -> str | int | list[str] | None:
    """A value as the query takes it: the first or last day of a period, a number, words.

    Raises:
        ValueError: It is none.
        MissingParameterError: A text to search for has neither letter nor digit.
    """
    if value is None:
        return None
    match parameter.kind:
        case ParameterKind.INT:
            return _number(parameter.name, value)
        case ParameterKind.DATE_FROM | ParameterKind.DATE_TO | ParameterKind.DAY:
            return _day(parameter, value)
        case ParameterKind.SEARCH:
            # Words alone: to the full-text index every other character may be an operator.
            return _words(parameter.name, _usual_name(str(value)))
        case ParameterKind.WORDS:
            words = _words(parameter.name, str(value)).split()
            return [word for word in words if word not in _LINKING] or words
    return str(value)


def _words(name: str, text: str) -> str:
    if words := fold(text):
        return words
    raise MissingParameterError(f"{name}: {text!r} has no letter or digit")


def _usual_name(text: str) -> str:
    """A territory's name as the graph has it ("Czech Republic" is Czechia); other texts as is."""
    found = find_territory(text.strip()) or find_territory(text.strip().title())
    return found[0].name if found and found[1] is NameKind.NAME else text


def _given(template: Template, values: Mapping[str, object]) -> dict[str, object]:
    known = {parameter.name for parameter in template.parameters}
    if surplus := sorted(values.keys() - known):
        raise ValueError(
            f"{template.name} has no parameter {', '.join(surplus)}; "
            f"it takes {', '.join(parameter.name for parameter in template.parameters)}"
        )
    given = {name: value for name, value in values.items() if not _is_blank(value)}
    missing = [
        f"{parameter.name} ({parameter.description})"
        for parameter in template.parameters
        if parameter.required and parameter.name not in given
    ]
    if missing:
        raise MissingParameterError(f"{template.name} needs {', '.join(missing)}")
    return given


def _check_period(template: Template, parameters: Mapping[str, object]) -> None:
    """Refuse a period that ends before it begins; it can have no rows.

    Raises:
        ValueError: It does; a template with several periods is left to itself.
    """
    begins = [p.name for p in template.parameters if p.kind is ParameterKind.DATE_FROM]
    ends = [p.name for p in template.parameters if p.kind is ParameterKind.DATE_TO]
    if len(begins) != 1 or len(ends) != 1:
        return
    first, last = parameters[begins[0]], parameters[ends[0]]
    if first is not None and last is not None and str(first) > str(last):
        raise ValueError(f"{ends[0]} ({last}) is before {begins[0]} ({first})")


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _resolve(store: Store, parameter: Parameter, text: str, names: Names | None) -> Named:
    if names is None:
        return find_name(store, text, parameter.types)
    return names.resolve(text, parameter.types)


def _number(name: str, value: object) -> int:
    try:
        number = int(str(value))
    except ValueError as error:
        raise ValueError(f"{name}: {value!r} is no whole number") from error
    least = 1 if name == LIMIT else 0
    if not least <= number <= MOST_ROWS:
        raise ValueError(f"{name}: {number} is not between {least} and {MOST_ROWS}")
    return number


def _day(parameter: Parameter, value: object) -> str:
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    try:
        first, last = bounds(text)
    except ValueError as error:
        raise ValueError(f"{parameter.name}: {error}; write 2023-11-20, 2023-11 or 2023") from error
    if parameter.kind is ParameterKind.DAY and first != last:
        raise ValueError(f"{parameter.name}: {text} is no single day; write 2023-11-20")
    return (first if parameter.kind is ParameterKind.DATE_FROM else last).isoformat()
