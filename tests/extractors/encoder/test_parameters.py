"""The encoder's file is read as it was written, and says what is wrong with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from communique.extractors.encoder.encoder import read_encoder
from communique.extractors.encoder.file import EncoderFileError
from communique.extractors.encoder.parameters import (
    Parameters,
    format_parameters,
    read_parameters,
)

Make = Callable[..., Parameters]


def test_a_file_holds_what_was_written_but_for_rounding(parameters: Make, tmp_path: Path) -> None:
    written, file = parameters(), tmp_path / "encoder.npz"
    file.write_bytes(format_parameters(written))

    read = read_parameters(file)

    assert (read.card, read.pieces) == (written.card, written.pieces)
    assert read.arrays.keys() == written.arrays.keys()
    for name, array in written.arrays.items():
        assert read.arrays[name] == pytest.approx(array, abs=float(np.abs(array).max()) / 60)


def test_one_large_column_costs_the_others_little(parameters: Make, tmp_path: Path) -> None:
    written, file = parameters(), tmp_path / "encoder.npz"
    table = written.arrays["layer0.down"]
    table[:, 3] *= 1000
    file.write_bytes(format_parameters(written))

    lost = np.abs(read_parameters(file).arrays["layer0.down"] - table)

    assert np.delete(lost, 3, axis=1).max() < np.abs(np.delete(table, 3, axis=1)).max() / 60


def test_a_file_is_the_same_whenever_it_is_written(parameters: Make) -> None:
    assert format_parameters(parameters()) == format_parameters(parameters())


def test_a_missing_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EncoderFileError, match=r"encoder\.npz cannot be read .* install") as told:
        read_parameters(tmp_path / "encoder.npz")

    assert told.value.file == tmp_path / "encoder.npz"


def test_a_file_that_has_learned_other_relations_is_not_read(
    parameters: Make, tmp_path: Path
) -> None:
    file = tmp_path / "encoder.npz"
    file.write_bytes(format_parameters(parameters(terms=["MEETS"])))

    with pytest.raises(EncoderFileError, match="other relations"):
        read_parameters(file)


def test_a_note_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "encoder.npz"
    file.write_text("version 1\nsize 14920211\n", encoding="utf-8")

    with pytest.raises(EncoderFileError, match="is no archive of arrays"):
        read_parameters(file)


def test_a_file_without_a_part_is_told_as_broken(parameters: Make, tmp_path: Path) -> None:
    whole = parameters()
    arrays = {name: array for name, array in whole.arrays.items() if name != "layer0.up"}
    (tmp_path / "encoder.npz").write_bytes(format_parameters(replace(whole, arrays=arrays)))
    card = {name: value for name, value in whole.card.items() if name != "least"}
    (tmp_path / "card.npz").write_bytes(format_parameters(replace(whole, card=card)))

    for name in ("card.npz", "encoder.npz"):
        with pytest.raises(EncoderFileError, match="is broken"):
            read_encoder(tmp_path / name)


@pytest.mark.parametrize("length", [100, 3000], ids=["cut", "half"])
def test_a_broken_file_is_told_as_broken(parameters: Make, tmp_path: Path, length: int) -> None:
    file = tmp_path / "encoder.npz"
    file.write_bytes(format_parameters(parameters())[:length])

    with pytest.raises(EncoderFileError, match="is broken"):
        read_parameters(file)


def test_a_file_of_another_form_is_not_read(parameters: Make, tmp_path: Path) -> None:
    file = tmp_path / "encoder.npz"
    file.write_bytes(format_parameters(parameters(format=99)))

    with pytest.raises(EncoderFileError, match="its form is 99"):
        read_parameters(file)
