"""Which rules stand in a file a second time, word for word, as a paste leaves them?

Everything in such a rule is defined twice and every scenario has its title twice. It is told once, at its head, and not
read any further, so that this one slip does not hide the others.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.language.names import show_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts.diagnostics import Location
    from rules.language.report import Report
    from rules.language.source import Row, Rule, Scenario, SourceFile, Step


def drop_repeated(sources: Sequence[SourceFile], report: Report) -> list[SourceFile]:
    """Report every rule, and every scenario of a rule, that repeats one before it, and leave it out."""
    return [replace(source, rules=tuple(_rules(source, report))) for source in sources]


def _rules(source: SourceFile, report: Report) -> Iterator[Rule]:
    seen: dict[object, Location] = {}
    for rule in source.rules:
        if _is_new(rule, seen, report):
            yield _scenarios(rule, report)


def _is_new(rule: Rule, seen: dict[object, Location], report: Report) -> bool:
    if not rule.background and not rule.scenarios:
        return True
    first = seen.setdefault(_rule(rule), rule.location)
    if first != rule.location:
        report.add("RL014", rule.location, "rule", title=rule.title, place=show_place(first))
    return first == rule.location


def _scenarios(rule: Rule, report: Report) -> Rule:
    """Leave out what repeats a scenario; those without title are about to get one, and may differ by it."""
    seen: dict[object, Location] = {}
    kept: list[Scenario] = []
    for scenario in rule.scenarios:
        first = seen.setdefault(_scenario(scenario), scenario.location)
        if first == scenario.location or not scenario.title:
            kept.append(scenario)
        else:
            report.add("RL035", scenario.location, "same", title=scenario.title, line=str(first.line))
    return replace(rule, scenarios=tuple(kept))


def _rule(rule: Rule) -> object:
    return rule.title, _steps(rule.background), tuple(_scenario(one) for one in rule.scenarios)


def _scenario(scenario: Scenario) -> object:
    tables = tuple((one.title, tuple(_row(row) for row in (one.header, *one.rows))) for one in scenario.examples)
    return scenario.title, _steps(scenario.steps), tables


def _steps(steps: Sequence[Step]) -> object:
    return tuple((step.section, step.sentence.text, tuple(_row(row) for row in step.table or ())) for step in steps)


def _row(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row)
