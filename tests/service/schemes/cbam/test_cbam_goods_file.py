"""CBAM goods and precursor files: headers, encodings, CSV and workbook equivalence, and refusals by heading."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.schemes.cbam.goods import read_goods, read_sheets
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
    workbook,
)
from tests.support.cbam_declaring import HEADER
from touchstone.v1.cbam_service_pb2 import GoodsFile


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
        (HEADER.replace("carved_out", "cn_code"), [("F1", "REPEATED")]),
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
def test_an_invalid_file_or_header_is_named(tmp_path: Path, text: str | bytes, expected: list[tuple[str, str]]) -> None:
    assert places(refused(tmp_path, text)) == expected


def test_an_invalid_header_does_not_hide_errors_in_cells(tmp_path: Path) -> None:
    text = (
        "line,cn_cod,country_of_origin,imported_on,net_mass (MWh),determination\n"
        "1,72083900,BR,2026-05-10,lots,actual\n"
        "2,7208,XX9,2026-13-01,5,perhaps,more\n"
    )
    fields = {violation.field for violation in refused(tmp_path, text, f"{PARTS}\n1,slab,,QQ9,some,,,,\n")}
    assert {"B1", "A1", "E1"} <= fields, "the header itself"
    assert {"C3", "D3", "F3", "G3"} <= fields, "cells under headings that are known, or under none"
    assert not fields & {"B2", "B3", "E2", "E3"}, "what stands under a wrong heading says nothing"
    assert any("parts.csv" in place and "2" in place for place in fields)


@pytest.mark.full
def test_an_excess_of_lines_is_refused_before_any_line_is_read(tmp_path: Path) -> None:
    rows = "\n".join(f"{number},x" for number in range(100_000))
    (violation,) = refused(tmp_path, f"{HEADER}\n{rows}")
    assert (violation.reason, "contains 100000 lines" in violation.description) == ("WRONG_NUMBER_OF_LINES", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_encodings_separators_and_line_ends_do_not_change_the_content(
    tmp_path: Path, encoding: str, separator: str, ending: str
) -> None:
    content = f"{HEADER}\n\n{ROW}\n".replace(",", separator).replace("\n", ending).encode(encoding)
    (line,) = read(tmp_path, content)
    assert (line.name, line.place("net_mass"), line.facts["net_mass"].number) == ("1", "E3", "1000")


def test_the_separator_line_of_a_spreadsheet_program_is_not_a_header(tmp_path: Path) -> None:
    (line,) = read(tmp_path, f"sep=;\r\n{HEADER}\r\n{ROW}\r\n".replace(",", ";"))
    assert line.place("net_mass") == "E3"


def test_labels_of_both_languages_name_columns(tmp_path: Path) -> None:
    header = "行,商品编码,country of origin,进口日期,净重（t）,Carved_Out,确定方法"
    (line,) = read(tmp_path, f"{header}\n1,72083900,BR,2026-05-10,1000,否,缺省值\n")
    assert line.facts["determination"].choice == "default"
    assert line.facts["carved_out"].flag is False
    assert line.facts["net_mass"].unit == "t"


def test_refusals_name_the_headings_of_the_file(tmp_path: Path) -> None:
    header = "行,商品编码,country of origin,进口日期,净重（t）,carved_out,确定方法"
    with pytest.raises(InputError) as error:
        read(tmp_path, f"{header}\n1,7208,巴西,五月十日,60 kg,也许,其他\n")
    descriptions = [in_language(one.description, "zh") for one in error.value.violations]
    headings = ("商品编码", "country of origin", "进口日期", "净重", "carved_out", "确定方法")
    assert [one.partition("：")[0] for one in descriptions] == list(headings)
    assert "净重 (kg)" in descriptions[3]


@pytest.mark.parametrize(
    ("count", "named", "hint"),
    [(3, "7", "Known: 1, 2, 3."), (40, "3 0", "Did you mean '30'?"), (40, "x", "exactly as in the goods file")],
)
def test_a_precursor_of_an_unknown_line_is_refused_with_the_known_lines(
    tmp_path: Path, count: int, named: str, hint: str
) -> None:
    rows = "\n".join(ROW.replace("1,", f"{number},", 1) for number in range(1, count + 1))
    parts = saved(tmp_path, f"{PARTS}\n{named},p,26011200,AU,1,default_value,no,no,no\n", "parts.csv")
    with pytest.raises(InputError) as error:
        read_goods(goods_file(saved(tmp_path, f"{HEADER}\n{rows}\n")), CARD, precursors=goods_file(parts))
    (wrong,) = error.value.violations
    assert (wrong.reason, hint in wrong.description) == ("UNKNOWN_LINE", True)


def test_a_workbook_yields_the_same_facts_as_its_csv(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook(("any", typed())), "goods.xlsx")
    (ours,), (theirs,) = read_goods(goods_file(path), CARD).lines, read(tmp_path, f"{HEADER}\n{ROW}\n")
    assert ours.facts == theirs.facts
    assert ours.place("net_mass") == "Sheet any, E2"


def test_merged_cells_are_refused_for_all_but_the_first_would_seem_blank(tmp_path: Path) -> None:
    path = saved(tmp_path, workbook(("goods", [*typed(), ["2"]]), merge="B2:B3"), "goods.xlsx")
    with pytest.raises(InputError) as error:
        read_goods(goods_file(path), CARD)
    assert places(list(error.value.violations)) == [("Sheet goods, B2", "MERGED_CELLS")]


@pytest.mark.parametrize("title", ["precursors", "前体"])
def test_precursors_are_read_from_a_second_sheet_or_from_a_file(tmp_path: Path, title: str) -> None:
    parts: list[list[object]] = [
        [*PARTS.split(",")],
        ["1", "pellets", 26011200, "unknown", 1450, "default_value", "no", "no", "no"],
    ]
    path = saved(tmp_path, workbook((title, parts), ("goods", typed())), "goods.xlsx")
    (line,) = read_goods(goods_file(path), CARD).lines
    written = "\n".join(",".join(map(str, row)) for row in parts)
    (other,) = read_goods(
        goods_file(saved(tmp_path, f"{HEADER}\n{ROW}\n")),
        CARD,
        precursors=GoodsFile(name="parts.csv", content=written.encode()),
    ).lines
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
                                            ("parts.csv: F2", "UNKNOWN_CHOICE"), ("parts.csv: I2", "WRONG_TYPE")]),
        ("1,p,26011200,AU,1,default_value,no,no,no\n1,P,26011200,AU,1,default_value,no,no,no",
         [("parts.csv: B3", "DUPLICATE")]),
    ],
)  # fmt: skip
def test_invalid_precursors_are_named_by_cell(tmp_path: Path, parts: str, expected: list[tuple[str, str]]) -> None:
    assert places(refused(tmp_path, f"{HEADER}\n{ROW}\n", f"{PARTS}\n{parts}\n")) == expected


@pytest.mark.full
def test_precursors_both_in_the_workbook_and_in_a_file_are_refused(tmp_path: Path) -> None:
    parts: list[list[object]] = [[*PARTS.split(",")], ["1", "p", "26011200", "AU", 1]]
    goods = saved(tmp_path, workbook(("goods", typed()), ("precursors", parts)), "goods.xlsx")
    with pytest.raises(InputError) as error:
        read_goods(goods_file(goods), CARD, precursors=goods_file(goods))
    assert places(list(error.value.violations)) == [("Sheet precursors, A2", "CONTRADICTION")]
    only = saved(tmp_path, workbook(("notes", [["x"]]), ("precursors", parts)), "parts.xlsx")
    (line,) = read_goods(goods_file(saved(tmp_path, f"{HEADER}\n{ROW}\n")), CARD, precursors=goods_file(only)).lines
    assert line.facts["precursors"].records


def test_a_line_declared_without_precursors_contradicts_listed_precursors(tmp_path: Path) -> None:
    goods = f"{HEADER},precursors\n{ROW},none\n"
    violations = refused(tmp_path, goods, f"{PARTS}\n1,p,26011200,AU,1,default_value,no,no,no\n")
    assert places(violations) == [("parts.csv: A2", "CONTRADICTION")]
    assert "I2" in violations[0].description


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = BytesIO(content)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return stream.getvalue()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("name", "part", "reason", "expected_message", "said_in_chinese"),
    [
        ("xl/media/image1.emf", bytes(64_000_001), "TOO_LARGE", "'xl/media/image1.emf'", "解压后有 64000001 字节"),
        ("xl/extra.xml", b"<!DOCTYPE a><a/>", "NOT_A_WORKBOOK", "declares a document type", "声明了文档类型"),
        ("xl/workbook.bin", b"x", "OLD_FORMAT", "xlsx", "（.xlsx）"),
    ],
)
def test_a_workbook_beyond_the_package_limits_is_refused_with_the_exceeded_limit(
    tmp_path: Path, name: str, part: bytes, reason: str, expected_message: str, said_in_chinese: str
) -> None:
    (violation,) = refused(tmp_path, with_part(workbook(("goods", typed())), name, part))
    assert (violation.field, violation.reason, in_language(violation.field, "zh")) == ("file", reason, "文件")
    assert expected_message in violation.description
    assert "50 MB" not in violation.description
    assert "JSONL" not in violation.description + in_language(violation.description, "zh")
    assert said_in_chinese in in_language(violation.description, "zh")


def test_goods_with_semicolons_and_decimal_commas_are_read_with_a_note() -> None:
    content = b"line;net_mass (t)\nA;1000,25\n"
    (sheet,) = read_sheets(GoodsFile(content=content, name="goods.csv"))
    assert sheet.decimal_mark == ","
    assert ["'1000,25' was read as 1000.25" in note.description for note in sheet.notes] == [True]
    (points,) = read_sheets(GoodsFile(content=content.replace(b",", b"."), name="goods.csv"))
    assert not points.decimal_mark


@pytest.mark.parametrize(
    ("mark", "mass", "number"),
    [
        (GoodsFile.DECIMAL_MARK_COMMA, "1,234", "1.234"),
        (GoodsFile.DECIMAL_MARK_POINT, "1,234", "1234"),
        (GoodsFile.DECIMAL_MARK_COMMA, "1.234", "1234"),
    ],
)
def test_a_declared_decimal_mark_decides_how_goods_are_read(
    mark: GoodsFile.DecimalMark, mass: str, number: str
) -> None:
    content = f"{HEADER}\n{ROW}\n".replace(",", ";").replace(";1000;", f";{mass};").encode()
    goods = read_goods(GoodsFile(content=content, name="g.csv", decimal_mark=mark), CARD)
    assert goods.lines[0].facts["net_mass"].number == number
    assert [note.reason for note in goods.notes] == ["DECIMAL_MARK_DECLARED"]


def test_a_mass_that_contradicts_the_declared_decimal_mark_is_refused() -> None:
    content = f"{HEADER}\n{ROW}\n".replace(",", ";").replace(";1000;", ";1.2345;").encode()
    file = GoodsFile(content=content, name="g.csv", decimal_mark=GoodsFile.DECIMAL_MARK_COMMA)
    with pytest.raises(InputError) as error:
        read_goods(file, CARD)
    assert [(one.field, one.reason) for one in error.value.violations] == [("E2", "NOT_A_NUMBER")]


def test_a_decimal_mark_declared_for_a_workbook_is_refused() -> None:
    content = workbook(("goods", typed()))
    with pytest.raises(InputError) as error:
        read_goods(GoodsFile(content=content, name="g.xlsx", decimal_mark=GoodsFile.DECIMAL_MARK_COMMA), CARD)
    (violation,) = error.value.violations
    assert violation.field == "decimal_mark"
    assert "Remove the declaration (decimal-mark); other file types do not need it" in violation.description


def test_precursors_without_a_declared_decimal_mark_have_that_of_the_goods() -> None:
    goods = GoodsFile(content=f"{HEADER}\n{ROW}\n".encode(), decimal_mark=GoodsFile.DECIMAL_MARK_COMMA)
    parts = f"{PARTS}\n1,p,26011200,AU,1450,default_value,no,no,no\n".replace(",", ";").replace("1450", "1,450")
    (line,) = read_goods(goods, CARD, precursors=GoodsFile(name="p.csv", content=parts.encode())).lines
    (record,) = line.facts["precursors"].records or ()
    assert record["consumed"].number == "1.450"
