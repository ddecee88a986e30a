"""The graph as one HTML file that works without a network."""

from communique.explorer.page.writer import PageReport, write_page

__all__ = ["PageReport", "write_page"]
