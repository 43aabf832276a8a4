"""Dossier schema against the dossier reader: both refuse the same documents, except for rules beyond JSON Schema."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from rules.contracts.errors import InputError
from rules.contracts.inputs import Subject
from rules.engine.read_subject import read_subject
from rules.model.published_version import PublishedVersion
from rules.rehearsal.example_runner import reference_subject
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.input.dossier.dossier_writer import write_dossier
from service.input.tree.nodes import Mapping, Node, Scalar
from service.input.tree.placed_errors import PlacedError
from service.input.tree.tree_reader import read_tree
from service.output.schema.dossiers import dossier_schema
from tests.support.tiers import tries

ROOT = Path(__file__).resolve().parents[4]
GAZETTE = Gazette(ROOT / "scorecards")
CARDS = GAZETTE.card_ids()
EXAMPLES = {
    "cbam/actual-values": "cbam-goods", "cbam/installation": "cbam-installation",
    "cbam/quarterly-report": "cbam-transitional", "cn-ets/power-2024": "cn-ets-power",
    "cn-ets/industry-2025": "cn-ets-industry", "cn-ets/verification-2025": "cn-ets-verification",
    "astronergy-yancheng": "zero-carbon-factory", "trina-yancheng": "zero-carbon-factory",
    "worked-factory": "zero-carbon-factory", "carbon-neutral-bottle": "carbon-neutral-product",
    "eu-battery-ev": "eu-battery",
}  # fmt: skip
MUTANTS = max(tries(60), 24)
"""Mutants for each of the 31 published cards."""
FACTS = 8
"""Maximum number of facts used from a reference case; fewer facts make each mutation more likely to matter."""
LEFT_TO_THE_READER = {
    "OUTSIDE_DOMAIN",  # of numbers in text, and in other units than that of the fact
    "NOT_A_MULTIPLE",
    "NOT_A_NUMBER",  # more than 34 digits in all, nothing below the stroke, an exponent
    "PERIOD_REVERSED",
    "UNKNOWN_EVIDENCE",
    "DUPLICATE",
    "REPEATED_PERSON",
    "RATINGS_DIFFER",
    "REPEATED_EVIDENCE",
    "UNKNOWN_RECORD",  # a record that belongs to one of another list, named by its key
}
"""Reasons of the reader that JSON Schema cannot express."""

Document = dict[str, Any]
Mutation = Callable[[Document, Random], None]


@cache
def validator(card: str) -> Draft202012Validator:
    schema = dossier_schema(GAZETTE.newest(card))
    return Draft202012Validator(schema, validate_formats=True)


def faults(card: str, document: Document) -> list[str]:
    return [f"{error.instance_path}: {error.message[:200]}" for error in validator(card).iter_errors(document)]


def refusals(version: PublishedVersion, document: Document) -> set[str]:
    content, scorecard = json.dumps(document, ensure_ascii=False).encode(), version.scorecard
    try:
        dossier = read_dossier(content, scorecard, as_of=scorecard.card.first_date.isoformat(), settings={})
        read_subject(scorecard, dossier.subject)
    except PlacedError as error:
        return {problem.reason for problem in error.problems}
    except InputError as error:
        return {violation.reason for violation in error.violations}
    return set()


def reference(version: PublishedVersion) -> Subject:
    return reference_subject(version.scorecard, version.scorecard.card.first_date)


def plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Mapping):
        return {key: plain(each) for key, each in node.entries.items()}
    return [plain(each) for each in node.items]


def without_idle_units(value: Any) -> Any:
    """Remove units without a number; the reader ignores them and the schema refuses them."""
    if isinstance(value, list):
        return [without_idle_units(each) for each in value]
    if not isinstance(value, dict):
        return value
    idle = value.get("value") is None or isinstance(value.get("value"), list)
    return {key: without_idle_units(each) for key, each in value.items() if key != "unit" or not idle}


def with_each_unit_once(value: Any) -> Any:
    """Remove units of numbers that include a unit; JSON Schema cannot express a conflict between the two units."""
    if isinstance(value, list):
        return [with_each_unit_once(each) for each in value]
    if not isinstance(value, dict):
        return value
    has_unit = isinstance(value.get("value"), str) and " " in value["value"]
    return {key: with_each_unit_once(each) for key, each in value.items() if key != "unit" or not has_unit}


def few_facts(version: PublishedVersion, random: Random) -> Document:
    document: Document = json.loads(write_dossier(reference(version), as_json=True))
    facts = document["facts"]
    kept = random.sample(sorted(facts), min(FACTS, len(facts)))
    document["facts"] = {id: facts[id] for id in kept}
    for fact in document["facts"].values():
        details = {"method": "recounted", "reason": "read again", "person": "users/li", "date": "2026-02-20"}
        match random.randrange(6):
            case 0:
                fact["verification"] = {"judgement": "accepted", **details}
            case 1:
                fact["verification"] = {"judgement": "corrected", **deepcopy(fact), **details}
            case 2 if not isinstance(fact.get("value"), list):
                rating = {"person": "users/li", "rationale": "so it says", "place": {"page": "3"}, **deepcopy(fact)}
                fact.clear()
                fact["ratings"] = [rating]
    return document


POOL: tuple[Any, ...] = (
    None, True, False, 0, 7, -3, 2.5, 10**40, "", " ", "null", "yes", "NO", "是", "3", "-0.50", "1/3", "12 %",
    "5 kWh", "5 t", "8 tCO2e", "3 time", "2 次", "4 furlong", "1e3", "2025-02-28", "2025-02-30", "surely not a choice",
    [], ["3"], [None], [True], {}, {"value": None}, {"value": "3"}, {"value": 3, "unit": "%"}, {"value": "x"},
    {"value": 3, "unit": "t"}, {"not_applicable": True}, {"not_applicable": "no", "value": "yes"},
    {"first": "2025-01-01", "last": "2025-12-31"}, {"first": "2025-01-01"}, "a b", "limited", "corrected", "rejected",
)  # fmt: skip


UNITS = (
    "", "1", "%", "‰", "kWh", "MWh", "kg", "t", "tCO2e", "kgCO2e/kWh", "time", "次", "EUR", "day", "furlong", None,
)  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in list(entries):
        yield value, key
        yield from places(each)


def replaced(document: Document, random: Random) -> None:
    container, key = random.choice(list(places(document)))
    container[key] = deepcopy(random.choice(POOL))


def removed(document: Document, random: Random) -> None:
    container, key = random.choice(list(places(document)))
    del container[key]


def added(document: Document, random: Random) -> None:
    containers = [document, *(each[key] for each, key in places(document) if isinstance(each[key], dict))]
    keys = ("value", "unit", "evidence", "not_applicable", "verification", "ratings", "reading", "note", "id", "place")
    random.choice(containers)[random.choice(keys)] = deepcopy(random.choice(POOL))


def renamed(document: Document, random: Random) -> None:
    container, key = random.choice([each for each in places(document) if isinstance(each[0], dict)])
    container[f"{key}x"] = container.pop(key)


def moved(document: Document, random: Random) -> None:
    """Copy a value to another position, so that its type may fit a different fact."""
    facts = [each for each in places(document.get("facts")) if isinstance(each[0], dict)] or list(places(document))
    (source, taken_key), (put, put_key) = random.choices(facts, k=2)
    put[put_key] = deepcopy(source[taken_key])


def other_unit(document: Document, random: Random) -> None:
    units = [(container, key) for container, key in places(document) if key == "unit"]
    if units:
        container, key = random.choice(units)
        container[key] = random.choice(UNITS)


def shortened(document: Document, random: Random) -> None:
    """Write a fact short, its value as JSON has it."""
    candidates = [(each, key) for each, key in places(document) if isinstance(each[key], dict) and "value" in each[key]]
    if not candidates:
        return
    container, key = random.choice(candidates)
    value, unit = container[key]["value"], container[key].get("unit")
    with suppress(json.JSONDecodeError):
        value = json.loads(value) if isinstance(value, str) and random.random() < 0.5 else value
    if random.random() < 0.5:
        container[key]["value"] = value
    else:
        container[key] = f"{value} {unit}" if unit else value


MUTATIONS: tuple[Mutation, ...] = (replaced, removed, added, renamed, moved, other_unit, shortened)


@pytest.mark.parametrize("card", CARDS)
def test_the_reference_case_is_valid(card: str) -> None:
    version = GAZETTE.newest(card)
    document = json.loads(write_dossier(reference(version), as_json=True))
    assert faults(card, document) == []
    assert refusals(version, document) == set()


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_valid(example: str) -> None:
    document = plain(read_tree((ROOT / "examples" / f"{example}.yaml").read_bytes()))
    assert faults(EXAMPLES[example], document) == []


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", CARDS)
def test_schema_and_reader_refuse_the_same_mutants(card: str) -> None:
    version, random = GAZETTE.newest(card), Random(card)
    counts: Counter[bool] = Counter()
    for _ in range(MUTANTS):
        document = few_facts(version, random)
        for _ in range(random.choice((1, 1, 2))):
            random.choice(MUTATIONS)(document, random)
        reasons, schema_faults = refusals(version, document), faults(card, document)
        shown = json.dumps(document, ensure_ascii=False)
        if reasons and not schema_faults:
            reasons = refusals(version, with_each_unit_once(document))
        assert schema_faults or reasons <= LEFT_TO_THE_READER, f"only the reader refuses, {reasons}: {shown}"
        if schema_faults and not reasons:
            schema_faults = faults(card, without_idle_units(document))
        assert reasons or not schema_faults, f"only the schema refuses, {schema_faults}: {shown}"
        counts[bool(schema_faults)] += 1
    assert min(counts[True], counts[False]) > 0
