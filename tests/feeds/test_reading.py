import io
import logging
import os
import re
from pathlib import Path

import pytest

from communique.feeds import SkippedInput, read_releases
from communique.feeds import reading as reading_module
from communique.feeds.reader import LARGEST_RELEASE
from communique.feeds.reading import readers, release_id
from communique.graph import Release, UnreadableFeedError

HARBOUR = "Harbour towns rehearse\n\nSource: Harbour Ministry\n\nThe towns met.\n\nAll left."
BRIDGE = "Minister opens the bridge\n\nSource: Roads Agency\n\nThe minister cut a ribbon."


def only(path: Path) -> Release:
    (found,) = read_releases([path])
    assert isinstance(found, Release)
    return found


def skipped(path: Path) -> SkippedInput:
    (found,) = read_releases([path])
    assert isinstance(found, SkippedInput)
    return found


def test_a_file_with_several_releases_gives_each(tmp_path: Path) -> None:
    (tmp_path / "feed.txt").write_text(f"{HARBOUR}\n\n{BRIDGE}\n", encoding="utf-8")

    found = list(read_releases([tmp_path / "feed.txt"]))

    assert [item.text for item in found if isinstance(item, Release)] == [HARBOUR, BRIDGE]


def test_a_folder_is_read_in_order_of_path(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "a.txt"):
        (tmp_path / name).write_text(f"About {name[:-4]}\n\nThe text.", encoding="utf-8")

    assert [item.title for item in read_releases([tmp_path])] == ["About a", "About b/z", "About c"]


def test_hidden_and_unknown_files_of_a_folder_are_skipped_with_a_reason(tmp_path: Path) -> None:
    for name in (".hidden.txt", "table.csv"):
        (tmp_path / name).write_text(HARBOUR, encoding="utf-8")

    found = list(read_releases([tmp_path]))

    assert [
        (type(item), item.reason.split(";")[0]) for item in found if not hasattr(item, "id")
    ] == [
        (SkippedInput, "is hidden"),
        (SkippedInput, "has the unknown ending .csv"),
    ]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (tmp_path / "release.news2").write_text(HARBOUR, encoding="utf-8")

    assert only(tmp_path / "release.news2").text == HARBOUR


def test_an_empty_folder_is_reported(tmp_path: Path) -> None:
    assert skipped(tmp_path).reason == "is an empty folder"


def test_a_link_back_to_the_folder_ends(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)

    assert "links to a folder" in skipped(tmp_path).reason


def test_standard_input_is_read() -> None:
    (found,) = read_releases(["-"], stdin=io.BytesIO(HARBOUR.encode()))

    assert isinstance(found, Release)
    assert found.text == HARBOUR


def test_a_missing_path_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR, encoding="utf-8")

    with pytest.raises(UnreadableFeedError, match=r"b\.txt: does not exist; check the spelling"):
        read_releases([tmp_path / "a.txt", tmp_path / "b.txt"])


def test_a_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing of the kind")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "c.txt").write_text(HARBOUR, encoding="utf-8")

    kinds = [type(item) for item in read_releases([tmp_path])]

    assert kinds == [SkippedInput, SkippedInput, Release]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n\t", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"\x00\x01\x02\x03" * 100, "is binary, not text"),
        (b"PK\x03\x04" + bytes(range(256)), "is binary (a ZIP or Office file), not text"),
        (b"\x1f\x8b\x08" + bytes(range(256)), "is binary (a gzip file), not text"),
        (b"Ferries to sail\n", "has a title but no text"),
    ],
    ids=["empty", "blank", "mark-only", "binary", "zip", "gzip", "title-only"],
)
def test_a_file_without_release_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)

    assert skipped(tmp_path / "a.txt").reason.startswith(reason)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    path.chmod(0)

    assert "Permission denied" in skipped(path).reason


def test_a_broken_link_in_a_folder_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")

    assert "cannot be read" in skipped(tmp_path).reason


def test_a_huge_single_line_gives_one_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"word " * 10_000_000)

    found = skipped(tmp_path / "a.txt")

    assert found.reason.startswith("is 49,999,999 characters long, a release has at most 2,000,000")
    assert len(found.title or "") <= 80


def test_a_release_that_is_too_long_does_not_stop_the_next(tmp_path: Path) -> None:
    long = "A long one\n\nSource: NATO\n\n" + "word. " * (LARGEST_RELEASE // 6)
    (tmp_path / "a.txt").write_text(f"{long}\n\n{HARBOUR}", encoding="utf-8")

    first, second = read_releases([tmp_path / "a.txt"])

    assert (type(first), first.title, second.title) == (
        SkippedInput,
        "A long one",
        "Harbour towns rehearse",
    )


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    text = (
        "Café talks in Genève\n\nSource: Ministère\n\nThe envoy said voilà; the rôle is Zoë’s own."
    )
    text = text.replace("’", "'") if encoding == "latin-1" else text
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))

    assert only(tmp_path / "a.txt").text == text


