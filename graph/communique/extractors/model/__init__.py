"""The language model, and what makes it fast."""

from communique.extractors.model.loading import PACKAGES, load_model, published_model

__all__ = ["PACKAGES", "load_model", "published_model"]
