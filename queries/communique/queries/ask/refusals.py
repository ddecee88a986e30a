"""Why a question is not understood, in words for who asked."""

from collections.abc import Iterator, Sequence

from communique.ontology import EntityType
from communique.queries.ask.reading.mention import outstanding
from communique.queries.ask.reading.terms import BEYOND, Asked, Term
from communique.queries.candidate import MOST_CANDIDATES, Way
from communique.queries.names import Names

_UNSURE = frozenset({Way.PART, Way.MISSPELT})


def refusal(asked: Asked, names: Names) -> str:
    """A sentence: the first name that the graph lacks, or that no question asks this."""
    if not asked.terms:
        return "there is no question in that"
    beyond = any(BEYOND in term.classes for term in asked.terms)
    for run in () if beyond else _strangers(asked):
        text = asked.text[run[0].start : run[-1].end]
        parts = (item for t in reversed(run) if t.mention for item in t.mention.candidates)
        near = names.suggest(text) or list(dict.fromkeys(parts))[:MOST_CANDIDATES]
        hint = ", ".join(f"{item.name} ({item.id})" for item in near)
        if near or text[0].isupper():
            return f"no entity of the graph is called {text!r}" + (
                f"; did you mean {hint}?" if hint else ""
            )
    return "no question of the catalogue asks that"


def lacks_name(asked: Asked) -> bool:
    """Whether a question names what the graph lacks."""
    return any(_is_stranger(term) for run in _strangers(asked) for term in run)


def told(asked: Asked) -> str:
    """What the only name of a question is, to follow what is needed instead; else nothing."""
    if len(asked.mentions) != 1:
        return ""
    (mention,) = asked.mentions
    one = outstanding(mention.candidates) if mention.candidates else None
    return f"; {one.name} is of the type {one.type}" if one else ""


def _strangers(asked: Asked) -> Iterator[Sequence[Term]]:
    """Names that the graph lacks, the words of each together; without any name single words."""
    run: list[Term] = []
    for term in (*asked.terms, None):
        if term and _is_name(term) and (not run or asked.text[run[-1].end : term.start] == " "):
            run.append(term)
            continue
        if any(map(_is_stranger, run)):
            yield run
        run = [term] if term and _is_name(term) else []
        if term and not run and not term.known and not asked.mentions:
            yield [term]


def _is_name(term: Term) -> bool:
    """Whether a term may be part of a name that no entity has."""
    if term.mention is None:
        return _is_stranger(term)
    surname = term.mention.types == {EntityType.PERSON} and " " not in term.text
    return _is_stranger(term) or surname or term.mention.way in _UNSURE


def _is_stranger(term: Term) -> bool:
    """Whether a term is written like a name and no entity has it."""
    if term.mention is not None:
        return not term.mention.candidates
    return not term.known and term.text[0].isupper()
