"""Lookups in random tables: soundness for unknown keys, incremental inference, and decided grades."""

from dataclasses import replace

import pytest

from rules.contracts.extents import ChoiceExtent, Extent, NumberExtent, RecordsExtent, UnknownOrAbsent
from rules.contracts.outcomes import Outcome, Possibility
from rules.engine.decide import decide
from rules.engine.open_facts import list_unknowns, with_value
from tests.support.deciding import random_engines
from tests.support.random_extents import inside
from tests.support.random_tables import random_tables, table_card, table_completion, table_question
from tests.support.tiers import tries


def contains(open_: Extent, known: Extent) -> bool:
    match open_, known:
        case UnknownOrAbsent(), _:
            return True
        case NumberExtent(interval), NumberExtent(found):
            return inside(found, interval)
        case ChoiceExtent(possible, others), ChoiceExtent(found_words, more):
            return others or (found_words <= possible and not more)
        case RecordsExtent(None), _:
            return True
        case RecordsExtent(records), RecordsExtent(found_records) if records is not None and found_records is not None:
            pairs = zip(records, found_records, strict=True)
            return all(contains(one.fields[name], other.fields[name]) for one, other in pairs for name in one.fields)
        case _:
            return open_ == known


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("batch", range(2))
def test_every_completion_lies_inside_the_extent_computed_for_unknown_keys(batch: int) -> None:
    narrowed = missing = 0
    for card, engine, random in random_engines(range(batch, tries(60), 2), table_card):
        for _ in range(5):
            tables = random_tables(random)
            question = table_question(card, random, tables, unknown=random.choice([0.1, 0.4, 0.7]))
            open_answer = engine.infer(question)
            for _ in range(4):
                answer = engine.infer(table_completion(card, question, random))
                for name, extent in open_answer.values.extents.items():
                    assert contains(extent, answer.values.extents[name]), name
                    narrowed += extent != answer.values.extents[name]
                for gate, outcome in open_answer.gates.items():
                    assert outcome in (Outcome.UNDETERMINED, answer.gates[gate])
                assert set(answer.grades) <= set(open_answer.grades)
            missing += any(one.reason for by_key in open_answer.lookups.values() for one in by_key.values())
    assert narrowed > tries(300)
    assert missing > tries(30)


def test_incremental_inference_with_tables_equals_full_inference() -> None:
    """The reference inference differs in one fact, or uses other tables."""
    shared = 0
    for card, engine, random in random_engines(range(tries(20)), table_card):
        tables = random_tables(random)
        question, other = (table_question(card, random, tables, unknown=0.2) for _ in range(2))
        for name in sorted(question.facts):
            changed = replace(question, facts={**question.facts, name: other.facts[name]})
            alone = engine.infer(changed)
            for before in (question, replace(question, tables=random_tables(random))):
                reference = engine.infer(before)
                together = engine.infer(changed, reference)
                assert together == alone
                shared += sum(
                    together.counted_records[one] is reference.counted_records[one] for one in reference.counted_records
                )
    assert shared > tries(20)


def test_decisions_about_grades_hold_for_every_completion() -> None:
    possibilities: set[Possibility] = set()
    for card, engine, random in random_engines(range(tries(30)), table_card):
        question = table_question(card, random, random_tables(random), unknown=0.4)
        decision = decide(engine, question)
        possibilities |= {answer.possibility for answer in decision.grades}
        for answer in decision.grades:
            if answer.witness is not None:
                completed = question
                for leaf in list_unknowns(card, question):
                    completed = with_value(completed, leaf, answer.witness.facts[leaf.id])
                assert engine.infer(completed).grades == (answer.grade,)
        for _ in range(4):
            assert set(decide(engine, table_completion(card, question, random)).possible) <= set(decision.possible)
    assert {Possibility.CERTAIN, Possibility.EXCLUDED, Possibility.REACHABLE} <= possibilities
