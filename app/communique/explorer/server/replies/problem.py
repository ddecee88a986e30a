"""What went wrong."""

from typing import Any, TypeAlias

from pydantic import BaseModel, ConfigDict

Responses: TypeAlias = dict[int | str, dict[str, Any]]
"""Answers of a route by their status, for the description of the API."""


class Problem(BaseModel):
    """What happened and what to do."""

    model_config = ConfigDict(frozen=True)

    detail: str
