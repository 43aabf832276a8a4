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
rules themselves are written by `exact_rules`, for what is known to a single code, and by `general_rules` for the rest.
"""

from __future__ import annotations

import ctypes
import re
import sys
import threading
from functools import cache, cached_property
from typing import TYPE_CHECKING

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
from rules.engine.definition import MAXIMUM_FIELDS, MAXIMUM_RULES, MAXIMUM_SAME_CONDITION, MAXIMUM_TERMS, TICK
from rules.engine.exact_rules import ABSENT, exact_rules
from rules.engine.general_rules import general_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from rules.engine.codes import Coding, Run
    from rules.engine.network import Network
    from rules.program.nodes import Measure
    from rules.program.values import MeasureValue

__all__ = [
    "MAXIMUM_FIELDS",
    "MAXIMUM_RULES",
    "MAXIMUM_SAME_CONDITION",
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
        general, exact = general_rules(network.rules, found), exact_rules(network.rules, found)
        self.codings: list[tuple[Measure, Coding]] = list(found.items())
        self._open = dict.fromkeys((rule.id for rule in network.rules), Outcome.UNDETERMINED)
        self._asked_by = _asked_by(network, list(found))
        self._asked_together = _asked_together(self._asked_by, len(found))
        self._general_rules, self._exact_rules = general, exact
        self._facts_of: dict[str, list[int]] = {rule: [] for rule in self._open}
        for decides in exact.decides.values():
            for number, decided in decides.items():
                for rule in decided:
                    self._facts_of[rule].append(number)
        self._general, self._exact = _Compiled(general.written()), _Compiled(exact.written())
        self._written_absent = exact.written_absent()

    def close(self) -> None:
        """Free the network."""
        self._general.close()
        self._exact.close()
        if "_absent" in self.__dict__:
            self._absent.close()

    @cached_property
    def _absent(self) -> _Compiled:
        """The rules for what does not apply in part, which many cards never need."""
        return _Compiled(self._written_absent)

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
        runs: dict[int, Run] = {}
        for place in range(len(self.codings)) if rules is None else self._places(wanted):
            measure, coding = self.codings[place]
            runs[place] = coding.encode(measured[measure])
        codes = {place: low for place, (low, high) in runs.items() if low == high}
        concluded = dict(wanted)
        every = self._exact_rules.facts
        numbers = (
            range(len(every)) if rules is None else sorted({one for rule in wanted for one in self._facts_of[rule]})
        )
        facts = [
            (number, every[number].begun(codes)) for number in numbers if codes.keys() >= set(every[number].places)
        ]
        concluded |= self._decided([facts])[0]
        unclear = [place for place in runs if place not in codes]
        unclear += self._places(self._exact_rules.left & wanted.keys())
        if unclear:
            together = sorted(set().union(*(self._asked_together[place] for place in unclear)))
            concluded |= self._in_general(
                {place: self.codings[place][1].encode(measured[self.codings[place][0]]) for place in together}
            )
        return concluded if rules is None else {rule: concluded[rule] for rule in wanted}

    def conclude_known(self, each: Sequence[Sequence[int]]) -> list[dict[str, Outcome]]:
        """Conclude every rule for the codes of all measures of each subject or record, in as few batches as can be.

        Raises:
            EngineFailureError: durable-rules reported an error.
        """
        every, step = self._exact_rules.facts, max(_FACTS_PER_BATCH // max(len(self._exact_rules.facts), 1), 1)
        concluded: list[dict[str, Outcome]] = []
        for first in range(0, len(each), step):
            begun = ([fact.begun(codes) for fact in every] for codes in each[first : first + step])
            concluded += self._decided([enumerate(texts) for texts in begun])
        left = self._places(self._exact_rules.left)
        for found, codes in zip(concluded if left else (), each, strict=False):
            found.update(self._in_general({place: (codes[place], codes[place]) for place in left}))
        return concluded

    def _decided(self, each: Sequence[Iterable[tuple[int, str]]]) -> list[dict[str, Outcome]]:
        """Assert the facts of each subject, by their numbers, and give what the firings decide for it.

        What is said alike is one fact: it is asserted once, and what it fires decides for all who say it.
        """
        decided: list[dict[str, Outcome]] = [{} for _ in each]
        saying: dict[str, list[tuple[dict[str, Outcome], int]]] = {}
        for found, facts in zip(decided, each, strict=True):
            for number, begun in facts:
                if begun in saying:
                    saying[begun].append((found, number))
                else:
                    saying[begun] = [(found, number)]
        if saying:
            decides, said = self._exact_rules.decides, list(saying.values())
            for frame in self._fired(saying):
                by_fact = decides[frame[2 : frame.index('"', 2)]]
                for id in _FIRED_BY(frame):
                    for found, number in said[int(id)]:
                        found.update(by_fact[number])
        return decided

    def _fired(self, saying: Iterable[str]) -> list[str]:
        """Assert facts, each with its place as id, where all that they say applies and where something does not."""
        applying: list[str] = []
        absent: list[str] = []
        for id, begun in enumerate(saying):
            (absent if begun.startswith(_ABSENT_FACT) else applying).append(f'{begun}{id}"}}')
        fired = self._exact.run(applying) if applying else []
        return [*fired, *self._absent.run(absent)] if absent else fired

    def _in_general(self, runs: Mapping[int, Run]) -> dict[str, Outcome]:
        """Conclude by the general rules all that asks some measures and no others."""
        firmly: dict[str, Outcome] = {}
        otherwise: dict[str, Outcome] = {}
        for frame in self._general.run([self._general_rules.facts(place, run) for place, run in runs.items()]):
            decision = self._general_rules.decides[frame[2 : frame.index('"', 2)]]
            (firmly if decision.firmly else otherwise)[decision.rule] = decision.outcome
        return otherwise | firmly

    def _places(self, rules: Iterable[str]) -> list[int]:
        """Give the places of all measures that some rules ask."""
        return sorted(set().union(*(self._asked_by[rule] for rule in rules)))


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
