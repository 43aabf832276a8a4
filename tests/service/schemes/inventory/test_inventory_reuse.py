"""Totals of a stored inventory, offered to a case of the company on a running server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.casework import CLIENT, PARENT
from tests.support.factory_cases import INVENTORY, ON, STARS, example, running_factory
from tests.support.identities import bearing
from touchstone.v1 import case_service_pb2 as cases, evaluation_service_pb2

pytestmark = pytest.mark.full


def test_the_totals_of_a_stored_inventory_are_offered(tmp_path: Path) -> None:
    with running_factory(tmp_path) as factory:
        content = example(INVENTORY)
        request = evaluation_service_pb2.EvaluateSubjectRequest(
            subject=f"{PARENT}/subjects/works", scorecard=f"scorecards/{INVENTORY}", as_of_date=ON,
            settings=content.settings, facts=content.facts, evidence=content.evidence, request_id=factory.body.new_id(),
        )  # fmt: skip
        factory.body.server.evaluations.EvaluateSubject(request, metadata=bearing(factory.body.keys["ada"]))
        stated = {fact.fact_id: fact.value for fact in content.facts}
        case = cases.CreateCaseRequest(
            parent=PARENT, case_id="from-inventory", client=CLIENT, subject=f"{PARENT}/subjects/works", profile="small",
            content=cases.CaseContent(scorecard=f"scorecards/{STARS}", scope="Making of parts", sites=["hall-1"]),
        )  # fmt: skip
        factory.body.call("office", "CreateCase")(case)
        offers = {offer.fact_id: offer for offer in factory.accept_all("from-inventory")}
        totals = {
            "scope_1": "reported_1",
            "scope_2": "reported_2",
            "scope_3": "reported_3",
            "electricity_used": "power",
        }
        assert set(offers) >= {"claim_year", *totals}
        for fact, total in totals.items():
            assert offers[fact].value.number == stated[total].number
            assert "/evaluations/" in offers[fact].source.name
            assert not offers[fact].source.verified_date
            assert offers[fact].evidence_needed
