"""Whom a word of a parse means: mentions, pronouns, and nouns that stand for somebody."""

from collections.abc import Callable, Iterable, Sequence, Set
from functools import partial
from itertools import islice

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.reading.script import Finding, Scene
from communique.extractors.reading.whom.described.descriptions import Descriptions
from communique.extractors.reading.whom.described.gifts import given_by
from communique.extractors.reading.whom.described.undertakings import is_attended, is_run
from communique.extractors.reading.whom.listed import is_adjective
from communique.extractors.reading.whom.members import Members
from communique.extractors.reading.whom.nouns import (
    ANSWERING,
    CRAFT,
    DELEGATIONS,
    GIFTS,
    GUESTS,
    HOLDERS,
    STAFF,
    STANDING,
    TOPIC_NOUNS,
    is_bare,
    is_beside,
    is_definite,
    is_of_trade,
    issuer_meant,
    leaders,
    lemma_of,
)
from communique.extractors.reading.whom.peers import holder, styled
from communique.extractors.reading.whom.recall.delegations import Delegations
from communique.extractors.reading.whom.recall.nameless import acting_for, does, named_in
from communique.extractors.reading.whom.recall.pronouns import (
    HE,
    OWNERS,
    SHE,
    THEY,
    fitting,
    is_person,
    opening,
)
from communique.extractors.reading.whom.recall.recent import Recent
from communique.extractors.reading.whom.speech.speaker import Speakers, is_quoted, speaks, tells
from communique.extractors.reading.whom.thanks import thanked
from communique.extractors.syntax.arguments import among, clause_verb
from communique.extractors.syntax.company import (
    doers_before,
    doers_behind,
    is_mutual,
    own_doers,
    visitors,
)
from communique.extractors.syntax.phrases import expand, prepositional
from communique.ontology import UNDERTAKINGS, EntityType

