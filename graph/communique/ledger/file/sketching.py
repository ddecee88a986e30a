"""The sketch of a release as the ledger keeps it."""


def sketched(body: str) -> bytes:
    """The sketch of the body of a release."""
    from communique.editions import sketch, to_bytes

    return to_bytes(sketch(body))
