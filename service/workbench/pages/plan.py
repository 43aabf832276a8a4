"""Improvement plans of a case, of a stored result and of a self-check: form, search, answer and files.

The form contains the measures and the goal. Nothing is stored: a result is cached for some minutes for its form.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, TouchstoneError, message_factory
from rules.planning import check_measures
from service.base import instants
from service.base.resource_names import UNNAMED_SUBJECT
from service.base.whole_numbers import parse_whole_number
from service.cases.dossiers import request_of
from service.input.dossier.dossier_writer import write_dossier
from service.output.mapping.requests import read_request
from service.planning.measure_files.document import measure_document
from service.planning.measure_files.workbook import write_measure_workbook
from service.planning.measure_texts import MeasureTexts
from service.planning.plan_files import PLAN_FORMATS, write_plan_file
from service.planning.plan_messages import read_measure_list
from service.planning.plan_report import plan_report
from service.planning.plan_texts import PlanTexts
from service.workbench.ladders import record_ladder
from service.workbench.measure_rows import (
    DETAILS,
    changeable_facts,
    clear_absent_costs,
    edited_rows,
    rows_of,
    typed_rows,
)
from service.workbench.message_forms import reporting
from service.workbench.page import LIVE, Download, Page
from service.workbench.pages.case_pages import case_page_context
from service.workbench.pages.dossier import load_dossier, prompts_of
from service.workbench.pages.score import bar_percentages, gates_by_outcome
from service.workbench.plan_charts import cost_chart, timeline_chart
from service.workbench.plan_forms import CURRENCY, MAX_FIELDS, PlanForm, at_form_field, measure_list
from service.workbench.plan_goals import goal_choices, next_goal, read_goal
from service.workbench.queries import id_of
from service.workbench.scorecard_lookup import parse_scorecard, version_in_force, version_of
from service.workbench.self_checks import read_answers
from service.workbench.titles import title_of, titles
from touchstone.v1 import (
    evaluation_pb2,
    evaluation_service_pb2 as evaluations,
    fact_pb2,
    plan_pb2,
    plan_service_pb2 as plans,
    self_check_service_pb2 as self_checks,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

    from rules.contracts import Violation
    from rules.model import Scorecard
    from service.workbench.page import PageRequest, Shown
    from service.workbench.pages.dossier import FactPrompt

_message = message_factory(__name__)

PLAN, _PROPOSE = "PlanService/PlanImprovement", "PlanService/ProposeMeasures"
_READ, _WRITE = "PlanService/ReadMeasures", "PlanService/WriteMeasures"
_WRITE_REPORT = "PlanService/WritePlanReport"
TRY_PLAN, _TRY_MEASURES = "SelfCheckService/TryPlan", "SelfCheckService/TryMeasures"
_TRY, _QUESTIONS = "SelfCheckService/TryScorecard", "SelfCheckService/GetQuestionnaire"
_EVALUATE, _EXPLAIN = "EvaluationService/EvaluateSubject", "EvaluationService/ExplainEvaluation"
_GET = "EvaluationService/GetEvaluation"
_BEGIN, _KEEP, _SEARCH, _STOP = "begin", "keep", "search", "stop"
_UPLOAD, _PROPOSALS = "upload", "proposals"
_OPEN, _CLOSE = "open", "close"
_EDITS = {"add": "add_fact", "add_effect": "add_effect-", "remove": "", "remove_effect": ""}
"""Changes of the rows, and the field of the fact that they add."""
_END_STATE, _DOSSIER = "end:", "dossier:"
_YAML, _XLSX = "application/yaml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES = {"yaml": ("yaml", _YAML), "workbook": ("xlsx", _XLSX)}
_FORMS = {"yaml": "FORM_YAML", "workbook": "FORM_WORKBOOK"}
_REPORT_FORMS = {"pdf": "FORM_PDF", "docx": "FORM_DOCUMENT", "xlsx": "FORM_WORKBOOK"}
_REPORT = "report:"
_LONGEST_PERIOD = timedelta(days=366)
_DOCUMENTS_AFTER_PERIOD = timedelta(days=180)
"""Time for the documents that are issued after a reporting period, such as its verified inventory."""


@dataclass(frozen=True)
class PlanDoor:
    """Present state of a subject, and the calls that plan for it."""

    here: str
    layout: str
    card: Scorecard
    crumbs: Sequence[tuple[str, str]]
    search: Callable[[plan_pb2.MeasureList, plan_pb2.PlanGoal, Callable[[Any], None]], Awaitable[plan_pb2.PlanResult]]
    propose: Callable[[str], Awaitable[plan_pb2.MeasureList]]
    read: Callable[[bytes], Awaitable[plan_pb2.MeasureList]]
    write: Callable[[plan_pb2.MeasureList, str], Awaitable[Download]]
    key: bytes
    """Content of the present state, to recognize a repeated search."""
    end_state: Callable[[plan_pb2.ImprovementPlan], Awaitable[Shown]] | None = None
    answers: str = ""
    """Answers of a self-check, which the form contains."""
    grade: str = ""
    """Present grade, if known."""
    period_end: date | None = None
    """Last day of the latest reporting period, if there is one."""
    subject: str = ""
    shown: Shown = field(default_factory=dict)
    """Data of the layout."""


# --- doors ------------------------------------------------------------------------------------------------------------


async def _case_door(page_request: PageRequest) -> PlanDoor:
    case, _, shown = await case_page_context(page_request)
    dossier = await load_dossier(page_request)
    card, id = await version_in_force(page_request, dossier.scorecard), id_of(case.name)
    baseline = request_of(dossier, case.as_of_date)
    layout = "applicant_layout.html.jinja" if page_request.acts_for_client else "case_layout.html.jinja"
    return PlanDoor(
        f"/workbench/cases/{id}/plan", layout, card, (), *_calls(page_request, card, request=baseline),
        period_end=_period_end(baseline.facts),
        key=baseline.SerializeToString(deterministic=True), end_state=_end_state(page_request),
        subject=shown["client"].display_name, shown={**shown, "base": page_request.case_address(id)},
    )  # fmt: skip


async def _result_door(page_request: PageRequest) -> PlanDoor:
    name = f"{page_request.parent}/evaluations/{page_request.path['evaluation']}"
    request = evaluations.GetEvaluationRequest(name=name, view=evaluation_pb2.EVALUATION_VIEW_BASIC)
    evaluation = await page_request.ask(_GET, request)
    record = evaluation.record
    card = await version_of(page_request, record.scorecard_version)
    here, subject = f"/workbench/results/{page_request.path['evaluation']}", id_of(record.subject)
    return PlanDoor(
        f"{here}/plan", "layout.html.jinja", card, ((here, subject),), *_calls(page_request, card, evaluation=name),
        key=name.encode(), end_state=_end_state(page_request), grade=record.conclusion.grade, subject=subject,
    )  # fmt: skip


async def _self_check_door(page_request: PageRequest) -> PlanDoor:
    id = page_request.path["card"]
    scorecard = f"scorecards/{id}"
    answers = read_answers(page_request.typed("answers"), scorecard)
    request = self_checks.GetQuestionnaireRequest(
        name=f"{scorecard}/questionnaire", language_code=page_request.language
    )
    questionnaire = await page_request.ask_once(_QUESTIONS, request)
    card = await page_request.in_thread(parse_scorecard, questionnaire.published_form)
    grade = "" if page_request.typed("goal") else await _tried_grade(page_request, answers)
    title = title_of(card.card.titles, page_request.language) or id

    async def search(
        measures: plan_pb2.MeasureList, goal: plan_pb2.PlanGoal, _report: Callable[[Any], None]
    ) -> plan_pb2.PlanResult:
        request = self_checks.TryPlanRequest(
            scorecard=scorecard, settings=answers.settings, facts=answers.facts, measures=measures, goal=goal,
            alternatives=goal.kind == plan_pb2.PLAN_GOAL_KIND_GRADE, language_code=page_request.language,
        )  # fmt: skip
        found: plan_pb2.PlanResult = await page_request.ask(TRY_PLAN, request)
        return found

    async def propose(currency: str) -> plan_pb2.MeasureList:
        request = self_checks.TryMeasuresRequest(
            scorecard=scorecard, settings=answers.settings, facts=answers.facts, currency=currency,
            language_code=page_request.language,
        )  # fmt: skip
        proposed: plan_pb2.MeasureList = await page_request.ask(_TRY_MEASURES, request)
        return proposed

    async def read(content: bytes) -> plan_pb2.MeasureList:
        request = self_checks.TryMeasuresRequest(
            scorecard=scorecard, content=content, language_code=page_request.language
        )
        measures: plan_pb2.MeasureList = await page_request.ask(_TRY_MEASURES, request)
        return measures

    async def write(measures: plan_pb2.MeasureList, kind: str) -> Download:
        content = await page_request.in_thread(_measure_file, measures, card, kind, page_request.language)
        ending, media_type = _FILES[kind]
        return Download(f"measures-{id}.{ending}", media_type, content)

    return PlanDoor(
        f"/try/{id}/plan", "layout.html.jinja", card, ((f"/try/{id}", title),), search, propose, read, write,
        key=answers.SerializeToString(deterministic=True),
        answers=page_request.typed("answers") or "{}",
        grade=grade, period_end=_period_end(answers.facts),
    )  # fmt: skip


def _period_end(facts: Iterable[fact_pb2.Fact]) -> date | None:
    """Return the last day of the latest period of at most a year; longer periods are validities of documents."""
    ends: list[date] = []
    for fact in facts:
        if fact.value.WhichOneof("kind") != "period":
            continue
        with suppress(ValueError):
            first, last = map(date.fromisoformat, (fact.value.period.first_date, fact.value.period.last_date))
            if last - first <= _LONGEST_PERIOD:
                ends.append(last)
    return max(ends, default=None)


async def _tried_grade(page_request: PageRequest, answers: self_checks.TryScorecardRequest) -> str:
    """Return the grade of the answers; empty if it is uncertain. Each call counts against the limit of the visitor."""
    tried = await page_request.part(page_request.ask(_TRY, answers))
    return "" if tried.answer is None else str(tried.answer.record.conclusion.grade)


def _measure_file(measures: plan_pb2.MeasureList, card: Scorecard, kind: str, language: str) -> bytes:
    violations: list[Violation] = []
    listed = read_measure_list(measures, violations)
    if violations:
        raise InputError(tuple(violations))
    check_measures(card, listed)
    return measure_document(listed).encode() if kind == "yaml" else write_measure_workbook(listed, card, language)


def _calls(page_request: PageRequest, card: Scorecard, **baseline: Any) -> tuple[Any, Any, Any, Any]:
    async def search(
        measures: plan_pb2.MeasureList, goal: plan_pb2.PlanGoal, report: Callable[[Any], None]
    ) -> plan_pb2.PlanResult:
        request = plans.PlanImprovementRequest(
            measures=measures, goal=goal, alternatives=goal.kind == plan_pb2.PLAN_GOAL_KIND_GRADE,
            language_code=page_request.language, **baseline,
        )  # fmt: skip
        last = await page_request.follow(PLAN, request, report)
        found: plan_pb2.PlanResult = last.result
        return found

    async def propose(currency: str) -> plan_pb2.MeasureList:
        request = plans.ProposeMeasuresRequest(currency=currency, language_code=page_request.language, **baseline)
        proposed: plan_pb2.MeasureList = await page_request.ask(_PROPOSE, request)
        return proposed

    async def read(content: bytes) -> plan_pb2.MeasureList:
        return await read_measures(page_request, card, content)

    async def write(measures: plan_pb2.MeasureList, kind: str) -> Download:
        request = plans.WriteMeasuresRequest(
            scorecard=_version_name(card), measures=measures, form=_FORMS[kind], language_code=page_request.language
        )
        written = await page_request.ask(_WRITE, request)
        return Download(written.file_name, written.media_type, written.content)

    return search, propose, read, write


async def read_measures(page_request: PageRequest, card: Scorecard, content: bytes) -> plan_pb2.MeasureList:
    """Return the measures of a file."""
    request = plans.ReadMeasuresRequest(
        scorecard=_version_name(card), content=content, language_code=page_request.language
    )
    response: plans.ReadMeasuresResponse = await page_request.ask(_READ, request)
    return response.measures


# --- page -------------------------------------------------------------------------------------------------------------


def _page(door_of: Callable[[PageRequest], Awaitable[PlanDoor]]) -> Callable[[PageRequest], Awaitable[Any]]:
    async def load(page_request: PageRequest) -> Shown | Download:
        return await _load(page_request, await door_of(page_request))

    return load


async def _load(page_request: PageRequest, door: PlanDoor) -> Shown | Download:
    prompts = prompts_of(door.card, page_request.language)
    do = page_request.typed("do", _SEARCH) if page_request.answers_form else _BEGIN
    if page_request.errors:
        return await _show_errors(page_request, door, prompts)
    form = await _form(page_request, door, prompts, do)
    if do in _FILES:
        return await _download_measures(page_request, door, form, do)
    if do.partition(":")[0] in (_BEGIN, _KEEP, _UPLOAD, _PROPOSALS, _STOP, _OPEN, _CLOSE, *_EDITS):
        if do == _STOP:
            _cancel(page_request, door, form)
        return _shown(page_request, door, form, prompts, is_stopped=do == _STOP)
    return await _answer(page_request, door, form, prompts, do)


async def _show_errors(page_request: PageRequest, door: PlanDoor, prompts: Mapping[str, FactPrompt]) -> Shown:
    """Show the form as typed below the errors, open at the first of them; an unreadable form loses its rows."""
    try:
        form = await _form(page_request, door, prompts, _SEARCH)
    except InputError:
        form = _typed_goal(page_request, door, [])
    places = (field.partition("-") for field, _ in page_request.errors)
    number = next((number for name, _, number in places if name in DETAILS), None)
    return _shown(page_request, door, form if number is None else form.opened(number), prompts)


async def _form(page_request: PageRequest, door: PlanDoor, prompts: Mapping[str, FactPrompt], do: str) -> PlanForm:
    if do == _UPLOAD:
        measures = await uploaded(page_request, door.read)
        free = clear_absent_costs(measures.measures)
        form = _typed_goal(page_request, door, rows_of(measures.measures, prompts))
        return replace(form, currency=measures.currency or form.currency, notes=_notes(page_request, free))
    if do in (_BEGIN, _PROPOSALS):
        part = await page_request.part(door.propose(page_request.typed("currency") or CURRENCY))
        proposed = part.answer or plan_pb2.MeasureList()
        clear_absent_costs(proposed.measures)
        form = _typed_goal(page_request, door, rows_of(proposed.measures, prompts))
        return replace(form, notes=[part.problem]) if part.problem else form
    rows = typed_rows(page_request, prompts)
    action, _, place = do.partition(":")
    if action in _EDITS:
        fact = page_request.typed(f"{_EDITS[action]}{place}")
        return _typed_goal(page_request, door, edited_rows(rows, do, fact, prompts))
    form = _typed_goal(page_request, door, rows)
    return form.opened(place) if action in (_OPEN, _CLOSE) else form


def _notes(page_request: PageRequest, free: int) -> list[str]:
    return [page_request.w["plans"]["without_cost"].format(count=free)] if free else []


def _typed_goal(page_request: PageRequest, door: PlanDoor, rows: Sequence[Any]) -> PlanForm:
    today, later = date.fromisoformat(instants.now()[:10]), in_a_year()
    if door.period_end is not None and today <= door.period_end:
        later = max(later, door.period_end + _DOCUMENTS_AFTER_PERIOD)
    typed = {name: page_request.typed(name).strip() for name in ("goal", "budget", "goal_date", "years", "currency")}
    goal_date = typed["goal_date"] if "goal_date" in page_request.values else later.isoformat()
    return PlanForm(
        rows, typed["goal"] or next_goal(door.card, door.grade), typed["budget"], goal_date, typed["years"] or "1",
        (typed["currency"] or CURRENCY).upper(),
    )  # fmt: skip


def in_a_year() -> date:
    """Return a day about one year from today."""
    today = date.fromisoformat(instants.now()[:10])
    return today.replace(year=today.year + 1, day=min(today.day, 28))


async def uploaded(
    page_request: PageRequest, read: Callable[[bytes], Awaitable[plan_pb2.MeasureList]]
) -> plan_pb2.MeasureList:
    """Return the measures of the uploaded file; raise InputError with all problems at its field."""
    if not page_request.file:
        raise InputError.of("file", _message("NO_MEASURE_FILE"), "REQUIRED")
    with reporting(lambda violation: _at_file(page_request, violation)):
        return await read(page_request.file)


def _at_file(page_request: PageRequest, violation: Violation) -> Violation:
    description = page_request.localize(violation.description)
    if violation.field not in ("", "content"):
        description = f"{violation.field}: {description}"
    return replace(violation, field="file", description=description)


def _version_name(card: Scorecard) -> str:
    return f"scorecards/{card.card.id}/versions/{card.card.version}"


async def _download_measures(page_request: PageRequest, door: PlanDoor, form: PlanForm, do: str) -> Download:
    with _at_fields(page_request, form, with_all=True):
        measures = measure_list(form, with_all=True)
        return await door.write(measures, do)


def _at_fields(page_request: PageRequest, form: PlanForm, *, with_all: bool = False) -> Any:
    row_word = page_request.w["plans"]["in_row"]
    return reporting(
        lambda violation: at_form_field(violation, form, page_request.localize, row_word, with_all=with_all)
    )


def _search_key(
    page_request: PageRequest, door: PlanDoor, measures: plan_pb2.MeasureList, goal: plan_pb2.PlanGoal
) -> tuple[object, ...]:
    parts = (door.key, measures.SerializeToString(deterministic=True), goal.SerializeToString(deterministic=True))
    return search_key(page_request, door.here, *parts)


def search_key(page_request: PageRequest, here: str, *parts: bytes) -> tuple[object, ...]:
    """Return the key of a search of this reader, by its page and content."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return "plan", page_request.user_key, page_request.token, here, digest.hexdigest()


