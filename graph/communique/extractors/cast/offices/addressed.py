"""Offices alone that cannot be those of whoever holds such a one: "your President", "our Premier".

And the issuer's own chief, of whom its title and opening speak before others are introduced.
"""

import re

from communique.extractors.cast.cast import Cast
from communique.extractors.cast.figure import Figure
from communique.extractors.cast.offices.presidents import PRESIDENCY
from communique.extractors.mentions import Role
from communique.extractors.parse.quotation import quotation
from communique.extractors.reading.script import Scene
from communique.gazetteer.territories import fold

_WHOSE = re.compile(r"(?i)\b(?P<whose>your|our|my) (?:own |new |former |esteemed |dear )?$")
_NEAR = 24
"""Characters before an office that may tell whose it is."""
_CALLING = re.compile(
    r"(?:minister|secretary)(?: (?:of|for) (?P<of>\w+)[\w ]*)?|(?P<by>\w+) minister"
)
"""The office of who heads a ministry, and the first word of its field."""
_SENT = re.compile(r"\b(?:Delegation|Mission|Office|Representation)\b.* (?:to|in|for) ")
"""Names of bodies that others have in a state."""
_MINISTRY = re.compile(r"\b(?:ministry|department)\b")


def speaks_of_own(scene: Scene, role: Role) -> bool:
    """Whether "our" or "my" stands before an office, and nobody is quoted there."""
    told = _whose(scene, role)
    return told in {"our", "my"} and not quotation(scene.block.text, role.start)


def own_state(cast: Cast) -> Figure | None:
    """The state of "our President": the issuer's, unless that is a body sent there by others."""
    sent = cast.issuer is not None and _SENT.search(cast.issuer.name) is not None
    return None if sent else cast.state


def is_anothers(scene: Scene, role: Role, holder: Figure, cast: Cast) -> bool:
    """Whether an office alone is not that of one who holds such an office.

    Args:
        scene: The block.
        role: The office.
        holder: Who holds one like it.
        cast: The cast.
    """
    told = _whose(scene, role)
    if told == "your":
        return True
    state, home = cast.state, holder.home
    if state is None or home is None or home == state.territory or role.body is not None:
        return False
    ahead = all(office.block >= scene.number for office in holder.offices)
    own = _opens(scene, role) or _is_of_issuer(role, cast)
    return bool(told) or (ahead and own and _is_first(scene, role, holder))


def _whose(scene: Scene, role: Role) -> str:
    """The possessive before an office: "your", "our", "my" or nothing."""
    found = _WHOSE.search(scene.block.text, max(0, role.start - _NEAR), role.start)
    return found["whose"].lower() if found is not None else ""


def _is_first(scene: Scene, role: Role, holder: Figure) -> bool:
    """Whether an office stands before all of those that a text gives somebody."""
    here = (o.role.start for o in holder.offices if o.block == scene.number)
    return all(role.start < start for start in here)


def _opens(scene: Scene, role: Role) -> bool:
    """Whether a block begins with an office."""
    return fold(scene.block.text[: role.start]).strip() in {"", "the"}


def _is_of_issuer(role: Role, cast: Cast) -> bool:
    """Whether the body that issues is called by an office or headed by such a one."""
    name, title = fold(cast.issuer.name) if cast.issuer else "", fold(role.title)
    if title == "president":
        return PRESIDENCY.search(name) is not None
    called = _CALLING.fullmatch(title)
    if called is None or _MINISTRY.search(name) is None:
        return bool(title) and title in name
    field = called["of"] or called["by"]
    return field is None or field in name.split()
