"""Which examples does an outline stand for, once the placeholders are filled in?"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.language.text import Text, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.report import Report
    from rules.language.source import ExampleTable, Scenario, Step

_PLACEHOLDER = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class Filled:
    """A scenario with all its words, and where it stands: an outline's example stands in its row."""

    title: str
    location: Location
    steps: tuple[Step, ...]


def fill(scenario: Scenario, report: Report, example_word: str) -> Iterator[Filled]:
    """Yield the scenario itself, or one for each row of an outline's examples."""
    if not scenario.outline:
        yield Filled(scenario.title, scenario.location, scenario.steps)
        return
    if not any(table.rows for table in scenario.examples):
        report.add("RL034", scenario.location, "rows", examples=example_word)
    for table in scenario.examples:
        if not table.rows or not _fits(scenario, table, report):
            continue
        for row in table.rows:
            values = {name.text: cell for name, cell in zip(table.header, row, strict=True)}
            title = _PLACEHOLDER.sub(
                lambda match, values=values: values[match[1]].text if match[1] in values else match[0],  # type: ignore[misc]
                scenario.title,
            )
            yield Filled(title, row[0].place, tuple(_fill_step(step, values) for step in scenario.steps))


def _fits(scenario: Scenario, table: ExampleTable, report: Report) -> bool:
    """Check that every placeholder is a column, and that every column is used."""
    columns = {name.text for name in table.header}
    used = set(_PLACEHOLDER.findall(scenario.title))
    sound = True
    for text in _texts(scenario):
        for match in _PLACEHOLDER.finditer(text.text):
            used.add(match[1])
            if match[1] not in columns:
                report.add("RL034", text.at(match.start()), "placeholder", name=match[1])
                sound = False
    for name in table.header:
        if name.text not in used:
            report.add("RL034", name, "unused", name=name.text)
    return sound


def _texts(scenario: Scenario) -> Iterator[Text]:
    for step in scenario.steps:
        yield step.sentence
        for row in step.table or ():
            yield from row


def _fill_step(step: Step, values: Mapping[str, Text]) -> Step:
    table = step.table and tuple(tuple(_fill(cell, values) for cell in row) for row in step.table)
    return replace(step, sentence=_fill(step.sentence, values), table=table)


def _fill(text: Text, values: Mapping[str, Text]) -> Text:
    """Put the values in; each keeps its place in the examples table."""
    if "<" not in text.text:
        return text
    parts: list[Text] = []
    end = 0
    for match in _PLACEHOLDER.finditer(text.text):
        parts.append(_verbatim(text, end, match.start()))
        parts.append(values[match[1]])
        end = match.end()
    parts.append(_verbatim(text, end, len(text.text)))
    return join(parts)


def _verbatim(text: Text, start: int, end: int) -> Text:
    return Text(text.text[start:end], (0,), (text.at(start),))
