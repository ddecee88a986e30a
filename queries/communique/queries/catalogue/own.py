"""Templates of one's own: a folder of files that is read beside those of the package."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from communique.graph import CommuniqueError
from communique.queries.catalogue.head import Fault, MalformedTemplateError, parse
from communique.queries.catalogue.shelf import SUFFIX
from communique.queries.catalogue.template import Template
from communique.queries.guard import RefusedQueryError, check

_NAME = re.compile(r"\w[\w-]*")


class UnreadableTemplatesError(CommuniqueError):
    """A folder of templates is none, or cannot be read."""


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """What a folder holds.

    Attributes:
        templates: Those that can be asked, by name, in the order of names.
        faulty: What is wrong with the others by the name of the file, each fault with file and
            line, in the order of files.
    """

    templates: Mapping[str, Template] = field(default_factory=dict)
    faulty: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with any file."""
        return tuple(fault for faults in self.faulty.values() for fault in faults)


def read_own(folder: Path, taken: Collection[str]) -> OwnTemplates:
    """The templates of a folder; a file with a fault is left out, and the others are read.

    Files of other endings and folders within are passed over.

    Args:
        folder: Where the files are.
        taken: Names that are taken already, those of the package.

    Raises:
        UnreadableTemplatesError: The folder is none or cannot be read.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError as error:
        raise UnreadableTemplatesError(
            f"{folder}: no readable folder of questions ({error.strerror})"
        ) from error
    templates, faulty = {}, {}
    for file in files:
        found = list(_read(file, taken))
        if found:
            faulty[file.stem] = tuple(f"{file}:{fault.line}: {fault.reason}" for fault in found)
        else:
            templates[file.stem] = replace(
                parse(file.stem, file.read_text(encoding="utf-8")), own=True
            )
    return OwnTemplates(templates, faulty)


def _read(file: Path, taken: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with a file."""
    if not _NAME.fullmatch(file.stem):
        yield Fault(1, f"{file.stem!r} is no name; use letters, digits and hyphens")
    if file.stem in taken:
        yield Fault(1, f"communique has a question {file.stem}; give the file another name")
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield Fault(1, f"not a readable text in UTF-8: {error}")
        return
    try:
        parse(file.stem, text)
    except MalformedTemplateError as error:
        yield from error.faults
    try:
        check(text)
    except RefusedQueryError as error:
        yield Fault(error.line, error.reason)
