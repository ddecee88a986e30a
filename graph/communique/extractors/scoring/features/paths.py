"""Features of two words of a sentence: what stands between them, in text and in the parse."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from communique.extractors.parse import Token
from communique.extractors.scoring.features.family import Family
from communique.extractors.scoring.features.sight import Sight
from communique.extractors.scoring.lexicon import Lexicon

_LONGEST_PATH = 6
BETWEEN = 8
"""Most words between two of which all lemmas are features; of more words only the verbs are."""
GAP = 4
"""Longest stretch of words between two references that is a feature as a whole."""
MOST_BETWEEN = 5
"""Mentions between two; more are told as so many."""
_LONGEST = 9
_BUCKETS = (0, 1, 2, 3, 5, 8, 12, 20, 35)
FAR = 50
"""How far it is beyond the last bucket."""
ORDERS = ("before", "after")
"""Where the left of two words stands."""


class PathReader:
    """Names what stands between two referring words, and what they are arguments of."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the relations of lemmas."""
        self._lexicon = lexicon

    def between(self, sight: Sight, left: Token, right: Token, types: str) -> list[Family]:
        """The features of two words that are not the same."""
        forward = left.i < right.i
        order = "before" if forward else "after"
        first, last = (left.i, right.i) if forward else (right.i, left.i)
        count = last - first - 1
        places, typed = sight.places, f"|{types}"
        mentions = bisect_left(places, last) - bisect_right(places, first)
        found: list[Family] = [
            (f"order={order}", (typed,)),
            ("distance=", (f"{order}{bucket(count)}",)),
            ("mentions-between=", (f"{order}{min(mentions, MOST_BETWEEN)}",)),
        ]
        if count <= GAP:
            found.append((f"gap={order}:{' '.join(sight.forms(first + 1, last))}", ("", typed)))
        if count:
            some = sight.lemmas if count <= BETWEEN else sight.verbs
            found.append((f"between={order}:", some(first + 1, last)))
        self._add_path(found, sight, (left, right), typed)
        if left.i in sight.arguments and right.i in sight.arguments:
            found += self._shared_heads(sight, left, right, typed)
        return found

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

    def _add_path(
        self, found: list[Family], sight: Sight, ends: tuple[Token, Token], typed: str
    ) -> None:
        """Add the features of the path between two words in the parse."""
        left, right = ends
        one, other = sight.chain(left), sight.chain(right)
        met = one.meet(other)
        if met is None:
            found.append(("path=none", ("",)))
            return
        ups, downs = met
        summit, lemma = one.words[ups], one.lemmas[ups]
        if summit is left or summit is right:
            lemma = "@left" if summit is left else "@right"
        top, classes = f"|summit={lemma}", self._lexicon.endings(lemma)
        tops = f"{one.steps[0] if ups else '-'}^{other.steps[0] if downs else '-'}"
        found += (
            ("summit=", (lemma,)),
            (f"path={one.rises[ups]}^{other.rises[downs]}", ("", typed, top, *classes)),
            (f"ends={tops}", (top, *classes)),
            ("path-length=", (str(min(ups + downs + 2, _LONGEST)),)),
            ("stance=", (sight.stance(summit),)),
        )
        inner = one.lemmas[1:ups] + other.lemmas[1:downs]
        if inner:
            found.append(("via=", inner))
            found.append(
                ("via-class=", [name for word in inner for name in self._lexicon.of(word)])
            )
        if len(inner) <= _LONGEST_PATH:
            words = one.lemmas[1 : ups + 1] + other.lemmas[1:downs][::-1]
            order = "before" if left.i < right.i else "after"
            found.append((f"lexical={order}:", ("_".join(words),)))

    def _shared_heads(
        self, sight: Sight, left: Token, right: Token, typed: str
    ) -> Iterator[Family]:
        """Yield as what both words are arguments of the same verb or noun."""
        for head, role in sight.arguments[left.i]:
            for other, second in sight.arguments[right.i]:
                if head is not other:
                    continue
                lemma = f"|{head.lemma_.lower()}"
                classes = self._lexicon.endings(lemma[1:])
                told = f"{lemma}|{sight.stance(head)}"
                yield f"roles={role}^{second}", (lemma, typed, told, *classes)


def _heads(chain: Sequence[Token], dep: str) -> Iterator[str]:
    """Yield the word above, and the one above a preposition."""
    if len(chain) < 2:  # noqa: PLR2004  # itself alone
        return
    head = chain[1]
    yield f"head={dep}|{head.lemma_.lower()}"
    for above in chain[2:3] if head.pos_ == "ADP" else ():
        yield f"head={dep}:{head.lower_}|{above.lemma_.lower()}"


def bucket(count: int) -> int:
    """A number of words between two, rounded."""
    place = bisect_left(_BUCKETS, count)
    return _BUCKETS[place] if place < len(_BUCKETS) else FAR
