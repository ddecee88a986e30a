"""What was understood of sentences, as lines for a terminal and as JSON."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from communique.cli.console import say

if TYPE_CHECKING:
    from communique.extractors.cast import Figure
    from communique.extractors.explanation import Explanation
    from communique.extractors.explanation.account import Account, Fired, Meant, Rejected
    from communique.extractors.reading.refusal import Refusal
    from communique.graph import Entity, Statement

_COLUMNS = 100
_LABEL = 11
"""Columns before what a label is of."""
_OWN = frozenset({"name", "description"})
"""Kinds of reference that go without saying."""
_NO_WEIGHTS = "no weights are installed: the rules alone decide, and nothing has a probability"


def say_accounts(
    explanation: "Explanation", accounts: "Sequence[Account]", *, titled: bool
) -> None:
    """Print what was understood of a release.

    Args:
        explanation: Of the release.
        accounts: The sentences to tell of.
        titled: Whether to begin with its title.
    """
    release = explanation.script.release
    if titled:
        say(f"{' '.join(release.title.split())} ({release.id})\n")
    for account in accounts:
        for line in _lines(account):
            say(line)
        say("")
    if not accounts:
        say("nothing to tell: no sentence speaks of anybody, or of what was asked for")
    if explanation.scorer is None:
        say(_NO_WEIGHTS)


def _lines(account: "Account") -> Iterator[str]:
    yield from wrap(" ".join(account.text.split()), _COLUMNS)
    meant = sorted((*account.mentions, *account.words), key=lambda item: item.start)
    yield from _labelled("means", ["; ".join(map(_meaning, meant))] if meant else [])
    yield from _labelled("rules", map(_fired, account.fired))
    yield from _labelled(
        "states", map(_stated, account.stated, account.added) if account.stated else ["nothing"]
    )
    refused = [*map(_rejected, account.rejected), *_refusals(account.refusals)]
    yield from _labelled("refused", refused)


def _labelled(label: str, items: Iterable[str]) -> Iterator[str]:
    """Items below each other after a label; the further lines of an item stand further in."""
    for number, item in enumerate(items):
        head = f"  {'' if number else label}".ljust(_LABEL)
        for place, part in enumerate(item.split("\n")):
            first = " " * (_LABEL + 2) if place else head
            yield from wrap(
                part,
                _COLUMNS,
                initial_indent=first,
                subsequent_indent=" " * (_LABEL + (4 if place else 2)),
                break_on_hyphens=False,
            )


def _meaning(meant: "Meant") -> str:
    words = " ".join(meant.text.split())
    if not meant.figures:
        return f"{words} = nobody known"
    kinds = f", {meant.how}" if meant.how not in _OWN else ""
    if [words] == [figure.name for figure in meant.figures]:
        return f"{words} ({meant.figures[0].type}{kinds})"
    return f"{words} = {', '.join(map(_figure, meant.figures))}{f' ({meant.how})' if kinds else ''}"


def _figure(figure: "Figure | Entity") -> str:
    return f"{figure.name} ({figure.type})"


def _fired(fired: "Fired") -> str:
    finding = fired.finding
    failure = f", not stated: {fired.failure}" if fired.failure else ""
    said = f"{finding.subject.name} {finding.relation} {finding.object.name}"
    return f"{finding.rule}: {said}{failure}"


def _stated(statement: "Statement", added: Mapping[str, float]) -> str:
    said = f"{statement.subject.name} {statement.predicate} {statement.object.name}"
    qualifiers = [f"{name} {value}" for name, value in statement.qualifiers.stated().items()]
    rules = ", ".join(dict.fromkeys(quote.rule for quote in statement.evidence))
    more = "".join(f", {name} {value:+.2f}" for name, value in added.items())
    return f"{', '.join([said, *qualifiers])} ({statement.confidence:.2f}, {rules}{more})"


def _rejected(rejected: "Rejected") -> str:
    judgement = rejected.judgement
    left, right = judgement.candidate.left.figure, judgement.candidate.right.figure
    found = f"; found by {', '.join(rejected.rules)}" if rejected.rules else ""
    lines = [
        f"{left.name} {judgement.relation} {right.name}: probability "
        f"{judgement.probability:.2f}, stated from {rejected.threshold:.2f}{found}"
    ]
    for label, weighed in (("for    ", rejected.favouring), ("against", rejected.opposing)):
        if weighed:
            features = ", ".join(f"{name} {weight:+.2f}" for name, weight in weighed)
            lines.append(f"{label} {features}")
    return "\n".join(lines)


def _refusals(refusals: "Iterable[Refusal]") -> Iterator[str]:
    """Yield why frames state nothing, those of one word and relation together."""
    frames: dict[tuple[str, str, str], list[str]] = {}
    for refusal in refusals:
        clause = refusal.clause
        misfits = ", ".join(map(_figure, refusal.figures))
        reason = f"{refusal.reason}: {misfits}" if misfits else refusal.reason
        key = (clause.trigger.text, str(clause.frame.relation), reason)
        frames.setdefault(key, []).append(clause.frame.name)
    for (word, relation, reason), names in frames.items():
        rules = ", ".join(dict.fromkeys(names))
        yield f"“{word}” says no {relation}, {reason} ({rules})"


def described(explanation: "Explanation", accounts: "Iterable[Account]") -> dict[str, Any]:
    """What was understood of a release, for JSON."""
    release = explanation.script.release
    return {
        "release": release.id,
        "title": release.title,
        "source": release.source,
        "weights": explanation.scorer is not None,
        "sentences": [_described(account) for account in accounts],
    }


def _described(account: "Account") -> dict[str, Any]:
    return {
        "text": account.text,
        "start": account.start,
        "end": account.end,
        "block": str(account.block),
        "means": [_mention(meant) for meant in chain(account.mentions, account.words)],
        "rules": [_rule(fired) for fired in account.fired],
        "states": list(map(_statement, account.stated, account.added)),
        "refused": [_candidate(rejected) for rejected in account.rejected],
        "unstated": [_refusal(refusal) for refusal in account.refusals],
    }


def _mention(meant: "Meant") -> dict[str, Any]:
    return {
        "text": meant.text,
        "start": meant.start,
        "end": meant.end,
        "how": str(meant.how),
        "type": str(meant.type) if meant.type else None,
        "figures": [_end(figure) for figure in meant.figures],
    }


def _rule(fired: "Fired") -> dict[str, Any]:
    found = fired.finding
    ends = _triple(found.subject, found.relation, found.object)
    return {"rule": found.rule, **ends, "failure": fired.failure}


def _statement(statement: "Statement", added: Mapping[str, float]) -> dict[str, Any]:
    return {
        **_triple(statement.subject, statement.predicate, statement.object),
        "qualifiers": statement.qualifiers.stated(),
        "rules": list(dict.fromkeys(quote.rule for quote in statement.evidence)),
        "confidence": statement.confidence,
    } | {name: round(value, 3) for name, value in added.items()}


def _refusal(refusal: "Refusal") -> dict[str, Any]:
    return {
        "word": refusal.clause.trigger.text,
        "predicate": str(refusal.clause.frame.relation),
        "rule": refusal.clause.frame.name,
        "reason": str(refusal.reason),
        "figures": [_end(figure) for figure in refusal.figures],
    }


def _candidate(rejected: "Rejected") -> dict[str, Any]:
    judgement = rejected.judgement
    left, right = judgement.candidate.left.figure, judgement.candidate.right.figure
    weighed = (*rejected.favouring, *rejected.opposing)
    return {
        **_triple(left, judgement.relation, right),
        "probability": round(judgement.probability, 3),
        "stated_from": round(rejected.threshold, 3),
        "rules": list(rejected.rules),
        "features": [{"name": name, "weight": round(weight, 3)} for name, weight in weighed],
    }


def _triple(subject: "Figure | Entity", relation: str, end: "Figure | Entity") -> dict[str, Any]:
    return {"subject": _end(subject), "predicate": str(relation), "object": _end(end)}


def _end(figure: "Figure | Entity") -> dict[str, str]:
    return {"name": figure.name, "type": str(figure.type)}
