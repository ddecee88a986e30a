"""What people have judged holds against the rules."""

from collections.abc import Callable, Sequence

import pytest

from communique.graph import Anchor, Judgement, Release, Ruling, Side, Statement
from communique.identity import Resolution, Verdict, resolve
from communique.ontology import EntityType

Told = tuple[Release, tuple[Statement, ...]]
Tell = Callable[..., Told]


def side(name: str, *releases: str, type_: EntityType = EntityType.PERSON) -> Side:
    return Side(type_, name, tuple(Anchor(release, name) for release in sorted(releases)))


def judged(ruling: Ruling, one: Side, other: Side, **more: str) -> Judgement:
    return Judgement(ruling, one, other, **more)


def resolved(releases: Sequence[Told], *judgements: Judgement) -> Resolution:
    return resolve(((r.id, said) for r, said in releases), judgements=judgements)


def people(found: Resolution) -> dict[str, str]:
    """Canonical ids of the people, by local id."""
    return {
        id_: entity.id for id_, entity in found.entities.items() if entity.type is EntityType.PERSON
    }


def partition(found: Resolution) -> set[frozenset[str]]:
    by_id: dict[str, set[str]] = {}
    for local, id_ in people(found).items():
        by_id.setdefault(id_, set()).add(local)
    return {frozenset(ids) for ids in by_id.values()}


@pytest.fixture
def smiths(tell: Tell) -> list[Told]:
    """Four releases about a John Smith, of whom nothing tells that he is several."""
    return [tell(r, ("person John Smith", "VISITS", "country Norway/NOR")) for r in "abcd"]


def test_same_joins_two_whom_the_rules_keep_apart(tell: Tell) -> None:
    releases = [
        tell("a", ("person Ada Lind", "REPRESENTS", "body Harbour League")),
        tell("b", ("person Ada Holm", "REPRESENTS", "body Harbour League")),
    ]
    same = judged(Ruling.SAME, side("Ada Lind", "a"), side("Ada Holm", "b"), reason="married")

    assert len(partition(resolved(releases))) == 2
    found = resolved(releases, same)
    assert partition(found) == {frozenset({"a#1", "b#1"})}
    assert any(d.kind is Verdict.MERGE and "married" in d.reason for d in found.decisions)


def test_different_parts_two_whom_the_rules_join(smiths: list[Told]) -> None:
    different = judged(Ruling.DIFFERENT, side("John Smith", "a", "b"), side("John Smith", "c", "d"))

    assert partition(resolved(smiths)) == {frozenset({"a#1", "b#1", "c#1", "d#1"})}
    assert partition(resolved(smiths, different)) == {
        frozenset({"a#1", "b#1"}),
        frozenset({"c#1", "d#1"}),
    }


def test_one_whom_nobody_judged_waits_where_he_may_be_either(smiths: list[Told]) -> None:
    different = judged(Ruling.DIFFERENT, side("John Smith", "a"), side("John Smith", "c", "d"))

    found = resolved(smiths, different)

    assert frozenset({"b#1"}) in partition(found)
    assert any(d.kind is Verdict.UNSURE and "b#1" in d.ids for d in found.decisions)


def test_one_whom_nobody_judged_joins_the_side_of_his_body(tell: Tell) -> None:
    def of(release: str, body: str) -> Told:
        return tell(release, ("person John Smith", "REPRESENTS", f"body {body}"))

    releases = [of("a", "Harbour League"), of("b", "River Guild"), of("c", "River Guild")]
    different = judged(Ruling.DIFFERENT, side("John Smith", "a"), side("John Smith", "b"))

    assert partition(resolved(releases, different)) == {
        frozenset({"a#1"}),
        frozenset({"b#1", "c#1"}),
    }


def test_different_holds_through_a_third_entity(tell: Tell) -> None:
    releases = [
        tell("a", ("person Ada Lind", "REPRESENTS", "body Harbour League")),
        tell("b", ("person Lind", "REPRESENTS", "body Harbour League")),
        tell("c", ("person Ada M. Lind", "REPRESENTS", "body Harbour League")),
    ]
    different = judged(Ruling.DIFFERENT, side("Ada Lind", "a"), side("Ada M. Lind", "c"))

    found = people(resolved(releases, different))

    assert found["a#1"] != found["c#1"]


def test_a_surname_joins_neither_of_two_that_were_judged_different(tell: Tell) -> None:
    def of(release: str, name: str) -> Told:
        return tell(release, (f"person {name}", "REPRESENTS", "body Harbour League"))

    releases = [of("a", "Ada Lind"), of("b", "Ada Lind"), of("c", "Lind"), of("d", "Karl Lind")]
    different = judged(Ruling.DIFFERENT, side("Ada Lind", "a"), side("Ada Lind", "b"))

    assert partition(resolved(releases, different)) == {frozenset({f"{r}#1"}) for r in "abcd"}


def test_a_judgement_of_a_release_that_is_gone_says_nothing(smiths: list[Told]) -> None:
    different = judged(Ruling.DIFFERENT, side("John Smith", "a"), side("John Smith", "z"))

    assert resolved(smiths, different) == resolved(smiths)


def test_the_later_of_two_that_contradict_each_other_counts(smiths: list[Told]) -> None:
    sides = side("John Smith", "a", "b"), side("John Smith", "c", "d")
    different, same = judged(Ruling.DIFFERENT, *sides), judged(Ruling.SAME, *sides)

    assert len(partition(resolved(smiths, different, same))) == 1
    assert len(partition(resolved(smiths, same, different))) == 2


def test_unsure_changes_nothing(smiths: list[Told]) -> None:
    unsure = judged(Ruling.UNSURE, side("John Smith", "a"), side("John Smith", "b"))

    assert resolved(smiths, unsure) == resolved(smiths)


def test_entities_of_two_types_are_not_judged() -> None:
    with pytest.raises(ValueError, match="different types"):
        judged(
            Ruling.SAME,
            side("Harbour", "a"),
            side("Harbour", "b", type_=EntityType.PLACE),
        )
