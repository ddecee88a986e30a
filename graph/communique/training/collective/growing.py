"""Grows the trees: gradient boosting on the logit of the scorer, by LightGBM."""

import json
from collections.abc import Mapping, Sequence
from math import floor
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

from communique.extractors.scoring.collective.claims import LEAST
from communique.extractors.scoring.collective.company import COLUMNS
from communique.extractors.scoring.collective.trees import STEPS
from communique.extractors.scoring.collective.views import TERMS
from communique.training.collective.lessons import ClaimTable
from communique.training.learner import Numbers

ROUNDS = 200
FEWEST = 1000
"""Claims below which nothing is grown."""
_PARAMETERS: Mapping[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 15,
    "min_data_in_leaf": 100,
    "lambda_l2": 20,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 3,
    "verbose": -1,
}
_LOGIT = COLUMNS.index("logit")
Node = list[float]


def grow(table: ClaimTable, chosen: NDArray[np.bool_]) -> lightgbm.Booster | None:
    """Trees that add to the logits of chosen claims what makes them likeliest; None of a few."""
    kept = chosen & (table.right >= 0)
    if kept.sum() < FEWEST:
        return None
    rows = table.rows[kept]
    data = lightgbm.Dataset(rows, table.right[kept], init_score=rows[:, _LOGIT])
    return lightgbm.train(dict(_PARAMETERS), data, ROUNDS)


def crossed(table: ClaimTable, parts: Sequence[int]) -> Numbers:
    """The logits of all claims with what trees add that were grown from other publishers.

    Args:
        table: The claims.
        parts: For each lesson the part that is left out together.
    """
    folds = np.array(parts)[table.lessons]
    found = table.rows[:, _LOGIT].astype(np.float64)
    for number in sorted(set(parts)):
        left_out = folds == number
        trees = grow(table, ~left_out) if left_out.any() else None
        if trees is not None:
            found[left_out] += trees.predict(table.rows[left_out], raw_score=True)
    return found


def format_trees(card: Mapping[str, Any], booster: lightgbm.Booster | None) -> str:
    """The text that ``read_trees`` reads."""
    grown = booster.dump_model()["tree_info"] if booster is not None else []
    trees = [_nodes(tree["tree_structure"]) for tree in grown]
    head = json.dumps(
        {"card": card, "columns": COLUMNS, "terms": TERMS, "least": LEAST}, ensure_ascii=False
    )
    lines = ",\n".join(json.dumps(nodes, separators=(",", ":")) for nodes in trees)
    return f'{head[:-1]},\n"trees": [\n{lines}\n]}}\n'


def _nodes(root: Mapping[str, Any]) -> list[Node]:
    """The nodes of a tree, the root first: column, bound, left and right; of a leaf its value."""
    found: list[Node] = []
    pending: list[tuple[Mapping[str, Any], int, int]] = [(root, -1, 0)]
    while pending:
        node, above, side = pending.pop()
        if above >= 0:
            found[above][side] = len(found)
        if "leaf_value" in node:
            found.append([round(node["leaf_value"] * STEPS)])
            continue
        bound = floor(node["threshold"] * STEPS)  # what is just below zero stays below it
        number = len(found)
        found.append([node["split_feature"], bound, -1, -1])
        pending += [(node["left_child"], number, 2), (node["right_child"], number, 3)]
    return found
