"""Valid calls about cases; a person, a client and a case exist already."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from google.protobuf.message import Message

from tests.support.running import RunningServer
from touchstone.v1 import (
    audit_plan_pb2 as plans,
    audit_planning_service_pb2 as planning,
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    case_service_pb2_grpc,
    fact_reuse_service_pb2 as reuse,
    register_export_service_pb2 as exports,
)
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub
from touchstone.v1.register_export_service_pb2_grpc import RegisterExportServiceStub


def of_cases(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    """Return valid requests. The server has no authentication, so each step names its person."""
    id = str(uuid.uuid4())
    stub = case_service_pb2_grpc.CaseServiceStub(server.channel)

    def person(name: str) -> cases.SaveCasePersonRequest:
        known = cases.CasePerson(person=name, display_name="Ada 某", functions=["application", "evaluation"])
        return cases.SaveCasePersonRequest(parent=parent, case_person=known)

    def client(name: str) -> cases.SaveClientRequest:
        known = cases.CaseClient(client=name, display_name="Works", sites=[cases.CaseSite(site="hall", address="1")])
        return cases.SaveClientRequest(parent=parent, case_client=known)

    stub.SaveCasePerson(person(id))
    stub.SaveClient(client(id))
    opening = cases.CreateCaseRequest(
        parent=parent,
        case_id=id,
        client=f"{parent}/clients/{id}",
        subject=f"{parent}/subjects/works",
        profile="zero-carbon-factory",
        content=cases.CaseContent(scorecard="scorecards/zero-carbon-factory", scope="parts", sites=["hall"]),
        person=id,
    )
    name = stub.CreateCase(opening).name
    document = dossiers.AddCaseFileRequest(parent=name, file_name="meter.txt", content=b"1,020,000 m3", person=id)
    to_discard = dossiers.AddCaseFileRequest(parent=name, file_name="draft.txt", content=b"not ours", person=id)
    file, draft = (DossierServiceStub(server.channel).AddCaseFile(iter([one])).name for one in (document, to_discard))
    exporting = exports.CreateRegisterExportRequest(parent=parent, format="iaf-certsearch", month="2026-01")
    export = RegisterExportServiceStub(server.channel).CreateRegisterExport(exporting).name
    messages: dict[str, list[Any]] = {
        "SaveCasePerson": [person(str(uuid.uuid4()))],
        "SaveClient": [client(str(uuid.uuid4()))],
        "ProposeSchemeProfile": [
            cases.ProposeSchemeProfileRequest(
                parent=parent,
                profile=id,
                content=stub.ListSchemeProfiles(cases.ListSchemeProfilesRequest(parent=parent))
                .scheme_profiles[0]
                .content,
            )
        ],
        "ApproveSchemeProfile": [cases.ApproveSchemeProfileRequest(name=f"{parent}/schemeProfiles/{id}", revision=1)],
        "CreateCase": [opening],
        "GetCase": [cases.GetCaseRequest(name=name)],
        "GetCaseDossier": [dossiers.GetCaseDossierRequest(name=name, as_of_date="2026-11-20")],
        "ListCaseEvidence": [dossiers.ListCaseEvidenceRequest(name=name)],
        "AddCaseFile": [document],
        "GetCaseFile": [dossiers.GetCaseFileRequest(name=file)],
        "GetCaseFilePage": [dossiers.GetCaseFilePageRequest(name=file, quote="m3", width_pixels=200)],
        "DiscardCaseFile": [dossiers.DiscardCaseFileRequest(name=draft, reason="not ours", person=id)],
        "CompareCaseEvaluations": [dossiers.CompareCaseEvaluationsRequest(name=name)],
        "GetCaseReport": [dossiers.GetCaseReportRequest(name=name, language_code="en")],
        "ListCases": [cases.ListCasesRequest(parent=parent, page_size=2, state="submitted")],
        "TakeCaseStep": [cases.TakeCaseStepRequest(name=name, step="accept", revision=1, reason="complete", person=id)],
        "PreviewAuditPlan": [
            planning.PreviewAuditPlanRequest(
                name=name,
                step="plan",
                content=cases.CaseContent(site_sampling=plans.SiteSampling(central_function="hall")),
            )
        ],
        "CheckSiteSample": [
            planning.CheckSiteSampleRequest(
                sampling=cases.CaseSampling(
                    rule="iaf_md_1", population=["hall"], least="1", sites=["hall"], seed="0" * 64
                )
            )
        ],
        "AcceptReusableFacts": [
            reuse.AcceptReusableFactsRequest(
                name=name,
                revision=1,
                accepted_facts=[
                    reuse.AcceptedFact(
                        fact_id="green_power", source=name, dossier_revision=1, source_fact_id="green_power"
                    )
                ],
                reason="the same meter",
                person=id,
            )
        ],
        "SearchRegister": [cases.SearchRegisterRequest(parent=parent, search="Works", state="valid")],
        "PrepareCaseDecision": [
            cases.PrepareCaseDecisionRequest(name=name, step="grant", revision=1, reason="complete", person=id)
        ],
        "GetCertificateFile": [cases.GetCertificateFileRequest(name=name, kind="KIND_PAPER")],
        "RenewCertificateSignatures": [cases.RenewCertificateSignaturesRequest(parent=parent, validate_only=True)],
        "GetIssuerFile": [cases.GetIssuerFileRequest(parent=parent, kind="KIND_DID_DOCUMENT")],
        "GetRegisterEntry": [cases.GetRegisterEntryRequest(parent=parent, number="ZCF-2026-00001")],
        "GetRegisterCredential": [cases.GetRegisterCredentialRequest(parent=parent, number="ZCF-2026-00001")],
        "GetRegisterPaper": [cases.GetRegisterPaperRequest(parent=parent, number="ZCF-2026-00001")],
        "SubmitRegisterComplaint": [
            cases.SubmitRegisterComplaintRequest(parent=parent, number="ZCF-2026-00001", statement="a", complainant="b")
        ],
        "CheckRegisterFile": [cases.CheckRegisterFileRequest(parent=parent, content=b"%PDF-1.7")],
        "ListRegisterFormats": [exports.ListRegisterFormatsRequest(parent=parent, language_code="en")],
        "CreateRegisterExport": [
            exports.CreateRegisterExportRequest(
                parent=parent, format="iaf-certsearch", month="2026-01", allow_gaps=True
            )
        ],
        "ListRegisterExports": [
            exports.ListRegisterExportsRequest(parent=parent, format="iaf-certsearch", page_size=2)
        ],
        "GetRegisterExport": [exports.GetRegisterExportRequest(name=export)],
        "GetRegisterExportFile": [exports.GetRegisterExportFileRequest(name=export, file_type="FILE_TYPE_CSV")],
        "ListCaseItems": [cases.ListCaseItemsRequest(parent=parent, kind="findings", states=["open"], page_size=2)],
        "CountCases": [cases.CountCasesRequest(parent=parent, last_date="2099-12-31")],
        "Search": [cases.SearchRequest(parent=parent, search="works", kinds=["KIND_CASE"], most_of_kind=2)],
        "ListDueItems": [cases.ListDueItemsRequest(parent=parent, page_size=2, last_date="2099-12-31")],
    }
    return messages
