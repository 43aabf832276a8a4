"""What does one version say otherwise than another, as a jurist reads it, and what can that move?

Rules come first, as they were and as they are, in the sentences of the card and with their places in its files; then
what they rest on; then words for people.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from rules.contracts.messages import LANGUAGES
from rules.language.card_rows import card_rows
from rules.language.compiler import compile_folder
from rules.language.row_changes import changed_rows, said
from rules.language.twins import place_of_rule
from rules.model.diff import Difference, Step, diff, step_of
from rules.model.diff import said as said_leaf
from rules.model.digest import without_words
from rules.rehearsal.moving import Movable, movable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.contracts.diagnostics import Location
    from rules.language.card_rows import CardRow
    from rules.language.row_changes import RowPair
    from rules.model.diff import Change
    from rules.model.published import Published


class ChangePart(StrEnum):
    """What changed: what decides, what it rests on, or words and the reference case, which decide nothing."""

    RULE = "rule"
    BASIS = "basis"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class LegalChange:
    """One change: under which heading, beside what, as it was and as it is; blank where nothing was or is.

    `was_at` and `now_at` are places in the model, `was_place` and `now_place` those in the files of each side.
    """

    part: ChangePart
    heading: str
    beside: str
    was: str
    now: str
    was_at: str | None
    now_at: str | None
    was_place: Location | None
    now_place: Location | None
    step: Step

    @property
    def place(self) -> Location | None:
        """Where it stands now, or stood."""
        return self.now_place or self.was_place


@dataclass(frozen=True, slots=True)
class LegalDifference:
    """All changes, the rules first; the step of the version number that they ask for, and what they can move."""

    changes: tuple[LegalChange, ...]
    required_step: Step | None
    movable: Movable


def legal_difference(before: Published, after: Published, language: str) -> LegalDifference:
    """Compare two versions, or a version and a draft, in the words of a language."""
    old, new = _Side(before, language), _Side(after, language)
    difference = diff(before.scorecard, after.scorecard)
    pairs = list(changed_rows(old.rows, new.rows, {**old.means, **new.means}))
    changes = [change for pair in pairs for change in _of_row(pair, old, new, difference)]
    owners = {owner for pair in pairs for owner in pair.tells_of}
    changes += [
        _of_leaf(change, old, new, language) for change in difference.changes if _is_left(change, owners, language)
    ]
    ordered = tuple(change for part in ChangePart for change in changes if change.part is part)
    rules = [(one.was_at, one.now_at) for one in ordered if one.part is ChangePart.RULE]
    return LegalDifference(ordered, difference.required_step, movable(before.scorecard, after.scorecard, rules))


class _Side:
    """One of the two versions: its rows, what they mean, and where they stand."""

    def __init__(self, version: Published, language: str) -> None:
        card = version.scorecard
        self.rows = [row for row in card_rows(card, language) if row.said]
        bare = [row for row in card_rows(without_words(card), language) if row.said]
        self.means: Mapping[CardRow, object] = {row: one.said for row, one in zip(self.rows, bare, strict=True)}
        found = compile_folder(version.sources).locations if version.sources else {}
        self._locations: Mapping[str, Location] = found.get(language) or next(iter(found.values()), {})

    def place(self, path: str | None) -> Location | None:
        """Find where a part stands in the files."""
        return None if path is None else place_of_rule(self._locations, path)


def _of_row(pair: RowPair, old: _Side, new: _Side, difference: Difference) -> Iterator[LegalChange]:
    for change in said(pair):
        path = change.now_at or change.was_at or ""
        part, step = ChangePart.RULE, _step_of(path, difference)
        if change.of_basis or pair.owner.startswith("bases["):
            part, step = ChangePart.BASIS, Step.MINOR
        elif pair.owner.startswith("reference_case"):
            part = ChangePart.NOTE
        yield LegalChange(
            part,
            change.heading,
            change.beside,
            change.was,
            change.now,
            change.was_at,
            change.now_at,
            old.place(change.was_at),
            new.place(change.now_at),
            step,
        )


def _step_of(path: str, difference: Difference) -> Step:
    """Give the step that a changed row asks for: that of its cells where it is the row of one thing with an id."""
    cells = [change.step for change in difference.changes if change.path.startswith(f"{path}.")]
    return max(cells) if path.endswith("]") and cells else step_of(path)


def _is_left(change: Change, owners: Iterable[str], language: str) -> bool:
    """Say whether a change is told by no row: words of the language, and what no row of a card holds."""
    others = tuple(f".{one}" for one in LANGUAGES if one != language)
    if change.step is Step.PATCH:
        return not change.path.endswith(others) and not change.path.startswith("reference_case")
    return not any(change.path.startswith(owner) for owner in owners)


def _of_leaf(change: Change, old: _Side, new: _Side, language: str) -> LegalChange:
    told = said_leaf(change, language)
    return LegalChange(
        ChangePart.NOTE if change.step is Step.PATCH else ChangePart.RULE,
        told.subject,
        "",
        told.before,
        told.after,
        change.path if change.before is not None else None,
        change.path if change.after is not None else None,
        old.place(change.path) if change.before is not None else None,
        new.place(change.path) if change.after is not None else None,
        change.step,
    )
