"""Verdict rules of a version: periods in force, outcomes, possible verdicts and deciding rules."""

from __future__ import annotations

from dataclasses import dataclass

from recompute.card import AS_OF, Card, gives_day
from recompute.conditions import compared_day, ever_comes, told
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
        """Whether the rule returns its verdict."""
        return joined([self.outcome, self.in_force])


@dataclass(frozen=True)
class Judged:
    """The answers of all rules, the possible verdicts, the reported verdict, and the deciding rules."""

    rules: list[Rule]
    possible: list[str]
    verdict: str
    deciding: list[str]


def governing(card: Card, seen: Seen) -> dict[str, Known]:
    """Return the first and last day that select the rules in force."""
    if not card.verdicts:
        return {}
    found = seen.known[card.verdicts.get("governed_by", AS_OF)]
    if isinstance(found, Period):
        return {FIRST: Number(found.first), LAST: Number(found.last)}
    day = found if isinstance(found, Number) or found == ABSENT else PERHAPS
    return {FIRST: day, LAST: day}


def judge(card: Card, seen: Seen, left: list[str] | None) -> Judged | None:
    """Return the result of all rules. `left` lists the verdicts that no search has disproved."""
    if not card.verdicts:
        return None
    looked_up = {one["id"] for one in card.quantities if gives_day(one)}
    rules = [_answer(rule, seen, looked_up) for rule in card.verdicts["rules"]]
    sure, open_ = ({one.rule["verdict"] for one in rules if one.holds == outcome} for outcome in (MET, OPEN))
    worst = next((one for one in VERDICTS if one in sure), None)
    if worst is None:
        found = open_ | {card.verdicts.get("otherwise", "ok")}
    else:
        found = {one for one in open_ if VERDICTS.index(one) < VERDICTS.index(worst)} | {worst}
    possible = [one for one in VERDICTS if one in found and (left is None or one in left)]
    verdict = possible[0]
    if len(possible) > 1 and VERDICTS.index(verdict) < VERDICTS.index("needs_evidence"):
        verdict = min("needs_evidence", possible[-1], key=VERDICTS.index)
    milder = VERDICTS[VERDICTS.index(verdict) + 1 :]
    deciding = [one for one in rules if one.holds == MET and one.rule["verdict"] == verdict]
    blocking = [one for one in rules if one.holds == OPEN and one.rule["verdict"] in set(possible).difference(milder)]
    return Judged(rules, possible, verdict, [one.rule["id"] for one in deciding or blocking])


def _answer(rule: Json, seen: Seen, looked_up: set[str]) -> Rule:
    rows = tuple(told(row.get("when", []), seen) for row in rule["rows"])
    outcome, first = any_of(row[0] for row in rows), rule.get("first")

    def reached(part: str, edge: str, operator: str) -> list[str]:
        return [compared_day(edge, None, operator, rule[part], seen)] if part in rule else []

    in_force = joined([*reached("first", LAST, "at_least"), *reached("last", FIRST, "at_most")])
    in_force = NOT_MET if in_force == ABSENT_ANSWER else in_force
    ahead = [*reached("first", LAST, "less_than"), *reached("warn_from", LAST, "at_least")]
    if first is not None and first.get("name") in looked_up:
        ahead.append(ever_comes(first["name"], seen))
    coming = first is not None and outcome != NOT_MET and in_force == NOT_MET and joined(ahead) == MET
    return Rule(rule, outcome, in_force, coming, rows)
