"""Which example of a compiled folder is the scenario that pytest-bdd runs?"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from rules.engine.infer import InferenceEngine
from rules.language.catalogue import MAIN, catalogue
from rules.language.compiler import compile_folder
from rules.language.file_names import language_of
from rules.language.further_examples import further_path
from rules.language.vocabulary import FOLDER as VOCABULARIES
from rules.rehearsal.run import Rehearsed, run
from service.gazette.tables import Shelf
from tests.language.folders import read_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.documents import Document
    from rules.language.source import Scenario
    from rules.model.examples import Example

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT / "features"
TABLES = Shelf(ROOT / "scorecards" / "tables")
"""The reference tables that the cards look up."""
FOLDERS = sorted({path.parent for path in FEATURES.rglob("*.feature")} - {FEATURES / VOCABULARIES})


def feature_files(language: str) -> list[str]:
    """List the feature files of all scorecards in one language, in an order that never changes.

    Those of further examples alone are left to the core, which runs them with the others when a folder is checked.
    """
    further = further_path(language)
    files = (path for folder in FOLDERS for path in sorted(folder.glob(f"*.{language}.feature")))
    return [str(path) for path in files if path.name != further]


class DeskLanguage:
    """The files of one scorecard in one language, compiled on their own, with an engine to ask."""

    def __init__(self, folder: Path, language: str) -> None:
        compilation = compile_folder(read_folder(folder), languages=frozenset({language}), tables=TABLES)
        if compilation.scorecard is None:
            pytest.fail("\n".join(found.render() for found in compilation.diagnostics), pytrace=False)
        self.engine = InferenceEngine(compilation.scorecard, TABLES)
        self.documents: Mapping[str, Document] = {document.path: document for document in compilation.documents}
        self.examples: Mapping[tuple[str, int], Example] = {
            (example.location.path, example.location.line): example for example in compilation.examples
        }


@cache
def _compiled(folder: Path, language: str) -> DeskLanguage:
    return DeskLanguage(folder, language)


def desk_language(path: Path) -> DeskLanguage:
    """Give the compiled language that a feature file belongs to."""
    return _compiled(path.parent, language_of(path.name) or "")


@dataclass
class DeskExample:
    """One example: its sentences as the compiler read them, and what came of it."""

    desk: DeskLanguage
    example: Example
    definitions: frozenset[str]
    rehearsed: list[Rehearsed] = field(default_factory=list)

    def check_given(self, sentence: str) -> None:
        """Check that the compiler read a sentence as a definition or as a change of this example."""
        changes = {placed.sentence for placed in self.example.changes}
        assert sentence in self.definitions | changes, f"the compiler did not read {sentence!r} here"

    def evaluate(self) -> None:
        """Evaluate the example."""
        self.rehearsed.append(run(self.desk.engine, self.example))

    def check(self, sentence: str) -> None:
        """Check that what one sentence expects came out."""
        (rehearsed,) = self.rehearsed
        assert sentence in {placed.sentence for placed in self.example.expectations}
        for failure in rehearsed.failures:
            if failure.sentence in {None, sentence}:
                place = failure.location
                problem = MAIN if failure.sentence else "refused"
                message = catalogue()["RL072"].template(problem, self.example.language).message
                said = message.format(expected=sentence, actual=failure.actual)
                pytest.fail(f"{place.path}:{place.line}:{place.column}: {said}", pytrace=False)


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
                return row[0].place.line
    raise AssertionError(f"{scenario.location}: the compiler read no row {dict(values)}")
