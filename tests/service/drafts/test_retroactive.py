"""A version that would govern days that are over is noted before it is published, and not after."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from service.base import instants
from tests.service.drafts.test_review import CORPUS, REMARK, change
from tests.support.commands import touchstone


@pytest.mark.parametrize(("days", "noted"), [(-1, True), (0, False), (30, False)])
def test_only_a_day_that_is_over_is_noted(tmp_path: Path, days: int, noted: bool) -> None:
    desk, gazette = tmp_path / "desk", tmp_path / "gazette"
    shutil.copytree(CORPUS / "good" / "RL041", desk)
    today = instants.today("Asia/Shanghai")
    first = (today + timedelta(days=days)).isoformat()
    change(desk, "| effective from | 2026-01-01            |", f"| effective from | {first}            |")
    change(desk, "When evaluated as of 2026-03-01", f"When evaluated as of {today + timedelta(days=60)}")
    touchstone("draft", "edges", desk, "--write")
    change(desk, REMARK, "")
    for command in (("check", desk), ("publish", desk, "--reason", "Notice 7")):
        done = touchstone(*command, "--gazette", gazette)
        assert done.exit_code == 0, done.output
        assert ("would govern from" in done.stderr) is noted
    assert "would govern from" not in touchstone("check", desk, "--gazette", gazette).stderr
    if noted:
        assert "当日无人能知" in touchstone("check", desk, "--gazette", tmp_path / "no", "--language", "zh").stderr
