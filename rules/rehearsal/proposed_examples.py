"""Proposed examples for uncovered boundaries, retained only if evaluation confirms them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location, sort_diagnostics
from rules.contracts.errors import InputError, PlanError
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.language.compiler import compile_folder
from rules.language.diagnostic_collector import DiagnosticReport, split_lines
from rules.language.example_synthesis import ExampleProposer, insert_scenario
from rules.language.language_versions import nearest_place
from rules.language.lexicon import load_lexicon
from rules.model.examples import (
    ExpectCondition,
    ExpectFinding,
    ExpectGrades,
    ExpectLeft,
    ExpectOutcome,
    ExpectRule,
    ExpectShare,
    ExpectStages,
    ExpectVerdict,
)
from rules.model.quantities import NamedCondition
from rules.program.abstract_interpretation import condition_outcome
from rules.rehearsal.example_runner import evaluate_changes, run_example
from rules.rehearsal.expectation_checks import (
    interval_of,
    is_left_open,
    number_expectation,
    record_expectations,
    rule_state,
)
from rules.rehearsal.publication_check import Coverage, report_edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.diagnostics import Diagnostic
    from rules.contracts.intervals import Interval
    from rules.engine.decide import Decision
    from rules.language.example_synthesis import ExampleProposal
    from rules.model.clause_coverage import Edge
    from rules.model.examples import Example, Expectation
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Quantity


@dataclass(frozen=True, slots=True)
class UncoveredEdge:
    """A boundary without an example, its diagnostic, and its file with a proposed scenario.

    `text` is blank if there is no proposal, or if another proposal covers the boundary.
    """

    edge: Edge
    diagnostic: Diagnostic
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProposedExamples:
    """The files with the proposed scenarios, and the boundaries with and without a proposal.

    `added` boundaries have a proposal, `uncovered` boundaries have none; `diagnostics` report these at their new lines.
    `failed` counts the existing examples that fail. `edges` lists all formerly uncovered boundaries, those with a
    proposal first, in the original files.
    """

    files: dict[str, str]
    added: tuple[Edge, ...]
    uncovered: tuple[Edge, ...]
    diagnostics: tuple[Diagnostic, ...]
    failed: int
    edges: tuple[UncoveredEdge, ...]


def propose_missing(
    files: Mapping[str, str], language: str, tables: TableSource | None = None
) -> ProposedExamples | None:
    """Propose an example in one language for every boundary that no example of any language covers.

    A proposal is retained only if its evaluation covers the boundary. It expects the results of the rules, and its
    comment requests confirmation by the analyst. Returns None if the files have errors.
    """
    compilation = compile_folder(files, tables=tables)
    if compilation.scorecard is None or language not in compilation.locations:
        return None
    try:
        engine = InferenceEngine(compilation.scorecard, tables)
        engine.compile()
    except PlanError:
        return None
    coverage, failed = _run_examples(engine, compilation.examples)
    as_of = max((example.as_of for example in compilation.examples), default=compilation.scorecard.card.first_date)
    result, locations = dict(files), compilation.locations[language]
    proposer = ExampleProposer(compilation.scorecard, language)
    diagnostics_by_edge = _uncovered_edges(files, coverage, proposer, locations)
    texts: dict[Edge, str] = {}
    added: list[Edge] = []
    covered: set[Edge] = set()
    for edge in coverage.missing:
        proposal = None if edge in covered else proposer.propose(edge, as_of)
        decision = None if proposal is None else _evaluate(engine, proposal)
        location = nearest_place(locations, edge.path)
        if proposal is None or decision is None or location is None:
            continue
        covers_edge = edge in coverage.newly_covered(decision.inference)
        expected = _expectations(engine, edge, decision) if covers_edge else []
        if not expected:
            continue
        covered |= coverage.add(decision.inference)
        before, now = files[location.path], result[location.path]
        named = replace(proposal, title=_unused_title(proposal.title, now, language))
        lines = [_proposal_comment(language), *proposer.lines(named, expected)]
        result[location.path] = insert_scenario(now, _find_moved_line(before, now, location.line), lines, language)
        texts[edge] = insert_scenario(before, location.line, lines, language)
        added.append(edge)
    engine.close()
    remaining = sort_diagnostics(
        [diagnostics_by_edge[edge] for edge in coverage.missing if edge in diagnostics_by_edge]
    )
    edges = [
        UncoveredEdge(edge, diagnostic, texts.get(edge, ""))
        for edge, diagnostic in sorted(diagnostics_by_edge.items(), key=lambda entry: entry[0] not in texts)
    ]
    moved = tuple(_at_moved_line(diagnostic, files, result) for diagnostic in remaining)
    return ProposedExamples(result, tuple(added), coverage.missing, moved, failed, tuple(edges))


def _run_examples(engine: InferenceEngine, examples: Iterable[Example]) -> tuple[Coverage, int]:
    """Run the existing examples; return the boundaries that they cover, and how many failed."""
    coverage, failed = Coverage(engine), 0
    for example in examples:
        rehearsed = run_example(engine, example)
        failed += bool(rehearsed.failures)
        if rehearsed.decision is not None:
            coverage.add(rehearsed.decision.inference)
    return coverage, failed


def _uncovered_edges(
    files: Mapping[str, str], coverage: Coverage, proposer: ExampleProposer, locations: Mapping[str, Location]
) -> dict[Edge, Diagnostic]:
    lines = {path: split_lines(text) for path, text in files.items()}
    diagnostics: dict[Edge, Diagnostic] = {}
    for edge in coverage.missing:
        report = DiagnosticReport(proposer.renderer.language, lines)
        report_edge(edge, proposer.rows.get(edge.path), proposer.renderer, locations, report)
        diagnostics.update((edge, diagnostic) for diagnostic in report.diagnostics)
    return diagnostics


def _proposal_comment(language: str) -> str:
    return f"    # {load_lexicon(language).keywords['proposed']}"


def _unused_title(title: str, text: str, language: str) -> str:
    """Add a number to a title that the file already has, because test runners would skip a duplicate."""
    keywords = load_lexicon(language).keywords
    lines = {line.strip() for line in text.split("\n")}
    numbered = (title if number == 1 else f"{title} ({number})" for number in count(1))
    return next(
        candidate
        for candidate in numbered
        if not any(f"{keywords[keyword]}: {candidate}" in lines for keyword in ("scenario", "outline"))
    )


def _find_moved_line(before: str, after: str, line: int) -> int:
    wanted = before.split("\n")[line - 1]
    same = [number for number, text in enumerate(before.split("\n"), start=1) if text == wanted]
    now = [number for number, text in enumerate(after.split("\n"), start=1) if text == wanted]
    return now[same.index(line)]


def _at_moved_line(diagnostic: Diagnostic, before: Mapping[str, str], after: Mapping[str, str]) -> Diagnostic:
    location = diagnostic.location
    line = _find_moved_line(before[location.path], after[location.path], location.line)
    return replace(diagnostic, location=Location(location.path, line, location.column))


def _evaluate(engine: InferenceEngine, proposal: ExampleProposal) -> Decision | None:
    try:
        _, decision = evaluate_changes(engine, proposal.changes, proposal.as_of)
    except InputError:
        return None
    return decision


def _expectations(engine: InferenceEngine, edge: Edge, decision: Decision) -> list[Expectation]:
    kind, _, rest = edge.path.partition("[")
    name = rest.partition("]")[0]
    decided = _criterion_expectation(kind, name, decision)
    if decided is not None:
        return [decided]
    if kind == "quantities":
        quantity = engine.plan.quantities[name]
        expected = _quantity_expectations(quantity, engine, decision)
        if expected or quantity.owner is not None:
            return expected
    if decision.verdict_result is not None:
        return [ExpectVerdict(decision.verdict_result.verdict)]
    if kind in ("indicators", "quantities"):
        is_open = kind == "quantities" and is_left_open(name, None, engine, decision.inference)
        return _number_expectations(name, interval_of(engine, decision, name)) or (
            [ExpectLeft(name)] if is_open else []
        )
    if kind == "stages.rows":
        return [ExpectStages(decision.inference.stages)]
    shared = next(
        (shared_rule.kind for shared_rule in engine.plan.scorecard.shared_rules if kind.startswith(shared_rule.kind)),
        None,
    )
    if shared is not None:
        return _share_expectations(engine, decision, shared)
    if decision.inference.stages and not decision.possible:
        return [ExpectStages(decision.inference.stages)]
    return [ExpectGrades(decision.possible)] if decision.possible else []


def _criterion_expectation(kind: str, name: str, decision: Decision) -> Expectation | None:
    inference = decision.inference
    if kind == "gates":
        return ExpectOutcome(name, inference.gates[name])
    if kind == "findings":
        return ExpectFinding(name, inference.second_pass[f"finding:{name}"] is Outcome.MET)
    if kind.startswith("ladder"):
        return ExpectGrades(decision.possible)
    if kind == "indicators" and inference.score.earned[name].applies is Outcome.NOT_MET:
        return ExpectOutcome(name, Outcome.NOT_APPLICABLE)
    return ExpectRule(name, rule_state(inference, name)) if kind == "verdicts.rules" else None


def _quantity_expectations(quantity: Quantity, engine: InferenceEngine, decision: Decision) -> list[Expectation]:
    if isinstance(quantity, NamedCondition):
        return [ExpectCondition(quantity.id, condition_outcome(decision.inference.values.extents.get(quantity.id)))]
    owner = quantity.owner
    return [] if owner is None else [*record_expectations(quantity.id, owner, engine, decision.inference)]


def _share_expectations(engine: InferenceEngine, decision: Decision, kind: str) -> list[Expectation]:
    """Return expectations for the first scale of a kind, because all its scales share the same rules."""
    scored = (indicator.id for indicator in engine.plan.scorecard.indicators if indicator.scale.kind == kind)
    name = next(scored, "")
    earned = decision.inference.score.earned.get(name)
    reached = earned.detail.percent.value if earned is not None and earned.detail is not None else None
    if earned is None or reached is None or earned.applies is Outcome.NOT_MET:
        return _number_expectations(name, interval_of(engine, decision, name)) if earned is not None else []
    return [ExpectShare(name, reached)]


def _number_expectations(name: str, interval: Interval | None) -> list[Expectation]:
    expected = number_expectation(name, interval)
    return [] if expected is None else [expected]
