"""Names that a noun beside them makes those of an operation or event."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile

from communique.extractors.mentions.spans import Span
from communique.extractors.sieve import holds
from communique.gazetteer.closed_classes import given_names
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import find_territory, fold
from communique.ontology import EntityType

_CAPITAL = r"[A-Z][\w-]+(?:[’'](?!s\b)\w+)?"
_PARTICLE = r"(?:de|del|della|di|da|do|dos|du|des|el|en|la|las|los|et|e|y)"
_QUOTED = re.compile(
    rf"[“\"‘]([A-Z][\w’'-]*(?: (?:{_PARTICLE} ){{0,2}}[A-Z0-9][\w’'-]*){{0,4}})[”\"’]"
)
_SINGLE = re.compile(r"(?<= )'([A-Z][\w-]*(?: [A-Z0-9][\w-]*){0,4})'(?=[ ,.;:)])")
_TITLED = re.compile(r"[“\"] ?([A-Z0-9][^“”\"\n]{2,120})[”\"]")
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]his|[Aa]n?)|['’]s?|-(?:fund|financ|support|back)ed) "
    r"(?:(?:new|first-ever|flagship|joint|pilot) )?(?:[A-Z][\w.]*-(?:fund|financ|support|back)ed )?"
    r"(?:(?:[A-Z]{0,3}[$€£]|[A-Z]{3} )\d[\d.,]*(?: [mb]illion)? )?"
    rf"({_CAPITAL}(?: (?:(?:of|for|and|in|to) )?{_CAPITAL}){{1,6}}(?: [IVX]{{1,4}})?)"
    r" (?:[a-z]+ing )?([a-z]+)\b"
)
_OFTEN_UNDERTAKINGS = frozenset(
    "Alliance Facility Initiative Network Partnership Platform Program Programme".split()
)
"""Heads of names of bodies that undertakings have as often."""
_JOINED = re.compile(r" (?:for|to) ")
"""What joins the words of a name that is no list of bodies."""
_APPOSED = re.compile(
    r"(?<![\w-])(?!(?:Dubbed|Code-?named|Christened|Nicknamed|Called|Named) )"
    rf"({_CAPITAL}(?: (?:and |(?:{_PARTICLE} ){{1,2}})?{_CAPITAL}){{1,4}}"
    r"|[A-Z]{5,}|[A-Z][a-z]+[A-Z][a-z]+)"
    r"[”\"]?(?: \((?P<acronym>[A-Z]{3,10})\))?(?:,| (?:is|was))"
    r" (?:an?|the|one of the"
    r"|(?:the )?(?:[A-Z][\w.]* ){0,2}[A-Z][\w.]*['’]s?|(?:his|her|its|their|our|the)(?: \w+['’]s)?)"
    r" (?:[A-Z]{0,3}[$€£] ?\d[\d.,]*(?: [mb]illion)?,? )?"
    r"(?P<phrase>(?:[\w’'-]+,? ){0,8}[\w’'-]+)"
)
_LONE = re.compile(
    r"\b(?:within|[Pp]articipa\w+ in|[Pp]art in|(?:as|is|was|are|were|forms?) part of)"
    r" ([A-Z][a-z]{3,})(?: \((?P<acronym>[A-Z]{3,10})\))?,"
    r" (?:an?|(?:the )?[A-Z][\w.]*['’]s?) (?P<phrase>(?:[\w’'-]+,? ){0,8}[\w’'-]+)"
)
_LED = re.compile(
    r"\b(?:within|[Pp]articipa\w+ in|[Pp]art in) ([A-Z][a-z]{3,})"
    r"(?: \((?P<acronym>[A-Z]{3,10})\))?,"
    r" the (?P<phrase>[\w.]+-(?:led|funded|run|backed|sponsored) (?:[\w’'-]+,? ){0,7}[\w’'-]+)"
)
"""A single word that is told to be an undertaking: "within X, a scheme", "X, the Danish-led"."""
_FRONTED = re.compile(r"(?:^|[.\n] ?)[A-Z][\w-]+(?:ed|en|un)(?: out| [a-z]+ly)? by (?:the )?$")
"""What stands before somebody of whom it is not said: "Carried out by X, the project"."""
_RESEARCH = re.compile(
    r"\b(?:research|stud(?:y|ies)|survey|analysis|assessment|typolog(?:y|ies)) $"
)
_CARRIED_OUT = re.compile(
    r",? (?:which (?:is|was|has been) )?(?:being )?(?:co-)?(?:led|conducted|carried out|"
    r"coordinated|headed|implemented|run|undertaken) by\b"
)
"""What makes an undertaking of research with a title, which may be a paper else."""
_SERIES = re.compile(
    r"^(?:(?:[\w-]+ ){1,3}(?:in|of) (?:an?|the|its|this) )?(?:[\w-]+ )?"
    r"(?:series|cycle|set|string) of "
)
"""What counts an operation among others: "X, the third in a series of drills"."""
_INSIDE = re.compile(r"[A-Z][\w-]+ (?:of|for|on) (?:the )?$")
"""What stands before a name that is the end of a longer one: "Ministry of Harbour Affairs"."""
_SERIAL = frozenset({"trials"})
_SAID = re.compile(
    r"(?:,| is| was) (?:an?|the|one of the|his|her|its|their|our|[A-Z][\w. ]{1,30}['’]s?) "
)
"""What begins a description behind a name."""
_SAID_BEHIND = re.compile(r",? (?:an?|the) ((?:[\w’'-]+,? ){0,8}[\w’'-]+)")
_CODENAME = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|\d{1,4}))*"
_DEDICATIONS = (
    "Dedication", "Inauguration", "Commemoration", "Unveiling", "Opening", "Launch",
    "Commissioning",
)  # fmt: skip
_DEDICATED = re.compile(
    rf"(?<=[a-z,] )((?:{'|'.join(_DEDICATIONS)})"
    rf" of (?:the )?{_CAPITAL}(?: (?:(?:of|for|and) (?:the )?)?{_CAPITAL})*)"
)
_KINDS = ("Project", "Programme", "Program", "Initiative", "Campaign")
_KIND_FOR = re.compile(
    rf"\b(?:the|The|its|a|an) ((?!Joint United Nations)(?:{_CAPITAL} ){{0,3}}"
    rf"(?:{'|'.join(_KINDS)}) (?:for|on|against)"
    rf" (?:the )?{_CAPITAL}(?:(?:['’]s)? (?:(?:of|for|and|at|in|the) ){{0,2}}{_CAPITAL})*)"
)
_GOES_ON = re.compile(r"(?:ed|ing|run|led|built|set|held|begun)$|^(?:series|cycle)$")
"""What goes on after a noun: "a programme financed by", "an exercise series"."""
_PARTICIPLE = re.compile(r"-([a-z]+)$")
_LONGEST_PREFIX = 30
"""Characters from a name in quotes back to its kind."""
_MISSION = "mission"
_CRAFT = frozenset("vessel ship boat frigate cutter yacht ferry tanker submarine train".split())
"""What has a name in quotes and may be on an exercise ("the ship “X” training cruise")."""
_LONGEST_TITLE = 18
"""Words of a title in quotes."""
_SENTENCE = re.compile(r"[.!?]$|[a-z]{3,}[.!?] ")


class NamesBesideNouns:
    """Finds names by a noun before or after them."""

    def __init__(self, nouns: Nouns) -> None:
        """Take the noun classes."""
        self._nouns = nouns
        self._calling = (*sorted(nouns.naming_participles), "known as")
        self._called = re.compile(
            rf"\b([a-z]+),? (?:([a-z]+) )?(?:{'|'.join(self._calling)}) ({_CODENAME})"
        )
        self._coding = (*sorted(nouns.naming_nouns), "investigation")
        kinds = "|".join(self._coding)
        self._coded = re.compile(rf"\b(?:{kinds}s?),? ([A-Z]{{4,}}(?: [A-Z]+)*)\b")
        prefixes = "|".join(sorted(nouns.operation_prefixes, key=len, reverse=True))
        self._prefix = re.compile(rf"\b({prefixes}) $")
        self._described = nouns.operation_nouns | _SERIAL
        self._bodies = nouns.organisation_heads - _OFTEN_UNDERTAKINGS
        self._naming = nouns.naming_nouns | nouns.naming_deeds | {_MISSION}
        self._kinds_behind = self._naming | nouns.edition_nouns
        self._kinds = (
            (EntityType.OPERATION, nouns.operation_nouns | nouns.named_only),
            (EntityType.EVENT, nouns.event_nouns),
        )

    def find(self, text: str) -> Iterator[Span]:
        """Yield candidates, overlapping ones included."""
        yield from self._quoted(text)
        yield from self._before_noun(text)
        yield from self._apposed(text)
        yield from self._worded(text)

    def _worded(self, text: str) -> Iterator[Span]:
        """A name by the words that lead to it: "a drill called X", "operation, GREY OTTER"."""
        for match in self._called.finditer(text) if holds(text, self._calling) else ():
            if kind := self._kind({match[1], match[2]} - {None}):
                yield Span(*match.span(3), kind, match[3], strength=4)
        if text.isupper():
            return
        for match in self._coded.finditer(text) if holds(text, self._coding) else ():
            yield Span(*match.span(1), EntityType.OPERATION, match.group(1), strength=2)
        for match in _KIND_FOR.finditer(text) if holds(text, _KINDS) else ():
            yield Span(*match.span(1), EntityType.OPERATION, match.group(1), strength=4)
        for match in _DEDICATED.finditer(text) if holds(text, _DEDICATIONS) else ():
            yield Span(*match.span(1), EntityType.EVENT, match.group(1), strength=5)

    def _quoted(self, text: str) -> Iterator[Span]:
        """A name in quotes beside its kind: exercise “Long Bridge”, “Long Bridge” drill."""
        for match in _SINGLE.finditer(text) if " '" in text else ():
            yield from self._in_quotes(text, match)
        if "“" not in text and '"' not in text and "‘" not in text:
            return
        for match in _QUOTED.finditer(text):
            yield from self._in_quotes(text, match)
        for match in _TITLED.finditer(text):
            title = match.group(1).rstrip(",")
            beside = self._nouns_beside(text, match) & self._nouns.titled_nouns
            kind = self._kind(beside) or self._said(text, match.end()) or _researched(text, match)
            if kind and _is_title(title):
                start = match.start(1)
                yield Span(start, start + len(title), kind, title, strength=5)

    def _said(self, text: str, end: int) -> EntityType | None:
        """What a quotation is by a description behind it: "“X for Y,” an aid programme run by"."""
        said = _SAID_BEHIND.match(text, end)
        described = said is not None and self._describes_operation(said[1].replace(",", ""))
        return EntityType.OPERATION if described else None

    def _in_quotes(self, text: str, match: re.Match[str]) -> Iterator[Span]:
        """A name in quotes by its kind: a prefix in capitals belongs to it, so it is no body."""
        name = match.group(1)
        if prefix := self._prefix.search(
            text, max(0, match.start() - _LONGEST_PREFIX), match.start()
        ):
            yield Span(
                prefix.start(), match.end(), EntityType.OPERATION, name, strength=6,
                aliases=(f"{prefix[1]} {name}",),
            )  # fmt: skip
        elif kind := self._kind(self._nouns_beside(text, match)):
            yield Span(*match.span(1), kind, name, strength=5)

    def _nouns_beside(self, text: str, match: re.Match[str]) -> set[str]:
        """The words on either side of a quotation, in lower case."""
        before = text[max(0, match.start() - 60) : match.start()].rstrip().split(" ")
        while before and before[-1].strip(",:") in self._nouns.naming_participles:
            before.pop()
        after = text[match.end() : match.end() + 40].split(maxsplit=1)[:1]
        ahead = [word for word in before[-1:] if not word.endswith((".", "!", "?"))]
        if not _CRAFT.isdisjoint(ahead):
            return set()
        return {form.strip(",.;:()").lower() for form in (*ahead, *after)}

    def _kind(self, nouns: set[str]) -> EntityType | None:
        """What the nouns stand for, if any does."""
        return next((kind for kind, class_ in self._kinds if nouns & class_), None)

    def _before_noun(self, text: str) -> Iterator[Span]:
        """A name right before its kind: "the Clear Water programme"."""
        for match in _BEFORE_NOUN.finditer(text) if holds(text, self._kinds_behind) else ():
            name = match.group(1)
            noun, joined = match.group(2), _JOINED.search(name)
            other = self._is_body(name) if joined else self._is_other(name)
            if noun in self._naming and not other:
                yield Span(
                    *match.span(1), EntityType.OPERATION, name, strength=4 if joined else 2,
                    aliases=(f"{name} {noun}",),
                )  # fmt: skip
            elif joined and noun in self._nouns.edition_nouns and not self._is_other(name):
                yield Span(
                    match.start(1), match.end(2), EntityType.EVENT, f"{name} {noun}",
                    aliases=(name,), strength=4,
                )  # fmt: skip

    def _is_other(self, name: str) -> bool:
        """Whether a name before a noun is who has the undertaking: a body, state or person."""
        first, last = name.split(" ", 1)[0], name.rsplit(" ", 1)[-1]
        somebody = name.count(" ") == 1 and fold(first) in given_names()
        return self._is_body(name) or somebody or last in self._nouns.organisation_heads

    def _is_body(self, name: str) -> bool:
        """Whether a name that is said to be an undertaking is that of a state, region or body."""
        states = find_territory(name) or all(map(find_territory, name.split(" and ")))
        body = name.rsplit(" ", 1)[-1] in self._bodies
        return bool(states) or name in self._nouns.regions or body

    def _apposed(self, text: str) -> Iterator[Span]:
        """A name by what is said of it: "Long Bridge, a yearly drill"."""
        if not _SAID.search(text):
            return
        for match in chain.from_iterable(form.finditer(text) for form in (_APPOSED, _LONE, _LED)):
            name = match.group(1)
            phrase = match["phrase"].replace(",", "")
            opens = name.split()[0] in self._nouns.undertaking_ends
            if opens or not self._describes_operation(phrase) or self._is_body(name):
                continue
            first = match.start(1)
            before = max(0, first - _LONGEST_PREFIX), first
            if not _FRONTED.search(text, *before) and not _INSIDE.search(text, *before):
                strength, acronym = 4 if " " in name else 2, match["acronym"]
                yield Span(
                    *match.span(1), EntityType.OPERATION, name, strength=strength,
                    aliases=(acronym,) if acronym else (),
                )  # fmt: skip

    def _describes_operation(self, phrase: str) -> bool:
        """Whether the last word before what a preposition adds is such a noun.

        "of" counts as that unless the name after it is joined to the noun ("of X-led projects").
        """
        words = _SERIES.sub("", phrase).split()
        ends = self._nouns.description_ends | self._nouns.description_verbs
        ends |= self._nouns.undertaking_participles
        for word, following in zip(words, [*words[1:], ""], strict=True):
            if word in self._described:
                break  # "a project part-funded by X"
            joined = _PARTICIPLE.search(word)
            if joined and joined.group(1) in self._nouns.undertaking_participles:
                return following in self._nouns.operation_nouns
        head = ["", *takewhile(lambda word: word not in ends, words), ""]
        return any(
            word in self._described
            and f"{before} {word}" not in self._nouns.undertaking_idioms
            and (not following or _GOES_ON.search(following))
            for before, word, following in zip(head, head[1:], head[2:], strict=False)
        )


def _researched(text: str, match: re.Match[str]) -> EntityType | None:
    """What a title of research is that somebody is said to carry out: an operation."""
    start = match.start()
    carried_out = _CARRIED_OUT.match(text, match.end())
    research = carried_out and _RESEARCH.search(text, max(0, start - _LONGEST_PREFIX), start)
    return EntityType.OPERATION if research else None


def _is_title(title: str) -> bool:
    """Whether words in quotes are a title, no sentence somebody said."""
    return len(title.split()) <= _LONGEST_TITLE and not _SENTENCE.search(title)
