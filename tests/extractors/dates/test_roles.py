"""How the words before a date use it."""

import pytest

from communique.extractors.dates import DateRole, find_dates

ROLES = {
    "on": ("It met on 5 May 2024.", DateRole.AT),
    "in": ("It met in 2024.", DateRole.AT),
    "since-year": ("It has led since 2014.", DateRole.SINCE),
    "since-month": ("It has led since early May 2024.", DateRole.SINCE),
    "since-weekday": ("Since Tuesday, 5 March 2024, it leads.", DateRole.SINCE),
    "after": ("Seizures made after 28 June 2024 do not count.", DateRole.SINCE),
    "until": ("It runs until 2025.", DateRole.UNTIL),
    "end": ("It runs until the end of 2025.", DateRole.UNTIL),
    "up-to": ("It runs up to May 2025.", DateRole.UNTIL),
    "before": ("It must be ready before 5 May 2024.", DateRole.UNTIL),
    "from": ("It applies from 5 May 2024.", DateRole.FROM),
    "as-of": ("It applies as of August 2025.", DateRole.FROM),
    "starting": ("It runs starting 5 May 2024.", DateRole.FROM),
    "by": ("Register by 5 May 2024.", DateRole.BY),
    "by-end": ("Ready by the end of 2030.", DateRole.BY),
    "no-later": ("Register no later than 5 May 2024.", DateRole.BY),
    "interval": ("It sat from 5 to 9 May 2024.", DateRole.AT),
    "between": ("It sat between 5 and 9 May 2024.", DateRole.AT),
    "planned": ("It was originally planned for 5 May 2024.", DateRole.MOVED),
    "scheduled": ("It had been initially scheduled to take place on 5 May 2024.", DateRole.MOVED),
    "planned-interval": ("It was initially scheduled for 5-9 May 2024.", DateRole.MOVED),
    "as-planned": ("It was held as originally planned on 5 May 2024.", DateRole.AT),
    "moved": ("It was postponed from 5 May 2024.", DateRole.MOVED),
    "instead": ("It sat at once instead of 5 May 2024.", DateRole.MOVED),
    "attribute": ("It trains ahead of the May 2024 summit.", DateRole.AT),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_a_preposition_gives_the_role(text: str, role: DateRole) -> None:
    (mention,) = find_dates(text, None)

    assert mention.role == role
