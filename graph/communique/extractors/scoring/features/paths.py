"""Features of two words of a sentence: what stands between them, in text and in the parse."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from communique.extractors.parse import Token
from communique.extractors.scoring.features.family import Family
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon

_LONGEST_PATH = 6
_BETWEEN = 8
_GAP = 4
"""Longest stretch of words between two references that is a feature as a whole."""
_MOST_BETWEEN = 5
_LONGEST = 9
_BUCKETS = (0, 1, 2, 3, 5, 8, 12, 20, 35)
_FAR = 50


class PathReader:
    """Names what stands between two referring words, and what they are arguments of."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the relations of lemmas."""
        self._lexicon = lexicon

    def between(self, sight: Sight, left: Token, right: Token, types: str) -> Iterator[Family]:
        """Yield the features of two words that are not the same."""
        forward = left.i < right.i
        order = "before" if forward else "after"
        first, last = (left.i, right.i) if forward else (right.i, left.i)
        count = last - first - 1
        places = sight.places
        mentions = bisect_left(places, last) - bisect_right(places, first)
        yield f"order={order}", (f"|{types}",)
        yield "distance=", (f"{order}{_bucket(count)}",)
        yield "mentions-between=", (f"{order}{min(mentions, _MOST_BETWEEN)}",)
        if count <= _GAP:
            yield f"gap={order}:{' '.join(sight.forms(first + 1, last))}", ("", f"|{types}")
        some = sight.lemmas if count <= _BETWEEN else sight.verbs
        yield f"between={order}:", some(first + 1, last)
        yield from self._path(sight, left, right, types)
        yield from self._shared_heads(sight, left, right, types)

    def alone(self, sight: Sight, token: Token) -> Sequence[str]:
        """The features of one referring word, as their names end."""
        known = sight.alone.get(token.i)
        if known is None:
            known = sight.alone[token.i] = list(self._alone(sight, token))
        return known

    def _alone(self, sight: Sight, token: Token) -> Iterator[str]:
        chain = sight.chain(token)
        dep = chain.steps[0] if chain.steps else "root"
        verb = sight.verb(token)
        yield f"dep={dep}"
        yield from _heads(chain.words, dep)
        lemma = verb.lemma_.lower()
        yield f"verb={lemma}"
        yield from (f"verb-class={name}|{dep}" for name in self._lexicon.of(lemma))
        yield f"stance={sight.stance(verb)}"
        for other, role in sight.arguments.get(token.i, ()):
            lemma = other.lemma_.lower()
            yield f"role={role}|{lemma}"
            yield from (f"role={role}|class={name}" for name in self._lexicon.of(lemma))
        before, after = sight.beside(token)
        yield f"before={before or '^'}"
        yield f"after={after or '$'}"

    def _path(self, sight: Sight, left: Token, right: Token, types: str) -> Iterator[Family]:
        one, other = sight.chain(left), sight.chain(right)
        met = one.meet(other)
        if met is None:
            yield "path=none", ("",)
            return
        ups, downs = met
        summit = one.words[ups]
        lemma = summit.lemma_.lower()
        if summit.i in (left.i, right.i):
            lemma = "@left" if summit.i == left.i else "@right"
        classes = [f"|class={name}" for name in self._lexicon.of(lemma)]
        top = f"|summit={lemma}"
        yield "summit=", (lemma,)
        yield f"path={one.rises[ups]}^{other.rises[downs]}", ("", f"|{types}", top, *classes)
        ends = f"{one.steps[0] if ups else '-'}^{other.steps[0] if downs else '-'}"
        yield f"ends={ends}", (top, *classes)
        yield "path-length=", (str(min(ups + downs + 2, _LONGEST)),)
        yield "stance=", (sight.stance(summit),)
        order = "before" if left.i < right.i else "after"
        yield from self._inner(one.words[1 : ups + 1], other.words[1:downs], order)

    def _inner(self, ups: Sequence[Token], downs: Sequence[Token], order: str) -> Iterator[Family]:
        """Yield the words along a path, one by one and together; the last of ``ups`` is on top."""
        lemmas = [token.lemma_.lower() for token in (*ups, *reversed(downs))]
        inner = lemmas[: max(0, len(ups) - 1)] + lemmas[len(ups) :]
        if inner:
            yield "via=", inner
            yield "via-class=", [name for lemma in inner for name in self._lexicon.of(lemma)]
        if len(inner) <= _LONGEST_PATH:
            yield f"lexical={order}:", ("_".join(lemmas),)

    def _shared_heads(
        self, sight: Sight, left: Token, right: Token, types: str
    ) -> Iterator[Family]:
        """Yield as what both words are arguments of the same verb or noun."""
        others = sight.arguments.get(right.i, ())
        for head, role in sight.arguments.get(left.i, ()) if others else ():
            for other, second in others:
                if head.i != other.i:
                    continue
                lemma = head.lemma_.lower()
                classes = (f"|class={name}" for name in self._lexicon.of(lemma))
                told = f"|{lemma}|{sight.stance(head)}"
                yield f"roles={role}^{second}", (f"|{lemma}", f"|{types}", told, *classes)


def _heads(chain: Sequence[Token], dep: str) -> Iterator[str]:
    """Yield the word above, and the one above a preposition."""
    if len(chain) < 2:  # noqa: PLR2004  # itself alone
        return
    head = chain[1]
    yield f"head={dep}|{head.lemma_.lower()}"
    for above in chain[2:3] if head.pos_ == "ADP" else ():
        yield f"head={dep}:{head.lower_}|{above.lemma_.lower()}"


def _bucket(count: int) -> int:
    place = bisect_left(_BUCKETS, count)
    return _BUCKETS[place] if place < len(_BUCKETS) else _FAR
