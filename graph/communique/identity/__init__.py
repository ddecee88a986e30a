"""Who is who across releases."""

from communique.identity.judgement.decision import Decision, Verdict
from communique.identity.resolver import Resolution, resolve

__all__ = ["Decision", "Resolution", "Verdict", "resolve"]
