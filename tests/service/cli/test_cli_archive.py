"""Listing the archive, comparing versions, rebuilding outcomes and publishing, as programs and people read them."""

import json
import shutil
from pathlib import Path

import pytest

from service.gazette.publication import write_version
from tests.support.calling import request_for
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    first = small_card(last="2026-12-31")
    write_version(folder, first, {}, publish_time="2025-01-01T00:00:00Z")
    second = small_card(version="1.1.0", first="2027-01-01", gold=85)
    write_version(folder, second, {}, publish_time="2026-01-01T00:00:00Z")
    return folder


def test_the_difference_of_two_versions_is_printed(gazette: Path) -> None:
    versions = (f"{CARD}@1.0.0", f"{CARD}@1.1.0", "--gazette", gazette)
    english = touchstone("card", "diff", *versions)
    assert english.exit_code == 0
    lines = english.stdout.splitlines()
    ladder = lines.index("grade table (grade gold)")
    assert lines[ladder + 1 : ladder + 3] == ["  was: at least [80]", "  is:  at least [85]"]
    assert lines[-2:] == [
        "Outcomes that can change, depending on the facts: grades Gold, silver, none.",
        "3 changes; a minor step of the version number is required",
    ]
    chinese = json.loads(touchstone("card", "diff", *versions, "--language", "zh", "--format", "json").stdout)
    assert (chinese["requiredStep"], chinese["changes"][2]["text"]) == (
        "VERSION_STEP_MINOR", "等级表, 条目 gold, 不低于由80改为85",
    )  # fmt: skip
    assert touchstone("card", "diff", CARD, CARD, "--gazette", gazette).stdout == "0 changes; no differences\n"
    assert touchstone("card", "diff", CARD, f"{CARD}@9.0.0", "--gazette", gazette).exit_code == 2


@pytest.mark.full
def test_the_archive_is_listed_and_outcomes_are_rebuilt(tmp_path: Path, gazette: Path) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    organization = "organizations/green-body"
    with RunningServer(tmp_path, gazette) as server:
        stored = [server.evaluations.EvaluateSubject(request_for(small_subject())) for _ in range(3)]
        listed = touchstone("evaluation", "list", organization, "--server", server.address, "--page-size", "2")
        lines = listed.stdout.splitlines()
        assert lines[0].split()[:4] == ["stored", "evaluation", "subject", "scorecard"]
        assert [line.split()[1] for line in lines[1:3]] == [stored[2].name, stored[1].name]
        token = lines[3].split()[-1]
        rest = touchstone(
            "evaluation", "list", organization, "--server", server.address, "--page-token", token, "--format", "json"
        )
        assert [item["name"] for item in json.loads(rest.stdout)["evaluations"]] == [stored[0].name]
        wrong = touchstone("evaluation", "list", organization, "--server", server.address, "--filter", "grade = gold")
        assert wrong.exit_code == 2
        assert "filter: Column 1" in wrong.stderr
        locked = touchstone("data", "rebuild", "--database-url", url)
        assert (locked.exit_code, "Another server uses" in locked.stderr) == (3, True)
    assert touchstone("data", "rebuild", "--database-url", url).stdout == "9 outcomes written\n"
    assert json.loads(touchstone("data", "rebuild", "--database-url", url, "--format", "json").stdout) == {
        "outcomeCount": 9,
        "unreadableEvaluations": [],
    }


def test_threshold_proposals_and_publication_are_printed_as_json(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(ROOT / "tests" / "corpus" / "good" / "RL041", desk)
    proposed = touchstone("draft", "edges", desk, "--format", "json")
    answer = json.loads(proposed.stdout)
    assert (proposed.exit_code, answer["written"], answer["left"]) == (1, False, [])
    assert answer["added"]
    assert json.loads(touchstone("draft", "edges", desk, "--write", "--format", "json").stdout)["written"] is True
    card = desk / "card.en.feature"
    remark = "    # proposed by touchstone draft edges: confirm, then delete this line\n"
    card.write_text(card.read_text(encoding="utf-8").replace(remark, ""), encoding="utf-8")
    published = touchstone(
        "publish", desk, "--reason", "Notice 7", "--gazette", tmp_path / "gazette", "--format", "json"
    )
    assert json.loads(published.stdout)["name"].startswith("scorecards/")
    again = touchstone("publish", tmp_path / "nowhere", "--format", "json")
    assert (again.exit_code, json.loads(again.stdout)["code"]) == (2, 3)
