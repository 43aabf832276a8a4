"""Criterion steps of the trail: indicators, sections, total, ladder rows, stages and verdict rules."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.contracts.intervals import point_interval
from rules.contracts.numbers import format_exact
from rules.contracts.step_contents import (
    CriterionContent,
    IndicatorContent,
    RuleContent,
    SectionContent,
    VerdictContent,
)
from rules.engine.grades import row_condition_id, row_rule_id
from rules.engine.verdicts import names_in_rule
from rules.model.expressions import names_in_condition
from rules.trail.record_figures import bounds_json, number_code, row_code
from rules.trail.rule_sentences import (
    exception_sentence,
    indicator_sentence,
    ladder_sentence,
    rule_sentence,
    stage_row_sentence,
    stage_sentence,
    verdict_sentence,
)
from rules.trail.scale_texts import SCALE_TEXTS

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.engine.score import SectionScore
    from rules.engine.verdicts import RuleStatus, VerdictResult
    from rules.model.scorecard import Indicator, LadderRow, Section, StageRow, Stages, VerdictRule, Verdicts
    from rules.trail.sentences import RuleRenderer
    from rules.trail.step_writer import StepWriter


def record_indicator(writer: StepWriter, indicator: Indicator) -> None:
    """Record the points of an indicator, its maximum, and the rows of its scale that decided."""
    inference = writer.inference
    earned = inference.score.earned[indicator.id]
    story, parts = SCALE_TEXTS[indicator.scale.kind], writer.prepared.parts.get(indicator.id, ())
    codes = [row_code(inference.first_pass[rule], writer.code(rule, condition)) for rule, condition in parts]
    memo_slot = None if writer.renders_text else earned.memo_slot
    if (
        memo_slot is not None
        and (cached_step := writer.prepared.memoized_step(indicator.id, (memo_slot, *codes))) is not None
    ):
        writer.written_steps.append(cached_step)
        return
    outcome = writer.engine.indicator_outcome(indicator.id, inference)
    conditions = {key: condition for key in ("applies", "must") if (condition := getattr(indicator, key))}
    details: dict[str, Json] = {
        key: writer.code(f"{indicator.id}:{key}", condition) for key, condition in conditions.items()
    }
    if parts:
        details["parts"] = codes
    details |= story.step_details(earned)

    def describe() -> dict[str, Json]:
        payload: dict[str, Json] = {
            **story.members(earned),
            "outcome": outcome.value,
            "points": bounds_json(earned.awarded),
            "sentence": writer.in_every_language(partial(indicator_sentence, indicator, earned)),
        }
        for key, condition in conditions.items():
            payload[key] = writer.render_clauses(condition)
        if parts:
            payload["parts"] = [
                writer.clauses.render_row(inference.first_pass[rule], condition) for rule, condition in parts
            ]
        if earned.rows:
            payload["rows"] = earned.rows
        return payload

    content = IndicatorContent(
        outcome.value, number_code(earned.awarded), format_exact(earned.maximum), earned.rows, details or None
    )
    step = f"indicators/{indicator.id}"
    writer.add(
        step,
        "indicator",
        content,
        describe,
        writer.references_to(step, lambda: writer.engine.dependencies.of((indicator.id,))),
    )
    if memo_slot is not None:
        writer.prepared.memoize_step(indicator.id, (memo_slot, *codes), writer.written_steps[-1])


def record_sections(writer: StepWriter) -> None:
    """Record the points of each section, then the total score."""
    inference, sections = writer.inference, writer.scorecard.sections
    for section in sections:
        scored = inference.score.sections[section.id]
        writer.add(
            f"sections/{section.id}",
            "section",
            SectionContent(number_code(scored.points), format_exact(scored.maximum)),
            partial(_describe_section, writer, section, scored),
            partial(_members, writer, section),
        )
    total = inference.total
    staged = (STAGE_STEP,) if inference.stages else ()
    references = (*(f"sections/{section.id}" for section in sections), *staged)

    def describe() -> dict[str, Json]:
        sentence = writer.in_every_language(
            lambda renderer: renderer.templates["total"].format(points=renderer.span(total, ""))
        )
        return {"points": bounds_json(total), "sentence": sentence}

    writer.add("score", "score", (number_code(total),), describe, lambda: references)


def _members(writer: StepWriter, section: Section) -> tuple[str, ...]:
    return tuple(f"indicators/{item.id}" for item in writer.engine.plan.members[section.id])


def _describe_section(writer: StepWriter, section: Section, scored: SectionScore) -> dict[str, Json]:
    def write(renderer: RuleRenderer) -> str:
        return renderer.templates["section"].format(
            name=section.labels.get(renderer.language, section.id),
            points=renderer.span(scored.points, ""),
            maximum=renderer.span(point_interval(scored.maximum), ""),
        )

    return {"points": bounds_json(scored.points), "sentence": writer.in_every_language(write)}


def record_ladder_row(writer: StepWriter, index: int, row: LadderRow) -> None:
    """Record the outcome of a row of the ladder."""
    ladder = writer.scorecard.ladder
    outcome = writer.inference.second_pass[row_rule_id(index)]
    rule = row_rule_id(index) if ladder is None else row_condition_id(ladder, index)
    sentence = exception_sentence if row.exception else ladder_sentence

    def describe() -> dict[str, Json]:
        return {
            "grade": row.grade,
            "outcome": outcome.value,
            "sentence": writer.in_every_language(partial(sentence, row)),
            "clauses": writer.render_clauses(row.requires),
        }

    content = CriterionContent(outcome.value, writer.code(rule, row.requires))
    writer.add(f"ladder/{index + 1}", "ladder_row", content, describe, lambda: ("score",))


STAGE_STEP = "stage"


def record_stages(writer: StepWriter, stages: Stages) -> None:
    """Record each row of the stages with its clauses, then the possible stages."""
    inference = writer.inference
    rows = tuple(f"stages/{number}" for number in range(1, len(stages.rows) + 1))
    for index, (step, row) in enumerate(zip(rows, stages.rows, strict=True)):
        rule = f"stage:{index}"
        outcome = inference.first_pass[rule].value
        writer.add(
            step,
            "stage_row",
            CriterionContent(outcome, writer.code(rule, row.when)),
            partial(_describe_row, writer, row, outcome),
            writer.references_to(step, partial(names_in_condition, row.when)),
        )

    def describe() -> dict[str, Json]:
        sentence = writer.in_every_language(
            lambda renderer: stage_sentence(inference.stages, inference.score.stages, renderer)
        )
        return {"stages": list(inference.stages), "sentence": sentence}

    writer.add(STAGE_STEP, "stage", (inference.stages,), describe, lambda: rows)


def _describe_row(writer: StepWriter, row: StageRow, outcome: str) -> dict[str, Json]:
    return {
        "stage": row.stage,
        "outcome": outcome,
        "sentence": writer.in_every_language(partial(stage_row_sentence, row)),
        "clauses": writer.render_clauses(row.when),
    }


VERDICT_STEP = "verdict"


def record_verdict(writer: StepWriter, verdicts: Verdicts, judged: VerdictResult) -> None:
    """Record the verdict that follows from the rules."""
    rules = tuple(f"rules/{rule.id}" for rule in verdicts.rules)
    possible = [verdict.value for verdict in judged.possible]

    def describe() -> dict[str, Json]:
        return {
            "verdict": judged.verdict.value,
            "verdicts": possible,
            "deciding_rules": list(judged.deciding),
            "sentence": writer.in_every_language(lambda renderer: verdict_sentence(judged, renderer)),
        }

    content = VerdictContent(judged.verdict.value, possible, judged.deciding)
    writer.add(VERDICT_STEP, "verdict", content, describe, lambda: rules)


def record_rule(writer: StepWriter, verdicts: Verdicts, rule: VerdictRule, answer: RuleStatus) -> None:
    """Record the outcome of a rule, and whether it is in force."""
    named = [(f"verdict:{rule.id}:{index}", row.when) for index, row in enumerate(rule.rows)]
    rows = [(writer.inference.first_pass[name], when) for name, when in named]

    def describe() -> dict[str, Json]:
        payload: dict[str, Json] = {
            "outcome": answer.outcome.value,
            "in_force": answer.in_force.value,
            "verdict": rule.verdict.value,
            "sentence": writer.in_every_language(partial(rule_sentence, rule, writer.values)),
            "parts": [writer.clauses.render_row(outcome, when) for outcome, when in rows],
        }
        return {**payload, "coming": True} if answer.is_upcoming else payload

    step = f"rules/{rule.id}"
    content = RuleContent(
        answer.outcome.value,
        answer.in_force.value,
        rule.verdict.value,
        [row_code(writer.inference.first_pass[name], writer.code(name, when)) for name, when in named],
        "coming" if answer.is_upcoming else None,
    )
    writer.add(step, "rule", content, describe, writer.references_to(step, lambda: names_in_rule(verdicts, rule)))
