"""Publication of a folder: pre-publication checks, version conflicts and the published form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.dates import add_days
from rules.contracts.diagnostics import sort_diagnostics
from rules.contracts.errors import RuleSourceError
from rules.language.card_rows import change_sentence
from rules.language.compiler import compile_folder
from rules.language.diagnostic_collector import DiagnosticReport
from rules.language.lexicon import load_lexicon
from rules.model.diff import VersionStep, diff_scorecards
from rules.model.published_version import (
    is_in_force_on,
    is_same_content,
    published_bytes,
    version_before,
    version_number,
)
from rules.rehearsal.publication_check import CheckReport, check_folder, dates_in_effect, publishing_blockers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.contracts.diagnostics import Diagnostic
    from rules.model.diff import ScorecardChange
    from rules.model.lookups import TableSource
    from rules.model.published_version import PublishedVersion
    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Publication:
    """A version that passed all checks, its sources, and the bytes of its published form.

    If the gazette already contains an equal version with this number, its scorecard and sources are used.
    """

    scorecard: Scorecard
    sources: Mapping[str, str]
    content: bytes
    report: CheckReport


def publish(
    files: Mapping[str, str],
    published: Sequence[PublishedVersion],
    *,
    progress: Callable[[int, int], None] | None = None,
    tables: TableSource | None = None,
) -> Publication:
    """Check a folder and return its published form.

    `published` contains the versions of the same scorecard in the gazette.

    Raises:
        RuleSourceError: If a check finds a blocker, or if the version conflicts with the gazette. Conflicts are an
            overlap not named under supersedes, an unpublished version named there, different content under the same
            number, and a number too low for the change.
    """
    report = check_folder(files, progress=progress, tables=tables)
    blockers = publishing_blockers(report.diagnostics)
    if blockers or report.scorecard is None:
        raise RuleSourceError(blockers)
    others = [version for version in published if version.scorecard.card.id == report.scorecard.card.id]
    conflicts = _conflicts(files, report.scorecard, others)
    if conflicts:
        raise RuleSourceError(conflicts)
    existing = [other for other in others if other.scorecard.card.version == report.scorecard.card.version]
    sources = existing[0].sources if existing else files
    scorecard = existing[0].scorecard if existing else report.scorecard
    return Publication(scorecard, sources, published_bytes(scorecard, sources), report)


def with_conflicts(report: CheckReport, files: Mapping[str, str], published: Sequence[PublishedVersion]) -> CheckReport:
    """Add the conflicts with the published versions of the scorecard, once nothing else prevents publication."""
    if report.scorecard is None or publishing_blockers(report.diagnostics):
        return report
    conflicts = _conflicts(files, report.scorecard, published)
    return replace(report, diagnostics=sort_diagnostics([*report.diagnostics, *conflicts]))


def _conflicts(
    files: Mapping[str, str], scorecard: Scorecard, published: Sequence[PublishedVersion]
) -> tuple[Diagnostic, ...]:
    card = scorecard.card
    same = [other for other in published if other.scorecard.card.version == card.version]
    rivals = _competing_versions(scorecard, [other.scorecard for other in published if other not in same])
    too_small = _insufficient_step(scorecard, [other.scorecard for other in published])
    differs = not all(is_same_content(version.scorecard, scorecard) for version in same)
    others = sorted({version_number(other.card) for other in published if other not in same})
    unknown = card.supersedes if card.supersedes not in (None, *map(_version_text, others)) else None
    diagnostics: list[Diagnostic] = []
    for language, places in compile_folder(files).locations.items():
        report = DiagnosticReport(language, {path: text.splitlines() for path, text in files.items()})
        if differs:
            report.add("RL061", places["card.version"], version=card.version)
        if too_small is not None:
            before, least, change = too_small
            words = {"before": before, "least": least, "change": change_sentence(change, language)}
            report.add("RL062", places["card.version"], version=card.version, **words)
        if unknown is not None:
            known_versions = ", ".join(map(_version_text, others))
            problem = "main" if known_versions else "first"
            report.add("RL125", places["card.supersedes"], problem, version=unknown, known=known_versions)
        for rival in rivals:
            field = load_lexicon(language).words["card"].write("supersedes")
            report.add(
                "RL060", places["card.version"], other=rival.card.version, field=field, **dates_in_effect(rival.card)
            )
        diagnostics += report.diagnostics
    return sort_diagnostics(diagnostics)


def _insufficient_step(scorecard: Scorecard, others: Sequence[Scorecard]) -> tuple[str, str, ScorecardChange] | None:
    """Return the previous version, the least number that the change requires, and the greatest change.

    None means that the number is high enough. A changed `supersedes` does not count.
    """
    last = version_before(scorecard.card, others)
    if last is None:
        return None
    changes = [change for change in diff_scorecards(last, scorecard).changes if change.path != "card.supersedes"]
    if not changes:
        return None
    gravest = max(changes, key=lambda change: change.step)
    major, minor, patch = version_number(last.card)
    least = {
        VersionStep.MAJOR: (major + 1, 0, 0),
        VersionStep.MINOR: (major, minor + 1, 0),
        VersionStep.PATCH: (major, minor, patch + 1),
    }[gravest.step]
    return None if version_number(scorecard.card) >= least else (last.card.version, _version_text(least), gravest)


def _version_text(number: tuple[int, int, int]) -> str:
    return ".".join(map(str, number))


def _competing_versions(scorecard: Scorecard, others: list[Scorecard]) -> list[Scorecard]:
    """Return the versions that would govern a day together with this one, since neither supersedes the other."""
    every = [scorecard, *others]
    starts = {candidate.card.first_date for candidate in every}
    ends = {add_days(candidate.card.last_date, 1) for candidate in every if candidate.card.last_date is not None}
    rivals: list[Scorecard] = []
    for day in sorted(starts | ends):
        covering = [candidate for candidate in every if is_in_force_on(candidate.card, day)]
        superseded = {candidate.card.supersedes for candidate in covering}
        governing = [candidate for candidate in covering if candidate.card.version not in superseded]
        if scorecard in governing:
            rivals += [rival for rival in governing if rival is not scorecard and rival not in rivals]
    return rivals
