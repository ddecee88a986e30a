"""Judging who is who."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from communique.explorer.server.context import Explorer, Here
from communique.explorer.server.judging.judging import Standing
from communique.explorer.server.judging.review import reviewed
from communique.explorer.server.problems import NotThereError
from communique.explorer.server.replies.problem import Problem, Responses
from communique.explorer.server.replies.review import Review
from communique.graph import Ruling

PAIRS = 50
"""Pairs that are shown after a judgement."""

_GONE: Responses = {409: {"model": Problem, "description": "It is no longer what the page showed."}}

router = APIRouter(prefix="/api", tags=["review"])

PairKey = Annotated[str, Field(pattern="^[0-9a-f]{12}$")]
"""Of a pair, and of the judgement of it."""


class Verdict(BaseModel):
    """What somebody says of a pair."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[PairKey, Field(description="Of the pair as it was shown.")]
    ruling: Ruling
    reason: Annotated[str, Field(max_length=1_000)] = ""


class Undoing(BaseModel):
    """Judgements that are taken back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    keys: Annotated[list[PairKey], Field(min_length=1, max_length=100)]


@router.get("/review")
def review(
    explorer: Here, limit: Annotated[int, Query(ge=1, le=200, description="Most pairs.")] = PAIRS
) -> Review:
    """Pairs that the rules are not sure of, those on which most facts hang first."""
    return _reply(explorer, _with_ledger(explorer).judging.standing(), limit)


@router.post("/review", responses=_GONE)
def judge(verdict: Verdict, explorer: Here) -> Review:
    """Judge a pair; it is recorded at once, and the graph follows."""
    judging = _with_ledger(explorer).judging
    standing = judging.judge(verdict.id, verdict.ruling, verdict.reason)
    return _reply(explorer, standing, PAIRS)


@router.post("/review/undo", responses=_GONE)
def undo(undoing: Undoing, explorer: Here) -> Review:
    """Take judgements back, all or none; the rules decide again."""
    standing = _with_ledger(explorer).judging.undo(undoing.keys)
    return _reply(explorer, standing, PAIRS)


def _with_ledger(explorer: Explorer) -> Explorer:
    if not explorer.ledger:
        raise NotThereError(
            "there is no ledger beside this store, so that nothing can be judged; open the "
            "workspace that the store was made from with --data"
        )
    return explorer


def _reply(explorer: Explorer, standing: Standing, limit: int) -> Review:
    return reviewed(explorer.snapshot, standing, limit)
