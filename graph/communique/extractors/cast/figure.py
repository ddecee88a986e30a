"""One entity of a release while the release is being read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from communique.extractors.mentions import Role
from communique.gazetteer.territories import Territory, fold
from communique.ontology import EntityType

_FEMALE = frozenset(
    "Ms Mrs Miss Lady Dame Madam Madame Baroness Sheikha Queen Princess Chairwoman Chairlady "
    "Spokeswoman Her".split()
)
_MALE = frozenset("Mr Sir Lord Shaikh Sheikh King Prince Chairman Spokesman His Monsieur".split())

_FLAG = re.compile(r"\b(?:General|Admiral|Marshal|Commodore|Gen\.|Adm\.)")
"""What the ranks of those have in them who head a force."""
SPOUSES = frozenset({"first lady", "first gentleman", "second lady", "second gentleman", "spouse"})
"""Offices of the spouses of presidents and their deputies, in lower case."""


class Basis(StrEnum):
    """What tells whose an office is."""

    WORDED = "office"
    LABELLED = "line-label"
    DEPARTMENT = "department"
    ENVOY = "envoy"
    SHARED = "other-office"
    ELSEWHERE = "elsewhere"
    LISTED = "listed"
    KNOWN = "known-holder"
    CUE = "cue"
    ITS = "its"
    AHEAD = "state-ahead"
    BEFORE = "state-before"
    FACED = "state-faced"
    LONE = "lone-state"
    OWN = "own-minister"
    OWN_CHIEF = "own-chief"
    ISSUER = "issuer"
    SERVING = "serving"


GUESSED = frozenset({Basis.AHEAD, Basis.BEFORE, Basis.FACED, Basis.LONE})
"""What suggests a state by what else the text names."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body or state that an office stands in, and what tells so."""

    figure: "Figure"
    basis: Basis


@dataclass(frozen=True, slots=True)
class Office:
    """An office that the release gives somebody: where the words stand and whose body it is.

    Attributes:
        role: The office as worded.
        body: The body or state it stands in, or None if it stays open.
        block: Number of the block that says so.
        basis: What tells whose it is.
    """

    role: Role
    body: "Figure | None"
    block: int
    basis: Basis = Basis.WORDED


@dataclass(eq=False, slots=True)
class Figure:
    """An entity of a release.

    Attributes:
        number: Order of first mention.
        type: What it is.
        name: Its fullest name or description.
        aliases: Other forms the release uses.
        named: Whether the release gives it a name.
        territory: The state it is, or that a place stands for.
        country: The state a body belongs to.
        within: What its name says it belongs to or lies in.
        offices: A person's offices in order of mention.
        gender: "f", "m" or "" as titles tell.
        noun: Head noun of an operation or event, in lower case.
        called: Nouns that stand beside its name as its kind ("the exercise X").
        opening: Whether the title or the first paragraphs mention it.
        titled: Whether the title mentions it.
    """

    number: int
    type: EntityType
    name: str
    aliases: set[str] = field(default_factory=set)
    named: bool = True
    territory: Territory | None = None
    country: Territory | None = None
    within: list["Figure"] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    gender: str = ""
    noun: str = ""
    called: set[str] = field(default_factory=set)
    opening: bool = False
    titled: bool = False

    @property
    def folded(self) -> str:
        """Its name in lower case without diacritics."""
        return fold(self.name)

    def told(self, roles: Sequence[Role], block: int) -> list[Office]:
        """A person's offices that these words of a block tell."""
        return [o for o in self.offices if o.block == block and o.role in roles]

    @property
    def home(self) -> Territory | None:
        """The state whose office a person holds, by the first body that is a state or one of it."""
        bodies = (office.body for office in self.offices if office.body is not None)
        return next((state for body in bodies if (state := body.territory or body.country)), None)

    @property
    def sure_home(self) -> Territory | None:
        """The same, if it is not merely the state that the setting suggests."""
        sure = (o.body for o in self.offices if o.body is not None and o.basis not in GUESSED)
        return next((state for body in sure if (state := body.territory or body.country)), None)

    @property
    def is_spouse(self) -> bool:
        """Whether somebody has only a spouse's office, and so shares the surname of another one."""
        return bool(self.offices) and all(fold(o.role.head) in SPOUSES for o in self.offices)

    def call(self, form: str) -> None:
        """Note a further form; a fuller personal name becomes the name."""
        if form == self.name:
            return
        if self.type == EntityType.PERSON and _fullness(form) > _fullness(self.name):
            self.aliases.add(self.name)
            self.name = form
        else:
            self.aliases.add(form)

    def note_gender(self, words: str) -> None:
        """Learn from honorifics and titles whether it is "she" or "he"."""
        parts = {part.strip(".") for part in words.split()}
        if not self.gender:
            self.gender = "f" if parts & _FEMALE else "m" if parts & _MALE else ""


def _fullness(name: str) -> tuple[int, int]:
    """How many words of a personal name are no initials, and how many it has."""
    words = name.replace(".", ". ").split()
    return sum(not word.endswith(".") for word in words), len(words)


def officer_of(body: Figure | None, block: int | None, people: Iterable[Figure]) -> Figure | None:
    """Whom a release names first, and by no more than a high rank: "Admiral A of BODY".

    None outside of the title, its first block, or if that one is of no or another body.
    """
    first = next(iter(people), None) if body is not None and block == 0 else None
    offices = [o for o in first.offices if o.body is body] if first is not None else []
    ranked = all(not o.role.head and _FLAG.search(o.role.title) for o in offices)
    return first if offices and ranked else None