async def searched(
    page_request: PageRequest,
    key: tuple[object, ...],
    search: Callable[[Callable[[Any], None]], Awaitable[Any]],
) -> Any | None:
    """Return the result of a search that starts now or was started before; None while it runs."""
    tasks = page_request.background_tasks

    def report(answer: Any) -> None:
        if answer.HasField("progress"):
            tasks.note_progress(key, answer.progress)

    return await tasks.result(key, lambda: search(report), in_turn=False)


def _cancel(page_request: PageRequest, door: PlanDoor, form: PlanForm) -> None:
    try:
        goal = read_goal(form, [value for value, _ in _goals(page_request, door)])
        key = _search_key(page_request, door, measure_list(form), goal)
    except InputError:  # nothing runs for an invalid form
        return
    page_request.background_tasks.cancel(key)


def _goals(page_request: PageRequest, door: PlanDoor) -> list[tuple[str, str]]:
    return goal_choices(door.card, page_request.language, page_request.w["plans"])


async def _answer(
    page_request: PageRequest, door: PlanDoor, form: PlanForm, prompts: Mapping[str, FactPrompt], do: str
) -> Shown | Download:
    with _at_fields(page_request, form):
        goal, measures = _read_form(page_request, door, form)
        key = _search_key(page_request, door, measures, goal)
        result: plan_pb2.PlanResult | None = await searched(
            page_request, key, lambda report: door.search(measures, goal, report)
        )
    card = await _card_of(page_request, door, result)
    texts = PlanTexts(card, measures, goal, page_request.language)
    shown = _shown(page_request, door, form, prompts)
    if result is None:
        state = page_request.background_tasks.progress(key)
        return {**shown, "is_running": True, "progress": "" if state is None else texts.progress(state)}
    report_of_plan = plan_report(result, measures, goal, card, page_request.language)
    if (name := do.removeprefix(_REPORT)) in PLAN_FORMATS and do.startswith(_REPORT):
        if page_request.may(_WRITE_REPORT):
            request = plans.WritePlanReportRequest(
                result=result, measures=measures, goal=goal, form=_REPORT_FORMS[name],
                language_code=page_request.language,
            )  # fmt: skip
            content = (await page_request.ask(_WRITE_REPORT, request)).content
        else:
            content = await page_request.in_thread(write_plan_file, report_of_plan, name)
        return Download(f"plan-{card.card.id}.{name}", PLAN_FORMATS[name].media_type, content)
    if do.startswith(_DOSSIER):
        return await _download_end_state(page_request, door, _chosen(result, do.removeprefix(_DOSSIER)))
    shown |= {"report": report_of_plan, "result": result, "charts": _charts(result, goal, texts)}
    if do.startswith(_END_STATE) and door.end_state is not None:
        number = do.removeprefix(_END_STATE)
        plan = _chosen(result, number)
        shown |= {"end_of": texts.title(plan.kind, plan.goal_grade), "end": await door.end_state(plan)}
    return shown


