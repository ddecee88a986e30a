"""Rules across triples and graphs, which shapes cannot see: a query each, in ``rules/``.

The first line of a query says what should be so; its rows are what is not, as ``?graph`` and
``?node``.
"""

from collections.abc import Iterator, Mapping
from importlib.resources import files

from pyoxigraph import QuerySolutions, Store

from communique.loaders.conformance.violation import Violation

_ENDING = ".rq"


def rules() -> Mapping[str, str]:
    """The queries by name, sorted."""
    folder = files("communique.loaders.conformance").joinpath("rules")
    found = (file for file in folder.iterdir() if file.name.endswith(_ENDING))
    return {
        file.name.removesuffix(_ENDING): file.read_text(encoding="utf-8")
        for file in sorted(found, key=lambda file: file.name)
    }


def broken_rules(store: Store) -> Iterator[Violation]:
    """Yield what the rules find, rule by rule."""
    for query in rules().values():
        message = query.partition("\n")[0].removeprefix("# ")
        solutions = store.query(query)
        assert isinstance(solutions, QuerySolutions)  # noqa: S101  # rules are SELECT queries
        for solution in solutions:
            graph, node = (str(solution[name]).strip("<>") for name in ("graph", "node"))
            yield Violation(graph, node, message)
