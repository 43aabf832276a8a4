"""Legal diff of two versions in card sentences: changed rules, bases and words, and what they can affect.

Rules come first, as they were and as they are, in the sentences of the card and with their places in its files; then
what they rest on; then words for people.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.contracts.outcomes import NO_GRADE
from rules.engine.dependencies import Dependencies
from rules.language.card_rows import card_rows, cell_changes, pair_changed_rows
from rules.language.change_words import change_words
from rules.language.compiler import compile_folder
from rules.language.language_versions import place_of_rule
from rules.model.diff import (
    ScorecardDifference,
    VersionStep,
    diff_scorecards,
    version_step_of,
)
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
_EVERYTHING = frozenset({"applies", "tables", "card.compare", "card.not_applicable", "card.rounding"})
"""The places whose rules bear on all results; what else the table of the card says moves none."""


@dataclass(frozen=True, slots=True)
class AffectedOutcomes:
    """What a change can move, each by its ids in the order of the card; "none" among the grades is that of no grade."""

    gates: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()


def affected_outcomes(
    before: Scorecard, after: Scorecard, rules: Iterable[tuple[str | None, str | None]]
) -> AffectedOutcomes:
    """Say what the rules at these places, before and after, bear on; what only one side has is told as well."""
    paths = list(rules)
    old = _ImpactAnalysis(before, [was for was, _ in paths if was is not None])
    new = _ImpactAnalysis(after, [now for _, now in paths if now is not None])
    return AffectedOutcomes(
        *(tuple(dict.fromkeys((*new_ids, *other))) for new_ids, other in zip(new.movable(), old.movable(), strict=True))
    )


class _ImpactAnalysis:
    """Everything in one card that some of its rules bear on."""

    def __init__(self, card: Scorecard, paths: Iterable[str]) -> None:
        self._card = card
        self._every = False
        self._ladder_from: int | None = None
        names: set[str] = set()
        for path in paths:
            names |= self._names(path)
        self._names_reached = _closure(card, names)

    def _names(self, path: str) -> set[str]:
        """Name what stands at a place."""
        match = _PART.match(path)
        part, id, rule = (match[1], match[2], match[3]) if match is not None else ("", None, None)
        card = self._card
        if part in _EVERYTHING or path in _EVERYTHING:
            self._every = True
        if part == "ladder":
            row = self._first_of_grade(int(id)) if id is not None and id.isdigit() else 0
            self._ladder_from = row if self._ladder_from is None else min(row, self._ladder_from)
            return set()
        if part == "stages":
            return {STAGE, *(indicator.id for indicator in card.indicators)}
        if part == "verdicts":
            every = {verdict_rule.id for verdict_rule in card.verdicts.rules} if card.verdicts is not None else set()
            return {rule} if rule is not None else every
        if part == "records":
            return {fact.id for fact in card.facts if fact.record == id}
        if part == "sections":
            return {indicator.id for indicator in card.indicators if indicator.section == id}
        if any(part == shared.kind for shared in card.shared_rules):
            return {indicator.id for indicator in card.indicators if indicator.scale.kind == part}
        return {id} if id is not None else set()

    def _first_of_grade(self, position: int) -> int:
        """Give the place itself, of an exception that of the first row of its grade, which it bears on."""
        rows = self._card.ladder.rows if self._card.ladder is not None else ()
        if position >= len(rows) or not rows[position].exception:
            return position
        return next(at for at, row in enumerate(rows) if row.grade == rows[position].grade)

    def movable(self) -> tuple[tuple[str, ...], ...]:
        """List what is reached, kind by kind."""
        card, reached = self._card, self._names_reached
        rules = card.verdicts.rules if card.verdicts is not None else ()
        stages = card.stages.stages if card.stages is not None else ()
        findings = (
            finding.id
            for finding in card.findings
            if reached & {finding.id, *names_in_condition(finding.when)} or self._every
        )
        return (
            tuple(gate.id for gate in card.gates if gate.id in reached or self._every),
            tuple(indicator.id for indicator in card.indicators if indicator.id in reached or self._every),
            tuple(findings),
            tuple(rule.id for rule in rules if rule.id in reached or self._every),
            tuple(stage.id for stage in stages if STAGE in reached or self._every),
            tuple(result.id for result in card.results if reached & {result.id, result.name} or self._every),
            self._grades(),
        )

    def _grades(self) -> tuple[str, ...]:
        """List the grades that a subject can gain or lose: those from the first row that is reached downwards."""
        ladder, reached = self._card.ladder, self._names_reached
        if ladder is None:
            return ()
        gates = {gate.id for gate in self._card.gates}
        if self._every or reached & gates or TOTAL_SCORE in reached:
            return (*(grade.id for grade in ladder.grades), NO_GRADE)
        asking = [
            position for position, row in enumerate(ladder.rows) if reached & set(names_in_condition(row.requires))
        ]
        first = min(map(self._first_of_grade, asking), default=None)
        starts = [position for position in (first, self._ladder_from) if position is not None]
        if not starts:
            return ()
        below = {row.grade for row in ladder.rows[min(starts) :]}
        return (*(grade.id for grade in ladder.grades if grade.id in below), NO_GRADE)


def _closure(card: Scorecard, names: set[str]) -> frozenset[str]:
    """Give some names, and everything that rests on them."""
    dependencies, reached, waiting = Dependencies(card), set(names), set(names)
    while waiting:
        waiting = set(dependencies.readers(waiting)) - reached
        reached |= waiting
    return frozenset(reached)


class ChangeCategory(StrEnum):
    """What changed: what decides, what it rests on, or words and the reference case, which decide nothing."""

    RULE = "rule"
    BASIS = "basis"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class LegalChange:
    """One change: under which heading, beside what, as it was and as it is; blank where nothing was or is.

    `was_at` and `now_at` are places in the model, `previous_location` and `current_location` those in the files of each
    side.
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
        """Where it stands now, or stood."""
        return self.current_location or self.previous_location


