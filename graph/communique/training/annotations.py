"""Annotated releases to learn from: gold files beside their texts, or with offsets into a corpus.

A gold file follows the annotation guide and stands beside its text (``SLUG.json``, ``SLUG.txt``).
An annotation of a text that may not be handed on names the text instead: ``text`` is its file in
the folder of the corpus, ``sha256`` its digest, and ``evidence`` is a span ``[start, end]`` in code
points, half open, or a list of spans; it has no ``title``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from communique.evaluation.annotation.gold import GoldDocument, gold_of, load_gold_file
from communique.evaluation.annotation.inputs import need, read_json, read_text

_ENDS = 2
_UNREAD = "…"
"""Stands for a quote whose text is not at hand."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotated release whose text is at hand.

    Attributes:
        path: Its annotation file.
        text: The file of its text.
        gold: What a correct graph says about it.
        source: Its publisher; None if the annotation does not say.
        published: Its day; None if the annotation does not say.
    """

    path: Path
    text: Path
    gold: GoldDocument
    source: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class WithoutText:
    """A well-formed annotation that cannot be learned from.

    Attributes:
        path: Its file.
        reason: Why, in words that fit any number of annotations.
    """

    path: Path
    reason: str


def read_annotations(
    folders: Sequence[Path], corpus: Path | None = None
) -> Iterator[Annotation | WithoutText]:
    """Yield the annotations under folders, by folder and path.

    Args:
        folders: Folders of gold files and of annotations of the corpus.
        corpus: The folder of the corpus's texts.

    Raises:
        MalformedInputError: A file that is not an annotation, or is against the guide.
    """
    for folder in folders:
        for path in sorted(folder.rglob("*.json")):
            yield _read(path, corpus)


def _read(path: Path, corpus: Path | None) -> Annotation | WithoutText:
    raw = read_json(path)
    need(isinstance(raw, dict), str(path), "an annotation is a JSON object")
    for name in ("source", "published"):
        fits = raw.get(name) is None or isinstance(raw[name], str)
        need(fits, str(path), f"{name!r} must be a string or null")
    if "text" in raw:
        return _of_corpus(raw, path, corpus)
    gold = load_gold_file(path)
    need(gold.text is not None, str(path), f"no {gold.slug}.txt beside it")
    text = path.with_name(f"{gold.slug}.txt")
    return Annotation(path, text, gold, raw.get("source"), raw.get("published"))


def _of_corpus(raw: Mapping[str, Any], path: Path, corpus: Path | None) -> Annotation | WithoutText:
    for name in ("text", "sha256"):
        need(isinstance(raw.get(name), str), str(path), f"{name!r} must be a string")
    need(isinstance(raw.get("triples"), list), str(path), "'triples' must be a list")
    text = read_text(corpus / raw["text"]) if corpus is not None else None
    same = text is not None and sha256(text.encode()).hexdigest() == raw["sha256"]
    known = text if same else None
    triples = [
        _quoting(triple, known, f"{path}: triple {number}")
        for number, triple in enumerate(raw["triples"], 1)
    ]
    title = known.strip().partition("\n")[0] if known else ""
    gold = gold_of({**raw, "title": title, "triples": triples}, path, known)
    if corpus is None or text is None:
        return WithoutText(path, "no text in the corpus")
    if not same:
        return WithoutText(path, "the corpus has another text than was annotated")
    return Annotation(path, corpus / raw["text"], gold, raw.get("source"), raw.get("published"))


def _quoting(triple: Any, text: str | None, where: str) -> dict[str, Any]:
    """A triple with the words of its evidence in place of their offsets."""
    need(isinstance(triple, dict), where, "must be an object")
    spans = _spans(triple.get("evidence"), where)
    if text is None:
        return {**triple, "evidence": [_UNREAD for _ in spans]}
    need(all(end <= len(text) for _, end in spans), where, "evidence ends after the text")
    return {**triple, "evidence": [text[start:end] for start, end in spans]}


def _spans(raw: Any, where: str) -> list[tuple[int, int]]:
    several = isinstance(raw, list) and all(isinstance(item, list) for item in raw)
    spans = raw if several else [raw]
    fits = bool(spans) and all(map(is_span, spans))
    need(fits, where, f"evidence must be [start, end] or a list of these, not {raw!r}")
    return [(start, end) for start, end in spans]


def is_span(raw: Any) -> bool:
    """Whether a value is a half-open span ``[start, end]`` that is not empty."""
    pair = isinstance(raw, list) and len(raw) == _ENDS and all(type(end) is int for end in raw)
    return pair and 0 <= raw[0] < raw[1]
