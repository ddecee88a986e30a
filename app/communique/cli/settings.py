"""Settings; the only reader of the environment and the settings file."""

import os
import sys
import time
import tomllib
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from communique.graph import CommuniqueError
from communique.ontology.iris import DEFAULT_BASE

FILE = "communique.toml"
"""The settings file, looked for in the current folder."""
PREFIX = "COMMUNIQUE_"
"""What the names of settings in the environment begin with."""
DEFAULT_DATA = Path("communique-data")
_SECRETS = frozenset({"key", "password", "secret", "token"})
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"", "0", "false", "no", "off"})
_OF_PRESS = frozenset({"encoder", "patterns"})


class SettingsError(CommuniqueError):
    """A settings file that cannot be read, or with a setting that there is not."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every command unless an option says otherwise.

    Attributes:
        data: Folder of the workspace: ledger, store and page.
        debug: Whether errors come with their traceback.
        patterns: Folder of the user's own pattern files, or None.
        links: Table of what entities are elsewhere, or None for the workspace's ``links.csv``.
        author: Who judges identities in `communique review`; empty if nobody says.
        store: File or address of the store, or None for the workspace's own file.
        queries: Folder of the user's own question files, or None.
        base: Where the IRIs of exported RDF begin.
        licence: IRI of the licence that RDF is given out under, or None.
    """

    data: Path = DEFAULT_DATA
    debug: bool = False
    patterns: Path | None = None
    links: Path | None = None
    author: str = ""
    store: str | None = None
    queries: Path | None = None
    base: str = DEFAULT_BASE
    licence: str | None = None


def read_settings(environment: Mapping[str, str] | None = None, folder: Path = Path()) -> Settings:
    """The settings: environment (``COMMUNIQUE_DATA``) before file before default.

    Args:
        environment: In place of the process's own.
        folder: Where to look for ``communique.toml``.

    Raises:
        SettingsError: The file is no TOML or has an unknown or ill-typed setting.
    """
    variables = os.environ if environment is None else environment
    values = _from_file(folder / FILE)
    names = [field.name for field in fields(Settings)]
    values |= {
        name: variables[PREFIX + name.upper()]
        for name in names
        if variables.get(PREFIX + name.upper())
    }
    debug = values.get("debug", False)
    return Settings(
        Path(values.get("data", DEFAULT_DATA)),
        debug if isinstance(debug, bool) else is_on(debug),
        Path(values["patterns"]) if values.get("patterns") else None,
        Path(values["links"]) if values.get("links") else None,
        values.get("author", ""),
        values.get("store") or None,
        Path(values["queries"]) if values.get("queries") else None,
        values.get("base") or DEFAULT_BASE,
        values.get("licence") or None,
    )


def is_on(text: str) -> bool:
    """Whether a setting says yes."""
    return text.casefold() in _TRUE


def extractor_settings(
    name: str, environment: Mapping[str, str] | None = None, folder: Path = Path()
) -> dict[str, str]:
    """The settings of an extractor: environment before the table ``[extractors.NAME]`` of the file.

    ``COMMUNIQUE_NAME_URL`` is the setting ``url`` of the extractor ``name``; empty ones do not
    count.

    Args:
        name: Name of the extractor.
        environment: In place of the process's own.
        folder: Where to look for ``communique.toml``.

    Raises:
        SettingsError: The file is no TOML, has an unknown or ill-typed setting, or holds a secret.
    """
    table = _from_file(folder / FILE).get("extractors", {}).get(name, {})
    return _named(name, table, os.environ if environment is None else environment, folder / FILE)


def asks_encoder(settings: Mapping[str, str] | None = None) -> bool:
    """Whether settings, or those of the press extractor, have the encoder asked: unless "off".

    Raises:
        SettingsError: It says neither yes nor no, or the press extractor has no such setting.
    """
    given = extractor_settings("press") if settings is None else settings
    if odd := sorted(given.keys() - _OF_PRESS):
        known = ", ".join(sorted(_OF_PRESS))
        raise SettingsError(f"the extractor 'press' has no setting {odd[0]!r}; there are {known}")
    value = given.get("encoder") or "on"
    if value.casefold() not in _TRUE | _FALSE:
        raise SettingsError(f"the setting 'encoder' of 'press' is on or off, not {value!r}")
    return is_on(value)


def neo4j_settings(
    environment: Mapping[str, str] | None = None, folder: Path = Path()
) -> dict[str, str]:
    """How to log in to Neo4j: environment before the table ``[neo4j]`` of the file.

    ``COMMUNIQUE_NEO4J_USER``, ``…_DATABASE``, ``…_PASSWORD``, and ``…_PASSWORD_FILE`` for a file
    with the password in its first line; the file of settings may have all but the password.

    Args:
        environment: In place of the process's own.
        folder: Where to look for ``communique.toml``.

    Returns:
        Those of ``user``, ``database`` and ``password`` that are known.

    Raises:
        SettingsError: The file is no TOML, has an unknown setting or holds a password, or the file
            with the password cannot be read.
    """
    return _login("neo4j", ("database", "password", "user"), environment, folder)


