"""Files that ask for more work or memory than their size tells."""

import io
import json
import zlib

from communique.feeds import SkippedInput, read_releases
from communique.graph import Release


def read(data: bytes) -> list[Release | SkippedInput]:
    return list(read_releases(["-"], stdin=io.BytesIO(data)))


def pdf(drawing: bytes, pages: int) -> bytes:
    """A document all of whose pages show one drawing, which is packed."""
    packed = zlib.compress(drawing, 9)
    kids = b"3 0 R " * pages
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def test_what_comes_after_however_many_bad_records_is_read() -> None:
    good = json.dumps({"title": "Ferries to sail", "text": "The text."})

    found = read("\n".join([good, *["{}"] * 10_025, good, "[]"]).encode())

    assert [type(item) for item in found] == [
        Release,
        *[SkippedInput] * 10_000,
        Release,
        SkippedInput,
    ]
    assert isinstance(found[-1], SkippedInput)
    assert found[-1].reason == "holds no release in 26 further records"


def test_a_json_file_of_millions_of_values_is_not_unpacked() -> None:
    (found,) = read(b'[{"a":' + b"[]," * 4_000_001 + b"0}]")

    assert isinstance(found, SkippedInput)
    assert "write one a line" in found.reason


def test_pages_that_repeat_a_drawing_end() -> None:
    (found,) = read(pdf(b"q Q " * 50_000, 200))

    assert isinstance(found, SkippedInput)
    assert "draws without end" in found.reason


def test_a_page_of_more_than_ten_megabytes_is_not_parsed() -> None:
    (found,) = read(b"<html><body>" + b"<p>ferry</p>" * 900_000)

    assert isinstance(found, SkippedInput)
    assert "larger than 10 MB" in found.reason
