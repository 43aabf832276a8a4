"""How is an evaluation told to a person, as plain text?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth

from rules.contracts.citations import cited
from rules.contracts.numbers import parse_exact
from rules.contracts.outcomes import NO_GRADE, Outcome
from rules.contracts.typesetting import typeset
from service.report import proof, results
from service.report.telling import Teller
from service.report.waits import waits_for
from service.report.ways import next_grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.record import Record
    from rules.model.scorecard import Scorecard
    from rules.trail.open_answers import OpenAnswer

_BAR = 20
_SHOWN = 12
"""How many missing facts are named one by one."""


def render(record: Record, scorecard: Scorecard, language: str, open_answers: Iterable[OpenAnswer] = ()) -> str:
    """Write the report: grade, score, sections, gates, losses, findings, what is missing, the way up, the proof.

    Beside each answer that is not known stands what it waits for, as `open_answers` say.
    """
    lines = _Report(Teller(record, scorecard, language), open_answers).lines()
    return "\n".join(typeset(line, language) for line in lines) + "\n"


class _Report:
    def __init__(self, teller: Teller, open_answers: Iterable[OpenAnswer]) -> None:
        self._teller = teller
        self._waits = {answer.id: waits_for(answer, teller) for answer in open_answers}
        self._record = teller.record
        self._words = teller.words

    def lines(self) -> Iterator[str]:
        """Give the report line by line."""
        yield from self._head()
        yield from self._conclusion()
        yield from self._block("verified", self._changed())
        yield from self._block("sections", self._sections())
        yield from self._block("rules", self._rules())
        yield from self._block("gates", self._gates())
        yield from self._block("lost", self._lost())
        yield from self._block("findings", self._findings())
        yield from self._block("missing", self._missing())
        yield from self._way_up()
        alternatives = results.alternatives(self._teller)
        yield from self._block("alternatives", (f"{row['settings']}: {row['grade']}" for row in alternatives))
        yield from self._block("results", self._results())
        yield from self._block("standing", self._standing())
        yield from self._block("proof", self._proof())

    def _block(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield ""
            yield self._words[title]
            yield from (f"  {line}" for line in found)

    def _head(self) -> Iterator[str]:
        record, head = self._record, results.head(self._teller)
        yield f"{head['title']} {self._teller.scorecard.card.version}"
        yield self._words["about"].format(subject=record.subject, as_of=record.as_of_date)
        chosen = [
            self._words["setting_open"].format(name=setting["name"])
            if setting["choice"] is None
            else f"{setting['name']} = {setting['choice']}"
            for setting in head["settings"]
        ]
        if chosen:
            yield self._words["settings"].format(settings="; ".join(chosen))

    def _conclusion(self) -> Iterator[str]:
        teller, conclusion = self._teller, self._record.conclusion
        yield ""
        yield teller.kind_of(conclusion)
        stars = "" if conclusion.grade is None else self._stars(conclusion.grade)
        grade = teller.grade_line(conclusion)
        lines = (
            f"{stars}  {grade}" if stars else grade,
            teller.verdict_line(conclusion),
            teller.stage_line(conclusion),
            teller.score_line(conclusion),
            results.declared(teller),
        )
        yield from (line for line in lines if line)

    def _stars(self, grade: str) -> str:
        ladder = self._teller.scorecard.ladder
        grades = [choice.id for choice in ladder.grades] if ladder else []
        if not grades or not all(name.isdigit() for name in grades):
            return ""
        most = max(map(int, grades))
        reached = 0 if grade == NO_GRADE else int(grade)
        return "★" * reached + "☆" * (most - reached)

    def _sections(self) -> Iterator[str]:
        teller = self._teller
        labels = {section.id: section.labels for section in teller.scorecard.sections}
        names = {name: f"{name} {teller.label(words)}".rstrip() for name, words in labels.items()}
        width = max((_width(names[section.id]) for section in self._record.sections), default=0)
        for section in self._record.sections:
            maximum = parse_exact(section.maximum_points)
            low = parse_exact(section.score.exact.low or "0")
            high = parse_exact(section.score.exact.high or section.maximum_points)
            filled = int(low / maximum * _BAR) if maximum else 0
            perhaps = int(high / maximum * _BAR) - filled if maximum else 0
            bar = "█" * filled + "▒" * perhaps + "░" * (_BAR - filled - perhaps)
            padding = " " * (width - _width(names[section.id]))
            score = f"{teller.figure(section.score)} / {teller.points(maximum)}"
            yield f"{names[section.id]}{padding}  {bar}  {score}"

    def _changed(self) -> Iterator[str]:
        """Tell what the assessor corrected or rejected, why, who and when; what was accepted stands on the page."""
        for row in proof.verified(self._teller):
            if row["changed"]:
                by = ", ".join(filter(None, (row["method"], row["person"], row["date"])))
                yield f"{row['name']}: {row['judgement']}, {row['declared']} → {row['counts']}; {row['reason']} ({by})"

    def _rules(self) -> Iterator[str]:
        for rule in results.rules(self._teller):
            yield f"{rule['sentence']}: {rule['answer']}"
            if rule["remedy"]:
                yield f"    {rule['remedy']}"
        if rest := results.rules_without_effect(self._teller):
            yield rest

    def _gates(self) -> Iterator[str]:
        for gate in results.gates(self._teller):
            waiting = self._waiting(gate["id"])
            yield f"{gate['mark']} {gate['id']} {gate['name'] or gate['id']}: {gate['answer']}{waiting}"
            if gate["outcome"] == Outcome.NOT_MET.value:
                yield from (f"    {clause}" for clause in gate["clauses"])

    def _lost(self) -> Iterator[str]:
        for loss in results.losses(self._teller):
            lost = self._words["lost_row"].format(points=loss["lost"])
            yield "; ".join(part for part in (f"{lost:>8}  {loss['sentence']}", loss["to_next"]) if part)

    def _findings(self) -> Iterator[str]:
        for finding in results.findings(self._teller):
            open_ = f" ({self._words['finding_open']})" if finding["is_open"] else ""
            name = finding["name"] or finding["id"]
            yield f"{finding['id']}{open_}: {finding['severity']}: {name}{self._waiting(finding['id'])}"

    def _results(self) -> Iterator[str]:
        for result in results.results(self._teller):
            yield f"{result['label']}: {result['figure']}{self._waiting(result['id'])}"

    def _waiting(self, id: str) -> str:
        """Say, behind an answer that is not known, what it waits for."""
        waits = self._waits.get(id)
        return self._words["waits"].format(what=waits) if waits else ""

    def _missing(self) -> Iterator[str]:
        gaps = list(results.missing_values(self._teller))
        yield from gaps[:_SHOWN]
        if len(gaps) > _SHOWN:
            yield self._words["and_more"].format(count=len(gaps) - _SHOWN)
        missing = list(results.missing(self._teller))
        for fact in missing[:_SHOWN]:
            yield self._words["missing_row"].format(name=fact["name"], reason=fact["reason"], criteria=fact["criteria"])
        if len(missing) > _SHOWN:
            yield self._words["and_more"].format(count=len(missing) - _SHOWN)

    def _way_up(self) -> Iterator[str]:
        """Say what the rows of the next better grade still ask."""
        way = next_grade(self._teller)
        if not way["rows"]:
            return
        yield ""
        yield way["title"]
        failed, _ = results.failed_gates(self._teller)
        if failed:
            yield f"  {self._words['gate_first']} {', '.join(gate.id for gate in failed)}"
        if len(way["rows"]) > 1:
            yield f"  {self._words['way_several']}"
        for row in way["rows"]:
            yield from (f"  {'  ' if place else '- '}{line}" for place, line in enumerate(row))

    def _standing(self) -> Iterator[str]:
        teller, standing = self._teller, self._record.standing
        yield self._words["certainty"].format(certainty=self._words["certainty_words"][standing.certainty])
        bases = {basis.id: basis for basis in teller.scorecard.bases}
        for name in standing.weakest_bases:
            note = teller.label(bases[name].note)
            place = cited(bases[name].instrument, bases[name].place, teller.language)
            yield f"- {place}" + (f": {note}" if note else "")
        for table in standing.weakest_tables:
            yield f"- {self._words['table'].format(table=table)}"
        for words in teller.scorecard.card.not_assessed:
            yield self._words["not_assessed"].format(text=teller.label(words))

    def _proof(self) -> Iterator[str]:
        record = self._record
        yield self._words["digest"].format(
            digest=record.trail_digest, steps=len(record.steps), rules=record.rule_digest
        )
        yield self._words["verify"]


def _width(text: str) -> int:
    return max(wcswidth(text), 0)
