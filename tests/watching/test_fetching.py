"""Asking servers that misbehave."""

import asyncio
import gzip
import shutil
import ssl
import subprocess
import tracemalloc
import zlib
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import httpx
import pytest
from unruly_site import Act, Clock, Reply, Site, drip, packed, raw

from communique.watching.web.failure import FetchError
from communique.watching.web.fetching import Answer, Fetcher, Limits, Validators, seconds_asked
from communique.watching.web.reach import Hop, Reach

LIMITS = Limits(seconds=0.6, size=100_000, redirections=3)
PATIENT = replace(LIMITS, seconds=10.0)
"""For what has nothing to do with time, however busy the machine is."""
LIMITS_OF_TLS = Limits(seconds=5.0)
Unruly = Callable[[Site], Act]


def fetch(
    url: str,
    validators: Validators | None = None,
    *,
    free: bool = True,
    limits: Limits = LIMITS,
    reach: Reach = Reach(),  # noqa: B008  # it remembers nothing
) -> Answer:
    async def ask() -> Answer:
        async with Fetcher(limits, Clock(), reach) as fetcher:
            return await fetcher.fetch(url, free=free, validators=validators)

    return asyncio.run(ask())


def leading(to: str, status: int = 302) -> Act:
    return Reply(status=status, headers={"Location": to})


HEAD = b"HTTP/1.1 200 OK\r\n"
BOMB = gzip.compress(bytes(40_000_000))
MISBEHAVIOUR: dict[str, tuple[Unruly, str]] = {
    "says nothing": (lambda s: drip(b"", b"", s.ends), "does not answer within 0.6 s"),
    "header by header": (lambda s: drip(HEAD, b"X: y\r\n", s.ends), "does not answer within"),
    "byte by byte": (lambda s: drip(HEAD + b"\r\n", b".", s.ends), "does not answer within"),
    "fails": (lambda _: Reply(status=500), "the server answers 500"),
    "knows no such thing": (lambda _: Reply(status=404), "is not there"),
    "is gone for good": (lambda _: Reply(status=410), "gone for good"),
    "wants a login": (lambda _: Reply(status=401), r"not for us, says the server \(401"),
    "gives a part": (lambda _: Reply(b"abc", 206), "the server answers 206"),
    "hangs up at once": (lambda _: raw(b""), "broken off"),
    "hangs up in the middle": (
        lambda _: Reply(b"half of it", headers={"Content-Length": "20"}),
        "broken off",
    ),
    "hangs up in a chunk": (
        lambda _: raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n10\r\nhalf"),
        "broken off",
    ),
    "speaks no HTTP": (lambda _: raw(b"220 mail.example.org ESMTP\r\n"), "is no HTTP"),
    "has endless headers": (lambda _: raw(HEAD + b"X: " + b"y" * 200_000), "is no HTTP"),
    "threatens to be huge": (
        lambda _: Reply(headers={"Content-Length": "999999999999"}),
        r"larger than 0.1 MB; --largest",
    ),
    "is huge": (lambda _: raw(HEAD + b"\r\n" + bytes(300_000)), "larger than 0.1 MB"),
    "is a bomb": (
        lambda _: Reply(BOMB, headers={"Content-Encoding": "gzip"}),
        "larger than 0.1 MB",
    ),
    "is half a package": (
        lambda _: Reply(gzip.compress(b"abc" * 99)[:-12], headers={"Content-Encoding": "gzip"}),
        "broken off",
    ),
    "is no package": (
        lambda _: Reply(b"plain", headers={"Content-Encoding": "gzip"}),
        "is no gzip",
    ),
    "is packed otherwise": (
        lambda _: Reply(b"plain", headers={"Content-Encoding": "br"}),
        "packed as br, which nobody asked for",
    ),
    "leads in a circle": (lambda s: leading(s.url()), "leads on and on, more than 3 times"),
    "leads into our files": (lambda _: leading("file:///etc/passwd"), "leads to file:"),
    "leads to nowhere": (lambda _: Reply(status=302), "leads nowhere"),
    "leads to no address": (lambda _: leading("http://[::1"), "Invalid URL in location"),
}


