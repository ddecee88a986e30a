"""The file behind the embedded store: locked, broken, interrupted, rebuilt."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.graph import KnowledgeGraph, StoreUnavailableError
from communique.loaders.embedded import EmbeddedStore, rebuild
from communique.loaders.projection import load

WRITER = """
import sys
from pathlib import Path
from communique.graph import Entity, Evidence, Fact, KnowledgeGraph, Qualifiers, Release
from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.ontology import EntityType, Relation

people = [Entity(f"person-{n:05d}", EntityType.PERSON, f"Person {n}") for n in range(4000)]
quote = (Evidence("ring", 0, 4, "They", "by-hand"),)
graph = KnowledgeGraph.of(
    [Release("ring", "Ring", "Test", "They met.")],
    [Fact(a, Relation.MEETS, b, Qualifiers(), quote, 1.0) for a, b in zip(people, people[1:])],
)

def wait(done, total):
    if done >= int(sys.argv[2]):
        print("ready", flush=True)
        sys.stdin.read()

load(graph, EmbeddedStore(Path(sys.argv[1])), wait)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.kgl"


@pytest.fixture(params=[1, 2500, 7001], ids=["releases", "entities", "facts"])
def writer(request: pytest.FixtureRequest, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has written so many rows and stops in the middle of its load."""
    process = subprocess.Popen(  # noqa: S603  # our own interpreter and script
        [sys.executable, "-c", WRITER, str(path), str(request.param)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()


def kill(process: subprocess.Popen[str]) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.wait()


def loaded(path: Path, graph: KnowledgeGraph) -> None:
    store = EmbeddedStore(path)
    load(graph, store)
    store.close()


@pytest.fixture
def full(path: Path, graph: KnowledgeGraph) -> Path:
    loaded(path, graph)
    return path


def test_a_first_load_that_is_killed_leaves_no_store(
    writer: subprocess.Popen[str], path: Path, graph: KnowledgeGraph
) -> None:
    kill(writer)

    store = EmbeddedStore(path)
    assert load(graph, store).facts.added == len(graph.facts)
    store.close()


def test_a_later_load_that_is_killed_leaves_the_state_before(
    full: Path, writer: subprocess.Popen[str], graph: KnowledgeGraph
) -> None:
    kill(writer)

    store = EmbeddedStore(full)
    assert load(graph, store).writes == 0
    store.close()


def test_a_store_that_is_being_written_names_the_writer(
    writer: subprocess.Popen[str], path: Path
) -> None:
    with pytest.raises(StoreUnavailableError, match=f"pid {writer.pid}"):
        EmbeddedStore(path)


def test_a_store_that_is_being_written_is_not_rebuilt(
    writer: subprocess.Popen[str], path: Path, graph: KnowledgeGraph
) -> None:
    with pytest.raises(StoreUnavailableError, match=f"pid {writer.pid}"):
        rebuild(path, graph)


def test_a_reader_sees_the_state_before_while_another_process_writes(
    full: Path, writer: subprocess.Popen[str], graph: KnowledgeGraph
) -> None:
    reader = EmbeddedStore(full, read_only=True)

    assert sorted(reader.held().facts) == sorted(fact.key for fact in graph.facts)
    reader.close()


def test_a_load_that_fails_in_the_middle_changes_nothing(full: Path, ring: KnowledgeGraph) -> None:
    def fail(done: int, total: int) -> None:
        raise OSError(f"stopped at {done} of {total}")

    store = EmbeddedStore(full)
    before = store.held()
    with pytest.raises(StoreUnavailableError, match="stopped at"):
        load(ring, store, fail)

    reader = EmbeddedStore(full, read_only=True)
    assert reader.held() == before
    reader.close()


def test_a_load_that_is_interrupted_leaves_nothing_to_answer_from(
    full: Path, ring: KnowledgeGraph
) -> None:
    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    store = EmbeddedStore(full)
    before = store.held()
    with pytest.raises(KeyboardInterrupt):
        load(ring, store, interrupt)

    with pytest.raises(StoreUnavailableError, match="closed"):
        store.held()
    reader = EmbeddedStore(full, read_only=True)
    assert reader.held() == before
    reader.close()


def test_a_load_that_writes_nothing_leaves_the_file_untouched(
    full: Path, graph: KnowledgeGraph
) -> None:
    before = full.stat()

    loaded(full, graph)

    after = full.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_reader_needs_a_store(path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="there is no store"):
        EmbeddedStore(path, read_only=True)


@pytest.mark.parametrize("read_only", [True, False], ids=["reader", "writer"])
@pytest.mark.parametrize("content", [b"", b"minutes", b"RGF\x01\x02"], ids=["empty", "text", "cut"])
def test_a_file_that_is_no_store_is_refused_with_the_way_out(
    path: Path, content: bytes, read_only: bool
) -> None:
    path.write_bytes(content)

    with pytest.raises(StoreUnavailableError, match="communique load --rebuild"):
        EmbeddedStore(path, read_only)
    assert path.read_bytes() == content


@pytest.mark.parametrize("read_only", [True, False], ids=["reader", "writer"])
def test_a_folder_is_refused(path: Path, read_only: bool) -> None:
    path.mkdir()

    with pytest.raises(StoreUnavailableError, match="is a folder, not a store"):
        EmbeddedStore(path, read_only)


def test_one_changed_byte_is_noticed(full: Path) -> None:
    content = bytearray(full.read_bytes())
    content[len(content) // 2] ^= 0xFF
    full.write_bytes(content)

    with pytest.raises(StoreUnavailableError, match="communique load --rebuild"):
        EmbeddedStore(full)


def test_a_broken_store_is_rebuilt(path: Path, graph: KnowledgeGraph) -> None:
    path.write_bytes(b"minutes")

    report = rebuild(path, graph)

    store = EmbeddedStore(path)
    assert (report.facts.added, load(graph, store).writes) == (4, 0)
    store.close()


@pytest.mark.parametrize("content", [b"minutes", b"SQLite format 3\0"], ids=["text", "ledger"])
def test_a_file_of_another_kind_is_never_replaced(
    tmp_path: Path, graph: KnowledgeGraph, content: bytes
) -> None:
    path = tmp_path / "feed.txt"
    path.write_bytes(content)

    with pytest.raises(StoreUnavailableError, match="not a store, and stays as it is"):
        rebuild(path, graph)
    assert path.read_bytes() == content
    assert [item.name for item in tmp_path.iterdir()] == ["feed.txt"]


@pytest.mark.parametrize("read_only", [True, False], ids=["reader", "writer"])
def test_a_file_of_another_kind_is_not_said_to_be_made_again(
    tmp_path: Path, read_only: bool
) -> None:
    path = tmp_path / "feed.txt"
    path.write_bytes(b"minutes")

    with pytest.raises(StoreUnavailableError, match="not a store") as caught:
        EmbeddedStore(path, read_only)
    assert "--rebuild" not in str(caught.value)


def test_a_damaged_store_of_another_ending_is_rebuilt(
    full: Path, tmp_path: Path, graph: KnowledgeGraph
) -> None:
    other = tmp_path / "graph.store"
    other.write_bytes(full.read_bytes()[:-50])

    assert rebuild(other, graph).facts.added == 4


def test_a_rebuilt_store_has_nothing_else(full: Path, ring: KnowledgeGraph) -> None:
    rebuild(full, ring)

    reader = EmbeddedStore(full, read_only=True)
    assert reader.held().facts.keys() == {fact.key for fact in ring.facts}
    reader.close()


def test_a_rebuild_that_fails_leaves_the_old_store(full: Path, ring: KnowledgeGraph) -> None:
    def fail(done: int, total: int) -> None:
        raise OSError(f"stopped at {done} of {total}")

    before = full.read_bytes()
    with pytest.raises(StoreUnavailableError, match="cannot be written"):
        rebuild(full, ring, fail)
    assert full.read_bytes() == before


def test_a_reader_does_not_write(full: Path, ring: KnowledgeGraph) -> None:
    reader = EmbeddedStore(full, read_only=True)

    with pytest.raises(StoreUnavailableError, match="reading only"):
        load(ring, reader)
    reader.close()


def test_a_closed_store_answers_nothing(full: Path) -> None:
    store = EmbeddedStore(full, read_only=True)
    store.close()

    with pytest.raises(StoreUnavailableError, match="closed"):
        store.held()


def test_a_relation_of_another_version_asks_for_a_rebuild(full: Path) -> None:
    import kglite  # noqa: PLC0415  # only here is the file made by other means than ours

    other = kglite.open(str(full), durable="off")
    other.cypher("MATCH (a:Person), (b:Country) CREATE (a)-[:ADMIRES {key: 'k', digest: 'd'}]->(b)")
    other.close()
    reader = EmbeddedStore(full, read_only=True)

    with pytest.raises(StoreUnavailableError, match="communique load --rebuild"):
        reader.held()
    reader.close()
