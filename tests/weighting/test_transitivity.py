"""Transitivity check of pairwise judgements: all triples against all rankings, cycles and broken equalities."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, strategies as st

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import InputError
from rules.weighting.judgements import MAXIMUM_SHOWN, intransitive_triples, note_contradictions
from rules.weighting.weighting_diagnostics import NoteCollector
from tests.weighting.sheets import judged

VALUES = (Fraction(0), Fraction(1, 2), Fraction(1))


def relation(rank: int, other: int) -> Fraction:
    return VALUES[(rank > other) - (rank < other) + 1]


def ordered(ranks: tuple[int, ...]) -> list[Fraction]:
    size = len(ranks)
    return [relation(ranks[row], ranks[column]) for row in range(size) for column in range(row + 1, size)]


@pytest.mark.parametrize("upper", [*product(VALUES, repeat=3)], ids=lambda upper: "-".join(map(str, upper)))
def test_of_three_items_exactly_those_without_an_order_contradict(upper: tuple[Fraction, ...]) -> None:
    orders = {tuple(ordered(ranks)) for ranks in product(range(3), repeat=3)}
    triples = list(intransitive_triples(judged(3, list(upper))))
    assert bool(triples) == (upper not in orders)
    assert len(triples) <= 1


def test_a_reported_contradiction_matches_the_judgements() -> None:
    words = {
        "CYCLE": (1, 1, 0),
        "BROKEN_EQUALITY": (Fraction(1, 2), Fraction(1, 2), 1),
        "BROKEN_ORDER": (1, 1, Fraction(1, 2)),
    }
    for upper in product(VALUES, repeat=3):
        judgements = judged(3, list(upper))
        for code, *triple in intransitive_triples(judgements):
            first, second, third = (judgements.items.index(item) for item in triple)
            values = judgements.values
            assert (values[first][second], values[second][third], values[first][third]) == words[code]


@given(st.lists(st.integers(0, 6), min_size=2, max_size=8))
def test_judgements_that_follow_an_order_never_contradict(ranks: list[int]) -> None:
    assert list(intransitive_triples(judged(len(ranks), ordered(tuple(ranks))))) == []


def test_a_circle_is_warned_of_and_refused_only_on_request() -> None:
    notes = NoteCollector()
    note_contradictions(judged(3, [Fraction(1), Fraction(0), Fraction(1)]), notes)
    (warning,) = notes.of(Severity.WARNING)
    assert warning.message("en").startswith("The judgements form a circle: A over B, B over C, but C over A")
    assert warning.message("zh").startswith("判断循环：A 优于 B，B 优于 C，而 C 又优于 A")
    notes.refuse("en")
    with pytest.raises(InputError, match="A over B, B over C, but C over A"):
        notes.refuse("en", strict=True)


@pytest.mark.parametrize(
    ("upper", "expected_message"),
    [
        ((Fraction(1, 2), Fraction(1), Fraction(1, 2)), "A equals B, B equals C, but A over C"),
        ((Fraction(1), Fraction(1, 2), Fraction(1)), "A over B, B over C, but A equals C"),
    ],
)
def test_an_equality_that_breaks_is_warned_of(upper: tuple[Fraction, ...], expected_message: str) -> None:
    notes = NoteCollector()
    note_contradictions(judged(3, list(upper)), notes)
    assert expected_message in notes.of(Severity.WARNING)[0].message("en")
    with pytest.raises(InputError, match=expected_message):
        notes.refuse("en", strict=True)


def test_many_contradictions_are_counted_and_cycles_are_listed_first() -> None:
    size = 9
    ring = [Fraction(int((column - row) % size <= size // 2)) for row in range(size) for column in range(row + 1, size)]
    ring[-1] = Fraction(1, 2)
    judgements = judged(size, ring)
    total = len(list(intransitive_triples(judgements)))
    notes = NoteCollector()
    note_contradictions(judgements, notes)
    codes = [note.code for note in notes.found]
    assert len(codes) == MAXIMUM_SHOWN + 1
    assert codes[:MAXIMUM_SHOWN] == ["CYCLE"] * MAXIMUM_SHOWN
    assert notes.found[-1].message("en").startswith(f"{total - MAXIMUM_SHOWN} more groups of three items")
