"""Personal names and the officials they belong to."""

from collections.abc import Callable

import pytest

from communique.extractors.mentions import Knowledge, Mention, MentionFinder
from communique.ontology import EntityType

Find = Callable[[str], list[Mention]]
People = Callable[[str], list[tuple[str, list[tuple[str, str]]]]]


@pytest.mark.parametrize(
    ("text", "name", "honorific"),
    [
        ("Mr Jaan Tamm left.", "Jaan Tamm", "Mr"),
        ("Dr. Anna Liepa left.", "Anna Liepa", "Dr."),
        ("Lieutenant General J. R. Okafor left.", "J. R. Okafor", "Lieutenant General"),
        ("His Excellency Sheikh Khalid bin Hamad bin Ali Al Nuaimi left.",
         "Khalid bin Hamad bin Ali Al Nuaimi", "His Excellency Sheikh"),
        ("General Joris van der Berg left.", "Joris van der Berg", "General"),
        ("Ms Tamm left.", "Tamm", "Ms"),
        ("Lt. Gov. Tom Hale left.", "Tom Hale", "Lt. Gov."),
        ("Mr Abdullah al-Thani left.", "Abdullah al-Thani", "Mr"),
    ],
    ids=["mr", "dotted", "rank-and-initials", "five-parts", "particles", "surname", "governor",
         "joined"],
)  # fmt: skip
def test_a_name_follows_its_honorific(find: Find, text: str, name: str, honorific: str) -> None:
    (mention,) = find(text)

    assert mention.span
    assert (mention.span.name, mention.honorific) == (name, honorific)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvian Foreign Minister Anna Liepa left.",
         [("Anna Liepa", [("Foreign Minister", "Latvia")])]),
        ("Anna Liepa, the Foreign Minister of Latvia, left.",
         [("Anna Liepa", [("Foreign Minister", "Latvia")])]),
        ("Defence Minister General Ivan Petrov left.",
         [("Ivan Petrov", [("Defence Minister", "")])]),
        ("Minister Petrov left.", [("Petrov", [("Minister", "")])]),
        ("Director Ana Ruiz of Frontex left.", [("Ana Ruiz", [("Director", "Frontex")])]),
        ("Ambassador Lars Moen, Permanent Representative of Norway to NATO, left.",
         [("Lars Moen", [("Permanent Representative", "Norway")])]),
        ("The President of Norway, Mr Lars Moen, and the Prime Minister, Ms Ana Ruiz, left.",
         [("Lars Moen", [("President", "Norway")]), ("Ana Ruiz", [("Prime Minister", "")])]),
        ("The Secretary General and Prime Minister Lars Moen met.",
         [("", [("Secretary General", "")]), ("Lars Moen", [("Prime Minister", "")])]),
        ("Head of Mission Ana Ruiz, Minister of Justice Lars Moen and Ms Tamm left.",
         [("Ana Ruiz", [("Head of Mission", "")]), ("Lars Moen", [("Minister of Justice", "")]),
          ("Tamm", [])]),
        ("The Hon. Lars Moen MP, Minister for Trade, left.",
         [("Lars Moen", [("Minister for Trade", "")])]),
        ("Gen. Lars Hall, Commander of KFOR, left.", [("Lars Hall", [("Commander", "KFOR")])]),
        ("The UN Resident Coordinator in Peru Ms Ana Ruiz left.",
         [("Ana Ruiz", [("Resident Coordinator in Peru", "UN")])]),
        ("The Representative of Frontex in Peru, Ms Ana Ruiz, left.",
         [("Ana Ruiz", [("Representative", "Frontex")])]),
        ("The Prime Minister of Peru, the Hon. Ana Ruiz, left.",
         [("Ana Ruiz", [("Prime Minister", "Peru")])]),
        ("Minister of Health, Hon. (Mrs.) Ana Ruiz left.",
         [("Ana Ruiz", [("Minister of Health", "")])]),
        ("World Health Organization (WHO) Deputy Director General Ana Ruiz left.",
         [("Ana Ruiz", [("Deputy Director General", "World Health Organization")])]),
        ("He met QXRDF Chief of Defence Major General Lars Moen.",
         [("Lars Moen", [("Chief of Defence", "QXRDF")])]),
        ("The minister met Chilean Red Cross President Ana Ruiz.",
         [("Ana Ruiz", [("President", "Chilean Red Cross")])]),
        ("Msgr. Lars Moen, Director of Nuclear Reactor Regulation at Peru’s Ministry of Energy.",
         [("Lars Moen", [("Director of Nuclear Reactor Regulation", "Ministry of Energy")])]),
        ("Danish Navy Captain Lars Moen and Peruvian Border Guard Colonel Ana Ruiz left.",
         [("Lars Moen", [("Captain", "Danish Navy")]),
          ("Ana Ruiz", [("Colonel", "Peruvian Border Guard")])]),
        ("The Commissioner-General of UNRWA, Mr Lars Moen, left.",
         [("Lars Moen", [("Commissioner-General", "UNRWA")])]),
        ("Frontex’s Director of Affairs in Peru, Mr Lars Moen, left.",
         [("Lars Moen", [("Director of Affairs in Peru", "Frontex")])]),
        ("Dr Ana binti Musa Tamm, Ambassador at large of Malta, left.",
         [("Ana binti Musa Tamm", [("Ambassador at large", "Malta")])]),
        ("Mr Lars Moen, Prime Minister Ana Ruiz and Mr Tamm left.",
         [("Lars Moen", []), ("Ana Ruiz", [("Prime Minister", "")]), ("Tamm", [])]),
    ],
    ids=[
        "before", "after-comma", "rank-between", "surname", "body-after-name", "form-of-address",
        "list-of-appositions", "two-people", "two-offices", "letters-behind", "like-a-site",
        "seat-before-name", "seat-before-comma", "honoured-behind-comma", "honorific-in-brackets",
        "acronym-in-brackets", "unknown-acronym", "body-of-a-state", "body-of-an-owner",
        "force-before-a-rank", "commissioner-general", "seat-before-comma-of-an-owner",
        "daughter-of", "list",
    ],
)  # fmt: skip
def test_an_office_belongs_to_the_name_beside_it(
    people: People, text: str, expected: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    assert people(text) == expected


def test_a_form_of_address_becomes_the_honorific(find: Find) -> None:
    (mention,) = find("Ambassador Lars Moen, Permanent Representative of Norway to NATO, left.")

    assert mention.honorific == "Ambassador"


def test_a_state_after_a_name_belongs_to_the_mention(find: Find) -> None:
    text = "Mr Jaan Tamm of Estonia left."
    (mention,) = find(text)

    assert text[mention.start : mention.end] == "Mr Jaan Tamm of Estonia"


def test_a_surname_stands_for_the_person_later(finder: MentionFinder) -> None:
    knowledge = Knowledge()
    finder.learn("Mr Jaan Tamm arrived.", [], knowledge)

    (mention,) = finder.find("Later Tamm left again.", [], knowledge)

    assert mention.type == EntityType.PERSON


@pytest.mark.parametrize(
    "headline",
    ["MINISTER ANNA LIEPA VISITS NORWAY", "Minister Anna Liepa Visits Norway for Border Security"],
    ids=["capitals", "title-case"],
)
def test_a_headline_names_only_people_whom_the_text_names(
    finder: MentionFinder, headline: str
) -> None:
    knowledge = Knowledge()
    before = finder.find(headline, [], knowledge, title=True)
    finder.learn("Minister Anna Liepa arrived.", [], knowledge)
    after = finder.find(headline, [], knowledge, title=True)

    assert [m.span for m in before if m.type == EntityType.PERSON] == [None]
    assert [m.span.name for m in after if m.type == EntityType.PERSON and m.span] == ["Anna Liepa"]


def test_a_list_item_of_capitalised_words_is_no_headline(finder: MentionFinder) -> None:
    text = "Norway: Mr Jaan Tamm, Secretary General of the General Secretariat for Fisheries"

    names = [m.span.name for m in finder.find(text, [], Knowledge()) if m.roles and m.span]

    assert names == ["Jaan Tamm"]


def test_the_model_is_believed_without_the_titles_around_a_name(finder: MentionFinder) -> None:
    text = "Yesterday Jaan Tamm left."

    (mention,) = finder.find(text, [(0, 20, "PERSON")], Knowledge())

    assert text[mention.start : mention.end] == "Jaan Tamm"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She announced the appointment of Ndeye Sarrault of Latvia as his envoy.",
         ["Ndeye Sarrault"]),
        ("It appointed Ndeye Coumba Sarrault to be its envoy.", ["Ndeye Coumba Sarrault"]),
        ("The Fund designated Lake Torsk a reserve.", []),
        ("The Fund selected Harbour Torsk Bank as its agent.", []),
    ],
    ids=["of-state", "to-be", "no-office", "bank"],
)  # fmt: skip
def test_who_is_appointed_is_somebody(people: People, text: str, names: list[str]) -> None:
    assert [name for name, _ in people(text) if name] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Foreign Ministers of Latvia and Peru – Jaan Torsk and Ilze Ostvik – met.",
         ["Jaan Torsk", "Ilze Ostvik"]),
        ("She met her counterparts from Latvia and Peru, Jaan Torsk and Ilze Ostvik.",
         ["Jaan Torsk", "Ilze Ostvik"]),
        ("The ministers of Latvia and Peru, Jaan Torsk, met.", []),
        ("The harbours of Latvia and Peru, Lower Torsk and Upper Ostvik, closed.", []),
    ],
    ids=["ministers", "counterparts", "fewer", "no-office"],
)  # fmt: skip
def test_as_many_names_as_states_are_their_officials(
    people: People, text: str, names: list[str]
) -> None:
    assert [name for name, _ in people(text) if name] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Pedro Jordan left.", ["Pedro Jordan"]),
        ("Ms Anna Holland, who spoke, left.", ["Anna Holland"]),
        ("Minister Pedro Jordan left. Pedro Jordan will go to Jordan.", ["Pedro Jordan"] * 2),
        ("Minister Anna, Jordan and Peru left.", ["Anna"]),
    ],
    ids=["after-an-office", "after-an-honorific", "beside-the-state", "parted"],
)
def test_a_name_may_end_like_a_state(people: People, text: str, names: list[str]) -> None:
    assert [name for name, _ in people(text)] == names


