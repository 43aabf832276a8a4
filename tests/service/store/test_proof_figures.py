"""Proof figures in the store: lookup by digest, concurrent writes, and deletion with their draft."""

from __future__ import annotations

from service.store.store import Store
from service.store.tables import ProofFiguresRow, RevisionRow


def row(tried: int, software: str = "1") -> ProofFiguresRow:
    return ProofFiguresRow(
        content_digest="d", software_version=software, measure_time="2026-01-01T00:00:00Z", example_count=4,
        failed_examples=0, slip_count=9, tried_slips=tried, told_slips=tried, noticed_slips=tried, unnoticed="[]",
    )  # fmt: skip


def test_proof_figures_are_not_stored_over_a_concurrent_write(store: Store) -> None:
    figures = store.proof_figures
    assert figures.find("d") is None
    assert figures.keep(row(3), None)
    assert not figures.keep(row(4), None)
    assert not figures.keep(row(9), row(2))
    assert not figures.keep(row(9), row(3, "2"))
    assert figures.keep(row(9), row(3))
    assert figures.find("d") == row(9)
    assert figures.keep(row(3, "2"), row(9))
    assert figures.find("d") == row(3, "2")


def test_proof_figures_of_an_abandoned_draft_are_deleted_with_the_draft(store: Store) -> None:
    organization = "organizations/a"
    revision = RevisionRow(
        draft=f"{organization}/drafts/x", number=1, organization=organization, files_digest="f",
        create_time="2020-01-01T00:00:00Z", principal="eva", note="", version="", content_digest="d",
        rule_digest="", text_digest="", problems="[]",
    )  # fmt: skip
    store.drafts.add_revision(revision, {}, base=0)
    store.proof_figures.keep(row(9), None)
    gone = store.draft_retention.erase(
        organization, "2021-01-01T00:00:00Z", most=9, time="2026-01-01T00:00:00Z", principal={}, reason="old"
    )  # fmt: skip
    assert gone == (f"{organization}/drafts/x",)
    assert store.proof_figures.find("d") is None
