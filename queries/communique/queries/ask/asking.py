"""Asking in plain English: from a question to a template with its parameters, or a refusal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from communique.loaders.store import Store
from communique.ontology import EntityType
from communique.queries.ask.deductions import deduction
from communique.queries.ask.filling import Filling, fill
from communique.queries.ask.matching import Match, Matcher
from communique.queries.ask.phrasings import read_phrasings, text_openings, words_of
from communique.queries.ask.reading.lexicon import lexicon
from communique.queries.ask.reading.mentions import MentionFinder
from communique.queries.ask.reading.offices import OfficeWords
from communique.queries.ask.reading.terms import Asked, Reader
from communique.queries.ask.reading.variants import variants
from communique.queries.ask.refusals import lacks_name, refusal, told
from communique.queries.ask.reply import Reading, Reply, Unclear
from communique.queries.ask.times import impossible_days
from communique.queries.candidate import MOST_CANDIDATES, Candidate, Way
from communique.queries.catalogue import Parameter, Template
from communique.queries.names import Names
from communique.queries.runner import run

LEAST = 0.22
"""Score from which a reading is taken for what was meant."""

MOST_OTHERS = 3
"""Readings that are offered beside the best."""

_OFFERED = 0.12
"""Score from which a reading is offered."""
_NEAR = 0.93
"""Nearness of a phrasing from which a question says the same."""
_LIKE = 0.88
"""The same where no other template fits, or hardly."""
_WEAK = 0.35
"""Score below which another template hardly fits."""
_SURE = 0.57
"""Score from which another template is taken all the same."""
_NEARER = 0.1
"""How much nearer it must be than a phrasing of another template."""
_OFFICE_HOLDER = "office-holder"
_DAYS = (
    "MATCH (:Entity {id: $id})-[fact:HELD_IN|HOSTS|ORGANISES|PARTICIPATES_IN]-(:Entity) "
    "WHERE fact.date_from IS NOT NULL AND fact.date_to IS NOT NULL "
    "RETURN type(fact) = 'HELD_IN' AS held, min(fact.date_from) AS first, "
    "max(fact.date_to) AS last "
    "ORDER BY held DESC"
)
_COVERED = "MATCH (r:Release) RETURN min(r.published) AS first, max(r.published) AS last"
_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class _Fit:
    """A template for one way to read a question.

    Attributes:
        score: How well it fits, less what is left over.
        match: With its phrasings.
        filling: Of its parameters.
    """

    score: float
    match: Match
    filling: Filling

    @property
    def rank(self) -> tuple[bool, float]:
        """What is complete before what is not, then by the score."""
        return not self.filling.missing, self.score


class Asker:
    """Understands questions about one store."""

    def __init__(
        self, store: Store, templates: Mapping[str, Template], names: Names | None = None
    ) -> None:
        """Read the phrasings of the templates, and the names of the store unless given.

        Raises:
            StoreUnavailableError: The store is gone.
        """
        self._store = store
        self._templates = templates
        self._names = names or Names.of(store)
        words, offices = lexicon().including(words_of(templates)), OfficeWords.read()
        self._reader = Reader(MentionFinder(self._names, words, offices.all), words, offices)
        plain = Reader(None, words, offices)
        self._openings = text_openings(templates)
        self._covered = self._days_covered()
        self._matcher = Matcher(list(read_phrasings(templates, plain)))

    def ask(self, question: str, today: date) -> Reply:
        """The template that a question means, with its parameters; the next best beside it.

        Args:
            question: In plain English.
            today: What "last week" is counted from.
        """
        asked = self._reader.read(question, today, self._covered)
        if wrong := impossible_days(question, today):
            return Reply(question, None, refusal=f"there is no such day as {wrong[0]}")
        best: dict[str, _Fit] = {}
        for fit in self._fits(asked, today):
            known = best.get(fit.match.template)
            if known is None or fit.rank > known.rank:
                best[fit.match.template] = fit
        fits = sorted(best.values(), key=lambda fit: (-fit.score, fit.match.template))
        return self._reply(question, asked, fits)

    def _fits(self, asked: Asked, today: date) -> Iterator[_Fit]:
        """Every template for every way to read a question."""
        for variant in variants(
            asked, self._days_of, partial(self._holders_of, today), self._openings
        ):
            for match in self._matcher.match(variant.terms):
                if len(variant.terms) == 1 and match.nearness < _NEAR:
                    continue  # one word is a question only if it is one of the phrasings
                filling = fill(self._templates[match.template], variant, today)
                foreign = self._matcher.foreign(match.template, variant.terms)
                lacked = self._matcher.lacked(match.template, variant.terms)
                lost = deduction(variant, filling, foreign, lacked)
                yield _Fit(match.score - lost, match, filling)

    def _reply(self, question: str, asked: Asked, fits: Sequence[_Fit]) -> Reply:
        filled = [fit for fit in fits if not fit.filling.missing]
        readings = [
            self._reading(fit)
            for fit in filled
            if fit.score >= _OFFERED and not fit.filling.ambiguous
        ]
        others = tuple(readings[:MOST_OTHERS])
        best = filled[0] if filled else None
        meant = max(fits, key=lambda fit: fit.match.nearness, default=None)
        lacks = meant is not None and bool(asked.terms and meant.filling.missing)
        if meant and lacks and _says_rather(meant.match, best) and not lacks_name(asked):
            return Reply(question, None, others, self._lacking(meant, asked))
        if best is None or best.score < LEAST:
            return Reply(question, None, others, refusal(asked, self._names))
        if best.filling.ambiguous:
            return self._unclear(question, best)
        return Reply(question, readings[0], tuple(readings[1 : MOST_OTHERS + 1]))

    def _unclear(self, question: str, fit: _Fit) -> Reply:
        """A question in which a name may be several entities, with a reading for each."""
        filling = fit.filling
        name, (words, candidates) = next(iter(filling.ambiguous.items()))
        meant = sorted(candidates, key=lambda item: (-item.facts, item.id))[:MOST_CANDIDATES]
        others = [
            self._reading(replace(fit, filling=filling.meaning(name, one)))
            for one in meant
            if len(filling.ambiguous) == 1
        ]
        listed = ", ".join(f"{one.name} ({one.id})" for one in meant)
        refusal = f"{words!r} may be {listed}"
        return Reply(question, None, tuple(others), refusal, Unclear(words, tuple(meant)))

    def _lacking(self, fit: _Fit, asked: Asked) -> str:
        """What a template lacks that was meant, in words for who asked."""
        template = self._templates[fit.match.template]
        lacks = " and ".join(map(_needed, fit.filling.missing))
        return f"“{template.question}” ({template.name}) needs {lacks}{told(asked)}"

    def _reading(self, fit: _Fit) -> Reading:
        template, filling = self._templates[fit.match.template], fit.filling
        return Reading(
            template.name,
            template.question,
            filling.values,
            fit.score,
            fit.match.phrasing,
            filling.unused,
            filling.supplied,
        )

    def _holders_of(
        self, today: date, office: str, owner: str | None, day: date | None
    ) -> tuple[Candidate, ...]:
        """Who holds an office, or held it on a day; without whose it is, by the name alone."""
        if owner is None:
            named = self._names.search(office, Way.ALIAS)
            return tuple(item for item in named if item.type is EntityType.PERSON)
        holder = self._templates.get(_OFFICE_HOLDER)
        if holder is None:
            return ()
        values = {"office": office, "of": owner, "on": day or today, "limit": 1}
        ids = [str(row["person_id"]) for row in run(self._store, holder, values, self._names)]
        return tuple(item for id_ in ids for item in self._names.search(id_, Way.ID))

    def _days_covered(self) -> tuple[date, date] | None:
        """Days of the first and the last release."""
        row = self._store.run(_COVERED, {}, _SECONDS).rows[0]
        if not row["first"]:
            return None
        return date.fromisoformat(str(row["first"])), date.fromisoformat(str(row["last"]))

    def _days_of(self, id_: str) -> tuple[date, date] | None:
        rows = self._store.run(_DAYS, {"id": id_}, _SECONDS).rows
        if not rows:
            return None
        return date.fromisoformat(str(rows[0]["first"])), date.fromisoformat(str(rows[0]["last"]))


def _says_rather(one: Match, other: _Fit | None) -> bool:
    """Whether a question is so near to a phrasing that it says that and not something else."""
    if other is None or other.score < LEAST:
        return one.nearness >= _LIKE
    nearer = one.nearness - other.match.nearness > _NEARER
    least = _LIKE if other.score < _WEAK else _NEAR
    return nearer and one.nearness >= least and other.score < _SURE


def _needed(parameter: Parameter) -> str:
    """A parameter in words, with what it may be."""
    types = " or ".join(sorted(parameter.types))
    return f"{parameter.name} ({parameter.description}{': ' + types if types else ''})"


def ask(
    store: Store,
    question: str,
    today: date,
    templates: Mapping[str, Template],
    names: Names | None = None,
) -> Reply:
    """Understand one question; for more than one keep an ``Asker``."""
    return Asker(store, templates, names).ask(question, today)
