"""Offices that are the issuer's own because their words name no other body."""

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Basis, Body
from communique.extractors.cast.offices.setting import Setting
from communique.extractors.mentions import Role
from communique.extractors.reading.script import Scene
from communique.gazetteer.posts import Posts
from communique.gazetteer.territories import fold


class Issuers:
    """Tells which offices without body are the issuer's."""

    def __init__(self, cast: Cast, posts: Posts, setting: Setting) -> None:
        """Take the cast, the classes of offices and what the setting tells."""
        self._cast = cast
        self._posts = posts
        self._setting = setting

    def of(self, scene: Scene, number: int, role: Role) -> Body | None:
        """The issuer, where an office without body may be its own."""
        issuer = self._cast.issuer
        words = fold(role.head).split()
        if issuer is None or not self._posts.strange.isdisjoint((words[0], words[-1])):
            return None
        if fold(role.title) in self._posts.sure:
            return Body(issuer, Basis.ISSUER)
        if self._cast.state is None:
            return Body(issuer, Basis.ISSUER)
        if words[-1] not in self._posts.own or " to the President" in role.title:
            return None
        facing = self._setting.is_facing(scene, scene.mentions[number])
        if role.head == "Attorney General" and facing:
            before = self._setting.before(scene, number)
            return Body(before, Basis.FACED) if before else Body(issuer, Basis.ISSUER)
        return Body(issuer, Basis.ISSUER)
