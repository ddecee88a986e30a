from pathlib import Path

import pytest

from communique.cli.settings import Settings, SettingsError, read_settings


def test_without_file_and_environment_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings({}, tmp_path) == Settings()


def test_the_file_names_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text('data = "elsewhere"\n', encoding="utf-8")

    assert read_settings({}, tmp_path).data == Path("elsewhere")


def test_the_environment_comes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text('data = "elsewhere"\n', encoding="utf-8")

    assert read_settings({"COMMUNIQUE_DATA": "here"}, tmp_path).data == Path("here")


@pytest.mark.parametrize(
    ("value", "debug"), [("1", True), ("true", True), ("0", False), ("", False)], ids=repr
)
def test_debug_is_read_as_yes_or_no(tmp_path: Path, value: str, debug: bool) -> None:
    assert read_settings({"COMMUNIQUE_DEBUG": value}, tmp_path).debug is debug


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("data = ", "not a readable TOML file"),
        ('folder = "x"', "no setting 'folder'"),
        ("data = 3", "'data' must be a str"),
    ],
    ids=["no-toml", "unknown", "ill-typed"],
)
def test_a_wrong_file_is_named(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")

    with pytest.raises(SettingsError, match=f"communique.toml.*{reason}"):
        read_settings({}, tmp_path)