def push_settings(
    environment: Mapping[str, str] | None = None, folder: Path = Path()
) -> dict[str, str]:
    """Where a push goes and how to log in there: environment before the table ``[push]``.

    ``COMMUNIQUE_PUSH_URL``, ``…_AUTH`` (basic, digest or bearer), ``…_USER``, ``…_PASSWORD`` and
    ``…_TOKEN``; of a password or token also ``…_FILE`` as for `neo4j_settings`, whose other
    arguments and errors are these as well.
    """
    return _login("push", ("auth", "password", "token", "url", "user"), environment, folder)


def _login(
    name: str, names: tuple[str, ...], environment: Mapping[str, str] | None, folder: Path
) -> dict[str, str]:
    """Those settings of a server that are known; secrets may stand in files of their own."""
    table = _from_file(folder / FILE).get(name, {})
    variables = os.environ if environment is None else environment
    values = _named(name, table, variables, folder / FILE)
    secrets = [secret for secret in names if _is_secret(secret)]
    known = {*names, *(f"{secret}_file" for secret in secrets)}
    if odd := sorted(values.keys() - known):
        raise SettingsError(
            f"{name} has no setting {odd[0]!r}; there are {', '.join(sorted(known))}"
        )
    for secret in secrets:
        file = values.pop(f"{secret}_file", None)
        if file is not None and secret not in values:
            values[secret] = _first_line(Path(file), secret)
    return values


def _first_line(file: Path, secret: str) -> str:
    try:
        return file.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, ValueError, IndexError) as error:
        raise SettingsError(f"{file}: no {secret} can be read there: {error}") from error


def _named(
    name: str, table: Mapping[str, str], variables: Mapping[str, str], file: Path
) -> dict[str, str]:
    """The settings of something that has a name, from its table and the environment."""
    prefix = f"{PREFIX}{name.upper().replace('-', '_')}_"
    values = dict(table)
    for secret in sorted(filter(_is_secret, values)):
        raise SettingsError(
            f"{file}: a secret does not belong in a file that others may read; set "
            f"{prefix}{secret.upper().replace('-', '_')} in the environment"
        )
    found = {
        variable.removeprefix(prefix).lower(): value
        for variable, value in sorted(variables.items())
        if variable.startswith(prefix) and value
    }
    return values | found


def settle_threads(environment: MutableMapping[str, str] | None = None) -> None:
    """Have linear algebra use one thread, unless the environment says how many.

    The language model's matrices are small: a second thread waits longer than it works. Heeded by
    libraries that are loaded later, in this process and in those that it starts.

    Args:
        environment: In place of the process's own.
    """
    variables = os.environ if environment is None else environment
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        variables.setdefault(name, "1")


def seconds() -> float:
    """A clock that only goes forward, to measure how long something takes."""
    return time.monotonic()


def moment() -> float:
    """The time of day, in seconds since the epoch."""
    return time.time()


def has_proxy(url: str) -> bool:
    """Whether the environment names a proxy for a URL."""
    parts = urlsplit(url)
    proxies = getproxies()
    named = parts.scheme in proxies or "all" in proxies
    return named and not proxy_bypass(parts.hostname or "")


def has_display() -> bool:
    """Whether a browser can show a window here."""
    others = sys.platform in ("darwin", "win32")
    return others or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def beginning_of(day: str) -> str:
    """When a day begins where this machine is, as ISO 8601 in UTC, to the second.

    Args:
        day: ``today``, ``yesterday`` or an ISO 8601 date.

    Raises:
        ValueError: It is none of them.
    """
    ago = {"today": 0, "yesterday": 1}.get(day)
    date_ = date.fromisoformat(day) if ago is None else date.today() - timedelta(days=ago)
    midnight = datetime.combine(date_, datetime.min.time()).astimezone()
    return midnight.astimezone(UTC).isoformat(timespec="seconds")


def _is_secret(name: str) -> bool:
    """Whether a setting is a secret by its name (``key``, ``API-Key``, ``access_token``)."""
    words = name.casefold().replace("-", "_").split("_")
    return words[-1] != "file" and not _SECRETS.isdisjoint(words)


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, RecursionError, ValueError) as error:
        raise SettingsError(f"{path}: not a readable TOML file: {error}") from error
    kinds = {
        "data": str,
        "debug": bool,
        "patterns": str,
        "links": str,
        "author": str,
        "store": str,
        "queries": str,
        "base": str,
        "licence": str,
        "extractors": dict,
        "neo4j": dict,
        "push": dict,
    }
    for name, value in values.items():
        if name not in kinds:
            raise SettingsError(f"{path}: no setting {name!r}; there are {', '.join(kinds)}")
        if not isinstance(value, kinds[name]):
            raise SettingsError(f"{path}: {name!r} must be a {kinds[name].__name__}")
    tables = {f"extractors.{name}": table for name, table in values.get("extractors", {}).items()}
    tables |= {name: values.get(name, {}) for name in ("neo4j", "push")}
    for name, table in tables.items():
        _check_texts(path, name, table)
    return values


def _check_texts(path: Path, name: str, table: object) -> None:
    """Raise an error if a table holds anything but texts."""
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [{name}] must be a table of texts")
    for key, value in table.items():
        if not isinstance(value, str):
            raise SettingsError(f'{path}: {key!r} of [{name}] must be a text: {key} = "…"')
