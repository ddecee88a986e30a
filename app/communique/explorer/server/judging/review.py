"""What is to be judged, as the page gets it."""

from bisect import bisect
from collections.abc import Iterable
from datetime import date
from itertools import islice

from communique.builder.review import Mention, Party, Question
from communique.explorer.server.judging.judging import Standing
from communique.explorer.server.replies import review as replies
from communique.explorer.server.replies.entity import NamedEntity
from communique.explorer.server.snapshot import Snapshot
from communique.graph import Entity

MOST_MENTIONS = 20
"""Mentions that are shown of each of a pair."""

MOST_POSTS = 10
"""Posts that are shown of each of a pair."""

MOST_JUDGEMENTS = 200
"""Judgements that are listed, the latest."""


def reviewed(snapshot: Snapshot, standing: Standing, limit: int) -> replies.Review:
    """The pairs on which most facts hang, and what was judged last.

    Args:
        snapshot: Where the number of facts about each is from.
        standing: What is to be judged.
        limit: Most pairs.
    """
    docket = standing.docket
    judgements = docket.judgements[: -MOST_JUDGEMENTS - 1 : -1]
    return replies.Review(
        pairs=[_pair(snapshot, *item) for item in islice(docket.open.items(), limit)],
        judgements=[
            replies.Ruling(
                key=judgement.key,
                ruling=str(judgement.ruling),
                one=judgement.one.name,
                other=judgement.other.name,
                author=judgement.author,
                day=judgement.day,
            )
            for judgement in judgements
        ],
        total=len(docket.open),
        truncated=len(docket.open) > limit or len(docket.judgements) > MOST_JUDGEMENTS,
        pending=standing.pending,
        trouble=standing.trouble or None,
    )


def _pair(snapshot: Snapshot, key: str, question: Question) -> replies.Pair:
    return replies.Pair(
        id=key,
        one=_party(snapshot, question.one, question.other),
        other=_party(snapshot, question.other, question.one),
        reason=question.reason,
        score=question.score,
        features=[
            replies.Feature(name=feature.name, weight=feature.weight)
            for feature in question.features
        ],
        facts=question.facts,
    )


def _party(snapshot: Snapshot, party: Party, other: Party) -> replies.Party:
    days = [mention.published for mention in party.mentions if mention.published]
    return replies.Party(
        entity=_entity(snapshot, party.entity),
        posts=list(party.posts[:MOST_POSTS]),
        releases=len({mention.anchor.release for mention in party.mentions}),
        first=min(days, default=None),
        last=max(days, default=None),
        mentions=[
            replies.Passage(
                release=mention.anchor.release,
                headline=mention.title,
                published=mention.published,
                name=mention.anchor.name,
                quote=mention.quote,
            )
            for mention in _nearest(party, other)
        ],
    )


def _nearest(party: Party, other: Party) -> list[Mention]:
    """Mentions of a party, the earliest first; of many those nearest in time to the other's.

    What tells whether a president and somebody of that surname are one is what was said of both at
    a time, and not the first that was ever said.
    """
    days = sorted(_ordinals(other.mentions))

    def distance(mention: Mention) -> int:
        own = _ordinals([mention])
        if not own or not days:
            return date.max.toordinal()
        place = bisect(days, own[0])
        return min(abs(day - own[0]) for day in days[max(0, place - 1) : place + 1])

    kept = sorted(enumerate(party.mentions), key=lambda item: (distance(item[1]), item[0]))
    return [mention for _, mention in sorted(kept[:MOST_MENTIONS], key=lambda item: item[0])]


def _ordinals(mentions: Iterable[Mention]) -> list[int]:
    days = (mention.published for mention in mentions if mention.published)
    return [date.fromisoformat(day).toordinal() for day in days]


def _entity(snapshot: Snapshot, entity: Entity) -> NamedEntity:
    """An entity of the ledger, which the store may not have yet."""
    number = snapshot.number(entity.id)
    return NamedEntity(
        id=entity.id,
        name=entity.name,
        type=entity.type,
        aliases=list(entity.aliases),
        iso3=entity.iso3,
        wikidata=entity.wikidata,
        facts=0 if number is None else int(snapshot.entities.facts[number]),
    )
