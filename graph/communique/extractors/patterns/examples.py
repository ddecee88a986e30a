"""The examples of a user's patterns, read by the extractor that has the patterns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.extractors.patterns.folder import Example, Patterns
from communique.extractors.press import PressExtractor
from communique.extractors.reading.frame import Frame
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import Organisation, OrganisationKind, read_organisations
from communique.gazetteer.titles import read_titles
from communique.graph import Entity, Extraction, Release, Statement
from communique.ontology import SIGNATURES, EntityType

_HEAD = "Example\n\n"


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of an example.

    Attributes:
        place: File and line of the entry.
        name: Name of the entry.
        failure: Why the example fails, or None if it is read.
        remark: What its author may want to know although it is read, or None.
    """

    place: str
    name: str
    failure: str | None = None
    remark: str | None = None


def try_examples(patterns: Patterns, extractor: PressExtractor) -> Iterator[Trial]:
    """Run every example, in the order of files and lines.

    Args:
        patterns: The entries.
        extractor: One that was made with them.
    """
    read = _readings(patterns.examples, extractor)
    bodies = patterns.listed(read_organisations())
    finder = MentionFinder(bodies, read_nouns(), read_titles()) if patterns.organisations else None
    for example in patterns.examples:
        if isinstance(example.entry, Frame):
            yield _phrase_trial(example.place, example.entry, read[example.place])
        elif finder is not None:
            yield _body_trial(example, example.entry, finder)


def _readings(examples: Sequence[Example], extractor: PressExtractor) -> Mapping[str, Extraction]:
    """What is read in the sentences of relation phrases, by place."""
    releases = [
        Release(example.place, "Example", "", _HEAD + example.text, len(_HEAD))
        for example in examples
        if isinstance(example.entry, Frame)
    ]
    return {found.release.id: found for found in extractor.extract(releases)}


def _phrase_trial(place: str, frame: Frame, found: Extraction) -> Trial:
    if found.error is not None:
        return Trial(place, frame.name, f"its example cannot be read: {found.error}")
    wanted = [s for s in found.statements if _states(s, frame)]
    rules = [item.rule for statement in wanted for item in statement.evidence]
    if frame.name in rules:
        return Trial(place, frame.name)
    subject, thing = frame.expects
    if rules:
        remark = f"{rules[0]} reads {subject} {frame.relation} {thing} in its example as well"
        return Trial(place, frame.name, remark=remark)
    read = "; ".join(
        f"{s.subject.name} {s.predicate} {s.object.name} ({s.evidence[0].rule})"
        for s in found.statements
    )
    return Trial(
        place, frame.name,
        f"its example should say {subject} {frame.relation} {thing}; read: {read or 'nothing'}",
    )  # fmt: skip


def _states(statement: Statement, frame: Frame) -> bool:
    """Whether a statement has the frame's relation between the ends that it expects."""
    ends = (statement.subject, statement.object)
    wanted = [frame.expects]
    if SIGNATURES[frame.relation].symmetric:
        wanted.append((frame.expects[1], frame.expects[0]))
    between = any(all(map(_bears, ends, pair)) for pair in wanted)
    return statement.predicate == frame.relation and between


def _bears(entity: Entity, name: str) -> bool:
    return name in {entity.name, *entity.aliases}


def _body_trial(example: Example, body: Organisation, finder: MentionFinder) -> Trial:
    operation = body.kind is OrganisationKind.OPERATION
    kind = EntityType.OPERATION if operation else EntityType.ORGANISATION
    mentions = finder.find(example.text, [], Knowledge())
    spans = [mention.span for mention in mentions if mention.span is not None]
    if any(span.type == kind and {span.name, *span.aliases} & set(body.forms) for span in spans):
        return Trial(example.place, body.name)
    found = ", ".join(f"{span.name} ({span.type})" for span in spans) or "nothing"
    return Trial(
        example.place, body.name,
        f"its example does not name it as an {kind}; found: {found}",
    )  # fmt: skip
