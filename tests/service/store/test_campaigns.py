"""Correction campaigns in the store: touched results and decisions, once, ordered, and logged."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from rules.contracts.canonical import canonical_bytes, digest
from service.base.refusals import Reason, Refusal
from service.store.campaigns import COLLECTING
from service.store.store import Store
from service.store.tables import CampaignItemRow, CampaignRow, DispositionRow
from service.store.write_access import with_write_access
from service.transparency.leaves import CAMPAIGN, DISPOSITION

NAME = "organizations/a/campaigns/one"
CAMPAIGN_ROW = CampaignRow(
    name=NAME, organization="a", kind="issuer", value="Grid company", at_least="", at_most="", unit="",
    reason="lost its accreditation", principal='{"id": "local"}', create_time="2026-03-01T00:00:00Z", affected=3,
)  # fmt: skip


def items(many: int = 3) -> list[CampaignItemRow]:
    return [
        CampaignItemRow(
            campaign=NAME, evaluation=f"organizations/a/evaluations/{number}", subject="organizations/a/subjects/b",
            scorecard_version="scorecards/c/versions/1.0.0", as_of_date="2026-03-01", before="{}",
        )
        for number in range(many)
    ]  # fmt: skip


def begun(store: Store) -> CampaignRow:
    store.campaigns.begin(CAMPAIGN_ROW)
    store.campaigns.collect(items())
    return store.campaigns.collected(CAMPAIGN_ROW)


def decided(number: int, decision: str) -> DispositionRow:
    return DispositionRow(
        campaign=NAME, number=0, evaluation=f"organizations/a/evaluations/{number}", disposition=decision,
        reason=f"because of {decision}", person="Li Wei", principal='{"id": "key-1"}', time="2026-03-02T00:00:00Z",
    )  # fmt: skip


@pytest.mark.full(sample=5)
def test_a_campaign_begins_once_and_refuses_changed_parameters(store: Store) -> None:
    first = begun(store)
    later = CAMPAIGN_ROW.model_copy(update={"create_time": "2026-04-01T00:00:00Z"})
    assert store.campaigns.begin(later) == first == CAMPAIGN_ROW
    assert len(store.campaigns.items(NAME, after="", limit=9)) == 3
    with pytest.raises(Refusal) as refused:
        store.campaigns.begin(CAMPAIGN_ROW.model_copy(update={"value": "Town works"}))
    assert refused.value.reason is Reason.CAMPAIGN_EXISTS
    assert store.campaigns.find("organizations/a/campaigns/other") is None
    assert [one.name for one in store.campaigns.list("a", after="", limit=9)] == [NAME]
    assert not store.campaigns.list("other", after="", limit=9)
    (leaf,) = [one.leaf for one in store.log.leaves(0, 9)]
    assert (leaf.kind, leaf.name, leaf.content["affected"]) == (CAMPAIGN, NAME, 3)


@pytest.mark.full(sample=5)
def test_an_interrupted_campaign_is_collected_once_and_logged_at_the_end(store: Store) -> None:
    first = store.campaigns.begin(CAMPAIGN_ROW)
    store.campaigns.collect(items(2))
    again = store.campaigns.begin(CAMPAIGN_ROW)
    assert again == first
    assert again.affected == COLLECTING
    assert not store.log.leaves(0, 9)
    for _ in range(2):
        store.campaigns.collect(items(3))
        assert store.campaigns.collected(again) == CAMPAIGN_ROW
    (leaf,) = [one.leaf for one in store.log.leaves(0, 9)]
    names = [item.evaluation for item in items(3)]
    assert leaf.content["evaluations"] == digest(canonical_bytes(names))


@pytest.mark.full(sample=5)
def test_an_evaluated_item_is_stored_and_never_evaluated_again(store: Store) -> None:
    begun(store)
    first, *_ = store.campaigns.items(NAME, after="", limit=1, state="pending")
    store.campaigns.evaluated(first.model_copy(update={"state": "changed", "after": "{}"}))
    store.campaigns.evaluated(first.model_copy(update={"state": "same"}))
    assert store.campaigns.progress([NAME])[NAME] == {("changed", ""): 1, ("pending", ""): 2}
    assert [one.evaluation for one in store.campaigns.items(NAME, after="", limit=9, state="pending")] == [
        "organizations/a/evaluations/1", "organizations/a/evaluations/2",
    ]  # fmt: skip


@pytest.mark.full(sample=5)
def test_the_latest_decision_counts_and_earlier_decisions_never_change(store: Store) -> None:
    begun(store)
    for decision in (decided(0, "stands"), decided(1, "withdrawn"), decided(0, "to_be_asked")):
        store.campaigns.dispose(decision)
    item = store.campaigns.item(NAME, "organizations/a/evaluations/0")
    assert item is not None
    assert (item.disposition, item.reason) == ("to_be_asked", "because of to_be_asked")
    assert store.campaigns.progress([NAME])[NAME]["pending", "withdrawn"] == 1
    noted = [one.leaf for one in store.log.leaves(1, 9)]
    assert [leaf.name for leaf in noted] == [f"{NAME}/dispositions/{number}" for number in (1, 2, 3)]
    assert {leaf.kind for leaf in noted} == {DISPOSITION}
    assert noted[0].content["reason"] == digest(b"because of stands")
    assert "Li Wei" not in noted[0].document.decode()
    with pytest.raises(DBAPIError, match="never changes"), with_write_access(store._engine).begin() as connection:
        connection.execute(text("UPDATE disposition SET reason = 'other'"))
