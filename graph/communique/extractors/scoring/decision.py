"""Rules and scorer together: which findings a release states in the end."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from communique.extractors.cast import Figure, Office
from communique.extractors.cast.offices.holders import title_in_full
from communique.extractors.layout.tables.areas import STANDING, told_under
from communique.extractors.parse import Token
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.script import SCORED, Ends, Finding
from communique.extractors.reading.timing.clauses import TELLING
from communique.extractors.reading.timing.length import lasts
from communique.extractors.reading.trigger import tells_of_no_stay
from communique.extractors.scoring.echoes import (
    is_beside,
    is_bilateral_talk,
    is_crossed,
    is_echo,
    is_of_named,
)
from communique.extractors.scoring.mistakes import DEEDS, is_mistaken, upward
from communique.extractors.scoring.references import Passage, Reference
from communique.extractors.scoring.scorer import Judgement
from communique.extractors.shapes.gapped import RULES as GAPPED
from communique.extractors.shapes.respective import RULE as RESPECTIVE
from communique.extractors.standing.beside.enumeration import enumerated
from communique.extractors.syntax.arguments import clause_verb
from communique.extractors.syntax.stance import is_wish, stance
from communique.ontology import UNDERTAKINGS, EntityType, Relation, Status

_NEAR = 0.4
"""The probability from which the scorer leaves open what follows from a statement."""
_LISTED = 0.35
"""The probability from which one of a list is stated if others of it are."""
_GONE_ON = GAPPED | {RESPECTIVE}
"""Rules by which others are in what a clause states."""
_OFFICES = frozenset({Relation.REPRESENTS, Relation.APPOINTS})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided of what rules found and the scorer judged.

    Attributes:
        stated: The findings that stand, with the probability as their confidence.
        refused: Those of the rules that the scorer does not believe, with its judgement.
    """

    stated: tuple[Finding, ...]
    refused: tuple[tuple[Finding, Judgement], ...]


def decide(
    found: Sequence[Finding],
    judged: Mapping[Ends, Judgement],
    occasion: Occasion,
    trusted: frozenset[str] = frozenset(),
    passages: Sequence[Passage] = (),
) -> Verdict:
    """Let the scorer decide of every pair that it has judged; other findings stand as they are.

    So does one whose words lie in no sentence that brings its ends together (a dateline, a line of
    a list): what the scorer holds of the pair elsewhere says nothing of them. Where the scorer
    alone has somebody take part in several doings without name, the surest stands: a release calls
    one doing by many nouns. What only echoes a finding is left out.

    Args:
        found: What the rules found.
        judged: What the scorer holds of every pair.
        occasion: Gives the findings of the scorer their date, place and event.
        trusted: Rules that stand whatever the scorer holds of them: the sure ones, and those a
            user has added.
        passages: The sentences of the release, in order.
    """
    stated, refused = _heard(found, judged, trusted, passages)
    stated += [*_gone_on(stated, refused), *_followed(stated, refused)]
    known = {finding.ends for finding in stated}
    refused = [(finding, held) for finding, held in refused if finding.ends not in known]
    added = dict(_added(stated, [judged[e] for e in sorted(judged) if e not in known], occasion))
    stated += added
    stated += told_under(stated, [finding for finding, _ in refused])
    stated += _shared(stated, judged, passages)
    kept = (
        f
        for f in stated
        if f not in added or not (is_echo(f, added[f], stated) or is_beside(f, stated))
        if f not in added or not is_crossed(f, stated)
        if not (is_of_named(f, _words_of(f, passages), stated) or is_bilateral_talk(f, stated))
    )
    return Verdict(tuple(kept), tuple(refused))


