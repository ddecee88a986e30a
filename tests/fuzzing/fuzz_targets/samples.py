"""Good input of each kind, for mutation to begin with."""

import io
import json
import shlex
import tempfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from communique.feeds.newswire import split
from communique.graph import Entity, Evidence, Release, Statement
from communique.ledger import Ledger
from communique.loaders.rdf.addresses import Addresses
from communique.loaders.rdf.record.writing import record_graph
from communique.ontology import EntityType, Relation

ROOT = Path(__file__).resolve().parents[3]
_MOST = 12


def samples(target: str) -> Iterator[bytes]:
    """Inputs that a target takes."""
    yield from _SAMPLES.get(target, _random)()


def _random() -> Iterator[bytes]:
    """Bytes to draw graphs from."""
    for size in (64, 512, 2048):
        yield bytes((i * 37 + i // 7) % 251 for i in range(size))


def _releases() -> list[str]:
    text = (ROOT / "examples" / "press-feed.txt").read_text(encoding="utf-8")
    return [text[start:end][:3000] for start, end in split(text)][:_MOST]


def _texts() -> Iterator[bytes]:
    for text in _releases():
        yield text.encode()


def _records() -> Iterator[bytes]:
    for text in _releases():
        title, _, body = text.partition("\n")
        record = {"title": title, "body": body, "source": "NATO", "published": "2024-05-10"}
        yield (json.dumps(record) + "\n").encode()
        yield json.dumps([{"text": text, "url": "https://example.org/1"}], indent=1).encode()


def _feeds() -> Iterator[bytes]:
    for text in _releases()[:6]:
        title, _, body = text.partition("\n")
        item = f"<title>{escape(title)}</title><description>{escape(escape(body))}</description>"
        yield (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item>'
            f"{item}<pubDate>Fri, 10 May 2024 10:00:00 GMT</pubDate></item></channel></rss>"
        ).encode()
        yield (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>'
            f'<title type="html">{escape(title)}</title><updated>2024-05-10T10:00:00Z</updated>'
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(body)}'
            "</p></div></content></entry></feed>"
        ).encode()


def _pages() -> Iterator[bytes]:
    for text in _releases()[:6]:
        title, *paragraphs = text.split("\n\n")
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
        yield (
            f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}</title>'
            '<meta property="article:published_time" content="2024-05-10T10:00:00Z"></head><body>'
            f"<nav><ul><li>Menu</li></ul></nav><article><h1>{escape(title)}</h1>{body}</article>"
            "</body></html>"
        ).encode()


def _documents() -> Iterator[bytes]:
    for text in _releases()[:4]:
        writer = PdfWriter()
        page = writer.add_blank_page(600, 800)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        lines = [line for line in text.split("\n") if line.isascii()][:40]
        shown = "".join(f"({line.translate(_PDF)}) Tj T*\n" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 10 Tf 12 TL 20 780 Td\n{shown}ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
        out = io.BytesIO()
        writer.write(out)
        yield out.getvalue()


_PDF = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})


def _judgements() -> Iterator[bytes]:
    sides = [{"name": name, "anchors": [[f"r{name}", name]]} for name in ("Anna Kask", "A. Kask")]
    told = {"ruling": "same", "type": "Person", "one": sides[0], "other": sides[1]}
    yield json.dumps(told | {"reason": "one", "author": "me", "day": "2024-05-10"}).encode()


def _links() -> Iterator[bytes]:
    yield b"id,predicate,target,source\nperson-anna-kask,owl:sameAs,https://example.org/1,me\n"
    yield b'id,predicate,target\n"country-EST",rdfs:seeAlso,"https://example.org/EST"\n'


def _patterns() -> Iterator[bytes]:
    for path in sorted((ROOT / "examples" / "patterns").glob("*.jsonl")):
        yield path.read_bytes()


def _queries() -> Iterator[bytes]:
    for path in sorted(
        (ROOT / "queries" / "communique" / "queries" / "templates").glob("*.cypher")
    ):
        yield path.read_bytes()


def _settings() -> Iterator[bytes]:
    yield (
        b'data = "communique-data"\ndebug = false\n[extractors.llm]\nurl = "http://127.0.0.1/"\n'
        b'[neo4j]\nuser = "neo4j"\n'
    )


def _held() -> Iterator[tuple[Ledger, Path]]:
    """A ledger with a release in it."""
    text = "News\n\nAnna Kask visited Estonia on Monday.\n"
    release = Release("news-1", "News", "NATO", text, 6, "2024-05-10")
    one = Entity("news-1#1", EntityType.PERSON, "Anna Kask")
    two = Entity("news-1#2", EntityType.COUNTRY, "Estonia", iso3="EST")
    quote = Evidence("news-1", 6, len(text) - 1, text[6:-1], "visits/visit")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.sqlite"
        with Ledger.open(path) as ledger:
            ledger.record(release, [Statement(one, Relation.VISITS, two, (quote,))], "1")
            yield ledger, path


def _quads() -> Iterator[bytes]:
    at = Addresses("https://data.example/")
    for ledger, _ in _held():
        for entry in ledger.entries():
            blocks = record_graph(entry, at).quad_blocks()
            yield "\n".join(block.strip("\n") for block in blocks).encode() + b"\n"


def _ledgers() -> Iterator[bytes]:
    for ledger, path in _held():
        copy = path.with_name("copy.sqlite")
        ledger.back_up(copy)
        yield copy.read_bytes()


def _command_lines() -> Iterator[bytes]:
    """Each line of the file: of what the files of the command have the content, and arguments."""
    path = Path(__file__).resolve().parent.parent / "command_lines.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, *arguments = shlex.split(line)
            content = next(samples(kind), b"")
            yield "\n".join(arguments).encode() + b"\n\n" + content


_SAMPLES: Mapping[str, Callable[[], Iterator[bytes]]] = {
    **dict.fromkeys(("newswire", "repairing", "dates", "layout", "extract"), _texts),
    "records": _records,
    "syndication": _feeds,
    "page": _pages,
    "pdf": _documents,
    "judgements": _judgements,
    "links": _links,
    "patterns": _patterns,
    "template": _queries,
    "cypher": _queries,
    "settings": _settings,
    "quads": _quads,
    "ledger": _ledgers,
    "commands": _command_lines,
}
