"""What an operation or event without a name is called: its phrase, as the parse shows it."""

from spacy.tokens import Token

from communique.extractors.reading.script import Scene

_LEFT = frozenset({"amod", "compound", "nummod", "nmod", "advmod", "punct"})
_TAILS = frozenset({"on", "of", "with", "into", "by", "for", "to", "in"})
_LONGEST = 90
"""Longest description, in code points."""


def describe(scenes: list[Scene]) -> None:
    """Name each described figure by the phrase of its first mention; forget verbs taken for nouns."""
    done: set[int] = set()
    for scene in scenes:
        if scene.masked is None:
            continue
        for token in scene.masked.doc:
            number = scene.masked.mention_of(token)
            if number is None or scene.mentions[number].span is None:
                continue
            figure = scene.figures[number]
            if figure is None or figure.named:
                continue
            if token.pos_ in {"VERB", "AUX"}:
                scene.figures[number] = None
            elif figure.number not in done:
                done.add(figure.number)
                figure.name = _phrase(scene, token) or figure.name


def _phrase(scene: Scene, token: Token) -> str:
    """The noun with its modifiers and the first phrase after it."""
    assert scene.masked is not None  # noqa: S101  # the token comes from the scene's parse
    left = [c for c in token.children if c.i < token.i and c.dep_ in _LEFT and c.pos_ != "PUNCT"]
    first = min((t.i for child in left for t in child.subtree), default=token.i)
    tail = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in _TAILS), None)
    last = token.i
    if tail is not None:
        last = max(t.i for t in tail.subtree)
    spans = scene.masked.spans
    text = scene.block.text[spans[first][0] : spans[last][1]]
    if len(text) > _LONGEST or "\n" in text:
        text = scene.block.text[spans[first][0] : spans[token.i][1]]
    return " ".join(text.split())[:_LONGEST]
