"""Questions in plain English."""

from communique.queries.ask.asking import Asker, ask
from communique.queries.ask.filling import Filled
from communique.queries.ask.reply import Reading, Reply, Unclear

__all__ = ["Asker", "Filled", "Reading", "Reply", "Unclear", "ask"]
