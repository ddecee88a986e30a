"""The extractor: from releases to statements."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from spacy.language import Language

from communique.extractors.assembly import assemble
from communique.extractors.cast import Cast
from communique.extractors.cast.casting import Casting
from communique.extractors.cast.recalled import recall
from communique.extractors.dates import DateMention, find_dates
from communique.extractors.encoder.encoder import read_encoder
from communique.extractors.explanation import Explanation
from communique.extractors.issuer import find_issuer, home_of_agency, letterhead
from communique.extractors.layout.blocks import BlockKind
from communique.extractors.layout.tables.owners import settle_rows
from communique.extractors.mentions import MentionFinder
from communique.extractors.model import load_model
from communique.extractors.model.chunks import Chunks
from communique.extractors.model.drafting import Draft, guarded
from communique.extractors.model.idle import apart
from communique.extractors.model.labelling import Labelling
from communique.extractors.model.memory import Pages, Zone
from communique.extractors.model.readings import Readings
from communique.extractors.patterns import NO_PATTERNS, Patterns
from communique.extractors.reading.frame import read_frames
from communique.extractors.reading.script import Scene, Script
from communique.extractors.reading.whom.several import speaks_of_several
from communique.extractors.rules import Reading, read
from communique.extractors.ruleset import Rules
from communique.extractors.scoring.collective.trees import Trees, read_trees
from communique.extractors.scoring.decision import Verdict, decide
from communique.extractors.scoring.features import FeatureReader, feature_reader
from communique.extractors.scoring.lexicon import Lexicon
from communique.extractors.scoring.scorer import Adviser, Scorer
from communique.extractors.scoring.weights import Weights, read_weights
from communique.extractors.syntax.masking import mask
from communique.extractors.syntax.misplaced import bring_back
from communique.extractors.syntax.shifted.clauses import tell_of_undertakings
from communique.extractors.syntax.shifted.objects import shift_back
from communique.extractors.version import reading_version
from communique.gazetteer.nouns import read_nouns
from communique.gazetteer.organisations import read_organisations
from communique.gazetteer.titles import read_titles
from communique.graph import BATCH, Extraction, ExtractorError, Release, in_batches

_TOGETHER = 64
"""Blocks in the language model at a time: 3,500 words.

