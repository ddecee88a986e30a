"""Names of officials as far as they tell one from another."""

from communique.extractors.mentions import Mention
from communique.gazetteer.territories import fold

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


def name_words(mention: Mention) -> list[str]:
    """The words of a person's name in lower case without diacritics and generation."""
    words = fold(mention.span.name).replace(",", " ").split() if mention.span else []
    while len(words) > 1 and words[-1].rstrip(".") in _GENERATIONS:
        del words[-1]
    return words


def surname(mention: Mention) -> str:
    """The last word of a person's name; empty without name."""
    return next(iter(name_words(mention)[-1:]), "")


def is_same_office(earlier: Mention, mention: Mention) -> bool:
    """Whether two people hold offices of one title."""
    titles = {fold(role.title) for role in mention.roles}
    named = earlier.span is not None and mention.span is not None
    return named and any(fold(role.title) in titles for role in earlier.roles)
