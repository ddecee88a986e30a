"""The state that a line is labelled with owns the bodies that the line names."""

from dataclasses import replace

from communique.extractors.mentions import Mention, Span
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import Territory
from communique.ontology import EntityType

_BULLETS = " •-–—*"


def settle_owners(scene: Scene) -> None:
    """Give the bodies of a line that a state labels to it: "Peru: NAME, National Police"."""
    text, line, owner = scene.block.text, -1, None
    mentions: list[Mention] = []
    for mention in scene.mentions:
        begin = text.rfind("\n", 0, mention.start) + 1
        if begin != line:
            line, owner = begin, _label(text, begin, mention)
        mentions.append(_owned(mention, owner) if owner else mention)
    scene.mentions = mentions


def _label(text: str, begin: int, first: Mention) -> Territory | None:
    """The state that labels a line, if its first mention is one."""
    labels = not text[begin : first.start].strip(_BULLETS) and text.startswith(":", first.end)
    named = first.span is not None and first.type == EntityType.COUNTRY
    return first.span.territory if labels and named and first.span else None


def _owned(mention: Mention, owner: Territory) -> Mention:
    """A mention whose bodies belong to a state unless their names say otherwise."""
    roles = tuple(
        replace(role, body=_home(role.body, owner)) if role.body else role for role in mention.roles
    )
    span = _home(mention.span, owner) if mention.span else None
    return replace(mention, span=span, roles=roles)


def _home(span: Span, owner: Territory) -> Span:
    if not span.ownable:
        return span
    alias = f"{span.name} of {owner.name}"
    return replace(span, country=owner, ownable=False, aliases=(*span.aliases, alias))
