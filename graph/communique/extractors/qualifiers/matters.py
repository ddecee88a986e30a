"""What else a sentence tells between those who meet and a place, which then is of that."""

import re

from communique.extractors.qualifiers.sentence import NamedSentence

DAY = (
    r"(?>(?:\b(?:on |in |late |early )?(?:last |this |next )?(?:today|yesterday|tomorrow|tonight"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|week|month|weekend|year|morning|afternoon|evening"
    r"|night|noon|midday|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\d{1,4}(?:st|nd|rd|th)?)\b,? ?(?:\([^)]{3,20}\))?){1,6})"
)
"""A day or time of day, taken whole so that no other way to read it is tried."""
_FURTHER = re.compile(
    r"\b(?:met|meets|held|holds|will|received|receives|visit(?:s|ed)?|travel\w*|which|whose|who"
    r"|about|regarding|concerning|followed|including|to (?:discuss|open|take|attend|address|review)"
    rf"|on (?!(?:the (?:sidelines|margins|fringes|occasion))\b|{DAY})"
    r"|and (?:open|take|visit|attend|address|discuss|review)\w*|after|before|since|ahead|prior"
    r"|and (?:an? |the |(?:will )?(?:have|hold) )(?:[\w-]+ )?(?:lunch|dinner|breakfast|meeting"
    r"|talks|reception|visit)"
    r"|and (?:(?:also|then|later) )?(?!(?:host|welcom|receiv|gather|confer|conven|convers|talk|din"
    r"|lunch|chatt)\w*ed\b)[a-z]+ed"
    r"|the (?:role|work|situation|future|presence|activities) (?:of|in))\b"
    r"|, (?!(?:during|evening|morning|meeting|speaking|receiving|welcoming|hosting|holding)\b)"
    r"[a-z]+ing\b"
)
"""Between somebody who is met and a place of something else."""
_MATTER = re.compile(
    r"(?<![\w’'-])(?!(?:of|the|and|for|with|as|well|to|a|an|his|her|its|their|both|also|then|from|at"
    r"|(?:[a-z]{1,9}-)?(?:minister|president|secretary|ambassador|head|director|leader|chief"
    r"|commissioner|representative|governor|mayor|counterpart|member|official|delegation)s?|foreign"
    r"|prime|general|deputy|vice|chair(?:man|woman)?|former|state|king|queen|acting|special|envoy"
    r"|senior|at|in|during|sidelines|margins|fringes|occasion|fourth|third|second|first|annual"
    r"|opening|session|meeting|summit|conference|bilateral(?:ly)?|separately|today"
    r"|yesterday|on|de|del|der|van|von|al|el|bin|s)\b)[a-z]"
)
"""A word between somebody who is met and a name behind that is not met: "the role of"."""


def turns_away(text: str, start: int, end: int) -> bool:
    """Whether words between those who meet and a place tell of something else."""
    return _FURTHER.search(text, start, end) is not None


def is_met(sentence: NamedSentence, gap: slice) -> bool:
    """Whether the name right before a place is of those who meet, or beside one in a list."""
    between = [name for name in sentence.before(gap.stop) if name.start >= gap.start]
    return not any(_MATTER.search(sentence.text, gap.start, name.start) for name in between)
