"""The encoder to tune: six layers of BERT's form, and a head that judges pairs of marks."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.extractors.encoder.reading import KINDS, TYPES
from communique.extractors.scoring.weights import RELATIONS
from trials.encoder.samples import Sample

WIDTH, HEADS, LAYERS, LONGEST = 384, 12, 6, 512
_HIDDEN, _PART = 256, 128
_DROPPED = 0.1
_NEVER = -1e4
_RARE = -2.5
"""Logit at which what the head alone holds of a relation begins."""

Batch = Mapping[str, Tensor]


def read_vocabulary(base: Path) -> dict[str, int]:
    """The word pieces of a base model with their numbers, from its ``tokenizer.json``."""
    read = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = read["model"]["vocab"]
    return vocabulary


class Layer(nn.Module):
    """Attention and what follows it."""

    def __init__(self) -> None:
        """Make it without values."""
        super().__init__()
        self.attend, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.first_norm, self.second_norm = (nn.LayerNorm(WIDTH, 1e-12) for _ in range(2))

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """Rows after the layer. Attention in 16 bits is slow to learn through, so it has 32."""
        texts, length, _ = rows.shape
        split = self.attend(rows).view(texts, length, 3, HEADS, WIDTH // HEADS)
        query, keys, values = split.permute(2, 0, 3, 1, 4).float()
        heard = functional.scaled_dot_product_attention(query, keys, values, attn_mask=mask)
        heard = self.out(heard.transpose(1, 2).reshape(texts, length, WIDTH))
        rows = self.first_norm(rows + functional.dropout(heard, _DROPPED, self.training))
        more = self.down(functional.gelu(self.up(rows)))
        tuned: Tensor = self.second_norm(rows + functional.dropout(more, _DROPPED, self.training))
        return tuned


class Head(nn.Module):
    """For a pair of marks, what it is by itself and what is to be added to the scorer's logits."""

    def __init__(self) -> None:
        """Make it with small values."""
        super().__init__()
        self.left, self.right = nn.Linear(WIDTH, _HIDDEN), nn.Linear(WIDTH, _HIDDEN)
        self.left_part, self.right_part = nn.Linear(WIDTH, _PART), nn.Linear(WIDTH, _PART)
        self.product = nn.Linear(_PART, _HIDDEN, bias=False)
        sorts = len(TYPES) * len(KINDS)
        self.left_sorts, self.right_sorts = (nn.Embedding(sorts, _HIDDEN) for _ in range(2))
        self.pairs = nn.Embedding(len(TYPES) ** 2, _HIDDEN)
        self.relations = nn.Linear(_HIDDEN, 2 * len(RELATIONS))
        for table in (self.left_sorts, self.right_sorts, self.pairs):
            nn.init.normal_(table.weight, std=0.05)
        nn.init.normal_(self.relations.weight, std=0.02)
        with torch.no_grad():
            self.relations.bias.zero_()[: len(RELATIONS)] = _RARE

    def forward(self, marks: Tensor, batch: Batch) -> Tensor:
        """Logits for each pair, those by itself first."""
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

    def __init__(self, pieces: int) -> None:
        """Make it for so many word pieces."""
        super().__init__()
        self.pieces, self.places = nn.Embedding(pieces, WIDTH), nn.Embedding(LONGEST, WIDTH)
        self.sides, self.norm = nn.Embedding(2, WIDTH), nn.LayerNorm(WIDTH, 1e-12)
        self.types, self.kinds = nn.Embedding(len(TYPES), WIDTH), nn.Embedding(len(KINDS), WIDTH)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = Head()
        for table in (self.types, self.kinds):
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, batch: Batch) -> Tensor:
        """The logits of all pairs of a batch."""
        pieces = batch["pieces"]
        rows = self.pieces(pieces) + self.places.weight[: pieces.shape[1]]
        rows = rows + self.sides(batch["sides"])
        marked = self.types(batch["marked"][0]) + self.kinds(batch["marked"][1])
        rows = rows.view(-1, WIDTH).index_add(0, batch["marks"], marked).view(rows.shape)
        rows = functional.dropout(self.norm(rows), _DROPPED, self.training)
        for layer in self.layers:
            rows = layer(rows, batch["mask"])
        logits: Tensor = self.head(rows.reshape(-1, WIDTH)[batch["marks"]].float(), batch)
        return logits


def pretrained(base: Path) -> Tuned:
    """The encoder with the values of a base model: ``model.safetensors``, ``tokenizer.json``."""
    from safetensors.torch import load_file  # noqa: PLC0415  # only this needs it

    held = {
        n.removeprefix("bert."): v.float() for n, v in load_file(base / "model.safetensors").items()
    }
    model = Tuned(len(read_vocabulary(base)))
    own = {"pieces": "word", "places": "position", "sides": "token_type"}
    values = {f"{n}.weight": held[f"embeddings.{o}_embeddings.weight"] for n, o in own.items()}
    for part in ("weight", "bias"):
        values[f"norm.{part}"] = held[f"embeddings.LayerNorm.{part}"]
        for number in range(LAYERS):
            values |= _layer(held, number, part)
    lacking = model.load_state_dict(values, strict=False)
    strange = [n for n in lacking.missing_keys if not n.startswith(("head.", "types.", "kinds."))]
    if strange or lacking.unexpected_keys:
        raise ValueError(f"{base} is no such model: {strange or lacking.unexpected_keys}")
    return model


def _layer(held: Mapping[str, Tensor], number: int, part: str) -> dict[str, Tensor]:
    """Weights or biases of a layer, under the names that they have here."""
    names = {
        "out": "attention.output.dense",
        "first_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "second_norm": "output.LayerNorm",
    }
    before = f"encoder.layer.{number}"
    attend = [held[f"{before}.attention.self.{n}.{part}"] for n in ("query", "key", "value")]
    found = {f"layers.{number}.{n}.{part}": held[f"{before}.{o}.{part}"] for n, o in names.items()}
    return found | {f"layers.{number}.attend.{part}": torch.cat(attend)}


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