def _read_form(
    page_request: PageRequest, door: PlanDoor, form: PlanForm
) -> tuple[plan_pb2.PlanGoal, plan_pb2.MeasureList]:
    violations: list[Violation] = []
    goal, measures = plan_pb2.PlanGoal(), plan_pb2.MeasureList()
    try:
        goal = read_goal(form, [value for value, _ in _goals(page_request, door)])
    except InputError as error:
        violations += error.violations
    try:
        measures = measure_list(form)
    except InputError as error:
        violations += error.violations
    if violations:
        raise InputError(tuple(violations))
    return goal, measures


def _chosen(result: plan_pb2.PlanResult, number: str) -> plan_pb2.ImprovementPlan:
    index = parse_whole_number(number, most=len(result.plans) - 1) if result.plans else None
    if index is None:
        raise InputError.of("", _message("NO_SUCH_PLAN"), "WRONG_VALUE")
    return result.plans[index]


async def _card_of(page_request: PageRequest, door: PlanDoor, result: plan_pb2.PlanResult | None) -> Scorecard:
    """Return the version of the result; that of the door where the reader may not see it."""
    if result is None or result.scorecard_version in ("", _version_name(door.card)):
        return door.card
    try:
        return await version_of(page_request, result.scorecard_version)
    except TouchstoneError:
        return door.card