@dataclass(frozen=True, slots=True)
class LegalDifference:
    """All changes, the rules first; the step of the version number that they ask for, and what they can move."""

    changes: tuple[LegalChange, ...]
    required_step: VersionStep | None
    movable: AffectedOutcomes


def legal_difference(before: PublishedVersion, after: PublishedVersion, language: str) -> LegalDifference:
    """Compare two versions, or a version and a draft, in the words of a language."""
    old, new = _ComparedVersion(before, language), _ComparedVersion(after, language)
    difference = diff_scorecards(before.scorecard, after.scorecard)
    pairs = list(pair_changed_rows(old.rows, new.rows, {**old.means, **new.means}))
    changes = [change for pair in pairs for change in _of_row(pair, old, new, difference)]
    owners = {owner for pair in pairs for owner in pair.tells_of}
    changes += [
        _of_leaf(change, old, new, language) for change in difference.changes if _is_left(change, owners, language)
    ]
    ordered = tuple(change for part in ChangeCategory for change in changes if change.part is part)
    rules = [
        (ordered_change.was_at, ordered_change.now_at)
        for ordered_change in ordered
        if ordered_change.part is ChangeCategory.RULE
    ]
    return LegalDifference(
        ordered, difference.required_step, affected_outcomes(before.scorecard, after.scorecard, rules)
    )


class _ComparedVersion:
    """One of the two versions: its rows, what they mean, and where they stand."""

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
        """Find where a part stands in the files."""
        return None if path is None else place_of_rule(self._locations, path)


def _of_row(
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
    """Give the step that a changed row asks for: that of its cells where it is the row of one thing with an id."""
    cells = [change.step for change in difference.changes if change.path.startswith(f"{path}.")]
    return max(cells) if path.endswith("]") and cells else version_step_of(path)


def _is_left(change: ScorecardChange, owners: Iterable[str], language: str) -> bool:
    """Say whether a change is told by no row: words of the language, and what no row of a card holds."""
    others = tuple(f".{other_language}" for other_language in LANGUAGES if other_language != language)
    if change.step is VersionStep.PATCH:
        return not change.path.endswith(others) and not change.path.startswith("reference_case")
    return not any(change.path.startswith(owner) for owner in owners)


def _of_leaf(change: ScorecardChange, old: _ComparedVersion, new: _ComparedVersion, language: str) -> LegalChange:
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
