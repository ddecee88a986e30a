"""Who is appointed by what sentences tell one after the other, and to what office."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.extractors.cast import Figure
from communique.extractors.layout.parties.appointees import APPOINTERS, BULLETS, LONGEST_ROLE
from communique.extractors.mentions import Mention
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.sieve import holds
from communique.ontology import EntityType, Relation

_JOINT = 12
"""Characters before a name in which what joins it to another stands."""
_AS = r"(?:as|to be(?:come)?|to serve as|to act as|to the (?:post|position|office|role) of)"
_ROLE = (
    r"[ ](?:(?:[A-Z][\w.]*[ ]){{0,2}}[A-Z]\w*['\u2019]s[ ])?"
    r"(?:(?:the|an?|its|his|her|their|our|new|next|first)[ ])*"
    r"(?P<role>{first}(?:[^,;:.()\n]|\([A-Z]{{2,8}}\))*?)"
    r"(?=[ ](?:on|by|as[ ](?:of|from)|effective|until|from|since|following|after|replacing|"
    r"succeeding|who|whose|during|today|yesterday|last|this|that|is|was|has|"
    r"for[ ](?:a|the|an)[ ](?:term|period)|for[ ]\w+[ ](?:years|months)|"
    r"and[ ](?:will|takes|succeeds|replaces|assumes|begins|departs)|"
    r"with[ ](?:immediate[ ])?effect|in[ ](?:succession|place|\d)|to[ ](?:succeed|replace)|"
    r"at[ ]the)\b|[ ]\d|[,;:.)\n]|\((?![A-Z]{{2,8}}\))|\s*\Z)"
)
_OF_ELSEWHEN = r"(?:who|which|known|formerly|previously|after|having|had|has)"
_NAMED_AS = re.compile(
    rf"(?:(?![ ]{_OF_ELSEWHEN}\b)[^;.\n])*?[ ]{_AS}{_ROLE.format(first='[A-Za-z]')}"
)
_AT_ONCE = re.compile(rf"[ ]{_AS}{_ROLE.format(first='[A-Za-z]')}")
_CHOSEN = re.compile(
    r"\b(?:re-?)?(?:appointed|elected|nominated|named|designated|selected|chosen|promoted)\b"
)
_CUT_OFF = re.compile(r" (?:for|of|in|to|at|on|from)(?: (?:its|the|his|her|an?))?\Z")
"""What a number behind an office leaves of its tail: "Vice-Chair for its 2031 sitting"."""
_JOINED = re.compile(r",? and\Z|,\Z")
_OFFICES = (
    r"(?:ambassador|commissioner|envoy|representative|head|director|minister|secretary|commander|"
    r"chief|chair\w*|consul|coordinator|advis[eo]r|judge|president|governor|member)"
)
_NAMED_OFFICE = rf"(?:[A-Z]|(?=(?:[\w-]+[ ]){{0,2}}{_OFFICES}\b)[a-z])"
"""How an office begins that stands right behind a name: "named X ambassador to STATE"."""
_TITLED = re.compile(rf"(?:[ ]{_AS})?{_ROLE.format(first=_NAMED_OFFICE)}")
_SEVERAL = re.compile(
    r"\b(?:announc|mak|made|approv|confirm|unveil|adopt|reveal)\w*\b[^.;:]{0,90}?"
    r"\b(?:appointments|nominations|nominees|appointment[ ]of[ ](?:[\w-]+[ ]){0,4}?[a-zA-Z]+s)\b"
    rf"|\b(?:appoint|nominat|nam)(?:s|es|ed|ing)\b[ ](?:[\w-]+[ ]){{0,3}}?{_OFFICES}s\b",
    re.IGNORECASE,
)
"""What says that several are appointed, without naming one."""
_BEGUN = ("appoint", "nomin", "nam")
"""What every word for it begins with; looked for first, since that is quick."""
_TAKES_OFFICE = re.compile(
    r"(?:[ ]\([^()]{1,40}\))?(?:,(?![^.;]{0,160}?\bwho\b)[^.;]{1,160}?,|,)?[ ](?:"
    r"(?:(?:has|have)[ ](?:also[ ])?been|was|were|is|will[ ](?:also[ ])?be|is[ ]to[ ]be)[ ]"
    r"(?:also[ ])?(?:re-?)?(?:appointed|named|nominated|designated|selected|chosen)(?:[ ]as)?"
    r"|(?:becomes|(?:will|is[ ]to)[ ](?:become|serve[ ]as|be|take[ ]over[ ]as)|takes[ ]over[ ]as)"
    r"|(?:will|is[ ]to)[ ](?:succeed|replace)[ ][^.;]{1,80}?[ ]as"
    rf")(?=[ ](?:[\w.\u2019'-]+[ ]){{0,9}}?{_OFFICES}\b)",
    re.IGNORECASE,
)
"""What stands behind the name of one of those who were said to be appointed."""
_ELSEWHERE = re.compile(
    r" by |\bin (?:19|20)\d\d\b|\b(?:previously|earlier|formerly|before|then)\b"
)
"""What tells behind an office who gave it, or that it was another time."""
_INCLUDED = re.compile(
    r"\b(?:appointments|nominations|nominees|appointees)\b[^.;:]{0,30}? (?:included?|are|were)\b"
)
"""What leads those whom an announcement of several names in one sentence."""
_FURTHER = re.compile(r"(?:[;,]|\band|\bwhile)[ ]+\Z")
_TO_OFFICE = re.compile(
    r"(?:,?[ ]of[ ][A-Z]\w+)?,?[ ](?:as|for(?![ ](?:his|her|their|its)\b)|to[ ]be(?:come)?|"
    r"to[ ]serve[ ]as)"
    rf"(?=[ ](?:[\w\u2019'-]+[ ]){{0,6}}?{_OFFICES}\b)",
    re.IGNORECASE,
)
"""What stands around the name of a further one in the sentence of an appointment."""
_OFFICE_BEHIND = re.compile(_ROLE.format(first="[A-Za-z]"))


def announced(scenes: Sequence[Scene]) -> Iterator[Finding]:
    """Yield whom those appoint who are said to appoint several: "announced four appointments".

    It is they with whom a later sentence begins that says what office they take and not by whom.
    """
    appointer: Figure | None = None
    for scene in scenes:
        told = holds(scene.block.text.lower(), _BEGUN)
        for sentence in scene.sentences():
            start, end = scene.span(sentence)
            begin, stop = start - scene.block.start, end - scene.block.start
            several = _SEVERAL.search(scene.block.text, begin, stop) if told else None
            if appointer is not None and _INCLUDED.search(scene.block.text, begin, stop):
                yield from _included(scene, appointer, (start, scene.block.end))
            elif several is not None:
                here = _announcer(scene, begin, several.start())
                appointer = here or _announcer(scene, 0, several.start()) or appointer
            elif appointer is not None and (taken := _takes_office(scene, begin, stop)):
                person, role = taken
                if person is not appointer:
                    yield Finding(
                        appointer, Relation.APPOINTS, person, start, end, "appoints/list",
                        0.75, role=role,
                    )  # fmt: skip


def likewise(scenes: Sequence[Scene], findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield whom a sentence lists behind one that it appoints: "X as ambassador; Y as consul"."""
    starts = [scene.block.start for scene in scenes]
    known = {f.ends for f in findings if f.relation == Relation.APPOINTS}
    for finding in [f for f in findings if f.relation == Relation.APPOINTS]:
        scene = scenes[max(0, bisect_right(starts, finding.start) - 1)]
        stop, behind = finding.end - scene.block.start, False
        for mention, figure in zip(scene.mentions, scene.figures, strict=True):
            if figure is finding.object and mention.end <= stop:
                behind = True
            elif behind and figure is not None and mention.end < stop:
                further = replace(finding, object=figure, rule="appoints/list", role=None)
                if further.ends not in known and _is_further(scene, mention, figure):
                    known.add(further.ends)
                    yield further


