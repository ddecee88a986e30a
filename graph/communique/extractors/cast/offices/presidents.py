"""Whose president a release means by the bare title: the issuing state's or another's."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.offices.around.clauses import sentence_begin
from communique.extractors.cast.offices.holders import name_words, surname
from communique.extractors.cast.offices.hosts import spans_of, state_named
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

PRESIDENCY = re.compile(r"(?i)\bwhite house\b|\bpresiden")
"""In the names of issuers that speak for a president."""

_INITIAL = re.compile(r"\b[A-Z]\.")
_VISIT = re.compile(r"\b(?:visit|trip|arrival) (?:of|by) (?:the )?$")
_TO = re.compile(r",? (?:to|in) (?:the )?")
_GOVERNMENT = re.compile(
    r"(?i)[-–—]|(?:['’]s?)? (?:administration|presidency|white house|era|years)\b"
)
"""What follows the surname of a president by which a government is called."""
_OTHER_HEADS = frozenset("chair chairman chairperson chairwoman".split()) | {"executive secretary"}
"""What the heads of bodies are called that have no president."""
_ADDRESS = re.compile(r"(?:H\.E\.|His Excellency|Her Excellency),? (?:the )?$")
_GOES_OUT = re.compile(
    r",? (?:(?:has|have|had|also|then|later|today|will) )*(?:visit(?:ed|s)?|met|meets?|told|"
    r"travel(?:led|ed|s)?|arriv(?:ed|es?)|held talks|signed)\b"
)
"""What the head of a body does abroad."""
_LEADS = re.compile(
    r"\bdelegation (?:of|from) (?:the|our) [^,.;]{1,60}, (?:led|headed) by (?:its )?$"
)
"""What stands before who leads those of the body itself."""
_RECEIVES = re.compile(
    r",?(?: on \w+day,?| (?:has|today|yesterday|also|then|will|here|this \w+))*"
    r" (?:(?:receiv(?:ed?|es)|host(?:ed|s)?|gave an audience to|granted an audience to)\b|"
    r"welcom(?:ed?|es) (?:(?:the|His|Her|a) )?(?:[A-Z][\w-]+ ){0,3}"
    r"(?:Presid|Minist|Premier|Secretary|Chancellor|Speaker|Excellency|Majesty|delegation))"
)
"""What the head of a state does at home alone."""
_COMES = re.compile(r"[^.;]{0,30}? (?:arriv|travel|visit|left\b|depart|flew|return|land)")
"""What follows who may be a guest there."""
_BARE = 1.5
"""How much a surname alone speaks against a president being the issuing state's own."""
_REACH = 80
"""Characters around a mention that are looked at."""


