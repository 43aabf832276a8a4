"""The examples that stand in one language of a card only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.model.examples import FactChange, StatedFactChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts.inputs import DeclaredValue
    from rules.model.examples import Change, Example


def missing_examples(theirs: Sequence[Example], ours: Sequence[Example]) -> Iterator[Example]:
    """Give their examples that have no twin among ours, which shows the same.

    What is not told alike is the twin of one other at most: as of the same day it expects the same, texts are said in
    its own language, and one of the two may change more.
    """
    same = {_whole(one) for one in ours} & {_whole(one) for one in theirs}
    by_expectation: dict[tuple[object, ...], list[Example]] = {}
    for example in ours:
        if _whole(example) not in same:
            by_expectation.setdefault(_expected(example), []).append(example)
    for example in theirs:
        if _whole(example) in same:
            continue
        others = by_expectation.get(_expected(example), [])
        twin = next((other for other in others if _change_the_same(example, other)), None)
        if twin is None:
            yield example
        else:
            others.remove(twin)


def _whole(example: Example) -> tuple[object, ...]:
    return *_expected(example), *sorted(repr(change.item) for change in example.changes)


def _expected(example: Example) -> tuple[object, ...]:
    return example.as_of, tuple(sorted(repr(expectation.item) for expectation in example.expectations))


def _change_the_same(first: Example, other: Example) -> bool:
    mine, others = ({repr(_untold(placed.item)) for placed in each.changes} for each in (first, other))
    return mine <= others or others <= mine


def _untold(change: Change) -> Change:
    """Leave the texts out of a change."""
    if not isinstance(change, FactChange | StatedFactChange) or change.value is None:
        return change
    return replace(change, value=_without_texts(change.value))


def _without_texts(value: DeclaredValue) -> DeclaredValue:
    records = value.records and tuple(
        {name: _without_texts(part) for name, part in record.items()} for record in value.records
    )
    return value.model_copy(update={"text": value.text and "", "records": records})
