import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.feeds import RepairedText, repair
from communique.feeds.repair.alignment import Edit, Revision
from communique.feeds.repair.lines import Boilerplate, boilerplate_rules

LONG = "This line stands in the body and says what was done at the harbour."
FAULTS = [
    *("â€™", "Ã©", "\u00a0", "\u200b", "\u00ad", "\r\n", "\n\n\n", "   ", "…", "•", "- ", "o "),
    *(
        "end.The next",
        "websiteThis is",
        "[Photo: a quay]",
        "Print",
        "&amp;",
        "<sup>",
        "(link is external)",
    ),
    *('("X")', "(the “Xy”)", "(the XY)"),
    *("[a](https://b)", "<!-- -->", "**", "*", "\\", "<td>", "</td> <td>", "</tr>"),
    *("@one@two", "Media contact:\nJane Doe", "word", " ", "\n", "\t", "ð\x9f\x98\x80", "\x85"),
]
messy = st.lists(st.sampled_from(FAULTS) | st.text(max_size=6), max_size=25).map("".join)


def back(text: RepairedText, original: str, words: str) -> str:
    at = text.text.index(words)
    start, end = text.original(at, at + len(words))
    return original[start:end]


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("The EUâ€™s envoy", "The EU’s envoy"),
        ("MiloÅ¡ and RinkÄ“viÄ\x8ds", "Miloš and Rinkēvičs"),
        ("â€œYes,â€\x9d he said", "“Yes,” he said"),
        ("caf\u00e9 and Krišto", "café and Krišto"),
        ("16\u00a0November\u20092023", "16 November 2023"),
        ("Stolten\u00adberg\u200b met", "Stoltenberg met"),
        ("\u2067left\u2069 \ufeffmark", "left mark"),
        ("Home &amp; Foreign &#8217;Office", "Home & Foreign ’Office"),
        ("the 5<sup>th</sup> <b>forum</b>", "the 5th forum"),
        ("the 5<sup>th</sup> forum of Lind &amp; Holm", "the 5th forum of Lind & Holm"),
        ("Two\r\nLines\rAnd\u2028More", "Two\nLines\nAnd\nMore"),
        ("Many   blanks \n Here", "Many blanks\nHere"),
    ],
    ids=[
        *("apostrophe", "letters", "quotes", "sound", "space", "invisible", "direction"),
        *("entities", "tags", "entities-after-tags", "line-ends", "blanks"),
    ],
)
def test_broken_characters_are_mended(broken: str, mended: str) -> None:
    assert repair(broken).text == mended


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("by the coast guard (HCG).Since then", "by the coast guard (HCG). Since then"),
        ("rules for skippers.Armed men came", "rules for skippers. Armed men came"),
        ("he said.“We go on", "he said. “We go on"),
        ("“We go on.”The minister", "“We go on.” The minister"),
        ("in 2023.The minister", "in 2023. The minister"),
        ("at 14:05 (CET)Joint briefing", "at 14:05 (CET) Joint briefing"),
        ("by the gangs!Who paid?", "by the gangs! Who paid?"),
        ("with the partners.NATO stands", "with the partners. NATO stands"),
        ("HARBOUR NEWS:The ferries", "HARBOUR NEWS: The ferries"),
        ("shown on our websiteThis week", "shown on our website\nThis week"),
        ("new modus operandiWhen they came", "new modus operandi\nWhen they came"),
        ("a joint operationThe police", "a joint operation\nThe police"),
        ("the investigationSuspects fled", "the investigation\nSuspects fled"),
        ("in UkraineThe minister", "in Ukraine\nThe minister"),
    ],
)
def test_glued_sentences_are_parted(glued: str, parted: str) -> None:
    assert repair(glued).text == parted


