"""Applicant pages of a case: what is asked, one fact a page, findings to answer, and a question of the body."""

from __future__ import annotations

import re
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from rules.contracts import InputError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.cases import workflow_steps
from service.output.asking_criteria import asking_criteria
from service.workbench.applicant_tasks import (
    ApplicantTasks,
    days_left,
    fact_tasks,
    finding_tasks,
    question_tasks,
)
from service.workbench.case_documents import TAKES_DOCUMENTS, CaseDocument, add_files, choices_of, load_documents
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
    declared_content,
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
from service.workbench.titles import title_of
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from rules.model import Scorecard
    from service.output.asking_criteria import AskingCriterion
    from service.workbench.page import PageRequest, Shown

_say = message_factory(__name__)

_STAGES = (
    ("applied", "apply", {"submitted", "waiting"}),
    ("agreed", "agree", {"accepted"}),
    ("evaluation", "hand_over", {"contracted", "planned", "evaluating", "evaluated"}),
    ("review", "recommend", {"in_review"}),
    ("decision", "", {"recommended"}),
)
"""The stages as applicants are told them: the step that ends each, and the states in which a case is there."""
_DECIDING = frozenset({"grant", "refuse"})
_DECIDED = frozenset({"granted", "certified", "refused"})
_OVER = frozenset({"declined", "refused", "withdrawn_by_client"})
"""The states of a case in which nothing more is asked."""
_DUE_IN = frozenset({"planned", "evaluating"})
"""The states in which the day of the case is that of its evaluation."""
_MINUTES = {"records": 30}
"""How long a fact takes by its kind, with the documents at hand; every other takes `_MINUTES_EACH`."""
_MINUTES_EACH = 3
_OF_OTHER_PAGES = frozenset({"declare", "answer", "show"})
"""The client's steps that these pages have forms for."""
_OF_ANSWER = ("cause", "correction", "corrective_action")
_OF_EVIDENCE = re.compile(r"evidence\[(?P<id>[^\]]*)\]\.?(?P<part>.*)")
_STATED_AS = {"first_date": "valid_from", "last_date": "valid_until", "validity": "valid_until"}
"""The fields of the form in which parts of the validity of a document are typed."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of the facts of a case, and how the card asks for them."""

    card: Scorecard
    dossier: dossiers.CaseDossier
    prompts: Mapping[str, FactPrompt]
    evidence: dossiers.ListCaseEvidenceResponse
    documents: Sequence[CaseDocument]
    asked_by: Mapping[str, Sequence[AskingCriterion]]


async def _load_facts(page_request: PageRequest) -> _Facts:
    dossier = await load_dossier(page_request)
    card = await version_in_force(page_request, dossier.scorecard)
    evidence, documents = await load_documents(page_request)
    prompts = await fact_prompts(page_request, dossier.scorecard)
    return _Facts(card, dossier, prompts, evidence, documents, asking_criteria(card, page_request.language))


def _declaring_item(mine: Collection[tuple[str, str]]) -> str | None:
    """Name in what facts may be declared now: empty for the case, else a surveillance; None if in nothing."""
    return next((item for item, step in sorted(mine) if step == "declare"), None)


def _tasks(case: cases.Case, mine: Collection[tuple[str, str]], facts: _Facts | None) -> ApplicantTasks:
    may_declare = _declaring_item(mine) is not None
    return ApplicantTasks(
        [] if facts is None else fact_tasks(
            facts.dossier, facts.evidence, facts.prompts, facts.asked_by, may_declare=may_declare
        ),
        finding_tasks(case, mine), question_tasks(case, mine),
        days_left(case.content.due_date, case.as_of_date) if case.state in _DUE_IN else None,
    )  # fmt: skip


async def load_tasks(page_request: PageRequest) -> tuple[cases.Case, ApplicantTasks]:
    """Return the case that the address names, and what is asked of its applicant."""
    case, _, shown = await case_page_context(page_request)
    return case, _tasks(case, shown["mine"], await _load_facts(page_request))


# --- the list ---------------------------------------------------------------------------------------------------------


