"""Nouns that stand for somebody without a name."""

from collections.abc import Sequence

from communique.extractors.cast import Cast, Figure
from communique.extractors.parse import Token
from communique.extractors.syntax.arguments import objects, subjects
from communique.extractors.syntax.masking import STAND_INS
from communique.extractors.syntax.phrases import expand, prepositional
from communique.ontology import EntityType

PAIR = frozenset(
    "leader side minister president country official diplomat party counterpart chief secretary "
    "ambassador premier nation head statesman chairperson chair interlocutor delegation woman man "
    "commander general admiral governor mayor politician statesperson envoy speaker monarch king "
    "director commissioner colleague guest visitor neighbour principal signatory dignitary".split()
)
"""Nouns by which "the two …" or "both …" means the two who were named last together."""
MEMBERS = frozenset(
    "member representative official delegate leader minister ambassador counterpart authority "
    "delegation team government leadership side expert officer investigator prosecutor officials "
    "parliamentarian lawmaker diplomat envoy president chief head commander force troop soldier "
    "police ally partner unit adviser specialist analyst agency service body responder personnel "
    "colleague community mission staff guard contingent crew teams forces attorney lawyer judge "
    "agent inspector detective deputy firefighter trainer instructor examiner doctor medic rescuer "
    "diver pilot sailor marine gendarme scientist engineer adviser advisor trooper airman "
    "paratrooper investigators analysts peacekeeper cadet trainee participant "
    "battalion brigade platoon sapper recruit serviceman servicewoman deminer gunner "
    "speaker premier secretary governor mayor monarch king commissioner director chairman "
    "chairperson senator legislator".split()
)
NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "duo": 2, "pair": 2, "trio": 3, "quartet": 4, "quintet": 5,
}  # fmt: skip
"""Words that count those who were named together."""
_WHOLE = frozenset({"the", "all", "these"})
LED = frozenset({"delegation", "team", "group", "mission", "side"})
SENT = frozenset({"delegation", "guest", "team"})
DELEGATIONS = LED | SENT
CRAFT = frozenset("ship vessel frigate warship destroyer corvette aircraft helicopter jet".split())
"""What takes part for its state, and is a thing where it is visited or given."""

OTHERS = frozenset({"counterpart", "colleague", "partner", "ally", "community"})
"""Those of the members who are not whose pronoun stands before them: "his counterpart"."""
SINGLE = PAIR - {"country", "nation", "delegation", "side", "party"} | frozenset(
    "adviser advisor officer expert representative specialist head president".split()
)
"""Officials of whom one does not stand for those who call him "our"."""
NAMED = (
    OTHERS
    | PAIR
    | frozenset("officer attaché judge prosecutor coordinator rapporteur rector".split())
)
"""Officials whom a name may follow."""
GUESTS = frozenset({"guest", "visitor"})
HOLDERS = frozenset(
    "minister president ambassador premier chancellor commissioner speaker governor chairman "
    "chairperson chairwoman mayor king queen envoy".split()
)
"""Offices by which a text calls somebody whom it has named: "the minister added"."""
GIFTS = frozenset(
    "donation contribution grant funding fund gift support help assistance initiative request "
    "invitation generosity money loan pledge commitment promise decision announcement plan offer "
    "financing sponsorship effort willingness readiness determination dedication work attempt "
    "step initiative".split()
)
ISSUER_NOUNS = frozenset(
    "agency department ministry alliance organisation organization office bureau council union "
    "commission command secretariat service mission authority".split()
)
KINDS_OF_BODY = frozenset(
    "department ministry alliance bureau council union commission command secretariat".split()
)
"""Those of them that mean the issuer only if it is called so."""
_OFFICES_OF_STATE = frozenset(
    "ministry department government house president presidency embassy parliament council court "
    "chancellery cabinet".split()
)
"""Words in the names of bodies that no text calls an agency or a service."""
TOPIC_NOUNS = frozenset({"activity", "action", "effort", "swoop", "hit", "strike", "sting"})
SITES = frozenset(
    {"border", "capital", "city", "headquarters", "region", "territory", "site", "town"}
)
STAFF = frozenset(
    "officer director head chief representative commander secretary spokesperson spokesman expert "
    "adviser advisor analyst specialist investigator coordinator attaché chairman chairperson "
    "chairwoman chair president deputy manager staff personnel commissioner inspector".split()
)
"""Those who serve a body: "its officer" is that of no event."""
BODIES = frozenset(
    "agency service administration authority force navy organisation organization institution "
    "ministry guard army court university department office".split()
)
"""Nouns by which "the two …" means bodies that were named together."""
LANDS = frozenset({"country", "nation", "homeland", "state", "government"})
"""Nouns by which those who speak call their state: "our country"."""
ANSWERING = MEMBERS | SITES | CRAFT
"""Nouns that stand for those whose they are."""
STANDING = HOLDERS | frozenset(
    {
        *PAIR, *MEMBERS, *NUMBERS, *CRAFT, *GUESTS, *GIFTS, *ISSUER_NOUNS, *TOPIC_NOUNS,
        *SITES, *LANDS, *BODIES,
    }
)  # fmt: skip
"""All nouns that may stand for somebody."""
_TRADES = frozenset(
    "business diplomatic donor academic scientific expatriate diaspora research arts".split()
)
_MEMORIALS = frozenset(
    "shrine mausoleum tomb grave monument statue bust memorial mosque memory birthplace".split()
)
_ATTENDING = frozenset({"attend", "accompany", "join", "witness"})
_RANKS = frozenset({"state", "government", "delegation", "mission"})
_BOTH = frozenset({"two", "both"})
STYLES = frozenset({"excellency", "highness", "majesty"})
"""Forms of address by which a text goes on with somebody."""


