"""Which grade or stage does a word name, in which published versions?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from service.store.filters import GRADE, STAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.model.scorecard import Scorecard
    from service.gazette.versions import Gazette
    from service.store.filters import Comparison


def with_named(comparisons: Iterable[Comparison], gazette: Gazette) -> tuple[Comparison, ...]:
    """Let what is compared with a grade or stage also mean those that it names in any language."""
    return tuple(
        replace(one, named=tuple(_named(one, gazette))) if one.field in (GRADE, STAGE) and one.value else one
        for one in comparisons
    )


def _named(comparison: Comparison, gazette: Gazette) -> Iterator[tuple[str, str]]:
    """Give each version with the id that the word names there."""
    word = comparison.value.casefold()
    for card in gazette.card_ids():
        for version in gazette.versions(card):
            for id, labels in _labelled(comparison.field, version.scorecard):
                if word in (label.casefold() for label in labels.values()):
                    yield version.name, id


def _labelled(field: str, scorecard: Scorecard) -> Iterator[tuple[str, Mapping[str, str]]]:
    if field == GRADE and scorecard.ladder is not None:
        yield from ((grade.id, grade.labels) for grade in scorecard.ladder.grades)
    if field == STAGE and scorecard.stages is not None:
        yield from ((stage.id, stage.labels) for stage in scorecard.stages.stages)
