"""An answer at the terminal: a table, and the words that its rows rest on."""

from typing import TYPE_CHECKING

from communique.cli.console import counted, say, say_table, say_wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.loaders.store import Store
    from communique.queries.answers import Answer

_RELEASES = (
    "MATCH (r:Release) WHERE r.id IN $ids "
    "RETURN r.id AS id, r.source AS source, r.headline AS headline ORDER BY id"
)
_SECONDS = 30
_IDS = frozenset({"entity", "keys"})
_PLACES = frozenset({"quote", "release"})
_INDENT = 6


def releases_told(store: "Store", answer: "Answer") -> dict[str, str]:
    """Source and headline of each release that an answer rests on, by its id."""
    names = [column.name for column in answer.columns if column.kind == "release"]
    told = {row[name] for row in answer for name in names if isinstance(row[name], str)}
    ids = sorted(str(release) for release in told)
    found = store.run(_RELEASES, {"ids": ids}, _SECONDS) if ids else None
    return {
        str(row["id"]): ": ".join(str(row[key]) for key in ("source", "headline") if row[key])
        for row in (found.rows if found else ())
    }


def say_answer(answer: "Answer", sources: dict[str, str]) -> None:
    """The rows as a table, and below it the words that they rest on, each quote once."""
    say(answer.question)
    if answer.told:
        say(f"  {answer.told}")
    header, *rows = answer.table()
    if not rows:
        say("nothing in the graph answers that")
        return
    kinds = [column.kind for column in answer.columns if column.kind not in _IDS]
    shown = [
        place
        for place in range(len(header))
        if kinds[place] not in _PLACES and any(row[place] for row in rows)
    ]
    say_table(
        ("", *(header[place] for place in shown)),
        ((str(number), *(row[place] for place in shown)) for number, row in enumerate(rows, 1)),
    )
    if answer.facts is None:
        _say_quotes(answer, sources)
    else:
        _say_evidence(answer)
    say(counted(len(rows), "row") + _more(answer))


def _say_quotes(answer: "Answer", sources: dict[str, str]) -> None:
    """Each quote once, after the numbers of the rows that rest on it."""
    quotes: dict[tuple[str, str], dict[str, None]] = {}
    for number, row in enumerate(answer, 1):
        for quote, releases in _quoted(answer, row):
            source = "; ".join(sources.get(release, release) for release in releases)
            quotes.setdefault((" ".join(quote.split()), source), {})[str(number)] = None
    for (quote, source), numbers in quotes.items():
        lead = f"  {', '.join(numbers)}  "
        say_wrapped(f"“{quote}”", len(lead), lead)
        say_wrapped(source, _INDENT)


def _say_evidence(answer: "Answer") -> None:
    """Each fact once, after the numbers of its rows, with every quote and where it stands."""
    for grounds in answer.evidence():
        lead = f"  {', '.join(map(str, grounds.rows))}  "
        say_wrapped(grounds.said, len(lead), lead)
        for quote in grounds.quotes:
            say_wrapped(f"“{quote.words}”", _INDENT)
            say_wrapped(quote.told, _INDENT + 2)
            if quote.release.url:
                say_wrapped(quote.release.url, _INDENT + 2)
    if answer.facts and not any(answer.facts):
        say("  these rows count facts and rest on none of them alone")


def _quoted(answer: "Answer", row: "Mapping[str, object]") -> "Iterator[tuple[str, Sequence[str]]]":
    """Yield each quote of a row with its release, or with all if they do not stand in pairs."""
    quotes = [str(row[c.name]) for c in answer.columns if c.kind == "quote" and row[c.name]]
    releases = [str(row[c.name]) for c in answer.columns if c.kind == "release" and row[c.name]]
    paired = len(quotes) == len(releases)
    for place, quote in enumerate(quotes):
        yield quote, releases[place : place + 1] if paired else list(dict.fromkeys(releases))


def _more(answer: "Answer") -> str:
    """How to see further rows, if the limit let no more through."""
    if not answer.cut:
        return ""
    return f"; there may be more than the limit of {answer.parameters['limit']} (--limit)"
