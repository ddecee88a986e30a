"""The errors that a caller can do something about.

CommuniqueError
 ├─ UnreadableFeedError       a path or file that gives no release
 ├─ LedgerError               a workspace that is no ledger, or was made by another version
 ├─ LanguageModelMissingError no language model is installed
 ├─ StoreUnavailableError     a store that cannot be reached or opened
 ├─ UnknownTemplateError      no question template of that name
 ├─ MissingParameterError     a template was run without one of its parameters
 └─ UnknownNameError          a name that no entity of the graph has
"""


class CommuniqueError(Exception):
    """Root of the errors with a message for the person at the terminal."""


class UnreadableFeedError(CommuniqueError):
    """A path or file gives no release.

    Attributes:
        path: What was to be read.
        reason: Why it could not be, and what to do.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Say what was to be read and why it was not."""
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class LedgerError(CommuniqueError):
    """A workspace holds no usable ledger."""


class LanguageModelMissingError(CommuniqueError):
    """No language model is installed that the extractor can read with."""


class StoreUnavailableError(CommuniqueError):
    """A store cannot be opened or reached; the ledger is untouched."""


class UnknownTemplateError(CommuniqueError):
    """No question template has that name."""


class MissingParameterError(CommuniqueError):
    """A question template was run without one of its parameters."""


class UnknownNameError(CommuniqueError):
    """No entity of the graph has the name that a question asks about."""
