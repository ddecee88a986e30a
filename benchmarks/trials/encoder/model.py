"""The encoder to tune: layers of BERT's or of MPNet's form, and a head that judges pairs of marks.

MPNet's form has no sides, and attention that knows how far apart two pieces stand.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.extractors.encoder.reading import KINDS, TYPES
from communique.extractors.encoder.wordpiece import BREAK, FIRST, MARK, UNKNOWN
from communique.extractors.scoring.weights import RELATIONS
from trials.encoder.samples import Sample

LONGEST = 512
"""Places of a text."""
_HIDDEN, _PART = 256, 128
_DROPPED = 0.1
_NEVER = -1e4
_RARE = -2.5
"""Logit at which what the head holds of a relation begins."""

_DISTANCES, _FARTHEST = 32, 128
"""Classes of how far apart two pieces stand, and from where on all are one."""
_PADDING = 2
"""Places of MPNet before the first of a text."""
_SPECIAL = {FIRST: "<s>", BREAK: "</s>", MARK: "<mask>", UNKNOWN: "[UNK]"}
"""What MPNet calls the pieces that are no words."""

_OWN = ("head.", "types.", "kinds.", "sides.")
"""What begins the names of values that no base model has."""

Batch = Mapping[str, Tensor]


@dataclass(frozen=True, slots=True)
class Form:
    """What the layers of a base model are like.

    Attributes:
        width: Numbers that stand for a piece.
        heads: Heads of attention.
        layers: How many layers it has.
        least: What is added to a variance.
        distances: Whether attention knows how far apart two pieces stand (MPNet).
        fast: How fast the upper layer learns.
    """

    width: int
    heads: int
    layers: int
    least: float
    distances: bool
    fast: float


def form_of(base: Path) -> Form:
    """The form of a base model, from its ``config.json``."""
    read = json.loads((base / "config.json").read_text(encoding="utf-8"))
    distances = read["model_type"] == "mpnet"
    return Form(
        read["hidden_size"],
        read["num_attention_heads"],
        read["num_hidden_layers"],
        read["layer_norm_eps"],
        distances,
        6e-5 if distances else 1.2e-4,
    )


def read_vocabulary(base: Path) -> dict[str, int]:
    """The word pieces of a base model with their numbers, from its ``tokenizer.json``."""
    read = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = read["model"]["vocab"]
    return vocabulary | {
        ours: vocabulary[its] for ours, its in _SPECIAL.items() if its in vocabulary
    }


class Layer(nn.Module):
    """Attention and what follows it."""

    def __init__(self, form: Form) -> None:
        """Make it without values."""
        super().__init__()
        width = form.width
        self.heads = form.heads
        self.attend, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.first_norm, self.second_norm = (nn.LayerNorm(width, form.least) for _ in range(2))

    def forward(self, rows: Tensor, near: Tensor) -> Tensor:
        """Rows after the layer; ``near`` is added to what a piece pays heed to another."""
        texts, length, width = rows.shape
        split = self.attend(rows).view(texts, length, 3, self.heads, width // self.heads)
        query, keys, values = split.permute(2, 0, 3, 1, 4)
        heard = functional.scaled_dot_product_attention(query, keys, values, attn_mask=near)
        heard = self.out(heard.transpose(1, 2).reshape(texts, length, width))
        rows = self.first_norm(rows + functional.dropout(heard, _DROPPED, self.training))
        more = self.down(functional.gelu(self.up(rows)))
        tuned: Tensor = self.second_norm(rows + functional.dropout(more, _DROPPED, self.training))
        return tuned


class Head(nn.Module):
    """What stands between two marks."""

    def __init__(self, width: int) -> None:
        """Make it with small values."""
        super().__init__()
        self.left, self.right = nn.Linear(width, _HIDDEN), nn.Linear(width, _HIDDEN)
        self.left_part, self.right_part = nn.Linear(width, _PART), nn.Linear(width, _PART)
        self.product = nn.Linear(_PART, _HIDDEN, bias=False)
        sorts = len(TYPES) * len(KINDS)
        self.left_sorts, self.right_sorts = (nn.Embedding(sorts, _HIDDEN) for _ in range(2))
        self.pairs = nn.Embedding(len(TYPES) ** 2, _HIDDEN)
        self.relations = nn.Linear(_HIDDEN, len(RELATIONS))
        for table in (self.left_sorts, self.right_sorts, self.pairs):
            nn.init.normal_(table.weight, std=0.05)
        nn.init.normal_(self.relations.weight, std=0.02)
        nn.init.constant_(self.relations.bias, _RARE)

    def forward(self, marks: Tensor, batch: Batch) -> Tensor:
        """Logits for each pair, one for each relation."""
        at, types, sorts = batch["at"], batch["types"], batch["sorts"]
        left, right = batch["pairs"]
        rows = (self.left(marks)[at] + self.left_sorts(sorts))[left]
        rows = rows + (self.right(marks)[at] + self.right_sorts(sorts))[right]
        rows = rows + self.pairs(types[left] * len(TYPES) + types[right])
        both = self.left_part(marks)[at[left]] * self.right_part(marks)[at[right]]
        rows = functional.gelu(rows + self.product(both))
        logits: Tensor = self.relations(functional.dropout(rows, _DROPPED, self.training))
        return logits


class Tuned(nn.Module):
    """The encoder with its head."""

    def __init__(self, pieces: int, form: Form) -> None:
        """Make it for so many word pieces."""
        super().__init__()
        self.form, width = form, form.width
        self.pieces, self.places = nn.Embedding(pieces, width), nn.Embedding(LONGEST, width)
        self.sides, self.norm = nn.Embedding(2, width), nn.LayerNorm(width, form.least)
        self.types, self.kinds = nn.Embedding(len(TYPES), width), nn.Embedding(len(KINDS), width)
        self.distances = nn.Embedding(_DISTANCES, form.heads) if form.distances else None
        self.layers = nn.ModuleList(Layer(form) for _ in range(form.layers))
        self.head = Head(width)
        for table in (self.types, self.kinds):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.zeros_(self.sides.weight)

    def forward(self, batch: Batch) -> Tensor:
        """The logits of all pairs of a batch."""
        pieces, width = batch["pieces"], self.form.width
        rows = self.pieces(pieces) + self.places.weight[: pieces.shape[1]]
        rows = rows + self.sides(batch["sides"])
        marked = self.types(batch["marked"][0]) + self.kinds(batch["marked"][1])
        rows = rows.view(-1, width).index_add(0, batch["marks"], marked).view(rows.shape)
        rows = functional.dropout(self.norm(rows), _DROPPED, self.training)
        near = batch["mask"]
        if self.distances is not None:
            near = near + self.distances(_distances(pieces.shape[1])).permute(2, 0, 1)
        for layer in self.layers:
            rows = layer(rows, near)
        logits: Tensor = self.head(rows.reshape(-1, width)[batch["marks"]], batch)
        return logits


def _distances(length: int) -> Tensor:
    """The class of how far each piece of a text stands from each; before and behind are two."""
    places = torch.arange(length)
    away = places[:, None] - places[None, :]
    half, far = _DISTANCES // 2, away.abs()
    exact = half // 2
    share = torch.log(far.clamp(min=1) / exact) / math.log(_FARTHEST / exact)
    rough = (exact + (share * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(far < exact, far, rough) + half * (away < 0)


def pretrained(base: Path) -> Tuned:
    """The encoder with the values of a base model: a folder with its values, pieces and form."""
    from safetensors.torch import load_file  # noqa: PLC0415  # only this needs it

    form = form_of(base)
    read = load_file(base / "model.safetensors").items()
    held = {name.removeprefix("bert.").removeprefix("mpnet."): v.float() for name, v in read}
    model = Tuned(len(held["embeddings.word_embeddings.weight"]), form)
    values = {"pieces.weight": held["embeddings.word_embeddings.weight"]}
    places = held["embeddings.position_embeddings.weight"]
    if form.distances:
        values["distances.weight"] = held["encoder.relative_attention_bias.weight"]
        values["places.weight"] = places[_PADDING:]
    else:
        values["sides.weight"] = held["embeddings.token_type_embeddings.weight"]
        values["places.weight"] = places
    for part in ("weight", "bias"):
        values[f"norm.{part}"] = held[f"embeddings.LayerNorm.{part}"]
        for number in range(form.layers):
            values |= _layer(held, number, part, form)
    filled(model, values)
    return model


def filled(model: Tuned, values: Mapping[str, Tensor], own: tuple[str, ...] = _OWN) -> None:
    """Give a model all values but those that begin like its own.

    Raises:
        ValueError: Others are lacking, or there are some that it has no place for.
    """
    lacking = model.load_state_dict(values, strict=False)
    strange = [name for name in lacking.missing_keys if not name.startswith(own)]
    if strange or lacking.unexpected_keys:
        raise ValueError(f"no model of this form: {strange or lacking.unexpected_keys}")


def _layer(held: Mapping[str, Tensor], number: int, part: str, form: Form) -> dict[str, Tensor]:
    """Weights or biases of a layer, under the names that they have here."""
    names, attend = (_MPNET, "qkv") if form.distances else (_BERT, ("query", "key", "value"))
    inner = "attention.attn" if form.distances else "attention.self"
    before = f"encoder.layer.{number}"
    found = {f"layers.{number}.{n}.{part}": held[f"{before}.{o}.{part}"] for n, o in names.items()}
    attending = torch.cat([held[f"{before}.{inner}.{name}.{part}"] for name in attend])
    return found | {f"layers.{number}.attend.{part}": attending}


_BERT = {
    "out": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "second_norm": "output.LayerNorm",
}
_MPNET = _BERT | {"out": "attention.attn.o", "first_norm": "attention.LayerNorm"}


def batch_of(samples: Sequence[Sample]) -> Batch:
    """Sentences side by side, each filled up to the longest, with all their pairs."""
    length = max(len(sample.text.pieces) for sample in samples)
    pieces = torch.zeros(len(samples), length, dtype=torch.long)
    sides, mask = torch.zeros_like(pieces), torch.zeros(len(samples), 1, 1, length)
    marks: list[int] = []
    at: list[int] = []
    sorts: list[tuple[int, int]] = []
    ends: list[list[int]] = []
    for number, sample in enumerate(samples):
        text, end = sample.text, len(sample.text.pieces)
        pieces[number, :end] = torch.tensor(text.pieces)
        sides[number, text.sentence : end], mask[number, ..., end:] = 1, _NEVER
        places = {place: len(at) + n for n, place in enumerate(sorted(text.references))}
        at += [len(marks) + text.references[place] for place in places]
        sorts += [text.sorts[place] for place in places]
        ends += [[places[place] for place in pair] for pair in sample.ends.tolist()]
        marks += [number * length + mark for mark in text.marks]
    marked = torch.tensor([sort for sample in samples for sort in sample.text.marked]).T
    types, kinds = torch.tensor(sorts).T
    return {
        "pieces": pieces, "sides": sides, "mask": mask, "marks": torch.tensor(marks),
        "marked": marked, "at": torch.tensor(at), "types": types,
        "sorts": types * len(KINDS) + kinds, "pairs": torch.tensor(ends).T,
    }  # fmt: skip
