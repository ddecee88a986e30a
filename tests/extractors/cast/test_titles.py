"""Whom offices in a title mean, which point ahead to the text: no language model."""

from collections.abc import Callable

import pytest

from communique.extractors.cast import Cast
from communique.extractors.reading.script import Scene

Read = Callable[..., tuple[Cast, list[Scene]]]


def test_a_title_is_told_by_an_office_that_stands_beside_a_name_with_another_one(
    cast: Read,
) -> None:
    _, scenes = cast(
        "Chairperson-in-Office concludes visit to Estonia",
        "OSCE Chairperson-in-Office, Latvia’s Minister for Foreign Affairs Ana Duran, came back.",
    )

    assert [f.name for f in scenes[0].figures if f is not None][:1] == ["Ana Duran"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "High Commissioner ends visit to Estonia",
            "The UN High Commissioner for Human Rights, Ana Duran, came back.",
        ),
        (
            "Chairman of Joint Chiefs visits Estonia",
            "Chairman Ana Duran came back today.",
        ),
        (
            "Latvian Liaison Prosecutor visits Estonia",
            "Ana Duran, the first Liaison Prosecutor for Latvia, came back.",
        ),
    ],
    ids=["shorter", "longer", "of-a-state"],
)
def test_a_title_means_the_only_one_with_such_an_office(cast: Read, title: str, text: str) -> None:
    _, scenes = cast(title, text)

    assert [f.name for f in scenes[0].figures if f is not None][:1] == ["Ana Duran"]


@pytest.mark.parametrize(
    "text",
    [
        "High Commissioner for Trade Ana Duran met High Commissioner for Health Eva Tamm.",
        "Former High Commissioner for Trade Ana Duran spoke.",
        "Deputy High Commissioner for Trade Ana Duran spoke.",
    ],
    ids=["two", "former", "deputy"],
)
def test_a_title_means_nobody_whose_office_may_be_another(cast: Read, text: str) -> None:
    _, scenes = cast("High Commissioner ends visit to Estonia", text)

    assert "Duran" not in str([f.name for f in scenes[0].figures if f is not None])


@pytest.mark.parametrize("caller", ["Vice President Eva Tamm", "Deputy President Eva Tamm"])
def test_an_office_is_not_that_of_a_deputy_named_before_it(cast: Read, caller: str) -> None:
    _, scenes = cast(
        "President Ana Duran of Latvia arrived in Riga.",
        f"{caller} is due to call on the President.",
    )

    assert [f.name for f in scenes[1].figures if f is not None] == ["Eva Tamm", "Ana Duran"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Estonian minister visits Porto",
            "Foreign Minister Dan Holt received his Estonian counterpart Carl Berg today.",
        ),
        (
            "British Defence Secretary visits Porto",
            "Defence Minister Dan Holt, accompanied by Ambassador Jan Lind, received his British "
            "counterpart Carl Berg today.",
        ),
        (
            "German Chancellor visits Porto",
            "Prime Minister Dan Holt arrived. He received his German counterpart Carl Berg today.",
        ),
        (
            "Estonian FM visits Porto",
            "Foreign Minister Dan Holt received his Estonian counterpart Carl Berg today.",
        ),
    ],
    ids=["bare", "companion", "sentence-before", "initials"],
)
def test_a_title_means_the_counterpart_of_who_holds_such_an_office(
    cast: Read, title: str, text: str
) -> None:
    _, scenes = cast(title, text)

    assert [f.name for f in scenes[0].figures if f is not None][:1] == ["Carl Berg"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Estonian President visits Porto",
            "Foreign Minister Dan Holt received his Estonian counterpart Carl Berg today.",
        ),
        (
            "Estonian ambassador visits Lima",
            "Foreign Minister Dan Holt received his Estonian counterpart Carl Berg today.",
        ),
        (
            "Peru’s president receives Estonian ambassador",
            "President Eva Tamm received Ambassador Jan Lind. Foreign Minister Dan Holt of Peru "
            "met his Estonian counterpart Carl Berg.",
        ),
    ],
    ids=["president", "ambassador", "named-before"],
)
def test_a_title_means_no_counterpart_of_who_holds_another_office(
    cast: Read, title: str, text: str
) -> None:
    _, scenes = cast(title, text)

    assert "Carl Berg" not in [f.name for f in scenes[0].figures if f is not None]
