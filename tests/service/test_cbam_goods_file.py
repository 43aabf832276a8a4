"""Which files of goods are read, and which cells of the others are refused, in both languages?"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import told
from service.cbam.goods_file import GoodsLine, read_goods
from service.gazette import Gazette
from service.settings import CHECKOUT

CARD = Gazette(CHECKOUT / "scorecards").versions("cbam-goods")[-1].scorecard
HEADER = "line,cn_code,country_of_origin,imported_on,net_mass (t),carved_out,determination,carbon_price_paid (EUR/t)"
ROW = "1,72083900,BR,2026-05-10,1000,no,default,0"
PARTS = "line,name,code,origin,consumed (t),method,accredited,period_covered,allocation_verified"


def saved(tmp_path: Path, content: str | bytes, name: str = "goods.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(tmp_path: Path, content: str | bytes) -> tuple[GoodsLine, ...]:
    return read_goods(saved(tmp_path, content), CARD)


def refused(tmp_path: Path, content: str | bytes, parts: str | None = None) -> list[Violation]:
    other = None if parts is None else saved(tmp_path, parts, "parts.csv")
    with pytest.raises(InputError) as error:
        read_goods(saved(tmp_path, content), CARD, precursors=other)
    return list(error.value.violations)


def places(violations: list[Violation]) -> list[tuple[str, str]]:
    return [(one.field, one.reason) for one in violations]


def with_cell(column: str, text: str) -> str:
    names = [name.partition(" (")[0] for name in HEADER.split(",")]
    cells = ROW.split(",")
    cells[names.index(column)] = text
    return f"{HEADER}\n{','.join(cells)}\n"


def workbook(*sheets: tuple[str, list[list[object]]], merge: str = "") -> bytes:
    book = Workbook()
    first = book.active
    assert first is not None
    book.remove(first)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def typed() -> list[list[object]]:
    return [[*HEADER.split(",")], ["1", 72083900, "BR", "2026-05-10", 1000, "no", "default", 0]]


@pytest.mark.parametrize(
    ("column", "text", "words_of_it"),
    [
        ("net_mass", "0", "0 t is no mass"),
        ("net_mass", "0.000", "is no mass"),
        ("net_mass", "-5", "less than 0 t"),
        ("net_mass", "ten", "not a plain number"),
        ("net_mass", "10 kg", "without exponent, unit"),
        ("net_mass", "1e5", "without exponent"),
        ("net_mass", "1 000", "thousands mark"),
        ("net_mass", "=1000*2", "a formula"),
        ("net_mass", "#N/A", "a formula or an error"),
        ("net_mass", "9" * 35, "at most 34 digits"),
        ("net_mass", "9" * 13, "more than 12 digits"),
        ("net_mass", "0.0000000000001", "more than 12 digits"),
        ("cn_code", "abc", "no code of the Combined Nomenclature"),
        ("cn_code", "7208390", "a zero in front"),
        ("cn_code", "720839001", "7 or 9 digits"),
        ("cn_code", "7208", "is a heading"),
        ("cn_code", "720839", "is a heading"),
        ("cn_code", "7208390.0", "no code"),
        ("cn_code", "7208-39-00", "no code"),
        ("cn_code", "72083900123", "no code"),
        ("country_of_origin", "Brazil", "two letters"),
        ("country_of_origin", "BRA", "two letters"),
        ("imported_on", "10/05/2026", "read in two ways"),
        ("imported_on", "2026-02-30", "or is no day"),
        ("imported_on", "May 2026", "no day of the calendar"),
        ("carved_out", "perhaps", "neither yes nor no"),
        ("determination", "guess", "default, actual"),
        ("carbon_price_paid", "-1", "less than 0 EUR/t"),
    ],
)
def test_a_cell_that_can_mean_nothing_is_refused_in_both_languages(
    tmp_path: Path, column: str, text: str, words_of_it: str
) -> None:
    content = with_cell(column, text)
    (one,) = refused(tmp_path, content)
    letter = "ABCDEFGH"[[name.partition(" (")[0] for name in HEADER.split(",")].index(column)]
    assert one.field == f"{letter}2"
    assert words_of_it in one.description
    said = told(one.description, "zh").replace(column, "").replace(text, "")
    assert re.search("[\u4e00-\u9fff]", said)
    assert not re.search(r"[,;?!](?=\s|$)|: ", said)


def test_a_decimal_comma_is_refused_with_the_point_to_write(tmp_path: Path) -> None:
    content = f"{HEADER.replace(',', ';')}\n{ROW.replace(',', ';').replace('1000', '10,5')}\n"
    (one,) = refused(tmp_path, content)
    assert (one.field, "write 10.5 with a point" in one.description) == ("E2", True)


@pytest.mark.parametrize(
    "given", ["7208.39.00", "7208 39 00", "7208\u00a039\u00a000", "72 08 39 00", "７２０８３９００"]
)
def test_a_code_that_is_clear_is_taken_as_eight_digits_and_kept_as_given(tmp_path: Path, given: str) -> None:
    (line,) = read(tmp_path, with_cell("cn_code", given))
    assert (line.facts["cn_code"].text, line.code) == ("72083900", given)
    assert [(note.place, note.given, note.taken) for note in line.notes] == [("B2", given, "72083900")]


def test_a_code_of_ten_digits_is_taken_as_it_is(tmp_path: Path) -> None:
    (line,) = read(tmp_path, with_cell("cn_code", "2523 10 00 90"))
    assert line.facts["cn_code"].text == "2523100090"


def test_a_country_in_small_letters_is_taken_in_capitals_and_an_unknown_one_is_told_in_either_language(
    tmp_path: Path,
) -> None:
    (line,) = read(tmp_path, with_cell("country_of_origin", "br"))
    assert (line.facts["country_of_origin"].text, line.notes[0].taken) == ("BR", "BR")
    for word in ("unknown", "未知"):
        (line,) = read(tmp_path, with_cell("country_of_origin", word))
        assert line.facts["country_of_origin"].text == "unknown"


def test_every_wrong_cell_is_named_and_a_blank_day_too(tmp_path: Path) -> None:
    rows = ["1,72083900,BR,2026-13-10,-5,perhaps,guess,1e3", "1,72083900,BR,,5,no,default,0"]
    assert places(refused(tmp_path, "\n".join([HEADER, *rows]))) == [
        ("D2", "WRONG_VALUE"), ("E2", "WRONG_VALUE"), ("F2", "WRONG_VALUE"), ("G2", "WRONG_VALUE"),
        ("H2", "WRONG_VALUE"), ("D3", "REQUIRED"), ("A3", "DUPLICATE"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("file", "EMPTY")]),
        ("\n\n", [("file", "EMPTY")]),
        (HEADER, [("file", "WRONG_NUMBER_OF_LINES")]),
        (HEADER.replace("(t)", "(MWh)"), [("E1", "WRONG_UNIT")]),
        (HEADER.replace("(t)", "(bushels)"), [("E1", "WRONG_UNIT")]),
        (HEADER.replace("net_mass (t)", "net_mass"), [("E1", "WRONG_UNIT")]),
        (HEADER.replace("carved_out", "carved_out (t)"), [("F1", "WRONG_UNIT")]),
        (HEADER.replace("carved_out", "colour"), [("F1", "UNKNOWN_COLUMN")]),
        (HEADER.replace("carved_out", "cn_code"), [("F1", "DUPLICATE")]),
        (HEADER.replace("cn_code,", ""), [("A1", "MISSING_COLUMN")]),
        (f"{HEADER}\n{ROW},7", [("I2", "NO_HEADING")]),
        (f"{HEADER}\n{ROW.replace('1,', ',', 1)}", [("A2", "REQUIRED")]),
        (f'{HEADER}\n1,"72083900', [("file", "NOT_CSV")]),
        (b"\xff\x00\x01", [("file", "NOT_UTF8")]),
        (HEADER.encode() + b"\n\0", [("file", "NOT_UTF8")]),
        (b"PK\x03\x04 and no more", [("file", "NOT_A_WORKBOOK")]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [("file", "OLD_FORMAT")]),
    ],
)
def test_a_wrong_file_or_header_is_named(tmp_path: Path, text: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert places(refused(tmp_path, text)) == expected


def test_too_many_lines_are_refused_before_any_is_looked_at(tmp_path: Path) -> None:
    rows = "\n".join(f"{number},x" for number in range(100_000))
    (one,) = refused(tmp_path, f"{HEADER}\n{rows}")
    assert (one.reason, "holds 100000 lines" in one.description) == ("WRONG_NUMBER_OF_LINES", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_encodings_separators_and_line_ends_say_the_same(
    tmp_path: Path, encoding: str, separator: str, ending: str
) -> None:
    content = f"{HEADER}\n\n{ROW}\n".replace(",", separator).replace("\n", ending).encode(encoding)
    (line,) = read(tmp_path, content)
    assert (line.name, line.place("net_mass"), line.facts["net_mass"].number) == ("1", "E3", "1000")


def test_the_line_by_which_a_spreadsheet_program_tells_the_separator_is_no_header(tmp_path: Path) -> None:
    (line,) = read(tmp_path, f"sep=;\r\n{HEADER}\r\n{ROW}\r\n".replace(",", ";"))
    assert line.place("net_mass") == "E3"


def test_kilograms_are_told_by_the_heading_and_converted_by_nobody_but_the_engine(tmp_path: Path) -> None:
    (line,) = read(tmp_path, f"{HEADER.replace('(t)', '(kg)')}\n{ROW}\n")
    assert (line.facts["net_mass"].number, line.facts["net_mass"].unit) == ("1000", "kg")


def test_labels_of_both_languages_name_columns(tmp_path: Path) -> None:
    header = "行,商品编码,country of origin,进口日期,净重（t）,Carved_Out,确定方法"
    (line,) = read(tmp_path, f"{header}\n1,72083900,BR,2026-05-10,1000,否,缺省值\n")
    assert line.facts["determination"].choice == "default"
    assert line.facts["carved_out"].flag is False
    assert line.facts["net_mass"].unit == "t"


def test_a_workbook_says_the_same_as_its_csv(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook(("any", typed())), "goods.xlsx")
    (ours,), (theirs,) = read_goods(path, CARD), read(tmp_path, f"{HEADER}\n{ROW}\n")
    assert ours.facts == theirs.facts
    assert ours.place("net_mass") == "Sheet any, E2"


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [((1, 4), "=500+500", "WRONG"), ((1, 1), "=B9", "WRONG"), ((1, 4), "#DIV/0!", "WRONG"), ((1, 4), 1e-9, "")],
)
def test_formulas_in_a_workbook_are_refused_and_small_numbers_are_not(
    tmp_path: Path, place: tuple[int, int], value: object, reason: str
) -> None:
    rows = typed()
    rows[place[0]][place[1]] = value
    path = saved(tmp_path, workbook(("goods", rows)), "goods.xlsx")
    if not reason:
        (line,) = read_goods(path, CARD)
        assert line.facts["net_mass"].number == "0.000000001"
        return
    with pytest.raises(InputError) as error:
        read_goods(path, CARD)
    letter = "ABCDE"[place[1]]
    assert places(list(error.value.violations)) == [(f"Sheet goods, {letter}2", "FORMULA")]


def test_merged_cells_are_refused_for_all_but_the_first_would_seem_blank(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook(("goods", [*typed(), ["2"]]), merge="B2:B3"), "goods.xlsx")
    with pytest.raises(InputError) as error:
        read_goods(path, CARD)
    assert places(list(error.value.violations)) == [("Sheet goods, B2", "MERGED_CELLS")]


@pytest.mark.parametrize("title", ["precursors", "前体"])
def test_precursors_stand_in_a_second_sheet_or_in_a_file(tmp_path: Path, title: str) -> None:
    parts: list[list[object]] = [
        [*PARTS.split(",")],
        ["1", "pellets", 26011200, "unknown", 1450, "default_value", "no", "no", "no"],
    ]
    path = saved(tmp_path, workbook((title, parts), ("goods", typed())), "goods.xlsx")
    (line,) = read_goods(path, CARD)
    written = "\n".join(",".join(map(str, row)) for row in parts)
    (other,) = read_goods(saved(tmp_path, f"{HEADER}\n{ROW}\n"), CARD, precursors=saved(tmp_path, written, "parts.csv"))
    assert line.facts["precursors"] == other.facts["precursors"]
    (record,) = line.facts["precursors"].records or ()
    assert (record["code"].text, record["origin"].text, record["consumed"].unit) == ("26011200", "unknown", "t")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("2,p,26011200,AU,1,default_value,no,no,no", [("parts.csv: A2", "UNKNOWN_LINE")]),
        ("1,,26011200,AU,1,default_value,no,no,no", [("parts.csv: B2", "REQUIRED")]),
        (",p,26011200,AU,1,default_value,no,no,no", [("parts.csv: A2", "REQUIRED")]),
        ("1,p,2601,AU,-1,some,no,no,maybe", [("parts.csv: C2", "WRONG_VALUE"), ("parts.csv: E2", "WRONG_VALUE"),
                                            ("parts.csv: F2", "WRONG_VALUE"), ("parts.csv: I2", "WRONG_VALUE")]),
        ("1,p,26011200,AU,1,default_value,no,no,no\n1,P,26011200,AU,1,default_value,no,no,no",
         [("parts.csv: B3", "DUPLICATE")]),
    ],
)  # fmt: skip
def test_wrong_precursors_are_named_by_cell(tmp_path: Path, parts: str, expected: list[tuple[str, str]]) -> None:
    assert places(refused(tmp_path, f"{HEADER}\n{ROW}\n", f"{PARTS}\n{parts}\n")) == expected


def test_precursors_in_the_workbook_and_in_a_file_are_one_too_many(tmp_path: Path) -> None:
    parts: list[list[object]] = [[*PARTS.split(",")], ["1", "p", "26011200", "AU", 1]]
    goods = saved(tmp_path, workbook(("goods", typed()), ("precursors", parts)), "goods.xlsx")
    with pytest.raises(InputError) as error:
        read_goods(goods, CARD, precursors=goods)
    assert places(list(error.value.violations)) == [("Sheet precursors, A2", "CONTRADICTION")]
    only = saved(tmp_path, workbook(("notes", [["x"]]), ("precursors", parts)), "parts.xlsx")
    (line,) = read_goods(saved(tmp_path, f"{HEADER}\n{ROW}\n"), CARD, precursors=only)
    assert line.facts["precursors"].records


@pytest.mark.parametrize("name", ["a\x1b[31m", "x" * 101, '"a\nb"'])
def test_a_name_that_a_terminal_would_obey_is_refused(tmp_path: Path, name: str) -> None:
    assert places(refused(tmp_path, with_cell("line", name))) == [("A2", "WRONG_VALUE")]


def test_a_line_that_says_it_has_none_contradicts_its_precursors(tmp_path: Path) -> None:
    goods = f"{HEADER},precursors\n{ROW},none\n"
    found = refused(tmp_path, goods, f"{PARTS}\n1,p,26011200,AU,1,default_value,no,no,no\n")
    assert places(found) == [("parts.csv: A2", "CONTRADICTION")]
    assert "I2" in found[0].description


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Put a part more into the package of a workbook."""
    stream = BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "part", "reason", "said", "said_in_chinese"),
    [
        ("xl/media/image1.emf", bytes(64_000_001), "TOO_LARGE", "'xl/media/image1.emf'", "解压后有 64000001 字节"),
        ("xl/extra.xml", b"<!DOCTYPE a><a/>", "NOT_A_WORKBOOK", "declares a document type", "声明了文档类型"),
        ("xl/workbook.bin", b"x", "OLD_FORMAT", "xlsx", "（.xlsx）"),
    ],
)
def test_a_workbook_beyond_the_guard_is_refused_with_what_the_guard_found(
    tmp_path: Path, name: str, part: bytes, reason: str, said: str, said_in_chinese: str
) -> None:
    (one,) = refused(tmp_path, with_part(workbook(("goods", typed())), name, part))
    assert (one.field, one.reason, told(one.field, "zh")) == ("file", reason, "文件")
    assert said in one.description
    assert "50 MB" not in one.description
    assert said_in_chinese in told(one.description, "zh")


def test_a_cell_of_a_workbook_is_named_in_the_language_of_whoever_asks(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEADER.split(",")], ["1", "7208", "BR", "2026-05-10", 1000, "no", "default", 0]]
    (one,) = refused(tmp_path, workbook(("货物", rows)))
    assert (one.field, told(one.field, "zh")) == ("Sheet 货物, B2", "工作表 货物，B2")
    (one,) = refused(tmp_path, f"{HEADER}\n{ROW}\n", f"{PARTS}\n1,p,2601,AU,1,default_value,no,no,no\n")
    assert (one.field, told(one.field, "zh")) == ("parts.csv: C2", "parts.csv：C2")
