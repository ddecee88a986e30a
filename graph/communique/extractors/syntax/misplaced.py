"""Subjects and objects that a parse hangs on the wrong word, told by their stand-ins."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from communique.extractors.dates.expressions.lexicon import MONTH_NUMBERS, WEEKDAY_NUMBERS
from communique.extractors.parse import FINITE, Sentence, Token
from communique.extractors.syntax.masking import STAND_INS
from communique.extractors.syntax.phrases import expand
from communique.ontology import EntityType

_PERSON = STAND_INS[EntityType.PERSON]
_REACH = 200
"""Words of a phrase among which its sites are looked for."""
_PLACE, _COUNTRY = STAND_INS[EntityType.PLACE], STAND_INS[EntityType.COUNTRY]
_SITES = frozenset({_PLACE, _COUNTRY})
_DOERS = frozenset({_PERSON, STAND_INS[EntityType.ORGANISATION]})
_AGENTS = _DOERS | {_COUNTRY}
_UNDERTAKINGS = frozenset(STAND_INS[kind] for kind in (EntityType.OPERATION, EntityType.EVENT))
_PAST = frozenset({"VBD", "VBN"})
_PARTICIPLES = frozenset({"VBG", "VBN"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl", "attr", "agent"})
_BETWEEN = frozenset({"aux", "auxpass", "neg", "advmod", "npadvmod", "punct"})
"""What may stand between a subject and its verb."""
_PARTS = frozenset({"compound", "nmod", "npadvmod"})
_FRONTED = frozenset({"prep", "npadvmod", "advcl"})
_TWO = 2
_DEEPEST = 100
"""Words above one another that are looked at."""
_AFTER = frozenset({"pobj", "conj"})
_HELD = frozenset("host co-host organise organize hold convene chair open sponsor".split())
"""Verbs of what is done to an event, not to people."""
_DONE_BY = frozenset(
    "visit trip tour stay speech statement remark letter decision attack invitation report "
    "presentation lecture address talk proposal call comment request work project".split()
)
"""Nouns of what somebody does, so that "by" after them tells no more than who."""
_NOMINAL = frozenset({"NOUN", "PROPN"})
_DAYS = MONTH_NUMBERS.keys() | WEEKDAY_NUMBERS.keys()


def bring_back(sentences: Iterable[Sentence]) -> None:
    """Hang the subjects of verbs that have none on them, before anything is read of a parse.

    "In Riga, Minister A and Minister B met": the parser joins those who met to the place. A finite
    verb has a subject, so that what it lacks is what ends before it.
    """
    for sentence in sentences:
        _unfold(sentence)
        for verb in sentence:
            if verb.dep_ in _CLAUSES and _is_finite(verb):
                _mend(verb)


def _mend(verb: Token) -> None:
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    found = _behind_bare(verb, subject) if subject else _headline(verb) or _behind(verb)
    if found is not None:
        hang(found, verb, _role(verb))


def _unfold(sentence: Sentence) -> None:
    """Let a sentence whose verb is taken for an attribute be one: "Europol led X, which"."""
    thing = next((token for token in sentence if token.head is token), sentence[0])
    for verb in thing.children if thing.text in _UNDERTAKINGS else ():
        before = [child for child in verb.children if child.i == verb.i - 1]
        if verb.dep_ == "amod" and verb.tag_ in _PAST and any(t.text in _AGENTS for t in before):
            thing.children = tuple(child for child in thing.children if child is not verb)
            verb.head, verb.dep_, verb.tag_ = verb, "ROOT", "VBD"
            hang(thing, verb, "dobj")
            return


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(
        child.dep_ in {"aux", "auxpass"} and child.tag_ in FINITE for child in verb.children
    )


def _behind_bare(verb: Token, subject: Token) -> Token | None:
    """Who stands behind a subject that belongs to the preposition before it: "With aid of A, B"."""
    before = subject.doc[max(0, _first(subject).i - 1)]
    if (
        subject.dep_ != "nsubj"
        or subject.text in _AGENTS
        or before.head is not verb
        or before.dep_ != "prep"
    ):
        return None
    noun = None if before.children else _listed(_above(verb.doc[verb.i - 1], verb))
    if noun is not None:
        hang(subject, before, "pobj")
    return noun


def _role(verb: Token) -> str:
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return "nsubjpass" if passive else "nsubj"


def _headline(verb: Token) -> Token | None:
    """Who is taken for a part of the verb, or for a time: "NATO Welcomes X"."""
    before = [child for child in verb.children if child.i == verb.i - 1]
    taken = [t for t in before if t.dep_ in _PARTS and t.text in _AGENTS]
    return taken[0] if taken else None


def _behind(verb: Token) -> Token | None:
    """Who stands last in what is told before the verb."""
    last = verb.i - 1
    own = {child.i for child in verb.children if child.dep_ in _BETWEEN}
    while last >= verb.sent.start and (last in own or verb.doc[last].dep_ == "punct"):
        last -= 1
    if last < verb.sent.start:
        return None
    above = _above(verb.doc[last], verb)
    if not above or not _is_fronted(above[-1]):
        return None
    return _listed(above) or _unparted(verb.doc[last])


def _above(token: Token, verb: Token) -> list[Token]:
    """A word with those above it, up to the one that hangs on the verb; none if it does not."""
    path = [token]
    while path[-1].head is not verb:
        if path[-1].head is path[-1] or len(path) > _DEEPEST:
            return []
        path.append(path[-1].head)
    return path


def _is_fronted(first: Token) -> bool:
    participle = first.dep_ != "advcl" or first.tag_ in _PARTICIPLES
    return first.dep_ in _FRONTED and participle


def _listed(above: Sequence[Token]) -> Token | None:
    """The first of those that end what is told before, behind a comma."""
    found = [token for token in reversed(above) if _is_set_off(token)]
    whole = [token for token in found if _is_whole(list(_members(token)))]
    return next(iter(whole or found[-1:]), None)


def _is_set_off(noun: Token) -> bool:
    """Whether a noun that is joined to one before it begins behind a comma, or names a doer."""
    if noun.dep_ == "npadvmod":
        return noun.text in _AGENTS and noun.doc[noun.i - 1].text == ","
    if noun.dep_ not in {"conj", "appos"} or noun.pos_ not in _NOMINAL or noun.head.i > noun.i:
        return False
    if noun.dep_ == "appos" and noun.text in _AGENTS:
        return True
    return noun.doc[_first(noun).i - 1].text == ","


def _first(noun: Token) -> Token:
    """The first word of what hangs on a noun."""
    while noun.children and noun.children[0].i < noun.i:
        noun = noun.children[0]
    return noun


def _members(noun: Token) -> Iterator[Token]:
    """Yield a noun and those that are joined to it, each to the last."""
    member: Token | None = noun
    while member is not None:
        yield member
        member = next((c for c in member.children if c.dep_ == "conj" and c.i > member.i), None)


def _is_whole(members: Sequence[Token]) -> bool:
    """Whether members are a list of doers, of which "and" stands before the last alone."""
    if members[0].text == _PLACE:
        return False
    if members[0].text == _COUNTRY and any(m.text in _AGENTS - {_COUNTRY} for m in members):
        return False
    if members[0].text == _COUNTRY and members[0].head.text == _PLACE and len(members) > _TWO:
        return False  # "in Madrid, Spain, A and B"
    joined = [any(child.dep_ == "cc" for child in member.children) for member in members[:-1]]
    return not any(joined[:-1]) and all(joined[-1:])


def _unparted(noun: Token) -> Token | None:
    """Who is taken for one noun with what ends there: "on Monday Minister X met Y"."""
    before = [child for child in noun.children if child.i == noun.i - 1]
    day = next((c for c in before if c.dep_ in {"compound", "nmod"}), None)
    if noun.dep_ != "pobj" or noun.text not in _AGENTS or day is None:
        return None
    for child in noun.children:
        if child.i < day.i:
            hang(child, day, child.dep_)
    hang(day, noun.head, noun.dep_)
    return noun


def hang(token: Token, head: Token, dep: str) -> None:
    """Hang a word on another one."""
    above = token.head
    above.children = tuple(child for child in above.children if child is not token)
    token.head, token.dep_ = head, dep
    head.children = tuple(sorted((*head.children, token), key=lambda child: child.i))


def fronted_subjects(verb: Token) -> list[Token]:
    """Who is taken for the site before it: "During a stay in Riga, Minister X met Y".

    Or for part of a clause before it: "Praising the visit, Minister X met Y"; or for the subject
    of an auxiliary alone: "Minister X had, on Monday, met Y".
    """
    found = [noun for noun in _beside_sites(verb) if noun.i < verb.i] or _before_auxiliary(verb)
    return found or [
        noun
        for clause in verb.children
        if clause.dep_ == "advcl" and clause.tag_ == "VBG" and clause.i < verb.i
        for noun in clause.children
        if noun.text == _PERSON and noun.dep_ in {"npadvmod", "appos"}
        if noun.doc[noun.i - 1].text == "," and clause.i < noun.i < verb.i
    ]


def _before_auxiliary(verb: Token) -> list[Token]:
    return [
        noun
        for auxiliary in verb.children
        if auxiliary.dep_ == "aux"
        for subject in auxiliary.children
        if subject.dep_ == "nsubj"
        for noun in expand(subject)
    ]


def described_event(verb: Token) -> Token | None:
    """The event just before a passive of which the parse says it of the clause.

    "Praised the forum, hosted by X": it was the forum that was hosted.
    """
    before = verb.doc[verb.i - 1] if verb.i > 1 and verb.dep_ == "advcl" else None
    held = before is not None and before.text == "," and verb.lemma_ in _HELD
    event = verb.doc[verb.i - 2] if held else None
    return event if event is not None and event.text == STAND_INS[EntityType.EVENT] else None


def further_agents(verb: Token) -> list[Token]:
    """Who does a passive and hangs on a noun: "was hosted to dinner by X", "named Y by X"."""
    return [
        by
        for above in verb.children
        if above.dep_ in {"prep", "oprd"} and above.i > verb.i
        for noun in islice(above.subtree, _REACH)
        if noun.dep_ in {"pobj", "oprd"} and noun.lemma_ not in _DONE_BY
        for by in noun.children
        if by.dep_ == "prep" and by.lower_ == "by" and any(t.text in _DOERS for t in by.children)
    ]


def further_objects(verb: Token) -> list[Token]:
    """Objects joined to the verb ("had talks with X, and a call with Y") or taken for a site's.

    "Received in Riga, on Monday, Minister X": the parse makes the minister another name of Riga.
    """
    done = [child for child in verb.children if child.dep_ == "dobj"]
    if not done:
        return [noun for noun in _beside_sites(verb) if noun.i > verb.i]
    joined = (child for child in verb.children if child.dep_ == "conj")
    found = [child for child in joined if child.pos_ in _NOMINAL and child.i > done[0].i]
    return [*found, *_behind_days(verb, done[0])]


def _behind_days(verb: Token, done: Token) -> Iterator[Token]:
    """Yield what is joined to a day instead: "met X on Monday and Y on Tuesday"."""
    alike = _SITES if done.text in _SITES else {_PERSON} & {done.text}
    for preposition in verb.children if alike else ():
        if preposition.dep_ == "prep" and preposition.i > done.i:
            days = (noun for noun in preposition.children if noun.dep_ == "pobj")
            yield from (
                child
                for day in days
                if day.lower_ in _DAYS
                for child in day.children
                if child.dep_ == "conj" and child.text in alike
            )


def _beside_sites(verb: Token) -> Iterator[Token]:
    """Yield people in apposition to a place or day that hangs on a verb."""
    for child in verb.children:
        ahead = child.dep_ == "advcl" and child.tag_ == "VBG" and child.i < verb.i
        if child.dep_ == "prep" or ahead:
            below = islice(child.subtree, _REACH)
            sites = [t for t in below if t.dep_ in _AFTER and t.text in _SITES]
        else:
            sites = [child] if child.dep_ == "npadvmod" else []
        yield from (
            noun
            for site in sites
            for noun in site.children
            if noun.dep_ == "appos" and noun.text == _PERSON
        )
