"""Releases: a list to search, and one to read."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from communique.explorer.server.context import Here
from communique.explorer.server.filters import Id
from communique.explorer.server.pages import head, listed, release_page
from communique.explorer.server.problems import NotThereError
from communique.explorer.server.replies.release import Release, Releases

router = APIRouter(prefix="/api", tags=["releases"])


@router.get("/releases")
def releases(
    explorer: Here,
    *,
    q: Annotated[str, Query(max_length=200, description="Words of headline or source.")] = "",
    stating: Annotated[bool, Query(description="Only those in which facts were found.")] = False,
    offset: Annotated[
        int, Query(ge=0, le=10_000_000, description="How many are left out before the page.")
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="Most releases.")] = 50,
) -> Releases:
    """A page of releases, the latest first; those without day last."""
    snapshot = explorer.snapshot
    found = listed(snapshot, q, stating=stating)
    page = found[offset : offset + limit]
    return Releases(
        releases=[head(snapshot, number) for number in page],
        total=len(found),
        truncated=offset + len(page) < len(found),
    )


@router.get("/releases/{id}")
def release(
    id_: Annotated[Id, Path(alias="id", description="Id of a release.")], explorer: Here
) -> Release:
    """A release with its text, every name in it, and the facts that it states."""
    with explorer.reading() as (snapshot, store):
        number = snapshot.release_number(id_)
        if number is None:
            raise NotThereError(f"the graph has no release {id_!r}; it may have been taken back")
        return release_page(explorer, snapshot, store, number)
