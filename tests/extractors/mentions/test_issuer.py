"""Who issued a release."""

import pytest

from communique.extractors.issuer import find_issuer
from communique.extractors.mentions import MentionFinder


@pytest.mark.parametrize(
    ("source", "body", "state"),
    [
        ("NATO", "NATO", None),
        ("Ministry of Foreign Affairs of Latvia", "Ministry of Foreign Affairs of Latvia", "LVA"),
        ("Press Desk of the White House", "White House", "USA"),
        ("Peru", None, "PER"),
        ("harbour news", "harbour news", None),
        ("  ", None, None),
        ("Harbour Wire", None, None),
        ("Moldova News Agency", None, None),
    ],
    ids=["body", "ministry", "seat", "state", "unknown", "blank", "wire", "news agency"],
)
def test_the_source_tells_body_and_state(
    finder: MentionFinder, source: str, body: str | None, state: str | None
) -> None:
    issuer, territory = find_issuer(source, finder)

    assert (issuer.name if issuer else None) == body
    assert (territory.iso3 if territory else None) == state
