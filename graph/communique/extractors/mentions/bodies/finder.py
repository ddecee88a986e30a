"""Organisations of a block by every rule."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.bodies.forces import StateForces
from communique.extractors.mentions.bodies.listed import LISTED, ListedBodies
from communique.extractors.mentions.bodies.naming import belongs_elsewhere, share_states
from communique.extractors.mentions.bodies.parts.groups import Groups
from communique.extractors.mentions.bodies.parts.grown import GrownBodies
from communique.extractors.mentions.bodies.parts.makes import MadeBodies
from communique.extractors.mentions.bodies.parts.missions import StateMissions
from communique.extractors.mentions.bodies.parts.offices import BodyOffices
from communique.extractors.mentions.bodies.parts.owned import OwnedParts
from communique.extractors.mentions.bodies.parts.plain import PartBodies
from communique.extractors.mentions.bodies.parts.sections import Sections
from communique.extractors.mentions.bodies.plural import PluralBodies
from communique.extractors.mentions.bodies.shaped import ShapedBodies
from communique.extractors.mentions.bodies.signs.acronyms import BareAcronyms
from communique.extractors.mentions.bodies.signs.bare import BareNames
from communique.extractors.mentions.bodies.signs.firms import Firms
from communique.extractors.mentions.bodies.signs.foreign import ForeignBodies
from communique.extractors.mentions.bodies.signs.introduced import IntroducedBodies
from communique.extractors.mentions.bodies.signs.plain import PlainBodies
from communique.extractors.mentions.bodies.signs.recognised import RecognisedBodies
from communique.extractors.mentions.bodies.signs.vessels import Vessels
from communique.extractors.mentions.spans import Role, Span, without_overlap
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.organisations import Organisation
from communique.gazetteer.territories import TerritoryMention, find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_STAFF = re.compile(r"(?:Deputy |Vice )?Chief of the ((?:General|Defen[cs]e|Joint) Staff)$")


class BodyFinder:
    """Finds organisations in the words of a block."""

    def __init__(self, organisations: Sequence[Organisation], nouns: Nouns, titles: Titles) -> None:
        """Take the gazetteers."""
        self._listed = ListedBodies(organisations)
        self._plural = PluralBodies(self._listed, titles)
        self._shaped = ShapedBodies(nouns, titles)
        self._plain = PlainBodies(nouns, titles)
        self._forces = StateForces(nouns, titles)
        self._introduced = IntroducedBodies(nouns, titles)
        self._acronyms, self._vessels, self._foreign = BareAcronyms(), Vessels(), ForeignBodies()
        self._offices = BodyOffices(nouns, titles)
        self._firms, self._bare = Firms(nouns, titles), BareNames(nouns, titles)
        self._parts, self._owned, self._groups = PartBodies(nouns, titles), OwnedParts(), Groups()
        self._missions, self._grown = StateMissions(), GrownBodies(nouns, titles)
        self._sections = Sections(nouns, titles)
        self._recognised = RecognisedBodies(nouns, titles, self._shaped.heads)

    def alone(self, index: WordIndex) -> dict[int, Span]:
        """The bodies of the gazetteer, by the numbers of the words at which they begin."""
        return self._listed.alone(index)

    def listed(
        self, index: WordIndex, known: Mapping[str, Span], alone: Mapping[int, Span]
    ) -> list[Span]:
        """The bodies of the gazetteer, and those that a release has introduced.

        Args:
            index: Words of the block.
            known: Forms that the release has introduced ("… Centre (EADRCC)"), with what they mean.
            alone: Those of the gazetteer.
        """
        return self._listed.find(index, known, alone)

    def owners(self, index: WordIndex, listed: Sequence[Span]) -> list[Span]:
        """The bodies by whose acronyms the names of listed ones begin."""
        return list(self._listed.owners(index, listed))

    def find(
        self, index: WordIndex, territories: Sequence[TerritoryMention], listed: Sequence[Span],
        model: Sequence[tuple[int, int, str]] = (),
    ) -> Iterator[Span]:  # fmt: skip
        """Yield candidates, overlapping ones included.

        Args:
            index: Words of the block.
            territories: What states the block names.
            listed: Its bodies that are listed or were introduced.
            model: Spans that the language model labels: start, end, label.
        """
        listed = [span for span in listed if not belongs_elsewhere(index.text, span, territories)]
        yield from listed
        yield from self._plural.find(index, territories)
        shaped = [
            span
            for span in self._shaped.find(index, territories, listed)
            if find_territory(index.text[span.start : span.end]) is None
        ]  # "Commonwealth of Australia"
        yield from self._owned.find(index, listed, shaped)
        yield from self._groups.find(index.text)
        yield from MadeBodies.find(index.text)
        yield from self._missions.find(index.text, territories, listed)
        yield from share_states(index.text, without_overlap(shaped))
        yield from shaped
        yield from self._grown.find(index, [*listed, *shaped])
        yield from self._sections.find(index, territories)
        yield from self._recognised.find(index.text, shaped, model)
        yield from self._forces.find(index, territories)
        yield from self._plain.find(index)
        sure = (s for s in listed if s.strength == LISTED or s.type == EntityType.OPERATION)
        yield from self._introduced.find(index, {span.end for span in sure})
        yield from self._foreign.find(index)
        yield from self._vessels.find(index)
        yield from self._offices.find(index, listed)
        yield from self._offices.abroad(index, [*listed, *shaped])
        yield from self._parts.find(index, territories)
        yield from self._firms.find(index)
        yield from self._bare.find(index, territories)
        yield from self._acronyms.find(index)

    def seated(self, text: str, role: Role) -> Role:
        """An office without body, with the staff or the department that it heads.

        Args:
            text: The block.
            role: The office.
        """
        if role.body is not None:
            return role
        staff = _STAFF.match(role.title)
        whole = len(role.title) == role.end - role.start
        if staff is not None and whole and not text.startswith(" of ", role.end):
            start, end = (role.start + place for place in staff.span(1))
            body = Span(start, end, EntityType.ORGANISATION, staff[1], strength=3, ownable=True)
            return replace(role, body=body)
        return replace(role, department=self._listed.department(role.title))