def _charts(result: plan_pb2.PlanResult, goal: plan_pb2.PlanGoal, texts: PlanTexts) -> Shown:
    charts: Shown = {
        f"plan-{number}": timeline_chart(plan, result.today, goal.date, texts)
        for number, plan in enumerate(result.plans, start=1)
    }
    if goal.kind == plan_pb2.PLAN_GOAL_KIND_EVERY_GRADE:
        charts["curve"] = cost_chart(result, goal.years or 1, texts)
    return charts


def _shown(
    page_request: PageRequest,
    door: PlanDoor,
    form: PlanForm,
    prompts: Mapping[str, FactPrompt],
    *,
    is_stopped: bool = False,
) -> Shown:
    return {
        **door.shown, "layout": door.layout, "door": door, "form": form, "goals": _goals(page_request, door),
        "card_title": title_of(door.card.card.titles, page_request.language) or door.card.card.id,
        "facts": changeable_facts(prompts), "conditions": _conditions(page_request, door, form),
        "is_stopped": is_stopped, "is_running": False, "progress": "",
        "report": None, "result": None, "charts": {}, "end": None, "end_of": "", "formats": list(PLAN_FORMATS),
    }  # fmt: skip


def _conditions(page_request: PageRequest, door: PlanDoor, form: PlanForm) -> dict[int, str]:
    """Return the range and the relations of the rows that are not open, in plain words."""
    named = [plan_pb2.Measure(id=row.base.id, name=row.title) for row in form.rows]
    texts = MeasureTexts(door.card, plan_pb2.MeasureList(currency=form.currency, measures=named), page_request.language)
    conditions: dict[int, str] = {}
    for row in form.rows:
        measure = plan_pb2.Measure(requires=row.base.requires, excludes=row.base.excludes)
        if row.base.HasField("range"):
            measure.range.CopyFrom(row.base.range)
        with suppress(ValueError):  # a malformed cost is reported by the search
            conditions[row.number] = "" if row.is_open else texts.conditions(measure)
    return conditions