The networks hold up to 10 kB for each word. With half as many they would count more empty rows: see
``model.network.convolution``.
"""
_CHARACTERS = 64_000
"""Of the texts that are read together: as many as 16 releases have; a parse holds 1 kB for each."""

_LOG = logging.getLogger(__name__)


class PressExtractor:
    """Reads press releases with the installed language model and the rules of this package.

    Attributes:
        version: Of the rules, the model and the user's patterns.
        batch: How many extractions come at once at most.
    """

    batch = BATCH

    def __init__(
        self,
        nlp: Language,
        patterns: Patterns = NO_PATTERNS,
        weights: Weights | None = None,
        adviser: Adviser | None = None,
        trees: Trees | None = None,
    ) -> None:
        """Take a pipeline with tagger, parser, lemmatizer and entity recogniser.

        Args:
            nlp: The pipeline.
            patterns: What a user adds to the rules.
            weights: Of the scorer that decides; without them the rules alone state.
            adviser: Who is asked where the scorer is unsure.
            trees: What the scorer makes of all that a release states.
        """
        nouns = read_nouns()
        self.version = reading_version(patterns.digest, adviser.digest if adviser else "")
        self._nlp = nlp
        self._chunks = Chunks(nlp)
        self._labelling = Labelling(nlp, self._chunks)
        self._readings = Readings(nlp)
        self._zone, self._pages = Zone(nlp), Pages()
        self._finder = MentionFinder(patterns.listed(read_organisations()), nouns, read_titles())
        frames = (*read_frames(nouns.meeting_nouns), *patterns.frames)
        self._rules = Rules.of(frames, nouns)
        self._trusted = self._rules.sure | {frame.name for frame in patterns.frames}
        self._lexicon = Lexicon(frame for frame in frames if not frame.sure)
        self._scorer = (
            Scorer(weights, self._lexicon, adviser, trees) if weights is not None else None
        )

    @classmethod
    def load(cls, patterns: Patterns = NO_PATTERNS, *, encoder: bool = True) -> "PressExtractor":
        """Load the best installed language model, the rules, the weights and the encoder.

        Args:
            patterns: What a user adds to the rules.
            encoder: Whether the encoder is asked where the scorer is unsure.

        Raises:
            EncoderFileError: The file of the encoder is missing or broken.
        """
        adviser = read_encoder() if encoder else None
        return cls(load_model(), patterns, read_weights(), adviser, read_trees())

    def extract(self, releases: Iterable[Release]) -> Iterator[Extraction]:
        """Yield one extraction for each release, in order; a failing one carries its error."""
        for batch in in_batches(releases, _CHARACTERS):
            yield from self._batch(batch)
            self._pages.settle(len(batch))

    def _batch(self, releases: Sequence[Release]) -> Iterator[Extraction]:
        self._zone.renew()
        scripts = self._parsed(self._scripts(releases))
        for release, script in zip(releases, scripts, strict=True):
            if isinstance(script, str):
                yield Extraction(release, error=script)
                continue
            try:
                statements = self._explanation(script, every=False).statements
                script.take_apart()
                yield Extraction(release, statements)
            except Exception as error:  # one release must not stop a feed
                _LOG.warning("release %s failed: %s", release.id, error, exc_info=True)
                yield Extraction(release, error=f"{type(error).__name__}: {error}")

    def _parsed(self, scripts: Sequence[Script | str]) -> list[Script | str]:
        """Parse the scenes together; if that fails, script by script, to find the one at fault."""
        try:
            self._parse([script for script in scripts if isinstance(script, Script)])
        except Exception:  # one release must not stop a feed
            return [self._parsed_alone(script) for script in scripts]
        return list(scripts)

    def _parsed_alone(self, script: Script | str) -> Script | str:
        if isinstance(script, str):
            return script
        try:
            self._parse([script])
        except Exception as error:  # one release must not stop a feed
            _LOG.warning("release %s failed: %s", script.release.id, error, exc_info=True)
            return f"{type(error).__name__}: {error}"
        return script

    def _parse(self, scripts: Iterable[Script]) -> None:
        """Run the parser over the masked blocks, which are left behind for what it made of them."""
        scenes = [scene for script in scripts for scene in script.scenes]
        masked = [(scene, scene.masked) for scene in scenes if scene.masked is not None]
        docs = [blind.doc for _, blind in masked]
        for _ in self._nlp.pipe(
            docs, disable=["ner", *self._readings.components], batch_size=_TOGETHER
        ):
            pass
        self._readings.read(docs)
        for scene, blind in masked:
            scene.parse, scene.masked = blind.parse(), None
            bring_back(scene.parse.sentences)
            shift_back(scene)
            tell_of_undertakings(scene)

    def _scripts(self, releases: Sequence[Release]) -> list[Script | str]:
        """The scripts of releases whose blocks are labelled together, if that does not fail."""
        drawn = [guarded(release, partial(Draft.of, release)) for release in releases]
        drafts = [draft for draft in drawn if isinstance(draft, Draft)]
        try:
            labels = iter(
                self._labelling.labels([b.text for draft in drafts for b in draft.blocks])
            )
            for draft in drafts:
                draft.labels = list(islice(labels, len(draft.blocks)))
        except Exception as error:  # the one at fault is found when each is labelled alone
            _LOG.debug("labelled one by one: %s", error)
        return [
            draft if isinstance(draft, str) else guarded(release, partial(self._script, draft))
            for release, draft in zip(releases, drawn, strict=True)
        ]

    def _script(self, draft: Draft) -> Script:
        release, repaired, blocks = draft.release, draft.repaired, draft.blocks
        labels = draft.labels
        if labels is None:
            labels = self._labelling.labels([block.text for block in blocks])
        source = release.source or letterhead(repaired.text, self._finder)
        issuer, state = find_issuer(source, self._finder)
        state = state or home_of_agency(source, repaired.text)
        knowledge = self._finder.begin(issuer, repaired.text)
        for block, model in zip(blocks, labels, strict=True):
            self._finder.learn(block.text, model, knowledge, title=block.kind == BlockKind.TITLE)
        scenes: list[Scene] = []
        for number, (block, model) in enumerate(zip(blocks, labels, strict=True)):
            hints = model if block.kind != BlockKind.HEADING else []
            mentions = self._finder.find(
                block.text, hints, knowledge, title=block.kind == BlockKind.TITLE
            )
            scenes.append(Scene(number, block, mentions))
        settle_rows(scenes)
        cast = Cast(issuer, state)
        Casting(cast, scenes).fill()
        recall(cast, scenes)
        dates = find_dates(repaired.text, release.published)
        self._mask(scenes, dates)
        return Script(release, repaired, cast, scenes, dates)

    def _mask(self, scenes: Iterable[Scene], dates: Sequence[DateMention]) -> None:
        """Give what may speak of somebody to the parser; headings state nothing."""
        for scene in scenes:
            block = scene.block
            if block.kind != BlockKind.HEADING and (
                scene.mentions or speaks_of_several(block.text)
            ):
                inside = [
                    (d.start - block.start, d.end - block.start)
                    for d in dates
                    if block.start <= d.start and d.end <= block.end
                ]
                taken = [(mention.start, mention.end) for mention in scene.mentions]
                free = apart(block.text, taken)
                idle = [s for s in free if not speaks_of_several(block.text[slice(*s)])]
                scene.masked = mask(self._chunks, block.text, scene.mentions, inside, idle)

    def _explanation(self, script: Script, *, every: bool) -> Explanation:
        """What a release states: found by rules, and judged by the scorer if there is one.

        Args:
            script: The release, parsed.
            every: Whether to keep what was refused, and what the scorer holds of pairs that nothing
                states.
        """
        reading, scorer = self.read(script, every=every), self._scorer
        if scorer is None:
            verdict = Verdict(tuple(reading.found), ())
            return Explanation(script, reading, {}, verdict, assemble(script, verdict.stated))
        judged = scorer.judge(script.cast, reading.passages, reading.found, every=every)
        verdict = decide(reading.found, judged, reading.occasion, self._trusted, reading.passages)
        return Explanation(
            script, reading, judged, verdict, assemble(script, verdict.stated), scorer
        )

    def explain(self, release: Release) -> Explanation:
        """What ``extract`` understood in a release on the way to its statements.

        Raises:
            ExtractorError: The release cannot be read.
        """
        try:
            return self._explanation(self.parsed(release), every=True)
        except Exception as error:
            raise ExtractorError(
                f"{release.id} cannot be read: {type(error).__name__}: {error}"
            ) from error

    def parsed(self, release: Release) -> Script:
        """A release taken apart and parsed, as far as it can be without a rule."""
        self._zone.renew()
        script = self._script(Draft.of(release))
        self._parse([script])
        return script

    def read(self, script: Script, *, every: bool = False) -> Reading:
        """What the rules find in a parsed release, who its sentences speak of, and the refused."""
        return read(script, self._rules, every=every)

    def feature_reader(self, script: Script, reading: Reading) -> FeatureReader:
        """What names the features of a release for the scorer."""
        return feature_reader(script.cast, self._lexicon, reading.found)
