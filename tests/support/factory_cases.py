"""One factory at a certification body: its cases by the published examples, and the facts that they reuse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.model import Certainty
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.workbook.input_file import read_subject_file
from service.output.mapping.requests import write_request
from tests.support.casework import AGREEMENT, CLIENT, PARENT, PROFILE, Body
from tests.support.identities import bearing
from tests.support.running import RunningServer
from tests.support.small_card import CARD
from tests.support.typing_effort import Effort, effort_of
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    fact_pb2,
    fact_reuse_service_pb2 as reuse,
    types_pb2,
)
from touchstone.v1.fact_reuse_service_pb2_grpc import FactReuseServiceStub

SUBJECT = f"{PARENT}/subjects/factory-7"
STARS, INVENTORY = "zero-carbon-factory", "corporate-inventory"
EXAMPLES = {
    STARS: "worked-factory.yaml",
    "green-factory": "china/green-factory.yaml",
    "cbam-installation": "cbam/installation.yaml",
    "eu-battery": "eu-battery-ev.yaml",
    INVENTORY: "china/corporate-inventory.yaml",
}
ON = "2026-03-01"
SHELF = Gazette(CHECKOUT / "scorecards")


def example(card: str) -> dossiers.DossierContent:
    """Return the published example of a scorecard, as an applicant declares it; the claim year is 2025."""
    path = CHECKOUT / "examples" / EXAMPLES[card]
    read = read_subject_file(path, SHELF.newest(card).scorecard, as_of="2026-11-20", settings={})
    written = write_request(read.subject, scorecard=f"scorecards/{card}", request_id="")
    content = dossiers.DossierContent(settings=written.settings, facts=written.facts, evidence=written.evidence)
    for fact in content.facts:
        fact.ClearField("verification")
        fact.ClearField("previous")
        if fact.value.HasField("period"):
            fact.value.period.CopyFrom(types_pb2.DateRange(first_date="2025-01-01", last_date="2025-12-31"))
    return content


@dataclass
class Factory:
    """The cases of one factory at a certification body."""

    body: Body

    def apply(self, card: str, case: str, content: dossiers.DossierContent) -> None:
        request = cases.CreateCaseRequest(
            parent=PARENT, case_id=case, client=CLIENT, subject=SUBJECT, profile="small",
            content=cases.CaseContent(scorecard=f"scorecards/{card}", scope="Making of parts", sites=["hall-0"]),
        )  # fmt: skip
        self.body.call("office", "CreateCase")(request)
        if content.facts:
            self.body.step("office", case, "declare", dossier=content)

    def verify_all(self, case: str) -> None:
        """Bring a case to its evaluation, and verify all its facts."""
        self.body.step("rui", case, "accept")
        self.body.step("office", case, "agree", agreement_digest=AGREEMENT)
        self.body.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0"], due_date="2099-01-31")
        self.body.step("ada", case, "start")
        verified = fact_pb2.Verification(judgement=fact_pb2.Verification.JUDGEMENT_ACCEPTED, method="read on site")
        facts = [fact_pb2.Fact(fact_id=id, verification=verified) for id in self.declared(case)]
        self.body.step("ada", case, "verify", dossier=dossiers.DossierContent(facts=facts))

    def declared(self, case: str) -> Mapping[str, fact_pb2.Fact]:
        return {fact.fact_id: fact for fact in self.body.dossier(case).content.facts}

    def accept_all(self, case: str) -> list[reuse.ReusableFact]:
        """Accept all offers, then those that the accepted period adds."""
        stub, accepted = FactReuseServiceStub(self.body.server.channel), list[reuse.ReusableFact]()
        key = bearing(self.body.keys["office"])
        while True:
            request = reuse.ListReusableFactsRequest(name=f"{PARENT}/cases/{case}", page_size=1_000, as_of_date=ON)
            listed = stub.ListReusableFacts(request, metadata=key)
            offers = list({offer.fact_id: offer for offer in reversed(listed.reusable_facts)}.values())
            if not offers:
                return accepted
            chosen = [
                reuse.AcceptedFact(
                    fact_id=offer.fact_id, source=offer.source.name, source_fact_id=offer.source.fact_id,
                    dossier_revision=offer.source.dossier_revision,
                )
                for offer in offers
            ]  # fmt: skip
            stub.AcceptReusableFacts(
                reuse.AcceptReusableFactsRequest(
                    name=f"{PARENT}/cases/{case}", revision=listed.case_revision, accepted_facts=chosen,
                    reason="same meters", as_of_date=ON,
                ),
                metadata=key,
            )  # fmt: skip
            accepted += offers

    def typed_after_reuse(self, card: str, case: str) -> Effort:
        """Apply with reused facts, type the rest of the example, and return the effort of the rest."""
        self.apply(card, case, dossiers.DossierContent())
        reused = {offer.fact_id for offer in self.accept_all(case)}
        dossier, whole = self.body.dossier(case).content, example(card)
        rest = dossiers.DossierContent(settings=whole.settings)
        rest.facts.extend(fact for fact in whole.facts if fact.fact_id not in reused)
        cited = {id for fact in rest.facts for id in evidence_ids(fact.value)}
        stored = {item.evidence_id for item in dossier.evidence}
        rest.evidence.extend(item for item in whole.evidence if item.evidence_id in cited - stored)
        declared = dossiers.DossierContent(settings=whole.settings, evidence=dossier.evidence, facts=dossier.facts)
        declared.evidence.extend(rest.evidence)
        declared.facts.extend(rest.facts)
        self.body.step("office", case, "declare", dossier=declared)
        return effort_of(rest)


def evidence_ids(value: types_pb2.Value) -> Iterator[str]:
    yield from value.evidence_ids
    for record in value.records.values:
        for part in record.fields.values():
            yield from evidence_ids(part)


@contextmanager
def running_factory(folder: Path) -> Iterator[Factory]:
    """Yield a factory at a body that certifies by all example scorecards."""
    settings: dict[str, Any] = {"TOUCHSTONE_API_KEYS": "true"}
    own = [
        f"{card}/{basis.id}"
        for card in EXAMPLES
        for basis in SHELF.newest(card).scorecard.bases
        if basis.certainty is Certainty.OWN_READING
    ]
    profile = PROFILE.replace(f'cards = ["{CARD}"]', f"cards = {list(EXAMPLES)}").replace(
        "accepted_readings = []", f"accepted_readings = {own}"
    )
    with RunningServer(folder, CHECKOUT / "scorecards", **settings) as running:
        body = Body(running)
        body.begin(profile)
        yield Factory(body)
