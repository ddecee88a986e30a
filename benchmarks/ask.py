"""How many questions of a file communique understands: right template, right parameters.

Each line of the file is an object with ``question``, ``today``, ``template`` (null if it must
refuse), ``parameters`` and maybe ``also``, a list of further right answers.

    python benchmarks/ask.py tests/ask/questions.jsonl --show

Without ``--store`` they are asked about the made-up graph of ``tests/ask/world``.
"""

import argparse
import json
import runpy
import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

from communique.loaders.embedded import EmbeddedStore
from communique.loaders.projection import load
from communique.queries.ask import Asker, Reply
from communique.queries.catalogue import Template, catalogue
from communique.queries.runner import read_value

TESTS = Path(__file__).resolve().parent.parent / "tests"


def made_up(file: Path) -> Path:
    """The made-up graph of the tests as a store."""
    drafts = runpy.run_path(str(TESTS / "ask" / "conftest.py"))["drafts"]
    composed = runpy.run_path(str(TESTS / "conftest.py"))["composed"]
    store = EmbeddedStore(file)
    load(composed(drafts()), store)
    store.close()
    return file


def values(template: Template, given: Mapping[str, Any]) -> dict[str, object]:
    """Parameters as the query takes them, without those that are left open."""
    read = {
        parameter.name: value
        if isinstance(value := given[parameter.name], list)
        else read_value(parameter, value)
        for parameter in template.parameters
        if parameter.name in given
    }
    return {name: value for name, value in read.items() if value is not None}


def verdict(reply: Reply, wanted: Mapping[str, Any], templates: Mapping[str, Template]) -> str:
    """``right``, ``parameters`` if only they are wrong, or ``template``."""
    reading = reply.reading
    if reading is None or wanted["template"] is None:
        return "right" if reading is None and wanted["template"] is None else "template"
    template = templates[reading.template]
    answers = [wanted, *wanted.get("also", ())]
    same = [answer for answer in answers if answer["template"] == template.name]
    found = values(template, reading.parameters)
    if any(values(template, answer["parameters"]) == found for answer in same):
        return "right"
    return "parameters" if same else "template"


def main() -> None:
    """Read the command line, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--store", type=Path, help="a store of your own")
    parser.add_argument("--show", action="store_true", help="print what went wrong")
    arguments = parser.parse_args()
    templates = catalogue()
    with tempfile.TemporaryDirectory() as folder:
        file = arguments.store or made_up(Path(folder) / "store.kgl")
        asker = Asker(EmbeddedStore(file, read_only=True), templates)
        measure(asker, templates, arguments.questions, show_wrong=arguments.show)


def measure(
    asker: Asker, templates: Mapping[str, Template], questions: Path, *, show_wrong: bool
) -> None:
    """Ask every question and print the shares."""
    lines = questions.read_text(encoding="utf-8").splitlines()
    verdicts, missed, began = Counter[str](), Counter[str](), perf_counter()
    for wanted in map(json.loads, filter(str.strip, lines)):
        reply = asker.ask(wanted["question"], date.fromisoformat(wanted["today"]))
        found = verdict(reply, wanted, templates)
        verdicts[found] += 1
        missed[str(wanted["template"])] += found != "right"
        if show_wrong and found != "right":
            show(found, wanted, reply)
    seconds = perf_counter() - began
    total = sum(verdicts.values())
    right, template_right = verdicts["right"], verdicts["right"] + verdicts["parameters"]
    print(f"{total} questions; right {right} ({right / total:.3f}), ", end="")
    print(f"template right {template_right} ({template_right / total:.3f}), ", end="")
    print(f"{1000 * seconds / total:.1f} ms each")
    print("wrong by template:", ", ".join(f"{name} {n}" for name, n in missed.most_common() if n))


def show(found: str, wanted: Mapping[str, Any], reply: Reply) -> None:
    """Print a question that was not understood."""
    reading = reply.reading
    got = f"{reading.template} {reading.parameters}" if reading else f"refused: {reply.refusal}"
    others = ", ".join(f"{other.template} {other.score:.2f}" for other in reply.others)
    score = f"{reading.score:.2f}" if reading else "-"
    print(f"{found}: {wanted['question']}\n  wanted {wanted['template']} {wanted['parameters']}")
    print(f"  got    {got}  [{score}; {others}]")


if __name__ == "__main__":
    main()
