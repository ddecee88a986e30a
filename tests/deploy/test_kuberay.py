"""The manifests of a Ray cluster on Kubernetes, as far as this project decides what is right."""

import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from communique.cli.application import app

Manifest = dict[str, Any]


@pytest.fixture(scope="module")
def cluster(root: Path) -> Manifest:
    return _manifest(root / "deploy" / "kuberay" / "cluster.yaml")


@pytest.fixture(scope="module")
def build(root: Path) -> Manifest:
    return _manifest(root / "deploy" / "kuberay" / "build.yaml")


def _manifest(path: Path) -> Manifest:
    found: Manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def test_cluster_and_image_have_the_ray_of_the_lock(root: Path, cluster: Manifest) -> None:
    version = cluster["spec"]["rayVersion"]
    lock = (root / "requirements.lock").read_text(encoding="utf-8").splitlines()
    image = (root / "deploy" / "kuberay" / "Dockerfile").read_text(encoding="utf-8")

    assert f"ray=={version}" in lock
    assert f"FROM rayproject/ray:{version}-py312\n" in image


def test_the_build_runs_on_the_cluster_in_words_that_the_command_line_knows(
    cluster: Manifest, build: Manifest
) -> None:
    program, name, *arguments = shlex.split(build["spec"]["entrypoint"])
    command = get_command(app).commands[name]  # type: ignore[attr-defined]

    options = command.make_context(name, arguments, resilient_parsing=True).params

    assert program == "communique"
    assert (options["engine"], options["address"]) == ("ray", "auto")
    assert build["spec"]["clusterSelector"]["ray.io/cluster"] == cluster["metadata"]["name"]


def test_a_build_that_skipped_a_file_is_not_started_again(build: Manifest) -> None:
    assert build["spec"]["backoffLimit"] > 0
    assert "--accept-skipped" in shlex.split(build["spec"]["entrypoint"])


def test_the_cluster_has_room_for_the_readers_that_are_asked_for(
    cluster: Manifest, build: Manifest
) -> None:
    (group,) = cluster["spec"]["workerGroupSpecs"]
    (reader,) = group["template"]["spec"]["containers"]
    entrypoint = shlex.split(build["spec"]["entrypoint"])

    room = group["maxReplicas"] * int(reader["resources"]["limits"]["cpu"])

    assert int(entrypoint[entrypoint.index("--workers") + 1]) <= room
