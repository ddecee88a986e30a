"""Walking through what is to be judged, question by question."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import typer

from communique.cli.console import say, warn
from communique.cli.identity.show import say_question
from communique.graph import Ruling

if TYPE_CHECKING:
    from communique.builder.review import Question

_RULINGS = {"s": Ruling.SAME, "d": Ruling.DIFFERENT, "u": Ruling.UNSURE}
_SKIP, _QUIT = "k", "q"
_PROMPT = "[s]ame, [d]ifferent, [u]nsure, s[k]ip, [q]uit"

Judge = Callable[["Question", Ruling], None]


def walk(questions: Sequence["Question"], judge: Judge) -> int:
    """Ask question after question, and record each answer at once; how many were answered.

    Ends early when the person quits or the input ends.

    Args:
        questions: In the order in which they are asked.
        judge: Records an answer.
    """
    answered = 0
    for number, question in enumerate(questions, 1):
        say_question(question, number, len(questions))
        answer = _answer()
        if answer == _QUIT:
            break
        if answer != _SKIP:
            judge(question, _RULINGS[answer])
            answered += 1
            say(f"  recorded: {_RULINGS[answer]}")
    return answered


def _answer() -> str:
    """One of the letters; a word counts by its letter (``skip`` is k, as s is same)."""
    words = {str(ruling): letter for letter, ruling in _RULINGS.items()}
    words |= {"skip": _SKIP, "quit": _QUIT}
    letters = (*_RULINGS, _SKIP, _QUIT)
    while True:
        try:
            typed = str(typer.prompt(_PROMPT, default=_SKIP)).strip().casefold()
        except typer.Abort:  # the input has ended
            return _QUIT
        letter = words.get(typed, typed)
        if letter in letters:
            return letter
        warn(f"{typed!r} is none of {', '.join(letters)}")
