"""The story of one correction, from the news to the last decision."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, scenario, then, when

from rules.contracts.inputs import DeclaredValue
from service.identity.principals import Role
from service.store.store import Store
from service.transparency.leaves import CAMPAIGN, DISPOSITION
from tests.support.calling import refused, request_for
from tests.support.commands import answered, touchstone
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import meter, small_subject
from touchstone.v1 import (
    correction_service_pb2 as corrections,
    correction_service_pb2_grpc,
    evaluation_service_pb2_grpc,
)

STORY = str(Path(__file__).with_name("a_verifier_loses_accreditation.feature"))
PARENT = "organizations/example"
NAME = f"{PARENT}/campaigns/grid-company"
BEGUN = {
    "parent": PARENT,
    "campaign_id": "grid-company",
    "kind": corrections.SUPPORT_KIND_ISSUER,
    "value": "grid  company",
    "reason": "lost its accreditation",
}


@dataclass
class People:
    server: RunningServer
    keys: dict[Role, str]

    def call(self, role: Role, method: str, service: Any = correction_service_pb2_grpc.CorrectionServiceStub) -> Any:
        stub = service(self.server.channel)
        return lambda request: getattr(stub, method)(request, metadata=bearing(self.keys[role]), timeout=60)

    def campaign(self, role: Role = Role.DECIDER) -> corrections.Campaign:
        answer: corrections.Campaign = self.call(role, "GetCampaign")(corrections.GetCampaignRequest(name=NAME))
        return answer

    def items(self, role: Role = Role.DECIDER) -> list[corrections.CampaignItem]:
        first = self.call(role, "ListCampaignItems")(corrections.ListCampaignItemsRequest(parent=NAME, page_size=1))
        request = corrections.ListCampaignItemsRequest(parent=NAME, page_size=1, page_token=first.next_page_token)
        return [*first.items, *self.call(role, "ListCampaignItems")(request).items]

    def dispose(self, evaluation: str, decision: str, reason: str) -> corrections.CampaignItem:
        decided: corrections.CampaignItem = self.call(Role.DECIDER, "DisposeCampaignItem")(
            disposing(evaluation, decision, reason)
        )
        return decided


def disposing(evaluation: str, decision: str, reason: str = "why") -> corrections.DisposeCampaignItemRequest:
    return corrections.DisposeCampaignItemRequest(
        name=NAME, evaluation=evaluation, disposition=f"DISPOSITION_{decision}", reason=reason, person="Li Wei"
    )


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory, gazette: Path) -> Iterator[People]:
    folder = tmp_path_factory.mktemp("accreditation")
    with RunningServer(folder, gazette, TOUCHSTONE_API_KEYS="true") as first:
        url = first.environment["TOUCHSTONE_DATABASE_URL"]
        roles = (Role.ASSESSOR, Role.DECIDER, Role.REGULATOR)
        keys = {role: new_key_of(url, "" if role is Role.REGULATOR else "example", role) for role in roles}
        called = People(first, keys)
        yield called
        if called.server is not first:
            called.server.__exit__(None, None, None)


@pytest.fixture
def token(people: People, tmp_path: Path) -> Path:
    path = tmp_path / "token"
    path.write_text(people.keys[Role.DECIDER], encoding="utf-8")
    path.chmod(0o600)
    return path


@pytest.mark.full
@scenario(STORY, "From the news to the last decision, with a server killed in between")
def test_a_verifier_loses_accreditation() -> None:
    pass


@given(
    "three factories were evaluated: one on a report of Grid company, one on that and another, one on another alone",
    target_fixture="stored",
)
def _evaluated(people: People) -> list[str]:
    grid = meter()
    other = grid.model_copy(update={"id": "other", "issuer": "Town works", "digest": "cd" * 32})
    names = []
    for number, items in enumerate(((grid,), (grid, other), (other,))):
        share = DeclaredValue(number="85.50", unit="%", evidence=tuple(item.id for item in items))
        subject = f"{PARENT}/subjects/factory-{number}"
        given_ = small_subject(renewable_share=share).model_copy(update={"subject": subject, "evidence": items})
        evaluate = people.call(Role.ASSESSOR, "EvaluateSubject", evaluation_service_pb2_grpc.EvaluationServiceStub)
        names.append(evaluate(request_for(given_)).name)
    return names


@when("the decider begins a campaign, for Grid company lost its accreditation")
def _begun(people: People) -> None:
    request = corrections.CreateCampaignRequest(**BEGUN)  # type: ignore[arg-type] # fields of several kinds
    assert refused(people.call(Role.ASSESSOR, "CreateCampaign"), request).reason == "ROLE_NEEDED"
    people.call(Role.DECIDER, "CreateCampaign")(request)


@then("the first two are touched, and nothing is decided yet")
def _touched(people: People, stored: list[str]) -> None:
    campaign = people.campaign()
    assert (campaign.affected_count, campaign.pending_count, len(campaign.disposition_counts)) == (2, 2, 0)
    assert [item.evaluation for item in people.items()] == stored[:2]


@then("a result that was not evaluated again cannot be decided of")
def _not_yet(people: People, stored: list[str]) -> None:
    dispose = people.call(Role.DECIDER, "DisposeCampaignItem")
    assert refused(dispose, disposing(stored[0], "STANDS")).reason == "STEP_NOT_ALLOWED"
    assert refused(dispose, disposing(stored[2], "STANDS")).reason == "EVALUATION_NOT_FOUND"
    wrong = disposing(stored[0], "STANDS", reason=" ")
    assert "Enter 1 to 4000 characters." in refused(dispose, wrong).violations["reason"]


@when("one is evaluated again, the server is killed and started, and the rest is evaluated")
def _killed(people: People, gazette: Path) -> None:
    request = corrections.ReevaluateCampaignRequest(name=NAME, maximum_count=1)
    assert people.call(Role.DECIDER, "ReevaluateCampaign")(request).pending_count == 1
    people.server.process.kill()
    people.server.process.wait(timeout=30)
    folder = Path(people.server.environment["TOUCHSTONE_DATABASE_URL"].removeprefix("sqlite:///")).parent
    people.server = RunningServer(folder, gazette, TOUCHSTONE_API_KEYS="true")
    people.server.__enter__()
    assert people.campaign().pending_count == 1
    assert people.call(Role.DECIDER, "ReevaluateCampaign")(request).pending_count == 0


@then("the first would no longer be graded gold, and the second concludes the same")
def _again(people: People) -> None:
    first, second = people.items()
    assert (first.state, second.state) == (corrections.CampaignItem.STATE_CHANGED, corrections.CampaignItem.STATE_SAME)
    assert (first.before.grade, second.before.grade, second.after.grade) == ("gold", "gold", "gold")
    assert first.after.grade != "gold"
    assert list(first.criterion_ids) == ["I1"]
    assert first.after_scorecard_version == first.scorecard_version


@when("the decider withdraws the first and lets the second stand")
def _decided(people: People, stored: list[str]) -> None:
    assert people.dispose(stored[0], "WITHDRAWN", "no accredited report is left").person == "Li Wei"
    people.dispose(stored[1], "STANDS", "the report of Town works is enough")


@then("the campaign tells it, and the log has noted its beginning and both decisions")
def _told(people: People, stored: list[str]) -> None:
    counts = {one.disposition: one.count for one in people.campaign().disposition_counts}
    assert counts == {corrections.DISPOSITION_STANDS: 1, corrections.DISPOSITION_WITHDRAWN: 1}
    assert [item.disposition for item in people.items()] == [
        corrections.DISPOSITION_WITHDRAWN, corrections.DISPOSITION_STANDS,
    ]  # fmt: skip


@then("a later decision takes the place of an earlier one, which stays noted")
def _later(people: People, stored: list[str]) -> None:
    people.dispose(stored[0], "TO_BE_ASKED", "the factory names another verifier")
    assert people.items()[0].disposition == corrections.DISPOSITION_TO_BE_ASKED


@then("the regulator reads all of it and decides nothing")
def _regulator(people: People, stored: list[str]) -> None:
    assert people.campaign(Role.REGULATOR).changed_count == 1
    assert people.items(Role.REGULATOR) == people.items()
    listed = people.call(Role.REGULATOR, "ListCampaigns")(corrections.ListCampaignsRequest(parent=PARENT)).campaigns
    assert [one.name for one in listed] == [NAME]
    dispose = people.call(Role.REGULATOR, "DisposeCampaignItem")
    assert refused(dispose, disposing(stored[0], "STANDS")).reason == "ROLE_NEEDED"


@then("the file that is exported has every result and decision")
def _exported(people: People, stored: list[str], tmp_path: Path, token: Path) -> None:
    at = ("--server", people.server.address, "--token-file", token)
    every_page = ("--page-size", 1, "--all-pages", *at)
    answered("correction", "items", NAME, *every_page, "--format", "csv", "--out", tmp_path / "done.csv")
    with (tmp_path / "done.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["evaluation"], row["state"], row["disposition"], row["person"]) for row in rows] == [
        (stored[0], "STATE_CHANGED", "DISPOSITION_TO_BE_ASKED", "Li Wei"),
        (stored[1], "STATE_SAME", "DISPOSITION_STANDS", "Li Wei"),
    ]
    document = json.loads(answered("correction", "items", NAME, *every_page, "--format", "json"))
    assert document["items"][0]["dispositionReason"] == "the factory names another verifier"
    shown = answered("correction", "show", NAME, *at, "--language", "zh")
    assert "待询问" in shown
    assert "维持" in shown
    decided = answered("correction", "decide", NAME, stored[0], "withdrawn", "--person", "Li Wei", "--reason", "r", *at)
    assert "withdrawn" in decided
    assert re.search(r"pending count: +0", answered("correction", "run", NAME, *at))
    assert NAME in answered("correction", "list", PARENT, *at)


@then("begun again it is the same campaign, and with another reason it is refused")
def _same(people: People, token: Path) -> None:
    begin = (
        "correction", "begin", PARENT, "grid-company", "issuer", "grid  company", "--server", people.server.address,
        "--token-file", token,
    )  # fmt: skip
    assert re.search(r"affected count: +2\npending count: +0", answered(*begin, "--reason", "lost its accreditation"))
    again = touchstone(*begin, "--reason", "something else", "--language", "zh")
    assert again.exit_code == 2
    assert "另一更正" in again.stderr
    people.server.stop()
    with_log = Store(people.server.environment["TOUCHSTONE_DATABASE_URL"])
    try:
        noted = [one.leaf for one in with_log.log.leaves(0, 1_000)]
    finally:
        with_log.close()
    assert [leaf.name for leaf in noted if leaf.kind == CAMPAIGN] == [NAME]
    decisions = [leaf.content["disposition"] for leaf in noted if leaf.kind == DISPOSITION]
    assert decisions == ["withdrawn", "stands", "to_be_asked", "withdrawn"]
