"""What went wrong."""

from pydantic import BaseModel, ConfigDict


class Problem(BaseModel):
    """What happened and what to do."""

    model_config = ConfigDict(frozen=True)

    detail: str
