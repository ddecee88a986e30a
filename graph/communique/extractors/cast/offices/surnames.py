"""Names of officials as far as they tell one from another."""

from communique.extractors.mentions import Mention
from communique.gazetteer import surnames as gazetteer
from communique.gazetteer.territories import fold


def name_words(mention: Mention) -> list[str]:
    """The words of a person's name in lower case without diacritics and generation."""
    return gazetteer.name_words(mention.span.name) if mention.span else []


def surname(mention: Mention) -> str:
    """The last word of a person's name; empty without name."""
    return next(iter(name_words(mention)[-1:]), "")


def is_same_office(earlier: Mention, mention: Mention) -> bool:
    """Whether two people hold offices of one title."""
    titles = {fold(role.title) for role in mention.roles}
    named = earlier.span is not None and mention.span is not None
    return named and any(fold(role.title) in titles for role in earlier.roles)
