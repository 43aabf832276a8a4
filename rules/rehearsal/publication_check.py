"""Publication check of a draft: diagnostics, examples on both evaluators, and coverage of boundaries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import MAIN_VARIANT, Diagnostic, Location, Severity, sort_diagnostics
from rules.contracts.errors import PlanError
from rules.contracts.extents import records_of
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_evidence import required_evidence_kinds
from rules.language.compiler import compile_folder
from rules.language.diagnostic_collector import DiagnosticReport
from rules.language.language_versions import nearest_place
from rules.language.lexicon import language_of, load_lexicon
from rules.language.placeholders import find_placeholders, find_template_comments
from rules.language.render import Renderer
from rules.model import clause_coverage
from rules.model.clause_coverage import Edge, all_edges, edge_rows, lookup_edge, rows_by_clause
from rules.model.dated_rules import unshowable_reason
from rules.model.digest import rule_digest
from rules.model.edge_rows import EdgeRow, EdgeSide
from rules.model.expressions import GOVERNING_FIRST, GOVERNING_LAST, DateClause, NumberOperator, OutcomeClause
from rules.model.name_usage import names_behind
from rules.model.quantities import SumQuantity
from rules.model.symbol_table import DefinitionIndex, conditions
from rules.program.abstract_interpretation import evaluate_tests
from rules.program.lowering import compare_day, lower_clause
from rules.program.nodes import AtomicTest
from rules.program.value_environment import Values
from rules.rehearsal.example_runner import ReferenceCaseCache, run_example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rules.engine.inference import Inference
    from rules.language.compiler import Compilation
    from rules.model.edge_rows import PlacedClause
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Card, Scorecard
    from rules.rehearsal.example_runner import ExampleResult


class Coverage:
    """Coverage of clause boundaries, collected example by example."""

    def __init__(self, engine: InferenceEngine) -> None:
        self._engine = engine
        self._missing = dict.fromkeys(all_edges(engine.plan.scorecard))
        self._rows = [
            (row, self._atoms(row), {Edge(clause.path, side) for clause in row.clauses for side in row.sides})
            for row in edge_rows(engine.plan.scorecard)
        ]

    def _atoms(self, row: EdgeRow) -> tuple[tuple[AtomicTest, ...], ...]:
        scopes, names = self._engine.plan.records, self._engine.plan.names
        return tuple(
            _day_in_force(placed)
            or lower_clause(placed.clause, scopes[placed.within].names if placed.within in scopes else names)
            for placed in row.clauses
        )

    def newly_covered(self, inference: Inference) -> set[Edge]:
        covered = {
            edge
            for row, atoms, edges in self._rows
            if not self._missing.keys().isdisjoint(edges)
            for values in self._scopes(row, inference)
            for edge in _covered_edges(row, atoms, values)
        }
        return (covered | self._covered_lookups(inference)) & self._missing.keys()

    def _covered_lookups(self, inference: Inference) -> set[Edge]:
        return {
            lookup_edge(quantity, consulted.row_index)
            for quantity, by_record in inference.lookups.items()
            for consulted in by_record.values()
            if consulted.row_index is not None
        }

    def add(self, inference: Inference) -> set[Edge]:
        covered = self.newly_covered(inference)
        for edge in covered:
            del self._missing[edge]
        return covered

    def _scopes(self, row: EdgeRow, inference: Inference) -> Iterable[Values]:
        within = next((placed.within for placed in row.clauses if placed.within), None)
        if within is None or within not in self._engine.plan.records:
            return (inference.values,)
        scope = self._engine.plan.records[within]
        return tuple(
            scope.values_of_record(record, inference.values) for record in records_of(inference.values.extents[within])
        )

    @property
    def missing(self) -> tuple[Edge, ...]:
        return tuple(self._missing)


def _day_in_force(placed: PlacedClause) -> tuple[AtomicTest, ...]:
    clause, bound = placed.clause, placed.path.rpartition(".")[2]
    if not placed.path.startswith("verdicts.") or not isinstance(clause, DateClause):
        return ()
    match bound:
        case clause_coverage.FIRST_DAY:
            return (compare_day(GOVERNING_LAST, NumberOperator.AT_LEAST, clause.operand),)
        case clause_coverage.LAST_DAY:
            return (compare_day(GOVERNING_FIRST, NumberOperator.AT_MOST, clause.operand),)
        case _:
            return ()


def _covered_edges(row: EdgeRow, atoms: tuple[tuple[AtomicTest, ...], ...], values: Values) -> set[Edge]:
    failing = None
    for clause, group in zip(row.clauses, atoms, strict=True):
        outcome = evaluate_tests(group, values)
        if outcome is Outcome.MET:
            continue
        if failing is not None or outcome is not Outcome.NOT_MET:
            return set()
        failing = clause
    return (
        {Edge(clause.path, EdgeSide.HOLDS) for clause in row.clauses}
        if failing is None
        else {Edge(failing.path, EdgeSide.FAILS)}
    )


@dataclass(frozen=True, slots=True)
class UnanswerableClause:
    """A clause that the engine cannot conclude: its path, the variant of RL055, and the criterion it reads.

    `other` is the sum behind the criterion, if that is the problem.
    """

    path: str
    problem: str
    criterion: str
    other: str = ""


def unanswerable_clauses(scorecard: Scorecard) -> Iterator[UnanswerableClause]:
    """Yield the clauses that the engine cannot conclude.

    They test for an undetermined outcome, test for an outcome that only points decide, or use a sum over their own
    list.
    """
    indicators = {indicator.id for indicator in scorecard.indicators}
    for placed in conditions(scorecard):
        for position, clause in enumerate(placed.condition):
            if not isinstance(clause, OutcomeClause):
                continue
            path = f"{placed.path}[{position}]"
            if clause.criterion in indicators and clause.outcome is not Outcome.NOT_APPLICABLE:
                yield UnanswerableClause(path, "points", clause.criterion)
            elif clause.outcome is Outcome.UNDETERMINED:
                yield UnanswerableClause(path, "undetermined", clause.criterion)
    yield from _sums_of_sums(scorecard)


def _sums_of_sums(scorecard: Scorecard) -> Iterator[UnanswerableClause]:
    """Yield clauses of sums that depend on another sum over the same list; these are concluded together."""
    names = DefinitionIndex(scorecard)
    sums = [quantity for quantity in scorecard.quantities if isinstance(quantity, SumQuantity)]
    for sum_quantity in sums:
        same = {other.id for other in sums if other.list == sum_quantity.list}
        clauses = (
            (row, position, clause)
            for row, part in enumerate(sum_quantity.rows)
            for position, clause in enumerate(part.where)
        )
        for row, position, clause in clauses:
            for name in clause.reads:
                behind = () if name in names.fields(sum_quantity.list) else names_behind(names, (name,))
                other = next((candidate for candidate in behind if candidate in same), None)
                if other is not None:
                    path = f"quantities[{sum_quantity.id}].rows[{row}].where[{position}]"
                    yield UnanswerableClause(path, "own_list", name, other)


def report_edge(
    edge: Edge, row: EdgeRow | None, renderer: Renderer, locations: Mapping[str, Location], report: DiagnosticReport
) -> None:
    """Report an uncovered boundary: one side of a clause, or a lookup position without an answer.

    A lookup position has no `row`.
    """
    location = nearest_place(locations, edge.path)
    if location is None:
        return
    if row is None:
        id, _, rest = edge.path.removeprefix("quantities[").partition("].rows[")
        number = str(int(rest.removesuffix("]")) + 1)
        report.add("RL052", location, "place", name=renderer.name(id), number=number)
        return
    placed = next(clause for clause in row.clauses if clause.path == edge.path)
    clause, card = renderer.clause(placed.clause, placed.within), renderer.scorecard.card
    why = unshowable_reason(card, row, edge.path, edge.side)
    if why is None:
        report.add("RL052", location, edge.side.value, clause=clause)
        return
    earlier = renderer.words.words["values"].write("earlier")
    report.add("RL115", location, why, clause=clause, earlier=earlier, **dates_in_effect(card))


def dates_in_effect(card: Card) -> dict[str, str]:
    """Return the first and last day of a version as texts for a diagnostic."""
    return {"first": card.first_date.isoformat(), "last": card.last_date.isoformat() if card.last_date else "…"}


_LANGUAGE_DIFFERENCES = frozenset({"RL070", "RL071"})
_BLOCKING_WARNINGS = frozenset({"RL036", "RL052", "RL054", "RL073", "RL115", "RL140", "RL141"})


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of checking a folder; `scorecard` and `rule_digest` are None if there is an error."""

    diagnostics: tuple[Diagnostic, ...]
    examples: int
    failed: int
    missing: tuple[Edge, ...]
    scorecard: Scorecard | None
    rule_digest: str | None

    @property
    def errors(self) -> int:
        return sum(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)

    @property
    def warnings(self) -> int:
        return len(self.diagnostics) - self.errors