def _is_further(scene: Scene, mention: Mention, figure: Figure) -> bool:
    """Whether a name is joined to what is before it and has an office behind it."""
    text = scene.block.text
    person = figure.type == EntityType.PERSON and mention.span is not None
    joined = _FURTHER.search(text, max(0, mention.start - _JOINT), mention.start)
    return person and joined is not None and _TO_OFFICE.match(text, mention.end) is not None


def _included(scene: Scene, appointer: Figure, span: tuple[int, int]) -> Iterator[Finding]:
    """Yield whom a sentence names among the appointments: "they include NAME as OFFICE"."""
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        here = span[0] <= scene.block.start + mention.start < span[1]
        named = figure is not None and figure.type == EntityType.PERSON and mention.span is not None
        if not (here and named and figure):
            continue
        role = _led_by(scene, mention)
        if role or _TO_OFFICE.match(scene.block.text, mention.end):
            yield Finding(
                appointer, Relation.APPOINTS, figure, *span, "appoints/list", 0.75, role=role
            )


def _led_by(scene: Scene, mention: Mention) -> str | None:
    """The office that opens an item of a list before a name: "…; OFFICE, NAME; …"."""
    before = scene.block.text[: mention.start].rstrip()
    if mention.span is None or not before.removesuffix(" and").endswith((":", ";", ",")):
        return None
    led = (role.title for role in mention.roles if role.end <= mention.span.start)
    return next(led, None)