@pytest.mark.parametrize("name", ["A.Torsk", "A.B.Torsk", "A.Lima"])
def test_initials_may_be_glued_to_a_name(people: People, name: str) -> None:
    assert [found for found, _ in people(f"Minister {name} spoke.")] == [name]


def test_letters_of_a_force_behind_a_name_are_no_part_of_it(find: Find) -> None:
    (mention,) = find("Mr Jaan Tamm NPM, mni, left.")

    assert mention.span
    assert mention.span.name == "Jaan Tamm"


@pytest.mark.parametrize("name", ["Md. Karim Berg", "Mohd. Anwar Berg", "Alan Wm. Berg"])
def test_a_given_name_may_be_written_short(people: People, name: str) -> None:
    assert [found for found, _ in people(f"Minister {name} spoke.")] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms Ana King spoke.", "Ana King"),
        ("Mr Carl Deans spoke.", "Carl Deans"),
        ("Mr Carl Marshal of Torsk spoke.", "Carl"),
        ("Mr Carl Field of Torsk spoke.", "Carl Field"),
        ("ASP Carl Berg spoke.", "Carl Berg"),
        ("Minister Peter Land spoke.", "Peter Land"),
    ],
    ids=["title", "title-in-the-plural", "office-of-something", "modifier", "rank", "field"],
)
def test_a_title_behind_a_given_name_is_a_surname(find: Find, text: str, name: str) -> None:
    assert [m.span.name for m in find(text) if m.type == EntityType.PERSON and m.span] == [name]


@pytest.mark.parametrize("text", ["ASP Harbours met Europol.", "ACP Kenya joined Europol."])
def test_a_rank_that_is_an_acronym_of_bodies_makes_no_name_of_one_word(
    find: Find, text: str
) -> None:
    assert [m for m in find(text) if m.type == EntityType.PERSON] == []
