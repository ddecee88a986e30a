"""The Docker files name versions, keep to loopback, hold no secret and copy what there is."""

import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

EXACT = re.compile(r"[\w/.-]+:\d+\.\d+\.\d+[\w.-]*")
DOCKERFILES = ("Dockerfile", "fuseki/Dockerfile")


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "docker"


@pytest.fixture(scope="module")
def compose(folder: Path) -> dict[str, Any]:
    """The compose file with its anchors resolved."""
    read: dict[str, Any] = yaml.safe_load((folder / "compose.yaml").read_text(encoding="utf-8"))
    return read


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def instructions(file: Path) -> Iterator[tuple[str, str]]:
    """The instructions of a Dockerfile, continued lines joined, comments left out."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            word, _, rest = line.strip().partition(" ")
            yield word, " ".join(rest.split())


def last_stage(file: Path) -> list[tuple[str, str]]:
    """The instructions of the image that is kept."""
    found = list(instructions(file))
    begin = max(place for place, (word, _) in enumerate(found) if word == "FROM")
    return found[begin:]


def pom(root: Path, name: str) -> ET.Element:
    """What Maven fetches for a server."""
    return ET.parse(root / "docker" / name / "pom.xml").getroot()  # noqa: S314  # our own file


@pytest.mark.parametrize("name", DOCKERFILES)
def test_bases_have_an_exact_version(folder: Path, name: str) -> None:
    bases = [rest.split()[0] for word, rest in instructions(folder / name) if word == "FROM"]

    assert len(bases) == 2
    assert all(EXACT.fullmatch(base) for base in bases), bases


def test_services_have_an_exact_version(compose: dict[str, Any]) -> None:
    images = [service["image"] for service in compose["services"].values()]

    assert all(EXACT.fullmatch(image) for image in images), images


def test_versions_are_those_of_the_project(
    root: Path, folder: Path, compose: dict[str, Any], project: dict[str, Any]
) -> None:
    images = {name: service["image"] for name, service in compose["services"].items()}
    neo4j = pom(root, "neo4j").findtext(".//{*}neo4j.version")
    jena = pom(root, "fuseki").findtext(".//{*}jena.version")
    arguments = dict(
        rest.split("=", 1)
        for word, rest in instructions(folder / "fuseki" / "Dockerfile")
        if word == "ARG"
    )

    assert images["load"] == f"communique:{project['project']['version']}"
    assert images["neo4j"] == f"neo4j:{neo4j}-community"
    assert images["sparql"] == f"communique-fuseki:{arguments['FUSEKI_VERSION']}"
    assert arguments["FUSEKI_VERSION"] == jena


@pytest.mark.parametrize("name", DOCKERFILES)
def test_the_image_that_is_kept_does_not_run_as_root_and_builds_nothing(
    folder: Path, name: str
) -> None:
    kept = last_stage(folder / name)
    (user,) = (rest for word, rest in kept if word == "USER")
    commands = " ".join(rest for word, rest in kept if word == "RUN")

    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user)
    assert not re.search(r"\b(pip|g\+\+|gcc|build-essential|mvn|git|curl)\b", commands)
    assert any(word == "HEALTHCHECK" for word, _ in kept)


def test_what_is_copied_is_there_and_not_ignored(root: Path, folder: Path) -> None:
    ignored = (root / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [
        source
        for word, rest in instructions(folder / "Dockerfile")
        if word == "COPY" and "--from=" not in rest
        for source in rest.split()[:-1]
        if not source.startswith("--")
    ]

    assert "*" in ignored
    for source in copied:
        assert (root / source).exists(), source
        assert f"!{source}" in ignored
    assert {line[1:] for line in ignored if line.startswith("!")} == set(copied)


def test_every_source_root_is_copied(root: Path, project: dict[str, Any]) -> None:
    roots = project["tool"]["hatch"]["build"]["targets"]["wheel"]["sources"]
    text = (root / ".dockerignore").read_text(encoding="utf-8")

    assert all(f"!{name}\n" in text for name in roots)


def test_ports_are_on_loopback(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service.get("ports", [])]

    assert len(ports) == 4
    assert all(re.fullmatch(r"127\.0\.0\.1:\$\{\w+:-\d+\}:\d+", port) for port in ports)


def test_passwords_come_from_the_environment_and_have_no_default(compose: dict[str, Any]) -> None:
    secrets = {
        f"{name}.{key}": value
        for name, service in compose["services"].items()
        for key, value in service.get("environment", {}).items()
        if re.search(r"PASSWORD|AUTH|SECRET|TOKEN", key)
    }

    assert len(secrets) == 3
    for key, value in secrets.items():
        assert re.fullmatch(r"(neo4j/)?\$\{NEO4J_PASSWORD:\?[^}]+\}", value), key


def test_what_runs_on_is_checked_and_hardened(folder: Path, compose: dict[str, Any]) -> None:
    services = compose["services"]
    built = {"sparql"}  # its image has the check

    for name, service in services.items():
        if "restart" in service:
            assert "healthcheck" in service or name in built, name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        if "build" in service:
            assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"]), name


def test_folders_and_files_of_the_services_are_there(folder: Path, compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        if "build" in service:
            context = folder / service["build"]["context"]
            assert (context / service["build"].get("dockerfile", "Dockerfile")).is_file()
        for volume in service.get("volumes", []):
            given = re.sub(r"\$\{\w+:-([^}]+)\}", r"\1", volume).split(":")[0]
            assert given in compose["volumes"] or (folder / given).exists(), volume


def test_the_manual_has_the_ports(root: Path, compose: dict[str, Any]) -> None:
    manual = (root / "docs" / "docker.md").read_text(encoding="utf-8")

    for service in compose["services"].values():
        for port in service.get("ports", []):
            assert re.findall(r"\d+", port)[-1] in manual


RELEASE = "Talks in Tallinn\n\nSource: Ministry\n\nMinister Anna Kask met Oleg Reka in Tallinn.\n"


@pytest.mark.model
def test_the_load_script_brings_page_and_quads_and_passes_over_what_it_cannot_read(
    root: Path, tmp_path: Path
) -> None:
    data, releases = tmp_path / "data", tmp_path / "releases"
    releases.mkdir()
    (releases / "one.txt").write_text(RELEASE, encoding="utf-8")
    (releases / "two.bin").write_bytes(b"\0\1\2")
    environment = {
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "COMMUNIQUE_DATA": str(data),
        "HOME": str(tmp_path),
    }

    done = subprocess.run(  # noqa: S603  # our own script
        ["/bin/sh", str(root / "docker" / "load"), str(releases)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "two.bin" in done.stdout + done.stderr
    assert "Anna Kask" in (data / "page" / "index.html").read_text(encoding="utf-8")
    assert (data / "rdf" / "graph.nq").read_text(encoding="utf-8").count("\n") > 5
    assert not list(data.glob("*/.*"))
