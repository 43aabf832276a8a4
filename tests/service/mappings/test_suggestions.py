"""Suggested targets for spreadsheets of suppliers in English, Chinese and German."""

import csv
import io
from functools import cache
from pathlib import Path

import pytest

from rules.model import Scorecard, read_published
from service.input.tabular.grids import read_grids
from service.mappings.source_tables import source_table
from service.mappings.suggestions import suggest
from tests.support.supplier_sheets import SHEETS, UNSEEN, value_of
from touchstone.v1 import mapping_service_pb2 as mappings

ROOT = Path(__file__).resolve().parents[3]
LEAST_CORRECT = 24


@cache
def card(name: str, version: str) -> Scorecard:
    return read_published((ROOT / f"scorecards/{name}/{version}.json").read_bytes(), "").scorecard


def suggested(rows: list[list[str]], scorecard: Scorecard, separator: str = ",") -> mappings.Mapping:
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    return suggest(source_table(read_grids(file.getvalue().encode()), "", 0), scorecard)


@pytest.mark.parametrize("language", SHEETS)
def test_most_columns_of_a_supplier_sheet_have_the_right_suggestion(language: str) -> None:
    wanted = SHEETS[language]
    mapping = suggested([list(wanted), list(map(value_of, wanted.values()))], card("zero-carbon-factory", "1.0.0"))
    correct = [column.heading for column in mapping.columns if column.target == wanted[column.heading]]
    assert len(wanted) == 30
    assert len(correct) >= LEAST_CORRECT, wanted.keys() - set(correct)


def test_most_columns_of_a_sheet_for_another_scorecard_have_the_right_suggestion() -> None:
    mapping = suggested([list(UNSEEN), list(map(value_of, UNSEEN.values()))], card("green-factory", "2.0.0"))
    wrong = {column.heading: column.target for column in mapping.columns if column.target != UNSEEN[column.heading]}
    assert len(UNSEEN) == 20
    assert len(UNSEEN) - len(wrong) >= 16, wrong


def test_units_marks_dates_and_words_are_found() -> None:
    heads = ["Site", "Electricity (万千瓦时)", "Scope 1", "Unit", "Period start", "Inventory verified"]
    row = ["a", "1.234,5", "7", "kgCO2e", "31.12.2025", "nein"]
    mapping = suggested([heads, row], card("zero-carbon-factory", "1.0.0"), separator=";")
    columns = {column.target: column for column in mapping.columns}
    assert columns["electricity_used"].unit == "万千瓦时"
    assert columns["scope_1"].unit_heading == "Unit"
    assert dict(columns["inventory_verified"].words) == {"nein": "no"}
    assert mapping.decimal_mark == mappings.MAPPING_DECIMAL_MARK_COMMA
    assert mapping.date_order == mappings.MAPPING_DATE_ORDER_DAY_MONTH_YEAR


def test_an_unknown_unit_is_proposed_as_written_so_that_the_check_reports_it() -> None:
    mapping = suggested([["Electricity used (bbl)"], ["5"]], card("zero-carbon-factory", "1.0.0"))
    assert [(column.target, column.unit) for column in mapping.columns] == [("electricity_used", "bbl")]


def test_titles_above_the_headings_are_passed_over() -> None:
    rows = [["Report 2025"], [], ["Site", "Scope 1", "Scope 2"], ["a", "1", "2"]]
    mapping = suggested(rows, card("zero-carbon-factory", "1.0.0"))
    assert [column.target for column in mapping.columns] == ["subject", "scope_1", "scope_2"]


def test_texts_do_not_fit_a_number() -> None:
    mapping = suggested([["Scope 1"], ["see annex"]], card("zero-carbon-factory", "1.0.0"))
    fits = suggested([["Scope 1"], ["12"]], card("zero-carbon-factory", "1.0.0"))
    assert [column.target for column in fits.columns] == ["scope_1"]
    assert len(mapping.columns) == 1
