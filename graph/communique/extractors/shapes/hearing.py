"""How words are meant that a wording has found, by the clause they stand in."""

from communique.extractors.parse import Sentence, Token
from communique.extractors.reading.script import Scene
from communique.extractors.syntax.stance import stance
from communique.ontology import Status

_VERBS = frozenset({"VERB", "AUX"})


def heard(scene: Scene, start: int, end: int, *, promised: bool = False) -> Status | None:
    """Whether words are held or planned; None if their clause or sentence states nothing.

    Args:
        scene: The block.
        start: Where the words begin in the repaired text.
        end: Where they end.
        promised: Whether what somebody pledges counts ("pledged a million euros").
    """
    sentence = next((s for s in scene.sentences() if scene.span(s)[1] > start), None)
    if sentence is None:  # what is not parsed is a list or a label
        return Status.HELD
    highest = _highest(scene, sentence, start, end)
    whole, here = (stance(token, promised=promised) for token in (sentence.root, highest))
    if whole is None or here is None:
        return None
    return Status.PLANNED if Status.PLANNED in (whole, here) else Status.HELD


def _highest(scene: Scene, sentence: Sentence, start: int, end: int) -> Token:
    """The verb among words on which the others hang, else the word; the root if there is none."""
    first, last = start - scene.block.start, end - scene.block.start
    tokens = [
        token
        for token in sentence.root.doc[sentence.start : sentence.end]
        if first <= scene.offset(token) < last
    ]
    verbs = [token for token in tokens if token.pos_ in _VERBS]
    highest = min(verbs or tokens or [sentence.root], key=_depth)
    below = (verb for verb in verbs if verb.head is highest and verb.dep_ == "xcomp")
    return next(below, highest)  # of "is expected to meet" that which is expected


def _depth(token: Token) -> int:
    """How many words a word hangs below."""
    depth = 0
    while token.head is not token:
        token, depth = token.head, depth + 1
    return depth
