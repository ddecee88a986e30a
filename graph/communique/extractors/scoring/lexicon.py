"""Which relations the words of the frames speak of, so that rare verbs share what is learned."""

from collections.abc import Iterable, Sequence

from communique.extractors.reading.frame import Frame


class Lexicon:
    """The relations of lemmas, by the frames that have them."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        """Index the frames."""
        classes: dict[str, set[str]] = {}
        for frame in frames:
            for lemma in frame.verbs | frame.nouns | frame.through:
                classes.setdefault(lemma, set()).add(str(frame.relation))
        self._classes = {lemma: tuple(sorted(known)) for lemma, known in classes.items()}
        self._endings = {
            lemma: tuple(f"|class={name}" for name in names)
            for lemma, names in self._classes.items()
        }

    @property
    def lemmas(self) -> Iterable[str]:
        """Those that speak of a relation."""
        return self._classes.keys()

    def of(self, lemma: str) -> Sequence[str]:
        """The relations that a lemma speaks of, in order of name; none for most."""
        return self._classes.get(lemma, ())

    def endings(self, lemma: str) -> Sequence[str]:
        """The same, as features that depend on a lemma's relations end."""
        return self._endings.get(lemma, ())