async def _load_list(page_request: PageRequest) -> Shown | Moved:
    """Give all that is asked; whoever works for the body is led to the case."""
    id = page_request.path["case"]
    if not page_request.acts_for_client:
        return await _to_case(page_request)
    case, _, shown = await case_page_context(page_request)
    part = await page_request.part(_load_facts(page_request))
    facts: _Facts | None = part.answer
    tasks = _tasks(case, shown["mine"], facts)
    decided = case.state in _DECIDED
    return {
        **shown, "base": f"/workbench/apply/{id}", "tasks": tasks, "problem": part.problem, "facts": facts,
        "title": _title(page_request, facts), "stages": _stages(case), "is_over": case.state in _OVER,
        "is_new": facts is not None and not facts.dossier.revision and bool(tasks.open_facts),
        "minutes": sum(_MINUTES.get(task.prompt.kind, _MINUTES_EACH) for task in tasks.open_facts),
        "documents_sent": 0 if facts is None else sum(document.is_kept for document in facts.documents),
        "documents_stated": [] if facts is None else _stated_documents(facts),
        "objections": [item for item in case.items if item_kind(item.item) in workflow_steps.APPEALS],
        "certificates": [
            (item, certificate_files(page_request, case, item), _days_of(item, case), state_step(case, item))
            for item in case.items if item.item.startswith("certificates/")
        ],
        "surveillances": [
            item for item in case.items if item.item.startswith("surveillances/") and item.state not in ENDED
        ],
        "has_report": decided and bool(case.content.evaluation) and page_request.may("DossierService/GetCaseReport"),
        "is_decided": decided,
        "other_steps": [
            step for step in case.next_steps
            if not step.hindrance and not step.item and step.step not in _OF_OTHER_PAGES
        ],
    }  # fmt: skip


def _stated_documents(facts: _Facts) -> list[CaseDocument]:
    """Return the documents on which facts are based, where the server keeps files of documents."""
    return [document for document in facts.documents if facts.evidence.files_kept and document.row.fact_ids]


async def _to_case(page_request: PageRequest, place: str = "") -> Moved:
    """Lead whoever works for the body to the page of the case, if there is one that they may see; no form of theirs."""
    _check_form(page_request)
    await load_case(page_request)
    return Moved(f"/workbench/cases/{page_request.path['case']}{'/' if place else ''}{place}")


def _title(page_request: PageRequest, facts: _Facts | None) -> str:
    """Give the title of the card; empty if it cannot be told now."""
    return "" if facts is None else title_of(facts.card.card.titles, page_request.language)


def _days_of(item: cases.CaseItem, case: cases.Case) -> int | None:
    return None if item.state in ENDED else days_left(item.content.last_date, case.as_of_date)


def _stages(case: cases.Case) -> Sequence[tuple[str, str, cases.CaseStep | None]]:
    """Give the stages: `done`, `here` or neither, with the step that ended each; none where the case left them."""
    here = next((place for place, (_, _, states) in enumerate(_STAGES) if case.state in states), len(_STAGES))
    if here == len(_STAGES) and case.state not in _DECIDED:
        return ()
    taken = {step.step: step for step in case.steps if not step.item}
    decision = next((taken[step] for step in _DECIDING if step in taken), None)
    stages: list[tuple[str, str, cases.CaseStep | None]] = []
    for place, (name, ending, _) in enumerate(_STAGES):
        if place < here:
            stages.append((name, "done", taken.get(ending, decision)))
        else:
            stages.append((name, "here" if place == here else "", None))
    return stages


# --- one fact ---------------------------------------------------------------------------------------------------------


