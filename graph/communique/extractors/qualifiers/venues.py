"""Where somebody meets or hosts, told by the words around the names of a sentence."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import NamedTuple

from communique.extractors.cast import Figure
from communique.extractors.cast.offices.hosts import dateline_site
from communique.extractors.qualifiers.calls import are_apart
from communique.extractors.qualifiers.matters import DAY, is_met, turns_away
from communique.extractors.qualifiers.sentence import Named, NamedSentence
from communique.extractors.reading.script import Finding, Script
from communique.ontology import SIGNATURES, EntityType, Relation

_BEFORE = re.compile(
    r"(?:^|(?<=[ (–—]))(?P<word>[Ii]n|[Aa]t|[Ii]nside|[Aa]board|[Oo]n board|to)"
    r" (?:(?:the|his|her|its|their) )?"
    r"(?:(?!(?:about|against|and|as|between|by|for|from|of|on|over|to|with)\b)[\w-]+ ){0,2}?"
    r"(?:(?:cent(?:re|er)|east|front|headquarters|heart|house|north|offices?|outskirts|part"
    r"|premises|residence|seat|side|south|suburbs?|west) of (?:the )?)?"
    r"(?:(?:capital|city|town|port|village|resort)(?: city)?(?: of)?,? )?$"
)
"""Before the name of a site: "in", "in the capital", "at the newly opened"; not "in view of"."""
_WELCOMED = re.compile(r"\bwelcom(?:ed?|es|ing)\b")
"""Before "to" and a site, somebody who comes there: "welcomed X to the White House"."""
_OPENING = re.compile(
    r"(?i)(?:^|[,;:–—(]|\b(?:and|then|but))"
    rf"(?: ?\b(?:later|then|earlier|also|while|when|whilst|finally|back)){{0,3}} ?{DAY}?$"
    r"|\b(?:journey|trip|tour|visit|stop|stay)$"
)
"""Before a place with which a clause begins: "In Paris, she met X"."""
_MEETING = re.compile(
    r"(?i)(?:\b(?:met|meets?|meeting|meetings|talks|discussions?|consultations?|negotiations?"
    r"|sessions?|summit|audience|interview|conversed?|spoke|speaks|speaking|conferred|saw"
    r"|received?|receives|receiving|welcomed?|welcomes|welcoming|hosted|hosts?|hosting|greeted"
    r"|gathered|gather|held|holding|hold|convened?|dinner|lunch|breakfast|reception|bilaterals?"
    r"|counterparts?|officials|leaders|ministers|representatives|society|members|authorities"
    r"|ambassadors|stakeholders|colleagues|delegations?|place|respectively|together|briefed"
    r"|exchanges?|conversations?|gathering|encounter|trilateral|coffee|dialogue|roundtable"
    r"|bilaterally|separately|again|briefly|up|co-?chairs|guests?|visitors?|envoys?|heads|both"
    rf"|him|them|table)| {DAY})$"
)
"""Before a place where somebody meets: "held talks in Paris", "met X on Monday in Paris"."""
_MEETS = re.compile(
    r"\b(?:met|meets?|held|holds?|had|ha(?:s|ve)|receiv\w+|welcom\w+|hosts?|hosted|gathered|spoke"
    r"|spoken|conferred|conversed|sat|discussed|exchanged|took|convened?|will)\b"
)
"""Verbs by which a sentence first tells that its subjects meet."""
_WHERE = re.compile(
    r"(?:, [A-Z][\w’' -]+)?(?:,? (?:on|from|next|this|for|between|in) [^,;.]{2,40})?,? where\b"
)
"""Behind the name of a site, before who is met there."""
_BOUND = re.compile(
    r"\b(?:be|is|are|was|were|(?:travel|visit|arriv|fly|flie|flew|head|went|continu|stop|land|trip"
    r"|proceed|return|depart|journey|come|came|left)\w*|go(?:es|ing)?)(?: [\w’'-]+,?){0,5} $"
)
"""Before where somebody travels to or will be."""
_AIM = re.compile(
    r"[^;.]{0,90}?\b(?:to (?:also )?(?:meet|hold|have|consult|speak|confer|see)"
    r"|for (?:[\w-]+ ){0,5}?(?:talks|meetings?|consultations|discussions|lunch|dinner|breakfast)"
    r"|and (?:will |is to )?(?:also )?(?:meet|hold|met|held))\b"
)
"""Between where somebody travels to and who is met there."""
_SUBJECT = re.compile(r",? (?:is|are|was|were|has|have|had|will|would)\b")
"""Behind a place of those of whom something else is told: "officials in Paris were"."""
_TAIL = re.compile(r"[.,;]|$|(?<=\.)| (?:on|from|today|yesterday|this|last|late|earlier)\b")
"""Behind a place with which a clause ends: "She met X, in Paris."."""
_HOUR = re.compile(r"\d{1,2}[.:]\d{2}\b")
"""At the beginning of a line of a programme, which may end with the place: "09:15 Talks, Riga"."""
_HERE = re.compile(r"\bhere(?:,|\.| (?:on|in|at|with|to|for|today|yesterday|late|early|this)\b|$)")
"""Where a wire is written: "held talks here on Monday"."""
_REACH = 160
"""Characters before a name among which it is looked what ties it to a meeting."""
_TOP = 4
"""Blocks among which the dateline is."""
_SPOKE = re.compile(r"\b(?:spoke|spoken|speaks?)\b")
"""Verbs of those who may talk without being in one place."""
_TO = frozenset({"to ", "to the "})
_SITES = frozenset({EntityType.PLACE, EntityType.COUNTRY})


class _Way(Enum):
    """How a sentence ties a place to a meeting."""

    OPENING = "opening"
    ENDING = "ending"
    BEHIND = "behind"
    BETWEEN = "between"
    BOUND = "bound"


_LATER = frozenset({_Way.BEHIND, _Way.BETWEEN, _Way.ENDING})
"""Ways of places that may stand behind all who meet."""
_EARLIER = frozenset({_Way.OPENING, _Way.ENDING, _Way.BOUND})
"""Ways of places that may stand before who is met there."""


class _Venue(NamedTuple):
    """A place where a sentence says that somebody meets."""

    name: Named
    way: _Way


def with_venues(script: Script, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, those of meetings and hosts where their sentences say that they are.

    Where a sentence does not tell, the place is the one where a finding already is, unless those
    of the sentence may talk without being there or are said elsewhere to do so, or are themselves
    that place.

    Args:
        script: A release.
        findings: What was found in it.
    """
    kept = list(findings)
    placed = [f for f in kept if "place" in SIGNATURES[f.relation].qualifiers]
    read = {(f.start, f.end): f for f in placed}
    sentences = {span: NamedSentence.of(script.scenes, f) for span, f in read.items()}
    callers = {f.ends for f in placed if are_apart(sentences[f.start, f.end], f)}
    places = _places(script, placed, sentences)
    for finding in kept:
        if "place" not in SIGNATURES[finding.relation].qualifiers:
            yield finding
            continue
        sentence = sentences[finding.start, finding.end]
        place = next(places)
        if place is None and finding.ends not in callers:
            place = _setting(sentence, finding)
        yield replace(finding, place=place)


