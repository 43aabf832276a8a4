"""Valid requests: at least one of every API method, as seeds for fuzzing and soak tests."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from shutil import copytree
from typing import Any

from google.protobuf import message_factory
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from service.base.declarations import comments, proto_services
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.serving.registry import SERVICES
from tests.reliability.good_cases import of_cases
from tests.reliability.good_claims import of_claims
from tests.reliability.good_drafts import of_corrections, of_days, of_drafts, of_log
from tests.reliability.good_erasures import of_erasures
from tests.reliability.good_exchange import exchange_settings, of_exchange
from tests.reliability.good_files import of_files
from tests.reliability.good_goods import of_goods
from tests.reliability.good_setup import of_setup
from tests.support.calling import request_for
from tests.support.followed_feeds import unreachable_feed
from tests.support.planning import GOAL_DATE, goal, measures, plan_request
from tests.support.running import ROOT, RunningServer
from tests.support.small_card import small_card, small_subject
from touchstone.v1 import (
    cbam_service_pb2 as cbam,
    evaluation_service_pb2 as evaluations,
    feed_service_pb2 as feeds,
    plan_pb2,
    plan_service_pb2 as plans,
    promotion_pb2 as promotion,
    scorecard_service_pb2 as scorecards,
    screening_service_pb2 as screenings,
    self_check_service_pb2 as self_checks,
    shadow_service_pb2 as shadow,
)
from touchstone.v1.draft_pb2 import SignedStatement
from touchstone.v1.fact_pb2 import Fact

_DOSSIERS = (
    ("zero-carbon-factory", "worked-factory.yaml"),
    ("csr-three-stage", "csr-three-stage/synthetic-power-companies.jsonl"),
    ("eu-battery", "eu-battery-ev.yaml"),
)
_CARD = "scorecards/small-factory"
_VERSION = f"{_CARD}/versions/1.0.0"
_FORMAT = re.compile(r"`((?:organizations|scorecards)/\{[^`]*)`")
"""Resource name pattern in the comment of a field."""
_PLACE = re.compile(r"\\\{\w+\\\}")
_GOODS = b"\n".join((ROOT / "examples" / "cbam" / "goods-2026.csv").read_bytes().splitlines()[:3])
_MEASURES = b"currency: CNY\nmeasures:\n  - {id: solar, effects: {renewable_share: {value: 85 %}}, cost_once: 900}\n"
_CLAIM = "Our bottle is carbon neutral and 100 % recycled. 本产品碳中和。"


def _values_alone(facts: Iterable[Fact]) -> list[Fact]:
    """Return facts with values only, as a self-check accepts them."""
    values = [Fact(fact_id=fact.fact_id, value=fact.value) for fact in facts]
    for fact in values:
        for value in (fact.value, *(part for record in fact.value.records.values for part in record.fields.values())):
            value.ClearField("evidence_ids")
    return values


@cache
def methods() -> dict[str, MethodDescriptor]:
    return {f"/{name}/{method.name}": method for name in SERVICES for method in proto_services()[name].methods}


def full_server(folder: Path, **environment: Any) -> RunningServer:
    """Start a server that stores evidence files, sends mail and fetches files, with all scorecards and a small one."""
    gazette, files = folder / "full", folder / "files"
    copytree(ROOT / "scorecards", gazette)
    write_version(gazette, small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    return RunningServer(
        folder, gazette, TOUCHSTONE_EVIDENCE_FILES=str(files), TOUCHSTONE_SELF_CHECK="all",
        TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR="0",
        TOUCHSTONE_FEEDS=unreachable_feed(folder),
        **exchange_settings(folder, small_subject().subject.split("/")[1]), **environment,
    )  # fmt: skip


def call(channel: Any, path: str, contents: Sequence[bytes], **options: Any) -> None:
    """Send bytes to a method of any kind and take all of its answer; a method that takes no stream has them as one."""
    method = methods().get(path)
    if method is not None and method.client_streaming:
        list(channel.stream_stream(path)(iter(contents), **options))
    elif method is not None and method.server_streaming:
        list(channel.unary_stream(path)(b"".join(contents), **options))
    else:
        channel.unary_unary(path)(b"".join(contents), **options)


def good_calls(server: RunningServer) -> dict[str, list[Message]]:
    """Return valid requests by method path; the resources they name are created first."""
    evaluate: list[Any] = [request_for(small_subject()), *_of_dossiers(Path(server.environment["TOUCHSTONE_GAZETTE"]))]
    stored = [server.evaluations.EvaluateSubject(one) for one in evaluate]
    name, subject = stored[0].name, evaluate[0].subject
    parent = name.partition("/evaluations/")[0]
    export = scorecards.ExportScorecardVersionRequest(
        name=stored[1].record.scorecard_version,
        form=scorecards.ExportScorecardVersionRequest.FORM_FEATURE,
        language_code="en",
    )
    exported = server.scorecards.ExportScorecardVersion(export)
    draft = evaluations.ScorecardDraft(source_files=exported.source_files)
    export_published = scorecards.ExportScorecardVersionRequest(
        name=_VERSION, form=scorecards.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    published = server.scorecards.ExportScorecardVersion(export_published)
    requests_by_method: dict[str, list[Any]] = {
        "EvaluateSubject": evaluate,
        "StreamEvaluateSubjects": evaluate,
        "GetEvaluation": [evaluations.GetEvaluationRequest(name=one.name) for one in stored],
        "ListEvaluations": [
            evaluations.ListEvaluationsRequest(
                parent=parent, page_size=2, filter="record.conclusion.grade = gold", order_by="create_time desc"
            )
        ],
        "SimulateEvaluation": [
            evaluations.SimulateEvaluationRequest(evaluation=name, facts=request_for(small_subject()).facts[:1]),
            evaluations.SimulateEvaluationRequest(request=request_for(small_subject(), request_id=str(uuid.uuid4()))),
            evaluations.SimulateEvaluationRequest(evaluation=stored[1].name, scorecard_draft=draft),
        ],
        "RankSubjects": [
            evaluations.RankSubjectsRequest(
                parent=stored[2].name.partition("/evaluations/")[0],
                scorecard_version=stored[2].record.scorecard_version,
            )
        ],
        "SummarizeEvaluations": [
            evaluations.SummarizeEvaluationsRequest(parent=parent),
            evaluations.SummarizeEvaluationsRequest(
                parent=parent, selection=evaluations.ResultSelection(scorecard=_CARD)
            ),
        ],
        "ListCountedResults": [
            evaluations.ListCountedResultsRequest(parent=parent, selection=evaluations.ResultSelection(scorecard=_CARD))
        ],
        "ExportEvaluations": [
            evaluations.ExportEvaluationsRequest(
                parent=parent, selection=evaluations.ResultSelection(scorecard=_CARD), form=form
            )
            for form in ("FORM_CSV", "FORM_PARQUET")
        ],
        "VerifyEvaluationTrail": [
            evaluations.VerifyEvaluationTrailRequest(name=name),
            evaluations.VerifyEvaluationTrailRequest(evaluation=stored[0]),
        ],
        "ListScorecardVersions": [scorecards.ListScorecardVersionsRequest(parent=_CARD, as_of_date="2026-03-01")],
        "SearchScorecardRules": [
            scorecards.SearchScorecardRulesRequest(search="gold", language_code="en", page_size=2)
        ],
        "ListReferenceTableEditions": [
            scorecards.ListReferenceTableEditionsRequest(parent="referenceTables/cbam-mark-up")
        ],
        "ListReferenceTableRows": [
            scorecards.ListReferenceTableRowsRequest(
                parent="referenceTables/cbam-mark-up/editions/2025-12-31", page_size=2
            )
        ],
        "ListScorecardRules": [
            scorecards.ListScorecardRulesRequest(parent=_VERSION, language_code="zh", part="facts", page_size=2)
        ],
        "GetInputSchema": [scorecards.GetInputSchemaRequest(name=f"{_VERSION}/inputSchema")],
        "ExportScorecardVersion": [export],
        "ImportScorecardVersion": [
            promotion.ImportScorecardVersionRequest(
                source_files=[*published.source_files, *published.publication_files], validate_only=validate_only
            )
            for validate_only in (True, False)
        ],
        "GetVersionApprovals": [promotion.GetVersionApprovalsRequest(name=_VERSION, language_code="zh")],
        "PrepareVersionApproval": [promotion.PrepareVersionApprovalRequest(name=_VERSION, person="li.wei")],
        "ApproveScorecardVersion": [
            promotion.ApproveScorecardVersionRequest(
                name=_VERSION, statement=SignedStatement(payload=b'{"_type": "https://in-toto.io/Statement/v1"}')
            )
        ],
        "GetProofFigures": [scorecards.GetProofFiguresRequest(name=_VERSION, language_code="zh")],
        "DiffScorecardVersions": [
            scorecards.DiffScorecardVersionsRequest(name=_VERSION, base_name=_VERSION, language_code="en")
        ],
        "ListOfferedScorecards": [self_checks.ListOfferedScorecardsRequest(page_size=2)],
        "GetQuestionnaire": [self_checks.GetQuestionnaireRequest(name=f"{_CARD}/questionnaire", language_code="zh")],
        "TryScorecard": [
            self_checks.TryScorecardRequest(scorecard=_CARD),
            self_checks.TryScorecardRequest(
                scorecard=_CARD,
                facts=_values_alone(evaluate[0].facts),
                settings=evaluate[0].settings,
                language_code="en",
            ),
        ],
        "ReadAnswers": [
            self_checks.ReadAnswersRequest(
                scorecard="scorecards/eu-battery", content=(ROOT / "examples" / "eu-battery-ev.yaml").read_bytes()
            )
        ],
        "TryPlan": [
            self_checks.TryPlanRequest(
                scorecard=_CARD,
                facts=_values_alone(evaluate[0].facts),
                settings=evaluate[0].settings,
                measures=measures(),
                goal=goal(),
            )
        ],
        "TryMeasures": [self_checks.TryMeasuresRequest(scorecard=_CARD, settings=evaluate[0].settings)],
        **_of_plans(name),
        "GetFeed": [feeds.GetFeedRequest(name="feeds/association", language_code="zh")],
        "DeclareGoods": [cbam.DeclareGoodsRequest(goods=cbam.GoodsFile(content=_GOODS))],
        "ScreenClaims": [screenings.ScreenClaimsRequest(text=_CLAIM, language_codes=["en", "zh"])],
        "CheckClaims": [screenings.CheckClaimsRequest(text=_CLAIM, jurisdictions=["EU-DE", "CN"])],
        "ExportClaims": [
            screenings.ExportClaimsRequest(
                check=screenings.CheckClaimsRequest(text=_CLAIM, jurisdictions=["EU-DE"]), format=form
            )
            for form in ("CLAIM_REPORT_FORMAT_HTML", "CLAIM_REPORT_FORMAT_DOCX")
        ],
        **of_drafts(server, parent.partition("/subjects/")[0]),
        **of_log(server, name),
        **of_corrections(server, parent, name),
        **of_days(subject),
        "SubmitShadowRequest": [_shadow_request(evaluate[0], parent)],
        **of_cases(server, parent),
        **of_claims(server, parent),
        **of_erasures(server, parent.partition("/subjects/")[0]),
        **of_exchange(server, parent.partition("/subjects/")[0]),
        **of_files(server, parent.partition("/subjects/")[0]),
        **of_goods(server, parent.partition("/subjects/")[0]),
        **of_setup(server, parent.partition("/subjects/")[0]),
    }
    assert subject.startswith(parent)
    names = _names(one for requests in requests_by_method.values() for one in requests)
    return {
        path: requests_by_method.get(method.name) or [_derived(method, names)] for path, method in methods().items()
    }


def _of_plans(evaluation: str) -> dict[str, list[Any]]:
    """Return valid requests of PlanService, which stores nothing."""
    return {
        "PlanImprovement": [
            plan_request(time_limit=2),
            plans.PlanImprovementRequest(
                evaluation=evaluation, measures=measures(), goal=goal(kind="PLAN_GOAL_KIND_EVERY_GRADE", grade="")
            ),
        ],
        "PlanGroup": [
            plans.PlanGroupRequest(
                members=[plans.GroupMember(id="stored", evaluation=evaluation)],
                measures=measures(),
                goal=plan_pb2.GroupGoal(kind=kind, budget="1000", date=GOAL_DATE),
                time_limit=2,
            )
            for kind in ("GROUP_GOAL_KIND_GRADES", "GROUP_GOAL_KIND_HIGHEST")
        ],
        "ProposeMeasures": [plans.ProposeMeasuresRequest(evaluation=evaluation, currency="EUR", language_code="zh")],
        "ReadMeasures": [plans.ReadMeasuresRequest(scorecard=_CARD, content=_MEASURES)],
        "WriteMeasures": [
            plans.WriteMeasuresRequest(scorecard=_VERSION, measures=measures(), form=form)
            for form in ("FORM_YAML", "FORM_WORKBOOK")
        ],
        "WritePlanReport": [
            plans.WritePlanReportRequest(
                result=plan_pb2.PlanResult(scorecard_version=_VERSION, grade_now="silver"),
                measures=measures(),
                goal=goal(),
                form=form,
                language_code="zh",
            )
            for form in ("FORM_PDF", "FORM_DOCUMENT", "FORM_WORKBOOK")
        ],
    }


def _shadow_request(request: Any, parent: str) -> Message:
    forwarded = shadow.SubmitShadowRequestRequest(
        parent=parent, request=request, scorecard_version=_VERSION, sample_digest="0" * 64
    )
    forwarded.request.known_time.FromJsonString("2026-03-01T00:00:00Z")
    return forwarded


def _names(requests: Iterable[Message]) -> list[str]:
    """Return the values of all resource name fields."""
    fields = ((one, field) for one in requests for field in one.DESCRIPTOR.fields)
    return [getattr(one, field.name) for one, field in fields if _FORMAT.search(comments()[field.full_name])]


def _derived(method: MethodDescriptor, names: Sequence[str]) -> Message:
    """Build a valid request for a method that needs only names of existing resources, a language and a page size."""
    request = message_factory.GetMessageClass(method.input_type)()
    for field in method.input_type.fields:
        comment, chosen = comments()[field.full_name], field.containing_oneof is not None and field.index == 0
        if field.name == "page_size":
            setattr(request, field.name, 2)
        elif field.name == "language_code":
            setattr(request, field.name, "en")
        elif comment.startswith("Required") or chosen:
            form = _FORMAT.search(comment)
            assert form is not None, f"{field.full_name} has no format, so give a right call of {method.name} here"
            named = re.compile(_PLACE.sub("[^/]+", re.escape(form[1])))
            setattr(request, field.name, next(filter(named.fullmatch, names)))
    return request


def _of_dossiers(gazette: Path) -> Sequence[Message]:
    published = Gazette(gazette)
    requests = []
    for card, name in _DOSSIERS:
        version = published.newest(card)
        content = (ROOT / "examples" / name).read_bytes()
        content = content.partition(b"\n")[0] if name.endswith(".jsonl") else content
        read = read_dossier(content, version.scorecard, as_of="2026-11-20", settings={})
        requests.append(request_for(read.subject, scorecard=f"scorecards/{card}"))
    return requests
