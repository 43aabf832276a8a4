"""Rule changes behind a simulation: the changed rows that bear on criteria or conclusions that moved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.api import legal_difference
from rules.engine import Dependencies
from rules.model import names_in_condition
from rules.rehearsal import ChangeCategory

if TYPE_CHECKING:
    from rules.model import PublishedVersion, Scorecard
    from rules.rehearsal import LegalChange
    from touchstone.v1.evaluation_service_pb2 import EvaluationDifference

_PART = re.compile(r"(\w+)(?:\[([^\]]*)\])?")
_LADDER_ROW = re.compile(r"ladder\.rows\[(\d+)\]")
_OF_STAGE = ("stages",)
_OF_ANYTHING = ("settings", "applies", "tables", "records", "facts")


def moved_rows(
    difference: EvaluationDifference, before: PublishedVersion, after: PublishedVersion, language: str
) -> tuple[LegalChange, ...]:
    """List the changes of the rules that bear on what moved, in the order of the scorecard.

    A change bears on it if it stands in a criterion, result, ladder, stage or verdict that moved, or in a quantity
    behind one.
    """
    if before.rule_digest == after.rule_digest:
        return ()
    bearing = _RelevanceFilter(difference, before, after)
    every = legal_difference(before, after, language).changes
    return tuple(change for change in every if change.part is ChangeCategory.RULE and bearing.has(change))


class _RelevanceFilter:
    """Says of a change whether it bears on what moved."""

    def __init__(self, difference: EvaluationDifference, before: PublishedVersion, after: PublishedVersion) -> None:
        earlier, other = difference.before, difference.after
        olds, news = ({each.grade: each.possibility for each in side.grades} for side in (earlier, other))
        self._grades = {grade for grade in {**olds, **news} if olds.get(grade) != news.get(grade)}
        self._before, self._after = before.scorecard, after.scorecard
        self._stage = (earlier.stage, *earlier.stages) != (other.stage, *other.stages)
        self._verdict = (earlier.verdict, *earlier.verdicts, *earlier.deciding_rule_ids) != (
            other.verdict,
            *other.verdicts,
            *other.deciding_rule_ids,
        )
        self._grade = (earlier.kind, bool(self._grades)) != (other.kind, False)
        self._criteria = {moved.criterion_id for moved in difference.criterion_differences}
        self._results = {moved.result_id for moved in difference.figure_differences}
        card = after.scorecard
        names = {*self._criteria, *(result.name for result in card.results if result.id in self._results)}
        if self._grade and card.ladder is not None:
            names.update(name for row in card.ladder.rows for name in names_in_condition(row.requires))
        if self._verdict and card.verdicts is not None:
            names.update(rule.id for rule in card.verdicts.rules)
        if self._stage and card.stages is not None:
            names.update(name for row in card.stages.rows for name in names_in_condition(row.when))
        self._shared = {rules.kind for scorecard in (self._before, self._after) for rules in scorecard.shared_rules}
        self._names = Dependencies(card).names_behind(names)
        self._any = bool(self._criteria or self._results or self._grade or self._stage or self._verdict)

    def has(self, change: LegalChange) -> bool:
        """Say it of one change."""
        path = change.now_at or change.was_at or ""
        match = _PART.match(path)
        part, id = (match[1], match[2] or "") if match else ("", "")
        if part == "ladder":
            return _ladder_grade(path, self._before if change.now_at is None else self._after) in self._grades
        if part in _OF_STAGE:
            return self._stage
        if part == "verdicts":
            return self._verdict
        if part == "sections" or part in self._shared:
            return bool(self._criteria) or self._grade
        if part == "results":
            return id in self._results
        if part in _OF_ANYTHING:
            return self._any
        return id in self._names


def _ladder_grade(path: str, card: Scorecard) -> str | None:
    """Give the grade of the row at a path; None where it is no row."""
    match = _LADDER_ROW.match(path)
    return card.ladder.rows[int(match[1])].grade if match is not None and card.ladder is not None else None