_EACH = frozenset({"each", "all"})
_OWN = frozenset({"his", "her", "its", "their"})
_RECEIVING = frozenset({"receive", "welcome", "host", "greet"})
_DEEPEST, _MOST, _LONGEST = 12, 500, 120
"""Words over which it is followed whom one means, asked in a sentence, and of one list."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SERVING = frozenset("punct det prep cc aux auxpass mark case".split())  # of others
_BESIDE = frozenset({"det", "predet", "preconj"})
_NEVER = frozenset({"VERB", "AUX", "ADP"})  # what means nobody
_NOBODY = frozenset[Figure]()
_NOTING = -1  # no place of a word: nothing is kept while what is remembered changes


class Meaning:
    """Finds the figures that a token means, sentence after sentence of a release."""

    def __init__(self, cast: Cast, speakers: Speakers | None = None) -> None:
        """Begin before the first sentence.

        Args:
            cast: The figures of the release.
            speakers: Tells who says "I" and "we".
        """
        self._cast = cast
        self._speakers = speakers or Speakers(cast)
        self._recent = Recent(cast)
        self.lead = self._recent.lead
        self._asked: set[int] = set()
        self._left = _MOST
        self._delegations = Delegations()
        self._members = Members(cast, self._delegations, self.of, self._direct)
        self._descriptions = Descriptions(cast, self._recent)
        self._known: dict[Token, list[Figure]] = {}

    def of(self, scene: Scene, token: Token) -> list[Figure]:
        """The figures that a token means, in text order; none if it means nobody named.

        Nor if more words would have to be asked in a sentence than ten of the longest ask.
        """
        if (found := self._direct(scene, token)) or token.pos_ in _NEVER or is_mutual(token):
            return found
        first = not self._asked
        if token in self._known:
            return self._known[token]
        if first:
            self._delegations.asked = False
        found = self._answer(scene, token, self._meant)
        if first and not self._delegations.asked:
            self._known[token] = found
        return found

    def _answer(
        self, scene: Scene, token: Token, read: Callable[[Scene, Token], list[Figure]]
    ) -> list[Figure]:
        """What is read of a word, unless a parse leads back to it, or ever on."""
        if not self._left or token.i in self._asked or len(self._asked) > _DEEPEST:
            return []
        self._left -= 1
        self._asked.add(token.i)
        try:
            return read(scene, token)
        finally:
            self._asked.discard(token.i)

    def _meant(self, scene: Scene, token: Token) -> list[Figure]:
        """The figures that a token without mention means."""
        if token.lower_ in _EACH and token.dep_ not in _BESIDE:  # "each of them", "met each"
            nouns = prepositional(token, "of")
            alone = token.lower_ == "each" and not nouns
            return self._recent.people if alone else [f for n in nouns for f in self.of(scene, n)]
        if token.pos_ == "PRON" or token.lower_ in THEY or token.lower_ == "whose" or styled(token):
            return self._stood_for(scene, token)
        if token.lower_ == "there":
            return self._descriptions.there(token)
        if described := self._descriptions.meant(scene, token):
            return list(described)
        mention = scene.mention_of(token)
        if mention is not None and mention.span is None:
            several = mention.roles[0].head.endswith("s")  # "Defence Ministers from X"
            titled = self._recent.titled(mention.roles, token)
            return titled or self._members.of(scene, token) * several
        lemma = lemma_of(token)
        return self._noun(scene, token, lemma) if lemma in STANDING else []

    def doers(self, scene: Scene, token: Token) -> list[Figure]:
        """Those whom a token means where people do something: "we met" is who speaks."""
        if token.lower_ == "we" and (person := self._speakers.person(scene, token, self.of)):
            return [person]
        sent = self._delegations.doing if token.lower_ == "it" else []
        return sent if sent and not self._subject_here(scene, token) else self.of(scene, token)

    def undertaking(self, word: str) -> Figure | None:
        """The operation or event that the last sentences spoke of, if a pronoun fits it."""
        return self._recent.undertaken(word)

    def is_hearsay(self, scene: Scene, token: Token) -> bool:
        """Whether a word is quoted from somebody whom the release does not know."""
        return is_quoted(scene, token) and self._speakers.quoted(scene, token, self.of) is None

    def _stood_for(self, scene: Scene, token: Token) -> list[Figure]:
        """The figures that a pronoun stands for."""
        if speaks(token):
            return self._speakers.of(scene, token, self.of)
        if token.lower_ in {"who", "whom", "which", "whose"}:
            return self._antecedent(scene, token)
        if token.lower_ == "those":
            return [f for noun in among(token) for f in self.of(scene, noun)]
        if token.lower_ == "both" and token.dep_ in _BESIDE:
            return []  # its noun says who they are
        if token.lower_ in _OWN and (theirs := thanked(token)):
            return [figure for noun in theirs for figure in self.of(scene, noun)]
        return self._meant_here(scene, token)

    def _meant_here(self, scene: Scene, token: Token) -> list[Figure]:
        """Whom a pronoun means: "during X's visit, he" is X, else a doer here or before."""
        word = token.lower_
        if word == "it" and (run := self._undertaking_meant(scene, token)) is not None:
            return [run]
        staying = visitors(token) if word in HE | SHE else ()
        found = [f for noun in staying for f in self._fitting(scene, noun, word)]
        acting = {f for noun in own_doers(token) for f in self.of(scene, noun)}
        others = _NOBODY if word == "it" else acting
        found = found or self._subject_here(scene, token, others)
        found = found or opening(scene, token, acting)
        sent = self._delegations.doing if word == "they" else []
        told, recent = tells(scene, clause_verb(token)), self._recent
        opens, staff = recent.is_left(scene.number) and not told, lemma_of(token.head) in STAFF
        near = recent.meant(styled(token) or word, opens=opens, staff=staff)
        found = found or sent or recent.lead.instead(near, token, told=told)
        return found if acting.isdisjoint(found) else []

    def _undertaking_meant(self, scene: Scene, token: Token) -> Figure | None:
        """What "it" means where only an operation or event is said to do so."""
        attended = is_attended(token)
        meant = attended or is_run(token)
        if not meant or any(f.type in UNDERTAKINGS for f in self._subject_here(scene, token)):
            return None
        return self._recent.undertaken(token.lower_, near=not attended)

    def _noun(self, scene: Scene, token: Token, lemma: str) -> list[Figure]:
        """The figures that a noun stands for without naming them."""
        together = self._recent.together(token, lemma)
        if together is not None and not self._all(scene, leaders([token])):
            return together
        if lemma in GUESTS:
            guest = self._recent.guest if token.tag_ == "NN" and is_definite(token) else None
            several = token.tag_ == "NNS" and is_bare(token) and token.dep_ in _SUBJECTS
            guests = [guest] if guest is not None else self._delegations.meant(token)
            return guests or (self._recent.people if several else [])
        known = self._cast.topic() if lemma in TOPIC_NOUNS and is_definite(token) else None
        known = holder(token, lemma, self._cast.people()) if lemma in HOLDERS else known
        if known is not None:
            return [known]
        if lemma in GIFTS:
            return given_by(token, partial(self.of, scene), partial(self._direct, scene))
        if lemma in ANSWERING and not is_of_trade(token):
            told = token.dep_ == "appos" and token.tag_ == "NN" and self._direct(scene, token.head)
            thing = lemma in CRAFT and not {token.dep_, token.head.dep_} & (_SUBJECTS | {"agent"})
            members = [] if told or thing else self._members.of(scene, token)
            if told or thing or members:  # told: "X, a member of Y,"
                return members
        return issuer_meant(self._cast, token, lemma) or self._speakers.land(scene, token, self.of)

    def _antecedent(self, scene: Scene, token: Token) -> list[Figure]:
        """Whom "who" stands for: the noun that its clause is about."""
        noun = (verb := clause_verb(token)).head
        return self.of(scene, noun) if verb.dep_ == "relcl" and noun.i < token.i else []

    def _direct(self, scene: Scene, token: Token) -> list[Figure]:
        assert scene.parse is not None  # noqa: S101  # a token comes from a parsed scene
        number = scene.parse.mention_of(token)
        if number is None:
            return []
        figure = scene.figures[number] or scene.bodies[number]
        return [figure] if figure and not is_adjective(scene, token) else []

    def _all(self, scene: Scene, tokens: Iterable[Token]) -> list[Figure]:
        return [figure for token in tokens for figure in self._direct(scene, token)]

    def _subject_here(
        self, scene: Scene, token: Token, acting: Set[Figure] = _NOBODY
    ) -> list[Figure]:
        """The doer of the sentence that a pronoun fits: before it, or after "in her speech"."""
        word = token.lower_
        for other in doers_before(token, owned=word in _OWN or _is_aside(token)):
            found = self._fitting(scene, other, word) if other.lower_ != word else []
            if found and acting.isdisjoint(found):
                return found
        behind = doers_behind(token) if word in _OWN else ()
        return next((self._fitting(scene, other, word) for other in behind), [])

    def _fitting(self, scene: Scene, subject: Token, word: str) -> list[Figure]:
        """Those among the subjects of a clause that a pronoun may mean."""
        if word in THEY:
            several = list(
                dict.fromkeys(
                    f for t in islice(expand(subject), _LONGEST) for f in self.of(scene, t)
                )
            )
            return several if len(several) > 1 or lemma_of(subject) in DELEGATIONS else []
        means = self.of if subject.lower_ == "it" else self._direct  # "It covers X; its aim is"
        nameless = acting_for(scene, subject) if word in HE or word in SHE else []
        return fitting(word, means(scene, subject)) or nameless

    def note(self, scene: Scene, tokens: Sequence[Token], found: Sequence[Finding] = ()) -> None:
        """Remember, after a sentence of a scene and what it states, whom the next one may mean."""
        self._known.clear()
        self._asked.add(_NOTING)
        self._note(scene, tokens)
        if (body := does(scene, tokens)) is not None:
            self._recent.note_nameless(body, named_in(scene, tokens))
        self._descriptions.note(scene, tokens, found)
        self._asked.discard(_NOTING)
        self._left = _MOST

    def _note(self, scene: Scene, tokens: Sequence[Token]) -> None:
        people, subject, named = list[Figure](), list[Figure](), list[Figure]()
        doer: Figure | None = None
        agent: Figure | None = None
        means = partial(self.of, scene)
        for token in tokens:
            if token.dep_ in _SERVING and token.pos_ != "VERB" and not scene.mention_of(token):
                continue  # nobody is meant, and nobody is said to go anywhere
            figures = self._direct(scene, token)
            named += figures
            if not figures and (token.lower_ in HE or token.lower_ in SHE or styled(token)):
                figures = self._answer(scene, token, self._meant_here)
                scene.note_pronoun(token, figures)
            people += [f for f in figures if is_person(f) and not is_beside(token)]
            if token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_ in _RECEIVING:
                self._recent.note_guest(figures)
            if token.dep_ == "pobj" and token.head.dep_ == "agent":
                agent = next((f for f in figures if f.type == EntityType.ORGANISATION), agent)
            self._delegations.note_word(token, means)
            if token.dep_ in _SUBJECTS:
                doer = next((f for f in reversed(figures) if f.type in OWNERS), doer)
                if token.head.dep_ in {"ROOT", "conj", "ccomp"}:
                    told = token.head.dep_ == "ccomp" and any(map(is_person, subject))
                    found = [f for t in expand(token) for f in self.of(scene, t)]
                    self._delegations.note(token, [] if figures else found)
                    subject += [f for f in found if not told or is_person(f)]
        self._delegations.end()
        self._recent.note_thing(doer, subject, named, agent)
        telling = [t for t in tokens if t.pos_ == "VERB" and tells(scene, t)]
        self._speakers.note(scene, telling, self.of)
        self._recent.note_block(scene.number, subject, named, told=bool(telling))
        self._recent.note_item(scene)
        self._recent.note_people(subject, people)
        self._recent.lead.note(subject, tokens, told=bool(telling))
        self._recent.note_group(subject, people, named)


def _is_aside(token: Token) -> bool:
    """Whether a pronoun does what a clause of time tells ("... by X when he met Y")."""
    return token.dep_ == "nsubj" and token.head.dep_ == "advcl"
