"""Parts of speech and lemmas of parsed words, worked out once for each word in each role."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from thinc.types import Ints2d

from communique.extractors.model.keys import Numbers, keys_of, traits_of
from communique.extractors.model.spelled import Marks, Spelled

CAPACITY = 100_000
"""Words in a role kept; then the memory begins anew."""
_GIVEN = ("ORTH", "TAG", "DEP")
"""The role of a word: what tells how it is read, unless it is read with those beside it."""
_RULED = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
_TOLD = ("TAG", "DEP", "POS", "LEMMA")


class Readings:
    """Sets parts of speech and lemmas as two components of the model do, but remembers them.

    Those are the attribute ruler, which asks for tag, dependency and the spelling of some words,
    and the lemmatizer by rules. Morphology, which only the latter asks for, is left out.

    Attributes:
        components: The names of the components that need not run.
    """

    def __init__(self, nlp: Language) -> None:
        """Take the pipeline whose components tell what is not yet known."""
        pipeline = dict(nlp.pipeline)
        self._rulers = [c for c in pipeline.values() if isinstance(c, AttributeRuler)]
        self._lemmatizers = [c for c in pipeline.values() if _by_rules(c)]
        known = [*self._rulers, *self._lemmatizers]
        self.components = tuple(name for name, c in pipeline.items() if c in known)
        self._vocab = nlp.vocab
        self._spelled = Spelled(nlp.vocab, self._rulers)
        self._ruled: dict[int, list[int]] = {}
        self._forget()

    def _forget(self) -> None:
        self._places: dict[int, int] = {}
        self._told: Numbers = np.empty((0, len(_TOLD)), np.uint64)
        self._begun: Marks = np.empty(0, np.bool_)

    def read(self, docs: Iterable[Doc]) -> None:
        """Set part of speech and lemma of every word of some parsed documents, in place."""
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return
        roles = np.concatenate([traits_of(doc, _GIVEN) for doc in filled])
        keys = keys_of(roles).tolist()
        self._learn(roles, keys)
        places = [self._places[key] for key in keys]
        told, begun = self._told[places], self._begun[places]
        spans = pairwise(accumulate(map(len, filled), initial=0))
        for doc, (start, end) in zip(filled, spans, strict=True):
            if begun[start:end].any():
                self._read_together(doc, roles[start:end], told[start:end])
            _set(doc, _TOLD, told[start:end])

    def _read_together(self, doc: Doc, roles: Numbers, told: Numbers) -> None:
        """Correct what is told of the words of a document that are read with those beside them."""
        for start, end in self._spelled.stretches(doc):
            ruled = self._rule(self._doc(roles[start:end], _GIVEN))
            told[start:end] = self._lemmatized(roles[start:end], ruled)

    def _learn(self, roles: Numbers, keys: Sequence[int]) -> None:
        """Have the components read each word in a role that is new."""
        if len(self._places) > CAPACITY:
            self._forget()
        new = {key: n for n, key in enumerate(keys) if key not in self._places}
        if not new:
            return
        fresh = roles[list(new.values())]
        doc = self._doc(fresh, _GIVEN)
        begun = self._spelled.begun(doc)
        named = self._spelled.named(doc)
        classes = fresh.copy()
        classes[~named, 0] = traits_of(doc, ("IS_SPACE",)).reshape(-1)[~named]
        told = self._lemmatized(fresh, self._apart(fresh, classes, begun))
        self._begun = np.concatenate([self._begun, begun])
        self._told = np.concatenate([self._told, told])
        self._places |= zip(new, range(len(self._places), len(self._told)), strict=True)

    def _apart(self, roles: Numbers, classes: Numbers, begun: Marks) -> Numbers:
        """What the attribute ruler tells of words in roles, none of which hears another.

        Words whose spelling it does not ask for are of one class if tag and dependency are.
        """
        keys = keys_of(classes).tolist()
        first = {key: n for n, key in enumerate(keys) if key not in self._ruled}
        alone = [[n] for n in first.values() if begun[n]]
        for rows in ([n for n in first.values() if not begun[n]], *alone):
            ruled = self._rule(self._doc(roles[rows], _GIVEN)).tolist()
            self._ruled |= zip((keys[n] for n in rows), ruled, strict=True)
        return np.array([self._ruled[key] for key in keys], np.uint64)

    def _rule(self, doc: Doc) -> Numbers:
        """What the attribute ruler tells of the words of a document."""
        for ruler in self._rulers:
            doc = ruler(doc)
        return traits_of(doc, _RULED)

    def _lemmatized(self, roles: Numbers, ruled: Numbers) -> Numbers:
        """What is told of words in roles, given what the attribute ruler tells."""
        doc = self._doc(np.concatenate([roles[:, :1], ruled], axis=1), ("ORTH", *_RULED))
        for lemmatizer in self._lemmatizers:
            doc = lemmatizer(doc)
        return traits_of(doc, _TOLD)

    def _doc(self, traits: Numbers, names: Sequence[str]) -> Doc:
        """A document of words with some traits, of which the first is their spelling."""
        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[orth] for orth in traits[:, 0].tolist()])
        return _set(doc, names, traits)


def _set(doc: Doc, names: Sequence[str], traits: Numbers) -> Doc:
    """Give the words of a document their traits."""
    return doc.from_array(list(names), cast(Ints2d, traits))


def _by_rules(component: object) -> bool:
    return isinstance(component, Lemmatizer) and component.mode == "rule"
