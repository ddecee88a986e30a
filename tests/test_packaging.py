"""What a checkout and a wheel must be."""

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOTS = ("app", "graph", "loaders", "ontology", "queries")
MACHINE_PATH = re.compile(r"(?<![\w.}/])/(?:work|root|home|Users|tmp)/[A-Za-z.]|[A-Z]:\\Users\\")
UNREAD = frozenset({".png", ".jpg", ".gif", ".ico", ".woff2", ".pdf", ".gz", ".zip"})


def _packages(root: Path) -> Iterator[Path]:
    """The packages right under the namespace, in order."""
    for source in ROOTS:
        namespace = root / source / "communique"
        for folder in sorted(namespace.iterdir()):
            if folder.is_dir() and folder.name != "__pycache__":
                yield folder


def _committed(root: Path) -> list[Path]:
    """Files that git knows or would add."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=root,
        capture_output=True,
        check=False,
        text=True,
    )
    if listing.returncode != 0:
        pytest.skip("not a git checkout")
    paths = (root / name for name in listing.stdout.split("\0") if name)
    return sorted(path for path in paths if path.is_file() and path.suffix not in UNREAD)


def test_no_init_directly_under_the_namespace_hides_the_other_roots(root: Path) -> None:
    assert not list(root.glob("*/communique/__init__.py"))


def test_every_source_root_is_named_where_tools_look(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    found = sorted(path.parent.name for path in root.glob("*/communique"))

    assert found == sorted(ROOTS)
    for listed in (
        project["hatch"]["build"]["dev-mode-dirs"],
        project["hatch"]["build"]["targets"]["wheel"]["sources"],
        project["ruff"]["src"],
        project["coverage"]["run"]["source"],
    ):
        assert sorted(listed) == found


def test_every_package_says_that_it_is_typed(root: Path) -> None:
    packages = list(_packages(root))

    assert packages
    assert not [folder for folder in packages if not (folder / "py.typed").is_file()]


def test_every_package_is_in_a_layer(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    packages = {f"communique.{folder.name}": folder for folder in _packages(root)}
    layers = project["importlinter"]["contracts"][0]["layers"]
    layered = [name for layer in layers for name in layer.split(" | ")]

    assert set(project["importlinter"]["root_packages"]) == packages.keys()
    # One with parts above and below another is named by its parts, all of them.
    whole = [name for name in packages if name in layered]
    parts = [
        f"{name}.{path.stem}"
        for name, folder in packages.items()
        if name not in layered
        for path in folder.iterdir()
        if not path.name.startswith("_") and (path.suffix == ".py" or any(path.glob("*.py")))
    ]
    assert sorted(layered) == sorted([*whole, *parts])


def test_a_package_holds_nine_modules_at_most(root: Path) -> None:
    folders = {path.parent for source in ROOTS for path in (root / source).rglob("*.py")}
    modules = {
        str(folder.relative_to(root)): sum(path.stem != "__init__" for path in folder.glob("*.py"))
        for folder in folders
    }

    assert {name: number for name, number in modules.items() if number > 9} == {}


def test_the_lock_holds_no_url(root: Path) -> None:
    lock = (root / "requirements.lock").read_text(encoding="utf-8")

    assert "://" not in lock
    assert " @ " not in lock


def test_the_lock_pins_every_dependency(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    lock = (root / "requirements.lock").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
    groups = project["dependency-groups"]
    wanted = [
        *project["project"]["dependencies"],
        *(
            item
            for items in project["project"].get("optional-dependencies", {}).values()
            for item in items
        ),
        *(item for items in groups.values() for item in items if isinstance(item, str)),
    ]
    names = {match[0] for item in wanted if (match := re.match(r"[A-Za-z0-9-]+", item))}

    assert {name.lower() for name in names} - pinned == set()


def test_no_file_names_a_path_of_a_machine(root: Path) -> None:
    named = []
    for path in _committed(root):
        text = path.read_text(encoding="utf-8", errors="replace")
        if path != Path(__file__) and MACHINE_PATH.search(text):
            named.append(str(path.relative_to(root)))

    assert named == []


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=root, capture_output=True, check=False, text=True)  # noqa: S603
    assert built.returncode == 0, built.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_file_of_every_package(root: Path, wheel: set[str]) -> None:
    ignored = {"__pycache__"}
    wanted = {
        str(path.relative_to(root / source))
        for source in ROOTS
        for path in (root / source / "communique").rglob("*")
        if path.is_file() and not ignored & set(path.parts)
    }

    assert {Path(name).suffix for name in wanted} >= {".py", ".cypher", ".jsonl"}
    assert wanted - wheel == set()


def test_the_wheel_holds_nothing_but_the_namespace(wheel: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"communique"}


def test_the_wheel_has_no_init_under_the_namespace(wheel: set[str]) -> None:
    assert "communique/__init__.py" not in wheel
