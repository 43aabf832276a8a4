"""Cells of CBAM goods files: numbers, CN codes, countries, units, formulas and far cells, with bilingual errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.schemes.cbam.goods import read_goods
from tests.service.schemes.cbam.goods_files import (
    CARD,
    PARTS,
    ROW,
    goods_file,
    places,
    read,
    refused,
    saved,
    typed,
    with_cell,
    workbook,
)
from tests.support.cbam_declaring import HEADER
from tests.support.commands import touchstone


@pytest.mark.parametrize(
    ("column", "text", "words_of_it"),
    [
        ("net_mass", "0", "The net mass is 0 t, but must be more than zero."),
        ("net_mass", "0.000", "but must be more than zero."),
        ("net_mass", "-5", "Enter a value of at least 0 t."),
        ("net_mass", "ten", "is not a number"),
        ("net_mass", "10 kg", "Write only 10 in the cell, and 'net_mass (kg)' as the heading"),
        ("net_mass", "10 MWh", "its unit is t"),
        ("net_mass", "1e5", "or exponent"),
        ("net_mass", "1 000", "has a thousands separator ("),
        ("net_mass", "=1000*2", "a formula"),
        ("net_mass", "#N/A", "shows the error #N/A"),
        ("net_mass", "9" * 35, "at most 34 are allowed"),
        ("net_mass", "9" * 13, "more than 12 digits"),
        ("net_mass", "0.0000000000001", "more than 12 digits"),
        ("cn_code", "abc", "is not a code of the Combined Nomenclature."),
        ("cn_code", "7208390", "a zero at the beginning"),
        ("cn_code", "720839001", "7 or 9 digits"),
        ("cn_code", "7208", "is only a heading or subheading."),
        ("cn_code", "720839", "is only a heading or subheading."),
        ("cn_code", "7208390.0", "not a code of the Combined Nomenclature"),
        ("cn_code", "7208-39-00", "not a code of the Combined Nomenclature"),
        ("cn_code", "72083900123", "not a code of the Combined Nomenclature"),
        ("country_of_origin", "Brazil", "two letters"),
        ("country_of_origin", "BRA", "two letters"),
        ("imported_on", "10/05/2026", "ambiguous or not a date"),
        ("imported_on", "2026-02-30", "is ambiguous or not a date."),
        ("imported_on", "May 2026", "is not a date of the calendar."),
        ("imported_on", "2023-09-30", "2023-09-30 is before 2023-10-01"),
        ("carved_out", "perhaps", "is not one of yes, no"),
        ("determination", "guess", "default values, actual values"),
        ("carbon_price_paid", "-1", "Enter a value of at least 0 EUR/t."),
    ],
)
def test_an_invalid_cell_is_refused_in_both_languages(tmp_path: Path, column: str, text: str, words_of_it: str) -> None:
    content = with_cell(column, text)
    (violation,) = refused(tmp_path, content)
    letter = "ABCDEFGH"[[name.partition(" (")[0] for name in HEADER.split(",")].index(column)]
    assert violation.field == f"{letter}2"
    assert words_of_it in violation.description
    message = in_language(violation.description, "zh").replace(column, "").replace(text, "")
    assert re.search("[\u4e00-\u9fff]", message)
    assert not re.search(r"[,;?!](?=\s|$)|: ", message)


def test_an_ambiguous_comma_is_refused_with_two_ways_to_fix_it(tmp_path: Path) -> None:
    content = f"{HEADER.replace(',', ';')}\n{ROW.replace(',', ';').replace('1000', '1,234')}\n"
    (violation,) = refused(tmp_path, content)
    assert (
        violation.field,
        "Write the number with a decimal point and without a thousands separator, for example 10.5"
        in violation.description,
    ) == (
        "E2",
        True,
    )
    assert "a CSV file, you can declare the decimal mark (decimal-mark): comma" in violation.description


@pytest.mark.parametrize(
    "code", ["7208.39.00", "7208 39 00", "7208\u00a039\u00a000", "72 08 39 00", "７２０８３９００"]
)
def test_an_unambiguous_code_is_normalised_to_eight_digits_and_its_original_stored(tmp_path: Path, code: str) -> None:
    (line,) = read(tmp_path, with_cell("cn_code", code))
    assert (line.facts["cn_code"].text, line.code) == ("72083900", code)
    assert [(note.place, note.text, note.taken) for note in line.notes] == [("B2", code, "72083900")]


def test_a_ten_digit_code_is_read_without_its_spaces(tmp_path: Path) -> None:
    (line,) = read(tmp_path, with_cell("cn_code", "2523 10 00 90"))
    assert line.facts["cn_code"].text == "2523100090"


def test_a_lower_case_country_is_capitalised_and_unknown_is_accepted_in_both_languages(tmp_path: Path) -> None:
    (line,) = read(tmp_path, with_cell("country_of_origin", "br"))
    assert (line.facts["country_of_origin"].text, line.notes[0].taken) == ("BR", "BR")
    for word in ("unknown", "未知"):
        (line,) = read(tmp_path, with_cell("country_of_origin", word))
        assert line.facts["country_of_origin"].text == "unknown"


def test_every_invalid_cell_and_a_blank_date_are_named(tmp_path: Path) -> None:
    rows = ["1,72083900,BR,2026-13-10,-5,perhaps,guess,1e3", "1,72083900,BR,,5,no,default,0"]
    assert places(refused(tmp_path, "\n".join([HEADER, *rows]))) == [
        ("D2", "WRONG_VALUE"), ("E2", "WRONG_VALUE"), ("F2", "WRONG_TYPE"), ("G2", "UNKNOWN_CHOICE"),
        ("H2", "NOT_A_NUMBER"), ("D3", "REQUIRED"), ("A3", "DUPLICATE"),
    ]  # fmt: skip


def test_kilograms_in_the_heading_are_stored_unconverted(tmp_path: Path) -> None:
    (line,) = read(tmp_path, f"{HEADER.replace('(t)', '(kg)')}\n{ROW}\n")
    assert (line.facts["net_mass"].number, line.facts["net_mass"].unit) == ("1000", "kg")


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        ((1, 4), "=500+500", "FORMULA"),
        ((1, 1), "=B9", "FORMULA"),
        ((1, 4), "#DIV/0!", "ERROR_VALUE"),
        ((1, 4), 1e-9, ""),
    ],
)
def test_formulas_in_a_workbook_are_refused_and_small_numbers_are_not(
    tmp_path: Path, place: tuple[int, int], value: object, reason: str
) -> None:
    rows = typed()
    rows[place[0]][place[1]] = value
    path = saved(tmp_path, workbook(("goods", rows)), "goods.xlsx")
    if not reason:
        (line,) = read_goods(goods_file(path), CARD).lines
        assert line.facts["net_mass"].number == "0.000000001"
        return
    with pytest.raises(InputError) as error:
        read_goods(goods_file(path), CARD)
    letter = "ABCDE"[place[1]]
    assert places(list(error.value.violations)) == [(f"Sheet goods, {letter}2", reason)]


@pytest.mark.parametrize("name", ["a\x1b[31m", "x" * 101, '"a\nb"'])
def test_a_name_that_a_terminal_would_obey_is_refused(tmp_path: Path, name: str) -> None:
    assert places(refused(tmp_path, with_cell("line", name))) == [("A2", "WRONG_VALUE")]


def test_a_workbook_cell_is_named_in_the_language_of_the_caller(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEADER.split(",")], ["1", "7208", "BR", "2026-05-10", 1000, "no", "default", 0]]
    (violation,) = refused(tmp_path, workbook(("货物", rows)))
    assert (violation.field, in_language(violation.field, "zh")) == ("Sheet 货物, B2", "工作表“货物”的 B2")
    (violation,) = refused(tmp_path, f"{HEADER}\n{ROW}\n", f"{PARTS}\n1,p,2601,AU,1,default_value,no,no,no\n")
    assert (violation.field, in_language(violation.field, "zh")) == ("parts.csv: C2", "parts.csv：C2")


@pytest.mark.parametrize("cell", ["XFD1048576", "IW2"])
def test_a_far_cell_of_a_workbook_is_refused_by_name(tmp_path: Path, cell: str) -> None:
    path, book = tmp_path / "far.xlsx", Workbook()
    for filled in ("A1", cell):
        book.active[filled] = "line"  # type: ignore[index]
    book.save(path)
    answer = touchstone("cbam", "declare", path)
    assert answer.exit_code == 2
    assert f"{cell}: The cell is too far out; cells up to IV200000 are read" in answer.stderr


def test_columns_beyond_those_that_are_read_have_names(tmp_path: Path) -> None:
    path = tmp_path / "wide.csv"
    for header, message in (
        (",".join(f"c{number}" for number in range(16_000)), "IW1: The cell is too far out"),
        ("line" + "," * 16_000 + "x", "WQK1: The cell is too far out"),
        ("line" + "," * 16_000, "is missing"),
        (
            "line" + "," * 1_000_000,
            "line 1, column 16389: At this field, the record has more than the maximum of 16,384 fields",
        ),
    ):
        path.write_text(f"{header}\n")
        answer = touchstone("cbam", "declare", path)
        assert (answer.exit_code, message in answer.stderr) == (2, True), answer.stderr[:400]
