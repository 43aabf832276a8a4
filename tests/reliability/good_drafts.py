"""Valid calls on drafts, log, corrections and calendar days; the resources they name are created first."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

from tests.support.drafting import small_draft
from tests.support.running import RunningServer
from touchstone.v1 import (
    calendar_service_pb2 as calendars,
    correction_service_pb2 as corrections,
    correction_service_pb2_grpc,
    draft_editing_pb2 as editing,
    draft_merge_pb2 as merges,
    draft_pb2 as drafts,
    log_service_pb2 as log,
    log_service_pb2_grpc,
)
from touchstone.v1.scorecard_pb2 import SourceFile

_DMN = Path(__file__).resolve().parents[1] / "service" / "input" / "dmn" / "files" / "tariff.dmn"
SIGNED = ("SubmitDraft", "ApproveDraft", "RejectDraft", "PublishDraft", "RepealDraft")
REFUSED = {
    *SIGNED, "CosignCheckpoint", "StampCheckpoint", "ApproveSchemeProfile", "PrepareCaseDecision", "GetCertificateFile",
    "GetIssuerFile", "CompareCaseEvaluations", "GetCaseReport", "GetRegisterEntry", "GetRegisterCredential",
    "GetRegisterPaper", "SubmitRegisterComplaint", "RenewCertificateSignatures",
    "SaveCertificationBody", "CreateIssuingKey", "PrepareDraftStatement",
    "PrepareVersionApproval", "ApproveScorecardVersion",
    "ConfirmMailAddress", "GetUnsubscription", "Unsubscribe", "RetryMailMessage", "CheckSiteSample",
    "AcceptReusableFacts", "GetExpectedChange",
}  # fmt: skip
"""Well-formed calls that the server refuses: they need a trusted signer, a case at a later stage, or a sent message."""
ONCE = {
    "SaveDraftRevision", "RestoreDraftRevision", "BranchDraft", "MergeDraft", "CreateLegalHold", "SaveCasePerson",
    "SaveClient", "TakeCaseStep", "CreateMapping", "DeleteMapping", "RemoveMailAddress",
    "SaveGoods", "DecideSupplierAnswer", "AnswerSupplierRequest", "EndClaim",
    "ProposeSchemeProfile", "DiscardCaseFile", "CreateAccount", "EndAccount",
}  # fmt: skip
"""Calls that are valid only once, or not at the same moment: they name a revision, or lengthen an unpaged list."""


def of_drafts(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    """Return valid requests on a draft of an organisation; without a trust file, nothing can be signed."""
    folder = Path(mkdtemp(dir=Path(server.environment["TOUCHSTONE_GAZETTE"]).parent))
    name = f"{parent}/drafts/small-{uuid.uuid4()}"
    files = small_draft(folder / "desk")
    save = drafts.SaveDraftRevisionRequest(
        name=name, source_files=[SourceFile(path=path, content=text) for path, text in files.items()], note="begun"
    )
    server.scorecards.SaveDraftRevision(save)
    comment = drafts.CreateDraftCommentRequest(
        parent=f"{name}/revisions/1", path=min(files), line=2, text="依据何在？ Why?"
    )
    remarked = server.scorecards.CreateDraftComment(comment)
    statement = drafts.SignDraftRequest(name=name)
    statement.statement.payload = b'{"_type": "https://in-toto.io/Statement/v1"}'
    workbook = server.scorecards.ExportDraftTables(
        editing.ExportDraftTablesRequest(name=name, language_code="en")
    ).content
    saved = drafts.SaveDraftRevisionRequest(name=name, source_files=save.source_files, base_revision=1, note="again")
    requests: dict[str, list[Any]] = {
        "SaveDraftRevision": [saved],
        "CompareDraftRevisions": [
            drafts.CompareDraftRevisionsRequest(
                name=f"{name}/revisions/1", base_name=f"{name}/revisions/1", language_code="zh"
            )
        ],
        "RestoreDraftRevision": [drafts.RestoreDraftRevisionRequest(name=f"{name}/revisions/1", base_revision=2)],
        **_of_merging(server, name),
        "CreateDraftComment": [comment],
        **_of_editing(name, save.source_files, parent),
        **_of_dmn(server, parent),
        "ReadDraftTables": [editing.ReadDraftTablesRequest(name=name, language_code="en", content=workbook)],
        "ResolveDraftComment": [drafts.ResolveDraftCommentRequest(name=remarked.name)],
        "PrepareDraftStatement": [
            drafts.PrepareDraftStatementRequest(name=name, act="ACT_PUBLICATION", person="li.wei", reason="Notice 7")
        ],
        **{method: [statement] for method in SIGNED},
    }
    return requests


def _of_merging(server: RunningServer, name: str) -> dict[str, list[Any]]:
    branch = f"{name}-branch"
    server.scorecards.BranchDraft(merges.BranchDraftRequest(name=name, branch=branch))
    return {
        "BranchDraft": [merges.BranchDraftRequest(name=name, branch=f"{name}-second", note="Notice 7")],
        "PreviewDraftMerge": [
            merges.PreviewDraftMergeRequest(name=name, other=branch, language_code="zh"),
            merges.PreviewDraftMergeRequest(
                name=name, other=branch, base_name=f"{name}/revisions/1", language_code="en"
            ),
        ],
        "MergeDraft": [
            merges.MergeDraftRequest(name=branch, other_revision=f"{name}/revisions/1", base_revision=1, note="merge")
        ],
    }


def _of_dmn(server: RunningServer, parent: str) -> Mapping[str, list[Message]]:
    """Return valid requests about a DMN file, and about a draft that was made from it."""
    convert = editing.ConvertDmnFileRequest(parent=parent, content=_DMN.read_bytes(), card="tariff", language_code="zh")
    converted = server.scorecards.ConvertDmnFile(convert)
    name = f"{parent}/drafts/tariff-{uuid.uuid4()}"
    server.scorecards.SaveDraftRevision(
        drafts.SaveDraftRevisionRequest(name=name, source_files=converted.source_files, note="begun")
    )
    return {
        "ConvertDmnFile": [convert],
        "ExportDraftDmn": [editing.ExportDraftDmnRequest(name=name, language_code="zh")],
    }


def _of_editing(name: str, files: Iterable[SourceFile], parent: str) -> dict[str, list[Any]]:
    (file,) = files
    of: dict[str, Any] = {"name": name, "language_code": "zh"}
    version = "scorecards/small-factory/versions/1.0.0"
    return {
        "AnalyzeDraftFile": [editing.AnalyzeDraftFileRequest(**of, source_file=file, quick_fix_line=5)],
        "CompleteDraftFile": [editing.CompleteDraftFileRequest(name=name, source_file=file, line=5, column=3)],
        "FormatDraftFile": [editing.FormatDraftFileRequest(name=name, source_file=file)],
        "ExportDraftTables": [editing.ExportDraftTablesRequest(**of)],
        "PreviewDraftTables": [
            editing.PreviewDraftTablesRequest(**of, with_tables=True),
            editing.PreviewDraftTablesRequest(
                **of, revision=1, edits=[editing.DraftTableEdit(table=f"{file.path} 1", rows=[])]
            ),
        ],
        "RunDraftExamples": [
            editing.RunDraftExamplesRequest(**of, page_size=2),
            editing.RunDraftExamplesRequest(**of, source_file=file, path=file.path),
        ],
        "ProposeDraftExamples": [editing.ProposeDraftExamplesRequest(**of)],
        "TryDraftSlips": [editing.TryDraftSlipsRequest(**of, page_size=2)],
        "MeasureProofFigures": [
            editing.MeasureProofFiguresRequest(parent=parent, draft_revision=f"{name}/revisions/1", language_code="zh")
        ],
        "MeasureDraftImpact": [
            editing.MeasureDraftImpactRequest(
                parent=parent, scorecard_version=version, base_version=version, page_size=2
            )
        ],
    }


def of_log(server: RunningServer, evaluation: str) -> Mapping[str, list[Message]]:
    """Return valid requests to the log about a logged evaluation."""
    newest = log_service_pb2_grpc.LogServiceStub(server.channel).GetCheckpoint(log.GetCheckpointRequest())
    requests: dict[str, list[Any]] = {
        "GetCheckpoint": [log.GetCheckpointRequest(), log.GetCheckpointRequest(tree_size=newest.tree_size)],
        "GetInclusionProof": [log.GetInclusionProofRequest(name=evaluation, tree_size=newest.tree_size)],
        "GetConsistencyProof": [
            log.GetConsistencyProofRequest(first_tree_size=newest.tree_size, second_tree_size=newest.tree_size)
        ],
        "ListLogEntries": [log.ListLogEntriesRequest(page_size=2, first_position=1)],
        "CosignCheckpoint": [log.CosignCheckpointRequest(note=newest.note)],
        "StampCheckpoint": [log.StampCheckpointRequest(tree_size=newest.tree_size, token=b"0")],
        "GetProofBundle": [
            log.GetProofBundleRequest(name=evaluation),
            log.GetProofBundleRequest(name=evaluation, conclusion_only=True),
        ],
    }
    return requests


def of_corrections(server: RunningServer, parent: str, evaluation: str) -> Mapping[str, list[Message]]:
    """Return valid requests about corrections; one campaign is started and its results are evaluated."""
    fact, energy, issuer = corrections.SUPPORT_KIND_FACT, "small-factory/energy_used", corrections.SUPPORT_KIND_ISSUER
    stub = correction_service_pb2_grpc.CorrectionServiceStub(server.channel)
    begin = corrections.CreateCampaignRequest(
        parent=parent, campaign_id=str(uuid.uuid4()), kind=issuer, value="Grid company", reason="lost its accreditation"
    )
    name = stub.CreateCampaign(begin).name
    again = corrections.ReevaluateCampaignRequest(name=name, maximum_count=3)
    stub.ReevaluateCampaign(again)
    requests: dict[str, list[Any]] = {
        "ListUses": [
            corrections.ListUsesRequest(parent=parent, page_size=2, kind=fact, value=energy, at_least="1", at_most="9"),
            corrections.ListUsesRequest(parent=parent, kind=issuer, value="Grid company"),
        ],
        "CreateCampaign": [begin],
        "ReevaluateCampaign": [again],
        "DisposeCampaignItem": [
            corrections.DisposeCampaignItemRequest(
                name=name,
                evaluation=evaluation,
                disposition=corrections.DISPOSITION_STANDS,
                reason="another report stands behind it",
                person="Li Wei",
            )
        ],
    }
    return requests


def of_days(subject: str) -> Mapping[str, list[Message]]:
    """Return valid requests about calendar days, and about the rules that applied to a subject on a day."""
    parent = subject.partition("/subjects/")[0]
    known = Timestamp(seconds=1_760_000_000)
    requests: dict[str, list[Any]] = {
        "ListCalendarEntries": [
            calendars.ListCalendarEntriesRequest(parent=parent, page_size=2, scorecard="scorecards/small-factory"),
            calendars.ListCalendarEntriesRequest(
                parent=parent, first_date="2026-01-01", last_date="2026-12-31", subjects_named=True, language_code="zh"
            ),
        ],
        "ListRuleCalendarEntries": [
            calendars.ListRuleCalendarEntriesRequest(page_size=2, scorecard="scorecards/small-factory"),
            calendars.ListRuleCalendarEntriesRequest(
                first_date="2026-01-01", last_date="2026-12-31", language_code="zh"
            ),
        ],
        "GetApplied": [
            calendars.GetAppliedRequest(subject=subject, date="2026-03-01"),
            calendars.GetAppliedRequest(subject=subject, date="2026-03-01", known_time=known, language_code="zh"),
        ],
    }
    return requests