class Presidents:
    """Tells the issuing state's own presidents by how a release speaks of each."""

    def __init__(
        self,
        cast: Cast,
        scenes: Sequence[Scene],
        posts: Posts,
        triggers: Mapping[str, re.Pattern[str]],
    ) -> None:
        """Take the cast and the scenes, with all states named."""
        self._cast = cast
        self._scenes = scenes
        self._posts = posts
        self._triggers = triggers

    def is_own(self, mention: Mention, head: str) -> bool:
        """Whether a named president or vice president is the issuing state's."""
        known = self._own[head]
        return known is not None and surname(mention) == known

    def is_blamed(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words beside a president blame him, as no release does its own."""
        text = scene.block.text
        before = text[max(0, mention.start - _REACH) : mention.start]
        after = text[mention.end : mention.end + _REACH]
        blamer, blamed = self._triggers["blamer"], self._triggers["blamed"]
        blame = blamer.search(before)
        visited = blame is not None and "call" in blame[0] and not after.startswith(" to ")
        return (blame is not None and not visited) or bool(blamed.search(after))

    def is_at_home(self, scene: Scene, mention: Mention, head: str) -> bool:
        """Whether a head of state is where he or she is one: a monarch, or who receives guests."""
        text, end = scene.block.text, mention.end
        if head in self._posts.monarchs:
            return _COMES.match(text, end) is None
        return head in self._posts.chiefs and _RECEIVES.match(text, end) is not None

    def is_of_body(self, scene: Scene, mention: Mention) -> bool:
        """Whether an issuer of no state has such a president or vice president, and this is it.

        Somebody is called its president, or bodies of its kind have one ("European Parliament")
        and the release tells whom this one visits or meets.
        """
        heads = {fold(role.head).replace("-", " ") for role in mention.roles if mention.span}
        if "vice president" in heads:
            return self._has_own or (self._is_led and self._goes_out(scene, mention))
        return "president" in heads and self._chair == surname(mention)

    @cached_property
    def _is_led(self) -> bool:
        """Whether bodies like the issuer have presidents, and words give it no other head."""
        issuer, nouns = self._cast.issuer, self._posts.led.get("president", frozenset())
        if issuer is None or nouns.isdisjoint(fold(issuer.name).split()):
            return False
        mentions = (mention for scene in self._scenes for mention in scene.mentions)
        roles = (r for m in mentions for r in m.roles if fold(r.head) in _OTHER_HEADS)
        return all(not r.body or self._cast.named(r.body) is not issuer for r in roles)

    @cached_property
    def _chair(self) -> str | None:
        """The surname of the president of the issuing body, called so without it."""
        named = ((s, m, r) for s, m, r in self._named() if fold(r.head) == "president")
        bare = [(scene, mention) for scene, mention, role in named if role.body is None]
        if not bare or not self._is_led or self._has_own:
            return None
        scene, mention = bare[0]
        if scene.block.kind == BlockKind.TITLE and mention is scene.mentions[0]:
            return surname(mention)
        return surname(mention) if self._goes_out(scene, mention) else None

    def _goes_out(self, scene: Scene, mention: Mention) -> bool:
        """Whether somebody visits or meets others, with no state or meeting named before."""
        text, start = scene.block.text, mention.start
        begin = sentence_begin(text, start)
        near = (scene.mentions[number] for number in scene.numbers(begin, start))
        states = (state_named(span) for span in spans_of(near))
        before = _ADDRESS.sub("", text[begin:start])
        met = any(self._triggers[name].search(before) for name in ("facing", "guest"))
        after = next(iter(scene.numbers(mention.end, len(text))), None)
        home = after is not None and scene.figures[after] is self._cast.issuer
        goes = None if home else _GOES_OUT.match(text, mention.end)
        leads = _LEADS.search(before) is not None
        return leads or (bool(goes) and not any(states) and not met)

    @cached_property
    def _has_own(self) -> bool:
        """Whether somebody is called the president of the issuing body."""
        roles = (role for _, _, role in self._named() if fold(role.head) == "president")
        return any(r.body and self._cast.named(r.body) is self._cast.issuer for r in roles)

    @cached_property
    def _own(self) -> dict[str, str | None]:
        """Surnames of the issuing state's own: of whom the release most speaks by each head."""
        weights: dict[str, dict[str, float]] = {h: defaultdict(float) for h in self._posts.weighed}
        bare = self._bare
        for scene, mention, role in self._named():
            names = weights[role.head.lower()]
            names[surname(mention)] -= bare.pop(surname(mention), 0)
            own = role.body is not None and self._cast.named(role.body) is self._cast.state
            if role.body is None or own:
                names[surname(mention)] += 3 if own else self._weight(scene, mention, role)
            else:
                names[surname(mention)] -= 10
        return {head: _heaviest(names) for head, names in weights.items()}

    def _named(self) -> Iterator[tuple[Scene, Mention, Role]]:
        for scene in self._scenes:
            for mention in scene.mentions:
                for role in mention.roles if mention.span else ():
                    if role.head.lower() in self._posts.weighed and not role.former:
                        yield scene, mention, role

    @cached_property
    def _bare(self) -> dict[str, float]:
        """How much surnames that stand alone tell: no department calls its own president so."""
        found: dict[str, float] = defaultdict(float)
        for scene in self._scenes if self._is_distant else ():
            for mention in scene.mentions:
                plain = mention.span is not None and not mention.roles and not mention.honorific
                if not plain or mention.type != EntityType.PERSON or len(name_words(mention)) > 1:
                    continue
                if not _GOVERNMENT.match(scene.block.text, mention.end):
                    found[surname(mention)] += _BARE
        return found

    @property
    def _is_distant(self) -> bool:
        """Whether the issuer is a body that does not speak for a president."""
        issuer = self._cast.issuer
        return issuer is not None and not PRESIDENCY.search(issuer.name)

    def _weight(self, scene: Scene, mention: Mention, role: Role) -> float:
        """How much a mention speaks for the president being the issuing state's own."""
        assert mention.span is not None  # noqa: S101  # only named presidents are weighed
        before = scene.block.text[max(0, mention.start - _REACH) : mention.start]
        if self.is_blamed(scene, mention) or self._comes(scene, mention):
            return -10
        if self._triggers["guest"].search(before):
            return -0.4
        if self._is_distant and self._triggers["outsider"].search(before):
            return -_BARE
        if self._is_distant and self._is_inside(scene, mention):
            return 3
        words = mention.span.name
        full = " " in words and not _INITIAL.search(words)
        president = self._is_distant and role.head.lower() == "president"
        if president and not full and not self._has_no_ministers:
            return 0  # who has ministers names the own president in full
        alone = president and self._has_no_ministers
        return -0.5 if alone and full else 1

    def _is_inside(self, scene: Scene, mention: Mention) -> bool:
        """Whether the words beside a president are those of who governs ("directed agencies")."""
        text, start, end = scene.block.text, mention.start, mention.end
        ahead = self._triggers["insider-ahead"].search(text[max(0, start - _REACH) : start])
        return bool(ahead or self._triggers["insider"].match(text[end : end + _REACH]))

    def _comes(self, scene: Scene, mention: Mention) -> bool:
        """Whether a president visits the issuing state ("the visit of President X to STATE")."""
        number = scene.mentions.index(mention) + 1
        following = scene.mentions[number] if number < len(scene.mentions) else None
        own, text = self._cast.state, scene.block.text
        home = following.span.territory if following is not None and following.span else None
        if following is None or own is None or home is None or home != own.territory:
            return False
        gap = text[mention.end : following.start]
        return bool(_VISIT.search(text, 0, mention.start) and _TO.fullmatch(gap))

    @property
    def _has_no_ministers(self) -> bool:
        state = self._cast.state
        territory = state.territory if state is not None else None
        return territory is not None and not self._posts.names_ministers(territory)


def _heaviest(weights: Mapping[str, float]) -> str | None:
    best = max(weights, key=lambda name: weights[name], default=None)
    return best if best is not None and weights[best] > 0 else None
