"""What does an open rule still ask, and does it ask about the claim that was found?

Nothing here knows a rule or a fact by its name: what was concluded of the clauses of a rule is all that counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome
from rules.model.expressions import ChoiceClause, names_in_clause

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.model.expressions import Clause, Condition
    from rules.model.verdicts import Verdicts
    from rules.trail.concluded import Concluded

_DUTY_UNMET = ("no",)


@dataclass(frozen=True, slots=True)
class Asks:
    """What a rule that may hold still asks.

    `about_claim`: something known of the claim already meets one of its conditions. `of_every_claim`: it asks only
    whether something is missing that any claim must have, such as evidence. `rows` are the conditions that would make
    it hold, each with its clauses that are still open; one that is empty waits for nothing but the days of the rule.
    """

    about_claim: bool
    of_every_claim: bool
    rows: tuple[Condition, ...]


def asked(concluded: Concluded, verdicts: Verdicts, settled: frozenset[str]) -> dict[str, Asks]:
    """Say of each rule what it asks; conditions on facts in `settled` are about no claim but the place."""
    found: dict[str, Asks] = {}
    for rule in verdicts.rules:
        if rule.id not in concluded.rows:
            continue
        rows = [
            tuple(zip(row.when, found_so.clauses, strict=True))
            for row, found_so in zip(rule.rows, concluded.rows[rule.id], strict=True)
            if found_so.outcome in (Outcome.MET, Outcome.UNDETERMINED)
        ]
        found[rule.id] = Asks(
            about_claim=any(
                outcome is Outcome.MET and not settled.issuperset(names_in_clause(clause))
                for row in rows
                for clause, outcome in row
            ),
            of_every_claim=any(_is_duty(_open(row)) for row in rows),
            rows=_least(_open(row) for row in rows),
        )
    return found


def _open(row: Iterable[tuple[Clause, Outcome]]) -> Condition:
    return tuple(clause for clause, outcome in row if outcome is Outcome.UNDETERMINED)


def _least(rows: Iterable[Condition]) -> tuple[Condition, ...]:
    """Leave out what asks for more than another row, which then makes the rule hold already."""
    each = dict.fromkeys(rows)
    return tuple(row for row in each if not any(set(other) < set(row) for other in each))


def _is_duty(condition: Condition) -> bool:
    """Say whether all that is open is that something is missing which should be there."""
    return bool(condition) and all(
        isinstance(clause, ChoiceClause) and clause.values == _DUTY_UNMET and not clause.negated for clause in condition
    )


def joined(several: Iterable[Asks]) -> Asks:
    """Join what a rule asks in several readings of a claim.

    Which of them holds is open, so what asks for less than another reading does not make the rule hold yet.
    """
    each = tuple(several)
    rows = dict.fromkeys(row for one in each for row in one.rows)
    return Asks(
        about_claim=any(one.about_claim for one in each),
        of_every_claim=any(one.of_every_claim for one in each),
        rows=tuple(row for row in rows if not any(set(row) < set(other) for other in rows)),
    )


def facts_asked(asks: Asks) -> Iterator[str]:
    """Name what the open clauses read, in their order."""
    yield from dict.fromkeys(name for row in asks.rows for clause in row for name in names_in_clause(clause))
