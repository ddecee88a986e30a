"""The command line."""

from communique.cli.application import app, main

__all__ = ["app", "main"]
