"""Changes, costs and conditions of measures in plain words, in one language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    DeclaredFact,
    format_exact,
    format_for_display,
    join_items,
    parse_exact,
    parse_plurals,
    read_toml,
    typeset,
)
from service.output.mapping.requests import INPUTS
from service.output.report.formatters import CardFormatter
from touchstone.v1 import fact_pb2, plan_pb2

if TYPE_CHECKING:
    from rules.model import Scorecard

_PLACES = 2


def group_thousands(number: str) -> str:
    """Add separators between the thousands of a formatted number."""
    whole, point, decimals = number.partition(".")
    return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", whole) + point + decimals


def number_text(number: str) -> str:
    """Return an exact number in the form for display, with thousands separators."""
    return group_thousands(format_for_display(parse_exact(number), _PLACES))


def cost_text(cost: plan_pb2.CostRange, currency: str) -> str:
    """Return a cost, as an interval if it is not known exactly."""
    least, most = cost.least or "0", cost.most or cost.least or "0"
    shown = number_text(most) if least == most else f"{number_text(least)} … {number_text(most)}"
    return f"{shown} {currency}".strip()


@cache
def words(language: str) -> dict[str, Any]:
    """Return the texts of reports in a language."""
    texts: dict[str, Any] = parse_plurals(read_toml("service.planning", "report_words.toml")[language])
    return texts


class MeasureTexts:
    """Changes and conditions of measures, in plain words."""

    def __init__(self, card: Scorecard, measures: plan_pb2.MeasureList, language: str) -> None:
        self._language, self._words = language, words(language)
        self._names = {measure.id: measure.name or measure.id for measure in measures.measures}
        self._renderer = CardFormatter(card, language).renderer
        self._currency = measures.currency
        self._units = {fact.id: fact.unit for fact in card.facts}

    def changes(self, measure: plan_pb2.Measure) -> str:
        return join_items(map(self.change, measure.effects), self._language)

    def change(self, effect: plan_pb2.FactEffect) -> str:
        match effect.WhichOneof("effect"):
            case "added" if effect.added.WhichOneof("kind") == "records":
                return self._text("add_records", effect, count=len(effect.added.records.values))
            case "value" | "added" as kind:
                key = "set" if kind == "value" else "add"
                return self._text(key, effect, value=self._value(effect, kind))
            case "amount":
                unit = effect.unit or self._units.get(effect.fact_id, "")
                amount = self._renderer.words.write_number(group_thousands(effect.amount.removeprefix("-")), unit)
                return self._text("lower" if effect.amount.startswith("-") else "raise", effect, amount=amount)
            case "share":
                key = "lower_share" if effect.share.startswith("-") else "raise_share"
                return self._text(key, effect, amount=effect.share.removeprefix("-"))
            case _:
                return self._text("document", effect)

    def changes_at(self, measure: plan_pb2.Measure, level: str) -> str:
        """Return the changes at a level of a measure with a range."""
        factor, scaled = parse_exact(level), plan_pb2.Measure()
        scaled.CopyFrom(measure)
        for effect in scaled.effects:
            kind = effect.WhichOneof("effect")
            if kind in ("amount", "share"):
                setattr(effect, kind, format_exact(parse_exact(getattr(effect, kind)) * factor))
        return self.changes(scaled)

    def conditions(self, measure: plan_pb2.Measure) -> str:
        """Return the measures that a measure requires or excludes, its group and its levels."""
        parts = [
            self._words[key].format(measures=join_items((self._names.get(id, id) for id in ids), self._language))
            for key, ids in (("requires", measure.requires), ("excludes", measure.excludes))
            if ids
        ]
        if measure.group:
            parts.append(self._words["group"].format(group=measure.group))
        if measure.HasField("range"):
            levels = measure.range
            least, step = levels.least or "0", levels.step or "1"
            parts.append(self._words["range"].format(least=least, most=levels.most, step=step))
            parts += [
                self._words[key].format(cost=cost_text(cost, self._currency))
                for key, cost in (("level_once", levels.cost_once), ("level_per_year", levels.cost_per_year))
                if any(amount.strip("0.") for amount in (cost.least, cost.most))
            ]
        return typeset("; ".join(parts), self._language)

    def _text(self, key: str, effect: plan_pb2.FactEffect, **slots: object) -> str:
        name = self._renderer.name(effect.fact_id)
        return typeset(str(self._words[key].format(fact=name, **slots)), self._language)

    def _value(self, effect: plan_pb2.FactEffect, kind: str) -> str:
        message = getattr(effect, kind)
        if message.WhichOneof("kind") == "records":
            return str(self._words["records"].format(count=len(message.records.values)))
        value = INPUTS.read(DeclaredFact, fact_pb2.Fact(fact_id=effect.fact_id, value=message)).value
        return "" if value is None else self._renderer.value(effect.fact_id, value)
