"""Unavoidable bases: the bases that decide a result in every evaluation, derived from the scorecard alone.

An evaluation may depend on more bases, such as those of a lookup row. A result is unusable if one of its unavoidable
bases is not accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.outcomes import Outcome
from rules.engine.grades import graded_rows, section_counts
from rules.model.maturity import Maturity
from rules.trail.conclusions import always_deciding_bases, has_fixed_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.outcomes import Verdict
    from rules.model.scorecard import Scorecard


class ResultBases(NamedTuple):
    """Result of a scorecard with its unavoidable bases; each path to a result has its own entry.

    `grade` and `verdict` are None if the scorecard has none.
    """

    bases: frozenset[str]
    grade: str | None = None
    verdict: Verdict | None = None


def unavoidable_bases(scorecard: Scorecard) -> tuple[ResultBases, ...]:
    """Return the results of a scorecard, each with its unavoidable bases."""
    common = [
        *always_deciding_bases(scorecard),
        *(
            basis
            for quantity in scorecard.quantities
            if has_fixed_rows(quantity)
            for row in quantity.rows
            for basis in row.basis
        ),
    ]
    stages = [frozenset((*common, *bases)) for bases in _stage_bases(scorecard)]
    if scorecard.verdicts is not None:
        return tuple(
            ResultBases(stage | bases, verdict=verdict)
            for stage in stages
            for verdict, bases in _verdict_bases(scorecard)
        )
    if scorecard.ladder is None:
        return tuple(map(ResultBases, stages))
    first_rows: dict[str, frozenset[str]] = {}
    for _, row in graded_rows(scorecard.ladder):
        first_rows.setdefault(row.grade, frozenset(row.basis))
    return tuple(ResultBases(stage | bases, grade) for stage in stages for grade, bases in first_rows.items())


def _verdict_bases(scorecard: Scorecard) -> Iterator[tuple[Verdict, frozenset[str]]]:
    verdicts = scorecard.verdicts
    if verdicts is None:
        return
    for rule in verdicts.rules:
        yield rule.verdict, frozenset(rule.basis)
    all_bases = frozenset(basis for rule in verdicts.rules for basis in rule.basis)
    yield verdicts.otherwise, all_bases | frozenset(verdicts.otherwise_basis)


def _stage_bases(scorecard: Scorecard) -> Iterator[list[str]]:
    if scorecard.stages is None:
        yield _indicator_bases(scorecard, None)
        return
    passed_bases: list[str] = []
    reached = set()
    for row in scorecard.stages.rows:
        passed_bases += row.basis
        if row.stage not in reached:
            reached.add(row.stage)
            yield [*passed_bases, *_indicator_bases(scorecard, row.stage)]
    if scorecard.stages.rows[-1].when:
        yield passed_bases  # no row applies: no section counts


def _indicator_bases(scorecard: Scorecard, stage: str | None) -> list[str]:
    bases = list[str]()
    for indicator in scorecard.indicators:
        if stage is None or section_counts(scorecard, indicator.section, (stage,)) is not Outcome.NOT_MET:
            shared = scorecard.rules_of(indicator.scale)
            bases += (*indicator.basis, *(shared.basis if isinstance(shared, Maturity) else ()))
    return bases