@pytest.mark.parametrize(
    "text",
    [
        *("the U.S.A and Washington, D.C.", "e.g.Xanten", "3.5 and 442,701 Euro", "a Ph.D. in law"),
        *("Mr McDonald", "an iPhone", "Governor DeSantis", "the EUvsDisinfo page", "on LinkedIn"),
        *(
            "on YouTube",
            "the KfW bank",
            "Mr AlBudaiwi",
            "via WhatsApp",
            "Mr O’Brien",
            "see www.Nato.Int",
        ),
        *(
            "the Welcome.US site",
            "at ChildTaxCredit.Gov now",
            "at https://x.example/a.The/b",
            "MacBook",
        ),
        *(
            "AbilityOne staff",
            "the eu-LISA agency",
            "a McKinsey study",
            "PayPal and eBay",
            "NATO’S",
        ),
    ],
)
def test_names_and_abbreviations_stay_whole(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("set_off", "plain"),
    [
        ('the Harbour Council ("HC"), Ms', "the Harbour Council (HC), Ms"),
        ("the Harbour Council (the “Council”) met", "the Harbour Council (Council) met"),
        ("the Council (hereinafter referred to as “HC”) met", "the Council (HC) met"),
        ("the Harbour Council (the HC) met", "the Harbour Council (HC) met"),
        ("the Harbour Council (« HC ») met", "the Harbour Council (HC) met"),
        ("Delft (the Netherlands) and (HC)", "Delft (the Netherlands) and (HC)"),
        ('Juan Duran ("Nito") met', 'Juan Duran ("Nito") met'),
        ('he laughed ("a fine day") and left', 'he laughed ("a fine day") and left'),
    ],
)
def test_short_names_in_brackets_become_alike(set_off: str, plain: str) -> None:
    assert repair(set_off).text == plain


def test_a_short_name_in_brackets_leads_back_to_its_quotation_marks() -> None:
    original = "The Harbour Council (the “Council”) met."
    assert back(repair(original), original, "Harbour Council (Council)") == (
        "Harbour Council (the “Council”)"
    )


@pytest.mark.parametrize("mark", ["  • ", "· ", "– ", "- ", "* ", "o ", "▪\t", "•"])
def test_bullets_become_alike(mark: str) -> None:
    assert repair(f"They met:\n\n{mark}Ms Ana Kovač\n{mark}Mr Jan Novák").text == (
        "They met:\n\n• Ms Ana Kovač\n• Mr Jan Novák"
    )


@pytest.mark.parametrize("rule", boilerplate_rules(), ids=lambda rule: rule.name)
def test_each_boilerplate_rule_takes_out_its_example(rule: Boilerplate) -> None:
    assert re.search(rule.pattern, rule.example, re.IGNORECASE)
    if rule.scope == "inline":
        assert repair(f"{LONG} {rule.example}").text == LONG
    else:
        assert repair(f"{LONG}\n\n{rule.example}\n\n{LONG}").text == f"{LONG}\n\n{LONG}"


@pytest.mark.parametrize(
    "rule",
    [rule for rule in boilerplate_rules() if rule.counterexample],
    ids=lambda rule: rule.name,
)
def test_each_boilerplate_rule_leaves_its_counterexample(rule: Boilerplate) -> None:
    assert not re.fullmatch(rule.pattern, rule.counterexample, re.IGNORECASE)


def test_lines_under_a_contact_heading_go_with_it() -> None:
    text = f"{LONG}\n\nMedia contact:\nJane Doe\nSpokesperson, Harbour Ministry\n\n{LONG}"

    assert repair(text).text == f"{LONG}\n\n{LONG}"


def test_the_title_is_not_taken_for_boilerplate() -> None:
    text = f"Print\n\nSource: Harbour Ministry\n\n{LONG}\n\nPrint"
    found = repair(text, body=text.index(LONG))

    assert found.text == f"Print\n\nSource: Harbour Ministry\n\n{LONG}"
    assert found.text[found.body :] == LONG


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Some ferries…", "Some ferries"),
        ("Some ferries ...\n", "Some ferries"),
        ("Some ferries […]\n\nRead more", "Some ferries"),
        ("and then use….", "and then use."),
        ("“Well… we go on.”", "“Well… we go on.”"),
    ],
)
def test_the_mark_of_a_cut_off_text_goes(text: str, left: str) -> None:
    assert repair(text).text == left


