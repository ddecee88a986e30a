"""The body or state that an office stands in, as worded or by its setting."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast, is_state_office
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.setting import Setting, is_facing, is_same_office
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind, fold
from communique.ontology import EntityType

_PERSONAL = frozenset({"Ambassador", "Senator", "Judge", "Governor"})
"""Offices kept as a form of address, which say nothing of a body."""

_LIST_GAPS = frozenset(
    {", ", "; ", ", and ", " and ", " and the ", ", the ", ", and the ", "; and "}
)
_OWN_HEADS = (
    "Secretary", "Spokesperson", "Attorney General", "Counselor", "Administrator", "Coordinator",
    "Spokesman", "Spokeswoman", "Commissioner", "Director",
)  # fmt: skip
"""Offices that a government body's release names without the body, being its own."""

_NOT_THE_ISSUER_S = frozenset(
    "ambassador ambassadors consul governor mayor judge magistrate senator congressman sheriff "
    "congresswoman councillor councilor rector dean member ceo attorney attache "
    "d’affaires d'affaires delegate justice attorneys".split()
)
"""First and last words, in lower case, of offices that nobody holds in an issuing body."""

_LISTED_HEADS = frozenset({"Foreign Secretary", "Attorney General", "Secretary", "State Secretary"})
"""Heads of offices, not of states alone, that lists of one state's officials go on with."""

_WHOLE_BODIES = frozenset(
    "president chairman chairwoman chairperson chair premier king queen sultan emir mayor "
    "governor leader ceo executive".split()
)
"""Last words of offices after which "of" names a body, not a field of work."""

_REPUBLIC = re.compile(r" of (?:the )?(?:Republic|State|Government)\b")
_NATIVE = re.compile(r"\b(?!Federal)[A-Z][\w’'-]+(?:ian|ese|ish|an) (?:[A-Z]\w+ )?$")
"""An adjective before an office that no gazetteer knows ("Hessian")."""

_BULLETS = " •–—-*.)0123456789"
_LABELS = re.compile(r"\s*(?:\([^)\n]*\)\s*)?:[ \t]*")
_WORDED = re.compile(r" (?:of|at|for|with) (?:the )?[A-Z]|,? ?\((?:the )?[A-Z]")
_WORDED_BEHIND_COMMA = re.compile(r", (?:the )?[A-Z]")