def lemma_of(token: Token) -> str:
    """The dictionary form, also of a plural that opens a sentence and was taken for a name."""
    lemma = token.lemma_.lower()
    named = token.pos_ == "PROPN" and lemma == token.lower_
    if not named or lemma in MEMBERS:
        return lemma
    forms = (f"{lemma[:-3]}y" if lemma.endswith("ies") else lemma, lemma.removesuffix("s"))
    return next((form for form in forms if form in MEMBERS or form in GIFTS), lemma)


def is_called(lemma: str, body: Figure) -> bool:
    """Whether a noun that means an issuer may mean this one: "the Council" has it in its name."""
    return lemma not in KINDS_OF_BODY or lemma in _words(body)


def _words(body: Figure) -> frozenset[str]:
    """The words of all names of a body, in lower case."""
    return frozenset(" ".join((body.name, *body.aliases)).lower().split())


def is_visited(token: Token) -> bool:
    """Whether the country that somebody "is visiting" is the issuer's."""
    visited = token.dep_ == "dobj" and token.head.lower_ == "visiting"
    return visited and {child.lower_ for child in token.children} == {"the"}


def issuer_meant(cast: Cast, token: Token, lemma: str) -> list[Figure]:
    """The issuer ("the agency", where nothing says more), or its state ("visiting the country")."""
    issuer, state = cast.issuer, cast.state
    if state and lemma == "country" and is_visited(token):
        return [state]
    meant = lemma in ISSUER_NOUNS and is_bare(token)
    if issuer is None or not meant or not is_called(lemma, issuer):
        return []
    further = any(child.dep_ in {"acl", "prep", "relcl", "appos"} for child in token.children)
    return [] if lemma in MEMBERS and (further or _OFFICES_OF_STATE & _words(issuer)) else [issuer]


def is_definite(token: Token) -> bool:
    """Whether an article or "this" points at what was spoken of."""
    return any(child.lower_ in {"the", "this", "these"} for child in token.children)


def is_bare(token: Token) -> bool:
    """Whether only "the" stands before a noun."""
    before = [child.dep_ for child in token.children if child.i < token.i]
    return {"det", "punct"}.issuperset(before) and any(c.lower_ == "the" for c in token.children)


def is_another(token: Token) -> bool:
    """Whether an article makes a noun one that was not spoken of before: "a trade delegation"."""
    return any(child.lower_ in {"a", "an", "another"} for child in token.children)


