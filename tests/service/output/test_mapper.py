"""Mapper between models and messages: coverage of every answer field and model field, invalid words."""

import ast
import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from google.protobuf.descriptor import Descriptor

import touchstone.v1
from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredValue, Locator
from rules.contracts.outcomes import Outcome
from rules.contracts.record import ConclusionCertainty
from service.configuration.folders import CHECKOUT
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import Mapper, MessageMapping, UnmappedField
from service.output.mapping.requests import INPUTS
from tests.support.parsed_sources import parsed_sources
from touchstone.v1 import evaluation_pb2, fact_pb2, types_pb2

UNWRITTEN = {
    "TrailStep.payload_json": "by StepProofs and Form1StepProofs, in a dictionary",
    "TrailStep.salt": "likewise",
    "TrailStep.proof": "likewise",
    "RegisterEntry.holder": "by RegisterService, from what is kept of a certificate and may be told",
    "RegisterEntry.public_reason": "likewise",
    "RegisterEntry.registered_id": "likewise",
    "RegisterEntry.region_code": "likewise",
    "CaseSampling.least": "by guards of cases, in a dictionary",
    "CaseSampling.population": "likewise",
    "CaseSampling.rule": "likewise",
    **dict.fromkeys(
        (
            "AuditTimeResult.audit",
            "AuditTimeResult.computed_days",
            "AuditTimeResult.deviation_reason",
            "AuditTimeResult.least_on_site_days",
            "AuditTimeResult.on_site_days",
            "AuditTimeResult.planned_days",
            "AuditTimeResult.too_short",
            "CaseSampling.algorithm",
            "CaseSampling.audit",
            "CaseSampling.central_function",
            "CaseSampling.new_sites",
            "CaseSampling.sampled_groups",
            "CaseSampling.seed",
            "CaseSampling.seed_step",
            "CaseSampling.visited_in_year",
            "SampledGroup.formula",
            "SampledGroup.least",
            "SampledGroup.random_sites",
            "SiteAuditTime.table_days",
            "SiteAuditTime.table_days_reason",
            "SiteTimeResult.adjusted_days",
            "SiteTimeResult.days",
            "SiteTimeResult.effective_personnel",
            "SiteTimeResult.table_days",
            "TechnicalCompetence.area",
            "TechnicalCompetence.function",
        ),
        "by service.audit_planning and CaseService, in dictionaries",
    ),
    "CaseSite.address_zh": "by CaseService, with the whole client",
    "ClaimDocument.digest": "by callers, for documents that are stored elsewhere",
    "ClaimDocument.file_create_time": "by ClaimService, in seconds",
}
"""The fields of answers that nothing writes as this test can see, and why."""

_CHANGES = {"CopyFrom", "MergeFrom", "add", "append", "extend", "update"}


@cache
def sources() -> dict[Path, ast.Module]:
    return dict(parsed_sources("service"))


@pytest.fixture(scope="module", autouse=True)
def parsed() -> None:
    """Read all sources before the tests, so that no single test bears the cost."""
    sources()


def mappers() -> Iterator[Mapper]:
    for path, tree in parsed_sources("service", having=" = Mapper("):
        for node in tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(func=ast.Name(id="Mapper"))):
                    module = import_module(".".join(path.relative_to(CHECKOUT).with_suffix("").parts))
                    yield getattr(module, name)


@cache
def answers() -> dict[str, Descriptor]:
    messages: dict[str, Descriptor] = {}

    def add(message: Descriptor) -> None:
        if message.file.package == "touchstone.v1" and message.full_name not in messages:
            messages[message.full_name] = message
            for field in message.fields:
                if field.message_type is not None:
                    add(field.message_type)

    for module in pkgutil.iter_modules(touchstone.v1.__path__):
        if module.name.endswith("_pb2"):
            for service in import_module(f"touchstone.v1.{module.name}").DESCRIPTOR.services_by_name.values():
                for method in service.methods:
                    add(method.output_type)
    return messages


