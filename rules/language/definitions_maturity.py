"""How do levels and rules of maturity, and the scales that are reckoned by them, stand in a feature?"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import convert
from rules.language.conditions import read_when, value_scope, when_words
from rules.language.definitions_facts import find_fact
from rules.language.rows import Written, declare, place_of, read_cells, write_cells
from rules.model.expressions import NumberOperator
from rules.model.maturity import (
    AspectRow,
    LevelReading,
    LevelRow,
    Maturity,
    MaturityAspect,
    MaturityLevel,
    MaturityScale,
    RiseRow,
    TrendRow,
)
from rules.model.scale_form import PERCENT
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text

    _ListedRow = LevelRow | AspectRow | TrendRow | RiseRow

_WHOLE = 100
_OTHERS = 3
_LISTS = {"level": "level_rows", "aspect": "aspect_rows", "trend": "trend_rows", "rises": "rise_rows"}
_REQUIRED = ("level", "aspect", "rise", "needed")
_REQUIRED_ASPECTS = (MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION)


@dataclass(slots=True)
class MaturityDraft:
    """What has been read of maturity."""

    levels: list[MaturityLevel] = field(default_factory=list)
    level_rows: list[LevelRow] = field(default_factory=list)
    aspect_rows: list[AspectRow] = field(default_factory=list)
    trend_rows: list[TrendRow] = field(default_factory=list)
    rise_rows: list[RiseRow] = field(default_factory=list)
    rise: Fraction | None = None
    needed: int | None = None
    basis: list[str] = field(default_factory=list)


def read_levels(draft: Draft, definition: Definition) -> None:
    """Read the levels of maturity: spans of ratings, and what each aspect looks like in them."""
    if not draft.first("maturity.levels", definition):
        return
    levels = draft.part(MaturityDraft).levels
    for row in draft.rows(definition):
        if not declare(draft, definition, row, "level"):
            continue
        id = definition.subjects[-1]
        read = read_cells(draft, row, "levels", place_of(definition, id))
        if read is not None:
            said = {key: draft.words_for(cell) for key in MaturityAspect if (cell := row.get(key)) is not None}
            labels = draft.labels(draft.levels, id)
            levels.append(MaturityLevel.model_validate({"id": id, "labels": labels, "descriptions": said, **read}))


def read_maturity_rules(draft: Draft, definition: Definition) -> None:
    """Read the rules that all maturity scales share."""
    if not draft.first("maturity", definition):
        return
    table = draft.table(definition)
    if table is None:
        return
    rules = draft.part(MaturityDraft)
    stated: set[str] = set()
    said = [cell.text for row in table if (cell := row.get("rule")) is not None]
    for row in table:
        rule, value = row.need("rule"), row.need("value")
        key = draft.cells.word(rule, "maturity_rules") if rule else None
        if rule is None or key is None:
            continue
        stated.add(key)
        if key in _LISTS:
            _read_listed(draft, rules, row, key, alone=said.count(rule.text) == 1)
        else:
            _read_single(draft, rules, row, key, value)
    for key in _REQUIRED:
        if key not in stated:
            shown = draft.words.words["maturity_rules"].write(key)
            draft.report.add("RL027", definition.step.sentence, "row", row=shown)


def _read_listed(draft: Draft, rules: MaturityDraft, row: TableRow, key: str, *, alone: bool) -> None:
    """Read one row of several of which the first that holds decides."""
    name, value = _LISTS[key], row.get("value")
    path = f"maturity.{name}[{len(getattr(rules, name))}]"
    draft.put(path, row.cells["rule"])
    when = read_when(draft, row, value_scope(draft), f"{path}.when", alone=alone) or ()
    basis = draft.basis(row, path)
    match key:
        case "level":
            draft.put(f"{path}.reading", value)
            reading = draft.cells.word(value, "level_readings") if value else None
            if reading is not None:
                rules.level_rows.append(LevelRow(reading=LevelReading(reading), when=when, basis=basis))
        case "aspect":
            draft.put(f"{path}.operator", value)
            operator = draft.cells.word(value, "reaches") if value else None
            if operator == NumberOperator.AT_LEAST:
                rules.aspect_rows.append(AspectRow(operator=NumberOperator.AT_LEAST, when=when, basis=basis))
            elif operator is not None:
                rules.aspect_rows.append(AspectRow(operator=NumberOperator.MORE_THAN, when=when, basis=basis))
        case "rises":
            draft.put(f"{path}.above", value)
            percent = _percent(draft, value, row) if value else None
            if percent is not None:
                rules.rise_rows.append(RiseRow(above=percent, when=when, basis=basis))
        case _:
            draft.put(f"{path}.at_least", value)
            percent = _percent(draft, value, row) if value else None
            if percent is not None:
                rules.trend_rows.append(TrendRow(at_least=percent, when=when, basis=basis))


def _read_single(draft: Draft, rules: MaturityDraft, row: TableRow, key: str, value: Text | None) -> None:
    """Read a row that stands once and always holds."""
    path, rule = f"maturity.{key}", row.cells["rule"]
    if path in draft.locations:
        draft.cells.refuse_twice(rule, draft.locations[path])
        return
    draft.put(path, rule)
    when = row.get("when")
    if when is not None:
        draft.report.add("RL016", when, "row", row=rule.text, column=row.names["when"])
    rules.basis += draft.basis(row, path)
    if value is None:
        return
    if key == "rise":
        rules.rise = _percent(draft, value, row)
    else:
        rules.needed = draft.cells.whole(value, low=1, high=_OTHERS)


def _percent(draft: Draft, value: Text, row: TableRow) -> Fraction | None:
    measure = draft.cells.fitting(value, row.cells["rule"].text, PERCENT)
    return None if measure is None else convert(measure.value, measure.unit, PERCENT)


def stated_maturity(draft: Draft) -> Maturity | None:
    """Give the levels and rules that were read, if there are any."""
    rules = draft.part(MaturityDraft)
    if rules.rise is None or rules.needed is None:
        return None
    return Maturity(
        levels=tuple(rules.levels),
        level_rows=tuple(rules.level_rows),
        aspect_rows=tuple(rules.aspect_rows),
        trend_rows=tuple(rules.trend_rows),
        rise_rows=tuple(rules.rise_rows),
        rise=rules.rise,
        needed=rules.needed,
        basis=tuple(dict.fromkeys(rules.basis)),
    )


def read_maturity_scale(
    draft: Draft, definition: Definition, slots: Mapping[str, Text], path: str
) -> MaturityScale | None:
    """Read which fact holds the rating of each aspect."""
    del slots
    table = draft.table(definition)
    if table is None:
        return None
    rated: dict[str, str | None] = {}
    for row in table:
        name, fact = row.need("aspect"), row.need("fact")
        aspect = draft.cells.word(name, "aspects") if name else None
        if name is None or aspect is None:
            continue
        place = f"{path}.{aspect}"
        if aspect in rated:
            draft.cells.refuse_twice(name, draft.locations[place])
            continue
        draft.put(place, fact)
        rated[aspect] = _rating(draft, fact) if fact else None
    words = draft.words.words["aspects"]
    missing = [aspect for aspect in _REQUIRED_ASPECTS if aspect not in rated]
    if MaturityAspect.DISCLOSED not in rated and MaturityAspect.CONTENT not in rated:
        missing.insert(0, MaturityAspect.DISCLOSED)
    for aspect in missing:
        draft.report.add("RL027", definition.step.sentence, "row", row=words.write(aspect))
    if missing or None in rated.values():
        return None
    return MaturityScale.model_validate(rated)


def _rating(draft: Draft, name: Text) -> str | None:
    """Find a fact that can hold a rating: a number in % that lies between 0 and 100."""
    named = find_fact(draft, name)
    if named is None or named.fact is None:
        return None
    low, high = named.fact.at_least, named.fact.at_most
    bounded = low is not None and high is not None and low >= 0 and high <= _WHOLE
    if named.type is FactType.NUMBER and named.unit == PERCENT and bounded:
        return named.id
    if named.id not in draft.report.broken:
        draft.report.add("RL016", name, "rating", name=name.text)
    return None


def refuse_incomplete_maturity(draft: Draft) -> None:
    """Report scales, levels or rules of maturity that stand without the others."""
    scales = [f"indicators[{id}].scale" for id, scale in draft.scales.items() if isinstance(scale, MaturityScale)]
    stated = [path for path in ("maturity.levels", "maturity") if path in draft.locations]
    asking = [*scales, *stated]
    for path, key in (("maturity.levels", "levels"), ("maturity", "maturity_rules")):
        if asking and path not in stated:
            sentence = draft.words.sentences[key].write()
            draft.report.add("RL027", draft.locations[asking[0]], "maturity", sentence=sentence)


def write_levels(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the levels."""
    del place
    maturity = render.scorecard.maturity
    rows: list[Cells] = []
    for level in () if maturity is None else maturity.levels:
        said = {aspect.value: render.own(level.descriptions.get(aspect, {})) for aspect in MaturityAspect}
        rows.append(write_cells(render, level, "levels", said))
    return Written({}, rows)


