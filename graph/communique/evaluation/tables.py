"""The result as text for a terminal."""

from collections.abc import Iterable

from communique.evaluation.report import Count, Rate, Report

_HEADINGS = {
    "false_positives": "false positives",
    "missed": "missed triples",
    "entities": "wrong entities",
    "missed_entities": "missed entities",
    "qualifiers": "wrong qualifiers",
    "evidence": "inexact evidence",
}


def format_report(report: Report, errors: bool = False) -> str:
    """Tables by relation, entity type, release and qualifier; every error if asked for."""
    documents = report.by_document.items()
    lines = _table("triples", sorted(report.by_predicate.items()), report.triples)
    lines += ["", *_table("entities", sorted(report.by_type.items()), report.entities)]
    lines += ["", *_table("triples by document", documents, report.triples)]
    lines += ["", "qualifiers over matched triples: right / scored"]
    lines += _rates(report.qualifiers.items())
    evidence = (
        ("text == document[start:end]", report.evidence_exact),
        ("text occurs in the release", report.evidence_verbatim),
    )
    lines += ["", "evidence: right / checked", *_rates(evidence)]
    if report.elsewhere:
        reason = "have no evidence in a gold document and are not scored."
        lines += ["", f"{report.elsewhere} statement(s) {reason}"]
    if errors:
        lines += _errors(report)
    return "\n".join(lines)


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def _table(first: str, rows: Iterable[tuple[str, Count]], total: Count) -> list[str]:
    body = [*rows, ("all", total)]
    width = max(len(first), *(len(name) for name, _ in body))
    counts = "".join(f" {name:>5}" for name in ("gold", "pred", "TP", "FP", "FN", "neut"))
    head = f"{first:<{width}} {counts} " + "".join(f" {name:>6}" for name in ("P", "R", "F1"))
    lines = [f"{name:<{width}} {_row(count)}" for name, count in body]
    rule = "-" * len(head)
    return [head, rule, *lines[:-1], rule, lines[-1]]


def _row(count: Count) -> str:
    numbers = (
        count.tp + count.fn,
        count.tp + count.fp + count.neutral,
        count.tp,
        count.fp,
        count.fn,
        count.neutral,
    )
    shares = (count.precision, count.recall, count.f1)
    return (
        "".join(f" {number:>5}" for number in numbers)
        + " "
        + "".join(f" {_percent(share):>6}" for share in shares)
    )


def _rates(rates: Iterable[tuple[str, Rate]]) -> list[str]:
    rows = list(rates)
    width = max(len(name) for name, _ in rows)
    return [
        f"  {name:<{width}} {_percent(rate.accuracy):>6} %   {rate.right} / {rate.scored}"
        for name, rate in rows
    ]


def _errors(report: Report) -> list[str]:
    lines: list[str] = []
    for slug, found in report.errors.items():
        listing = found.as_dict()
        if listing:
            lines += ["", f"== {slug}"]
        for name, items in listing.items():
            lines += [f"  {_HEADINGS[name]} ({len(items)})", *(f"    {item}" for item in items)]
    return lines