def test_the_body_is_found_again_after_repairs_above_it() -> None:
    text = "The  EUâ€™s\u00a0plan\r\n\r\nSource: Council\r\n\r\nThe plan is out."
    found = repair(text, body=text.index("The plan"))

    assert found.text[found.body :] == "The plan is out."


def test_a_span_leads_back_to_the_words_as_read() -> None:
    original = (
        "A   caption.\n\nPrint\n\nThe EUâ€™s\u00a0envoy met Ms\u00a0Ana Kova\u00adč.Then he left…"
    )
    found = repair(original)

    assert back(found, original, "EU’s envoy") == "EUâ€™s\u00a0envoy"
    assert back(found, original, "Ana Kovač. Then") == "Ana Kova\u00adč.Then"
    assert back(found, original, "left") == "left"


def test_a_sound_text_stays_with_its_offsets() -> None:
    text = f"A title\n\nSource: Harbour Ministry\n\n{LONG}\n\n• One\n• Two"
    found = repair(text, body=34)

    assert (found.text, found.body, found.rounds) == (text, 34, ())
    assert found.original(3, 9) == (3, 9)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 99)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        repair("short text").original(*span)


def test_a_body_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        repair("short", body=6)


@given(messy, st.data())
def test_spans_stay_inside_the_original_and_in_order(text: str, data: st.DataObject) -> None:
    found = repair(text, body=data.draw(st.integers(0, len(text))))
    places = st.integers(0, len(found.text))
    (a, b), (c, d) = (sorted((data.draw(places), data.draw(places))) for _ in range(2))
    starts, ends = sorted((a, c)), sorted((b, d))

    first = found.original(starts[0], max(starts[0], ends[0]))
    second = found.original(starts[1], max(starts[1], ends[1]))

    assert 0 <= first[0] <= first[1] <= len(text)
    assert 0 <= second[0] <= second[1] <= len(text)
    assert first[0] <= second[0]
    assert first[1] <= second[1]
    assert 0 <= found.body <= len(found.text)


@given(messy)
def test_letters_that_nothing_touched_lead_back_to_themselves(text: str) -> None:
    found = repair(text)

    for at, character in enumerate(found.text):
        start, end = found.original(at, at + 1)
        if end - start == 1 and character.isalnum() and text[start].isascii():
            assert text[start] == character


@given(st.from_regex(r"[a-z]{3,9}( [a-z]{3,9}){0,9}\.", fullmatch=True))
def test_plain_sentences_are_not_touched(text: str) -> None:
    assert repair(text).rounds == ()


STRIPPED = (
    "Harbour Police Close a Case\n\nThe Criminal Divisions Ferry Section worked with the Ministrys "
    "Press Office and Latvias border guard. Latvia sent two Officers from Riga, and the FERLOs "
    "Lisbon Office joined. FERLO didnt name the States that asked. Delegates of the Baltic States "
    "and the Attorneys General of two regions listened."
)


def test_possessives_get_their_apostrophe_back_where_a_text_lost_all_of_them() -> None:
    mended = repair(STRIPPED).text
    for words in ("Division’s Ferry", "Ministry’s Press", "Latvia’s border", "FERLO’s Lisbon"):
        assert words in mended
    assert mended.count("’") == 4


@pytest.mark.parametrize(
    "words",
    [
        "Ministers Ana Duran and Carl Berg", "U.S. Attorneys Ana Duran, Carl Berg and Eva Tamm",
        "Commissioners Ana Duran (Peru), Carl Berg", "Presidents Ana Duran of Peru and Carl Berg",
        "Ministers Ana Duran of Peru, Eva Tamm of Malta and Carl Berg",
    ],
    ids=["two", "list", "brackets", "states", "three-states"],
)  # fmt: skip
def test_the_plural_of_an_office_before_the_names_of_its_holders_stays(words: str) -> None:
    assert words in repair(f"{STRIPPED} They met {words} in Riga.").text


