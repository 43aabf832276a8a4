"""CBAM year against an independent computation: property tests of lines, threshold and total."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.canonical import Json
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.model.scorecard import Scorecard
from service.configuration.folders import CHECKOUT
from service.gazette.publication import write_version
from service.gazette.tables import TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.declaration import CARD, Declaration, declare
from service.schemes.cbam.goods import read_goods
from tests.scorecards.cbam_by_hand import HAND, ByHand, Line, Part, Process, codes_of
from tests.service.schemes.cbam.goods_files import goods_file
from tests.support.tiers import tries

THRESHOLD = Fraction(50)
GOODS = (
    "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t),"
    "price_certified,rebates_deducted,own_direct (tCO2e/t),own_indirect (tCO2e/t),production_route,produced_until,"
    "activity_level (t),precursors,opinion,verifier_accredited,report_covers_period,emissions_misstatement (tCO2e/t),"
    "allocation_misstatement (tCO2e/t),first_period,visit,physical_visit,report_date,installation_identified,"
    "summary_items (item)"
)
PRECURSORS = (
    "line,name,code,origin,consumed (t),method,direct (tCO2e/t),indirect (tCO2e/t),stated_allocation (tCO2e/t),"
    "accredited,period_covered,allocation_verified"
)
_VERIFIED = ["positive", "yes", "yes", "0", "0", "yes", "physical", "2027-03-10", "2027-04-30", "yes", "16"]


def write_year(lines: Sequence[Line], goods: Path, precursors: Path) -> None:
    """Write the lines as a declarant would."""
    rows, parts = [], []
    for number, line in enumerate(lines, 1):
        process = line.process
        route = "default" if process is None else "actual"
        row = [str(number), line.code, line.country, line.day.isoformat(), format_exact(line.tonnes), "no", route]
        row += [format_exact(line.paid), "yes", "yes"]
        rows.append(row if process is None else [*row, *_process(process), *_VERIFIED])
        made = () if process is None else process.parts
        parts += [[str(number), f"p{place}", *_part(part)] for place, part in enumerate(made)]
    for path, head, written in ((goods, GOODS, rows), (precursors, PRECURSORS, parts)):
        with path.open("w", newline="", encoding="utf-8") as file:
            file.write(f"{head}\n")
            csv.writer(file).writerows(written)


def _process(process: Process) -> list[str]:
    figures = [format_exact(process.direct), format_exact(process.indirect), process.route or "no_route"]
    none = "" if process.parts else "none"
    return [*figures, f"{process.year}-12-31", format_exact(process.activity), none]


def _part(part: Part) -> list[str]:
    verified = ["yes", "yes" if part.verified else "no", "yes" if part.allocation_verified else "no"]
    figures = [format_exact(value) for value in part.values]
    return [part.code, part.origin, format_exact(part.consumed), "actual_value", *figures, *verified]


def counted_mass(hand: ByHand, lines: Sequence[Line]) -> Fraction:
    """Add up the mass that counts towards the threshold: all goods of third countries except hydrogen."""
    counted = (line.tonnes for line in lines if is_third(hand, line) and not is_hydrogen(line))
    return sum(counted, Fraction(0))


def due_by_hand(hand: ByHand, lines: Sequence[Line]) -> list[Fraction | None]:
    """Return the certificates due on each line of a calendar year, after applying the threshold."""
    exceeded = counted_mass(hand, lines) > THRESHOLD
    amounts: list[Fraction | None] = []
    for line in lines:
        owes = is_third(hand, line) and (exceeded or is_hydrogen(line))
        amounts.append(hand.due(line)[2] if owes else Fraction(0))
    return amounts


def is_third(hand: ByHand, line: Line) -> bool:
    """Return whether the country of origin is neither in the Union nor exempt."""
    return hand.group.get(line.country) == "third"


def is_hydrogen(line: Line) -> bool:
    """Return whether a good is outside the threshold exemption. Electricity does not occur in these lines."""
    return line.code.startswith("28041000")


GAZETTE = Gazette(CHECKOUT / "scorecards")
SHELF = TableStore(CHECKOUT / "scorecards" / "tables")
EXAMPLE = CHECKOUT / "examples" / "cbam" / "goods-2026.csv"
KNOWN = "2026-11-30T00:00:00Z"
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
