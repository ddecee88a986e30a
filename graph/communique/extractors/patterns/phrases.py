"""A relation phrase of a user: a frame in the form of ``frames/*.jsonl``, checked."""

import re
from collections.abc import Sequence
from dataclasses import fields

from communique.extractors.patterns.fields import Content, Fields
from communique.extractors.reading.frame import Frame, parse_frame
from communique.ontology import SIGNATURES, EntityType, Relation, Status

FIELDS = tuple(field.name for field in fields(Frame))
NEEDED = ("name", "relation", "subject", "object", "example", "expects")

STEPS = frozenset({"subject", "object", "possessor", "modifier", "self", "clause", "dative"})
"""Steps of a slot that are no preposition."""
DISCOURSE = frozenset({"topic", "in-doing", "recent", "same-doer"})
"""Slots that stand for what the release says elsewhere."""
PREPOSITIONS = frozenset(
    "about above across after against along alongside amid among around as at before behind below "
    "beneath beside besides between beyond by despite down during for from in inside into like "
    "near of off on onto opposite out outside over past per round since than through throughout "
    "till to toward towards under until up upon via with within without".split()
)
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MEETING, _EVENT = "@meeting", "@event"
_ENDS = 2


def read_phrase(content: Content, meeting: frozenset[str]) -> tuple[Frame | None, Sequence[str]]:
    """The frame of an entry, or None and what is wrong with it.

    Args:
        content: The entry.
        meeting: What ``@meeting`` stands for.
    """
    entry = Fields(content, FIELDS, NEEDED)
    name = entry.text("name")
    if name and not _NAME.fullmatch(name):
        entry.fault("name", 'two words in small letters with "/" between, such as "desk/brief"')
    _check_trigger(entry, content)
    for end in ("subject", "object"):
        _check_slots(entry, content, end)
    _check_types(entry, entry.choice("relation", Relation))
    entry.truth("pairs")
    entry.choice("status", Status)
    entry.share("confidence")
    entry.text("example")
    expects = entry.texts("expects")
    if content.get("expects") is not None and len(expects) != _ENDS:
        entry.fault("expects", 'the two names read in the example, such as ["A", "B"]')
    return (None if entry.faults else parse_frame(dict(content), meeting)), entry.faults


def _check_trigger(entry: Fields, content: Content) -> None:
    """One verb or noun must trigger it; words are lemmas in small letters."""
    if bool(content.get("verbs")) == bool(content.get("nouns")):
        entry.faults.append('it needs either "verbs" or "nouns"')
    for name in ("verbs", "nouns", "through", "particles", "doers"):
        if content.get(name) == _MEETING and name != "verbs":
            continue
        for word in entry.texts(name):
            plain = _WORD.fullmatch(word) and word == word.lower()
            if not plain and not (name == "nouns" and word == _EVENT):
                entry.fault(
                    name, f'single words as a dictionary lists them ("meet"), which {word!r} is not'
                )


def _check_slots(entry: Fields, content: Content, end: str) -> None:
    slots = entry.texts(end)
    if content.get(end) == []:
        entry.fault(end, "at least one slot")
    for slot in slots:
        steps = slot.split(".")
        if slot not in DISCOURSE and not set(steps) <= STEPS | PREPOSITIONS:
            known = ", ".join(sorted(STEPS))
            entry.fault(
                end,
                f"slots, which {slot!r} is not: {known}, a preposition, several of these with "
                f"dots between, or one of {', '.join(sorted(DISCOURSE))}",
            )


def _check_types(entry: Fields, relation: str) -> None:
    """The types of the ends must be among those that the relation allows."""
    signature = SIGNATURES[Relation(relation)] if relation in SIGNATURES else None
    entry.choices("subject_types", signature.subjects if signature else EntityType)
    entry.choices("object_types", signature.objects if signature else EntityType)
