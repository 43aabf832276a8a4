"""Sums of goods: totals independent of the batches, and running sums that match the card."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import example, given, settings, strategies as st

from rules.contracts import Interval, Outcome, format_exact, parse_exact
from service.base import instants
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.border_comparison import measure_columns
from service.schemes.cbam.card_evaluation import UntracedEvaluator, assess_threshold
from service.schemes.cbam.comparing_process import EU_MASS, UK_VALUE, running_thresholds
from service.schemes.cbam.declaration import CARD
from service.schemes.cbam.goods import Goods, read_goods
from service.schemes.cbam.goods_entries import entries_of, entry_of, separated_files
from service.schemes.cbam.goods_ledgers import add_priced
from service.schemes.cbam.pages.figures import NOT_KNOWN, Cost, charts_of, money, span_of
from tests.support.tiers import tries
from touchstone.v1 import cbam_service_pb2 as cbam, goods_ledger_service_pb2 as ledgers, types_pb2

GAZETTE = CHECKOUT / "scorecards"
HEAD = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,uk_sector,uk_value (GBP)"
AMOUNTS = st.fractions(min_value=0, max_value=10**9, max_denominator=10**6)
COSTS = st.none() | st.tuples(AMOUNTS, st.none() | AMOUNTS)
"""No figure at all, or the least, and how much more it may be."""


def priced(cost: tuple[Fraction, Fraction | None] | None) -> cbam.CompareGoodsResponse:
    year = cbam.YearCost(year=2027)
    if cost is not None:
        low, more = cost
        high = "" if more is None else format_exact(low + more)
        year.cost.CopyFrom(types_pb2.Interval(low=format_exact(low), high=high))
    point = cbam.OpenPoint(giver="GIVER_RULES", text="open", line_count=1)
    measure = cbam.BorderMeasure(measure_id="eu", measure_group="eu", currency_code="EUR", totals=[year])
    return cbam.CompareGoodsResponse(
        measures=[measure], compared_goods=[cbam.ComparedGoods()], open_points=[point], line_count=1
    )


@given(st.lists(COSTS, min_size=1, max_size=8))
@example([(Fraction(1, number), None) for number in (999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917)])
def test_pieces_add_up_to_the_whole(costs: list[tuple[Fraction, Fraction | None] | None]) -> None:
    sums = ledgers.GoodsPricing(line_count=len(costs))
    for cost in costs:
        add_priced(sums, priced(cost), 1)
    assert sums.priced_line_count == len(costs)
    assert sums.open_points[0].line_count == len(costs)
    (total,) = sums.measures[0].totals
    known = [cost for cost in costs if cost is not None]
    assert total.HasField("cost") == bool(known)
    if known:
        assert parse_exact(total.cost.low) == sum(low for low, _ in known)
        bounded = len(known) == len(costs) and all(more is not None for _, more in known)
        assert bool(total.cost.high) == bounded
        if bounded:
            assert parse_exact(total.cost.high) == sum(low + (more or 0) for low, more in known)


@given(COSTS.filter(lambda cost: cost is None or cost[1] is None or cost[0] + cost[1] > 0))
def test_a_bar_fits_its_chart_and_matches_the_table(cost: tuple[Fraction, Fraction | None] | None) -> None:
    (chart,) = charts_of(priced(cost).measures)
    (bar,) = chart.bars
    assert 0 <= parse_exact(bar.certain_height) <= 96
    assert 0 <= parse_exact(bar.label_place) < 132
    words = {"not_known": "?", "at_least": ">= {low}", "from_to": "{low} - {high}"}
    assert (bar.kind == "unknown") == (money(chart.costs[2027], words) == "?")


def test_sums_of_many_lines_may_have_more_digits_than_anybody_could_enter() -> None:
    sums, low = ledgers.GoodsPricing(line_count=2), Fraction(12345678901234567890123456789, 10**12)
    for cost in ((low, Fraction(0)), (Fraction(1, 3 * 10**9), Fraction(0))):
        add_priced(sums, priced(cost), 1)
    (total,) = sums.measures[0].totals
    assert parse_exact(total.cost.low) == low + Fraction(1, 3 * 10**9)
    assert charts_of(sums.measures)[0].costs[2027] == Cost(parse_exact(total.cost.low), parse_exact(total.cost.high))


def test_a_span_of_costs_covers_all_bills_and_is_unknown_if_any_cost_is_unknown() -> None:
    one, two = Cost(Fraction(3), Fraction(5)), Cost(Fraction(4), None)
    assert span_of([one, two]) == Cost(Fraction(3), None)
    assert span_of([one, NOT_KNOWN]) == NOT_KNOWN


KINDS = ("72083900", "27160000", "76011090", "01012100")
LINES = st.lists(
    st.tuples(
        st.sampled_from(KINDS), st.sampled_from(("BR", "IN", "CH")),
        st.dates(min_value=date(2026, 1, 1), max_value=date(2026, 12, 31)),
        st.integers(1, 60_000).map(lambda kilograms: format_exact(Fraction(kilograms, 1000))),
        st.sampled_from(("no", "no", "yes", "")), st.sampled_from(("", "aluminium", "another")),
        st.none() | st.integers(0, 60_000),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


def read(rows: list[str], reckoner: UntracedEvaluator) -> Goods:
    file = cbam.GoodsFile(name="goods.csv", content="\n".join([HEAD, *rows]).encode())
    return read_goods(file, reckoner.newest(CARD).scorecard, also=measure_columns(reckoner))


@settings(max_examples=tries(15), deadline=None)
@given(LINES)
def test_running_sums_end_where_the_card_ends_and_never_fall(lines: list[tuple[object, ...]]) -> None:
    gazette = Gazette(GAZETTE)
    reckoner = UntracedEvaluator(gazette, TableStore(GAZETTE / FOLDER), instants.now())
    try:
        rows = [
            f"{place},{code},{origin},{day},{mass},{out},default,{sector},{'' if value is None else value}"
            for place, (code, origin, day, mass, out, sector, value) in enumerate(lines)
        ]
        goods = read(rows, reckoner)
        told = {threshold.id: threshold for threshold in running_thresholds(goods.lines, reckoner)}
        mass = told[EU_MASS]
        asked = assess_threshold(2026, goods.lines, reckoner)
        assert mass.outcome is asked.exceeded
        if mass.sums:
            assert mass.sums[-1][1] == asked.mass
        else:
            assert asked.mass == Interval(Fraction(0), Fraction(0))
        lows = [total.low or Fraction(0) for _, total in mass.sums]
        assert lows == sorted(lows)
        assert (mass.first_day is not None) == (mass.outcome is Outcome.MET)
        if mass.first_day is not None:
            assert next(total.low or 0 for day, total in mass.sums if day == mass.first_day) > 50
        stated = [int(str(value)) for *_, sector, value in lines if value is not None and sector == "aluminium"]
        if UK_VALUE in told:
            assert told[UK_VALUE].sums == () or told[UK_VALUE].sums[-1][1].low == sum(stated)
        entries = [entry_of(line) for line in goods.lines]
        file, precursors = separated_files(entries)
        assert entries_of(file.content, b"" if precursors is None else precursors.content) == entries
    finally:
        reckoner.close()
