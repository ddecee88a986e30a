"""Operations that a sentence describes only as what money or support is for."""

from collections.abc import Iterator

from communique.extractors.cast import Cast, Figure
from communique.extractors.mentions import Mention, Span
from communique.extractors.parse import Token
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.frame import Aim
from communique.extractors.reading.script import Scene
from communique.extractors.reading.trigger import Trigger
from communique.extractors.syntax.arguments import objects
from communique.extractors.syntax.descriptions import phrase
from communique.extractors.syntax.phrases import prepositional
from communique.gazetteer.nouns import Nouns
from communique.ontology import EntityType

_BY_THE_WAY = "in.object"
"""What somebody is helped with: "supported the police in dismantling a network"."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_REGARDING = frozenset(
    "visit tour see attend meet praise discuss welcome thank note recall review observe need "
    "request seek stress highlight consider dismantle disrupt break smash bust crack seize arrest "
    "detain raid search uncover expose neutralise neutralize thwart foil".split()
)
"""Verbs by which nothing is brought about, or by which others' doings come to an end."""
_POINTING = frozenset({"this", "that", "these", "those"})
"""What points at an undertaking told before, which is no other one."""
_TELLING = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "prep", "acl", "relcl"})
"""What hangs on a noun that tells one deed from others."""


class Aims:
    """Brings in what a frame leads to and no rule for mentions has found.

    "Estonia funds the repair of a bridge": annotators make an operation of the repair. So does
    this, but only at the word that a frame of giving or backing leads to.
    """

    def __init__(self, cast: Cast, nouns: Nouns) -> None:
        """Take the figures of the release, which grow, and the noun classes."""
        self._cast = cast
        self._nouns = nouns

    def find(self, clause: Clause, word: Trigger) -> list[Figure]:
        """The operations that the object slots of a frame lead to, mentioned there from now on."""
        frame, scene = clause.frame, clause.scene
        slots = (slot for slot in frame.object if slot != _BY_THE_WAY)
        words = (token for slot in slots for token in word.reached(frame, slot))
        nouns = dict.fromkeys(noun for token in words for noun in _done(token))
        return [self._brought_in(scene, noun) for noun in nouns if self._is_aim(clause, noun)]

    def _is_aim(self, clause: Clause, noun: Token) -> bool:
        """Whether a word is a noun without mention of something that is done or set up."""
        if noun.pos_ not in _NOMINAL or clause.scene.mention_of(noun) is not None:
            return False
        if noun.dep_ == "dobj" and noun.head.lemma_ in _REGARDING:
            return False  # "with the help of X, the Minister visited a school"
        kinds = (*noun.children, *prepositional(noun, "of"))
        if not {word.lower_ for word in kinds}.isdisjoint(self._nouns.hostile | _POINTING):
            return False
        forms = {noun.lemma_.lower(), noun.lower_, noun.lower_.removesuffix("s")}
        if clause.frame.aim == Aim.DEED or noun.pos_ == "PROPN":
            return not forms.isdisjoint(self._nouns.aims) and _is_told(noun)
        return noun.lower_.isalpha() and forms.isdisjoint(self._nouns.never_aims)

    def _brought_in(self, scene: Scene, noun: Token) -> Figure:
        """The operation that a noun describes, mentioned there."""
        assert scene.parse is not None  # noqa: S101  # a token comes from a parsed scene
        start, end = scene.parse.spans[noun.i]
        name = phrase(scene, noun, event=False)
        span = Span(start, end, EntityType.OPERATION, name, named=False)
        figure = self._cast.described(span, noun.lower_, definite=False)
        scene.bring_in(Mention(start, end, span.type, span), figure, noun)
        return figure


def _done(token: Token) -> Iterator[Token]:
    """What a word names, or what a gerund is done to ("for building X")."""
    yield from objects(token) if token.tag_ == "VBG" and token.pos_ == "VERB" else (token,)


def _is_told(noun: Token) -> bool:
    """Whether words beside a noun say which deed it is ("the repair of X", "building schools")."""
    return noun.head.tag_ == "VBG" or any(child.dep_ in _TELLING for child in noun.children)
