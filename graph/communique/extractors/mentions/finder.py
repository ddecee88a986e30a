"""All mentions of a block: names, bodies and offices put together into maximal mentions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from communique.extractors.mentions.agencies import without_agencies
from communique.extractors.mentions.bodies import BodyFinder
from communique.extractors.mentions.bodies.naming import is_no_body
from communique.extractors.mentions.bodies.portfolios import Portfolios
from communique.extractors.mentions.draft import Draft
from communique.extractors.mentions.headlines import is_headline, lowered
from communique.extractors.mentions.knowledge import Knowledge
from communique.extractors.mentions.known import KnownNames
from communique.extractors.mentions.labels import (
    HintReader,
    Labels,
    PeopleReader,
    without_people,
)
from communique.extractors.mentions.nesting import branches, nested, seated
from communique.extractors.mentions.people import PeopleFinder
from communique.extractors.mentions.people.leading.holders import Holders
from communique.extractors.mentions.places import PlaceFinder
from communique.extractors.mentions.places.namesakes import is_american, namesakes, place
from communique.extractors.mentions.places.quarters import quarters
from communique.extractors.mentions.places.settled import (
    settle_towns,
    settled_hints,
    with_towns,
)
from communique.extractors.mentions.spans import (
    Mention,
    Span,
    covering,
    outside,
    without_overlap,
)
from communique.extractors.mentions.undertakings import UndertakingFinder
from communique.extractors.mentions.undertakings.editions import ATTENDED
from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.bodies import body_words
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.organisations import Organisation
from communique.gazetteer.territories import NameKind, find_territories
from communique.gazetteer.titles import Titles
from communique.ontology import EntityType

_BEFORE_ACRONYM = re.compile(r"\s?[(“\"]")
_AFTER_ACRONYM = re.compile(r"[)”\"]")
_DEFINED = re.compile(r" \((?:hereinafter[^()\n]{0,20} )?(?:the )?[“\"]?([A-Z][a-z]+)[”\"]?\)")
"""A word of a name in brackets behind it, by which a release means it from there on."""
_OWNS = re.compile(r"['’]s? ")

_FEWEST_BLANKS = 1
"""Blanks of names of the gazetteer that are known by all of their words."""
_MADE_OUT = frozenset({EntityType.OPERATION, EntityType.EVENT, EntityType.PLACE})


class MentionFinder:
    """Finds the mentions of a block."""

    def __init__(self, organisations: Sequence[Organisation], nouns: Nouns, titles: Titles) -> None:
        """Take the gazetteers."""
        self._bodies = BodyFinder(organisations, nouns, titles)
        self._undertakings = UndertakingFinder(nouns)
        self._places = PlaceFinder(nouns, titles)
        self._hints = HintReader(nouns, titles)
        self._labelled = PeopleReader(nouns, titles)
        self._people = PeopleFinder(titles)
        self._holders = Holders(nouns, titles)
        self._portfolios = Portfolios(nouns, titles)
        self._heads = body_words().alone | body_words().recalled

    def begin(self, issuer: Span | None, text: str = "") -> Knowledge:
        """What is known before the first block: by which noun alone the issuer is called.

        Args:
            issuer: Who issued the release, if a body is known.
            text: Of the release.
        """
        martial = self._undertakings.is_martial(text)
        knowledge = Knowledge(american=is_american(text), martial=martial)
        if issuer is not None:
            knowledge.learn_issuer(issuer, self._heads)
        return knowledge

    def learn(self, text: str, model: Labels, knowledge: Knowledge, *, title: bool = False) -> None:
        """First pass over a block: what it introduces for the whole release.

        Args:
            text: The block.
            model: Spans that the language model labels: start, end, label.
            knowledge: What the release has introduced; it grows.
            title: Whether the block is the title, whose capitals may tell nothing.
        """
        model = with_towns(text, self._labelled.with_people(text, model))
        draft = knowledge.drafts[text] = self._draft(text, knowledge)
        index, spans = draft.index, self._spans(draft, knowledge.acronyms, model)
        knowledge.learn_acronyms(text, spans)
        knowledge.learn_heads(spans, self._heads)
        knowledge.learn_operations(spans)
        knowledge.recalled.update(self._undertakings.recalled(text, spans))
        if not (title and is_headline(text)):
            draft.people = self._people.sight(index, spans, model)
            names, _ = self._people.find(draft.people, KnownNames())
            knowledge.learn_people(names)

    def find(
        self, text: str, model: Labels, knowledge: Knowledge, *, title: bool = False
    ) -> list[Mention]:
        """The mentions of a block in order, none overlapping.

        Args:
            text: The block.
            model: Spans that the language model labels: start, end, label.
            knowledge: What the release has introduced.
            title: Whether the block is the title, whose capitals may tell nothing.
        """
        model = with_towns(text, self._labelled.with_people(text, model))
        draft = knowledge.drafts.get(text) or self._draft(text, knowledge)
        index, spans = draft.index, self._spans(draft, knowledge.known(), model)
        seen, headline = draft.people, title and is_headline(text)
        if seen is None or seen.headline != headline:
            seen = self._people.sight(index, spans, model, headline=headline)
        names, roles = self._people.find(seen, knowledge.people)
        spans = outside(spans, names)
        roles = [self._bodies.seated(index.text, role) for role in roles]
        officials = self._people.join(index, names, roles, spans)
        taken = [Span(m.start, m.end, m.type, "-") for m in officials]
        rest = [s for s in spans if covering(taken, s.start) is None]
        rest.sort(key=lambda span: span.kind == NameKind.DEMONYM)
        described = self._undertakings.described(index, [*taken, *rest], knowledge.recalled)
        others = [Mention(s.start, s.end, s.type, s) for s in (*rest, *described)]
        found = without_agencies(text, _apart([*officials, *others]))
        return _with_owners(text, _with_acronyms(text, found))

    def _draft(self, text: str, knowledge: Knowledge) -> Draft:
        index = WordIndex(lowered(text))
        named = find_territories(index.text)
        others = tuple(namesakes(index.text, named, american=knowledge.american))
        territories = tuple(state for state in named if state not in others)
        unaided = (
            *self._undertakings.find(index, martial=knowledge.martial),
            *self._places.find(index, territories),
            *(place(index.text, namesake) for namesake in others),
        )
        return Draft(index, territories, unaided, self._bodies.alone(index))

    def _spans(self, draft: Draft, known: Mapping[str, Span], model: Labels) -> list[Span]:
        """Bodies, states, places, operations and events with a name.

        Those of the first pass, if what the release has introduced since makes no difference.
        """
        index = draft.index
        listed = self._bodies.listed(index, known, draft.alone)
        if draft.spans is None or (draft.listed, draft.model) != (listed, model):
            draft.listed, draft.model, draft.people = listed, model, None
            owners = self._bodies.owners(index, listed)
            candidates = [
                *self._bodies.find(index, draft.territories, listed, model),
                *owners,
                *without_people(draft.unaided, model),
                *settled_hints(index.text, self._hints.read(index.text, model), draft.unaided),
            ]
            candidates = [
                span
                for span in candidates
                if not (is_no_body(index.text, span) or self._portfolios.holds(index.text, span))
            ]
            candidates = list(self._holders.cut(index, candidates))
            candidates = list(
                _without_made_out(index.text, candidates, draft.alone, [*listed, *owners])
            )
            settled = settle_towns(index.text, without_overlap(candidates))
            whole = list(branches(index.text, nested(index.text, settled, candidates)))
            draft.spans = list(quarters(index.text, list(seated(index.text, whole))))
        return list(draft.spans)


def _without_made_out(
    text: str, candidates: Sequence[Span], alone: Mapping[int, Span], listed: Sequence[Span]
) -> Iterator[Span]:
    """Candidates but for what is only made out in a long name of the gazetteer, or in all of it.

    "Financial Action Task Force" is no task force, "Pacific Islands Forum Fisheries Agency" no
    forum.
    """
    whole = [s for s in alone.values() if text.count(" ", s.start, s.end) >= _FEWEST_BLANKS]
    for span in candidates:
        around = [w for w in whole if w.start <= span.start and span.end <= w.end]
        part = any((w.start, w.end) != (span.start, span.end) for w in around)
        body = span.type == EntityType.ORGANISATION and part
        made = bool(around) and span.type in _MADE_OUT and span.strength < ATTENDED
        if not (body or made) or span in listed:
            yield span


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Mentions in order; what begins inside another one is part of it.

    A person whose office alone does so is not: "the Oshana State | Commissioner, NAME".
    """
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        end = kept[-1].end if kept else 0
        if mention.start >= end:
            kept.append(mention)
        elif mention.type == EntityType.PERSON and mention.span and mention.span.start > end:
            kept.append(replace(mention, start=end + 1))
    return kept


