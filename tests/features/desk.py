"""Scorecard examples for pytest-bdd: compiled folders, engines, and the example of each scenario line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pytest

from rules.contracts.diagnostics import MAIN_VARIANT
from rules.engine.inference_engine import InferenceEngine
from rules.language import compiler
from rules.language.compiler import Compilation
from rules.language.diagnostic_collector import read_catalogue
from rules.language.export import added_examples_path
from rules.language.lexicon import language_of
from rules.language.source import Scenario, SourceFile
from rules.language.vocabulary import VOCABULARY_FOLDER as VOCABULARIES
from rules.model.examples import Example
from rules.rehearsal.example_runner import ExampleResult, run_example
from rules.rehearsal.publication_check import CheckReport, check_folder
from service.gazette.tables import TableStore
from tests.language.folders import read_folder

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT / "features"
TABLES = TableStore(ROOT / "scorecards" / "tables")
"""The reference tables that the cards look up."""
FOLDERS = sorted({path.parent for path in FEATURES.rglob("*.feature")} - {FEATURES / VOCABULARIES})


def feature_files(language: str) -> list[str]:
    """List the feature files of all scorecards in one language, in an order that never changes.

    Those of further examples alone are left to the core, which runs them with the others when a folder is checked.
    """
    further = added_examples_path(language)
    files = (path for folder in FOLDERS for path in sorted(folder.glob(f"*.{language}.feature")))
    return [str(path) for path in files if path.name != further]


def compilation_of(folder: Path) -> Compilation:
    """The files of one scorecard in all its languages, compiled with the tables they look up."""
    return compiler.compile_folder(read_folder(folder), tables=TABLES)


@lru_cache(1)
def checked(folder: Path) -> CheckReport:
    """Return the check report of a folder, cached because several tests of one folder use it."""
    return check_folder(read_folder(folder), tables=TABLES)


class DeskLanguage:
    """The files of one scorecard in one language, with an inference engine."""

    def __init__(self, folder: Path, language: str) -> None:
        compilation = compilation_of(folder)
        if compilation.scorecard is None:  # where only the languages differ, each is right by its own rules
            compilation = compiler.compile_folder(read_folder(folder), languages=frozenset({language}), tables=TABLES)
        if compilation.scorecard is None:
            pytest.fail("\n".join(found.render() for found in compilation.diagnostics), pytrace=False)
        self._scorecard = compilation.scorecard
        self.documents: Mapping[str, SourceFile] = {document.path: document for document in compilation.documents}
        self.examples: Mapping[tuple[str, int], Example] = {
            (example.location.path, example.location.line): example
            for example in compilation.examples
            if example.language == language
        }
        self._engine: InferenceEngine | None = None

    @property
    def engine(self) -> InferenceEngine:
        self._engine = self._engine or InferenceEngine(self._scorecard, TABLES)
        return self._engine


@cache
def _desk(folder: Path, language: str) -> DeskLanguage:
    return DeskLanguage(folder, language)


def desk_language(path: Path) -> DeskLanguage:
    return _desk(path.parent, language_of(path.name) or "")


@dataclass
class DeskExample:
    """One example: its sentences as read by the compiler, and its results."""

    desk: DeskLanguage
    example: Example
    definitions: frozenset[str]
    rehearsed: ExampleResult | None = None

    def check_given(self, sentence: str) -> None:
        """Check that the compiler read a sentence as a definition or as a change of this example."""
        changes = {placed.sentence for placed in self.example.changes}
        assert sentence in self.definitions | changes, f"the compiler did not read {sentence!r} here"

    def evaluate(self) -> None:
        """Evaluate the example."""
        self.rehearsed = run_example(self.desk.engine, self.example)

    def check_then(self, sentence: str) -> None:
        expected = {placed.sentence for placed in self.example.expectations}
        assert sentence in expected, f"the compiler did not read {sentence!r} here"

    def check_outcome(self, sentence: str) -> None:
        self.check_then(sentence)
        assert self.rehearsed is not None
        for failure in self.rehearsed.failures:
            if failure.sentence in {None, sentence}:
                place = failure.location
                problem = MAIN_VARIANT if failure.sentence else "refused"
                message = read_catalogue()["RL072"].template(problem, self.example.language).message
                text = message.format(expected=sentence, actual=failure.actual)
                pytest.fail(f"{place.path}:{place.line}:{place.column}: {text}", pytrace=False)


def read_example(desk: DeskLanguage, path: str, line: int, values: Mapping[str, str]) -> DeskExample:
    """Find the example that a scenario at a line is, or a row with these values if it is an outline."""
    document = desk.documents[path]
    rule, scenario = next(
        (rule, scenario) for rule in document.rules for scenario in rule.scenarios if scenario.location.line == line
    )
    example = desk.examples[path, _row(scenario, values)]
    definitions = (*document.definitions, *rule.definitions)
    return DeskExample(desk, example, frozenset(one.step.sentence.text for one in definitions))


def _row(scenario: Scenario, values: Mapping[str, str]) -> int:
    if not scenario.outline:
        return scenario.location.line
    for table in scenario.examples:
        names = [cell.text for cell in table.header]
        for row in table.rows:
            if dict(zip(names, (cell.text for cell in row), strict=True)) == values:
                return row[0].location.line
    raise AssertionError(f"{scenario.location}: the compiler read no row {dict(values)}")
