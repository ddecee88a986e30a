"""Named features of the pairs of a release."""

from communique.extractors.scoring.features.reader import FeatureReader, feature_reader

__all__ = ["FeatureReader", "feature_reader"]