def _places(
    script: Script,
    findings: Iterable[Finding],
    sentences: Mapping[tuple[int, int], NamedSentence],
) -> Iterator[str | None]:
    """Yield for each finding where its own sentence says that it is; None if it does not."""
    figures = {figure.number: figure for figure in script.cast.figures}
    sites = filter(None, map(dateline_site, script.scenes[:_TOP]))
    here = next((script.cast.named(site).name for site in sites), None)
    venues = {span: list(_venues(sentence, figures)) for span, sentence in sentences.items()}
    for finding in findings:
        span = finding.start, finding.end
        sentence = sentences[span]
        if are_apart(sentence, finding):
            yield None
        else:
            told = _venue(sentence, venues[span], finding, figures)
            yield told or (here if _is_here(sentence, finding) else None)


def _venue(
    sentence: NamedSentence,
    venues: Sequence[_Venue],
    finding: Finding,
    figures: Mapping[int, Figure],
) -> str | None:
    """Where somebody meets or hosts; None if the sentence does not tell.

    "She met X in Paris", "in Paris, she met X", "she travels to Paris, where she will meet X": a
    place behind what is talked about ("discussed the crisis in Mali") is none.
    """
    ends = {finding.subject.number, finding.object.number}
    named = finding.object.name if finding.relation == Relation.HOSTS else ""
    found = [
        venue
        for venue in venues
        if venue.name.number not in ends
        and not re.search(rf"(?<!\w){re.escape(figures[venue.name.number].name)}(?!\w)", named)
    ]
    last = (sentence.firsts(ends) or [Named(0, 0, -1)])[-1]
    near = [v for v in found if v.way in _LATER and _stands_behind(sentence, last, v)]
    before = [v for v in found if _leads_to(sentence, v, last)]
    told = near[:1] or before[-1:]
    return _called(sentence, told[0], figures) if told else None


