"""Features of two words of a sentence: what stands between them, in text and in the parse."""

from collections.abc import Iterator, Sequence

from communique.extractors.parse import Token
from communique.extractors.scoring.features.sight import Sight, steps
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

    def between(self, sight: Sight, left: Token, right: Token, types: str) -> Iterator[str]:
        """Yield the features of two words that are not the same."""
        order = "before" if left.i < right.i else "after"
        first, last = sorted((left, right), key=lambda t: t.i)
        between = first.doc[first.i + 1 : last.i]
        mentions = sum(1 for place in sight.places if first.i < place < last.i)
        yield f"order={order}|{types}"
        yield f"distance={order}{_bucket(len(between))}"
        yield f"mentions-between={order}{min(mentions, _MOST_BETWEEN)}"
        if len(between) <= _GAP:
            gap = " ".join(t.lower_ for t in between)
            yield f"gap={order}:{gap}"
            yield f"gap={order}:{gap}|{types}"
        for token in between:
            if len(between) <= _BETWEEN or token.pos_ == "VERB":
                yield f"between={order}:{token.lemma_.lower()}"
        yield from self._path(sight, left, right, types)
        yield from self._shared_heads(sight, left, right, types)

    def alone(self, sight: Sight, token: Token, side: str) -> list[str]:
        """The features of one referring word, marked with a side."""
        known = sight.alone.get(token.i)
        if known is None:
            known = sight.alone[token.i] = list(self._alone(sight, token))
        return [f"{side}-{feature}" for feature in known]

    def _alone(self, sight: Sight, token: Token) -> Iterator[str]:
        chain = sight.chain(token)
        known = steps(chain[:2])
        dep = known[0] if known else "root"
        verb = sight.verb(token)
        yield f"dep={dep}"
        yield from _heads(chain, dep)
        lemma = verb.lemma_.lower()
        yield f"verb={lemma}"
        yield from (f"verb-class={name}|{dep}" for name in self._lexicon.of(lemma))
        yield f"stance={sight.stance(verb)}"
        for other, role in sight.arguments.get(token.i, ()):
            lemma = other.lemma_.lower()
            yield f"role={role}|{lemma}"
            yield from (f"role={role}|class={name}" for name in self._lexicon.of(lemma))
        sentence = sight.passage.sentence
        yield f"before={token.nbor(-1).lower_ if token.i > sentence.start else '^'}"
        yield f"after={token.nbor(1).lower_ if token.i + 1 < sentence.end else '$'}"

    def _path(self, sight: Sight, left: Token, right: Token, types: str) -> Iterator[str]:
        joined = _joined(sight.chain(left), sight.chain(right))
        if joined is None:
            yield "path=none"
            return
        ups, downs = joined
        summit = ups[-1]
        rise, fall = steps(ups), steps(downs)
        lemma = summit.lemma_.lower()
        if summit.i in (left.i, right.i):
            lemma = "@left" if summit.i == left.i else "@right"
        deps = f"{'.'.join(rise)}^{'.'.join(fall)}"
        ends = f"{rise[0] if rise else '-'}^{fall[0] if fall else '-'}"
        yield f"summit={lemma}"
        yield f"path={deps}"
        yield f"path={deps}|{types}"
        yield f"path={deps}|summit={lemma}"
        yield f"ends={ends}|summit={lemma}"
        for name in self._lexicon.of(lemma):
            yield f"ends={ends}|class={name}"
            yield f"path={deps}|class={name}"
        yield f"path-length={min(len(ups) + len(downs), _LONGEST)}"
        yield f"stance={sight.stance(summit)}"
        order = "before" if left.i < right.i else "after"
        yield from self._inner(ups, downs, order)

    def _inner(self, ups: Sequence[Token], downs: Sequence[Token], order: str) -> Iterator[str]:
        """Yield the words along a path, one by one and together."""
        inner = [*ups[1:-1], *downs[1:-1]]
        for token in inner:
            lemma = token.lemma_.lower()
            yield f"via={lemma}"
            yield from (f"via-class={name}" for name in self._lexicon.of(lemma))
        if len(inner) <= _LONGEST_PATH:
            words = "_".join(t.lemma_.lower() for t in [*ups[1:], *reversed(downs[1:-1])])
            yield f"lexical={order}:{words}"

    def _shared_heads(self, sight: Sight, left: Token, right: Token, types: str) -> Iterator[str]:
        """Yield as what both words are arguments of the same verb or noun."""
        for head, role in sight.arguments.get(left.i, ()):
            for other, second in sight.arguments.get(right.i, ()):
                if head.i != other.i:
                    continue
                lemma = head.lemma_.lower()
                yield f"roles={role}^{second}|{lemma}"
                yield f"roles={role}^{second}|{types}"
                yield f"roles={role}^{second}|{lemma}|{sight.stance(head)}"
                for name in self._lexicon.of(lemma):
                    yield f"roles={role}^{second}|class={name}"


def _joined(
    left: Sequence[Token], right: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """Both chains up to the first word they share, or None if they share none."""
    places = {token.i: number for number, token in enumerate(right)}
    for number, token in enumerate(left):
        if token.i in places:
            return left[: number + 1], right[: places[token.i] + 1]
    return None


def _heads(chain: Sequence[Token], dep: str) -> Iterator[str]:
    """Yield the word above, and the one above a preposition."""
    if len(chain) < 2:  # noqa: PLR2004  # itself alone
        return
    head = chain[1]
    yield f"head={dep}|{head.lemma_.lower()}"
    for above in chain[2:3] if head.pos_ == "ADP" else ():
        yield f"head={dep}:{head.lower_}|{above.lemma_.lower()}"


def _bucket(count: int) -> int:
    return next((limit for limit in _BUCKETS if count <= limit), _FAR)
