"""PETRARCH2 over the parses of Stanford CoreNLP: events of the CAMEO codebook.

It needs Python 2.7 and is in no package index, so the environment says where things are:
``PETRARCH2`` is a checkout of its repository, ``PETRARCH2_PYTHON`` a Python 2.7 with what its
``requirements.txt`` names, ``CORENLP`` a folder with the jars of CoreNLP and its English models.
Codes become relations as generously as can be: consulting and negotiating is MEETS, visiting and
hosting a visit VISITS, giving aid SUPPORTS. A country's code stands for its name.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from rigour.territories import get_territories

RELATIONS = {"042": "VISITS", "043": "VISITS", "04": "MEETS", "07": "SUPPORTS"}
ANNOTATORS = ("-annotators", "tokenize,ssplit,pos,parse", "-parse.maxlen", "70")
"""Longer sentences, lists mostly, would take minutes each."""
LONGEST = 70


def main() -> None:
    """Parse, code, and print what other drivers print; loading is timed apart and taken off."""
    texts = [json.loads(line) for line in sys.stdin]
    start = _spent()
    parsed = _parsed([text["text"] for text in texts])
    read = _spent()
    _parsed(["Hello."])
    loaded = _spent()
    events = _coded(texts, parsed)
    coded = _spent()
    seconds, waited = (
        (read[clock] - start[clock])
        - (loaded[clock] - read[clock])
        + (coded[clock] - loaded[clock])
        for clock in range(2)
    )
    names = _names()
    for text in texts:
        triples = [
            triple for event in events.get(text["id"], ()) for triple in _triples(event, names)
        ]
        print(json.dumps({"id": text["id"], "triples": triples}))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    version = "PETRARCH2 1.2.0 on CoreNLP 4.5.10"
    spent = {"seconds": seconds, "waited": waited}
    print(json.dumps({**spent, "peak": peak, "version": version}))


def _spent() -> tuple[float, float]:
    """Processor seconds of the processes that have ended, and seconds of the clock."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime, time.perf_counter()


def _parsed(texts: list[str]) -> list[list[tuple[str, str]]]:
    """Of each text the sentences with their trees."""
    jars = str(Path(os.environ["CORENLP"]) / "*")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.txt" for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        (folder / "list").write_text("\n".join(map(str, paths)), encoding="utf-8")
        subprocess.run(  # noqa: S603
            [
                *("java", "-Xmx4g", "-XX:+UseSerialGC", "-cp", jars),
                *("edu.stanford.nlp.pipeline.StanfordCoreNLP", *ANNOTATORS),
                *("-ssplit.newlineIsSentenceBreak", "always", "-outputFormat", "json"),
                *("-filelist", str(folder / "list"), "-outputDirectory", name),
            ],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        found = [
            json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))["sentences"]
            for path in paths
        ]
    return [[_sentence(item) for item in sentences] for sentences in found]


def _sentence(item: dict[str, Any]) -> tuple[str, str]:
    words = " ".join(token["originalText"] for token in item["tokens"])
    tree = " ".join(item["parse"].split())
    return words, tree if len(item["tokens"]) <= LONGEST else ""


def _coded(texts: list[dict[str, Any]], parsed: list[list[tuple[str, str]]]) -> dict[str, Any]:
    """The events of each text by its id."""
    stories = {
        text["id"]: {
            "date": (text["published"] or "2000-01-01").replace("-", ""),
            "sentences": [sentence for sentence in sentences if sentence[1]],
        }
        for text, sentences in zip(texts, parsed, strict=True)
    }
    with tempfile.TemporaryDirectory() as folder:
        given, taken = Path(folder) / "stories.json", Path(folder) / "events.json"
        given.write_text(json.dumps(stories), encoding="ascii")
        coder = Path(__file__).with_name("petrarch2_coder.py")
        subprocess.run(  # noqa: S603
            [os.environ["PETRARCH2_PYTHON"], str(coder), str(given), str(taken)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        events: dict[str, Any] = json.loads(taken.read_text(encoding="ascii"))
    return events


def _names() -> dict[str, str]:
    """English names of states by their codes of three letters."""
    return {
        state.alpha3: " | ".join({state.name, state.full_name})
        for state in get_territories()
        if state.alpha3
    }


def _triples(event: dict[str, Any], names: dict[str, str]) -> list[list[str | None]]:
    def side(code: str, words: list[str]) -> str:
        return " | ".join(filter(None, (*words, names.get(code[:3], ""))))

    code = event["code"]
    relation = next((RELATIONS[key] for key in (code[:3], code[:2]) if key in RELATIONS), code)
    date = event["date"]
    day = f"{date[:4]}-{date[4:6]}-{date[6:]}"
    source, target = event["source"], event["target"]
    return [[side(source, event["subject"]), relation, side(target, event["object"]), day]]


main()
