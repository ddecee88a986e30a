"""STIX 2.1, which OpenCTI and other platforms of threat intelligence read."""

from communique.loaders.files.stix.writer import write_stix

__all__ = ["write_stix"]
