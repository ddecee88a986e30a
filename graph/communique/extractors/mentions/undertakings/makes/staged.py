"""Names of operations by what is said of nothing but an undertaking: "X got under way"."""

import re

_NAME = r"(?P<name>[A-Z][a-z’'-]+(?: (?:du |de |di |da |of the |of )?[A-Z][a-zA-Z’'-]+){1,2})"
_EXERCISE = r"(?:exercises?|drills?|manoeuvres?|maneuvers?|war ?games?)"
_FORCES = (
    r"(?:soldiers|troops|sailors|marines|reservists|forces|ships|warships|vessels|aircraft|navies|"
    r"armies|units|personnel|rescuers|firefighters|frigates|helicopters|jets|men and women)"
)
_WHEN = (
    r"(?:on (?:[A-Z]\w+day|\d)|today|yesterday|tomorrow|this (?:week|morning)|next|last|in [A-Z]|"
    r"at |from \d|until|for the|after \w+ (?:days|weeks)|with )"
)
_OPENS = (
    r"(?:^|(?<=[.!?:;,] )|(?<=\bwhere )|(?<=\bwhen )|(?<=\bas )|(?<=\bwhile )|(?<=\bthat )|"
    r"(?<=\band ))"
)
_HAPPENS = (
    r",? (?:which is )?now in its [a-z\d-]+ (?:edition|iteration|year)\b",
    r"(?: itself)?,? (?:is |was |will be )?(?:an? |one |the )?(?:\w+ ){0,2}(?:stage|part|phase|"
    rf"chapter|prelude|precursor|run-up|sequel) "
    rf"(?:of|to|in) (?:the |an? )?(?:[\w-]+ ){{0,3}}{_EXERCISE}\b",
    r",? (?:which )?(?:is|are|was|will be)(?: now| again| being)? (?:(?:held|staged|run|conducted) "
    r"(?:in|at|on|off|every|from|until|twice|once|for the)|under ?way|in full swing)\b",
    r",? (?:which )?(?:is taking|takes|took|will take|has taken) place\b",
    r",? (?:which )?(?:got|gets|is getting) under ?way\b",
    r",? (?:which )?(?:begins|began|starts|started|kicks off|kicked off|ends|ended|concludes|"
    rf"concluded|runs|ran|lasts|lasted) {_WHEN}",
    r",? (?:which )?(?:brings|brought|will bring|is bringing|gathers|gathered|involves|involved|"
    rf"will involve|unites|united)(?: together)? (?:[\w,.-]+ ){{0,5}}?{_FORCES}\b",
)
SAID_OF = (
    re.compile(rf"{_OPENS}{_NAME}(?:{'|'.join(_HAPPENS)})"),
    re.compile(
        r"\b(?:(?:[Pp]articipants|[Uu]nits|[Cc]ontingents|[Tt]roops|[Ss]hips) (?:in|for) |"
        r"(?:aim|scenario|script) of |(?:belongs to|part of|stage of) the (?:series|cycle) |"
        r"[Tt]his year[’']s |(?:arrived|preparing|prepared) for )"
        rf"{_NAME}(?=[ ,.;:)]|$)(?! [A-Z])"
    ),
    re.compile(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Tt]his) (?:(?:wider|larger|annual|yearly|broader) )?"
        rf"{_NAME} (?:(?:exercise|drill|training) )?(?:series|cycle)\b"
    ),
    re.compile(rf"\b(?:made|declared|called) {_NAME} (?:an? (?:\w+ ){{0,2}}success|open|over)\b"),
)
"""A name that begins a clause with what follows it, and between words that speak of one."""
