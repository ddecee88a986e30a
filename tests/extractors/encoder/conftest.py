"""A tiny encoder with values of chance, in the form of the real one."""

from collections.abc import Callable

import numpy as np
import pytest

from communique.extractors.encoder.parameters import FORMAT, Matrix, Parameters
from communique.extractors.encoder.reading import KINDS, TERMS, TYPES
from communique.extractors.scoring.weights import RELATIONS

WIDTH, HIDDEN, PART, LAYERS, HEADS, LONGEST = 8, 6, 4, 2, 2, 256
SPECIAL = ("[UNK]", "[CLS]", "[SEP]", "[MASK]")


@pytest.fixture(scope="session")
def parameters() -> Callable[..., Parameters]:
    """What a tiny encoder knows, with other values for its card."""

    def parameters(**card: object) -> Parameters:
        letters = [f"{begins}{chr(n)}" for begins in ("", "##") for n in range(ord("a"), 123)]
        pieces = {piece: n for n, piece in enumerate((*SPECIAL, *letters, ".", ",", "met"))}
        told = {"format": FORMAT, "terms": list(TERMS), "layers": LAYERS, "heads": HEADS}
        gate = {"least": 0.1, "most": 0.95, "trust": 1.0}
        return Parameters({**told, **gate, **card}, pieces, _arrays(len(pieces)), "tiny")

    return parameters


def _arrays(pieces: int) -> dict[str, Matrix]:
    chance = np.random.default_rng(7)
    sorts = len(TYPES) * len(KINDS)
    shapes: dict[str, tuple[int, ...]] = {
        "pieces": (pieces, WIDTH), "places": (LONGEST, WIDTH), "sides": (2, WIDTH),
        "types": (len(TYPES), WIDTH), "kinds": (len(KINDS), WIDTH),
        "norm": (WIDTH,), "norm_bias": (WIDTH,),
        "left": (WIDTH, HIDDEN), "left_bias": (HIDDEN,), "left_sorts": (sorts, HIDDEN),
        "right": (WIDTH, HIDDEN), "right_bias": (HIDDEN,), "right_sorts": (sorts, HIDDEN),
        "left_part": (WIDTH, PART), "left_part_bias": (PART,),
        "right_part": (WIDTH, PART), "right_part_bias": (PART,), "product": (PART, HIDDEN),
        "pairs": (len(TYPES) ** 2, HIDDEN),
        "relations": (HIDDEN, len(RELATIONS)), "relations_bias": (len(RELATIONS),),
    }  # fmt: skip
    layer: dict[str, tuple[int, ...]] = {
        "attend": (WIDTH, 3 * WIDTH), "attend_bias": (3 * WIDTH,),
        "out": (WIDTH, WIDTH), "out_bias": (WIDTH,),
        "first_norm": (WIDTH,), "first_bias": (WIDTH,),
        "up": (WIDTH, 4 * WIDTH), "up_bias": (4 * WIDTH,),
        "down": (4 * WIDTH, WIDTH), "down_bias": (WIDTH,),
        "second_norm": (WIDTH,), "second_bias": (WIDTH,),
    }  # fmt: skip
    for number in range(LAYERS):
        shapes |= {f"layer{number}.{name}": shape for name, shape in layer.items()}
    return {name: chance.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