async def _load_fact(page_request: PageRequest) -> Shown | Moved:
    """Give one fact as a question; whoever works for the body is led to its page in the dossier."""
    id = page_request.path["case"]
    if not page_request.acts_for_client:
        return await _to_case(page_request, f"dossier/{page_request.path['fact']}")
    case, _, shown = await case_page_context(page_request)
    facts = await _load_facts(page_request)
    asked = await addressed_fact_prompt(page_request, facts.dossier)
    tasks = _tasks(case, shown["mine"], facts)
    task = next((task for task in tasks.facts if task.prompt.id == asked.id), None)
    fact = _declared_fact(facts.dossier, asked.id)
    rests, new = _chosen_documents(page_request, facts.documents, fact)
    before, after = tasks.neighbours(asked.id)
    return {
        **shown, "base": f"/workbench/apply/{id}", "asked": asked, "fact": fact, "task": task, "facts": facts,
        "may_declare": _declaring_item(shown["mine"]) is not None and task is not None,
        "by_form": asked.kind in DECLARED_BY_FORM, "typed_value": typed_value(page_request, fact, asked),
        "position": ([task.prompt.id for task in tasks.facts].index(asked.id) + 1 if task else 0, len(tasks.facts)),
        "before": before, "after": after, "next_open": tasks.fact_after(asked.id),
        "choices": choices_of(page_request, facts.documents, asked.evidence_kinds, rests, known_places(fact)),
        "new": new,
        "unused": [
            document for document in facts.documents
            if document.is_kept and not document.is_stated and not document.row.items and document not in new
        ],
        "kinds": asked.evidence_kinds, "assurances": ASSURANCES, "replaceable": _replaceable(facts, fact),
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
    """Give the evidence that a fact rests on, as typed or declared, and documents of which it is still to be said."""
    rests = page_request.several("rests") if page_request.values else list(fact.value.evidence_ids)
    chosen = page_request.several("new")
    known = [document for document in documents if document.digest in chosen]
    rests += [document.row.evidence.evidence_id for document in known if document.is_stated]
    return list(dict.fromkeys(rests)), [document for document in known if document.is_kept and not document.is_stated]


def _replaceable(facts: _Facts, fact: fact_pb2.Fact) -> Sequence[tuple[str, str, bool]]:
    """Give the documents that the fact rests on, by id and title, and whether they do not count for it."""
    return [
        (
            document.row.evidence.evidence_id, document.title,
            any(shortcoming.fact_id == fact.fact_id for shortcoming in document.row.shortcomings),
        )
        for document in facts.documents
        if document.is_stated and document.row.evidence.evidence_id in fact.value.evidence_ids
    ]  # fmt: skip


async def _save_fact(page_request: PageRequest) -> str | PrefilledForm:
    """Declare the fact, with new documents once it is said what they are; nothing typed is lost on the way there."""
    _check_form(page_request)
    doing, base = page_request.typed("do"), f"/workbench/apply/{page_request.path['case']}"
    if doing == "add" or page_request.files:
        await _keep_files(page_request, "new")
        return PrefilledForm(page_request.address, page_request.values)
    if doing == "find":  # documents, by a browser without scripts
        return PrefilledForm(page_request.address, page_request.values)
    case, _, shown = await case_page_context(page_request)
    facts = await _load_facts(page_request)
    asked = await addressed_fact_prompt(page_request, facts.dossier)
    item = _declaring_item(shown["mine"])
    if item is None:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NOTHING_DECLARED_NOW"))
    content = _declared_with(page_request, facts, asked, is_taken_back=doing == "take_back")
    with _reporting_at_documents(content), reporting_at_form_fields(asked):
        await _take(page_request, "declare", cases.CaseContent(dossier=content), item)
    following = _tasks(case, shown["mine"], facts).fact_after(asked.id)
    return f"{base}/{quote(following)}" if following and doing != "later" else f"{base}#f-{asked.id}"


def _declared_with(
    page_request: PageRequest, facts: _Facts, asked: FactPrompt, *, is_taken_back: bool
) -> dossiers.DossierContent:
    """Give all that is declared, with the fact as it was typed, resting on new documents, too.

    Raises:
        InputError: no value was typed, or it is not said what a document is.
    """
    content = declared_content(facts.dossier.content, but=asked.id)
    if is_taken_back:
        return content
    if not has_typed_value(page_request):
        raise InputError((Violation("value", _say("NO_VALUE_YET"), "REQUIRED"),))
    rests, new = _chosen_documents(page_request, facts.documents, fact_pb2.Fact())
    page_request.values = {**page_request.values, "rests": rests}
    content.facts.append(read_declared_fact(page_request, asked, facts.dossier.content))
    problems: list[Violation] = []
    for document in new:
        ending = _ending(document)
        try:
            item = typed_item(page_request, document, {known.evidence_id for known in content.evidence}, ending)
        except InputError as error:
            problems.extend(error.violations)
            continue
        content.evidence.append(item)
        rest_on(content, item.evidence_id, {asked.id}, page_request.typed(f"replaces{ending}"))
    if problems:
        raise InputError(tuple(problems))
    return content


def _ending(document: CaseDocument) -> str:
    """Give the ending by which the fields of a document differ from those of others in a form."""
    return f"-{document.digest[:8]}"


@contextmanager
def _reporting_at_documents(content: dossiers.DossierContent) -> Iterator[None]:
    """Have what is wrong with a new document told at the fields of the form that say what it is."""
    digests = {item.evidence_id: item.content_digest for item in content.evidence}
    try:
        yield
    except InputError as error:
        raise InputError(
            tuple(
                Violation(_document_field(violation.field, digests), violation.description, violation.reason)
                for violation in error.violations
            )
        ) from None


def _document_field(path: str, digests: Mapping[str, str]) -> str:
    """Give the field of the form in which a part of a document is typed; of anything else, its whole path."""
    matched = _OF_EVIDENCE.search(path)
    if matched is None or matched["id"] not in digests:
        return path
    parts = matched["part"].split(".")
    name = next((_STATED_AS.get(part, part) for part in reversed(parts)), "")
    return f"{name if name in STATED_FIELDS else 'kind'}-{digests[matched['id']][:8]}"


async def _keep_files(page_request: PageRequest, field: str) -> None:
    """Keep the files that a form brought, and add their digests to what was typed in a field.

    Raises:
        InputError: some were refused; the others are kept, and their digests are there as well.
    """
    kept, problem = await add_files(page_request)
    digests = [*page_request.several(field), *(file.content_digest for file in kept)]
    page_request.values = {**page_request.values, field: list(dict.fromkeys(digests)), "digests": []}
    if problem is not None:
        raise problem


async def _take(page_request: PageRequest, step: str, content: cases.CaseContent, item: str) -> None:
    """Take a step of the client; where no remark was typed, the reason in the log says whose page it came from."""
    request = take_step_request(page_request, step, content, item)
    request.reason = request.reason.strip() or page_request.w["applicant"]["reason"][step]
    await page_request.ask(_TAKE, request)


def _check_form(page_request: PageRequest) -> None:
    """Refuse a form to whoever works for the body, who has pages of their own for it."""
    if page_request.answers_form and not page_request.acts_for_client:
        raise Refusal(Reason.PATH_NOT_FOUND, _say("APPLICANTS_PAGE"))


# --- findings, and the question of the body ---------------------------------------------------------------------------


async def _load_finding(page_request: PageRequest) -> Shown | Moved:
    """Give a finding with what the client may do about it; anything else in a case has a page of its own."""
    id, item = page_request.path["case"], f"{page_request.path['kind']}/{page_request.path['number']}"
    if not page_request.acts_for_client or page_request.path["kind"] != "findings":
        return await _to_case(page_request, item)
    case, _, shown = await case_page_context(page_request)
    finding = item_of(case, page_request)
    assert finding is not None  # noqa: S101 -- the address names one
    task = next(task for task in finding_tasks(case, shown["mine"]) if task.item == finding.item)
    listed, documents = await load_documents(page_request)
    chosen = page_request.several("evidence")
    return {
        **shown, "base": f"/workbench/apply/{id}", "item": finding, "task": task,
        "shown_documents": [
            document for document in documents if document.digest in finding.content.evidence and document.is_kept
        ],
        "documents": [(document, document.digest in chosen) for document in documents if document.is_kept],
        "files_kept": listed.files_kept and page_request.may("DossierService/AddCaseFile"),
        "most_bytes": listed.maximum_bytes, "since": steps_since_form(page_request, case),
    }  # fmt: skip


async def _act_on_finding(page_request: PageRequest) -> str | PrefilledForm:
    """Answer a finding, or show what was done, with documents that the form brought."""
    _check_form(page_request)
    base, brought = f"/workbench/apply/{page_request.path['case']}", bool(page_request.files)
    if brought or page_request.typed("do") == "add":
        await _keep_files(page_request, "evidence")
        if page_request.typed("do") == "add":
            return PrefilledForm(page_request.address, page_request.values)
    case, _, shown = await case_page_context(page_request)
    finding = item_of(case, page_request)
    task = next((task for task in finding_tasks(case, shown["mine"]) if finding and task.item == finding.item), None)
    if task is None or not task.step:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("NOTHING_TO_ANSWER"))
    if task.step == "show":
        content = cases.CaseContent(
            evidence=page_request.several("evidence"), statement=page_request.typed("statement").strip()
        )
    else:
        typed = {name: page_request.typed(name).strip() for name in _OF_ANSWER}
        said_already = {_folded(task.content.statement), _folded(typed["correction"])}
        if typed["cause"] and _folded(typed["cause"]) in said_already:
            raise InputError((Violation("cause", _say("CAUSE_REPEATS"), "WRONG_VALUE"),))
        content = cases.CaseContent(
            cause=typed["cause"], correction=typed["correction"], corrective_action=typed["corrective_action"]
        )
    await _take(page_request, task.step, content, task.item)
    return f"{base}#findings"


def _folded(text: str) -> str:
    """Give the letters and digits of a text, by which two say the same."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


async def _load_question(page_request: PageRequest) -> Shown | Moved:
    """Give what the body asks about the application."""
    if not page_request.acts_for_client:
        return await _to_case(page_request, "steps/answer")
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
    _check_form(page_request)
    content = cases.CaseContent(
        statement=page_request.typed("statement").strip(), scope=page_request.typed("scope").strip(),
        sites=page_request.several("sites"),
    )  # fmt: skip
    if not content.statement:
        raise InputError((Violation("statement", _say("NO_ANSWER"), "REQUIRED"),))
    await _take(page_request, "answer", content, "")
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
