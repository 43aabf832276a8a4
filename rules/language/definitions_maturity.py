"""Maturity levels, shared maturity rules and maturity scales: readers and writers."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import convert
from rules.language.conditions import read_when, value_scope, write_when
from rules.language.row_codec import SentenceCells, add_part, declare_row, model_path_of, read_cells
from rules.model.forms import PERCENT
from rules.model.maturity import Maturity, MaturityAspect, MaturityLevel, MaturityScale
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells, Read
    from rules.language.source_text import SourceText
    from rules.language.tables import TableRow
    from rules.model.maturity import AspectRow, LevelRow, RiseRow, TrendRow

_LISTS = {
    "level": ("level_rows", "reading", "level_readings"),
    "aspect": ("aspect_rows", "operator", "reaches"),
    "trend": ("trend_rows", "at_least", ""),
    "rises": ("rise_rows", "above", ""),
}
"""The rules of several rows: where these stand in the model, which field they fill, and the words; a share without."""
_MAX_PERCENT = 100
_MAX_NEEDED_ASPECTS = 3
_REQUIRED = ("level", "aspect", "rise", "needed")
_REQUIRED_ASPECTS = (MaturityAspect.TREND, MaturityAspect.COMPARISON, MaturityAspect.INTEGRATION)


@dataclass(slots=True)
class MaturityDraft:
    """What has been read of maturity."""

    rows: dict[str, list[Read]] = field(default_factory=lambda: {name: [] for name, _, _ in _LISTS.values()})
    rise: Fraction | None = None
    needed: int | None = None
    basis: list[str] = field(default_factory=list)


def read_levels(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the levels of maturity: spans of ratings, and what each aspect looks like in them."""
    if not draft.first("maturity.levels", definition):
        return
    for row in draft.rows(definition):
        if not declare_row(draft, definition, row, "level"):
            continue
        id = definition.subjects[-1]
        read = read_cells(draft, row, "levels", model_path_of(definition, id))
        if read is not None:
            add_part(draft, "levels", id, {"labels": draft.labels(draft.levels, id), **read})


