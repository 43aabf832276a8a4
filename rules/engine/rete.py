"""Gateway to durable-rules (rete): the limits of correct answers, and sharding within them."""

from __future__ import annotations

import ctypes
import re
import sys
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome, all_of
from rules.engine.network import Network
from rules.engine.rulesets import (
    ABSENT,
    MAXIMUM_FIELDS,
    MAXIMUM_RULES,
    MAXIMUM_TERMS,
    TICK,
    ExactRules,
    GeneralRules,
    refuse_too_many_terms,
    write_exact_rules,
    write_general_rules,
)
from rules.engine.threshold_codes import Run, codings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from rules.engine.network import PlannedRule
    from rules.engine.threshold_codes import Coding
    from rules.program.compiled_evaluation import MeasuredValues
    from rules.program.nodes import Measure
    from rules.program.value_environment import MeasureValue


try:
    import durable_rules_engine
except ImportError as error:
    raise ImportError(
        "The inference library durable-rules was built from its original sources, which do not work with Python 3.13 "
        "or later. Install the wheel that comes with it: pip install --upgrade --find-links FOLDER durable-rules"
        if "PyEval_CallObject" in str(error)
        else f"The inference library durable-rules cannot be imported: {error}"
    ) from error


__all__ = ["MAXIMUM_FIELDS", "MAXIMUM_RULES", "MAXIMUM_TERMS", "EngineFailureError", "ReteNetwork"]

_TICK_FACT = f'{{"{TICK}":1,"sid":"s","id":"{TICK}"}}'
_TICK_FRAME = f'{{"{TICK}"'
_ABSENT_FACT = f'{{"{ABSENT}'
_STATE = "s"
_FIRED_BY = re.compile(r'"id":"([0-9]+)"').findall
_FACTS_PER_BATCH = 1_000
_MAX_MEMO_ENTRIES = 64
_TRIM_ABOVE, _MAP_ABOVE = -1, -3
"""`M_TRIM_THRESHOLD` and `M_MMAP_THRESHOLD` of the GNU C library."""


