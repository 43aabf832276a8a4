"""What stands behind the operator of a clause: a number or name, choices, dates?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.units import unit
from rules.language.counted import warn_of_fractions
from rules.language.dates import Dates, type_word
from rules.language.refusals import refuse
from rules.language.spreadsheets import refuse_number_word
from rules.model.expressions import (
    TOTAL_SCORE,
    ChoiceClause,
    DateClause,
    DateOperator,
    DateWithin,
    IncludesClause,
    IncludesNoneClause,
    NameReference,
    NumberBetween,
    NumberClause,
    NumberLiteral,
    NumberOperator,
)
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.draft import Draft
    from rules.language.names import Named, Registry, Scope
    from rules.language.text import Text
    from rules.model.expressions import Clause

NUMBERS = tuple(operator.value for operator in NumberOperator)


@dataclass(frozen=True, slots=True)
class Operands:
    """Reads the value of a clause as the type of its name wants it."""

    draft: Draft
    scope: Scope
    about_criteria: bool = False

    def clause(self, named: Named, name: Text, key: str, slots: Mapping[str, Text]) -> Clause | None:
        """Read the clause that has this operator."""
        match named.type:
            case _ if not slots:
                return ChoiceClause(name=named.id, values=("yes" if key == "holds" else "no",))
            case FactType.NUMBER if key == "between":
                return self._between(named, name, slots)
            case FactType.NUMBER:
                return self._number(named, name, key, slots["value"])
            case FactType.CHOICES:
                values = self.choices(slots["values"], named, name.text)
                kind = IncludesClause if key == "includes" else IncludesNoneClause
                return None if values is None else kind(name=named.id, values=values)
            case FactType.DATE:
                return self._date(named, key, slots)
            case _:
                listed = "values" in slots
                if not listed and self._refuse_several(named, name, key, slots["value"]):
                    return None
                values = self.choices(slots["values" if listed else "value"], named, name.text, several=listed)
                negated = key in ("is_not", "none_of")
                return None if values is None else ChoiceClause(name=named.id, values=values, negated=negated)

    def _number(self, named: Named, name: Text, key: str, value: Text) -> NumberClause | None:
        other = self.scope.find(value.text)
        operand: NumberLiteral | NameReference | None
        if other is not None:
            operand = self._reference(named, name, other, value)
        elif value.text[:1].isdigit() or value.text[:1] in "-.":
            operand = self._literal(named, name, value)
        elif refuse(value, self.draft.words, self.draft.report):
            operand = None
        elif self.draft.cells.marks.plain(value).text[:1].isdigit():
            operand = self._literal(named, name, value)
        elif refuse_number_word(value, named.unit, self.draft.words, self.draft.report):
            operand = None
        else:
            Dates(self.draft.cells, self.scope).unknown(value)
            operand = None
        if operand is None:
            return None
        return NumberClause(name=named.id, operator=NumberOperator(key), operand=operand)

    def _literal(self, named: Named, name: Text, value: Text) -> NumberLiteral | None:
        if refuse(value, self.draft.words, self.draft.report) or self._refuse_comma(value):
            return None
        if named.id == TOTAL_SCORE and value.text[-1:].isdigit():
            number = self.draft.cells.number(value)
            return None if number is None else NumberLiteral(value=number, unit=named.unit)
        measure = self.draft.cells.fitting(value, name.text, named.unit)
        if measure is not None:
            warn_of_fractions(named, measure, self.draft.report)
        return None if measure is None else NumberLiteral(value=measure.value, unit=measure.unit)

    def _refuse_comma(self, value: Text) -> bool:
        """Report a comma behind a whole number with its unit, and say if there is one."""
        head, comma, rest = value.text.partition(",")
        number = head.lstrip("-").rstrip()
        begins = number[:1].isdigit() and not rest[:1].isdigit()
        if comma and begins and (number.replace(".", "", 1).isdigit() or self.draft.cells.is_measure(number)):
            self._comma(value)
            return True
        return False

    def _refuse_several(self, named: Named, name: Text, key: str, value: Text) -> bool:
        """Report choices with commas between them where one stands, and say if there are several."""
        parts = self.draft.marks.plain(value).split(",")
        known = named.choices
        if known is None or len(parts) == 1 or any(known.id_of(part.text) is None for part in parts):
            return False
        words = self.draft.words
        listed = words.operators["none_of" if key == "is_not" else "one_of"]
        meant = f"{name.text} {listed.write(values=words.separator.join(part.text for part in parts))}"
        self.draft.report.add("RL010", value, "several", name=name.text, meant=meant)
        return True

    def _comma(self, text: Text) -> None:
        place = text.text.index(",")
        self.draft.report.withdraw("RL001", text.at(place))
        self.draft.report.add("RL010", text.part(place, place + 1), "comma")

    def _reference(self, named: Named, name: Text, other: Named, value: Text) -> NameReference | None:
        words, report = self.draft.words, self.draft.report
        if other.type is not FactType.NUMBER:
            wanted = words.words["types"].write("number")
            kind = type_word(self.draft.cells, other.type)
            report.add("RL016", value, "expected", name=value.text, type=kind, wanted=wanted)
            return None
        if unit(other.unit).dimension != unit(named.unit).dimension:
            shown = words.write_unit(named.unit) or "1", words.write_unit(other.unit) or "1"
            report.add("RL012", value, "names", name=name.text, unit=shown[0], other=value.text, other_unit=shown[1])
            return None
        return NameReference(id=other.id)

    def _between(self, named: Named, name: Text, slots: Mapping[str, Text]) -> NumberBetween | None:
        low, high = (self._literal(named, name, slots[slot]) for slot in ("low", "high"))
        if low is None or high is None:
            return None
        if low.value * unit(low.unit).factor > high.value * unit(high.unit).factor:
            self.draft.report.add("RL022", slots["high"], "order", text=slots["high"].text, other=slots["low"].text)
            return None
        return NumberBetween(name=named.id, low=low, high=high)

    def choices(self, text: Text, named: Named, name: str, *, several: bool = True) -> tuple[str, ...] | None:
        """Read choices (or texts) by their ids or labels; report an unknown one."""
        known = named.choices
        if known is None:
            plain = self.draft.marks.plain(text)
            return tuple(part.text for part in self.draft.cells.items(plain)) if several else (plain.text,)
        if known.find(text.text) is not None:
            return (known.id_of(text.text) or "",)
        values: list[str] = []
        parts = self.draft.cells.items(text) if several else (text,)
        for part in parts:
            id = known.id_of(part.text)
            if id is not None:
                values.append(id)
            elif not several and known.id_of(part.text.partition(",")[0].rstrip()) is not None:
                self._comma(part)
            elif several and self._refuse_semicolons(part, known):
                continue
            elif not refuse(part, self.draft.words, self.draft.report):
                shown = self.draft.words.separator.join(known.labels.get(one, one) for one in known.items)
                self.draft.report.add_unknown("RL017", part, known.words, value=part.text, name=name, choices=shown)
        return tuple(dict.fromkeys(values)) if len(values) == len(parts) and values else None

    def _refuse_semicolons(self, text: Text, known: Registry[str]) -> bool:
        """Report choices of a list with semicolons between them, and say if they are."""
        parts = text.split(";")
        if len(parts) == 1 or any(known.id_of(part.text) is None for part in parts):
            return False
        meant = self.draft.words.separator.join(part.text for part in parts)
        self.draft.report.add("RL017", text, "semicolon", meant=meant)
        return True

    def _date(self, named: Named, key: str, slots: Mapping[str, Text]) -> DateClause | DateWithin | None:
        dates = Dates(self.draft.cells, self.scope)
        if key in ("within", "within_span"):
            within = key == "within"
            ends = dates.within(slots["period"]) if within else dates.span_before(slots["date"], slots["span"])
            return None if ends is None else DateWithin(name=named.id, edge=named.edge, first=ends[0], last=ends[1])
        operand = dates.expression(slots["date"])
        if operand is None:
            return None
        return DateClause(name=named.id, edge=named.edge, operator=DateOperator(key), operand=operand)