def _with_acronyms(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Take "(ACRONYM)" right after a name into its mention."""
    joined: list[Mention] = []
    for mention in mentions:
        span = _repeated(text, joined[-1], mention) if joined else None
        if span is not None:
            joined[-1] = replace(joined[-1], end=mention.end + 1, span=span)
        else:
            joined.append(_over_definition(text, mention))
    return joined


def _with_owners(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Take the state that owns a body into its mention: "Latvia's Ministry of Defence".

    As is done with "the Latvian Ministry of Defence": it is one thing that is spoken of.
    """
    owned: list[Mention] = []
    for mention in mentions:
        before = owned[-1] if owned else None
        if before is not None and _owns(text, before, mention):
            owned[-1] = replace(mention, start=before.start)
        else:
            owned.append(mention)
    return owned


def _owns(text: str, before: Mention, mention: Mention) -> bool:
    """Whether a mention is that of the state that owns what the next one means."""
    state, body = before.span, mention.span
    if before.type != EntityType.COUNTRY or mention.type != EntityType.ORGANISATION:
        return False
    if state is None or body is None or not body.named or body.country is None:
        return False
    owner = state.territory is not None and body.country.iso3 == state.territory.iso3
    return owner and _OWNS.fullmatch(text, before.end, mention.start) is not None


def _over_definition(text: str, mention: Mention) -> Mention:
    """A mention of a body with what it is called from there on: "… Office in Porto (Office)"."""
    span, defined = mention.span, _DEFINED.match(text, mention.end)
    if span is None or span.type != EntityType.ORGANISATION or defined is None:
        return mention
    return replace(mention, end=defined.end()) if defined[1] in span.name.split() else mention


def _repeated(text: str, before: Mention, mention: Mention) -> Span | None:
    """What a mention and one in brackets behind it mean, maybe in its own language, if the same."""
    one, other = before.span, mention.span
    opened = _BEFORE_ACRONYM.fullmatch(text, before.end, mention.start)
    if one is None or other is None or not opened or not _AFTER_ACRONYM.match(text, mention.end):
        return None
    if one.name == other.name:
        return one
    return other if _is_translated(text, before, other) else None


def _is_translated(text: str, before: Mention, span: Span) -> bool:
    """Whether words before brackets are the end of a form of the body in them.

    "National Police (Policía Nacional)" is the Spanish National Police.
    """
    words = f" {text[before.start : before.end]}"
    names = (span.name, *span.aliases)
    national = before.type == span.type and span.country is not None
    acronym = text[span.start : span.end].isupper()
    return national and not acronym and any(f" {name}".endswith(words) for name in names)
