from hypothesis import given
from hypothesis import strategies as st
from networkx.utils import UnionFind

from communique.editions.groups import Groups

MEMBERS = "abcdefgh"


@given(st.lists(st.lists(st.sampled_from(MEMBERS), min_size=1, max_size=4)))
def test_ties_unite_what_they_reach(ties: list[list[str]]) -> None:
    groups, expected = Groups(MEMBERS), UnionFind(MEMBERS)
    for tie in ties:
        groups.unite(*tie)
        expected.union(*tie)

    assert sorted(map(sorted, groups)) == sorted(map(sorted, expected.to_sets()))
    assert all(groups[member] in group for group in groups for member in group)
