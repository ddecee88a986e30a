"""One-to-one matching of what is wanted with what was predicted."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from communique.evaluation.annotation.gold import GoldTriple

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)
Agreement = Callable[[int, int], float]
"""How well a gold triple and a statement agree, by their numbers."""


def match(order: Iterable[Left], edges: Mapping[Left, Sequence[Right]]) -> dict[Left, Right]:
    """A maximum one-to-one matching; earlier ones in `order` first, each by its first edges."""
    chosen: dict[Left, Right] = {}
    holder: dict[Right, Left] = {}

    def place(left: Left, seen: set[Right]) -> bool:
        for right in edges.get(left, ()):
            if right in seen:
                continue
            seen.add(right)
            if right not in holder or place(holder[right], seen):
                holder[right], chosen[left] = left, right
                return True
        return False

    for left in order:
        place(left, set())
    return chosen


def assign(
    golds: Sequence[GoldTriple], edges: Mapping[int, Sequence[int]], agreement: Agreement
) -> dict[int, int]:
    """Match gold triples with statements one to one: gold number -> statement number.

    As many required triples as can be, then as many optional ones; among equals those whose
    qualifiers agree better, by local exchange.
    """
    order = sorted(range(len(golds)), key=lambda gold: golds[gold].optional)
    ranked = {
        gold: sorted(items, key=lambda item, gold=gold: -agreement(gold, item))  # type: ignore[misc]
        for gold, items in edges.items()
    }
    chosen = match(order, ranked)
    while _improve(chosen, ranked, agreement):
        pass
    return chosen


def _improve(
    chosen: dict[int, int], ranked: Mapping[int, Sequence[int]], agreement: Agreement
) -> bool:
    """Exchange statements wherever that agrees better; whether any was."""
    holder = {item: gold for gold, item in chosen.items()}
    improved = False
    for gold in list(chosen):
        for other in ranked[gold]:
            item, rival = chosen[gold], holder.get(other)
            if other == item or (rival is not None and item not in ranked[rival]):
                continue
            gain = agreement(gold, other) - agreement(gold, item)
            if rival is not None:
                gain += agreement(rival, item) - agreement(rival, other)
            if gain <= 0:
                continue
            chosen[gold], holder[other] = other, gold
            if rival is None:
                del holder[item]
            else:
                chosen[rival], holder[item] = item, rival
            improved = True
    return improved
