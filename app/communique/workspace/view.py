"""A graph that is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.graph import Entity, Fact, UnclearQuestionError
from communique.ontology import EntityType, Relation
from communique.workspace.opened import Opened
from communique.workspace.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx

    from communique.queries.answers import Answer, CitedRelease
    from communique.queries.ask import Asker, Reply
    from communique.queries.catalogue import Template
    from communique.queries.facts import FactsWanted
    from communique.queries.free import FreeAnswer

TIMEOUT = 30.0
"""Seconds that a question may take unless the caller says otherwise."""

MOST_FACTS = 5_000
"""Facts whose quotes come with an answer that is not asked for them; more take seconds."""


class View(Opened):
    """What a store says: questions, queries, entities, facts.

    It sees the store as it was when it was opened.
    """

    def __init__(
        self, workspace: Workspace, alone: bool = False, queries: Path | None = None
    ) -> None:
        """Take a workspace.

        Args:
            workspace: Where ledger and store are.
            alone: Whether there is a store and no ledger that it was made from.
            queries: Folder of questions of one's own.
        """
        super().__init__(workspace, alone)
        self._queries = queries
        self._questions: dict[str, Template] = {}
        self._asker: Asker | None = None  # has read the names of the store

    def close(self) -> None:
        """Let go of the store; asking again opens it anew."""
        super().close()
        self._asker = None

    def questions(self) -> "dict[str, Template]":
        """Every question that can be asked, by name; those of the package first.

        A file of one's own that is none is told and left out.

        Raises:
            UnreadableTemplatesError: The folder of one's own questions cannot be read.
        """
        if not self._questions:
            self._questions = self._workspace.questions(self._queries)
        return dict(self._questions)

    def query(
        self,
        template: "str | Template",
        parameters: Mapping[str, object] | None = None,
        /,
        *,
        evidence: bool | None = None,
        timeout: float = TIMEOUT,
        **values: object,
    ) -> "Answer":
        """Ask a question of the catalogue; `questions` lists them.

        Args:
            template: Name of the question, or a template of one's own.
            parameters: Its parameters by name, for names that Python keeps for itself.
            evidence: Whether every quote comes with it; if None, up to ``MOST_FACTS`` facts.
            timeout: In seconds.
            values: Parameters; ``from_`` stands for ``from``.

        Raises:
            UnknownTemplateError: There is no such question.
            MissingParameterError: A parameter without default is missing.
            UnknownNameError: Nobody has a name that is given, or several have.
            ValueError: A value is no date or number, or no parameter has that name.
            QueryError: The time is over.

        Examples:
            >>> answer = graph.query("connection", from_="Europol", to="Moldova", limit=1)
            >>> [row["relation"] for row in answer]
            ['PARTICIPATES_IN', 'PARTICIPATES_IN']
            >>> answer.quotes(0)[0].release.source
            'Europol'
        """
        from communique.queries.catalogue import template as named
        from communique.queries.evidence import named_facts, with_evidence
        from communique.queries.runner import run

        question = named(template, self.questions()) if isinstance(template, str) else template
        given = dict(parameters or {}) | {name.removesuffix("_"): v for name, v in values.items()}
        today = {name: self._today(value) for name, value in given.items()}
        answer = run(self._store(), question, today, timeout=timeout)
        if evidence is None:
            evidence = named_facts(answer) <= MOST_FACTS
        return with_evidence(self._store(), answer, timeout) if evidence else answer

    def ask(self, question: str, today: "date | None" = None, timeout: float = TIMEOUT) -> "Answer":
        """Ask in plain English; the answer says which template and parameters were meant.

        Args:
            question: In plain English.
            today: Day from which "last week" counts; today if None.
            timeout: In seconds.

        Raises:
            UnclearQuestionError: It is no question of the catalogue; the message has the next best.
            QueryError: The time is over.

        Examples:
            >>> graph.ask("Whom did Henrik Solvang meet in September 2024?").template
            'who-met'
        """
        reply = self.understand(question, today)
        if reply.reading is None:
            others = "".join(f"; did you mean {one.question!r}?" for one in reply.others[:1])
            raise UnclearQuestionError(f"{question!r}: {reply.refusal}{others}")
        return self.query(reply.reading.template, reply.reading.parameters, timeout=timeout)

    def understand(self, question: str, today: "date | None" = None) -> "Reply":
        """What a question in plain English is taken for, or may be."""
        from communique.queries.ask import Asker
        from communique.workspace.clock import today as today_here

        if self._asker is None:
            self._asker = Asker(self._store(), self.questions())
        return self._asker.ask(question, today or today_here())

    def cypher(
        self,
        query: str,
        parameters: Mapping[str, object] | None = None,
        /,
        *,
        most: int = 1000,
        timeout: float = TIMEOUT,
        **values: object,
    ) -> "FreeAnswer":
        """Ask in Cypher; only reading is let through.

        Args:
            query: One statement.
            parameters: Values by name, without the dollar sign.
            most: Most rows.
            timeout: In seconds.
            values: Further values by name.

        Raises:
            QueryError: The query does not only read, is wrong, or takes too long.

        Examples:
            >>> graph.cypher("MATCH (n:Operation) RETURN count(n) AS operations").rows
            ({'operations': 22},)
        """
        from communique.queries.free import ask_freely

        given = dict(parameters or {}) | values
        return ask_freely(self._store(), query, given, most=most, timeout=timeout)

    def entity(self, name: str, *types: EntityType) -> Entity:
        """The entity that a name, an alias, a part of a name or an id means.

        Raises:
            UnknownNameError: None does, or several do and none stands out; the message has them.

        Examples:
            >>> graph.entity("viorel").id
            'person-viorel-rusnac'
        """
        from communique.queries.facts import entity
        from communique.queries.names import find_name

        named = find_name(self._store(), str(self._today(name)), frozenset(types))
        return entity(self._store(), named.id, TIMEOUT)

    def search(self, text: str, limit: int = 20) -> "Answer":
        """Entities with a name like this, the most alike first."""
        return self.query("search", text=text, limit=limit)

    def facts(
        self,
        about: str | None = None,
        other: str | None = None,
        *,
        relation: Relation | str | None = None,
        since: "str | date | None" = None,
        until: "str | date | None" = None,
        limit: int | None = None,
    ) -> list[Fact]:
        """Facts with every quote, those with a date first, in order of time.

        Args:
            about: Name or id of an entity; None for facts of all.
            other: Name or id of another that they also concern.
            relation: Only those of one relation.
            since: First day of a period: a day, month or year.
            until: Last day of a period.
            limit: Most facts; None for all.

        Raises:
            UnknownNameError: Nobody has the name, or several have.
            ValueError: There is no such relation, or no such day.

        Examples:
            >>> meeting, *_ = graph.facts("Solvang", "Viorel Rusnac", relation="MEETS")
            >>> meeting.qualifiers.date, meeting.support
            ('2024-09-09', 3)
        """
        from communique.queries.facts import facts_wanted

        wanted = self._wanted((about, other), relation, since, until)
        return facts_wanted(self._store(), replace(wanted, limit=limit), TIMEOUT)

    def evidence(self, first: str, second: str) -> "Answer":
        """What the releases say about two entities, in their words: a row for each quote."""
        return self.query("evidence", first=first, second=second)

    def releases(self) -> "list[CitedRelease]":
        """The releases of the store, by id, without their texts."""
        from communique.queries.facts import releases_of

        return list(releases_of(self._store(), None, TIMEOUT).values())

    def to_networkx(
        self,
        focus: str | None = None,
        depth: int = 1,
        *,
        relation: Relation | str | None = None,
        since: "str | date | None" = None,
        until: "str | date | None" = None,
    ) -> "nx.MultiDiGraph[str]":
        """Entities as nodes by id and facts as edges by key, with the attributes of an answer's.

        Args:
            focus: Name or id of the entity in the middle; None for the whole graph.
            depth: Steps away from the focus.
            relation: Only facts of one relation.
            since: First day of a period.
            until: Last day of a period.

        Examples:
            >>> network = graph.to_networkx("Danube Shield 24", relation="LEADS")
            >>> sorted(name for _, name in network.nodes(data="name"))
            ['Danube Shield 24', 'Romanian Naval Forces']
        """
        from communique.queries.answers.network import network_of_facts
        from communique.queries.facts import facts_around

        wanted = self._wanted((focus,), relation, since, until)
        return network_of_facts(facts_around(self._store(), wanted, depth, TIMEOUT))

    def _wanted(
        self,
        names: Iterable[str | None],
        relation: Relation | str | None,
        since: "str | date | None",
        until: "str | date | None",
    ) -> "FactsWanted":
        from communique.queries.facts import FactsWanted, relation_named

        return FactsWanted(
            tuple(self.entity(name).id for name in names if name is not None),
            None if relation is None else relation_named(relation),
            None if since is None else str(since),
            None if until is None else str(until),
        )
