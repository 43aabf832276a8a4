"""Which rules give a verdict, which are in force, and what verdict follows?"""

from __future__ import annotations

from dataclasses import dataclass

from recompute.card import AS_OF, Card, gives_day
from recompute.conditions import compared_day, ever_comes, holds, letters
from recompute.known import (
    ABSENT,
    ABSENT_ANSWER,
    MET,
    NOT_MET,
    OPEN,
    PERHAPS,
    Json,
    Known,
    Number,
    Period,
    Seen,
    any_of,
    joined,
)

VERDICTS = ("prohibited", "misleading", "needs_evidence", "permitted_with_qualification", "ok", "out_of_scope")
FIRST, LAST = "governing.FIRST", "governing.LAST"


@dataclass(frozen=True)
class Rule:
    """The answer of one rule."""

    rule: Json
    outcome: str
    in_force: str
    coming: bool
    rows: tuple[str, ...]

    @property
    def holds(self) -> str:
        """Whether it gives its verdict."""
        return joined([self.outcome, self.in_force])


@dataclass(frozen=True)
class Judged:
    """The answers of all rules, the verdicts possible, the one told, and the rules that decide."""

    rules: list[Rule]
    possible: list[str]
    verdict: str
    deciding: list[str]


def governing(card: Card, seen: Seen) -> dict[str, Known]:
    """Give the first and the last day that select the rules."""
    if not card.verdicts:
        return {}
    found = seen.known[card.verdicts.get("governed_by", AS_OF)]
    if isinstance(found, Period):
        return {FIRST: Number(found.first), LAST: Number(found.last)}
    day = found if isinstance(found, Number) or found == ABSENT else PERHAPS
    return {FIRST: day, LAST: day}


def judge(card: Card, seen: Seen, left: list[str] | None) -> Judged | None:
    """Say what the rules amount to; `left` are the verdicts that no search has disproved."""
    if not card.verdicts:
        return None
    looked_up = {one["id"] for one in card.quantities if gives_day(one)}
    rules = [_answer(rule, seen, looked_up) for rule in card.verdicts["rules"]]
    sure = [VERDICTS.index(one.rule["verdict"]) for one in rules if one.holds == MET]
    open_ = {one.rule["verdict"] for one in rules if one.holds == OPEN}
    if sure:
        found = {one for one in open_ if VERDICTS.index(one) < min(sure)} | {VERDICTS[min(sure)]}
    else:
        found = open_ | {card.verdicts.get("otherwise", "ok")}
    possible = [one for one in VERDICTS if one in found and (left is None or one in left)]
    verdict = possible[0]
    if len(possible) > 1 and VERDICTS.index(verdict) < VERDICTS.index("needs_evidence"):
        verdict = min("needs_evidence", possible[-1], key=VERDICTS.index)
    deciding = [one.rule["id"] for one in rules if one.holds == MET and one.rule["verdict"] == verdict]
    milder = VERDICTS[VERDICTS.index(verdict) + 1 :]
    blocking = [one for one in rules if one.holds == OPEN and one.rule["verdict"] in possible]
    return Judged(
        rules, possible, verdict, deciding or [one.rule["id"] for one in blocking if one.rule["verdict"] not in milder]
    )


def _answer(rule: Json, seen: Seen, looked_up: set[str]) -> Rule:
    rows = [(holds(row.get("when", []), seen), letters(row.get("when", []), seen)) for row in rule["rows"]]
    outcome = any_of(row for row, _ in rows)
    first, last, warn = rule.get("first"), rule.get("last"), rule.get("warn_from")
    begun = [] if first is None else [compared_day(LAST, None, "at_least", first, seen)]
    lasting = [] if last is None else [compared_day(FIRST, None, "at_most", last, seen)]
    in_force = joined(begun + lasting)
    in_force = NOT_MET if in_force == ABSENT_ANSWER else in_force
    later = NOT_MET
    if first is not None:
        comes = [ever_comes(first["name"], seen)] if first.get("name") in looked_up else []
        later = joined([compared_day(LAST, None, "less_than", first, seen), *comes])
    warned = MET if warn is None else compared_day(LAST, None, "at_least", warn, seen)
    coming = outcome != NOT_MET and in_force == NOT_MET and later == warned == MET
    return Rule(rule, outcome, in_force, coming, tuple(f"{row}:{clauses}" for row, clauses in rows))
