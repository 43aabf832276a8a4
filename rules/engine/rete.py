"""Gateway to durable-rules (rete): limits within which its answers are known to be right, and sharding within them."""

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
        "the inference library durable-rules was built of its own sources, which do not work from Python 3.13 on; "
        "install the wheel beside that of Touchstone: pip install --upgrade --find-links FOLDER durable-rules"
        if "PyEval_CallObject" in str(error)
        else f"the inference library durable-rules cannot be imported: {error}"
    ) from error


__all__ = [
    "MAXIMUM_FIELDS",
    "MAXIMUM_RULES",
    "MAXIMUM_TERMS",
    "EngineFailureError",
    "ReteNetwork",
]

_TICK_FACT = f'{{"{TICK}":1,"sid":"s","id":"{TICK}"}}'
_TICK_FRAME = f'{{"{TICK}"'
_ABSENT_FACT = f'{{"{ABSENT}'
_STATE = "s"
_FIRED_BY = re.compile(r'"id":"([0-9]+)"').findall
_FACTS_PER_BATCH = 1_000
_MAX_MEMO_ENTRIES = 64
"""Of how many sets of codes each network keeps what durable-rules concluded."""
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


Code = int | Run
"""The code of a measure; of one that is open, those of the lowest and the highest value that it can have."""
Codes = Sequence[Code] | Mapping[int, Code]
"""The codes of measures by their places."""
RuleRequest = tuple[tuple[str, ...] | None, tuple[Code, ...]]
"""The rules that are asked, None for all of them; then the codes of what they ask."""


class EngineFailureError(RuntimeError):
    """The engine returned an error or lost the tick; the network was built anew and nothing was concluded."""


