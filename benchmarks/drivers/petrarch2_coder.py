"""Codes parsed stories with PETRARCH2; runs in Python 2.7: petrarch2_coder.py STORIES EVENTS."""

from __future__ import unicode_literals

import io
import json
import os
import sys

sys.path.insert(0, os.path.join(os.environ["PETRARCH2"], "petrarch2"))

import petrarch2
import PETRreader
import utilities


def main():
    """Write of each story the events with their actors' codes and words."""
    with io.open(sys.argv[1], encoding="ascii") as lines:
        stories = json.load(lines)
    utilities.init_logger("PETRARCH.log")
    PETRreader.parse_Config(utilities._get_data("data/config/", "PETR_config.ini"))
    petrarch2.read_dictionaries()
    events = {}
    for name, story in stories.items():
        events[name] = []
        for number, (words, tree) in enumerate(story["sentences"]):
            events[name].extend(coded(number, words, tree, story["date"]))
    with io.open(sys.argv[2], "w", encoding="ascii") as out:
        out.write(json.dumps(events).decode("ascii"))


def coded(number, words, tree, date):
    """The events of one sentence; none if the coder fails on it."""
    parsed = utilities._format_parsed_str(tree)
    story = {
        "S": {
            "meta": {"date": date},
            "sents": {str(number): {"content": words, "parsed": parsed}},
        }
    }
    try:
        sentence = petrarch2.do_coding(story)["S"]["sents"][str(number)]
    except Exception:
        return []
    texts = sentence.get("meta", {}).get("actortext", {})
    found = []
    for event in sentence.get("events", ()):
        subject, object_ = texts.get(tuple(event), ("", ""))[:2]
        found.append(
            {
                "source": event[0],
                "target": event[1],
                "code": event[2],
                "subject": [subject],
                "object": [object_],
                "date": date,
            }
        )
    return found


main()
