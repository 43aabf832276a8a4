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

There is no rule for "undetermined": it is what remains when neither the rule for met nor one for not met fired. The
rules themselves are written by `engine_rules`, one set for what is known to a single code and one for the rest.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from functools import cache
from typing import TYPE_CHECKING

import orjson

try:
    import durable_rules_engine
except ImportError as error:
    raise ImportError(
        "the inference library durable-rules was built without the compiler flag that Python 3.13 and later need; "
        "reinstall it as README.md tells under 'Two commands'"
        if "PyEval_CallObject" in str(error)
        else f"the inference library durable-rules cannot be imported: {error}"
    ) from error

from rules.contracts.outcomes import Outcome
from rules.engine.codes import codings
from rules.engine.engine_rules import (
    MAXIMUM_FIELDS,
    MAXIMUM_RULES,
    MAXIMUM_SAME_CONDITION,
    MAXIMUM_TERMS,
    TICK,
    Decision,
    EngineRules,
    exact_rules,
    general_rules,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rules.engine.atoms import Measure
    from rules.engine.codes import Run
    from rules.engine.network import Network
    from rules.engine.values import MeasureValue

__all__ = [
    "MAXIMUM_FIELDS",
    "MAXIMUM_RULES",
    "MAXIMUM_SAME_CONDITION",
    "MAXIMUM_TERMS",
    "EngineFailureError",
    "ReteNetwork",
]

Firing = tuple[str, dict[str, dict[str, str]]]
"""The name of a rule and the facts that fired it, by their term."""

_TICK_FACT = f'{{"{TICK}":1,"sid":"s","id":"{TICK}"}}'
_STATE = "s"
_TRIM_ABOVE, _MAP_ABOVE = -1, -3
"""`M_TRIM_THRESHOLD` and `M_MMAP_THRESHOLD` of the GNU C library."""


@cache
def _keep_freed_memory() -> None:
    """Have the C library keep some of the memory that is freed, where it can be told to.

    The engine takes about 10 kB for every fact and frees it after every evaluation. Given back to the system and taken
    anew each time, that memory costs several times what the inference costs.
    """
    if sys.platform == "linux":
        tell = getattr(ctypes.CDLL(None), "mallopt", None)
        if tell is not None:
            tell(_TRIM_ABOVE, 64 * 2**20)
            tell(_MAP_ABOVE, 32 * 2**20)


class EngineFailureError(RuntimeError):
    """The engine returned an error or lost the tick; the network was built anew and nothing was concluded."""


class ReteNetwork:
    """One network compiled into durable-rules, built once and used for many evaluations."""

    def __init__(self, network: Network) -> None:
        """Compile the rules.

        Raises:
            PlanError: a limit of the fence is exceeded; the message names it.
        """
        found = codings(atom for rule in network.rules for atom in rule.atoms)
        rules = general_rules(network.rules, found), exact_rules(network.rules, found)
        self._codings = [(place, measure, coding) for place, (measure, coding) in enumerate(found.items())]
        self._open = dict.fromkeys((rule.id for rule in network.rules), Outcome.UNDETERMINED)
        self._asked_by = _asked_by(network, list(found))
        self._asked_together = _asked_together(self._asked_by, len(found))
        self._general, self._exact = _Compiled(rules[0]), _Compiled(rules[1])

    def close(self) -> None:
        """Free the network."""
        self._general.close()
        self._exact.close()

    def conclude(
        self, measured: Mapping[Measure, MeasureValue], rules: Collection[str] | None = None
    ) -> dict[str, Outcome]:
        """Conclude every rule, or only some, for the values of the measures.

        What has a single code goes to the exact rules. The rest goes to the general ones, with all that some rule asks
        together with it.

        Raises:
            EngineFailureError: durable-rules reported an error.
        """
        wanted = self._open if rules is None else {rule: self._open[rule] for rule in rules if rule in self._open}
        if rules is not None and not wanted:
            return {}
        asked = self._codings if rules is None else [self._codings[place] for place in self._places(wanted)]
        exact: list[tuple[int, Run]] = []
        unclear: list[int] = []
        for place, measure, coding in asked:
            run = coding.encode(measured[measure])
            if run[0] == run[1]:
                exact.append((place, run))
            else:
                unclear.append(place)
        decided: list[Decision] = []
        if exact or not unclear:
            decided += self._exact.conclude(exact)
        if unclear:
            together = sorted(set().union(*(self._asked_together[place] for place in unclear)))
            asked = [self._codings[place] for place in together]
            decided += self._general.conclude(
                [(place, coding.encode(measured[measure])) for place, measure, coding in asked]
            )
        concluded = dict(wanted)
        for decision in decided:
            concluded.update(decision.otherwise)
        for decision in decided:
            if decision.firmly:
                concluded.update(decision.firmly)
        return concluded if rules is None else {rule: concluded[rule] for rule in wanted}

    def _places(self, rules: Iterable[str]) -> list[int]:
        """Give the places of all measures that some rules ask."""
        return sorted(set().union(*(self._asked_by[rule] for rule in rules)))


class _Compiled:
    """One set of engine rules inside durable-rules."""

    def __init__(self, rules: EngineRules) -> None:
        self._rules = rules
        self._written: list[dict[Run, str]] = [{} for _ in rules.codings]
        self._lock = threading.Lock()
        _keep_freed_memory()
        self._handle = self._create()

    def _create(self) -> int:
        handle: int = durable_rules_engine.create_ruleset("touchstone", self._rules.definition)
        return handle

    def close(self) -> None:
        durable_rules_engine.delete_ruleset(self._handle)

    def conclude(self, codes: list[tuple[int, Run]]) -> list[Decision]:
        """Assert the codes of some measures, by their place, and give what every firing decided."""
        facts = [self._facts(place, run) for place, run in codes]
        decides, by_fact = self._rules.decides, self._rules.by_fact
        decided: list[Decision] = []
        for name, terms in self._run(f"[{','.join([*facts, _TICK_FACT])}]"):
            if name in by_fact:
                decided.append(by_fact[name][terms["t0"]["id"]])
            elif name in decides:
                decided.append(decides[name])
        return decided

    def _facts(self, place: int, run: Run) -> str:
        """Write the facts of a measure, once for each code if it has a single one."""
        if not self._rules.exact:
            return self._rules.facts(place, run)
        written = self._written[place]
        if run not in written:
            written[run] = self._rules.facts(place, run)
        return written[run]

    def _run(self, batch: str) -> list[Firing]:
        with self._lock:
            try:
                _, state = durable_rules_engine.assert_facts(self._handle, batch)
                started = durable_rules_engine.start_action_for_state(self._handle, state)
                frames: list[str] = []
                frame = started[1] if started else None
                while frame:
                    frames.append(frame)
                    frame = durable_rules_engine.complete_and_start_action(self._handle, state)
                fired = [firing for read in orjson.loads(f"[{','.join(frames)}]") for firing in read.items()]
                if all(name != TICK for name, _ in fired):
                    raise EngineFailureError("durable-rules did not return the tick")
                durable_rules_engine.delete_state(self._handle, _STATE)
            except Exception as error:
                durable_rules_engine.delete_ruleset(self._handle)
                self._handle = self._create()
                raise EngineFailureError(f"durable-rules failed: {error}") from error
        return fired


def _asked_by(network: Network, measures: list[Measure]) -> dict[str, set[int]]:
    """Give for each rule the places of all measures that it asks."""
    places = {measure: place for place, measure in enumerate(measures)}
    return {rule.id: {places[atom.measure] for atom in rule.atoms} for rule in network.rules}


def _asked_together(asked_by: Mapping[str, set[int]], count: int) -> list[set[int]]:
    """Give for the place of every measure the places of all that some rule asks together with it, itself among them."""
    together: list[set[int]] = [{place} for place in range(count)]
    for asked in asked_by.values():
        for place in asked:
            together[place] |= asked
    return together
