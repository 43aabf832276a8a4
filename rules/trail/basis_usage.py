"""Bases that an evaluation read, and unavoidable bases.

A basis of a version counts as read unless the record shows that no part that cites it was used. Unused parts are a gate
or indicator that did not apply, a rule not in force, and rows below the deciding row. The same applies to other rows of
a table or small lookup. If the record does not show the row of a formula, the bases of all its rows count, so that none
is missing.

Unavoidable bases decide a result in every evaluation; they are derived from the scorecard alone. An evaluation may
depend on more bases, such as those of a lookup row. A result is unusable if one of its unavoidable bases is not
accepted.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.outcomes import Outcome, match_rows
from rules.contracts.step_contents import RuleContent, VerdictContent
from rules.engine.grades import graded_rows, section_counts
from rules.model.lookups import TableQuantity
from rules.model.maturity import Maturity
from rules.model.quantities import LookupQuantity
from rules.model.scorecard import DateLookup
from rules.trail.conclusions import always_deciding_bases, has_fixed_rows
from rules.trail.criterion_steps import VERDICT_STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rules.contracts.outcomes import Verdict
    from rules.contracts.record_bytes import WrittenSteps
    from rules.model.scorecard import LadderRow, Scorecard, StageRow

    Test = Callable[[WrittenSteps], bool]


_NOT_APPLICABLE = "not_applicable"
_usage_cache: dict[tuple[str, str], BasisUsage] = {}


class BasisUsage:
    """The bases that the evaluations under one version read."""

    def __init__(self, scorecard: Scorecard) -> None:
        tests: dict[str, list[Test]] = defaultdict(list)
        always = set()
        for basis, test in _clauses(scorecard):
            if test is None:
                always.add(basis)
            else:
                tests[basis].append(test)
        named = {basis.id for basis in scorecard.bases}
        self._tests = {basis: tuple(basis_tests) for basis, basis_tests in tests.items() if basis in named - always}
        self.always = frozenset(named - self._tests.keys())
        """Bases that every evaluation reads, and bases that no rule names."""

    @property
    def sometimes(self) -> frozenset[str]:
        return frozenset(self._tests)

    def of(self, written: WrittenSteps) -> Iterator[str]:
        """Yield the bases of `sometimes` that an evaluation read; if a step is missing, they count as read."""
        if self._tests:
            yield from (basis for basis, tests in self._tests.items() if any(test(written) for test in tests))


def basis_usage(scorecard: Scorecard, rule_digest: str) -> BasisUsage:
    """Return the cached basis usage of a version with these rules."""
    key = scorecard.card.id, rule_digest
    cached = _usage_cache.get(key)
    if cached is None:
        cached = _usage_cache[key] = BasisUsage(scorecard)
    return cached


def _clauses(scorecard: Scorecard) -> Iterator[tuple[str, Test | None]]:
    for parts in (
        _criteria(scorecard),
        _rows(scorecard),
        _verdicts(scorecard),
        _computed(scorecard),
        _unconditional_bases(scorecard),
    ):
        for bases, test in parts:
            yield from ((basis, test) for basis in bases)


def _criteria(scorecard: Scorecard) -> Iterator[tuple[tuple[str, ...], Test | None]]:
    for gate in scorecard.gates:
        yield gate.basis, partial(_applied, f"gates/{gate.id}") if gate.applies else None
    for indicator in scorecard.indicators:
        depends = indicator.applies or scorecard.stages is not None
        yield indicator.basis, partial(_applied, f"indicators/{indicator.id}") if depends else None
    for finding in scorecard.findings:
        yield finding.basis, None


def _rows(scorecard: Scorecard) -> Iterator[tuple[tuple[str, ...], Test | None]]:
    walked: dict[str, tuple[LadderRow | StageRow, ...]] = {
        "ladder": scorecard.ladder_rows,
        "stages": scorecard.stage_rows,
    }
    for group, rows in walked.items():
        for index, row in enumerate(rows):
            above = tuple(f"{group}/{number}" for number in range(1, index + 1))
            yield row.basis, partial(_is_reached, above) if above else None


def _verdicts(scorecard: Scorecard) -> Iterator[tuple[tuple[str, ...], Test | None]]:
    if scorecard.verdicts is None:
        return
    for rule in scorecard.verdicts.rules:
        dated = rule.first is not None or rule.last is not None
        yield rule.basis, partial(_in_force, f"rules/{rule.id}") if dated else None
    yield scorecard.verdicts.otherwise_basis, partial(_is_possible, scorecard.verdicts.otherwise.value)


def _computed(scorecard: Scorecard) -> Iterator[tuple[tuple[str, ...], Test | None]]:
    for quantity in scorecard.quantities:
        if isinstance(quantity, TableQuantity) and quantity.list is None:
            looked_in = (partial(_is_consulted, quantity.id, position) for position in range(len(quantity.rows)))
            yield from zip((row.basis for row in quantity.rows), looked_in, strict=True)
        elif isinstance(quantity, LookupQuantity | DateLookup):
            rows = {row.keys for row in quantity.rows}
            yield from (
                (row.basis, partial(_has_listed_keys, quantity.by, frozenset((row.keys,)))) for row in quantity.rows
            )
            yield quantity.otherwise_basis, partial(_has_unlisted_keys, quantity.by, frozenset(rows))
        else:
            yield from ((row.basis, None) for row in quantity.rows)


def _unconditional_bases(scorecard: Scorecard) -> Iterator[tuple[tuple[str, ...], Test | None]]:
    yield from ((fact.previous.basis, None) for fact in scorecard.facts if fact.previous is not None)
    for shared in scorecard.shared_rules:
        yield from ((bases, None) for _, bases in shared.based_on())
    yield from ((result.basis, None) for result in (*scorecard.results, *(scorecard.record_results or ())))
    yield from ((table.basis, None) for table in scorecard.tables or ())
    if scorecard.tracks is not None:
        yield scorecard.tracks.basis, None


def _applied(step: str, written: WrittenSteps) -> bool:
    return written.outcome(step) != Outcome.NOT_APPLICABLE


def _is_reached(above: tuple[str, ...], written: WrittenSteps) -> bool:
    outcomes = (written.outcome(step) or Outcome.UNDETERMINED for step in above)
    return not match_rows(map(Outcome, outcomes)).surely_matches


def _in_force(step: str, written: WrittenSteps) -> bool:
    parts = written.results_by_step.get(step)
    return parts is None or (rule := RuleContent(*parts)).in_force != Outcome.NOT_MET or rule.coming is not None


def _is_possible(verdict: str, written: WrittenSteps) -> bool:
    parts = written.results_by_step.get(VERDICT_STEP)
    return parts is None or verdict in VerdictContent(*parts).possible


def _is_consulted(quantity: str, position: int, written: WrittenSteps) -> bool:
    content = written.quantity(quantity)
    if content is None:
        return True
    if (lookup := content.lookup) is None:
        return bool(content.value != _NOT_APPLICABLE)
    return position < len(lookup["tried"]) + ("missing" in lookup) or "open_keys" in lookup


def _has_listed_keys(by: tuple[str, ...], rows: frozenset[tuple[str, ...]], written: WrittenSteps) -> bool:
    keys = _keys(by, written)
    return keys is None or keys in rows


def _has_unlisted_keys(by: tuple[str, ...], rows: frozenset[tuple[str, ...]], written: WrittenSteps) -> bool:
    keys = _keys(by, written)
    return keys is None or keys not in rows


def _keys(by: tuple[str, ...], written: WrittenSteps) -> tuple[str, ...] | None:
    keys = []
    for name in by:
        fact = written.fact(name)
        if fact is None or not isinstance(fact.seen, dict) or "choice" not in fact.seen:
            return None
        keys.append(fact.seen["choice"])
    return tuple(keys)


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
