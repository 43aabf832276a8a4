"""Unavoidable bases: those that decide a result of a card in every evaluation, read from the card alone.

An evaluation may depend on more, for instance on the row of a lookup that it used. It never depends on less, so a
result whose unavoidable bases are not accepted can never be used.
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
    """A result of a card with the bases that decide it in every evaluation.

    The same result may be listed several times: once for each path that leads to it.
    """

    bases: frozenset[str]
    grade: str | None = None
    """The grade; None if the card gives no grades."""
    verdict: Verdict | None = None
    """The verdict; None if the card gives no verdicts."""


def unavoidable_bases(scorecard: Scorecard) -> tuple[ResultBases, ...]:
    """List the results of a card, each with the bases that decide it in every evaluation."""
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
    """Visit the verdicts: that of each rule, and the one that is given if no rule applies."""
    verdicts = scorecard.verdicts
    if verdicts is None:
        return
    for rule in verdicts.rules:
        yield rule.verdict, frozenset(rule.basis)
    every = frozenset(basis for rule in verdicts.rules for basis in rule.basis)
    yield verdicts.otherwise, every | frozenset(verdicts.otherwise_basis)


def _stage_bases(scorecard: Scorecard) -> Iterator[list[str]]:
    """Visit the stages: the bases of the rows that lead there, and of the indicators that count there."""
    if scorecard.stages is None:
        yield _indicator_bases(scorecard, None)
        return
    walked: list[str] = []
    reached = set()
    for row in scorecard.stages.rows:
        walked += row.basis
        if row.stage not in reached:
            reached.add(row.stage)
            yield [*walked, *_indicator_bases(scorecard, row.stage)]
    if scorecard.stages.rows[-1].when:
        yield walked  # no row applies: no section counts


def _indicator_bases(scorecard: Scorecard, stage: str | None) -> list[str]:
    bases = list[str]()
    for indicator in scorecard.indicators:
        if stage is None or section_counts(scorecard, indicator.section, (stage,)) is not Outcome.NOT_MET:
            shared = scorecard.rules_of(indicator.scale)
            bases += (*indicator.basis, *(shared.basis if isinstance(shared, Maturity) else ()))
    return bases
