"""Whom a word of a parse means: mentions, pronouns, and nouns that stand for somebody."""

from collections.abc import Sequence

from spacy.tokens import Token

from communique.extractors.cast import Cast, Figure
from communique.extractors.reading.script import Scene
from communique.extractors.reading.speaker import Speakers, is_quoted, speaks
from communique.extractors.syntax.arguments import (
    clause_verb,
    expand,
    modifiers,
    objects,
    possessors,
    prepositional,
    subjects,
)
from communique.gazetteer.given_names import gender_of
from communique.gazetteer.territories import NameKind
from communique.ontology import EntityType

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "both", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_OWN = frozenset({"his", "her", "its", "their"})
_WHO = frozenset({"who", "whom", "which", "whose"})
_TWO = 2
_BOTH = frozenset({"two", "both"})
_PAIR = frozenset(
    "leader side minister president country official diplomat party counterpart chief secretary "
    "ambassador premier nation head statesman chairperson chair interlocutor delegation".split()
)
"""Nouns by which "the two …" or "both …" means the two who were named last together."""
_MEMBERS = frozenset(
    "member representative official delegate leader minister ambassador counterpart authority "
    "delegation team government leadership side expert officer investigator prosecutor officials "
    "parliamentarian lawmaker diplomat envoy president chief head commander force troop soldier "
    "police ally partner unit adviser specialist analyst agency service body responder personnel "
    "colleague community mission staff guard contingent crew teams forces attorney lawyer judge "
    "agent inspector detective deputy firefighter trainer instructor examiner doctor medic rescuer "
    "diver pilot sailor marine gendarme scientist engineer adviser advisor trooper airman "
    "paratrooper investigators analysts peacekeeper cadet trainee participant "
    "battalion brigade platoon".split()
)
_LED = frozenset({"delegation", "team", "group", "mission", "side"})
_SENT = frozenset({"delegation", "guest", "team"})
_THINGS = frozenset({EntityType.OPERATION, EntityType.ORGANISATION, EntityType.EVENT})
_OWNERS = _THINGS | {EntityType.COUNTRY}
"""Types of what "its" means."""
_CRAFT = frozenset("ship vessel frigate warship destroyer corvette aircraft helicopter jet".split())
"""What takes part for its state, and is a thing where it is visited or given."""

