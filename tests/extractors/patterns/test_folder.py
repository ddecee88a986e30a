"""A folder of pattern files is read whole, and every fault is told with file and line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.extractors.patterns import NO_PATTERNS, read_patterns
from communique.gazetteer.organisations import Organisation, OrganisationKind, read_organisations
from communique.graph import PatternsError
from communique.ontology import EntityType, Relation

Entry = Callable[..., dict[str, Any]]
Folder = Callable[..., Path]


def faults_of(folder: Path) -> tuple[str, ...]:
    with pytest.raises(PatternsError) as raised:
        read_patterns(folder)
    return raised.value.faults


def test_phrases_and_organisations_are_read_with_their_examples(
    folder: Folder, phrase: Entry, body: Entry
) -> None:
    found = read_patterns(folder(body(), "", phrase(confidence=0.7)))

    (frame,), (organisation,) = found.frames, found.organisations
    assert (frame.name, frame.relation, frame.verbs) == (
        "desk/caucus",
        Relation.MEETS,
        frozenset({"caucus"}),
    )
    assert (frame.subject, frame.object, frame.confidence) == (("subject",), ("with",), 0.7)
    assert organisation == Organisation(
        "Baltic Harbour Watch", OrganisationKind.INTERGOVERNMENTAL, ("BHW",)
    )
    assert [(e.place, e.text, e.entry) for e in found.examples] == [
        ("own.jsonl:1", body()["example"], organisation),
        ("own.jsonl:3", phrase()["example"], frame),
    ]


def test_files_in_folders_are_read_by_path_and_others_are_passed_over(
    folder: Folder, phrase: Entry
) -> None:
    folder(phrase(name="desk/second"), name="b.jsonl")
    folder(phrase(name="desk/third"), name="c/a.jsonl")
    folder("no pattern", name=".hidden/x.jsonl")
    folder("no pattern", name="README.md")
    root = folder(phrase(name="desk/first"), name="a.jsonl")

    assert [example.place for example in read_patterns(root).examples] == [
        "a.jsonl:1",
        "b.jsonl:1",
        "c/a.jsonl:1",
    ]


def test_a_byte_order_mark_and_windows_lines_do_no_harm(folder: Folder, phrase: Entry) -> None:
    root = folder("\ufeff", phrase(), "\r")

    assert len(read_patterns(root).frames) == 1


def test_every_fault_of_every_file_is_told_with_its_line(
    folder: Folder, phrase: Entry, body: Entry
) -> None:
    folder("{", phrase(relation="MEET", verbs=["Caucus"]), name="a.jsonl")
    root = folder(phrase(), body(kind="agency", country="EE"), name="b.jsonl")

    with pytest.raises(PatternsError) as raised:
        read_patterns(root)

    places = [fault.split(": ")[0] for fault in raised.value.faults]
    assert places == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:2", "b.jsonl:2", "b.jsonl:2"]
    assert str(raised.value).startswith(f"{root}: a.jsonl:1: no JSON: ")
    assert str(raised.value).endswith("(and 4 more: communique patterns check)")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": "Caucus"}, '"name" must be two words in small letters with "/" between'),
        ({"name": "meets/meet"}, "the package has a phrase 'meets/meet'"),
        ({"relation": "MEET"}, "\"relation\" cannot be 'MEET'; did you mean 'MEETS'?"),
        ({"relation": 3}, '"relation" must be a text'),
        ({"verbs": None}, 'it needs either "verbs" or "nouns"'),
        ({"nouns": ["caucus"]}, 'it needs either "verbs" or "nouns"'),
        ({"verbs": "caucus"}, '"verbs" must be a list of texts'),
        ({"verbs": ["caucus", "caucus"]}, '"verbs" must be a list without anything twice'),
        ({"verbs": ["hold talks"]}, "which 'hold talks' is not"),
        ({"verbs": ["Caucus"]}, "which 'Caucus' is not"),
        ({"object": ["beside-it"]}, "slots, which 'beside-it' is not: clause, dative"),
        ({"object": []}, '"object" must be at least one slot'),
        ({"object": None}, '"object" is missing'),
        ({"subject_types": ["Minister"]}, "\"subject_types\" cannot be 'Minister'"),
        ({"object_types": ["Place"]}, "there are Country, Organisation, Person"),
        ({"pairs": "yes"}, '"pairs" must be true or false'),
        ({"status": "done"}, "\"status\" cannot be 'done'; there are held, planned"),
        ({"confidence": 0}, '"confidence" must be a number over 0 and at most 1'),
        ({"confidence": True}, '"confidence" must be a number over 0 and at most 1'),
        ({"example": " "}, '"example" must be a text without blanks around it'),
        ({"expects": ["Ana Duran"]}, '"expects" must be the two names read in the example'),
        ({"verb": ["caucus"]}, "no field 'verb'; did you mean 'verbs'?"),
    ],
    ids=lambda value: str(next(iter(value.items()))) if isinstance(value, dict) else "",
)
def test_a_phrase_that_cannot_be_read_is_told_what_is_allowed(
    folder: Folder, phrase: Entry, change: dict[str, Any], fault: str
) -> None:
    found = faults_of(folder(phrase(**change)))

    assert [item for item in found if item.startswith("own.jsonl:1: ") and fault in item]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "agency"}, "\"kind\" cannot be 'agency'"),
        ({"kind": None}, '"kind" is missing'),
        ({"name": None}, '"name" is missing'),
        ({"name": "The Harbour Watch"}, "straight quotes, single blanks and no article"),
        ({"aliases": ["Harbour’s Watch"]}, "straight quotes, single blanks and no article"),
        ({"aliases": ["harbour watch"]}, "needs a capital letter or a figure"),
        ({"aliases": ["BHW"]}, "'BHW' stands twice"),
        ({"acronyms": ["NATO"]}, "'NATO' already stands for"),
        ({"country": "EE"}, '"country" must be the ISO 3166-1 code'),
        ({"country": "XYZ"}, '"country" must be the ISO 3166-1 code'),
        ({"wikidata": "7184"}, '"wikidata" must be an item'),
        ({"parent": "Nobody"}, "which 'Nobody' is not"),
        ({"parent": "Baltic Harbour Watch"}, "which 'Baltic Harbour Watch' is not"),
        ({"seat": "Riga"}, "no field 'seat'"),
    ],
    ids=lambda value: str(next(iter(value.items()))) if isinstance(value, dict) else "",
)
def test_an_organisation_that_cannot_be_read_is_told_what_is_allowed(
    folder: Folder, body: Entry, change: dict[str, Any], fault: str
) -> None:
    found = faults_of(folder(body(**change)))

    assert [item for item in found if item.startswith("own.jsonl:1: ") and fault in item]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "no JSON"),
        ('["desk/caucus"]', "an entry must be a JSON object in braces"),
        ("[" * 100_000, "no JSON"),
        ('{"name": "a/b", "name": "c/d"}', "the field 'name' stands twice"),
        ('{"name": "Baltic Harbour Watch"}', "neither a relation phrase"),
    ],
    ids=["cut-off", "list", "deep", "twice", "neither"],
)
def test_a_line_that_is_no_entry_is_told(folder: Folder, line: str, fault: str) -> None:
    (found,) = faults_of(folder(line))

    assert found.startswith("own.jsonl:1: ")
    assert fault in found


def test_a_name_may_be_given_once(folder: Folder, phrase: Entry, body: Entry) -> None:
    again = body(acronyms=None, aliases=["Harbour Watch"])

    assert faults_of(folder(phrase(), phrase(), body(), again)) == (
        "own.jsonl:2: \"name\" must be new, and own.jsonl:1 has a phrase 'desk/caucus'",
        "own.jsonl:4: own.jsonl:3 has an entry for 'Baltic Harbour Watch'; put its forms there",
    )


def test_a_form_of_one_organisation_cannot_be_another_s(folder: Folder, body: Entry) -> None:
    (fault,) = faults_of(folder(body(), body(name="Black Harbour Watch")))

    assert fault == "own.jsonl:2: 'BHW' already stands for 'Baltic Harbour Watch'"


def test_a_file_that_is_no_utf_8_is_told(folder: Folder, phrase: Entry) -> None:
    root = folder(phrase())
    (root / "latin.jsonl").write_bytes('{"name": "Café"}'.encode("latin-1"))

    (fault,) = faults_of(root)

    assert fault.startswith("latin.jsonl: not a readable UTF-8 file")


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({}, r"no pattern file \(\*\.jsonl\)"),
        ({"a.jsonl": "\n \n"}, "the pattern files hold no entry"),
        ({"a.json": "{}"}, r"a\.json: the name of a pattern file ends in \.jsonl"),
        ({"a.jsonl": "", "b.JSONL": ""}, r"b\.JSONL: the name of a pattern file ends in \.jsonl"),
    ],
    ids=["none", "empty", "json", "capitals"],
)
def test_a_folder_without_patterns_is_no_folder_of_patterns(
    tmp_path: Path, files: dict[str, str], reason: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(PatternsError, match=reason):
        read_patterns(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PatternsError, match="no such directory"):
        read_patterns(tmp_path / "nowhere")


def test_a_listed_organisation_gets_further_forms_and_keeps_its_own(folder: Folder) -> None:
    (listed,) = (item for item in read_organisations() if item.name == "Frontex")

    found = read_patterns(folder({"name": "Frontex", "aliases": ["EU Border Guard Agency"]}))

    (extended,) = found.organisations
    assert extended.aliases == (*listed.aliases, "EU Border Guard Agency")
    assert (extended.kind, extended.wikidata) == (listed.kind, listed.wikidata)
    joined = found.listed(read_organisations())
    assert len(joined) == len(read_organisations())
    assert extended in joined
    assert listed not in joined


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        ({"name": "Frontex", "acronyms": []}, "is listed already and nothing is added to it"),
        (
            {"name": "Frontex", "kind": "court", "aliases": ["EU Border Guard Agency"]},
            "is listed with kind 'eu-agency'; leave \"kind\" out",
        ),
    ],
    ids=["nothing-new", "other-kind"],
)
def test_a_listed_organisation_is_extended_and_never_changed(
    folder: Folder, entry: dict[str, Any], fault: str
) -> None:
    (found,) = faults_of(folder(entry))

    assert fault in found


def test_a_parent_may_stand_in_another_file(folder: Folder, body: Entry) -> None:
    child = body(name="Harbour Patrol", acronyms=None, parent="Baltic Harbour Watch")
    folder(child, name="a.jsonl")

    assert len(read_patterns(folder(body(), name="b.jsonl")).organisations) == 2


def test_types_that_the_relation_allows_may_be_narrowed(folder: Folder, phrase: Entry) -> None:
    (frame,) = read_patterns(folder(phrase(subject_types=["Person"]))).frames

    assert frame.subject_types == {EntityType.PERSON}


def test_the_meeting_nouns_stand_for_all_of_them(folder: Folder, phrase: Entry) -> None:
    (frame,) = read_patterns(folder(phrase(verbs=None, nouns="@meeting"))).frames

    assert {"meeting", "talk"} <= frame.nouns


def test_the_digest_changes_with_what_changes_the_reading(
    folder: Folder, phrase: Entry, body: Entry
) -> None:
    digest = read_patterns(folder(phrase(), body())).digest

    assert NO_PATTERNS.digest == ""
    assert read_patterns(folder(phrase(verbs=["confabulate"]), body())).digest != digest
    assert read_patterns(folder(phrase())).digest != digest


def test_the_digest_stays_for_another_order_layout_or_example(
    folder: Folder, phrase: Entry, body: Entry
) -> None:
    digest = read_patterns(folder(phrase(), body())).digest
    backwards = dict(reversed(body().items()))

    assert read_patterns(folder(backwards, "", phrase())).digest == digest
    assert read_patterns(folder(phrase(example="X."), body(example=None))).digest == digest
