"""A small tuned encoder, asked where the scorer is unsure: what the words of a sentence tell."""

from communique.extractors.encoder.encoder import Encoder, read_encoder
from communique.extractors.encoder.parameters import EncoderFileError, encoder_digest

__all__ = ["Encoder", "EncoderFileError", "encoder_digest", "read_encoder"]
