"""Who says "I" and "we": the one quoted, the one whose turn it is, or who signs the release."""

import re
from collections.abc import Callable, Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.parse import Token
from communique.extractors.parse.quotation import is_quoted as is_inside
from communique.extractors.reading.script import Scene
from communique.extractors.reading.whom.nouns import HOLDERS, LANDS, PAIR, is_definite
from communique.extractors.reading.whom.recall.pronouns import HE, SHE
from communique.extractors.reading.whom.speech.attribution import attribution
from communique.extractors.reading.whom.speech.turns import Turns
from communique.extractors.syntax.arguments import objects, subjects
from communique.extractors.syntax.phrases import possessors
from communique.ontology import EntityType

_I = frozenset({"i", "me", "my", "myself"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_SAYING = frozenset(
    "say add state tell speak stress note explain declare emphasize emphasise underline underscore "
    "conclude comment remark write warn announce reiterate continue recall point affirm reply "
    "answer respond observe confirm acknowledge highlight reaffirm assure insist urge argue "
    "elaborate".split()
)
_ISSUING = frozenset({"make", "issue", "release", "give", "deliver", "publish"})
"""Verbs whose object is what somebody says: "made the following statement"."""
_STATEMENTS = frozenset({"statement", "remark", "remarks", "declaration", "comment"})
_DELIVERED = re.compile(r"(?i)\b(?:remarks|speech|address|statement|keynote|opening words) by\b")
"""What a title begins with that gives the words of one person."""
_TEXT = r"(?:speech|statement|remarks|address|intervention|lecture|op-ed|article|toast|message)"
_WORDS_OF = re.compile(
    rf"(?i)\W{{0,3}}(?:(?:the|following|full|text|transcript|is|are|of|as|delivered|opening|closing|"
    rf"keynote|welcome|national) ){{0,6}}{_TEXT}(?: (?:delivered|made|given))? by (?:the |our )?"
)
_SPEAKS = re.compile(
    rf"(?i),? (?:today )?(?:delivered|made|gave|issued) (?:the following|these|this) "
    rf"(?:\w+ ){{0,2}}{_TEXT}\b"
)
"""What stands before and behind whose words a release goes on with."""
_CLOSES = re.compile(
    r"\W*(?:$|[,:(\n–—-]|(?:at|on|in|to|during|before|following|after|for|made|delivered|given)\b)"
    r"(?!.{0,200}\b(?:was|were|is|are|has|have|had|said|met|will|would)\b)"
)
"""What may stand behind who speaks, where nothing is told of the words."""
_OPENING = 4
"""Blocks of a release in which that stands."""
_OF_OTHERS = frozenset({"cite", "quote"})
"""Verbs before the words of somebody else."""
_LEADS_IN = re.compile(r"[^.:“„«\"]{0,300}: ?[“„«\"]")
"""What goes on behind a verb to a quotation: "expressed her thanks: “We …”"."""

Means = Callable[[Scene, Token], Sequence[Figure]]


class Speakers:
    """Remembers who speaks, sentence after sentence of a release."""

    def __init__(
        self, cast: Cast, author: Figure | None = None, together: Sequence[Figure] = ()
    ) -> None:
        """Begin before the first sentence.

        Args:
            cast: The figures of the release.
            author: Who speaks where nobody is quoted, if the title tells.
            together: Those who issue it together.
        """
        self._cast = cast
        self._author = author
        self._together = together
        self._last: Figure | None = None
        self._turns = Turns()
        self._delivered = False

    def of(self, scene: Scene, token: Token, means: Means) -> list[Figure]:
        """Whom "I" and "we" mean; none if nobody is known to speak.

        Args:
            scene: The scene of the token.
            token: The pronoun.
            means: Tells whom a subject means.
        """
        speaker = self.speaker(scene, token, means)
        if token.lower_ in _I:
            return [speaker] if speaker else []
        bodies = list(_spoken_for(speaker)) if speaker else []
        if is_quoted(scene, token):
            return bodies[:1]
        issuing = [body for body in (self._cast.state, self._cast.issuer) if body is not None]
        if self._turns.holds(scene) and (bodies or self._turns.is_asker(scene)):
            return bodies[:1] if set(bodies).isdisjoint(issuing) else issuing[:1]
        return self._all_of_us(scene, token) or issuing[:1] or bodies[:1]

    def _all_of_us(self, scene: Scene, token: Token) -> list[Figure]:
        """Those who issue a joint statement, if a sentence does not list them: "We, the …"."""
        start, end = scene.offset(token.sent[0]), scene.offset(token.sent[-1])
        pairs = zip(scene.mentions, scene.figures, strict=True)
        named = {figure for mention, figure in pairs if start <= mention.start <= end}
        return [] if len(named.intersection(self._together)) > 1 else list(self._together)

    def speaker(self, scene: Scene, token: Token, means: Means) -> Figure | None:
        """Who speaks where a word stands, if that is known."""
        if is_quoted(scene, token):
            return self.quoted(scene, token, means)
        if self._turns.holds(scene):
            return self._turns.speaker(scene)
        return self._author

    def person(self, scene: Scene, token: Token, means: Means) -> Figure | None:
        """Who has met or travelled where the one who speaks says "we"; None for a spokesperson."""
        if not (is_quoted(scene, token) or self._turns.holds(scene) or self._delivered):
            return None
        speaker = self.speaker(scene, token, means)
        return None if speaker is None or is_spokesperson(speaker) else speaker

    def land(self, scene: Scene, token: Token, means: Means) -> list[Figure]:
        """The state that those who speak call their own: "our country"."""
        ours = [noun for noun in possessors(token) if noun.lower_ in _WE]
        if token.lemma_ not in LANDS or not ours:
            return []
        return [f for f in self.of(scene, ours[0], means) if f.type == EntityType.COUNTRY]

    def note(self, scene: Scene, telling: Sequence[Token], means: Means) -> None:
        """Remember, after a sentence, who said something in it, by its verbs that tell."""
        if scene.block.kind == BlockKind.TITLE:
            self._delivered = _DELIVERED.search(scene.block.text) is not None
        if self._turns.holds(scene):
            self._last = self._turns.speaker(scene) or self._last
        self._turns.note(scene)
        for token in telling:
            if not is_quoted(scene, token):
                person = next(_sayers(scene, token, means), None)
                person = person or (self._last if _points_back(token) else None)
                if person is not None:
                    self._last = person
                    self._turns.announce(person, scene)

    def quoted(self, scene: Scene, token: Token, means: Means) -> Figure | None:
        """Who is quoted where a word stands: as the quotation's sentence says, else the last."""
        for verb in attribution(scene, token):
            if tells(scene, verb) and not is_quoted(scene, verb):
                known = next(_sayers(scene, verb, means), None)
                return known or (self._last if _points_back(verb) else None)
        return self._last


def is_quoted(scene: Scene, token: Token) -> bool:
    """Whether a word stands inside quotation marks."""
    return is_inside(scene.block.text, scene.offset(token))


def speaks(token: Token) -> bool:
    """Whether a word is a pronoun of the first person."""
    return token.lower_ in _I or token.lower_ in _WE


def is_spokesperson(figure: Figure) -> bool:
    """Whether somebody speaks by office for others, who did what "we" did."""
    return any("spokes" in office.role.head.lower() for office in figure.offices)


def author_of(scenes: Sequence[Scene]) -> Figure | None:
    """Whose words a release is: the only person in its title, else who is said to speak below."""
    named = _people(scenes[:1])
    if named:
        return named[0] if len(named) == 1 else None
    return next(filter(None, map(_introduced, scenes[1:_OPENING])), None)


def _people(scenes: Sequence[Scene]) -> list[Figure]:
    """The people whom scenes name, once each."""
    figures = (figure for scene in scenes for figure in scene.figures)
    return list(dict.fromkeys(f for f in figures if f and f.type == EntityType.PERSON))


def _introduced(scene: Scene) -> Figure | None:
    """The only person of a block that says whose words follow: "Speech by X", "X made this"."""
    people, text = _people([scene]), scene.block.text
    if len(people) != 1:
        return None
    spans = (m for m, f in zip(scene.mentions, scene.figures, strict=True) if f is people[0])
    first = next(spans)
    words = _WORDS_OF.fullmatch(text, 0, first.start) and _CLOSES.match(text, first.end)
    return people[0] if words or _SPEAKS.match(text, first.end) else None


def tells(scene: Scene, verb: Token) -> bool:
    """Whether a word is a verb of saying, or the main one before a colon and a quotation."""
    if verb.pos_ != "VERB":
        return False
    if _says(verb):
        return True
    if verb.dep_ != "ROOT" or verb.lemma_ in _OF_OTHERS:
        return False
    return _LEADS_IN.match(scene.block.text, scene.offset(verb)) is not None


def _says(verb: Token) -> bool:
    """Whether a verb is one of saying, or of issuing a statement."""
    issued = verb.lemma_ in _ISSUING and any(t.lemma_ in _STATEMENTS for t in objects(verb))
    return issued or verb.lemma_ in _SAYING


def _sayers(scene: Scene, verb: Token, means: Means) -> Iterator[Figure]:
    for noun in subjects(verb):
        if not speaks(noun):
            yield from (f for f in means(scene, noun) if f.type == EntityType.PERSON)


def _points_back(verb: Token) -> bool:
    """Whether who says something is one who said something before: "the minister added"."""
    return any(
        noun.lower_ in HE | SHE
        or (noun.tag_ == "NN" and noun.lemma_ in HOLDERS | PAIR and is_definite(noun))
        for noun in subjects(verb)
    )


def _spoken_for(person: Figure) -> Iterator[Figure]:
    """Yield the states, then the bodies that a person's offices are in."""
    bodies = [o.body for o in person.offices if o.body is not None and not o.role.former]
    yield from (body for body in bodies if body.type == EntityType.COUNTRY)
    yield from (body for body in bodies if body.type != EntityType.COUNTRY)
