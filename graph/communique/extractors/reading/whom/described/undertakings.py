"""Where "it" can be only an operation or event: "it was launched in May", "take part in it"."""

from communique.extractors.parse import Token
from communique.extractors.syntax.arguments import objects

_DONE = frozenset(
    "carry conduct launch organise organize implement execute hold attend stage co-organise "
    "co-organize undertake mount codename".split()
)
"""What is done with an operation or event, in the passive."""
_DOING = frozenset({"last", "involve", "cover", "span", "free"})
"""What an operation or event does."""
_CAUSING = {"lead": "to", "result": "in", "bring": "together", "culminate": "in"}
"""What it does with a further word: "it led to nine arrests"."""
_ATTENDING = frozenset("participate engage compete part participation".split())


def is_run(pronoun: Token) -> bool:
    """Whether the clause of a pronoun says of it what is said of operations and events alone."""
    verb, lemma = pronoun.head, pronoun.head.lemma_.lower()
    if pronoun.dep_ != "nsubj" or verb.pos_ != "VERB":
        return pronoun.dep_ == "nsubjpass" and lemma in _DONE
    held = lemma == "take" and any(noun.lower_ == "place" for noun in objects(verb))
    told = any(child.lower_ == _CAUSING.get(lemma) for child in verb.children)
    return lemma in _DOING or held or told


def is_attended(pronoun: Token) -> bool:
    """Whether somebody takes part in what a pronoun means."""
    if pronoun.dep_ != "pobj" or pronoun.head.lower_ != "in":
        return False
    above = pronoun.head.head
    words = (above, *objects(above)) if above.lemma_ == "take" else (above,)
    return any(word.lemma_.lower() in _ATTENDING for word in words)
