from datetime import datetime, timedelta
from pathlib import Path

import pytest

from communique.cli.settings import (
    Settings,
    SettingsError,
    asks_encoder,
    beginning_of,
    extractor_settings,
    neo4j_settings,
    push_settings,
    read_settings,
    settle_threads,
)
from communique.workspace.clock import now


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


def test_the_file_and_the_environment_name_the_patterns(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text('patterns = "ours"\n', encoding="utf-8")

    assert read_settings({}, tmp_path).patterns == Path("ours")
    assert read_settings({"COMMUNIQUE_PATTERNS": "mine"}, tmp_path).patterns == Path("mine")


def test_an_extractor_gets_its_table_and_its_variables_and_nobody_else_s(tmp_path: Path) -> None:
    content = (
        '[extractors.own-reader]\nurl = "file"\nmodel = "small"\n[extractors.other]\nx = "y"\n'
    )
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")
    environment = {
        "COMMUNIQUE_OWN_READER_URL": "environment",
        "COMMUNIQUE_OWN_READER_KEY": "secret",
        "COMMUNIQUE_OWN_READER_MODEL": "",
        "COMMUNIQUE_OTHER_URL": "other",
        "OWN_READER_URL": "no setting",
    }

    assert extractor_settings("own-reader", environment, tmp_path) == {
        "url": "environment",
        "model": "small",
        "key": "secret",
    }


def test_an_extractor_without_settings_gets_none(tmp_path: Path) -> None:
    assert extractor_settings("own", {}, tmp_path) == {}


@pytest.mark.parametrize("secret", ["key", "password", "api_key", "Access-Token"])
def test_a_secret_in_the_file_is_refused_and_not_shown(tmp_path: Path, secret: str) -> None:
    variable = f"COMMUNIQUE_OWN_{secret.upper().replace('-', '_')}"
    content = f'[extractors.own]\n{secret} = "do-not-show"\n'
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")

    with pytest.raises(SettingsError, match=f"set {variable} in") as raised:
        extractor_settings("own", {variable: "good"}, tmp_path)

    assert "do-not-show" not in str(raised.value)


@pytest.mark.parametrize(
    "content",
    ["[extractors]\nown = 3\n", "[extractors.own]\nretries = 3\n", 'extractors = "own"\n'],
    ids=["no-table", "number", "text"],
)
def test_a_table_of_something_else_than_texts_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")

    with pytest.raises(SettingsError, match="extractors"):
        extractor_settings("own", {}, tmp_path)


@pytest.mark.parametrize(
    ("value", "asked"), [("on", True), ("Yes", True), ("off", False), ("", True)]
)
def test_the_encoder_is_asked_unless_the_setting_says_no(value: str, asked: bool) -> None:
    assert asks_encoder({"encoder": value}) is asked


def test_a_setting_of_the_encoder_that_says_neither_is_refused() -> None:
    with pytest.raises(SettingsError, match="on or off, not 'maybe'"):
        asks_encoder({"encoder": "maybe"})


def test_a_setting_that_the_press_extractor_does_not_have_is_refused() -> None:
    with pytest.raises(SettingsError, match="no setting 'encodr'; there are encoder, patterns"):
        asks_encoder({"encodr": "on"})


def test_a_day_begins_at_midnight_where_the_machine_is() -> None:
    start = datetime.fromisoformat(beginning_of("2024-05-03"))

    assert start.astimezone().replace(tzinfo=None) == datetime(2024, 5, 3)
    assert start.utcoffset() == timedelta(0)


def test_yesterday_begins_before_today_and_today_before_now() -> None:
    assert beginning_of("yesterday") < beginning_of("today") <= now()


def test_the_login_of_neo4j_comes_from_environment_and_file(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text(
        '[neo4j]\nuser = "anna"\ndatabase = "harbour"\n', encoding="utf-8"
    )
    environment = {"COMMUNIQUE_NEO4J_PASSWORD": "eight-and-more", "COMMUNIQUE_NEO4J_USER": "berit"}

    assert neo4j_settings(environment, tmp_path) == {
        "user": "berit",
        "database": "harbour",
        "password": "eight-and-more",
    }


def test_a_file_may_hold_the_password_of_neo4j(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("eight-and-more\n", encoding="utf-8")
    environment = {"COMMUNIQUE_NEO4J_PASSWORD_FILE": str(tmp_path / "secret")}

    assert neo4j_settings(environment, tmp_path) == {"password": "eight-and-more"}


@pytest.mark.parametrize(
    ("content", "environment", "reason"),
    [
        ('[neo4j]\npassword = "eight-and-more"\n', {}, "a secret does not belong in a file"),
        ('[neo4j]\nport = "7687"\n', {}, "no setting 'port'"),
        ("", {"COMMUNIQUE_NEO4J_PASSWORD_FILE": "nowhere"}, "no password can be read"),
    ],
    ids=["password", "unknown", "no-file"],
)
def test_a_wrong_login_of_neo4j_is_told(
    tmp_path: Path, content: str, environment: dict[str, str], reason: str
) -> None:
    (tmp_path / "communique.toml").write_text(content, encoding="utf-8")

    with pytest.raises(SettingsError, match=reason) as told:
        neo4j_settings(environment, tmp_path)
    assert "eight-and-more" not in str(told.value)


def test_the_file_and_the_environment_name_the_questions(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text('queries = "ours"\n', encoding="utf-8")

    assert read_settings({}, tmp_path).queries == Path("ours")
    assert read_settings({"COMMUNIQUE_QUERIES": "mine"}, tmp_path).queries == Path("mine")
    assert read_settings({}, tmp_path / "elsewhere").queries is None


def test_where_a_push_goes_and_its_login_come_from_environment_and_file(tmp_path: Path) -> None:
    (tmp_path / "communique.toml").write_text(
        '[push]\nurl = "https://sparql.example.org/store"\nuser = "anna"\n', encoding="utf-8"
    )
    (tmp_path / "token").write_text("geheim\n", encoding="utf-8")
    environment = {"COMMUNIQUE_PUSH_USER": "ivo", "COMMUNIQUE_PUSH_TOKEN_FILE": f"{tmp_path}/token"}

    assert push_settings(environment, tmp_path) == {
        "url": "https://sparql.example.org/store",
        "user": "ivo",
        "token": "geheim",
    }


@pytest.mark.parametrize("secret", ["password", "token"])
def test_secrets_of_a_push_are_not_taken_from_the_settings_file(
    tmp_path: Path, secret: str
) -> None:
    (tmp_path / "communique.toml").write_text(f'[push]\n{secret} = "x"\n', encoding="utf-8")

    with pytest.raises(SettingsError, match=f"COMMUNIQUE_PUSH_{secret.upper()}"):
        push_settings({}, tmp_path)


def test_linear_algebra_has_one_thread_unless_the_environment_says_otherwise() -> None:
    environment = {"OMP_NUM_THREADS": "4"}

    settle_threads(environment)

    assert environment == {
        "OMP_NUM_THREADS": "4",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }
