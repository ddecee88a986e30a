"""The record: every statement of every release, the one source of truth."""

from communique.ledger.audit import Mismatch
from communique.ledger.file import locked
from communique.ledger.journal import Item, ItemChange, Kind, Run, State
from communique.ledger.ledger import BUSY_SECONDS, Change, Ledger
from communique.ledger.record import Entry, Record, reading
from communique.ledger.totals import Totals

__all__ = [
    "BUSY_SECONDS",
    "Change",
    "Entry",
    "Item",
    "ItemChange",
    "Kind",
    "Ledger",
    "Mismatch",
    "Record",
    "Run",
    "State",
    "Totals",
    "locked",
    "reading",
]
