"""Entities by what is typed of their names."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from communique.explorer.server.snapshot.tables import Entities
from communique.loaders.folding import fold
from communique.queries.names import known_territory

SIMILAR = 75.0
"""Likeness, up to 100, from which a misspelt name is found."""

_EXACT, _BEGINS, _WORD_BEGINS, _HOLDS = range(4)


class NameIndex:
    """The names of entities, folded once."""

    def __init__(self, entities: Entities) -> None:
        """Take the entities."""
        self._entities = entities
        forms = [
            (form, number)
            for number, (name, aliases) in enumerate(
                zip(entities.names, entities.aliases, strict=True)
            )
            for form in dict.fromkeys(map(fold, (name, *aliases)))
            if form
        ]
        self._forms = [form for form, _ in forms]
        self._owners = [number for _, number in forms]
        self._iso3 = {code: number for number, code in enumerate(entities.iso3) if code}
        self._ids = {id_: number for number, id_ in enumerate(entities.ids)}

    def number(self, id_: str) -> int | None:
        """The entity of an id."""
        return self._ids.get(id_)

    def search(self, text: str) -> list[int]:
        """Entities with a name like this, the most alike first, then those with most facts."""
        wanted = fold(text)
        ranks: dict[int, int] = {}
        for number in self._known(text):
            ranks[number] = _EXACT
        if wanted:
            for form, number in zip(self._forms, self._owners, strict=True):
                if wanted in form and (rank := _rank(form, wanted)) < ranks.get(number, _HOLDS + 1):
                    ranks[number] = rank
        if not ranks and wanted:
            return self._similar(wanted)
        return self._ordered((rank, number) for number, rank in ranks.items())

    def _known(self, text: str) -> Sequence[int]:
        """By its id, or a country by any of its names or codes."""
        territory = known_territory(text)
        code = territory.iso3 if territory else text.strip().upper()
        found = (self._ids.get(text.strip()), self._iso3.get(code))
        return [number for number in found if number is not None]

    def _similar(self, wanted: str) -> list[int]:
        """Entities of a misspelt name or of a part of one."""
        scores: dict[int, float] = {}
        for _, score, place in process.extract(
            wanted, self._forms, scorer=fuzz.WRatio, limit=200, score_cutoff=SIMILAR
        ):
            number = self._owners[place]
            scores[number] = max(score, scores.get(number, 0.0))
        return self._ordered((-round(score), number) for number, score in scores.items())

    def _ordered(self, ranked: Iterable[tuple[int, int]]) -> list[int]:
        facts = self._entities.facts
        return [n for _, n in sorted(ranked, key=lambda pair: (pair[0], -facts[pair[1]], pair[1]))]


def _rank(form: str, wanted: str) -> int:
    if form == wanted:
        return _EXACT
    if form.startswith(wanted):
        return _BEGINS
    return _WORD_BEGINS if f" {wanted}" in form else _HOLDS
