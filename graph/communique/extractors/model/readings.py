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
from communique.extractors.model.memory import NOWHERE, Rows
from communique.extractors.model.spelled import Marks, Spelled

CAPACITY = 1 << 13
"""Words in a role kept; then the oldest make room."""
_GIVEN = ("ORTH", "TAG", "DEP")
"""The role of a word: what tells how it is read, unless it is read with those beside it."""
_RULED = ("TAG", "DEP", "POS", "MORPH", "LEMMA")
_TOLD = ("TAG", "DEP", "POS", "LEMMA")
_KEPT = [_RULED.index(name) for name in _TOLD]
_LEMMATIZED = [0, *(1 + _RULED.index(name) for name in ("POS", "MORPH", "LEMMA"))]
"""Columns of spelling and ruled traits that the lemmatizer asks for."""


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
        self._firsts: set[int] = set()
        self._spellings: dict[int, int] = {}
        self._rows = Rows(CAPACITY)
        self._told: Numbers = np.zeros((CAPACITY, len(_TOLD)), np.uint64)
        self._begun: Marks = np.zeros(CAPACITY, np.bool_)
        self._lemmas: dict[int, str] = {}

    def read(self, docs: Iterable[Doc]) -> None:
        """Set part of speech and lemma of every word of some parsed documents, in place."""
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return
        roles = np.concatenate([traits_of(doc, _GIVEN) for doc in filled])
        keys, first, places = np.unique(keys_of(roles), return_index=True, return_inverse=True)
        told, begun = self._known(keys, roles[first])
        told, begun = told[places], begun[places]
        self._spell(told)
        spans = pairwise(accumulate(map(len, filled), initial=0))
        for doc, (start, end) in zip(filled, spans, strict=True):
            if begun[start:end].any():
                self._read_together(doc, roles[start:end], told[start:end])
            _set(doc, _TOLD, told[start:end])
        self._forget()

    def _read_together(self, doc: Doc, roles: Numbers, told: Numbers) -> None:
        """Correct what is told of the words of a document that are read with those beside them."""
        for start, end in self._spelled.stretches(doc):
            ruled = self._rule(self._doc(roles[start:end], _GIVEN))
            told[start:end] = self._lemmatized(roles[start:end], ruled)

    def _known(self, keys: Numbers, roles: Numbers) -> tuple[Numbers, Marks]:
        """What is told of words in roles by their keys, and which of them may begin several."""
        rows = self._rows.of(keys.tolist())
        told, begun, new = self._told[rows], self._begun[rows], np.flatnonzero(rows == NOWHERE)
        if new.size:
            fresh = roles[new]
            begun[new], ruled = self._apart(fresh)
            told[new] = self._lemmatized(fresh, ruled)
            strings = self._vocab.strings
            self._lemmas |= {lemma: strings[lemma] for lemma in told[new, -1].tolist()}
            taken = self._rows.room(new.size)
            self._told[taken], self._begun[taken] = told[new], begun[new]
            self._rows.give(taken, keys[new].tolist())
        return told, begun

    def _forget(self) -> None:
        """Let go of what was remembered for words that have no row any more, if that is much."""
        if len(self._lemmas) > 2 * CAPACITY:
            held = set(self._told[:, -1].tolist())
            self._lemmas = {lemma: form for lemma, form in self._lemmas.items() if lemma in held}
        if len(self._spellings) > CAPACITY:
            self._spellings.clear()
        if len(self._ruled) > CAPACITY:
            self._ruled.clear()
            self._firsts.clear()

    def _spell(self, told: Numbers) -> None:
        """Give the vocabulary the lemmas that it no longer knows: see ``model.memory.zone``."""
        strings = self._vocab.strings
        for lemma in np.unique(told[:, -1]).tolist():
            if lemma not in strings:
                strings.add(self._lemmas[lemma])

    def _apart(self, roles: Numbers) -> tuple[Marks, Numbers]:
        """Which words in roles may begin several, and what is ruled of each if it does not.

        Words whose spelling no pattern asks for are of one class if tag and dependency are.
        """
        classes = roles.copy()
        classes[:, 0] = self._named(roles[:, 0])
        keys = keys_of(classes).tolist()
        new = {key: n for n, key in enumerate(keys) if key not in self._ruled}
        if new:
            begun = self._spelled.begun(self._doc(roles[list(new.values())], _GIVEN))
            alone = [[n] for n, first in zip(new.values(), begun, strict=True) if first]
            together = [n for n, first in zip(new.values(), begun, strict=True) if not first]
            for rows in (together, *alone):
                ruled = self._rule(self._doc(roles[rows], _GIVEN)).tolist()
                self._ruled |= zip((keys[n] for n in rows), ruled, strict=True)
            self._firsts |= {key for key, first in zip(new, begun, strict=True) if first}
        marks = np.array([key in self._firsts for key in keys], np.bool_)
        return marks, np.array([self._ruled[key] for key in keys], np.uint64)

    def _named(self, spellings: Numbers) -> Numbers:
        """The spellings that a pattern asks for; of any other, whether it is a blank."""
        listed = spellings.tolist()
        new = list(dict.fromkeys(orth for orth in listed if orth not in self._spellings))
        if new:
            doc = Doc(self._vocab, words=[self._vocab.strings[orth] for orth in new])
            blanks = traits_of(doc, ("IS_SPACE",)).reshape(-1).tolist()
            for orth, named, blank in zip(new, self._spelled.named(doc), blanks, strict=True):
                self._spellings[orth] = orth if named else blank
        return np.array([self._spellings[orth] for orth in listed], np.uint64)

    def _rule(self, doc: Doc) -> Numbers:
        """What the attribute ruler tells of the words of a document."""
        for ruler in self._rulers:
            doc = ruler(doc)
        return traits_of(doc, _RULED)

    def _lemmatized(self, roles: Numbers, ruled: Numbers) -> Numbers:
        """What is told of words in roles, given what the attribute ruler tells."""
        traits = np.concatenate([roles[:, :1], ruled], axis=1)
        _, first, places = np.unique(
            keys_of(traits[:, _LEMMATIZED]), return_index=True, return_inverse=True
        )
        doc = self._doc(traits[first], ("ORTH", *_RULED))
        for lemmatizer in self._lemmatizers:
            doc = lemmatizer(doc)
        told: Numbers = ruled[:, _KEPT]
        told[:, -1] = traits_of(doc, ("LEMMA",)).reshape(-1)[places]
        return told

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
