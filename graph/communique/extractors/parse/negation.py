"""Whether a verb is denied: by a word below it, or as nobody does it."""

from communique.extractors.parse.token import Token

_NEGATION = frozenset("not n't n’t never no without neither nor hardly barely scarcely".split())
_ONLY = frozenset({"only", "just", "merely", "simply", "solely"})
"""Words behind "not" that tell that more is to come."""
_NONE = frozenset({"no", "neither", "none", "nobody"})
_ENDS = frozenset({"nsubj", "nsubjpass", "dobj"})


def is_negated(verb: Token) -> bool:
    """Whether a verb says that something is not done, or a preposition that it is lacking."""
    denied = is_lack(verb) or any(map(_denies, verb.children))
    return denied or _nobody(verb) or _is_no_longer(verb)


def is_lack(token: Token) -> bool:
    """Whether a preposition negates what stands after it alone: "left without a word"."""
    return token.dep_ == "prep" and token.lower_ == "without"


def _denies(child: Token) -> bool:
    """Whether a word negates the one above it: not in "not only met A but also visited B"."""
    if child.lower_ == "not":
        return all(token.lower_ not in _ONLY for token in child.doc[child.i + 1 : child.i + 2])
    return _is_yet_to(child) or (child.lower_ in _NEGATION and not is_lack(child))


def _is_yet_to(child: Token) -> bool:
    """Whether a word makes an infinitive what has not come about: "has yet to meet"."""
    before = child.doc[max(0, child.i - 1)]
    governed = child.dep_ == "aux" and child.head.head.lemma_ in {"have", "be"}
    return governed and child.lower_ == "to" and before.lower_ == "yet"


def _is_no_longer(verb: Token) -> bool:
    """Whether something has ended: "is no longer part of"."""
    longer = (word for word in verb.children if word.lower_ == "longer")
    return any(child.lower_ == "no" for word in longer for child in word.children)


def _nobody(verb: Token) -> bool:
    """Whether subject or object is none: "no minister met", "offered no aid"."""
    nouns = [child for child in verb.children if child.dep_ in _ENDS]
    words = {word.lower_ for noun in nouns for word in (noun, *noun.children)}
    return bool(words & _NONE)
