"""A card on claims that looks a value up answers the command as it answers a caller of the service."""

import json
from pathlib import Path

import pytest

from rules.model.lookups import TableKey, TableLookup, TableQuantity, TableReference
from rules.model.table_form import seal_table
from service.gazette.publication import write_version
from service.gazette.tables import FOLDER, TableStore
from tests.support.claim_cards import claim_card, includes
from tests.support.claims.checking_claims import response, run, without_sources
from tests.support.engine_card import LAW, choice, compare
from tests.support.running import RunningServer
from tests.support.small_table import placed, small_manifest
from tests.support.verdict_card import rule
from touchstone.v1 import evaluation_pb2
from touchstone.v1.fact_pb2 import Fact
from touchstone.v1.screening_service_pb2 import CheckClaimsRequest
from touchstone.v1.types_pb2 import Value

TEXT = "Eco-friendly soap."


def gazette(folder: Path) -> Path:
    """Publish a card that calls a generic claim misleading where the least share of its region exceeds 30 %."""
    shares = small_manifest(
        name="shares", keys=[{"id": "region", "type": "code"}], values=[{"id": "share", "unit": "%"}]
    )
    TableStore(folder / FOLDER).add(seal_table(shares, placed((("north", "40"), ("south", "20")))))
    places = (TableLookup(table="shares", keys=(TableKey(column="region", name="region"),), basis=LAW),)
    least = TableQuantity(id="least", unit="%", column="share", rows=places)
    when = (includes("generic"), compare("least", "more_than", 30, "%"))
    card = claim_card(
        "green-claim-uk",
        rule("UK-1", "misleading", when, first="2008-05-26"),
        facts=(choice("region", "north", "south"),),
    )
    card = card.model_copy(
        update={"quantities": (*card.quantities, least), "tables": (TableReference(id="shares", name="shares"),)}
    )
    for scorecard in (card, claim_card("green-claim-practice")):
        write_version(folder, scorecard, {}, publish_time="2026-01-01T00:00:00Z")
    return folder


@pytest.mark.full
def test_a_table_is_looked_up_by_the_command_as_by_the_service(tmp_path: Path) -> None:
    folder = gazette(tmp_path / "gazette")
    expected = {"north": evaluation_pb2.VERDICT_MISLEADING, "south": evaluation_pb2.VERDICT_OK}
    with RunningServer(tmp_path, folder) as server:
        for region, verdict in expected.items():
            request = CheckClaimsRequest(
                text=TEXT,
                jurisdictions=["UK"],
                as_of_date="2026-11-20",
                facts=[Fact(fact_id="region", value=Value(choice=region))],
            )
            by_service = server.screenings.CheckClaims(request)
            asked = ("--jurisdiction", "UK", "--gazette", folder, "--fact", f"region={region}", "--format", "json")
            _, shown, complaint = run(TEXT, *asked)
            assert not complaint
            by_command = response(json.loads(shown))
            assert without_sources(by_command) == without_sources(by_service)
            assert by_command.checked_claims[0].answers[0].verdict == verdict