class OfficeBodies:
    """Finds the body of an office in the scenes of one release."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene] = ()) -> None:
        """Take the cast, with all bodies named, and the scenes for what the setting tells."""
        self._cast = cast
        self._scenes = scenes
        self._setting = Setting(cast, scenes)

    def of(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The body of an office of the mention with that number; None if it stays open."""
        if role.body is not None:
            figure = self._cast.named(role.body)
            capital = role.body.kind == NameKind.CAPITAL
            return self._cast.state_of(figure) if capital else figure
        department = self._department(role)
        if role.envoy:
            return department or self._cast.state
        if role.title in _PERSONAL:
            return None
        shared = self._shared(scene.mentions[number], role)
        near = shared or self._worded_elsewhere(scene.mentions[number], role)
        near = near or self._carried(scene, number, role)
        return near or department or self._open(scene, number, role)

    def _department(self, role: Role) -> Figure | None:
        """The department of a secretary in a release of the state that has it."""
        state, span = self._cast.state, role.department
        own = span is not None and span.country is not None and state is not None
        if span is None or not own or span.country != (state and state.territory):
            return None
        return self._cast.named(span)

    def _shared(self, mention: Mention, role: Role) -> Figure | None:
        """The state of another office of the same person ("Deputy Premier and Minister of X")."""
        if not is_state_office(role):
            return None
        bodies = [self._cast.named(r.body) for r in mention.roles if r.body is not None]
        return next((body for body in bodies if body.type == EntityType.COUNTRY), None)

    def _open(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The body of an office that is worded without one; None where that is unsure."""
        label = self.label(scene, number)
        if is_state_office(role) and label is not None:
            return label
        if label is not None or role.former or _is_worded(scene, number, role):
            return None
        if is_state_office(role) or role.head == "Foreign Secretary":
            return self._setting.state(scene, number, role)
        return self._issuer(scene, number, role)

    def _issuer(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The issuer, where an office without body may be its own."""
        state = self._cast.state
        if state is None:
            words = fold(role.head).split()
            strange = not _NOT_THE_ISSUER_S.isdisjoint((words[0], words[-1]))
            return None if strange else self._cast.issuer
        if not role.head.endswith(_OWN_HEADS) or " to the President" in role.title:
            return None
        if role.head == "Attorney General" and is_facing(scene, scene.mentions[number]):
            return self._setting.before(scene, number) or self._cast.issuer
        return self._cast.issuer

    def _worded_elsewhere(self, mention: Mention, role: Role) -> Figure | None:
        """The body that another mention of the same person gives to an office of that head."""
        words = _folded_words(mention)
        for other, others in self._worded.get(words[-1], ()) if words else ():
            short, long = sorted((words, others), key=len)
            if set(short) <= set(long) and _is_short_for(role, other):
                return self._cast.named(other.body) if other.body else None
        return None

    @cached_property
    def _worded(self) -> dict[str, list[tuple[Role, list[str]]]]:
        """Offices whose words name their body, by each word of their holders' names."""
        found: dict[str, list[tuple[Role, list[str]]]] = defaultdict(list)
        for scene in self._scenes:
            for mention in scene.mentions:
                worded = [r for r in mention.roles if r.body is not None and not r.former]
                words = _folded_words(mention) if worded else []
                for word in words:
                    found[word].extend((role, words) for role in worded)
        return found

    def _carried(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The foreign state of the official just before in a list ("President A, Secretary B")."""
        listed = role.head in _LISTED_HEADS and role.title != "Secretary"
        if not number or not (is_state_office(role) or listed):
            return None
        before, mention = scene.mentions[number - 1], scene.mentions[number]
        foreign = any("Foreign" in role.title and "Foreign" in r.title for r in before.roles)
        if foreign or is_same_office(before, mention):
            return None
        figure = scene.figures[number - 1]
        gap = scene.block.text[before.end : mention.start]
        if gap not in _LIST_GAPS or figure is None or figure.type != EntityType.PERSON:
            return None
        bodies = [o.body for o in figure.offices if o.block == scene.number and o.body is not None]
        state = next((b for b in bodies if b.type == EntityType.COUNTRY), None)
        return state if state is not self._cast.state else None

    def label(self, scene: Scene, number: int) -> Figure | None:
        """The state that labels the line of a mention ("Bahrain: …"), if one does."""
        text, start = scene.block.text, scene.mentions[number].start
        begin = text.rfind("\n", 0, start) + 1
        first = next((m for m in scene.mentions if m.start >= begin), None)
        if first is None or first.span is None or first.type != EntityType.COUNTRY:
            return None
        opens = not text[begin : first.start].strip(_BULLETS) and first.end < start
        labels = _LABELS.match(text, first.end) if opens else None
        if labels is None:
            return None
        listed = scene.block.kind == BlockKind.BULLET or "\n" in text or labels.end() == start
        return self._cast.named(first.span) if listed else None


def _folded_words(mention: Mention) -> list[str]:
    """The words of a person's name in lower case without diacritics."""
    return fold(mention.span.name).replace(",", " ").split() if mention.span else []


def _is_short_for(role: Role, other: Role) -> bool:
    """Whether an office may be a shorter wording of another one ("Secretary", "Minister")."""
    words = set(fold(role.title).split())
    return words <= set(fold(other.title).split())


def _is_worded(scene: Scene, number: int, role: Role) -> bool:
    """Whether words around an office name a body, though no rule knows which."""
    text, mention = scene.block.text, scene.mentions[number]
    head = fold(role.head).split()[-1]
    if head in _WHOLE_BODIES and " of " in role.title and not _REPUBLIC.search(role.title):
        return True
    if _NATIVE.search(text, max(0, role.start - 40), role.start):
        return True
    behind = mention.span is not None and role.start >= mention.span.end
    if behind and head == "president":
        return not text[: role.start].endswith("the ")
    if role.end < mention.end:
        return False
    return _names_body(text, scene.mentions, number, behind=behind)


def _names_body(text: str, mentions: Sequence[Mention], number: int, *, behind: bool) -> bool:
    """Whether "of BODY", "(BODY)" or, where an office is apposed, ", BODY" follows a mention."""
    end = mentions[number].end
    match = _WORDED.match(text, end) or (behind and _WORDED_BEHIND_COMMA.match(text, end))
    if not match:
        return False
    following = mentions[number + 1] if number + 1 < len(mentions) else None
    return (
        following is None
        or not following.start <= match.end() - 1 < following.end
        or (following.type != EntityType.PERSON)
    )
