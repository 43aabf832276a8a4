"""Moderation page: differing assessor ratings, the result under each, and settled values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import TouchstoneError
from service.cases.dossiers import request_of
from service.workbench.conclusions import conclusion_summary
from service.workbench.page import Page
from service.workbench.pages.case_pages import case_page_context, item_with_step
from service.workbench.pages.dossier import fact_prompts, load_dossier
from service.workbench.pages.score import possibility_word
from service.workbench.scorecard_lookup import version_in_force
from service.workbench.titles import titles
from touchstone.v1 import case_dossier_service_pb2 as dossiers, evaluation_pb2, fact_pb2

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_EVALUATE = "EvaluationService/EvaluateSubject"
Standing = tuple[str, list[str], str]
"""Assessor assumed to be right (empty: none yet), certain or reachable results, and points."""


async def _load(page_request: PageRequest) -> Shown:
    case, who, shown = await case_page_context(page_request)
    item = item_with_step(case, "verify")
    dossier = await load_dossier(page_request, item)
    rated = [fact for fact in dossier.content.facts if fact.ratings]
    open_ids = {fact.fact_id for fact in dossier.facts if fact.state == "differing"}
    unsettled = [fact for fact in rated if fact.fact_id in open_ids]
    scenarios: list[Standing] = []
    if unsettled and page_request.may(_EVALUATE):
        try:
            scenarios = await _evaluate_scenarios(page_request, dossier, unsettled, shown["case"].as_of_date)
        except TouchstoneError as error:
            page_request.note_problems(error)
    settled = [fact for fact in rated if fact.HasField("verification") and not _have_same_value(fact)]
    card = await version_in_force(page_request, dossier.scorecard)
    return {
        **shown, "dossier": dossier, "asked": await fact_prompts(page_request, dossier.scorecard),
        "own": list(dossier.own_ratings), "rated": rated, "unsettled": unsettled, "standings": scenarios,
        "settled": settled, "titles": titles(card, page_request.language),
        "settles": (item, "verify") in shown["mine"], "awaited": who.names(dossier.awaited),
    }  # fmt: skip


def _have_same_value(fact: fact_pb2.Fact) -> bool:
    values = [fact_pb2.Rating(value=rating.value).value for rating in fact.ratings]
    for value in values:
        value.ClearField("evidence_ids")
    return all(value == values[0] for value in values)


async def _evaluate_scenarios(
    page_request: PageRequest, dossier: dossiers.CaseDossier, unsettled: list[fact_pb2.Fact], day: str
) -> list[Standing]:
    ids = {fact.fact_id for fact in unsettled}
    settled_facts = [fact for fact in dossier.content.facts if fact.fact_id not in ids]
    persons = sorted({rating.person for fact in unsettled for rating in fact.ratings})
    scenarios = []
    for person in ("", *persons):
        theirs = [
            fact_pb2.Fact(fact_id=fact.fact_id, value=rating.value)
            for fact in unsettled
            for rating in fact.ratings
            if rating.person == person
        ]
        request = request_of(dossier, day, [*settled_facts, *theirs], validate_only=True)
        conclusion = (await page_request.ask(_EVALUATE, request)).record.conclusion
        scenarios.append((person, *_reachable_results(conclusion)))
    return scenarios


def _reachable_results(conclusion: evaluation_pb2.Conclusion) -> tuple[list[str], str]:
    certain, points = conclusion_summary(conclusion)
    candidates = [(grade.grade, grade.possibility) for grade in conclusion.grades]
    candidates += [(stage.stage, stage.possibility) for stage in conclusion.stages]
    return [certain] if certain else [
        name for name, possibility in candidates if possibility_word(possibility) == "reachable"
    ], points


PAGES = (
    Page("/workbench/cases/{case}/moderation", "moderation.html.jinja", "CaseService/ListCasePersons", _load),
)  # fmt: skip
