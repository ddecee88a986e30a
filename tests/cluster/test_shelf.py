"""Keeping what was read of a shard as Parquet."""

import os
import pickle
from pathlib import Path

import pyarrow.dataset
import pytest

from communique.cluster.parquet.place import Place
from communique.cluster.parquet.shelf import Shelf, clear
from communique.cluster.shard import Shard
from communique.graph import ClusterError, Extraction

Extractions = tuple[Extraction, ...]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_was_read_comes_back_as_it_was(
    shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    shelf.put(shard, extractions)

    assert tuple(shelf.extractions(shard, {"r2": "KeyError: 'word'"})) == extractions


def test_a_shard_is_held_once_every_release_of_it_was_read(
    shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    held = [shelf.holds(shard)]
    shelf.put(shard, extractions)
    held.append(shelf.holds(shard))
    shelf.put(shard, [Extraction(found.release, found.statements) for found in extractions])
    held.append(shelf.holds(shard))

    assert held == [False, False, True]


def test_another_version_of_the_extractor_finds_nothing(
    shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    shelf.put(shard, extractions[:2])

    assert not Shelf(shelf.place, "rules-2").holds(Shard.of(shard.releases[:2], "rules-2"))


def test_a_file_whose_table_of_contents_is_damaged_is_not_held(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    shelf.put(shard, [Extraction(found.release, found.statements) for found in extractions])
    (file,) = (tmp_path / "a folder" / "releases").rglob("*.parquet")
    content = file.read_bytes()
    file.write_bytes(content[:-200] + bytes(192) + content[-8:])

    assert not shelf.holds(shard)


def test_a_damaged_page_is_told_and_not_taken_for_statements(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    shelf.put(shard, extractions)
    (file,) = (tmp_path / "a folder" / "statements").rglob("*.parquet")
    content = bytearray(file.read_bytes())
    content[60] ^= 255
    file.write_bytes(content)

    with pytest.raises(ClusterError, match="a folder"):
        list(shelf.extractions(shard, {}))


@pytest.mark.parametrize("length", [0, 4, 200])
def test_a_file_that_a_power_cut_left_is_not_held(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions, length: int
) -> None:
    whole = [Extraction(found.release, found.statements) for found in extractions]
    shelf.put(shard, whole)
    (file,) = (tmp_path / "a folder" / "releases").rglob("*.parquet")
    file.write_bytes(file.read_bytes()[:length])

    assert not shelf.holds(shard)
    shelf.put(shard, whole)
    assert shelf.holds(shard)


def test_nothing_but_whole_files_is_left_in_the_folder(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    for _ in range(2):
        shelf.put(shard, extractions)

    assert [path.suffix for path in _files(tmp_path)] == [".parquet", ".parquet"]


def test_other_programs_read_the_statements_as_one_table(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    shelf.put(shard, extractions)

    table = pyarrow.dataset.dataset(
        tmp_path / "a folder" / "statements", partitioning="hive"
    ).to_table(columns=["release", "predicate", "subject", "date", "extractor"])

    assert table.column("predicate").to_pylist() == ["MEETS", "REPRESENTS", "PARTICIPATES_IN"]
    assert {row["subject"]["name"] for row in table.to_pylist()} == {"Ada Lind"}


def test_an_address_names_a_folder_as_a_path_does(
    tmp_path: Path, shard: Shard, extractions: Extractions
) -> None:
    by_address = Shelf(Place.at((tmp_path / "shared").as_uri()), "rules-1")
    by_path = Shelf(Place.at(str(tmp_path / "shared")), "rules-1")

    pickle.loads(pickle.dumps(by_address)).put(shard, extractions[:2])  # noqa: S301  # ours

    assert by_path.place.rows(_name(by_path, shard)) == 2


def _name(shelf: Shelf, shard: Shard) -> str:
    (file,) = _files(Path(shelf.place.path) / "releases")
    assert file.stem == shard.name
    return str(file.relative_to(shelf.place.path))


def test_an_address_that_nobody_knows_is_told() -> None:
    with pytest.raises(ClusterError, match="gopher://x/y cannot be reached"):
        Place.at("gopher://x/y")


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, shard: Shard, extractions: Extractions
) -> None:
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(ClusterError, match="taken"):
        Shelf(Place.at(str(tmp_path / "taken")), "rules-1").put(shard, extractions)


def test_a_folder_that_other_machines_write_elsewhere_is_told(shelf: Shelf, shard: Shard) -> None:
    with pytest.raises(ClusterError, match="do all machines of the cluster reach this folder"):
        list(shelf.extractions(shard, {}))


def test_a_cleared_folder_keeps_what_others_put_there(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    folder = tmp_path / "a folder"
    other = folder / "statements" / "notes.parquet"
    for found in ([], [other]):
        shelf.put(shard, extractions)
        for file in found:
            file.write_text("mine", encoding="utf-8")

        clear(folder)

        assert _files(tmp_path) == found
        assert folder.exists() == bool(found)


def test_what_a_killed_writer_left_is_removed_once_it_is_old(
    tmp_path: Path, shelf: Shelf, shard: Shard, extractions: Extractions
) -> None:
    shelf.sweep(0.0)  # there is no folder yet
    shelf.put(shard, extractions)
    whole = _files(tmp_path)
    old, new = (file.with_name(f"{file.name}.{file.parent.name}.partial") for file in whole)
    for file in (old, new):
        file.write_bytes(b"PAR1")
    now = new.stat().st_mtime
    os.utime(old, (now - 100, now - 100))

    shelf.sweep(now - 50)

    assert _files(tmp_path) == sorted([*whole, new])
    assert shelf.names() == [shard.name]
