"""Names of persons as far as they tell one from another."""

from communique.gazetteer.territories import fold

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def name_words(name: str) -> list[str]:
    """The words of a person's name in lower case without diacritics and generation."""
    words = fold(name).replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".") in _GENERATIONS:
        del words[-1]
    return words
