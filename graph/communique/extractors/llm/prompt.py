"""What the model is told: the rules and the vocabulary, and apart from them the text."""

import hashlib
from importlib.resources import files
from string import Template

from communique.extractors.llm.passages import Passage
from communique.graph import Release
from communique.ontology import SIGNATURES, EntityType, Relation
from communique.ontology.schema import ontology_text, read_comments
from communique.ontology.terms import PROPERTIES

_FILE = "prompt.txt"
_DIGITS = 16


def instructions() -> str:
    """The rules, with the entity types and relations as the ontology explains them."""
    text = files("communique.extractors.llm").joinpath(_FILE).read_text(encoding="utf-8")
    meanings = read_comments(ontology_text())
    return Template(text).substitute(
        types="\n".join(f"- {kind}: {meanings[kind]}" for kind in EntityType),
        relations="\n".join(
            _relation(relation, meanings[PROPERTIES[relation]]) for relation in Relation
        ),
    )


def question(release: Release, passage: Passage) -> str:
    """A part of a release, with what is known of the release, between two lines with a mark.

    The mark is a digest of what stands between, so that no release can close the frame early.
    """
    told = (
        f"Title: {_line(release.title)}\n"
        f"Issued by: {_line(release.source) or 'not known'}\n"
        f"Published: {release.published or 'not known'}\n\n"
        f"{passage.text}"
    )
    mark = f"=== {hashlib.sha256(told.encode()).hexdigest()[:_DIGITS]} ==="
    return f"{mark}\n{told}\n{mark}"


def _relation(relation: Relation, meaning: str) -> str:
    signature = SIGNATURES[relation]
    ends = " -> ".join(" or ".join(sorted(e)) for e in (signature.subjects, signature.objects))
    takes = f"; {', '.join(sorted(signature.qualifiers))}" if signature.qualifiers else ""
    both = " The same with subject and object exchanged." if signature.symmetric else ""
    return f"- {relation} ({ends}{takes}): {meaning}{both}"


def _line(text: str) -> str:
    """A text in one line."""
    return " ".join(text.split())
