"""Text of an evaluation difference and the rule changes behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.api import legal_difference, record_results
from rules.contracts import Bounds, Conclusion, Figure, join_items, parse_exact, typeset
from rules.engine import Dependencies
from rules.model import DIGEST_LENGTH, names_in_condition
from rules.rehearsal import ChangeCategory
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import word_of
from service.output.report.formatters import CardFormatter
from service.output.terminal.render_version_difference import change_lines
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model import PublishedVersion, Scorecard
    from rules.rehearsal import LegalChange
    from service.cli.simulate import SimulatedChanges
    from touchstone.v1 import evaluation_service_pb2
    from touchstone.v1.evaluation_service_pb2 import EvaluationDifference


_PART = re.compile(r"(\w+)(?:\[([^\]]*)\])?")
_LADDER_ROW = re.compile(r"ladder\.rows\[(\d+)\]")
_STAGE_PARTS = ("stages",)
_GENERAL_PARTS = ("settings", "applies", "tables", "records", "facts")


def _moved_rows(
    difference: EvaluationDifference, before: PublishedVersion, after: PublishedVersion, language: str
) -> tuple[LegalChange, ...]:
    if before.rule_digest == after.rule_digest:
        return ()
    bearing = _RelevanceFilter(difference, before, after)
    every = legal_difference(before, after, language).changes
    return tuple(change for change in every if change.part is ChangeCategory.RULE and bearing.has(change))


class _RelevanceFilter:
    def __init__(self, difference: EvaluationDifference, before: PublishedVersion, after: PublishedVersion) -> None:
        earlier, other = difference.before, difference.after
        olds, news = ({each.grade: each.possibility for each in side.grades} for side in (earlier, other))
        self._grades = {grade for grade, _ in olds.items() ^ news.items()}
        self._before, self._after = before.scorecard, after.scorecard
        stages, verdicts = ([read(side) for side in (earlier, other)] for read in (_stages_of, _verdicts_of))
        self._stage, self._verdict = stages[0] != stages[1], verdicts[0] != verdicts[1]
        self._grade = earlier.kind != other.kind or bool(self._grades)
        self._criteria = {moved.criterion_id for moved in difference.criterion_differences}
        self._criteria |= {moved.finding_id for moved in difference.finding_differences}
        self._results = {moved.result_id for moved in difference.figure_differences}
        self._shared = {rules.kind for scorecard in (self._before, self._after) for rules in scorecard.shared_rules}
        self._names = Dependencies(self._after).names_behind(set(self._moved_names(self._after)))
        self._any_moved = bool(self._criteria or self._results or self._grade or self._stage or self._verdict)

    def _moved_names(self, card: Scorecard) -> Iterator[str]:
        yield from self._criteria
        yield from (result.name for result in card.results if result.id in self._results)
        if self._grade and card.ladder is not None:
            yield from (name for row in card.ladder.rows for name in names_in_condition(row.requires))
        if self._verdict and card.verdicts is not None:
            yield from (rule.id for rule in card.verdicts.rules)
        if self._stage and card.stages is not None:
            yield from (name for row in card.stages.rows for name in names_in_condition(row.when))

    def has(self, change: LegalChange) -> bool:
        path = change.now_at or change.was_at or ""
        match = _PART.match(path)
        part, id = (match[1], match[2] or "") if match else ("", "")
        if part == "ladder":
            return _ladder_grade(path, self._before if change.now_at is None else self._after) in self._grades
        if part in _STAGE_PARTS:
            return self._stage
        if part == "verdicts":
            return self._verdict
        if part == "sections" or part in self._shared:
            return bool(self._criteria) or self._grade
        if part == "results":
            return id in self._results
        if part in _GENERAL_PARTS:
            return self._any_moved
        return id in self._names


def _stages_of(conclusion: evaluation_pb2.Conclusion) -> tuple[object, ...]:
    return conclusion.stage, *conclusion.stages


def _verdicts_of(conclusion: evaluation_pb2.Conclusion) -> tuple[object, ...]:
    return conclusion.verdict, *conclusion.verdicts, *conclusion.deciding_rule_ids


def _ladder_grade(path: str, card: Scorecard) -> str | None:
    match = _LADDER_ROW.match(path)
    return card.ladder.rows[int(match[1])].grade if match is not None and card.ladder is not None else None


_INDICATOR = evaluation_pb2.CriterionResult.KIND_INDICATOR


def difference_text(
    difference: evaluation_service_pb2.EvaluationDifference,
    before: PublishedVersion,
    after: PublishedVersion,
    language: str,
) -> str:
    """Render both conclusions, all differences, and the responsible rule changes."""
    spoken = words(language)
    old, new = (CardFormatter(version.scorecard, language) for version in (before, after))
    lines = [
        *_conclusion(spoken["before"], difference.before, old, before),
        *_conclusion(spoken["after"], difference.after, new, after),
        "",
    ]
    moved = [
        *_criteria(difference, old, new),
        *_findings(difference, old, new),
        *_figures(difference, old, new),
        *_record_figures(difference, old, new),
    ]
    if moved:
        lines.append(spoken["differs"])
        lines += [f"  {line}" for line in moved]
    else:
        lines.append(spoken["same"])
    text = typeset("\n".join((*lines, *_tables(difference, spoken))), language)
    rows = _moved_rows(difference, before, after, language)
    moved_by = ["", spoken["moved_by"], *(f"  {line}" for line in change_lines(rows, language))] if rows else []
    return "\n".join((text, *moved_by, "", spoken["not_stored"]))


def simulated_changes_text(wanted: SimulatedChanges, version: PublishedVersion, language: str) -> str:
    """Render the input changes; empty if there are none."""
    spoken = words(language)
    renderer = CardFormatter(version.scorecard, language).renderer
    lines = []
    for pair in wanted.facts:
        id, _, value = pair.partition("=")
        lines.append(spoken["tried_value"].format(name=renderer.name(id), value=value.strip()))
    lines += [spoken["tried_unknown"].format(name=renderer.name(id)) for id in wanted.without]
    for pair in wanted.settings:
        id, _, choice = pair.partition("=")
        lines.append(spoken["tried_value"].format(name=renderer.name(id), value=renderer.choice(id, choice)))
    lines += [spoken["tried_previous"].format(file=file) for file in wanted.previous]
    if wanted.fragment is not None:
        lines.append(spoken["tried_file"].format(file=wanted.fragment))
    if not lines:
        return ""
    return typeset(spoken["tried"].format(changes=spoken["joins"]["clauses"].join(lines)), language) + "\n\n"


def _conclusion(
    title: str, message: evaluation_pb2.Conclusion, formatter: CardFormatter, version: PublishedVersion
) -> Iterator[str]:
    conclusion = ANSWERS.read(Conclusion, message)
    number = version.scorecard.card.version
    named = number if version.publish_time else words(formatter.language)["draft"].format(version=number)
    joins = words(formatter.language)["joins"]
    yield joins["pair"].format(name=joins["aside"].format(text=title, aside=named), value=formatter.kind_of(conclusion))
    lines = (
        formatter.grade_line(conclusion),
        formatter.verdict_line(conclusion),
        formatter.stage_line(conclusion),
        formatter.score_line(conclusion),
    )
    yield from (f"  {line}" for line in lines if line)


def _criteria(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    spoken = words(new.language)
    for change in difference.criterion_differences:
        has_before, has_after = change.HasField("before"), change.HasField("after")
        outcome_differs = has_before and has_after and change.before.outcome != change.after.outcome
        name = _name(change.criterion_id, new if has_after else old)
        before = _criterion_text(change.before, old, outcome=outcome_differs) if has_before else spoken["absent"]
        after = _criterion_text(change.after, new, outcome=outcome_differs) if has_after else spoken["absent"]
        moves = spoken["moves"].format(before=before, after=after)
        waiting = _missing_inputs_text(change.criterion_id, difference, new) if has_after else ""
        yield spoken["joins"]["pair"].format(name=name, value=moves + waiting)


def _findings(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    spoken = words(new.language)
    for change in difference.finding_differences:
        is_after = change.HasField("after")
        formatter, finding = (new, change.after) if is_after else (old, change.before)
        labels = {rule.id: rule.labels for rule in formatter.scorecard.findings}
        severity = formatter.words["severity"][word_of(evaluation_pb2.Finding.Severity, finding.severity)]
        label = formatter.label(labels.get(change.finding_id, {}))
        name = spoken["finding"].format(severity=severity, id=change.finding_id, name=label).rstrip()
        before = _finding_state(change.before if change.HasField("before") else None, old)
        after = _finding_state(change.after if is_after else None, new)
        waiting = _missing_inputs_text(change.finding_id, difference, new) if is_after else ""
        moves = spoken["moves"].format(before=before, after=after)
        yield spoken["joins"]["pair"].format(name=name, value=moves + waiting)


def _finding_state(finding: evaluation_pb2.Finding | None, formatter: CardFormatter) -> str:
    if finding is None:
        return str(words(formatter.language)["not_raised"])
    return str(formatter.words["raised" if finding.outcome == evaluation_pb2.OUTCOME_MET else "finding_open"])


def _figures(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    spoken = words(new.language)
    for change in difference.figure_differences:
        has_before, has_after = change.HasField("before"), change.HasField("after")
        formatter = new if has_after else old
        labels = {result.id: result.labels for result in formatter.scorecard.results}
        before = old.figure(ANSWERS.read(Figure, change.before)) if has_before else spoken["absent"]
        after = new.figure(ANSWERS.read(Figure, change.after)) if has_after else spoken["absent"]
        label = formatter.label(labels.get(change.result_id, {}), change.result_id)
        waiting = _missing_inputs_text(change.result_id, difference, new) if has_after else ""
        moves = spoken["moves"].format(before=before, after=after)
        yield spoken["joins"]["pair"].format(name=label, value=moves + waiting)


def _record_figures(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    spoken = words(new.language)
    for change in difference.record_figure_differences:
        has_before, has_after = change.HasField("before"), change.HasField("after")
        formatter = new if has_after else old
        labels = {result.id: result.labels for result in record_results(formatter.scorecard)}
        label = formatter.label(labels.get(change.result_id, {}), change.result_id)
        list_name = formatter.renderer.name(change.list_id)
        named = spoken["joins"]["aside"].format(text=label, aside=f"{list_name} {change.record_key}")
        absent = (
            spoken["no_record"]
            if _defines_record_result(old, change.result_id) and _defines_record_result(new, change.result_id)
            else spoken["absent"]
        )
        before = old.figure(ANSWERS.read(Figure, change.before)) if has_before else absent
        after = new.figure(ANSWERS.read(Figure, change.after)) if has_after else absent
        yield spoken["joins"]["pair"].format(name=named, value=spoken["moves"].format(before=before, after=after))


def _defines_record_result(formatter: CardFormatter, result: str) -> bool:
    return any(record_result.id == result for record_result in record_results(formatter.scorecard))


def _missing_inputs_text(id: str, difference: evaluation_service_pb2.EvaluationDifference, new: CardFormatter) -> str:
    for answer in difference.after_open_answers:
        if answer.answer_id == id:
            quantities = (value.quantity_id for value in answer.missing_values)
            names = (*answer.fact_ids, *answer.setting_ids, *quantities, *answer.left_open_ids)
            labels = (name if "[" in name else new.renderer.name(name) for name in names)
            return str(new.words["waits"].format(what=join_items(dict.fromkeys(labels), new.language)))
    return ""


def _tables(difference: evaluation_service_pb2.EvaluationDifference, spoken: dict[str, str]) -> Iterator[str]:
    before, after = (
        ", ".join(f"{use.name}@{use.edition} ({use.digest[:DIGEST_LENGTH]})" for use in uses)
        for uses in (difference.before_tables, difference.after_tables)
    )
    if before and before != after:
        yield from ("", spoken["tables_before"].format(tables=before))
    if after:
        yield from ("", spoken["tables_after"].format(tables=after))


def _name(id: str, formatter: CardFormatter) -> str:
    card = formatter.scorecard
    labels = {
        **{gate.id: gate.labels for gate in card.gates},
        **{indicator.id: indicator.labels for indicator in card.indicators},
    }
    label = formatter.label(labels.get(id, {}))
    return f"{id} {label}".rstrip()


def _criterion_text(result: evaluation_pb2.CriterionResult, formatter: CardFormatter, *, outcome: bool) -> str:
    name = word_of(evaluation_pb2.Outcome, result.outcome)
    outcome_text = str(formatter.words["outcomes"][name])
    if result.kind != _INDICATOR or not result.HasField("points"):
        return outcome_text
    points = str(
        words(formatter.language)["points_of"].format(
            points=formatter.figure(Figure(unit="point", exact=ANSWERS.read(Bounds, result.points))),
            maximum=formatter.points(parse_exact(result.maximum_points)),
        )
    )
    return (
        str(words(formatter.language)["joins"]["aside"].format(text=points, aside=outcome_text)) if outcome else points
    )
