"""Shared situations of goods: the same cost and wording as for each line alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings, strategies as st

from service.configuration.folders import CHECKOUT
from service.schemes.cbam.border_comparison import LinePricer, PricingContext, border_measures, measure_columns
from service.schemes.cbam.card_evaluation import SituationFinder, UntracedEvaluator
from service.schemes.cbam.declaration import CARD
from service.schemes.cbam.goods import GoodsLine, read_goods
from touchstone.v1.cbam_service_pb2 import GoodsFile

GAZETTE = CHECKOUT / "scorecards"
KNOWN = "2026-12-01T00:00:00Z"
COLUMNS = {
    "cn_code": (
        "72083900", "7208 39 00", "76011090", "72072710", "72061000", "25231000", "27160000", "84818011", "73181588",
    ),
    "country_of_origin": ("BR", "BR", "IN", "CH", "unknown", "LR", "XX"),
    "imported_on": ("2026-01-01", "2026-03-31", "2026-04-01", "2026-06-30", "2026-11-23", "2026-12-31", "2028-02-29"),
    "net_mass (t)": ("1", "0.001", "617.3", "617.30", "999999999999", "12.345678901"),
    "carved_out": ("no", "no", "no", "yes", ""),
    "determination": ("default", "actual", ""),
    "own_direct (tCO2e/t)": ("", "1.9", "0.05"),
    "own_indirect (tCO2e/t)": ("", "0.1"),
    "production_route": ("", "no_route", "C"),
    "produced_until": ("", "2026-12-31", "2027-06-30"),
    "activity_level (t)": ("", "1000"),
    "opinion": ("positive", ""),
    "verifier_accredited": ("yes", ""),
    "report_covers_period": ("yes", "no"),
    "carbon_price_paid (EUR/t)": ("0", "20", ""),
    "price_certified": ("yes", ""),
    "rebates_deducted": ("yes", ""),
    "price_bought (EUR/tCO2e)": ("", "", "80"),
    "uk_sector": ("iron_and_steel", "cement", "another", ""),
    "uk_exempt (t)": ("0", "0.00", "0.5", ""),
    "uk_baseline_known": ("yes", "no", ""),
    "uk_baseline_entered (%)": ("92", "0", ""),
    "uk_paid_abroad (GBP)": ("0", "0", "10", ""),
    "us_listed": ("yes", "no", ""),
    "us_granted": ("yes", "no"),
    "us_intensity (tCO2e/t)": ("2.1", ""),
    "us_industry_known": ("yes", ""),
    "us_industry (tCO2e/t)": ("2.5", ""),
    "us_us_industry (tCO2e/t)": ("1.4", ""),
    "us_economies": ("3", ""),
    "us_poorest": ("no", "yes"),
    "us_exports": ("no", ""),
    "us_waived": ("no", "yes"),
}  # fmt: skip
PRECURSOR = {
    "name": ("pig iron", "scrap"), "code": ("72011011", "72044990", "99999999"), "origin": ("CN", "unknown", "XX"),
    "consumed (t)": ("1100", ""), "method": ("default_value", "actual_value"), "direct (tCO2e/t)": ("2", ""),
    "accredited": ("yes", ""), "period_covered": ("yes", ""),
}  # fmt: skip
SITUATIONS = st.fixed_dictionaries({column: st.sampled_from(values) for column, values in COLUMNS.items()})
SIZES = st.sampled_from(COLUMNS["net_mass (t)"]), st.sampled_from(COLUMNS["imported_on"][:-1])
PRECURSORS = st.none() | st.fixed_dictionaries(
    {column: st.sampled_from(values) for column, values in PRECURSOR.items()}
)
ASSUMED = st.sampled_from([
    {}, {"eu": (Fraction(70), Fraction(100)), "uk": (Fraction(50), Fraction(50))},
    {"uk": (Fraction(45), Fraction(60)), "us": (Fraction(5, 2), Fraction(3))},
])  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, bytes]:
    """Make lines of few situations, which differ in mass and day, and their precursors."""
    rows: list[str] = []
    parts: list[str] = []
    for situation in draw(st.lists(st.tuples(SITUATIONS, PRECURSORS), min_size=1, max_size=3)):
        for mass, day in draw(st.lists(st.tuples(*SIZES), min_size=1, max_size=4)):
            row = {**situation[0], "net_mass (t)": mass, "imported_on": day}
            rows.append(f"{len(rows)}," + ",".join(row[column] for column in COLUMNS))
            if situation[1] is not None:
                parts.append(f"{len(rows) - 1}," + ",".join(situation[1][column] for column in PRECURSOR))
    order = draw(st.permutations(rows))
    goods = "\n".join(["line," + ",".join(COLUMNS), *order])
    return goods.encode(), "\n".join(["line," + ",".join(PRECURSOR), *parts]).encode() if parts else b""


@pytest.fixture(scope="module")
def reckoner() -> Iterator[UntracedEvaluator]:
    reckoner = PricingContext(GAZETTE, KNOWN, (2026,), {}, "en").reckoner()
    yield reckoner
    reckoner.close()


def read(content: tuple[bytes, bytes], reckoner: UntracedEvaluator) -> tuple[GoodsLine, ...]:
    goods, precursors = (GoodsFile(name=name, content=file) for name, file in zip(("a", "b"), content, strict=True))
    listed = precursors if precursors.content else None
    card = reckoner.newest(CARD).scorecard
    return read_goods(goods, card, precursors=listed, also=measure_columns(reckoner)).lines


@pytest.mark.full
@settings(max_examples=12, deadline=None)
@given(files(), ASSUMED, st.sampled_from(["en", "zh"]))
def test_a_line_costs_the_same_whether_or_not_others_share_its_situation(
    reckoner: UntracedEvaluator,
    content: tuple[bytes, bytes],
    assumed: Mapping[str, tuple[Fraction, Fraction]],
    language: str,
) -> None:
    lines = read(content, reckoner)
    pricing = PricingContext(GAZETTE, KNOWN, (2026, 2027, 2029, 2032), assumed, language)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(SituationFinder, "stretch", lambda *_: None)  # nothing is known to be shared
        patched.setattr(UntracedEvaluator, "reckon_alike", UntracedEvaluator.reckon)
        alone = LinePricer(pricing, reckoner).do((0, lines))
    pricer = LinePricer(pricing, reckoner)
    assert pricer.do((0, lines)) == alone
    assert pricer.do((0, lines)) == alone


def test_lines_that_differ_only_in_mass_and_date_are_evaluated_once(
    reckoner: UntracedEvaluator, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []
    reckon = type(reckoner).reckon

    def counted(self: UntracedEvaluator, published: object, as_of: date, *rest: object) -> object:
        asked.append(as_of)
        return reckon(self, published, as_of, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(type(reckoner), "reckon", counted)
    example = (CHECKOUT / "examples" / "cbam" / "goods-three-borders.csv").read_text(encoding="utf-8").splitlines()
    rows = [example[0]]
    rows += [f"{place}," + example[1][2:].replace(",1000,", f",{place + 1},") for place in range(40)]
    rows += [
        row.replace("2026-05-10", f"2026-{5 + place % 2:02}-{place % 27 + 1:02}") for place, row in enumerate(rows[1:])
    ]
    content = "\n".join([*rows[:41], *(f"x{row}" for row in rows[41:])]).encode()
    lines = read((content, b""), reckoner)
    pricing = PricingContext(GAZETTE, KNOWN, (2026, 2027), {}, "en")
    LinePricer(pricing, reckoner).do((0, lines))
    assert len(lines) == 80
    assert len(asked) == 2 * len(border_measures())