def test_the_office_of_a_prosecutor_gets_its_apostrophe_back() -> None:
    lost = "The Prosecutors Press Office and Latvian Border Guard came, Ana Duran said."

    assert "Prosecutor’s Press" in repair(f"{STRIPPED} {lost}").text


@pytest.mark.parametrize(
    "healthy",
    [
        STRIPPED + " The minister’s car waited.",
        STRIPPED + " The minister's car waited.",
        "Latvians will visit. A Latvian came, and Officers Krūms and Ozols went.",
        "The Latvian met two Latvians from Riga. Officers Oak and Elm stood by.",
    ],
)
def test_plurals_of_a_text_that_keeps_its_apostrophes_stay(healthy: str) -> None:
    assert repair(healthy).text == healthy


@pytest.mark.parametrize(
    "words",
    [
        "Danish Armed Forces Major General Carl Berg and Ana Duran",
        "the Danish Forces Health Services Centre",
        "the Financial Services Authority",
    ],
    ids=["rank", "state", "services"],
)
def test_forces_and_services_before_a_capital_are_no_possessive(words: str) -> None:
    text = f"Talks\n\nShe met {words}."

    assert repair(text).text == text


def test_an_apostrophe_that_was_put_in_leads_back_to_the_text_as_read() -> None:
    text = repair(STRIPPED)
    assert back(text, STRIPPED, "Latvia’s border guard") == "Latvias border guard"


def test_a_town_in_capitals_is_parted_from_the_sentence_that_follows() -> None:
    assert (
        repair("Call\n\nRIGASecretary Oak met her.").text == "Call\n\nRIGA – Secretary Oak met her."
    )
    assert repair("Call\n\nNATO meets.\n\nNGOs came.").text == "Call\n\nNATO meets.\n\nNGOs came."


def test_rows_of_a_table_get_marks_between_their_cells() -> None:
    text = "List\n\nEstonia\tMr Berg\tDirector\nMalta    Ms Tamm    Head\n"

    assert repair(text, body=5).text == "List\n\nEstonia: Mr Berg, Director\nMalta: Ms Tamm, Head"


@pytest.mark.parametrize(
    "line",
    ["It ended.   It began.", "3 May   Talks in Porto", "One row   of two cells"],
    ids=["sentences", "dates", "single"],
)
def test_wide_gaps_that_are_no_table_are_closed(line: str) -> None:
    assert (
        repair(f"List\n\n{line}\n\nEnd", body=5).text
        == f"List\n\n{line.replace('   ', ' ')}\n\nEnd"
    )


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="begins before"):
        Revision("harbour", 0).edited([Edit(2, 4, ""), Edit(3, 5, "")])


WRAPPED = """\
The Minister of Defence of Estonia, Ana Duran, received the Minister
of Defence of Latvia, Carl Berg, at the Harbour Barracks in Tapa,
where they signed a memorandum on the training of engineers. They had
met before.

• Two courses will be held at the training area, one of them in March
  and one in May, for forty soldiers each.
• Interpretation is paid for by the Harbour Academy.

Next steps
The ministers will meet again in Riga in the week of 3 June together
with the heads of the engineers.
"""


def test_wrapped_lines_are_joined() -> None:
    first, _, course, interpretation, _, heading, last = repair(WRAPPED).text.split("\n")

    assert first.endswith("engineers. They had met before.")
    assert course.startswith("• Two")
    assert course.endswith("and one in May, for forty soldiers each.")
    assert (interpretation[:6], heading) == ("• Inte", "Next steps")
    assert last.endswith("in the week of 3 June together with the heads of the engineers.")


