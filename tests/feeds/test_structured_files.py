import io
import json
import socket
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from communique.feeds import SkippedInput, read_releases
from communique.graph import Release

PAGE = """<!doctype html>
<html><head><title>Ferries to sail again</title>
<meta property="og:site_name" content="Harbour Ministry">
<meta property="og:title" content="Ferries to sail again">
<meta property="article:published_time" content="2023-11-20T23:30:00+01:00">
<link rel="canonical" href="https://harbour.example/news/1"></head>
<body><nav><a href="/">Home</a> <a href="/news">All the news</a></nav>
<article><h1>Ferries to sail again</h1>
<p>The harbour minister, Ms Ana Kovač, met the owners of the ferries on Monday and agreed on a
timetable for the winter months.</p>
<p>The northern line opens first, and the southern line follows when the quay has been mended by
the engineers of the navy.</p>
<ul><li>Ms Ana Kovač, minister of harbours</li><li>Mr Jan Novák, owner of the line</li></ul>
</article><footer>Cookies and privacy</footer></body></html>"""

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Ministry</title>
<item><title>Ferries &amp; quays</title><link>https://harbour.example/1</link>
<pubDate>Mon, 20 Nov 2023 23:30:00 -0500</pubDate><description>Short…</description>
<content:encoded><![CDATA[<p>The <b>minister</b> met the owners.</p><ul><li>One</li>
<li>Two</li></ul><script>alert(1)</script>]]></content:encoded></item>
<item><title>Bridge opened</title><description>The bridge is open…</description></item>
<item><title>Nothing to say</title></item>
</channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Roads Agency</title>
<entry><title>Bridge opened</title><link href="https://roads.example/1"/>
<published>2024-03-06T09:00:00Z</published><summary>Short.</summary>
<content type="html">
&lt;p&gt;The bridge is open.&lt;/p&gt;&lt;p&gt;Cars cross it.&lt;/p&gt;</content>
</entry></feed>"""


def releases(path: Path) -> list[Release]:
    found = list(read_releases([path]))
    assert all(isinstance(item, Release) for item in found), found
    return [item for item in found if isinstance(item, Release)]


def skips(path: Path) -> list[SkippedInput]:
    return [item for item in read_releases([path]) if isinstance(item, SkippedInput)]


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pdf(lines: list[str], title: str | None = None) -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    stream = DecodedStreamObject()
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream.set_data(f"BT /F1 11 Tf 50 780 Td {shown}ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(stream)  # pypdf has no public way
    if title:
        writer.add_metadata({"/Title": title})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_page_gives_title_source_day_address_and_paragraphs(tmp_path: Path) -> None:
    (found,) = releases(written(tmp_path, "page.html", PAGE))

    assert (found.title, found.source) == ("Ferries to sail again", "Harbour Ministry")
    assert (found.published, found.url) == ("2023-11-20", "https://harbour.example/news/1")
    assert found.text.startswith("Ferries to sail again\n\nSource: Harbour Ministry\n\nThe harbour")
    assert "\n\nThe northern line" in found.text
    assert "All the news" not in found.text


def test_a_page_is_told_by_its_content(tmp_path: Path) -> None:
    (found,) = releases(written(tmp_path, "page.txt", PAGE))

    assert found.title == "Ferries to sail again"


def test_a_page_in_the_encoding_it_declares_is_read(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">')

    (found,) = releases(written(tmp_path, "page.html", page.encode("iso-8859-2")))

    assert "Ana Kovač" in found.text


def test_reading_a_page_opens_no_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *args: opened.append(args))

    releases(written(tmp_path, "page.html", PAGE))
    releases(
        written(tmp_path, "feed.xml", RSS.replace("<item><title>Nothing to say</title></item>", ""))
    )

    assert opened == []


def test_a_page_without_text_is_skipped(tmp_path: Path) -> None:
    (found,) = skips(written(tmp_path, "page.html", "<!doctype html><html><body></body></html>"))

    assert "has no text" in found.reason


def test_entries_of_a_feed_are_releases(tmp_path: Path) -> None:
    first, second, third = read_releases([written(tmp_path, "feed.xml", RSS)])

    assert isinstance(first, Release)
    assert first.text == (
        "Ferries & quays\n\nSource: Harbour Ministry\n\n"
        "The minister met the owners.\n\n• One\n• Two"
    )
    assert (first.published, first.url) == ("2023-11-20", "https://harbour.example/1")
    assert isinstance(second, Release)
    assert second.truncated
    assert third == SkippedInput(third.path, "Nothing to say", "entry 3 has no text")  # type: ignore[union-attr]


def test_an_atom_entry_is_read_in_full(tmp_path: Path) -> None:
    (found,) = releases(written(tmp_path, "feed.txt", ATOM))

    assert found.text.endswith("The bridge is open.\n\nCars cross it.")
    assert (found.source, found.published, found.url) == (
        "Roads Agency",
        "2024-03-06",
        "https://roads.example/1",
    )


def test_a_feed_without_entries_is_skipped(tmp_path: Path) -> None:
    (found,) = skips(written(tmp_path, "feed.xml", "<rss version='2.0'><channel></channel></rss>"))

    assert "feed without entries" in found.reason


def test_entities_of_a_feed_do_not_multiply(tmp_path: Path) -> None:
    levels = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' if n else '<!ENTITY e0 "boom">' for n in range(9)
    )
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [{levels}]>' + RSS.split("?>", 1)[1].replace(
        "Bridge opened", "&e8;"
    )

    found = list(read_releases([written(tmp_path, "feed.xml", feed)]))

    assert sum(len(item.text) for item in found if isinstance(item, Release)) < 1000


def test_a_feed_reads_no_file_of_the_machine(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", "hunter two")
    feed = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        + RSS.split("?>", 1)[1].replace("Bridge opened", "&x;")
    )

    found = list(read_releases([written(tmp_path, "feed.xml", feed)]))

    assert "hunter" not in repr(found)


def test_each_line_of_json_is_a_release(tmp_path: Path) -> None:
    records = [
        {"title": "Ferries to sail", "body": "The text.", "source": "NATO", "date": "2023-11-20"},
        {"title": "Bridge opened", "text": "The bridge is open.", "url": "https://x.example"},
        {"text": "Quay mended\n\nSource: Roads Agency\n\nThe quay holds."},
    ]
    lines = "\n\n".join(json.dumps(record) for record in records)

    first, second, third = releases(written(tmp_path, "feed.jsonl", lines))

    assert first.text == "Ferries to sail\n\nSource: NATO\n\nThe text."
    assert first.published == "2023-11-20"
    assert (second.text, second.url) == (
        "Bridge opened\n\nThe bridge is open.",
        "https://x.example",
    )
    assert (third.title, third.source, third.body) == ("Quay mended", "Roads Agency", 35)


@pytest.mark.parametrize(
    "text",
    [
        "Ferries to sail\n\nSource: NATO\n\nThe text.",
        "# Ferries to sail\n\nThe text.",
        "The harbour minister said that " + "all ferries would sail again, " * 12 + "she hopes.",
    ],
    ids=["newswire", "markdown", "without-title"],
)
def test_exported_documents_come_back_as_they_were(tmp_path: Path, text: str) -> None:
    (first,) = releases(written(tmp_path, "a.txt", text))
    record = {"title": first.title, "source": first.source, "published": None, "text": first.text}

    (again,) = releases(written(tmp_path, "documents.jsonl", json.dumps(record)))

    assert again == first


def test_a_title_that_only_begins_the_text_is_set_above_it(tmp_path: Path) -> None:
    record = {"title": "NATO", "text": "NATO ministers met. They agreed."}

    (found,) = releases(written(tmp_path, "feed.jsonl", json.dumps(record)))

    assert found.text == "NATO\n\nNATO ministers met. They agreed."


def test_a_page_of_a_few_words_is_read(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Ferries</title></head><body><div>They sail again.</div></body></html>"
    )

    (found,) = releases(written(tmp_path, "page.html", page))

    assert found.text == "Ferries\n\nThey sail again."


def test_a_bad_line_of_json_is_skipped_alone(tmp_path: Path) -> None:
    good = json.dumps({"title": "Ferries to sail", "text": "The text."})
    lines = [good, "{broken", "[1]", '{"title": "Bare"}', "[" * 100_000, good]

    found = list(read_releases([written(tmp_path, "feed.jsonl", "\n".join(lines))]))

    assert [type(item).__name__ for item in found] == ["Release", *["SkippedInput"] * 4, "Release"]
    assert found[1].reason.startswith("line 2 is no JSON")  # type: ignore[union-attr]


def test_half_a_surrogate_pair_does_not_break_the_text(tmp_path: Path) -> None:
    record = '{"title": "Ferries \\ud83d\\ude00 sail", "text": "A half \\ud800 here."}'

    (found,) = releases(written(tmp_path, "feed.jsonl", record))

    assert found.text == "Ferries \U0001f600 sail\n\nA half \ufffd here."


def test_a_json_file_with_a_list_is_read(tmp_path: Path) -> None:
    record = {"title": "Ferries to sail", "text": "The text."}

    found = releases(written(tmp_path, "feed.json", json.dumps([record, record], indent=2)))

    assert [item.title for item in found] == ["Ferries to sail"] * 2


def test_a_pdf_gives_paragraphs_of_its_printed_lines(tmp_path: Path) -> None:
    lines = [
        "Ferries to sail again",
        "",
        "The harbour minister met the owners of the fer-",
        "ries on Monday and agreed on a new winter time",
        "table with all of them.",
        "- Ms Ana Kovac",
        "- Mr Jan Novak",
    ]

    (found,) = releases(written(tmp_path, "release", pdf(lines)))

    assert found.title == "Ferries to sail again"
    assert found.text[found.body :] == (
        "The harbour minister met the owners of the ferries on Monday and agreed on a new winter"
        " time table with all of them.\n- Ms Ana Kovac\n- Mr Jan Novak"
    )


def test_the_metadata_of_a_pdf_give_the_title_that_its_pages_lack(tmp_path: Path) -> None:
    lines = ["The harbour minister met the owners of the ferries on Monday, and", "they agreed."]

    (found,) = releases(written(tmp_path, "release.pdf", pdf(lines * 4, "Ferries to sail")))

    assert found.title == "Ferries to sail"
    assert found.text.startswith("Ferries to sail\n\nThe harbour minister")


def test_a_pdf_without_text_is_skipped(tmp_path: Path) -> None:
    (found,) = skips(written(tmp_path, "scan.pdf", pdf([])))

    assert "run text recognition" in found.reason


def test_a_locked_pdf_is_skipped(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(["Ferries to sail"]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    (found,) = skips(written(tmp_path, "locked.pdf", out.getvalue()))

    assert "locked by a password" in found.reason
