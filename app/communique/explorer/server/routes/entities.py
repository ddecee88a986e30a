"""The page about an entity."""

from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Path

from communique.explorer.server.context import Here
from communique.explorer.server.filters import Id
from communique.explorer.server.pages import entity_page
from communique.explorer.server.problems import NotThereError
from communique.explorer.server.replies.entity import EntityPage
from communique.graph import LedgerError

router = APIRouter(prefix="/api", tags=["entities"])


@router.get("/entities/{id}")
def entity(
    id_: Annotated[
        Id, Path(alias="id", description="Id of an entity, now or in an earlier graph.")
    ],
    explorer: Here,
) -> EntityPage:
    """All about one entity, whatever the filters; ids of earlier graphs lead to today's."""
    snapshot = explorer.snapshot
    number = explorer.current(snapshot, id_)
    if number is None:
        raise NotThereError(f"the graph has no entity {id_!r}; search for its name")
    former: tuple[str, ...] = ()
    if explorer.ledger:
        # all else is told by the store, so that a ledger that cannot be read stops nothing
        with suppress(LedgerError), explorer.workspace.ledger() as ledger:
            former = ledger.given_ids.former(snapshot.entities.ids[number])
    return entity_page(snapshot, number, former)
