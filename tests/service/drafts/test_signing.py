"""Content digest of a signed draft: the gazette's reference tables, and failure without them."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.contracts.errors import RuleSourceError
from service.configuration.folders import PUBLISHED
from service.drafts import server_handlers
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.draft_folder import read_draft, read_sources
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
