"""A release with what was read in it."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

from communique.explorer.server.context import Explorer
from communique.explorer.server.pages.mentions import mentions
from communique.explorer.server.replies.release import Mention, Release, ReleaseHead
from communique.explorer.server.snapshot import Snapshot
from communique.explorer.server.telling import told
from communique.graph import Evidence
from communique.loaders.folding import fold
from communique.loaders.store import Store

MOST_FACTS = 1_000
"""Facts of a release that are told with their quotes."""


MOST_OTHERS = 20
"""Quotes of other releases that are told with a fact."""


def head(snapshot: Snapshot, number: int) -> ReleaseHead:
    """A release without its text."""
    held = snapshot.releases
    return ReleaseHead(
        id=held.ids[number],
        headline=held.headlines[number],
        source=held.sources[number],
        published=held.published[number],
        url=held.urls[number],
        facts=len(snapshot.rows_of_release(number)),
    )


def listed(snapshot: Snapshot, words: str, *, stating: bool = False) -> list[int]:
    """The releases whose headline or source has all the words, the latest first.

    Args:
        snapshot: The graph.
        words: Their case, diacritics and punctuation do not matter.
        stating: Whether releases in which no fact was found are left out.
    """
    wanted, published = fold(words).split(), snapshot.releases.published
    found = [
        number
        for number, words_of_it in enumerate(snapshot.words_of_releases)
        if all(word in words_of_it for word in wanted)
        and not (stating and len(snapshot.rows_of_release(number)) == 0)
    ]
    return sorted(found, key=lambda number: published[number] or "", reverse=True)


def release_page(explorer: Explorer, snapshot: Snapshot, store: Store, number: int) -> Release:
    """A release with its text, the names in it and the facts it states.

    Without a ledger, or where that does not hold the release, it has no text.

    Args:
        explorer: Where the ledger is.
        snapshot: The facts.
        store: What they were read from.
        number: The release's.

    Raises:
        LedgerError: The ledger cannot be read.
        StoreUnavailableError: The store is gone.
    """
    text, found = _text(explorer, snapshot, number)
    rows, id_ = snapshot.rows_of_release(number)[:MOST_FACTS], snapshot.releases.ids[number]
    return Release(
        release=head(snapshot, number),
        text=text,
        mentions=found,
        facts=told(store, snapshot, snapshot.keys(rows), partial(_first_of, id_)),
    )


def _first_of(release: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """The quotes of a release, then some of others: a president has hundreds."""
    others = (quote for quote in evidence if quote.release != release)
    return [
        *(quote for quote in evidence if quote.release == release),
        *islice(others, MOST_OTHERS),
    ]


def _text(explorer: Explorer, snapshot: Snapshot, number: int) -> tuple[str | None, list[Mention]]:
    if not explorer.ledger:
        return None, []
    id_ = snapshot.releases.ids[number]
    with explorer.workspace.ledger() as ledger:
        if id_ not in ledger.release_digests():
            return None, []
        text = ledger.release(id_).text
        said = ledger.statements(id_)
        entities = {end.id: end for s in said for end in (s.subject, s.object)}
        canonical = ledger.given_ids.in_release(id_)
    found = []
    for place in mentions(text, entities.values(), canonical):
        named = snapshot.number(place.id)
        if named is not None:
            entity = snapshot.entity(named)
            found.append(Mention(start=place.start, end=place.end, entity=entity))
    return text, found
