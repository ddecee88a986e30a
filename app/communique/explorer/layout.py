"""Where to draw the nodes of a network, computed once so that the page need not move them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

EDGE_LENGTH = 70.0
"""Shortest wanted distance of two joined nodes, in pixels at zoom 1."""
CROWD_LENGTH = 15.0
"""Added for the square root of the neighbours that only one end of an edge has."""
ROUNDS = 120
"""Of stress majorisation; later ones move a node by less than a pixel."""
PUSHES = 300
"""Rounds of pushing boxes apart at most."""
SPREAD = 2.0
"""Area of a component over the area of its boxes, at least."""
GAP = 46.0
"""Between two components, in pixels."""
ASPECT = 1.15
"""Wanted width over height of the whole picture, that of a screen less the two panels."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a node takes with its label, in pixels at zoom 1."""

    width: float
    height: float


def layout(
    network: "nx.Graph[str]", boxes: Mapping[str, Box], *, seed: int = 7
) -> dict[str, tuple[int, int]]:
    """Centres of the nodes in pixels, x to the right and y down, no two boxes on each other.

    Each component is laid out by stress majorisation (Gansner, Koren and North 2004) over graph
    distances, edges of hubs being longer, and turned to lie flat; then boxes are pushed apart and
    the components put on shelves, the biggest first. The same network gives the same picture.

    Args:
        network: Undirected, without parallel edges.
        boxes: Room of every node.
        seed: Of the small noise that parts nodes with the same distances.

    Raises:
        KeyError: A node has no box.
    """
    components = sorted(
        (sorted(component) for component in nx.connected_components(network)),
        key=lambda component: (-len(component), component),
    )
    placed = []
    for component in components:
        room = np.array([(boxes[node].width, boxes[node].height) for node in component])
        points = _flat(_stress(network.subgraph(component), component, seed))
        points = _part(_roomy(points, room), room)
        placed.append(_Block(tuple(component), points, room))
    return _shelve(placed)


@dataclass(frozen=True, slots=True)
class _Block:
    """A component with its nodes placed."""

    nodes: tuple[str, ...]
    points: Points
    room: Points

    @property
    def corners(self) -> tuple[Points, Points]:
        return (self.points - self.room / 2).min(axis=0), (self.points + self.room / 2).max(axis=0)

    @property
    def extent(self) -> Points:
        low, high = self.corners
        return np.asarray(high - low + GAP)


def _stress(network: "nx.Graph[str]", nodes: Sequence[str], seed: int) -> Points:
    """Points whose distances are near the distances in the network, weighted 1 / distance²."""
    count = len(nodes)
    if count == 1:
        return np.zeros((1, 2))
    distances = _distances(network, nodes)
    weights = 1 / (distances + np.eye(count)) ** 2
    np.fill_diagonal(weights, 0)
    inverse = np.linalg.pinv(np.diag(weights.sum(axis=1)) - weights)
    noise = np.random.default_rng(seed).normal(scale=EDGE_LENGTH / 10, size=(count, 2))
    points: Points = _scaled(distances) + noise
    for _ in range(ROUNDS):
        apart = np.linalg.norm(points[:, None] - points[None], axis=2)
        pull = -weights * distances / np.maximum(apart, 1e-3)
        np.fill_diagonal(pull, -pull.sum(axis=1))
        points = inverse @ (pull @ points)
    return points


def _distances(network: "nx.Graph[str]", nodes: Sequence[str]) -> Points:
    """Shortest ways between all nodes (Floyd and Warshall), in pixels."""
    index = {node: number for number, node in enumerate(nodes)}
    around = {node: set(network[node]) for node in nodes}
    distances = np.full((len(nodes), len(nodes)), np.inf)
    np.fill_diagonal(distances, 0)
    for one, other in network.edges:
        crowd = len(around[one] ^ around[other])
        ends = [index[one], index[other]]
        distances[ends, ends[::-1]] = EDGE_LENGTH + CROWD_LENGTH * crowd**0.5
    for way in range(len(nodes)):
        np.minimum(distances, distances[:, way, None] + distances[way], out=distances)
    return distances


def _scaled(distances: Points) -> Points:
    """Classical scaling: the plane that keeps the distances best, to begin from."""
    square = distances**2
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), range(len(values))])
    best: Points = (vectors * signs)[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    return best


def _flat(points: Points) -> Points:
    """The points around the origin, their longest direction from left to right."""
    centred = points - points.mean(axis=0)
    _, directions = np.linalg.eigh(centred.T @ centred)
    longest = directions[:, ::-1]
    signs = np.sign(longest[np.abs(longest).argmax(axis=0), range(2)])
    turned: Points = centred @ (longest * signs)
    return turned


def _roomy(points: Points, room: Points) -> Points:
    """The points stretched to a screen's proportions and to where the boxes could find room."""
    extent = np.maximum(np.ptp(points, axis=0), 1.0)
    wanted = (float(extent.prod()) * np.array([ASPECT, 1 / ASPECT])) ** 0.5
    stretch = np.clip(wanted / extent, 0.75, 1.4)
    crowded = SPREAD * float(room.prod(axis=1).sum()) / float((extent * stretch).prod())
    stretched: Points = points * stretch * np.clip(crowded, 1.0, 4.0) ** 0.5
    return stretched


def _part(points: Points, room: Points) -> Points:
    """Push apart nodes whose boxes overlap, along the axis that needs less."""
    x, y = points.T.copy()
    wide, high = (np.add.outer(size, size) / 2 for size in room.T)
    earlier = np.tri(len(points)) * 2 - 1  # equal coordinates have no side: the earlier goes first
    for _ in range(PUSHES):
        across, down = np.subtract.outer(x, x), np.subtract.outer(y, y)
        over_x, over_y = wide - np.abs(across), high - np.abs(down)
        clash = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(clash, val=False)
        if not clash.any():
            break
        sideways = over_x < over_y
        to_x = np.where(across == 0, earlier, np.sign(across)) * over_x * (clash & sideways)
        to_y = np.where(down == 0, earlier, np.sign(down)) * over_y * (clash & ~sideways)
        x, y = x + 0.3 * to_x.sum(axis=1), y + 0.3 * to_y.sum(axis=1)
    return np.column_stack([x, y])


def _shelve(blocks: Iterable[_Block]) -> dict[str, tuple[int, int]]:
    """Rows of components, the whole about ``ASPECT`` times as wide as high."""
    ordered = list(blocks)
    if not ordered:
        return {}
    area = sum(float(block.extent.prod()) for block in ordered)
    width = max(float(ordered[0].extent[0]), (area * ASPECT) ** 0.5)
    positions: dict[str, tuple[int, int]] = {}
    left = top = shelf = 0.0
    for block in ordered:
        across, down = (float(value) for value in block.extent)
        if left and left + across > width:
            left, top, shelf = 0.0, top + shelf, 0.0
        corner = np.array([left, top]) - block.corners[0]
        for node, (x, y) in zip(block.nodes, block.points + corner, strict=True):
            positions[node] = (round(float(x)), round(float(y)))
        left, shelf = left + across, max(shelf, down)
    return positions
