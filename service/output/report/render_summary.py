"""One-screen summary of a record: conclusion, unmet gates, missing facts or largest losses, and the next step."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from rules.contracts import ConclusionKind, Outcome, UnknownReason, join_items, typeset
from service.output.report import results_section
from service.output.report.formatters import RecordFormatter
from service.output.report.render_text import PlainTextReport
from service.output.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts import Record
    from rules.model import Scorecard
    from rules.trail import OpenAnswer
    from touchstone.v1 import evaluation_pb2

_MAX_ITEMS = 5
_MAX_CLAUSES = 3
_MAX_RESULTS = 12
_REMEDIES = {
    "add": (UnknownReason.NOT_GIVEN,),
    "evidence": tuple(reason for reason in UnknownReason if reason.value.startswith("evidence_")),
}
_UNMET = (Outcome.NOT_MET.value, Outcome.UNDETERMINED.value)


def render_summary(
    record: Record,
    scorecard: Scorecard,
    language: str,
    archive_findings: Sequence[evaluation_pb2.Finding] = (),
    open_answers: Iterable[OpenAnswer] = (),
) -> str:
    """Return the summary; `PlainTextReport` renders all criteria."""
    lines = _Summary(RecordFormatter(record, scorecard, language), archive_findings, open_answers).lines()
    return "\n".join(typeset(line, language) for line in lines)


class _Summary(PlainTextReport):
    def lines(self) -> Iterator[str]:
        self._texts = words(self._formatter.language)["summary"]
        missing = list(self._missing_items())
        yield from self._head()
        yield from self._double_uses()
        yield from self._conclusion()
        yield from self._unmet_gates()
        yield from self._block("rules", self._determined(self._rule_items(), "rules_undetermined"))
        yield from self._block("findings", self._determined(self._finding_items(), "findings_undetermined"))
        yield from self._block("missing", self._first(missing))
        if not missing or self._record.conclusion.kind is ConclusionKind.GRADED:
            losses = ([line] for line in self._loss_lines(uncertain=not missing))
            yield from self._block("lost", self._first(losses))
        alternatives = results_section.alternatives(self._formatter)
        rows = ([f"{row['settings']}: {row['grade']}"] for row in alternatives)
        yield from self._block("alternatives", self._first(rows))
        if self._record.conclusion.kind is ConclusionKind.SCORED and self._record.conclusion.score is None:
            yield from self._block("results", self._first(([line] for line in self._results()), _MAX_RESULTS))
        yield from self._next_step()

    def _first(self, items: Iterable[Sequence[str]], most: int = _MAX_ITEMS) -> Iterator[str]:
        """Yield the lines of the first items and the number of the others."""
        listed = list(items)
        yield from chain.from_iterable(listed[:most])
        yield from self._rest(len(listed) - most)

    def _rest(self, count: int) -> Iterator[str]:
        if count > 0:
            yield str(self._words["and_more"].format(count=count))

    def _unmet_gates(self) -> Iterator[str]:
        gates = list(self._gate_items())
        if not gates:
            return
        texts, counts = self._texts["gates"], Counter(gate["outcome"] for gate, _ in gates)
        parts = (texts[outcome].format(count=counts[outcome]) for outcome in Outcome if counts[outcome])
        yield ""
        yield texts["title"].format(counts=join_items(parts, self._formatter.language))
        ranked = sorted(gates, key=lambda item: _UNMET.index(item[0]["outcome"]) if item[0]["outcome"] in _UNMET else 9)
        shown = [lines for gate, lines in ranked if gate["outcome"] in _UNMET or gate["is_doubted"]]
        yield from (f"  {line}" for line in self._first(map(self._shortened, shown)))

    def _shortened(self, lines: Sequence[str]) -> list[str]:
        rest = self._rest(len(lines) - 1 - _MAX_CLAUSES)
        return [*lines[: 1 + _MAX_CLAUSES], *(f"    {line}" for line in rest)]

    def _determined(self, items: Iterable[tuple[bool, list[str]]], rest: str) -> Iterator[str]:
        """Yield the first determined items and the number of the undetermined ones."""
        listed = list(items)
        yield from self._first(lines for is_undetermined, lines in listed if not is_undetermined)
        if count := sum(is_undetermined for is_undetermined, _ in listed):
            yield self._texts[rest].format(count=count)

    def _missing_rows(self) -> list[results_section.Row]:
        """Return the unknown facts: first those that gates need, then by the number of criteria that need them."""
        gates = {gate.id for gate in self._formatter.scorecard.gates}
        needs = {fact.id: (gates.isdisjoint(fact.criteria), -len(fact.criteria)) for fact in self._record.open_facts}
        return sorted(results_section.missing_facts(self._formatter), key=lambda row: needs[row["id"]])

    def _missing_items(self) -> Iterator[list[str]]:
        yield from ([text] for text in results_section.missing_values(self._formatter))
        for row in self._missing_rows():
            first, *others = row["titles"] or [""]
            more = self._texts["more_criteria"].format(count=len(others)) if others else ""
            template = self._texts["missing"] if first else self._texts["missing_alone"]
            yield [template.format(fact=_fact(row), reason=row["reason"], criterion=first, more=more)]

    def _next_step(self) -> Iterator[str]:
        path = list(self._next_grade())
        yield from path
        if not path and (step := self._step()):
            yield from ("", self._texts["next_step"], f"  {step}")

    def _step(self) -> str:
        """Return the next action if no better grade can be named; empty if nothing is missing."""
        formatter = self._formatter
        failed, _ = results_section.failed_gates(formatter)
        if failed:
            gates = join_items((gate.id for gate in failed), formatter.language)
            return str(self._texts["meet"].format(gates=gates))
        for row in self._missing_rows()[:1]:
            key = next((key for key in ("add", "evidence") if row["unknown"] in _REMEDIES[key]), "clarify")
            return str(self._texts[key].format(fact=_fact(row)))
        if self._record.setting_alternatives:
            unset = (setting for setting in formatter.scorecard.settings if setting.id not in self._record.settings)
            options = (f"--set {setting.id}={'|'.join(choice.id for choice in setting.choices)}" for setting in unset)
            return str(self._texts["choose"].format(options=join_items(options, formatter.language)))
        return ""


def _fact(row: results_section.Row) -> str:
    return row["name"] if row["name"] == row["id"] else f"{row['name']} ({row['id']})"
