"""communique: from the file to statements."""

from collections.abc import Iterable
from importlib.metadata import version

from exchange import Triple, drive

from communique.extractors.press import PressExtractor
from communique.feeds import read_releases
from communique.graph import Entity, Release


def load():
    """The extractor with its defaults; names of an entity stand beside each other."""
    extractor = PressExtractor.load()

    def names(entity: Entity) -> str:
        return " | ".join((entity.name, *entity.aliases))

    def read(texts: list[dict[str, str]]) -> Iterable[list[Triple]]:
        releases = (
            item
            for text in texts
            for item in read_releases([text["path"]], published=text["published"])
            if isinstance(item, Release)
        )
        for extraction in extractor.extract(releases):
            yield [
                (names(s.subject), str(s.predicate), names(s.object), s.qualifiers.date)
                for s in extraction.statements
            ]

    return read


drive(load, f"communique {version('communique')}")