@pytest.mark.parametrize(
    ("unruly", "reason"), MISBEHAVIOUR.values(), ids=[key.replace(" ", "-") for key in MISBEHAVIOUR]
)
def test_a_server_that_misbehaves_gives_a_reason_and_nothing_else(
    site: Site, unruly: Unruly, reason: str
) -> None:
    url = site.says(unruly(site))
    limits = LIMITS if "does not answer" in reason else PATIENT

    with pytest.raises(FetchError, match=reason):
        fetch(url, limits=limits)


def test_what_is_packed_small_is_never_held_when_it_is_huge(site: Site) -> None:
    url = site.says(Reply(BOMB, headers={"Content-Encoding": "gzip"}))
    tracemalloc.start()

    with pytest.raises(FetchError):
        fetch(url)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3_000_000


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress], ids=["gzip", "deflate"])
def test_what_is_packed_is_unpacked(site: Site, pack: Callable[[bytes], bytes]) -> None:
    kind = "gzip" if pack is gzip.compress else "deflate"
    url = site.says(Reply(pack(b"news " * 1000), headers={"Content-Encoding": kind}))

    assert fetch(url).body == b"news " * 1000


def test_a_server_is_asked_only_for_what_has_changed(site: Site) -> None:
    given = {"ETag": '"7"', "Last-Modified": "Fri, 03 May 2024 10:00:00 GMT"}
    url = site.says(Reply(b"news", headers=given), Reply(status=304))

    first = fetch(url)
    second = fetch(url, first.validators)

    assert (first.body, second.body) == (b"news", None)
    assert "If-None-Match" not in site.asked[0][1]
    assert site.asked[1][1]["If-None-Match"] == '"7"'
    assert site.asked[1][1]["If-Modified-Since"] == "Fri, 03 May 2024 10:00:00 GMT"


def test_a_place_is_told_only_if_all_the_way_there_is_for_good(site: Site) -> None:
    site.says(packed(b"news"), path="/new")
    site.says(leading("/new", 301), path="/old")
    site.says(leading("/old", 302), path="/moody")

    assert fetch(site.url("/old")).moved == site.url("/new")
    assert fetch(site.url("/moody")).moved is None
    assert fetch(site.url("/new")).moved is None


def test_a_login_goes_to_its_own_server_and_not_where_that_leads(site: Site) -> None:
    other = Site()
    try:
        other.says(Reply(b"news"))
        site.says(leading("/there"), path="/feed")
        site.says(leading(other.url()), path="/there")
        fetch(site.url().replace("http://", "http://ada:harbour@"))
    finally:
        other.close()

    assert ["Authorization" in headers for _, headers in site.asked] == [True, True]
    assert ["Authorization" in headers for _, headers in other.asked] == [False]


def test_what_a_feed_leads_to_is_not_asked_for_within_our_own_network(site: Site) -> None:
    url = site.says(Reply(b"secret"))

    with pytest.raises(FetchError, match=r"127\.0\.0\.1, which is no host of the public internet"):
        fetch(url, free=False)
    assert not site.asked


def test_a_public_host_gains_nothing_by_a_private_number_of_its_own(
    site: Site, public: Site, reach: Reach, names: dict[str, list[str]]
) -> None:
    names["news.example"] = ["127.0.0.1", "127.0.0.2"]
    public.says(leading(site.says(Reply(b"secret"))))

    with pytest.raises(FetchError, match=r"127\.0\.0\.1, which is no host of the public"):
        fetch(public.url(host="news.example"), reach=reach)
    assert public.asked[0][1]["Host"] == public.url(host="news.example").split("/")[2]
    assert not site.asked


