"""What the rows of a table state: who is there for whom, who gives what, what takes place where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from communique.extractors.cast import Cast, Figure
from communique.extractors.cast.main_event import is_attended, is_private
from communique.extractors.layout.outline import Outline
from communique.extractors.layout.parties.tables import is_of_those_present
from communique.extractors.layout.tables.columns import PEOPLE, Column
from communique.extractors.layout.tables.grid import Cell, Row, Table, find_tables
from communique.extractors.layout.tables.wholes import Wholes
from communique.extractors.reading.money import money
from communique.extractors.reading.script import Finding, Scene
from communique.ontology import SIGNATURES, UNDERTAKINGS, EntityType, Relation

_PARTIES = frozenset({EntityType.COUNTRY, EntityType.ORGANISATION})
_CARRIED_OUT = (EntityType.OPERATION, EntityType.COUNTRY)
_DIGIT = re.compile(r"\d")
_GIVEN = (Column.DONOR, Column.TAKER, Column.AMOUNT)
_WHOLES = (Column.EVENT, Column.OPERATION)
_DOING = {
    Column.CHAIR: Relation.LEADS,
    Column.HOST: Relation.HOSTS,
    Column.ORGANISER: Relation.ORGANISES,
    Column.DONOR: Relation.FUNDS,
    Column.DELEGATE: Relation.PARTICIPATES_IN,
    Column.PARTY: Relation.PARTICIPATES_IN,
}
"""What those in a column do with the event or operation of the row."""


def tabulated(cast: Cast, scenes: Sequence[Scene], outline: Outline) -> Iterator[Finding]:
    """Yield what the tables of a release state, row by row.

    Args:
        cast: Its figures.
        scenes: Its blocks.
        outline: What it is about.
    """
    wholes = Wholes(cast, scenes, outline.main)
    for table in find_tables(scenes):
        for row in table.rows:
            yield from _Reading(table, row, wholes).statements()


@dataclass(frozen=True, slots=True)
class _Reading:
    """A row of a table while it is read."""

    table: Table
    row: Row
    wholes: Wholes

    def statements(self) -> Iterator[Finding]:
        """Yield what the row states."""
        if any(self.table.has(column) for column in _WHOLES):
            yield from self._of_its_own()
        elif any(self.table.has(column) for column in PEOPLE):
            yield from self._represented()
            yield from self._present()
        elif any(self.table.has(column) for column in _GIVEN):
            yield from self._given()
        elif self.table.has(Column.PARTY) and self.wholes.joined(self.table.above):
            yield from self._contributed()
        elif self.table.has(Column.PARTY):
            yield from self._given()

    def _of_its_own(self) -> Iterator[Finding]:
        """Yield what a row says of the event or operation that it names."""
        whole = next((f for column in _WHOLES for f in self._named(column)), None)
        if whole is None or whole.type not in UNDERTAKINGS:
            return
        for site in self._named(Column.SITE):
            carried = (whole.type, site.type) == _CARRIED_OUT
            relation = Relation.INVOLVES if carried else Relation.HELD_IN
            yield from self._said(whole, relation, site)
        for column, relation in _DOING.items():
            for figure in self._named(column):
                yield from self._said(figure, relation, whole)
                if column == Column.PARTY:
                    yield from self._said(whole, Relation.INVOLVES, figure)

    def _given(self) -> Iterator[Finding]:
        """Yield who gives to whom, the giver or taker of the release where there is no column."""
        amounts = [cell.text for column, cell in self.row if column == Column.AMOUNT]
        for giver, taker in product(*self._givers_and_takers()):
            given = taker.type == EntityType.COUNTRY or not any(map(_DIGIT.search, amounts))
            relation = Relation.SUPPORTS if given else Relation.FUNDS
            yield from self._said(giver, relation, taker, money(" ".join(amounts)))

    def _givers_and_takers(self) -> tuple[list[Figure], list[Figure]]:
        """Who gives by a row, and who is given; states and bodies without a word of it give.

        Bodies alone are given, where the words above the table name a giver.
        """
        table, above = self.table, self.table.above
        if table.has(Column.DONOR):
            named = self._named(Column.TAKER)
            return self._named(Column.DONOR), named or self.wholes.takers(above)
        if table.has(Column.TAKER):
            return self._named(Column.PARTY) or self.wholes.givers(above), self._named(Column.TAKER)
        parties = self._named(Column.PARTY)[:1]
        if table.is_of_states():
            return parties, self.wholes.takers(above)
        return self.wholes.givers(above), parties

    def _represented(self) -> Iterator[Finding]:
        """Yield for whom the first person of a row stands, with the office of the row."""
        parties = self._named(Column.PARTY)[:1]
        people = [f for column in PEOPLE for f in self._named(column)][:1]
        role = next((cell.text for column, cell in self.row if column == Column.OFFICE), None)
        for person in people:
            for party in parties:
                for finding in self._said(person, Relation.REPRESENTS, party):
                    yield replace(finding, role=role)

    def _present(self) -> Iterator[Finding]:
        """Yield who of a row is at the event that the table lists those of."""
        event = self.wholes.event(self.table.above)
        if event is None or is_private(event) or not is_attended(event):
            return
        lead = self.table.above[-1].block.text if self.table.above else ""
        if not is_of_those_present(lead):
            return
        for column in (*PEOPLE, Column.PARTY):
            for figure in self._named(column)[:1]:
                yield from self._said(figure, Relation.PARTICIPATES_IN, event)

    def _contributed(self) -> Iterator[Finding]:
        """Yield the state or body of a row as part of the operation to which the table is."""
        operation = self.wholes.joined(self.table.above)
        for figure in self._named(Column.PARTY)[:1] if operation is not None else ():
            assert operation is not None  # noqa: S101  # else there is nobody
            yield from self._said(figure, Relation.PARTICIPATES_IN, operation)
            yield from self._said(operation, Relation.INVOLVES, figure)

    def _named(self, wanted: Column) -> list[Figure]:
        """The figures in the cells of a column, those that fit it, in order."""
        return [f for column, cell in self.row if column == wanted for f in _figures(column, cell)]

    def _said(
        self, subject: Figure, relation: Relation, thing: Figure, amount: str | None = None
    ) -> Iterator[Finding]:
        """Yield a finding of the row if the vocabulary has it."""
        signature = SIGNATURES[relation]
        if subject is thing or subject.type not in signature.subjects:
            return
        if thing.type in signature.objects:
            blocks = [cell.scene.block for _, cell in self.row]
            yield Finding(
                subject, relation, thing, blocks[0].start, blocks[-1].end, "table/row", 0.85,
                amount=amount,
            )  # fmt: skip


def _figures(column: Column, cell: Cell) -> Iterator[Figure]:
    """Yield whom a cell names, as far as they are of the kind of its column."""
    scene = cell.scene
    people = column in PEOPLE and column != Column.CHAIR
    for number in scene.numbers(cell.start, cell.end):
        figure = scene.figures[number]
        if figure is None or (people and figure.type != EntityType.PERSON):
            continue
        if column in {Column.PARTY, Column.DONOR, Column.TAKER} and figure.type not in _PARTIES:
            continue
        yield figure
