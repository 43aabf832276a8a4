"""Which steps tell what each indicator earned, what sections and the whole come to, and which grades follow?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.canonical import Json, already, inside_quotes, written_bytes
from rules.contracts.intervals import Interval
from rules.trail.figures import bounds_json, bounds_text
from rules.trail.forms import POINTS
from rules.trail.rule_sentences import indicator_sentence, is_usual, ladder_sentence
from rules.trail.sentences import gap
from rules.trail.stories import STORIES
from rules.trail.walk_stages import STAGE_STEP

if TYPE_CHECKING:
    from rules.engine.earned import Earned
    from rules.engine.score import SectionScore
    from rules.model.expressions import Condition
    from rules.model.scorecard import Indicator, LadderRow, Section
    from rules.trail.sentences import Speaker
    from rules.trail.step_writer import StepWriter


class PointSteps:
    """Records the steps of points; `points` are those that each indicator counts, as they stand in the record."""

    def __init__(self, writer: StepWriter) -> None:
        """Record with this writer."""
        self._writer = writer
        self.points: dict[str, dict[str, Json]] = {}

    def indicator(self, indicator: Indicator) -> None:
        """Record what an indicator earned: as it was prepared for the card, or written anew."""
        earned = self._writer.inference.score.earned[indicator.id]
        parts = self._writer.prepared.parts.get(indicator.id)
        told = f"[{','.join(map(self._part, parts))}]" if parts else ""
        prepared = self._writer.prepared.earned(indicator, earned)
        if prepared is None:
            self.points[indicator.id] = bounds_json(earned.counted)
            payload = self._earned_anew(indicator, earned, told)
        else:
            self.points[indicator.id] = prepared.points
            counted = f'"parts":{told},' if parts else ""
            payload = f"{prepared.head}{counted}{prepared.form.fill(self._writer.told)}"
        step = f"indicators/{indicator.id}"
        self._writer.add(step, "indicator", payload, lambda: self._writer.engine.dependencies.of((indicator.id,)))

    def _part(self, part: tuple[str, Condition]) -> str:
        """Write one part of a count, of which the rule that concludes it is known."""
        rule, condition = part
        return f'{{"clauses":{self._writer.clauses(condition)},"outcome":"{self._writer.inference.first[rule]}"}}'

    def _earned_anew(self, indicator: Indicator, earned: Earned, parts: str) -> str:
        """Write what an indicator earned in this evaluation alone."""
        if is_usual(indicator, earned):
            for language, speaker in self._writer.speakers.items():
                self._writer.told[language, POINTS, None] = inside_quotes(speaker.span(earned.counted, ""))
            sentence = already(
                self._writer.form(
                    (POINTS, indicator.id),
                    lambda speaker: indicator_sentence(indicator, earned, speaker, gap(POINTS)),
                )
            )
        else:
            sentence = self._writer.say(lambda speaker: indicator_sentence(indicator, earned, speaker))
        payload: dict[str, Json] = {
            **STORIES[indicator.scale.kind].members(earned),
            "outcome": self._writer.engine.indicator_outcome(indicator.id, self._writer.inference),
            "points": already(bounds_text(earned.counted)),
            "sentence": sentence,
        }
        if indicator.applies:
            payload["applies"] = self._writer.clauses_json(indicator.applies)
        if indicator.must:
            payload["must"] = self._writer.clauses_json(indicator.must)
        if parts:
            payload["parts"] = already(parts)
        if earned.rows:
            payload["rows"] = earned.rows
        return written_bytes(payload).decode()

    def sections(self) -> None:
        """Record the points of each section, then the score."""
        for section in self._writer.scorecard.sections:
            scored = self._writer.inference.score.sections[section.id]

            def write(speaker: Speaker, section: Section = section, scored: SectionScore = scored) -> str:
                return speaker.templates["section"].format(
                    name=section.labels.get(speaker.language, section.id),
                    points=speaker.span(scored.points, ""),
                    maximum=speaker.span(Interval(scored.maximum, scored.maximum), ""),
                )

            def members(section: Section = section) -> tuple[str, ...]:
                inside = (item.id for item in self._writer.scorecard.indicators if item.section == section.id)
                return tuple(f"indicators/{name}" for name in inside)

            payload: dict[str, Json] = {"points": bounds_json(scored.points), "sentence": self._writer.say(write)}
            self._writer.add_above(f"sections/{section.id}", "section", payload, members)
        total = self._writer.inference.total
        said = self._writer.say(lambda speaker: speaker.templates["total"].format(points=speaker.span(total, "")))
        staged = (STAGE_STEP,) if self._writer.inference.stages else ()
        references = (*(f"sections/{section.id}" for section in self._writer.scorecard.sections), *staged)
        payload = {"points": bounds_json(total), "sentence": said}
        self._writer.write("score", "score", payload, references=references)

    def ladder_row(self, index: int, row: LadderRow) -> None:
        """Record whether a row of the ladder holds."""
        step = f"ladder/{index + 1}"
        payload: dict[str, Json] = {
            "grade": row.grade,
            "outcome": self._writer.inference.second[f"ladder:{index}"].value,
            "sentence": already(self._writer.form(step, lambda speaker: ladder_sentence(row, speaker))),
            "clauses": self._writer.clauses_json(row.requires),
        }
        self._writer.add_above(step, "ladder_row", payload, lambda: ("score",))
