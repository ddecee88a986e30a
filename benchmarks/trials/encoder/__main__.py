"""``python -m trials.encoder``: tunes a small encoder, and tells what it adds to the scorer.

Needs an environment of its own in which communique stands with its group ``train``, and besides
``torch`` and ``safetensors``, neither of which communique uses. The base model is a folder with
its ``config.json``, ``model.safetensors`` and ``tokenizer.json``: MiniLM-L6
(``nreimers/MiniLM-L6-H384-uncased`` or what was made of it, Apache-2.0), or MPNet
(``microsoft/mpnet-base`` or what was made of it, Apache-2.0). Run in ``benchmarks/``:

    python -m trials.encoder collect BASE material.pickle GOLD_DIR… --corpus DIR
    python -m trials.encoder tune BASE material.pickle tuned.pt --minutes 60
    python -m trials.encoder judge BASE material.pickle tuned.pt

The file of the extra is a small encoder tuned on all releases, counted beside the scorer as the
one that was tuned without those held back is fitted there:

    python -m trials.encoder tune BASE material.pickle all.pt --all --minutes 60
    python -m trials.encoder write BASE material.pickle tuned.pt all.pt encoder.npz --corpus DIR

A light one, which costs little enough to be asked by default, is the first layers of one in use,
taught by a larger one (MPNet, tuned as above) on releases that nobody has annotated:

    python -m trials.encoder gather BASE gathered.pickle --corpus DIR --but GOLD_DIR… --unseen DIR
    python -m trials.encoder light BASE material.pickle tuned.pt gathered.pickle OUT --begin SIX.npz

The scorer learns further from annotated releases, and from what it holds together with an encoder
of releases that nobody has annotated:

    python -m trials.encoder further BASE material.pickle tuned.pt gathered.pickle w.txt GOLD_DIR…

Nobody may learn from the blind set: do not name it here but behind ``--unseen``, whose texts are
left out of what is gathered though the corpus has them under other names.
"""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from communique.extractors.encoder.parameters import read_parameters
from communique.extractors.scoring.weights import read_weights
from communique.training.annotations import Annotation, read_annotations
from communique.training.readers import read_lessons
from trials.encoder.further import LEAST, MOST, asked, further, taught
from trials.encoder.gathering import Gathered, gather, without
from trials.encoder.judging import Judge, fuse
from trials.encoder.learning import Examples, Plan, annotated, heard, heard_of, tune
from trials.encoder.model import Tuned, pretrained, read_vocabulary
from trials.encoder.samples import Material, collect, keep, kept
from trials.encoder.teaching import Translator, joined, light, narrow
from trials.encoder.writing import pieces_of, written

