"""The names by which a release calls people, looked up where they begin."""

from communique.extractors.mentions.words import WordIndex


class KnownNames:
    """Words of personal names and of their endings, by the first word."""

    def __init__(self) -> None:
        """Begin without a name."""
        self._forms: set[tuple[str, ...]] = set()
        self._lengths: dict[str, set[int]] = {}

    def add(self, words: tuple[str, ...]) -> None:
        """Remember the words of a name."""
        self._forms.add(words)
        self._lengths.setdefault(words[0], set()).add(len(words))

    def __contains__(self, word: str) -> bool:
        """Whether a name begins with a word."""
        return word in self._lengths

    def longest(self, index: WordIndex, place: int) -> int:
        """Number of words of the longest name that begins at a word of a block; 0 if none does."""
        lengths = self._lengths.get(index[place].text, ())
        for length in sorted(lengths, reverse=True):
            words = tuple(word.text for word in index.words[place : place + length])
            if len(words) == length and words in self._forms:
                return length
        return 0
