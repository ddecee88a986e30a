"""FollowTheMoney, the model of Aleph, OpenAleph and OpenSanctions, as JSON Lines."""

from communique.loaders.files.ftm.writer import write_ftm

__all__ = ["write_ftm"]
