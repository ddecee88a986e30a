"""The store of a workspace, opened when it is first asked."""

from typing import TYPE_CHECKING, Self

from communique.workspace.workspace import Workspace

if TYPE_CHECKING:
    from communique.loaders.store import Store


class Opened:
    """A store that is open from the first question until it is closed."""

    def __init__(self, workspace: Workspace, alone: bool = False) -> None:
        """Take a workspace.

        Args:
            workspace: Where ledger and store are.
            alone: Whether there is a store and no ledger that it was made from.
        """
        self._workspace, self._alone = workspace, alone
        self._opened: Store | None = None

    def close(self) -> None:
        """Let go of the store; asking again opens it anew."""
        store, self._opened = self._opened, None
        if store is not None:
            store.close()

    def __enter__(self) -> Self:
        """Use the graph within a block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Let go of the store."""
        self.close()

    def __repr__(self) -> str:
        """Where the graph is."""
        return f"Graph({(self._workspace.store if self._alone else str(self._workspace.folder))!r})"

    def _store(self) -> "Store":
        if self._opened is None:
            self._opened = self._workspace.opened()
        return self._opened

    def _today(self, value: object) -> object:
        """Today's id of what had this id in an earlier graph; any other value as it is."""
        if self._alone or not isinstance(value, str):
            return value
        return self._workspace.current_id(value)
