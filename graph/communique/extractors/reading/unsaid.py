"""Who does what a passive does not say: "talks were held with X"."""

from collections.abc import Iterable, Iterator
from itertools import permutations

from communique.extractors.cast import Figure
from communique.extractors.parse import Token
from communique.extractors.reading.clause import Clause
from communique.extractors.reading.script import Finding
from communique.extractors.reading.whom.meaning import Meaning
from communique.extractors.syntax.arguments import is_passive, objects, subjects, surface_subjects
from communique.ontology import EntityType, Relation

_FACING = frozenset(
    "side party leader minister president premier chancellor official interlocutor counterpart "
    "colleague chief politician diplomat delegation commander statesman secretary".split()
)
"""What the two of a meeting are called together."""


def is_unsaid(trigger: Token) -> bool:
    """Whether a verb is a passive without agent."""
    return is_passive(trigger) and not subjects(trigger)


def is_told_of_talks(trigger: Token) -> bool:
    """Whether a verb says of talks themselves that they followed, ended or dealt with something.

    So those are its subject, and no owner says whose they are.
    """
    nouns = surface_subjects(trigger)
    owned = any(child.dep_ == "poss" for noun in nouns for child in noun.children)
    return bool(nouns) and not owned and not any(objects(trigger))


def hides_who_meets(trigger: Token) -> bool:
    """Whether a clause on talks does not name who has them."""
    return is_unsaid(trigger) or is_told_of_talks(trigger) or is_of_both(trigger)


def is_of_both(trigger: Token) -> bool:
    """Whether those do it who face each other, and who are not named: "the two leaders"."""
    nouns = surface_subjects(trigger)
    return bool(nouns) and all(n.tag_ == "NNS" and n.lemma_.lower() in _FACING for n in nouns)


def same_doers(clause: Clause, meaning: Meaning) -> list[Figure]:
    """The doers of the latest like verb of the block, for a passive without agent."""
    trigger = clause.trigger
    if not is_unsaid(trigger):
        return []
    before = trigger.doc[: trigger.sent.start]
    like = [t for t in before if t.pos_ == "VERB" and t.lemma_ == trigger.lemma_]
    doers = [noun for verb in like[-1:] for noun in subjects(verb)]
    return [f for noun in doers for f in meaning.of(clause.scene, noun)]


def met_by(findings: Iterable[Finding]) -> Iterator[tuple[Figure, Figure]]:
    """Yield each person that findings say meets somebody, and whom."""
    for finding in findings:
        if finding.relation == Relation.MEETS:
            for one, other in permutations((finding.subject, finding.object)):
                if one.type == EntityType.PERSON:
                    yield one, other
