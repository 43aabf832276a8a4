"""Did a lookup, or a quantity of one record, come out as an example expects it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable, NumberExtent, is_known, records_of
from rules.contracts.intervals import Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.engine.compute import WHOLE
from rules.engine.quantities import possible_rows
from rules.language.render_lookups import looked_up_line
from rules.model.examples import (
    ExpectAbsent,
    ExpectLeft,
    ExpectMissing,
    ExpectNumber,
    ExpectOfRecord,
    ExpectWord,
    QuantityExpectation,
)
from rules.model.expressions import Undetermined
from rules.model.names import Names
from rules.model.scorecard import FormulaQuantity
from rules.model.uses import names_behind

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.language.render import Renderer


def lookup_differs(
    expected: QuantityExpectation | ExpectOfRecord, engine: InferenceEngine, inference: Inference, words: Renderer
) -> str | None:
    """Say what came instead of what was expected; None if it came out."""
    item = expected.item if isinstance(expected, ExpectOfRecord) else expected
    extent = _extent(expected, item.name, inference)
    key = expected.key if isinstance(expected, ExpectOfRecord) else None
    open_ = _Open(missing_tables(item.name, key, engine, inference), left=left_open(item.name, key, engine, inference))
    if extent is None:
        known = _keys(expected.list, inference) if isinstance(expected, ExpectOfRecord) else ()
        return f"{key}: {words.words.separator.join(known) or words.words.words['values'].write('none')}"
    if _came(item, extent, open_):
        return None
    actual = _said(item.name, extent, open_)
    if actual is None:
        return _shown(extent, words)
    if isinstance(expected, ExpectOfRecord):
        return looked_up_line(ExpectOfRecord(expected.list, expected.key, actual), words)
    return looked_up_line(actual, words)


def expected_of_record(name: str, owner: str, engine: InferenceEngine, inference: Inference) -> list[ExpectOfRecord]:
    """Say what comes of a quantity of single records for the first record, as an example would expect it."""
    for key in _keys(owner, inference)[:1]:
        extent = _extent(ExpectOfRecord(owner, key, ExpectAbsent(name)), name, inference)
        open_ = _Open(missing_tables(name, key, engine, inference), left=left_open(name, key, engine, inference))
        item = None if extent is None else _said(name, extent, open_)
        return [] if item is None else [ExpectOfRecord(owner, key, item)]
    return []


def missing_tables(name: str, key: str | None, engine: InferenceEngine, inference: Inference) -> tuple[str, ...]:
    """List the ids of the tables that give no value for something behind a quantity, of one record or the whole."""
    behind = (name, *names_behind(Names(engine.plan.scorecard), [name]))
    consulted = [
        found
        for lookup in dict.fromkeys(behind)
        for record, found in inference.lookups.get(lookup, {}).items()
        if key is None or record in (key, WHOLE)
    ]
    return tuple(dict.fromkeys(found.table for found in consulted if found.reason is not None))


def left_open(name: str, key: str | None, engine: InferenceEngine, inference: Inference) -> bool:
    """Say whether the rules themselves leave something behind a quantity undetermined, of one record or the whole."""
    plan = engine.plan
    for behind in dict.fromkeys((name, *names_behind(Names(plan.scorecard), [name]))):
        quantity = plan.quantities.get(behind)
        if not isinstance(quantity, FormulaQuantity):
            continue
        inside = [inference.values]
        if quantity.list is not None:
            scope = plan.records[quantity.list]
            records = records_of(inference.values.extents[quantity.list])
            inside = [scope.inside(one, inference.values) for one in records if key in (None, one.key)]
        for values in inside:
            rows = list(possible_rows(quantity, values, plan.when[behind]))
            if len(rows) == 1 and isinstance(rows[0].formula, Undetermined):
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Open:
    """Why a quantity can be open: tables that give no value, or a row that leaves it open."""

    missing: tuple[str, ...]
    left: bool


def _came(item: QuantityExpectation, extent: Extent, open_: _Open) -> bool:
    match item:
        case ExpectNumber(value=value):
            return extent == NumberExtent(Interval(value, value))
        case ExpectWord(word=word):
            return extent == ChoiceExtent(frozenset({word}))
        case ExpectAbsent():
            return isinstance(extent, NotApplicable)
        case ExpectLeft():
            return not is_known(extent) and open_.left
        case _:
            return not is_known(extent) and item.table in open_.missing


def _said(name: str, extent: Extent, open_: _Open) -> QuantityExpectation | None:
    """Give the expectation that would have come out, if there is one."""
    match extent:
        case NotApplicable():
            return ExpectAbsent(name)
        case NumberExtent(interval) if interval.value is not None:
            return ExpectNumber(name, interval.value)
        case ChoiceExtent(possible, others) if len(possible) == 1 and not others:
            return ExpectWord(name, min(possible))
        case _:
            if open_.missing:
                return ExpectMissing(name, open_.missing[0])
            return ExpectLeft(name) if open_.left else None


def _shown(extent: Extent, words: Renderer) -> str:
    if isinstance(extent, NumberExtent):
        ends = (extent.interval.low, extent.interval.high)
        low, high = (None if end is None else format_exact(end) for end in ends)
        return f"{low or '-∞'} … {high or '∞'}"
    return words.words.words["outcomes"].write(Outcome.UNDETERMINED)


def _extent(expected: QuantityExpectation | ExpectOfRecord, name: str, inference: Inference) -> Extent | None:
    if not isinstance(expected, ExpectOfRecord):
        return inference.values.extents[name]
    records = records_of(inference.values.extents[expected.list])
    return next((record.fields[name] for record in records if record.key == expected.key), None)


def _keys(owner: str, inference: Inference) -> tuple[str, ...]:
    return tuple(record.key for record in records_of(inference.values.extents[owner]))
