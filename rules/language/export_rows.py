"""What stands in the table of each definition sentence when it is written from the model?

Cells are keyed by the columns of the lexicon; blank ones are left out of a table later, unless somebody must fill them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.inputs import Assurance
from rules.contracts.numbers import format_exact
from rules.language.render_lookups import lookup_rows
from rules.language.render_steps import record_rows
from rules.model.scorecard import (
    BandScale,
    ChoiceScale,
    CountScale,
    DateLookup,
    FactType,
    FormulaQuantity,
    LineScale,
    SumQuantity,
    TableQuantity,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from rules.language.render import Renderer
    from rules.model.scorecard import (
        Band,
        Basis,
        Choice,
        FactDefinition,
        FindingRule,
        Gate,
        Indicator,
        LadderRow,
        LookupQuantity,
        Quantity,
        Result,
        Rounding,
        Section,
        Setting,
        TableReference,
    )

Cells = dict[str, str]
"""The cells of one row by the keys of their columns."""


@dataclass(frozen=True, slots=True)
class Written:
    """What fills a definition sentence: its slots, and the rows of its table; None if it has no table."""

    slots: Mapping[str, str]
    rows: Sequence[Cells] | None = None


def _number(value: Fraction | None) -> str:
    return "" if value is None else format_exact(value)


class Rows:
    """Writes rows of tables in one language."""

    def __init__(self, renderer: Renderer) -> None:
        self.render = renderer
        self.words = renderer.words

    def own(self, texts: Mapping[str, str]) -> str:
        """Give a text in the language written, or nothing."""
        return texts.get(self.render.language, "")

    def listed(self, items: Iterable[str]) -> str:
        """Join the items of a list."""
        return self.words.separator.join(items)

    def rounding(self, rounding: Rounding) -> str:
        """Write decimal places and mode."""
        mode = self.words.words["roundings"].write(rounding.mode)
        return self.words.forms["rounding"].write(mode=mode, places=str(rounding.places))

    def card(self) -> list[Cells]:
        """Write the card table."""
        card, words = self.render.scorecard.card, self.words.words
        rows = {
            "id": card.id,
            "version": card.version,
            "supersedes": card.supersedes or "",
            "title": self.own(card.titles),
            "subject": card.subject_kind,
            "attestation": words["attestations"].write(card.attestation),
            "time_zone": card.time_zone,
            "first_date": card.first_date.isoformat(),
            "last_date": card.last_date.isoformat() if card.last_date else "",
            "rounding": self.rounding(card.rounding),
            "compare": words["comparisons"].write("rounded") if card.compare_rounded else "",
            "not_applicable": words["policies"].write(card.not_applicable),
        }
        stated = [(key, text) for key, text in rows.items() if text]
        stated += [("not_assessed", self.own(texts)) for texts in card.not_assessed if self.own(texts)]
        return [{"field": words["card"].write(key), "value": text} for key, text in stated]

    def basis(self, basis: Basis) -> Cells:
        """Write the row of a basis."""
        return {
            "basis": basis.id,
            "instrument": basis.instrument,
            "clause": basis.clause,
            "certainty": self.words.words["certainties"].write(basis.certainty),
            "note": self.own(basis.note),
        }

    def setting(self, setting: Setting) -> Cells:
        """Write the row of a setting."""
        return {
            "setting": setting.id,
            "label": self.own(setting.labels),
            "choices": self.listed(choice.id for choice in setting.choices),
            "default": setting.default or "",
            "meaning": self.own(setting.meaning),
        }

    def choice(self, choice: Choice, key: str = "value") -> Cells:
        """Write the row that gives a choice or grade its words."""
        return {key: choice.id, "words": self.own(choice.labels)}

    def fact(self, fact: FactDefinition, key: str) -> Cells:
        """Write the row of a fact, or of a field of records."""
        words = self.words.words
        return {
            key: fact.id,
            "label": self.own(fact.labels),
            "type": self._type(fact),
            "unit": self.words.write_unit(fact.unit),
            "choices": "" if fact.type is FactType.FLAG else self.listed(choice.id for choice in fact.choices),
            "at_least": _number(fact.at_least),
            "at_most": _number(fact.at_most),
            "multiple_of": _number(fact.multiple_of),
            "step": _number(fact.step),
            "evidence": self.listed(fact.evidence),
            "assurance": "" if fact.assurance is Assurance.NONE else words["assurances"].write(fact.assurance),
            "maximum_age": ""
            if fact.maximum_age_months is None
            else self.words.write_number(str(fact.maximum_age_months), "month"),
            "may_not_apply": words["answers"].write("yes") if fact.may_not_apply else "",
        }

    def _type(self, fact: FactDefinition) -> str:
        if fact.type is not FactType.RECORDS:
            return self.words.words["types"].write(fact.type)
        record = next(one for one in self.render.scorecard.records if one.id == fact.record)
        return self.words.forms["list_of"].write(record=self.render.record(record))

    def case_records(self, fact: str) -> list[list[str]]:
        """Write the records of the reference case with their heading."""
        value = next(one.value for one in self.render.scorecard.reference_case if one.fact == fact)
        return record_rows(fact, value, self.render)

    def quantity(self, quantity: Quantity) -> list[Cells]:
        """Write the rows of a formula or sum; label and unit stand in the first."""
        unit = "" if isinstance(quantity, DateLookup) else quantity.unit
        head = {"label": self.own(quantity.labels), "unit": self.words.write_unit(unit)}
        rows: list[Cells] = []
        match quantity:
            case FormulaQuantity(rows=formulas, list=owner):
                rows = [
                    {
                        "formula": self.render.formula(row.formula, owner),
                        "when": self.render.condition(row.when, owner),
                        "when_divided_by_zero": self._otherwise(row.when_divided_by_zero, unit),
                        "basis": self.listed(row.basis),
                    }
                    for row in formulas
                ]
            case SumQuantity(list=records, of=field, rows=parts):
                rows = [
                    {
                        "of": self.render.name(field, records),
                        "where": self.render.condition(row.where, records),
                        "basis": self.listed(row.basis),
                    }
                    for row in parts
                ]
            case TableQuantity():
                return lookup_rows(quantity, self.render)
            case _:
                pass
        return [{"quantity": quantity.id, **(head if place == 0 else {}), **row} for place, row in enumerate(rows)]

    def table(self, reference: TableReference) -> Cells:
        """Write the row of a reference table."""
        return {
            "table": reference.id,
            "name": reference.name,
            "edition": reference.edition or "",
            "basis": self.listed(reference.basis),
        }

    def _otherwise(self, value: Fraction | None, unit: str) -> str:
        return "" if value is None else self.words.write_number(format_exact(value), unit)

    def lookup(self, quantity: LookupQuantity) -> list[list[str]]:
        """Write the table of a lookup with its heading."""
        columns = self.words.columns["lookup"]
        heading = [*(self.render.name(name) for name in quantity.by), columns.write("value"), columns.write("basis")]
        rows = [heading]
        for row in quantity.rows:
            keys = [self.render.choice(name, key) for name, key in zip(quantity.by, row.keys, strict=True)]
            rows.append([*keys, format_exact(row.value), self.listed(row.basis)])
        if quantity.otherwise is not None:
            fallback = self.words.words["values"].write("otherwise")
            keys = [fallback for _ in quantity.by]
            rows.append([*keys, format_exact(quantity.otherwise), self.listed(quantity.otherwise_basis)])
        return rows

    def gate(self, gate: Gate) -> Cells:
        """Write the row of a gate."""
        return {
            "gate": gate.id,
            "label": self.own(gate.labels),
            "requires": self.render.condition(gate.requires),
            "applies": self.render.condition(gate.applies),
            "basis": self.listed(gate.basis),
        }

    def section(self, section: Section) -> Cells:
        """Write the row of a section."""
        return {"section": section.id, "label": self.own(section.labels), "points": format_exact(section.maximum)}

    def indicator(self, indicator: Indicator) -> Cells:
        """Write the row of an indicator."""
        return {
            "indicator": indicator.id,
            "label": self.own(indicator.labels),
            "section": indicator.section,
            "points": format_exact(indicator.maximum),
            "must": self.render.condition(indicator.must),
            "applies": self.render.condition(indicator.applies),
            "basis": self.listed(indicator.basis),
        }

    def scale(self, indicator: Indicator) -> tuple[str, list[Cells]]:
        """Write the rows of a scale, with the kind of their table; a share has none."""
        match indicator.scale:
            case BandScale(bands=bands):
                return "bands", [{**self._bounds(band), "points": format_exact(band.points)} for band in bands]
            case ChoiceScale(measure=measure, rows=rows):
                return "choice_points", [
                    {"value": self.render.choice(measure, row.value), "points": format_exact(row.points)}
                    for row in rows
                ]
            case LineScale(corners=corners):
                return "line", [{"at": format_exact(one.at), "points": format_exact(one.points)} for one in corners]
            case CountScale(parts=parts):
                return "count", [{"holds": self.render.condition(part)} for part in parts]
            case _:
                return "", []

    def _bounds(self, row: Band | LadderRow) -> Cells:
        return {
            "more_than": _number(row.more_than),
            "at_least": _number(row.at_least),
            "at_most": _number(row.at_most),
            "below": _number(row.below),
        }

    def grade(self, row: LadderRow) -> Cells:
        """Write a row of the ladder."""
        return {
            "grade": row.grade,
            **self._bounds(row),
            "requires": self.render.condition(row.requires),
            "basis": self.listed(row.basis),
        }

    def finding(self, finding: FindingRule) -> Cells:
        """Write the row of a finding."""
        days = finding.close_within_days
        return {
            "finding": finding.id,
            "label": self.own(finding.labels),
            "when": self.render.condition(finding.when),
            "severity": self.words.words["severities"].write(finding.severity),
            "close_within": "" if days is None else self.words.write_number(str(days), "day"),
            "basis": self.listed(finding.basis),
        }

    def result(self, result: Result) -> Cells:
        """Write the row of a result; the mode of its rounding is that of the card."""
        return {
            "result": result.id,
            "label": self.own(result.labels),
            "name": self.render.name(result.name),
            "rounding": self.words.forms["places"].write(places=str(result.rounding.places)),
            "basis": self.listed(result.basis),
        }
