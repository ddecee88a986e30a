"""What a description is called whose phrase is too long for a name."""

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.model
Says = Callable[..., set[tuple[str, str, str]]]


def test_a_long_description_keeps_the_noun_that_it_is_of(says: Says) -> None:
    found = says(
        "The signing of agreements between the harbour authorities and fishing associations of the "
        "northern and the southern provinces of both republics took place in Lisbon."
    )

    assert ("signing of agreements", "HELD_IN", "Lisbon") in found
