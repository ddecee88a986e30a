"""``communique diff``: what builds and retractions changed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from communique.cli.console import say, say_json, say_table
from communique.cli.settings import beginning_of
from communique.cli.workspace import AsJson, Data, Workspace
from communique.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from communique.ledger import ItemChange, Ledger, Run, State

EPILOG = """\
communique diff

communique diff --since yesterday

communique diff --since 12 --json

communique diff --runs
"""
_SIGNS = {"added": "+", "changed": "~", "removed": "-"}
_PLURALS = {"release": "releases", "entity": "entities", "fact": "facts"}

Names = Mapping[str, str]


def diff(
    context: typer.Context,
    *,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="RUN|DAY",
            help="What came after a run, or from the beginning of a day (2024-05-03, today, "
            "yesterday); else the last run.",
        ),
    ] = None,
    runs: Annotated[bool, typer.Option("--runs", help="List the runs instead.")] = False,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="Rows of each table; 0 shows all.")
    ] = 50,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Show what is new: releases, entities and facts added, changed and removed.

    Each build, retraction or review that changes the graph is a run, and its changes are kept in
    the ledger. What came and went again since is not shown. A release in whose place a later
    edition or a fuller copy counts now is removed, and `communique releases` names that. JSON holds
    every change, with what was said before and after.
    """
    with Workspace.of(context, data).ledger() as ledger, ledger.snapshot():
        held = ledger.journal.runs()
        if runs:
            _say_runs(held, as_json=as_json)
            return
        after = _number_before(held, since)
        changes = [_with_heir(change, ledger) for change in ledger.journal.changes(after)]
        names = ledger.journal.entity_names(_ends(changes))
    shown = [run for run in held if run.number > after]
    if as_json:
        say_json(_plain(shown, changes, names))
    else:
        _say_changes(shown, changes, names, limit)


def _with_heir(change: "ItemChange", ledger: "Ledger") -> "ItemChange":
    """An entity that is gone because it is part of another now, with the id of that one."""
    if "type" not in (change.before or {}) or change.after is not None:
        return change
    heir = ledger.given_ids.current(change.id)
    return replace(change, before={**(change.before or {}), "now": heir}) if heir else change


def _number_before(runs: "Sequence[Run]", since: str | None) -> int:
    """The number of the run after which changes are shown.

    Raises:
        WrongUseError: ``since`` is neither the number of a run nor a day.
    """
    if since is None:
        return runs[-1].number - 1 if runs else 0
    if since.isdecimal():
        if int(since) and int(since) not in {run.number for run in runs}:
            raise WrongUseError(
                f"--since {since}: there is no such run; see `communique diff --runs`"
            )
        return int(since)
    try:
        start = beginning_of(since)
    except ValueError as error:
        raise WrongUseError(
            f"--since {since}: give the number of a run, a day such as 2024-05-03, today or "
            "yesterday"
        ) from error
    return max((run.number for run in runs if run.finished < start), default=0)


def _say_runs(runs: "Sequence[Run]", *, as_json: bool) -> None:
    if as_json:
        say_json([asdict(run) for run in runs])
        return
    say_table(
        ("run", "finished", "command", "changes"),
        ((str(run.number), run.finished, run.command, str(run.changes)) for run in runs),
    )


def _ends(changes: "Sequence[ItemChange]") -> set[str]:
    """The ids of the entities that changed facts are about."""
    states = [state for change in changes for state in (change.before, change.after) if state]
    return {state[end] for state in states for end in ("subject", "object") if end in state}


def _what(change: "ItemChange") -> str:
    if change.before is None:
        return "added"
    return "removed" if change.after is None else "changed"


def _by_kind(changes: "Sequence[ItemChange]") -> "dict[str, dict[str, list[ItemChange]]]":
    """Changes by kind and by what became of the item; every kind and fate is there."""
    found: dict[str, dict[str, list[ItemChange]]] = {
        kind: {what: [] for what in _SIGNS} for kind in _PLURALS
    }
    for change in changes:
        found[change.kind][_what(change)].append(change)
    return found


