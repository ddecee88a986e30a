"""Offices that are the issuer's own because their words name no other body."""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Basis, Body, Figure
from communique.extractors.cast.offices.around.setting import Setting
from communique.extractors.cast.offices.holders import surname
from communique.extractors.cast.offices.presidents import PRESIDENCY
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import fold
from communique.ontology import EntityType

_BODIES = frozenset({EntityType.ORGANISATION})
_OTHERS = frozenset({EntityType.ORGANISATION, EntityType.COUNTRY})

_EMBASSY = re.compile(r"\b(?:Embassy|High Commission|Permanent (?:Mission|Representation))\b")
"""What an ambassador heads."""
_FEDERAL = re.compile(
    r"(?:(?:Acting|Interim|First|Special|Senior|Supervisory) )*(?P<assists>Assistant )?"
    r"(?:U\.?S\.?|United States) Attorney$"
)
_OFFICE = re.compile(r"(?:U\.?S\.?|United States) Attorney['’]s Office")
"""Federal prosecutors, who serve one district, and their office."""
_OF_PLACE = re.compile(r"(?:,? [A-Z][\w.’'-]+){0,2},? (?:of|for|from|in) (?:the )?[A-Z]")
"""What tells of another district than the issuer's, behind a name or the one listed with it."""
_PROSECUTING = re.compile(r"\b(?:Justice|Attorney)\b")
"""Issuers that tell who prosecutes a case."""
_SECRETARY = re.compile(r"(?:(?:state|under-?|deputy|vice) ?)?-?secretary")
"""Who heads a ministry, or stands right below who does, and the ministry of such a one."""
_BELOW = frozenset({"deputy", "assistant", "associate", "vice", "first", "acting"})
"""Words by which an office is below that which is called so without them, or a turn at it."""
_UNION, _COMMISSION = "European Union", "European Commission"
_RIVALS = frozenset({"African Union", "African Union Commission", "ECOWAS", "CARICOM"})
"""Bodies that have commissioners too."""
_HIGH = frozenset({"Bosnia and Herzegovina", "Sarajevo", "United Nations", *_RIVALS})
"""Those where another High Representative is, or may be."""
_ITS_OWN = frozenset({_UNION, _COMMISSION, "European External Action Service"})
"""Those whose releases mean its own one."""
_FIRST = 10
"""Characters from the end of a sentence to a body that the next one begins with: ". At the "."""
_BACK = 12
"""Mentions before one that are looked at."""


