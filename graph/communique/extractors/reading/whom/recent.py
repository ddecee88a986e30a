"""Whom the sentences before a pronoun have named."""

from collections.abc import Sequence

from communique.extractors.cast import Figure
from communique.extractors.cast.given_names import gender_of
from communique.ontology import EntityType

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "both", "themselves"})
IT = frozenset({"it", "its", "itself"})
_THINGS = frozenset({EntityType.OPERATION, EntityType.ORGANISATION, EntityType.EVENT})
_UNDERTAKINGS = frozenset({EntityType.OPERATION, EntityType.EVENT})
OWNERS = _THINGS | {EntityType.COUNTRY}
"""Types of what "its" means."""
_TWO = 2


class Recent:
    """Remembers who was named last, by what may stand for them.

    Attributes:
        group: Several who were named together last.
        guest: Who was received last.
        undertaking: The operation or event of which the last sentences spoke.
    """

    def __init__(self) -> None:
        """Begin before the first sentence."""
        self.group: list[Figure] = []
        self._listed: list[Figure] = []
        self.guest: Figure | None = None
        self.undertaking: Figure | None = None
        self._latest: dict[str, Figure] = {}

    def meant(self, word: str) -> list[Figure]:
        """Those whom a pronoun of the third person means; none if nobody fits."""
        if word in HE | SHE:
            wanted = "m" if word in HE else "f"
            for key in (wanted, ""):
                figure = self._latest.get(f"person{key}")
                if figure is not None and gender(figure) in {wanted, ""}:
                    return [figure]
            return []
        if word in THEY:
            return list(self.group) if len(self.group) > 1 else []
        if word in IT:
            figure = self._latest.get("owner" if word == "its" else "thing")
            return [figure] if figure else []
        return []

    def undertaken(self, word: str) -> Figure | None:
        """The operation or event that the last sentences spoke of, if a pronoun fits it."""
        found = self.undertaking
        several = found is not None and f"{found.noun}s" in found.name.lower().split()
        return found if several == (word in THEY) else None

    def several(self, size: int) -> list[Figure]:
        """Those who were named together last, if there are so many of them."""
        found = self.group if len(self.group) == size else self._listed
        return list(found) if len(found) == size else []

    def note_thing(
        self, doer: Figure | None, subject: Sequence[Figure], named: Sequence[Figure]
    ) -> None:
        """Remember what may be "it": a subject, else the only thing that a person acts on."""
        self._note_undertaking(subject, named)
        acted = list(dict.fromkeys(f for f in named if f.type in _THINGS))
        if doer is not None:
            self._latest["owner"] = doer
        elif len(acted) == 1 and any(map(is_person, subject)):
            doer = self._latest["owner"] = acted[0]
        if doer is not None and doer.type in _THINGS:
            self._latest["thing"] = doer

    def _note_undertaking(self, subject: Sequence[Figure], named: Sequence[Figure]) -> None:
        """Remember what may be "it" that somebody runs or pays: a subject, else the last named."""
        for figures in (subject, named):
            found = [figure for figure in figures if figure.type in _UNDERTAKINGS]
            if found:
                self.undertaking = found[-1]
                return

    def note_group(
        self, subject: Sequence[Figure], people: Sequence[Figure], named: Sequence[Figure]
    ) -> None:
        """Remember who may be "they": several subjects, else the two of a kind in the sentence."""
        several = list(dict.fromkeys(subject))
        if len(several) > 1:
            self.group = self._listed = several
            return
        states = (figure for figure in named if figure.type == EntityType.COUNTRY)
        for kind in (people, states):
            pair = list(dict.fromkeys(kind))
            if len(pair) > 1:
                self.group = pair if len(pair) == _TWO else []
                self._listed = pair
                return

    def note_people(self, ranked: Sequence[Figure]) -> None:
        """Remember the first person of each gender; subjects stand first."""
        for wanted in ("m", "f", ""):
            for figure in ranked:
                if is_person(figure) and gender(figure) in {wanted, ""}:
                    self._latest[f"person{wanted}"] = figure
                    break


def is_person(figure: Figure) -> bool:
    """Whether a figure is a person."""
    return figure.type == EntityType.PERSON


def gender(figure: Figure) -> str:
    """The pronoun of a person, as titles or else the name tell: "f", "m" or ""."""
    return figure.gender or gender_of(figure.name)