def check_folder(
    files: Mapping[str, str],
    *,
    languages: frozenset[str] | None = None,
    progress: Callable[[int, int], None] | None = None,
    tables: TableSource | None = None,
) -> CheckReport:
    """Compile a folder, run its examples and find boundaries without an example.

    If the files of two languages differ, each language is rehearsed by its own rules, so that examples broken by a
    change are also reported. With `languages`, only their files are checked, but examples of other languages also cover
    boundaries. `progress` receives the numbers of finished and of all examples.
    """
    full_compilation = compile_folder(files, languages=languages, tables=tables)
    rehearsals = [
        Rehearsal(files, each, each.scorecard, tables)
        for each in rehearsable_compilations(files, full_compilation, tables)
        if each.scorecard is not None
    ]
    ran, failed = _run_examples(rehearsals, progress)
    covered = frozenset(chain.from_iterable(rehearsal.covered_edges for rehearsal in rehearsals))
    if languages is not None and any(rehearsal.leaves_edges for rehearsal in rehearsals):
        covered |= _covered_by_other_languages(files, languages, tables)
    missing = dict.fromkeys(chain.from_iterable(rehearsal.report_edges(covered) for rehearsal in rehearsals))
    if not (full_compilation.diagnostics or any(rehearsal.diagnostics for rehearsal in rehearsals)):
        for rehearsal in rehearsals:
            rehearsal.report_papers()
    all_diagnostics = [
        *full_compilation.diagnostics,
        *chain.from_iterable(rehearsal.diagnostics for rehearsal in rehearsals),
        *_unfinished_texts(files, languages, with_template=full_compilation.scorecard is not None),
    ]
    has_error = any(item.severity is Severity.ERROR for item in all_diagnostics)
    valid_scorecard = None if has_error else full_compilation.scorecard
    return CheckReport(
        diagnostics=sort_diagnostics(all_diagnostics),
        examples=ran,
        failed=failed,
        missing=tuple(missing),
        scorecard=valid_scorecard,
        rule_digest=rule_digest(valid_scorecard) if valid_scorecard is not None else None,
    )


