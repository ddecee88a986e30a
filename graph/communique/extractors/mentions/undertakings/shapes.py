"""What the rules for names of operations and events share."""

import re
from collections.abc import Collection, Iterator

from communique.extractors.mentions.words import WordIndex
from communique.gazetteer.nouns import Nouns
from communique.gazetteer.territories import NameKind, find_territory

DOES = re.compile(
    r" (?:launched|leads|led(?! to)|founded|chairs|heads|created|proposed|announced|needs|wants)\b"
)
"""What somebody does to the kind before the name: "the initiative NAME launched"."""
NAMESAKES = (
    "group|gang|network|platform|app|malware|ransomware|botnet|hackers?|suspects?|ring|ship|vessel|"
    "frigate|typhoon|storm|cyclone|hurricane|system|drones?|strike|company|firm|business|trader"
)
"""Nouns beside an undertaking that a name behind them may be that of."""
_CLAUSE = "who|which|that|was|were|is|are|has|had|will|targeted|followed"
_BETWEEN = rf"(?:(?!\b(?:{NAMESAKES}|{_CLAUSE})\b)[^.;:\n]){{2,90}}?"
DUBBED_BEHIND = (
    rf" (?:by|of|into|against|with|in|between) {_BETWEEN}, (?:and )?"
    r"(?:code-?named|dubbed|christened|nicknamed) [“\"‘(]?"
)
"""What stands between a kind and its name if others come first: "an inquiry by X, dubbed NAME"."""
NAMED_BEHIND = (
    rf"(?: (?:by|of|in|against|for|with) {_BETWEEN})?,?(?: (?:is|was|were))? [a-z]+(?:ed|un|ld)\b"
    rf"(?:{_BETWEEN})? under the (?:code[ -]?)?name (?:of )?[“\"‘]?"
)
"""The same by a participle: "the inquiry, opened in 2021 under the name NAME"."""
YEAR = re.compile(r"(?:19|20)\d\d")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
COUNTED = r"[a-z-]+s|people|men|women|more|new|per|of"
"""What a number behind a name counts, so that it is no part of the name."""
_TITLED = frozenset({"Project", "Programme", "Program", "Initiative", "Scheme"})
"""Heads that make a title of several words for kinds."""
_FEWEST_KINDS = 2
"""Words for kinds before such a head that do."""
COUNT = re.compile(r"\d+(?:st|nd|rd|th)|(?=[IVXL]{2})[IVXL]{2,7}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|(?:19|20)\d\d")
PAPERS = frozenset(
    "agenda communique communiqué conclusions declaration extension implementation mandate minutes "
    "outcome readout remarks renewal report results statement summary transcript".split()
)
"""What is written of an event, in lower case: no part of its name ("Communiqué of the Summit")."""
_RANGE = 3
"""Words of a dash between two years, and of these."""
_DASHES = frozenset({"-", "–", "—", "/"})
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_BREAKS = (
    "was|were|is|are|has|have|had|will|would|took|takes|met|meets|held|opened|ended|began|in|at|by|"
    "with|from|to|during|under|which|that|who|where|when|brought|gathered"
)
_WORDS = rf"(?!(?:{_BREAKS}|and)\b)[\w’'-]+(?: (?!(?:{_BREAKS}|and)\b)[\w’'-]+)"
_TOPIC = re.compile(
    rf" (?:for|on|against) (?!(?:\w+day|{MONTHS}|the (?:first|second|last) time|\d)\b)"
    rf"(?:the )?(?P<first>{_WORDS}{{0,6}}(?: and {_WORDS}{{0,2}})?)"
)
"""What a body is about, in lower case too: "Network for rescue and recovery"."""
_LIST = re.compile(rf"(?:, {_WORDS}{{0,3}}){{1,4}},? and {_WORDS}{{0,3}}")
"""What it is about further: "…, crimes at sea and related issues"."""
_TOPICS = frozenset({"of", "on", "for", "against"})
_HEADLINE_SHARE = 0.6
_FEWEST_HEADLINE_WORDS = 4
_LONGEST_HEAD = 3
_TERMS = frozenset({"Day", "Days", "Week"})
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "twenty twenty-one thirty forty fifty sixty ninety hundred".split()
)
"""Words that before those tell how long something lasts ("in Nine Days")."""
_FAIRLY_DONE = frozenset({"Trade", "Trading", "Competition", "Work", "Labor", "Labour", "Housing"})
"""What is fair by the names of the bodies that watch over it."""
_BOARDS = frozenset({"forum", "forums"})
_TAKEN = r"(?:taken down|taken offline|shut down|seized|dismantled|closed down)"
_ON_THE_NET = re.compile(
    r"(?i)\b(?:dark ?net|dark web|darkweb|market ?place forums?|(?:hack(?:ing|er)|cyber-?crime"
    r"|criminal|underground) forums?|(?:stolen|leaked) (?:data|credentials|passwords|accounts)|"
    r"registered (?:users|members)|users of the forum|forum (?:had|with) [^.;:]{0,20}users|"
    rf"(?:took down|shut down|seized|dismantled|closed down) [^.;:]{{0,40}}forums?|"
    rf"forums? [^.;:,]{{0,20}}(?:was|were|has been|have been) {_TAKEN})\b"
)
"""What a text says of a site of the net where people write, and of no event."""


