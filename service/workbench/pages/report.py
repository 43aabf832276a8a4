"""Report page of a case: missing particulars, report files (HTML, XLSX, OSCAL) and the digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from rules.contracts import TouchstoneError, message_factory
from service.base.grpc_status import reason_of
from service.base.refusals import Reason, Refusal
from service.workbench.page import Download, Page
from service.workbench.pages.case_pages import case_page_context, step_address
from service.workbench.queries import displayed_evaluation
from touchstone.v1 import case_dossier_service_pb2 as dossiers, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown
    from touchstone.v1 import case_service_pb2 as cases

_message = message_factory(__name__)
_Report = evaluation_service_pb2.Report
_FORMS = {
    "html": (_Report.FORM_PAGE, "text/html"),
    "xlsx": (_Report.FORM_WORKBOOK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (_Report.FORM_OSCAL, "application/json"),
}
_PARTICULARS = ("number", "body", "legal_name", "site", "issue_date")


async def _load(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    name = await displayed_evaluation(page_request, case)
    typed = _particulars(page_request, case, shown)
    shown |= {
        "name": name,
        "typed": typed,
        "lacking": [particular for particular in _PARTICULARS if not typed[particular]],
        "digest": "",
    }
    if not name:
        return shown
    try:
        content = await _fetch_report(page_request, name, "html", typed)
    except TouchstoneError as error:
        if reason_of(error) is not Reason.INVALID_FIELDS:
            raise
        page_request.note_problems(error)
        return shown
    query, digest = urlencode(typed), hashlib.sha256(content).hexdigest()
    conclude_query = urlencode({"evaluation": name, "report_digest": digest})
    return shown | {
        "digest": digest,
        "concluding": [
            (next_step.item, f"{step_address(case, next_step)}?{conclude_query}")
            for next_step in case.next_steps
            if next_step.step == "conclude" and (next_step.item, next_step.step) in shown["mine"]
        ],
        "files": [(form, f"/workbench/cases/{shown['id']}/report/{form}?{query}") for form in _FORMS],
    }


async def _download_report(page_request: PageRequest) -> Download:
    case, _, shown = await case_page_context(page_request)
    name, form = await displayed_evaluation(page_request, case), page_request.path["form"]
    if form not in _FORMS or not name:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_REPORT", form=form[:80], known=list(_FORMS)))
    content = await _fetch_report(page_request, name, form, _particulars(page_request, case, shown))
    return Download(f"{page_request.path['case']}-report.{form}", _FORMS[form][1], content)


def _particulars(page_request: PageRequest, case: cases.Case, shown: Shown) -> dict[str, str]:
    client = shown["client"]
    addresses = [site.address for site in client.sites if site.site in case.content.sites]
    defaults = {"legal_name": client.display_name, "site": "; ".join(addresses)}
    return {name: page_request.query.get(name, defaults.get(name, "")).strip() for name in _PARTICULARS}


async def _fetch_report(page_request: PageRequest, name: str, form: str, typed: Mapping[str, str]) -> bytes:
    request = evaluation_service_pb2.GetReportRequest(
        name=name, language_code=page_request.language, form=_FORMS[form][0]
    )
    if form != "json":
        request.particulars.CopyFrom(evaluation_service_pb2.ReportParticulars(**typed))
    return bytes((await page_request.ask("EvaluationService/GetReport", request)).content)


async def _load_case_report(page_request: PageRequest) -> Shown:
    _, _, shown = await case_page_context(page_request)
    response = await _fetch_case_report(page_request, "html")
    is_same = response.digest == response.concluded_digest
    return shown | {"forms": list(_FORMS), "is_same": is_same, "concluded": response.concluded_digest}


async def _download_case_report(page_request: PageRequest) -> Download:
    form = page_request.path["form"]
    if form not in _FORMS:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_SUCH_REPORT", form=form[:80], known=list(_FORMS)))
    response = await _fetch_case_report(page_request, form)
    return Download(f"{page_request.path['case']}-report.{form}", _FORMS[form][1], response.report.content)


async def _fetch_case_report(page_request: PageRequest, form: str) -> dossiers.CaseReport:
    request = dossiers.GetCaseReportRequest(
        name=f"{page_request.parent}/cases/{page_request.path['case']}",
        language_code=page_request.language,
        form=_FORMS[form][0],
    )
    response: dossiers.CaseReport = await page_request.ask(_CASE_REPORT, request)
    return response


_CALL, _CASE_REPORT = "EvaluationService/GetReport", "DossierService/GetCaseReport"
PAGES = (
    Page("/workbench/cases/{case}/report", "report.html.jinja", _CALL, _load),
    Page("/workbench/cases/{case}/report/{form}", "", _CALL, _download_report),
    Page("/workbench/cases/{case}/case-report", "case_report.html.jinja", _CASE_REPORT, _load_case_report),
    Page("/workbench/cases/{case}/case-report/{form}", "", _CASE_REPORT, _download_case_report),
)
