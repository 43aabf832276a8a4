"""The `tables` commands, as programs and people read them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import app
from service.gazette.tables import FOLDER, TableStore
from tests.support.commands import Result
from tests.support.small_table import ROWS, small_manifest, small_table


def touchstone(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["table", *(str(argument) for argument in arguments)])


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    shelf = TableStore(folder / FOLDER)
    shelf.add(small_table())
    changed = [*ROWS[:4], ("BR", "7208", "*", "1.62", "N/A", "", "C", "confirmed"), *ROWS[6:]]
    shelf.add(small_table(changed, edition="2026-08-06", known_from="2026-07-31", supersedes="2026-02-04"))
    return folder


def test_editions_are_listed(gazette: Path) -> None:
    text = touchstone("list", "--gazette", gazette)
    assert text.exit_code == 0
    assert [line.split() for line in text.stdout.splitlines()][2][:2] == ["defaults", "2026-08-06"]
    document = json.loads(touchstone("list", "--gazette", gazette, "--format", "json").stdout)
    assert [one["edition"] for one in document["editions"]] == ["2026-02-04", "2026-08-06"]
    assert "no reference tables" in touchstone("list", "--gazette", gazette / "none").stdout


def test_an_edition_is_shown_by_name_or_by_date(gazette: Path) -> None:
    newest = touchstone("show", "defaults", "--gazette", gazette, "--language", "zh")
    assert newest.stdout.splitlines()[0] == "defaults@2026-08-06：缺省值"
    named = touchstone("show", "defaults@2026-02-04", "--gazette", gazette)
    assert "BR,7208,*,1.62,N/A,1.62,C,confirmed" in named.stdout.splitlines()
    dated = touchstone("show", "defaults", "--as-of", "2026-05-10", "--known", "2026-07-30", "--gazette", gazette)
    assert dated.stdout == named.stdout
    document = json.loads(touchstone("show", "defaults@2026-02-04", "--gazette", gazette, "--format", "json").stdout)
    assert document["manifest"]["edition"] == "2026-02-04"
    assert len(document["rows"]) == len(ROWS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("show", "default"),
            "The reference table 'default' was not found. Correct the name. Did you mean 'defaults'?",
        ),
        (("show", "defaults@1"), "The reference table defaults has no edition 1. Use one of 2026-02-04, 2026-08-06."),
        (
            ("show", "defaults", "--as-of", "2025-01-01", "--known", "2027-01-01"),
            "No edition of defaults that was known up to 2027-01-01 is valid on 2025-01-01",
        ),
        (
            ("show", "defaults", "--as-of", "10.5.2026"),
            "as-of: '10.5.2026' is not a date. Use the form YYYY-MM-DD, for example 2027-01-31.",
        ),
        (("show", "defaults", "--known", "2026-01-01"), "--known requires --as-of"),
        (("import", "examples/cbam/goods-2026.csv"), "A CSV file requires --manifest FILE"),
    ],
)
def test_invalid_arguments_are_explained(gazette: Path, arguments: tuple[str, ...], words: str) -> None:
    asked = touchstone(*arguments, "--gazette", gazette)
    assert asked.exit_code == 2
    assert words in asked.stderr


def test_two_editions_are_compared(gazette: Path) -> None:
    both = ("diff", "defaults@2026-02-04", "defaults", "--gazette", gazette)
    assert touchstone(*both).stdout.splitlines() == [
        "defaults@2026-02-04 → defaults@2026-08-06: 0 rows added, 1 removed, 1 cell changed",
        "- country BR, cn_code 720851, variant *: "
        "direct 1.7, indirect N/A, total 1.7, route C/F, certainty own_reading",
        "~ country BR, cn_code 7208, variant *: total 1.62 → unknown",
    ]
    document = json.loads(touchstone(*both, "--format", "json").stdout)
    assert document["changed"] == [
        {
            "keys": [
                {"column": "country", "word": "BR"},
                {"column": "cn_code", "word": "7208"},
                {"column": "variant", "word": "*"},
            ],
            "column": "total",
            "old": "1.62",
            "new": "",
        }
    ]
    assert touchstone("diff", "defaults", "defaults", "--gazette", gazette).stdout.endswith(": no differences\n")


def test_a_lookup_shows_every_step(gazette: Path) -> None:
    asked = ("lookup", "defaults@2026-02-04", "total", "country=BR", "cn_code=72031000", "--gazette", gazette)
    result = touchstone(*asked, "--else", "country=other")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "1.325 tCO2e/t, own interpretation",
        "  defaults@2026-02-04, country BR, cn_code 72031000: no row",
        "  defaults@2026-02-04, country BR, cn_code 720310: no row",
        "  defaults@2026-02-04, country BR, cn_code 7203: look elsewhere in BR,7203,*,-,-,-,-,secondary",
        "  defaults@2026-02-04, country other, cn_code 72031000: no row",
        "  defaults@2026-02-04, country other, cn_code 720310: no row",
        "  defaults@2026-02-04, country other, cn_code 7203: value in other,7203,*,1.325,N/A,1.325,*,own_reading",
    ]
    further = touchstone(*asked)
    assert further.exit_code == 1
    assert further.stdout.splitlines()[0] == "look elsewhere"
    document = json.loads(touchstone(*asked, "--else", "country=other", "--format", "json").stdout)
    assert (document["answer"], document["number"], document["unit"]) == ("ANSWER_NUMBER_FOUND", "1.325", "tCO2e/t")
    assert len(document["tried"]) == 6
    assert document["tried"][0] == {
        "table": "defaults@2026-02-04",
        "keys": [{"column": "country", "word": "BR"}, {"column": "cn_code", "word": "72031000"}],
        "finding": "FINDING_NO_ROW",
        "row": None,
    }


@pytest.mark.parametrize(
    ("column", "keys", "first_line", "code"),
    [
        ("indirect", ("country=BR", "cn_code=72083900"), "out of scope, confirmed", 0),
        ("route", ("country=BR", "cn_code=72083900"), "C, confirmed", 0),
        ("total", ("country=BR", "cn_code=25232100"), "missing (blank): defaults@2026-02-04 has no figure for", 1),
        ("total", ("country=BR", "cn_code=25231000"), "missing (ambiguous): defaults@2026-02-04 has 2 rows", 1),
    ],
)
def test_every_lookup_has_one_text_and_exit_code(
    gazette: Path, column: str, keys: tuple[str, str], first_line: str, code: int
) -> None:
    asked = ("lookup", "defaults@2026-02-04", column, *keys, "--gazette", gazette)
    result = touchstone(*asked)
    assert result.exit_code == code
    assert result.stdout.startswith(first_line)
    document = json.loads(touchstone(*asked, "--format", "json").stdout)
    assert document["tried"]
    reason = first_line.partition("(")[2].partition(")")[0]
    assert document.get("reason", "REASON_") == f"REASON_{reason.upper()}"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("sum", "country=BR"),
            "column: The table defaults@2026-08-06 has no column 'sum'. Use one of direct, indirect, total",
        ),
        (
            ("total", "land=BR"),
            "land=BR: This argument is not in the form KEY=WORD, or the table does not have this key. "
            "Write KEY=WORD with one of these keys: country, cn_code, variant.",
        ),
        (("total", "country=BR", "--else", "other"), "other: This argument is not in the form KEY=WORD"),
    ],
)
def test_a_question_that_cannot_be_is_refused(gazette: Path, arguments: tuple[str, ...], words: str) -> None:
    asked = touchstone("lookup", "defaults", *arguments, "--gazette", gazette)
    assert asked.exit_code == 2
    assert words in asked.stderr


def test_corrupted_table_files_are_a_fault_of_the_service(gazette: Path) -> None:
    assert touchstone("check", "--gazette", gazette).stdout == "2 editions, all unchanged since publication\n"
    path = next((gazette / FOLDER).glob("*.csv"))
    path.write_bytes(path.read_bytes() + b"x")
    damaged = touchstone("check", "--gazette", gazette)
    assert damaged.exit_code == 3
    assert "The rows of the reference table have the digest" in damaged.stderr


def imported(tmp_path: Path, rows: Iterable[tuple[str, ...]], *arguments: object) -> Result:
    manifest = small_manifest().model_dump(mode="json", by_alias=True, exclude={"edition", "supersedes"})
    (tmp_path / "draft.json").write_text(json.dumps(manifest), encoding="utf-8")
    lines = [",".join(row) for row in (small_manifest().columns, *rows)]
    (tmp_path / "rows.csv").write_text("\n".join(lines), encoding="utf-8")
    command = ("import", tmp_path / "rows.csv", "--manifest", tmp_path / "draft.json")
    return touchstone(*command, "--gazette", tmp_path / "gazette", *arguments)


def test_a_file_becomes_an_edition_only_on_request(tmp_path: Path) -> None:
    tried = imported(tmp_path, ROWS, "--edition", "2026-02-04")
    assert tried.exit_code == 0
    assert tried.stdout == f"defaults@2026-02-04: {len(ROWS)} rows; no earlier edition to compare with\n"
    assert "nothing was written" in tried.stderr
    assert not (tmp_path / "gazette").exists()
    assert imported(tmp_path, ROWS, "--edition", "2026-02-04", "--write").exit_code == 0
    assert TableStore(tmp_path / "gazette" / FOLDER).newest("defaults") == small_table()
    assert (
        touchstone("check", "--gazette", tmp_path / "gazette").stdout == "1 edition, all unchanged since publication\n"
    )


def test_the_next_edition_is_compared_with_the_superseded_edition(tmp_path: Path) -> None:
    imported(tmp_path, ROWS, "--edition", "2026-02-04", "--write")
    changed = [*ROWS[:4], ("BR", "7208", "*", "1.62", "N/A", "1.63", "C/F", "confirmed"), *ROWS[6:]]
    following = ("--edition", "2026-08-06", "--known-from", "2026-07-31", "--supersedes", "2026-02-04")
    document = json.loads(imported(tmp_path, changed, *following, "--format", "json").stdout)
    assert document["manifest"]["supersedes"] == "2026-02-04"
    column = document["difference"]["old"]["columns"].index("cn_code")
    assert [row[column] for row in document["difference"]["removed"]] == ["720851"]
    assert [(one["column"], one["old"], one["new"]) for one in document["difference"]["changed"]] == [
        ("total", "1.62", "1.63"),
        ("route", "C", "C/F"),
    ]
    text = imported(tmp_path, changed, *following, "--limit", "1")
    assert text.stdout.splitlines()[-1] == "  … and 1 more cell changed; --limit 0 shows all"
    elsewhere = tmp_path / "elsewhere"
    assert imported(tmp_path, changed, *following, "--out", elsewhere).exit_code == 0
    assert len(list(elsewhere.iterdir())) == 2


def test_an_edition_is_never_written_twice_with_another_content(tmp_path: Path) -> None:
    named = ("--edition", "2026-02-04", "--write")
    imported(tmp_path, ROWS, *named)
    refused = imported(tmp_path, ROWS[1:], *named)
    assert refused.exit_code == 2
    assert "an edition never changes" in refused.stderr


def test_every_problem_of_a_file_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    wrong = [("Brazil", *ROWS[0][1:]), *ROWS[1:], (*ROWS[4][:2], "*", "much", *ROWS[4][4:])]
    refused = imported(tmp_path, wrong, "--edition", "1", "--write")
    assert refused.exit_code == 2
    assert [line.split(": ")[1] for line in refused.stderr.splitlines()] == [
        "line 2, column country",
        "line 14, column direct",
    ]
    assert not (tmp_path / "gazette").exists()


def test_command_line_options_override_the_manifest(tmp_path: Path) -> None:
    imported(tmp_path, ROWS, "--edition", "2026-02-04", "--write")
    renamed = imported(tmp_path, ROWS, "--edition", "3", "--certainty", "confirmed")
    assert renamed.stdout == "defaults@2026-02-04 → defaults@3: no differences\n"
