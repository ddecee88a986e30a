"""From what the model calls the ends of its statements to entities that the text names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.extractors.llm.folding import FoldedText
from communique.gazetteer.territories import Territory, find_territories
from communique.graph import Entity
from communique.ontology import UNDERTAKINGS, EntityType


@dataclass(frozen=True, slots=True)
class Form:
    """What a statement calls one of its ends, as far as the text bears it out.

    Attributes:
        type: What it is.
        name: Its name as the text writes it; of a country the common English one.
        aliases: Other forms that the text has, sorted.
        named: Whether that is a name, not a description.
        territory: The state or territory that it is, if it is a country.
    """

    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    named: bool = True
    territory: Territory | None = None

    def is_of(self, other: "Form") -> bool:
        """Whether both are one: the same type, and the name of one is a form of the other."""
        if self.type is not other.type:
            return False
        return self.name in {other.name, *other.aliases} or other.name in self.aliases


class Names:
    """What a text names."""

    def __init__(self, text: FoldedText) -> None:
        """Take the text, folded."""
        self._text = text
        self._states = {found.territory.iso3 for found in find_territories(text.original)}

    def form(
        self, kind: EntityType, name: str, aliases: Iterable[str] = (), *, named: bool = True
    ) -> Form | None:
        """A name with its other forms; None if the text has none of them.

        A country is named by any of its names, by its demonym or by its capital.
        """
        if kind is EntityType.COUNTRY:
            return self._country(name)
        found = [form for form in map(self._written, (name, *aliases)) if form]
        if not found:
            return None
        others = {form for form in found[1:] if _is_alias(form, found[0], kind)} - {found[0]}
        return Form(kind, found[0], tuple(sorted(others)), named or kind not in UNDERTAKINGS)

    def _country(self, name: str) -> Form | None:
        states = {found.territory for found in find_territories(name)}
        state = states.pop() if len(states) == 1 else None
        if state is None or state.iso3 not in self._states:
            return None
        return Form(EntityType.COUNTRY, state.name, territory=state)

    def _written(self, form: str) -> str | None:
        """A form as the text writes it, without an article before it."""
        found = self._text.find_name(form)
        return found.removeprefix("the ").removeprefix("The ") if found else None


def entities(forms: Iterable[Form], release: str) -> Iterator[tuple[Form, Entity]]:
    """Each form with its entity; forms that are of each other share one.

    Ids count from 1 in the order in which the forms come.
    """
    groups: list[list[Form]] = []
    for form in dict.fromkeys(forms):
        same = [group for group in groups if any(form.is_of(other) for other in group)]
        joined = [*(other for group in same for other in group), form]
        place = groups.index(same[0]) if same else len(groups)
        groups[place : place + 1] = [joined]
        for group in same[1:]:
            groups.remove(group)
    for number, group in enumerate(groups, 1):
        entity = _entity(f"{release}#{number}", group)
        for form in group:
            yield form, entity


def _entity(id_: str, forms: list[Form]) -> Entity:
    """One entity of all its forms, by its longest name."""
    named = [form for form in forms if form.named] or forms
    first = max(named, key=lambda form: len(form.name))
    others = {other for form in forms for other in (form.name, *form.aliases)} - {first.name}
    territory = first.territory
    return Entity(
        id_,
        first.type,
        first.name,
        tuple(sorted(others)),
        first.named,
        territory.iso3 if territory else None,
        territory.wikidata if territory else None,
    )


def _is_alias(form: str, name: str, kind: EntityType) -> bool:
    """Whether a form tells one from others: it has a capital, and of a person a part of the name.

    Two ministers are both called the Minister.
    """
    if kind is EntityType.PERSON and not set(form.split()) & set(name.split()):
        return False
    return any(char.isupper() for char in form)
