"""A decision on a stored result, in a campaign of its own."""

from service.store.store import Store
from service.store.tables import CampaignItemRow, CampaignRow, DispositionRow


def decide(store: Store, campaign: str, evaluation_name: str, what: str) -> None:
    row = CampaignRow(
        name=campaign, organization="a", kind="issuer", value="x", at_least="", at_most="", unit="", reason="r",
        principal='{"id": "local"}', create_time="2026-03-01T00:00:00Z", affected=1,
    )  # fmt: skip
    store.campaigns.begin(row)
    store.campaigns.collect(
        [
            CampaignItemRow(
                campaign=campaign, evaluation=evaluation_name, subject="organizations/a/subjects/b",
                scorecard_version="scorecards/c/versions/1.0.0", as_of_date="2026-03-01", before="{}",
            )
        ]
    )  # fmt: skip
    store.campaigns.collected(row)
    store.campaigns.dispose(
        DispositionRow(
            campaign=campaign, number=0, evaluation=evaluation_name, disposition=what, reason="why", person="Li Wei",
            principal='{"id": "local"}', time="2026-03-02T00:00:00Z",
        )
    )  # fmt: skip
