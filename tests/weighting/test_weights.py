"""Points from weights: blocks, scaling, largest-remainder rounding and preset points."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.contracts.diagnostics import Severity
from rules.contracts.errors import InputError
from rules.weighting.blocks import Indicators, ItemBlock, read_blocks, read_points
from rules.weighting.judgements import DiagonalRule
from rules.weighting.weighting_diagnostics import NoteCollector, SheetPlace
from rules.weighting.weights import (
    PointsKind,
    ScalingScope,
    WeighingInput,
    WeighingOptions,
    Weighting,
    compute_precedence_chart,
    round_points,
    scale_points,
    weigh,
)
from tests.weighting.sheets import EXAMPLE, judged, placed, sheet, shown

JUDGEMENTS = Path(__file__).resolve().parents[2] / "features" / "csr-three-stage" / "judgements"
BLOCKS = "block, points, items\nfirst, 16, A B\nsecond, 36, C D"


def weighed(material: WeighingInput, way: WeighingOptions | None = None) -> tuple[Weighting | None, NoteCollector]:
    notes = NoteCollector()
    return weigh(material, way or WeighingOptions(), notes), notes


def points_of(material: WeighingInput, way: WeighingOptions | None = None) -> list[Fraction]:
    weighting, notes = weighed(material, way)
    assert weighting is not None, shown(notes)
    return [*weighting.points.values()]


def blocks_of(text: str) -> tuple[ItemBlock, ...]:
    notes = NoteCollector()
    blocks = read_blocks(sheet(text, "blocks"), notes)
    assert shown(notes) == []
    return blocks


def test_without_blocks_the_whole_is_shared_out() -> None:
    material = WeighingInput((sheet(EXAMPLE),))
    assert points_of(material) == [Fraction(175, 4), 25, 25, Fraction(25, 4)]
    assert points_of(material, WeighingOptions(total=Fraction(8))) == [Fraction(7, 2), 2, 2, Fraction(1, 2)]
    assert points_of(material, WeighingOptions(variant=DiagonalRule.WITHOUT_DIAGONAL)) == [50, 25, 25, 0]


def test_each_block_distributes_its_own_points() -> None:
    material = WeighingInput((sheet(EXAMPLE),), blocks_of(BLOCKS))
    assert points_of(material) == [Fraction(112, 11), Fraction(64, 11), Fraction(144, 5), Fraction(36, 5)]


def test_the_total_points_of_all_blocks_can_be_distributed_across_blocks() -> None:
    weighting, _ = weighed(
        WeighingInput((sheet(EXAMPLE),), blocks_of(BLOCKS)), WeighingOptions(scale=ScalingScope.TOTAL)
    )
    assert weighting is not None
    assert weighting.total == 52
    assert [block.found for block in weighting.blocks] == [Fraction(143, 4), Fraction(65, 4)]


def test_whole_points_go_to_the_largest_remainders() -> None:
    material = WeighingInput((sheet(EXAMPLE),), blocks_of(BLOCKS))
    assert points_of(material, WeighingOptions(whole=True)) == [10, 6, 29, 7]


def test_equal_remainders_go_to_more_points_and_then_to_the_first() -> None:
    items = ("A", "B", "C", "D")
    group = ItemBlock("all", Fraction(9), items, SheetPlace("all"))

    def rounded(points: dict[str, Fraction], order: tuple[str, ...] = items) -> list[Fraction]:
        rounded_points = round_points(points, [group], order, NoteCollector())
        assert rounded_points is not None
        return [rounded_points[item] for item in items]

    halves = {item: Fraction(value, 2) for item, value in zip(items, (3, 5, 7, 3), strict=True)}
    assert rounded(halves) == [1, 3, 4, 1]
    equal = {item: Fraction(9, 4) for item in items}
    assert rounded(equal) == [3, 2, 2, 2]
    assert rounded(equal, items[::-1]) == [2, 2, 2, 3]


def test_points_rounded_to_zero_cause_a_warning() -> None:
    weighting, notes = weighed(WeighingInput((sheet(EXAMPLE),)), WeighingOptions(whole=True, total=Fraction(4)))
    assert weighting is not None
    assert weighting.points == {"A": 2, "B": 1, "C": 1, "D": 0}
    assert shown(notes, Severity.WARNING) == [("D", "ZERO_POINTS")]


def test_preset_points_are_compared_with_the_points_of_the_chart() -> None:
    notes = NoteCollector()
    table = read_points(sheet("项, 分值\nA, 10\nB, 6\nC, 20\nD, 16", "points"), notes)
    weighting = weigh(WeighingInput((sheet(EXAMPLE),), blocks_of(BLOCKS), table), WeighingOptions(), notes)
    assert notes.found == []
    assert weighting is not None
    assert weighting.kind is PointsKind.GIVEN
    assert weighting.items[0].exact == Fraction(112, 11)
    assert [*weighting.points.values()] == [10, 6, 20, 16]


def test_preset_points_need_no_judgements() -> None:
    notes = NoteCollector()
    table = read_points(sheet("item, points\nA, 176/41\nB, 480/41", "points"), notes)
    block = blocks_of("block, points, items\nfirst, 16, A B")
    weighting = weigh(WeighingInput((), block, table), WeighingOptions(), notes)
    assert notes.found == []
    assert weighting is not None
    assert weighting.chart is None
    assert weighting.total == 16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "TABLE_EMPTY"),
        ("block, points, items", "TABLE_EMPTY"),
        ("block, points\nfirst, 16", "1:0 TABLE_COLUMNS"),
        ("group, sum, members\nfirst, 16, A", "1:0 TABLE_COLUMNS, 1:0 TABLE_COLUMNS, 1:0 TABLE_COLUMNS"),
        ("block, points, items\nfirst, , A", "2:2 CELL_EMPTY"),
        ("block, points, items\n, 16, A", "2:1 CELL_EMPTY"),
        ("block, points, items\nfirst, 16,", "2:3 CELL_EMPTY"),
        ("block, points, items\nfirst, -1, A", "2:2 POINTS_VALUE"),
        ("block, points, items\nfirst, 1/0, A\nsecond, sixteen, B", "2:2 POINTS_VALUE, 3:2 POINTS_VALUE"),
        ("block, points, items\nfirst, 16, A\nfirst, 36, B", "3:1 BLOCK_TWICE"),
    ],
)
def test_a_mistake_in_a_table_of_blocks_is_reported_at_its_cell(text: str, expected: str) -> None:
    notes = NoteCollector()
    read_blocks(sheet(text), notes)
    assert placed(notes) == expected


def test_blocks_are_read_in_chinese_and_with_commas() -> None:
    notes = NoteCollector()
    text = "分组; 满分; 各项\n一; 16; A,B、C\n二; 36; D".replace(",", "，").replace(";", ",")
    assert [(one.id, one.points, one.items) for one in read_blocks(sheet(text), notes)] == [
        ("一", Fraction(16), ("A", "B", "C")),
        ("二", Fraction(36), ("D",)),
    ]
    assert notes.found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("block, points, items\nfirst, 16, A B C", [("D", "ITEM_WITHOUT_BLOCK")]),
        (
            "block, points, items\nfirst, 16, A B\nsecond, 4, B C D",
            [("blocks.csv line 3, column 1", "BLOCK_ITEM_TWICE")],
        ),
        ("block, points, items\nfirst, 16, A B C D E", [("blocks.csv line 2, column 1", "BLOCK_ITEM_UNKNOWN")]),
    ],
)
def test_blocks_must_contain_every_item_once(text: str, expected: list[tuple[str, str]]) -> None:
    weighting, notes = weighed(WeighingInput((sheet(EXAMPLE),), blocks_of(text)))
    assert weighting is None
    assert shown(notes) == expected


def test_a_block_without_weight_cannot_share_out_points() -> None:
    text = "block, points, items\nfirst, 16, A B C\nlast, 4, D"
    material = WeighingInput((sheet(EXAMPLE),), blocks_of(text))
    weighting, notes = weighed(material, WeighingOptions(variant=DiagonalRule.WITHOUT_DIAGONAL))
    assert weighting is None
    assert shown(notes) == [("blocks.csv line 3, column 1", "BLOCK_WITHOUT_WEIGHT")]
    assert points_of(material)[3] == 4


def test_a_block_without_points_needs_no_weight() -> None:
    text = "block, points, items\nfirst, 16, A B C\nlast, 0, D"
    material = WeighingInput((sheet(EXAMPLE),), blocks_of(text))
    assert points_of(material, WeighingOptions(variant=DiagonalRule.WITHOUT_DIAGONAL)) == [8, 4, 4, 0]


def test_whole_points_need_whole_blocks() -> None:
    weighting, notes = weighed(
        WeighingInput((sheet(EXAMPLE),), blocks_of(BLOCKS.replace("16", "33/2"))), WeighingOptions(whole=True)
    )
    assert weighting is None
    assert shown(notes) == [("blocks.csv line 2, column 1", "BLOCK_NOT_WHOLE")]
    with pytest.raises(InputError, match=r"block first has 16\.5 points, and whole numbers cannot add up to"):
        notes.refuse("en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("item, points\nA, 10\nB, 6\nC, 20", [("POINTS_ITEM_MISSING", "D")]),
        ("item, points\nA, 10\nB, 6\nC, 20\nD, 16\nE, 1", [("POINTS_ITEM_UNKNOWN", "E")]),
        ("item, points\nA, 10\nB, 7\nC, 20\nD, 16", [("POINTS_SUM", "first")]),
        ("item, points\nA, 10\nB, x\nC, 20\nD, 16", [("POINTS_VALUE", "x"), ("POINTS_ITEM_MISSING", "B")]),
        ("item, points\nA, 10\nB, 6\nC, 20\nD, 16\nA, 10", [("POINTS_ITEM_TWICE", "A")]),
        ("item, score\nA, 10", [("TABLE_COLUMNS", "points")]),
    ],
)
def test_preset_points_must_match_items_and_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    notes = NoteCollector()
    table = read_points(sheet(text, "points"), notes)
    assert weigh(WeighingInput((sheet(EXAMPLE),), blocks_of(BLOCKS), table), WeighingOptions(), notes) is None
    errors = [(note.code, note.arguments) for note in notes.of(Severity.ERROR)]
    for code, word in expected:
        assert any(one == code and word in arguments.values() for one, arguments in errors), errors


def test_items_are_the_indicators_of_the_card() -> None:
    indicators = Indicators(
        "small", {"A": "Energy", "B": "Waste", "C": "Water", "E": "Air"}, SheetPlace("features/small")
    )
    weighting, notes = weighed(WeighingInput((sheet(EXAMPLE),), (), None, indicators))
    assert weighting is None
    assert [note.message("en") for note in notes.of(Severity.ERROR)] == [
        "These indicators are not among the weighed items: E (Air). "
        "Add judgements of them, or use a scorecard without them.",
        "These items are not indicators of the scorecard small: D. Use the ids of its indicators as items: A, B, C, E.",
    ]


CASES = st.integers(2, 8).flatmap(
    lambda size: st.tuples(
        st.lists(
            st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]),
            min_size=size * (size - 1) // 2,
            max_size=size * (size - 1) // 2,
        ).map(lambda upper: judged(size, upper)),
        st.integers(1, size - 1),
        st.tuples(st.integers(1, 60), st.integers(1, 60)),
    )
)


@given(CASES)
def test_points_add_up_in_every_block_exact_and_whole(case: tuple[object, int, tuple[int, int]]) -> None:
    judgements, cut, (first_points, two) = case
    chart = compute_precedence_chart([judgements], DiagonalRule.WITH_DIAGONAL)  # type: ignore[list-item]  # the tuple has lost its types
    groups = [
        ItemBlock("one", Fraction(first_points), chart.items[:cut], SheetPlace("one")),
        ItemBlock("two", Fraction(two), chart.items[cut:], SheetPlace("two")),
    ]
    exact = scale_points(chart, groups, NoteCollector())
    assert exact is not None
    whole = round_points(exact, groups, chart.items, NoteCollector())
    assert whole is not None
    for group in groups:
        assert sum(exact[item] for item in group.items) == group.points
        assert sum(whole[item] for item in group.items) == group.points
    assert all(points.denominator == 1 and abs(points - exact[item]) < 1 for item, points in whole.items())
