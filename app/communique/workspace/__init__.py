"""A workspace: the folder of ledger and store, for programs and for the command line alike."""

from communique.workspace.graph import Graph
from communique.workspace.workspace import LEDGER, Retraction, Workspace

__all__ = ["LEDGER", "Graph", "Retraction", "Workspace"]
