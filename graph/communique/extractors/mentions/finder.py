"""All mentions of a block: names, bodies and offices put together into maximal mentions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.extractors.mentions.bodies import BodyFinder, introduced
from communique.extractors.mentions.names import NameFinder
from communique.extractors.mentions.offices import OfficeFinder
from communique.extractors.mentions.officials import join_officials
from communique.extractors.mentions.spans import Mention, Span, covering, without_overlap
from communique.extractors.mentions.undertakings import UndertakingFinder
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.organisations import Organisation
from communique.gazetteer.territories import NameKind, find_territories, find_territory
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_MODEL_TYPES = {
    "ORG": EntityType.ORGANISATION, "GPE": EntityType.PLACE, "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
}  # fmt: skip


_SHORTEST_ALIAS = 4
"""Least length, in code points, of the bare name of an operation that is looked for by itself."""


@dataclass(slots=True)
class Knowledge:
    """What a release has introduced so far.

    Attributes:
        acronyms: Forms in brackets after a name, with what they mean.
        people: Words of personal names and of their surnames.
    """

    acronyms: dict[str, Span] = field(default_factory=dict)
    people: set[tuple[str, ...]] = field(default_factory=set)

    def learn(self, spans: Iterable[Span]) -> None:
        """Remember the forms by which people may be called again."""
        for span in spans:
            words = tuple(span.name.split())
            if span.type != EntityType.PERSON or not words:
                continue
            self.people.add(words)
            if len(words[-1]) > 2:  # noqa: PLR2004
                self.people.update(words[number:] for number in range(1, len(words)))


class MentionFinder:
    """Finds the mentions of a block."""

    def __init__(
        self, organisations: Sequence[Organisation], nouns: Nouns, titles: Titles
    ) -> None:
        """Take the gazetteers."""
        self._nouns, self._titles = nouns, titles
        self._bodies = BodyFinder(organisations, nouns, titles)
        self._undertakings = UndertakingFinder(nouns)
        self._offices = OfficeFinder(titles)
        self._names = NameFinder(titles)

    def learn(self, text: str, model: Sequence[tuple[int, int, str]], knowledge: Knowledge) -> None:
        """First pass over a block: what it introduces for the whole release."""
        index = WordIndex(_lowered(text))
        spans = self._spans(index, knowledge.acronyms, model)
        for acronym, span in introduced(text, index, spans):
            aliases = tuple(dict.fromkeys((*span.aliases, acronym)))
            known = Span(
                span.start, span.end, span.type, span.name, aliases=aliases, country=span.country
            )
            knowledge.acronyms.setdefault(acronym, known)
            knowledge.acronyms.setdefault(text[span.start : span.end], known)
        for span in spans:
            if span.type == EntityType.OPERATION and span.named:
                for alias in span.aliases:
                    if len(alias) >= _SHORTEST_ALIAS:
                        knowledge.acronyms.setdefault(alias, span)
        names, _ = self._people(index, spans, model, ())
        knowledge.learn(names if not is_headline(text) else [])

    def find(
        self, text: str, model: Sequence[tuple[int, int, str]], knowledge: Knowledge
    ) -> list[Mention]:
        """The mentions of a block in order, none overlapping.

        Args:
            text: The block.
            model: Spans that the language model labels: start, end, label.
            knowledge: What the release has introduced.
        """
        index = WordIndex(_lowered(text))
        spans = self._spans(index, knowledge.acronyms, model)
        names, roles = self._people(index, spans, model, knowledge.people)
        if is_headline(text):
            names = [name for name in names if _known(name, knowledge) or _modelled(name, model)]
        spans = [s for s in spans if not any(s.start < n.end and n.start < s.end for n in names)]
        officials = join_officials(index, names, roles, spans, self._names)
        taken = [Span(m.start, m.end, m.type, "-") for m in officials]
        rest = [s for s in spans if covering(taken, s.start) is None and s.kind != NameKind.DEMONYM]
        demonyms = [s for s in spans if covering(taken, s.start) is None and s.kind == NameKind.DEMONYM]
        described = self._undertakings.described(index, [*taken, *rest, *demonyms])
        others = [
            Mention(s.start, s.end, s.type, s) for s in (*rest, *demonyms, *described)
        ]
        return _with_acronyms(text, sorted([*officials, *others], key=lambda m: m.start))

    def _spans(
        self, index: WordIndex, known: Mapping[str, Span], model: Sequence[tuple[int, int, str]]
    ) -> list[Span]:
        territories = find_territories(index.text)
        bodies = list(self._bodies.find(index, territories, known))
        others = list(self._undertakings.find(index, territories, bodies))
        hints = [
            _hint(index.text, start, end, _MODEL_TYPES[label])
            for start, end, label in _trimmed(index.text, model)
            if label in _MODEL_TYPES
            and _sound(index.text[start:end], label)
            and self._names_body(index.text[start:end])
        ]
        return _towns(index.text, without_overlap([*bodies, *others, *hints]))

    def _names_body(self, form: str) -> bool:
        """Whether a form is more than title and portfolio words."""
        words = [word for word in form.replace("-", " ").split() if word[0].isupper()]
        if any(word in self._titles.role_heads or word in self._titles.honorifics for word in words):
            return any(word in self._nouns.organisation_heads for word in words)
        plain = self._titles.portfolio | self._titles.role_modifiers
        return not all(word in plain for word in words)

    def _people(
        self, index: WordIndex, spans: Sequence[Span], model: Sequence[tuple[int, int, str]],
        known: Iterable[tuple[str, ...]],
    ) -> tuple[list[Span], list]:  # fmt: skip
        solid = [span for span in spans if span.strength or span.type == EntityType.ORGANISATION]
        people = [(start, end) for start, end, label in model if label == "PERSON"]
        addressed = list(self._names.addressed(index, solid))
        sure = without_overlap([*addressed, *self._names.known(index, known, solid)])
        recognised = list(self._names.recognised(index, people, solid))
        roles = self._offices.find(index, solid, without_overlap([*sure, *recognised]))
        names = without_overlap(
            [
                *sure,
                *self._names.after_roles(index, roles, solid),
                *self._names.before_roles(index, roles, solid),
                *recognised,
            ]
        )
        names = [n for n in names if not any(r.start < n.end and n.start < r.end for r in roles)]
        return names, roles


def _lowered(text: str) -> str:
    """A heading in capitals as a title, of the same length; any other text as it is."""
    if not text.isupper() or len(text.split()) < 2:  # noqa: PLR2004
        return text
    titled = "".join(
        word if word.isupper() and len(word) < 3 else word.capitalize()  # noqa: PLR2004
        for word in re.split(r"(\W+)", text)
    )
    titled = re.sub(r"\b(?:For|And|Of|The|To|In|On|At|By|With)\b", lambda m: m[0].lower(), titled)
    return titled if len(titled) == len(text) else text


def _with_acronyms(text: str, mentions: list[Mention]) -> list[Mention]:
    """Take "(ACRONYM)" right after a name into its mention."""
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        same = (
            before is not None
            and before.span is not None
            and mention.span is not None
            and before.span.name == mention.span.name
            and re.fullmatch(r"\s?[(“\"]", text[before.end : mention.start])
            and re.match(r"[)”\"]", text[mention.end :])
        )
        if same and before is not None:
            joined[-1] = replace(before, end=mention.end + 1)
        else:
            joined.append(mention)
    return joined


def is_headline(text: str) -> bool:
    """Whether nearly every word is capitalised, so that capitals tell nothing."""
    words = [word for word in text.split() if word[0].isalpha() and len(word) > 3]  # noqa: PLR2004
    capitals = sum(word[0].isupper() for word in words)
    return len(words) > 3 and capitals > 0.7 * len(words) and not text.rstrip().endswith(".")  # noqa: PLR2004


def _known(name: Span, knowledge: Knowledge) -> bool:
    return tuple(name.name.split()) in knowledge.people


def _modelled(name: Span, model: Sequence[tuple[int, int, str]]) -> bool:
    return any(label == "PERSON" and s <= name.start and name.end <= e for s, e, label in model)


def _hint(text: str, start: int, end: int, kind: EntityType) -> Span:
    """What the model found, as a state where it is one."""
    state = find_territory(text[start:end]) if kind == EntityType.PLACE else None
    if state and state[1] != NameKind.CAPITAL:
        return Span(start, end, EntityType.COUNTRY, state[0].name, *state, strength=0)
    return Span(start, end, kind, text[start:end], strength=0)


def _towns(text: str, spans: list[Span]) -> list[Span]:
    """Let what the model takes for a body be a place where the words around say so."""
    settled: list[Span] = []
    for span in spans:
        before = settled[-1] if settled else None
        beside = before is not None and before.type == EntityType.PLACE and (
            text[before.end : span.start] in {" and ", ", ", ", and "}
        )
        hint = span.strength == 0 and span.type == EntityType.ORGANISATION
        inside = text[: span.start].endswith((" in ", " near ", " outside "))
        if hint and (beside or inside):
            span = replace(span, type=EntityType.PLACE)
        settled.append(span)
    return settled


def _trimmed(
    text: str, model: Sequence[tuple[int, int, str]]
) -> Iterable[tuple[int, int, str]]:
    """The model's spans without article, possessive ending and surrounding marks."""
    for start, end, label in model:
        form = text[start:end]
        for opening in ("the ", "The ", "a ", "an "):
            if form.startswith(opening):
                start += len(opening)
        for ending in ("'s", "’s", "'", "’"):
            if text[start:end].endswith(ending):
                end -= len(ending)
        if start < end:
            yield start, end, label


def _sound(form: str, label: str) -> bool:
    """Whether a span of the model looks like a name worth keeping."""
    if "\n" in form or any(mark in form for mark in "•,;:()[]“”\""):
        return False
    words = form.split()
    capitals = sum(word[0].isupper() for word in words)
    if label == "ORG":
        return (len(words) > 1 and capitals > 1) or (len(words) == 1 and form.isupper() and len(form) > 2)  # noqa: PLR2004
    return capitals == len(words) or (len(words) > 2 and capitals >= len(words) - 1)  # noqa: PLR2004
