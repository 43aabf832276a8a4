"""Before a draft is signed or published: content digest with tables, past days, and next steps on the terminal."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from rules.contracts.errors import RuleSourceError
from service.base import instants
from service.configuration.folders import PUBLISHED
from service.drafts import server_handlers
from service.drafts.server_handlers import draft_text
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.draft_folder import read_draft, read_sources
from tests.service.drafts.test_review import CORPUS, REMARK, change
from tests.support.commands import touchstone
from touchstone.v1 import draft_pb2, scorecard_pb2

CARD = Path(__file__).resolve().parents[3] / "features" / "cn-ets-power"


@pytest.mark.full
def test_a_draft_with_table_lookups_is_signed_with_the_table_digests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = read_draft(CARD, (), TableStore(PUBLISHED / FOLDER))
    files = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in read_sources(CARD).items()]
    revision = draft_pb2.DraftRevision(name="r", content_digest=there.content_digest, source_files=files)
    monkeypatch.setattr(server_handlers, "call_scorecard_service", lambda *_: revision)
    seen = draft_pb2.Draft(name="organizations/o/drafts/d", revision=draft_pb2.DraftRevision(name="r"))
    assert server_handlers._compile_newest(str, seen).content_digest == there.content_digest
    monkeypatch.setenv("TOUCHSTONE_GAZETTE", str(tmp_path))
    with pytest.raises(RuleSourceError):
        server_handlers._compile_newest(str, seen)


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
        assert ("would be in force from" in done.stderr) is noted
    assert "would be in force from" not in touchstone("check", desk, "--gazette", gazette).stderr
    if noted:
        assert "当日无人能知" in touchstone("check", desk, "--gazette", tmp_path / "no", "--language", "zh").stderr


@pytest.mark.parametrize(
    ("language", "asked", "begun"),
    [
        ("en", "Approvals required: 2 (by organizations/a)", "A repeal was begun. It takes effect when 2 approvers"),
        ("zh", "需 2 份批准（organizations/a 的要求）", "废止已开始。2 名批准人"),
    ],
)
def test_a_repeal_that_needs_more_signatures_is_reported(language: str, asked: str, begun: str) -> None:
    repeal = scorecard_pb2.VersionStatement(act="ACT_REPEAL", person="anna")
    draft = draft_pb2.Draft(
        state="STATE_PUBLISHED",
        approvals_needed=2,
        approvals_asked_by="organizations/a",
        statements=[draft_pb2.DraftStatement(statement=repeal)],
    )
    text = draft_text(draft, language)
    assert asked in text
    assert begun in text
    draft.state = draft_pb2.Draft.STATE_REPEALED
    assert begun not in draft_text(draft, language)


NAMED = "organizations/a/drafts/b"


def next_of(language: str, **fields: object) -> str:
    return draft_text(draft_pb2.Draft(name=NAMED, **fields), language).splitlines()[-1]  # type: ignore[arg-type]


def test_the_next_step_is_printed() -> None:
    compiled = draft_pb2.DraftRevision(content_digest="ab")
    rejected = draft_pb2.DraftStatement(
        statement=scorecard_pb2.VersionStatement(act="ACT_REJECTION", person="anna"), discounted=""
    )
    assert (
        next_of("en") == f"Next: fix the problems above and save the draft again: touchstone draft save {NAMED} FOLDER"
    )
    assert "sets a trust file with people" in next_of("en", revision=compiled)
    assert f"touchstone check {NAMED}" in next_of("en", revision=compiled, state="STATE_DRAFT")
    assert "requested by anna" in next_of("en", revision=compiled, state="STATE_DRAFT", statements=[rejected])
    assert "按 anna 的要求" in next_of("zh", revision=compiled, state="STATE_DRAFT", statements=[rejected])
    rejected.discounted = "signed by nobody"
    assert "anna" not in next_of("en", revision=compiled, state="STATE_DRAFT", statements=[rejected])
