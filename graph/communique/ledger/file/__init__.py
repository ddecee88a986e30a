"""The ledger's file: opening it, its schema, and transactions on it."""

from communique.ledger.file.connection import connect
from communique.ledger.file.database import Database

__all__ = ["Database", "connect"]
