"""Is a draft fit to be published? Every diagnostic, every example on both evaluators, every edge."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Diagnostic, Location, Severity, sort_diagnostics
from rules.contracts.errors import PlanError
from rules.engine.infer import InferenceEngine
from rules.language.catalogue import MAIN
from rules.language.compiler import compile_folder
from rules.language.file_names import language_of
from rules.language.lexicon import lexicon
from rules.language.report import Report
from rules.language.twins import nearest_place
from rules.model.digest import rule_digest
from rules.model.edges import all_edges
from rules.rehearsal.coverage import Coverage
from rules.rehearsal.fence import unanswerable
from rules.rehearsal.reference import Reference
from rules.rehearsal.run import run
from rules.rehearsal.told_edges import report_edge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from rules.language.compiler import Compilation
    from rules.model.edges import Edge
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard
    from rules.rehearsal.run import Rehearsed

_TWINS = frozenset({"RL070", "RL071"})
_REFUSED = frozenset({"RL036", "RL052", "RL054", "RL073", "RL115"})


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What checking a folder found; `scorecard` and `rule_digest` are None while an error stands."""

    diagnostics: tuple[Diagnostic, ...]
    examples: int
    failed: int
    missing: tuple[Edge, ...]
    scorecard: Scorecard | None
    rule_digest: str | None

    @property
    def errors(self) -> int:
        """How many diagnostics keep the draft from being published."""
        return sum(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def warnings(self) -> int:
        """How many diagnostics are only warnings."""
        return len(self.diagnostics) - self.errors


def check_folder(
    files: Mapping[str, str],
    *,
    languages: frozenset[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    tables: TableSource | None = None,
) -> CheckReport:
    """Compile a folder, run its examples and look for edges without example.

    Files of two languages that differ are rehearsed each by its own rules, so that the examples a change breaks are
    seen beside the difference. With `languages` only their files are judged, but an edge that an example of another
    language shows needs no other. `progress` is told how many of how many examples have run; `tables` is where the
    reference tables are.
    """
    whole = compile_folder(files, languages=languages, tables=tables)
    rehearsals = [
        _Rehearsal(files, each, each.scorecard, tables)
        for each in _rehearsable(files, whole, tables)
        if each.scorecard is not None
    ]
    total = sum(rehearsal.total for rehearsal in rehearsals)
    ran = failed = 0
    for rehearsal in rehearsals:
        for rehearsed in rehearsal.examples():
            ran += 1
            failed += bool(rehearsed.failures)
            if progress is not None:
                progress(ran, total)
    shown = frozenset(edge for rehearsal in rehearsals for edge in rehearsal.shown)
    if languages is not None and any(rehearsal.leaves_edges for rehearsal in rehearsals):
        shown |= _shown_elsewhere(files, languages, tables)
    missing = dict.fromkeys(edge for rehearsal in rehearsals for edge in rehearsal.report_edges(shown))
    found = [*whole.diagnostics, *(diagnostic for rehearsal in rehearsals for diagnostic in rehearsal.diagnostics)]
    sound = whole.scorecard if not any(item.severity is Severity.ERROR for item in found) else None
    return CheckReport(
        diagnostics=sort_diagnostics(found),
        examples=ran,
        failed=failed,
        missing=tuple(missing),
        scorecard=sound,
        rule_digest=rule_digest(sound) if sound is not None else None,
    )


def strict(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Give what publishing refuses: every error, edge without example, proposal not confirmed, and gap in the words."""
    return tuple(
        replace(found, severity=Severity.ERROR)
        for found in diagnostics
        if found.severity is Severity.ERROR or found.code in _REFUSED
    )


def _rehearsable(files: Mapping[str, str], whole: Compilation, tables: TableSource | None) -> list[Compilation]:
    """Give what can be rehearsed: the whole, or each language alone if they only differ from each other."""
    if whole.scorecard is not None:
        return [whole]
    if any(found.severity is Severity.ERROR and found.code not in _TWINS for found in whole.diagnostics):
        return []
    languages = sorted({language for path in files if (language := language_of(path))} & whole.locations.keys())
    return [compile_folder(files, languages=frozenset({language}), tables=tables) for language in languages]


def _shown_elsewhere(
    files: Mapping[str, str], languages: frozenset[str], tables: TableSource | None
) -> frozenset[Edge]:
    """Give the edges that examples in the other languages of the folder show, each language by its own rules."""
    shown: set[Edge] = set()
    for language in sorted({found for path in files if (found := language_of(path))} - languages):
        compilation = compile_folder(files, languages=frozenset({language}), tables=tables)
        if compilation.scorecard is not None:
            rehearsal = _Rehearsal(files, compilation, compilation.scorecard, tables)
            for _ in rehearsal.examples():
                pass
            shown |= rehearsal.shown
    return frozenset(shown)


class _Rehearsal:
    """Runs the examples of one compilation and reports what does not hold, in the language of each file."""

    def __init__(
        self, files: Mapping[str, str], compilation: Compilation, scorecard: Scorecard, tables: TableSource | None
    ) -> None:
        self._tables = tables
        self._compilation = compilation
        self._scorecard = scorecard
        self._reports = {
            language: Report(language, {path: text.splitlines() for path, text in files.items()})
            for language in compilation.by_language
        }
        self._missing: tuple[Edge, ...] = ()
        self.total = len(compilation.examples)
        self.shown: frozenset[Edge] = frozenset()

    @property
    def leaves_edges(self) -> bool:
        """Say whether its own examples leave an edge without one."""
        return bool(self._missing)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [found for report in self._reports.values() for found in report.diagnostics]

    def examples(self) -> Iterator[Rehearsed]:
        """Run every example and note which edges they show."""
        self._report_proposals()
        engine = self._engine()
        if engine is None:
            return
        coverage = Coverage(engine)
        reference = Reference(engine, (example.as_of for example in self._compilation.examples))
        for example in self._compilation.examples:
            rehearsed = run(engine, example, reference)
            if rehearsed.decision is not None:
                coverage.add(rehearsed.decision.inference)
            self._report_failures(rehearsed)
            yield rehearsed
        engine.close()
        self._missing = coverage.missing
        self.shown = frozenset(all_edges(self._scorecard)) - frozenset(coverage.missing)

    def _engine(self) -> InferenceEngine | None:
        """Make the engine; if the card does not fit, report what it cannot conclude."""
        refused = list(unanswerable(self._scorecard))
        for one in refused:
            self._report_place(one.path, "RL055", one.problem, criterion=one.criterion, other=one.other)
        if refused:
            return None
        try:
            return InferenceEngine(self._scorecard, self._tables)
        except PlanError as error:
            self._report_place("card.id", "RL055", error.problem, **error.arguments)
            return None

    def _report_place(self, path: str, code: str, problem: str = MAIN, **arguments: str) -> None:
        """Report at the place nearest to a path, in every language."""
        for language, report in self._reports.items():
            place = nearest_place(self._compilation.locations[language], path)
            if place is not None:
                report.add(code, place, problem, **arguments)

    def _report_proposals(self) -> None:
        for document in self._compilation.documents:
            keywords = lexicon(document.language).keywords
            remarks = keywords["proposed"], keywords["proposed_further"]
            report = self._reports[document.language]
            for line, text in document.comments:
                if text.lstrip("# ") in remarks:
                    column = report.lines[document.path][line - 1].index("#") + 1
                    report.add("RL054", Location(document.path, line, column))

    def _report_failures(self, rehearsed: Rehearsed) -> None:
        report = self._reports[rehearsed.example.language]
        for failure in rehearsed.failures:
            if failure.sentence is None:
                report.add("RL072", failure.location, "refused", actual=failure.actual)
            else:
                report.add("RL072", failure.location, expected=failure.sentence, actual=failure.actual)

    def report_edges(self, shown: frozenset[Edge]) -> tuple[Edge, ...]:
        """Report the edges that no example shows, of this compilation or of another."""
        missing = tuple(edge for edge in self._missing if edge not in shown)
        for edge in missing:
            for language, report in self._reports.items():
                report_edge(edge, self._scorecard, language, self._compilation.locations[language], report)
        return missing
