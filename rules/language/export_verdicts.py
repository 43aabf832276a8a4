"""What stands in the tables of verdict rules, remedies and dates looked up when they are written from the model?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

    from rules.language.export_rows import Cells
    from rules.language.render import Renderer
    from rules.model.expressions import DateExpression
    from rules.model.scorecard import DateLookup, VerdictRule


class VerdictRows:
    """Writes rows of tables in one language."""

    def __init__(self, renderer: Renderer) -> None:
        self.render = renderer
        self.words = renderer.words

    def _listed(self, items: Iterable[str]) -> str:
        return self.words.separator.join(items)

    def governing(self) -> Cells:
        """Write what governs the rules, and what holds otherwise."""
        verdicts = self.render.scorecard.verdicts
        if verdicts is None:
            return {"fact": "", "verdict": "", "bases": ""}
        return {
            "fact": self.render.name(verdicts.governed_by),
            "verdict": self.render.verdict(verdicts.otherwise),
            "bases": self._listed(verdicts.otherwise_basis),
        }

    def rule(self, rule: VerdictRule) -> list[Cells]:
        """Write the rows of a rule; everything but its conditions stands in the first."""
        head = {
            "label": rule.labels.get(self.render.language, ""),
            "verdict": self.render.verdict(rule.verdict),
            "severity": self.words.words["severities"].write(rule.severity),
            "first": self._day(rule.first),
            "last": self._day(rule.last),
            "warn_from": self._day(rule.warn_from),
            "basis": self._listed(rule.basis),
        }
        return [
            {"rule": rule.id, "when": self.render.condition(row.when), **(head if place == 0 else {})}
            for place, row in enumerate(rule.rows)
        ]

    def _day(self, day: DateExpression | None) -> str:
        return "" if day is None else self.render.date(day)

    def remedies(self, ids: Iterable[str]) -> list[Cells]:
        """Write what may be said instead, for those rules for which the language says it."""
        rules, language = self.render.names.rules, self.render.language
        return [{"rule": id, "words": rules[id].remedy[language]} for id in ids if rules[id].remedy.get(language)]

    def dates(self, lookup: DateLookup) -> Sequence[Sequence[str]]:
        """Write the table of dates looked up, with its heading."""
        columns, values = self.words.columns["date_lookup"], self.words.words["values"]

        def written(value: DateExpression | Literal["never"]) -> str:
            return values.write("never") if value == "never" else self.render.date(value)

        rows = [[*(self.render.name(name) for name in lookup.by), columns.write("date"), columns.write("basis")]]
        for row in lookup.rows:
            keys = [self.render.choice(name, key) for name, key in zip(lookup.by, row.keys, strict=True)]
            rows.append([*keys, written(row.value), self._listed(row.basis)])
        if lookup.otherwise is not None:
            fallback = values.write("otherwise")
            rows.append(
                [*(fallback for _ in lookup.by), written(lookup.otherwise), self._listed(lookup.otherwise_basis)]
            )
        return rows
