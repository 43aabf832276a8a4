"""Idle facts: facts disabled by another answer are named with that answer, and counted facts never are."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from service.base import instants
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.schemes.cbam.border_comparison import (
    IdleColumns,
    LinePricer,
    PricingContext,
    border_measures,
    idle_fact_finders,
    improvable,
    measure_columns,
)
from service.schemes.cbam.card_evaluation import UntracedEvaluator
from service.schemes.cbam.declaration import CARD, declare
from service.schemes.cbam.goods import Goods, read_goods
from touchstone.v1.cbam_service_pb2 import GoodsFile

pytestmark = pytest.mark.full
GAZETTE = CHECKOUT / "scorecards"
EU = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination"
US = "us_listed,us_granted,us_intensity (tCO2e/t),us_industry_known,us_industry (tCO2e/t)"


@cache
def reckoner() -> UntracedEvaluator:
    return UntracedEvaluator(Gazette(GAZETTE), TableStore(GAZETTE / FOLDER), instants.now())


FINDERS = idle_fact_finders()


def goods(head: str, row: str, precursors: str = "") -> Goods:
    listed = GoodsFile(name="p.csv", content=precursors.encode()) if precursors else None
    file = GoodsFile(content=f"{head}\n{row}\n".encode())
    newest = reckoner().newest(CARD).scorecard
    return read_goods(file, newest, precursors=listed, also=measure_columns(reckoner()))


def idle(read: Goods, language: str = "en") -> list[IdleColumns]:
    pricing = PricingContext(GAZETTE, reckoner().known, (2026, 2028), {}, language)
    return LinePricer(pricing, reckoner(), FINDERS).idle(read.lines[0])


def pairs(read: Goods) -> set[tuple[str, str, str]]:
    return {(each.group, column, each.disabled_by) for each in idle(read) for column in each.columns}


def test_default_values_disable_facts_that_only_actual_values_use() -> None:
    head = f"{EU},own_direct (tCO2e/t),opinion,carbon_price_paid (EUR/t)"
    by_default = goods(head, "1,72083900,BR,2026-05-10,1000,no,default,1.9,positive,0")
    assert pairs(by_default) == {("eu", "own_direct", "determination"), ("eu", "opinion", "determination")}
    (told,) = idle(by_default)
    assert told.text == (
        "entered, but not counted, because method of determination is default values: "
        "direct emissions of the process per tonne of goods, verification opinion"
    )
    assert not improvable(by_default.lines[0], [told], "en")
    (told,) = idle(by_default, "zh")
    assert told.text.startswith("已填写但不计入（因为")
    by_actual = goods(head, "1,72083900,BR,2026-05-10,1000,no,actual,1.9,positive,0")
    unknown = goods(head, "1,72083900,BR,2026-05-10,1000,no,,1.9,positive,0")
    nothing_stated = goods(head, "1,72083900,BR,2026-05-10,1000,no,default,0,,0")
    assert not pairs(by_actual)
    assert not pairs(unknown)
    assert not pairs(nothing_stated)
    assert improvable(nothing_stated.lines[0], (), "en")


def test_single_facts_of_an_inapplicable_card_are_not_named() -> None:
    assert not pairs(goods(f"{EU},own_direct (tCO2e/t)", "1,72083900,BR,2026-05-10,1000,yes,default,1.9"))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("yes,no,2.1,yes,2.5", {("us", "us_intensity", "us_granted")}),
        ("yes,yes,2.1,no,2.5", {("us", "us_industry", "us_granted")}),
        ("no,yes,2.1,no,2.5", {("us", "us_intensity", "us_listed"), ("us", "us_industry", "us_listed")}),
    ],
)
def test_disabled_facts_of_other_borders_are_found_in_their_cards(
    answers: str, expected: set[tuple[str, str, str]]
) -> None:
    read = goods(f"{EU},{US}", f"1,72083900,BR,2028-05-10,1000,no,default,{answers}")
    assert pairs(read) == expected


def test_figures_of_a_precursor_are_named_with_the_answer_on_its_report() -> None:
    head, row = f"{EU},activity_level (t)", "1,72083900,BR,2026-05-10,1000,no,actual,1000"
    parts = "line,name,code,origin,consumed (t),method,direct (tCO2e/t),accredited,period_covered"
    used = goods(head, row, f"{parts}\n1,slab,72071210,BR,900,actual_value,1.5,yes,yes\n")
    assert not pairs(used)
    unaccredited = goods(head, row, f"{parts}\n1,slab,72071210,BR,900,actual_value,1.5,no,yes\n")
    assert pairs(unaccredited) == {("eu", "direct", "accredited")}
    assert "of slab" in idle(unaccredited)[0].text
    by_default = goods(
        head, row.replace("actual", "default"), f"{parts}\n1,slab,72071210,BR,900,actual_value,1.5,yes,yes\n"
    )
    assert ("eu", "precursors", "determination") in pairs(by_default)
    assert ("eu", "direct", "method") not in pairs(by_default)


def test_a_declaration_remarks_on_unused_facts_of_a_line() -> None:
    read = goods(f"{EU},own_direct (tCO2e/t)", "1,72083900,BR,2026-05-10,1000,no,default,1.9")
    declared = declare(
        read.lines, gazette=Gazette(GAZETTE), table_store=TableStore(GAZETTE / FOLDER), known=reckoner().known,
        settings={}, language="en",
    )  # fmt: skip
    assert [remark for remark in declared.lines[0].remarks if "not counted" in remark] == [
        "entered, but not counted, because method of determination is default values: "
        "direct emissions of the process per tonne of goods"
    ]
    assert declared.lines[0].day == date(2026, 5, 10)
    assert {measure.id for measure in border_measures()} == set(FINDERS)
