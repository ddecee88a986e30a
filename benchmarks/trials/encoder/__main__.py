"""``python -m trials.encoder``: tunes a small encoder, and tells what it adds to the scorer.

Needs an environment of its own in which communique stands with its group ``train``, and besides
``torch`` and ``safetensors``, neither of which communique uses. The base model is MiniLM-L6
(``nreimers/MiniLM-L6-H384-uncased`` or what was made of it, Apache-2.0): a folder with its
``model.safetensors`` and ``tokenizer.json``. Run in ``benchmarks/``:

    python -m trials.encoder collect BASE material.pickle GOLD_DIR… --corpus DIR
    python -m trials.encoder tune BASE material.pickle tuned.pt --minutes 60
    python -m trials.encoder judge BASE material.pickle tuned.pt
    python -m trials.encoder tune BASE material.pickle all.pt --left-out -1 --minutes 60
    python -m trials.encoder write BASE material.pickle tuned.pt all.pt encoder.npz --corpus DIR

What is written is the encoder tuned on all releases (``all.pt``), counted beside the scorer as the
one that left a part out is fitted there.

Nobody may learn from the blind set: do not name it here.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from trials.encoder.fusing import fuse
from trials.encoder.judging import Judge
from trials.encoder.learning import Plan, heard, tune
from trials.encoder.model import Tuned, pretrained, read_vocabulary
from trials.encoder.samples import collect, keep, kept
from trials.encoder.writing import pieces_of, written

BASE, LICENCE = "nreimers/MiniLM-L6-H384-uncased", "Apache-2.0"
LEFT_OUT = 1
"""The part of the publishers that is tested on."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Do one step."""
    options = _parser().parse_args(arguments)
    steps = {"collect": _collect, "tune": _tune, "judge": _judge, "write": _write}
    steps[options.step](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    steps = parser.add_subparsers(dest="step", required=True)
    told = {
        "collect": "read annotated releases",
        "tune": "tune the encoder",
        "judge": "say what it adds on the part left out",
        "write": "write the file that communique reads",
    }
    for name, text in told.items():
        step = steps.add_parser(name, help=text)
        step.add_argument("base", type=Path, help="folder of the base model")
        step.add_argument("material", type=Path, help="what was collected")
        step.add_argument("--left-out", type=int, default=LEFT_OUT, help="-1 for none")
        if name == "collect":
            step.add_argument("gold", nargs="+", type=Path)
            step.add_argument("--corpus", type=Path, help="texts of offsets-only annotations")
            continue
        step.add_argument("tuned", type=Path, help="the tuned encoder")
        if name == "tune":
            step.add_argument("--passes", type=int, default=3)
            step.add_argument("--minutes", type=float, default=60, help="after which it ends")
        elif name == "judge":
            step.add_argument("--apart", type=Path, help="annotation files told of apart")
        else:
            step.add_argument("all", type=Path, help="the encoder tuned on all releases")
            step.add_argument("output", type=Path, help="the file")
            step.add_argument("--corpus", type=Path, help="texts whose pieces are kept besides")
            step.add_argument("--date", metavar="DAY", help="for its card")
    return parser


def _collect(options: argparse.Namespace) -> None:
    vocabulary = read_vocabulary(options.base)
    material = collect(options.gold, options.corpus, vocabulary, options.left_out)
    keep(material, options.material)
    print(f"{len(material.lessons)} releases, {len(material.samples)} sentences")


def _tune(options: argparse.Namespace) -> None:
    torch.manual_seed(7)
    torch.set_num_threads(1)
    model = pretrained(options.base)
    plan = Plan(options.left_out, options.passes, 60 * options.minutes)
    tune(model, kept(options.material), plan)
    torch.save(model.state_dict(), options.tuned)


def _judge(options: argparse.Namespace) -> None:
    material = kept(options.material)
    apart = options.apart.read_text(encoding="utf-8").split() if options.apart else ()
    judge = Judge(material, options.left_out, frozenset(apart))
    model = _tuned(options.base, options.tuned)
    for row in judge.rows(heard(model, material, options.left_out)):
        figures = " ".join(f"{figure:.3f}" for figure in row.figures)
        print(f"{row.name:28} {row.asked:5.2f}  {figures}")


def _write(options: argparse.Namespace) -> None:
    material, vocabulary = kept(options.material), read_vocabulary(options.base)
    told = heard(_tuned(options.base, options.tuned), material, options.left_out)
    fusion = fuse(material, told, options.left_out)
    texts = sorted(options.corpus.rglob("*.txt")) if options.corpus else ()
    pieces = pieces_of(material, texts, vocabulary)
    note = {"base": BASE, "licence": LICENCE, "releases": len(material.lessons)}
    if options.date is not None:
        note["date"] = options.date
    model = _tuned(options.base, options.all)
    options.output.write_bytes(written(model, fusion, vocabulary, pieces, note))


def _tuned(base: Path, file: Path) -> Tuned:
    model = pretrained(base)
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


if __name__ == "__main__":
    main()
