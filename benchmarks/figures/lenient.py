"""What any system's triples hold of annotated facts, by a lenient count that suits all.

A fact counts as found if one triple of its release has a name of one end in its subject and a name
of the other in its object, whichever way round and whatever the relation's words. It is typed if
the relation is the annotated one, dated if the triple has the annotated date.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.evaluation.annotation.gold import GoldDocument, GoldEntity, GoldTriple
from communique.evaluation.annotation.names import tokens

Found = tuple[str, str, str, str | None]
"""Subject, relation, object and date as a system gives them."""


@dataclass(slots=True)
class Lenient:
    """Counts over releases.

    Attributes:
        wanted: Annotated facts whose ends both have names, those left open not counted.
        found: Those found.
        typed: Those found with the annotated relation.
        wanted_dates: Annotated facts that must have a date.
        dated: Those found with that date.
        triples: What the system stated, right or wrong.
    """

    wanted: int = 0
    found: int = 0
    typed: int = 0
    wanted_dates: int = 0
    dated: int = 0
    triples: int = 0

    def add(self, gold: GoldDocument, triples: Sequence[Found]) -> None:
        """Count one release."""
        self.triples += len(triples)
        sides = [(_words(s), relation, _words(o), date) for s, relation, o, date in triples]
        for fact in gold.triples:
            if fact.optional or not (fact.subject.named and fact.object.named):
                continue
            self._count(fact, [side for side in sides if _says(fact, side[0], side[2])])

    def _count(self, fact: GoldTriple, saying: Iterable[Found]) -> None:
        saying = list(saying)
        dates = fact.qualifiers.get("date", (None,))  # with None, a careful reader may be silent
        self.wanted += 1
        self.found += bool(saying)
        self.typed += any(relation == fact.predicate for _, relation, _, _ in saying)
        self.wanted_dates += None not in dates
        self.dated += None not in dates and any(date in dates for *_, date in saying)


def _words(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def _says(fact: GoldTriple, subject: str, object_: str) -> bool:
    ends = ((fact.subject, fact.object), (fact.object, fact.subject))
    return any(_has(subject, one) and _has(object_, other) for one, other in ends)


def _has(words: str, entity: GoldEntity) -> bool:
    return any(f" {name} " in words for name in entity.names)
