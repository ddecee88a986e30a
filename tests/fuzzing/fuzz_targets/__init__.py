"""Where hostile input goes in: each target takes bytes and raises if what came of them is wrong."""

from collections.abc import Callable, Mapping
from importlib import import_module

MODULES: Mapping[str, tuple[str, ...]] = {
    "feeds": ("newswire", "records", "syndication", "page", "pdf"),
    "texts": ("repairing", "dates", "layout"),
    "extraction": ("extract",),
    "files": ("judgements", "links", "patterns", "settings", "quads", "ledger"),
    "queries": ("template", "cypher"),
    "commands": ("commands",),
    "exports": ("networks", "tables", "rdf"),
}
"""The targets by module, which is loaded when one is asked for."""
TARGETS = tuple(name for names in MODULES.values() for name in names)
"""All names."""


def target(name: str) -> Callable[[bytes], None]:
    """The target of a name; none keeps anything between two inputs."""
    module = next(module for module, names in MODULES.items() if name in names)
    found: Callable[[bytes], None] = getattr(import_module(f"fuzz_targets.{module}"), name)
    return found
