"""Bodies whose name a sign gives away: quotes, numbers, "DG X", "Team X", marks in an acronym."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.sieve import holds
from communique.ontology import EntityType

_GOVERNMENTS = "Heads of "
_OF_HEADS = re.compile(
    r"\b(?:Conference|Assembly|Authority|Council|Committee) of (?:the )?(?:[A-Z]{3,8} )?"
    r"Heads of (?:State and (?:of )?)?Government\b(?: of (?:the )?(?P<whole>[A-Z]{3,8}\b))?"
)
_UNITS = (
    "Brigade", "Regiment", "Battalion", "Division", "Squadron", "Wing", "Corps", "Company",
    "Flotilla", "Academy", "Institute", "School", "Hospital", "Battery",
)  # fmt: skip
_QUOTED = re.compile(
    rf"[“\"„«‘](?P<name>[A-Z][\w’ -]{{2,30}})[”\"»’] (?P<unit>{'|'.join(_UNITS)})\b(?! [A-Z])"
)
_FIRMS = (
    "NGO", "JSC", "LLC", "association", "foundation", "fund", "company", "enterprise", "movement",
    "union", "cooperative", "firm",
)  # fmt: skip
_NAMED_FIRM = re.compile(
    rf"\b(?P<kind>[OCP]?(?:{'|'.join(_FIRMS)})) "
    r"[“\"„«](?P<name>[A-Z][\w’'-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w’'-]*){0,4})[”\"»]"
)
"""A firm or association named in quotes behind what it is: "the association "Torsk Mothers"."""
_QUOTED_FIRM = re.compile(
    r"[“\"„«](?P<name>[A-Z][\w’'-]*(?: (?:(?:of|for|and|the) )?[A-Z][\w’'-]*){0,4})[”\"»] "
    rf"(?P<kind>(?:public )?(?:{'|'.join(_FIRMS)}))\b(?! [A-Z])"
)
"""One named before it: "the "Torsk Mothers" association"."""
_OF_REGIMENT = re.compile(
    r"\b(?P<name>\d{1,3}(?:st|nd|rd|th) (?:Battalion|Battery|Company|Squadron),? The [A-Z][\w’]+"
    r"(?: [A-Z][\w’]+){0,3})"
)
"""A unit with the regiment it is of: "4th Battalion The Guards"."""
_SECTORS = re.compile(r"\bSectors? (?P<numbers>\d(?:(?:, | and |, and )\d){0,6})(?![\d.,]\d|\w)")
_MARTIAL = ("Force", "ommander", "troops", "peacekeepers", "battalion")
"""Words of texts in which sectors are parts of a force, and no wards or trades."""
_DIGIT = re.compile(r"\d")
_DIRECTORATES = (
    "AGRI|BUDG|CLIMA|CNECT|CONNECT|COMM|COMP|DEFIS|DIGIT|EAC|ECFIN|ECHO|EMPL|ENER|ENEST|ENV|ESTAT|"
    "FISMA|GROW|HERA|HOME|INTPA|JUST|MARE|MENA|MOVE|NEAR|REFORM|REGIO|RTD|SANTE|TAXUD|TRADE"
)
_DIRECTORATE = re.compile(rf"\bDG[ -](?P<field>{_DIRECTORATES})\b")
"""Directorates-general of the European Commission."""
_DONE = "Initiative|Project|Approach|Mission|Building|Meeting"
_MEMBERS = "Lead|Member|Manager|Coordinator|Officer|Commander|Chief|Head"
_TEAM = re.compile(
    rf"(?:\b[a-z]\w{{0,20}}|[,(]) ?(?P<name>Team (?!(?:{_MEMBERS})\w*\b)"
    rf"[A-Z][\w-]+(?: (?!(?:{_DONE})s?\b)[A-Z][\w-]+){{0,3}}(?![\w-]| (?:{_DONE})s?\b))"
)
_TOWN = r"(?!The )(?:St\. )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}"
_OF_TOWNS = re.compile(
    rf"\b[Tt]he (?P<first>{_TOWN}) and (?P<last>{_TOWN}) "
    r"(?P<kind>(?:Metropolitan )?(?:Police|Fire|Health|Sheriff[’']s)) "
    r"(?P<head>Department|Office)s\b"
)
"""Bodies of towns side by side: "the Torsk and Harbourtown Police Departments"."""
_MARKED = re.compile(
    r"(?<![\w/(-])(?P<name>[A-Z][A-Za-z]{0,3}(?:CERT|CSIRT)/[A-Z]{2,3}|CERT/[A-Z]{2,3}"
    r"|[A-Z]{3,8}\([A-Z]\)|[A-Z]{1,3}-(?:U?SAR|ISAR|MED|AID|FAST|EMT))(?![\w/-])"
)
_HEADS_OF_TOWNS = (" Departments", " Offices")
_MARKS = ("CERT/", "CSIRT/", ")", "SAR", "-MED", "-AID", "-FAST", "-EMT")