def _run_examples(rehearsals: Sequence[Rehearsal], progress: Callable[[int, int], None] | None) -> tuple[int, int]:
    """Run all examples; return how many there are, and how many failed."""
    total = sum(rehearsal.total for rehearsal in rehearsals)
    ran = failed = 0
    for rehearsed in chain.from_iterable(rehearsal.examples() for rehearsal in rehearsals):
        ran += 1
        failed += bool(rehearsed.failures)
        if progress is not None:
            progress(ran, total)
    return ran, failed


def _unfinished_texts(
    files: Mapping[str, str], languages: frozenset[str] | None, *, with_template: bool
) -> Iterator[Diagnostic]:
    lines = {path: text.split("\n") for path, text in files.items()}
    for path, text in files.items():
        language = language_of(path)
        if language is None or (languages is not None and language not in languages):
            continue
        report = DiagnosticReport(language, lines)
        for location, placeholder in find_placeholders(path, text):
            report.add("RL140", location, found=placeholder)
        if with_template:
            for location in find_template_comments(path, text):
                report.add("RL141", location)
        yield from report.diagnostics


def publishing_blockers(diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that prevent publication, with severity error.

    They are errors, uncovered boundaries, unconfirmed proposals, missing titles or translations, placeholders and
    starter-file texts.
    """
    return tuple(
        replace(diagnostic, severity=Severity.ERROR)
        for diagnostic in diagnostics
        if diagnostic.severity is Severity.ERROR or diagnostic.code in _BLOCKING_WARNINGS
    )


def rehearsable_compilations(
    files: Mapping[str, str], whole: Compilation, tables: TableSource | None
) -> list[Compilation]:
    """Return the whole compilation, or one per language if the languages merely differ; empty for other errors."""
    if whole.scorecard is not None:
        return [whole]
    if any(
        diagnostic.severity is Severity.ERROR and diagnostic.code not in _LANGUAGE_DIFFERENCES
        for diagnostic in whole.diagnostics
    ):
        return []
    languages = sorted({language for path in files if (language := language_of(path))} & whole.locations.keys())
    return [compile_folder(files, languages=frozenset({language}), tables=tables) for language in languages]


def _covered_by_other_languages(
    files: Mapping[str, str], languages: frozenset[str], tables: TableSource | None
) -> frozenset[Edge]:
    shown: set[Edge] = set()
    for language in sorted({file_language for path in files if (file_language := language_of(path))} - languages):
        compilation = compile_folder(files, languages=frozenset({language}), tables=tables)
        if compilation.scorecard is not None:
            rehearsal = Rehearsal(files, compilation, compilation.scorecard, tables)
            for _ in rehearsal.examples():
                pass
            shown |= rehearsal.covered_edges
    return frozenset(shown)


class Rehearsal:
    """Runner of one compilation's examples, with diagnostics in the language of each file."""

    def __init__(
        self, files: Mapping[str, str], compilation: Compilation, scorecard: Scorecard, tables: TableSource | None
    ) -> None:
        self._tables = tables
        self._compilation = compilation
        self._scorecard = scorecard
        self._reports = {
            language: DiagnosticReport(language, {path: text.splitlines() for path, text in files.items()})
            for language in compilation.by_language
        }
        self._missing: tuple[Edge, ...] = ()
        self.total = len(compilation.examples)
        self.covered_edges: frozenset[Edge] = frozenset()

    @property
    def leaves_edges(self) -> bool:
        return bool(self._missing)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return [diagnostic for report in self._reports.values() for diagnostic in report.diagnostics]

    def examples(self) -> Iterator[ExampleResult]:
        self._report_proposals()
        engine = self.engine()
        if engine is None:
            return
        coverage = Coverage(engine)
        reference = ReferenceCaseCache(engine, (example.as_of for example in self._compilation.examples))
        for example in self._compilation.examples:
            rehearsed = run_example(engine, example, reference)
            if rehearsed.decision is not None:
                coverage.add(rehearsed.decision.inference)
            self._report_failures(rehearsed)
            yield rehearsed
        engine.close()
        self._missing = coverage.missing
        self.covered_edges = frozenset(all_edges(self._scorecard)) - frozenset(coverage.missing)

    def engine(self) -> InferenceEngine | None:
        refused = list(unanswerable_clauses(self._scorecard))
        for refusal in refused:
            self._report_at(refusal.path, "RL055", refusal.problem, criterion=refusal.criterion, other=refusal.other)
        if refused:
            return None
        try:
            engine = InferenceEngine(self._scorecard, self._tables)
            engine.compile()
        except PlanError as error:
            self._report_at("card.id", "RL055", error.problem, **error.arguments)
            return None
        return engine

    def _report_at(self, path: str, code: str, problem: str = MAIN_VARIANT, **arguments: str) -> None:
        for language, report in self._reports.items():
            location = nearest_place(self._compilation.locations[language], path)
            if location is not None:
                report.add(code, location, problem, **arguments)

    def _report_proposals(self) -> None:
        for document in self._compilation.documents:
            keywords = load_lexicon(document.language).keywords
            remarks = keywords["proposed"], keywords["proposed_further"]
            report = self._reports[document.language]
            for line, text in document.comments:
                if text.lstrip("# ") in remarks:
                    column = report.lines[document.path][line - 1].index("#") + 1
                    report.add("RL054", Location(document.path, line, column))

    def report_papers(self) -> None:
        """Report a scorecard that neither requires evidence nor names the documents behind the declarations."""
        if required_evidence_kinds(self._scorecard):
            return
        for language, report in self._reports.items():
            words, location = load_lexicon(language), nearest_place(self._compilation.locations[language], "card.id")
            texts = (text.get(language, "") for text in self._scorecard.card.not_assessed)
            if location is not None and not any(text.startswith(words.keywords["papers"]) for text in texts):
                field = words.words["card"].write("not_assessed")
                report.add("RL122", location, field=field, papers=words.keywords["papers"])

    def _report_failures(self, rehearsed: ExampleResult) -> None:
        report = self._reports[rehearsed.example.language]
        for failure in rehearsed.failures:
            if failure.sentence is None:
                report.add("RL072", failure.location, "refused", actual=failure.actual)
            else:
                report.add("RL072", failure.location, expected=failure.sentence, actual=failure.actual)

    def report_edges(self, shown: frozenset[Edge]) -> tuple[Edge, ...]:
        missing = tuple(edge for edge in self._missing if edge not in shown)
        rows = rows_by_clause(self._scorecard) if missing else {}
        for language, report in self._reports.items():
            renderer, locations = Renderer(self._scorecard, language), self._compilation.locations[language]
            for edge in missing:
                report_edge(edge, rows.get(edge.path), renderer, locations, report)
        return missing
