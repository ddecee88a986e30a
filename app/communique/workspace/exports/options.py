"""What an export may be told beside its format."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.ontology.iris import DEFAULT_BASE

if TYPE_CHECKING:
    from communique.graph import Release
    from communique.ledger import Ledger
    from communique.loaders.rdf import Making

_log = logging.getLogger(__name__)


def _log_info(line: str) -> None:
    _log.info("%s", line)


def _read_nothing(release_id: str) -> "Release":
    raise ValueError(f"the text of {release_id} is to be written; say where it is read")


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page shows of a graph.

    Attributes:
        focus: Name or id of the entity in the middle; None for the whole graph.
        depth: Steps away from the focus.
        since: No older dated facts; a day, month or year.
        limit: Most entities; None for as many as can be told apart.
    """

    focus: str | None = None
    depth: int = 2
    since: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What an export may be told; a format passes over what it does not take.

    Attributes:
        page: html: what it shows.
        base: RDF and STIX: where IRIs begin; ends in ``/`` or ``#``.
        evidence_text: Whether the words of quotes are
            written, and not only their offsets.
        rdf12: RDF: whether statements reify their triples as RDF 1.2 has it.
        ledger: nquads: what is written beside the graph as it was recorded; nothing if None.
        making: RDF: what its description tells of how it came about; nothing if None.
        manifest: RDF: whether a catalogue record is written beside a file.
        tell: Told what a person should know of what was written.
        read: statements: gives the release of an id, with its text.
    """

    page: Page = field(default_factory=Page)
    base: str = DEFAULT_BASE
    evidence_text: bool = True
    rdf12: bool = False
    ledger: "Ledger | None" = None
    making: "Making | None" = None
    manifest: bool = False
    tell: Callable[[str], None] = _log_info
    read: "Callable[[str], Release]" = _read_nothing
