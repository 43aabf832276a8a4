"""Gherkin file reader: steps and tables with locations, reworded parser errors, silently ignored lines refused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from gherkin.errors import AstBuilderException, CompositeParserException, ParserException, UnexpectedEOFException
from gherkin.parser import Parser
from gherkin.token_matcher import TokenMatcher
from wcwidth import wcswidth

from rules.contracts.diagnostics import Location
from rules.contracts.messages import LANGUAGES
from rules.language.lexicon import load_lexicon
from rules.language.row_lines import bars, begun_cells, cell_values, first_row, rest_of_cell, written_cells
from rules.language.source import ExampleTable, Rule, Scenario, SourceFile, Step, StepSection, text_at

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from gherkin import parser_types as tree

    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.source import Row


_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_MAX_EXCERPT_CHARS = 12


def _missing_bar(heading: str, row: str) -> tuple[int, str, str] | None:
    """Return the column of the missing bar, counted from 1, and the words around it; None if the row is ambiguous.

    In an aligned table, the heading has a bar there. Otherwise, exactly one cell contains a gap of several spaces.
    """
    columns = [_width(row[:bar]) for bar in bars(row)]
    wanted = [_width(heading[:bar]) for bar in bars(heading)]
    lacking = [column for column in wanted if column not in columns]
    if len(lacking) == 1 and len(columns) + 1 == len(wanted):
        position = next((at for at in range(len(row)) if _width(row[:at]) == lacking[0]), None)
        return None if position is None else _gap(row, position)
    inside = [match.start() + 1 for match in _GAP.finditer(row) if not _next_to_bar(row, match)]
    return _gap(row, inside[0]) if len(inside) == 1 else None


def _next_to_bar(row: str, gap: re.Match[str]) -> bool:
    return gap.start() - 1 in bars(row) or gap.end() in bars(row)


def _gap(row: str, at: int) -> tuple[int, str, str] | None:
    before, behind = begun_cells(row[:at])[-1].strip(), rest_of_cell(row, at).strip()
    if not (before and behind):
        return None
    return at + 1, before[-_MAX_EXCERPT_CHARS:].strip(), behind[:_MAX_EXCERPT_CHARS].strip()


def _width(text: str) -> int:
    return max(wcswidth(text), 0)


_SECTIONS = {"Context": StepSection.CONTEXT, "Action": StepSection.WHEN, "Outcome": StepSection.THEN}
_TOKENS = {
    "FeatureLine": "feature", "BackgroundLine": "background", "RuleLine": "rule",
    "ScenarioLine": "scenario", "ExamplesLine": "examples",
}  # fmt: skip


def read_file(path: str, text: str, words: Lexicon, report: DiagnosticReport) -> SourceFile | None:
    """Read one feature file; report parser errors and lines that Gherkin would ignore."""
    try:
        document = Parser().parse(text, TokenMatcher(words.dialect))
    except CompositeParserException as composite:
        _report_parser_errors(composite.errors, path, words, report)
        report.unreliable = report.incomplete = True
        return None
    feature = cast("Mapping[str, tree.Feature | None]", document).get("feature")
    if feature is None:
        report.add("RL002", Location(path, 1, 1), "end", allowed=f"{words.keywords['feature']}:")
        return None
    reader = _FeatureReader(path, words, report)
    comments = tuple((comment["location"]["line"], comment["text"].strip()) for comment in document["comments"])
    return reader.feature(feature, comments)


def _report_parser_errors(
    errors: Sequence[ParserException], path: str, words: Lexicon, report: DiagnosticReport
) -> None:
    """Report ragged rows, and only the first misplaced line, because later errors often follow from it."""
    misplaced = [error for error in errors if not isinstance(error, AstBuilderException)]
    for error in errors:
        if isinstance(error, AstBuilderException):
            _report_ragged_row(error, path, report, after_another=bool(misplaced))
    for error in misplaced[:1]:
        _report_misplaced_line(error, path, words, report)


def _report_misplaced_line(error: ParserException, path: str, words: Lexicon, report: DiagnosticReport) -> None:
    location = Location(path, error.location["line"], error.location.get("column") or 1)
    message = str(error.args[0])
    allowed = _allowed_keywords(message, words)
    if isinstance(error, UnexpectedEOFException):
        report.add("RL002", location, "end", allowed=allowed)
    else:
        match = re.search(r"got '(.*)'\Z", message, re.DOTALL)
        report.add("RL002", location, "unexpected", found=(match[1] if match else "")[:20], allowed=allowed)


def _allowed_keywords(message: str, words: Lexicon) -> str:
    expected = re.findall(r"#([A-Za-z]+)", message.split(", got '", maxsplit=1)[0])
    keywords = [f"{words.keywords[_TOKENS[token]]}:" for token in expected if token in _TOKENS]
    if "StepLine" in expected:
        keywords += [words.keywords[key] for key in ("given", "and", "when", "then")]
    if "TableRow" in expected:
        keywords.append("| … |")
    return words.separator.join(dict.fromkeys(keywords)) or "#"


def _report_ragged_row(error: ParserException, path: str, report: DiagnosticReport, *, after_another: bool) -> None:
    location = Location(path, error.location["line"], error.location.get("column") or 1)
    lines = report.lines[location.path]
    heading, row = lines[first_row(lines, location.line - 1)], lines[location.line - 1]
    cells, expected = len(cell_values(row)), len(cell_values(heading))
    if cells == expected and after_another:
        return
    counts = {"cells": str(cells), "expected": str(expected)}
    gap = _missing_bar(heading, row) if cells == expected - 1 else None
    if gap is None:
        report.add("RL002", location, "ragged", **counts)
    else:
        column, before, behind = gap
        place = Location(path, location.line, column)
        report.add("RL002", place, "bar_between", **counts, before=before, behind=behind)


class _FeatureReader:
    def __init__(self, path: str, words: Lexicon, report: DiagnosticReport) -> None:
        self.path = path
        self.words = words
        self.report = report

    def feature(self, feature: tree.Feature, comments: tuple[tuple[int, str], ...]) -> SourceFile:
        background: tuple[Step, ...] = ()
        rules: list[Rule] = []
        for child in cast("list[Mapping[str, object]]", feature["children"]):
            if "background" in child:
                background = self.background(cast("tree.Background", child["background"]))
            elif "rule" in child:
                rules.append(self.rule(cast("tree.Rule", child["rule"])))
            else:
                scenario = self.scenario(cast("tree.Scenario", child["scenario"]))
                self.report.add("RL003", scenario.location, "scenario", rule=self.words.keywords["rule"])
        self.refuse_second_feature(feature["description"], feature["location"])
        return SourceFile(
            path=self.path,
            language=self.words.language,
            title=feature["name"],
            location=self.location(feature["location"]),
            prose="\n".join(line.strip() for line in feature["description"].strip().splitlines()),
            background=background,
            rules=tuple(rules),
            comments=comments,
        )

    def rule(self, rule: tree.Rule) -> Rule:
        self.refuse_prose(rule["description"], rule["location"])
        background: tuple[Step, ...] = ()
        scenarios: list[Scenario] = []
        for child in cast("list[Mapping[str, object]]", rule["children"]):
            if "background" in child:
                background = self.background(cast("tree.Background", child["background"]))
            else:
                scenarios.append(self.scenario(cast("tree.Scenario", child["scenario"])))
        return Rule(rule["name"], self.location(rule["location"]), background, tuple(scenarios))

    def background(self, background: tree.Background) -> tuple[Step, ...]:
        self.refuse_prose(background["description"], background["location"])
        return self.steps(background["steps"])

    def scenario(self, scenario: tree.Scenario) -> Scenario:
        self.refuse_prose(scenario["description"], scenario["location"])
        outline = scenario["keyword"] not in ("Scenario", "Example", "场景", "剧本")
        return Scenario(
            title=scenario["name"],
            location=self.location(scenario["location"]),
            outline=outline or bool(scenario["examples"]),
            steps=self.steps(scenario["steps"]),
            examples=tuple(self.examples(examples) for examples in scenario["examples"]),
        )

    def examples(self, examples: tree.Examples) -> ExampleTable:
        self.refuse_prose(examples["description"], examples["location"])
        header = cast("Mapping[str, tree.TableRow | None]", examples).get("tableHeader")
        return ExampleTable(
            title=examples["name"],
            location=self.location(examples["location"]),
            header=self.row(header) if header else (),
            rows=tuple(self.row(row) for row in examples.get("tableBody") or ()),
        )

    def steps(self, steps: Sequence[tree.Step]) -> tuple[Step, ...]:
        section = StepSection.CONTEXT
        read: list[Step] = []
        for step in steps:
            section = _SECTIONS.get(step["keywordType"], section)
            table, block = step.get("dataTable"), step.get("docString")
            begin = self.location(step["location"])
            read.append(
                Step(
                    keyword=step["keyword"].strip(),
                    section=section,
                    sentence=text_at(step["text"], self.sentence_location(begin, step["text"])),
                    table=tuple(self.row(row) for row in table["rows"]) if table else None,
                    text_block=self.location(block["location"]) if block else None,
                )
            )
        return tuple(read)

    def sentence_location(self, begin: Location, text: str) -> Location:
        position = self.report.lines[begin.path][begin.line - 1].find(text, begin.column - 1)
        return Location(begin.path, begin.line, position + 1 if position >= 0 else begin.column)

    def row(self, row: tree.TableRow) -> Row:
        cells = tuple(text_at(cell["value"], self.location(cell["location"])) for cell in row["cells"])
        return cells or (text_at("", self.location(row["location"])),)

    def location(self, location: tree.Location) -> Location:
        return Location(self.path, location["line"], location.get("column") or 1)

    def refuse_prose(self, description: str, location: tree.Location) -> None:
        """Report description lines: Gherkin takes lines with an unknown keyword for description and drops them."""
        lines = [line.strip() for line in description.splitlines() if line.strip()]
        if not lines:
            return
        line_location = self.description_location(lines[0], location)
        keywords = {key: self.words.keywords[key] for key in ("given", "and", "when", "then")}
        self.report.add("RL003", line_location, "prose", text=lines[0][:40], **keywords)
        self.report.incomplete = True
        self.report.broken.update(cell for line in lines for cell in written_cells(f"|{line}|"))

    def refuse_second_feature(self, description: str, location: tree.Location) -> None:
        begins = tuple(f"{load_lexicon(language).keywords['feature']}:" for language in LANGUAGES)
        lines = [line.strip() for line in description.splitlines() if line.strip().startswith(begins)]
        for line in lines[:1]:
            self.report.add("RL003", self.description_location(line, location), "feature", text=line[:40])

    def description_location(self, line: str, location: tree.Location) -> Location:
        lines = self.report.lines[self.path]
        numbers = range(location["line"], len(lines))
        start = next((number for number in numbers if lines[number].strip() == line), location["line"] - 1)
        return Location(self.path, start + 1, len(lines[start]) - len(lines[start].lstrip()) + 1)