@cache
def _keep_freed_memory() -> None:
    """Configure the C library to retain freed memory, where supported.

    The engine allocates about 10 kB per fact and frees it after each evaluation. Allocating it again costs several
    times the inference.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_TRIM_ABOVE, 64 * 2**20)
            mallopt(_MAP_ABOVE, 32 * 2**20)


Code = int | Run
"""The code of a measure, or the lowest and highest codes of an unknown measure."""
Codes = Sequence[Code] | Mapping[int, Code]
RuleRequest = tuple[tuple[str, ...] | None, tuple[Code, ...]]
"""The rules to conclude (None for all), and the codes of their measures."""


class EngineFailureError(RuntimeError):
    """The engine failed or omitted the final tick fact. The network was rebuilt; nothing was concluded."""


class ReteNetwork:
    """A network for durable-rules, compiled on first use, with a memo of recent conclusions."""

    def __init__(self, network: Network) -> None:
        by_measure = codings(atom for rule in network.rules for atom in rule.atoms)
        indexes = {measure: index for index, measure in enumerate(by_measure)}
        self.codings: list[tuple[Measure, Coding]] = list(by_measure.items())
        self._planned = network.rules
        self._measures_by_rule = {
            rule.id: frozenset(indexes[atom.measure] for atom in rule.atoms) for rule in network.rules
        }
        self._every_rule = tuple(self._measures_by_rule)
        self._splits: dict[frozenset[int], tuple[list[int], list[str]]] = {}
        self._conclusion_memo: OrderedDict[RuleRequest, dict[str, Outcome]] = OrderedDict()
        self._lock = threading.Lock()
        for rule, positions in self._measures_by_rule.items():
            refuse_too_many_terms(rule, len(positions))

    def compile(self) -> None:
        _ = self._exact, self._absent, self._general

    def close(self) -> None:
        for name in ("_exact", "_absent", "_general"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    @cached_property
    def _exact_rules(self) -> ExactRules:
        return write_exact_rules(self._planned, dict(self.codings))

    @cached_property
    def _deciding_facts(self) -> dict[str, list[int]]:
        facts: dict[str, list[int]] = {rule: [] for rule in self._measures_by_rule}
        for decides in self._exact_rules.decisions.values():
            for number, decided in decides.items():
                for rule in decided:
                    facts[rule].append(number)
        return facts

    @cached_property
    def _exact(self) -> _CompiledRuleset:
        return _CompiledRuleset(self._exact_rules.to_json())

    @cached_property
    def _absent(self) -> _CompiledRuleset:
        return _CompiledRuleset(self._exact_rules.written_absent())

    @cached_property
    def _general_rules(self) -> GeneralRules:
        return write_general_rules(self._planned, dict(self.codings))

    @cached_property
    def _general(self) -> _CompiledRuleset:
        return _CompiledRuleset(self._general_rules.to_json())

    def request(self, measured: Mapping[Measure, MeasureValue], rules: Collection[str]) -> RuleRequest:
        wanted = tuple(rule for rule in rules if rule in self._measures_by_rule)
        coded = (self.codings[position] for position in self._measure_indexes(wanted))
        return wanted, tuple([_code(coding.encode(measured[measure])) for measure, coding in coded])

    def conclude_each(self, requests: Sequence[RuleRequest]) -> list[Mapping[str, Outcome]]:
        concluded = {request: self._conclusion_memo.get(request) for request in requests}
        missing = [request for request, outcomes in concluded.items() if outcomes is None]
        step = max(_FACTS_PER_BATCH // max(len(self._exact_rules.facts), 1), 1) if missing else 1
        for first in range(0, len(missing), step):
            batch = missing[first : first + step]
            for request, outcomes in zip(batch, self._conclude_uncached(batch), strict=True):
                concluded[request] = outcomes
                self._memoize(request, outcomes)
        return [concluded[request] or {} for request in requests]

    def _memoize(self, request: RuleRequest, concluded: dict[str, Outcome]) -> None:
        with self._lock:
            self._conclusion_memo[request] = concluded
            if len(self._conclusion_memo) > _MAX_MEMO_ENTRIES:
                self._conclusion_memo.popitem(last=False)

    def _conclude_uncached(self, requests: Sequence[RuleRequest]) -> list[dict[str, Outcome]]:
        """Conclude requests: by general rules if they are long or have unknown measures, otherwise by exact rules.

        In requests with unknown measures or for selected rules, rules without a result are undetermined.
        """
        exact: list[list[tuple[int, str]]] = []
        general: list[tuple[list[str], Codes]] = []
        by_request: list[dict[str, Outcome]] = []
        facts = self._exact_rules.facts
        for wanted, row in requests:
            positions = range(len(row)) if wanted is None else self._measure_indexes(wanted)
            codes = row if wanted is None else dict(zip(positions, row, strict=True))
            unknown_indexes = frozenset([p for p, code in zip(positions, row, strict=True) if type(code) is tuple])
            numbers, unclear = self._split(wanted, unknown_indexes)
            exact.append([(number, facts[number].json_prefix(codes)) for number in numbers])  # type: ignore[arg-type] # single codes
            general.append((unclear, codes))
            requested_rules = wanted if wanted is not None else self._every_rule if unknown_indexes else ()
            by_request.append(dict.fromkeys(requested_rules, Outcome.UNDETERMINED))
        for (wanted, _), concluded, decided in zip(requests, by_request, self._conclude_exact(exact), strict=True):
            concluded.update(decided if wanted is None else {rule: decided[rule] for rule in wanted if rule in decided})
        if any(unclear for unclear, _ in general):
            for concluded, outcomes in zip(by_request, self._conclude_general(general), strict=True):
                concluded.update(outcomes)
        return by_request

    def _split(self, wanted: tuple[str, ...] | None, unknown_indexes: frozenset[int]) -> tuple[list[int], list[str]]:
        split = self._splits.get(unknown_indexes) if wanted is None else None
        if split is None:
            deferred, rules = self._exact_rules.deferred_rules, self._every_rule if wanted is None else wanted
            unclear = [
                rule
                for rule in rules
                if rule in deferred or not unknown_indexes.isdisjoint(self._measures_by_rule[rule])
            ]
            clear = set(rules).difference(unclear)
            split = sorted({number for rule in clear for number in self._deciding_facts[rule]}), unclear
            if wanted is None and len(self._splits) < _MAX_MEMO_ENTRIES:
                self._splits[unknown_indexes] = split
        return split

    def _conclude_exact(self, each: Sequence[Iterable[tuple[int, str]]]) -> list[dict[str, Outcome]]:
        decided: list[dict[str, Outcome]] = [{} for _ in each]
        receivers_by_fact: dict[str, list[tuple[dict[str, Outcome], int]]] = {}
        for outcomes, facts in zip(decided, each, strict=True):
            for number, prefix in facts:
                if prefix in receivers_by_fact:
                    receivers_by_fact[prefix].append((outcomes, number))
                else:
                    receivers_by_fact[prefix] = [(outcomes, number)]
        if receivers_by_fact:
            decides, receivers = self._exact_rules.decisions, list(receivers_by_fact.values())
            for frame in self._fire(receivers_by_fact):
                by_fact = decides[_rule_of(frame)]
                for id in _FIRED_BY(frame):
                    for outcomes, number in receivers[int(id)]:
                        outcomes.update(by_fact[number])
        return decided

    def _fire(self, prefixes: Iterable[str]) -> list[str]:
        applying: list[str] = []
        absent: list[str] = []
        for id, prefix in enumerate(prefixes):
            (absent if prefix.startswith(_ABSENT_FACT) else applying).append(f'{prefix}{id}"}}')
        fired = self._exact.run(applying) if applying else []
        return [*fired, *self._absent.run(absent)] if absent else fired

    def _conclude_general(self, each: Sequence[tuple[list[str], Codes]]) -> list[dict[str, Outcome]]:
        general, texts = self._general_rules, []
        for rules, codes in each:
            numbers = {number for rule in rules for number in general.parts_of[rule]}
            texts.append({number: general.parts[number].json_prefix(codes) for number in numbers})
        ids = {prefix: id for id, prefix in enumerate(dict.fromkeys(text for part in texts for text in part.values()))}
        definite: dict[int, Outcome] = {}
        tentative: dict[int, Outcome] = {}
        facts = [f'{prefix}{id}"}}' for prefix, id in ids.items()]
        for first in range(0, len(facts), _FACTS_PER_BATCH):
            for frame in self._general.run(facts[first : first + _FACTS_PER_BATCH]):
                decision = general.decisions[_rule_of(frame)]
                decided = definite if decision.is_definite else tentative
                decided.update((int(id), decision.outcome) for id in _FIRED_BY(frame))
        outcomes = tentative | definite
        concluded: list[dict[str, Outcome]] = []
        for (rules, _), part_texts in zip(each, texts, strict=True):
            of_part = {number: outcomes.get(ids[prefix], Outcome.UNDETERMINED) for number, prefix in part_texts.items()}
            concluded.append({rule: all_of([of_part[number] for number in general.parts_of[rule]]) for rule in rules})
        return concluded

    def _measure_indexes(self, rules: Iterable[str]) -> list[int]:
        return sorted(set().union(*(self._measures_by_rule[rule] for rule in rules)))


def _code(run: Run) -> Code:
    low, high = run
    return low if low == high else run


class _CompiledRuleset:
    def __init__(self, definition: str) -> None:
        self._definition = definition
        self._lock = threading.Lock()
        _keep_freed_memory()
        self._handle = self._create()

    def _create(self) -> int:
        handle: int = durable_rules_engine.create_ruleset("touchstone", self._definition)
        return handle

    def close(self) -> None:
        durable_rules_engine.delete_ruleset(self._handle)

    def run(self, facts: Iterable[str]) -> list[str]:
        batch = f"[{','.join([*facts, _TICK_FACT])}]"
        with self._lock:
            try:
                _, state = durable_rules_engine.assert_facts(self._handle, batch)
                started = durable_rules_engine.start_action_for_state(self._handle, state)
                frames: list[str] = []
                frame = started[1] if started else None
                while frame:
                    frames.append(frame)
                    frame = durable_rules_engine.complete_and_start_action(self._handle, state)
                fired = [frame for frame in frames if not frame.startswith(_TICK_FRAME)]
                if len(fired) == len(frames):
                    raise EngineFailureError("durable-rules did not return the tick")
                durable_rules_engine.delete_state(self._handle, _STATE)
            except Exception as error:
                durable_rules_engine.delete_ruleset(self._handle)
                self._handle = self._create()
                raise EngineFailureError(f"durable-rules failed: {error}") from error
        return fired


def _rule_of(frame: str) -> str:
    return frame[2 : frame.index('"', 2)]


RULES_PER_SHARD = 200
MEASURES_PER_SHARD = 150
ENGINE_RULES_PER_SHARD = 2_000


class ShardedNetwork:
    """A network of any size, split into shards. Its rules never depend on each other."""

    def __init__(self, network: Network) -> None:
        indexes = {measure: number for number, measure in enumerate(network.measures)}
        self._shards = [ReteNetwork(Network.of(rules)) for rules in _rule_shards(network)]
        self._coded = [[(indexes[measure], coding) for measure, coding in shard.codings] for shard in self._shards]

    def compile(self) -> None:
        for shard in self._shards:
            shard.compile()

    def conclude_each(self, each: Sequence[MeasuredValues]) -> list[dict[str, Outcome]]:
        concluded: list[dict[str, Outcome]] = [{} for _ in each]
        for shard, coded in zip(self._shards, self._coded, strict=True):
            _join(concluded, shard.conclude_each([(None, _codes(measured, coded)) for measured in each]))
        return concluded

    def conclude_changes(
        self, each: Sequence[tuple[Mapping[Measure, MeasureValue], Collection[str]]]
    ) -> list[dict[str, Outcome]]:
        concluded: list[dict[str, Outcome]] = [{} for _ in each]
        for shard in self._shards:
            _join(concluded, shard.conclude_each([shard.request(measured, rules) for measured, rules in each]))
        return concluded

    def close(self) -> None:
        for shard in self._shards:
            shard.close()


def _join(concluded: Sequence[dict[str, Outcome]], of_shard: Sequence[Mapping[str, Outcome]]) -> None:
    for merged, outcomes in zip(concluded, of_shard, strict=True):
        merged.update(outcomes)


def _codes(measured: MeasuredValues, coded: Iterable[tuple[int, Coding]]) -> tuple[Code, ...]:
    plain, open_ = measured
    if not open_:
        return tuple([coding.code(plain[index]) for index, coding in coded])
    return tuple(
        [_code(coding.encode(open_[index])) if index in open_ else coding.code(plain[index]) for index, coding in coded]
    )


def _rule_shards(network: Network) -> Iterator[list[PlannedRule]]:
    rules: list[PlannedRule] = []
    measures: set[Measure] = set()
    engine_rules = 0
    for rule in network.rules:
        wider = measures | {atom.measure for atom in rule.atoms}
        more = engine_rules + 1 + 2 * len(rule.atoms)
        full = len(rules) == RULES_PER_SHARD or len(wider) > MEASURES_PER_SHARD or more > ENGINE_RULES_PER_SHARD
        if full and rules:
            yield rules
            rules, engine_rules = [], 0
            wider, more = {atom.measure for atom in rule.atoms}, 1 + 2 * len(rule.atoms)
        rules.append(rule)
        measures, engine_rules = wider, more
    if rules:
        yield rules
