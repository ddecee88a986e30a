"""What the line above a list says of its items: that somebody met them, or took them along."""

import re

_TALKS = (
    r"(?:meetings?|talks|discussions|consultations|bilaterals?|conversations|calls|contacts|"
    r"encounters|exchanges|audiences|interviews)"
)
_MANY = (
    r"(?:several|various|many|numerous|some|a number of|a series of|a range of|a string of|other|"
    r"(?:the )?following|these|two|three|four|five|six|seven|eight|nine|ten|a dozen)"
)
_PARTNERS = (
    r"(?:partners|counterparts|colleagues|leaders|ministers|officials|interlocutors|guests|"
    r"politicians|presidents|delegations|representatives|ambassadors|envoys|heads|people|others|"
    rf"personalities|visitors|{_TALKS})"
)
MET = re.compile(
    r"(?i)\b(?:met|meet|meets|meetings?|talks|discussions|consultations|bilaterals?|conversations|"
    r"calls|contacts|encounters|interlocutors|phoned|telephoned)\b|"
    r"\b(?:sp(?:oke|eaks?|oken|eaking)|conferr?(?:ed|s|ing)?|talked|conversed|sat down|consulted|"
    r"exchang\w+ (?:views|words|ideas|opinions)|(?:had|have|has) a (?:\w+ )?(?:word|chat|exchange))"
    r"(?: [\w-]+){0,4}? (?:to|with)\b|"
    r"\breceiv\w+\b[^.]{0,200}\b(?:heads of mission|ambassadors|envoys|high commissioners|"
    r"ministers|credence|credentials)\b|"
    r"\b(?:received|receives|called on|sees|saw|welcomed)(?: [\w-]+){0,3}:\s*$"
)
"""What the last sentence above a list says when its items were met."""
THINGS = re.compile(
    r"(?i)\b(?:contributions?|assistance|aid|help|support|donations?|pledges|gifts?|goods|items|"
    r"supplies|equipment|relief|funding|funds|grants|loans|offers|flights|shipments|consignments|"
    r"payments|requests|reports|proposals|applications|bids|votes|replies|answers)\b"
    r"[^.:;]{0,30}\breceived\b"
)
"""What somebody received who met nobody by it."""
MET_WITH = re.compile(
    rf"(?i)\b(?:met|{_TALKS}|(?:spoke|conferred|talked|conversed|sat down|views|words)"
    r"(?: [\w-]+){0,4}?) with:?\s*$"
)
"""What introduces a list of those met whoever met them ("the delegation had talks with:")."""
MET_HEADING = re.compile(
    r"(?i)(?:(?:list of|his|her|our|other|further|main|series of|on the (?:margins|sidelines))\s)*"
    r"(?:bilaterals?|(?:bilateral |high-level |official |separate )(?:meetings?|talks|encounters?|"
    r"consultations|discussions)|meetings with|meetings held|talks with|phone calls|"
    r"telephone (?:calls|conversations)|calls|interlocutors|contacts with|counterparts met)\b"
    r".{0,50}"
)
_ANNOUNCED = re.compile(
    rf"(?i)\b(?:met|{_TALKS}|spoke|conferred|talked|conversed|sat down|received|contacted|phoned|"
    rf"telephoned)\b(?: [\w-]+){{0,3}}? {_MANY} (?:[\w-]+ ){{0,3}}?{_PARTNERS}\b"
    rf"|\b{_TALKS} of (?:the )?(?-i:[A-Z])"
    r"|\b(?:(?:met|meetings?|talks|contacts|spoke|conferred) with|as) (?:the following|follows)\b"
    rf"|\b(?:met|{_TALKS}|spoke|conferred|talked|conversed|sat down)\b[^.:;]{{1,160}} "
    rf"with {_MANY} (?:of (?:his|her|the|their) )?(?:[\w-]+ ){{0,3}}?{_PARTNERS}\b"
    r"[^.:;]{0,60}:\s*$"
)
"""What a whole sentence above a list says when those it does not name were met."""
BESIDE = re.compile(r"(?i)\b(?:accompan\w+|assisted|flanked|beside|alongside|entourage|suite)\b")
"""What says that those of a list are of one side of a meeting."""
_HANGS = re.compile(
    r"(?i)\b(?:with|were|are|including|namely|compris(?:es|ed|ing)|includ(?:es|ed)|"
    r"consist(?:s|ed) of|accompanied by|joined by|attended by|follows|(?:the )?following)[:.]?\s*\Z"
)
_REACH = 60
"""Characters at the end of a line that hold the words on which it hangs."""


def hangs(text: str) -> bool:
    """Whether a line goes on in the list below it: "for short meetings with"."""
    return _HANGS.search(text, max(0, len(text) - _REACH)) is not None


def announces_met(text: str) -> bool:
    """Whether the last sentence of a line says that some were met, without naming them."""
    return _ANNOUNCED.search(last_sentence(text.rstrip(" ."))) is not None


def last_sentence(lead: str) -> str:
    """The last sentence of what stands above a list."""
    return lead.rsplit(". ", 1)[-1]
