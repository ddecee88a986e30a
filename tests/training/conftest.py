"""Annotated releases and lessons in our own words."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.extractors.reading.script import Ends
from communique.extractors.scoring.collective.views import Portrait, View
from communique.extractors.scoring.weights import RELATIONS
from communique.ontology import Relation
from communique.training.annotations import Annotation, read_annotations
from communique.training.examples import Example, Lesson

Annotate = Callable[..., Annotation]
Teach = Callable[..., Lesson]


@pytest.fixture(scope="session")
def extractor() -> PressExtractor:
    return PressExtractor(load_model())


@pytest.fixture
def annotate(tmp_path: Path) -> Annotate:
    """An annotated release: its body, entities by key, triples with their evidence."""

    def annotate(body: str, entities: dict[str, Any], *triples: dict[str, Any]) -> Annotation:
        title = "News of the day"
        text = f"{title}\n\nSource: Ministry of Foreign Affairs of Portugal\n\n{body}\n"
        named = [{"key": key, **entity} for key, entity in entities.items()]
        gold = {"document": "news", "title": title, "entities": named, "triples": triples}
        (tmp_path / "news.txt").write_text(text, encoding="utf-8")
        (tmp_path / "news.json").write_text(json.dumps(gold), encoding="utf-8")
        (annotation,) = read_annotations([tmp_path])
        assert isinstance(annotation, Annotation)
        return annotation

    return annotate


@pytest.fixture(scope="session")
def teach() -> Teach:
    """A lesson made by hand: for each example its features, what it states, and the label."""

    def teach(
        *rows: tuple[Sequence[str], Ends, int],
        group: str = "press",
        golds: dict[Ends, frozenset[int]] | None = None,
        neutral: frozenset[Ends] = frozenset(),
        required: dict[int, Relation] | None = None,
        judged: bool = False,
    ) -> Lesson:
        index: dict[str, int] = {}
        examples = []
        for names, ends, label in rows:
            numbers = [index.setdefault(name, len(index)) for name in names]
            number = RELATIONS.index(ends[1])
            examples.append(Example(np.array(numbers, np.int32), ((number, label),), (ends,)))
        figures = {end for _, ends, _ in rows for end in (ends[0], ends[2])}
        portraits = {end: Portrait._make([0] * len(Portrait._fields)) for end in figures}
        unseen = [0] * (len(View._fields) - 2)
        views = [View(ends[0], ends[2], *unseen) for _, ends, _ in rows]
        known = golds or {}, neutral, required or {}, views, portraits
        return Lesson("by-hand", group, tuple(index), tuple(examples), *known, judged=judged)

    return teach
