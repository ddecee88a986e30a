"""Verdicts: what was judged of the candidates of a release."""

from collections.abc import Mapping

from communique.extractors.reading.script import Script
from communique.extractors.scoring.candidates import Candidate
from communique.ontology import Relation
from communique.training.judged.releases import Judged, Named
from communique.training.labels import OPEN, UNLIKELY


class Verdicts:
    """Labels the candidates of one judged release, passage after passage."""

    def __init__(self, judged: Judged, script: Script) -> None:
        """Take what was judged of a release, and the release as read."""
        self._judged, self._script = judged, script
        self._known = {
            name
            for sentence in judged.sentences
            for left, _, right in sentence.verdicts
            for name in (left, right)
        }
        self._here: Mapping[Named, int] = {}
        self._cut_anew = False

    def look_at(self, start: int, end: int) -> None:
        """Take the span of the release that the next candidates stand in, in code points."""
        over = [s for s in self._judged.sentences if s.start < end and start < s.end]
        same = [
            s
            for s in over
            if 2 * (min(end, s.end) - max(start, s.start)) > max(end - start, s.end - s.start)
        ]
        self._here = same[0].verdicts if same else {}
        self._cut_anew = len(over) > len(same)

    def of(self, candidate: Candidate, relation: Relation) -> int:
        """The label of a candidate in one relation.

        What is not listed was held too unlikely to ask about, if both its ends are listed anywhere
        in the release. Of others, and of a sentence that is cut otherwise than when it was judged,
        nothing is known.
        """
        left, _, right = candidate.ends(relation)
        figures = self._script.cast.figures
        ends = figures[left].name, figures[right].name
        label = self._here.get((ends[0], relation, ends[1]))
        if label is None and relation is Relation.MEETS:
            label = self._here.get((ends[1], relation, ends[0]))
        if label is not None:
            return label
        return UNLIKELY if self._known.issuperset(ends) and not self._cut_anew else OPEN
