"""Training from folders to weights, as the command does it."""

import json
import shutil
from pathlib import Path

import pytest

from communique.extractors.scoring.weights import RELATIONS, read_weights
from communique.training.__main__ import main
from communique.training.annotations import Annotation, read_annotations
from communique.training.readers import ReaderFailedError, read_lessons
from communique.training.training import train

RELEASES = ("bka-nachtkontor", "eubam-delegation", "latvia-petkovski-call", "nato-kras-2024")


@pytest.fixture(scope="module")
def releases(example_gold: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("releases")
    for slug in RELEASES:
        for suffix in (".json", ".txt"):
            shutil.copy(example_gold / f"{slug}{suffix}", folder)
    return folder


@pytest.fixture(scope="module")
def annotations(releases: Path) -> list[Annotation]:
    return [item for item in read_annotations([releases]) if isinstance(item, Annotation)]


@pytest.mark.model
def test_the_same_releases_give_the_same_weights_whatever_reads_them(
    annotations: list[Annotation],
) -> None:
    texts = {train(list(read_lessons(annotations, n)), {}).text for n in (1, 2)}

    assert len(texts) == 1


@pytest.mark.model
def test_lessons_come_in_the_order_of_the_annotations(annotations: list[Annotation]) -> None:
    assert [lesson.name for lesson in read_lessons(annotations, 2)] == list(RELEASES)


@pytest.mark.model
def test_the_command_writes_weights_that_the_extractor_reads(
    releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "weights.txt"
    main([str(releases), "-o", str(output), "--date", "2024-05-10"])
    weights = read_weights(output.read_text(encoding="utf-8"))
    printed = capsys.readouterr()

    assert weights is not None
    assert weights.card["date"] == "2024-05-10"
    assert weights.card["releases"] == len(RELEASES)
    assert weights.thresholds.shape == (len(RELATIONS),)
    assert printed.out.startswith("4 releases and 0 judged ones, ")
    assert "\x1b" not in printed.err


@pytest.mark.model
def test_a_release_that_cannot_be_read_is_named(annotations: list[Annotation]) -> None:
    lost = Annotation(
        annotations[0].path, Path("nowhere.txt"), annotations[0].gold, None, "2024-05-10"
    )

    with pytest.raises(ReaderFailedError, match=f"{RELEASES[0]}.json: "):
        list(read_lessons([lost], 1))


def test_a_malformed_annotation_stops_the_command_before_it_trains(
    releases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(releases, tmp_path / "releases")
    path = folder / f"{RELEASES[1]}.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**raw, "entities": []}), encoding="utf-8")
    output = tmp_path / "weights.txt"

    with pytest.raises(SystemExit, match="2"):
        main([str(folder), "-o", str(output)])
    assert f"{RELEASES[1]}.json: triple 1: subject" in capsys.readouterr().err
    assert not output.exists()


def test_annotations_without_a_text_are_counted(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "training" / "corpus"

    with pytest.raises(SystemExit, match="2"):
        main([str(folder)])
    printed = capsys.readouterr().err
    assert (
        f"{len(list(folder.iterdir()))} annotations passed over: no text in the corpus" in printed
    )
    assert "no annotated release in these folders" in printed
