"""Names of entities that go on from what has been typed, for completion in a shell.

What is offered begins with what was typed, because shells drop everything else, and has hyphens
for blanks, because shells would part a name with blanks; a question takes it as the name it is.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import chain

from communique.graph import KnowledgeGraph
from communique.loaders.folding import fold
from communique.loaders.store import Store
from communique.ontology import EntityType

MOST = 50
"""Completions that are offered."""

_LIKE = (
    "MATCH (n:Entity) WHERE n.names CONTAINS $text "
    "RETURN labels(n) AS labels, n.name AS name, n.aliases AS aliases ORDER BY n.name, n.id "
    "LIMIT 2000"
)
_JOINED = re.compile("['`\u2018\u2019\u02bb\u02bc]")
_APART = re.compile(r"[^\w.]+")


@dataclass(frozen=True, slots=True)
class Completion:
    """What may stand in place of a word that is being typed.

    Attributes:
        value: One word that begins with what was typed.
        meaning: Whom or what it names.
    """

    value: str
    meaning: str


class NameTable:
    """Every name of a store's entities, one a line, to be searched as one text."""

    def __init__(self, text: str) -> None:
        """Take the text of a table."""
        self.text = text

    @classmethod
    def of_graph(cls, graph: KnowledgeGraph) -> "NameTable":
        """Take the names of a graph that is in memory."""
        ordered = sorted(graph.entities, key=lambda one: (one.name, one.id))
        lines = (_lines_of(str(one.type), [one.name, *one.aliases]) for one in ordered)
        return cls("".join(chain.from_iterable(lines)))

    @classmethod
    def like(cls, store: Store, typed: str, timeout: float) -> "NameTable":
        """Read only names that have what was typed in them.

        Raises:
            StoreUnavailableError: The store is gone.
            QueryError: The time is over.
        """
        lines: list[str] = []
        for row in store.run(_LIKE, {"text": fold(typed)}, timeout).rows:
            labels, aliases = row["labels"], row["aliases"]
            assert isinstance(labels, list)  # noqa: S101  # what labels() is
            type_ = next(label for label in labels if label != "Entity")
            others = aliases if isinstance(aliases, list) else []
            lines += _lines_of(type_, [str(row["name"]), *map(str, others)])
        return cls("".join(lines))

    def completions(
        self, typed: str, types: Set[EntityType] = frozenset(), most: int = MOST
    ) -> list[Completion]:
        """What goes on from the beginning of a name or of a word in it, each once.

        Case, diacritics and punctuation do not matter. The order is that of the table.

        Args:
            typed: What was typed.
            types: Types that fit; all if empty.
            most: Number of completions.
        """
        found: dict[str, Completion] = {}
        for type_, folded, form, name in self._lines_with(fold(typed)):
            if types and type_ not in types:
                continue
            value = _continued(typed, folded, form)
            found.setdefault(value, Completion(value, f"{name} ({type_})"))
            if len(found) == most:
                break
        return list(found.values())

    def _lines_with(self, wanted: str) -> Iterator[tuple[EntityType, str, str, str]]:
        """Yield lines in which a word of the folded name begins like this."""
        place = self.text.find(f" {wanted}")
        while place >= 0:
            start = self.text.rfind("\n", 0, place) + 1
            end = self.text.find("\n", place)
            type_, folded, form, name = self.text[start:end].split("\t")
            if f" {wanted}" in folded:
                yield EntityType(type_), folded[1:], form, name
            place = self.text.find(f" {wanted}", end)


def _lines_of(type_: str, forms: Iterable[str]) -> Iterator[str]:
    """Yield a line for each name: type, folded after a blank, as written, the entity's own."""
    written = list(dict.fromkeys(" ".join(form.split()) for form in forms))
    for form in written:
        if folded := fold(form):
            yield f"{type_}\t {folded}\t{form}\t{written[0]}\n"


def _continued(typed: str, folded: str, form: str) -> str:
    """What was typed and the rest of the name, as it is written where that can be told."""
    wanted = fold(typed)
    start = f" {folded}".index(f" {wanted}")
    words = _APART.sub("-", _JOINED.sub("", form)).strip("-").split("-")
    if len(words) == len(folded.split()):
        value = "-".join(words[folded[:start].count(" ") :])
        if value.startswith(typed):
            return value
    rest = folded[start + len(wanted) :]
    gap = "" if typed[-1:].isalnum() or not typed else typed[-1]
    return typed + (rest.lstrip() if gap else rest).replace(" ", "-")
