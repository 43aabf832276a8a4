"""Proposed examples for uncovered edges, kept only where evaluation confirms them."""

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
    ExpectNumber,
    ExpectOutcome,
    ExpectRange,
    ExpectRule,
    ExpectShare,
    ExpectStages,
    ExpectVerdict,
)
from rules.model.named_conditions import NamedCondition
from rules.program.abstract_interpretation import condition_outcome
from rules.rehearsal.example_runner import evaluate_changes, run_example
from rules.rehearsal.expectation_checks import interval_of, is_left_open, record_expectations, rule_state
from rules.rehearsal.publication_check import Coverage, report_edge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.diagnostics import Diagnostic
    from rules.contracts.intervals import Interval
    from rules.engine.decide import Decision
    from rules.language.example_synthesis import ExampleProposal
    from rules.model.clause_coverage import Edge
    from rules.model.examples import Expectation
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Quantity


@dataclass(frozen=True, slots=True)
class UncoveredEdge:
    """An edge that no example shows: what is said of it, at its place, and its file with a scenario put in.

    The file is blank where nothing was found, or where what was found for another edge shows it.
    """

    edge: Edge
    diagnostic: Diagnostic
    text: str = ""


@dataclass(frozen=True, slots=True)
class ProposedExamples:
    """The files with the proposed scenarios in them, what was added, and the edges for which nothing was found.

    `diagnostics` says which edges are left, in the words of the rules; `failed` is how many of the examples there were
    fail. `edges` are all of them, those with a proposal first, in the files as they were.
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
    """Propose an example in one language for every edge that no example of any language shows.

    A proposal is kept only if evaluating it really shows its edge; what it expects is what the rules give, for the
    analyst to confirm, which the comment above it asks. None if the files have errors.
    """
    compilation = compile_folder(files, tables=tables)
    if compilation.scorecard is None or language not in compilation.locations:
        return None
    try:
        engine = InferenceEngine(compilation.scorecard, tables)
        engine.compile()
    except PlanError:
        return None
    coverage, failed = Coverage(engine), 0
    for example in compilation.examples:
        rehearsed = run_example(engine, example)
        failed += bool(rehearsed.failures)
        if rehearsed.decision is not None:
            coverage.add(rehearsed.decision.inference)
    as_of = max((example.as_of for example in compilation.examples), default=compilation.scorecard.card.first_date)
    result, locations = dict(files), compilation.locations[language]
    proposer = ExampleProposer(compilation.scorecard, language)
    lines_of_files = {path: split_lines(text) for path, text in files.items()}
    told: dict[Edge, Diagnostic] = {}
    for edge in coverage.missing:
        report = DiagnosticReport(language, lines_of_files)
        report_edge(edge, proposer.rows.get(edge.path), proposer.renderer, locations, report)
        told.update((edge, diagnostic) for diagnostic in report.diagnostics)
    texts: dict[Edge, str] = {}
    added: list[Edge] = []
    shown: set[Edge] = set()
    for edge in coverage.missing:
        proposal = None if edge in shown else proposer.propose(edge, as_of)
        decision = None if proposal is None else _evaluate(engine, proposal)
        location = nearest_place(locations, edge.path)
        if proposal is None or decision is None or location is None:
            continue
        if edge not in coverage.newly_covered(decision.inference):
            continue
        expected = _expectations(engine, edge, decision)
        if not expected:
            continue
        shown |= coverage.add(decision.inference)
        before, now = files[location.path], result[location.path]
        named = replace(proposal, title=_unused(proposal.title, now, language))
        lines = [_remark(language), *proposer.lines(named, expected)]
        result[location.path] = insert_scenario(now, _find_moved_line(before, now, location.line), lines, language)
        texts[edge] = insert_scenario(before, location.line, lines, language)
        added.append(edge)
    engine.close()
    remaining = sort_diagnostics([told[edge] for edge in coverage.missing if edge in told])
    edges = [
        UncoveredEdge(edge, diagnostic, texts.get(edge, ""))
        for edge, diagnostic in sorted(told.items(), key=lambda entry: entry[0] not in texts)
    ]
    moved = tuple(_now_at(diagnostic, files, result) for diagnostic in remaining)
    return ProposedExamples(result, tuple(added), coverage.missing, moved, failed, tuple(edges))


def _remark(language: str) -> str:
    """Give the comment above a proposed scenario; the analyst deletes it once the example is confirmed."""
    return f"    # {load_lexicon(language).keywords['proposed']}"


def _unused(title: str, text: str, language: str) -> str:
    """Put a number behind a title that the file has already; test runners would run only one of the two."""
    keywords = load_lexicon(language).keywords
    lines = {line.strip() for line in text.split("\n")}
    numbered = (title if number == 1 else f"{title} ({number})" for number in count(1))
    return next(
        candidate
        for candidate in numbered
        if not any(f"{keywords[keyword]}: {candidate}" in lines for keyword in ("scenario", "outline"))
    )


def _find_moved_line(before: str, after: str, line: int) -> int:
    """Find where a line stands after scenarios were put in before it."""
    wanted = before.split("\n")[line - 1]
    same = [number for number, text in enumerate(before.split("\n"), start=1) if text == wanted]
    now = [number for number, text in enumerate(after.split("\n"), start=1) if text == wanted]
    return now[same.index(line)]


def _now_at(diagnostic: Diagnostic, before: Mapping[str, str], after: Mapping[str, str]) -> Diagnostic:
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
    """Say what comes out of the rule that the edge belongs to."""
    kind, _, rest = edge.path.partition("[")
    name = rest.partition("]")[0]
    if kind == "gates":
        return [ExpectOutcome(name, decision.inference.gates[name])]
    if kind == "findings":
        raised = decision.inference.second_pass[f"finding:{name}"] is Outcome.MET
        return [ExpectFinding(name, raised)]
    if kind.startswith("ladder"):
        return [ExpectGrades(decision.possible)]
    if kind == "indicators" and decision.inference.score.earned[name].applies is Outcome.NOT_MET:
        return [ExpectOutcome(name, Outcome.NOT_APPLICABLE)]
    if kind == "verdicts.rules":
        return [ExpectRule(name, rule_state(decision.inference, name))]
    if kind == "quantities":
        quantity = engine.plan.quantities[name]
        expected = _of_quantity(quantity, engine, decision)
        if expected or quantity.owner is not None:
            return expected
    if decision.verdict_result is not None:
        return [ExpectVerdict(decision.verdict_result.verdict)]
    if kind in ("indicators", "quantities"):
        is_open = kind == "quantities" and is_left_open(name, None, engine, decision.inference)
        return _number(name, interval_of(engine, decision, name)) or ([ExpectLeft(name)] if is_open else [])
    if kind == "stages.rows":
        return [ExpectStages(decision.inference.stages)]
    shared = next(
        (shared_rule.kind for shared_rule in engine.plan.scorecard.shared_rules if kind.startswith(shared_rule.kind)),
        None,
    )
    if shared is not None:
        return _share(engine, decision, shared)
    if decision.inference.stages and not decision.possible:
        return [ExpectStages(decision.inference.stages)]
    return [ExpectGrades(decision.possible)] if decision.possible else []


def _of_quantity(quantity: Quantity, engine: InferenceEngine, decision: Decision) -> list[Expectation]:
    """Say what comes out of a condition that has a name, or of a quantity for each record; nothing of any other."""
    if isinstance(quantity, NamedCondition):
        return [ExpectCondition(quantity.id, condition_outcome(decision.inference.values.extents.get(quantity.id)))]
    owner = quantity.owner
    return [] if owner is None else [*record_expectations(quantity.id, owner, engine, decision.inference)]


def _share(engine: InferenceEngine, decision: Decision, kind: str) -> list[Expectation]:
    """Say what share of the maximum the first scale of a kind comes to, for all of them share its rules."""
    scored = (indicator.id for indicator in engine.plan.scorecard.indicators if indicator.scale.kind == kind)
    name = next(scored, "")
    earned = decision.inference.score.earned.get(name)
    reached = earned.detail.percent.value if earned is not None and earned.detail is not None else None
    if earned is None or reached is None or earned.applies is Outcome.NOT_MET:
        return _number(name, interval_of(engine, decision, name)) if earned is not None else []
    return [ExpectShare(name, reached)]


def _number(name: str, interval: Interval | None) -> list[Expectation]:
    """Say which number comes out, or between which two it lies; nothing if it does not end on one side."""
    if interval is None or interval.low is None or interval.high is None:
        return []
    if interval.value is not None:
        return [ExpectNumber(name, interval.value)]
    return [ExpectRange(name, interval.low, interval.high)]
