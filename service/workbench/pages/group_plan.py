"""Plan of a group under one budget: stored results of one scorecard, one file of measures, search and table.

The form contains the measures of the file. Nothing is stored: a result is cached for some minutes for its form.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from rules.planning import MAXIMUM_MEMBERS
from service.output.tables import workbook_of
from service.planning.group_texts import GroupTexts
from service.planning.plan_report import considered_measures
from service.workbench.group_plan_forms import (
    BUDGET,
    at_group_field,
    checked_measures,
    group_goals,
    read_group_goal,
)
from service.workbench.measure_rows import MAX_ROWS, clear_absent_costs, hidden_measures
from service.workbench.message_forms import reporting
from service.workbench.page import LIVE, Download, Moved, Page
from service.workbench.pages.plan import in_a_year, read_measures, search_key, searched, uploaded
from service.workbench.pages.results import ResultWords, Selection, interval_text
from service.workbench.plan_forms import MAX_FIELDS, PlanForm
from service.workbench.queries import id_of
from service.workbench.scorecard_lookup import version_in_force, version_of
from service.workbench.titles import title_of
from touchstone.v1 import (
    evaluation_service_pb2 as evaluations,
    plan_pb2,
    plan_service_pb2 as plans,
    scorecard_service_pb2 as scorecards,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rules.model import Scorecard
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_PLAN, _LIST = "PlanService/PlanGroup", "EvaluationService/ListCountedResults"
_VERSIONS = "ScorecardService/ListScorecardVersions"
_BEGIN, _SEARCH, _STOP, _ALL, _NONE, _TABLE = "begin", "search", "stop", "all", "none", "table"
_SECONDS = 300
"""Limit of a search; results of searches are cached for longer."""
_RESULTS = "/workbench/results"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class _Group:
    """The listed results, and the form as typed."""

    here: str
    card: Scorecard
    results: Sequence[evaluations.CountedResult]
    ticked: Sequence[str]
    """Subjects of the chosen results."""
    form: PlanForm
    measures: plan_pb2.MeasureList
    shown: Shown


async def _load(page_request: PageRequest) -> Shown | Download | Moved:
    chosen = Selection.of(page_request)
    if not chosen.card:
        return Moved(_RESULTS)
    card = await version_in_force(page_request, f"scorecards/{chosen.card}")
    do = page_request.typed("do", _SEARCH) if page_request.answers_form else _BEGIN
    violations: list[Violation] = []
    if page_request.file:
        await _take_file(page_request, card, violations)
    group = await _group(page_request, chosen, card, do)
    if page_request.errors:
        return _shown(page_request, group)
    if do in (_SEARCH, _TABLE):
        return await _answer(page_request, group, do, violations)
    if violations:
        raise InputError(tuple(violations))
    if do == _STOP:
        _cancel(page_request, group)
    return _shown(page_request, group, is_stopped=do == _STOP)


async def _take_file(page_request: PageRequest, card: Scorecard, violations: list[Violation]) -> None:
    """Replace the hidden measures of the form by those of the file, or report its problems."""
    try:
        measures = await uploaded(page_request, lambda content: read_measures(page_request, card, content))
    except InputError as error:
        violations += error.violations
        return
    old = {f"measure-{number}" for number in range(MAX_ROWS)}
    values = {name: value for name, value in page_request.values.items() if name not in old}
    page_request.values = {**values, **hidden_measures(measures)}


async def _group(page_request: PageRequest, chosen: Selection, card: Scorecard, do: str) -> _Group:
    request = evaluations.ListCountedResultsRequest(
        parent=page_request.parent, selection=chosen.selection, page_size=MAXIMUM_MEMBERS
    )
    listed = await page_request.ask(_LIST, request)
    subjects = [id_of(result.subject) for result in listed.counted_results]
    typed_members = set(page_request.values.get("member", ()))
    ticked = (
        subjects
        if do in (_BEGIN, _ALL)
        else [subject for subject in subjects if subject in typed_members and do != _NONE]
    )
    measures = _hidden_measures(page_request, card)
    typed = {name: page_request.typed(name).strip() for name in ("goal", BUDGET, "goal_date", "years")}
    goal_date = typed["goal_date"] if "goal_date" in page_request.values else in_a_year().isoformat()
    form = PlanForm((), typed["goal"], typed[BUDGET], goal_date, typed["years"] or "1", measures.currency)
    words = ResultWords(page_request, card)
    shown: Shown = {"chosen": chosen, "words": words, "is_cut": bool(listed.next_page_token)}
    return _Group(chosen.address("/plan"), card, listed.counted_results, ticked, form, measures, shown)


def _hidden_measures(page_request: PageRequest, card: Scorecard) -> plan_pb2.MeasureList:
    try:
        return checked_measures(page_request, card)
    except InputError:
        if page_request.errors:  # the form is shown again without its unreadable measures
            return plan_pb2.MeasureList()
        raise


def _goals(page_request: PageRequest, group: _Group) -> list[tuple[str, str]]:
    return group_goals(group.card, page_request.language, page_request.w["plans"])


def _request(page_request: PageRequest, group: _Group, violations: list[Violation]) -> plans.PlanGroupRequest:
    """Return the request of the search; raise InputError with all problems of the form."""
    goal = plan_pb2.GroupGoal()
    try:
        goal = read_group_goal(group.form, [value for value, _ in _goals(page_request, group)])
    except InputError as error:
        violations += error.violations
    if not group.ticked:
        violations.append(Violation("member", _message("NO_MEMBER"), "REQUIRED"))
    if not (group.measures.measures or any(violation.field == "file" for violation in violations)):
        violations.append(Violation("file", _message("NO_MEASURE_FILE"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))
    names = {id_of(result.subject): result.evaluation for result in group.results}
    members = [plans.GroupMember(id=subject, evaluation=names[subject]) for subject in group.ticked]
    return plans.PlanGroupRequest(members=members, measures=group.measures, goal=goal, time_limit=_SECONDS)


def _key(page_request: PageRequest, group: _Group, request: plans.PlanGroupRequest) -> tuple[object, ...]:
    return search_key(page_request, group.here, request.SerializeToString(deterministic=True))


def _cancel(page_request: PageRequest, group: _Group) -> None:
    try:
        key = _key(page_request, group, _request(page_request, group, []))
    except InputError:  # nothing runs for an invalid form
        return
    page_request.background_tasks.cancel(key)


async def _search(
    page_request: PageRequest, group: _Group, request: plans.PlanGroupRequest, key: tuple[object, ...]
) -> plan_pb2.GroupResult | None:
    """Return the result; None while the search runs. It runs again if its errors are in another language."""
    language = page_request.language

    async def search(report: Callable[[Any], None]) -> tuple[str, plan_pb2.GroupResult]:
        request.language_code = language
        last = await page_request.follow(_PLAN, request, report)
        return language, last.result

    with reporting(lambda violation: at_group_field(violation, group.form, page_request.localize)):
        found = await searched(page_request, key, search)
        if found is not None and found[0] != language and found[1].failed:
            page_request.background_tasks.cancel(key)
            found = await searched(page_request, key, search)
    return None if found is None else found[1]


async def _answer(page_request: PageRequest, group: _Group, do: str, violations: list[Violation]) -> Shown | Download:
    request = _request(page_request, group, violations)
    key = _key(page_request, group, request)
    result = await _search(page_request, group, request, key)
    card = await _card_on(page_request, group.card, request.goal.date)
    lists = dict.fromkeys(group.ticked, group.measures)
    texts = GroupTexts(card, lists, request.goal, page_request.language)
    shown = _shown(page_request, group)
    if result is None:
        state = page_request.background_tasks.progress(key)
        return {**shown, "is_running": True, "progress": "" if state is None else texts.progress(state)}
    if do == _TABLE:
        content = await page_request.in_thread(lambda: workbook_of(texts.tables(result)))
        return Download(f"group-plan-{card.card.id}.xlsx", _XLSX, content)
    return {
        **shown, "document": texts.document(result), "heads": texts.member_heads(), "members": texts.members(result),
        "members_title": texts.title("members"), "failed_title": texts.title("failed"),
        "evaluations": {id_of(each.subject): id_of(each.evaluation) for each in group.results},
    }  # fmt: skip


async def _card_on(page_request: PageRequest, card: Scorecard, day: str) -> Scorecard:
    """Return the version in force on the date of the goal; today's where there is none or the reader may not see it."""
    request = scorecards.ListScorecardVersionsRequest(parent=f"scorecards/{card.card.id}", as_of_date=day)
    try:
        versions = (await page_request.ask(_VERSIONS, request)).scorecard_versions
        return await version_of(page_request, versions[0].name) if versions else card
    except TouchstoneError:
        return card


def _shown(page_request: PageRequest, group: _Group, *, is_stopped: bool = False) -> Shown:
    measures, language = group.measures, page_request.language
    priced = plan_pb2.MeasureList()
    priced.CopyFrom(measures)
    return {
        **group.shown, "here": group.here, "form": group.form, "goals": _goals(page_request, group),
        "card_title": title_of(group.card.card.titles, language) or group.card.card.id,
        "results": group.results, "ticked": set(group.ticked), "most": MAXIMUM_MEMBERS,
        "measures": considered_measures(measures, group.card, language) if measures.measures else None,
        "hidden": hidden_measures(measures), "free": clear_absent_costs(priced.measures),
        "id_of": id_of, "interval_text": interval_text,
        "is_stopped": is_stopped, "is_running": False, "progress": "", "document": None,
    }  # fmt: skip


PAGES = (
    Page(
        f"{_RESULTS}/plan", "group_plan.html.jinja", _PLAN, _load, takes_file=True, is_preview=True, script=LIVE,
        max_fields=MAX_FIELDS,
    ),
)  # fmt: skip
