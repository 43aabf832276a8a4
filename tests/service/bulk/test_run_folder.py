"""Bulk runs of `batch screen`: answers, file forms, resumption, other versions, and invalid input and columns."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest
from click.testing import Result

from rules.contracts.errors import InputError
from rules.engine.plan import make_plan
from rules.model.digest import canonical_order
from rules.model.published_version import published_bytes
from rules.model.scorecard import Scorecard
from service.bulk.columnar_input import InputReader
from service.bulk.run_folder import BulkResult, Parallelism, RunFolder, RunPart
from service.bulk.screening_run import screen_files
from service.bulk.sources import open_subject_files, refuse_duplicate_subjects
from service.gazette.versions import Gazette
from tests.service.bulk.subject_columns import random_columns
from tests.support.commands import touchstone
from tests.support.small_card import CARD, small_card
from tests.support.surplus import evaluator
from tests.support.waiting import until

AS_OF = "2026-03-01"
HOSTILE = ('o\'neill "x"', "a,b\nc", "__import__('os').system('true')", "=1+1", "纸;杯", "^.*$")


def published(folder: Path, *cards: Scorecard) -> Path:
    for card in cards:
        file = folder / card.card.id / f"{card.card.version}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        content = published_bytes(card, {})
        file.write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        sidecar = {"content_digest": digest, "publish_time": "2026-01-01T00:00:00Z"}
        file.with_suffix(".sig.json").write_text(json.dumps(sidecar), encoding="utf-8")
    return folder


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    return published(tmp_path / "scorecards", small_card())


def bulk(source: Path, out: Path, *arguments: object, gazette: Path) -> Result:
    options = ("--as-of", AS_OF, "--set", "reading=cascade", "--out", out, "--gazette", gazette)
    return touchstone("batch", "screen", CARD, source, *options, *arguments)


def answers(out: Path) -> pl.DataFrame:
    return pl.read_parquet(out / "parts" / "*.parquet")


def written(tmp_path: Path, **columns: Any) -> Path:
    file = tmp_path / "subjects.parquet"
    pl.DataFrame(columns).write_parquet(file)
    return file


def factories(count: int) -> pl.DataFrame:
    plan = make_plan(canonical_order(small_card()))
    return random_columns(plan, Random(3), count, unknown=0.02)


def test_columns_and_core_answer_side_by_side(tmp_path: Path, gazette: Path) -> None:
    numbers = ["81.25", "80", "40", "39.9999999", None, "12345678901234567890123456789012345678.5", "abc", "-1"]
    file = written(
        tmp_path,
        subject=[f"s{place}" for place in range(8)],
        renewable_share=numbers,
        serious_violations=[0] * 8,
        status=["closed"] * 8,
    )
    result = bulk(file, tmp_path / "out", gazette=gazette)
    assert result.exit_code == 1, result.output
    frame = answers(tmp_path / "out")
    assert frame["by"].to_list() == ["columns"] * 3 + ["core", "core", "refused", "refused", "refused"]
    assert frame["grade"].to_list() == ["gold", "gold", "silver", "none", None, None, None, None]
    assert frame["possible_grades"][4] == "gold;silver;none"
    assert frame["conclusion"].to_list()[:5] == ["graded", "graded", "graded", "not_graded", "grade_open"]
    assert frame["score_low"].to_list()[:5] == [100, 100, 70, 40, 40]
    assert frame["score_high"][4] == 100
    for place in (5, 6, 7):
        assert frame["refused"][place].startswith("facts[renewable_share].value.number: ")
    assert "3" in result.stdout
    assert "screening, not an evaluation:" in result.stdout


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("form", ["csv", "arrow", "parquet"])
def test_every_form_has_the_same_answers(form: str, tmp_path: Path, gazette: Path) -> None:
    subjects = factories(60).drop("credits")
    plain = tmp_path / "plain.parquet"
    subjects.write_parquet(plain)
    other = tmp_path / f"other.{form}"
    if form == "csv":
        themes = pl.col("themes").list.join(";")
        subjects.with_columns(themes=pl.when(themes == "").then(pl.lit("(none)")).otherwise(themes)).write_csv(other)
    else:
        (subjects.write_ipc if form == "arrow" else subjects.write_parquet)(other)
    for file, out in ((plain, "one"), (other, "two")):
        result = bulk(file, tmp_path / out, "--format", "json", gazette=gazette)
        assert result.exit_code == 0, result.output
        assert json.loads(result.stdout)["subjects"] == 60
    first, two = (answers(tmp_path / out) for out in ("one", "two"))
    assert first.drop("by").equals(two.drop("by"))
    manifest = json.loads((tmp_path / "two" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["byColumns"] + manifest["byCore"] == 60
    assert not (tmp_path / "two" / "staging").exists()


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("kept", ["csv", "arrow"])
def test_answers_are_written_in_the_requested_form(kept: str, tmp_path: Path, gazette: Path) -> None:
    file = tmp_path / "subjects.parquet"
    factories(20).write_parquet(file)
    assert bulk(file, tmp_path / "one", gazette=gazette).exit_code == 0
    assert bulk(file, tmp_path / "two", "--to", kept, "--conclusions", gazette=gazette).exit_code == 0
    part = tmp_path / "two" / "parts" / f"part-00000.{kept}"
    frame = pl.read_csv(part, infer_schema=False) if kept == "csv" else pl.read_ipc(part)
    assert frame["conclusion"].cast(pl.String).to_list() == answers(tmp_path / "one")["conclusion"].to_list()
    assert not [name for name in frame.columns if "." in name]


def test_names_and_texts_that_would_be_code_are_data(tmp_path: Path, gazette: Path) -> None:
    file = written(tmp_path, subject=list(HOSTILE), remark=list(HOSTILE), status=list(HOSTILE))
    result = bulk(file, tmp_path / "out", gazette=gazette)
    assert result.exit_code == 1
    frame = answers(tmp_path / "out")
    assert frame["subject"].to_list() == list(HOSTILE)
    assert set(frame["by"]) == {"refused"}
    assert all("facts[status].value.choice" in why for why in frame["refused"])


def test_a_value_for_an_inapplicable_fact_is_refused(tmp_path: Path, gazette: Path) -> None:
    columns = {"remark": ["x", None, "y", None], "remark.not_applicable": ["yes", "yes", "no", "perhaps"]}
    file = written(tmp_path, subject=["a", "b", "c", "d"], **columns)
    assert bulk(file, tmp_path / "out", gazette=gazette).exit_code == 1
    frame = answers(tmp_path / "out")
    assert [by == "refused" for by in frame["by"]] == [True, False, False, True]
    assert "Leave one of the two cells empty" in frame["refused"][0]
    assert "is not yes or no" in frame["refused"][3]


@pytest.mark.parametrize("name", ["__import__('os')", 'a"b', "^renewable.*$", "*", "fact:renewable_share:", ""])
def test_columns_named_like_code_are_refused(name: str, tmp_path: Path, gazette: Path) -> None:
    file = written(tmp_path, **{"subject": ["s"], name: ["1"]})
    result = bulk(file, tmp_path / "out", gazette=gazette)
    assert result.exit_code == 2
    assert "The scorecard has no fact with the name of this column" in result.stderr
    assert not (tmp_path / "out" / "journal.jsonl").exists()


@pytest.mark.parametrize(
    ("columns", "expected_message"),
    [
        ({"renewable_share": ["1"]}, "The column 'subject' is missing"),
        ({"subject": ["s"], "renewable_share": [0.1]}, "binary floating point"),
        ({"subject": ["s"], "renewable_shar": ["1"]}, "renewable_share"),
        ({"subject": ["s"], "certified": [1]}, "the fact is of type flag"),
        ({"subject": [1.5], "certified": [True]}, "names of subjects must be text or whole numbers"),
    ],
)
def test_wrong_columns_are_refused_before_the_run(
    columns: dict[str, Any], expected_message: str, tmp_path: Path, gazette: Path
) -> None:
    result = bulk(written(tmp_path, **columns), tmp_path / "out", gazette=gazette)
    assert result.exit_code == 2
    assert expected_message in result.stderr


def test_a_corrupted_file_is_refused(tmp_path: Path, gazette: Path) -> None:
    file = tmp_path / "subjects.parquet"
    file.write_bytes(b"PAR1 but no more")
    result = bulk(file, tmp_path / "out", gazette=gazette)
    assert result.exit_code == 2
    assert "The file is malformed, or its content is not of the type in its name" in result.stderr


def in_tens(file: Path, out: Path, gazette: Path, *, resume: bool = False) -> BulkResult:
    shelf = Gazette(gazette)
    return screen_files(
        shelf.newest(CARD), file, out, gazette=shelf, as_of=date.fromisoformat(AS_OF),
        known="2026-03-01T00:00:00Z", settings={"reading": "cascade"}, resume=resume, shares=Parallelism(1),
        rows=10,
    )  # fmt: skip


def test_a_run_interrupted_before_its_manifest_resumes(
    tmp_path: Path, gazette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = tmp_path / "subjects.parquet", tmp_path / "out"
    factories(15).write_parquet(file)

    def interrupt(folder: RunFolder, manifest: dict[str, Any]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(RunFolder, "finish", interrupt)
        assert in_tens(file, out, gazette).interrupted
    assert not (out / "manifest.json").exists()
    resumed = in_tens(file, out, gazette, resume=True)
    assert resumed.resumed == 15
    assert (out / "manifest.json").exists()


def test_an_interrupted_run_resumes_at_the_next_part(
    tmp_path: Path, gazette: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, out = tmp_path / "subjects.parquet", tmp_path / "out"
    factories(55).write_parquet(file)

    count = 0
    take = BulkResult.take

    def stop(result: BulkResult, part: RunPart) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise KeyboardInterrupt
        take(result, part)

    monkeypatch.setattr(BulkResult, "take", stop)
    stopped = in_tens(file, out, gazette)
    assert stopped.interrupted
    assert not (out / "manifest.json").exists()
    monkeypatch.setattr(BulkResult, "take", take)
    (out / "parts" / "part-00000.parquet").write_bytes(b"cut off")
    resumed = in_tens(file, out, gazette, resume=True)
    assert resumed.resumed == 20
    whole = in_tens(file, tmp_path / "whole", gazette)
    assert answers(out).equals(answers(tmp_path / "whole"))
    assert resumed.manifest["parts"] == whole.manifest["parts"]


def test_another_version_or_other_columns_need_a_new_run(tmp_path: Path, gazette: Path) -> None:
    file, out = tmp_path / "subjects.parquet", tmp_path / "out"
    factories(5).write_parquet(file)
    assert bulk(file, out, gazette=gazette).exit_code == 0
    again = bulk(file, out, gazette=gazette)
    assert again.exit_code == 2
    assert "--resume" in again.stderr
    assert bulk(file, out, "--resume", gazette=gazette).exit_code == 0
    published(gazette, small_card(version="1.1.0", first="2026-02-01", supersedes="1.0.0", gold=90))
    other = bulk(file, out, "--resume", gazette=gazette)
    assert other.exit_code == 2
    assert "these settings differ: scorecard, ruleDigest." in other.stderr
    (gazette / CARD / "1.1.0.json").unlink()
    (gazette / CARD / "1.1.0.sig.json").unlink()
    factories(6).write_parquet(file)
    changed = bulk(file, out, "--resume", gazette=gazette)
    assert changed.exit_code == 2
    assert "these settings differ: inputs." in changed.stderr


@pytest.mark.full
def test_several_processes_end_by_ctrl_c_and_go_on(tmp_path: Path, gazette: Path) -> None:
    folder, out = tmp_path / "subjects", tmp_path / "out"
    folder.mkdir()
    for place in range(6):
        named = pl.format("{}-{}", pl.lit(place), "subject")
        factories(400).with_columns(subject=named).write_parquet(folder / f"{place}.parquet")
    command = (
        sys.executable, "-m", "service.cli.main", "batch", "screen", CARD, str(folder), "--as-of", AS_OF, "--set",
        "reading=cascade", "--out", str(out), "--gazette", str(gazette), "--processes", "2",
    )  # fmt: skip
    begun = subprocess.Popen(command, stderr=subprocess.PIPE, env={**os.environ}, start_new_session=True)  # noqa: S603
    journal = out / "journal.jsonl"
    until(lambda: journal.exists() and journal.read_bytes().count(b"\n") > 1)
    begun.send_signal(signal.SIGINT)
    _, errors = begun.communicate(timeout=60)
    assert begun.returncode in (130, 0), errors
    if begun.returncode == 130:
        assert b"--resume" in errors
    result = bulk(folder, out, "--resume", gazette=gazette)
    assert result.exit_code == 0, result.output
    assert answers(out).height == 2_400


def test_settings_are_checked(tmp_path: Path, gazette: Path) -> None:
    file = written(tmp_path, subject=["s"])
    result = touchstone(
        "batch",
        "screen",
        CARD,
        file,
        "--as-of",
        AS_OF,
        "--set",
        "reading=loud",
        "--out",
        tmp_path / "out",
        "--gazette",
        gazette,
    )
    assert result.exit_code == 2
    assert "settings.reading" in result.stderr


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_a_duplicate_subject_is_refused_with_both_rows(form: str, tmp_path: Path, gazette: Path) -> None:
    folder = tmp_path / "subjects"
    folder.mkdir()
    for file, names in (("a", ["s1", "s2", "s3"]), ("b", ["s4", "s2", None, None, "s5", "s5", "s2"])):
        frame = pl.DataFrame({"subject": names, "status": ["open"] * len(names)})
        (frame.write_csv if form == "csv" else frame.write_parquet)(folder / f"{file}.{form}")
    result = bulk(folder, tmp_path / "out", "--language", "en", gazette=gazette)
    assert result.exit_code == 2
    assert f"b.{form} row 2: The subject 's2' also occurs in a.{form} row 2" in result.stderr
    assert f"b.{form} row 6: The subject 's5' also occurs in b.{form} row 5" in result.stderr
    assert not (tmp_path / "out" / "journal.jsonl").exists()
    chinese = bulk(folder, tmp_path / "out", "--language", "zh", gazette=gazette)
    assert f"也出现在 a.{form} 第 2 行" in chinese.stderr


def test_duplicate_subjects_are_found_across_memory_limited_batches(tmp_path: Path) -> None:
    names = [f"s{place % 900}" for place in range(1_000)]
    pl.DataFrame({"subject": names}).write_parquet(tmp_path / "a.parquet")
    source = open_subject_files(tmp_path / "a.parquet", tmp_path)
    with pytest.raises(InputError) as refused:
        refuse_duplicate_subjects(source, held=64)
    violations = [(one.field, one.description) for one in refused.value.violations]
    assert violations[0] == (
        "a.parquet row 901",
        "The subject 's0' also occurs in a.parquet row 1. Each subject must occur once in a run. "
        "Remove or rename one of the two rows.",
    )
    assert len(violations) == 20
    pl.DataFrame({"subject": names[:900]}).write_parquet(tmp_path / "b.parquet")
    refuse_duplicate_subjects(open_subject_files(tmp_path / "b.parquet", tmp_path), held=64)


def test_errors_in_a_row_are_reported_in_chinese(tmp_path: Path, gazette: Path) -> None:
    file = written(tmp_path, subject=["s", None], renewable_share=["abc", "1"])
    assert bulk(file, tmp_path / "out", "--language", "zh", gazette=gazette).exit_code == 1
    number, name = answers(tmp_path / "out")["refused"]
    assert "数" in number
    assert name == "subject: 单元格为空。请填写该行的对象名称。"


def test_a_column_for_an_undeclarable_fact_of_an_earlier_evaluation_is_refused() -> None:
    plan = evaluator().engine.plan
    columns = {"subject": pl.String(), "year": pl.String(), "brought": pl.Int64()}
    InputReader(plan, pl.Schema(columns))
    with pytest.raises(InputError) as raised:
        InputReader(plan, pl.Schema({**columns, "short": pl.Boolean()}))
    (violation,) = raised.value.violations
    assert (violation.field, violation.reason) == ("short", "NOT_WANTED")
    assert "the subject, which a bulk run" in violation.description
