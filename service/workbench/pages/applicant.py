"""Applicant pages of a case: tasks, one fact per page, findings, and a question to answer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import InputError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.cases import workflow_steps
from service.cases.dossiers import declared_content
from service.output.asking_criteria import asking_criteria
from service.workbench.applicant_tasks import (
    ApplicantTasks,
    days_left,
    fact_tasks,
    finding_tasks,
    question_tasks,
)
from service.workbench.case_documents import TAKES_DOCUMENTS, CaseDocument, add_files, choices_of, load_documents
from service.workbench.message_forms import MessageForm, reporting_at
from service.workbench.page import Moved, Page, PrefilledForm
from service.workbench.pages.case_pages import (
    case_page_context,
    certificate_files,
    item_of,
    steps_since_form,
    take_step_request,
)
from service.workbench.pages.dossier import (
    DECLARED_BY_FORM,
    FactPrompt,
    addressed_fact_prompt,
    fact_prompts,
    has_typed_value,
    known_places,
    load_dossier,
    read_declared_fact,
    reporting_at_form_fields,
    typed_value,
)
from service.workbench.pages.evidence import (
    ASSURANCES,
    STATED_FIELDS,
    rest_on,
    typed_item,
)
from service.workbench.queries import ENDED, item_kind, load_case, state_step
from service.workbench.scorecard_lookup import version_in_force
from service.workbench.titles import requirement_titles, title_of
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from rules.model import Scorecard
    from service.output.asking_criteria import AskingCriterion
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_STAGES = (
    ("applied", "apply", {"submitted", "waiting"}),
    ("agreed", "agree", {"accepted"}),
    ("evaluation", "hand_over", {"contracted", "planned", "evaluating", "evaluated"}),
    ("review", "recommend", {"in_review"}),
    ("decision", "", {"recommended"}),
)
"""Stages shown to applicants, with the step that ends each and its case states."""
_DECISION_STEPS = frozenset({"grant", "refuse"})
_DECIDED_STATES = frozenset({"granted", "certified", "refused"})
_CLOSED_STATES = frozenset({"declined", "refused", "withdrawn_by_client"})
_EVALUATION_DUE_STATES = frozenset({"planned", "evaluating"})
_MINUTES_BY_KIND = {"records": 30}
"""Estimated minutes per fact with the documents at hand."""
_DEFAULT_MINUTES = 3
_STEPS_WITH_FORMS = frozenset({"declare", "answer", "show"})
_FINDING_FORMS = {
    "show": MessageForm(cases.CaseContent, ("evidence", "statement")),
    "answer": MessageForm(cases.CaseContent, ("cause", "correction", "corrective_action")),
}
_QUESTION_FORM = MessageForm(cases.CaseContent, ("statement", "scope", "sites"))
_EVIDENCE_PATH = re.compile(r"evidence\[(?P<id>[^\]]*)\]\.?(?P<part>.*)")
_VALIDITY_FIELDS = {"first_date": "valid_from", "last_date": "valid_until", "validity": "valid_until"}


@dataclass(frozen=True, slots=True)
class _Facts:
    card: Scorecard
    dossier: dossiers.CaseDossier
    prompts: Mapping[str, FactPrompt]
    evidence: dossiers.ListCaseEvidenceResponse
    documents: Sequence[CaseDocument]
    criteria_by_fact: Mapping[str, Sequence[AskingCriterion]]


async def _load_facts(page_request: PageRequest) -> _Facts:
    dossier = await load_dossier(page_request)
    card = await version_in_force(page_request, dossier.scorecard)
    evidence, documents = await load_documents(page_request)
    prompts = await fact_prompts(page_request, dossier.scorecard)
    return _Facts(card, dossier, prompts, evidence, documents, asking_criteria(card, page_request.language))


def _declaring_item(mine: Collection[tuple[str, str]]) -> str | None:
    """Return the surveillance, or empty for the case; None if nothing can be declared."""
    return next((item for item, step in sorted(mine) if step == "declare"), None)


def _tasks(case: cases.Case, mine: Collection[tuple[str, str]], facts: _Facts | None) -> ApplicantTasks:
    may_declare = _declaring_item(mine) is not None
    return ApplicantTasks(
        [] if facts is None else fact_tasks(
            facts.dossier, facts.evidence, facts.prompts, facts.criteria_by_fact, may_declare=may_declare
        ),
        finding_tasks(case, mine), question_tasks(case, mine),
        days_left(case.content.due_date, case.as_of_date) if case.state in _EVALUATION_DUE_STATES else None,
    )  # fmt: skip


async def load_tasks(page_request: PageRequest) -> tuple[cases.Case, ApplicantTasks]:
    """Return the case in the page address, and the tasks of its applicant."""
    case, _, shown = await case_page_context(page_request)
    return case, _tasks(case, shown["mine"], await _load_facts(page_request))


# --- the list ---------------------------------------------------------------------------------------------------------


async def _load_list(page_request: PageRequest) -> Shown | Moved:
    id = page_request.path["case"]
    if not page_request.acts_for_client:
        return await _redirect_to_case(page_request)
    case, _, shown = await case_page_context(page_request)
    part = await page_request.part(_load_facts(page_request))
    facts: _Facts | None = part.answer
    tasks = _tasks(case, shown["mine"], facts)
    decided = case.state in _DECIDED_STATES
    return {
        **shown, "base": f"/workbench/apply/{id}", "tasks": tasks, "problem": part.problem, "facts": facts,
        "title": _title(page_request, facts), "stages": _stages(case), "is_over": case.state in _CLOSED_STATES,
        "is_new": facts is not None and not facts.dossier.revision and bool(tasks.open_facts),
        "minutes": sum(_MINUTES_BY_KIND.get(task.prompt.kind, _DEFAULT_MINUTES) for task in tasks.open_facts),
        "documents_sent": 0 if facts is None else sum(document.is_stored for document in facts.documents),
        "documents_stated": [] if facts is None else _stated_documents(facts),
        "objections": [item for item in case.items if item_kind(item.item) in workflow_steps.APPEALS],
        "certificates": [
            (item, certificate_files(page_request, case, item), _days_of(item, case), state_step(case, item))
            for item in _items(case, "certificates")
        ],
        "audits": [
            (kind, item) for kind in ("surveillances", "recertifications") for item in _items(case, kind)
            if item.state not in ENDED
        ],
        "has_report": decided and bool(case.content.evaluation) and page_request.may("DossierService/GetCaseReport"),
        "is_decided": decided,
        "other_steps": _other_steps(case),
    }  # fmt: skip


def _items(case: cases.Case, kind: str) -> list[cases.CaseItem]:
    return [item for item in case.items if item.item.startswith(f"{kind}/")]


def _other_steps(case: cases.Case) -> list[cases.NextCaseStep]:
    """Return the steps that the user may take and that have no form on these pages."""
    return [
        step for step in case.next_steps
        if not step.hindrance and not step.item and step.step not in _STEPS_WITH_FORMS
    ]  # fmt: skip


def _stated_documents(facts: _Facts) -> list[CaseDocument]:
    return [document for document in facts.documents if facts.evidence.files_kept and document.row.fact_ids]


async def _redirect_to_case(page_request: PageRequest, subpage: str = "") -> Moved:
    _check_applicant_form(page_request)
    await load_case(page_request)
    return Moved(f"/workbench/cases/{page_request.path['case']}{'/' if subpage else ''}{subpage}")


def _title(page_request: PageRequest, facts: _Facts | None) -> str:
    return "" if facts is None else title_of(facts.card.card.titles, page_request.language)


def _days_of(item: cases.CaseItem, case: cases.Case) -> int | None:
    return None if item.state in ENDED else days_left(item.content.last_date, case.as_of_date)


def _stages(case: cases.Case) -> Sequence[tuple[str, str, cases.CaseStep | None]]:
    """Return name, state ("done", "here" or empty) and last step of each stage; empty without a stage."""
    current = next((index for index, (_, _, states) in enumerate(_STAGES) if case.state in states), len(_STAGES))
    if current == len(_STAGES) and case.state not in _DECIDED_STATES:
        return ()
    taken = {step.step: step for step in case.steps if not step.item}
    decision = next((taken[step] for step in _DECISION_STEPS if step in taken), None)
    stages: list[tuple[str, str, cases.CaseStep | None]] = []
    for index, (name, ending, _) in enumerate(_STAGES):
        if index < current:
            stages.append((name, "done", taken.get(ending, decision)))
        else:
            stages.append((name, "here" if index == current else "", None))
    return stages


# --- one fact ---------------------------------------------------------------------------------------------------------


async def _load_fact(page_request: PageRequest) -> Shown | Moved:
    id = page_request.path["case"]
    if not page_request.acts_for_client:
        return await _redirect_to_case(page_request, f"dossier/{page_request.path['fact']}")
    case, _, shown = await case_page_context(page_request)
    facts = await _load_facts(page_request)
    prompt = await addressed_fact_prompt(page_request, facts.dossier)
    tasks = _tasks(case, shown["mine"], facts)
    task = next((task for task in tasks.facts if task.prompt.id == prompt.id), None)
    fact = _declared_fact(facts.dossier, prompt.id)
    evidence_ids, new = _chosen_documents(page_request, facts.documents, fact)
    before, after = tasks.neighbours(prompt.id)
    return {
        **shown, "base": f"/workbench/apply/{id}", "asked": prompt, "fact": fact, "task": task, "facts": facts,
        "may_declare": _declaring_item(shown["mine"]) is not None and task is not None,
        "by_form": prompt.kind in DECLARED_BY_FORM, "typed_value": typed_value(page_request, fact, prompt),
        "position": ([task.prompt.id for task in tasks.facts].index(prompt.id) + 1 if task else 0, len(tasks.facts)),
        "before": before, "after": after, "next_open": tasks.fact_after(prompt.id),
        "choices": choices_of(page_request, facts.documents, prompt.evidence_kinds, evidence_ids, known_places(fact)),
        "new": new,
        "unused": [
            document for document in facts.documents
            if document.is_stored and not document.is_stated and not document.row.items and document not in new
        ],
        "kinds": prompt.evidence_kinds, "assurances": ASSURANCES, "replaceable": _replaceable(facts, fact),
        "issuers": sorted({document.row.evidence.issuer for document in facts.documents if document.is_stated}),
        "files_kept": facts.evidence.files_kept and page_request.may("DossierService/AddCaseFile"),
        "most_bytes": facts.evidence.maximum_bytes,
        "since": steps_since_form(page_request, case),
    }  # fmt: skip


def _declared_fact(dossier: dossiers.CaseDossier, id: str) -> fact_pb2.Fact:
    return next((fact for fact in dossier.content.facts if fact.fact_id == id), fact_pb2.Fact())


def _chosen_documents(
    page_request: PageRequest, documents: Sequence[CaseDocument], fact: fact_pb2.Fact
) -> tuple[list[str], list[CaseDocument]]:
    evidence_ids = page_request.several("rests") if page_request.values else list(fact.value.evidence_ids)
    chosen = page_request.several("new")
    known = [document for document in documents if document.digest in chosen]
    evidence_ids += [document.row.evidence.evidence_id for document in known if document.is_stated]
    return list(dict.fromkeys(evidence_ids)), [
        document for document in known if document.is_stored and not document.is_stated
    ]


def _replaceable(facts: _Facts, fact: fact_pb2.Fact) -> Sequence[tuple[str, str, bool]]:
    return [
        (
            document.row.evidence.evidence_id, document.title,
            any(shortcoming.fact_id == fact.fact_id for shortcoming in document.row.shortcomings),
        )
        for document in facts.documents
        if document.is_stated and document.row.evidence.evidence_id in fact.value.evidence_ids
    ]  # fmt: skip


async def _save_fact(page_request: PageRequest) -> str | PrefilledForm:
    _check_applicant_form(page_request)
    action, base = page_request.typed("do"), f"/workbench/apply/{page_request.path['case']}"
    if action == "add" or page_request.files:
        await _store_files(page_request, "new")
        return PrefilledForm(page_request.address, page_request.values)
    if action == "find":  # document search in a browser without scripts
        return PrefilledForm(page_request.address, page_request.values)
    case, _, shown = await case_page_context(page_request)
    facts = await _load_facts(page_request)
    prompt = await addressed_fact_prompt(page_request, facts.dossier)
    item = _declaring_item(shown["mine"])
    if item is None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NOTHING_DECLARED_NOW"))
    content = _content_with_typed_fact(page_request, facts, prompt, is_taken_back=action == "take_back")
    digests = {item.evidence_id: item.content_digest for item in content.evidence}
    with reporting_at(lambda path: _document_field(path, digests)), reporting_at_form_fields(prompt):
        await _take_client_step(page_request, "declare", cases.CaseContent(dossier=content), item)
    following = _tasks(case, shown["mine"], facts).fact_after(prompt.id)
    return f"{base}/{quote(following)}" if following and action != "later" else f"{base}#f-{prompt.id}"


def _content_with_typed_fact(
    page_request: PageRequest, facts: _Facts, prompt: FactPrompt, *, is_taken_back: bool
) -> dossiers.DossierContent:
    content = declared_content(facts.dossier.content, but=prompt.id)
    if is_taken_back:
        return content
    if not has_typed_value(page_request):
        raise InputError.of("value", _message("NO_VALUE_YET"), "REQUIRED")
    evidence_ids, new = _chosen_documents(page_request, facts.documents, fact_pb2.Fact())
    page_request.values = {**page_request.values, "rests": evidence_ids}
    content.facts.append(read_declared_fact(page_request, prompt, facts.dossier.content))
    problems: list[Violation] = []
    for document in new:
        suffix = _field_suffix(document)
        try:
            item = typed_item(page_request, document, {known.evidence_id for known in content.evidence}, suffix)
        except InputError as error:
            problems.extend(error.violations)
            continue
        content.evidence.append(item)
        rest_on(content, item.evidence_id, {prompt.id}, page_request.typed(f"replaces{suffix}"))
    if problems:
        raise InputError(tuple(problems))
    return content


def _field_suffix(document: CaseDocument) -> str:
    return f"-{document.digest[:8]}"


def _document_field(path: str, digests: Mapping[str, str]) -> str:
    matched = _EVIDENCE_PATH.search(path)
    if matched is None or matched["id"] not in digests:
        return path
    parts = matched["part"].split(".")
    name = next((_VALIDITY_FIELDS.get(part, part) for part in reversed(parts)), "")
    return f"{name if name in STATED_FIELDS else 'kind'}-{digests[matched['id']][:8]}"


async def _store_files(page_request: PageRequest, field: str) -> None:
    stored, problem = await add_files(page_request)
    digests = [*page_request.several(field), *(file.content_digest for file in stored)]
    page_request.values = {**page_request.values, field: list(dict.fromkeys(digests)), "digests": []}
    if problem is not None:
        raise problem


async def _take_client_step(page_request: PageRequest, step: str, content: cases.CaseContent, item: str) -> None:
    request = take_step_request(page_request, step, content, item)
    request.reason = request.reason.strip() or page_request.w["applicant"]["reason"][step]
    await page_request.ask(_TAKE, request)


def _check_applicant_form(page_request: PageRequest) -> None:
    if page_request.answers_form and not page_request.acts_for_client:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("APPLICANTS_PAGE"))


# --- findings, and the question of the certification body -------------------------------------------------------------


async def _load_finding(page_request: PageRequest) -> Shown | Moved:
    id, item = page_request.path["case"], f"{page_request.path['kind']}/{page_request.path['number']}"
    if not page_request.acts_for_client or page_request.path["kind"] != "findings":
        return await _redirect_to_case(page_request, item)
    case, _, shown = await case_page_context(page_request)
    finding = item_of(case, page_request)
    assert finding is not None  # noqa: S101 -- the address names an item
    task = next(task for task in finding_tasks(case, shown["mine"]) if task.item == finding.item)
    listed, documents = await load_documents(page_request)
    chosen = page_request.several("evidence")
    return {
        **shown, "base": f"/workbench/apply/{id}", "item": finding, "task": task,
        "requirement": (await requirement_titles(page_request, case.content.scorecard)).get(
            finding.content.requirement, finding.content.requirement
        ),
        "shown_documents": [
            document for document in documents if document.digest in finding.content.evidence and document.is_stored
        ],
        "documents": [(document, document.digest in chosen) for document in documents if document.is_stored],
        "files_kept": listed.files_kept and page_request.may("DossierService/AddCaseFile"),
        "most_bytes": listed.maximum_bytes, "since": steps_since_form(page_request, case),
    }  # fmt: skip


async def _act_on_finding(page_request: PageRequest) -> str | PrefilledForm:
    _check_applicant_form(page_request)
    base, brought = f"/workbench/apply/{page_request.path['case']}", bool(page_request.files)
    if brought or page_request.typed("do") == "add":
        await _store_files(page_request, "evidence")
        if page_request.typed("do") == "add":
            return PrefilledForm(page_request.address, page_request.values)
    case, _, shown = await case_page_context(page_request)
    finding = item_of(case, page_request)
    task = next((task for task in finding_tasks(case, shown["mine"]) if finding and task.item == finding.item), None)
    if task is None or not task.step:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NOTHING_TO_ANSWER"))
    content = _FINDING_FORMS[task.step].read(page_request, cases.CaseContent())
    known_texts = {_normalized(task.content.statement), _normalized(content.correction)}
    if content.cause and _normalized(content.cause) in known_texts:
        raise InputError.of("cause", _message("CAUSE_REPEATS"), "WRONG_VALUE")
    await _take_client_step(page_request, task.step, content, task.item)
    return f"{base}#findings"


def _normalized(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


async def _load_question(page_request: PageRequest) -> Shown | Moved:
    if not page_request.acts_for_client:
        return await _redirect_to_case(page_request, "steps/answer")
    case, _, shown = await case_page_context(page_request)
    content = case.content
    return {
        **shown, "base": f"/workbench/apply/{page_request.path['case']}",
        "question": _tasks(case, shown["mine"], None).open_question,
        "since": steps_since_form(page_request, case),
        "sites": [(site.site, f"{site.site}{page_request.w['colon']}{site.address}") for site in shown["client"].sites],
        "typed": {
            "statement": page_request.typed("statement"), "scope": page_request.typed("scope", content.scope),
            "sites": page_request.several("sites") if page_request.values else list(content.sites),
        },
    }  # fmt: skip


async def _answer_question(page_request: PageRequest) -> str:
    _check_applicant_form(page_request)
    content = _QUESTION_FORM.read(page_request, cases.CaseContent())
    if not content.statement:
        raise InputError.of("statement", _message("NO_ANSWER"), "REQUIRED")
    await _take_client_step(page_request, "answer", content, "")
    return f"/workbench/apply/{page_request.path['case']}"


_GET, _TAKE = "DossierService/GetCaseDossier", "CaseService/TakeCaseStep"
_LIST = "/workbench/apply/{case}"
PAGES = (
    Page(_LIST, "applicant.html.jinja", _GET, _load_list),
    Page(f"{_LIST}/steps/answer", "applicant_question.html.jinja", _GET, _load_question, _answer_question),
    Page(
        f"{_LIST}/{{fact}}", "applicant_fact.html.jinja", _GET, _load_fact, _save_fact, **TAKES_DOCUMENTS,
    ),
    Page(
        f"{_LIST}/{{kind}}/{{number}}", "applicant_finding.html.jinja", _GET, _load_finding, _act_on_finding,
        **TAKES_DOCUMENTS,
    ),
)  # fmt: skip
