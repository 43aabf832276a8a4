"""Rankings of subjects as text, CSV, XLSX and JSON: double uses, tracks, quartiles and formula escaping."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from service.api.ranking import Rankings
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.schemes.rating.ranking.render_ranking import ranking_csv, ranking_text
from service.store.store import Store
from tests.support.commands import touchstone
from tests.support.ranked import LATE, TRACKED, VERSION, Request, evaluation, places, uses
from tests.support.running import RunningServer
from tests.support.small_card import CARD


@pytest.fixture
def gazette(tmp_path: Path) -> Gazette:
    write_version(tmp_path / "gazette", TRACKED, {}, publish_time="2025-01-01T00:00:00Z")
    return Gazette(tmp_path / "gazette")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    yield store
    store.close()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("language", "first", "marked", "unranked"),
    [
        (
            "en",
            "DOUBLE USE FOUND IN THE ARCHIVE: b (double use: 2), d (double use: 1)",
            "b (double use: 2)",
            "d (double",
        ),
        ("zh", "存档发现重复使用：b（重复使用 2 处）、d（重复使用 1 处）", "b（重复使用 2 处）", "d（重复"),
    ],
)
def test_double_uses_are_shown_first_and_with_each_subject(
    store: Store, gazette: Gazette, language: str, first: str, marked: str, unranked: str
) -> None:
    for row, used in (
        (evaluation(1, "a", "10"), uses(major=3, shared=2)),
        (evaluation(2, "b", "30"), uses(major=2, shared=0)),
        (evaluation(3, "c", "20"), uses(major=0, shared=1)),
        (evaluation(4, "d", None, kind="gate_failed"), uses(major=1, shared=0)),
    ):
        store.append(row, used).result(timeout=60)
    answer = Rankings(store, gazette).rank_subjects(Request(parent="organizations/a", scorecard_version=VERSION))
    counts = {one.subject[-1]: one.double_use_count for one in answer.ranked_subjects}
    assert counts == {"a": 0, "b": 2, "c": 0}
    assert [(one.subject[-1], one.double_use_count) for one in answer.unranked_subjects] == [("d", 1)]
    assert places(answer) == {"b": (1, 1), "c": (2, 2), "a": (3, 3)}, "the ranks stay what the scores say"
    lines = ranking_text(answer, gazette.version(CARD, "1.0.0"), language).splitlines()
    assert lines[1] == first
    assert sum(marked in line for line in lines[2:]) == 1
    assert sum(line.strip().startswith(unranked) for line in lines) == 1
    heading, *rows = ranking_csv(answer).splitlines()
    assert heading.endswith(",double_use_count")
    assert [row.rsplit(",", 1)[1] for row in rows] == ["2", "0", "0"]


@pytest.mark.full
def test_a_ranking_is_printed_as_text_and_exported_for_spreadsheets(tmp_path: Path, gazette: Gazette) -> None:
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    formula = {**LATE, "remark": "=north"}
    for number, (subject, track) in enumerate((("a", LATE), ("b", LATE), ("c", formula), ("d", {"status": "open"}))):
        store.append(evaluation(number, subject, str(40 - 10 * number), track)).result(timeout=60)
    store.close()
    with RunningServer(tmp_path, tmp_path / "gazette") as server:
        asked = (
            "evaluation",
            "rank",
            CARD,
            "organizations/a",
            "--server",
            server.address,
            "--gazette",
            tmp_path / "gazette",
        )
        late = [part for name, value in LATE.items() for part in ("--track", f"{name}={value}")]
        result = touchstone(*asked, *late)
        assert result.exit_code == 0, result.output
        assert result.stdout.splitlines() == [
            "Small factory 1.0.0: status open, remark north, stage late stage",
            "",
            "rank  subject  points",
            "1     a        40.00   ████████████████████████████████████████",
            "2     b        30.00   ██████████████████████████████",
            "",
            "Quartiles of 2 exact scores: least 30.00, lower 32.50, median 35.00, upper 37.50, greatest 40.00",
            "",
            "Weakest indicators (mean share of their points)",
            "  I1 Renewable energy: 25 %, mean over subjects: 2",
            "",
            "Not ranked",
            "  d: unknown remark, stage",
            "",
            "Left out, because they belong to other tracks: 1.",
        ]
        assert "名次" in touchstone(*asked, *late, "--language", "zh").stdout
        out = tmp_path / "ranking.csv"
        other = [part for name, value in formula.items() for part in ("--track", f"{name}={value}")]
        assert touchstone(*asked, *other, "--format", "csv", "--out", out).exit_code == 0
        assert out.read_text("utf-8").splitlines() == [
            "best_rank,worst_rank,subject,score_low,score_high,evaluation,remark,stage,status",
            "1,1,organizations/a/subjects/c,20,20,organizations/a/evaluations/0002,'=north,late,open",
        ]
        book = tmp_path / "ranking.xlsx"
        assert touchstone(*asked, *other, "--format", "xlsx", "--out", book).exit_code == 0
        sheet = load_workbook(book)["Ranks"]
        assert [(cell.value, cell.data_type) for cell in sheet[2]][2:5:2] == [
            ("organizations/a/subjects/c", "s"),
            ("20", "s"),
        ]
        assert (sheet["G2"].value, sheet["G2"].data_type) == ("=north", "s")
        assert touchstone(*asked, *other, "--format", "xlsx").exit_code == 2
        across = touchstone(*asked)
        assert (across.exit_code, "Choose one track: " in across.stderr) == (2, True)
        assert json.loads(touchstone(*asked, *late, "--format", "json").stdout)["rankedCount"] == 2
        wrong = touchstone(*asked, "--track", "stage")
        expected_message = "'stage' is not valid. The track (group of the ranking) does not have the form NAME=VALUE."
        assert (wrong.exit_code, expected_message in wrong.stderr) == (2, True)
