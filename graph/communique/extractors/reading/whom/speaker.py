"""Who says "I" and "we": the one quoted, the one whose turn it is, or who signs the release."""

from collections.abc import Callable, Iterator, Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.arguments import objects, subjects
from communique.ontology import EntityType

_I = frozenset({"i", "me", "my", "myself"})
_WE = frozenset({"we", "us", "ourselves"})
_SAYING = frozenset(
    "say add state tell speak stress note explain declare emphasize emphasise underline underscore "
    "conclude comment remark write warn announce reiterate continue recall point affirm".split()
)
_ISSUING = frozenset({"make", "issue", "release", "give", "deliver", "publish"})
"""Verbs whose object is what somebody says: "made the following statement"."""
_STATEMENTS = frozenset({"statement", "remark", "remarks", "declaration", "comment"})
_TURN = 3
"""Characters after a name within which a colon gives its bearer the word."""

Means = Callable[[Scene, Token], Sequence[Figure]]


class Speakers:
    """Remembers who speaks, sentence after sentence of a release."""

    def __init__(self, cast: Cast, author: Figure | None) -> None:
        """Begin before the first sentence.

        Args:
            cast: The figures of the release.
            author: Who speaks where nobody is quoted, if the title tells.
        """
        self._cast = cast
        self._author = author
        self._last: Figure | None = None

    def of(self, scene: Scene, token: Token, means: Means) -> list[Figure]:
        """Whom "I" and "we" mean; none if nobody is known to speak.

        Args:
            scene: The scene of the token.
            token: The pronoun.
            means: Tells whom a subject means.
        """
        quoted = is_quoted(scene, token)
        turn = _whose_turn(scene) or self._author
        speaker = self.quoted(scene, token, means) if quoted else turn
        if token.lower_ in _I:
            return [speaker] if speaker else []
        if quoted:
            return list(_spoken_for(speaker))[:1] if speaker else []
        party = self._cast.state or self._cast.issuer
        return [party] if party else []

    def note(self, scene: Scene, tokens: Sequence[Token], means: Means) -> None:
        """Remember, after a sentence, who said something in it."""
        self._last = _whose_turn(scene) or self._last
        for token in tokens:
            if _says(token) and not is_quoted(scene, token):
                for person in _sayers(scene, token, means):
                    self._last = person

    def quoted(self, scene: Scene, token: Token, means: Means) -> Figure | None:
        """Who is quoted where a word stands: as its sentence says, else who spoke last."""
        for verb in token.sent:
            if _says(verb) and not is_quoted(scene, verb):
                return next(_sayers(scene, verb, means), None)
        return self._last


def speaks(token: Token) -> bool:
    """Whether a word is a pronoun of the first person."""
    return token.lower_ in _I or token.lower_ in _WE


def is_quoted(scene: Scene, token: Token) -> bool:
    """Whether a word stands inside quotation marks."""
    before = scene.block.text[: scene.offset(token)]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def author_of(scenes: Sequence[Scene]) -> Figure | None:
    """Whose statement a release is: the only person in its title."""
    named = dict.fromkeys(f for f in scenes[0].figures if f and f.type == EntityType.PERSON)
    return next(iter(named)) if len(named) == 1 else None


def _says(verb: Token) -> bool:
    """Whether a word is a verb of saying, or of issuing a statement."""
    if verb.pos_ != "VERB":
        return False
    issued = verb.lemma_ in _ISSUING and any(t.lemma_ in _STATEMENTS for t in objects(verb))
    return issued or verb.lemma_ in _SAYING


def _sayers(scene: Scene, verb: Token, means: Means) -> Iterator[Figure]:
    for noun in subjects(verb):
        if noun.lower_ not in _I | _WE:
            yield from (f for f in means(scene, noun) if f.type == EntityType.PERSON)


def _whose_turn(scene: Scene) -> Figure | None:
    """Who has the word in a block that begins with a name and a colon."""
    if not scene.mentions or scene.mentions[0].start > _TURN:
        return None
    figure, end = scene.figures[0], scene.mentions[0].end
    turn = scene.block.text[end : end + _TURN].lstrip(" )*").startswith(":")
    return figure if turn and figure and figure.type == EntityType.PERSON else None


def _spoken_for(person: Figure) -> Iterator[Figure]:
    """Yield the states, then the bodies that a person's offices are in."""
    bodies = [o.body for o in person.offices if o.body is not None and not o.role.former]
    yield from (body for body in bodies if body.type == EntityType.COUNTRY)
    yield from (body for body in bodies if body.type != EntityType.COUNTRY)
