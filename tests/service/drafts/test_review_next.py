"""Next step shown by `touchstone draft show`, and unsigned versions listed by `touchstone card unsigned`."""

import json
import shutil
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.approval.approval_trust import read_rule_trust, read_trust
from service.configuration.folders import CHECKOUT
from service.transparency.log_trust import read_log_trust
from tests.service.drafts.test_review import CORPUS, NAME, REASON, REMARK, change
from tests.support.commands import answered, touchstone
from tests.support.signing import Team


@pytest.fixture
def gazette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(tmp_path / "gazette"))
    return tmp_path / "gazette"


@pytest.fixture
def desk(tmp_path: Path, gazette: Path) -> Path:
    """A draft that lacks examples."""
    del gazette
    shutil.copytree(CORPUS / "good" / "RL041", tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    team = Team(tmp_path / "team")
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
    return team


def ready(desk: Path) -> None:
    touchstone("draft", "edges", desk, "--write")
    change(desk, REMARK, "")


def next_of(desk: Path, *options: str) -> str:
    return answered("draft", "show", desk, *options).splitlines()[-1]


def test_problems_that_prevent_submission_are_shown_first(desk: Path, team: Team) -> None:
    del team
    shown = answered("draft", "show", desk)
    assert "RL052" in shown
    assert next_of(desk).startswith("Next: fix the problems above")
    assert next_of(desk, "--language", "zh").startswith("下一步：先改正上列问题")
    assert json.loads(answered("draft", "show", desk, "--format", "json"))["problems"]
    touchstone("draft", "edges", desk, "--write")
    assert "RL054" in answered("draft", "show", desk)
    change(desk, REMARK, "")
    assert next_of(desk).endswith(f"touchstone draft submit {desk} --key KEY --reason TEXT")


def test_the_output_of_each_step_names_the_next_step(desk: Path, team: Team) -> None:
    ready(desk)
    submitted = answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    assert "1 of 1 approvals are missing. anna, bo may approve" in submitted
    assert f"First read the changes (touchstone card diff smallest {desk}) and the report files" in submitted
    rejected = answered("draft", "reject", desk, "--key", team.key("anna"), "--reason", "row 3")
    assert "an author makes the changes requested by anna" in rejected
    assert "requested by anna" in next_of(desk)


def test_a_lack_of_people_who_may_approve_is_reported(desk: Path, team: Team) -> None:
    ready(desk)
    team.roles = {"li.wei": ["rule-author", "rule-approver"], "anna": ["rule-approver"]}
    team.approvals = {"*": 2}
    team.write()
    assert "too few people who may still approve: anna" in answered(
        "draft", "submit", desk, *REASON, "--key", team.key("li.wei")
    )
    answered("draft", "approve", desk, "--key", team.key("anna"))
    assert next_of(desk).endswith(
        "1 of 2 approvals are missing, and the trust file has too few people who may still approve: none"
    )


def test_a_published_draft_has_no_next_step_and_changed_content_needs_a_new_number(desk: Path, team: Team) -> None:
    ready(desk)
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    answered("draft", "approve", desk, "--key", team.key("anna"))
    assert next_of(desk).endswith(f"touchstone publish {desk} --key KEY")
    answered("publish", desk, "--key", team.key("anna"))
    shown = answered("draft", "show", desk)
    assert f"{NAME}: published\n" in shown
    assert "published by anna at " in shown
    assert next_of(desk) == "The version is published permanently."
    change(desk, "Guide 1-2026", "Guide 1-2027")
    assert "RL061" in answered("draft", "show", desk)
    change(desk, "Guide 1-2027", "Guide 1-2026")
    answered("card", "repeal", "smallest@1.0.0", "--from", "2027-01-01", "--reason", "gone", "--key", team.key("anna"))
    assert f"{NAME}: repealed\n" in answered("draft", "show", desk)


def test_the_approver_reads_the_changes_before_the_signature(desk: Path, team: Team, gazette: Path) -> None:
    ready(desk)
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    first = touchstone("draft", "approve", desk, "--key", team.key("anna"))
    assert "First version of the scorecard" in first.stderr
    answered("publish", desk, "--key", team.key("anna"))
    change(desk, "| 1.0.0                 |", "| 1.1.0                 |\n      | supersedes     | 1.0.0 |")
    change(desk, "| A     | 80       | guide |", "| A     | 75       | guide |")
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"), "--gazette", gazette)
    approved = touchstone("draft", "approve", desk, "--key", team.key("anna"), "--gazette", gazette)
    assert f"Compared with {NAME}\n" in approved.stderr
    assert "  was: at least [80]\n  is:  at least [75]\n  by:  Guide 1-2026" in approved.stderr
    assert "a minor step of the version number is required" in approved.stderr


def test_unsigned_versions_are_listed_in_the_form_of_the_trust_file(
    desk: Path, gazette: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready(desk)
    answered("publish", desk, *REASON)
    team = Team(tmp_path / "team")
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
    refused = touchstone("card", "list")
    assert f"{NAME} was published without signatures" in refused.stderr
    listed = touchstone("card", "unsigned")
    assert listed.exit_code == 0
    team.unsigned = json.loads(listed.stdout)
    team.write()
    assert "smallest" in answered("card", "list")
    assert next_of(desk) == "The version is published permanently."
    (named,) = json.loads(answered("card", "unsigned", "--format", "json"))["unsigned"]
    assert named == {"version": NAME, "contentDigest": team.unsigned[0]}
    (gazette / "smallest" / "1.0.0.json").write_text("{}")
    assert touchstone("card", "unsigned").exit_code == 3, "what was tampered with is not offered"


def test_signed_versions_are_not_listed_as_unsigned(desk: Path, team: Team) -> None:
    ready(desk)
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    answered("draft", "approve", desk, "--key", team.key("anna"))
    answered("publish", desk, "--key", team.key("anna"))
    assert json.loads(touchstone("card", "unsigned").stdout) == []


LOGS = {"logs": {}, "witnesses": {}, "witnesses_needed": 0}


def test_a_trust_file_with_only_logs_requires_no_signatures(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust = tmp_path / "trust.json"
    trust.write_text(json.dumps(LOGS))
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(trust))
    ready(desk)
    answered("publish", desk, *REASON)
    assert "smallest" in answered("card", "list")
    answered("card", "repeal", "smallest@1.0.0", "--from", "2027-01-01", "--reason", "gone")
    assert "with people" not in answered("card", "list")
    refused = touchstone("draft", "show", desk)
    assert (refused.exit_code, "trust.people: At least one person is required" in refused.stderr) == (2, True)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("page", ["proof.md", "proof.zh.md"])
def test_the_trust_file_in_the_documentation_is_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    example = (CHECKOUT / "docs" / page).read_text("utf-8").split("```json\n")[1].split("```")[0]
    trust = tmp_path / "trust.json"
    trust.write_text(example)
    assert set(read_log_trust(trust).logs) == {"example.org/log"}
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(trust))
    assert "zero-carbon-factory" in answered("card", "list")


@pytest.mark.parametrize("more", [{"peple": {}}, {"unsigned": []}, {"approvals": {"*": 1}}, {"people": {}}])
def test_a_trust_file_for_rules_must_name_people(tmp_path: Path, more: dict[str, object]) -> None:
    path = tmp_path / "trust.json"
    path.write_text(json.dumps({**LOGS, **more}))
    with pytest.raises(InputError, match=r"trust\.people"):
        read_rule_trust(path)
    path.write_text("{}")
    with pytest.raises(InputError, match=r"trust\.people"):
        read_trust(path)