def head_size(index: WordIndex, place: int, heads: Collection[str]) -> int:
    """Number of words of the longest head that begins at a word; 0 if none does."""
    for size in range(min(_LONGEST_HEAD, len(index) - place), 0, -1):
        if index.phrase(place, place + size - 1) in heads:
            return size
    return 0


def past_years(index: WordIndex, last: int) -> int:
    """Index of the last of the years behind a word ("2031", "2031-2033"), else of what is there."""
    if last + 1 >= len(index) or index.gap(last + 1) != " ":
        return last
    following = index[last + 1].text
    if not YEAR.fullmatch(following):
        return last
    dash = last + _RANGE < len(index) and index[last + 2].text in _DASHES
    end = last + _RANGE if dash and YEAR.fullmatch(index[last + _RANGE].text) else last + 1
    goes_on = end + 1 < len(index) and index[end + 1].capital and index.gap(end + 1) == " "
    return last if goes_on else end


def run(index: WordIndex, first: int, nouns: Nouns) -> int:
    """Index of the last of the capitalised words from one on, dashes inside a name included.

    In a headline it ends before the verb.
    """
    last = index.capitals(first)
    while last + 2 < len(index) and paired(index, last + 1, nouns):
        last = index.capitals(last + 2)
    verbs = nouns.headline_verbs if is_headline(index) else ()
    return next((at - 1 for at in range(first + 1, last + 1) if index[at].text in verbs), last)


def bracket_before(index: WordIndex, first: int) -> int | None:
    """Index of the bracket before an acronym that repeats a name: "X Partnership (XP) Summit"."""
    opening = first - 3
    acronym = opening > 0 and index[opening].text == "(" and index[first - 2].text.isupper()
    return opening if acronym and index[opening - 1].capital else None


def bracket_behind(index: WordIndex, last: int) -> int | None:
    """Index of the bracket behind an acronym with which a name goes on: "Group (XG) on Y"."""
    closing = last + 3
    if closing + 2 >= len(index) or index[last + 1].text != "(":
        return None
    acronym = index[last + 2].text.isupper() and index[closing].text == ")"
    goes_on = index[closing + 1].text in _TOPICS and index[closing + 2].capital
    return closing if acronym and goes_on else None


def counts(word: str, nouns: Nouns) -> bool:
    """Whether a word counts the meetings of a body ("7th", "IV", "inaugural")."""
    return word.lower() in nouns.edition_openings or bool(COUNT.fullmatch(word))


def topics(text: str, start: int) -> Iterator[str]:
    """Yield how a name that ends at an offset may go on: by its topic, and by a list of topics."""
    found = _TOPIC.match(text, start)
    if found is not None:
        yield text[start : found.end("first")]
    listed = _LIST.match(text, found.end("first") if found else start)
    if listed is not None:
        yield text[start : listed.end()]


def is_headline(index: WordIndex) -> bool:
    """Whether so many words are capitalised that they do not tell where a name ends."""
    enough = len(index) >= _FEWEST_HEADLINE_WORDS
    return enough and index.capitalised > _HEADLINE_SHARE * len(index)


def is_part(index: WordIndex, place: int) -> bool:
    """Whether a word may stand in a name: a capitalised one, an ordinal number, a year."""
    word = index[place]
    return word.capital or bool(_ORDINAL.fullmatch(word.text))


def paired(index: WordIndex, place: int, nouns: Nouns) -> bool:
    """Whether a word is a dash inside a name: "U.S.-Vietnam Dialogue", "Korea – Central Asia"."""
    if index[place].text not in _DASHES or not 0 < place < len(index) - 1:
        return False
    if not (index[place - 1].capital and index[place + 1].capital):
        return False
    if not index.gap(place) and not index.gap(place + 1):
        return True
    return _is_area(index, place + 1, 1, nouns) and _is_area(index, place - 1, -1, nouns)


def _is_area(index: WordIndex, place: int, step: int, nouns: Nouns) -> bool:
    """Whether one or two words from a place on name a state or a region, or are an acronym."""
    if _ACRONYM.fullmatch(index[place].text):
        return True
    for far in (place, place + step):
        if not 0 <= far < len(index):
            continue
        form = index.phrase(min(place, far), max(place, far))
        found = find_territory(form)
        if form in nouns.regions or (found and found[1] == NameKind.NAME):
            return True
    return False


def is_fair(index: WordIndex, place: int) -> bool:
    """Whether a word is the adjective in the name of a body: "Fair Trade Commission"."""
    following = index.after(place)
    return index[place].text == "Fair" and following is not None and following.text in _FAIRLY_DONE


def is_board(index: WordIndex, place: int) -> bool:
    """Whether a forum is one of the net, which police close: "the forum had nine users"."""
    word = index[place]
    return word.lower in _BOARDS and _ON_THE_NET.search(index.text) is not None


def is_mere_kind(index: WordIndex, first: int, place: int, kinds: Collection[str]) -> bool:
    """Whether the words before a head only tell its kind, or how many days something lasts.

    Two of a kind make "the Land Border Project".
    """
    titled = index[place].text in _TITLED and place - first >= _FEWEST_KINDS
    before = index.words[first:place]
    lasting = index[place].text in _TERMS and all(word.lower in _NUMBERS for word in before)
    return lasting or (not titled and all(word.text in kinds for word in before))