def test_words_of_joined_lines_lead_back_to_the_line_as_read() -> None:
    repaired = repair(WRAPPED)
    assert back(repaired, WRAPPED, "the Minister of Defence of Latvia") == (
        "the Minister\nof Defence of Latvia"
    )


def test_a_word_broken_at_its_hyphen_is_joined_without_a_space() -> None:
    text = (
        "The ministers will meet again in Riga in June, with the Secretary-\n"
        "General of the Harbour Council, the ambassadors of both states and\n"
        "the heads of the engineers. They will then travel to Tapa and to the\n"
        "other bank."
    )
    assert "with the Secretary-General of the" in repair(text).text


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("They met.[1] All left[12], and", "They met. All left, and"),
        ("[1] Harbour Review, May.", "[1] Harbour Review, May."),
        ("the words “the [5] boats”", "the words “the [5] boats”"),
    ],
)
def test_the_numbers_of_footnotes_go(marked: str, plain: str) -> None:
    assert repair(marked).text == plain


def test_quoted_lines_are_joined_too() -> None:
    quoted = "".join(f"> {line}\n" for line in WRAPPED.splitlines())
    assert repair(quoted).text == repair(WRAPPED).text


def test_a_mark_of_comparison_stays() -> None:
    assert repair("Growth\n> 3 % in Tapa\nAll left.\nThey met.").text.count(">") == 1


@pytest.mark.parametrize(
    "beside",
    [
        f"https://example.org/{'press-2024-' * 12}",
        "Related: the statement of the President of the Harbour Council on the plan of today",
    ],
    ids=["link", "heading"],
)
def test_a_long_line_by_itself_does_not_hide_that_a_text_is_wrapped(beside: str) -> None:
    assert "received the Minister of Defence" in repair(f"{WRAPPED}\n{beside}\n").text


TABLES = {
    "numbers": "Contributions\n120 soldiers from Estonia\n200 soldiers from Latvia\n50 of ours",
    "days": (
        "9 May Visit of the Minister to Tapa and the Harbour Barracks, Estonia\n"
        "10 May Visit of the Minister to Riga and the Harbour Barracks, Latvia\n"
        "11 May Visit of the Minister to Narva and the Harbour Academy, Estonia"
    ),
    "address": "Embassy of Estonia\n2131 Harbour Avenue\n20008 Washington",
    "bodies": "the Ministry of Defence\nthe Ministry of Justice\nthe Harbour Police",
    "roman": "(i) open the harbour\n(ii) mend the boats\n(iii) close the harbour",
}


@pytest.mark.parametrize("lines", TABLES.values(), ids=TABLES)
def test_lines_of_a_table_stay_apart(lines: str) -> None:
    assert repair(f"{WRAPPED}\n{lines}").text.endswith(lines)


def test_a_list_of_long_lines_in_a_wrapped_text_stays_a_list() -> None:
    assert LISTED.rstrip("\n") in repair(f"{WRAPPED}\n{LISTED}").text


def test_a_suspended_hyphen_keeps_its_space() -> None:
    text = WRAPPED.replace(
        "the training of engineers. They had\n", "the training of land-, air-\nand "
    )
    assert "air- and met" in repair(text).text


def test_marks_before_the_lines_of_a_list_are_bullets() -> None:
    text = "They agreed:\n> Ana Duran will go to Riga\n> Carl Berg will go to Tapa"
    assert repair(text).text == text


@pytest.mark.parametrize("header", ["source: X", "Source:X\nURL:https://example.org", "3 May 2024"])
def test_header_lines_are_no_part_of_the_title(header: str) -> None:
    head = f"Minister visits the harbour\n{header}\n\n"
    assert repair(f"{head}They met.", body=len(head)).text == f"{head}They met."


LISTED = """\
Participants
Ana Duran, Director General for International Affairs of the Ministry
Carl Berg, Head of the Harbour Police of the Republic of Estonia, Tapa
Eva Tamm, Commander of the Coast Guard of the Republic of Latvia, Riga
"""


