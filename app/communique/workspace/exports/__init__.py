"""The graph as files that other programs read."""

from communique.workspace.exports.formats import FORMATS, Format, Way, check_options, export
from communique.workspace.exports.options import Options, Page

__all__ = ["FORMATS", "Format", "Options", "Page", "Way", "check_options", "export"]
