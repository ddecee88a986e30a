"""Whether a query only reads: each word is judged by where it stands.

A word is a name after a dot, a colon or AS, as the key of a map, and where a value is expected;
elsewhere it must be a keyword of the vocabulary. Words that write are refused also where they would
be names of variables, which Cypher allows but nobody needs: a wrong guess there would write.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from communique.queries.guard.brackets import Brackets, Held
from communique.queries.guard.refusal import RefusedQueryError, refusal
from communique.queries.guard.tokens import Token, TokenKind, tokens
from communique.queries.guard.vocabulary import Vocabulary, vocabulary

_NAMES = frozenset({TokenKind.WORD, TokenKind.NAME})
_LABELS = frozenset({"|", "&", "!"})
_QUERIES = frozenset({Held.SUBQUERY, Held.CALL})


class Expected(StrEnum):
    """What may come next."""

    CLAUSE = "clause"
    VALUE = "value"
    KEYWORD = "keyword"
    NAME = "name"


@dataclass(slots=True)
class Reading:
    """A pass over the tokens of a query.

    Attributes:
        cypher: The query as given.
        tokens: What it consists of, with an end.
        words: What it may consist of.
        brackets: What its brackets hold.
        expected: What may come at the token at hand.
    """

    cypher: str
    tokens: list[Token]
    words: Vocabulary
    brackets: Brackets
    expected: Expected = Expected.CLAUSE

    @classmethod
    def of(cls, cypher: str) -> "Reading":
        """Take a query apart.

        Raises:
            RefusedQueryError: It cannot be.
        """
        found, words = tokens(cypher), vocabulary()
        return cls(cypher, found, words, Brackets.of(cypher, found, words.subquery))

    def check(self) -> None:
        """Go over all tokens.

        Raises:
            RefusedQueryError: One is not allowed where it stands.
        """
        if len(self.tokens) == 1:
            raise self._refusal(0, "it is empty; write for example MATCH (n:Person) RETURN n.name")
        for place, token in enumerate(self.tokens[:-1]):
            self.expected = self._step(token.kind)(place)

    def _step(self, kind: TokenKind) -> "Callable[[int], Expected]":
        if kind is TokenKind.WORD:
            return self._word
        return self._sign if kind is TokenKind.SIGN else self._value

    def _word(self, place: int) -> Expected:
        word = self.tokens[place].folded
        if self.expected is Expected.NAME or self._is_key(place):
            return Expected.KEYWORD
        if word in self.words.writes:
            return self._writing(place)
        if word == "CALL":
            return self._call(place)
        if self.expected is Expected.VALUE:
            return self._value_word(place)
        if self.expected is Expected.CLAUSE and self._is_path(place):
            return Expected.KEYWORD
        return self._keyword(place)

    def _keyword(self, place: int) -> Expected:
        word, starts = self.tokens[place].folded, self.expected is Expected.CLAUSE
        known = self.words.clause if starts else self.words.after
        if word not in known:
            raise self._refusal(place, self._no_keyword(place))
        return Expected(self.words.after.get(word, Expected.CLAUSE))

    def _value_word(self, place: int) -> Expected:
        """A word where a value is expected: what goes before a value, or a name."""
        word = self.tokens[place].folded
        if word in self.words.prefixes or self._is_selector(place):
            return Expected.VALUE
        quantified = self._text(place - 1) in {"+", "*"} and self._text(place - 2) == ")"
        if quantified and word in self.words.after:  # MATCH ((a)-[:R]->(b))+ RETURN a
            return Expected(self.words.after[word])
        return Expected.KEYWORD

    def _writing(self, place: int) -> Expected:
        if self._text(place - 1) in _LABELS:  # (n:Create|Delete); FOREACH (x IN l | …) is refused
            return Expected.KEYWORD
        word, given = self.tokens[place].folded, self._given(place)
        hint = ""
        if self.expected is Expected.VALUE:
            hint = f". If {given} is a name here, put it in backticks: `{given}`"
        raise self._refusal(place, f"{word} is refused, for {self.words.writes[word]}{hint}")

    def _call(self, place: int) -> Expected:
        """CALL: of a query in braces, or of a procedure that is known only to read."""
        if self.brackets.held.get(place + 1) in {Held.CALL, Held.SCOPE}:
            return Expected.VALUE
        name = self._dotted(place + 1)
        if name.casefold() not in self.words.procedures:
            hint = self.words.like(name, self.words.procedures)
            raise self._refusal(
                place,
                f"CALL of {name or 'nothing'} is refused; the procedures of free queries are "
                f"{', '.join(self.words.procedures.values())}{hint}",
            )
        return Expected.VALUE

    def _value(self, place: int) -> Expected:
        """A text, number or parameter, or a name in backticks."""
        if self.expected in {Expected.CLAUSE, Expected.KEYWORD}:
            raise self._refusal(place, f"{self._given(place)} stands where {self._wanted()}")
        return Expected.KEYWORD

    def _sign(self, place: int) -> Expected:
        sign = self.tokens[place].text
        if self.expected is Expected.CLAUSE and not self._is_pattern(place):
            raise self._refusal(place, f"{sign} stands where {self._wanted()}")
        if place in self.brackets.held:
            return self._closing(place) if sign in ")]}" else self._opening(place)
        if sign == ";" and self.tokens[place + 1].kind is not TokenKind.END:
            raise self._refusal(place + 1, "a second statement is refused; run one after the other")
        return self._after_sign(place, sign)

    def _after_sign(self, place: int, sign: str) -> Expected:
        if sign == ".":  # in 1.SET a number ends with the dot for some engines
            number = self.tokens[place - 1].kind is TokenKind.NUMBER
            return Expected.VALUE if number else Expected.NAME
        if sign == ":":
            return Expected.VALUE if self._is_key(place - 1) else Expected.NAME
        if sign == "%" and self.expected is Expected.NAME:
            return Expected.KEYWORD  # (n:%) has any label
        if sign == "*" and self.expected is not Expected.KEYWORD and self._text(place - 1) != "[":
            return Expected.KEYWORD  # RETURN *, count(*), n {.*}
        return Expected.NAME if sign == "::" else Expected.VALUE

    def _opening(self, place: int) -> Expected:
        called = self._text(place) == "(" and self.expected is Expected.KEYWORD
        if called and self.tokens[place - 1].kind in _NAMES:
            self._function(place - 1)
        return Expected.CLAUSE if self.brackets.held[place] in _QUERIES else Expected.VALUE

    def _closing(self, place: int) -> Expected:
        if self.brackets.held[place] is Held.CALL and self.tokens[place + 1].folded == "IN":
            raise self._refusal(
                place + 1,
                "CALL { … } IN TRANSACTIONS is refused, for it is made to write in batches; leave "
                "IN TRANSACTIONS out",
            )
        return Expected.KEYWORD

    def _function(self, place: int) -> None:
        """Check the function whose name ends at a token, unless it is a procedure."""
        first = place
        while self._text(first - 1) == "." and self.tokens[first - 2].kind in _NAMES:
            first -= 2
        name = self._dotted(first)
        called = first > 0 and self.tokens[first - 1].folded == "CALL"
        if not called and name.casefold() not in self.words.functions:
            hint = self.words.like(name, self.words.functions)
            raise self._refusal(first, f"{name}() is no function of free queries{hint}")

    def _dotted(self, place: int) -> str:
        """The name with dots that begins at a token; empty if none does."""
        parts: list[str] = []
        while self.tokens[place].kind in _NAMES:
            parts.append(self.tokens[place].text)
            if self._text(place + 1) != ".":
                break
            place += 2
        return ".".join(parts)

    def _is_key(self, place: int) -> bool:
        """Whether a token is a key of a map: ``{key: value}``."""
        return (
            self.brackets.within[place] is Held.MAP
            and self.tokens[place].kind in _NAMES
            and self._text(place + 1) == ":"
            and self._text(place - 1) in {"{", ","}
        )

    def _is_selector(self, place: int) -> bool:
        """Whether a token is part of ``ALL SHORTEST (a)--+(b)`` or ``SHORTEST 2 (a)--+(b)``."""
        if self.tokens[place].folded not in self.words.selectors:
            return False
        before, after = self.tokens[place - 1], self.tokens[place + 1]
        return (
            after.kind is TokenKind.NUMBER
            or after.folded in self.words.selectors
            or (after.sign == "(" and before.folded in self.words.selectors)
        )

    def _is_path(self, place: int) -> bool:
        """Whether a token names the path of ``EXISTS { p = (a)-->(b) }``."""
        return self.brackets.within[place] is Held.SUBQUERY and self._text(place + 1) == "="

    def _is_pattern(self, place: int) -> bool:
        """Whether a token begins the pattern of ``EXISTS { (a)-->(b) }``."""
        return self.brackets.within[place] is Held.SUBQUERY and self._text(place) == "("

    def _text(self, place: int) -> str:
        """The sign at an index; empty if there is another token."""
        return self.tokens[place].sign if 0 <= place < len(self.tokens) else ""

    def _given(self, place: int) -> str:
        token = self.tokens[place]
        return self.cypher[token.start : token.end]

    def _wanted(self) -> str:
        if self.expected is Expected.CLAUSE:
            begins = sorted(self.words.clause - self.words.prefixes)
            return f"one of these is expected: {', '.join(begins)}"
        return "a clause or an operator is expected"

    def _no_keyword(self, place: int) -> str:
        word = self.tokens[place].folded
        if word in self.words.others:
            return f"{word} is refused, for {self.words.others[word]}"
        known = self.words.clause if self.expected is Expected.CLAUSE else self.words.after.keys()
        hint = self.words.like(word, {known_word.casefold(): known_word for known_word in known})
        return f"{self._given(place)} stands where {self._wanted()}{hint}"

    def _refusal(self, place: int, reason: str) -> RefusedQueryError:
        return refusal(self.cypher, self.tokens[place].start, reason)
