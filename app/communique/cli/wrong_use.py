"""The error for a command that was given something it cannot take."""

from communique.graph import CommuniqueError


class WrongUseError(CommuniqueError):
    """An option or argument has a value that makes no sense; the message says which."""
