"""What is told of one entity and of one release."""

from communique.explorer.server.pages.entity import entity_page
from communique.explorer.server.pages.release import head, listed, release_page

__all__ = ["entity_page", "head", "listed", "release_page"]
