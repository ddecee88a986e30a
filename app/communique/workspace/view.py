"""A graph that is asked."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Self

from communique.graph import Entity, Fact, UnclearQuestionError
from communique.ontology import EntityType, Relation
from communique.workspace.workspace import Workspace

if TYPE_CHECKING:
    from datetime import date

    import networkx as nx

    from communique.loaders.store import Store
    from communique.queries.answers import Answer, CitedRelease
    from communique.queries.ask import Asker, Reply
    from communique.queries.catalogue import Template
    from communique.queries.free import FreeAnswer

TIMEOUT = 30.0
"""Seconds that a question may take unless the caller says otherwise."""


class View:
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
        self._workspace, self._alone, self._queries = workspace, alone, queries
        self._questions: dict[str, Template] = {}
        self._opened: Store | None = None
        self._asker: Asker | None = None  # has read the names of the store

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
        evidence: bool = True,
        timeout: float = TIMEOUT,
        **values: object,
    ) -> "Answer":
        """Ask a question of the catalogue; `questions` lists them.

        Args:
            template: Name of the question, or a template of one's own.
            parameters: Its parameters by name, for names that Python keeps for itself.
            evidence: Whether the answer has every quote its rows rest on.
            timeout: In seconds.
            values: Parameters by name; ``from_`` stands for ``from``.

        Raises:
            UnknownTemplateError: There is no such question.
            MissingParameterError: A parameter without default is missing.
            UnknownNameError: Nobody has a name that is given, or several have.
            ValueError: A value is no date or number, or no parameter has that name.
            QueryError: The time is over.

        Examples:
            >>> answer = graph.query("connection", from_="Europol", to="Moldova", limit=1)
            >>> [row["relation"] for row in answer]
            ['PARTICIPATES_IN', 'ORGANISES']
            >>> answer.quotes(0)[0].release.source
            'Eurojust'
        """
        from communique.queries.catalogue import template as named
        from communique.queries.evidence import with_evidence
        from communique.queries.runner import run

        question = named(template, self.questions()) if isinstance(template, str) else template
        given = dict(parameters or {}) | {name.removesuffix("_"): v for name, v in values.items()}
        today = {name: self._today(value) for name, value in given.items()}
        answer = run(self._store(), question, today, timeout=timeout)
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
        """What a question in plain English is taken for, and what else it may mean."""
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
            ('2024-09-09', 2)
        """
        from communique.queries.facts import FactsWanted, facts_wanted, relation_named

        wanted = FactsWanted(
            tuple(self.entity(name).id for name in (about, other) if name is not None),
            None if relation is None else relation_named(relation),
            None if since is None else str(since),
            None if until is None else str(until),
            limit,
        )
        return facts_wanted(self._store(), wanted, TIMEOUT)

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

        if focus is None:
            return network_of_facts(self.facts(relation=relation, since=since, until=until))
        edge, seen, facts = {self.entity(focus).id}, set[str](), dict[str, Fact]()
        for _ in range(depth):
            near: dict[str, Fact] = {}
            for id_ in sorted(edge):
                found = self.facts(id_, relation=relation, since=since, until=until)
                near |= {fact.key: fact for fact in found}
            facts, seen = facts | near, seen | edge
            edge = {end.id for fact in near.values() for end in (fact.subject, fact.object)} - seen
        return network_of_facts(facts[key] for key in sorted(facts))

    def close(self) -> None:
        """Let go of the store; asking again opens it anew."""
        store, self._opened, self._asker = self._opened, None, None
        if store is not None:
            store.close()

    def __enter__(self) -> Self:
        """Use the graph within a block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of the store."""
        self.close()

    def __repr__(self) -> str:
        """Where the graph is."""
        return f"Graph({(self._workspace.store if self._alone else str(self._workspace.folder))!r})"

    def _store(self) -> "Store":
        if self._opened is None:
            self._opened = self._workspace.opened()
        return self._opened

    def _today(self, value: object) -> object:
        """Today's id of what had this id in an earlier graph; any other value as it is."""
        if self._alone or not isinstance(value, str):
            return value
        return self._workspace.current_id(value)
