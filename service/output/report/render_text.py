"""Plain-text report of a record."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from rules.contracts import NO_GRADE, Outcome, format_citation, join_items, typeset
from service.output.report import double_use, proof_section, results_section
from service.output.report.formatters import RecordFormatter, waits_for
from service.output.report.improvement_section import closed_note, next_grade
from service.output.report.ladder import stars_of
from service.output.report.score_section import RecordPoints, scoring, total
from service.output.terminal.columns import display_width, pad_to_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts import Record
    from rules.model import Scorecard
    from rules.trail import OpenAnswer
    from touchstone.v1 import evaluation_pb2

_BAR_WIDTH = 20
_MAX_LISTED_ROWS = 12


def render(
    record: Record,
    scorecard: Scorecard,
    language: str,
    archive_findings: Sequence[evaluation_pb2.Finding] = (),
    open_answers: Iterable[OpenAnswer] = (),
) -> str:
    """Return the plain-text report; `open_answers` add the needed inputs to undetermined answers."""
    lines = PlainTextReport(RecordFormatter(record, scorecard, language), archive_findings, open_answers).lines()
    return "\n".join(typeset(line, language) for line in lines) + "\n"


def render_conclusion(record: Record, scorecard: Scorecard, language: str) -> str:
    """Return scorecard, subject, date, conclusion, grade and score as text."""
    lines = PlainTextReport(RecordFormatter(record, scorecard, language), (), ()).conclusion_lines()
    return "\n".join(typeset(line, language) for line in lines)


class PlainTextReport:
    """Plain-text report of one record; `lines` yields all sections."""

    def __init__(
        self,
        formatter: RecordFormatter,
        archive_findings: Sequence[evaluation_pb2.Finding],
        open_answers: Iterable[OpenAnswer],
    ) -> None:
        self._formatter = formatter
        self._archive = archive_findings
        self._needed_inputs = {answer.id: waits_for(answer, formatter) for answer in open_answers}
        self._record = formatter.record
        self._words = formatter.words
        self._points = RecordPoints(formatter)

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._double_uses()
        yield from self._conclusion()
        yield from self._block("verified", self._verification_changes())
        yield from self._block("sections", self._sections())
        yield from self._block("rules", self._rules())
        yield from self._block("gates", (line for _, lines in self._gate_items() for line in lines))
        yield from self._block("lost", self._loss_lines())
        yield from self._block("findings", self._findings())
        yield from self._block("missing", self._missing_lines())
        yield from self._next_grade()
        alternatives = results_section.alternatives(self._formatter)
        yield from self._block("alternatives", (f"{row['settings']}: {row['grade']}" for row in alternatives))
        yield from self._block("results", self._results())
        yield from self._record_results()
        yield from self._block("standing", self._certainty())
        yield from self._block("proof", self._proof())

    def conclusion_lines(self) -> Iterator[str]:
        """Yield the first lines of the report, without findings and criteria."""
        yield from self._head()
        yield from self._conclusion()

    def _block(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        block_lines = list(lines)
        if block_lines:
            yield ""
            yield self._words[title]
            yield from (f"  {line}" for line in block_lines)

    def _head(self) -> Iterator[str]:
        record, head = self._record, results_section.head(self._formatter)
        yield f"{head['title']} {self._formatter.scorecard.card.version}"
        yield self._words["about"].format(subject=record.subject, as_of=record.as_of_date)
        chosen = [
            self._words["setting_open"].format(name=setting["name"])
            if setting["choice"] is None
            else f"{setting['name']} = {setting['choice']}"
            for setting in head["settings"]
        ]
        if chosen:
            yield self._words["settings"].format(settings=self._words["semicolon"].join(chosen))

    def _double_uses(self) -> Iterator[str]:
        if lines := list(double_use.lines(self._archive, self._formatter.language, self._formatter)):
            yield ""
            yield from lines
            yield f"  {self._words['archive']['note']}"

    def _conclusion(self) -> Iterator[str]:
        formatter, conclusion = self._formatter, self._record.conclusion
        yield ""
        yield formatter.kind_of(conclusion)
        stars = "" if conclusion.grade is None else self._stars(conclusion.grade)
        grade = formatter.grade_line(conclusion)
        lines = (
            f"{stars}  {grade}" if stars else grade,
            formatter.verdict_line(conclusion),
            formatter.stage_line(conclusion),
            formatter.score_line(conclusion),
            results_section.declared_answer(formatter),
        )
        yield from (line for line in lines if line)

    def _stars(self, grade: str) -> str:
        ladder = self._formatter.scorecard.ladder
        grades = [choice.id for choice in ladder.grades] if ladder else []
        stars = [count for count in map(stars_of, grades) if count is not None]
        if not grades or len(stars) < len(grades):
            return ""
        most, reached = max(stars), 0 if grade == NO_GRADE else stars_of(grade) or 0
        return "★" * reached + "☆" * (most - reached)

    def _sections(self) -> Iterator[str]:
        rows = scoring(self._formatter, self._points)
        width = max((display_width(row["name"]) for row in rows), default=0)
        for row in rows:
            low, high, maximum = row["share"]
            filled = int(low / maximum * _BAR_WIDTH) if maximum else 0
            undetermined = int(high / maximum * _BAR_WIDTH) - filled if maximum else 0
            bar = "█" * filled + "▒" * undetermined + "░" * (_BAR_WIDTH - filled - undetermined)
            yield f"{pad_to_width(row['name'], width)}  {bar}  {row['got']} / {row['maximum']}"
        sums = total(self._points)
        if rows and sums is not None:
            yield f"{pad_to_width(self._words['total'], width + _BAR_WIDTH + 4)}{sums['got']} / {sums['maximum']}"
        if rows and self._points.note:
            yield self._points.note

    def _verification_changes(self) -> Iterator[str]:
        for row in proof_section.verified_values(self._formatter):
            if row["changed"]:
                by = join_items(filter(None, (row["method"], row["person"], row["date"])), self._formatter.language)
                yield self._words["changed"].format(**{**row, "by": by})

    def _rules(self) -> Iterator[str]:
        yield from chain.from_iterable(lines for _, lines in self._rule_items())
        if rest := results_section.rules_without_effect(self._formatter):
            yield rest

    def _rule_items(self) -> Iterator[tuple[bool, list[str]]]:
        """Yield whether a rule is undetermined, and its lines."""
        for rule in results_section.rules(self._formatter):
            lines = [f"{rule['sentence']}: {rule['answer']}", *([f"    {rule['remedy']}"] if rule["remedy"] else ())]
            yield rule["is_open"], lines

    def _gate_items(self) -> Iterator[tuple[results_section.Row, list[str]]]:
        """Yield each gate with its lines."""
        for gate in double_use.mark_affected_gates(
            results_section.gates(self._formatter), self._formatter, self._archive
        ):
            waiting = self._needed_inputs_text(gate["id"])
            line = f"{gate['mark']} {gate['id']} {gate['name'] or gate['id']}: {gate['answer']}{waiting}"
            clauses = gate["clauses"] if gate["outcome"] == Outcome.NOT_MET.value else ()
            yield gate, [line, *(f"    {clause}" for clause in clauses)]

    def _loss_lines(self, *, uncertain: bool = True) -> Iterator[str]:
        for loss in results_section.losses(self._formatter, self._points):
            if not (loss["is_certain"] or uncertain):
                continue
            lost = self._words["lost_row"].format(points=loss["lost"]) if loss["is_certain"] else loss["lost"]
            yield self._words["semicolon"].join(
                part for part in (f"{lost:>8}  {loss['sentence']}", loss["to_next"]) if part
            )

    def _findings(self) -> Iterator[str]:
        yield from chain.from_iterable(lines for _, lines in self._finding_items())
        if shared := double_use.shared(self._formatter, self._archive):
            yield f"{shared['count']}{shared['where']}"

    def _finding_items(self) -> Iterator[tuple[bool, list[str]]]:
        """Yield whether a finding is undetermined, and its lines."""
        for finding in results_section.findings(self._formatter):
            status = f" ({self._words['finding_open']})" if finding["is_open"] else ""
            line = f"{finding['id']}{status}: {finding['severity']}: {finding['name'] or finding['id']}"
            yield finding["is_open"], [f"{line}{self._needed_inputs_text(finding['id'])}"]

    def _results(self) -> Iterator[str]:
        for result in results_section.results(self._formatter):
            yield f"{result['label']}: {result['figure']}{self._needed_inputs_text(result['id'])}"

    def _record_results(self) -> Iterator[str]:
        for table in results_section.record_results(self._formatter):
            rows = [[table["list"], *table["heads"]]]
            rows += [[row["key"], *row["figures"]] for row in table["rows"][:_MAX_LISTED_ROWS]]
            widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
            yield ""
            yield self._words["record_results"].format(list=table["list"])
            for key, *figures in rows:
                cells = (
                    pad_to_width(figure, width, right=True) for figure, width in zip(figures, widths[1:], strict=True)
                )
                yield "  ".join(("", pad_to_width(key, widths[0]), *cells))
            if len(table["rows"]) > _MAX_LISTED_ROWS:
                yield f"  {self._words['and_more'].format(count=len(table['rows']) - _MAX_LISTED_ROWS)}"

    def _needed_inputs_text(self, id: str) -> str:
        waits = self._needed_inputs.get(id)
        return self._words["waits"].format(what=waits) if waits else ""

    def _missing_lines(self) -> Iterator[str]:
        missing_values = list(results_section.missing_values(self._formatter))
        yield from missing_values[:_MAX_LISTED_ROWS]
        if len(missing_values) > _MAX_LISTED_ROWS:
            yield self._words["and_more"].format(count=len(missing_values) - _MAX_LISTED_ROWS)
        missing = list(results_section.missing_facts(self._formatter))
        for fact in missing[:_MAX_LISTED_ROWS]:
            yield self._words["missing_row"].format(name=fact["name"], reason=fact["reason"], criteria=fact["criteria"])
        if len(missing) > _MAX_LISTED_ROWS:
            yield self._words["and_more"].format(count=len(missing) - _MAX_LISTED_ROWS)

    def _next_grade(self) -> Iterator[str]:
        section = next_grade(self._formatter)
        if not section["rows"]:
            return
        yield ""
        yield section["title"]
        failed, _ = results_section.failed_gates(self._formatter)
        if failed:
            gates = join_items((gate.id for gate in failed), self._formatter.language)
            yield f"  {self._words['gate_first']} {gates}"
        if closed := closed_note(self._formatter):
            gap = self._words["ladder"]["sentence_gap"]
            yield f"  {closed}{gap}{self._words['way_explain']}"
        if len(section["rows"]) > 1:
            yield f"  {self._words['way_several']}"
        for row in section["rows"]:
            yield from (f"  {'  ' if index else '- '}{line}" for index, line in enumerate(row))

    def _certainty(self) -> Iterator[str]:
        formatter, certainty = self._formatter, self._record.standing
        yield self._words["certainty"].format(certainty=self._words["certainty_words"][certainty.certainty])
        bases = {basis.id: basis for basis in formatter.scorecard.bases}
        for name in certainty.weakest_bases:
            note = formatter.label(bases[name].note)
            citation = format_citation(bases[name].instrument, bases[name].place, formatter.language)
            yield f"- {citation}" + (f": {note}" if note else "")
        for table in certainty.weakest_tables:
            yield f"- {self._words['table'].format(table=table)}"
        for _, sentence in formatter.origins.origin_sentences():
            yield f"- {sentence}"
        for words in formatter.scorecard.card.not_assessed:
            yield self._words["not_assessed"].format(text=formatter.label(words))

    def _proof(self) -> Iterator[str]:
        record = self._record
        yield self._words["digest"].format(
            digest=record.trail_digest, steps=len(record.steps), rules=record.rule_digest
        )
        yield self._words["verify"]
