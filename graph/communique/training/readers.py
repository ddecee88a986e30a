"""Readers: processes that turn annotated and judged releases into lessons."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.connection import Connection

from communique.extractors.model import load_model
from communique.extractors.press import PressExtractor
from communique.graph import CommuniqueError
from communique.training.annotations import Annotation
from communique.training.examples import Lesson, read_judged_lesson, read_lesson
from communique.training.judged.releases import Judged


class ReaderFailedError(CommuniqueError):
    """A release could not be turned into a lesson; the message says which and why."""


def read_lessons(annotations: Sequence[Annotation | Judged], readers: int = 2) -> Iterator[Lesson]:
    """Yield the lessons of releases, in order, whatever the number of readers.

    Args:
        annotations: The annotated or judged releases.
        readers: Processes that read; each loads the language model and takes every n-th release.

    Raises:
        ReaderFailedError: A release that cannot be read.
    """
    context = get_context("spawn")
    with ExitStack() as stack:
        pipes: list[Connection] = []
        for number in range(min(readers, len(annotations))):
            receiver, sender = context.Pipe(duplex=False)
            share = annotations[number::readers]
            process = context.Process(target=_read, args=(share, sender), daemon=True)
            process.start()
            sender.close()
            stack.callback(process.join)
            stack.callback(process.terminate)
            pipes.append(stack.enter_context(receiver))
        for number, annotation in enumerate(annotations):
            yield _received(pipes[number % len(pipes)], annotation)


def _received(pipe: Connection, annotation: Annotation | Judged) -> Lesson:
    try:
        lesson: Lesson | str = pipe.recv()
    except EOFError as error:
        raise ReaderFailedError(f"{annotation.path}: its reader died") from error
    if isinstance(lesson, str):
        raise ReaderFailedError(lesson)
    return lesson


def _read(annotations: Sequence[Annotation | Judged], pipe: Connection) -> None:
    """Send the lessons of annotations, or what is wrong with one."""
    extractor = PressExtractor(load_model())
    for annotation in annotations:
        try:
            pipe.send(_lesson(annotation, extractor))
        except Exception as error:  # the parent tells, whatever it is
            pipe.send(f"{annotation.path}: {type(error).__name__}: {error}")
            return


def _lesson(annotation: Annotation | Judged, extractor: PressExtractor) -> Lesson:
    if isinstance(annotation, Judged):
        return read_judged_lesson(annotation, extractor)
    return read_lesson(annotation, extractor)