def _shared(
    stated: Sequence[Finding], judged: Mapping[Ends, Judgement], passages: Sequence[Passage]
) -> Iterator[Finding]:
    """Yield what is stated of some of a list for those of whom the scorer is less sure."""
    scenes = list({passage.scene.number: passage.scene for passage in passages}.values())
    for finding in enumerated(scenes, stated):
        judgement = judged.get(finding.ends)
        if judgement is not None and judgement.probability >= _LISTED:
            yield replace(finding, confidence=round(judgement.probability, 3))


def _words_of(finding: Finding, passages: Sequence[Passage]) -> str:
    """The sentence that a meeting rests on; nothing for any other finding."""
    if finding.relation != Relation.MEETS:
        return ""
    place = bisect_right(passages, finding.start, key=lambda passage: passage.end)
    return passages[place].words if place < len(passages) else ""


def _heard(
    found: Sequence[Finding],
    judged: Mapping[Ends, Judgement],
    trusted: frozenset[str],
    passages: Sequence[Passage],
) -> tuple[list[Finding], list[tuple[Finding, Judgement]]]:
    """What rules found and the scorer believes or has not judged, and what it does not believe."""
    stated: list[Finding] = []
    refused: list[tuple[Finding, Judgement]] = []
    for finding in found:
        judgement = judged.get(finding.ends)
        sure = finding.rule in trusted
        if judgement is not None and judgement.stated:
            least = finding.confidence if sure else 0.0
            held = max(least, round(judgement.probability, 3))
            stated.append(replace(finding, confidence=held))
        elif judgement is None or sure or _is_apart(finding, passages):
            stated.append(finding)
        else:
            refused.append((finding, judgement))
    return stated, refused


def _followed(
    stated: Sequence[Finding], refused: Sequence[tuple[Finding, Judgement]]
) -> list[Finding]:
    """Who is involved by what is stated: the operation in which a state takes part involves it.

    So the annotation guide has it; where rules found both, the scorer does not part them.
    """
    taking = {
        (finding.object, finding.subject): finding.confidence
        for finding in stated
        if finding.relation == Relation.PARTICIPATES_IN
        and finding.subject.type == EntityType.COUNTRY
        and finding.object.type == EntityType.OPERATION
    }
    near = [f for f, judgement in refused if judgement.probability >= _NEAR]
    involved = [f for f in near if f.relation == Relation.INVOLVES]
    return [
        replace(finding, confidence=taking[ends])
        for finding in involved
        if (ends := (finding.subject, finding.object)) in taking
    ]


def _gone_on(
    stated: Sequence[Finding], refused: Sequence[tuple[Finding, Judgement]]
) -> list[Finding]:
    """What is told of others by the words of a clause, where what the clause states stands."""
    told = {(f.start, f.relation): f.confidence for f in stated if f.rule not in _GONE_ON}
    return [
        replace(finding, confidence=told[clause])
        for finding, _ in refused
        if finding.rule in _GONE_ON and (clause := (finding.start, finding.relation)) in told
    ]


def _is_apart(finding: Finding, passages: Sequence[Passage]) -> bool:
    """Whether no sentence that its words lie in brings its ends together."""
    ends = {finding.subject, finding.object}
    first = bisect_right(passages, finding.start, key=lambda passage: passage.end)
    for passage in passages[first:]:
        if passage.start >= finding.end:
            break
        if ends <= {reference.figure for reference in passage.references}:
            return False
    return bool(passages)


def _added(
    stated: Sequence[Finding], judgements: Sequence[Judgement], occasion: Occasion
) -> Iterator[tuple[Finding, str]]:
    """Yield what the scorer alone states, the surest first, each with the text of its sentence."""
    taken = {rival for finding in stated for rival in _rivals(finding)}
    for judgement in sorted(judgements, key=lambda judgement: -judgement.score):
        alone = _finding(judgement, occasion) if judgement.stated else None
        if alone is None:
            continue
        rivals = set(_rivals(alone))
        if not (_vague(judgement) and taken.intersection(rivals)):
            yield alone, judgement.candidate.passage.words
            taken.update(rivals)


