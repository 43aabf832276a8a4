"""Which rows of the feature files moved what a simulation shows?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.engine.dependencies import Dependencies
from rules.language.compiler import compile_folder
from rules.language.twins import nearest_place
from rules.model.diff import ChangeKind, Step, diff, sentence
from rules.model.digest import canonical_order
from rules.model.expressions import names_in_condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.diagnostics import Location
    from rules.model.diff import Change
    from rules.model.published import Published
    from rules.model.scorecard import LadderRow, Scorecard
    from touchstone.v1.evaluation_service_pb2 import EvaluationDifference

_PART = re.compile(r"(\w+)(?:\[([^\]]*)\])?")
_LADDER_ROW = re.compile(r"ladder\.rows\[([^\]]*)\]")
_NUMBER = re.compile(r"\[(\d+)\]")
_OF_STAGE = ("stages",)
_OF_ANYTHING = ("settings", "applies", "tables", "records", "facts")


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One change of the rules that bears on what moved: in words, and the row as it stands in its file.

    `gone` says that it stood there, in the version before.
    """

    text: str
    place: str
    line: str
    gone: bool


def moved_rows(
    difference: EvaluationDifference, before: Published, after: Published, language: str
) -> tuple[MovedRow, ...]:
    """List the changes of the rules that bear on what moved, in the order of the scorecard.

    A change bears on it if it stands in a criterion, result, ladder, stage or verdict that moved, or in a quantity
    behind one.
    """
    bearing = _Bearing(difference, before, after)
    every = diff(before.scorecard, after.scorecard).changes
    changes = [one for one in every if one.step is not Step.PATCH and bearing.has(one)]  # words move nothing
    if not changes:
        return ()
    old, new = _File(before, language), _File(after, language)
    return tuple(_row(change, old, new, language) for change in changes)


class _Bearing:
    """Says of a change whether it bears on what moved."""

    def __init__(self, difference: EvaluationDifference, before: Published, after: Published) -> None:
        one, other = difference.before, difference.after
        olds, news = ({each.grade: each.possibility for each in side.grades} for side in (one, other))
        self._grades = {grade for grade in {**olds, **news} if olds.get(grade) != news.get(grade)}
        self._before, self._after = before.scorecard, after.scorecard
        self._stage = (one.stage, *one.stages) != (other.stage, *other.stages)
        self._verdict = (one.verdict, *one.verdicts, *one.deciding_rule_ids) != (
            other.verdict,
            *other.verdicts,
            *other.deciding_rule_ids,
        )
        self._grade = (one.kind, bool(self._grades)) != (other.kind, False)
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
        self._shared = {rules.kind for one in (self._before, self._after) for rules in one.shared_rules}
        self._names = Dependencies(card).names_behind(names)
        self._any = bool(self._criteria or self._results or self._grade or self._stage or self._verdict)

    def has(self, change: Change) -> bool:
        """Say it of one change."""
        match = _PART.match(change.path)
        part, id = (match[1], match[2] or "") if match else ("", "")
        if part == "ladder":
            row = _ladder_row(change.path, self._before if change.kind is ChangeKind.REMOVED else self._after)
            return row is not None and row.grade in self._grades
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


def _ladder_row(path: str, card: Scorecard) -> LadderRow | None:
    """Find the row of a path, which is named by its grade where no two rows have the same, else by its number."""
    found = _LADDER_ROW.match(path)
    ladder = canonical_order(card).ladder
    rows = () if ladder is None else ladder.rows
    if found is None:
        return None
    named = next((row for row in rows if row.grade == found[1]), None)
    if len({row.grade for row in rows}) == len(rows):
        return named
    number = int(found[1]) if found[1].isdigit() else 0
    return rows[number - 1] if 0 < number <= len(rows) else None


class _File:
    """The feature files of one version, with the places of its parts."""

    def __init__(self, version: Published, language: str) -> None:
        self._sources = version.sources
        self._card = version.scorecard
        locations = compile_folder(version.sources).locations if version.sources else {}
        self._locations = locations.get(language) or next(iter(locations.values()), {})

    def line(self, path: str) -> tuple[str, str]:
        """Give the place of a part, and the line that stands there; nothing where there is none."""
        at = self._at(path)
        if at is None or at.path not in self._sources:
            return "", ""
        lines = self._sources[at.path].splitlines()
        return f"{at.path}:{at.line}", " ".join(lines[at.line - 1].split()) if at.line <= len(lines) else ""

    def _at(self, path: str) -> Location | None:
        # Differences count rows from 1, places from 0.
        row = _ladder_row(path, self._card)
        if row is not None and self._card.ladder is not None:
            return nearest_place(self._locations, f"ladder.rows[{self._card.ladder.rows.index(row)}]")
        return nearest_place(self._locations, _NUMBER.sub(lambda found: f"[{int(found[1]) - 1}]", path))


def _row(change: Change, old: _File, new: _File, language: str) -> MovedRow:
    # Rows are counted in the version that has them; one that changed, in the later.
    gone = change.kind is ChangeKind.REMOVED
    place, line = (old if gone else new).line(change.path)
    return MovedRow(sentence(change, language), place, line, gone)


def moved_lines(rows: tuple[MovedRow, ...], words: dict[str, str]) -> Iterator[str]:
    """Write the rows: where each stands, what changes, and the row itself."""
    if rows:
        yield words["moved_by"]
    for row in rows:
        yield "  " + words["moved_row"].format(place=row.place, text=row.text) if row.place else f"  {row.text}"
        if row.line:
            yield f"    {'-' if row.gone else '+'} {row.line}"
