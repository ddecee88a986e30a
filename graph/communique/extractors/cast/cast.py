"""The entities of one release, found and found again."""

import re
from collections.abc import Container, Iterator, Sequence

from communique.extractors.cast.figure import SPOUSES, Figure, Office, officer_of
from communique.extractors.cast.kinds import is_measure, main_operation, meant
from communique.extractors.cast.namesakes import is_initialled, is_like, is_part, name_words
from communique.extractors.cast.pointing import (
    DAYS,
    PRIVATE,
    are_apart,
    is_like_office,
    is_one_office,
    ranks,
)
from communique.extractors.cast.twins.occasions import known_event
from communique.extractors.mentions import Mention, Role, Span
from communique.gazetteer.territories import Territory, fold
from communique.ontology import EntityType

_MOST_NAMESAKES = 200
"""People of one word in the name among whom somebody is looked for; the latest count."""


class Cast:
    """Finds the figure that a mention stands for, or brings in a new one."""

    def __init__(self, issuer: Span | None = None, state: Territory | None = None) -> None:
        """Begin with the issuer of the release and the state it belongs to, as far as known."""
        self.figures: list[Figure] = []
        self._operations: list[Figure] = []
        self._by_word: dict[str, list[Figure]] = {}
        self._by_form: dict[tuple[str, str], Figure] = {}
        self.issuer = self.named(issuer) if issuer else None
        self.state = self._state(state) if state else None

    def _new(self, kind: EntityType, name: str, **facts: object) -> Figure:
        figure = Figure(len(self.figures), kind, name)
        for key, value in facts.items():
            setattr(figure, key, value)
        self.figures.append(figure)
        if kind == EntityType.OPERATION:
            self._operations.append(figure)
        return figure

    def drop(self, gone: Container[Figure]) -> None:
        """Forget figures that are others; those behind them move up."""
        self.figures = [figure for figure in self.figures if figure not in gone]
        self._operations = [f for f in self.figures if f.type == EntityType.OPERATION]
        for number, other in enumerate(self.figures):
            other.number = number

    def _state(self, territory: Territory) -> Figure:
        key = ("Country", territory.iso3)
        if key not in self._by_form:
            self._by_form[key] = self._new(EntityType.COUNTRY, territory.name, territory=territory)
        return self._by_form[key]

    def state_of(self, figure: Figure) -> Figure | None:
        """The state that a figure is, or that a capital stands for."""
        if figure.type == EntityType.COUNTRY:
            return figure
        return self._state(figure.territory) if figure.territory else None

    def home_of(self, figure: Figure) -> Figure | None:
        """The state that a body belongs to by its own name."""
        return self._state(figure.country) if figure.country else None

    def named(self, span: Span, form: str | None = None) -> Figure:
        """The figure of a span that is no person; new if the release has not named it yet."""
        if span.territory and span.type == EntityType.COUNTRY:
            figure = self._state(span.territory)
            figure.aliases.update(x for x in (form or span.name,) if x != figure.name)
            return figure
        figure = self._known(span) or self._new(
            span.type, self._own_name(span),
            territory=span.territory, country=span.country, named=span.named,
        )  # fmt: skip
        figure.country = figure.country or span.country
        for part in span.within:
            whole = self.named(part)
            if whole is not figure and whole not in figure.within:
                figure.within.append(whole)
        for name in (span.name, form, *span.aliases):
            if name:
                figure.call(name)
                self._by_form.setdefault(_key(span.type, name), figure)
        if span.type == EntityType.ORGANISATION and (owner := _OF_A_BODY.match(span.name)):
            self._by_form.setdefault(_key(span.type, span.name[owner.end() :]), figure)
        return figure

    def _own_name(self, span: Span) -> str:
        """The name of something new: a town's not in capitals, a body's apart from another's.

        The latter has its state in its name if another state has one of that name.
        """
        known = span.territory is not None or len(span.name) >= _FEWEST_LETTERS
        if span.type == EntityType.PLACE and span.name.isupper() and known:
            return _in_small_letters(span.name)
        if span.country is None or _key(span.type, span.name) not in self._by_form:
            return span.name
        ending = f" of {span.country.name}"
        return next((alias for alias in span.aliases if alias.endswith(ending)), span.name)

    def _known(self, span: Span) -> Figure | None:
        for name in (span.name, *span.aliases):
            figure = self._by_form.get(_key(span.type, name))
            if figure and not _apart(figure, span):
                return figure
        if span.type == EntityType.EVENT and span.named:
            return known_event(span.name, self.figures)
        return None

    def described(
        self,
        span: Span,
        form: str,
        definite: bool,
        fresh: bool = False,
        before: Sequence[Figure] | None = None,
    ) -> Figure:
        """The figure of a description: a known one if the words point back, else a new one.

        Args:
            span: The description.
            form: Its noun, in lower case.
            definite: Whether "the", "this" or a possessive stands before it.
            fresh: Whether it brings in something new whatever it is called (a schedule line).
            before: Figures of its type mentioned before it, in order, one as often as it is;
                all known ones if left out.
        """
        noun = form.lower().rstrip("s")
        if fresh:
            return self._new(span.type, span.name, named=False, noun=noun)
        earlier = [f for f in self.figures if f.type == span.type]
        topic = self.topic() if span.type == EntityType.OPERATION else None
        if topic is not None and is_measure(form, topic):
            return topic
        ahead = before if before is not None and noun in PRIVATE | DAYS else before or earlier
        found = meant(span, form, topic, ahead, earlier) if definite else None
        if found is not None:
            return found
        exact = [f for f in earlier if fold(f.name) == fold(span.name) and not f.named]
        if exact:
            return exact[-1]
        return self._new(span.type, span.name, named=False, noun=noun)

    def person(self, mention: Mention, block: int, offices: Sequence[Office]) -> Figure:
        """The figure of a person mentioned by name; new if nobody of that name is known."""
        assert mention.span is not None  # noqa: S101  # only called for named people
        figure = self._namesake(mention.span.name, mention) or self._new(
            EntityType.PERSON, mention.span.name
        )
        figure.call(mention.span.name)
        for word in name_words(mention.span.name):
            people = self._by_word.setdefault(word, [])
            if figure not in people:
                people.append(figure)
        figure.note_gender(f"{mention.honorific} {' '.join(r.title for r in mention.roles)}")
        figure.offices.extend(offices)
        figure.aliases.update(office.role.title for office in offices if office.role.title)
        return figure

    def office_state(self, mention: Mention) -> Figure | None:
        """The state in which a person of that name and title is known to hold an office."""
        figure = self._namesake(mention.span.name, mention) if mention.span else None
        bodies = [office.body for office in figure.offices if office.body] if figure else []
        return next((body for body in bodies if body.type == EntityType.COUNTRY), None)

    def _namesake(self, name: str, mention: Mention | None = None) -> Figure | None:
        """Who has these words in the name: by office first, then the one named last."""
        same = list(self._namesakes(name)) or self._by_first(name, mention)
        same = same or self._by_initials(name) or self._by_office(name, mention)
        heads = {fold(role.head) for role in mention.roles} if mention else set()
        if heads and not heads & SPOUSES:
            same = [figure for figure in same if not figure.is_spouse]
        for figure in same:
            if heads and any(fold(office.role.head) in heads for office in figure.offices):
                return figure
        return same[0] if same else None

    def _by_first(self, name: str, mention: Mention | None) -> list[Figure]:
        """The one person whom a title and the first word of the name call so ("Minister Kim").

        It is the surname where that stands first.
        """
        words = name_words(name)
        sharing = self._sharing(words[0])
        if len(words) > 1:
            found = [f for f in sharing if f.offices and name_words(f.name) == words[:1]]
        elif mention is not None and (mention.honorific or mention.roles):
            found = [f for f in sharing if name_words(f.name)[0] == words[0]]
        else:
            found = []
        return found if len(found) == 1 else []

    def _by_initials(self, name: str) -> list[Figure]:
        """The one person whose given names are told by initials, here or there ("J. Berg")."""
        words = name_words(name)
        sharing = self._sharing(words[-1])
        found = [f for f in sharing if is_initialled(words, name_words(f.name))]
        return found if len(found) == 1 else []

    def _by_office(self, name: str, mention: Mention | None) -> list[Figure]:
        """Who has the same office and surname and a like first name ("Joe" and "Joseph")."""
        words = name_words(name)
        titles = {fold(role.title) for role in mention.roles if role.head} if mention else set()
        return [
            figure
            for figure in self._sharing(words[-1])
            if len(words) > 1
            and titles & {fold(office.role.title) for office in figure.offices}
            and is_like(words, name_words(figure.name))
        ]

    def _sharing(self, word: str) -> Sequence[Figure]:
        """The latest of the people who have a word in their names."""
        return self._by_word.get(word, ())[-_MOST_NAMESAKES:]

    def _namesakes(self, name: str) -> Iterator[Figure]:
        words = name_words(name)
        sharing = {f.number: f for word in words for f in self._sharing(word)}
        for number in sorted(sharing, reverse=True):
            if is_part(words, name_words(sharing[number].name)):
                yield sharing[number]

    def holder(self, role: Role, body: Figure | None, block: int | None = None) -> Figure | None:
        """Who holds an office by what the release has said.

        Of a bare head ("the Minister"), who has one of that rank in the same block before it comes
        first. Those who hold it by its full title come then, then those of its body, of the issuing
        state if it is worded without; then who holds as high an office and has been called by it
        without a body too; then the nearest before, then the latest; in a title who is no more
        than "of" the body. Nobody is called by a lower office than the own ("the Assistant
        Secretary"), nor ahead of their name by a part of it.

        Args:
            role: The office.
            body: What its words say it stands in, if they do.
            block: Number of the block that names it.
        """
        head, title = fold(role.head), fold(role.title)
        best: tuple[tuple[bool, bool, bool, int, bool, int], Figure] | None = None
        rank_of, bare = ranks(role.title), role.body is None
        for figure in self.figures:
            for office in figure.offices:
                other = office.body
                if office.role.former and not role.former:
                    continue
                if not _may_be(office.role, role):
                    continue
                same = is_one_office(fold(office.role.title), title)
                if not (body is None or other is body or (other is None and same)):
                    continue
                own = self._is_own(figure, other, body)
                ahead = (office.block, office.role.start) < (block or 0, role.start)
                before = block is None or ahead
                if not rank_of <= ranks(office.role.title) or not (before or same):
                    continue
                level = rank_of == ranks(office.role.title)
                alike = level + (bare == (office.role.body is None))
                beside = office.block == block and office.role.start < role.start
                near = head == title and level and beside
                rank = (near, same, own, alike, before, office.block if before else -office.block)
                if best is None or rank >= best[0]:
                    best = (rank, figure)
        return best[1] if best else officer_of(body, block, self.people())

    def _is_own(self, figure: Figure, office: Figure | None, body: Figure | None) -> bool:
        """Whether somebody is of the body that words name, else of the release's own state.

        A release without a state is about whoever its title calls by an office.
        """
        if body is None and self.state is None:
            return any(held.block == 0 for held in figure.offices)
        return office is not None and office is (body or self.state)

    def topic(self) -> Figure | None:
        """The operation a release is about, if its title or opening speaks of one."""
        return main_operation(self._operations, self.issuer)

    def people(self) -> Iterator[Figure]:
        """Everybody, in order of first mention."""
        return (figure for figure in self.figures if figure.type == EntityType.PERSON)


