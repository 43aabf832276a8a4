"""Four-valued outcomes and their logic, first match, and the enumerations of conclusions and verdicts."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Outcome(StrEnum):
    """The outcome of a clause or criterion."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


LETTERS = {Outcome.MET: "m", Outcome.NOT_MET: "n", Outcome.UNDETERMINED: "u", Outcome.NOT_APPLICABLE: "a"}
OUTCOMES = {letter: outcome for outcome, letter in LETTERS.items()}


class Possibility(StrEnum):
    """The possibility of a grade; certain and excluded are proved, reachable has a witness."""

    CERTAIN = "certain"
    REACHABLE = "reachable"
    NOT_EXCLUDED = "not_excluded"
    EXCLUDED = "excluded"


class ConclusionKind(StrEnum):
    """Kinds of overall conclusion; the first that matches, in this order, applies.

    A scorecard with a ladder ends in graded, not graded or grade open; with verdict rules in judged; with neither in
    scored: the points, and the stage if any.
    """

    NOT_APPLICABLE = "not_applicable"
    GATE_FAILED = "gate_failed"
    INCOMPLETE = "incomplete"
    NOT_GRADED = "not_graded"
    GRADE_OPEN = "grade_open"
    GRADED = "graded"
    SCORED = "scored"
    JUDGED = "judged"


class Verdict(StrEnum):
    """Verdicts of a rule, from worst to best."""

    PROHIBITED = "prohibited"
    MISLEADING = "misleading"
    NEEDS_EVIDENCE = "needs_evidence"
    PERMITTED_WITH_QUALIFICATION = "permitted_with_qualification"
    OK = "ok"
    OUT_OF_SCOPE = "out_of_scope"

    @cached_property
    def rank(self) -> int:
        """The order of verdicts; a lower rank is worse."""
        return list(Verdict).index(self)


class UnknownReason(StrEnum):
    """Reasons why a fact is unknown."""

    NOT_GIVEN = "not_given"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_EXPIRED = "evidence_expired"
    EVIDENCE_KIND = "evidence_kind"
    EVIDENCE_ASSURANCE = "evidence_assurance"
    REJECTED = "rejected"
    RATINGS_DIFFER = "ratings_differ"
    PREVIOUS_MISSING = "previous_missing"
    PREVIOUS_OPEN = "previous_open"
    PREVIOUS_REPEALED = "previous_repealed"
    PREVIOUS_ERASED = "previous_erased"


class MissingReason(StrEnum):
    """Reasons why tables have no value for known keys; a missing value never counts as zero."""

    NO_EDITION = "no_edition"
    UNFIT = "unfit"
    LOOK_FURTHER = "look_further"
    NO_ROW = "no_row"
    BLANK = "blank"
    NOT_COVERED = "not_covered"
    DIVIDED = "divided"
    AMBIGUOUS = "ambiguous"
    MALFORMED = "malformed"


NO_GRADE = "none"

BY_LADDER = (ConclusionKind.NOT_GRADED, ConclusionKind.GRADE_OPEN, ConclusionKind.GRADED)


def ladder_kind(possible: Collection[str]) -> ConclusionKind:
    """Return the conclusion for the possible grades; graded requires that "none" is excluded."""
    if NO_GRADE not in possible:
        return ConclusionKind.GRADED
    return ConclusionKind.NOT_GRADED if len(possible) == 1 else ConclusionKind.GRADE_OPEN


def all_of(outcomes: list[Outcome]) -> Outcome:
    """Combine clauses that must all be met.

    A failed clause decides first, then an undetermined one, then an inapplicable one.
    """
    for outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE):
        if outcome in outcomes:
            return outcome
    return Outcome.MET


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Combine cases where one must be met; an inapplicable case counts as not met."""
    joined = Outcome.NOT_MET
    for outcome in outcomes:
        if outcome is Outcome.MET:
            return outcome
        if outcome is Outcome.UNDETERMINED:
            joined = outcome
    return joined


def unless(outcome: Outcome, excepted: Outcome) -> Outcome:
    """Require that no exception is met; an inapplicable exception counts as not met."""
    return all_of([outcome, _NEGATED[excepted]])


class FirstMatchResult(NamedTuple):
    """The result of a search for the first row that is met.

    `possible` has the index and outcome of each row that may be the first. `surely_matches`: one of them certainly is.
    """

    possible: tuple[tuple[int, Outcome], ...]
    surely_matches: bool
    rows_examined: int

    @property
    def row_indexes(self) -> tuple[int, ...]:
        return tuple(index for index, _ in self.possible)

    @property
    def open(self) -> tuple[int, ...]:
        return tuple(index for index, outcome in self.possible if outcome is Outcome.UNDETERMINED)


def match_rows(outcomes: Iterable[Outcome]) -> FirstMatchResult:
    """Examine rows up to the first that is met; undetermined rows before it are possible, too."""
    possible: list[tuple[int, Outcome]] = []
    rows_examined = 0
    for position, outcome in enumerate(outcomes):
        rows_examined += 1
        if outcome in _POSSIBLE:
            possible.append((position, outcome))
        if outcome is Outcome.MET:
            return FirstMatchResult(tuple(possible), True, rows_examined)
    return FirstMatchResult(tuple(possible), False, rows_examined)


_NEGATED = {
    Outcome.MET: Outcome.NOT_MET,
    Outcome.NOT_MET: Outcome.MET,
    Outcome.UNDETERMINED: Outcome.UNDETERMINED,
    Outcome.NOT_APPLICABLE: Outcome.MET,
}
_POSSIBLE = (Outcome.MET, Outcome.UNDETERMINED)
