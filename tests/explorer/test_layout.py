import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.explorer.layout import Box, layout


def boxes(network: "nx.Graph[str]", width: float = 90, height: float = 40) -> dict[str, Box]:
    return {node: Box(width, height) for node in network}


def star(leaves: int) -> "nx.Graph[str]":
    return nx.Graph([("hub", f"leaf-{number}") for number in range(leaves)])


def test_the_same_network_gives_the_same_places() -> None:
    network = star(12)

    assert layout(network, boxes(network)) == layout(network, boxes(network))


def test_the_order_of_insertion_does_not_matter() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"), ("x", "y")]
    forth: nx.Graph[str] = nx.Graph(edges)
    back: nx.Graph[str] = nx.Graph([(two, one) for one, two in reversed(edges)])

    assert layout(forth, boxes(forth)) == layout(back, boxes(back))


@pytest.mark.parametrize("leaves", [1, 2, 7, 30], ids="{} leaves".format)
def test_no_box_lies_on_another(leaves: int) -> None:
    network = star(leaves)

    places = list(layout(network, boxes(network)).values())

    clashes = [
        (one, two)
        for number, one in enumerate(places)
        for two in places[:number]
        if abs(one[0] - two[0]) < 88 and abs(one[1] - two[1]) < 38  # whole pixels: 2 of tolerance
    ]
    assert not clashes


def test_components_do_not_overlap() -> None:
    network: nx.Graph[str] = nx.Graph([("a", "b"), ("b", "c"), ("x", "y"), ("u", "v")])
    places = layout(network, boxes(network))

    parts = [("a", "b", "c"), ("x", "y"), ("u", "v")]
    spans = [
        [(min(at), max(at)) for at in zip(*(places[node] for node in part), strict=True)]
        for part in parts
    ]
    for number, one in enumerate(spans):
        for two in spans[:number]:
            assert any(
                low[1] + 40 <= high[0] or high[1] + 40 <= low[0]
                for low, high in zip(one, two, strict=True)
            )


def test_neighbours_are_nearer_than_strangers() -> None:
    network: nx.Graph[str] = nx.path_graph([f"n{number}" for number in range(8)])
    places = layout(network, boxes(network))

    def apart(one: str, two: str) -> float:
        return float(
            ((places[one][0] - places[two][0]) ** 2 + (places[one][1] - places[two][1]) ** 2) ** 0.5
        )

    assert apart("n0", "n1") < apart("n0", "n4") < apart("n0", "n7")


def test_an_empty_network_has_no_places() -> None:
    assert layout(nx.Graph(), {}) == {}


@settings(max_examples=25, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_every_node_has_a_place(pairs: set[tuple[int, int]]) -> None:
    network: nx.Graph[str] = nx.Graph(
        (f"n{one}", f"n{two}") for one, two in sorted(pairs) if one != two
    )
    network.add_node("alone")

    assert layout(network, boxes(network)).keys() == set(network)
