"""The scorer: how far exported statements agree with annotated releases."""

from communique.evaluation.annotation.gold import GoldDocument, load_gold
from communique.evaluation.annotation.inputs import MalformedInputError
from communique.evaluation.annotation.predictions import load_documents, load_predictions
from communique.evaluation.report import Count, Rate, Report
from communique.evaluation.scoring import score
from communique.evaluation.tables import format_report

__all__ = [
    "Count",
    "GoldDocument",
    "MalformedInputError",
    "Rate",
    "Report",
    "format_report",
    "load_documents",
    "load_gold",
    "load_predictions",
    "score",
]
