"""A light encoder: the first layers of one that is in use, taught by a larger one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.extractors.encoder.parameters import Matrix, Parameters
from communique.extractors.encoder.reading import Text
from communique.extractors.encoder.wordpiece import UNKNOWN
from trials.encoder.learning import Examples
from trials.encoder.model import LONGEST, Form, Tuned, batch_of, filled
from trials.encoder.samples import Sample
from trials.encoder.writing import TURNED

_LEAST, _FAST = 1e-12, 1.2e-4
"""What is added to a variance, and how fast the upper layer learns, in BERT's form."""


def light(parameters: Parameters, layers: int) -> Tuned:
    """An encoder with the pieces and first layers of a file's, and a head that knows nothing.

    Raises:
        ValueError: The file has fewer layers, or is of another form.
    """
    if layers > int(parameters.card["layers"]):
        raise ValueError(f"the file has {parameters.card['layers']} layers, not {layers}")
    arrays = parameters.arrays
    width = arrays["norm"].shape[0]
    form = Form(width, int(parameters.card["heads"]), layers, _LEAST, False, _FAST)
    model = Tuned(len(parameters.pieces), form)
    for number, layer in enumerate(model.layers):
        hidden = arrays[f"layer{number}.up"].shape[1]
        layer.up, layer.down = nn.Linear(width, hidden), nn.Linear(hidden, width)
    places = np.zeros((LONGEST, width), np.float32)
    places[: len(arrays["places"])] = arrays["places"]
    values = {f"{name}.weight": arrays[name] for name in ("pieces", "sides", "types", "kinds")}
    values |= {"places.weight": places}
    values |= {"norm.weight": arrays["norm"], "norm.bias": arrays["norm_bias"]}
    for number in range(layers):
        values |= _layer(arrays, number)
    held = {name: torch.from_numpy(value.copy()) for name, value in values.items()}
    filled(model, held, ("head.",))
    return model


def _layer(arrays: Mapping[str, Matrix], number: int) -> dict[str, Matrix]:
    """A layer of a file under the names that it has here."""
    ours, its = f"layers.{number}", f"layer{number}"
    found: dict[str, Matrix] = {}
    for name in TURNED:
        found[f"{ours}.{name}.weight"] = arrays[f"{its}.{name}"].T
        found[f"{ours}.{name}.bias"] = arrays[f"{its}.{name}_bias"]
    for name in ("first", "second"):
        found[f"{ours}.{name}_norm.weight"] = arrays[f"{its}.{name}_norm"]
        found[f"{ours}.{name}_norm.bias"] = arrays[f"{its}.{name}_bias"]
    return found


def narrow(model: Tuned, samples: Sequence[Sample], width: int) -> None:
    """Keep of the hidden numbers of all layers but the last those that tell most.

    Args:
        model: The encoder, which is changed.
        samples: Sentences by which to tell.
        width: How many are kept at most.
    """
    model.eval()
    for layer in list(model.layers)[:-1]:
        told = torch.zeros(layer.up.out_features)

        def hear(_: nn.Module, __: object, raised: Tensor, told: Tensor = told) -> None:
            told += functional.gelu(raised).abs().sum((0, 1))

        listening = layer.up.register_forward_hook(hear)
        with torch.no_grad():
            for sample in samples:  # one by one, so that nothing is filled up
                model(batch_of([sample]))
        listening.remove()
        weights = layer.down.weight.detach()
        kept = (told * weights.norm(dim=0)).topk(min(width, len(told))).indices.sort().values
        layer.up, layer.down = _kept(layer.up, kept, 0), _kept(layer.down, kept, 1)


def _kept(linear: nn.Linear, kept: Tensor, axis: int) -> nn.Linear:
    """A linear map with only some of what goes out of it (0) or into it (1)."""
    weights = linear.weight.detach().index_select(axis, kept)
    biases = linear.bias.detach()
    found = nn.Linear(weights.shape[1], weights.shape[0])
    found.weight.data.copy_(weights)
    found.bias.data.copy_(biases if axis else biases[kept])
    return found


class Translator:
    """Puts sentences that were read with the pieces of one model into those of another."""

    def __init__(self, its: Mapping[str, int], ours: Mapping[str, int]) -> None:
        """Take the pieces with their numbers; those that are lacking are unknown."""
        self._numbers = np.full(max(its.values()) + 1, ours[UNKNOWN])
        for piece, number in its.items():
            self._numbers[number] = ours.get(piece, ours[UNKNOWN])

    def samples(self, samples: Sequence[Sample]) -> list[Sample]:
        """The same sentences."""
        return [replace(sample, text=self._text(sample.text)) for sample in samples]

    def _text(self, text: Text) -> Text:
        return replace(text, pieces=self._numbers[list(text.pieces)].tolist())


def joined(examples: Examples, more: Examples) -> Examples:
    """Both, the rows of the second behind those of the first."""
    behind = len(examples.told)
    moved = [replace(sample, row=behind + sample.row) for sample in more.samples]
    return Examples([*examples.samples, *moved], np.concatenate([examples.told, more.told]))
