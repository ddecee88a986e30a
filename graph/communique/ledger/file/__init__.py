"""The ledger's file: opening it, its schema, transactions on it, and who may write."""

from communique.ledger.file.connection import connect
from communique.ledger.file.database import Database
from communique.ledger.file.lock import locked

__all__ = ["Database", "connect", "locked"]