def _vague(judgement: Judgement) -> bool:
    """Whether it is of a doing that its sentence does not name: maybe a known one once more."""
    ends = (judgement.candidate.left, judgement.candidate.right)
    doings = [end for end in ends if end.figure.type in UNDERTAKINGS]
    return any(end.token is None or not end.figure.named for end in doings)


def _rivals(finding: Finding) -> Iterator[tuple[Relation, str, Figure]]:
    """Yield what it says of either end, for those whose other end is a doing."""
    if finding.object.type in UNDERTAKINGS:
        yield finding.relation, "object", finding.subject
    if finding.subject.type in UNDERTAKINGS:
        yield finding.relation, "subject", finding.object


def _finding(judgement: Judgement, occasion: Occasion) -> Finding | None:
    """A finding of the scorer alone, with the qualifiers that the words around it give.

    None of a deed that the clause denies, wishes or supposes, or asks of others, and none of
    journalists, who hold no office of their medium.
    """
    candidate, relation = judgement.candidate, judgement.relation
    left, right = candidate.left, candidate.right
    if is_mistaken(relation, left, right, candidate.passage):
        return None
    trigger = _trigger(left, right)
    frame = Frame(
        f"{relation.lower().replace('_', '-')}{SCORED}",
        relation,
        subject=(),
        object=(),
        confidence=round(judgement.probability, 3),
    )
    passage = candidate.passage
    clause = Clause(frame, passage.scene, trigger, passage.start, passage.end)
    unsaid = _is_unsaid_deed(trigger) or (relation in DEEDS and _is_undone(trigger, right))
    unsaid = unsaid or (relation == Relation.VISITS and tells_of_no_stay(passage.words))
    status = stance(trigger) if not unsaid else None
    if status is None and relation not in STANDING:
        return None
    status = status or Status.HELD
    finding = _undated(occasion.finding(clause, left.figure, right.figure, status), trigger)
    if relation in _OFFICES:
        person = left.figure if relation == Relation.REPRESENTS else right.figure
        finding = replace(finding, role=_role(person, left.figure, right.figure))
    return finding


def _undated(finding: Finding, trigger: Token) -> Finding:
    """A finding without its date if it is of something that lasts: the day is that of a deed in it.

    "On 16 May homes were searched for MISSION, of which A and B are part"; nor is the day on which
    somebody announces what came of an operation one of taking part.
    """
    part = finding.relation == Relation.PARTICIPATES_IN
    told = finding.object.type == EntityType.OPERATION and trigger.lemma_ in TELLING
    return replace(finding, date=None) if part and (told or lasts(finding.object)) else finding


def _is_undone(trigger: Token, end: Reference) -> bool:
    """Whether a deed is only wished for, or the clause of its end states nothing: "unable to"."""
    denied = end.token is not None and stance(clause_verb(end.token)) is None
    return is_wish(trigger) or denied


def _trigger(left: Reference, right: Reference) -> Token:
    """The lowest word above both ends, or above the one that has a word."""
    tokens = [reference.token for reference in (left, right) if reference.token is not None]
    first, last = tokens[0], tokens[-1]
    above = {token.i for token in upward(first)}
    return next((token for token in upward(last) if token.i in above), clause_verb(last))


def _is_unsaid_deed(trigger: Token) -> bool:
    """Whether the noun over a word is a deed that is not said to be done: "a potential meeting"."""
    above = takewhile(lambda token: token.pos_ != "VERB", upward(trigger))
    noun = next((token for token in above if token.pos_ == "NOUN"), None)
    return noun is not None and stance(noun) is None


def _role(person: Figure, *ends: Figure) -> str | None:
    """The office of a person in one of the ends, else the one named last."""

    def fit(office: Office) -> bool:
        return any(office.body is end for end in ends)

    offices = sorted((o for o in person.offices if fit(o) or not o.role.former), key=fit)
    return title_in_full(person, offices[-1]) or None if offices else None
