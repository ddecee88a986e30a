"""Blocks of a release."""

from hypothesis import given
from hypothesis import strategies as st

from communique.extractors.layout.blocks import BlockKind, find_blocks

TITLE = "Harbour talks end\n"


def test_the_first_line_is_the_title() -> None:
    title, body = find_blocks(f"{TITLE}\nThe talks ended.", len(TITLE))

    assert (title.kind, title.text) == (BlockKind.TITLE, "Harbour talks end")
    assert (body.kind, body.text) == (BlockKind.PARAGRAPH, "The talks ended.")


def test_a_short_line_before_a_paragraph_is_its_heading() -> None:
    _, heading, body = find_blocks(f"{TITLE}\nNext steps\nThe talks ended.", len(TITLE))

    assert heading.kind == BlockKind.HEADING
    assert body.heading == "Next steps"


def test_a_line_that_ends_a_sentence_is_no_heading() -> None:
    _, first, second = find_blocks(f"{TITLE}\nThey ended.\n\nAll went home.", len(TITLE))

    assert {first.kind, second.kind} == {BlockKind.PARAGRAPH}


def test_bullets_know_the_line_that_introduces_them() -> None:
    text = f"{TITLE}\nOn Monday the envoy will meet the following people:\n• Mr Tamm\n• Ms Ruiz"
    _, lead, first, second = find_blocks(text, len(TITLE))

    assert [block.text for block in (first, second)] == ["Mr Tamm", "Ms Ruiz"]
    assert {first.lead, second.lead} == {lead.text}
    assert first.lead_start == lead.start
    assert text[first.start : first.end] == "Mr Tamm"


def test_a_heading_ends_the_reach_of_a_lead() -> None:
    lead = "The envoy will meet the following three people today:"
    text = f"{TITLE}\n{lead}\n• Mr Tamm\n\nPress\n• Ms Ruiz"
    *_, last = find_blocks(text, len(TITLE))

    assert (last.heading, last.lead) == ("Press", None)


def test_wrapped_lines_are_one_paragraph() -> None:
    long = "The delegations agreed on a plan for the harbour that both of them"
    _, body = find_blocks(f"{TITLE}\n{long}\nwill sign.", len(TITLE))

    assert body.text == f"{long}\nwill sign."


def test_a_text_with_lines_of_any_length_is_not_wrapped() -> None:
    long = "The delegations agreed on a plan for the harbour, " * 5 + "which they will sign."
    item = "Latvia, the Coast Guard of the capital and its boats and divers"
    _, _, first, second = find_blocks(f"{TITLE}\n{long}\n{item}\nEstonia, Police", len(TITLE))

    assert (first.text, second.text) == (item, "Estonia, Police")


def test_lines_with_a_label_each_are_not_one_line_wrapped() -> None:
    items = [
        "Latvia: the Coast Guard of the capital and its boats and divers; Customs",
        "Estonia: Police",
    ]
    _, *lines = find_blocks("\n".join([TITLE, *items]), len(TITLE))

    assert [block.text for block in lines] == items


def test_what_stands_between_title_and_body_is_skipped() -> None:
    text = f"{TITLE}Source: Harbour Office\nThe talks ended."
    _, body = find_blocks(text, text.index("The talks"))

    assert body.text == "The talks ended."


@given(st.lists(st.sampled_from(["Next steps", "The talks ended.", "• Mr Tamm", "", "a line\n"])))
def test_blocks_are_slices_of_the_text(lines: list[str]) -> None:
    text = TITLE + "\n".join(lines)

    for block in find_blocks(text, len(TITLE)):
        assert text[block.start : block.end] == block.text


def test_a_line_that_says_what_a_day_brings_is_neither_heading_nor_the_rest_of_one() -> None:
    lines = "3 June – Talks with the Harbour Committee\n4 June – Visit to the old town"
    _, first, second = find_blocks(f"{TITLE}\n{lines}\n\nThey ended.", len(TITLE))[:3]

    assert [first.text, second.text] == lines.split("\n")
    assert {first.kind, second.kind} == {BlockKind.PARAGRAPH}
