"""Names by the words that lead to them: who is appointed or elected, under whose chairmanship."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.people.leading.of_states import Run
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex
from communique.extractors.sieve import holds

_LONGEST = 6
"""Words of a name that is told."""
_STEMS = ("appoint", "nominat", "designat", "nam", "select")
_APPOINTED = re.compile(
    rf"\b(?:(?:{'|'.join(_STEMS)})(?:ed|es|s|ing)|(?:appointment|nomination|"
    r"designation|selection) of) (?=[A-Z])"
)
_AS = re.compile(r",? (?:of (?:the )?[A-Z][\w’' -]{2,40} )?(?:as|to be|to the post)\b")
"""What stands between a name and the office that somebody is appointed to."""
_CHAIRS = ("hairmanship", "hairpersonship", "hairwomanship", "residency", "oderation")
_CHAIRED = re.compile(
    r"\bunder the (?:joint |able )?(?:[Cc]o-)?(?:[Cc]hair(?:man|woman|person)ship|[Pp]residency|"
    r"[Mm]oderation) of (?=[A-Z])"
)
"""What leads to who chairs; bodies and states mostly have an article there."""
_BE = (" was ", " is ")
_ELECTED = re.compile(
    r"\b(?:[Ee]lected|[Rr]e-elected|[Aa]ppointed|[Nn]amed|[Cc]hosen|[Nn]ominated)"
    r" (?:as|to)(?: [\w’'-]+){1,8} (?:was|is) (?=[A-Z])"
)
_BEHIND = re.compile(r",| \(| of | from |\.|;| and |$")
"""What may stand behind whom only these words tell."""
_FORMS = (
    (_APPOINTED, _STEMS, _AS), (_CHAIRED, _CHAIRS, _BEHIND), (_ELECTED, _BE, _BEHIND),
)  # fmt: skip
"""What leads to a name, what a text with it holds, and what stands behind the name."""


class ToldNames:
    """Finds names behind words that tell of a person."""

    def __init__(self, run: Run) -> None:
        """Take what reads a name."""
        self._run = run

    def find(self, index: WordIndex, spans: Sequence[Span]) -> Iterator[Span]:
        """Yield the names of a block.

        Args:
            index: Its words.
            spans: What else it names.
        """
        for lead, clues, behind in _FORMS:
            for match in lead.finditer(index.text) if holds(index.text, clues) else ():
                name = self._run(index, index.at(match.end()), spans)
                short = name is not None and name.name.count(" ") < _LONGEST
                if name is not None and short and behind.match(index.text, name.end):
                    yield name
