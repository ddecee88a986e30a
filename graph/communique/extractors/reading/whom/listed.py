"""The members of a list that a parse has lost: "A, B and C" around one of them."""

import re

from communique.extractors.cast.offices.around.clauses import opens_clause
from communique.extractors.parse import Token
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_VERBS = frozenset({"VERB", "AUX"})
_ARGUMENTS = frozenset({"dobj", "pobj", "nsubj", "nsubjpass", "attr"})
_SERVING = re.compile(
    r"(?:, (?:the |his |her |their )?|,? \()(?:[\w-]+ ){0,5}?"
    r"(?:chief of (?:staff|cabinet)|head of (?:the )?(?:cabinet|office)|advis[eo]r|aide|assistant|"
    r"secretary|spokes\w+|counsell?or|deputy) (?:of|for|to) (?:the |an? )?(?:[\w’'-]+ ){0,5}",
    re.IGNORECASE,
)
"""What stands between the names of somebody and of whom he or she serves."""
_MOST_BETWEEN = 16
"""So many names at most stand in the words between them."""
_JOINTS = frozenset({",", "and", "the", "&", ";", "both"})


def listed(scene: Scene, token: Token) -> list[Token]:
    """A token with the like mentions that stand before it in a list, which parsers lose often."""
    mention = scene.mention_of(token)
    members, place = [token], token.i
    while mention is not None and place > 1:
        joints = 0
        while place - joints > 1 and token.doc[place - joints - 1].lower_ in _JOINTS:
            joints += 1
        before = token.doc[place - joints - 1]
        other = scene.mention_of(before) if joints and not _opens(scene, members[0]) else None
        if other is None or other.type != mention.type or before.i < token.sent.start:
            break
        if before.dep_ in _ARGUMENTS and before.head not in {token, token.head}:
            break  # "A met B, and C met D": B is another verb's
        members.insert(0, before)
        place = before.i
    return [*members, *_after(scene, token)]


def _opens(scene: Scene, token: Token) -> bool:
    """Whether a mention does something behind an opening: "after talks with A, B met C"."""
    number = None if scene.parse is None else scene.parse.mention_of(token)
    return number is not None and opens_clause(scene, number)


def _after(scene: Scene, token: Token) -> list[Token]:
    """The people after a person whom a parse has joined to the verb: "received by A, and B"."""
    mention = scene.mention_of(token)
    found: list[Token] = []
    place = token.i + 1
    while mention is not None and place < len(token.doc) and token.doc[place].lower_ in _JOINTS:
        while place < len(token.doc) and token.doc[place].lower_ in _JOINTS:
            place += 1
        after = token.doc[place] if place < len(token.doc) else token
        other = scene.mention_of(after)
        lost = after.dep_ == "conj" and after.head.pos_ in _VERBS and after.pos_ == "PROPN"
        if other is None or other.type != mention.type or not lost:
            break
        found.append(after)
        place += 1
    return found


def is_post(scene: Scene, token: Token) -> bool:
    """Whether a body behind a comma is where somebody serves: "General A, Commander, BODY"."""
    mention, above = scene.mention_of(token), token
    while mention is not None and mention.type == EntityType.ORGANISATION and above.i:
        if above.dep_ not in {"appos", "conj"} or token.doc[token.i - 1].lower_ != ",":
            return False
        above = above.head
        other = scene.mention_of(above)
        if other is not None:
            between = (word.lower_ for word in token.doc[above.i : token.i])
            joined = any(word in {"and", "&"} for word in between)
            return other.type == EntityType.PERSON and not joined
    return False


def is_office(scene: Scene, token: Token) -> bool:
    """Whether a word is an office whose holder is not named: "the President of X"."""
    mention = scene.mention_of(token)
    return mention is not None and mention.span is None and bool(mention.roles)


def is_principal(scene: Scene, token: Token) -> bool:
    """Whether somebody is only whom a person named before serves: "A, chief of staff to B"."""
    start = scene.offset(token)
    if (mention := scene.mention_of(token)) is not None:
        start = mention.start
    before = (scene.mentions[n] for n in reversed(scene.numbers(0, start)[-_MOST_BETWEEN:]))
    people = (m.end for m in before if m.type == EntityType.PERSON and m.end <= start)
    named = next(people, None)
    return named is not None and _SERVING.fullmatch(scene.block.text, named, start) is not None


def is_adjective(scene: Scene, token: Token) -> bool:
    """Whether a demonym says whose the official after "and" is: "the Danish and Czech premiers"."""
    mention = scene.mention_of(token)
    if mention is None or mention.span is None or mention.span.kind != NameKind.DEMONYM:
        return False
    joined = [scene.mention_of(child) for child in token.children if child.dep_ == "conj"]
    return any(other is not None and other.type == EntityType.PERSON for other in joined)
