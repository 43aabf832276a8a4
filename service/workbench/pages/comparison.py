"""Comparison page: changes from the previous evaluation of a case, surveillance or recertification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import error_message
from service.base.refusals import Reason, Refusal
from service.workbench.conclusions import conclusion_summary, criterion_result
from service.workbench.page import Page
from service.workbench.pages.case_pages import case_page_context
from service.workbench.scorecard_lookup import version_of
from service.workbench.titles import titles
from touchstone.v1 import case_dossier_service_pb2 as dossiers, evaluation_service_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    item = page_request.query.get("item", "")
    request = dossiers.CompareCaseEvaluationsRequest(name=case.name, item=item)
    items = [each.item for each in case.items if each.item.startswith(("surveillances/", "recertifications/"))]
    try:
        compared = await page_request.ask("DossierService/CompareCaseEvaluations", request)
    except Refusal as refusal:
        if refusal.reason is not Reason.CASE_NOT_FOUND:
            raise
        return {
            **shown,
            "compared": None,
            "items": items,
            "item": item,
            "nothing": page_request.localize(error_message(refusal)),
        }
    difference = compared.difference
    wanted = evaluation_service_pb2.GetEvaluationRequest(name=compared.evaluation)
    evaluation = await page_request.ask("EvaluationService/GetEvaluation", wanted)
    return {
        **shown, "compared": compared, "items": items, "item": item,
        "ends": [conclusion_summary(conclusion) for conclusion in (difference.before, difference.after)],
        "titles": titles(await version_of(page_request, evaluation.record.scorecard_version), page_request.language),
        "moved": [
            (criterion.criterion_id, criterion_result(criterion.before), criterion_result(criterion.after))
            for criterion in difference.criterion_differences
        ],
    }  # fmt: skip


_CALL = "DossierService/CompareCaseEvaluations"
PAGES = (Page("/workbench/cases/{case}/comparison", "comparison.html.jinja", _CALL, _load),)
