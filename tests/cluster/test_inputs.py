"""Reading files in the order in which one process reads them, wherever they are."""

from pathlib import Path

import pytest

from communique.cluster import inputs
from communique.cluster.inputs import read_inputs
from communique.feeds import Defaults, SkippedInput, read_releases
from communique.graph import Release, UnreadableFeedError

PAGE = "<html><head><title>Talks</title></head><body><p>They met in Oslo today.</p></body></html>"
Found = list[Release | SkippedInput]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with what a person's folders have."""
    folder = tmp_path / "releases of 2024"
    for name, content in {
        "b.txt": "Talks\n\nSource: Ministry\n\nAnna Kask met Oleg Reka in Tallinn.\n",
        "a/page.html": PAGE,
        "a/empty.txt": "",
        "a/.hidden": "Notes",
        "c.xyz": "They met.",
        "d.txt": "Visit\n\nSource: Ministry\n\nAnna Kask visited Riga.\n",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "e").mkdir()
    return folder


def found(*paths: str) -> Found:
    return list(read_inputs(paths, Defaults("Newsroom"), alone=True))


def known_by_name(items: Found, folder: Path) -> Found:
    """The same, with what was skipped named as if its folder had a path."""
    return [
        SkippedInput(item.path.removeprefix("file://"), item.title, item.reason)
        if isinstance(item, SkippedInput)
        else item
        for item in items
    ]


def test_a_folder_gives_what_one_process_reads_in_it(folder: Path) -> None:
    assert found(str(folder)) == list(read_releases([folder], source="Newsroom"))


def test_an_address_gives_what_the_path_gives(folder: Path) -> None:
    items = found(folder.as_uri(), (folder / "c.xyz").as_uri())

    assert known_by_name(items, folder) == found(str(folder), str(folder / "c.xyz"))
    assert len([item for item in items if isinstance(item, Release)]) == 4


def test_files_are_read_in_groups_in_their_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = found(str(folder))
    monkeypatch.setattr(inputs, "FILES", 2)
    monkeypatch.setattr(inputs, "BYTES", 60)

    assert found(str(folder)) == whole


@pytest.mark.parametrize("name", ["nowhere.txt", "file:///nowhere/at/all", "gopher://x/y"])
def test_what_is_not_there_is_told_before_anything_is_read(folder: Path, name: str) -> None:
    with pytest.raises(UnreadableFeedError):
        read_inputs([str(folder), name], Defaults(), alone=True)


def test_a_file_that_is_gone_meanwhile_is_skipped(folder: Path) -> None:
    items = read_inputs([folder.as_uri()], Defaults(), alone=True)
    first = next(items)
    (folder / "d.txt").unlink()

    rest = [first, *items]

    assert any(isinstance(item, SkippedInput) and item.path.endswith("d.txt") for item in rest)


def test_no_key_of_an_address_is_told() -> None:
    address = "s3://reader:key-24@press/x?colour=red"

    with pytest.raises(UnreadableFeedError) as told:
        read_inputs([address], Defaults(), alone=True)

    assert str(told.value).startswith("s3://press/x: ")
    assert "key-24" not in str(told.value)
