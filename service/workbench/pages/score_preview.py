"""Score previews of a dossier: provisional score, and effect of a typed value."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, format_for_display, message_factory, parse_exact
from service.cases.dossiers import request_of
from service.output.mapping.mapper import word_of
from service.workbench.ladders import record_ladder
from service.workbench.page import LIVE, Page
from service.workbench.pages.case_pages import case_page_context, case_part_context
from service.workbench.pages.dossier import (
    EVALUATE,
    load_dossier,
    load_fact,
    read_declared_fact,
    read_verified_fact,
    reporting_at_form_fields,
)
from service.workbench.pages.score import possibility_word
from service.workbench.scorecard_lookup import version_in_force, version_of
from service.workbench.titles import titles
from touchstone.v1 import evaluation_pb2, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from service.workbench.page import PageRequest, Shown
    from service.workbench.pages.dossier import FactPrompt
    from touchstone.v1 import case_dossier_service_pb2 as dossiers
    from touchstone.v1.types_pb2 import Figure, Interval


_message = message_factory(__name__)

_Conclusion, _Outcome = evaluation_pb2.Conclusion, evaluation_pb2.Outcome
_StateChange = tuple[str, str, str]
"""Id of a grade, stage or finding, with its state before and after."""
_DECIMALS = 2
_PENDING = "–"
"""Display text for a missing value, and placeholder for an untyped method or reason."""


@dataclass(frozen=True, slots=True)
class PreviewChanges:
    """Differences between the current and the typed dossier; pairs are before and after."""

    concluded: tuple[str, str]
    points: tuple[Figure | None, Figure | None]
    grades: Sequence[_StateChange]
    stages: Sequence[_StateChange]
    findings: Sequence[_StateChange]
    """Changed findings only; an absent finding has an empty outcome."""
    criteria: Sequence[tuple[str, tuple[str, str], tuple[str, str]]]
    """Changed criteria only, each with outcome and points before and after."""

    @property
    def moved(self) -> Sequence[_StateChange]:
        return [change for change in (*self.grades, *self.stages) if change[1] != change[2]]

    @property
    def is_none(self) -> bool:
        same = self.concluded[0] == self.concluded[1] and self.points[0] == self.points[1]
        return same and not (self.moved or self.findings or self.criteria)


def _preview_changes(before: evaluation_pb2.EvaluationRecord, after: evaluation_pb2.EvaluationRecord) -> PreviewChanges:
    conclusions = (before.conclusion, after.conclusion)
    criteria = [
        {
            criterion_result.criterion_id: (_outcome(criterion_result), _criterion_points_text(criterion_result.points))
            for criterion_result in each.criterion_results
        }
        for each in (before, after)
    ]
    return PreviewChanges(
        concluded=(_concluded(conclusions[0]), _concluded(conclusions[1])),
        points=(_points(conclusions[0]), _points(conclusions[1])),
        grades=_paired(
            *({grade.grade: possibility_word(grade.possibility) for grade in each.grades} for each in conclusions)
        ),
        stages=_paired(
            *({stage.stage: possibility_word(stage.possibility) for stage in each.stages} for each in conclusions)
        ),
        findings=_differing(
            *({finding.finding_id: _outcome(finding) for finding in each.findings} for each in (before, after))
        ),
        criteria=[
            (id, earlier, criteria[1][id])
            for id, earlier in criteria[0].items()
            if criteria[1].get(id, earlier) != earlier
        ],
    )


def _points(conclusion: evaluation_pb2.Conclusion) -> Figure | None:
    return conclusion.score if conclusion.HasField("score") else None


def _concluded(conclusion: evaluation_pb2.Conclusion) -> str:
    if conclusion.verdict:
        return word_of(evaluation_pb2.Verdict, conclusion.verdict)
    return word_of(_Conclusion.Kind, conclusion.kind)


def _outcome(result: Any) -> str:
    return word_of(_Outcome, result.outcome)


def _paired(before: Mapping[str, str], after: Mapping[str, str]) -> list[_StateChange]:
    ids: Iterable[str] = dict.fromkeys((*after, *before))
    return [(id, before.get(id, ""), after.get(id, "")) for id in ids]


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> list[_StateChange]:
    return [change for change in _paired(before, after) if change[1] != change[2]]


async def _load_value_preview(page_request: PageRequest) -> Shown:
    return await value_preview(page_request, await load_fact(page_request))


async def value_preview(page_request: PageRequest, shown: Shown) -> Shown:
    """Return the page values with the effect of the typed value or judgement."""
    if not page_request.values or page_request.errors or not (shown["steps"] and shown["looks"]):
        return shown
    if page_request.typed("step") not in shown["steps"]:
        raise InputError.of("step", _message("NO_STEP"), "REQUIRED")
    dossier, prompt, current = shown["dossier"], shown["asked"], shown["fact"]
    with reporting_at_form_fields(prompt):
        fact = _typed_fact(page_request, shown)
        facts = [declared for declared in dossier.content.facts if declared.fact_id != prompt.id]
        if fact.HasField("value") or fact.ratings:
            facts.append(fact)
        day = shown["case"].as_of_date
        evaluations = [_current_record(page_request, dossier, day)]
        if fact != current:
            evaluations.append(evaluate_unstored(page_request, dossier, facts, day))
        records = await asyncio.gather(*evaluations)
    moves = _preview_changes(records[0], records[-1])
    card = await version_of(page_request, records[0].scorecard_version)
    titled = titles(card, page_request.language)
    sentences = _change_sentences(
        page_request, moves, titled, "" if fact == current else _typed_value_text(page_request, fact, prompt)
    )
    if fact.HasField("value") and _is_unproved(fact, prompt, dossier.content):
        listed = page_request.kinds(prompt.evidence_kinds)
        sentences.append(page_request.w["moves"]["unproved"].format(kinds=listed))
    ladders = [record_ladder(card, record, page_request.language) for record in records]
    return {
        **shown, "moves": moves, "titles": titled, "is_other": fact != current, "said": sentences, "ladders": ladders,
    }  # fmt: skip


def _is_unproved(fact: fact_pb2.Fact, prompt: FactPrompt, content: dossiers.DossierContent) -> bool:
    """Return whether a fact needs documents of certain kinds and has none of them."""
    kinds = {item.kind for item in content.evidence if item.evidence_id in fact.value.evidence_ids}
    return bool(prompt.evidence_kinds) and kinds.isdisjoint(prompt.evidence_kinds)


def _typed_fact(page_request: PageRequest, shown: Shown) -> fact_pb2.Fact:
    dossier, current, judgement = shown["dossier"], shown["fact"], page_request.typed("judgement")
    fact = fact_pb2.Fact()
    if page_request.typed("step") == "declare":
        fact = read_declared_fact(page_request, shown["asked"], dossier.content)
        bare = fact_pb2.Fact(fact_id=current.fact_id, value=current.value, places=current.places)
        return current if not (current.HasField("value") or fact.HasField("value")) or fact == bare else fact
    fact.CopyFrom(current)
    if judgement:
        checked = read_verified_fact(page_request, shown["asked"]).verification
        checked.person, checked.date = f"users/{shown['who'].me}", shown["case"].as_of_date
        checked.method = checked.method or _PENDING
        checked.reason = "" if judgement == "accepted" else checked.reason or _PENDING
        fact.verification.CopyFrom(checked)
    return fact


def _typed_value_text(page_request: PageRequest, fact: fact_pb2.Fact, prompt: FactPrompt) -> str:
    if page_request.typed("step") == "verify":
        judged = page_request.word("fact_state", page_request.typed("judgement"))
        checked = fact.verification
        return (
            f"{judged} {prompt.value_text(checked.corrected_value, page_request.w)}"
            if checked.HasField("corrected_value")
            else judged
        )
    return prompt.value_text(fact.value, page_request.w) if fact.HasField("value") else str(page_request.w["not_given"])


def _change_sentences(
    page_request: PageRequest, moves: PreviewChanges, titled: Mapping[str, str], typed: str
) -> list[str]:
    w = page_request.w["moves"]
    sentences = [w["with"].format(value=typed) if typed else w["now"]]
    if moves.is_none and typed:
        sentences.append(w["nothing"])
    if moves.concluded[0] != moves.concluded[1] or not typed:
        sentences.append(w["concluded"].get(moves.concluded[1], ""))
    sentences.append(_points_sentence(w, moves))
    possible = [change for change in (*moves.grades, *moves.stages) if change[2] in {"certain", "reachable"}]
    for id, before, after in moves.moved if typed else possible:
        slots = {"after": page_request.word("possibility", after), "was": page_request.word("possibility", before)}
        sentences.append(
            w["rung" if before == after else "rung_was"].format(rung=_name(page_request, titled, id), **slots)
        )
    for id, _, after in moves.findings:
        sentences.append(w["finding"][after or "gone"].format(finding=f"{id} {titled.get(id, '')}".strip()))
    return [sentence for sentence in sentences if sentence]


def _points_sentence(w: Mapping[str, str], moves: PreviewChanges) -> str:
    before, points = (interval and points_span_text(interval) for interval in moves.points)
    if not points:
        return ""
    return w["points" if points == before else "points_were"].format(points=points, was=before or _PENDING)


def _name(page_request: PageRequest, titled: Mapping[str, str], id: str) -> str:
    return titled.get(id) or page_request.word("no_rung", id)


def points_span_text(figure: Figure) -> str:
    """Return a points interval as display text, with "…" for an unknown bound."""
    shown = figure.rounded if figure.HasField("rounded") else figure.exact
    return " – ".join(dict.fromkeys((shown.low or "…", shown.high or "…")))


def _criterion_points_text(points: Interval) -> str:
    ends = (format_for_display(parse_exact(end), _DECIMALS) if end else "…" for end in (points.low, points.high))
    return " – ".join(dict.fromkeys(ends)) if points.low or points.high else ""


async def evaluate_unstored(
    page_request: PageRequest, dossier: dossiers.CaseDossier, facts: Sequence[fact_pb2.Fact], day: str
) -> evaluation_pb2.EvaluationRecord:
    """Evaluate a dossier with these facts; store nothing."""
    request = request_of(dossier, day, facts, validate_only=True, view=evaluation_pb2.EVALUATION_VIEW_FULL)
    record: evaluation_pb2.EvaluationRecord = (await page_request.ask(EVALUATE, request)).record
    return record


async def _current_record(
    page_request: PageRequest, dossier: dossiers.CaseDossier, day: str
) -> evaluation_pb2.EvaluationRecord:
    key = await _score_key(page_request, dossier, day)
    record: evaluation_pb2.EvaluationRecord | None = page_request.background_tasks.done(key)
    return await evaluate_unstored(page_request, dossier, dossier.content.facts, day) if record is None else record


async def _score_key(page_request: PageRequest, dossier: dossiers.CaseDossier, day: str) -> tuple[object, ...]:
    card = await version_in_force(page_request, dossier.scorecard)
    return "stands", page_request.user_key, dossier.name, card.card.version, day


async def _load_provisional_score(page_request: PageRequest) -> Shown:
    context = case_part_context if page_request.asks_part else case_page_context
    (case, _, shown), dossier = await asyncio.gather(context(page_request), load_dossier(page_request))
    shown |= {"dossier": dossier, "ladder": None, "missing": 0}
    if not dossier.revision:
        return shown
    card, day = await version_in_force(page_request, dossier.scorecard), case.as_of_date
    key = await _score_key(page_request, dossier, day)
    record = await page_request.background_tasks.result(
        key, lambda: evaluate_unstored(page_request, dossier, dossier.content.facts, day)
    )
    if record is None:
        return shown
    return {
        **shown, "ladder": record_ladder(card, record, page_request.language),
        "moves": _preview_changes(record, record), "titles": titles(card, page_request.language), "is_other": False,
        "missing": len(record.open_facts),
    }  # fmt: skip


PAGES = (
    Page(
        "/workbench/cases/{case}/dossier/{fact}/moves", "dossier_fact.html.jinja", EVALUATE, _load_value_preview,
        is_preview=True, script=LIVE, part="moves_part.html.jinja",
    ),
    Page(
        "/workbench/cases/{case}/standing", "standing.html.jinja", EVALUATE, _load_provisional_score, script=LIVE,
        part="standing_part.html.jinja",
    ),
)  # fmt: skip
