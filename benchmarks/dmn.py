"""Share of the level 2 cases of the DMN Technology Compatibility Kit that imported decision tables pass.

TOUCHSTONE_DMN_TCK names the folder TestCases/compliance-level-2 of https://github.com/dmn-tck/tck. Each model is
imported, and each of its cases becomes an example of the draft, which both evaluators run. The files are not copied
into this project.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import check_folder
from rules.contracts import InputError, Severity, format_exact, in_language
from service.input.dmn.dmn_import import DmnImport, import_dmn
from service.input.dmn.dmn_model import ValueKind
from service.input.dmn.xml_tree import parse_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.input.dmn.decision_outcomes import DecisionOutcome, ListItem
    from service.input.dmn.declared_inputs import InputFact
    from service.input.dmn.unary_tests import Literal
    from service.input.dmn.xml_tree import XmlElement

VARIABLE = "TOUCHSTONE_DMN_TCK"
_DAY = date(2026, 1, 1)
_ONLY = {True: "holds", False: "does not hold"}


@dataclass(frozen=True, slots=True)
class ModelReport:
    """The cases of one model: number, failed examples by name, and the refusals of a model that is not imported."""

    name: str
    cases: int
    failed: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()

    @property
    def passed(self) -> int:
        return 0 if self.refusals else self.cases - len(self.failed)


def run_model(path: Path) -> ModelReport:
    """Import a model and run its cases."""
    cases = [
        case for file in sorted(path.parent.glob(f"{path.stem}-test-*.xml"))
        for case in parse_xml(file.read_bytes()).named("testCase")
    ]  # fmt: skip
    try:
        imported = import_dmn(path.read_bytes(), "tck-model", _DAY)
    except InputError as error:
        refusals = tuple(in_language(each.description, "en") for each in error.violations)
        return ModelReport(path.stem, len(cases), refusals=refusals)
    (name, text), *_ = imported.files.items()
    scenarios = [line for number, case in enumerate(cases) for line in scenario_lines(imported, case, number)]
    whole = "\n".join([text, "", "  Rule: Cases", *scenarios, ""])
    errors = [each for each in check_folder({name: whole}).diagnostics if each.severity is Severity.ERROR]
    failed = {_case_at(whole, each.location.line): each.in_one_line() for each in errors}
    titles = [line.strip() for line in scenarios if line.strip().startswith("Scenario:")]
    missed = []
    for number, _ in enumerate(cases):
        own = [title for title in titles if title.startswith(f"Scenario: case {number},")]
        if "" in failed or not own or all(title in failed for title in own):
            missed.append(failed.get("") or next((failed[title] for title in own), f"case {number}: no such list"))
    return ModelReport(path.stem, len(cases), tuple(missed))


def _case_at(text: str, line: int) -> str:
    titles = [each.strip() for each in text.split("\n")[:line] if each.strip().startswith("Scenario:")]
    return titles[-1] if titles else ""


def scenario_lines(imported: DmnImport, case: XmlElement, number: int) -> Iterator[str]:
    """Write a case of the kit as examples: one for each selection of rules with the expected list."""
    values = dict(_input_values(case))
    changes = [_change(fact, values.get(fact.name)) for fact in imported.facts]
    results = [
        list(_expectations(outcome, _result(node, outcome.output)))
        for node in case.named("resultNode")
        for outcome in imported.outcomes
        if outcome.decision == node.attributes["name"]
    ]
    for variant, expected in enumerate(product(*results)):
        yield f"    Scenario: case {number}, variant {variant}"
        yield from (f"      {'And' if position else 'Given'} {change}" for position, change in enumerate(changes))
        yield f"      When evaluated as of {_DAY}"
        lines = [line for part in expected for line in part]
        yield from (f"      {'And' if position else 'Then'} {line}" for position, line in enumerate(lines))


def _input_values(case: XmlElement) -> Iterator[tuple[str, Literal]]:
    for node in case.named("inputNode"):
        yield node.attributes["name"], _value(node)
        for part in node.named("component"):
            yield f"{node.attributes['name']}.{part.attributes['name']}", _value(part)


def _value(node: XmlElement) -> Literal:
    value = node.first("value")
    if value is None or any(key.endswith(" nil") and text == "true" for key, text in value.attributes.items()):
        return None
    kind = next((text for key, text in value.attributes.items() if key.endswith(" type")), "")
    match kind.rpartition(":")[2]:
        case "decimal" | "double" | "integer":
            return Fraction(value.text)
        case "boolean":
            return value.text == "true"
    return value.text


def _change(fact: InputFact, value: Literal) -> str:
    if value is None:
        return f"{fact.fact} is missing"
    if isinstance(value, bool):
        return f"{fact.fact} is {'yes' if value else 'no'}"
    if isinstance(value, Fraction):
        return f"{fact.fact} is {format_exact(value)}"
    return f"{fact.fact} is {fact.choices.get(str(value), value)}" if fact.kind is ValueKind.TEXT else str(value)


def _result(node: XmlElement, output: str) -> Literal | list[tuple[Literal, ...]]:
    expected = next(iter(node.named("expected")))
    if (listed := expected.first("list")) is not None:
        return [_item(item) for item in listed.named("item")]
    for part in expected.named("component"):
        if part.attributes["name"] == output:
            return _value(part)
    return _value(expected)


def _item(item: XmlElement) -> tuple[Literal, ...]:
    components = list(item.named("component"))
    return tuple(map(_value, components)) if components else (_value(item),)


def _expectations(outcome: DecisionOutcome, result: Literal | list[tuple[Literal, ...]]) -> Iterator[list[str]]:
    """Yield the expectations of each way to reach the result; none if there is no way."""
    if outcome.kind == "list":
        wanted = result if isinstance(result, list) else []
        for chosen in _selections(outcome.items, wanted):
            yield [f"condition {item.condition} {_ONLY[item in chosen]}" for item in outcome.items]
    elif outcome.kind == "number":
        is_number = isinstance(result, Fraction)
        state = f"the quantity {outcome.quantity} is {format_exact(result)}" if is_number else ""  # type: ignore[arg-type]
        yield [state or f"the rules leave the quantity {outcome.quantity} undetermined"]
    elif outcome.kind == "flag" and not outcome.quantity:
        yield [f"condition {outcome.conditions[True]} {'is undetermined' if result is None else _ONLY[result is True]}"]
    elif result is None:
        yield [f"the rules leave the quantity {outcome.quantity} undetermined"]
    elif result in outcome.conditions:
        yield [f"condition {id} {_ONLY[word == result]}" for word, id in outcome.conditions.items()]


def _selections(items: Sequence[ListItem], wanted: Sequence[tuple[Literal, ...]]) -> Iterator[tuple[ListItem, ...]]:
    for chosen in combinations(items, len(wanted)):
        pairs = zip(chosen, wanted, strict=True)
        if all(sorted(map(str, item.values)) == sorted(map(str, values)) for item, values in pairs):
            yield chosen


def run_kit(folder: Path) -> list[ModelReport]:
    """Run all models of a folder."""
    return [run_model(path) for path in sorted(folder.glob("*/*.dmn"))]


def main() -> None:
    """Print each model, and the share of cases that pass."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=os.environ.get(VARIABLE, ""), type=Path)
    folder = parser.parse_args().folder
    reports = run_kit(folder)
    if not reports:
        sys.exit(f"{VARIABLE} names no folder with the models of level 2")
    for report in reports:
        sys.stdout.write(f"{report.name}: {report.passed} of {report.cases}\n")
        sys.stdout.writelines(f"    {line}\n" for line in (*report.failed, *report.refusals))
    passed, cases = sum(each.passed for each in reports), sum(each.cases for each in reports)
    imported = sum(not each.refusals for each in reports)
    sys.stdout.write(f"imported {imported} of {len(reports)} models; {passed} of {cases} cases pass ")
    sys.stdout.write(f"({passed / cases:.1%})\n")


if __name__ == "__main__":
    main()
