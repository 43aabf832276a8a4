"""Did a lookup, or a quantity of one record, come out as an example expects it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.extents import ChoiceExtent, Extent, NotApplicable, NumberExtent, is_known, records_of
from rules.contracts.intervals import Interval
from rules.contracts.numbers import format_exact
from rules.contracts.outcomes import Outcome
from rules.engine.compute import WHOLE
from rules.language.render_lookups import looked_up_line
from rules.model.examples import ExpectAbsent, ExpectMissing, ExpectNumber, ExpectOfRecord, ExpectWord
from rules.model.names import Names
from rules.model.uses import names_behind

if TYPE_CHECKING:
    from rules.engine.infer import InferenceEngine
    from rules.engine.inference import Inference
    from rules.language.render import Renderer

Item = ExpectNumber | ExpectWord | ExpectMissing | ExpectAbsent


def lookup_differs(
    expected: Item | ExpectOfRecord, engine: InferenceEngine, inference: Inference, words: Renderer
) -> str | None:
    """Say what came instead of what was expected; None if it came out."""
    item = expected.item if isinstance(expected, ExpectOfRecord) else expected
    extent = _extent(expected, item.name, inference)
    key = expected.key if isinstance(expected, ExpectOfRecord) else None
    missing = missing_tables(item.name, key, engine, inference)
    if extent is None:
        known = _keys(expected.list, inference) if isinstance(expected, ExpectOfRecord) else ()
        return f"{key}: {words.words.separator.join(known) or words.words.words['values'].write('none')}"
    if _came(item, extent, missing):
        return None
    actual = _said(item.name, extent, missing)
    if actual is None:
        return _shown(extent, words)
    if isinstance(expected, ExpectOfRecord):
        return looked_up_line(ExpectOfRecord(expected.list, expected.key, actual), words)
    return looked_up_line(actual, words)


def expected_of_record(name: str, owner: str, engine: InferenceEngine, inference: Inference) -> list[ExpectOfRecord]:
    """Say what comes of a quantity of single records for the first record, as an example would expect it."""
    for key in _keys(owner, inference)[:1]:
        extent = _extent(ExpectOfRecord(owner, key, ExpectAbsent(name)), name, inference)
        item = None if extent is None else _said(name, extent, missing_tables(name, key, engine, inference))
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


def _came(item: Item, extent: Extent, missing: tuple[str, ...]) -> bool:
    match item:
        case ExpectNumber(value=value):
            return extent == NumberExtent(Interval(value, value))
        case ExpectWord(word=word):
            return extent == ChoiceExtent(frozenset({word}))
        case ExpectAbsent():
            return isinstance(extent, NotApplicable)
        case _:
            return not is_known(extent) and item.table in missing


def _said(name: str, extent: Extent, missing: tuple[str, ...]) -> Item | None:
    """Give the expectation that would have come out, if there is one."""
    match extent:
        case NotApplicable():
            return ExpectAbsent(name)
        case NumberExtent(interval) if interval.value is not None:
            return ExpectNumber(name, interval.value)
        case ChoiceExtent(possible, others) if len(possible) == 1 and not others:
            return ExpectWord(name, min(possible))
        case _:
            return ExpectMissing(name, missing[0]) if missing else None


def _shown(extent: Extent, words: Renderer) -> str:
    if isinstance(extent, NumberExtent):
        ends = (extent.interval.low, extent.interval.high)
        low, high = (None if end is None else format_exact(end) for end in ends)
        return f"{low or '-∞'} … {high or '∞'}"
    return words.words.words["outcomes"].write(Outcome.UNDETERMINED)


def _extent(expected: Item | ExpectOfRecord, name: str, inference: Inference) -> Extent | None:
    if not isinstance(expected, ExpectOfRecord):
        return inference.values.extents[name]
    records = records_of(inference.values.extents[expected.list])
    return next((record.fields[name] for record in records if record.key == expected.key), None)


def _keys(owner: str, inference: Inference) -> tuple[str, ...]:
    return tuple(record.key for record in records_of(inference.values.extents[owner]))
