"""A changed release takes the place of its earlier edition."""

from collections.abc import Callable

import pytest

from communique.editions import Kinship, Replacement
from communique.graph import Release

Make = Callable[..., Release]
Found = Callable[..., tuple[Replacement, ...]]

DAY = "2024-06-04"
URL = "https://example.org/press/17"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda body: body.replace("212", "221"), id="a number corrected"),
        pytest.param(lambda body: body.replace("Jonas Falk", "Johan Falck"), id="a name corrected"),
        pytest.param(
            lambda body: body + "\nTwo more states joined on Tuesday.\n", id="an end added"
        ),
        pytest.param(
            lambda body: body.replace("\n\n", "\n\nNine dogs from Sudmark help.\n\n", 1),
            id="a paragraph added",
        ),
        pytest.param(lambda body: body.rsplit("\n\n", 1)[0], id="the last paragraph taken out"),
        pytest.param(lambda body: body.rsplit("Results", 1)[0], id="the last sentence taken out"),
        pytest.param(
            lambda body: "\n\n".join((body.split("\n\n")[0], *body.split("\n\n")[2:])),
            id="a paragraph taken out",
        ),
    ],
)
@pytest.mark.parametrize(
    "published_and_url",
    [
        pytest.param((DAY, None), id="same title, source and day"),
        pytest.param((None, URL), id="same URL"),
    ],
)
def test_the_later_edition_counts(
    make: Make,
    found: Found,
    launch: str,
    changed: Callable[[str], str],
    published_and_url: tuple[str | None, str | None],
) -> None:
    published, url = published_and_url
    earlier = make(launch, published=published, url=url)
    later = make(changed(launch), published=published, url=url)

    (replacement,) = found(earlier, later)

    assert replacement.kinship is Kinship.EDITION
    assert (replacement.release, replacement.by) == (earlier.id, later.id)


def test_an_edition_under_a_new_headline_is_known_by_its_url(
    make: Make, found: Found, launch: str
) -> None:
    earlier = make(launch, url=URL)
    later = make(
        launch.replace("212", "240"), "Update: more officers", url=f"{URL}/?utm_source=mail#top"
    )

    (replacement,) = found(earlier, later)

    assert replacement.by == later.id


def test_the_day_of_publication_tells_the_last_edition(
    make: Make, found: Found, launch: str
) -> None:
    second = make(launch.replace("212", "221"), published="2024-06-05", url=URL)
    first = make(launch, published=DAY, url=URL)

    (replacement,) = found(second, first)

    assert replacement.by == second.id


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("CORRECTION: Norland opens operation against smuggling of birds", ""),
        ("Norland opens operation against smuggling of birds (updated)", ""),
        ("Norland opens operation against smuggling of birds", "CORRECTION. "),
    ],
)
def test_a_correction_counts_though_it_was_loaded_first(
    make: Make, found: Found, launch: str, title: str, head: str
) -> None:
    corrected = make(head + launch.replace("212", "221"), title, published=DAY, url=URL)
    wrong = make(launch, published=DAY, url=URL)

    (replacement,) = found(corrected, wrong)

    assert replacement.by == corrected.id


def test_editions_of_editions_have_one_last(make: Make, found: Found, launch: str) -> None:
    editions = [make(launch.replace("212", number), url=URL) for number in ("212", "221", "240")]

    replaced = found(*editions)

    assert {item.release for item in replaced} == {edition.id for edition in editions[:2]}
    assert {item.by for item in replaced} == {editions[2].id}


def test_without_the_later_edition_the_earlier_counts(
    make: Make, found: Found, launch: str
) -> None:
    assert found(make(launch, url=URL)) == ()


def test_a_summary_in_a_feed_does_not_supersede_the_page(
    make: Make, found: Found, launch: str
) -> None:
    page = make(launch, url=URL)
    summary = make(launch[:330].rsplit(" ", 1)[0] + " …", url=URL)

    (replacement,) = found(page, summary)

    assert (replacement.release, replacement.kinship) == (summary.id, Kinship.COPY)


def test_a_url_of_many_releases_says_nothing(make: Make, found: Found, launch: str) -> None:
    other = (
        "Ministers of five states met in Sudmark to speak of ferries. They agreed to build two new "
        "ones, to share the cost by tonnage and to meet again in the spring. The host, Minister "
        "Eva Brandt, called it a good day for islanders, who had waited for ships since the winter."
    )
    editions = [make(launch.replace("212", n), f"Birds: {n} officers", url=URL) for n in "35"]

    assert len(found(*editions)) == 1
    assert found(*editions, make(other, "Ministers speak of ferries", url=URL)) == ()


def test_the_front_page_of_a_site_is_no_url_of_a_release(
    make: Make, found: Found, launch: str
) -> None:
    editions = [
        make(launch.replace("212", number), url="https://example.org/") for number in ("212", "221")
    ]

    assert found(*editions) == ()


def test_a_copy_of_a_superseded_edition_does_not_count(
    make: Make, found: Found, launch: str
) -> None:
    earlier, later = make(launch, url=URL), make(launch.replace("212", "221"), url=URL)
    copy = make(launch + "\nThis is all there is to say.", "Birds", "Coastal Wire")

    replaced = {item.release: item for item in found(earlier, later, copy)}

    assert replaced.keys() == {earlier.id, copy.id}
    assert {item.counting for item in replaced.values()} == {later.id}
    assert replaced[copy.id].kinship is Kinship.COPY


def test_a_superseded_edition_points_to_the_last_though_a_fuller_copy_counts(
    make: Make, found: Found, launch: str
) -> None:
    earlier = make(launch[:600].rsplit("\n\n", 1)[0], url=URL)
    later = make(launch[:800].rsplit("\n\n", 1)[0], url=URL)
    copy = make(launch, "Birds", "Coastal Wire")

    replaced = {item.release: item for item in found(earlier, later, copy)}

    assert replaced[earlier.id].by == later.id
    assert replaced[later.id].by == copy.id
    assert {item.counting for item in replaced.values()} == {copy.id}
