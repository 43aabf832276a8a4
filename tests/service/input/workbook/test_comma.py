"""Tables of separated values: encodings, separators, heads, and every fault by line and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue, Subject
from service.batch.sources import open_batch
from service.input.tabular.csv_parser import split_record
from service.input.tree.placed_errors import FilePosition, PlacedError
from tests.support.small_card import DIGEST, small_card, small_subject

HEAD = (
    "subject,renewable_share,energy_used,certified,status,themes,report_year.first,report_year.last,audited_on,remark"
)
ROW = (
    "organizations/green-body/subjects/factory-7,85.50,1.2,yes,closed,waste;water,2025-01-01,2025-12-31,2026-02-01,"
    "(not applicable)"
)
CREDITS = """subject,serial,certificate,amount,retired_on
organizations/green-body/subjects/factory-7,A-1,certificate of A-1,0.10,2025-12-01
organizations/green-body/subjects/factory-7,A-2,certificate of A-2,7,2025-12-01
"""
EVIDENCE = f"""subject,evidence_id,facts,kind,issuer,issue_date,assurance,digest
organizations/green-body/subjects/factory-7,meter,renewable_share,meter-reading,Grid company,2026-01-15,合理保证,{DIGEST}
"""  # noqa: E501 -- one line is one row


def subjects(path: Path) -> list[Subject]:
    with open_batch(path, small_card(), as_of="2026-03-01", settings={"reading": "cascade"}) as batch:
        return [item.read().subject for item in batch.items()]


def problems(path: Path) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        subjects(path)
    return [problem.render(path.name) for problem in raised.value.problems]


def written(folder: Path, text: str | bytes, name: str = "x.csv") -> Path:
    (folder / name).write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return folder / name


def test_a_table_with_evidence_and_record_files_is_read_like_a_dossier(tmp_path: Path) -> None:
    written(tmp_path, CREDITS, "x.credits.csv")
    written(tmp_path, EVIDENCE, "x.evidence.csv")
    head, row = HEAD.replace("themes,", "themes,serious_violations,"), ROW.replace("water,", "water,0,")
    (read,) = subjects(written(tmp_path, f"{head}\n{row}\n"))
    wanted = {fact.id: fact.value for fact in small_subject().facts}
    values = {fact.id: fact.value for fact in read.facts}
    energy = values.pop("energy_used")
    assert wanted.pop("energy_used") is not None
    assert energy is not None
    assert (energy.number, energy.unit) == ("1.2", "MWh")
    assert values == wanted
    assert read.evidence == small_subject().evidence


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_separator_line_ends_and_byte_order_mark_are_detected(sign: str, end: str, mark: bytes, tmp_path: Path) -> None:
    lines = (f"subject{sign}Renewable share (%){sign}已认证", f"organizations/a/subjects/b{sign}80{sign}是")
    (read,) = subjects(written(tmp_path, mark + end.join(lines).encode()))
    values = {fact.id: fact.value for fact in read.facts}
    assert values["renewable_share"] is not None
    assert (values["renewable_share"].number, values["renewable_share"].unit) == ("80", "%")
    assert values["certified"] is not None
    assert values["certified"].flag is True


def test_gb18030_is_read_and_reported(tmp_path: Path) -> None:
    text = "subject,remark,已认证\norganizations/a/subjects/b,浙江省工厂,否\n"
    path = written(tmp_path, text.encode("gb18030"))
    with open_batch(path, small_card(), as_of="2026-03-01", settings={}) as batch:
        ((name, note),) = batch.notes
        (item,) = batch.items()
        values = {fact.id: fact.value for fact in item.read().subject.facts}
    assert note.render(name).startswith(f"{path}:1:1: The text is not UTF-8 and was read as GB18030")
    assert values["remark"] is not None
    assert values["remark"].text == "浙江省工厂"


@pytest.mark.parametrize(
    ("content", "expected_problem"),
    [
        (b"", "x.csv:1:1: The file is empty."),
        ("subject,a\n".encode("utf-16-le"), "x.csv:1:1: The text is not UTF-8, but probably UTF-16"),
        (b"subject,a\nx\0y\n", "x.csv:2:1: The file is not text, because it contains bytes with the value 0"),
        (b"subject\norganizations/a/subjects/b\xff\n", "x.csv:2:1: The text is not UTF-8"),
        ("subject,renewable_shar\nx,1\n", "x.csv:1:9: 'renewable_shar' is not a column of this table. Did you mean"),
        ("renewable_share\n1\n", "x.csv:1:1: The column 'subject' is missing"),
        ("subject,status,status\nx,1,2\n", "x.csv:1:16: The column 'status' occurs a second time"),
        ("subject,status\n", "x.csv:1:1: The table has no subject below this row"),
        ("subject,status\nx,open,closed\n", "x.csv:2:8: The row has 3 fields, but the first line names only 2"),
        ('subject,status\nx,"open\n', "x.csv:2:1: A quotation mark (\") that begins in this row is not closed"),
        ('subject,status\nx,"open"s\n', 'x.csv:2:3: Only a separator is allowed after a closing quote (")'),
        ('subject,status\nx,o""pen\n', 'x.csv:2:3: The field contains a quote (")'),
        ("subject,status\nx,open\ny,open\nx,open\n", "x.csv:4:1: subject: The subject 'x' occurs a second time; "
         "the first is at line 2"),
    ],
)  # fmt: skip
def test_an_invalid_table_is_refused_as_a_whole(content: str | bytes, expected_problem: str, tmp_path: Path) -> None:
    assert any(line.startswith(expected_problem) for line in problems(written(tmp_path, content))), problems(
        tmp_path / "x.csv"
    )


def test_a_row_of_an_unknown_subject_is_reported_with_its_file(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEAD}\n{ROW}\n")
    other = written(tmp_path, CREDITS.replace("7,A-2", "8,A-2"), "x.credits.csv")
    (line,) = problems(path)
    assert line.startswith(f"{other}:3:45: subject: 'organizations/green-body/subjects/factory-8' is not a subject")


def test_a_wrong_field_affects_only_its_subject(tmp_path: Path) -> None:
    rows = (ROW, ROW.replace("factory-7", "factory-8").replace("85.50", "about 80").replace("closed", "shut"))
    path = written(tmp_path, "\n".join((HEAD, *rows)))
    with open_batch(path, small_card(), as_of="2026-03-01", settings={}) as batch:
        good, bad = batch.items()
        good.read()
        with pytest.raises(PlacedError) as raised:
            bad.read()
    lines = [problem.render("x.csv") for problem in raised.value.problems]
    assert [line.split(": ")[0] for line in lines] == ["x.csv:3:45", "x.csv:3:62"]


@given(
    st.lists(st.text(st.sampled_from('ab,;"\n\r é工'), max_size=6), min_size=1, max_size=5).filter(
        lambda fields: fields != [""]
    )
)
def test_quoted_fields_are_read_back_with_their_location(fields: list[str]) -> None:
    text = ",".join('"' + field.replace('"', '""') + '"' for field in fields)
    fields_read = split_record(text, ",", FilePosition(7, 1))
    assert [value for _, value in fields_read] == fields
    lines = text.split("\n")
    for place, _ in fields_read:
        assert lines[place.line - 7][place.column - 1] == '"'


def energy_of(path: Path) -> tuple[str | None, list[str]]:
    with open_batch(path, small_card(), as_of="2026-03-01", settings={}) as batch:
        (item,) = batch.items()
        values = {fact.id: fact.value for fact in item.read().subject.facts}
        notes = [note.render(name.rpartition("/")[2]) for name, note in batch.notes]
    share = values["renewable_share"]
    return None if share is None else share.number, notes


@pytest.mark.parametrize("sign", [";", "\t"])
@pytest.mark.parametrize(
    ("written_as", "number"), [("40,35", "40.35"), ("0,125", "0.125"), ("1.040,35", "1040.35"), ("40,3", "40.3")]
)
def test_a_decimal_comma_is_read_if_only_one_interpretation_is_possible(
    sign: str, written_as: str, number: str, tmp_path: Path
) -> None:
    text = f"subject{sign}renewable_share{sign}remark\norganizations/a/subjects/b{sign}{written_as}{sign}siehe 4,5\n"
    read, notes = energy_of(written(tmp_path, text))
    assert read == number
    assert notes == [
        f"x.csv:2:1: The numbers of this file have a decimal comma: '{written_as}' was read as {number}. "
        "Check this number. If it is wrong, declare the decimal mark (decimal-mark) as point."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "organizations/a/subjects/b;1,234;x\n",  # thousands, or 1.234
        "organizations/a/subjects/b;40,35;x\norganizations/a/subjects/c;12.5;x\n",  # both marks
        "organizations/a/subjects/b;40,35;x\norganizations/a/subjects/c;1.234;x\n",  # 1234, or 1.234
    ],
)
def test_a_comma_of_two_readings_is_refused(rows: str, tmp_path: Path) -> None:
    with (
        open_batch(
            written(tmp_path, f"subject;renewable_share;remark\n{rows}"), small_card(), as_of="2026-03-01", settings={}
        ) as batch,
        pytest.raises(PlacedError, match="has a comma, which can be a decimal mark or a thousands separator"),
    ):
        [item.read() for item in batch.items()]


def test_digits_of_other_scripts_are_quoted_unchanged_in_the_error(tmp_path: Path) -> None:
    path = written(tmp_path, "subject;renewable_share\norganizations/a/subjects/b;１２,５\n")
    with (
        open_batch(path, small_card(), as_of="2026-03-01", settings={}, decimal_mark="comma") as batch,
        pytest.raises(PlacedError, match="１２,５"),
    ):
        [item.read() for item in batch.items()]


@pytest.mark.parametrize(
    ("sign", "written_as", "mark", "number"),
    [
        (";", "1,234", "comma", "1.234"),
        (";", "1,234", "point", "1234"),
        (",", '"40,35"', "comma", "40.35"),
        ("\t", "1,040.35", "point", "1040.35"),
    ],
)
def test_a_declared_decimal_mark_decides_and_is_noted(
    sign: str, written_as: str, mark: str, number: str, tmp_path: Path
) -> None:
    path = written(tmp_path, f"subject{sign}renewable_share\norganizations/a/subjects/b{sign}{written_as}\n")
    with open_batch(path, small_card(), as_of="2026-03-01", settings={}, decimal_mark=mark) as batch:
        (item,) = batch.items()
        values = {fact.id: fact.value for fact in item.read().subject.facts}
        ((_, note),) = batch.notes
    assert (values["renewable_share"] or DeclaredValue()).number == number
    assert f"with a decimal {mark}, as declared" in note.description


@pytest.mark.parametrize(
    ("written_as", "mark"),
    [
        ("40.35", "comma"),
        ("40,35", "point"),
        ("1,2,3", "comma"),
        ("0.125", "comma"),
        ("0,125", "point"),
        ("0.123,5", "comma"),
    ],
)
def test_a_number_that_contradicts_the_declared_mark_is_refused(written_as: str, mark: str, tmp_path: Path) -> None:
    path = written(tmp_path, f"subject;renewable_share\norganizations/a/subjects/b;{written_as}\n")
    with (
        open_batch(path, small_card(), as_of="2026-03-01", settings={}, decimal_mark=mark) as batch,
        pytest.raises(PlacedError, match=f"'{written_as}' is not a number with a decimal {mark}"),
    ):
        [item.read() for item in batch.items()]


def test_the_declared_decimal_mark_is_part_of_the_batch_digest_and_only_valid_for_csv(tmp_path: Path) -> None:
    path = written(tmp_path, "subject;renewable_share\norganizations/a/subjects/b;1,234\n")
    digests = set()
    for mark in ("", "comma", "point"):
        with open_batch(path, small_card(), as_of="2026-03-01", settings={}, decimal_mark=mark) as batch:
            digests |= {batch.digest, *(item.digest for item in batch.items())}
    assert len(digests) == 3
    with (
        pytest.raises(InputError, match="A decimal mark is declared, but the file is not a CSV file"),
        open_batch(tmp_path, small_card(), as_of="2026-03-01", settings={}, decimal_mark="comma"),
    ):
        pass
