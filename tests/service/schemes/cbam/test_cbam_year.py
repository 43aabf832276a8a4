"""CBAM year against an independent computation: property tests of lines, threshold and total."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.canonical import Json
from rules.contracts.outcomes import Outcome
from rules.model.scorecard import Scorecard
from service.configuration.folders import CHECKOUT
from service.gazette.publication import write_version
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.declaration import CARD, Declaration, declare
from service.schemes.cbam.goods import read_goods
from tests.support.cbam_by_hand import ByHand, Line, Part, Process, codes_of
from tests.support.cbam_goods_files import goods_file
from tests.support.cbam_year_by_hand import counted_mass, due_by_hand, write_year
from tests.support.tiers import tries

GAZETTE = Gazette(CHECKOUT / "scorecards")
SHELF = TableStore(CHECKOUT / "scorecards" / "tables")
EXAMPLE = CHECKOUT / "examples" / "cbam" / "goods-2026.csv"
KNOWN = "2026-11-30T00:00:00Z"
HAND = ByHand(
    SHELF.newest("cbam-default-values"),
    SHELF.table("cbam-benchmarks", "2026-02-06"),
    SHELF.table("cbam-unknown-origin-values", "2025-12-31"),
    SHELF.table("cbam-country-groups", "2025-10-17"),
)
CODES = codes_of(SHELF.table("cbam-annex-i", "2024-12-13").rows)
COUNTRIES = sorted(HAND.group.keys() - {"unknown"})


def declared(lines: list[Line]) -> Declaration:
    with TemporaryDirectory() as folder:
        goods, precursors = Path(folder) / "goods.csv", Path(folder) / "precursors.csv"
        write_year(lines, goods, precursors)
        read = read_goods(
            goods_file(goods), GAZETTE.versions(CARD)[-1].scorecard, precursors=goods_file(precursors)
        ).lines
    return declare(read, gazette=GAZETTE, table_store=SHELF, known=KNOWN, settings={}, language="en")


decimals = st.integers(0, 400_000).map(lambda count: Fraction(count, 100_000))
parts = st.builds(
    Part,
    st.sampled_from([*CODES, "72044990"]),
    st.sampled_from([*COUNTRIES, "unknown"]),
    st.integers(0, 2_000).map(Fraction),
    st.booleans(),
    st.booleans(),
    st.tuples(decimals, decimals, decimals),
)
processes = st.builds(
    Process,
    decimals,
    decimals,
    st.sampled_from([None, *"ABCDEFGHJKL"]),
    st.just(2026),
    st.integers(1, 5_000).map(Fraction),
    st.lists(parts, max_size=3).map(tuple),
)
lines = st.builds(
    Line,
    st.sampled_from(CODES) | st.just("28041000"),
    st.sampled_from(COUNTRIES) | st.sampled_from(["BR", "CN", "DZ", "TR"]),
    st.integers(0, 180).map(lambda count: date(2026, 1, 1) + timedelta(days=count)),
    st.integers(1, 60_000).map(lambda count: Fraction(count, 1000)),
    st.none() | processes,
    st.just(Fraction(0)) | st.integers(1, 5000).map(lambda count: Fraction(count, 100)),
)


def with_price_only_by_actual(line: Line) -> Line:
    return line if line.process is not None else Line(line.code, line.country, line.day, line.tonnes)


@pytest.mark.full
@settings(max_examples=tries(60), deadline=None)
@given(st.lists(lines.map(with_price_only_by_actual), min_size=1, max_size=6))
def test_every_line_the_threshold_and_the_total_agree_exactly(year: list[Line]) -> None:
    made = declared(year)
    (answer,) = made.years
    assert answer.threshold.mass.value == counted_mass(HAND, year)
    assert answer.threshold.exceeded is (Outcome.MET if counted_mass(HAND, year) > 50 else Outcome.NOT_MET)
    expected = due_by_hand(HAND, year)
    assert [line.due for line in made.lines] == expected
    known = [due for due in expected if due is not None]
    assert answer.due == (sum(known, Fraction(0)) if known else None)
    assert answer.undetermined == tuple(str(place) for place, due in enumerate(expected, 1) if due is None)


@pytest.mark.parametrize(
    ("steel", "hydrogen", "exceeded", "due"),
    [
        ("50", "1", Outcome.NOT_MET, ["0", "6.940225"]),
        ("50.001", "1", Outcome.MET, ["22.31294625", "6.940225"]),
        ("10", "60", Outcome.NOT_MET, ["0", "416.4135"]),
    ],
)
def test_fifty_tonnes_exempt_all_goods_except_hydrogen(
    steel: str, hydrogen: str, exceeded: Outcome, due: list[str]
) -> None:
    """1.62 raised by 10 % less 0.975 * 1.370, and 10.82 raised by 10 % less 0.975 * 5.089, a tonne."""
    day = date(2026, 5, 10)
    year = [Line("72083900", "BR", day, Fraction(steel)), Line("28041000", "BR", day, Fraction(hydrogen))]
    made = declared(year)
    assert made.years[0].threshold.exceeded is exceeded
    assert [line.due for line in made.lines] == [Fraction(one) for one in due]


RENAMED = (
    "see_default", "sefa_default", "uses_actual", "net_emissions", "certificates", "benchmark_b", "default_route",
    "mark_up", "retained_share", "correction", "see_actual", "embedded",
)  # fmt: skip


def renamed(value: Json) -> Json:
    """Return the document with different ids for the quantities shared by both routes."""
    match value:
        case dict():
            return {key: renamed(one) for key, one in value.items()}
        case list():
            return [renamed(one) for one in value]
        case str() if value in RENAMED:
            return f"{value}_anew"
        case _:
            return value


@pytest.mark.full
def test_a_version_with_renamed_quantity_ids_yields_the_same_declaration(tmp_path: Path) -> None:
    folder = tmp_path / "scorecards"
    shutil.copytree(GAZETTE.folder, folder, ignore=shutil.ignore_patterns("green-*", "*-factory"))
    old = GAZETTE.versions(CARD)[-1].scorecard
    scorecard = Scorecard.model_validate(renamed(old.model_dump(mode="json")))
    card = old.card.model_copy(update={"version": "99.0.0", "supersedes": old.card.version})
    with_card = scorecard.model_copy(update={"card": card})
    write_version(folder, with_card, {}, publish_time="2026-11-29T00:00:00Z")
    lines = read_goods(goods_file(EXAMPLE), old, precursors=goods_file(EXAMPLE.parent / "precursors-2026.csv")).lines
    blank = [replace(line, facts={id: value for id, value in line.facts.items() if id != "net_mass"}) for line in lines]
    for year in (lines, blank):
        was, now = (
            declare(year, gazette=one, table_store=SHELF, known=KNOWN, settings={}, language="en")
            for one in (GAZETTE, Gazette(folder))
        )
        assert now.lines == was.lines
        assert [one.due for one in now.years] == [one.due for one in was.years]
        assert now.assessed == was.assessed
        assert now.versions != was.versions