_EDITION = re.compile(r"\d+$")
_FEWEST_LETTERS = 5
"""Letters of a town in capitals that no list has; fewer may be an acronym."""
_ACRONYMS = frozenset("HQ NATO UN EU RAF USAF AFB JFK UK US USA UAE FOB II III IV".split())
"""Words in names of sites that stay in capitals."""
_INNER = re.compile(
    r"(?<=[ -])(?:D[aeiou]|D[aeo][lis]|L[aeo]s?|El|Al|Au|Aux|Es|En|Et|On|In|Of|The|And|Upon|Sur|Am)"
    r"(?=[ -])|(?<=[’'])S\b"
)
"""Words and endings that begin with no capital inside a name."""
_OF_A_BODY = re.compile(r"[A-Z]{2,6} (?=[A-Z]\S+ \S)")
"""The body that a name of a part of it begins with ("NATO Military Committee")."""


def _key(kind: EntityType, name: str) -> tuple[str, str]:
    group = "body" if kind in {EntityType.ORGANISATION, EntityType.OPERATION} else str(kind)
    return group, fold(name)


def _may_be(held: Role, named: Role) -> bool:
    """Whether words may name an office that somebody is known to hold."""
    alike = is_like_office(held.title, held.head, named.head)
    return alike and not are_apart(fold(held.title), fold(named.title))


def _apart(figure: Figure, span: Span) -> bool:
    """Whether two bodies of one name belong to two states, or two editions differ in number."""
    numbers = {
        match.group() for name in (figure.name, span.name) if (match := _EDITION.search(name))
    }
    states = figure.country and span.country and figure.country != span.country
    return bool(states) or len(numbers) > 1


def _in_small_letters(name: str) -> str:
    """A town's name in capitals as texts write it otherwise: "Rio de Janeiro"."""
    words = (word if word in _ACRONYMS else word.title() for word in name.split(" "))
    return _INNER.sub(lambda inner: inner.group().lower(), " ".join(words))