class ReteNetwork:
    """One network for durable-rules, compiled when it is first asked and used for many evaluations.

    What durable-rules concluded is kept for the last sets of codes that were asked, and taken for the same ones again.
    """

    def __init__(self, network: Network) -> None:
        """Take the rules and find the codes of what they ask."""
        by_measure = codings(atom for rule in network.rules for atom in rule.atoms)
        indexes = {measure: index for index, measure in enumerate(by_measure)}
        self.codings: list[tuple[Measure, Coding]] = list(by_measure.items())
        self._planned = network.rules
        self._asked_by = {rule.id: frozenset(indexes[atom.measure] for atom in rule.atoms) for rule in network.rules}
        self._every_rule = tuple(self._asked_by)
        self._splits: dict[frozenset[int], tuple[list[int], list[str]]] = {}
        self._conclusion_memo: OrderedDict[RuleRequest, dict[str, Outcome]] = OrderedDict()
        self._lock = threading.Lock()
        for rule, positions in self._asked_by.items():
            refuse_too_many_terms(rule, len(positions))

    def compile(self) -> None:
        """Compile all rules now."""
        _ = self._exact, self._absent, self._general

    def close(self) -> None:
        """Free what was compiled."""
        for name in ("_exact", "_absent", "_general"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()

    @cached_property
    def _exact_rules(self) -> ExactRules:
        return write_exact_rules(self._planned, dict(self.codings))

    @cached_property
    def _facts_of(self) -> dict[str, list[int]]:
        """The facts that decide each rule, by their numbers among those of the exact rules."""
        facts: dict[str, list[int]] = {rule: [] for rule in self._asked_by}
        for decides in self._exact_rules.decisions.values():
            for number, decided in decides.items():
                for rule in decided:
                    facts[rule].append(number)
        return facts

    @cached_property
    def _exact(self) -> _Compiled:
        return _Compiled(self._exact_rules.to_json())

    @cached_property
    def _absent(self) -> _Compiled:
        """The rules for what does not apply in part, which many cards never need."""
        return _Compiled(self._exact_rules.written_absent())

    @cached_property
    def _general_rules(self) -> GeneralRules:
        return write_general_rules(self._planned, dict(self.codings))

    @cached_property
    def _general(self) -> _Compiled:
        """The rules for what is open, which a subject never needs of which everything is known."""
        return _Compiled(self._general_rules.to_json())

    def request(self, measured: Mapping[Measure, MeasureValue], rules: Collection[str]) -> RuleRequest:
        """Ask some rules, those that are of this network, for the values of the measures."""
        wanted = tuple(rule for rule in rules if rule in self._asked_by)
        coded = (self.codings[position] for position in self._measure_indexes(wanted))
        return wanted, tuple([_code(coding.encode(measured[measure])) for measure, coding in coded])

    def conclude_each(self, requests: Sequence[RuleRequest]) -> list[Mapping[str, Outcome]]:
        """Conclude what each request asks, in as few batches as can be."""
        concluded = {request: self._conclusion_memo.get(request) for request in requests}
        missing = [request for request, outcomes in concluded.items() if outcomes is None]
        step = max(_FACTS_PER_BATCH // max(len(self._exact_rules.facts), 1), 1) if missing else 1
        for first in range(0, len(missing), step):
            batch = missing[first : first + step]
            for request, outcomes in zip(batch, self._concluded(batch), strict=True):
                concluded[request] = outcomes
                self._keep(request, outcomes)
        return [concluded[request] or {} for request in requests]

    def _keep(self, request: RuleRequest, concluded: dict[str, Outcome]) -> None:
        with self._lock:
            self._conclusion_memo[request] = concluded
            if len(self._conclusion_memo) > _MAX_MEMO_ENTRIES:
                self._conclusion_memo.popitem(last=False)

    def _concluded(self, requests: Sequence[RuleRequest]) -> list[dict[str, Outcome]]:
        """Have durable-rules conclude requests; what it leaves out of open ones, or of those in part, is undetermined.

        A rule of which every measure has a single code goes to the exact rules, every other one to the general ones.
        """
        exact: list[list[tuple[int, str]]] = []
        general: list[tuple[list[str], Codes]] = []
        by_request: list[dict[str, Outcome]] = []
        facts = self._exact_rules.facts
        for wanted, row in requests:
            positions = range(len(row)) if wanted is None else self._measure_indexes(wanted)
            codes = row if wanted is None else dict(zip(positions, row, strict=True))
            open_places = frozenset([p for p, code in zip(positions, row, strict=True) if type(code) is tuple])
            numbers, unclear = self._split(wanted, open_places)
            exact.append([(number, facts[number].json_prefix(codes)) for number in numbers])  # type: ignore[arg-type] # single codes
            general.append((unclear, codes))
            asked = wanted if wanted is not None else self._every_rule if open_places else ()
            by_request.append(dict.fromkeys(asked, Outcome.UNDETERMINED))
        for (wanted, _), concluded, decided in zip(requests, by_request, self._decided(exact), strict=True):
            concluded.update(decided if wanted is None else {rule: decided[rule] for rule in wanted if rule in decided})
        if any(unclear for unclear, _ in general):
            for concluded, outcomes in zip(by_request, self._in_general(general), strict=True):
                concluded.update(outcomes)
        return by_request

    def _split(self, wanted: tuple[str, ...] | None, open_places: frozenset[int]) -> tuple[list[int], list[str]]:
        """Give the facts that decide the rules which ask nothing open, and the other rules."""
        split = self._splits.get(open_places) if wanted is None else None
        if split is None:
            deferred, rules = self._exact_rules.deferred_rules, self._every_rule if wanted is None else wanted
            unclear = [rule for rule in rules if rule in deferred or not open_places.isdisjoint(self._asked_by[rule])]
            clear = set(rules).difference(unclear)
            split = sorted({number for rule in clear for number in self._facts_of[rule]}), unclear
            if wanted is None and len(self._splits) < _MAX_MEMO_ENTRIES:
                self._splits[open_places] = split
        return split

    def _decided(self, each: Sequence[Iterable[tuple[int, str]]]) -> list[dict[str, Outcome]]:
        """Assert the facts of each subject, by their numbers, and give what the firings decide for it.

        What is said alike is one fact: it is asserted once, and what it fires decides for all who say it.
        """
        decided: list[dict[str, Outcome]] = [{} for _ in each]
        saying: dict[str, list[tuple[dict[str, Outcome], int]]] = {}
        for outcomes, facts in zip(decided, each, strict=True):
            for number, begun in facts:
                if begun in saying:
                    saying[begun].append((outcomes, number))
                else:
                    saying[begun] = [(outcomes, number)]
        if saying:
            decides, receivers = self._exact_rules.decisions, list(saying.values())
            for frame in self._fired(saying):
                by_fact = decides[_rule_of(frame)]
                for id in _FIRED_BY(frame):
                    for outcomes, number in receivers[int(id)]:
                        outcomes.update(by_fact[number])
        return decided

    def _fired(self, saying: Iterable[str]) -> list[str]:
        """Assert facts, each with its place as id, where all that they say applies and where something does not."""
        applying: list[str] = []
        absent: list[str] = []
        for id, begun in enumerate(saying):
            (absent if begun.startswith(_ABSENT_FACT) else applying).append(f'{begun}{id}"}}')
        fired = self._exact.run(applying) if applying else []
        return [*fired, *self._absent.run(absent)] if absent else fired

    def _in_general(self, each: Sequence[tuple[list[str], Codes]]) -> list[dict[str, Outcome]]:
        """Conclude some rules for some codes, of which something is open, each rule by the outcomes of its parts."""
        general, texts = self._general_rules, []
        for rules, codes in each:
            numbers = {number for rule in rules for number in general.parts_of[rule]}
            texts.append({number: general.parts[number].json_prefix(codes) for number in numbers})
        ids = {begun: id for id, begun in enumerate(dict.fromkeys(text for part in texts for text in part.values()))}
        firmly: dict[int, Outcome] = {}
        otherwise: dict[int, Outcome] = {}
        facts = [f'{begun}{id}"}}' for begun, id in ids.items()]
        for first in range(0, len(facts), _FACTS_PER_BATCH):
            for frame in self._general.run(facts[first : first + _FACTS_PER_BATCH]):
                decision = general.decisions[_rule_of(frame)]
                decided = firmly if decision.is_definite else otherwise
                decided.update((int(id), decision.outcome) for id in _FIRED_BY(frame))
        outcomes = otherwise | firmly
        concluded: list[dict[str, Outcome]] = []
        for (rules, _), part_texts in zip(each, texts, strict=True):
            of_part = {number: outcomes.get(ids[begun], Outcome.UNDETERMINED) for number, begun in part_texts.items()}
            concluded.append({rule: all_of([of_part[number] for number in general.parts_of[rule]]) for rule in rules})
        return concluded

    def _measure_indexes(self, rules: Iterable[str]) -> list[int]:
        """Give the places of all measures that some rules ask."""
        return sorted(set().union(*(self._asked_by[rule] for rule in rules)))


def _code(run: Run) -> Code:
    low, high = run
    return low if low == high else run


class _Compiled:
    """One set of engine rules inside durable-rules."""

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
        """Assert facts and give a frame for each firing, or for each rule that fired, but for the tick's."""
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
    """Name the rule of a firing."""
    return frame[2 : frame.index('"', 2)]


RULES_PER_SHARD = 200
MEASURES_PER_SHARD = 150
ENGINE_RULES_PER_SHARD = 2_000


class ShardedNetwork:
    """Concludes the rules of one network, whatever their number; a rule never depends on another of its network."""

    def __init__(self, network: Network) -> None:
        """Share the rules out."""
        indexes = {measure: number for number, measure in enumerate(network.measures)}
        self._shards = [ReteNetwork(Network.of(rules)) for rules in _shared_out(network)]
        self._coded = [[(indexes[measure], coding) for measure, coding in shard.codings] for shard in self._shards]

    def compile(self) -> None:
        """Compile all rules now, rather than each when it is first asked."""
        for shard in self._shards:
            shard.compile()

    def conclude_each(self, each: Sequence[MeasuredValues]) -> list[dict[str, Outcome]]:
        """Conclude every rule for each of several subjects or records."""
        concluded: list[dict[str, Outcome]] = [{} for _ in each]
        for shard, coded in zip(self._shards, self._coded, strict=True):
            _join(concluded, shard.conclude_each([(None, _codes(measured, coded)) for measured in each]))
        return concluded

    def conclude_changes(
        self, each: Sequence[tuple[Mapping[Measure, MeasureValue], Collection[str]]]
    ) -> list[dict[str, Outcome]]:
        """Conclude some rules for the values of the measures, for each of several questions."""
        concluded: list[dict[str, Outcome]] = [{} for _ in each]
        for shard in self._shards:
            _join(concluded, shard.conclude_each([shard.request(measured, rules) for measured, rules in each]))
        return concluded

    def close(self) -> None:
        """Free the networks."""
        for shard in self._shards:
            shard.close()


def _join(concluded: Sequence[dict[str, Outcome]], of_shard: Sequence[Mapping[str, Outcome]]) -> None:
    for together, outcomes in zip(concluded, of_shard, strict=True):
        together.update(outcomes)


def _codes(measured: MeasuredValues, coded: Iterable[tuple[int, Coding]]) -> tuple[Code, ...]:
    """Give the code of each measure of a shard."""
    plain, open_ = measured
    if not open_:
        return tuple([coding.code(plain[index]) for index, coding in coded])
    return tuple(
        [_code(coding.encode(open_[index])) if index in open_ else coding.code(plain[index]) for index, coding in coded]
    )


def _shared_out(network: Network) -> Iterator[list[PlannedRule]]:
    """Fill shard after shard in the order of the rules, so that rules of one criterion mostly stay together."""
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
