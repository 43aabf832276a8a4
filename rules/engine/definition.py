"""How are rules written for durable-rules, and which limits does one set of them keep?"""

from __future__ import annotations

from dataclasses import dataclass, field

import orjson

from rules.contracts.errors import PlanError

MAXIMUM_RULES = 4_000
MAXIMUM_FIELDS = 400
MAXIMUM_TERMS = 15
MAXIMUM_SAME_CONDITION = 240
CONDITIONS_PER_FIELD = 40

TICK = "tick"

Condition = dict[str, object]


def all_of(conditions: list[Condition]) -> Condition:
    """Ask that all of several conditions on one fact hold."""
    return {"$and": conditions}


def one_of(conditions: list[Condition]) -> Condition:
    """Ask that one of several conditions holds of which no two can hold at once."""
    return conditions[0] if len(conditions) == 1 else {"$or": conditions}


def present(name: str) -> Condition:
    """Ask that a fact has a field."""
    return {"$ex": {name: 1}}


@dataclass
class Definition:
    """The rules of one network in durable-rules, as they are collected; each fires for every fact that fulfils it.

    With `joined` all facts that fire one rule come in one frame.
    """

    joined: bool = False
    _rules: dict[str, dict[str, object]] = field(default_factory=dict)
    _single: dict[bytes, int] = field(default_factory=dict)

    def put(self, name: str, terms: list[Condition]) -> None:
        """Add a rule of some terms, each on a fact of its own."""
        rule: dict[str, object] = {"all": [{f"t{place}": term} for place, term in enumerate(terms)]}
        if len(terms) == 1:
            condition = orjson.dumps(terms)
            self._single[condition] = self._single.get(condition, 0) + 1
        self._rules[name] = rule if not self.joined else {**rule, "cap": MAXIMUM_RULES}

    def written(self, fields: int) -> str:
        """Add the tick and write everything; `fields` is the number of names under which facts are asserted.

        Raises:
            PlanError: a limit of the fence is exceeded; the message names it.
        """
        self._rules[TICK] = {"all": [{"t0": present(TICK)}]}
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
        if max(self._single.values(), default=0) > MAXIMUM_SAME_CONDITION:
            raise PlanError(
                f"more than {MAXIMUM_SAME_CONDITION} rules rest on one identical condition alone",
                "same",
                most=str(MAXIMUM_SAME_CONDITION),
            )
        return orjson.dumps(self._rules).decode()
