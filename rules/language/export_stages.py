"""What stands in the tables of stages, tracks and maturity when they are written from the model?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.model.maturity import MaturityAspect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction

    from rules.language.export_rows import Cells
    from rules.language.render import Renderer
    from rules.model.expressions import Condition
    from rules.model.maturity import MaturityScale


class StageRows:
    """Writes rows of tables in one language."""

    def __init__(self, renderer: Renderer) -> None:
        self.render = renderer
        self.words = renderer.words

    def _own(self, texts: Mapping[str, str]) -> str:
        return texts.get(self.render.language, "")

    def _listed(self, items: Iterable[str]) -> str:
        return self.words.separator.join(items)

    def rows(self, production: str) -> list[Cells]:
        """Write the rows of the one sentence of its kind."""
        match production:
            case "stages":
                return list(self._stages())
            case "levels":
                return self._levels()
            case _:
                return self._rules()

    def _stages(self) -> Iterable[Cells]:
        """Write every row; label, sections and maximum stand in the first row of each stage."""
        stages = self.render.scorecard.stages
        if stages is None:
            return
        described = {one.id: one for one in stages.stages}
        for row in stages.rows:
            stage = described.pop(row.stage, None)
            head: Cells = {}
            if stage is not None:
                nothing = self.words.words["values"].write("none")
                head = {
                    "label": self._own(stage.labels),
                    "counts": self._listed(stage.sections) or nothing,
                    "maximum": format_exact(stage.maximum),
                }
            when = self.render.condition(row.when)
            yield {"stage": row.stage, **head, "when": when, "basis": self._listed(row.basis)}

    def _levels(self) -> list[Cells]:
        maturity = self.render.scorecard.maturity
        return [
            {
                "level": level.id,
                "label": self._own(level.labels),
                "at_least": format_exact(level.at_least),
                "at_most": format_exact(level.at_most),
                **{str(aspect): self._own(level.descriptions.get(aspect, {})) for aspect in MaturityAspect},
            }
            for level in (maturity.levels if maturity is not None else ())
        ]

    def _rules(self) -> list[Cells]:
        maturity = self.render.scorecard.maturity
        if maturity is None:
            return []
        readings, reaches = self.words.words["level_readings"], self.words.words["reaches"]
        level = [self._rule("level", readings.write(one.reading), one.basis, one.when) for one in maturity.level_rows]
        aspect = [
            self._rule("aspect", reaches.write(one.operator), one.basis, one.when) for one in maturity.aspect_rows
        ]
        trend = [self._rule("trend", self._percent(one.at_least), one.basis, one.when) for one in maturity.trend_rows]
        rises = [self._rule("rises", self._percent(one.above), one.basis, one.when) for one in maturity.rise_rows]
        rise = self._rule("rise", self._percent(maturity.rise), maturity.basis)
        needed = self._rule("needed", str(maturity.needed), maturity.basis)
        return [*level, *aspect, rise, needed, *trend, *rises]

    def _rule(self, key: str, value: str, basis: Iterable[str], when: Condition = ()) -> Cells:
        rule = self.words.words["maturity_rules"].write(key)
        return {"rule": rule, "value": value, "when": self.render.condition(when), "basis": self._listed(basis)}

    def _percent(self, value: Fraction) -> str:
        return self.words.write_number(format_exact(value), "%")

    def scale(self, scale: MaturityScale) -> list[Cells]:
        """Write which fact holds the rating of each aspect."""
        rated = {aspect: getattr(scale, aspect) for aspect in MaturityAspect}
        words = self.words.words["aspects"]
        return [
            {"aspect": words.write(aspect), "fact": self.render.name(fact)}
            for aspect, fact in rated.items()
            if fact is not None
        ]

    def tracks(self) -> Cells:
        """Write what forms the tracks, and the bases."""
        tracks = self.render.scorecard.tracks
        if tracks is None:
            return {"names": "", "bases": ""}
        names = self._listed(self.render.name(name) for name in tracks.by)
        return {"names": names, "bases": self._listed(tracks.basis)}
