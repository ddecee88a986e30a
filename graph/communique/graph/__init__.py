"""The values that every layer passes on: releases, entities, statements and facts."""

from communique.graph.entity import LINK_PREDICATES, Entity, Link
from communique.graph.errors import (
    ClusterError,
    CommuniqueError,
    ExtractorError,
    ExtraMissingError,
    LanguageModelMissingError,
    LedgerError,
    LinksError,
    MissingParameterError,
    PatternsError,
    StoreUnavailableError,
    UnclearQuestionError,
    UnknownNameError,
    UnknownTemplateError,
    UnreadableFeedError,
    UnwritableFileError,
    WorkspaceBusyError,
)
from communique.graph.extraction import (
    BATCH,
    GAVE_NOTHING,
    RELEASE_SECONDS,
    Extraction,
    in_batches,
)
from communique.graph.fact import Fact
from communique.graph.judgement import Anchor, Judgement, Ruling, Side
from communique.graph.knowledge_graph import KnowledgeGraph
from communique.graph.period import bounds
from communique.graph.release import Arrival, Copy, Particulars, Release
from communique.graph.statement import Evidence, Qualifiers, Statement

__all__ = [
    "BATCH",
    "GAVE_NOTHING",
    "LINK_PREDICATES",
    "RELEASE_SECONDS",
    "Anchor",
    "Arrival",
    "ClusterError",
    "CommuniqueError",
    "Copy",
    "Entity",
    "Evidence",
    "ExtraMissingError",
    "Extraction",
    "ExtractorError",
    "Fact",
    "Judgement",
    "KnowledgeGraph",
    "LanguageModelMissingError",
    "LedgerError",
    "Link",
    "LinksError",
    "MissingParameterError",
    "Particulars",
    "PatternsError",
    "Qualifiers",
    "Release",
    "Ruling",
    "Side",
    "Statement",
    "StoreUnavailableError",
    "UnclearQuestionError",
    "UnknownNameError",
    "UnknownTemplateError",
    "UnreadableFeedError",
    "UnwritableFileError",
    "WorkspaceBusyError",
    "bounds",
    "in_batches",
]
