"""Which URLs lead to one page."""

import pytest

from communique.editions.addresses import address


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/press/17",
        "http://www.example.org/press/17/",
        "https://EXAMPLE.org/press/17#top",
        "https://example.org/press/17?utm_source=mail&utm_medium=rss",
        " https://example.org/press/17?fbclid=x ",
    ],
)
def test_what_does_not_change_the_page_is_left_out(url: str) -> None:
    assert address(url) == "example.org/press/17"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/press/17", "https://example.org/press/18"),
        ("https://example.org/press?id=17", "https://example.org/press?id=18"),
        ("https://example.org/?17", "https://example.org/?18"),
        ("https://example.org/Press", "https://example.org/press"),
    ],
)
def test_other_pages_have_other_addresses(one: str, other: str) -> None:
    assert address(one) != address(other)


def test_the_order_of_parameters_changes_no_page() -> None:
    assert address("https://example.org/p?a=1&b=2") == address("https://example.org/p?b=2&a=1")


@pytest.mark.parametrize(
    "url", [None, "", "https://example.org", "https://www.example.org/", "press/17", "http://[x"]
)
def test_what_names_no_page_is_no_address(url: str | None) -> None:
    assert address(url) is None