def written_by_hand(tree: ast.Module) -> Iterator[str]:
    """Name the fields that a module writes, with their message where it is named, or else alone."""
    nodes = list(ast.walk(tree))
    aliases: dict[str, str] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=alias)], value=ast.Attribute(attr=name)):
                aliases[alias] = name
    for node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr="add"), keywords=words):
                yield from (str(word.arg) for word in words)
            case ast.Call(func=ast.Attribute(attr="write"), args=[of, *_], keywords=words):
                yield from (f"{name_of(of, aliases)}.{word.arg}" for word in words)
            case ast.Call(func=ast.Name(id="ParseDict"), args=[_, ast.Call(func=of), *_]):
                yield from (f"{name_of(of, aliases)}.{field}" for field in fields_of(name_of(of, aliases)))
            case ast.Call(func=of, keywords=words):
                yield from (f"{name_of(of, aliases)}.{word.arg}" for word in words)
        match node:
            case ast.Call(func=ast.Attribute(attr=change, value=ast.Attribute(attr=name))) if change in _CHANGES:
                yield name
            case ast.Attribute(attr=name, ctx=ast.Store()):
                yield name
            case ast.Subscript(value=ast.Attribute(attr=name), ctx=ast.Store()):
                yield name


def fields_of(message: str) -> Iterator[str]:
    """Yield the fields of an answer message that is parsed as a whole from stored data."""
    return (field.name for found in answers().values() if found.name == message for field in found.fields)


def name_of(node: ast.expr, aliases: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return aliases.get(node.id, node.id) if isinstance(node, ast.Name) else ""


def test_the_mapping_table_is_complete() -> None:
    assert [forgotten for mapper in mappers() for forgotten in mapper.forgotten()] == []


def test_every_field_of_every_answer_is_written() -> None:
    written = {field for tree in sources().values() for field in written_by_hand(tree)}
    for pair in (pair for mapper in mappers() for pair in mapper.pairs):
        message = pair.message.DESCRIPTOR
        mapped = (field.name for field in message.fields if not isinstance(pair.fields.get(field.name), UnmappedField))
        written |= {f"{message.name}.{name}" for name in mapped}
    unwritten = {
        f"{message.name}.{field.name}"
        for message in answers().values()
        if not message.GetOptions().map_entry
        for field in message.fields
        if not {f"{message.name}.{field.name}", field.name} & written
    }
    assert unwritten == UNWRITTEN.keys()


def test_an_unmapped_field_is_reported_and_refused() -> None:
    lacking = Mapper(
        MessageMapping(fact_pb2.Locator, Locator),
        MessageMapping(fact_pb2.Fact, Locator, {"fact_id": "uri", "at": "page"}),
    )
    assert "Fact has no at" in list(lacking.forgotten())
    assert "nothing writes Fact.ratings" in list(lacking.forgotten())
    with pytest.raises(LookupError, match=r"nothing of Locator writes Fact\.value"):
        lacking.write(fact_pb2.Fact, Locator())
    with pytest.raises(LookupError, match=r"rules\.contracts\.inputs:Locator is not mapped to touchstone\.v1\.Value"):
        INPUTS.write(types_pb2.Value, Locator())


def test_fields_are_written_without_a_model_and_none_is_omitted() -> None:
    made = ANSWERS.write(evaluation_pb2.CriterionResult, criterion_id="G1", outcome=Outcome.MET, points=None)
    assert made == evaluation_pb2.CriterionResult(criterion_id="G1", outcome=evaluation_pb2.OUTCOME_MET)


def test_an_unknown_enumeration_word_is_refused() -> None:
    with pytest.raises(ValueError, match="Certainty has no CERTAINTY_GUESSED"):
        ANSWERS.write(evaluation_pb2.Standing, ConclusionCertainty(certainty="guessed"))


def test_errors_are_raised_if_no_report_function_is_passed() -> None:
    with pytest.raises(InputError) as caught:
        INPUTS.read(DeclaredValue, types_pb2.Value(not_applicable=False), ("facts[", "a", "].value"))
    assert [one.field for one in caught.value.violations] == ["facts[a].value.not_applicable"]