def write_maturity_rules(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the rules, those that stand once between those of which the first that holds decides."""
    del place
    maturity, words = render.scorecard.maturity, render.words
    if maturity is None:
        return Written({}, [])
    readings, reaches = words.words["level_readings"], words.words["reaches"]

    def rule(key: str, value: str | Fraction, basis: Iterable[str], when: str = "") -> Cells:
        shown = words.write_number(format_exact(value), PERCENT) if isinstance(value, Fraction) else value
        head = {"rule": words.words["maturity_rules"].write(key), "value": shown}
        return {**head, "when": when, "basis": render.listed(basis)}

    def listed(key: str, rows: Sequence[_ListedRow], values: Iterable[str | Fraction]) -> Iterator[Cells]:
        for row, value in zip(rows, values, strict=True):
            yield rule(key, value, row.basis, when_words(render, row.when, alone=len(rows) == 1))

    return Written(
        {},
        [
            *listed("level", maturity.level_rows, (readings.write(one.reading) for one in maturity.level_rows)),
            *listed("aspect", maturity.aspect_rows, (reaches.write(one.operator) for one in maturity.aspect_rows)),
            rule("rise", maturity.rise, maturity.basis),
            rule("needed", str(maturity.needed), maturity.basis),
            *listed("trend", maturity.trend_rows, (one.at_least for one in maturity.trend_rows)),
            *listed("rises", maturity.rise_rows, (one.above for one in maturity.rise_rows)),
        ],
    )


def write_maturity_scale(render: Renderer, place: DefinitionSentence) -> Written:
    """Write which fact holds the rating of each aspect of an indicator."""
    indicator, aspects = render.names.indicators[place.slots["indicator"]], render.words.words["aspects"]
    rated = indicator.scale.ratings.items()
    rows: list[Cells] = [{"aspect": aspects.write(aspect), "fact": render.name(fact)} for aspect, fact in rated]
    return Written({"indicator": indicator.id}, rows)
