"""What ``territories.json`` corrects in the names that ``rigour`` gives for territories."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from communique.gazetteer.closed_classes import read_classes


@dataclass(frozen=True, slots=True)
class Corrections:
    """Forms of territories that no class of names covers; codes are ISO 3166-1 alpha-2.

    Attributes:
        common_names: By code, the English name to use where it is not the one of ``rigour``.
        codes: By form, the code: abbreviations and the names that ``rigour`` lacks or misplaces.
        abbreviations: Those of the forms that are short ("UK").
        demonyms: Demonyms that their ending or stem does not tell.
        capitals: Forms of ``codes`` that are capitals: ``rigour`` lacks them, or lists them among
            the state's other towns and counties. In capitals as well, as datelines write them.
        ambiguous: Forms that are another word far more often.
        other_places: Names that hold a territory's and are none of it.
        wikidata: By code, the item of the state where ``rigour`` has that of the kingdom around it.
        seats: By name, the code of the state whose seat of government it is.
        agencies: By name, the code of the state whose news agency it is.
    """

    common_names: Mapping[str, str]
    codes: Mapping[str, str]
    abbreviations: frozenset[str]
    demonyms: frozenset[str]
    capitals: frozenset[str]
    ambiguous: frozenset[str]
    other_places: frozenset[str]
    wikidata: Mapping[str, str]
    seats: Mapping[str, str]
    agencies: Mapping[str, str]


@cache
def corrections() -> Corrections:
    """The content of ``territories.json``, read at the first call."""
    content = read_classes("territories")
    other = content["other_names"]
    shouted = {name.upper(): other[name] for name in content["capitals"] if name in other}
    return Corrections(
        common_names=content["common_names"],
        codes=shouted | other | content["abbreviations"],
        abbreviations=frozenset(content["abbreviations"]),
        demonyms=frozenset(content["demonyms"]),
        capitals=frozenset((*content["capitals"], *shouted)),
        ambiguous=frozenset(content["ambiguous"]),
        other_places=frozenset(content["other_places"]),
        wikidata=content["wikidata"],
        seats=content["seats"],
        agencies=content["agencies"],
    )
