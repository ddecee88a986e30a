"""What counts as the address of a server."""

import pytest

from communique.loaders.neo4j.address import Login, checked_address


@pytest.mark.parametrize("scheme", ["neo4j", "neo4j+s", "bolt", "bolt+s"])
def test_an_address_has_scheme_host_and_port(scheme: str) -> None:
    assert checked_address(f"{scheme}://graph.example:7687/") == f"{scheme}://graph.example:7687"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("http://127.0.0.1:7474", "neo4j://"),
        ("neo4j+ssc://127.0.0.1", "certificate"),
        ("neo4j://", "no host"),
        ("neo4j://127.0.0.1:7687/harbour", "COMMUNIQUE_NEO4J_DATABASE"),
        ("neo4j://anna:secret-8@127.0.0.1", "COMMUNIQUE_NEO4J_PASSWORD"),
    ],
    ids=["other-scheme", "unchecked", "no-host", "database", "password"],
)
def test_another_address_is_refused_with_what_to_write(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason) as refused:
        checked_address(text)
    assert "secret-8" not in str(refused.value)


def test_a_login_does_not_show_its_password() -> None:
    assert "secret-8" not in repr(Login("anna", "secret-8"))
