"""The file of a tuned encoder that communique reads (``communique.extractors.encoder``)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from torch import Tensor

from communique.extractors.encoder.parameters import FORMAT, Matrix, Parameters, format_parameters
from communique.extractors.encoder.reading import TERMS
from communique.extractors.encoder.wordpiece import BREAK, FIRST, MARK, UNKNOWN, WordPieces
from trials.encoder.judging import LEAST, MOST, Fusion
from trials.encoder.model import Tuned
from trials.encoder.samples import Material

_INSIDE = "##"
LOWERED = 0.1
"""By how much logits are lowered, so that precision stays what it was on what is held back."""
_READ = 256
"""Places that a text as read may have."""
_FEWEST_OWN, _FEWEST = 2, 4
TURNED = ("attend", "out", "up", "down")
"""Matrices of a layer that the file holds the other way round than torch does."""


def written(
    model: Tuned,
    fusion: Fusion,
    vocabulary: Mapping[str, int],
    kept: Sequence[str],
    note: Mapping[str, Any],
) -> bytes:
    """The file of a tuned encoder.

    Args:
        model: What was tuned.
        fusion: How much it counts beside the scorer.
        vocabulary: All pieces with their numbers.
        kept: The pieces that the file has.
        note: What its card says besides: the base model, its licence, the day.
    """
    held = {name: _matrix(values) for name, values in model.state_dict().items()}
    arrays = {
        "pieces": held["pieces.weight"][[vocabulary[piece] for piece in kept]],
        "places": held["places.weight"][:_READ],
        "norm": held["norm.weight"],
        "norm_bias": held["norm.bias"],
    }
    arrays |= {name: held[f"{name}.weight"] for name in ("sides", "types", "kinds")}
    if model.form.distances:
        arrays["distances"] = held["distances.weight"]
    arrays |= _head(held) | _relations(held, fusion)
    for number in range(model.form.layers):
        arrays |= _layer(held, number)
    gate = {"least": LEAST, "most": MOST, "trust": round(fusion.trust, 4), "lowered_by": LOWERED}
    form = {
        "format": FORMAT,
        "terms": list(TERMS),
        "layers": model.form.layers,
        "heads": model.form.heads,
    }
    return format_parameters(
        Parameters({**note, **form, **gate}, {p: n for n, p in enumerate(kept)}, arrays)
    )


def _matrix(values: Tensor) -> Matrix:
    matrix: Matrix = values.detach().float().numpy()
    return matrix


def _layer(held: Mapping[str, Matrix], number: int) -> dict[str, Matrix]:
    own = {
        n.removeprefix(f"layers.{number}."): v
        for n, v in held.items()
        if n.startswith(f"layers.{number}.")
    }
    found: dict[str, Matrix] = {}
    for name in TURNED:
        found |= {name: own[f"{name}.weight"].T, f"{name}_bias": own[f"{name}.bias"]}
    for name in ("first", "second"):
        found[f"{name}_norm"] = own[f"{name}_norm.weight"]
        found[f"{name}_bias"] = own[f"{name}_norm.bias"]
    return {f"layer{number}.{name}": values for name, values in found.items()}


def _head(held: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """The head, but for what it tells of relations."""
    own = {n.removeprefix("head."): v for n, v in held.items() if n.startswith("head.")}
    found = {name: own[f"{name}.weight"] for name in ("left_sorts", "right_sorts", "pairs")}
    found["product"] = own["product.weight"].T
    for name in ("left", "right", "left_part", "right_part"):
        found |= {name: own[f"{name}.weight"].T, f"{name}_bias": own[f"{name}.bias"]}
    return found


def _relations(held: Mapping[str, Matrix], fusion: Fusion) -> dict[str, Matrix]:
    """What the head tells of relations, as much as it counts; a little less is stated then.

    Where what is stated is as likely as before, it is right a little less often: what both hold of
    a pair goes together.
    """
    rows = held["head.relations.weight"], held["head.relations.bias"]
    parts = [fusion.alone * values for values in rows]
    offsets = fusion.offsets - LOWERED
    return {
        "relations": parts[0].T.astype(np.float32),
        "relations_bias": (parts[1] + offsets).astype(np.float32),
    }


def _often(counts: Counter[int], fewest: int) -> list[int]:
    return [number for number, count in counts.items() if count >= fewest]


def pieces_of(
    material: Material, texts: Iterable[Path], vocabulary: Mapping[str, int]
) -> list[str]:
    """The pieces that a file keeps, in the order of the vocabulary.

    Those that two of the annotated releases or four of the texts have, and every single character,
    so that any word still splits.
    """
    names = {number: piece for piece, number in vocabulary.items()}
    words, counts, own = WordPieces(vocabulary), Counter[int](), Counter[int]()
    owners = material.owners.tolist()
    for _, samples in groupby(material.samples, key=lambda sample: owners[sample.row]):
        own.update({number for sample in samples for number in sample.text.pieces})
    for text in texts:
        counts.update(set(words.split(text.read_text(encoding="utf-8"))))
    often = [*_often(own, _FEWEST_OWN), *_often(counts, _FEWEST)]
    kept = {names[number] for number in often}
    kept |= {piece for piece in vocabulary if len(piece.removeprefix(_INSIDE)) == 1}
    kept |= {UNKNOWN, FIRST, BREAK, MARK}
    return sorted(kept, key=vocabulary.__getitem__)
