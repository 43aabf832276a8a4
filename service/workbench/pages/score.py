"""Score page of a case: grade ladder, points by section, missing facts and explanation."""

from __future__ import annotations

import hashlib
import uuid
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, message_factory
from service.base.refusals import Refusal
from service.cases.dossiers import request_of
from service.output.mapping.mapper import word_of
from service.output.report.formatters import words as report_words
from service.output.report.ladder import ladder_of, percentage
from service.workbench.ladders import (
    Payload,
    gate_titles,
    missing_facts,
    payloads,
    read_conclusion,
    record_ladder,
    rungs_in_words,
)
from service.workbench.page import LIVE, Page
from service.workbench.pages.case_pages import case_page_context
from service.workbench.pages.dossier import load_dossier
from service.workbench.queries import MOST, displayed_evaluation, is_in_evaluation
from service.workbench.scorecard_lookup import version_of
from service.workbench.titles import answer_titles, titles
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.model import Scorecard
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_Topic = evaluation_service_pb2.Statement.Topic
_Possibility = evaluation_pb2.GradeResult.Possibility


async def _load(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    name = await displayed_evaluation(page_request, case)
    may_evaluate = page_request.may("EvaluationService/EvaluateSubject") and is_in_evaluation(case)
    shown |= {"may_evaluate": may_evaluate, "as_of_date": page_request.typed("as_of_date", case.as_of_date)}
    shown["sending"] = page_request.typed("sending", str(uuid.uuid4()))
    if not name:
        return {**shown, "evaluation": None}
    return {**shown, "is_concluded": name == case.content.evaluation, **await load_result(page_request, name)}


async def load_result(page_request: PageRequest, name: str) -> Shown:
    """Return the page values of a stored evaluation."""
    request = evaluation_service_pb2.GetEvaluationRequest(name=name, view=evaluation_pb2.EVALUATION_VIEW_FULL)
    evaluation = await page_request.ask("EvaluationService/GetEvaluation", request)
    record, language = evaluation.record, page_request.language
    card = await version_of(page_request, record.scorecard_version)
    explanation = await _fetch_explanation(page_request, name)
    statements: dict[str, list[str]] = {}
    for statement in explanation.statements if explanation is not None else ():
        statements.setdefault(word_of(_Topic, statement.topic), []).append(statement.text)
    ladder = record_ladder(card, record, language)
    steps = await _fetch_ladder_steps(page_request, name) if ladder.conclusion.grades else {}
    declared = record.declared_conclusion if record.HasField("declared_conclusion") else None
    return {
        "evaluation": evaluation, "statements": statements, "waits": explanation is None, "ladder": ladder,
        "rungs": rungs_in_words(ladder, record, steps, page_request.w) if ladder.conclusion.grades else (),
        "stages": [(stage.stage, possibility_word(stage.possibility)) for stage in record.conclusion.stages],
        "sections": [(section, bar_percentages(section)) for section in record.section_results],
        "missing": missing_facts(card, record, language), "figures": result_figures(card, record, language),
        "gates": gates_by_outcome(card, record, language),
        "alone": None if declared is None else ladder_of(ladder.formatter, read_conclusion(declared)),
        "certainty": report_words(language)["certainty_words"][_certainty_word(record.standing.certainty)],
        "titles": titles(card, language),
    }  # fmt: skip


async def _fetch_ladder_steps(page_request: PageRequest, name: str) -> dict[str, Payload]:
    steps: dict[str, Payload] = {}
    request = evaluation_service_pb2.ListTrailStepsRequest(parent=name, page_size=MOST)
    while True:
        try:
            listed = await page_request.ask("EvaluationService/ListTrailSteps", request)
        except Refusal:
            return {}
        steps |= payloads(listed.trail_steps)
        if not listed.next_page_token:
            return steps
        request.page_token = listed.next_page_token


def _certainty_word(value: Any) -> str:
    return word_of(types_pb2.Certainty, value)


async def _fetch_explanation(
    page_request: PageRequest, name: str
) -> evaluation_service_pb2.ExplainEvaluationResponse | None:
    request = evaluation_service_pb2.ExplainEvaluationRequest(name=name, language_code=page_request.language)
    explanation: evaluation_service_pb2.ExplainEvaluationResponse | None = await page_request.background_tasks.result(
        ("why", page_request.user_key, name, page_request.language),
        lambda: page_request.ask("EvaluationService/ExplainEvaluation", request),
    )
    return explanation


async def _evaluate(page_request: PageRequest) -> str:
    known = await load_dossier(page_request)
    if not known.revision:
        raise InputError.of("", _message("NOTHING_DECLARED"), "REQUIRED")
    request = request_of(known, page_request.typed("as_of_date").strip(), view=evaluation_pb2.EVALUATION_VIEW_BASIC)
    request.request_id = _request_id(page_request.typed("sending"), request)
    await page_request.ask("EvaluationService/EvaluateSubject", request)
    return f"/workbench/cases/{page_request.path['case']}/score"


def _request_id(sending: str, request: evaluation_service_pb2.EvaluateSubjectRequest) -> str:
    """Return the same id for the same form and request, so that a second click stores nothing."""
    content = request.SerializeToString(deterministic=True)
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{sending}:{hashlib.sha256(content).hexdigest()}"))


def result_figures(
    card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str
) -> Sequence[tuple[str, types_pb2.Figure]]:
    """Return the known figures of a result with their titles."""
    known_titles = answer_titles(card, language)
    return [
        (known_titles.get(result.result_id, result.result_id), result.figure)
        for result in record.results
        if result.figure.exact.low or result.figure.exact.high
    ]


_OUTCOMES = {
    "met": evaluation_pb2.OUTCOME_MET, "not_met": evaluation_pb2.OUTCOME_NOT_MET,
    "open": evaluation_pb2.OUTCOME_UNDETERMINED,
}  # fmt: skip


def gates_by_outcome(
    card: Scorecard, record: evaluation_pb2.EvaluationRecord, language: str
) -> Mapping[str, Sequence[str]]:
    """Return the titles of gates under the keys `met`, `not_met` and `open`; each may be empty."""
    return {name: gate_titles(card, record, language, outcome) for name, outcome in _OUTCOMES.items()}


def possibility_word(value: Any) -> str:
    """Return the display text key of a possibility."""
    return word_of(_Possibility, value)


def bar_percentages(section: evaluation_pb2.SectionResult) -> tuple[str, str] | None:
    """Return earned and undetermined points of a section as percentages, for drawing.

    None if bounds or maximum are missing, or points are out of range.
    """
    span = section.score.exact
    if not (section.maximum_points and span.low and span.high):
        return None
    maximum, low, high = Fraction(section.maximum_points), Fraction(span.low), Fraction(span.high)
    if maximum <= 0 or not 0 <= low <= high <= maximum:
        return None
    return percentage(low / maximum), percentage((high - low) / maximum)


PAGES = (
    Page(
        "/workbench/cases/{case}/score", "score.html.jinja", "EvaluationService/GetEvaluation", _load, _evaluate,
        script=LIVE,
    ),
)  # fmt: skip