def test_what_is_inside_may_lead_there_but_not_by_way_of_the_public_internet(
    site: Site, public: Site, reach: Reach
) -> None:
    site.says(Reply(b"news"), path="/there")
    straight = site.says(leading("/there"), path="/straight")
    round_about = site.says(leading(public.says(leading(site.url("/there")))), path="/round-about")

    assert (fetch(straight, reach=reach).body, fetch(straight, reach=reach).inside) == (
        b"news",
        True,
    )
    with pytest.raises(FetchError, match="no host of the public internet"):
        fetch(round_about, reach=reach)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        ("Tue, 14 Nov 2023 22:15:20 GMT", 120.0),
        ("Tue, 14 Nov 2023 22:00:00 GMT", 0.0),
        ("soon", 0.0),
        ("", 0.0),
        ("²", 0.0),
        ("9" * 400, 999_999_999_999_999.0),
        ("Tue, 14 Nov 0000 22:15:20 GMT", 0.0),
    ],
)
def test_a_server_may_ask_for_patience_in_seconds_or_until_a_day(
    header: str, seconds: float
) -> None:
    assert seconds_asked(header, 1_700_000_000.0) == seconds


def test_how_long_a_server_asks_to_wait_is_told_with_its_refusal(site: Site) -> None:
    url = site.says(Reply(status=429, headers={"Retry-After": "3600"}))

    with pytest.raises(FetchError, match="asked too often") as refused:
        fetch(url)

    assert refused.value.asked == 3600.0
    assert not refused.value.lasts


class LookedUp(Reach):
    """Knows the numbers of one host; on this machine, where it could not look them up."""

    def __init__(self, name: str, *ports: int) -> None:
        super().__init__()
        self._hop = Hop(
            tuple(httpx.URL(f"https://127.0.0.1:{port}/") for port in ports), name, name
        )

    async def hop(self, address: str, *, free: bool) -> Hop:
        return self._hop


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of news.example with its key."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate")
    path = tmp_path_factory.mktemp("certificate") / "news.pem"
    line = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example"
    name = ["-addext", "subjectAltName=DNS:news.example"]
    subprocess.run(  # noqa: S603
        [*line.split(), *name, "-keyout", str(path), "-out", str(path.with_suffix(".crt"))],
        check=True,
        capture_output=True,
    )
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


@pytest.fixture
def encrypted(site: Site, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """The port of a site that answers as news.example, whom we trust."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return int(site.server.server_address[1])


def fetched_from(reach: Reach) -> Answer:
    async def ask() -> Answer:
        async with Fetcher(LIMITS_OF_TLS, Clock(), reach) as fetcher:
            return await fetcher.fetch("https://news.example/", free=False)

    return asyncio.run(ask())


def test_a_host_that_is_asked_by_its_number_is_told_its_name_and_must_prove_it(
    site: Site, encrypted: int
) -> None:
    site.says(Reply(b"news"), path="/")
    answer = fetched_from(LookedUp("news.example", encrypted))

    assert answer.body == b"news"
    assert site.asked[0][1]["Host"] == "news.example"
    with pytest.raises(FetchError, match=r"not valid for 'other\.example'"):
        fetched_from(LookedUp("other.example", encrypted))


def test_of_several_numbers_of_a_host_the_first_that_takes_the_request_is_enough(
    site: Site, encrypted: int, unused_port: Callable[[], int]
) -> None:
    site.says(Reply(b"news"), path="/")

    assert fetched_from(LookedUp("news.example", unused_port(), encrypted)).body == b"news"


def test_each_of_two_hosts_at_one_number_must_prove_its_own_name(
    site: Site, encrypted: int
) -> None:
    def stays(handler: BaseHTTPRequestHandler) -> None:
        Reply(b"news")(handler)
        handler.close_connection = False

    class OneNumber(Reach):
        """Knows every host at the same number, as some are that serve many."""

        async def hop(self, address: str, *, free: bool) -> Hop:
            name = httpx.URL(address).host
            return Hop((httpx.URL(f"https://127.0.0.1:{encrypted}/"),), name, name)

    async def ask() -> None:
        async with Fetcher(LIMITS_OF_TLS, Clock(), OneNumber()) as fetcher:
            await fetcher.fetch("https://news.example/", free=False)
            await fetcher.fetch("https://other.example/", free=False)

    site.says(stays, path="/")
    with pytest.raises(FetchError, match=r"not valid for 'other\.example'"):
        asyncio.run(ask())
    assert [headers["Host"] for _, headers in site.asked] == ["news.example"]
