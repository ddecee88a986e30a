"""Scores statements against annotated releases."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from communique.evaluation.annotation.gold import GoldDocument
from communique.evaluation.annotation.names import normal_name
from communique.evaluation.annotation.predictions import (
    PredictedEvidence,
    PredictedStatement,
    SourceDocument,
)
from communique.evaluation.entities import score_entities
from communique.evaluation.located import Located
from communique.evaluation.matching.assignment import assign
from communique.evaluation.matching.matcher import Matcher
from communique.evaluation.report import Count, Errors, Report

_EXCERPT = 160
"""Code points of a quote that an error shows."""


def score(
    golds: Sequence[GoldDocument],
    statements: Sequence[PredictedStatement],
    sources: Mapping[str, SourceDocument] | None = None,
) -> Report:
    """Score statements against gold documents; `sources` gives titles and texts by id."""
    sources = sources or {}
    report = Report()
    located, report.elsewhere = locate(golds, statements, sources)
    for gold in golds:
        _score_document(gold, located[gold.slug], report)
    for gold in golds:
        _score_evidence(gold, located[gold.slug], sources, report)
    return report


def locate(
    golds: Sequence[GoldDocument],
    statements: Sequence[PredictedStatement],
    sources: Mapping[str, SourceDocument],
) -> tuple[dict[str, Located], int]:
    """Statements by the gold documents that their evidence is in, and how many are in none.

    A release is recognised by its title, else by its id being the slug.
    """
    by_title = {normal_name(gold.title): gold.slug for gold in golds}
    located: dict[str, Located] = {gold.slug: [] for gold in golds}
    elsewhere = 0
    for statement in statements:
        found: dict[str, list[PredictedEvidence]] = defaultdict(list)
        for item in statement.evidence:
            title = item.title or sources.get(item.document, SourceDocument()).title
            slug = by_title.get(normal_name(title)) if title else None
            candidates = (slug, item.document, Path(item.document).stem)
            known = next((name for name in candidates if name in located), None)
            if known is not None:
                found[known].append(item)
        elsewhere += not found
        for slug, evidence in found.items():
            located[slug].append((statement, evidence))
    return located, elsewhere


def _score_document(gold: GoldDocument, located: Located, report: Report) -> None:
    matcher = Matcher(gold)
    report.errors[gold.slug] = Errors()
    report.by_document[gold.slug] = Count()
    edges = {
        number: [
            item
            for item, (statement, evidence) in enumerate(located)
            if matcher.says(statement, triple, evidence)
        ]
        for number, triple in enumerate(gold.triples)
    }
    chosen = assign(
        gold.triples,
        edges,
        lambda number, item: matcher.agreement(gold.triples[number], located[item][0]),
    )
    matched = {item: number for number, item in chosen.items()}
    stated = {item for items in edges.values() for item in items}
    for item in range(len(located)):
        if item in matched:
            _score_match(matcher, matched[item], located[item][0], report)
        else:
            _score_surplus(matcher, located[item], item in stated, report)
    _score_misses(gold, chosen, report)
    score_entities(matcher, located, edges, report)


def _record(report: Report, slug: str, predicate: str, count: Count) -> None:
    for total in (report.by_predicate[predicate], report.triples, report.by_document[slug]):
        total.add(count)


def _score_match(
    matcher: Matcher, number: int, statement: PredictedStatement, report: Report
) -> None:
    triple, slug = matcher.gold.triples[number], matcher.gold.slug
    _record(report, slug, triple.predicate, Count(neutral=1) if triple.optional else Count(tp=1))
    for name, (right, wanted, got) in matcher.check_qualifiers(triple, statement).items():
        report.qualifiers[name].add(right)
        if not right:
            report.errors[slug].qualifiers.append(
                f"{triple}: {name} is {wanted}, not {got} (line {statement.line})"
            )


def _score_surplus(
    matcher: Matcher,
    located: tuple[PredictedStatement, list[PredictedEvidence]],
    duplicate: bool,
    report: Report,
) -> None:
    (statement, evidence), slug = located, matcher.gold.slug
    if not duplicate and matcher.widens(statement, evidence):
        _record(report, slug, statement.predicate, Count(neutral=1))
        return
    _record(report, slug, statement.predicate, Count(fp=1))
    quote = " … ".join(item.text for item in evidence)[:_EXCERPT]
    report.errors[slug].false_positives.append(
        f"duplicate: {statement} (line {statement.line})"
        if duplicate
        else f"{statement} (line {statement.line}) <- {quote!r}"
    )


def _score_misses(gold: GoldDocument, chosen: Mapping[int, int], report: Report) -> None:
    for number, triple in enumerate(gold.triples):
        if not triple.optional and number not in chosen:
            _record(report, gold.slug, triple.predicate, Count(fn=1))
            report.errors[gold.slug].missed.append(f"{triple} <- {triple.evidence[0][:_EXCERPT]!r}")


def _score_evidence(
    gold: GoldDocument, located: Located, sources: Mapping[str, SourceDocument], report: Report
) -> None:
    for statement, evidence in located:
        for item in evidence:
            base = sources.get(item.document, SourceDocument()).text
            base = gold.text if base is None else base
            if base is not None:
                exact = _is_slice(item, base)
                report.evidence_exact.add(exact and bool(item.text))
                if not exact:
                    report.errors[gold.slug].evidence.append(
                        f"line {statement.line}: [{item.start}:{item.end}] is not "
                        f"{item.text[:100]!r}"
                    )
            if gold.text is not None:
                report.evidence_verbatim.add(bool(item.text) and item.text in gold.text)


def _is_slice(item: PredictedEvidence, base: str) -> bool:
    if item.start is None or item.end is None:
        return False
    return base[item.start : item.end] == item.text
