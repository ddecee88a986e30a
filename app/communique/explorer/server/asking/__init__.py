"""Questions of the catalogue and in plain English."""

from communique.explorer.server.asking.answering import answered, question_of, replied
from communique.explorer.server.asking.asking import Asking
from communique.explorer.server.asking.period import undated, with_undated

__all__ = ["Asking", "answered", "question_of", "replied", "undated", "with_undated"]
