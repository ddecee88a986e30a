"""Rules and scorer together: which findings a release states in the end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from communique.extractors.cast import Figure, Office
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.frame import Frame
from communique.extractors.reading.occasion import Occasion
from communique.extractors.reading.script import Finding
from communique.extractors.scoring.references import Reference
from communique.extractors.scoring.scorer import Ends, Judgement
from communique.extractors.syntax.arguments import clause_verb
from communique.extractors.syntax.stance import stance
from communique.ontology import SIGNATURES, Relation, Status

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
    found: Sequence[Finding], judged: Mapping[Ends, Judgement], occasion: Occasion
) -> Verdict:
    """Let the scorer decide of every pair that it has judged; other findings stand as they are."""
    stated: list[Finding] = []
    refused: list[tuple[Finding, Judgement]] = []
    known: set[Ends] = set()
    for finding in found:
        ends = ends_found(finding)
        judgement = judged.get(ends)
        if judgement is None:
            stated.append(finding)
        elif judgement.stated:
            known.add(ends)
            stated.append(replace(finding, confidence=round(judgement.probability, 3)))
        else:
            refused.append((finding, judgement))
    for ends, judgement in judged.items():
        if judgement.stated and ends not in known:
            stated.append(_finding(judgement, occasion))
    return Verdict(tuple(stated), tuple(refused))


def ends_found(finding: Finding) -> Ends:
    """What a finding states, whichever way round if that makes no difference."""
    left, right = finding.subject.number, finding.object.number
    if SIGNATURES[finding.relation].symmetric and right < left:
        left, right = right, left
    return left, finding.relation, right


def _finding(judgement: Judgement, occasion: Occasion) -> Finding:
    """A finding of the scorer alone, with the qualifiers that the words around it give."""
    candidate, relation = judgement.candidate, judgement.relation
    left, right = candidate.left, candidate.right
    trigger = _trigger(left, right)
    frame = Frame(
        f"{relation.lower().replace('_', '-')}/scored",
        relation,
        subject=(),
        object=(),
        confidence=round(judgement.probability, 3),
    )
    passage = candidate.passage
    clause = Clause(frame, passage.scene, trigger, passage.start, passage.end)
    status = stance(trigger) or Status.HELD
    finding = occasion.finding(clause, left.figure, right.figure, status)
    if relation in _OFFICES:
        person = left.figure if relation == Relation.REPRESENTS else right.figure
        finding = replace(finding, role=_role(person, left.figure, right.figure))
    return finding


def _trigger(left: Reference, right: Reference) -> Token:
    """The lowest word above both ends, or above the one that has a word."""
    tokens = [reference.token for reference in (left, right) if reference.token is not None]
    first, last = tokens[0], tokens[-1]
    above = {token.i for token in _up(first)}
    return next((token for token in _up(last) if token.i in above), clause_verb(last))


def _up(token: Token) -> Iterator[Token]:
    yield token
    while token.head.i != token.i:
        token = token.head
        yield token


def _role(person: Figure, *ends: Figure) -> str | None:
    """The office of a person in one of the ends, else the one named last."""

    def fit(office: Office) -> bool:
        return any(office.body is end for end in ends)

    offices = sorted(person.offices, key=fit)
    return offices[-1].role.title if offices else None