def test_lines_of_a_list_that_are_as_long_as_one_another_stay_apart() -> None:
    assert repair(LISTED).text == LISTED.rstrip("\n")


@pytest.mark.parametrize(
    "mark", ["12. Ana", "b) Ana", "- Ana", "14:30 Ana", "4 June – Ana Duran speaks on"]
)
def test_an_item_below_a_full_line_stays_an_item(mark: str) -> None:
    text = WRAPPED.replace("where they signed", f"{mark} signed")
    assert f"in Tapa,\n{mark[:2]}" in repair(text).text.replace("•", "-")


def test_a_title_over_two_lines_is_one() -> None:
    head = "Ministers of Estonia and Latvia sign a plan for\nengineers\n\nSource: X\n\n"
    repaired = repair(f"{head}They met.", body=len(head))
    assert (
        repaired.text.split("\n")[0] == "Ministers of Estonia and Latvia sign a plan for engineers"
    )
    assert repaired.text[repaired.body :] == "They met."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("T\n\nThe [new quay](https://port.example/quay_(north)) opened.", "The new quay opened."),
        ("T\n\n[Write to us](mailto:a@port.example) today.", "Write to us today."),
        ("T\n\nLook: ![A quay](/img/quay.jpg) here it is.", "Look: here it is."),
        ("T\n\nThe **Harbour Board** and *Kite Anchor* are ready.", None),
        ("T\n\nIt rose by a third.\\[3\\] Then it fell.", "It rose by a third. Then it fell."),
        ('T\n\nOn <span style="x: y">3 May</span> it began.', "On 3 May it began."),
        ('T\n\n<figure> <img src="quay.jpg"> </figure> The quay.', "The quay."),
    ],
    ids=["link", "mail", "picture", "type", "escapes", "span", "figure"],
)
def test_marks_of_pages_go(marked: str, plain: str | None) -> None:
    told = plain or "The Harbour Board and Kite Anchor are ready."

    assert repair(marked, body=3).text.split("\n\n", 1)[1].strip() == told


def test_a_comment_does_not_part_a_list() -> None:
    text = "T\n\n• Ana Lind, Port of Rix\n\n<!-- -->\n\n• Bo Holm, Port of Sund"

    assert repair(text, body=3).text == "T\n\n• Ana Lind, Port of Rix\n\n• Bo Holm, Port of Sund"


def test_rows_of_a_page_become_lines_with_marked_cells() -> None:
    table = (
        '<table> <tbody> <tr class="odd"> <td><strong>State</strong></td> <td>Sum</td> </tr> '
        '<tr class="even"> <td>Malta</td> <td align="left">$2 million</td> </tr> </tbody> </table>'
    )

    lines = repair(f"T\n\n{table}", body=3).text.split("\n")

    assert [line.strip() for line in lines if line] == ["T", "State | Sum", "Malta | $2 million"]


@pytest.mark.parametrize(
    "text",
    [
        "T\n\nKosovo* and 2 * 3 * 4 ships, of which a < b and c > d.\n*without prejudice",
        "T\n\nThe report [A/75/12] (see page 3) says so.",
        "T\n\nThe file C:\\ports was lost.",
    ],
    ids=["stars", "brackets", "stroke"],
)
def test_signs_that_mark_nothing_stay(text: str) -> None:
    assert repair(text, body=3).text == text


def test_the_words_of_a_link_lead_back_to_the_text_as_read() -> None:
    text = "T\n\nThe board met [Minister Ana Lind](https://port.example/a) at the quay."

    assert back(repair(text, body=3), text, "Ana Lind") == "Ana Lind"


def test_items_and_paragraphs_of_a_page_stay_apart() -> None:
    text = "Call\n\n<p>All left.</p><ul><li>Estonia</li><li>Malta (*)</li></ul><p>Riga (*)</p>"

    assert repair(text, body=6).text.split() == [
        *("Call", "All", "left.", "Estonia", "Malta", "(*)", "Riga", "(*)")
    ]
