"""Everything that fuzzing once found is put through again."""

from time import process_time

import pytest
from fuzz_targets import TARGETS, target
from fuzz_targets.kept import CORPUS, Finding, kept
from fuzz_targets.samples import samples

SECONDS = 60.0
"""CPU seconds after which an input is one that never ends, also on a slow and busy machine."""
SLOW = ("extract",)
"""Targets that load the language model."""

FOUND = [
    pytest.param(
        name,
        finding,
        id=f"{name}-{finding.name}",
        marks=[pytest.mark.model] if name in SLOW else [],
    )
    for name in TARGETS
    for finding in kept(name)
]


@pytest.mark.parametrize(("name", "finding"), FOUND)
def test_what_was_found_is_mended(name: str, finding: Finding) -> None:
    run = target(name)
    begun = process_time()

    run(finding.data)

    assert process_time() - begun < SECONDS, finding.was


@pytest.mark.parametrize("name", [name for name in TARGETS if name not in SLOW])
def test_a_target_takes_good_input(name: str) -> None:
    for sample in samples(name):
        target(name)(sample)


def test_each_file_of_findings_is_of_a_target() -> None:
    assert {path.stem for path in CORPUS.glob("*.jsonl")} <= set(TARGETS)
