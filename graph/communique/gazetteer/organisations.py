"""International organisations and agencies: a curated list."""

import json
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of the list."""

    name: str
    kind: str
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    parent: str | None = None
    headquarters: str | None = None
    country: str | None = None
    wikidata: str | None = None


def read_organisations() -> tuple[Organisation, ...]:
    """The organisations of the list."""
    source = files("communique.gazetteer").joinpath("organisations.jsonl")
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line]
    return tuple(Organisation(**{**r, "acronyms": tuple(r["acronyms"]), "aliases": tuple(r["aliases"])}) for r in rows)
