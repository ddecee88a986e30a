"""Extractors by name, ours and those that other packages bring (``communique.extractors``)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Annotated, Any

import typer

from communique.cli.settings import extractor_settings
from communique.cli.workspace import pattern_folder
from communique.cli.wrong_use import WrongUseError
from communique.graph import CommuniqueError, Extraction, ExtractorError, Release

GROUP = "communique.extractors"
"""The entry points that name extractors: each a factory that takes the extractor's settings."""
PRESS = "press"
"""The extractor that reads where no other is asked for."""

ExtractorName = Annotated[
    str,
    typer.Option(
        "--extractor", metavar="NAME", help="What reads the statements; see docs/extractors.md."
    ),
]

Factory = Callable[[Mapping[str, str]], Any]


class PluggedExtractor:
    """An extractor of the entry points, held to the builder's protocol.

    Attributes:
        version: Its own, with its name before it, so that two extractors never have the same.
        batch: How many extractions it gives at once.
    """

    def __init__(self, name: str, extractor: Any) -> None:
        """Take an extractor.

        Raises:
            ExtractorError: It has no version or no method to extract.
        """
        version = getattr(extractor, "version", None)
        if not isinstance(version, str) or not version:
            raise ExtractorError(f'the extractor {name} has no text as its "version"')
        if not callable(getattr(extractor, "extract", None)):
            raise ExtractorError(f'the extractor {name} has no method "extract"')
        self.version = version if name == PRESS else f"{name}/{version}"
        batch = getattr(extractor, "batch", 1)
        self.batch = batch if isinstance(batch, int) else 1
        self._name, self._extractor = name, extractor

    @property
    def remarks(self) -> list[str]:
        """What it has to say for the report of the build; none if it says nothing."""
        said = getattr(self._extractor, "remarks", ())
        return [str(line) for line in said] if isinstance(said, list | tuple) else []

    def load(self) -> None:
        """Load what the first release would have it load, if it can do that beforehand."""
        load = getattr(self._extractor, "load", None)
        if callable(load):
            load()

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release.

        Raises:
            ExtractorError: It failed, or yielded something else; what came before is good.
        """
        given: dict[str, Release] = {}
        try:
            for extraction in self._extractor.extract(_noting(releases, given)):
                yield self._checked(extraction, given)
        except CommuniqueError:
            raise
        except Exception as error:
            raise ExtractorError(
                f"the extractor {self._name} failed: {type(error).__name__}: {error}; what it had "
                "read by then is in the ledger, and the next build goes on"
            ) from error

    def _checked(self, extraction: object, given: dict[str, Release]) -> Extraction:
        """What it yielded, if that belongs to a release that it was given and has not done."""
        if not isinstance(extraction, Extraction):
            raise ExtractorError(
                f"the extractor {self._name} must yield extractions and yielded "
                f"a {type(extraction).__name__}"
            )
        if given.pop(extraction.release.id, None) != extraction.release:
            raise ExtractorError(
                f"the extractor {self._name} yielded {extraction.release.id}, which it was not "
                "given or had done already"
            )
        return extraction


def extractor_of(name: str, patterns: str | None = None) -> PluggedExtractor:
    """The extractor of a name, made with its settings.

    Args:
        name: As in the entry points.
        patterns: Folder of the user's pattern files, for the one that reads them.

    Raises:
        WrongUseError: None is installed under that name, or several are.
        ExtractorError: It cannot be loaded or made.
    """
    factory = _factory(_entry_point(name), name)
    settings = extractor_settings(name)
    if patterns is not None and name == PRESS:
        settings["patterns"] = patterns
    try:
        made = factory(settings)
    except CommuniqueError:
        raise
    except Exception as error:
        raise ExtractorError(
            f"the extractor {name} cannot be made: {type(error).__name__}: {error}"
        ) from error
    return PluggedExtractor(name, made)


def patterns_for(name: str, context: typer.Context, given: Path | None) -> str | None:
    """The folder of patterns that option, environment or settings file name for an extractor.

    Raises:
        WrongUseError: The option names one for an extractor that reads no patterns.
    """
    if given is not None and name != PRESS:
        raise WrongUseError(f"--patterns is for the extractor {PRESS}; {name} does not read them")
    folder = pattern_folder(context, given)
    return None if folder is None else str(folder)


def _entry_point(name: str) -> EntryPoint:
    installed = entry_points(group=GROUP)
    found = {point.value: point for point in installed.select(name=name)}
    if not found:
        names = ", ".join(sorted({point.name for point in installed}))
        raise WrongUseError(f"no extractor {name!r}; installed are: {names or 'none'}")
    if len(found) > 1:
        brought = ", ".join(sorted(_bringer(point) for point in found.values()))
        raise WrongUseError(f"several packages bring an extractor {name!r}: {brought}; keep one")
    return next(iter(found.values()))


def _factory(point: EntryPoint, name: str) -> Factory:
    try:
        factory = point.load()
    except CommuniqueError:
        raise
    except Exception as error:
        raise ExtractorError(
            f"the extractor {name} of {_bringer(point)} cannot be loaded: "
            f"{type(error).__name__}: {error}"
        ) from error
    if not callable(factory):
        raise ExtractorError(f"the extractor {name} of {_bringer(point)} is no factory")
    made: Factory = factory
    return made


def _bringer(point: EntryPoint) -> str:
    """The package that brings an entry point, or what it points to."""
    return point.dist.name if point.dist is not None else point.value


def _noting(releases: Iterable[Release], given: dict[str, Release]) -> Iterator[Release]:
    for release in releases:
        given[release.id] = release
        yield release
