"""Operations by the words with which a text gives them a name: "code-named X", "X is its title"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.undertakings.naming.told import KINDS
from communique.extractors.mentions.undertakings.shapes import DUBBED_BEHIND, NAMESAKES
from communique.extractors.sieve import Sieve
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.sites import site_words
from communique.gazetteer.territories import find_territory, fold
from communique.gazetteer.titles import read_titles
from communique.ontology import EntityType

_OPENS, _CLOSES = r"[“\"‘„«]", r"[”\"’“»]"
_WORD = r"[^\W\d_a-z][\w’'-]*"
_NAME = (
    rf"(?P<name>{_WORD}(?: (?:(?:de|del|da|do|of|the) ){{0,2}}(?:{_WORD}|\d{{1,4}})){{0,4}}"
    r"(?:[ -](?:\d{1,4}|[IVX]{1,4}))?)(?<![’'])(?![\w-])"
)
_QUOTED = rf"{_OPENS} ?{_NAME} ?{_CLOSES}"
_QUOTED_TOO = _QUOTED.replace("<name>", "<quoted>")
_KINDS = (
    *KINDS, "operation", "investigation", "inquiry", "inquiries", "enquiry", "probe", "training",
    "sweep", "swoop", "crackdown", "action", "raid", "raids", "case", "manoeuvre", "manoeuvres",
    "action day", "takedown", "effort", "drive", "sting", "proceedings", "file", "dossier",
)  # fmt: skip
_KIND = rf"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})s?"
_FILES = r"(?:file|files|proceedings|dossier|inquir(?:y|ies)|investigations?|case|probe)"
_CALLED = (
    r"(?:(?:also |simply |better |internally |unofficially )?(?:code[- ]?named|dubbed|christened|"
    r"nicknamed|baptised|labelled|named|called|titled|entitled)"
    r"|(?:also |simply |better )?known (?:to [a-z ]{2,30} )?(?:simply )?as"
    r"|(?:(?:given|bears?|bearing|bore|carr(?:ies|ied|ying)|receiv(?:ed|ing)|with|got|has|under|by)"
    r" (?:the|its) (?:code[ -]?|working |operational )?(?:name|title|code)(?: of)?))"
)
_BETWEEN = rf"(?:(?!\b(?:{NAMESAKES}|who|whose)\b)[^.;:\n]){{0,60}}?"
_MARKED = rf"(?:{_OPENS} ?)?{_NAME}(?: ?{_CLOSES})?"
"""A name, with or without quotation marks."""
_GIVEN = re.compile(
    rf"\b{_KIND}{_BETWEEN},? (?:is |was |are |were |has been |had been |and |been )?{_CALLED}"
    rf" (?:{_OPENS} ?)?{_NAME}"
)
"""A kind, and the name that it is given: "the case, known to investigators as X"."""
_BEHIND = re.compile(rf"\b{_KIND}{DUBBED_BEHIND}{_NAME}")
_GIVEN_AHEAD = re.compile(
    rf"\b(?:[Dd]ubbed|[Cc]ode-?named|[Cc]hristened|[Nn]icknamed|Called|Named) (?:{_OPENS})?{_NAME}"
    rf"{_CLOSES}?, (?:the|this) (?:[\w-]+ ){{0,4}}{_KIND}\b"
)
_UNDER = re.compile(
    rf"\b[Uu]nder the (?:code ?|code-|working )?(?:name|title) (?:of )?(?:{_OPENS} ?)?{_NAME}"
    rf"(?: ?{_CLOSES})?,? (?:(?:the|our|its) )?(?:[\w-]+ ){{0,2}}"
    r"(?:police|officers|authorities|forces|investigators|customs|prosecutors|units|soldiers)\b"
)
"""A name under which forces do something, wherever their doing is told."""
_RUN_UNDER = re.compile(
    r"\b(?:launch|conduct|run|ran|carr|held|organi[sz]|mount|start|operat|execut|initiat|open)\w*"
    r"(?: out)?(?: (?!company|firm|business|shop|account|bank)[\w-]+){0,5}"
    rf" under the (?:code ?|code-)?name (?:of )?(?:{_OPENS} ?)?{_NAME}"
)
_IS_NAME = re.compile(
    rf"(?:^|(?<=[.!?:;,] )|(?<=\n)){_MARKED}(?:,|,? (?:is|was)(?: also)?) "
    r"(?:the )?(?:code[ -]?)?(?:name|title) (?:of|given to|for|chosen for) "
    rf"(?:the|a|an|this|our|their|its) (?:[\w-]+ ){{0,4}}?{_KIND}\b"
)
_NAME_IS = re.compile(
    rf"\b(?:{_KIND}[’']s? (?:code[ -]?)?name|(?:code[ -]?)?name of (?:the|this|our|their) "
    rf"(?:[\w-]+ ){{0,3}}?{_KIND}) (?:is|was) (?:{_OPENS} ?)?{_NAME}"
)
_AS_CALLED = re.compile(
    rf"\b{_MARKED}, as (?:the|this|that|our|their) (?:[\w-]+ ){{0,3}}?{_KIND}"
    rf" (?:is|was|has been|came to be) (?:{_CALLED}|known|referred to)\b"
)
"""A name, and that the kind goes by it: "X, as the exercise is called"."""
_ASKED = re.compile(
    rf"\b[Ww]hat (?:is|was|are|were) {_MARKED}\? (?i:an?|the) (?:[\w-]+ ){{0,4}}?{_KIND}\b"
)
"""A question after a name that is answered with the kind."""
_OPENING = (
    r"(?!(?:It|He|She|We|They|I|You|There|Here|What|Who|Which|Now|Then|Once|Together|Such|Thus|"
    r"Later|Still|Again|Meanwhile|Instead|Moreover|However|Therefore|Indeed|Also|Next|First|Last|Today|"
    r"Tonight|Yesterday|Tomorrow|Dubbed|Code-?named|Christened|Nicknamed|Called|Named|Known|"
    r"\w+(?:ly|ing))\b)"
)
"""No word that opens a clause is a name that a description follows."""
_PHRASE = (
    r"(?:an?|the|this|our|its|their) "
    rf"(?:(?!(?:of|for|to|in|on|at|by|with|and|behind|from|or)\b)[\w-]+ ){{0,4}}?{_KIND}"
)
_APPOSED = re.compile(
    rf"(?:(?:^|(?<=[.!?:;] )|(?<=\n)){_OPENING}{_NAME}|{_QUOTED_TOO})"
    rf"(?: \([^()\n]{{2,80}}\))?(?:,| is| was) {_PHRASE}(?=[.,;:]| (?:against|of|by|to|that|"
    r"which|in|on|with|run|led|held|between|for|targeting|aimed)\b)"
)
"""A name and what it is: "X, the annual exercise of …"."""
_DASHED = re.compile(rf"\b(?i:{_PHRASE}) [-–—] {_MARKED} [-–—] ")
_BETWEEN_COMMAS = re.compile(
    rf"\b(?i:{_PHRASE})(?: (?:to|for|against|on) (?:[a-z-]+ ){{0,4}}[a-z-]+)?, {_MARKED}, "
    r"(?=(?:is|was|will|has|had|began|ended|started|takes|took|led|run|which)\b)"
)
"""The same the other way round: "the joint mission, X, is"."""
_ORDINAL = re.compile(
    r"\b(?i:first|second|third|fourth|one|another|other|latter|former|largest)(?: one)?,? "
    rf"(?:also |simply )?(?:code[- ]?named|dubbed|christened|named|called) {_QUOTED}"
)
_CASES = re.compile(
    r"(?i)\b(?:investigat|inquir|prosecut|police|customs|carabinieri|seiz|arrest|smuggl|traffick|"
    r"exercise|operation|project)"
)
"""What a text is about in which one of several has such a name."""
_FILED = re.compile(rf"\b{_FILES} {_QUOTED}")
_PATTERNS = (
    _GIVEN, _BEHIND, _GIVEN_AHEAD, _UNDER, _RUN_UNDER, _IS_NAME, _NAME_IS, _APPOSED, _DASHED,
    _BETWEEN_COMMAS, _FILED, _ORDINAL, _AS_CALLED, _ASKED,
)  # fmt: skip


class DubbedOperations:
    """Finds names of operations by the words that give them one."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        titles = read_titles()
        self._sieve = Sieve({pattern: pattern for pattern in _PATTERNS})
        self._others = (
            titles.role_heads | titles.honorifics | titles.ranks | nouns.organisation_heads
            | nouns.event_heads | nouns.never_numbered | nouns.regions | nouns.undertaking_ends
            | site_words().sites
        )  # fmt: skip

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        for pattern in self._sieve.passed(text.lower()):
            for match in pattern.finditer(text):
                group = "name" if match["name"] else "quoted"
                other = pattern is _ORDINAL and not _CASES.search(text)
                if not other and self._is_free(match[group]):
                    yield Span(*match.span(group), EntityType.OPERATION, match[group], strength=4)

    def _is_free(self, name: str) -> bool:
        """Whether words name nobody, no state, place, body or event."""
        words = name.split()
        person = fold(words[0]) in given_names()
        known = find_territory(name) or find_territory(words[0])
        listed = name in site_words().cities or not self._others.isdisjoint((words[0], words[-1]))
        return not (person or known or listed)
