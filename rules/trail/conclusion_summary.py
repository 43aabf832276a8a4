"""Conclusion with the outcomes of rules, rows and clauses, from record bytes or from an evaluator.

A record contains the conclusion, so the scorecard is not needed. Without a record, an evaluator computes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rules.contracts.errors import TrailError
from rules.contracts.messages import message_factory
from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.contracts.record_bytes import read_complete_record
from rules.contracts.step_contents import RuleContent
from rules.engine.decide import decide
from rules.engine.verdicts import RuleStatus
from rules.program.abstract_interpretation import LazyMeasureValues
from rules.trail.conclusions import open_facts, weakest_certainty
from rules.trail.deserialization import read_conclusion, read_open_facts
from rules.trail.question import read_question
from rules.trail.record_figures import read_row
from rules.trail.step_writer import clause_outcome
from rules.trail.tables import with_table_certainty

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.contracts.inputs import Subject
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine

_message = message_factory(__name__)


class RowOutcome(NamedTuple):
    """Outcome of a row of a rule, and of each of its clauses."""

    outcome: Outcome
    clauses: tuple[Outcome, ...]


class ConclusionSummary(NamedTuple):
    """A conclusion with all rules, their `rows`, and the unknown facts that could change it."""

    kind: ConclusionKind
    verdicts: tuple[Verdict, ...]
    rules: tuple[RuleStatus, ...]
    rows: Mapping[str, tuple[RowOutcome, ...]]
    open_facts: tuple[str, ...]
    certainty: str


def read_conclusion_summary(content: bytes) -> ConclusionSummary:
    """Read the summary from the bytes of a record, without the scorecard.

    Raises:
        TrailError: If the bytes are not a valid record.
    """
    written = read_complete_record(content)
    concluded, certainty, _ = read_conclusion(written)
    try:
        rules = {
            step.removeprefix("rules/"): RuleContent(*parts)
            for step, parts in written.results_by_step.items()
            if step.startswith("rules/")
        }
        answers = tuple(
            RuleStatus(
                id,
                Verdict(rule.verdict),
                Outcome(rule.outcome),
                Outcome(rule.in_force),
                is_upcoming=rule.coming is not None,
            )
            for id, rule in rules.items()
        )
        rows = {id: tuple(RowOutcome(*read_row(row)) for row in rule.rows) for id, rule in rules.items()}
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        raise TrailError(_message("RULE_FORM")) from None
    return ConclusionSummary(
        kind=concluded.kind,
        verdicts=concluded.verdicts,
        rules=answers,
        rows=rows,
        open_facts=tuple(fact.id for fact in read_open_facts(written)),
        certainty=certainty.certainty,
    )


def evaluate_to_summary(engine: InferenceEngine, subject: Subject) -> ConclusionSummary:
    """Conclude from the verified values with both evaluators; the summary equals that of the record.

    Raises:
        InputError: If facts, settings or evidence are invalid; lists all violations.
        EngineDisagreement: If the evaluators differ.
        VersionError: If an edition of a reference table is missing.
    """
    reading, question = read_question(engine, subject)
    decision = decide(engine, question)
    judged = decision.inference.verdict_result
    return ConclusionSummary(
        kind=decision.kind,
        verdicts=() if decision.verdict_result is None else decision.verdict_result.possible,
        rules=() if judged is None else judged.rules,
        rows=_rows(engine, decision.inference),
        open_facts=tuple(fact.id for fact in open_facts(engine, decision, reading.verified)),
        certainty=with_table_certainty(weakest_certainty(engine.plan, decision), decision.inference).certainty,
    )


def _rows(engine: InferenceEngine, inference: Inference) -> dict[str, tuple[RowOutcome, ...]]:
    verdicts, names = engine.plan.scorecard.verdicts, engine.plan.names
    known: dict[int, Outcome] = {}
    measured = LazyMeasureValues(inference.values)
    rows: dict[str, tuple[RowOutcome, ...]] = {}
    for rule in verdicts.rules if verdicts is not None and inference.verdict_result is not None else ():
        row_outcomes = []
        for index, row in enumerate(rule.rows):
            for clause in row.when:
                if id(clause) not in known:
                    known[id(clause)] = clause_outcome(engine.atoms_of(clause, names), measured)
            outcome = inference.first_pass[f"verdict:{rule.id}:{index}"]
            row_outcomes.append(RowOutcome(outcome, tuple(known[id(clause)] for clause in row.when)))
        rows[rule.id] = tuple(row_outcomes)
    return rows
