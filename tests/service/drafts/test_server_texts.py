"""Draft texts on a terminal: requested approvals and begun repeals."""

import pytest

from service.drafts.server_handlers import draft_text
from touchstone.v1 import draft_pb2, scorecard_pb2


@pytest.mark.parametrize(
    ("language", "asked", "begun"),
    [
        ("en", "approvals needed: 2, as organizations/a asks", "its repeal is begun, and holds once 2 approvers"),
        ("zh", "需 2 份批准（organizations/a 的要求）", "废止已开始；2 名批准人"),
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
    assert next_of("en") == f"next: mend what is told above, and save it again: touchstone draft save {NAMED} FOLDER"
    assert "no trust file that names people" in next_of("en", revision=compiled)
    assert f"touchstone check {NAMED}" in next_of("en", revision=compiled, state="STATE_DRAFT")
    assert "anna asks for" in next_of("en", revision=compiled, state="STATE_DRAFT", statements=[rejected])
    assert "按 anna 的要求" in next_of("zh", revision=compiled, state="STATE_DRAFT", statements=[rejected])
    rejected.discounted = "signed by nobody"
    assert "anna" not in next_of("en", revision=compiled, state="STATE_DRAFT", statements=[rejected])
