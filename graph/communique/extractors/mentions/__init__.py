"""Where a text names people, countries, organisations, places, operations and events."""

from communique.extractors.mentions.finder import MentionFinder
from communique.extractors.mentions.knowledge import Knowledge
from communique.extractors.mentions.spans import Mention, Role, Span

__all__ = ["Knowledge", "Mention", "MentionFinder", "Role", "Span"]
