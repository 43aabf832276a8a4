"""Signed review of a draft: submission, approval, publication, repeal, and attempts to bypass the rules."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import Result

from rules.contracts.errors import TrailError
from service.approval.statements import read_statement
from service.gazette.versions import Gazette
from tests.support.commands import answered, touchstone
from tests.support.signing import Team

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
REMARK = "    # proposed by touchstone draft edges: confirm, then delete this line\n"
DOSSIER = "subject: organizations/a/subjects/b\nfacts: {share: 85 %, system: certified}\n"
NAME = "scorecards/smallest/versions/1.0.0"
REASON = ("--reason", "Notice 7")


@pytest.fixture
def gazette(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(tmp_path / "gazette"))
    return tmp_path / "gazette"


@pytest.fixture
def desk(tmp_path: Path, gazette: Path) -> Path:
    """A draft that may be published, and a gazette without it."""
    del gazette
    folder = tmp_path / "desk"
    shutil.copytree(CORPUS / "good" / "RL041", folder)
    assert touchstone("draft", "edges", folder, "--write").exit_code == 0
    change(folder, REMARK, "")
    return folder


@pytest.fixture
def team(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    team = Team(tmp_path / "team")
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
    return team


def change(desk: Path, old: str, new: str) -> None:
    path = desk / "card.en.feature"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(result: Result) -> str:
    assert (result.exit_code, result.stdout) == (2, ""), result.output
    return result.stderr


def publish(desk: Path, team: Team) -> None:
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    answered("draft", "approve", desk, "--key", team.key("anna"))
    answered("publish", desk, "--key", team.key("anna"))


def test_a_draft_signed_by_two_people_is_published_with_reports_and_signatures(
    desk: Path, team: Team, gazette: Path, tmp_path: Path
) -> None:
    mutation, impact = tmp_path / "mutation.json", tmp_path / "impact.json"
    mutation.write_text(touchstone("draft", "mutate", desk, "--format", "json").stdout)
    tried = json.loads(mutation.read_text())
    sums = {"evaluations": 9, "asked": "organizations/a", "lost": 2, "gained": 1, "open": 0}
    impact.write_text(json.dumps({"contentDigest": tried["contentDigest"], **sums}))
    reports = ("--report", f"mutation={mutation}", "--report", f"impact={impact}")
    assert f"touchstone draft submit {desk} --key KEY" in answered("draft", "show", desk)
    submitted = answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"), *reports)
    assert f"{NAME}: in review" in submitted
    assert "submitted by li.wei at " in submitted
    assert "impact  c" in submitted or "impact  " in submitted
    approved = json.loads(
        answered("draft", "approve", desk, "--key", team.key("anna"), "--reason", "as Notice 7", "--format", "json")
    )
    assert (approved["state"], approved["authors"], approved["approvalsLacking"]) == ("approved", ["li.wei"], 0)
    assert [(one["act"], one["person"], one["reason"]) for one in approved["statements"]] == [
        ("submission", "li.wei", "Notice 7"),
        ("approval", "anna", "as Notice 7"),
    ]
    assert set(approved["statements"][0]["reports"]) == {"check", "edges", "mutation", "impact"}
    published = answered(
        "publish", desk, "--key", team.key("anna"), "--mutation", mutation, "--impact", impact, "--language", "zh"
    )
    assert f"试笔误 {tried['tried']} 处" in published
    entry = (gazette / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## smallest 1.0.0\n" in entry
    assert f"({tried['percentNoticed']} %)" in entry
    assert (
        "of 9 earlier evaluations of organizations/a, these rules would make 2 worse, 1 better and 0 undetermined. "
        "The first day is ignored, and stored results do not change."
    ) in entry
    assert entry.count("- **Why, and for whom:** Notice 7\n") == 1
    assert "<!-- zh -->" not in entry
    assert "To be completed" not in entry
    assert Gazette(gazette).check() == 1
    assert len(json.loads((gazette / "smallest" / "1.0.0.sig.json").read_text())["statements"]) == 3
    answered("publish", desk, "--key", team.key("anna"))
    assert Gazette(gazette).check() == 1


def test_the_changelog_prints_why_the_version_changes_and_no_placeholder(desk: Path, team: Team, gazette: Path) -> None:
    key = team.key("li.wei")
    assert "--reason: A reason is required" in refused(touchstone("draft", "submit", desk, "--key", key))
    for reason in ("TBD", "To be completed by a person: why.", "待补充"):
        submitted = touchstone("draft", "submit", desk, "--key", key, "--reason", reason)
        assert "is a placeholder. Enter the actual reason" in refused(submitted), reason
    assert not (desk / "review").exists()
    answered("draft", "submit", desk, "--key", key, "--reason", "Guide 1\n\n## smallest 9.9.9\n\nfor all factories")
    approval = ("draft", "approve", desk, "--key", team.key("anna"), "--reason")
    assert "'TBD' is a placeholder" in refused(touchstone(*approval, "TBD"))
    answered(*approval, "as Guide 1")
    answered("publish", desk, "--key", team.key("anna"), "--reason", "another reason than was approved")
    page = (gazette / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "- **Why, and for whom:** Guide 1 ## smallest 9.9.9 for all factories\n" in page
    assert page.count("\n## ") == 1
    assert "another reason" not in page


def test_without_signatures_publishing_needs_the_reason_or_an_entry(desk: Path, gazette: Path) -> None:
    assert "--reason: A reason is required" in refused(touchstone("publish", desk))
    gazette.mkdir()
    page = gazette / "CHANGELOG.md"
    page.write_text("# Legal impact\n\n## smallest 1.0.0\n\n- **Why:** to be completed\n", encoding="utf-8")
    assert "CHANGELOG.md: 'to be completed' is a placeholder" in refused(touchstone("publish", desk))
    assert not (gazette / "smallest").exists()
    page.write_text("# Legal impact\n\n## smallest 1.0.0\n\n- **Why:** Guide 1.\n", encoding="utf-8")
    answered("publish", desk)
    assert (gazette / "smallest" / "1.0.0.json").is_file()


def test_an_approver_learns_and_states_the_effect(desk: Path, team: Team, gazette: Path) -> None:
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    approved = touchstone("draft", "approve", desk, "--key", team.key("anna"))
    assert "Effective from 2026-01-01\nRETROACTIVE: the version would be in force for " in approved.stderr
    assert "First version of the scorecard: no version to compare with\nLanguages: English" in approved.stderr
    (path,) = (desk / "review").glob("*-approval-*.json")
    effect = read_statement(json.loads(path.read_bytes())).predicate.effect
    assert effect is not None
    assert (effect.compared_with, effect.first_day, effect.last_day) == ("", "2026-01-01", None)
    assert effect.retroactive_days > 300
    assert (effect.open_cases, effect.moved_results) == (None, None)
    answered("publish", desk, "--key", team.key("anna"))
    change(desk, "| 1.0.0 ", "| 1.1.0 ")
    change(desk, "| 2026-01-01 ", "| 2999-01-01 ")
    change(desk, "| 1.1.0                 |", "| 1.1.0                 |\n      | supersedes | 1.0.0 |")
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    ahead = touchstone("draft", "approve", desk, "--key", team.key("anna"), "--language", "zh")
    assert f"自 2999-01-01 起适用\n与 {NAME} 比较\n语言：英文" in ahead.stderr


def test_a_report_about_different_content_is_refused(desk: Path, team: Team, tmp_path: Path) -> None:
    mutation = tmp_path / "mutation.json"
    mutation.write_text(touchstone("draft", "mutate", desk, "--format", "json").stdout)
    change(desk, "Guide 1-2026", "Guide 1-2027")
    submitted = touchstone(
        "draft", "submit", desk, *REASON, "--key", team.key("li.wei"), "--report", f"mutation={mutation}", "--language",
        "zh",
    )  # fmt: skip
    assert "任何改动均使报告作废" in refused(submitted)


def test_nothing_is_published_without_approval(desk: Path, team: Team, gazette: Path) -> None:
    assert "--key" in refused(touchstone("publish", desk))
    assert f"{NAME} is a draft, so it does not count as published" in refused(
        touchstone("publish", desk, "--key", team.key("anna"))
    )
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    assert "Approvals by people in the trust file: 0 of 1" in refused(
        touchstone("publish", desk, "--key", team.key("anna"))
    )
    assert not (gazette / "smallest").exists()


def test_an_organisation_can_require_more_approvals_than_the_card(desk: Path, team: Team, gazette: Path) -> None:
    team.organizations = {"example": {"approvals": {"*": 2}, "cards": ["smallest"]}}
    team.write()
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    shown = answered("draft", "approve", desk, "--key", team.key("anna"))
    assert "Approvals required: 2 (by organizations/example)\nNext: 1 of 2 approvals are missing. " in shown
    assert "需 2 份批准（organizations/example 的要求）" in answered("draft", "show", desk, "--language", "zh")
    early = touchstone("publish", desk, "--key", team.key("anna"), "--language", "zh")
    assert "批准数：1，须有 2（organizations/example 的要求）" in refused(early)
    answered("draft", "approve", desk, "--key", team.key("bo"))
    answered("publish", desk, "--key", team.key("anna"))
    team.organizations["example"]["approvals"]["*"] = 3
    team.write()
    with pytest.raises(
        TrailError, match=r"Approvals by people in the trust file: 2 of 3 \(required by organizations/example\)"
    ):
        Gazette(gazette).check()


def test_a_draft_changed_after_its_approval_is_a_draft_again(desk: Path, team: Team) -> None:
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    answered("draft", "approve", desk, "--key", team.key("anna"))
    change(desk, "Guide 1-2026", "Guide 1-2027")
    assert "Statements on other content, which do not count here: 2" in answered("draft", "show", desk)
    assert f"{NAME} is a draft, so it does not count as published" in refused(
        touchstone("publish", desk, "--key", team.key("anna"))
    )
    assert "was changed after its submission" in refused(touchstone("draft", "approve", desk, "--key", team.key("bo")))


def test_an_author_cannot_approve_the_draft_with_a_second_key(desk: Path, team: Team) -> None:
    second = team.add_key("li.wei")
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    refusal = refused(touchstone("draft", "approve", desk, "--key", second))
    assert f"li.wei is an author of {NAME}, so no key of li.wei can approve it." in refusal
    assert len(list((desk / "review").iterdir())) == 1
    assert f"{NAME} 的作者" in refused(touchstone("draft", "approve", desk, "--key", second, "--language", "zh"))


def test_a_rejection_needs_its_reason_and_ends_the_review(desk: Path, team: Team) -> None:
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    assert "--reason: The command requires this value, but it is missing." in refused(
        touchstone("draft", "reject", desk, "--key", team.key("anna"))
    )
    output = answered("draft", "reject", desk, "--key", team.key("anna"), "--reason", "row 3", "--language", "zh")
    assert "草案" in output
    assert "驳回：row 3" in output
    assert "was not submitted" in refused(touchstone("draft", "approve", desk, "--key", team.key("bo")))


def test_a_person_without_the_role_or_a_registered_key_is_refused(
    desk: Path, team: Team, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "reader has none of these roles" in refused(
        touchstone("draft", "submit", desk, *REASON, "--key", team.key("reader"))
    )
    other = Team(tmp_path / "others")
    assert "The trust file has no person with the key" in refused(
        touchstone("draft", "submit", desk, *REASON, "--key", other.key("li.wei"))
    )
    assert "--key: The command requires this value, but it is missing." in refused(
        touchstone("draft", "submit", desk, *REASON)
    )
    refusal = refused(touchstone("draft", "submit", desk, *REASON, "--key", team.key("li.wei"), "--author", "ana"))
    assert "The trust file has no person 'ana'" in refusal
    assert "anna" in refusal
    assert "--report" in refused(
        touchstone("draft", "submit", desk, *REASON, "--key", team.key("li.wei"), "--report", "x")
    )
    monkeypatch.delenv("TOUCHSTONE_TRUST")
    assert "TOUCHSTONE_TRUST" in refused(touchstone("draft", "show", desk))


def test_an_unfinished_draft_cannot_be_submitted(team: Team, gazette: Path, tmp_path: Path) -> None:
    del gazette
    folder = tmp_path / "unfinished"
    shutil.copytree(CORPUS / "good" / "RL041", folder)
    assert "RL052" in refused(touchstone("draft", "submit", folder, *REASON, "--key", team.key("li.wei")))
    assert not (folder / "review").exists()


def test_an_unsigned_version_is_refused_if_a_trust_file_is_configured(
    desk: Path, gazette: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered("publish", desk, *REASON)
    team = Team(tmp_path / "team")
    monkeypatch.setenv("TOUCHSTONE_TRUST", str(team.trust))
    with pytest.raises(
        TrailError,
        match=r"1\.0\.0\.sig\.json: .*/1\.0\.0 was published without signatures.* touchstone card unsigned|unsigned",
    ):
        Gazette(gazette).check()
    team.unsigned = [json.loads((gazette / "smallest" / "1.0.0.sig.json").read_text())["content_digest"]]
    team.write()
    assert Gazette(gazette).check() == 1


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"publish_time":"2', '"publish_time":"1', "publication time 1"),
        ('"keyid":"', '"keyid":"0', "The trust file has no person with the key"),
        ('"sig":"', '"sig":"AAAA', "does not match the signed content"),
        ('"statements":[', '"statements":[1,', "is not a signed statement"),
        ('"statements":', '"others":', "published without signatures"),
        ('"statements":[', '"statements":5,"others":[', "does not state"),
    ],
)
def test_a_sidecar_that_was_changed_is_refused(
    desk: Path, team: Team, gazette: Path, old: str, new: str, words: str
) -> None:
    publish(desk, team)
    path = gazette / "smallest" / "1.0.0.sig.json"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(TrailError, match=words) as error:
        Gazette(gazette).check()
    assert "1.0.0.sig.json" in str(error.value)


def test_a_key_proves_signatures_before_its_last_day_unless_it_is_compromised(
    desk: Path, team: Team, gazette: Path
) -> None:
    publish(desk, team)
    team.keys["anna"][0]["last_day"] = "2999-12-31"
    team.write()
    assert Gazette(gazette).check() == 1
    team.keys["anna"][0]["compromised"] = True
    team.write()
    with pytest.raises(TrailError, match="marked as disclosed"):
        Gazette(gazette).check()


def test_a_repealed_version_is_not_in_force_from_its_repeal_date(desk: Path, tmp_path: Path) -> None:
    answered("publish", desk, *REASON)
    assert "--reason: The command requires this value, but it is missing." in refused(
        touchstone("card", "repeal", "smallest@1.0.0", "--from", "2026-07-01")
    )
    unwritten = touchstone("card", "repeal", "smallest@1.0.0", "--from", "2026-07-01", "--reason", "TODO")
    assert "--reason: 'TODO' is a placeholder" in refused(unwritten)
    assert "is not a date" in refused(touchstone("card", "repeal", "smallest@1.0.0", "--from", "July", "--reason", "x"))
    early = refused(touchstone("card", "repeal", "smallest@1.0.0", "--from", "1999-01-01", "--reason", "x"))
    assert "is before the first day of the version" in early
    output = answered("card", "repeal", "smallest@1.0.0", "--from", "2026-07-01", "--reason", "guide withdrawn")
    assert f"{NAME} is repealed from 2026-07-01: guide withdrawn" in output
    assert "already repealed" in refused(
        touchstone("card", "repeal", "smallest@1.0.0", "--from", "2026-08-01", "--reason", "x")
    )
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(DOSSIER)
    answered("evaluate", "smallest", dossier, "--as-of", "2026-06-30")
    late = refused(touchstone("evaluate", "smallest", dossier, "--as-of", "2026-07-01"))
    assert "was repealed from 2026-07-01. Reason: “guide withdrawn”. Use a date before 2026-07-01" in late
    assert "for a new version. 1.0.0 applies" in late
    assert "废止" in refused(touchstone("evaluate", "smallest", dossier, "--as-of", "2026-07-01", "--language", "zh"))


def test_a_repeal_needs_as_many_signatures_as_an_approval(desk: Path, team: Team, gazette: Path) -> None:
    team.approvals = {"*": 2}
    team.write()
    answered("draft", "submit", desk, *REASON, "--key", team.key("li.wei"))
    answered("draft", "approve", desk, "--key", team.key("anna"))
    answered("draft", "approve", desk, "--key", team.key("bo"))
    answered("publish", desk, "--key", team.key("li.wei"))
    common = ("card", "repeal", "smallest@1.0.0", "--from", "2026-07-01", "--reason", "withdrawn")
    assert "--key: The statement must be signed, but no signing key is named." in refused(touchstone(*common))
    assert "takes effect when the number of approvers" in answered(*common, "--key", team.key("anna"))
    assert Gazette(gazette).version("smallest", "1.0.0").repeal is None
    assert "anna has already signed the repeal" in refused(touchstone(*common, "--key", team.key("anna")))
    assert Gazette(gazette).version("smallest", "1.0.0").repeal is None
    (listed,) = json.loads(answered("card", "show", "smallest", "--format", "json"))["scorecardVersions"]
    assert "repeal" not in listed
    other = refused(touchstone(*common[:-1], "another reason", "--key", team.key("bo")))
    assert "repeal from 2026-07-01 was already begun" in other
    assert "Its reason: withdrawn" in other
    assert "is repealed from 2026-07-01" in answered(*common, "--key", team.key("bo"))
    (listed,) = json.loads(answered("card", "show", "smallest", "--format", "json"))["scorecardVersions"]
    assert (listed["repeal"]["firstDate"], listed["repeal"]["reason"]) == ("2026-07-01", "withdrawn")
    signed = [(one["act"], one["person"]) for one in listed["statements"]]
    assert [signed[0], *sorted(signed[1:3]), *signed[3:]] == [  # approvals of one second have no order
        ("ACT_SUBMISSION", "li.wei"),
        ("ACT_APPROVAL", "anna"),
        ("ACT_APPROVAL", "bo"),
        ("ACT_PUBLICATION", "li.wei"),
        ("ACT_REPEAL", "anna"),
        ("ACT_REPEAL", "bo"),
    ]
    assert "repealed from 2026-07-01" in answered("card", "show", "smallest")
    path = gazette / "smallest" / "1.0.0.repeal.json"
    path.write_text(path.read_text().replace("2026-07-01", "2026-06-01"))
    with pytest.raises(TrailError, match="another version, day or reason"):
        Gazette(gazette).check()


def test_a_repeal_by_an_unauthorised_person_is_refused(desk: Path, team: Team) -> None:
    publish(desk, team)
    common = ("card", "repeal", "smallest@1.0.0", "--from", "2026-07-01", "--reason", "withdrawn")
    assert "reader does not have the role rule-approver" in refused(touchstone(*common, "--key", team.key("reader")))
    assert "was not found" in refused(
        touchstone("card", "repeal", "none@1.0.0", *common[3:], "--key", team.key("anna"))
    )


def test_a_superseded_version_stays_out_of_force_after_its_successor_is_repealed(desk: Path, gazette: Path) -> None:
    answered("publish", desk, *REASON)
    change(desk, "| 1.0.0                 |", "| 1.0.1                 |\n      | supersedes | 1.0.0 |")
    answered("publish", desk, *REASON)
    answered("card", "repeal", "smallest@1.0.1", "--from", "2026-07-01", "--reason", "wrong")
    dossier = desk / "dossier.yaml"
    dossier.write_text(DOSSIER)
    assert "1.0.1" in answered("evaluate", "smallest", dossier, "--as-of", "2026-06-30")
    late = refused(touchstone("evaluate", "smallest", dossier, "--as-of", "2026-07-01"))
    assert "smallest/versions/1.0.1 was repealed" in late
    assert Gazette(gazette).check() == 2


def test_an_overlay_needs_the_published_version_that_it_extends(desk: Path, team: Team) -> None:
    base = f"# stands on scorecards/none/versions/1.0.0 sha256:{'0' * 64}\n"
    change(desk, "# language: en\n", f"# language: en\n{base}")
    assert "which is not published for all organisations" in refused(touchstone("publish", desk))
    assert "未向所有组织发布" in refused(
        touchstone("draft", "submit", desk, *REASON, "--key", team.key("li.wei"), "--language", "zh")
    )
