"""Which hosts are asked where a feed or a redirection leads."""

import asyncio

import pytest

from communique.watching.web.failure import FetchError
from communique.watching.web.reach import Hop, Reach

PUBLIC = "93.184.215.14"


def hop(address: str, *, free: bool = False, proxied: bool = False) -> Hop:
    return asyncio.run(Reach(lambda _: proxied).hop(address, free=free))


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255", "[::1]", "[fe80::1]", "[fc00::1]"),  # noqa: S104
        *(
            "[::ffff:10.0.0.1]",
            "[64:ff9b::a00:1]",
            "[2002:a00:1::1]",
            "127.1",
            "2130706433",
            "localhost",
        ),
    ],
)
def test_no_host_of_a_private_network_is_asked_however_its_number_is_written(host: str) -> None:
    with pytest.raises(FetchError, match=r"no host of the public internet|no URL|no host"):
        hop(f"http://{host}/rss")


@pytest.mark.parametrize(
    "address", ["ftp://a.example/", "file:///etc", "//x", "data:,x", "", "http://"]
)
def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(FetchError, match="leads to"):
        hop(address)


def test_the_number_that_was_checked_is_the_one_that_is_asked(names: dict[str, list[str]]) -> None:
    names["news.example"] = [PUBLIC, "93.184.215.15"]

    found = hop("https://news.example/rss?a=1")

    assert [str(url) for url in found.urls] == [
        f"https://{PUBLIC}/rss?a=1",
        "https://93.184.215.15/rss?a=1",
    ]
    assert (found.host, found.name) == ("news.example", "news.example")
    assert not found.inside


def test_one_private_number_among_several_is_enough_to_refuse(names: dict[str, list[str]]) -> None:
    names["news.example"] = [PUBLIC, "10.0.0.1"]

    with pytest.raises(FetchError, match=r"leads to news\.example, which is no host"):
        hop("https://news.example/rss")


def test_what_the_user_has_named_is_asked_wherever_it_is() -> None:
    found = hop("http://127.0.0.1:8000/rss", free=True)

    assert [str(url) for url in found.urls] == ["http://127.0.0.1:8000/rss"]
    assert found.inside == set(found.urls)


def test_only_those_numbers_of_a_host_that_are_private_are_inside(
    names: dict[str, list[str]],
) -> None:
    names["news.example"] = ["10.0.0.1", PUBLIC]

    found = hop("http://news.example/rss", free=True)

    assert [str(url) for url in found.urls] == ["http://10.0.0.1/rss", f"http://{PUBLIC}/rss"]
    assert [str(url) for url in found.inside] == ["http://10.0.0.1/rss"]


def test_no_proxy_is_asked_for_this_machine() -> None:
    assert not hop("http://127.0.0.1:8000/rss", free=True, proxied=True).proxied


def test_behind_a_proxy_names_need_not_be_known_here_but_private_numbers_are_refused(
    names: dict[str, list[str]],
) -> None:
    names["intranet"] = ["10.0.0.1"]

    assert [str(url) for url in hop("http://news.example/rss", proxied=True).urls] == [
        "http://news.example/rss"
    ]
    with pytest.raises(FetchError, match="no host of the public internet"):
        hop("http://intranet/rss", proxied=True)
    with pytest.raises(FetchError, match=r"there is no host news\.example"):
        hop("http://news.example/rss")