def _plain(runs: "Sequence[Run]", changes: "Sequence[ItemChange]", names: Names) -> dict[str, Any]:
    def described(change: "ItemChange", what: str) -> dict[str, Any]:
        before, after = (
            state and _with_names(state, names) for state in (change.before, change.after)
        )
        if what == "changed":
            return {"id": change.id, "before": before, "after": after}
        return {"id": change.id, **(after or before or {})}

    found = _by_kind(changes)
    return {"runs": [asdict(run) for run in runs]} | {
        _PLURALS[kind]: {
            what: [described(change, what) for change in items] for what, items in fates.items()
        }
        for kind, fates in found.items()
    }


def _with_names(state: "State", names: Names) -> "State":
    """The state of a fact with its ends as id and name; any other as it is."""
    ends = {end: state[end] for end in ("subject", "object") if end in state}
    return {**state, **{end: {"id": id_, "name": names.get(id_)} for end, id_ in ends.items()}}


def _say_changes(
    runs: "Sequence[Run]", changes: "Sequence[ItemChange]", names: Names, limit: int
) -> None:
    if not changes:
        say("nothing has changed")
        return
    for run in runs:
        say(f"run {run.number}   {run.finished}   {run.command}")
    for kind, fates in _by_kind(changes).items():
        counts = " ".join(f"{sign}{len(fates[what])}" for what, sign in _SIGNS.items())
        say(f"{_PLURALS[kind]:<10}{counts}")
    for kind, fates in _by_kind(changes).items():
        rows = [
            row
            for what, items in fates.items()
            for row in sorted(_row(_SIGNS[what], item, names) for item in items)
        ]
        shown = rows[: limit or None]
        if shown:
            say("")
            say_table(("", kind, ""), shown)
        if len(shown) < len(rows):
            say(f"and {len(rows) - len(shown)} more; --limit 0 shows all")


def _row(sign: str, change: "ItemChange", names: Names) -> tuple[str, str, str]:
    """Sign, what the item is, and its particulars with what changed in them."""
    state = change.after or change.before or {}
    told = [_particulars(state)]
    if change.before and change.after:
        told.append(_difference(change.before, change.after))
    return sign, _label(change, state, names), ": ".join(filter(None, told))


def _label(change: "ItemChange", state: "State", names: Names) -> str:
    if "predicate" in state:
        ends = [names.get(state[end], state[end]) for end in ("subject", "object")]
        return f"{ends[0]} {state['predicate']} {ends[1]}"
    return f"{state.get('name') or state['title']} ({change.id})"


def _particulars(state: "State") -> str:
    if "predicate" in state:
        return ", ".join(f"{name} {value}" for name, value in state["qualifiers"].items())
    if "title" in state:
        return " ".join(filter(None, (state["source"], state["published"])))
    return f"{state['type']}, now {state['now']}" if "now" in state else str(state["type"])


def _difference(before: "State", after: "State") -> str:
    """What differs, in words: ``name Anna → Anna Kask, releases +r3``."""
    flat = [{**state, **state.get("qualifiers", {})} for state in (before, after)]
    pairs = {
        name: (flat[0].get(name), flat[1].get(name))
        for name in flat[0] | flat[1]
        if flat[0].get(name) != flat[1].get(name)
    }
    pairs.pop("qualifiers", None)
    if "releases" in pairs:
        pairs.pop("quotes", None)  # other releases have other quotes
    return ", ".join(_told(name, was, is_) for name, (was, is_) in pairs.items())


def _told(name: str, was: Any, is_: Any) -> str:
    if name in {"quotes", "sha256"}:
        return {"quotes": "other quotes", "sha256": "other text"}[name]
    if isinstance(was, list) and isinstance(is_, list):
        gained, lost = (sorted(set(one) - set(other)) for one, other in ((is_, was), (was, is_)))
        signs = [*(f"+{item}" for item in gained), *(f"-{item}" for item in lost)]
        return f"{name} {' '.join(signs) or 'in another order'}"
    return f"{name} {was or 'none'} → {is_ or 'none'}"