def _is_here(sentence: NamedSentence, finding: Finding) -> bool:
    """Whether a wire says that those of a finding meet "here", the town of its dateline."""
    text = sentence.text
    stop = sentence.clause({finding.subject.number, finding.object.number}).stop
    for here in _HERE.finditer(text, 0, stop):
        lead = text[max(0, here.start() - _REACH) : here.start()].rstrip(" ,)")
        ended = len(text[: here.start()].rstrip(" ,)"))
        beside = _MEETING.search(lead) or any(name.end == ended for name in sentence.names)
        if beside or _AIM.match(text, here.end()):
            return True
    return False


def _setting(sentence: NamedSentence, finding: Finding) -> str | None:
    """Where those of a finding were said to be, if it is there that they meet."""
    there, spoke = finding.place, _SPOKE.search(sentence.text)
    return None if spoke or there in {finding.subject.name, finding.object.name} else there


def _stands_behind(sentence: NamedSentence, last: Named, venue: _Venue) -> bool:
    """Whether a place is behind all who meet, with nothing else told between."""
    text, start = sentence.text, last.end
    if not _MEETS.search(text, 0, last.start) and (verb := _MEETS.search(text, last.end)):
        start = verb.end()
    if venue.name.start < last.end or _SUBJECT.match(text, venue.name.end):
        return False
    if turns_away(text, start, venue.name.start):
        return False
    return venue.way != _Way.BEHIND or is_met(sentence, slice(start, venue.name.start))


def _leads_to(sentence: NamedSentence, venue: _Venue, last: Named) -> bool:
    """Whether somebody may be met at a place that is named before, or who goes unnamed."""
    if last.end and venue.name.end > last.start:
        return False
    if venue.way == _Way.BETWEEN:
        return last.end > 0 and not turns_away(sentence.text, venue.name.end, last.start)
    return venue.way in _EARLIER


def _called(sentence: NamedSentence, venue: _Venue, figures: Mapping[int, Figure]) -> str:
    """The name of a place; of a body the words, which may tell its house: "the Pentagon"."""
    figure = figures[venue.name.number]
    if figure.type != EntityType.ORGANISATION:
        return figure.name
    return sentence.text[venue.name.start : venue.name.end].removeprefix("the ")


def _venues(sentence: NamedSentence, figures: Mapping[int, Figure]) -> Iterator[_Venue]:
    """Yield the places where a sentence says that somebody meets, in order, by all their ways."""
    for name in sentence.names:
        inside = any(o.start < name.start and name.end <= o.end for o in sentence.names)
        figure = None if inside else figures.get(name.number)
        if figure is None:
            continue
        if figure.type in _SITES and _is_bound(sentence, name):
            yield _Venue(name, _Way.BOUND)
        if (way := _way(sentence, name, figure)) is not None:
            yield _Venue(name, way)


def _way(sentence: NamedSentence, name: Named, figure: Figure) -> _Way | None:
    """How a preposition ties a name to a meeting; None if it does not."""
    text = sentence.text
    if _ends_line(text, name) and figure.type == EntityType.PLACE:
        return _Way.ENDING
    told = _BEFORE.search(text, max(0, name.start - _REACH), name.start)
    if told is None or not _is_site(told, figure):
        return None
    lead = text[: told.start()].rstrip()
    near = max(0, len(lead) - _REACH)
    if _OPENING.search(lead, near):
        return _Way.ENDING if lead.endswith(",") and _TAIL.match(text, name.end) else _Way.OPENING
    if _MEETING.search(lead, near):
        return _Way.BETWEEN
    ended = len(lead.rstrip(")"))
    return _Way.BEHIND if any(other.end == ended for other in sentence.names) else None


def _is_bound(sentence: NamedSentence, name: Named) -> bool:
    """Whether somebody travels to a place, which is no state around one, and meets there."""
    text = sentence.text
    if any(text[other.end : name.start] == ", " for other in sentence.names):
        return False
    if _WHERE.match(text, name.end):
        return True
    ahead = max(0, name.start - _REACH)
    return bool(_BOUND.search(text, ahead, name.start) and _AIM.match(text, name.end))


def _ends_line(text: str, name: Named) -> bool:
    """Whether a line of a programme ends with a name: "09:15 Talks with X, Riga"."""
    last = name.end == len(text.rstrip())
    return last and bool(_HOUR.match(text)) and text[: name.start].endswith((", ", "– "))


def _is_site(told: re.Match[str], figure: Figure) -> bool:
    """Whether somebody may meet in or at what is named: "at the Ministry of Ports"."""
    word = told["word"].lower()
    if word == "to" and (told.group() not in _TO or not _WELCOMED.search(told.string)):
        return False
    return figure.type in _SITES or (
        figure.type == EntityType.ORGANISATION and word in {"at", "to"}
    )
