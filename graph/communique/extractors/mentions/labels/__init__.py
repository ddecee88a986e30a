"""What the language model labels, as far as it is worth keeping."""

from communique.extractors.mentions.labels.hints import HintReader, Labels
from communique.extractors.mentions.labels.people import PeopleReader, without_people

__all__ = ["HintReader", "Labels", "PeopleReader", "without_people"]