LICENCE = "Apache-2.0"
_FEW = 50
"""One of so many sentences tells what of a layer is kept."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Do one step."""
    options = _parser().parse_args(arguments)
    torch.manual_seed(7)
    torch.set_num_threads(options.threads)
    steps = {"collect": _collect, "tune": _tune, "judge": _judge, "write": _write}
    (steps | {"gather": _gather, "further": _further, "light": _light})[options.step](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    threads = os.cpu_count() or 1
    parser.add_argument("--threads", type=int, default=threads, help="that multiply at a time")
    steps = parser.add_subparsers(dest="step", required=True)
    read = steps.add_parser("collect", help="read annotated releases")
    _files(read, "material")
    read.add_argument("gold", nargs="+", type=Path)
    read.add_argument("--corpus", type=Path, help="texts of offsets-only annotations")
    learn = steps.add_parser("tune", help="tune the encoder")
    _files(learn, "material", "tuned")
    learn.add_argument("--all", action="store_true", help="also on releases held back")
    learn.add_argument("--passes", type=int, default=3)
    learn.add_argument("--minutes", type=float, default=60, help="after which it ends")
    test = steps.add_parser("judge", help="say what it adds on the releases held back")
    _files(test, "material", "tuned")
    test.add_argument("--apart", type=Path, help="annotation files told of apart")
    write = steps.add_parser("write", help="write the file that communique reads")
    _files(write, "material", "tuned", "all", "output")
    write.add_argument("--corpus", type=Path, help="texts whose pieces are kept besides")
    more = steps.add_parser("gather", help="read releases that nobody has annotated")
    _files(more, "gathered")
    more.add_argument("--corpus", type=Path, required=True, help="the releases")
    more.add_argument("--but", nargs="*", default=(), type=Path, help="annotations of some of them")
    more.add_argument("--unseen", type=Path, required=True, help="texts to keep out: the blind set")
    on = steps.add_parser("further", help="have the scorer learn further from it")
    _files(on, "material", "tuned", "gathered", "output")
    on.add_argument("gold", nargs="+", type=Path, help="annotated releases")
    on.add_argument("--corpus", type=Path, help="texts of offsets-only annotations")
    small = steps.add_parser("light", help="teach a light encoder by this one")
    _files(small, "material", "tuned", "gathered", "output")
    small.add_argument("--begin", type=Path, required=True, help="file of a deeper one in use")
    small.add_argument("--layers", type=int, default=2, help="of that file, from below")
    small.add_argument("--width", type=int, default=512, help="of what a layer thinks in between")
    small.add_argument("--passes", type=int, default=3)
    small.add_argument("--minutes", type=float, default=30, help="after which it ends")
    for step in (write, on, small):
        step.add_argument("--base", default="", help="name of the base model, for the card")
        step.add_argument("--date", metavar="DAY", help="for the card")
    return parser


_FILES = {
    "material": "what was collected",
    "tuned": "the encoder tuned without releases held back",
    "all": "the encoder tuned on all releases",
    "gathered": "what was gathered",
    "output": "the file",
}


def _files(step: argparse.ArgumentParser, *names: str) -> None:
    step.add_argument("folder", type=Path, help="folder of the base model")
    for name in names:
        step.add_argument(name, type=Path, help=_FILES[name])


def _collect(options: argparse.Namespace) -> None:
    material = collect(options.gold, options.corpus, read_vocabulary(options.folder))
    keep(material, options.material)
    print(f"{len(material.lessons)} releases, {len(material.samples)} sentences")


def _tune(options: argparse.Namespace) -> None:
    model = pretrained(options.folder)
    examples = annotated(kept(options.material, Material), every=options.all)
    tune(model, examples, Plan(options.passes, 60 * options.minutes))
    torch.save(model.state_dict(), options.tuned)


def _judge(options: argparse.Namespace) -> None:
    material = kept(options.material, Material)
    apart = options.apart.read_text(encoding="utf-8").split() if options.apart else ()
    judge = Judge(material, frozenset(apart))
    for row in judge.rows(heard(_tuned(options.folder, options.tuned), material)):
        figures = " ".join(f"{figure:.3f}" for figure in row.figures)
        print(f"{row.name:28} {row.asked:5.2f}  {figures}")


def _write(options: argparse.Namespace) -> None:
    material, vocabulary = kept(options.material, Material), read_vocabulary(options.folder)
    fusion = fuse(material, heard(_tuned(options.folder, options.tuned), material))
    texts = sorted(options.corpus.rglob("*.txt")) if options.corpus else ()
    pieces = pieces_of(material, texts, vocabulary)
    note = {**_note(options), "releases": len(material.lessons)}
    model = _tuned(options.folder, options.all)
    options.output.write_bytes(written(model, fusion, vocabulary, pieces, note))


def _gather(options: argparse.Namespace) -> None:
    annotated = set(_texts(options.but))
    found = sorted(options.corpus.rglob("*.txt"))
    paths = [path for path in found if path.relative_to(options.corpus).as_posix() not in annotated]
    unseen = [text.read_text(encoding="utf-8") for text in sorted(options.unseen.rglob("*.txt"))]
    gathered = gather(without(paths, unseen), read_vocabulary(options.folder))
    keep(gathered, options.gathered)
    print(f"{gathered.releases} releases, {len(gathered.worth)} candidates")


def _texts(folders: Sequence[Path]) -> Iterator[str]:
    """Yield the texts of the corpus that annotations name."""
    for folder in folders:
        for path in sorted(folder.rglob("*.json")):
            text = json.loads(path.read_text(encoding="utf-8")).get("text")
            if isinstance(text, str):
                yield text


def _further(options: argparse.Namespace) -> None:
    material, gathered = kept(options.material, Material), kept(options.gathered, Gathered)
    weights = read_weights()
    if weights is None:
        raise SystemExit("the package has no weights to go on from")
    model = _tuned(options.folder, options.tuned)
    fusion = fuse(material, heard(model, material), LEAST, MOST)
    told = taught(gathered, heard_of(model, asked(gathered), len(gathered.worth)), fusion)
    annotations = read_annotations(options.gold, options.corpus)
    lessons = list(read_lessons([item for item in annotations if isinstance(item, Annotation)]))
    note = {
        **_note(options),
        "annotated": len(lessons),
        "releases": gathered.releases,
        "candidates": len(gathered.worth),
    }
    text = further(weights, told.with_annotated(lessons, weights), note)
    options.output.write_text(text, encoding="utf-8", newline="\n")


def _light(options: argparse.Namespace) -> None:
    gathered, material = kept(options.gathered, Gathered), kept(options.material, Material)
    begun = read_parameters(options.begin)
    translator = Translator(read_vocabulary(options.folder), begun.pieces)
    own, more = annotated(material, every=False), _taught(options, gathered)
    examples = joined(*(replace(e, samples=translator.samples(e.samples)) for e in (own, more)))
    model, plan = light(begun, options.layers), Plan(options.passes, 60 * options.minutes)
    tune(model, examples, plan)
    narrow(model, examples.samples[::_FEW], options.width)
    tune(model, examples, replace(plan, passes=1))
    held = translator.samples([sample for sample in material.samples if sample.held])
    fusion = fuse(material, heard_of(model, held, len(material.labels)))
    base = options.base or begun.card["base"]
    note = {**_note(options), "base": base, "teacher": options.folder.name}
    note |= {"releases": int((~material.held).sum()), "unannotated": gathered.releases}
    file = written(model, fusion, begun.pieces, list(begun.pieces), note)
    options.output.write_bytes(file)


def _taught(options: argparse.Namespace, gathered: Gathered) -> Examples:
    """What the larger encoder tells of releases that nobody has annotated."""
    samples = asked(gathered)
    held = heard_of(_tuned(options.folder, options.tuned), samples, len(gathered.worth))
    told = np.where(np.isfinite(gathered.likely), 1 / (1 + np.exp(-held)), np.float32(np.nan))
    return Examples(samples, told)


def _note(options: argparse.Namespace) -> dict[str, str]:
    """What cards say of the encoder."""
    dated = {"date": options.date} if options.date else {}
    return {"base": options.base or options.folder.name, "licence": LICENCE, **dated}


def _tuned(base: Path, file: Path) -> Tuned:
    model = pretrained(base)
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


if __name__ == "__main__":
    main()
