"""The file of the encoder: found and told apart from others without what reads it."""

from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from communique.graph import CommuniqueError

FILE = "encoder.npz"
_DIGITS = 12


class EncoderFileError(CommuniqueError):
    """The file of the encoder is missing or cannot be read.

    Attributes:
        file: The file.
        reason: What is wrong with it.
    """

    def __init__(self, file: object, reason: str) -> None:
        """Say which file it is, and what is wrong."""
        super().__init__(
            f"the encoder's file {file} {reason}; install communique again, or read without it"
        )
        self.file, self.reason = file, reason


def encoder_file(path: Path | None = None) -> tuple[Traversable, bytes]:
    """The file of the package, or another, and what it holds.

    Raises:
        EncoderFileError: It is missing.
    """
    file: Traversable = path or files("communique.extractors.encoder").joinpath(FILE)
    try:
        return file, file.read_bytes()
    except OSError as error:
        raise EncoderFileError(file, f"cannot be read ({error.strerror})") from error


def encoder_digest() -> str:
    """Hexadecimal digest of the encoder of the package.

    Raises:
        EncoderFileError: It is missing.
    """
    return digest_of(encoder_file()[1])


def digest_of(held: bytes) -> str:
    """Hexadecimal digest of a file of an encoder."""
    return sha256(held).hexdigest()[:_DIGITS]
