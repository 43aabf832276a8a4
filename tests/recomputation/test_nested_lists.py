"""Sums for each record over nested lists: both evaluators and plain sums, with unknown values and parents."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue
from rules.language.compiler import compile_folder
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.trail.evaluation import Evaluator, LazyRecord
from rules.trail.explain import explain
from tests.recomputation.agreement import GAZETTE, KEY
from tests.support.engine_card import subject
from tests.support.guide import LEVY, card
from tests.support.recomputing import recompute
from tests.support.tiers import tries
from tests.trail.test_small_tables import KNOWN, PETROL

Records = list[dict[str, DeclaredValue]]
SEEDS = range(max(tries(12), 4))


@pytest.fixture(scope="module")
def published() -> PublishedVersion:
    scorecard = compile_folder(card(LEVY)).scorecard
    assert scorecard is not None
    return read_published(published_bytes(scorecard, card(LEVY)), "2026-01-01T00:00:00Z")


@pytest.fixture(scope="module")
def evaluator(published: PublishedVersion) -> Iterator[Evaluator]:
    with closing(Evaluator(published.scorecard, published.rule_digest, published.name)) as instance:
        yield instance


def blend(line: str, sale: str | None, what: str | None, added: str | None) -> dict[str, DeclaredValue]:
    fields = {
        "line": DeclaredValue(text=line),
        "sale": sale and DeclaredValue(text=sale),
        "what": what and DeclaredValue(choice=what),
        "added": added and DeclaredValue(number=added, unit="t"),
    }
    return {name: value for name, value in fields.items() if isinstance(value, DeclaredValue)}


def evaluated(evaluator: Evaluator, deliveries: list[str], blends: Records | None) -> LazyRecord:
    sales = tuple({**PETROL, "note": DeclaredValue(text=note)} for note in deliveries)
    facts = {**KNOWN, "deliveries": DeclaredValue(records=sales)}
    if blends is not None:
        facts["blends"] = DeclaredValue(records=tuple(blends))
    return evaluator.evaluate(subject(facts).model_copy(update={"known": "2026-03-01T12:00:00Z"}), KEY)


def figures(recorded: LazyRecord, key: str) -> dict[str, tuple[str | None, str | None]]:
    result = next(one for one in recorded.record.record_results if one.key == key)
    return {one.id: (one.figure.exact.low, one.figure.exact.high) for one in result.figures}


@pytest.mark.parametrize("seed", SEEDS)
def test_both_evaluators_and_plain_sums_agree(evaluator: Evaluator, published: PublishedVersion, seed: int) -> None:
    random = Random(seed)
    deliveries = [f"D{number}" for number in range(1, random.randint(1, 6))] or ["D1"]
    unknown = random.choice([0.0, 0.0, 0.2])

    def perhaps(value: str) -> str | None:
        return None if random.random() < unknown else value

    blends = [
        blend(
            f"B{number:02}",
            perhaps(random.choice(deliveries)),
            perhaps(random.choice(["bio", "fossil"])),
            perhaps(str(random.randint(0, 90))),
        )
        for number in range(random.randint(0, 15))
    ]
    recorded = evaluated(evaluator, deliveries, None if seed == 3 else blends)
    content = published_bytes(published.scorecard, card(LEVY))
    assert recompute(recorded.content, content, GAZETTE.folder / "tables", KEY).faults == []
    if unknown or seed == 3:
        return
    for key in deliveries:
        own = [one for one in blends if one["sale"].text == key]
        amounts = [Fraction(one["added"].number or 0) / (2 if one["what"].choice == "bio" else 1) for one in own]
        low, high = figures(recorded, key)["counts"]
        assert low is not None
        assert low == high
        assert Fraction(low) == sum(amounts)


def test_a_record_with_an_unknown_parent_leaves_every_possible_sum_open(evaluator: Evaluator) -> None:
    blends = [blend("B1", "D1", "fossil", "4"), blend("B2", None, "fossil", "6")]
    recorded = evaluated(evaluator, ["D1", "D2"], blends)
    assert figures(recorded, "D1")["counts"] == ("4", "10")
    assert figures(recorded, "D2")["counts"] == ("0", "6")


def test_a_record_with_an_unknown_parent_key_is_refused(evaluator: Evaluator) -> None:
    with pytest.raises(InputError, match="No record of deliveries has the key 'D9'"):
        evaluated(evaluator, ["D1"], [blend("B1", "D9", "bio", "1")])


def test_the_explanation_of_a_record_lists_only_its_own_child_records(evaluator: Evaluator) -> None:
    blends = [blend("B1", "D1", "bio", "4"), blend("B2", "D2", "bio", "6")]
    record = evaluated(evaluator, ["D1", "D2"], blends).record
    sentences = [one.text for one in explain(evaluator, record, "en", "deliveries[D1].counts").statements]
    assert any("in record B1 of blends" in one for one in sentences)
    assert not any("B2" in one for one in sentences)
    assert any("= 2 t, in record D1 of deliveries" in one for one in sentences)