def read_maturity_rules(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the rules that all maturity scales share."""
    if not draft.first("maturity", definition):
        return
    table = draft.table(definition)
    if table is None:
        return
    rules = draft.part(MaturityDraft)
    stated: set[str] = set()
    rule_texts = [cell.text for row in table if (cell := row.get("rule")) is not None]
    for row in table:
        rule, value = row.need("rule"), row.need("value")
        key = draft.cells.word(rule, "maturity_rules") if rule else None
        if rule is None or key is None:
            continue
        stated.add(key)
        if key in _LISTS:
            _read_listed(draft, rules, row, key, alone=rule_texts.count(rule.text) == 1)
        else:
            _read_single(draft, rules, row, key, value)
    for key in _REQUIRED:
        if key not in stated:
            shown = draft.words.words["maturity_rules"].write(key)
            draft.report.add("RL027", definition.step.sentence, "row", row=shown)


def _read_listed(draft: ScorecardDraft, rules: MaturityDraft, row: TableRow, key: str, *, alone: bool) -> None:
    """Read one row of several of which the first that holds decides."""
    (name, field, words), cell = _LISTS[key], row.get("value")
    path = f"maturity.{name}[{len(rules.rows[name])}]"
    draft.set_location(path, row.cells["rule"])
    when = read_when(draft, row, value_scope(draft), f"{path}.when", alone=alone) or ()
    basis = draft.basis(row, path)
    draft.set_location(f"{path}.{field}", cell)
    value = None if cell is None else draft.cells.word(cell, words) if words else _percent(draft, cell, row)
    if value is not None:
        rules.rows[name].append({field: value, "when": when, "basis": basis})


def _read_single(
    draft: ScorecardDraft, rules: MaturityDraft, row: TableRow, key: str, value: SourceText | None
) -> None:
    """Read a row that stands once and always holds."""
    path, rule = f"maturity.{key}", row.cells["rule"]
    if path in draft.locations:
        draft.cells.refuse_twice(rule, draft.locations[path])
        return
    draft.set_location(path, rule)
    when = row.get("when")
    if when is not None:
        draft.report.add("RL016", when, "row", row=rule.text, column=row.names["when"])
    rules.basis += draft.basis(row, path)
    if value is None:
        return
    if key == "rise":
        rules.rise = _percent(draft, value, row)
    else:
        rules.needed = draft.cells.whole_number(value, low=1, high=_MAX_NEEDED_ASPECTS)


def _percent(draft: ScorecardDraft, value: SourceText, row: TableRow) -> Fraction | None:
    measure = draft.cells.fitting(value, row.cells["rule"].text, PERCENT)
    return None if measure is None else convert(measure.value, measure.unit, PERCENT)


def maturity_model(draft: ScorecardDraft) -> Maturity | None:
    """Give the levels and rules that were read, if there are any."""
    rules = draft.part(MaturityDraft)
    if rules.rise is None or rules.needed is None:
        return None
    rows = {name: tuple(entries) for name, entries in rules.rows.items()}
    once = {"rise": rules.rise, "needed": rules.needed, "basis": tuple(dict.fromkeys(rules.basis))}
    return Maturity.model_validate({"levels": tuple(draft.defined(MaturityLevel).values()), **rows, **once})


def read_maturity_scale(
    draft: ScorecardDraft, definition: DefinitionDraft, slots: Mapping[str, SourceText], path: str
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
        aspect_path = f"{path}.{aspect}"
        if aspect in rated:
            draft.cells.refuse_twice(name, draft.locations[aspect_path])
            continue
        draft.set_location(aspect_path, fact)
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


def _rating(draft: ScorecardDraft, name: SourceText) -> str | None:
    """Find a fact that can hold a rating: a number in % that lies between 0 and 100."""
    named = draft.named_fact(name)
    if named is None or named.fact is None:
        return None
    low, high = named.fact.at_least, named.fact.at_most
    bounded = low is not None and high is not None and low >= 0 and high <= _MAX_PERCENT
    if named.type is FactType.NUMBER and named.unit == PERCENT and bounded:
        return named.id
    if named.id not in draft.report.broken:
        draft.report.add("RL016", name, "rating", name=name.text)
    return None


def refuse_incomplete_maturity(draft: ScorecardDraft) -> None:
    """Report scales, levels or rules of maturity that stand without the others."""
    scales = [f"indicators[{id}].scale" for id, scale in draft.scales.items() if isinstance(scale, MaturityScale)]
    stated = [path for path in ("maturity.levels", "maturity") if path in draft.locations]
    asking = [*scales, *stated]
    for path, key in (("maturity.levels", "levels"), ("maturity", "maturity_rules")):
        if asking and path not in stated:
            sentence = draft.words.sentences[key].write()
            draft.report.add("RL027", draft.locations[asking[0]], "maturity", sentence=sentence)


def write_maturity_rules(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write the rules, those that stand once between those of which the first that holds decides."""
    del definition
    maturity, words = render.scorecard.maturity, render.words
    if maturity is None:
        return SentenceCells({}, [])

    def rule(key: str, value: str | Fraction, basis: Iterable[str], when: str = "") -> Cells:
        shown = words.write_number(format_exact(value), PERCENT) if isinstance(value, Fraction) else value
        head = {"rule": words.words["maturity_rules"].write(key), "value": shown}
        return {**head, "when": when, "basis": render.listed(basis)}

    def listed(key: str) -> Iterator[Cells]:
        name, field, group = _LISTS[key]
        rows: tuple[LevelRow | AspectRow | TrendRow | RiseRow, ...] = getattr(maturity, name)
        for row in rows:
            value = getattr(row, field)
            text = words.words[group].write(value) if group else value
            yield rule(key, text, row.basis, write_when(render, row.when, alone=len(rows) == 1))

    once = (rule("rise", maturity.rise, maturity.basis), rule("needed", str(maturity.needed), maturity.basis))
    return SentenceCells({}, [*listed("level"), *listed("aspect"), *once, *listed("trend"), *listed("rises")])


def write_maturity_scale(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Write which fact holds the rating of each aspect of an indicator."""
    indicator, aspects = render.names.indicators[definition.slots["indicator"]], render.words.words["aspects"]
    rated = indicator.scale.ratings.items()
    rows: list[Cells] = [{"aspect": aspects.write(aspect), "fact": render.name(fact)} for aspect, fact in rated]
    return SentenceCells({"indicator": indicator.id}, rows)
