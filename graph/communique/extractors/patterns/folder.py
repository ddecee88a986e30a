"""A folder of pattern files, read and checked as a whole."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.extractors.patterns.bodies import check_parents, read_body
from communique.extractors.patterns.phrases import read_phrase
from communique.extractors.reading.frame import Frame, read_frames
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import Organisation, read_organisations
from communique.graph import PatternsError

SUFFIX = ".jsonl"
_MISTAKEN = frozenset({".json", ".ndjson", ".jsonlines"})
_DIGITS = 12
_UNREAD = frozenset({"example", "expects"})
"""Fields that tell a reader about an entry and change nothing of what it reads."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that an entry must read.

    Attributes:
        place: File and line of the entry.
        text: The sentence.
        entry: The frame, or the organisation that the sentence names.
    """

    place: str
    text: str
    entry: Frame | Organisation


@dataclass(frozen=True, slots=True)
class Patterns:
    """What a user adds to the rules of the package.

    Attributes:
        frames: Relation phrases, by name.
        organisations: New ones, and listed ones with further forms, by name.
        examples: The sentences of the entries, in the order of files and lines.
        digest: Changes with whatever changes the reading; empty for no patterns.
    """

    frames: tuple[Frame, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    examples: tuple[Example, ...] = ()
    digest: str = ""

    def listed(self, organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
        """A gazetteer with the user's organisations in it, by name."""
        joined = {body.name: body for body in (*organisations, *self.organisations)}
        return tuple(joined[name] for name in sorted(joined, key=str.casefold))


NO_PATTERNS = Patterns()
"""What a user has who has added nothing."""


def read_patterns(folder: Path) -> Patterns:
    """Read every ``*.jsonl`` of a folder and the folders in it, one entry a line.

    Raises:
        PatternsError: The folder or a file cannot be read, it holds no entry, or entries are
            wrong; it tells all of them.
    """
    reading = _Reading()
    for path in _files(folder):
        reading.read(path.relative_to(folder).as_posix(), path)
    patterns, faults = reading.finish()
    if faults:
        more = f" (and {len(faults) - 1} more: communique patterns check)" if faults[1:] else ""
        raise PatternsError(f"{folder}: {faults[0]}{more}", faults)
    if not patterns.digest:
        raise PatternsError(f"{folder}: the pattern files hold no entry")
    return patterns


def _files(folder: Path) -> list[Path]:
    """The pattern files, by path.

    Raises:
        PatternsError: There is none, or one has a name by which it would be passed over.
    """
    if not folder.is_dir():
        raise PatternsError(f"{folder}: no such directory")
    try:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
    except OSError as error:
        raise PatternsError(f"{folder}: {error}") from error
    files = [p for p in files if not any(x.startswith(".") for x in p.relative_to(folder).parts)]
    found = [path for path in files if path.name.endswith(SUFFIX)]
    for path in files:
        if path.suffix.casefold() in {*_MISTAKEN, SUFFIX} and path not in found:
            raise PatternsError(f"{path}: the name of a pattern file ends in {SUFFIX}")
    if not found:
        raise PatternsError(f"{folder}: no pattern file (*{SUFFIX})")
    return found


class _Reading:
    """The entries of a folder while they are read."""

    def __init__(self) -> None:
        self._meeting = read_nouns().meeting_nouns
        self._names = {f.name: "the package" for f in read_frames(self._meeting)}
        self._listed = {form: body for body in read_organisations() for form in body.forms}
        self._known = dict(self._listed)
        self._bodies: dict[str, str] = {}
        self._frames: list[Frame] = []
        self._organisations: list[Organisation] = []
        self._examples: list[Example] = []
        self._lines: list[str] = []
        self._faults: list[str] = []

    def read(self, name: str, path: Path) -> None:
        """Read the entries of one file."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            self._faults.append(f"{name}: not a readable UTF-8 file: {error}")
            return
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                place = f"{name}:{number}"
                faults = self._entry(place, line)
                self._faults += [f"{place}: {fault}" for fault in faults]

    def finish(self) -> tuple[Patterns, list[str]]:
        """What was read, and what is wrong with it."""
        for name, fault in check_parents(self._organisations, self._listed).items():
            self._faults.append(f"{self._bodies[name]}: {fault}")
        digest = hashlib.sha256("\n".join(sorted(self._lines)).encode()).hexdigest()[:_DIGITS]
        patterns = Patterns(
            tuple(sorted(self._frames, key=lambda frame: frame.name)),
            tuple(sorted(self._organisations, key=lambda body: body.name.casefold())),
            tuple(self._examples),
            digest if self._lines else "",
        )
        return patterns, self._faults

    def _entry(self, place: str, line: str) -> Iterator[str]:
        """Take in one line; yield what is wrong with it."""
        try:
            content = json.loads(line, object_pairs_hook=_once)
        except ValueError as error:
            yield f"no JSON: {error}"
            return
        except RecursionError:
            yield "no JSON: it is nested too deep"
            return
        if not isinstance(content, dict):
            yield "an entry must be a JSON object in braces"
        elif "relation" in content:
            yield from self._phrase(place, content)
        elif content.keys() & {"kind", "acronyms", "aliases"}:
            yield from self._body(place, content)
        else:
            yield 'neither a relation phrase ("relation") nor an organisation ("kind")'

    def _phrase(self, place: str, content: dict[str, Any]) -> Iterator[str]:
        frame, faults = read_phrase(content, self._meeting)
        yield from faults
        if frame is None:
            return
        if (taken := self._names.get(frame.name)) is not None:
            yield f'"name" must be new, and {taken} has a phrase {frame.name!r}'
            return
        self._names[frame.name] = place
        self._frames.append(frame)
        self._note(Example(place, frame.example, frame), content)

    def _body(self, place: str, content: dict[str, Any]) -> Iterator[str]:
        if (earlier := self._bodies.get(str(content.get("name")))) is not None:
            yield f"{earlier} has an entry for {content['name']!r}; put its forms there"
            return
        body, faults = read_body(content, self._known)
        yield from faults
        if body is None:
            return
        self._bodies[body.name] = place
        self._known |= dict.fromkeys(body.forms, body)
        self._organisations.append(body)
        self._note(Example(place, content.get("example") or "", body), content)

    def _note(self, example: Example, content: Mapping[str, Any]) -> None:
        """Keep the example, and of the content what decides the reading."""
        if example.text:
            self._examples.append(example)
        read = {name: value for name, value in content.items() if name not in _UNREAD}
        self._lines.append(json.dumps(read, ensure_ascii=True, sort_keys=True))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose names are all different."""
    content = dict(pairs)
    if len(content) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the field {twice!r} stands twice")
    return content
