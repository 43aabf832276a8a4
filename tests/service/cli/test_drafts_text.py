"""What a terminal tells of a draft beyond its state: who asks for its approvals, and that its repeal is begun."""

import pytest

from service.cli.drafts_text import draft_text
from touchstone.v1 import draft_pb2, scorecard_pb2


@pytest.mark.parametrize(
    ("language", "asked", "begun"),
    [
        ("en", "approvals needed: 2, as organizations/a asks", "its repeal is begun, and holds once 2 approvers"),
        ("zh", "需 2 份批准（organizations/a 的要求）", "废止已开始；2 名批准人"),
    ],
)
def test_a_repeal_that_others_have_to_sign_is_told(language: str, asked: str, begun: str) -> None:
    repeal = scorecard_pb2.VersionStatement(act="ACT_REPEAL", person="anna")
    draft = draft_pb2.Draft(
        state="STATE_PUBLISHED",
        approvals_needed=2,
        approvals_asked_by="organizations/a",
        statements=[draft_pb2.DraftStatement(statement=repeal)],
    )
    told = draft_text(draft, language)
    assert asked in told
    assert begun in told
    draft.state = draft_pb2.Draft.STATE_REPEALED
    assert begun not in draft_text(draft, language)
