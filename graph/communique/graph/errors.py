"""The errors that a caller can do something about.

CommuniqueError
 ├─ UnreadableFeedError       a path or file that gives no release
 ├─ LedgerError               a workspace that is no ledger, or was made by another version
 │   └─ WorkspaceBusyError    another process writes to the workspace
 ├─ LanguageModelMissingError no language model is installed
 ├─ ExtractorError            an extractor that is not set up, lacks what it needs, or broke
 ├─ ClusterError              a cluster, or the folder it shares, that cannot be reached or used
 ├─ PatternsError             a folder of pattern files with entries that cannot be read
 ├─ StoreUnavailableError     a store that cannot be reached or opened
 ├─ UnwritableFileError       a file that an export cannot or must not replace
 ├─ UnknownTemplateError      no question template of that name
 ├─ UnclearQuestionError      a question in plain English that no template says
 ├─ MissingParameterError     a template was run without one of its parameters
 └─ UnknownNameError          a name that no entity of the graph has
"""

from collections.abc import Sequence


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


class WorkspaceBusyError(LedgerError):
    """Another process writes to the workspace, and the caller did not want to wait longer."""


class LanguageModelMissingError(CommuniqueError):
    """No language model is installed that the extractor can read with."""


class ExtractorError(CommuniqueError):
    """An extractor cannot go on: not set up, without what it needs, or broken."""


class ClusterError(CommuniqueError):
    """A cluster, or the folder that its machines share, cannot be reached or used."""


class PatternsError(CommuniqueError):
    """A folder of pattern files cannot be taken.

    Attributes:
        faults: What is wrong, each with file and line, in order.
    """

    def __init__(self, message: str, faults: Sequence[str] = ()) -> None:
        """Say what is wrong with the folder, and with which entries."""
        super().__init__(message)
        self.faults = tuple(faults)


class LinksError(CommuniqueError):
    """A file of links cannot be taken; the message tells every line that is wrong."""


class ExtraMissingError(CommuniqueError):
    """The packages that what was asked for needs are not installed; the message names the extra."""


class StoreUnavailableError(CommuniqueError):
    """A store cannot be opened or reached; the ledger is untouched."""


class UnwritableFileError(CommuniqueError):
    """A file cannot be written, or holds what an export must not replace."""


class UnknownTemplateError(CommuniqueError):
    """No question template has that name."""


class UnclearQuestionError(CommuniqueError):
    """A question in plain English is none of the catalogue, or may be several."""


class MissingParameterError(CommuniqueError):
    """A question template was run without one of its parameters."""


class UnknownNameError(CommuniqueError):
    """No entity of the graph has the name that a question asks about."""