_OTHERS = frozenset({"counterpart", "colleague", "partner", "ally", "community"})
"""Those of the members who are not whose pronoun stands before them: "his counterpart"."""
_NAMED = _OTHERS | _PAIR
"""Officials whom a name may follow."""
_NAMING = frozenset({"appos", "conj"})
_GUESTS = frozenset({"guest", "visitor"})
_RECEIVING = frozenset({"receive", "welcome", "host", "greet"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAIN = frozenset({"ROOT", "conj", "ccomp"})
_GIFTS = frozenset(
    "donation contribution grant funding fund gift support help assistance initiative request "
    "invitation generosity money loan pledge commitment promise decision announcement plan offer "
    "financing sponsorship effort willingness readiness determination dedication work attempt "
    "step initiative".split()
)
_ISSUER_NOUNS = frozenset(
    "agency department ministry alliance organisation organization office bureau council union "
    "commission command secretariat service mission authority".split()
)
_TOPIC_NOUNS = frozenset({"activity", "action", "effort", "swoop", "hit", "strike", "sting"})
_ON = frozenset({"at", "on", "upon"})
_SITES = frozenset(
    {"border", "capital", "city", "headquarters", "region", "territory", "site", "town"}
)


class Meaning:
    """Finds the figures that a token means, sentence after sentence of a release."""

    def __init__(self, cast: Cast, author: Figure | None = None) -> None:
        """Begin before the first sentence.

        Args:
            cast: The figures of the release.
            author: Who says "I" where nobody is quoted.
        """
        self._cast = cast
        self._speakers = Speakers(cast, author)
        self._last: list[Figure] = []
        self._latest: dict[str, Figure] = {}
        self._group: list[Figure] = []
        self._asked: set[int] = set()
        self._delegation: list[Figure] = []

    def of(self, scene: Scene, token: Token) -> list[Figure]:
        """The figures that a token means, in text order; none if it means nobody named."""
        found = self._direct(scene, token)
        if found or token.pos_ in {"VERB", "AUX", "ADP"}:
            return found
        if token.i in self._asked:  # a parse may lead back to the word it came from
            return []
        self._asked.add(token.i)
        try:
            if token.pos_ == "PRON" or token.lower_ in _THEY or token.lower_ == "whose":
                return self._stood_for(scene, token)
            return self._noun(scene, token, _lemma(token))
        finally:
            self._asked.discard(token.i)

    def is_hearsay(self, scene: Scene, token: Token) -> bool:
        """Whether a word is quoted from somebody whom the release does not know."""
        return is_quoted(scene, token) and self._speakers.quoted(scene, token, self.of) is None

    def _stood_for(self, scene: Scene, token: Token) -> list[Figure]:
        """The figures that a pronoun stands for."""
        if speaks(token):
            return self._speakers.of(scene, token, self.of)
        if token.lower_ in _WHO:
            return self._antecedent(scene, token)
        return self._subject_here(scene, token) or self._pronoun(token.lower_)

    def _noun(self, scene: Scene, token: Token, lemma: str) -> list[Figure]:
        """The figures that a noun stands for without naming them."""
        if self._is_pair(token, lemma) and not self._leaders(scene, token):
            return list(self._group) if len(self._group) == _TWO else []
        if lemma in _GUESTS and token.tag_ == "NN" and "guest" in self._latest:
            return [self._latest["guest"]] if self._definite(token) else []
        topic = self._cast.topic()
        if lemma in _TOPIC_NOUNS and topic is not None and self._definite(token):
            return [topic]
        if lemma in _GIFTS:
            asked = token.dep_ == "pobj" and token.head.lower_ in _ON  # "at the request of X"
            return [] if asked else self._givers(scene, token)
        if lemma in _MEMBERS | _SITES | _CRAFT:
            told = token.dep_ == "appos" and token.tag_ == "NN" and self._direct(scene, token.head)
            thing = lemma in _CRAFT and token.dep_ not in _SUBJECTS
            return [] if told or thing else self._members(scene, token)  # told: "X, a member of Y,"
        return self._issuer(token, lemma)

    @staticmethod
    def _is_pair(token: Token, lemma: str) -> bool:
        """Whether a noun means the two named last: "the two leaders", "both sides", "the two"."""
        if lemma == "two":
            return any(child.lower_ == "the" for child in token.children)
        if lemma not in _PAIR or token.tag_ != "NNS":
            return False
        counted = any(child.lower_ in _BOTH for child in token.children)
        owned = any(child.dep_ in {"poss", "prep"} for child in token.children)
        return counted and not owned

    def _antecedent(self, scene: Scene, token: Token) -> list[Figure]:
        """Whom "who" stands for: the noun that its clause is about."""
        verb = clause_verb(token)
        noun = verb.head
        return self.of(scene, noun) if verb.dep_ == "relcl" and noun.i < token.i else []

    def _direct(self, scene: Scene, token: Token) -> list[Figure]:
        assert scene.masked is not None  # noqa: S101  # a token comes from a parsed scene
        number = scene.masked.mention_of(token)
        if number is None:
            return []
        figure = scene.figures[number] or scene.bodies[number]
        return [figure] if figure and not _is_adjective(scene, token) else []

    def _subject_here(self, scene: Scene, token: Token) -> list[Figure]:
        """The subject of the sentence that a pronoun fits: before it, or after "in her speech"."""
        word = token.lower_
        for other in token.doc[token.sent.start : token.i]:
            if other.dep_ in _SUBJECTS and other.lower_ != word:
                found = self._fitting(scene, other, word)
                if found:
                    return found
        if word in _OWN:
            for other in token.doc[token.i + 1 : token.sent.end]:
                if other.dep_ in _SUBJECTS and other.head.dep_ == "ROOT":
                    return self._fitting(scene, other, word)
        return []

    def _fitting(self, scene: Scene, subject: Token, word: str) -> list[Figure]:
        """Those among the subjects of a clause that a pronoun may mean."""
        if word in _THEY:
            several = list(dict.fromkeys(f for t in expand(subject) for f in self.of(scene, t)))
            return several if len(several) > 1 else []
        figures = self._direct(scene, subject)
        if word in _IT:
            return [figure for figure in figures if figure.type in _OWNERS]
        if word in _HE | _SHE:
            wanted = "m" if word in _HE else "f"
            return [f for f in figures if _gender(f) in {wanted, ""} and _is_person(f)]
        return []

    def _pronoun(self, word: str) -> list[Figure]:
        if word in _HE | _SHE:
            wanted = "m" if word in _HE else "f"
            for key in (wanted, ""):
                figure = self._latest.get(f"person{key}")
                if figure is not None and _gender(figure) in {wanted, ""}:
                    return [figure]
            return []
        if word in _THEY:
            return list(self._group) if len(self._group) > 1 else []
        if word in _IT:
            figure = self._latest.get("owner" if word == "its" else "thing")
            return [figure] if figure else []
        return []

    def _members(self, scene: Scene, token: Token) -> list[Figure]:
        """Those whose members, officials or troops are meant: "of X", "X's", "X officials"."""
        if leaders := self._leaders(scene, token):
            self._delegation = leaders
            return leaders
        found = [
            figure
            for preposition in ("of", "from", "at")
            for noun in prepositional(token, preposition)
            if noun.i != token.i
            for figure in self.of(scene, noun)
        ]
        if named := self._named(scene, token, found):
            return named
        found = found or self._represented(scene, token) or self._owners(scene, token)
        members = [
            f for f in dict.fromkeys(found) if f.type not in {EntityType.EVENT, EntityType.PERSON}
        ]
        if token.lemma_.lower() in _SENT:
            self._delegation = members or self._delegation
            return self._delegation
        return members

    def _owners(self, scene: Scene, token: Token) -> list[Figure]:
        """Whose officials stand after a possessive or an adjective ("X's", "Danish officials")."""
        found: list[Figure] = []
        for noun in possessors(token):
            other = noun.pos_ == "PRON" and token.lemma_.lower() in _OTHERS
            found += [] if other else self.of(scene, noun)
        before = [t for noun in modifiers(token) for t in expand(noun)]
        return found + [figure for noun in before for figure in self._direct(scene, noun)]

    def _named(self, scene: Scene, token: Token, found: Sequence[Figure]) -> list[Figure]:
        """Officials whom the text names at once, who then stand for no state.

        "Her Danish and Finnish counterparts, X and Y"; a parse may hang them on the states ("the
        leaders of A and B, X and Y").
        """
        if token.lemma_.lower() not in _NAMED:
            return []
        listed = any(c.dep_ == "cc" for c in token.children)
        beside = [c for c in token.children if c.dep_ in ({"appos"} if listed else _NAMING)]
        people = [f for noun in beside for t in expand(noun) for f in self._direct(scene, t)]
        return [f for f in dict.fromkeys((*people, *found)) if _is_person(f)]

    def _represented(self, scene: Scene, token: Token) -> list[Figure]:
        """Whom officials stand for ("delegations representing X and Y")."""
        standing = [c for c in token.children if c.dep_ in {"acl", "relcl"}]
        verbs = [verb for verb in standing if verb.lemma_ == "represent"]
        return [f for verb in verbs for noun in objects(verb) for f in self._direct(scene, noun)]

    def _leaders(self, scene: Scene, token: Token) -> list[Figure]:
        """Who leads a delegation ("a delegation headed by X")."""
        if token.lemma_.lower() not in _LED:
            return []
        led = [c for c in token.children if c.dep_ == "acl" and c.lemma_ in {"lead", "head"}]
        return [f for verb in led for noun in subjects(verb) for f in self._direct(scene, noun)]

    def _givers(self, scene: Scene, token: Token) -> list[Figure]:
        """Those who gave: "donations made by X", "a grant from X", "X's donation"."""
        found: list[Figure] = []
        for child in token.children:
            if child.dep_ in {"acl", "relcl"}:
                found += [f for noun in subjects(child) for f in self.of(scene, noun)]
        for preposition in ("by", "from", "of"):
            found += [f for noun in prepositional(token, preposition) for f in self.of(scene, noun)]
        for noun in (*possessors(token), *modifiers(token)):
            found += self._direct(scene, noun)
        if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in token.children):
            doers = (noun for noun in subjects(clause_verb(token)) if noun is not token)
            found += [f for noun in doers for f in self.of(scene, noun)]  # "X renewed its pledge"
        return list(dict.fromkeys(found))

    @staticmethod
    def _definite(token: Token) -> bool:
        return any(child.lower_ in {"the", "this", "these"} for child in token.children)

    def _issuer(self, token: Token, lemma: str) -> list[Figure]:
        """The issuer, where "the agency" or "the Alliance" says no more."""
        bare = all(child.dep_ in {"det", "punct"} for child in token.children if child.i < token.i)
        definite = any(child.lower_ == "the" for child in token.children)
        issuer = self._cast.issuer
        if issuer and bare and definite and lemma in _ISSUER_NOUNS:
            return [issuer]
        return []

    def note(self, scene: Scene, tokens: Sequence[Token]) -> None:
        """Remember, after a sentence, whom the next one may mean by a pronoun.

        Args:
            scene: The scene of the sentence.
            tokens: The sentence.
        """
        people: list[Figure] = []
        subject: list[Figure] = []
        named: list[Figure] = []
        doer: Figure | None = None
        for token in tokens:
            figures = self._direct(scene, token)
            named += figures
            if not figures and token.lower_ in _HE | _SHE:
                figures = self._pronoun(token.lower_)
            people += [figure for figure in figures if figure.type == EntityType.PERSON]
            if token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_ in _RECEIVING:
                self._latest.update(("guest", figure) for figure in figures if _is_person(figure))
            if token.dep_ in _SUBJECTS:
                owners = [figure for figure in figures if figure.type in _OWNERS]
                doer = owners[-1] if owners else doer
                if token.head.dep_ in _MAIN:
                    subject += [f for t in expand(token) for f in self.of(scene, t)]
        self._note_thing(doer, subject, named)
        self._speakers.note(scene, tokens, self.of)
        self._note_people([*subject, *people])
        self._note_group(subject, people, named)

    def _note_thing(
        self, doer: Figure | None, subject: Sequence[Figure], named: Sequence[Figure]
    ) -> None:
        """Remember what may be "it": a subject, else the only thing that a person acts on."""
        acted = list(dict.fromkeys(f for f in named if f.type in _THINGS))
        if doer is not None:
            self._latest["owner"] = doer
        elif len(acted) == 1 and any(map(_is_person, subject)):
            doer = self._latest["owner"] = acted[0]
        if doer is not None and doer.type in _THINGS:
            self._latest["thing"] = doer

    def _note_group(
        self, subject: Sequence[Figure], people: Sequence[Figure], named: Sequence[Figure]
    ) -> None:
        """Remember who may be "they": several subjects, else the two of a kind in the sentence."""
        several = list(dict.fromkeys(subject))
        if len(several) > 1:
            self._group = several
            return
        states = (figure for figure in named if figure.type == EntityType.COUNTRY)
        for kind in (people, states):
            pair = list(dict.fromkeys(kind))
            if len(pair) > 1:
                self._group = pair if len(pair) == _TWO else []
                return

    def _note_people(self, ranked: Sequence[Figure]) -> None:
        """Remember the first person of each gender; subjects stand first."""
        for gender in ("m", "f", ""):
            for figure in ranked:
                if _is_person(figure) and _gender(figure) in {gender, ""}:
                    self._latest[f"person{gender}"] = figure
                    break


def _lemma(token: Token) -> str:
    """The dictionary form, also of a plural that opens a sentence and was taken for a name."""
    lemma = token.lemma_.lower()
    named = token.pos_ == "PROPN" and lemma == token.lower_
    if not named or lemma in _MEMBERS:
        return lemma
    forms = (f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma, lemma.removesuffix("s"))
    return next((form for form in forms if form in _MEMBERS | _GIFTS), lemma)


def _is_adjective(scene: Scene, token: Token) -> bool:
    """Whether a demonym says whose the official after "and" is: "the Danish and Czech premiers"."""
    mention = scene.mention_of(token)
    if mention is None or mention.span is None or mention.span.kind != NameKind.DEMONYM:
        return False
    joined = [scene.mention_of(child) for child in token.children if child.dep_ == "conj"]
    return any(other is not None and other.type == EntityType.PERSON for other in joined)


def _is_person(figure: Figure) -> bool:
    return figure.type == EntityType.PERSON


def _gender(figure: Figure) -> str:
    """The pronoun of a person, as titles or else the name tell: "f", "m" or ""."""
    return figure.gender or gender_of(figure.name)
