"""From feeds to ledger to graph."""

from communique.builder.build import Extractor, Progress, build
from communique.builder.counting import Counting
from communique.builder.journal import note_run
from communique.builder.links import read_links, with_links
from communique.builder.projection import Projection, project, project_with_decisions, verify
from communique.builder.report import BuildReport, Outcome, Problem

__all__ = [
    "BuildReport",
    "Counting",
    "Extractor",
    "Outcome",
    "Problem",
    "Progress",
    "Projection",
    "build",
    "note_run",
    "project",
    "project_with_decisions",
    "read_links",
    "verify",
    "with_links",
]
