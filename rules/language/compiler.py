"""Compiler entry point: the feature files of one folder to scorecard, examples and diagnostics."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import MAIN_VARIANT, Diagnostic, Location, sort_diagnostics
from rules.contracts.messages import LANGUAGES
from rules.language.diagnostic_collector import DiagnosticReport, split_lines
from rules.language.language_compiler import compile_language
from rules.language.language_versions import (
    merge_twins,
    nearest_place,
    report_differences,
    report_empty_files,
    report_missing_files,
    report_missing_words,
    report_remarks,
)
from rules.language.lexicon import language_of, load_lexicon
from rules.language.render import Renderer
from rules.model.lint.conditions import ABSENT
from rules.model.lint.every_check import lint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.language.language_compiler import LanguageCompilation, SoundFiles
    from rules.language.lexicon import Lexicon
    from rules.language.source import SourceFile
    from rules.model.examples import Example
    from rules.model.lint.issue import Issue
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Compilation:
    """The result of compiling a folder.

    `scorecard` merges all languages; None if there is an error. `by_language` has only languages without errors.
    `locations` maps languages to model paths.
    """

    scorecard: Scorecard | None
    by_language: Mapping[str, Scorecard]
    examples: tuple[Example, ...]
    diagnostics: tuple[Diagnostic, ...]
    locations: Mapping[str, Mapping[str, Location]]
    documents: tuple[SourceFile, ...]


_MAXIMUM_CACHED = 8


class CompilationCache:
    """Caches recent compilations per language."""

    def __init__(self) -> None:
        self._compiled: OrderedDict[tuple[str, str | None, frozenset[tuple[str, str]]], LanguageCompilation] = (
            OrderedDict()
        )
        self._sound: dict[str, SoundFiles] = {}
        self._issues: dict[str, tuple[Scorecard, TableSource | None, Sequence[Issue]]] = {}

    def compiled(self, files: Mapping[str, str], words: Lexicon, spoken: str | None) -> LanguageCompilation:
        key = words.language, spoken, frozenset(files.items())
        known = self._compiled.pop(key, None)
        if known is None:
            earlier = self._sound.get(words.language, {})
            valid_files = {path: file for path, file in earlier.items() if path in files}
            known = compile_language(files, words, spoken, valid_files)
            self._sound[words.language] = valid_files
        self._compiled[key] = known
        while len(self._compiled) > _MAXIMUM_CACHED:
            self._compiled.popitem(last=False)
        return replace(known, report=known.report.copy())

    def issues(self, language: str, scorecard: Scorecard, tables: TableSource | None) -> Sequence[Issue]:
        known = self._issues.get(language)
        if known is None or known[0] is not scorecard or known[1] is not tables:
            known = self._issues[language] = scorecard, tables, tuple(lint(scorecard, tables))
        return known[2]


def compile_folder(
    files: Mapping[str, str],
    *,
    languages: frozenset[str] | None = None,
    spoken: str | None = None,
    tables: TableSource | None = None,
    cache: CompilationCache | None = None,
) -> Compilation:
    """Compile the feature files of one scorecard, passed as text by path.

    If both languages exist, both must contain the same rules. Messages use `spoken`, by default that of each file. With
    `tables`, lookups are checked and table editions are pinned by digest.
    """
    compiled = list(_compile_languages(files, languages, spoken, cache))
    has_empty_files = len(compiled) > 1 and _compare_languages(*compiled)
    for each in compiled:
        report_remarks(each)
        if not has_empty_files:
            _report_issues(each, tables, cache)
    reports = [each.report for each in compiled] + [_report_names(files, spoken or "en")]
    valid_scorecards = _valid_scorecards(compiled, tables)
    is_complete = bool(compiled) and len(valid_scorecards) == len(compiled) and not reports[-1].failed
    return Compilation(
        scorecard=reduce(merge_twins, valid_scorecards.values()) if is_complete else None,
        by_language=valid_scorecards,
        examples=tuple(
            example for each in compiled for example in each.examples if each.words.language in valid_scorecards
        ),
        diagnostics=sort_diagnostics([diagnostic for report in reports for diagnostic in report.diagnostics]),
        locations={each.words.language: each.locations for each in compiled},
        documents=tuple(document for each in compiled for document in each.documents),
    )


def _valid_scorecards(compiled: Iterable[LanguageCompilation], tables: TableSource | None) -> dict[str, Scorecard]:
    return {
        each.words.language: _pin_editions(each.scorecard, tables)
        for each in compiled
        if each.scorecard and not each.report.failed
    }


def _compile_languages(
    files: Mapping[str, str], languages: frozenset[str] | None, spoken: str | None, cache: CompilationCache | None
) -> Iterator[LanguageCompilation]:
    compile_files = compile_language if cache is None else cache.compiled
    for language in LANGUAGES if languages is None else filter(languages.__contains__, LANGUAGES):
        language_files = {path: text for path, text in files.items() if language_of(path) == language}
        if language_files:
            yield compile_files(language_files, load_lexicon(language), spoken)


def _compare_languages(first: LanguageCompilation, other: LanguageCompilation) -> bool:
    """Report how two languages differ; return whether a file of one of them is empty."""
    pairs = ((first, other), (other, first))
    for pair in pairs:
        report_missing_files(*pair)
    empty = [report_empty_files(*pair) for pair in pairs]
    if not any(empty):
        report_differences(first, other)
    if not (first.report.failed or other.report.failed):
        for pair in pairs:
            report_missing_words(*pair)
    return any(empty)


def _pin_editions(scorecard: Scorecard, source: TableSource | None) -> Scorecard:
    if scorecard.tables is None or source is None:
        return scorecard
    noted = []
    for reference in scorecard.tables:
        edition = reference.edition
        table = None if edition is None else source.edition_of(reference.name, edition)
        noted.append(reference if table is None else reference.model_copy(update={"digest": table.manifest_digest}))
    return scorecard.model_copy(update={"tables": tuple(noted)})


def _report_issues(compiled: LanguageCompilation, tables: TableSource | None, cache: CompilationCache | None) -> None:
    if compiled.scorecard is None:
        return
    first = Location(next(iter(compiled.report.lines)), 1, 1)
    language, scorecard = compiled.words.language, compiled.scorecard
    renderer = Renderer(scorecard, language)
    for issue in lint(scorecard, tables) if cache is None else cache.issues(language, scorecard, tables):
        location = nearest_place(compiled.locations, issue.path) or first
        if issue.code == "RL051" and compiled.report.is_shared(location):
            continue
        arguments = {key: _argument_text(renderer, key, issue) for key in issue.arguments if key != "problem"}
        if issue.case:
            arguments["case"] = renderer.listed(_case_lines(renderer, issue))
        compiled.report.add(issue.code, location, issue.arguments.get("problem", MAIN_VARIANT), **arguments)


def _case_lines(renderer: Renderer, issue: Issue) -> Iterator[str]:
    for name, value in issue.case:
        absent = value == ABSENT and value not in {choice.id for choice in renderer.names.choices(name, issue.within)}
        word = renderer.words.words["values"].write("not_applicable") if absent else None
        yield f"{renderer.name(name, issue.within)}: {word or renderer.choice(name, value, issue.within)}"


def _argument_text(renderer: Renderer, key: str, issue: Issue) -> str:
    value = issue.arguments[key]
    match key:
        case "name" | "fact" | "id" | "choice" | "parts" | "whole":
            return renderer.name(value, issue.within)
        case "indicator":
            indicator = renderer.names.indicators.get(value)
            return value if indicator is None else renderer.localized(indicator.labels) or value
        case "value":
            owner = issue.arguments.get("choice", issue.arguments.get("name", ""))
            return renderer.choice(owner, value, issue.within)
        case _:
            return value


def _report_names(files: Mapping[str, str], spoken: str) -> DiagnosticReport:
    report = DiagnosticReport(spoken, {path: split_lines(text) for path, text in files.items()})
    for path in files:
        if language_of(path) is None:
            report.add("RL005", Location(path, 1, 1), "name")
    return report
