"""An explanation sentence by sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from communique.extractors.assembly import allowed
from communique.extractors.explanation.account import Account, Fired, Meant, Rejected
from communique.extractors.explanation.explanation import Explanation
from communique.extractors.explanation.scope import UNLIKELY, Scope
from communique.extractors.reading.refusal import ALONE, WRONG_TYPES, Refusal
from communique.extractors.reading.script import Ends, Scene, ends_of
from communique.extractors.scoring.features import FeatureReader
from communique.extractors.scoring.references import Kind, Passage
from communique.extractors.scoring.scorer import Judgement, Scorer
from communique.graph import Statement

_REASONS = 3
"""Features for and against a candidate that are named."""
_ALL = 1000
_MISFITS = frozenset({ALONE, WRONG_TYPES})
_PERSONAL = frozenset({"PRP", "PRP$"})
_WORDS = frozenset({Kind.PRONOUN, Kind.NOUN})


@dataclass(frozen=True, slots=True)
class _Site:
    """A sentence, or a block; without passage if not parsed; span in the repaired text."""

    scene: Scene
    passage: Passage | None
    start: int
    end: int


def accounts(explanation: Explanation, scope: Scope | None = None) -> Iterator[Account]:
    """Yield what was made of each sentence, in text order; headings count as sentences.

    Sentences that a narrow scope leaves nothing of are left out.
    """
    teller = _Teller(explanation, scope or Scope())
    for number in range(len(teller.sites)):
        account = teller.account(number)
        if account is not None:
            yield account


class _Teller:
    """Tells of the sentences of one release."""

    def __init__(self, explanation: Explanation, scope: Scope) -> None:
        self._all, self._scope = explanation, scope
        self.sites = list(_sites(explanation))
        self._starts = [site.start for site in self.sites]
        self._failures = _failures(explanation)
        self._rules: dict[Ends, list[str]] = {}
        for finding, _ in explanation.verdict.refused:
            self._rules.setdefault(finding.ends, []).append(finding.rule)

    def account(self, number: int) -> Account | None:
        """What was made of a sentence; None if nothing of it is in scope."""
        site, scope = self.sites[number], self._scope
        mentions, words = list(self._mentions(site)), list(self._words(site))
        here = scope.names(figure for meant in (*mentions, *words) for figure in meant.figures)
        start, end, text = self._quote(site.start, site.end)
        stated = list(self._stated(start, end))
        account = Account(
            text,
            start,
            end,
            site.scene.block.kind,
            mentions,
            words,
            list(self._fired(number)),
            stated,
            list(self._refusals(number)) if here else [],
            list(self._rejected(site)),
            [self._added(statement) for statement in stated],
        )
        told = account.fired or account.stated or account.refusals or account.rejected
        if scope.narrow and not told and (scope.relation is not None or not here):
            return None
        return account

    def _number(self, start: int) -> int:
        """The sentence in which something begins."""
        return max(0, bisect_right(self._starts, start) - 1)

    def _quote(self, start: int, end: int) -> tuple[int, int, str]:
        """Span and words in the release as read, without blanks around."""
        text = self._all.script.release.text
        start, end = self._all.script.repaired.original(start, end)
        quote = text[start:end]
        start += len(quote) - len(quote.lstrip())
        return start, start + len(quote.strip()), quote.strip()

    def _meant(self, scene: Scene, span: tuple[int, int], **facts: object) -> Meant:
        start, end, text = self._quote(scene.block.start + span[0], scene.block.start + span[1])
        return Meant(text, start, end, **facts)  # type: ignore[arg-type]

    def _mentions(self, site: _Site) -> Iterator[Meant]:
        scene = site.scene
        for mention, figure, body in zip(scene.mentions, scene.figures, scene.bodies, strict=True):
            if not site.start <= scene.block.start + mention.start < site.end:
                continue
            named = mention.span is not None and mention.span.named
            meant = figure or body
            if meant is None and mention.span is not None and not named:
                continue  # a verb taken for a description at first
            office = Kind.OFFICE if mention.span is None else Kind.DESCRIPTION
            yield self._meant(
                scene,
                (mention.start, mention.end),
                how=Kind.NAME if named else office if figure or not body else Kind.SPOKEN_FOR,
                type=mention.type,
                figures=(meant,) if meant else (),
            )

    def _words(self, site: _Site) -> Iterator[Meant]:
        """Yield what pronouns and nouns mean."""
        passage, parse = site.passage, site.scene.parse
        if passage is None or parse is None:
            return
        for token in passage.sentence:
            own = [r for r in passage.references if r.token is not None and r.token.i == token.i]
            figures = tuple(dict.fromkeys(r.figure for r in own if r.kind in _WORDS))
            mentioned = parse.mention_of(token) is not None
            if not figures and (mentioned or token.tag_ not in _PERSONAL):
                continue
            how = own[0].kind if figures else "nobody"
            yield self._meant(site.scene, parse.spans[token.i], how=how, type=None, figures=figures)

    def _fired(self, number: int) -> Iterator[Fired]:
        for finding in self._all.reading.found:
            if self._number(finding.start) == number and self._scope.takes(
                finding.relation, finding.subject, finding.object
            ):
                yield Fired(finding, self._failures.get(id(finding)))

    def _stated(self, start: int, end: int) -> Iterator[Statement]:
        for statement in self._all.statements:
            here = start <= statement.evidence[0].start < end
            if here and self._scope.takes(statement.predicate, statement.subject, statement.object):
                yield statement

    def _added(self, statement: Statement) -> Mapping[str, float]:
        """What was added to the score of a statement, and by what."""
        subject, thing = (
            self._all.script.cast.figures[int(entity.id.rpartition("#")[2])]
            for entity in (statement.subject, statement.object)
        )
        judgement = self._all.judged.get(ends_of(subject, statement.predicate, thing))
        return judgement.added if judgement is not None else {}

    def _refusals(self, number: int) -> Iterator[Refusal]:
        """Yield refused frames; misfits only where no rule found the relation."""
        found = self._all.reading.found
        read = {f.relation for f in found if self._number(f.start) == number}
        for refusal in self._all.reading.refused:
            relation = refusal.clause.frame.relation
            here = self._number(refusal.clause.place) == number
            told = refusal.reason not in _MISFITS or relation not in read
            if here and told and self._scope.relation in {None, relation}:
                yield refusal

    def _rejected(self, site: _Site) -> Iterator[Rejected]:
        scorer = self._all.scorer
        if scorer is None or self._scope.most == 0:
            return
        refused = [
            (ends, judgement)
            for ends, judgement in self._all.judged.items()
            if not judgement.stated
            and judgement.candidate.passage is site.passage
            and self._of_interest(ends, judgement)
        ]
        refused.sort(key=lambda item: (item[0] not in self._rules, -item[1].probability, item[0]))
        reader = scorer.reader(self._all.script.cast, self._all.reading.found)
        for ends, judgement in refused[: self._scope.most]:
            yield self._rejection(scorer, reader, judgement, self._rules.get(ends, ()))

    def _of_interest(self, ends: Ends, judgement: Judgement) -> bool:
        candidate, scope = judgement.candidate, self._scope
        likely = judgement.probability >= UNLIKELY or ends in self._rules or scope.narrow
        figures = candidate.left.figure, candidate.right.figure
        return likely and scope.takes(judgement.relation, *figures)

    @staticmethod
    def _rejection(
        scorer: Scorer, reader: FeatureReader, judgement: Judgement, rules: Sequence[str]
    ) -> Rejected:
        weighed = scorer.reasons(reader, judgement, _ALL)
        return Rejected(
            judgement,
            scorer.threshold(judgement.relation),
            tuple(dict.fromkeys(rules)),
            tuple((name, weight) for name, weight in weighed if weight > 0)[:_REASONS],
            tuple((name, weight) for name, weight in weighed if weight < 0)[:_REASONS],
        )


def _sites(explanation: Explanation) -> Iterator[_Site]:
    """The sentences and unparsed blocks of a release in text order; nothing lies between them."""
    passages: dict[int, list[Passage]] = {}
    for passage in explanation.reading.passages:
        passages.setdefault(passage.scene.number, []).append(passage)
    for scene in explanation.script.scenes:
        block, inside = scene.block, passages.get(scene.number, [])
        begun: list[tuple[int, Passage | None]] = [(passage.start, passage) for passage in inside]
        begun += [(block.start + start, None) for start in scene.idle()]
        begun.sort(key=itemgetter(0))
        _, first = begun[0] if begun else (block.start, None)
        begun[:1] = [(block.start, first)]
        ends = [*(start for start, _ in begun[1:]), block.end]
        for (start, read), end in zip(begun, ends, strict=True):
            yield _Site(scene, read, start, end)


def _failures(explanation: Explanation) -> dict[int, str]:
    """Why findings of rules are not stated, by their identity."""
    failures: dict[int, str] = {}
    for finding in explanation.reading.found:
        if not allowed(finding):
            failures[id(finding)] = "the vocabulary does not allow it"
    for finding, judgement in explanation.verdict.refused:
        failures[id(finding)] = f"the scorer gives it {judgement.probability:.2f}"
    return failures