class Issuers:
    """Tells which offices without body are the issuer's."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], posts: Posts, setting: Setting) -> None:
        """Take the cast, the scenes, the classes of offices and what the setting tells."""
        self._cast = cast
        self._scenes = scenes
        self._posts = posts
        self._setting = setting
        self._heads: dict[str, str] = {}

    def of(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The issuer, where an office without body may be its own."""
        issuer = self._cast.issuer
        if issuer is None or role.department is not None:
            return None
        if (known := self._known(scene, number, role)) is not None or self._is_strange(role):
            return known
        mention = scene.mentions[number]
        cued = self._setting.cued(scene, number)
        if cued is not None and cued is not self._cast.state:
            return Body(cued, Basis.CUE)
        facing = self._setting.is_facing(scene, mention)
        if role.head == "Attorney General" and facing:
            before = self._setting.before(scene, number)
            return Body(before, Basis.FACED) if before is not None else None
        single = fold(role.title) in self._posts.single
        other = single and not self._setting.takes(mention, role)
        if facing or other or self._is_near_others(scene, number):
            return None
        return self._own(mention, role)

    def _own(self, mention: Mention, role: Role) -> Body | None:
        """The issuer, or its state for who heads another ministry of it.

        Not where departments are known by their secretaries, as in the United States.
        """
        issuer, state, field = self._cast.issuer, self._cast.state, self._other_ministry(role)
        if issuer is None or state is None or not field or not self._has_ministers:
            return Body(issuer, Basis.ISSUER) if issuer is not None else None
        own = self._heads.setdefault(field, surname(mention)) == surname(mention)
        return Body(state, Basis.OWN) if own else None

    def _other_ministry(self, role: Role) -> str:
        """The field of an office that is one of another ministry than issues; empty if of none."""
        name = fold(self._cast.issuer.name) if self._cast.issuer is not None else ""
        head, _, field = fold(role.title).replace(" for ", " of ", 1).partition(" of ")
        told = self._posts.fields.intersection(re.findall(r"\w+", field))
        high = _SECRETARY.fullmatch(head) is not None
        other = high and told and told.isdisjoint(re.findall(r"\w+", name))
        return f"{head} {min(told)}" if other else ""

    def _known(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The body of an office that only such bodies have, or that is below a known one."""
        issuer, above = self._cast.issuer, self._superior(role)
        if above is not None and above is not issuer and _is_international(above):
            return Body(above, Basis.ELSEWHERE)  # "NATO Secretary General": an Assistant one
        below = above is issuer and not self._names_another(scene, number)
        own = (below or fold(role.title) in self._posts.sure) and not self._is_strange(role)
        own = own or self._leads(scene, number, role)
        return Body(issuer, Basis.ISSUER) if own and issuer is not None else None

    def envoy(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The issuer or its state, which sends an envoy who is named without sender."""
        if self._setting.is_facing(scene, scene.mentions[number]):
            return None
        issuer, state = self._cast.issuer, self._cast.state
        if state is not None and any(span.territory == state.territory for span in role.mandate):
            return None  # whoever is sent to a state is not sent by it
        title = fold(role.title)
        sent = fold(role.head).split()[-1] in self._posts.sent
        sent = sent or title.startswith("special representative")
        sender = issuer if sent and state is not None and not self._is_presidency else state
        return Body(sender, Basis.ENVOY) if sender is not None else None

    def resident(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The state of an embassy that issues, whose own ambassador is called no more than so."""
        issuer, state = self._cast.issuer, self._cast.state
        embassy = issuer is not None and _EMBASSY.search(issuer.name) is not None
        own = embassy and fold(role.head) == "ambassador" and role.body is None
        mention = scene.mentions[number]
        if not own or mention.span is None or self._setting.is_facing(scene, mention):
            return None
        alone = len(self._ambassadors) == 1 and not self._is_near_others(scene, number)
        return state if alone else None

    def prosecution(self, scene: Scene, number: int, role: Role) -> Figure | None:
        """The issuer, for a federal prosecutor, or the one office that its release names.

        The latter only for who assists its head, whom a release names with the district.
        """
        issuer, federal = self._cast.issuer, _FEDERAL.match(role.title)
        elsewhere = _OF_PLACE.match(scene.block.text, scene.mentions[number].end)
        if issuer is None or federal is None or role.former or elsewhere:
            return None
        if _OFFICE.search(issuer.name):
            return issuer
        if not federal["assists"] or not _PROSECUTING.search(issuer.name):
            return None
        offices = [f for f in self._cast.figures if _OFFICE.search(f.name)]
        return offices[0] if len(offices) == 1 else None

    def union(self, role: Role) -> Figure | None:
        """The European Union or its Commission, for an office of theirs in releases that name them.

        "Commissioner for Enlargement", "the High Representative".
        """
        title, named = fold(role.title), self._named
        office, _, portfolio = title.partition(" for ")
        first = portfolio.removeprefix("the ").partition(" ")[0].strip(",")
        if office == "commissioner" and first in self._posts.portfolios:
            commission = named.get(_COMMISSION) or named.get(_UNION)
            return commission if named.keys().isdisjoint(_RIVALS) else None
        high = title in self._posts.union
        own = self._cast.issuer is not None and self._cast.issuer.name in _ITS_OWN
        if not high or not (own or named.keys().isdisjoint(_HIGH)):
            return None
        return named.get(_UNION) or named.get(_COMMISSION)

    @cached_property
    def _named(self) -> dict[str, Figure]:
        """What the release names, by its names."""
        figures = reversed(self._cast.figures)
        return {name: figure for figure in figures for name in (figure.name, *figure.aliases)}

    def _superior(self, role: Role) -> Figure | None:
        """The only body in which the release words an office that another one is below.

        "The Executive Director of AGENCY" tells whose a Deputy Executive Director is.
        """
        words = fold(role.title).partition(" for ")[0].split()
        above = " ".join(word for word in words if word not in _BELOW)
        bodies = self._worded.get(above, ()) if len(above.split()) < len(words) else ()
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _leads(self, scene: Scene, number: int, role: Role) -> bool:
        """Whether bodies like the issuer are led by such an office, and this is no other one's."""
        words = (word for word in fold(role.title).split() if word not in _BELOW)
        nouns, issuer = self._posts.led.get(" ".join(words)), self._cast.issuer
        if nouns is None or issuer is None or nouns.isdisjoint(fold(issuer.name).split()):
            return False
        mention = scene.mentions[number]
        cued = self._setting.cued(scene, number)
        other = cued is not None and cued is not self._cast.state
        if other or self._setting.is_facing(scene, mention):
            return False
        return not self._is_near_others(scene, number, _BODIES)

    def _names_another(self, scene: Scene, number: int) -> bool:
        """Whether the sentence begins with another body: "At the Institute he met"."""
        begin = scene.block.text.rfind(". ", 0, scene.mentions[number].start)
        before = zip(scene.mentions[:number], scene.figures, strict=False)
        first = (figure for m, figure in before if figure and begin < m.start < begin + _FIRST)
        return any(f.type == EntityType.ORGANISATION and f is not self._cast.issuer for f in first)

    @cached_property
    def _worded(self) -> dict[str, set[Figure | None]]:
        """The bodies in which words say that somebody holds an office, by its title."""
        found: dict[str, set[Figure | None]] = defaultdict(set)
        for role in (r for s in self._scenes for m in s.mentions for r in m.roles):
            if role.body is not None and not role.former:
                found[fold(role.title)].add(self._cast.named(role.body))
        return found

    @cached_property
    def _ambassadors(self) -> frozenset[str]:
        """Surnames of those whom the release calls ambassador without saying whose."""
        return frozenset(
            surname(mention)
            for scene in self._scenes
            for mention in scene.mentions
            for role in (mention.roles if mention.span else ())
            if role.body is None and fold(role.head) == "ambassador"
        )

    @property
    def _has_ministers(self) -> bool:
        """Whether the issuer is of a state whose releases name ministers of its own."""
        land = self._cast.state.territory if self._cast.state is not None else None
        return land is not None and self._posts.names_ministers(land)

    @property
    def _is_presidency(self) -> bool:
        issuer = self._cast.issuer
        return issuer is None or PRESIDENCY.search(issuer.name) is not None

    def _is_strange(self, role: Role) -> bool:
        """Whether nobody in the issuing body holds such an office."""
        head, title = fold(role.head), fold(role.title)
        words = head.split()
        strange = not self._posts.strange.isdisjoint((head, words[0], words[-1]))
        if strange or self._is_of_other_secretary(title):
            return True
        if self._cast.state is None:
            return self._is_national(head, title)
        of_another = words[-1] not in self._posts.own or " to the President" in role.title
        of_department = words[-1] in self._posts.departmental
        household = not self._posts.household.isdisjoint(title.split())
        elsewhere = title in self._posts.cabinet or (of_department and not household)
        return of_another or (self._is_presidency and elsewhere)

    def _is_national(self, head: str, title: str) -> bool:
        """Whether only states have such an office ("Finance Secretary")."""
        if not self._posts.national.isdisjoint((head, title)):
            return True
        _, of, service = title.rpartition(" of ")
        if of and service in self._posts.services:
            return True
        words = title.split()
        secretary = any(word.endswith("secretary") for word in (words[0], words[-1]))
        return secretary and not self._posts.fields.isdisjoint(words)

    def _is_of_other_secretary(self, title: str) -> bool:
        """Whether a Secretary of State is "for" a field, as departments of foreign states have."""
        return not self._has_ministers and title.startswith("secretary of state for ")

    def _is_near_others(self, scene: Scene, number: int, types: Set[EntityType] = _OTHERS) -> bool:
        """Whether a sentence names another body or state before a mention."""
        start = scene.mentions[number].start
        begin = scene.block.text.rfind(". ", 0, start) + 1
        own = {self._cast.issuer, self._cast.state}
        for mention in reversed(scene.mentions[max(0, number - _BACK) : number]):
            if mention.start < begin:
                return False
            for span in (mention.span, *(role.body for role in mention.roles)):
                other = span is not None and span.named and span.type in types
                if span is None or not other or self._cast.named(span) in own:
                    continue
                if not self._is_own_part(span.name):
                    return True
        return False

    def _is_own_part(self, name: str) -> bool:
        """Whether a body has the name of the issuer in its own ("NATO Military Committee")."""
        issuer = self._cast.issuer
        words = set(name.split())
        return issuer is not None and not words.isdisjoint({issuer.name, *issuer.aliases})


def _is_international(body: Figure) -> bool:
    """Whether a body belongs to no state."""
    return body.type == EntityType.ORGANISATION and body.country is None
