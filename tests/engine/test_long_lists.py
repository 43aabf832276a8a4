"""Long lists of records: linear effort, and refusal of amounts that cannot be added exactly."""

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from fractions import Fraction

import pytest

from rules.contracts.errors import InputError
from rules.contracts.extents import Extent
from rules.contracts.inputs import DeclaredValue
from rules.contracts.intervals import Interval, point_interval
from rules.contracts.outcomes import Outcome, Possibility
from rules.engine import compute
from rules.engine.aggregates import aggregate_extent
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.engine.rete import ShardedNetwork
from rules.model.definitions import BelongsTo
from rules.model.scorecard import FactDefinition, FactType, RecordType, Scorecard, SumQuantity, SumRow
from rules.program.compiled_evaluation import MeasuredValues
from tests.support.deciding import decided, possibilities
from tests.support.engine_card import AS_OF, LAW, card, choice, chosen, compare, number, row, subject

Records = tuple[dict[str, DeclaredValue], ...]

SITE = RecordType(id="site", key="name", fields=(FactDefinition(id="name", type=FactType.TEXT),))
LOT = RecordType(
    id="lot",
    key="serial",
    belongs_to=BelongsTo(list="sites", field="at"),
    fields=(
        FactDefinition(id="serial", type=FactType.TEXT),
        FactDefinition(id="at", type=FactType.TEXT),
        number("amount", "t", 0, 800),
        choice("shade", "red", "green"),
    ),
)
RED = (SumRow(where=(chosen("shade", "red"),), basis=LAW),)
CARD: Scorecard = card(
    FactDefinition(id="sites", type=FactType.RECORDS, record="site"),
    FactDefinition(id="lots", type=FactType.RECORDS, record="lot"),
    quantities=(
        SumQuantity(id="total", unit="t", list="lots", of="amount", rows=RED),
        SumQuantity(id="there", unit="t", list="lots", of="amount", each="sites", rows=RED),
    ),
    records=(SITE, LOT),
    rows=(row("gold", None, compare("total", "more_than", 100, "t")),),
)


def lots(count: int, **fields: DeclaredValue | None) -> Records:
    usual = [
        {
            "serial": DeclaredValue(text=f"L{place:03}"),
            "at": DeclaredValue(text=f"S{place:03}"),
            "amount": DeclaredValue(number="1", unit="t"),
            "shade": DeclaredValue(choice="red" if place % 2 else "green"),
        }
        for place in range(count)
    ]
    return tuple({id: value for id, value in {**lot, **fields}.items() if value is not None} for lot in usual)


def facts(engine: InferenceEngine, listed: Records) -> Mapping[str, Extent]:
    sites = tuple({"name": DeclaredValue(text=f"S{place:03}")} for place in range(len(listed)))
    values = {"sites": DeclaredValue(records=sites), "lots": DeclaredValue(records=listed)}
    return read_subject(engine.plan.scorecard, subject(values)).verified.extents


def test_identical_questions_of_records_are_concluded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    concluded: list[int] = []
    conclude = ShardedNetwork.conclude_each

    def counting(self: ShardedNetwork, each: list[MeasuredValues]) -> list[dict[str, Outcome]]:
        concluded.append(len(each))
        return conclude(self, each)

    monkeypatch.setattr(ShardedNetwork, "conclude_each", counting)
    with closing(InferenceEngine(CARD)) as engine:
        inference = engine.infer(InferenceQuestion(facts(engine, lots(100)), {}, AS_OF, {}))
    assert max(concluded) == 2
    assert inference.values.number("total") == point_interval(Fraction(50))


def test_records_that_may_belong_anywhere_are_added_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    added: Counter[str] = Counter()

    def counting(quantity: SumQuantity, *asked: object) -> Extent:
        added[quantity.id] += 1
        return aggregate_extent(quantity, *asked)  # type: ignore[arg-type] # arguments are passed through

    monkeypatch.setattr(compute, "aggregate_extent", counting)
    with closing(InferenceEngine(CARD)) as engine:
        inference = engine.infer(InferenceQuestion(facts(engine, lots(60, at=None)), {}, AS_OF, {}))
    assert added == {"total": 1, "there": 1}
    sites = inference.values.extents["sites"]
    assert {site.fields["there"].interval for site in sites.records} == {Interval(Fraction(0), Fraction(30))}  # type: ignore[union-attr]


@pytest.mark.full
def test_a_search_with_exhausted_effort_fills_in_all_remaining_values_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    explored: list[InferenceQuestion] = []
    explore = InferenceEngine.explore

    def counting(self: InferenceEngine, question: InferenceQuestion, previous: object = None) -> object:
        explored.append(question)
        return explore(self, question, previous)  # type: ignore[arg-type] # arguments are passed through

    monkeypatch.setattr(InferenceEngine, "explore", counting)
    with closing(InferenceEngine(CARD)) as engine:
        decision = decided(CARD, facts(engine, lots(400, amount=None)))
    assert possibilities(decision)["gold"] is Possibility.REACHABLE
    assert len(explored) < 200


def test_amounts_that_no_number_can_add_up_are_refused() -> None:
    fine = [DeclaredValue(number=f"1/{10**33 + 2 * place + 1}", unit="t") for place in range(400)]
    listed = tuple({**lot, "amount": amount} for lot, amount in zip(lots(400), fine, strict=True))
    with closing(InferenceEngine(CARD)) as engine:
        question = InferenceQuestion(facts(engine, listed), {}, AS_OF, {})
        with pytest.raises(InputError, match=r"facts\[lots\].records: The numbers cannot be added exactly"):
            engine.infer(question)
