"""What a process that reads a great many texts does with its memory."""

from communique.extractors.model.memory.pages import Pages
from communique.extractors.model.memory.rows import NOWHERE, Places, Rows
from communique.extractors.model.memory.zone import Zone

__all__ = ["NOWHERE", "Pages", "Places", "Rows", "Zone"]
