"""ClaimService against a running server: entry, repeated judging over time, signing, and access rights."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import grpc
import pytest

from service.identity.principals import Role
from tests.support.calling import Refused, refused
from tests.support.clocks import move, moving_clock
from tests.support.identities import bearing, new_key_of
from tests.support.running import ROOT, RunningServer
from touchstone.v1 import (
    claim_service_pb2 as pb2,
    claim_service_pb2_grpc,
    erasure_service_pb2,
    erasure_service_pb2_grpc,
    evidence_service_pb2,
    evidence_service_pb2_grpc,
    screening_service_pb2 as screenings,
)
from touchstone.v1.fact_pb2 import Fact
from touchstone.v1.types_pb2 import Value

pytestmark = pytest.mark.full

TEXT = "By 2040 our company will cut its emissions by 50 % against 2019. Our bottle is eco-friendly."
SHOWN = ("future_public_commitments", "future_detailed_plan", "future_measurable_targets", "future_resources_allocated",
         "future_expert_verification", "future_findings_public")  # fmt: skip
UNLESS, DOCUMENTED = screenings.CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN, screenings.CLAIM_STANDING_TO_BE_DOCUMENTED
_DAY = 86_400


class Office:
    """Caller from an organisation with the listed roles."""

    def __init__(self, server: RunningServer, organization: str, *roles: Role) -> None:
        self.parent = f"organizations/{organization}"
        self._stub = claim_service_pb2_grpc.ClaimServiceStub(server.channel)
        self._files = evidence_service_pb2_grpc.EvidenceServiceStub(server.channel)
        self._erasures = erasure_service_pb2_grpc.ErasureServiceStub(server.channel)
        self._metadata = bearing(new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], organization, *roles))

    def call(self, method: str, request: Any) -> Any:
        return getattr(self._stub, method)(request, metadata=self._metadata, timeout=60)

    def refused(self, method: str, request: Any) -> Refused:
        return refused(lambda asked: self.call(method, asked), request)

    def save(self, claim: pb2.ClaimInUse, revision: int = 0) -> pb2.ClaimInUse:
        request = pb2.SaveClaimRequest(parent=self.parent, claim=claim, revision=revision)
        saved: pb2.ClaimInUse = self.call("SaveClaim", request)
        return saved

    def add(self, claim: str, content: bytes) -> str:
        pieces = [
            evidence_service_pb2.AddEvidenceFileRequest(parent=self.parent, claim=claim),
            evidence_service_pb2.AddEvidenceFileRequest(content=content),
        ]
        added: evidence_service_pb2.EvidenceFile = self._files.AddEvidenceFile(
            iter(pieces), metadata=self._metadata, timeout=60
        )
        return added.name

    def refused_file(self, claim: str, content: bytes) -> Refused:
        return refused(lambda _: self.add(claim, content), None)

    def file(self, name: str) -> bytes:
        request = evidence_service_pb2.GetEvidenceFileRequest(name=name)
        return b"".join(
            piece.content for piece in self._files.GetEvidenceFile(request, metadata=self._metadata, timeout=60)
        )

    def remove_expired(self) -> int:
        request = erasure_service_pb2.ApplyRetentionRequest(parent=self.parent, erase=True)
        removed: int = self._erasures.ApplyRetention(request, metadata=self._metadata, timeout=60).files.removed_count
        return removed

    def listed(self, **asked: Any) -> pb2.ListClaimsResponse:
        answer: pb2.ListClaimsResponse = self.call("ListClaims", pb2.ListClaimsRequest(parent=self.parent, **asked))
        return answer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder = tmp_path_factory.mktemp("claims")
    settings = {
        "TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_JUDGE_CLAIMS_AGAIN": "false", **moving_clock(folder),
        "TOUCHSTONE_EVIDENCE_FILES": str(folder / "files"), "TOUCHSTONE_EVIDENCE_FILE_BYTES": "1000",
    }  # fmt: skip
    with RunningServer(folder, ROOT / "scorecards", **settings) as running:
        yield running


@pytest.fixture(scope="module")
def office(server: RunningServer) -> Office:
    return Office(server, "alpha", Role.INTEGRATOR)


def now_at(office: Office) -> date:
    """Return the current date of a server with a moved clock."""
    probe = office.save(new_claim())
    office.call("EndClaim", pb2.EndClaimRequest(name=probe.name, revision=1))
    return date.fromisoformat(probe.judged_date)


def new_claim(**fields: Any) -> pb2.ClaimInUse:
    known = {
        "text": TEXT, "quote": "cut its emissions by 50 %", "product": "company", "owner": "Brand, A. Example",
        "jurisdictions": ["UK"], "medium": "web",
    }  # fmt: skip
    return pb2.ClaimInUse(**{**known, **fields})


def test_all_errors_of_a_claim_are_reported_at_once(office: Office) -> None:
    documents = [pb2.ClaimDocument(digest="x", expire_date="2026-02-30")]
    asked = pb2.SaveClaimRequest(parent=office.parent, claim=new_claim(text=" ", owner="", documents=documents))
    answer = office.refused("SaveClaim", asked)
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert answer.violations.keys() == {
        "claim.text", "claim.owner", "claim.documents[0].title", "claim.documents[0].digest",
        "claim.documents[0].expire_date",
    }  # fmt: skip
    for wrong, field in (
        (new_claim(quote="blue"), "claim.quote"),
        (new_claim(jurisdictions=["X"]), "claim.jurisdictions"),
    ):
        answer = office.refused("SaveClaim", pb2.SaveClaimRequest(parent=office.parent, claim=wrong))
        assert [*answer.violations] == [field]


def test_a_claim_is_entered_signed_changed_and_ended(server: RunningServer, office: Office) -> None:
    saved = office.save(new_claim())
    assert (saved.standing, saved.revision, len(saved.judgements)) == (UNLESS, 1, 1)
    (judgement,) = saved.judgements
    assert judgement.cause == pb2.CLAIM_JUDGEMENT_CAUSE_SAVED
    assert [rule.rule_id for rule in judgement.places[0].rules] == ["FUT-01"]
    assert {card.name for card in judgement.applied_scorecards} >= {"green-claim-uk"}
    sign = pb2.SignOffClaimRequest(name=saved.name, revision=1)
    assert office.refused("SignOffClaim", sign).code is grpc.StatusCode.PERMISSION_DENIED
    lawyer = Office(server, "alpha", Role.REVIEWER)
    signed = lawyer.call("SignOffClaim", sign)
    assert signed.sign_off.signer.startswith("api_key/")
    assert signed.sign_off.standing == UNLESS
    changed = office.save(new_claim(name=saved.name, owner="Brand, Zoë Sample"), revision=1)
    assert (changed.revision, changed.HasField("sign_off"), changed.create_time) == (2, False, saved.create_time)
    answer = lawyer.refused("SignOffClaim", sign)
    assert (answer.code, answer.reason) == (grpc.StatusCode.ABORTED, "CLAIM_CHANGED")
    condemned = office.save(new_claim(text="Our bottle is eco-friendly.", quote="eco-friendly"))
    asked = pb2.SignOffClaimRequest(name=condemned.name, revision=1)
    assert lawyer.refused("SignOffClaim", asked).code is grpc.StatusCode.FAILED_PRECONDITION
    assert [claim.name for claim in office.listed().claims] == [condemned.name, saved.name]
    assert [claim.name for claim in office.listed(search="zoë bran").claims] == [saved.name]
    for name, revision in ((saved.name, 2), (condemned.name, 1)):
        ended = office.call("EndClaim", pb2.EndClaimRequest(name=name, revision=revision))
        assert ended.HasField("end_time")
    assert not office.listed().claims


def test_a_claim_is_judged_again_when_its_document_expires(server: RunningServer) -> None:
    office = Office(server, "gamma", Role.INTEGRATOR)
    today = datetime.now(UTC).date()
    plan = pb2.ClaimDocument(title="Transition plan", expire_date=today.isoformat(), fact_ids=SHOWN)
    facts = [Fact(fact_id=fact, value=Value(flag=True)) for fact in SHOWN]
    saved = office.save(new_claim(facts=facts, documents=[plan]))
    assert saved.standing == DOCUMENTED
    assert office.listed(expiring_before=(today + timedelta(days=1)).isoformat()).claims[0].name == saved.name
    nothing = office.call("RecheckClaims", pb2.RecheckClaimsRequest(parent=office.parent))
    assert (nothing.judged_count, nothing.pending_count) == (0, 0)
    assert saved.due_date == (today + timedelta(days=1)).isoformat()
    move(server, _DAY)
    waiting = office.listed()
    assert (waiting.stale_count, waiting.judged_by_itself, waiting.HasField("catch_up_time")) == (1, False, False)
    answer = office.call("RecheckClaims", pb2.RecheckClaimsRequest(parent=office.parent, maximum_count=5))
    (change,) = answer.changes
    assert (answer.judged_count, answer.pending_count, answer.failed_count) == (1, 0, 0)
    assert (change.claim, change.earlier_standing, change.standing) == (saved.name, DOCUMENTED, UNLESS)
    assert change.cause == pb2.CLAIM_JUDGEMENT_CAUSE_DOCUMENT
    listed = office.listed()
    assert (listed.stale_count, listed.expiring_count, list(listed.changes)) == (0, 1, [change])
    told = office.call("GetClaim", pb2.GetClaimRequest(name=saved.name))
    assert [list(judgement.expired_documents) for judgement in told.judgements] == [["Transition plan"], []]
    assert told.due_date == (today + timedelta(days=8)).isoformat()
    for days, count in ((6, 0), (8, 1)):
        move(server, days * _DAY)
        again = office.call("RecheckClaims", pb2.RecheckClaimsRequest(parent=office.parent))
        assert (again.judged_count, list(again.changes)) == (count, [])
    told = office.call("GetClaim", pb2.GetClaimRequest(name=saved.name))
    assert (len(told.judgements), told.judged_date) == (2, (today + timedelta(days=8)).isoformat())


def test_a_document_of_a_claim_is_a_stored_file_that_retention_spares(server: RunningServer) -> None:
    office = Office(server, "epsilon", Role.INTEGRATOR, Role.OPERATOR, Role.DECIDER)
    claim = office.save(new_claim())
    report, unused = b"%PDF-1.7 plan", b"%PDF-1.7 draft"
    name = office.add(claim.name, report)
    assert name == f"{office.parent}/evidenceFiles/{sha256(report).hexdigest()}"
    assert office.refused(
        "SaveClaim",
        pb2.SaveClaimRequest(
            parent=office.parent,
            claim=new_claim(documents=[pb2.ClaimDocument(title="Plan", file=name.replace(name[-64:], "0" * 64))]),
        ),
    ).violations.keys() == {"claim.documents[0].file"}
    plan = pb2.ClaimDocument(title="Plan", file=name, file_name="plan.pdf", fact_ids=SHOWN)
    saved = office.save(new_claim(name=claim.name, documents=[plan]), revision=1)
    (document,) = saved.documents
    assert (document.file, document.file_name, document.file_size_bytes) == (name, "plan.pdf", len(report))
    assert document.HasField("file_create_time")
    office.add(claim.name, unused)
    assert office.remove_expired() == 1
    assert office.file(name) == report
    office.call("EndClaim", pb2.EndClaimRequest(name=claim.name, revision=2))
    assert office.remove_expired() == 0, "the claim was judged with this document"
    other = office.save(new_claim(documents=[plan]))
    office.save(new_claim(name=other.name, documents=[]), revision=1)
    assert office.file(name) == report


def test_a_file_for_a_claim_is_refused_by_its_kind_size_and_claim(server: RunningServer) -> None:
    office, stranger = Office(server, "zeta", Role.INTEGRATOR), Office(server, "eta", Role.INTEGRATOR)
    claim, pdf = office.save(new_claim()).name, b"%PDF-1.7 plan"
    assert office.refused_file(claim, b"<html><script>x</script></html>").reason == "UNSUPPORTED_MEDIA_TYPE"
    assert office.refused_file(claim, pdf + b" " * 1000).reason == "MESSAGE_TOO_LARGE"
    assert office.refused_file(f"{claim[:-1]}{'0' if claim[-1] != '0' else '1'}", pdf).reason == "CLAIM_NOT_FOUND"
    assert stranger.refused_file(claim, pdf).code is grpc.StatusCode.PERMISSION_DENIED
    assert Office(server, "zeta", Role.REVIEWER).refused_file(claim, pdf).code is grpc.StatusCode.PERMISSION_DENIED
    name = office.add(claim, pdf)
    assert office.refused("SaveClaim", pb2.SaveClaimRequest(parent=office.parent, claim=new_claim(documents=[
        pb2.ClaimDocument(title="both", file=name, digest="0" * 64),
        pb2.ClaimDocument(title="name only", file_name="plan.pdf"),
        pb2.ClaimDocument(title="of others", file=name.replace("zeta", "eta")),
        pb2.ClaimDocument(title="no name", file="plan.pdf"),
    ]))).violations.keys() == {
        "claim.documents[0].digest", "claim.documents[1].file_name", "claim.documents[2].file",
        "claim.documents[3].file",
    }  # fmt: skip
    office.call("EndClaim", pb2.EndClaimRequest(name=claim, revision=1))
    assert office.refused_file(claim, pdf).reason == "CLAIM_NOT_FOUND"


def test_notices_of_a_claim_remain_until_a_user_has_seen_them(server: RunningServer) -> None:
    office = Office(server, "delta", Role.INTEGRATOR)
    today = now_at(office)
    plan = pb2.ClaimDocument(title="Plan", expire_date=(today + timedelta(days=20)).isoformat(), fact_ids=SHOWN)
    facts = [Fact(fact_id=fact, value=Value(flag=True)) for fact in SHOWN]
    other = office.save(new_claim()).name
    saved = office.save(new_claim(facts=facts, documents=[plan], owner_account="account/ada", product="<b>Cap</b>"))
    kinds = pb2.ClaimNoticeKind
    assert [(each.kind, each.document) for each in saved.notices] == [(kinds.CLAIM_NOTICE_KIND_EXPIRING, "Plan")]
    listed = office.listed(with_notices=True)
    assert ([claim.name for claim in listed.claims], listed.notice_count) == ([saved.name], 1)
    assert list(listed.claims[0].notices) == list(saved.notices)
    assert not office.listed(with_notices=True, only_own=True).claims
    asked = pb2.AcknowledgeClaimRequest(name=saved.name, revision=1, judgement=1)
    assert not office.call("AcknowledgeClaim", asked).notices
    assert not office.listed(with_notices=True).claims
    shift = (today - datetime.now(UTC).date()).days
    move(server, (shift + 14) * _DAY)
    (claim,) = office.listed(with_notices=True).claims
    assert [each.kind for each in claim.notices] == [kinds.CLAIM_NOTICE_KIND_EXPIRING]
    move(server, (shift + 21) * _DAY)
    office.call("RecheckClaims", pb2.RecheckClaimsRequest(parent=office.parent))
    fallen = office.call("GetClaim", pb2.GetClaimRequest(name=saved.name))
    assert [(each.kind, each.earlier_standing) for each in fallen.notices] == [
        (kinds.CLAIM_NOTICE_KIND_FELL, DOCUMENTED), (kinds.CLAIM_NOTICE_KIND_EXPIRED, 0),
    ]  # fmt: skip
    answer = office.refused("AcknowledgeClaim", asked)
    assert (answer.code, answer.reason) == (grpc.StatusCode.ABORTED, "CLAIM_CHANGED")
    asked.judgement = 2
    assert not office.call("AcknowledgeClaim", asked).notices
    office.call("EndClaim", pb2.EndClaimRequest(name=other, revision=1))
    assert (
        office.refused("AcknowledgeClaim", pb2.AcknowledgeClaimRequest(name=other, revision=1, judgement=1)).code
        is grpc.StatusCode.FAILED_PRECONDITION
    )


def test_other_organisations_and_applicants_cannot_read_claims(server: RunningServer, office: Office) -> None:
    saved = office.save(new_claim())
    stranger = Office(server, "beta", Role.INTEGRATOR, Role.REVIEWER)
    applicant = Office(server, "alpha", Role.APPLICANT)
    for method, request in (
        ("GetClaim", pb2.GetClaimRequest(name=saved.name)),
        ("ListClaims", pb2.ListClaimsRequest(parent=office.parent)),
        ("SaveClaim", pb2.SaveClaimRequest(parent=office.parent, claim=new_claim(name=saved.name))),
        ("RecheckClaims", pb2.RecheckClaimsRequest(parent=office.parent)),
        ("SignOffClaim", pb2.SignOffClaimRequest(name=saved.name, revision=1)),
        ("EndClaim", pb2.EndClaimRequest(name=saved.name, revision=1)),
        ("AcknowledgeClaim", pb2.AcknowledgeClaimRequest(name=saved.name, revision=1, judgement=1)),
    ):
        for somebody in (stranger, applicant):
            answer = somebody.refused(method, request)
            assert answer.code is grpc.StatusCode.PERMISSION_DENIED
            assert "emissions" not in answer.message
    under_another = pb2.SaveClaimRequest(parent="organizations/beta", claim=new_claim(name=saved.name))
    answer = stranger.refused("SaveClaim", under_another)
    assert [*answer.violations] == ["claim.name"]
    assert not stranger.call("ListClaims", pb2.ListClaimsRequest(parent="organizations/beta")).claims
