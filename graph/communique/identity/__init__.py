"""Who is who across releases."""

from communique.identity.judgement.decision import Decision, Feature, Verdict
from communique.identity.profile import Tied
from communique.identity.resolver import Resolution, resolve

__all__ = ["Decision", "Feature", "Resolution", "Tied", "Verdict", "resolve"]
