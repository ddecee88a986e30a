"""Releases that do not count because another edition or copy does, as words and as JSON."""

from typing import TYPE_CHECKING, Any

from communique.cli.console import counted

if TYPE_CHECKING:
    from communique.builder import Counting
    from communique.editions import Replacement


STANDINGS = {"edition": "superseded", "copy": "copy"}
"""What a release is in JSON that another edition or copy replaces; all others ``counts``."""


def replaced_told(counting: "Counting") -> str:
    """How many releases do not count, and why."""
    kinships = [str(item.kinship) for item in counting.replaced.values()]
    told = (
        (kinships.count("edition"), "release", "superseded by a later edition"),
        (kinships.count("copy"), "copy", "of another release"),
    )
    return ", ".join(f"{counted(number, noun)} {what}" for number, noun, what in told if number)


def replaced_plainly(counting: "Counting") -> dict[str, list[dict[str, Any]]]:
    """The releases that do not count, by what they are."""
    return {
        name: [
            {"id": item.release, "by": item.by, "reason": item.reason}
            for item in counting.replaced.values()
            if item.kinship == kinship
        ]
        for name, kinship in (("superseded", "edition"), ("copies", "copy"))
    }


def standing(item: "Replacement | None") -> str:
    """Whether a release counts, and what counts in its place."""
    if item is None:
        return "counts"
    verb = "superseded by" if item.kinship == "edition" else "same as"
    return f"{verb} {item.by}"
