"""Statements of one release with the evidence that lies in it."""

from communique.evaluation.annotation.predictions import PredictedEvidence, PredictedStatement

Located = list[tuple[PredictedStatement, list[PredictedEvidence]]]
