"""Ruleset builder for durable-rules: conditions, JSON output and size limits."""

from __future__ import annotations

from dataclasses import dataclass, field

import orjson

from rules.contracts.errors import PlanError

MAXIMUM_RULES = 4_000
MAXIMUM_FIELDS = 400
MAXIMUM_TERMS = 15
CONDITIONS_PER_FIELD = 40
MAXIMUM_COMPARISONS = 24
"""In all conditions of one rule; the engine refuses 32 expressions."""

TICK = "tick"

Condition = dict[str, object]


def all_of(conditions: list[Condition]) -> Condition:
    """Ask that all of several conditions on one fact hold."""
    return {"$and": conditions}


def any_exclusive(conditions: list[Condition]) -> Condition:
    """Ask that one of several conditions holds of which no two can hold at once."""
    return conditions[0] if len(conditions) == 1 else {"$or": conditions}


def has_field(name: str) -> Condition:
    """Ask that a fact has a field."""
    return {"$ex": {name: 1}}


@dataclass
class RulesetBuilder:
    """The rules of one network in durable-rules, as they are collected.

    Each fires for every fact that fulfils it, and all facts that fire one rule come in one frame.
    """

    _rules: dict[str, dict[str, object]] = field(default_factory=dict)

    def put(self, name: str, conditions: list[Condition]) -> None:
        """Add a rule of some conditions on one fact."""
        self._rules[name] = {"all": [{"t0": all_of(conditions)}], "cap": MAXIMUM_RULES}

    def written(self, fields: int) -> str:
        """Add the tick and write everything; `fields` is the number of names under which facts are asserted."""
        self._rules[TICK] = {"all": [{"t0": has_field(TICK)}]}
        if len(self._rules) > MAXIMUM_RULES:
            raise PlanError(
                f"the card needs {len(self._rules)} engine rules; at most {MAXIMUM_RULES} are allowed",
                "rules",
                found=str(len(self._rules)),
                most=str(MAXIMUM_RULES),
            )
        if fields > MAXIMUM_FIELDS:
            raise PlanError(
                f"the card compares {fields} measures; at most {MAXIMUM_FIELDS} are allowed",
                "measures",
                found=str(fields),
                most=str(MAXIMUM_FIELDS),
            )
        return orjson.dumps(self._rules).decode()


def refuse_too_many_terms(rule: str, measures: int) -> None:
    """Refuse a rule that asks too many measures."""
    if measures > MAXIMUM_TERMS:
        raise PlanError(
            f"{rule} has conditions on {measures} measures; at most {MAXIMUM_TERMS} are allowed",
            "terms",
            rule=rule,
            found=str(measures),
            most=str(MAXIMUM_TERMS),
        )
