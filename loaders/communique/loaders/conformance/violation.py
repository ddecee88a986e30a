"""What is wrong in a dump."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One fault, the same however many checks find it.

    Attributes:
        graph: IRI of the named graph; empty where it is about none.
        node: IRI of what is at fault, or the number of a line.
        message: What should be so and is not.
        path: IRI of the property at fault, where the check that found it knows it.
        value: The value at fault, if it is one.
    """

    graph: str
    node: str
    message: str
    path: str = field(default="", compare=False)
    value: str = ""

    def __str__(self) -> str:
        """One line for people."""
        found = f" ({self.value})" if self.value else ""
        return f"{self.node}: {self.message}{found}"
