"""Facts: what all releases say of canonical entities, merged, with their support."""

from communique.builder.facts.merging import Merged, merge

__all__ = ["Merged", "merge"]
