"""What two releases are to each other, whatever their texts."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from communique.editions.kinship import Kinship, tie
from communique.editions.specimen import Specimen
from communique.graph import Release

TEXTS = st.one_of(
    st.text(min_size=1, max_size=200),
    st.lists(st.sampled_from("Ada met Jon on 3 4 May June . , – \n in Oslo".split(" ")), min_size=1)
    .map(" ".join)
    .filter(str.strip),
)


def release(id_: str, text: str, day: str | None = None) -> Release:
    return Release(id_, text.split("\n", maxsplit=1)[0][:40], "Ministry", text, 0, day)


@given(TEXTS, TEXTS, st.booleans(), st.sampled_from([None, "2024-05-03", "soon"]))
def test_kinship_is_the_same_in_either_order(
    first: str, second: str, one_page: bool, day: str | None
) -> None:
    one, other = Specimen.of(release("a", first, day)), Specimen.of(release("b", second))

    keys = {"one_page": one_page, "one_heading": day is not None}

    assert tie(one, other, **keys) == tie(other, one, **keys)


@given(st.lists(st.sampled_from(["ada", "met", "jon", "may", "3", "oslo"]), min_size=40))
def test_a_text_is_a_copy_of_itself(words: list[str]) -> None:
    one = release("a", " ".join(words))
    other = replace(one, id="b", source="Wire")

    found = tie(Specimen.of(one), Specimen.of(other), one_page=False, one_heading=False)

    assert found is not None
    assert (found.kinship, found.likeness) == (Kinship.COPY, 1.0)
