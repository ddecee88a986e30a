"""Where graphs may go, and who sends them."""

import httpx
import pytest

from communique.loaders.sparql.login import Login
from communique.loaders.sparql.target import check_base, checked_address, is_loopback
from communique.ontology.iris import DEFAULT_BASE


@pytest.mark.parametrize(
    ("address", "loopback"),
    [
        ("http://127.0.0.1:3030/ds/data", True),
        ("http://127.9.9.9/store", True),
        ("http://localhost:7878/store", True),
        ("http://[::1]:7878/store", True),
        ("http://localhost.example.org/store", False),
        ("http://127.0.0.1.example.org/store", False),
        ("http://10.0.0.1/store", False),
        ("https://sparql.example.org/store?for=127.0.0.1", False),
    ],
)
def test_loopback_is_this_machine_only(address: str, loopback: bool) -> None:
    assert is_loopback(address) is loopback


def test_the_default_base_does_not_leave_this_machine() -> None:
    check_base(DEFAULT_BASE, "http://localhost:7878/store")
    check_base("https://data.example.org/", "https://sparql.example.org/store")

    for base in (DEFAULT_BASE, f"{DEFAULT_BASE}sub/"):
        with pytest.raises(ValueError, match="--base"):
            check_base(base, "https://sparql.example.org/store")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("sparql.example.org/store", "no address"),
        ("ftp://sparql.example.org/store", "no address"),
        ("http:///store", "no address"),
        ("https://me:secret@sparql.example.org/store", "COMMUNIQUE_PUSH_USER"),
        ("https://sparql.example.org/store#graph", "fragment"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as caught:
        checked_address(address)

    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("settings", "header"),
    [
        ({"user": "me", "password": "geheim"}, "Basic bWU6Z2VoZWlt"),
        ({"auth": "basic", "user": "me", "password": "geheim"}, "Basic bWU6Z2VoZWlt"),
        ({"token": "geheim"}, "Bearer geheim"),
        ({"auth": "digest", "user": "me", "password": "geheim"}, None),  # not before it is asked
    ],
)
def test_a_login_is_shown_as_the_settings_say(settings: dict[str, str], header: str | None) -> None:
    login = Login.of(**settings)
    assert login is not None

    flow = login.auth().sync_auth_flow(httpx.Request("PUT", "https://sparql.example.org/store"))

    assert next(flow).headers.get("Authorization") == header
    assert "geheim" not in repr(login)


def test_without_settings_there_is_no_login() -> None:
    assert Login.of() is None


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"auth": "kerberos"}, "there are basic, digest, bearer"),
        ({"auth": "bearer", "user": "me"}, "COMMUNIQUE_PUSH_TOKEN"),
        ({"user": "me"}, "COMMUNIQUE_PUSH_PASSWORD"),
        ({"auth": "digest", "password": "geheim"}, "COMMUNIQUE_PUSH_USER"),
    ],
)
def test_half_a_login_is_refused(settings: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Login.of(**settings)
