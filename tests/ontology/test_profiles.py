"""Which profiles of OWL 2 the ontology is in, by OWLAPI."""

import shutil
import subprocess
from pathlib import Path

import pytest

from communique.ontology.schema import ontology_text

pytestmark = pytest.mark.owlapi

UNION = """
cq:advises a owl:ObjectProperty ;
    rdfs:domain [ a owl:Class ; owl:unionOf ( cq:Person cq:Organisation ) ] .
"""


@pytest.fixture(scope="module")
def profiles(root: Path, tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """The profiles of the ontology as it is, and with a union that OWL 2 RL does not know."""
    for command in ("java", "mvn"):
        if shutil.which(command) is None:
            pytest.skip(f"no {command}, which OWLAPI needs")
    folder = tmp_path_factory.mktemp("owl")
    files = {"shipped": ontology_text(), "union": ontology_text() + UNION}
    for name, text in files.items():
        (folder / f"{name}.ttl").write_text(text, encoding="utf-8")
    script = root / "scripts" / "owl" / "profiles"
    paths = [str(folder / f"{name}.ttl") for name in files]
    told = subprocess.run(  # noqa: S603  # our own script
        [str(script), *paths], capture_output=True, text=True, check=True
    )
    rows = (line.split("\t") for line in told.stdout.splitlines())
    return {(Path(file).stem, profile) for file, profile, kept in rows if kept == "true"}


@pytest.mark.parametrize("profile", ["OWL2_DL", "OWL2_RL"])
def test_the_ontology_is_in_the_profile(profiles: set[tuple[str, str]], profile: str) -> None:
    assert ("shipped", profile) in profiles


def test_a_union_in_a_domain_is_not_in_owl_2_rl(profiles: set[tuple[str, str]]) -> None:
    assert ("union", "OWL2_DL") in profiles
    assert ("union", "OWL2_RL") not in profiles
