"""Unknown acronyms where only bodies stand: "the work of ACRONYM", "said ACRONYM"."""

import re
from collections.abc import Iterator

from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import POSSESSIVES, WordIndex
from communique.gazetteer.bodies import body_words
from communique.ontology import EntityType

_ACRONYM = re.compile(r"[A-Z]{3,10}(?:-[A-Z]{1,4})?|[A-Z][A-Z&][A-Z0-9]{2,6}")
_ROMAN = re.compile(r"[IVXLC]+")
_SHARE = 0.5
"""Share of words in capitals from which on capitals tell nothing."""


class BareAcronyms:
    """Finds acronyms by the words beside them."""

    def __init__(self) -> None:
        """Read the word classes."""
        words = body_words()
        self._never, self._before, self._after = (
            words.no_acronyms, words.before_acronym, words.after_acronym,
        )  # fmt: skip

    def find(self, index: WordIndex) -> Iterator[Span]:
        """Yield candidates that any other rule beats."""
        places = [n for n, word in enumerate(index) if word.capital and self._is_acronym(word.text)]
        if not places or sum(w.text.isupper() for w in index.words) > _SHARE * len(index):
            return
        for place in places:
            word = index[place]
            if self._is_placed(index, place):
                yield Span(word.start, word.end, EntityType.ORGANISATION, word.text, strength=0)

    def _is_acronym(self, text: str) -> bool:
        """Whether a word may be the acronym of a body."""
        known = text in self._never or _ROMAN.fullmatch(text)
        return not known and _ACRONYM.fullmatch(text) is not None

    def _is_placed(self, index: WordIndex, place: int) -> bool:
        """Whether the words on both sides are those beside a body."""
        following = index.after(place)
        ends = following is None or following.mark or following.text in self._after
        ends = ends or (following is not None and following.text in POSSESSIVES)
        if not ends or not place:
            return ends and place == 0 and following is not None and not following.mark
        before = index[place - 1].text
        return before in self._before or before in POSSESSIVES
