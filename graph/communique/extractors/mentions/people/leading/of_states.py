"""Names that states beside them tell: "the ministers of A and B, NAME and NAME"."""

import re
from collections.abc import Callable, Iterator, Sequence

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

JOINTS = frozenset(
    {", ", " and ", ", and ", " and the ", ", the ", " and of ", " and of the ", ", of "}
)
"""What stands between the states of one list."""
_REACH = 60
"""Characters before the states of a list that say of whom it is."""
_HOLDERS = re.compile(
    r"(?i)\b(?:ministers|presidents|premiers|secretaries|leaders|chiefs|heads|counterparts|"
    r"colleagues|ambassadors|speakers|commissioners|directors)\b[^.;:,]* (?:of|from) (?:the )?$"
)
_BETWEEN = frozenset({",", "and", "–", "—", "-", "(", ":"})
_BRACKET = " ("
_OPENINGS = (_BRACKET, "'s ", "’s ", ", ")
_OF = re.compile(r" of (?:the )?")
_NEXT = re.compile(r"(?:,? and |, |; )")
_SPAN_JOINTS = JOINTS | {"; ", "), ", ") and ", "), and ", "); "}
"""The same between the names of states and the states."""

Run = Callable[[WordIndex, int, Sequence[Span]], Span | None]
"""Reads the name that begins at a word."""


class NamesOfStates:
    """Finds names by the states of a list that they go with."""

    def __init__(self, run: Run) -> None:
        """Take what reads a name."""
        self._run = run

    def find(
        self, index: WordIndex, spans: Sequence[Span], people: Sequence[Span]
    ) -> Iterator[Span]:
        """Yield names behind as many states, in brackets or by a possessive behind each.

        Args:
            index: Words of the block.
            spans: What else the block names.
            people: Names that are known already.
        """
        states = [s for s in spans if s.type == EntityType.COUNTRY and s.kind != NameKind.DEMONYM]
        runs: list[list[Span]] = []
        for state in states:
            joined = runs and index.text[runs[-1][-1].end : state.start] in JOINTS
            runs[-1].append(state) if joined else runs.append([state])
        for run in runs:
            if len(run) > 1 and _is_of_holders(index, run[0]):
                yield from self._as_many(index, run, spans)
        yield from self._beside_each(index, states, spans, {span.start for span in people})
        yield from self._before_each(index, states, spans, {span.end for span in people})

    def _as_many(
        self, index: WordIndex, states: Sequence[Span], spans: Sequence[Span]
    ) -> Sequence[Span]:
        """The names behind a list of states, none if they are not as many."""
        names: list[Span] = []
        place = index.at(states[-1].end)
        while len(names) < len(states):
            first = place
            while place < len(index) and index[place].text in _BETWEEN:
                place += 1
            name = self._run(index, place, spans) if place > first else None
            if name is None:
                return ()
            names.append(name)
            place = index.at(name.end)
        return names

    def _beside_each(
        self, index: WordIndex, states: Sequence[Span], spans: Sequence[Span], known: set[int]
    ) -> Iterator[Span]:
        """Names of a list in which each stands behind its state: "A (NAME) and B (NAME)".

        Something tells that it is of people: what stands before it, or one of them who is known.
        Behind commas it is the former: "the ministers of A, NAME, and B, NAME".
        """
        lists: list[list[Span]] = []
        first: list[Span] = []
        for state in states:
            name = self._behind(index, state, spans)
            if name is None:
                continue
            goes_on = lists and index.text[lists[-1][-1].end : state.start] in _SPAN_JOINTS
            if goes_on:
                lists[-1].append(name)
            else:
                lists.append([name])
                first.append(state)
        for names, state in zip(lists, first, strict=True):
            held = _is_of_holders(index, state)
            apart = not index.text.startswith(",", state.end)
            told = held or (apart and any(name.start in known for name in names))
            if len(names) > 1 and told:
                yield from names

    def _behind(self, index: WordIndex, state: Span, spans: Sequence[Span]) -> Span | None:
        """The name in brackets, by a possessive or behind a comma after a state, or None."""
        if not index.text.startswith(_OPENINGS, state.end):
            return None
        opened = index.text.startswith(_BRACKET, state.end)
        near = [s for s in spans if not (opened and s.start == state.end + len(_BRACKET))]
        name = self._run(index, index.at(state.end) + 1, near)
        if name is None:
            return None
        closed = not opened or index.text.startswith(")", name.end)
        return name if closed else None

    def _before_each(
        self, index: WordIndex, states: Sequence[Span], spans: Sequence[Span], known: set[int]
    ) -> Iterator[Span]:
        """Names of a list in which each stands before its state: "NAME of A, NAME of B".

        The first of them is known, as any that the list goes on from.
        """
        starts = {state.start: state for state in states}
        for state in states:
            place = state.start - len(" of ")
            place -= len("the ") * index.text.endswith(" the ", 0, state.start)
            joint = _NEXT.match(index.text, state.end) if place in known else None
            name = self._run(index, index.at(joint.end()), spans) if joint else None
            of = _OF.match(index.text, name.end) if name is not None else None
            if name is not None and of is not None and of.end() in starts:
                known.add(name.end)
                yield name


def _is_of_holders(index: WordIndex, state: Span) -> bool:
    """Whether what stands before the first state of a list says that it is of people."""
    before = index.text[max(0, state.start - _REACH) : state.start]
    return _HOLDERS.search(before) is not None
