"""Extractors that other packages bring, installed as packages are: on the path, with metadata."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from communique.cli.plugins import extractor_of
from communique.cli.wrong_use import WrongUseError
from communique.graph import ExtractorError, Release

Run = Callable[..., Result]
Install = Callable[..., None]

RELEASE = "Talks in Tallinn\n\nSource: Ministry\n\nThey met in Tallinn.\n"
READS = """
    from communique.graph import Extraction

    class Extractor:
        version = "1"

        def __init__(self, settings):
            self.remarks = [f"{name}={value}" for name, value in sorted(settings.items())]

        def extract(self, releases):
            for release in releases:
                yield Extraction(release)
"""


def release(id_: str = "one") -> Release:
    return Release(id_, "Talks", "Ministry", RELEASE)


def test_an_extractor_of_another_package_reads_a_build(run: Run, install: Install) -> None:
    install("own_reader", READS, "own")

    built = run("build", "-", "--extractor", "own", "--json", text=RELEASE)
    again = run("build", "-", "--extractor", "own", "--json", text=RELEASE)

    assert built.exit_code == 0
    assert (json.loads(built.stdout)["new"], json.loads(again.stdout)["unchanged"]) == (1, 1)


def test_it_gets_its_settings_and_its_remarks_are_told(
    run: Run, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("own_settings", READS, "own-reader")
    monkeypatch.setenv("COMMUNIQUE_OWN_READER_DEPTH", "3")
    content = '[extractors.own-reader]\ndepth = "1"\nwidth = "2"\n'
    Path("communique.toml").write_text(content, encoding="utf-8")

    built = run("build", "-", "--extractor", "own-reader", text=RELEASE)

    assert built.exit_code == 0
    told = [line for line in built.stderr.splitlines() if line.startswith("remark")]
    assert told == ["remark    depth=3", "remark    width=2"]


def test_two_extractors_never_have_the_same_version(install: Install) -> None:
    install("one_reader", READS, "one")
    install("other_reader", READS, "other")

    assert (extractor_of("one").version, extractor_of("other").version) == ("one/1", "other/1")


def test_the_extractor_of_the_package_keeps_its_version() -> None:
    assert "/" not in extractor_of("press").version


def test_an_unknown_name_tells_which_there_are(run: Run) -> None:
    built = run("build", "-", "--extractor", "nobody", text=RELEASE)

    assert built.exit_code == 2
    assert built.stderr == "communique: no extractor 'nobody'; installed are: llm, press\n"


def test_a_name_that_two_packages_bring_is_refused_with_both(install: Install) -> None:
    install("first_reader", READS, "own")
    install("second_reader", READS, "own")

    with pytest.raises(WrongUseError, match="'own': first_reader, second_reader; keep one"):
        extractor_of("own")


def test_patterns_are_for_the_extractor_that_reads_them(
    run: Run, install: Install, tmp_path: Path
) -> None:
    install("no_patterns", READS, "own")

    built = run("build", "-", "--extractor", "own", "--patterns", tmp_path, text=RELEASE)

    assert built.exit_code == 2
    assert "--patterns is for the extractor press; own does not read them" in built.stderr


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import there_is_no_such_module", "cannot be loaded: ModuleNotFoundError"),
        ("raise RuntimeError('no licence')", "cannot be loaded: RuntimeError: no licence"),
        ("Other = 1", "cannot be loaded: AttributeError"),
        ("Extractor = 1", "is no factory"),
        ("def Extractor(settings): raise OSError('no disk')", "cannot be made: OSError: no disk"),
        ("def Extractor(): pass", "cannot be made: TypeError"),
        ("def Extractor(settings): pass", 'has no text as its "version"'),
        ("class Extractor:\n    version = 1\n    def __init__(self, settings): pass",
         'has no text as its "version"'),
        ("class Extractor:\n    version = '1'\n    def __init__(self, settings): pass",
         'has no method "extract"'),
    ],
    ids=["import", "raises", "no-attribute", "no-factory", "fails", "no-argument", "nothing",
         "version", "method"],
)  # fmt: skip
def test_an_extractor_that_cannot_be_made_is_told_in_one_line(
    run: Run, install: Install, request: pytest.FixtureRequest, source: str, reason: str
) -> None:
    module = f"broken_{request.node.callspec.id.replace('-', '_')}"
    install(module, source, "own")

    built = run("build", "-", "--extractor", "own", text=RELEASE)

    assert built.exit_code == 2
    assert built.stderr.startswith("communique: the extractor own")
    assert reason in built.stderr
    assert built.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("yield release.id", "must yield extractions and yielded a str"),
        ("yield Extraction(Release('x', 'X', '', 'X'))", "yielded x, which it was not given"),
        ("yield Extraction(release); yield Extraction(release)", "yielded one, which it was"),
        ("yield Extraction(release); raise KeyError('word')", "failed: KeyError: 'word'; what it"),
    ],
    ids=["type", "stranger", "twice", "raises"],
)
def test_an_extractor_that_breaks_its_word_stops_the_build(
    install: Install, request: pytest.FixtureRequest, body: str, reason: str
) -> None:
    module = f"faithless_{request.node.callspec.id}"
    source = f"""
        from communique.graph import Extraction, Release

        class Extractor:
            version = "1"

            def __init__(self, settings):
                pass

            def extract(self, releases):
                for release in releases:
                    {body}
    """
    install(module, source, "own")

    with pytest.raises(ExtractorError, match=reason):
        list(extractor_of("own").extract([release()]))


def test_what_an_extractor_read_before_it_broke_is_kept(run: Run, install: Install) -> None:
    source = READS.replace(
        "yield Extraction(release)",
        "if 'Riga' in release.text:\n                    raise OSError('no disk')\n"
        "                yield Extraction(release)",
    )
    install("breaking_reader", source, "own")
    for name, town in (("a.txt", "Tallinn"), ("b.txt", "Riga")):
        Path(name).write_text(RELEASE.replace("Tallinn", town), encoding="utf-8")

    built = run("build", "a.txt", "b.txt", "--extractor", "own")

    assert built.exit_code == 2
    assert "what it had read by then is in the ledger" in built.stderr
    assert len(json.loads(run("releases", "--json").stdout)) == 1


def test_a_release_that_is_not_given_back_counts_as_failed(run: Run, install: Install) -> None:
    install("silent_reader", READS.replace("yield Extraction(release)", "yield from ()"), "own")

    built = run("build", "-", "--extractor", "own", text=RELEASE)

    assert built.exit_code == 1
    assert "the extractor gave nothing back for it" in built.stderr


def test_remarks_that_are_no_list_are_none(install: Install) -> None:
    install("remarkless", READS.replace("self.remarks = [", "self.remarks = ''.join(["
            ).replace("items())]", "items())])"), "own")  # fmt: skip

    assert extractor_of("own").remarks == []
