"""The graph of a workspace or a store, for programs and notebooks."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from communique.graph import LedgerError
from communique.ontology.iris import DEFAULT_BASE
from communique.workspace.exports import Format, Options, Page, check_options, export
from communique.workspace.view import View
from communique.workspace.workspace import STORE, Retraction, Workspace

if TYPE_CHECKING:
    from datetime import date

    from communique.builder import BuildReport, Extractor
    from communique.loaders.sparql.push import PushReport

DATA = "communique-data"
"""The workspace where none is named, as on the command line."""

Paths = str | Path | Iterable[str | Path]


class Graph(View):
    """A knowledge graph: made from releases, asked, and written for other programs.

    It reads the store as it was when it was opened, and again after it has itself changed it. Use
    it in a with block, or close it.

    Examples:
        >>> graph = Graph.open(workspace)
        >>> [row["met"] for row in graph.query("who-met", entity="Henrik Solvang", limit=2)]
        ['Andrei Cebotari', 'Doina Ciubotaru']
        >>> graph.entity("DRY DOCK").type.value
        'Operation'
        >>> len(graph.facts("Henrik Solvang", relation="VISITS")) > 1
        True

    Attributes:
        report: What the last build of this object read and skipped; None if it has built nothing.
    """

    def __init__(
        self, workspace: Workspace, alone: bool = False, queries: Path | None = None
    ) -> None:
        """Take a workspace; `open` and `build` are the usual ways.

        Args:
            workspace: Where ledger and store are.
            alone: Whether there is a store and no ledger, so that nothing is built or exported.
            queries: Folder of questions of one's own.
        """
        super().__init__(workspace, alone, queries)
        self.report: BuildReport | None = None

    @classmethod
    def open(
        cls,
        where: str | Path = DATA,
        *,
        store: str | Path | None = None,
        user: str = "neo4j",
        password: str = "",
        database: str | None = None,
        queries: str | Path | None = None,
    ) -> Self:
        """Open what there is.

        Args:
            where: Folder of a workspace; or a store alone: its file, or the address of a Neo4j
                server (``neo4j://host:port``).
            store: File or address of the workspace's store, if it is not in the folder.
            user: Who asks a Neo4j server.
            password: Their password.
            database: Name of the database; None for the user's home database.
            queries: Folder of your own questions (docs/templates.md), asked beside ours.

        Raises:
            StoreUnavailableError: There is no store, or it cannot be used.
            ValueError: The address is none.
        """
        from communique.loaders.neo4j.address import Login
        from communique.loaders.opening import is_address

        alone = is_address(str(where)) or Path(where).suffix == Path(STORE).suffix
        folder = Path(DATA) if alone else Path(where)
        place = str(where) if alone else str(store or folder / STORE)
        login = Login(user, password, database) if is_address(place) else None
        graph = cls(Workspace(folder, place, login=login), alone, _folder(queries))
        graph._store()
        return graph

    @classmethod
    def build(
        cls,
        paths: Paths,
        data: str | Path = DATA,
        *,
        source: str | None = None,
        published: "str | date | None" = None,
        patterns: str | Path | None = None,
        extractor: "Extractor | None" = None,
        workers: int = 1,
        encoder: bool = True,
        queries: str | Path | None = None,
    ) -> Self:
        """Read releases, and open the graph of everything the workspace holds then.

        What the workspace holds already is not read again. What cannot be read is in ``report``.

        Args:
            paths: Files and folders, as `communique build` takes them; N-Quads that were written
                with a ledger are put back as they were.
            data: Folder of the workspace, made if there is none.
            source: Issuer of releases that name none.
            published: Day of releases that state none.
            patterns: Folder of your own pattern files.
            extractor: Reads in place of the press extractor.
            workers: Processes of the press extractor that read if many releases are new; the graph
                is the same.
            encoder: Whether the press extractor asks its encoder where it is unsure. What is read
                later asks it again unless told not to, as `add` takes the same.
            queries: Folder of your own questions, asked beside ours.

        Raises:
            LedgerError: The workspace cannot be written.
            PatternsError: The pattern files cannot be read.
            EncoderFileError: The encoder is to be asked and is not installed.
            ValueError: No path is given, ``published`` is no day, or ``workers`` are asked for with
                another extractor, which reads in this process.
        """
        folder = Path(data)
        graph = cls(Workspace(folder, str(folder / STORE)), queries=_folder(queries))
        graph.add(
            paths,
            source=source,
            published=published,
            patterns=patterns,
            extractor=extractor,
            workers=workers,
            encoder=encoder,
        )
        return graph

    def add(
        self,
        paths: Paths,
        *,
        source: str | None = None,
        published: "str | date | None" = None,
        patterns: str | Path | None = None,
        extractor: "Extractor | None" = None,
        workers: int = 1,
        encoder: bool = True,
    ) -> "BuildReport":
        """Read further releases into the workspace; see `build`."""
        from communique.feeds import read_releases
        from communique.loaders.rdf.record.restoring import holds_quads
        from communique.workspace.late_extractor import press_extractor

        if extractor is not None and workers != 1:
            raise ValueError("workers are of the press extractor; leave that or extractor out")
        workspace = self._recorded()
        given = [paths] if isinstance(paths, str | Path) else list(paths)
        quads = [str(path) for path in given if holds_quads(path)]
        rest = [str(path) for path in given if str(path) not in quads]
        day = published if published is None else str(published)
        inputs = read_releases(rest, source=source, published=day)
        reader = extractor or press_extractor(_folder(patterns), workers, encoder=encoder)
        with workspace.writing():
            restored = workspace.restore(quads)
            self.report = restored.added_to(workspace.record(inputs, reader))
            self.close()
            workspace.load(workspace.updated("build").graph)
        for problem in (*self.report.skipped, *self.report.failed):
            workspace.tell(f"{problem.path}: {problem.reason}; left out")
        return self.report

    def export(
        self,
        form: Format | str,
        path: str | Path,
        *,
        focus: str | None = None,
        depth: int = 2,
        since: str | None = None,
        limit: int | None = None,
        base: str = DEFAULT_BASE,
        evidence_text: bool = True,
        rdf12: bool = False,
        ledger: bool = False,
        licence: str | None = None,
        manifest: bool = False,
    ) -> tuple[Path, ...]:
        """Write the graph for other programs, as `communique export` does.

        Args:
            form: Name of a format; `communique export --help` says what there is.
            path: File or folder to write; a file whose name ends in ``.gz`` is compressed.
            focus: html: the entity in the middle.
            depth: html: steps away from the focus.
            since: html: no older dated facts.
            limit: html: most entities.
            base: RDF, stix, opencti: where IRIs begin; ends in ``/`` or ``#``.
            evidence_text: Not statements, neo4j-csv, html: whether the words of quotes are
                written, and not only their offsets.
            rdf12: nquads, trig, turtle: whether statements reify their triples as RDF 1.2 has it.
            ledger: nquads: whether it has what the ledger recorded, so that `build` can read it
                back.
            licence: RDF: IRI of the licence that it is given out under.
            manifest: RDF: whether a record for catalogues (DCAT) is written beside the file.

        Returns:
            The files written.

        Raises:
            UnwritableFileError: It cannot be written, or is a ledger or a store.
            LedgerError: The graph was opened from a store alone.
            ValueError: There is no such format, it has no use for an option, or an option has a
                value that is none.
        """
        workspace = self._recorded()
        page = Page(focus and workspace.current_id(focus), depth, since, limit)
        known = [str(one) for one in Format]
        if form not in known:
            raise ValueError(f"there is no format {form!r}; there are {', '.join(known)}")
        given = {
            **{"focus": focus, "depth": depth != Page().depth},
            **{"since": since, "limit": limit != Page().limit},
            **{"base": base != DEFAULT_BASE, "evidence_text": not evidence_text},
            **{"rdf12": rdf12, "ledger": ledger, "licence": licence, "manifest": manifest},
        }
        check_options(Format(form), {name: name for name, told in given.items() if told})
        with workspace.ledger() as held, held.snapshot():
            content, making = workspace.graph(held), workspace.making(licence)
            told = (page, base, evidence_text, rdf12, held if ledger else None, making, manifest)
            options = Options(*told, read=held.release)
            return export(content, Format(form), Path(path), options)

    def push(
        self,
        url: str,
        *,
        base: str = DEFAULT_BASE,
        update: bool = False,
        evidence_text: bool = True,
        licence: str | None = None,
        anew: bool = False,
        dry_run: bool = False,
        **login: str,
    ) -> "PushReport":
        """Bring a SPARQL server up to date, as `communique push` does.

        Args:
            url: Its Graph Store.
            base: Where IRIs begin; ends in ``/`` or ``#``.
            update: Whether the URL is one of SPARQL Update.
            evidence_text: Whether the words of quotes are sent, and not only their offsets.
            licence: IRI of the licence that the graph is given out under.
            anew: Whether every graph is sent, changed or not.
            dry_run: Whether nothing is sent, and the report says what would be.
            login: ``user`` and ``password``, or ``token``; ``auth`` is basic, digest or bearer.

        Raises:
            PushRefusedError: The server does not take a graph.
            StoreUnavailableError: It cannot be reached or written; the next push goes on.
            LedgerError: The graph was opened from a store alone.
            ValueError: The URL is none, the login lacks something, or the base is not fit for it.
        """
        from communique.loaders.sparql.target import Route
        from communique.workspace.push import Target, push

        workspace = self._recorded()
        by = Route.UPDATE if update else Route.GRAPH_STORE
        target = Target.of(login, url, by, base=base, evidence_text=evidence_text, licence=licence)
        return push(workspace, workspace.graph(), target, anew=anew, dry_run=dry_run)

    def retract(self, *releases: str, editions: bool = False) -> Retraction:
        """Take releases back, with all that only they support.

        Raises:
            LedgerError: The ledger does not hold one of them, or there is none.
        """
        workspace = self._recorded()
        self.close()
        return workspace.retract(releases, editions)

    def _recorded(self) -> Workspace:
        """The workspace, if there is a ledger in it or one can be."""
        if self._alone:
            raise LedgerError(
                f"{self._workspace.store} was opened alone, without the ledger it was made from; "
                "open the folder of the workspace"
            )
        return self._workspace


def _folder(path: str | Path | None) -> Path | None:
    return None if path is None else Path(path)
