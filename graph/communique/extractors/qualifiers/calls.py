"""Who talks by telephone or video, which is in no place."""

import re

from communique.extractors.qualifiers.sentence import NamedSentence
from communique.extractors.reading.script import Finding
from communique.ontology import Relation

_DEVICE = r"(?:(?:tele)?phone|video)"
_AFAR = re.compile(
    rf"(?i:\b(?:by|via|over|through|on the)(?: an?| the)?(?: secure)? {_DEVICE}"
    r"|\b(?:by|via|over|through)(?: an?)?(?: secure)? (?:video)?tele-?conference"
    rf"|\b{_DEVICE}[ -]?(?:tele-?)?(?:conferenc(?:es?|ing)|calls?|conversations?|communications?"
    r"|discussions?|links?|meetings?|talks?|chats?)"
    r"|\b(?:tele)?phon(?:ed|es|ing)"
    r"|\bvirtual(?:ly)? (?:[a-z]+ )?(?:met|meetings?|talks|conversations?|calls?|summit)"
    r"|\bcalls? (?:today |yesterday |on [A-Z][a-z]+day )?(?:with|between)"
    r"|\b(?:held|had|in|on|during|over) (?:an?|the|their|his|her|today[’']s)(?: [a-z]+)? call)\b"
    r"|\b(?:[Mm]et|meets?|meetings?|talks|spoke|conferred|convened|gathered)"
    r"(?: (?:with|today|yesterday|earlier|again|briefly|and|on|of|[A-Z][\w.’'-]*)){0,9}"
    r" (?:online|virtually|remotely)(?=[.,;:)]|$| (?:on|with|today|yesterday|this|last|in|to)\b)"
)
"""The manner of those who talk without being in one place; no matter of which they talk."""
_CALLED = re.compile(
    r"\b(?:called|calls) (?:(?:[A-Z][\w.’'-]*|of|for|the|and|his|her|their|counterpart),? ){0,9}$"
)
"""Before the name of somebody who is called: "called Foreign Minister"."""


def are_apart(sentence: NamedSentence, finding: Finding) -> bool:
    """Whether the words around the ends of a finding say that they talk from afar.

    Hosts are at home, whatever their event is about or is called.
    """
    if finding.relation == Relation.HOSTS:
        return False
    numbers = {finding.subject.number, finding.object.number}
    clause = sentence.clause(numbers)
    if _AFAR.search(sentence.text, clause.start, clause.stop):
        return True
    ends = (name.start for name in sentence.firsts(numbers))
    return any(_CALLED.search(sentence.text, clause.start, end) for end in ends)
