"""Who holds the offices of states by a release's own words."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.surnames import surname
from communique.extractors.mentions import Mention, Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import fold

_DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate"})
"""First words of offices of which a body has several."""


class Holders:
    """Knows to whom a release gives offices in so many words: "President A of X"."""

    def __init__(self, cast: Cast, scenes: Sequence[Scene], posts: Posts) -> None:
        """Take the cast and the scenes, with all states named, and the classes of offices."""
        self._cast = cast
        self._scenes = scenes
        self._posts = posts

    def is_single(self, role: Role) -> bool:
        """Whether a body has one holder of such an office."""
        title = fold(role.title)
        return title not in self._posts.shared and title.partition(" ")[0] not in _DEPUTIES

    def is_another(self, state: Figure, mention: Mention, role: Role) -> bool:
        """Whether somebody else than the one mentioned holds such an office of a state."""
        holders = self._holders.get((state.name, fold(role.title)), set())
        return bool(holders) and mention.span is not None and surname(mention) not in holders

    @cached_property
    def _holders(self) -> dict[tuple[str, str], set[str]]:
        """Surnames by name of the state and title."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for scene in self._scenes:
            for mention in scene.mentions:
                for role in mention.roles if mention.span is not None else ():
                    if role.body is None or role.former or not self.is_single(role):
                        continue
                    state = self._cast.state_of(self._cast.named(role.body))
                    if state is not None:
                        found[state.name, fold(role.title)].add(surname(mention))
        return found
