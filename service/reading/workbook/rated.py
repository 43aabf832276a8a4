"""Which values of a workbook are ratings of its assessor, and what must stand beside them?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.contracts.numbers import parse_given
from rules.model.definitions import FactType
from service.reading.tree.nodes import Mapping, Node, Scalar, Sequence
from service.reading.workbook import forms
from service.reading.workbook.levels import aspects_of
from service.reading.workbook.trees import branch, told
from service.reading.workbook.vocabulary import words

if TYPE_CHECKING:
    from rules.model.definitions import FactDefinition
    from rules.model.scorecard import Scorecard
    from service.reading.tree.fields import Fields
    from service.reading.tree.problems import Place
    from service.reading.workbook.cells import CellReader
    from service.reading.workbook.sheets import Row

_say = speaker(__name__)

_NAMES = re.compile(r"[;；\n]")
_PLACES = forms.RATING_COLUMNS[1:]


@dataclass(slots=True)
class Beside:
    """What stands beside the values: rationale and quoted place, by fact; the first of the two rows of a period."""

    cells: dict[str, Row] = field(default_factory=dict)

    def take(self, fact: str, row: Row, fields: Fields) -> None:
        """Keep what a row says of its fact; what is said twice contradicts itself."""
        kept = self.cells.setdefault(fact, {})
        for id in forms.RATING_COLUMNS:
            if id in row and id in kept:
                description = _say("STANDS_AT", there=told(kept[id].place))
                fields.problem(row[id].place, f"facts[{fact}].{id}", description, "REPEATED")
            elif id in row:
                kept[id] = row[id]


class RatingReader:
    """Makes ratings of the values of one workbook, where its assessor is named."""

    def __init__(self, scorecard: Scorecard, reader: CellReader, fields: Fields) -> None:
        """Begin a workbook without assessor."""
        self._reader, self._fields = reader, fields
        self._aspects = aspects_of(scorecard)
        self._assessor: Scalar | None = None

    def name(self, text: str, place: Place) -> None:
        """Take the assessor; one workbook holds the ratings of one person."""
        if _NAMES.search(text):
            description = _say("SEVERAL_NAMED", found=text[:60])
            self._fields.problem(place, forms.ASSESSOR, description, "WRONG_VALUE")
        else:
            self._assessor = Scalar(place, text, plain=False)
            self._fields.places[forms.ASSESSOR] = place

    def rated(
        self, definition: FactDefinition, node: Mapping | None, beside: Row, *, at: dict[str, Place], given: bool
    ) -> Mapping | None:
        """Give a fact as its assessor rates it; one that nobody rates stays as it is.

        A rating needs its rationale, and one above nothing the place that it rests on. `at` says where the cells of
        the row are, `given` whether a value stands there, faulty or not.
        """
        path = f"facts[{definition.id}]"
        asked = self._assessor is not None and given and definition.id in self._aspects
        if not asked and not beside:
            return node
        if self._refused(definition, path, beside, given=given) or node is None or self._assessor is None:
            return node
        if "rationale" not in beside:
            self._missing(f"{path}.rationale", at.get("rationale", node.place), _say("SAY_WHY"))
        if definition.id in self._aspects and not set(_PLACES) & set(beside) and _above_nothing(node):
            wanted = _say("NAME_PLACE")
            self._missing(f"{path}.place", at.get("page", node.place), wanted)
        located = [(id, self._text(beside, id, f"{path}.place.{id}")) for id in _PLACES]
        parts: list[tuple[str, Node | None]] = [("person", self._assessor), *node.entries.items()]
        parts.append(("rationale", self._text(beside, "rationale", f"{path}.rationale")))
        parts.append(("place", branch(node.place, located) if set(_PLACES) & set(beside) else None))
        return branch(node.place, [("ratings", Sequence(node.place, [branch(node.place, parts)]))])

    def _refused(self, definition: FactDefinition, path: str, beside: Row, *, given: bool) -> bool:
        if not beside:
            return False
        at = next(iter(beside.values())).place
        if definition.type is FactType.RECORDS:
            self._fields.problem(at, path, _say("RECORDS_UNRATED"), "NOT_WANTED")
        elif self._assessor is None:
            sheet = _say(
                "SHEET_NAMED", en=words("en")["sheets"][forms.SETTINGS], zh=words("zh")["sheets"][forms.SETTINGS]
            )
            description = _say("WHOSE_RATING", sheet=sheet)
            self._fields.problem(at, f"{path}.person", description, "REQUIRED")
        elif not given:
            description = _say("NO_VALUE_BESIDE")
            self._fields.problem(at, f"{path}.value", description, "REQUIRED")
        else:
            return False
        return True

    def _missing(self, path: str, at: Place, wanted: str) -> None:
        description = _say("RATING_NEEDS", wanted=wanted)
        self._fields.problem(at, path, description, "REQUIRED")

    def _text(self, beside: Row, id: str, path: str) -> Scalar | None:
        cell = beside.get(id)
        if cell is None:
            return None
        if id == "page" and cell.kind == "n" and isinstance(cell.value, int):
            return Scalar(cell.place, str(cell.value), plain=False)
        return self._reader.text(cell, path)


def _above_nothing(node: Mapping) -> bool:
    value = node.entries.get("value")
    return isinstance(value, Scalar) and parse_given(value.text) > 0
