"""Asking in plain English: from a question to a template with its parameters, or a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from communique.loaders.store import Store
from communique.ontology import EntityType
from communique.queries.answers import Named
from communique.queries.ask.filling import Filled, Filling, fill
from communique.queries.ask.matching import LIGHT, Match, Matcher
from communique.queries.ask.phrasings import read_phrasings, words_of
from communique.queries.ask.reading.lexicon import lexicon
from communique.queries.ask.reading.mentions import MentionFinder
from communique.queries.ask.reading.offices import OfficeWords
from communique.queries.ask.reading.terms import BEYOND, ENTITY, Asked, Reader
from communique.queries.ask.reading.variants import variants
from communique.queries.ask.reply import Reading, Reply, Unclear
from communique.queries.ask.times import impossible_days
from communique.queries.candidate import Candidate, Way
from communique.queries.catalogue import Template
from communique.queries.names import MOST_CANDIDATES, Names
from communique.queries.runner import run

LEAST = 0.22
"""Score from which a reading is taken for what was meant."""

MOST_OTHERS = 3
"""Readings that are offered beside the best."""

_OFFERED = 0.12
"""Score from which a reading is offered."""
_UNUSED = 0.35
"""What an entity that a template has no place for takes from its score."""
_UNUSED_TIME = 0.1
"""The same for a time or a number."""
_STRANGE_WORD = 0.08
"""What a word that no question of the catalogue has takes."""
_STRANGE_NAME = 0.3
"""The same for one that is written like a name."""
_BEYOND = 0.4
"""The same for what is asked of somebody else than a graph."""
_ANY_DAY = date(2022, 1, 1)
_UNUSED_OFFICE = 0.15
"""The same for an office."""
_DOUBT = 0.1
"""What it takes to read a part of a question as something less likely."""
_OFFICE_HOLDER = "office-holder"
_FOREIGN = 0.06
"""What a class of words takes that no phrasing of the template has."""
_EMPTY = 1.0
_SAYS_NOTHING = LIGHT | {"be", "do", "as"}
_DAYS = (
    "MATCH (:Entity {id: $id})-[fact:HELD_IN|HOSTS|ORGANISES|PARTICIPATES_IN]-(:Entity) "
    "WHERE fact.date_from IS NOT NULL AND fact.date_to IS NOT NULL "
    "RETURN type(fact) = 'HELD_IN' AS held, min(fact.date_from) AS first, "
    "max(fact.date_to) AS last "
    "ORDER BY held DESC"
)
_SECONDS = 30.0


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
        self._matcher = Matcher(list(read_phrasings(templates, plain)))

    def ask(self, question: str, today: date) -> Reply:
        """The template that a question means, with its parameters; the next best beside it.

        Args:
            question: In plain English.
            today: What "last week" is counted from.
        """
        asked = self._reader.read(question, today)
        best: dict[str, tuple[float, Match, Filling]] = {}
        holders_of = partial(self._holders_of, today)
        for variant in variants(asked, self._days_of, holders_of):
            for match in self._matcher.match(variant.terms):
                filling = fill(self._templates[match.template], variant, today)
                foreign = self._matcher.foreign(match.template, variant.terms)
                score = match.score - _penalty(variant, filling) - _FOREIGN * len(foreign)
                known = best.get(match.template)
                if not filling.missing and (known is None or score > known[0]):
                    best[match.template] = (score, match, filling)
        found = sorted(best.values(), key=lambda item: (-item[0], item[1].template))
        return self._reply(question, asked, found)

    def _reply(
        self, question: str, asked: Asked, fillings: Sequence[tuple[float, Match, Filling]]
    ) -> Reply:
        best = fillings[0] if fillings else None
        readings = [
            self._reading(*item)
            for item in fillings
            if item[0] >= _OFFERED and not item[2].ambiguous
        ]
        others = tuple(readings[:MOST_OTHERS])
        if wrong := impossible_days(question, _ANY_DAY):
            return Reply(question, None, (), f"there is no such day as {wrong[0]}")
        if best is None or best[0] < LEAST:
            return Reply(question, None, others, self._refusal(asked))
        if best[2].ambiguous:
            return self._unclear(question, *best)
        return Reply(question, readings[0], tuple(readings[1 : MOST_OTHERS + 1]))

    def _unclear(self, question: str, score: float, match: Match, filling: Filling) -> Reply:
        """A question in which a name may be several entities, with a reading for each."""
        name, (words, candidates) = next(iter(filling.ambiguous.items()))
        meant = sorted(candidates, key=lambda item: (-item.facts, item.id))[:MOST_CANDIDATES]
        others = [
            self._reading(score, match, replace(filling, values={
                **filling.values, name: Filled(one.id, words, Named(one.id, one.name))}))
            for one in meant
            if len(filling.ambiguous) == 1
        ]  # fmt: skip
        listed = ", ".join(f"{one.name} ({one.id})" for one in meant)
        refusal = f"{words!r} may be {listed}"
        return Reply(question, None, tuple(others), refusal, Unclear(words, tuple(meant)))

    def _refusal(self, asked: Asked) -> str:
        """Why nothing was understood, in words for who asked."""
        for term in asked.terms:
            if not term.known and (term.text[0].isupper() or not asked.mentions):
                near = self._names.suggest(term.text)
                hint = ", ".join(f"{item.name} ({item.id})" for item in near)
                if near or term.text[0].isupper():
                    return f"no entity of the graph is called {term.text!r}" + (
                        f"; did you mean {hint}?" if hint else ""
                    )
        if not asked.terms:
            return "there is no question in that"
        return "no question of the catalogue asks that"

    def _reading(self, score: float, match: Match, filling: Filling) -> Reading:
        template = self._templates[match.template]
        return Reading(
            template.name, template.question, filling.values, score, match.phrasing, filling.unused
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

    def _days_of(self, id_: str) -> tuple[date, date] | None:
        rows = self._store.run(_DAYS, {"id": id_}, _SECONDS).rows
        if not rows:
            return None
        return date.fromisoformat(str(rows[0]["first"])), date.fromisoformat(str(rows[0]["last"]))


def _penalty(asked: Asked, filling: Filling) -> float:
    names = {mention.text for mention in asked.mentions}
    unused = sum(_UNUSED if words in names else _UNUSED_TIME for words in filling.unused)
    unknown = [term.text for term in asked.terms if not term.known]
    strange = sum(_STRANGE_NAME if text[0].isupper() else _STRANGE_WORD for text in unknown)
    beyond = _BEYOND * any(BEYOND in term.classes for term in asked.terms)
    saying = [term for term in asked.terms if not _SAYS_NOTHING.issuperset(term.classes)]
    told = any(term.known and ENTITY not in term.classes for term in saying)
    idle = _EMPTY * (not saying or (bool(unknown) and not told))
    offices = _UNUSED_OFFICE * sum(office.text in filling.unused for office in asked.offices)
    doubts = _DOUBT * asked.doubts
    return doubts + offices + unused + strange + beyond + idle


def ask(
    store: Store,
    question: str,
    today: date,
    templates: Mapping[str, Template],
    names: Names | None = None,
) -> Reply:
    """Understand one question; for more than one keep an ``Asker``."""
    return Asker(store, templates, names).ask(question, today)