class MadeBodies:
    """Finds bodies by the make of their names."""

    @staticmethod
    def find(text: str) -> Iterator[Span]:
        """Yield candidates that beat what other rules make out inside them."""
        if _GOVERNMENTS in text:
            yield from _of_heads(text)
        for match in _QUOTED.finditer(text) if holds(text, _UNITS) else ():
            yield _span(*match.span(), match[0], f"{match['name']} {match['unit']}",
                        f"{match['unit']} {match['name']}")  # fmt: skip
        yield from _firms(text)
        if "Sector" in text and holds(text, _MARTIAL):
            yield from _sectors(text)
        for match in _DIRECTORATE.finditer(text) if "DG" in text else ():
            yield _span(*match.span(), match[0], f"DG {match['field']}")
        for match in _OF_TOWNS.finditer(text) if holds(text, _HEADS_OF_TOWNS) else ():
            yield from _of_towns(match)
        for pattern, signs in ((_OF_REGIMENT, (" The ",)), (_TEAM, ("Team ",)), (_MARKED, _MARKS)):
            for match in pattern.finditer(text) if holds(text, signs) else ():
                yield _span(*match.span("name"), match["name"])


def _of_heads(text: str) -> Iterator[Span]:
    """Yield "Conference of Heads of Government", the body that it is of left out."""
    for match in _OF_HEADS.finditer(text):
        end = match.start("whole") - len(" of ") if match["whole"] else match.end()
        end -= len("the ") if text.startswith(" of the ", end - len("the ")) else 0
        name = text[match.start() : end]
        yield _span(match.start(), end, name, *((match[0],) if match["whole"] else ()))


def _of_towns(match: re.Match[str]) -> Iterator[Span]:
    """Yield the body of each of two towns; the last one takes the head into its span."""
    body = f"{match['kind']} {match['head']}"
    yield _span(*match.span("first"), f"{match['first']} {body}")
    yield _span(match.start("last"), match.end(), f"{match['last']} {body}")


def _firms(text: str) -> Iterator[Span]:
    """Yield what a common noun before a name in quotes makes a body."""
    for pattern in (_NAMED_FIRM, _QUOTED_FIRM) if holds(text, _FIRMS) else ():
        for match in pattern.finditer(text):
            name, kind = match["name"], match["kind"]
            yield _span(*match.span("name"), name, f"{kind} {name}", f"{name} {kind}")


def _sectors(text: str) -> Iterator[Span]:
    """Yield each of "Sectors 1, 3 and 4"; the first takes the noun into its span."""
    for match in _SECTORS.finditer(text):
        begun = match.start("numbers")
        for digit in _DIGIT.finditer(text, begun, match.end()):
            start = match.start() if digit.start() == begun else digit.start()
            yield _span(start, digit.end(), f"Sector {digit[0]}")


def _span(start: int, end: int, name: str, *aliases: str) -> Span:
    others = tuple(alias for alias in aliases if alias != name)
    return Span(start, end, EntityType.ORGANISATION, name, aliases=others, strength=4)
