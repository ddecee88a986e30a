"""The encoder's file: numbers in whole steps of a size for each row, its pieces and its card."""

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.extractors.encoder.file import EncoderFileError, digest_of, encoder_file
from communique.extractors.encoder.reading import TERMS

FORMAT = 2
"""Of files that are written; in those of form 1 no column has a scale."""
_FINE, _COARSE, _LARGE = 127, 31, "pieces"
"""Steps to either side of zero; fewer in the largest table, where they make the file smaller."""
_LEAST = 1e-8
CARD, PIECES, STEPS, SCALES = "card", "vocabulary", ".steps", ".scales"

Matrix = NDArray[np.float32]


_ARCHIVE = b"PK"
"""What an archive begins with; where large files are fetched later, a note stands in its place."""
_BROKEN = (
    ValueError,
    KeyError,
    TypeError,
    EOFError,
    OSError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What comes of a file of another form, or cut short."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the encoder has learned.

    Attributes:
        card: What it was made of, and what it reaches, as the file says.
        pieces: The pieces of words with their numbers.
        arrays: The numbers, by the name of the part of the network that they belong to.
        digest: Of the file; empty before it is written.
    """

    card: Mapping[str, Any]
    pieces: Mapping[str, int]
    arrays: Mapping[str, Matrix]
    digest: str = ""


def read_parameters(path: Path | None = None) -> Parameters:
    """What the encoder of the package, or of a file, has learned.

    Raises:
        EncoderFileError: It is missing, broken, or of another form.
    """
    file, held = encoder_file(path)
    if not held.startswith(_ARCHIVE):
        raise EncoderFileError(file, "is no archive of arrays")
    try:
        with np.load(io.BytesIO(held), allow_pickle=False) as stored:
            return replace(_parameters(stored), digest=digest_of(held))
    except _BROKEN as error:
        raise EncoderFileError(file, f"is broken ({error})") from error


def _parameters(stored: Mapping[str, NDArray[Any]]) -> Parameters:
    card = json.loads(stored[CARD].tobytes())
    if not 1 <= card["format"] <= FORMAT:
        raise ValueError(f"its form is {card['format']}, none of 1 to {FORMAT}")
    if tuple(card["terms"]) != TERMS:
        raise ValueError("it has learned other relations, types or kinds of reference")
    pieces = stored[PIECES].tobytes().decode().split("\n")
    rest = [n for n in stored if n not in {CARD, PIECES} and not n.endswith((STEPS, SCALES))]
    arrays = {name: _whole(stored, name) for name in rest}
    return Parameters(card, {piece: number for number, piece in enumerate(pieces)}, arrays)


def _whole(stored: Mapping[str, NDArray[Any]], name: str) -> Matrix:
    array = stored[name].astype(np.float32)
    if name + STEPS in stored:
        array *= stored[name + STEPS].astype(np.float32)[:, None]
    if name + SCALES in stored:
        array *= stored[name + SCALES].astype(np.float32)
    return array


def _in_steps(array: Matrix, most: int) -> tuple[NDArray[np.int8], Matrix, Matrix]:
    """A table in whole steps, with the size of a step for each row and a scale for each column.

    A few columns of an encoder hold far larger numbers than the others, and would make the steps of
    every row as large.
    """
    scales = np.maximum(np.abs(array).max(axis=0), _LEAST).astype(np.float32)
    even = array / scales
    steps = np.maximum(np.abs(even).max(axis=1), _LEAST).astype(np.float32) / most
    return np.rint(even / steps[:, None]).astype(np.int8), steps, scales


def format_parameters(parameters: Parameters) -> bytes:
    """The file that ``read_parameters`` reads; a table is kept in whole steps (``_in_steps``)."""
    stored: dict[str, NDArray[Any]] = {
        CARD: np.frombuffer(json.dumps(parameters.card, sort_keys=True).encode(), np.uint8),
        PIECES: np.frombuffer("\n".join(parameters.pieces).encode(), np.uint8),
    }
    for name, array in parameters.arrays.items():
        if array.ndim == 1:
            stored[name] = array.astype(np.float16)
            continue
        parts = _in_steps(array, _COARSE if name == _LARGE else _FINE)
        stored[name], stored[name + STEPS], stored[name + SCALES] = parts
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in stored.items():
            member = io.BytesIO()
            np.lib.format.write_array(member, array, allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy")
            archive.writestr(entry, member.getvalue(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
