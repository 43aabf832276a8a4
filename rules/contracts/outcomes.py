"""Four-valued outcomes and their logic, first match, and the enumerations of conclusions and verdicts."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Outcome(StrEnum):
    """The answer to a clause or criterion. There is always a third answer."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


LETTERS = {Outcome.MET: "m", Outcome.NOT_MET: "n", Outcome.UNDETERMINED: "u", Outcome.NOT_APPLICABLE: "a"}
"""How outcomes are written where many stand in a row, as those of the clauses of a condition do."""
OUTCOMES = {letter: outcome for outcome, letter in LETTERS.items()}


class Possibility(StrEnum):
    """How possible a grade is. Certain and excluded are proved; reachable has a witness."""

    CERTAIN = "certain"
    REACHABLE = "reachable"
    NOT_EXCLUDED = "not_excluded"
    EXCLUDED = "excluded"


class ConclusionKind(StrEnum):
    """The kinds of overall conclusion; the first that matches, in this order, wins.

    A card with a ladder ends in graded, not graded or grade open, one with rules that give a verdict in judged, one
    with neither in scored: the points, and the stage if there are stages, are the answer.
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
    """What a rule says of a subject, from worst to best."""

    PROHIBITED = "prohibited"
    MISLEADING = "misleading"
    NEEDS_EVIDENCE = "needs_evidence"
    PERMITTED_WITH_QUALIFICATION = "permitted_with_qualification"
    OK = "ok"
    OUT_OF_SCOPE = "out_of_scope"

    @cached_property
    def rank(self) -> int:
        """A lower rank is worse."""
        return list(Verdict).index(self)


class UnknownReason(StrEnum):
    """Why a fact is unknown."""

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
    """Why reference tables give no value although it is known what to look up; never is that a zero."""

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
"""The answer of a ladder on which no row holds."""

BY_LADDER = (ConclusionKind.NOT_GRADED, ConclusionKind.GRADE_OPEN, ConclusionKind.GRADED)
"""The kinds of conclusion among which the ladder decides."""


def ladder_kind(possible: Collection[str]) -> ConclusionKind:
    """Say what a ladder comes to by the grades that are possible: graded only where "none" is excluded."""
    if NO_GRADE not in possible:
        return ConclusionKind.GRADED
    return ConclusionKind.NOT_GRADED if len(possible) == 1 else ConclusionKind.GRADE_OPEN


def all_of(outcomes: list[Outcome]) -> Outcome:
    """Join clauses that must all hold: one that fails decides, then one left open, then one that does not apply."""
    for outcome in (Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE):
        if outcome in outcomes:
            return outcome
    return Outcome.MET


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Join cases of which one is enough; one that does not apply does not hold."""
    joined = Outcome.NOT_MET
    for outcome in outcomes:
        if outcome is Outcome.MET:
            return outcome
        if outcome is Outcome.UNDETERMINED:
            joined = outcome
    return joined


def unless(outcome: Outcome, excepted: Outcome) -> Outcome:
    """Join what is asked with that no exception holds; one that does not apply does not hold."""
    return all_of([outcome, _NEGATED[excepted]])


class FirstMatchResult(NamedTuple):
    """A way down rows to the first that holds.

    `possible` are the places of the rows that may be it, each with whether it holds; `surely_matches` says whether one
    of them surely is, and `rows_examined` how many rows were come to.
    """

    possible: tuple[tuple[int, Outcome], ...]
    surely_matches: bool
    rows_examined: int

    @property
    def row_indexes(self) -> tuple[int, ...]:
        """The places of the rows that may be the first that holds."""
        return tuple(index for index, _ in self.possible)

    @property
    def open(self) -> tuple[int, ...]:
        """The places of those of which it is open whether they hold."""
        return tuple(index for index, outcome in self.possible if outcome is Outcome.UNDETERMINED)


def match_rows(outcomes: Iterable[Outcome]) -> FirstMatchResult:
    """Walk rows from the top: every row that is not false is possible, and the first that is true ends the walk.

    Those after the end are not asked.
    """
    possible: list[tuple[int, Outcome]] = []
    walked = 0
    for position, outcome in enumerate(outcomes):
        walked += 1
        if outcome in _MAY_HOLD:
            possible.append((position, outcome))
        if outcome is Outcome.MET:
            return FirstMatchResult(tuple(possible), True, walked)
    return FirstMatchResult(tuple(possible), False, walked)


_NEGATED = {
    Outcome.MET: Outcome.NOT_MET,
    Outcome.NOT_MET: Outcome.MET,
    Outcome.UNDETERMINED: Outcome.UNDETERMINED,
    Outcome.NOT_APPLICABLE: Outcome.MET,
}
_MAY_HOLD = (Outcome.MET, Outcome.UNDETERMINED)
