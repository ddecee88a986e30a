"""An extractor of one's own: who is appointed to what, in sentences of one form."""

import re
from collections.abc import Iterable, Iterator, Mapping

from communique.graph import Entity, Evidence, Extraction, Qualifiers, Release, Statement
from communique.ontology import EntityType, Relation

SENTENCE = re.compile(
    r"(?:The )?(?P<body>[A-Z][\w ]+) (?:has )?appointed (?P<person>[A-Z]\w+(?: [A-Z]\w+)+)"
    r" as (?P<role>[\w ]+)\."
)


class AppointmentExtractor:
    """Finds "The Harbour Council appointed Anna Kask as Director."."""

    version = "1"  # change it whenever the same release may give other statements

    def __init__(self, settings: Mapping[str, str]) -> None:
        """Take the settings: COMMUNIQUE_APPOINTMENTS_CONFIDENCE is the setting "confidence"."""
        self._confidence = float(settings.get("confidence", "0.8"))
        self.remarks: list[str] = []  # told at the end of the build

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in order."""
        for release in releases:
            found = tuple(self._statements(release))
            if "appoint" in release.text and not found:
                self.remarks.append(f"{release.title}: an appointment in other words")
            yield Extraction(release, found)

    def _statements(self, release: Release) -> Iterator[Statement]:
        for number, match in enumerate(SENTENCE.finditer(release.text)):
            body = Entity(f"{release.id}#{2 * number}", EntityType.ORGANISATION, match["body"])
            person = Entity(f"{release.id}#{2 * number + 1}", EntityType.PERSON, match["person"])
            quote = Evidence(release.id, *match.span(), match.group(), "appointments/appointed-as")
            yield Statement(
                body, Relation.APPOINTS, person, (quote,), Qualifiers(role=match["role"]),
                self._confidence,
            )  # fmt: skip