def test_another_encoding_than_utf_8_is_noted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a.txt").write_bytes("Café talks\n\nThe café is the rôle’s place.".encode("cp1252"))

    with caplog.at_level(logging.INFO, logger="communique.feeds"):
        only(tmp_path / "a.txt")

    assert "a.txt is not UTF-8; read as cp1252" in caplog.text


@pytest.mark.parametrize(
    ("end", "truncated"),
    [
        *(("…", True), ("...", True), ("… ", True), ("[…]", True), ("… Read more", True)),
        *(("[...]\n\nRead more »", True), ("….", True), (".", False), ("“Well…” he said.", False)),
    ],
)
def test_a_cut_off_release_is_marked(tmp_path: Path, end: str, truncated: bool) -> None:
    (tmp_path / "a.txt").write_text(f"A title\n\nSuch a text{end}", encoding="utf-8")

    assert only(tmp_path / "a.txt").truncated is truncated


def test_the_id_is_stable_and_made_of_source_and_title() -> None:
    id_ = release_id("Harbour Ministry", "Café talks — in Genève", "text")

    assert id_ == release_id("Harbour Ministry", "Café talks — in Genève", "text")
    assert re.fullmatch(r"harbour-ministry-cafe-talks-in-geneve-[0-9a-f]{8}", id_)


def test_the_id_of_a_long_or_foreign_title_stays_short_and_full() -> None:
    assert len(release_id("NATO", "word " * 50, "text")) <= 69
    assert release_id("", "نص", "text").startswith("release-")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://www.example.org/rss.xml", "`communique watch` asks servers"),
        ("s3://press/releases", "--engine ray reads object stores"),
    ],
)
def test_an_address_is_told_from_a_path_that_is_not_there(address: str, told: str) -> None:
    with pytest.raises(UnreadableFeedError, match=told) as error:
        read_releases([address])

    assert str(error.value).startswith(f"{address}: is an address")


def test_the_callers_source_and_day_fill_gaps_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nThe text.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Other title\n\nSource: NATO\nDate: 1 May 2024\n\nThe text.", encoding="utf-8"
    )

    found = list(read_releases([tmp_path], source="Europol", published="2023-11-20"))

    assert [(item.source, item.published) for item in found if isinstance(item, Release)] == [
        ("Europol", "2023-11-20"),
        ("NATO", "2024-05-01"),
    ]


def test_a_dateline_counts_before_the_callers_day(tmp_path: Path) -> None:
    text = "A title\n\nSource: NATO\n\nRIGA, 7 June 2024 – The ministers met."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "A title\n\nThey met as agreed on 7 June 2024.", encoding="utf-8"
    )

    dated, undated = read_releases([tmp_path], published="2024-06-09")

    assert isinstance(dated, Release)
    assert dated.published == "2024-06-07"
    assert isinstance(undated, Release)
    assert undated.published == "2024-06-09"


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="write it as 2023-11-20"):
        read_releases([tmp_path], published="soon")


def test_readers_of_others_are_found_by_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    package = tmp_path / "site" / "theirs-1.0.dist-info"
    package.mkdir(parents=True)
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n")
    (package / "entry_points.txt").write_text(
        "[communique.feeds]\nbroken = their_reader:broken\nupper = their_reader:UpperReader\n"
    )
    (tmp_path / "site" / "their_reader.py").write_text(
        "from communique.feeds import Draft\n"
        "def broken():\n    raise RuntimeError('no licence')\n"
        "class UpperReader:\n"
        "    def accepts(self, head, path):\n        return head.startswith(b'!!')\n"
        "    def read(self, content, path):\n"
        "        yield Draft.composed('Theirs', content.read().decode()[2:])\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    (tmp_path / "a.txt").write_text("!!Their text.", encoding="utf-8")

    found = only(tmp_path / "a.txt")

    assert (found.title, found.text) == ("Theirs", "Theirs\n\nTheir text.")
    assert "feed reader broken cannot be loaded: no licence" in caplog.text


def test_plain_text_is_the_last_reader_asked() -> None:
    assert type(readers()[-1]).__name__ == "NewswireReader"
    assert reading_module.ENTRY_POINTS == "communique.feeds"


def test_reading_goes_on_only_as_far_as_the_caller_asks(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(HARBOUR, encoding="utf-8")
    found = read_releases([tmp_path / "a.txt", tmp_path / "b.txt"])

    next(found)
    (tmp_path / "b.txt").write_text(BRIDGE, encoding="utf-8")

    assert next(found).title == "Minister opens the bridge"
