"""What holds for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.extractors.mentions import Knowledge, MentionFinder
from communique.extractors.mentions.headlines import lowered

PIECES = st.sampled_from(
    "the The of for and to in , . ( ) “ ” ’s ' \n Minister President Ambassador former Deputy Mr "
    "General bin al-Thani Anna Liepa Latvia Latvian Riga NATO KFOR Operation Exercise Summit "
    "Ministry Foreign Affairs police training 24 2023 met visit HSCC Centre - & U.S.".split(" ")
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join)


@given(TEXTS | st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_mentions_are_ordered_and_do_not_overlap(finder: MentionFinder, text: str) -> None:
    knowledge = Knowledge()
    finder.learn(text, [], knowledge)
    mentions = finder.find(text, [], knowledge)

    bounds = [offset for mention in mentions for offset in (mention.start, mention.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)


@given(st.text())
def test_lowering_a_heading_moves_no_character(text: str) -> None:
    assert len(lowered(text)) == len(text)
