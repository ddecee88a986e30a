"""Scores resolution: which entities of different releases were taken for one, and which are."""