def represented(token: Token) -> list[Token]:
    """Whom officials stand for ("delegations representing X and Y")."""
    standing = [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    return [noun for verb in standing if verb.lemma_ == "represent" for noun in objects(verb)]


def senders(token: Token) -> list[Token]:
    """Whose members or officials are meant: "officials of X", "a delegation from X"."""
    return [
        noun
        for preposition in ("of", "from", "at")
        for noun in prepositional(token, preposition)
        if noun.i != token.i
    ]


def named_beside(token: Token) -> list[Token]:
    """The names of officials behind their noun: "her Danish and Finnish counterparts, X and Y".

    A parse may hang them on the states ("the leaders of A and B, X and Y").
    """
    listed = any(c.dep_ == "cc" for c in token.children)
    joints = {"appos"} if listed else {"appos", "conj"}
    return [t for noun in token.children if noun.dep_ in joints for t in expand(noun)]


def leaders(tokens: Sequence[Token]) -> list[Token]:
    """Who leads a delegation, the first of the nouns ("a delegation of X headed by Y")."""
    if tokens[0].lemma_.lower() not in LED:
        return []
    led = [c for t in tokens for c in t.children if c.dep_ == "acl"]
    return [noun for v in led if v.lemma_ in {"lead", "head"} for noun in subjects(v)]


def counted(token: Token, lemma: str) -> int:
    """How many who were named together a noun means: "the two leaders", "all four"; 0 if none."""
    words = {child.lower_ for child in token.children}
    if lemma in NUMBERS:
        return NUMBERS[lemma] if words & _WHOLE else 0
    return number_before(token) if _is_free(token, lemma) else 0


def number_before(token: Token) -> int:
    """How many the words before a noun in the plural say: "the three", "both"; 0 if none."""
    words = {child.lower_ for child in token.children}
    if words & _BOTH:
        return NUMBERS["two"]
    sizes = [NUMBERS[word] for word in sorted(words) if word in NUMBERS]
    return sizes[0] if sizes and words & _WHOLE else 0


def _is_free(token: Token, lemma: str) -> bool:
    """Whether no owner tells who several people are: "the ministers", "heads of state"."""
    owned = any(
        child.dep_ == "poss" or (child.dep_ == "prep" and not _is_rank(child))
        for child in token.children
    )
    return lemma in PAIR | LANDS | BODIES and token.tag_ in {"NNS", "NNPS"} and not owned


def _is_rank(preposition: Token) -> bool:
    """Whether a preposition belongs to an office ("of State", "of delegation")."""
    return any(child.lower_ in _RANKS for child in preposition.children)


def everyone(token: Token, lemma: str) -> bool:
    """Whether a noun means all who hold an office, as far as they were named: "the presidents"."""
    before = {child.lower_ for child in token.children if child.i < token.i}
    return _is_free(token, lemma) and before == {"the"}


def is_of_trade(token: Token) -> bool:
    """Whether a community is no state's officials: "the Danish business community"."""
    return token.lemma_.lower() == "community" and any(
        child.lower_ in _TRADES for child in token.children
    )


def is_anothers(token: Token, owner: Token) -> bool:
    """Whether a noun is not whose pronoun stands before it: "his counterpart", "our envoy"."""
    lemma = token.lemma_.lower()
    single = owner.lower_ == "our" and token.tag_ in {"NN", "NNP"} and lemma in SINGLE
    return owner.pos_ == "PRON" and (lemma in OTHERS or single)


def is_beside(token: Token) -> bool:
    """Whether somebody is only named beside others: "the tomb of X", "was attended by X"."""
    above = token.head.head
    attended = token.head.dep_ == "agent" and above.lemma_ in _ATTENDING
    return token.dep_ == "pobj" and (above.lemma_.lower() in _MEMORIALS or attended)


def is_spelled_out(token: Token) -> bool:
    """Whether officials are named at once, so that their state is not meant beside them."""
    person = STAND_INS[EntityType.PERSON]
    named = (c for c in token.children if c.lower_ == "including")
    return any(noun.text == person for child in named for noun in child.children)
