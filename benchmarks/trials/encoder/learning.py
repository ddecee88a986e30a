"""How the encoder is tuned: in few passes, slower below than above, ending when it is told to."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.utils import clip_grad_norm_

from communique.extractors.scoring.weights import RELATIONS
from trials.encoder.model import Tuned, batch_of
from trials.encoder.samples import Material, Sample

BATCH = 16
_NEAR = 800
"""Sentences among which those of like length come together."""
_WARMING = 150
"""Steps in which it learns more with each."""
_HEAD, _PIECES, _BELOW = 1e-3, 2e-5, 0.85
"""How fast head and what stands for pieces learn, and how much slower each layer below another."""
_SCALE = 100
"""Labels by which a loss is divided; so many count in a batch, more or less."""
_EMPTY, _DULL = 0.3, 0.03
"""Share that is kept of the sentences without a right pair, none of which is held this likely."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long it learns.

    Attributes:
        passes: How often it sees each sentence.
        seconds: Time after which it has ended all the same.
    """

    passes: int
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """What it learns from.

    Attributes:
        samples: The sentences.
        told: How likely each candidate stands in each relation; nan where nobody tells.
    """

    samples: Sequence[Sample]
    told: NDArray[np.float32]


def annotated(material: Material, *, every: bool) -> Examples:
    """The sentences of annotated releases; those held back only if all are asked for."""
    right = (material.labels == 1).astype(np.float32)
    told = np.where(material.counting, right, np.float32(np.nan))
    return Examples(_chosen(material, every), told)


def tune(
    model: Tuned, examples: Examples, plan: Plan, progress: Callable[[str], None] = print
) -> None:
    """Tune a pretrained encoder; the pieces stay as they are."""
    model.pieces.weight.requires_grad_(False)
    optimizer = torch.optim.AdamW(_groups(model), betas=(0.9, 0.98), weight_decay=0.01)
    fastest = [group["lr"] for group in optimizer.param_groups]
    passes = (_pass(examples.samples, number) for number in range(plan.passes))
    batches = list(chain.from_iterable(passes))
    started = time.monotonic()
    model.train()
    for step, samples in enumerate(batches):
        done = max(step / len(batches), (time.monotonic() - started) / plan.seconds)
        if done >= 1:
            return
        for group, fast in zip(optimizer.param_groups, fastest, strict=True):
            group["lr"] = fast * min(1, (step + 1) / _WARMING) * (1 - done)
        loss = _loss(model(batch_of(samples)), samples, examples.told)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if (step + 1) % 100 == 0:
            progress(f"{step + 1} of {len(batches)} steps, {done:.0%}: {loss.item():.3f}")


def _groups(model: Tuned) -> list[dict[str, object]]:
    """What learns how fast; what is added or scaled is not pulled to zero."""
    found: dict[tuple[float, bool], list[Tensor]] = {}
    for name, values in model.named_parameters():
        first, _, rest = name.partition(".")
        if first == "layers":
            above = model.form.layers - 1 - int(rest.partition(".")[0])
            fast = model.form.fast * _BELOW**above
        else:
            fast = _HEAD if first in {"head", "types", "kinds"} else _PIECES
        if values.requires_grad:
            found.setdefault((fast, values.dim() > 1), []).append(values)
    return [
        {"params": values, "lr": fast} | ({} if pulled else {"weight_decay": 0.0})
        for (fast, pulled), values in found.items()
    ]


def _chosen(material: Material, every: bool) -> list[Sample]:
    """What is learned from: all that may teach something, and some of the rest."""
    chance = random.Random(7)  # noqa: S311
    chosen: list[Sample] = []
    for sample in material.samples:
        rows = slice(sample.row, sample.row + len(sample.ends))
        teaches = (material.labels[rows] == 1).any() or material.logits[rows].max() >= _logit(_DULL)
        if (every or not sample.held) and (teaches or chance.random() < _EMPTY):
            chosen.append(sample)
    return chosen


def _pass(samples: Sequence[Sample], number: int) -> Iterator[list[Sample]]:
    """Yield all sentences in batches of like length, in an order that a number tells."""
    chance, mixed = random.Random(number), list(samples)  # noqa: S311
    chance.shuffle(mixed)
    batches: list[list[Sample]] = []
    for start in range(0, len(mixed), _NEAR):
        near = sorted(mixed[start : start + _NEAR], key=lambda sample: len(sample.text.pieces))
        batches += [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _loss(logits: Tensor, samples: Sequence[Sample], told: NDArray[np.float32]) -> Tensor:
    """How far it is from what it is told."""
    rows = np.concatenate([np.arange(s.row, s.row + len(s.ends)) for s in samples])
    labels = torch.from_numpy(told[rows])
    some = torch.isfinite(labels)
    return binary_cross_entropy_with_logits(logits[some], labels[some], reduction="sum") / _SCALE


def heard(model: Tuned, material: Material) -> NDArray[np.float32]:
    """What it holds of the candidates held back, by relation; nan of others."""
    samples = [sample for sample in material.samples if sample.held]
    return heard_of(model, samples, len(material.labels))


def heard_of(model: Tuned, samples: Sequence[Sample], rows: int) -> NDArray[np.float32]:
    """What it holds of the candidates of sentences, in so many rows; nan of others."""
    found = np.full((rows, len(RELATIONS)), np.nan, np.float32)
    order = sorted(samples, key=lambda sample: len(sample.text.pieces))
    model.eval()
    for start in range(0, len(order), 2 * BATCH):
        some = order[start : start + 2 * BATCH]
        with torch.no_grad():
            logits = model(batch_of(some)).numpy()
        found[np.concatenate([np.arange(s.row, s.row + len(s.ends)) for s in some])] = logits
    return found


def _logit(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))
