"""Unknown inputs of a question, and the criteria that each can still change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.extents import ChoiceExtent, Extent, ListRecord, NotApplicable, RecordsExtent, is_known, records_of
from rules.contracts.outcomes import Outcome
from rules.engine.grades import graded_rows
from rules.engine.lazy_extents import LazyExtents, with_extents
from rules.model.expressions import STAGE, TOTAL_SCORE, names_in_condition
from rules.model.name_usage import names_in_row
from rules.program.abstract_interpretation import walk_choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.engine.dependencies import Dependencies
    from rules.engine.inference import Inference, InferenceQuestion
    from rules.engine.plan import Plan
    from rules.model.scorecard import FactDefinition, RecordType, Scorecard


class UnknownInput(NamedTuple):
    """One unknown: an unset setting, an unknown fact, or an unknown field of the record `key`."""

    name: str
    definition: FactDefinition | None = None
    list: str | None = None
    key: str | None = None

    @property
    def id(self) -> str:
        return f"{self.list}[{self.key}].{self.name}" if self.list else self.name

    @property
    def is_setting(self) -> bool:
        return self.definition is None


def list_unknowns(scorecard: Scorecard, question: InferenceQuestion) -> tuple[UnknownInput, ...]:
    """List everything unknown: settings, then facts, then record fields and lists."""
    leaves = [UnknownInput(setting.id) for setting in scorecard.settings if question.settings.get(setting.id) is None]
    lists: list[UnknownInput] = []
    records = {record.id: record for record in scorecard.records}
    plain = question.facts.plain if isinstance(question.facts, LazyExtents) else ()
    for definition in scorecard.facts:
        if definition.id in plain:
            continue
        extent = question.facts[definition.id]
        if is_known(extent):
            continue
        if isinstance(extent, RecordsExtent) and extent.records is not None:
            lists += _unknown_fields(definition.id, extent.records, records[definition.record or ""])
        elif isinstance(extent, RecordsExtent):
            lists.append(UnknownInput(definition.id, definition))
        else:
            leaves.append(UnknownInput(definition.id, definition))
    return (*leaves, *lists)


def _unknown_fields(owner: str, rows: Iterable[ListRecord], record: RecordType) -> Iterator[UnknownInput]:
    fields = {field.id: field for field in record.fields}
    for row in rows:
        for name, part in row.fields.items():
            if not is_known(part):
                yield UnknownInput(name, fields[name], owner, row.key)


def with_value(question: InferenceQuestion, leaf: UnknownInput, extent: Extent) -> InferenceQuestion:
    """Return the question with one unknown set or narrowed."""
    return with_values(question, [(leaf, extent)])


def with_values(question: InferenceQuestion, chosen: Iterable[tuple[UnknownInput, Extent]]) -> InferenceQuestion:
    """Return the question with several unknowns set or narrowed."""
    settings: dict[str, str | None] = {}
    facts: dict[str, Extent] = {}
    fields: dict[str, dict[str, dict[str, Extent]]] = {}
    for leaf, extent in chosen:
        if leaf.is_setting:
            settings[leaf.name] = min(extent.possible) if isinstance(extent, ChoiceExtent) else None
        elif leaf.list is None:
            facts[leaf.name] = extent
        else:
            fields.setdefault(leaf.list, {}).setdefault(leaf.key or "", {})[leaf.name] = extent
    for name, by_key in fields.items():
        listed = question.facts[name]
        if isinstance(listed, RecordsExtent) and listed.records is not None:
            facts[name] = RecordsExtent(
                tuple(
                    ListRecord(record.key, {**record.fields, **by_key[record.key]}) if record.key in by_key else record
                    for record in listed.records
                )
            )
    if settings:
        question = replace(question, settings={**question.settings, **settings})
    return replace(question, facts=with_extents(question.facts, facts)) if facts else question


def extents_of_unknowns(question: InferenceQuestion, leaves: Iterable[UnknownInput]) -> Iterator[Extent]:
    """Yield the extent of each unknown. Settings are not allowed."""
    records: dict[str, dict[str, ListRecord]] = {}
    for leaf in leaves:
        if leaf.list is None:
            yield question.facts.get(leaf.name, NotApplicable())
            continue
        if leaf.list not in records:
            records[leaf.list] = {record.key: record for record in records_of(question.facts[leaf.list])}
        yield records[leaf.list][leaf.key or ""].fields[leaf.name]


_UndeterminedCriterion = tuple[str, tuple[str, ...]]


def open_criteria_by_name(plan: Plan, dependencies: Dependencies, inference: Inference) -> dict[str, tuple[str, ...]]:
    """Map each input of an undetermined result to the criteria, ladder rows and findings that it affects.

    Every input that can change the conclusion is included, and possibly others.
    """
    criteria_by_name: dict[str, list[str]] = {}
    parts = (
        _before_points(plan, inference), _stages(plan, inference), _verdicts(inference), _points(plan, inference)
    )  # fmt: skip
    for part in parts:
        for criterion, names in part:
            for leaf in dependencies.of(names):
                criteria_by_name.setdefault(leaf, []).append(criterion)
    return {name: tuple(dict.fromkeys(criteria)) for name, criteria in criteria_by_name.items()}


def grade_criterion_id(grade: str) -> str:
    """Return the criterion id for an undetermined grade."""
    return f"grade-{grade}"


def _before_points(plan: Plan, inference: Inference) -> Iterator[_UndeterminedCriterion]:
    if inference.applies is Outcome.UNDETERMINED:
        yield "card", names_in_condition(plan.scorecard.applies)
    for gate in plan.scorecard.gates:
        if inference.passes[gate.id] is Outcome.UNDETERMINED:
            yield gate.id, (gate.id,)


def _stages(plan: Plan, inference: Inference) -> Iterator[_UndeterminedCriterion]:
    stages = plan.scorecard.stages
    if stages is not None and plan.stage is not None and len(inference.stages) > 1:
        for position in walk_choice(plan.stage, inference.first_pass).open:
            yield STAGE, names_in_condition(stages.rows[position].when)


def _verdicts(inference: Inference) -> Iterator[_UndeterminedCriterion]:
    judged = inference.verdict_result
    if judged is None or len(judged.possible) == 1:
        return
    for rule in judged.rules:
        if rule.holds is Outcome.UNDETERMINED and rule.verdict in judged.possible:
            yield rule.rule, (rule.rule,)


def _points(plan: Plan, inference: Inference) -> Iterator[_UndeterminedCriterion]:
    scorecard = plan.scorecard
    score_matters = scorecard.ladder is None
    rows = list(graded_rows(scorecard.ladder))
    for position in walk_choice(plan.grade, inference.second_pass).open if plan.grade is not None else ():
        score_matters, (_, row) = True, rows[position]
        read = names_in_row(scorecard, row)
        yield grade_criterion_id(row.grade), tuple(name for name in read if name != TOTAL_SCORE)
    for indicator in scorecard.indicators:
        earned = inference.score.earned[indicator.id]
        if score_matters and (earned.awarded.value is None or earned.applies is Outcome.UNDETERMINED):
            yield indicator.id, (indicator.id,)
    for finding in scorecard.findings:
        if inference.second_pass[f"finding:{finding.id}"] is Outcome.UNDETERMINED:
            yield finding.id, names_in_condition(finding.when)
