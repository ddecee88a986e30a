"""Times the explorer's API over a copy of a workspace, alone and by many while a build goes on."""

import argparse
import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event, Thread
from time import monotonic, perf_counter
from urllib.parse import parse_qs, urlencode, urlsplit

from figures.section import replace_section, table

CLIENTS, SECONDS, VIEWS = 20, 60.0, 200
TIMEOUT = 120.0
FAULT = 500
COMMUNIQUE = [sys.executable, "-m", "communique"]
FEED = Path(__file__).resolve().parent.parent / "examples" / "press-feed.txt"

Parameters = Mapping[str, str | int | list[str]]


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs."""

    port: int
    token: str
    process: int

    def client(self) -> "Client":
        """A browser with a connection of its own."""
        cookie = f"communique-{self.port}={self.token}"
        return Client(http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT), cookie)

    def megabytes(self) -> int:
        """What it has in memory; 0 where the system does not say."""
        status = Path(f"/proc/{self.process}/status")
        lines = status.read_text().splitlines() if status.is_file() else []
        return next((int(line.split()[1]) // 1024 for line in lines if "VmRSS" in line), 0)


@dataclass(slots=True)
class Client:
    """Asks one thing after the other, and notes how long each took and its status."""

    connection: http.client.HTTPConnection
    cookie: str
    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    versions: set[str] = field(default_factory=set)

    def get(self, path: str, parameters: Parameters | None = None) -> bytes:
        """The body of an answer."""
        begin = perf_counter()
        query = urlencode(parameters or {}, doseq=True)
        self.connection.request("GET", f"/api/{path}?{query}", headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        body = answer.read()
        self.seconds.append(perf_counter() - begin)
        self.statuses[answer.status] += 1
        if path == "graph":
            self.versions.add(json.loads(body)["version"])
        return body


@contextmanager
def server(workspace: Path) -> Iterator[Server]:
    """The command over a workspace; stopped at the end."""
    line = [*COMMUNIQUE, "explore", "--data", str(workspace), "--no-open"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            address = urlsplit((process.stdout.readline() if process.stdout else "").strip())
            token = parse_qs(address.query)["token"][0]
            yield Server(int(address.port or 0), token, process.pid)
        finally:
            process.terminate()


def milliseconds(seconds: Sequence[float], share: float) -> str:
    """That share of the times is at most this long."""
    ordered = sorted(seconds)
    return f"{1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]:,.0f}"


def everybody(client: Client) -> list[str]:
    """Ids of entities, those with most facts first."""
    facts = json.loads(client.get("facts", {"limit": 1000, "sort": "-support"}))["facts"]
    found = Counter(fact[end]["id"] for fact in facts for end in ("subject", "object"))
    network = json.loads(client.get("network", {"limit": 500}))["nodes"]
    best = [node["id"] for node in network]
    return [*best, *(id_ for id_, _ in found.most_common() if id_ not in set(best))]


def views(ids: Sequence[str]) -> Iterator[tuple[str, str, Sequence[Parameters]]]:
    """What is asked: its name, its path, and the parameters of each time."""
    dice = Random(7)  # noqa: S311
    chosen = [*ids[:40], *dice.choices(ids[40:] or ids, k=VIEWS - 40)]
    yield "ego, 1 step, 140 nodes", "network", [{"focus": id_} for id_ in chosen]
    yield "ego, 2 steps, 140 nodes", "network", [{"focus": id_, "depth": 2} for id_ in chosen]
    narrow: Parameters = {"depth": 2, "since": 2020, "confidence": "0.5"}
    yield "ego, 2 steps, filters", "network", [{"focus": id_, **narrow} for id_ in chosen]
    wide: Parameters = {"depth": 2, "limit": 500}
    yield "ego, 2 steps, 500 nodes", "network", [{"focus": id_, **wide} for id_ in chosen[:40]]
    yield "counts at filters", "facets", [{"since": year} for year in range(2000, 2026)]
    yield "search", "search", [{"q": id_.rpartition("-")[2][:5]} for id_ in chosen]
    yield "way by meetings", "path", [{"from": ids[0], "to": id_} for id_ in chosen[1:41]]
    for by in ("person", "country"):
        yield f"timeline by {by}", "timeline", [{"by": by}] * 10
        yield f"matrix by {by}", "matrix", [{"by": by}] * 10
    yield "map", "map", [{}] * 10
    yield "operations", "operations", [{}] * 10
    yield "table, 100 rows", "facts", [{"sort": "-date", "about": id_} for id_ in chosen]


def alone(running: Server) -> list[list[str]]:
    """Rows of what one client after the other waits for."""
    rows = []
    for name, path, asked in views(everybody(running.client())):
        client = running.client()
        for parameters in asked:
            client.get(path, parameters)
        if set(client.statuses) != {200}:
            raise SystemExit(f"{name}: {dict(client.statuses)}")
        times = client.seconds
        rows.append([name, str(len(times)), *(milliseconds(times, s) for s in (0.5, 0.95, 1))])
    return rows


def many(running: Server, workspace: Path, clients: int, seconds: float) -> list[list[str]]:
    """Rows of what many clients at once wait for while the workspace is written."""
    stop, ids = Event(), everybody(running.client())
    asking = [running.client() for _ in range(clients)]
    threads = [
        Thread(target=_wander, args=(client, ids, number, stop))
        for number, client in enumerate(asking)
    ]
    for thread in threads:
        thread.start()
    written = _write(workspace, running.client(), monotonic() + seconds)
    stop.set()
    for thread in threads:
        thread.join()
    times = [each for client in asking for each in client.seconds]
    statuses: Counter[int] = sum((client.statuses for client in asking), Counter())
    versions = {version for client in asking for version in client.versions}
    return [
        ["requests", f"{len(times):,}"],
        ["answers with 5xx", str(sum(n for code, n in statuses.items() if code >= FAULT))],
        ["other answers than 200", str(sum(n for code, n in statuses.items() if code != 200))],  # noqa: PLR2004
        ["median, ms", milliseconds(times, 0.5)],
        ["95th percentile, ms", milliseconds(times, 0.95)],
        ["longest, ms", milliseconds(times, 1)],
        ["commands that wrote meanwhile", str(written)],
        ["graphs that were seen", str(len(versions))],
    ]


def _wander(client: Client, ids: Sequence[str], seed: int, stop: Event) -> None:
    """One user who clicks without pause."""
    dice = Random(seed)  # noqa: S311
    while not stop.is_set():
        id_ = dice.choice(ids)
        facts = json.loads(client.get("facts", {"about": id_, "limit": 20})).get("facts", [])
        if facts:
            client.get("evidence", {"key": [fact["key"] for fact in facts]})
        client.get("network", {"focus": id_, "depth": dice.choice((1, 2))})
        client.get("facets", {"since": dice.randint(1990, 2026)})
        client.get(dice.choice(("matrix", "timeline", "map", "operations", "graph")))
        client.get("graph")


def _write(workspace: Path, client: Client, end: float) -> int:
    """Take releases back, build a feed and load anew, in turns until the time is over; how often.

    The last is ended with the time.
    """
    releases = json.loads(client.get("releases", {"limit": 50}))["releases"]
    done = 0
    while (left := end - monotonic()) > 0:
        commands = (
            ["retract", releases[done % len(releases)]["id"]],
            ["build", str(FEED)],
            ["load", "--rebuild"],
        )
        line = [*COMMUNIQUE, *commands[done % len(commands)], "--data", str(workspace)]
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(line, check=True, stdout=subprocess.DEVNULL, timeout=left)  # noqa: S603
            done += 1
    return done


def main() -> None:
    """Measure, and print or write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", type=Path, help="copied before it is written")
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="0: leave the many out")
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "workspace"
        shutil.copytree(options.workspace, copy)
        begin = perf_counter()
        with server(copy) as running:
            started = perf_counter() - begin
            held = json.loads(running.client().get("graph"))
            told = (
                f"{held['releases']:,} releases, {held['facts']:,} facts, {held['entities']:,} "
                f"entities; ready after {started:.1f} s, then {running.megabytes()} MB, load "
                f"{os.getloadavg()[0]:.0f} on {os.cpu_count()} cores."
            )
            one = table(["one client", "requests", "median, ms", "95th", "longest"], alone(running))
            parts = [told, one]
            if options.seconds:
                rows = many(running, copy, options.clients, options.seconds)
                head = f"{options.clients} clients without pause for {options.seconds:.0f} s"
                parts += [table([head, "beside builds"], rows)]
    content = "\n\n".join(parts)
    print(content)
    if options.write:
        replace_section("explorer", content)


if __name__ == "__main__":
    main()