def _takes_office(scene: Scene, begin: int, stop: int) -> tuple[Figure, str | None] | None:
    """With whom a sentence begins that says what office they take, and the office."""
    text = scene.block.text
    for mention, figure in zip(scene.mentions, scene.figures, strict=True):
        if mention.start < begin or figure is None:
            continue
        opens = BULLETS.fullmatch(text, begin, mention.start) is not None
        taken = _TAKES_OFFICE.match(text, mention.end, stop) if opens else None
        if taken is None or figure.type != EntityType.PERSON:
            return None
        if _ELSEWHERE.search(text, taken.end(), stop):
            return None
        office = _OFFICE_BEHIND.match(text, taken.end(), stop)
        return figure, office["role"] if office else None
    return None


def with_posts(scenes: Sequence[Scene], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, appointments with the office that their sentence names.

    It stands behind the name ("appointed X as Y", "named X Y"), else behind the verb before whose
    subject the name is ("X was elected Y").
    """
    starts = [scene.block.start for scene in scenes]
    for finding in findings:
        if finding.relation != Relation.APPOINTS or finding.role is not None:
            yield finding
            continue
        scene = scenes[max(0, bisect_right(starts, finding.start) - 1)]
        yield replace(finding, role=_post(scene, finding))


def _post(scene: Scene, finding: Finding) -> str | None:
    start, end = finding.start - scene.block.start, finding.end - scene.block.start
    text = scene.block.text
    pairs = zip(scene.mentions, scene.figures, strict=True)
    people = [
        (mention, figure)
        for mention, figure in pairs
        if mention.type == EntityType.PERSON and start <= mention.start < end
    ]
    for mention in (mention for mention, figure in people if figure is finding.object):
        named = (other.start for other, _ in people if other.span is not None)
        next_name = next((place for place in named if place >= mention.end), end)
        rest = _JOINED.sub("", text[mention.end : next_name].rstrip())
        chosen = _CHOSEN.search(text, mention.end, end)
        passive = _TITLED.match(text, chosen.end(), end) if chosen else None
        found = _AT_ONCE.match(rest) or _TITLED.match(rest) or _NAMED_AS.match(rest) or passive
        if found is not None and len(found["role"]) <= LONGEST_ROLE:
            return _CUT_OFF.sub("", found["role"]).rstrip()
    return None


def _announcer(scene: Scene, begin: int, stop: int) -> Figure | None:
    """The last of the first type that a block names between two places."""
    pairs = list(zip(scene.mentions, scene.figures, strict=True))
    named = [f for mention, f in pairs if f is not None and begin <= mention.start < stop]
    return next((f for kind in APPOINTERS for f in reversed(named) if f.type == kind), None)
