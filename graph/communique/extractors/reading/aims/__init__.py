"""What money and support are for, where a sentence says it by a noun of any kind."""

from communique.extractors.reading.aims.finder import Aims

__all__ = ["Aims"]
