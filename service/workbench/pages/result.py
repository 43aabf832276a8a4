"""Result pages of one evaluation: conclusion with reasons, trail, report and proof bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
from google.protobuf.json_format import MessageToDict

from service.output.report.double_use import double_use_sentence, double_uses
from service.workbench.page import LIVE, Download, Page
from service.workbench.pages.results import standing_word
from service.workbench.pages.score import load_result
from service.workbench.queries import MOST, id_of, listed_all
from service.workbench.titles import card_title
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2 as evaluations, log_service_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_GET, _STEPS = "EvaluationService/GetEvaluation", "EvaluationService/ListTrailSteps"
_REPORT, _BUNDLE = "EvaluationService/GetReport", "LogService/GetProofBundle"
_STEPS_PER_PAGE = 100
_JSON = "application/json"


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/evaluations/{page_request.path['evaluation']}"


async def _load(page_request: PageRequest) -> Shown:
    shown = await load_result(page_request, _name(page_request))
    evaluation = shown["evaluation"]
    _, card, _, version = evaluation.record.scorecard_version.split("/")
    known = await card_title(page_request, f"scorecards/{card}")
    uses = double_uses(evaluation.archive_findings)
    return {
        **shown, "id": id_of(evaluation.name), "subject": id_of(evaluation.record.subject), "card": card,
        "version": version, "title": known.title, "standing_word": standing_word,
        "double_uses": [double_use_sentence(finding, page_request.language) for finding in uses],
    }  # fmt: skip


async def _load_trail(page_request: PageRequest) -> Shown | Download:
    id = page_request.path["evaluation"]
    if page_request.query.get("form") == "json":
        all_steps = evaluations.ListTrailStepsRequest(parent=_name(page_request), page_size=MOST)
        steps = [MessageToDict(step) async for step in listed_all(page_request, _STEPS, all_steps, "trail_steps")]
        return Download(f"{id}-trail.json", _JSON, orjson.dumps(steps, option=orjson.OPT_INDENT_2))
    evaluation = await page_request.ask(
        _GET, evaluations.GetEvaluationRequest(name=_name(page_request), view=evaluation_pb2.EVALUATION_VIEW_BASIC)
    )
    page_of_steps = evaluations.ListTrailStepsRequest(
        parent=evaluation.name, page_size=_STEPS_PER_PAGE, page_token=page_request.query.get("page_token", "")
    )
    listed = await page_request.ask(_STEPS, page_of_steps)
    return {
        "id": id, "subject": id_of(evaluation.record.subject), "record_digest": evaluation.record_digest,
        "steps": [(step, _sentence(step, page_request.language)) for step in listed.trail_steps],
        "next": listed.next_page_token,
    }  # fmt: skip


def _sentence(step: evaluation_pb2.TrailStep, language: str) -> str:
    payload = orjson.loads(step.payload_json)
    sentence = payload.get("sentence") if isinstance(payload, dict) else None
    return str(sentence.get(language, "")) if isinstance(sentence, dict) else ""


async def _load_report(page_request: PageRequest) -> Download:
    request = evaluations.GetReportRequest(
        name=_name(page_request), language_code=page_request.language, form="FORM_PAGE"
    )
    report = await page_request.ask(_REPORT, request)
    return Download(f"{page_request.path['evaluation']}.html", report.media_type, report.content)


async def _load_bundle(page_request: PageRequest) -> Download:
    bundle = await page_request.ask(_BUNDLE, log_service_pb2.GetProofBundleRequest(name=_name(page_request)))
    return Download(f"{page_request.path['evaluation']}-bundle.json", _JSON, bundle.content)


_RESULT_PATH = "/workbench/results/{evaluation}"
PAGES = (
    Page(_RESULT_PATH, "result.html.jinja", _GET, _load, script=LIVE),
    Page(f"{_RESULT_PATH}/trail", "result_trail.html.jinja", _STEPS, _load_trail),
    Page(f"{_RESULT_PATH}/report", "", _REPORT, _load_report),
    Page(f"{_RESULT_PATH}/bundle", "", _BUNDLE, _load_bundle),
)
