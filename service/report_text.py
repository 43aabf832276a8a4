"""How is an evaluation told to a person, as plain text?"""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import orjson
from wcwidth import wcswidth

from rules.contracts.numbers import format_places, parse_exact, round_to
from rules.contracts.outcomes import NO_GRADE, Outcome, Possibility
from rules.language.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import Bounds, Conclusion, Figure, Record
    from rules.model.scorecard import Scorecard

_BAR = 20
_SHOWN = 12
"""How many missing facts are named one by one."""


def render(record: Record, scorecard: Scorecard, language: str) -> str:
    """Write the report: grade, score, sections, gates, losses, findings, what is missing, the way up, the proof."""
    return "\n".join(_Report(record, scorecard, language).lines()) + "\n"


@cache
def _words(language: str) -> dict[str, Any]:
    text = resources.files("service").joinpath("report_text.toml").read_text(encoding="utf-8")
    words: dict[str, Any] = tomllib.loads(text)[language]
    return words


class _Report:
    def __init__(self, record: Record, scorecard: Scorecard, language: str) -> None:
        self._record = record
        self._scorecard = scorecard
        self._language = language
        self._words = _words(language)
        self._renderer = Renderer(scorecard, language)
        self._payloads = {step.id: orjson.loads(step.payload) for step in record.steps}

    def lines(self) -> Iterator[str]:
        """Give the report line by line."""
        yield from self._head()
        yield from self._conclusion()
        yield from self._block("sections", self._sections())
        yield from self._block("gates", self._gates())
        yield from self._block("lost", self._lost())
        yield from self._block("findings", self._findings())
        yield from self._block("missing", self._missing())
        yield from self._way_up()
        yield from self._block("alternatives", self._alternatives())
        yield from self._block("results", self._results())
        yield from self._block("standing", self._standing())
        yield from self._block("proof", self._proof())

    def _block(self, title: str, lines: Iterator[str]) -> Iterator[str]:
        found = list(lines)
        if found:
            yield ""
            yield self._words[title]
            yield from (f"  {line}" for line in found)

    def _label(self, labels: dict[str, str], otherwise: str) -> str:
        return labels.get(self._language, otherwise)

    def _head(self) -> Iterator[str]:
        card, record = self._scorecard.card, self._record
        yield f"{self._label(card.titles, card.id)} {card.version}"
        yield self._words["about"].format(subject=record.subject, as_of=record.as_of_date)
        chosen = [
            f"{self._renderer.name(setting.id)} = {self._renderer.choice(setting.id, record.settings[setting.id])}"
            if setting.id in record.settings
            else self._words["setting_open"].format(name=self._renderer.name(setting.id))
            for setting in self._scorecard.settings
        ]
        if chosen:
            yield self._words["settings"].format(settings="; ".join(chosen))

    def _conclusion(self) -> Iterator[str]:
        conclusion = self._record.conclusion
        yield ""
        yield self._words["kinds"][conclusion.kind.value]
        yield from self._grade_lines(conclusion)
        if conclusion.score is not None:
            maximum = sum((section.maximum for section in self._scorecard.sections), Fraction(0))
            yield self._words["score"].format(score=self._figure(conclusion.score), maximum=self._points(maximum))
        declared = self._record.declared_conclusion
        if declared is not None and declared.score is not None:
            grade = self._renderer.grade(declared.grade) if declared.grade else self._possible(declared)
            yield self._words["declared"].format(grade=grade, score=self._figure(declared.score))

    def _grade_lines(self, conclusion: Conclusion) -> Iterator[str]:
        if not conclusion.grades:
            return
        if conclusion.grade is not None:
            stars = self._stars(conclusion.grade)
            grade = self._words["grade_certain"].format(grade=self._renderer.grade(conclusion.grade))
            yield f"{stars}  {grade}" if stars else grade
        else:
            yield self._words["grade_open"].format(grades=self._possible(conclusion))

    def _possible(self, conclusion: Conclusion) -> str:
        return ", ".join(
            f"{self._renderer.grade(answer.grade)} ({self._words['possibility'][answer.possibility.value]})"
            for answer in conclusion.grades
            if answer.possibility is not Possibility.EXCLUDED
        )

    def _stars(self, grade: str) -> str:
        ladder = self._scorecard.ladder
        grades = [choice.id for choice in ladder.grades] if ladder else []
        if not grades or not all(name.isdigit() for name in grades):
            return ""
        most = max(map(int, grades))
        reached = 0 if grade == NO_GRADE else int(grade)
        return "★" * reached + "☆" * (most - reached)

    def _sections(self) -> Iterator[str]:
        width = max((self._width(self._section_name(item.id)) for item in self._record.sections), default=0)
        for section in self._record.sections:
            maximum = parse_exact(section.maximum_points)
            low = parse_exact(section.score.exact.low or "0")
            high = parse_exact(section.score.exact.high or section.maximum_points)
            filled = int(low / maximum * _BAR) if maximum else 0
            perhaps = int(high / maximum * _BAR) - filled if maximum else 0
            bar = "█" * filled + "▒" * perhaps + "░" * (_BAR - filled - perhaps)
            name = self._section_name(section.id)
            padding = " " * (width - self._width(name))
            yield f"{name}{padding}  {bar}  {self._figure(section.score)} / {self._points(maximum)}"

    def _section_name(self, name: str) -> str:
        section = next(item for item in self._scorecard.sections if item.id == name)
        return f"{name} {self._label(section.labels, '')}".rstrip()

    @staticmethod
    def _width(text: str) -> int:
        return max(wcswidth(text), 0)

    def _gates(self) -> Iterator[str]:
        gates = {gate.id: gate for gate in self._scorecard.gates}
        marks = {Outcome.MET: "✓", Outcome.NOT_MET: "✗", Outcome.UNDETERMINED: "?", Outcome.NOT_APPLICABLE: "–"}
        for result in self._record.criteria:
            if result.id in gates:
                name = self._label(gates[result.id].labels, result.id)
                yield f"{marks[result.outcome]} {result.id} {name}: {self._words['outcomes'][result.outcome.value]}"
                if result.outcome is Outcome.NOT_MET:
                    yield from (f"    {line}" for line in self._failing(self._payloads[f"gates/{result.id}"]))

    def _failing(self, payload: dict[str, Any]) -> Iterator[str]:
        for clause in payload["clauses"]:
            if clause["outcome"] == Outcome.NOT_MET.value:
                yield clause["sentence"][self._language]

    def _lost(self) -> Iterator[str]:
        seen: set[str] = set()
        for reason in self._record.reasons:
            if reason.points_lost is None or reason.criterion in seen:
                continue
            seen.add(reason.criterion)
            sentence = self._payloads[f"indicators/{reason.criterion}"]["sentence"][self._language]
            lost = self._words["lost_row"].format(points=self._loss(reason.points_lost))
            line = f"{lost:>8}  {sentence}"
            if reason.distance is not None and reason.next_band:
                line += "; " + self._words["next_band"].format(distance=self._figure(reason.distance, exact=True))
            yield line

    def _loss(self, bounds: Bounds) -> str:
        if bounds.low == bounds.high and bounds.high is not None:
            return self._points(parse_exact(bounds.high))
        most = self._points(parse_exact(bounds.high or "0"))
        return str(self._words["up_to"].format(points=most))

    def _findings(self) -> Iterator[str]:
        rules = {rule.id: rule for rule in self._scorecard.findings}
        for finding in self._record.findings:
            severity = self._words["severity"][finding.severity]
            open_ = f" ({self._words['finding_open']})" if finding.outcome is not Outcome.MET else ""
            yield f"{finding.id}{open_}: {severity}: {self._label(rules[finding.id].labels, finding.id)}"

    def _missing(self) -> Iterator[str]:
        missing = self._record.open_facts
        for fact in missing[:_SHOWN]:
            name = self._renderer.name(fact.id) if "[" not in fact.id else fact.id
            yield self._words["missing_row"].format(
                name=name, reason=self._words["unknown"][fact.reason.value], criteria=", ".join(fact.criteria)
            )
        if len(missing) > _SHOWN:
            yield self._words["and_more"].format(count=len(missing) - _SHOWN)

    def _way_up(self) -> Iterator[str]:
        """Say what the rows of the next better grade still ask."""
        grade = self._record.conclusion.grade
        ladder = self._scorecard.ladder
        if grade is None or ladder is None:
            return
        grades = [choice.id for choice in ladder.grades]
        place = grades.index(grade) if grade in grades else len(grades)
        if place == 0:
            return
        wanted = grades[place - 1]
        ways = [
            list(self._lacking(self._payloads[f"ladder/{index + 1}"], index))
            for index, row in enumerate(ladder.rows)
            if row.grade == wanted and not self._other_setting(index)
        ]
        title = self._words["way"].format(grade=self._renderer.grade(wanted))
        yield ""
        yield title
        if len(ways) > 1:
            yield f"  {self._words['way_several']}"
        for way in ways:
            yield from (f"  {'  ' if place else '- '}{line}" for place, line in enumerate(way))

    def _other_setting(self, index: int) -> bool:
        """Say whether a ladder row belongs to a choice of a setting that was not made."""
        ladder = self._scorecard.ladder
        settings = {setting.id for setting in self._scorecard.settings}
        clauses = self._payloads[f"ladder/{index + 1}"]["clauses"]
        requires = ladder.rows[index].requires if ladder else ()
        return any(
            getattr(clause, "name", "") in settings and shown["outcome"] == Outcome.NOT_MET.value
            for clause, shown in zip(requires, clauses, strict=True)
        )

    def _lacking(self, payload: dict[str, Any], index: int) -> Iterator[str]:
        ladder, score = self._scorecard.ladder, self._record.conclusion.score
        if ladder is not None and score is not None and score.exact.high is not None:
            row, high = ladder.rows[index], parse_exact(score.exact.high)
            too_low = (row.more_than is not None and high <= row.more_than) or (
                row.at_least is not None and high < row.at_least
            )
            if too_low:
                bound = row.more_than if row.more_than is not None else row.at_least
                words = self._words["way_more_than" if row.more_than is not None else "way_at_least"]
                yield words.format(score=self._figure(score), bound=self._points(bound or Fraction(0)))
        for clause in payload["clauses"]:
            if clause["outcome"] != Outcome.MET.value:
                yield clause["sentence"][self._language]

    def _alternatives(self) -> Iterator[str]:
        for alternative in self._record.setting_alternatives:
            settings = ", ".join(
                f"{self._renderer.name(name)} = {self._renderer.choice(name, choice)}"
                for name, choice in alternative.settings.items()
            )
            concluded = alternative.conclusion
            grade = self._renderer.grade(concluded.grade) if concluded.grade else self._possible(concluded)
            yield f"{settings}: {grade}"

    def _results(self) -> Iterator[str]:
        results = {result.id: result for result in self._scorecard.results}
        for named in self._record.results:
            yield f"{self._label(results[named.id].labels, named.id)}: {self._figure(named.figure)}"

    def _standing(self) -> Iterator[str]:
        standing = self._record.standing
        yield self._words["certainty"].format(certainty=self._words["certainty_words"][standing.certainty])
        bases = {basis.id: basis for basis in self._scorecard.bases}
        for name in standing.weakest_bases:
            basis = bases[name]
            note = self._label(basis.note, "")
            yield f"- {basis.instrument}, {basis.clause}" + (f": {note}" if note else "")
        for words in self._scorecard.card.not_assessed:
            yield self._words["not_assessed"].format(text=self._label(words, ""))

    def _proof(self) -> Iterator[str]:
        record = self._record
        yield self._words["digest"].format(
            digest=record.trail_digest, steps=len(record.steps), rules=record.rule_digest
        )
        yield self._words["verify"]

    def _points(self, value: Fraction) -> str:
        rounding = self._scorecard.card.rounding
        return format_places(round_to(value, rounding.places, rounding.mode), rounding.places)

    def _figure(self, figure: Figure, *, exact: bool = False) -> str:
        """Write a figure rounded as the card says, or exactly where rounding could hide a distance."""
        shown = figure.exact if exact or figure.rounded is None else figure.rounded
        points = figure.unit == "point" and not exact
        unit = "" if figure.unit in ("", "point") else f" {figure.unit}"
        low = "-∞" if shown.low is None else self._points(parse_exact(shown.low)) if points else shown.low
        high = "∞" if shown.high is None else self._points(parse_exact(shown.high)) if points else shown.high
        return f"{low}{unit}" if low == high else f"{low} … {high}{unit}"
