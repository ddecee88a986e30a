"""Judgements of the page: recorded at once, the graph brought up to date after them."""

import logging
from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event, Lock

from communique.explorer.server.judging.docket import Docket, version_of
from communique.explorer.server.judging.work import Errand, State, brought_up, found
from communique.graph import CommuniqueError, Judgement, Ruling, WorkspaceBusyError
from communique.workspace.clock import now
from communique.workspace.workspace import Workspace

BRIEFLY = 0.5
"""Seconds that a judgement waits for another process that writes; the page can try again."""

PATIENCE = 1.0
"""Seconds between two tries while another process writes to the workspace."""

APART_FROM = 150
"""Releases from which a process of its own does what takes long; for fewer, to start one would."""

OWING = "judged"
"""Lies in the workspace while the store lacks what was judged, should the explorer be ended."""

_log = logging.getLogger(__name__)


class GoneError(CommuniqueError):
    """A pair or a judgement is no longer what the page showed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is to be judged, and whether the graph says what was.

    Attributes:
        docket: Pairs and judgements.
        pending: Whether the graph is being brought up to date.
        trouble: Why that failed; empty if it did not.
    """

    docket: Docket
    pending: bool
    trouble: str


class Judging:
    """Keeps what is to be judged, because to find it takes seconds on a large ledger.

    A judgement is recorded when it is made. Then the ledger is resolved anew and the store loaded,
    once for all that was judged meanwhile; until then the pairs are those found before, without
    those judged. Nothing that a reader waits for is held meanwhile.
    """

    def __init__(
        self,
        workspace: Workspace,
        author: str,
        loaded: Callable[[], None],
        *,
        apart_from: int = APART_FROM,
    ) -> None:
        """Take a workspace.

        Args:
            workspace: Where ledger and store are.
            author: Who judges; empty if nobody says.
            loaded: Called when the store has been brought up to date.
            apart_from: Releases from which a process of its own does what takes long.
        """
        self._apart_from = apart_from
        self._workspace, self._author, self._loaded = workspace, author, loaded
        self._docket: Docket | None = None
        self._finding = Lock()  # held for seconds, while the pairs are found for the first time
        self._changing = Lock()  # held while the ledger is written: at most `BRIEFLY`, others' turn
        self._closing = Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="communique-judging")
        self._last: Future[None] | None = None
        self._looking: Errand[Docket] | None = None
        self._stored: State | None = None
        self._owing = workspace.folder / OWING
        self._has_judged = self._owing.is_file()
        self._troubles: dict[str, str] = {}

    def standing(self) -> Standing:
        """What is to be judged; where others changed the ledger, it is found anew meanwhile.

        Raises:
            LedgerError: The ledger cannot be read.
        """
        pending = self._is_pending()  # asked before the pairs are taken, or it may be of newer ones
        known = self._known()
        with self._workspace.ledger() as ledger:
            docket, version = known.judged(ledger.judgements.all()), version_of(ledger)
        if pending:
            return Standing(docket, True, self._trouble)
        if self._has_judged and (self._stored is None or self._stored[1] != docket.judgements):
            self._begin(self._bring_up)  # it failed; who looks again tries again
            return Standing(docket, not self._trouble, self._trouble)
        if docket is not known or docket.version != version:
            self._begin(self._find)
            pending = True
        return Standing(docket, pending, self._trouble)

    def judge(self, key: str, ruling: Ruling, reason: str = "") -> Standing:
        """Record a judgement of a pair.

        Args:
            key: Of the pair.
            ruling: What is said.
            reason: Why.

        Raises:
            GoneError: The pair is judged already, or its releases have changed since it was shown.
            WorkspaceBusyError: Another process is writing to the ledger.
            LedgerError: The ledger cannot be written.
        """
        known = self._known()
        with self._changing, self._workspace.ledger(patience=BRIEFLY) as ledger:
            docket = (self._docket or known).judged(ledger.judgements.all())
            question = docket.open.get(key)
            if question is None or not docket.is_as_found(question, ledger.release_digests()):
                raise GoneError(
                    "this pair is no longer as it was shown: it has been judged, or its releases "
                    "have changed; look at the pairs that are left"
                )
            sides, day = (question.one.side, question.other.side), now()[: len("2024-05-03")]
            ledger.judgements.add([Judgement(ruling, *sides, reason, self._author, day)])
            docket = self._docket = docket.judged(ledger.judgements.all())
        return self._follow(docket)

    def undo(self, keys: Collection[str]) -> Standing:
        """Take judgements back, all or none.

        Raises:
            GoneError: There is none of one of the keys; nothing was taken back.
            WorkspaceBusyError: Another process is writing to the ledger.
            LedgerError: The ledger cannot be written.
        """
        known = self._known()
        with self._changing, self._workspace.ledger(patience=BRIEFLY) as ledger:
            held = {judgement.key for judgement in ledger.judgements.all()}
            if unknown := sorted(set(keys) - held):
                raise GoneError(
                    f"there is no judgement {', '.join(unknown)}: it has been taken back or "
                    "overruled; nothing was changed"
                )
            ledger.judgements.withdraw(keys)
            docket = self._docket = (self._docket or known).judged(ledger.judgements.all())
        return self._follow(docket)

    def _follow(self, docket: Docket) -> Standing:
        """Begin to bring the store up to date with a judgement."""
        self._has_judged = True
        self._owing.touch()
        self._begin(self._bring_up)
        return Standing(docket, True, self._trouble)

    def close(self) -> None:
        """End; a load that has begun is finished, one that has not is left to the next command."""
        self._closing.set()
        if self._is_pending():
            _log.warning("what was judged is being brought into the store")
        if self._looking is not None:
            self._looking.stop()
        self._thread.shutdown(cancel_futures=True)

    def _known(self) -> Docket:
        """The pairs as they were found last; found now if they never were."""
        if self._docket is not None:
            return self._docket
        with self._finding:
            if self._docket is None:
                self._find()
            assert self._docket is not None  # noqa: S101  # it has just been found
            return self._docket

    def _is_pending(self) -> bool:
        return self._last is not None and not self._last.done()

    @property
    def _trouble(self) -> str:
        """Why the graph is not up to date; or else why the pairs are not."""
        return next((told for _, told in sorted(self._troubles.items())), "")

    def _begin(self, work: Callable[[], None]) -> None:
        self._last = self._thread.submit(self._attempt, work)

    def _attempt(self, work: Callable[[], None]) -> None:
        """Do something to ledger and store; a failure is told to whoever looks at the pairs."""
        try:
            work()
            self._troubles.pop(work.__name__, None)
        except CommuniqueError as error:
            if self._closing.is_set():
                return
            _log.warning("what was judged is recorded, but the graph is as it was: %s", error)
            self._troubles[work.__name__] = str(error)
        except Exception as error:
            _log.error("the graph is as it was, for an error of ours: %s", type(error).__name__)
            _log.debug("%r", error, exc_info=True)  # its message may hold words of a release
            told = "something went wrong; `communique load` brings the graph up to date"
            self._troubles[work.__name__] = told

    def _find(self) -> None:
        """Find the pairs anew."""
        if self._is_large():
            self._looking = Errand(found, self._workspace)
            self._exchange(self._looking.result())
        else:
            self._exchange(found(self._workspace))

    def _bring_up(self) -> None:
        """Bring the store up to date when no other process writes, unless it is."""
        while not self._closing.is_set() and self._state() != self._stored:
            try:
                docket, self._stored = self._loaded_store()
            except WorkspaceBusyError:
                self._closing.wait(PATIENCE)
            else:
                self._exchange(docket)
                self._loaded()
                if self._state() == self._stored:
                    self._owing.unlink(missing_ok=True)
                return

    def _loaded_store(self) -> tuple[Docket, State]:
        if not self._is_large():
            return brought_up(self._workspace)
        with self._workspace.writing(wait=False):
            pass  # asked here first: to start a process takes a second or two
        return Errand(brought_up, self._workspace).result()

    def _is_large(self) -> bool:
        with self._workspace.ledger() as ledger:
            return len(ledger.release_digests()) >= self._apart_from

    def _state(self) -> State:
        with self._workspace.ledger() as ledger:
            return version_of(ledger), ledger.judgements.all()

    def _exchange(self, docket: Docket) -> None:
        """Put new pairs in place, less those judged since they were looked for."""
        with self._changing, self._workspace.ledger() as ledger:
            if self._docket is not None:
                docket = docket.after(self._docket)
            self._docket = docket.judged(ledger.judgements.all())
