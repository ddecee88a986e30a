"""Names that several initials begin, or one with no blank behind: "R. M. Duran", "J.Duran"."""

import re
from collections.abc import Iterator, Sequence

from communique.extractors.mentions.people.leading.of_states import Run
from communique.extractors.mentions.spans import Span
from communique.extractors.mentions.words import WordIndex

_OTHERS = (
    "U.S", "U.K", "U.N", "E.U", "D.C", "P.O", "P.M", "A.M", "N.Y", "L.A", "P.R", "D.R", "H.E",
    "H.H", "H.M", "H.R", "S.A", "B.C", "A.D", "M.A", "M.D", "M.S", "B.A", "B.S", "R.O",
)  # fmt: skip
"""With what initials begin of states, bodies, forms of address and degrees."""
_OTHER = re.compile(rf"(?:{'|'.join(form.replace('.', '[.] ?') for form in _OTHERS)})[.]")
_INITIALS = re.compile(r"[A-Z](?<![\w.][A-Z])[.] ?(?:[A-Z][.] ?){0,4}(?=[A-Z][a-z]{2})")
_ALONE = 3
"""Characters of an initial with its stop and a blank, which may end a sentence as well."""
_DEGREE = re.compile(r"[BMD][.] ?(?:Acc|Arch|Com|Div|Econ|Ed|Eng|Lit|Mus|Pharm|Phil|Sc|Tech)")
_SURNAME = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[\n(,;:]|[a-z,;:(] )$")
"""What may stand before initials, which are no section then ("Annex A. General")."""


def initialled(index: WordIndex, run: Run, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the names of a block that begin with initials.

    Args:
        index: Its words.
        run: Reads a name.
        spans: What else it names.
    """
    if "." not in index.text:
        return
    for match in _INITIALS.finditer(index.text):
        alone = match[0].endswith(" ") and len(match[0]) == _ALONE
        if alone or _OTHER.match(index.text, match.start()):
            continue
        place = index.at(match.start())
        fits = place < len(index) and index[place].start == match.start()
        opens = _OPENS.search(index.text, max(0, match.start() - 2), match.start())
        if not fits or not opens or _DEGREE.match(index.text, match.start()):
            continue
        name = run(index, place, spans)
        if name is not None and _SURNAME.fullmatch(re.split(r"[ .]", name.name)[-1]):
            yield name
