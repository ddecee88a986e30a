"""The press extractor of the command line, which shows that its model is loaded."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from communique.cli.console import progress
from communique.cli.settings import asks_encoder
from communique.pool import set_apart, take_back
from communique.workspace import late_extractor

if TYPE_CHECKING:
    from communique.extractors.press import PressExtractor


class LateExtractor(late_extractor.LateExtractor):
    """The press extractor, as the entry points make it."""

    def __init__(self, settings: Mapping[str, str] | None = None) -> None:
        """Take the settings of the extractor.

        Args:
            settings: ``patterns`` names the folder of the user's pattern files; ``encoder`` says
                whether the encoder is asked where the scorer is unsure (unless "off").

        Raises:
            PatternsError: The folder cannot be read, or an entry of it is wrong.
            EncoderFileError: The encoder is not installed.
        """
        given = settings or {}
        folder, encoder = given.get("patterns"), asks_encoder(given)
        super().__init__(Path(folder) if folder else None, progress, encoder=encoder)

    def load(self) -> "PressExtractor":
        """The press extractor; at the first call, objects that stay are set apart from garbage.

        That is for a program that does nothing else, not for others that use this package. What an
        earlier command of the same process has left, its language model, is let go before.
        """
        new = self._loaded is None
        if new:
            take_back()
        loaded = super().load()
        if new:
            set_apart()
        return loaded