# --- end states -------------------------------------------------------------------------------------------------------


def _end_state(page_request: PageRequest) -> Callable[[plan_pb2.ImprovementPlan], Awaitable[Shown]] | None:
    if not (page_request.may(_EVALUATE) and page_request.may(_EXPLAIN)):
        return None

    async def load(plan: plan_pb2.ImprovementPlan) -> Shown:
        request = evaluations.EvaluateSubjectRequest()
        request.CopyFrom(plan.end_state)
        request.validate_only, request.view = True, evaluation_pb2.EVALUATION_VIEW_FULL
        evaluation = await page_request.ask(_EVALUATE, request)
        card = await version_of(page_request, evaluation.record.scorecard_version)
        explaining = evaluations.ExplainEvaluationRequest(evaluation=evaluation, language_code=page_request.language)
        explained = await page_request.part(page_request.ask(_EXPLAIN, explaining))
        statements = explained.answer.statements if explained.answer is not None else ()
        return _evaluated(page_request, card, evaluation.record, statements, explained.problem)

    return load


def _evaluated(
    page_request: PageRequest,
    card: Scorecard,
    record: evaluation_pb2.EvaluationRecord,
    statements: Sequence[evaluations.Statement],
    problem: str,
) -> Shown:
    language = page_request.language
    conclusion = evaluations.Statement.TOPIC_CONCLUSION
    sentences = [statement.text for statement in statements if statement.topic == conclusion]
    return {
        "ladder": record_ladder(card, record, language), "titles": titles(card, language), "problem": problem,
        "sections": [(section, bar_percentages(section)) for section in record.section_results],
        "gates": gates_by_outcome(card, record, language), "sentences": sentences, "date": record.as_of_date,
    }  # fmt: skip


async def _download_end_state(page_request: PageRequest, door: PlanDoor, plan: plan_pb2.ImprovementPlan) -> Download:
    request = evaluations.EvaluateSubjectRequest()
    request.CopyFrom(plan.end_state)
    request.subject = request.subject or UNNAMED_SUBJECT
    subject = read_request(request, is_stored=False).subject
    text = await page_request.in_thread(write_dossier, subject)
    return Download(f"{door.card.card.id}-end-state.yaml", _YAML, text.encode())


_TEMPLATE = "plan.html.jinja"
_FORM: dict[str, Any] = {"takes_file": True, "is_preview": True, "script": LIVE, "max_fields": MAX_FIELDS}
PAGES = (
    Page("/workbench/cases/{case}/plan", _TEMPLATE, PLAN, _page(_case_door), **_FORM),
    Page("/workbench/results/{evaluation}/plan", _TEMPLATE, PLAN, _page(_result_door), **_FORM),
    Page("/try/{card}/plan", _TEMPLATE, TRY_PLAN, _page(_self_check_door), public=True, **_FORM),
)
