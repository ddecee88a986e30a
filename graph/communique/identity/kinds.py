"""Bodies that one release takes for an organisation and another for an operation."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from communique.gazetteer.organisations import Organisation, OrganisationKind
from communique.identity.names import fold
from communique.identity.profile import Mentions
from communique.ontology import EntityType

_KINDS = frozenset({EntityType.ORGANISATION, EntityType.OPERATION})


def settle_kinds(mentions: Mentions, listed: Iterable[Organisation]) -> None:
    """Give the mentions of a listed body one kind, the gazetteer's where all statements allow it.

    Where they allow neither ("the Chief of the Force" needs an organisation, "led the Force" an
    operation), each keeps its own: a fact that breaks the vocabulary would be worse.
    """
    by_form = {fold(form): body for body in listed for form in body.forms}
    found: dict[Organisation, list[str]] = defaultdict(list)
    for id_ in sorted(mentions.entities):
        bodies = {by_form.get(fold(e.name)) for e in mentions.entities[id_] if e.named}
        body = bodies.pop() if len(bodies) == 1 else None
        if body is not None and mentions.type_of(id_) in _KINDS:
            found[body].append(id_)
    for body, ids in found.items():
        if len({mentions.type_of(id_) for id_ in ids}) > 1:
            _settle(mentions, ids, body)


def _settle(mentions: Mentions, ids: Iterable[str], body: Organisation) -> None:
    fitting = _KINDS.intersection(*(mentions.fitting[id_] for id_ in ids))
    if not fitting:
        return
    operation = body.kind is OrganisationKind.OPERATION
    wanted = EntityType.OPERATION if operation else EntityType.ORGANISATION
    kind = wanted if wanted in fitting else min(fitting)
    for id_ in ids:
        forms = dict.fromkeys(replace(e, type=kind) for e in mentions.entities[id_])
        mentions.entities[id_] = tuple(forms)
