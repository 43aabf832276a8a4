"""Legal diff of two scorecard versions in sentences: changed rules, bases and words, and affected outcomes.

Rules are first, with their old and new sentences and file locations. Their legal bases follow, then explanatory texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.contracts.outcomes import NO_GRADE
from rules.engine.dependencies import Dependencies
from rules.language.card_rows import card_rows, cell_changes, change_words, pair_changed_rows
from rules.language.compiler import compile_folder
from rules.language.language_versions import place_of_rule
from rules.model.diff import ScorecardDifference, VersionStep, diff_scorecards, version_step_of
from rules.model.digest import without_words
from rules.model.expressions import STAGE, TOTAL_SCORE, names_in_condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.card_rows import CardRow, RowPair
    from rules.model.diff import ScorecardChange
    from rules.model.published_version import PublishedVersion
    from rules.model.scorecard import Scorecard


_PART = re.compile(r"([a-z_]+)(?:\.rows)?(?:\[([^\]]*)\])?(?:\.rules\[([^\]]*)\])?")
_AFFECTS_EVERYTHING = frozenset({"applies", "tables", "card.compare", "card.not_applicable", "card.rounding"})
"""Paths with rules that affect all results, unlike other cells of the `card` table."""


@dataclass(frozen=True, slots=True)
class AffectedOutcomes:
    """Ids of the outcomes that a change can affect, in scorecard order; `grades` can include `NO_GRADE`."""

    gates: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


def _affected_outcomes(
    before: Scorecard, after: Scorecard, rules: Iterable[tuple[str | None, str | None]]
) -> AffectedOutcomes:
    paths = list(rules)
    old = _ImpactAnalysis(before, [was for was, _ in paths if was is not None])
    new = _ImpactAnalysis(after, [now for _, now in paths if now is not None])
    return AffectedOutcomes(
        *(tuple(dict.fromkeys((*new_ids, *other))) for new_ids, other in zip(new.movable(), old.movable(), strict=True))
    )


class _ImpactAnalysis:
    def __init__(self, card: Scorecard, paths: Iterable[str]) -> None:
        self._card = card
        self._affects_everything = False
        self._ladder_from: int | None = None
        names: set[str] = set()
        for path in paths:
            names |= self._names_at(path)
        self._names_reached = _with_dependents(card, names)

    def _names_at(self, path: str) -> set[str]:
        """Return the names changed at a path; record ladder and global changes in `self`."""
        match = _PART.match(path)
        part, id, rule = (match[1], match[2], match[3]) if match is not None else ("", None, None)
        if part in _AFFECTS_EVERYTHING or path in _AFFECTS_EVERYTHING:
            self._affects_everything = True
        if part == "ladder":
            row = self._first_of_grade(int(id)) if id is not None and id.isdigit() else 0
            self._ladder_from = row if self._ladder_from is None else min(row, self._ladder_from)
            return set()
        return self._names_of_part(part, id, rule)

    def _names_of_part(self, part: str, id: str | None, rule: str | None) -> set[str]:
        card = self._card
        if part == "stages":
            return {STAGE, *(indicator.id for indicator in card.indicators)}
        if part == "verdicts":
            return {rule} if rule is not None else {verdict_rule.id for verdict_rule in card.verdict_rules}
        if part == "records":
            return {fact.id for fact in card.facts if fact.record == id}
        if part == "sections":
            return {indicator.id for indicator in card.indicators if indicator.section == id}
        if any(part == shared.kind for shared in card.shared_rules):
            return {indicator.id for indicator in card.indicators if indicator.scale.kind == part}
        return {id} if id is not None else set()

    def _first_of_grade(self, position: int) -> int:
        rows = self._card.ladder_rows
        if position >= len(rows) or not rows[position].exception:
            return position
        return next(at for at, row in enumerate(rows) if row.grade == rows[position].grade)

    def movable(self) -> tuple[tuple[str, ...], ...]:
        card, reaches = self._card, self._reaches
        return (
            tuple(gate.id for gate in card.gates if reaches(gate.id)),
            tuple(indicator.id for indicator in card.indicators if reaches(indicator.id)),
            tuple(rule.id for rule in card.findings if reaches(rule.id, *names_in_condition(rule.when))),
            tuple(rule.id for rule in card.verdict_rules if reaches(rule.id)),
            tuple(stage.id for stage in card.stage_definitions if reaches(STAGE)),
            tuple(result.id for result in card.results if reaches(result.id, result.name)),
            self._affected_grades(),
        )

    def _reaches(self, *names: str) -> bool:
        return self._affects_everything or not self._names_reached.isdisjoint(names)

    def _affected_grades(self) -> tuple[str, ...]:
        ladder, reached = self._card.ladder, self._names_reached
        if ladder is None:
            return ()
        gates = {gate.id for gate in self._card.gates}
        if self._reaches(TOTAL_SCORE, *gates):
            return (*(grade.id for grade in ladder.grades), NO_GRADE)
        affected_rows = [
            position for position, row in enumerate(ladder.rows) if reached & set(names_in_condition(row.requires))
        ]
        first = min(map(self._first_of_grade, affected_rows), default=None)
        starts = [position for position in (first, self._ladder_from) if position is not None]
        if not starts:
            return ()
        below = {row.grade for row in ladder.rows[min(starts) :]}
        return (*(grade.id for grade in ladder.grades if grade.id in below), NO_GRADE)


def _with_dependents(card: Scorecard, names: set[str]) -> frozenset[str]:
    dependencies, reached, waiting = Dependencies(card), set(names), set(names)
    while waiting:
        waiting = set(dependencies.readers(waiting)) - reached
        reached |= waiting
    return frozenset(reached)


class ChangeCategory(StrEnum):
    """Category of a change: a deciding rule, its basis, or words and reference case, which decide nothing."""

    RULE = "rule"
    BASIS = "basis"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class LegalChange:
    """One change under a heading, with the old and the new text; a text is blank if it does not exist.

    `context` contains the unchanged cells of the row. `was_at` and `now_at` are paths in the model; `previous_location`
    and `current_location` are in the source files.
    """

    part: ChangeCategory
    heading: str
    context: str
    was: str
    now: str
    was_at: str | None
    now_at: str | None
    previous_location: Location | None
    current_location: Location | None
    step: VersionStep

    @property
    def location(self) -> Location | None:
        return self.current_location or self.previous_location


@dataclass(frozen=True, slots=True)
class LegalDifference:
    """All changes with rules first, the version step that they require, and the outcomes that they can affect."""

    changes: tuple[LegalChange, ...]
    required_step: VersionStep | None
    movable: AffectedOutcomes


def legal_difference(before: PublishedVersion, after: PublishedVersion, language: str) -> LegalDifference:
    """Compare two versions, or a version and a draft, in the words of one language."""
    old, new = _ComparedVersion(before, language), _ComparedVersion(after, language)
    difference = diff_scorecards(before.scorecard, after.scorecard)
    pairs = list(pair_changed_rows(old.rows, new.rows, {**old.means, **new.means}))
    changes = [change for pair in pairs for change in _row_changes(pair, old, new, difference)]
    owners = {owner for pair in pairs for owner in pair.tells_of}
    changes += [
        _leaf_change(change, old, new, language)
        for change in difference.changes
        if _is_unreported(change, owners, language)
    ]
    ordered = tuple(change for part in ChangeCategory for change in changes if change.part is part)
    rules = [
        (ordered_change.was_at, ordered_change.now_at)
        for ordered_change in ordered
        if ordered_change.part is ChangeCategory.RULE
    ]
    return LegalDifference(
        ordered, difference.required_step, _affected_outcomes(before.scorecard, after.scorecard, rules)
    )


class _ComparedVersion:
    def __init__(self, version: PublishedVersion, language: str) -> None:
        card = version.scorecard
        self.rows = [row for row in card_rows(card, language) if row.rule_cells]
        bare = [row for row in card_rows(without_words(card), language) if row.rule_cells]
        self.means: Mapping[CardRow, object] = {
            row: bare_row.rule_cells for row, bare_row in zip(self.rows, bare, strict=True)
        }
        locations = compile_folder(version.sources).locations if version.sources else {}
        self._locations: Mapping[str, Location] = locations.get(language) or next(iter(locations.values()), {})

    def location(self, path: str | None) -> Location | None:
        return None if path is None else place_of_rule(self._locations, path)


def _row_changes(
    pair: RowPair, old: _ComparedVersion, new: _ComparedVersion, difference: ScorecardDifference
) -> Iterator[LegalChange]:
    for change in cell_changes(pair):
        path = change.now_at or change.was_at or ""
        part, step = ChangeCategory.RULE, _step_of(path, difference)
        if change.of_basis or pair.owner.startswith("bases["):
            part, step = ChangeCategory.BASIS, VersionStep.MINOR
        elif pair.owner.startswith("reference_case"):
            part = ChangeCategory.NOTE
        yield LegalChange(
            part,
            change.heading,
            change.context,
            change.was,
            change.now,
            change.was_at,
            change.now_at,
            old.location(change.was_at),
            new.location(change.now_at),
            step,
        )


def _step_of(path: str, difference: ScorecardDifference) -> VersionStep:
    cells = [change.step for change in difference.changes if change.path.startswith(f"{path}.")]
    return max(cells) if path.endswith("]") and cells else version_step_of(path)


def _is_unreported(change: ScorecardChange, owners: Iterable[str], language: str) -> bool:
    others = tuple(f".{other_language}" for other_language in LANGUAGES if other_language != language)
    if change.step is VersionStep.PATCH:
        return not change.path.endswith(others) and not change.path.startswith("reference_case")
    return not any(change.path.startswith(owner) for owner in owners)


def _leaf_change(change: ScorecardChange, old: _ComparedVersion, new: _ComparedVersion, language: str) -> LegalChange:
    change_text = change_words(change, language)
    return LegalChange(
        ChangeCategory.NOTE if change.step is VersionStep.PATCH else ChangeCategory.RULE,
        change_text.subject,
        "",
        change_text.before,
        change_text.after,
        change.path if change.before is not None else None,
        change.path if change.after is not None else None,
        old.location(change.path) if change.before is not None else None,
        new.location(change.path) if change.after is not None else None,
        change.step,
    )
