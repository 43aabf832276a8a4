"""What does durable-rules conclude? The only door to it, and the fence inside which it is known to answer rightly.

Outside the fence the engine crashes, hangs or answers wrongly without a word. The fence, each post with its reason:

1. raw engine calls only: the stock host's dispatcher threads crash when states are deleted;
2. facts are small integers under generated names (`f17_2`), so no hashing, coercion or float trap can bite;
3. conditions compare one field with literals: cross-fact comparisons, joins, regexes and arithmetic are never used;
4. every condition leads with `$ex` of its own field: two levels, since 513 different roots hang for ever;
5. at most 40 different conditions read one field; further ones read a copy of it, since 64 at once are an error;
6. a rule has at most 15 terms, each on its own fact, since two terms never bind the same fact;
7. at most 4,000 rules and 400 fields a network, and 240 rules on one identical single condition; larger cards are
   shared out over several networks (`shards`);
8. a tick is asserted last and must come back, since deleting a state in which nothing fired crashes;
9. one live state at a time per network, deleted at once; after any engine error the network is built anew.

There is no rule for "undetermined": it is what remains when neither the rule for met nor one for not met fired.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import durable_rules_engine
import orjson

from rules.contracts.errors import PlanError
from rules.contracts.outcomes import Outcome
from rules.engine.codes import NOT_APPLICABLE_CODE, Run, codings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.engine.atoms import Measure
    from rules.engine.network import Network, PlannedRule
    from rules.engine.values import MeasureValue

MAXIMUM_RULES = 4_000
MAXIMUM_FIELDS = 400
MAXIMUM_TERMS = 15
MAXIMUM_SAME_CONDITION = 240
CONDITIONS_PER_FIELD = 40

_MET, _NOT_MET, _NOT_APPLICABLE = "m", "x", "n"
_ABSENT: Run = (NOT_APPLICABLE_CODE, NOT_APPLICABLE_CODE)
_TICK = "tick"
_STATE = "s"

Condition = dict[str, object]


class EngineFailureError(RuntimeError):
    """The engine returned an error or lost the tick; the network was built anew and nothing was concluded."""


class ReteNetwork:
    """One network compiled into durable-rules, built once and used for many evaluations."""

    def __init__(self, network: Network) -> None:
        """Compile the rules.

        Raises:
            PlanError: a limit of the fence is exceeded; the message names it.
        """
        self._rules = network.rules
        self._codings = codings(atom for rule in network.rules for atom in rule.atoms)
        self._index = {measure: index for index, measure in enumerate(self._codings)}
        self._lanes: dict[Measure, dict[tuple[Run, ...], int]] = {measure: {} for measure in self._codings}
        self._definition = self._compile()
        self._fields = [(measure, lane) for measure, used in self._lanes.items() for lane in sorted(set(used.values()))]
        if len(self._fields) > MAXIMUM_FIELDS:
            raise PlanError(f"the card compares {len(self._fields)} measures; at most {MAXIMUM_FIELDS} are allowed")
        self._lock = threading.Lock()
        self._handle = self._create()

    def _create(self) -> int:
        handle: int = durable_rules_engine.create_ruleset("touchstone", self._definition)
        return handle

    def close(self) -> None:
        """Free the network."""
        durable_rules_engine.delete_ruleset(self._handle)

    def conclude(self, measured: Mapping[Measure, MeasureValue]) -> dict[str, Outcome]:
        """Conclude every rule for the values of the measures.

        Raises:
            EngineFailureError: durable-rules reported an error.
        """
        codes = {measure: coding.encode(measured[measure]) for measure, coding in self._codings.items()}
        facts: list[dict[str, object]] = [
            {f"f{self._index[measure]}_{lane}": codes[measure][0], f"h{self._index[measure]}_{lane}": codes[measure][1]}
            for measure, lane in self._fields
        ]
        fired = self._run([*facts, {_TICK: 1}])
        return {rule.id: _outcome(index, fired) for index, rule in enumerate(self._rules)}

    def _run(self, facts: list[dict[str, object]]) -> set[str]:
        batch = [{**fact, "sid": _STATE, "id": str(index)} for index, fact in enumerate(facts)]
        fired: set[str] = set()
        with self._lock:
            try:
                _, state = durable_rules_engine.assert_facts(self._handle, orjson.dumps(batch).decode())
                started = durable_rules_engine.start_action_for_state(self._handle, state)
                frame = started[1] if started else None
                while frame:
                    fired.update(name.split(":")[0] for name in orjson.loads(frame))
                    frame = durable_rules_engine.complete_and_start_action(self._handle, state)
                if _TICK not in fired:
                    raise EngineFailureError("durable-rules did not return the tick")
                durable_rules_engine.delete_state(self._handle, _STATE)
            except Exception as error:
                durable_rules_engine.delete_ruleset(self._handle)
                self._handle = self._create()
                raise EngineFailureError(f"durable-rules failed: {error}") from error
        return fired

    def _compile(self) -> str:
        rules: dict[str, dict[str, object]] = {}
        single: dict[bytes, int] = {}
        for index, rule in enumerate(self._rules):
            for name, terms in self._alternatives(index, rule):
                rules[name] = {"all": [{f"t{place}": term} for place, term in enumerate(terms)]}
                if len(terms) == 1:
                    key = orjson.dumps(terms[0])
                    single[key] = single.get(key, 0) + 1
        rules[_TICK] = {"all": [{"t0": _present(_TICK)}]}
        if len(rules) > MAXIMUM_RULES:
            raise PlanError(f"the card needs {len(rules)} engine rules; at most {MAXIMUM_RULES} are allowed")
        if single and max(single.values()) > MAXIMUM_SAME_CONDITION:
            raise PlanError(f"more than {MAXIMUM_SAME_CONDITION} rules rest on one identical condition alone")
        return orjson.dumps(rules).decode()

    def _alternatives(self, index: int, rule: PlannedRule) -> list[tuple[str, list[Condition]]]:
        """Give the engine rules of one planned rule: met, each way of not met, each way of not applicable."""
        wanted: dict[Measure, tuple[Run, ...]] = {}
        found: list[tuple[str, list[Condition]]] = []
        for place, atom in enumerate(rule.atoms):
            runs = self._codings[atom.measure].runs(atom)
            wanted[atom.measure] = _both(wanted[atom.measure], runs) if atom.measure in wanted else runs
            outside = self._codings[atom.measure].other_runs(runs)
            if outside:
                found.append((f"{_NOT_MET}{index}:{place}", [self._condition(atom.measure, outside)]))
        if len(wanted) > MAXIMUM_TERMS:
            raise PlanError(f"{rule.id} has conditions on {len(wanted)} measures; at most {MAXIMUM_TERMS} are allowed")
        if all(wanted.values()):
            found.append((f"{_MET}{index}", self._terms(wanted) or [_present(_TICK)]))
        settled = {measure: (_ABSENT, *runs) for measure, runs in wanted.items()}
        for place, measure in enumerate(wanted):
            found.append((f"{_NOT_APPLICABLE}{index}:{place}", self._terms({**settled, measure: (_ABSENT,)})))
        return found

    def _terms(self, wanted: Mapping[Measure, tuple[Run, ...]]) -> list[Condition]:
        """Ask of every measure that it lies in its runs: one term for each, since two never bind the same fact."""
        return [self._condition(measure, runs) for measure, runs in wanted.items()]

    def _condition(self, measure: Measure, runs: tuple[Run, ...]) -> Condition:
        """Write "both ends lie in one of the runs" over the copy of the field that still has room."""
        lanes = self._lanes[measure]
        lane = lanes.setdefault(runs, len(lanes) // CONDITIONS_PER_FIELD)
        low, high = f"f{self._index[measure]}_{lane}", f"h{self._index[measure]}_{lane}"
        inside = [_all([{"$gte": {low: first}}, {"$lte": {high: last}}]) for first, last in runs]
        return _all([_present(low), inside[0] if len(inside) == 1 else {"$or": inside}])


def _both(left: tuple[Run, ...], right: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give the codes that lie in both."""
    pairs = ((max(one[0], other[0]), min(one[1], other[1])) for one in left for other in right)
    return tuple(sorted(pair for pair in pairs if pair[0] <= pair[1]))


def _all(conditions: list[Condition]) -> Condition:
    return {"$and": conditions}


def _present(field: str) -> Condition:
    return {"$ex": {field: 1}}


def _outcome(index: int, fired: set[str]) -> Outcome:
    if f"{_NOT_MET}{index}" in fired:
        return Outcome.NOT_MET
    if f"{_NOT_APPLICABLE}{index}" in fired:
        return Outcome.NOT_APPLICABLE
    return Outcome.MET if f"{_MET}{index}" in fired else Outcome.UNDETERMINED
