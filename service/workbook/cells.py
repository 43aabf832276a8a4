"""What does one cell say about its fact? It becomes the node that a YAML dossier would have in its place.

Nothing is guessed: a cell that could be meant in two ways is refused with what to write instead.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules.model.definitions import FactType
from service.dossier.problems import Problem, nearest
from service.dossier.tree import Mapping, Node, Scalar, Sequence
from service.dossier.values import FLAG_WORDS
from service.workbook.vocabulary import choice_ids, folded, reserved, words

if TYPE_CHECKING:
    from rules.model.definitions import FactDefinition
    from service.dossier.fields import Fields
    from service.workbook.sheets import Cell

MAXIMUM_DIGITS = 15
"""Significant digits of a number that a spreadsheet keeps as it was typed."""

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SEPARATORS = re.compile(r"[;；]")


class CellReader:
    """Reads cells; what is wrong goes into `fields`, what was read otherwise than it is stored into `notes`."""

    def __init__(self, fields: Fields) -> None:
        """Begin a subject."""
        self._fields = fields
        self.notes: list[Problem] = []

    def value(self, definition: FactDefinition, cell: Cell, path: str, *, unit: str) -> Node | None:
        """Read the value of a fact that is no period; None if nothing can be read, which is then noted."""
        if not self.sound(cell, path):
            return None
        match definition.type:
            case FactType.NUMBER:
                return self._number(cell, path, unit)
            case FactType.CHOICE:
                return self._choice(definition, cell, path)
            case FactType.CHOICES:
                return self._choices(definition, cell, path)
            case FactType.FLAG:
                return self._flag(cell, path)
            case FactType.DATE | FactType.PERIOD:
                return self.day(cell, path)
            case FactType.RECORDS:
                return self._records(cell, path)
            case _:
                return self.text(cell, path)

    def sound(self, cell: Cell, path: str) -> bool:
        """Refuse formulas and errors: what they stood for cannot be seen later."""
        if cell.kind == "f":
            description = "a formula stands here; copy the cell and paste it as a value, so that what counts is seen"
            self.refuse(cell, path, description, "FORMULA")
        elif cell.kind == "e":
            self.refuse(cell, path, f"the cell shows the error {cell.value}; write the value", "ERROR_VALUE")
        else:
            return True
        return False

    def text(self, cell: Cell, path: str) -> Scalar | None:
        """Read a text."""
        if not self.sound(cell, path):
            return None
        if not isinstance(cell.value, str):
            description = (
                f"{_shown(cell)} is stored as a {_kind(cell)}, so that zeros before it or the way it was written may "
                "be lost; format the cell as text and type it again"
            )
            self.refuse(cell, path, description, "WRONG_TYPE")
            return None
        return Scalar(cell.place, cell.value, plain=False)

    def names(self, cell: Cell, path: str) -> Sequence:
        """Read names separated by semicolons."""
        text = self.text(cell, path)
        parts = [] if text is None else [part.strip() for part in _SEPARATORS.split(text.text)]
        return Sequence(cell.place, [Scalar(cell.place, part, plain=False) for part in parts if part])

    def day(self, cell: Cell, path: str) -> Scalar | None:
        """Read a date: one of the spreadsheet, without time of day, or a text that the core will read."""
        if not self.sound(cell, path):
            return None
        value = cell.value
        if isinstance(value, datetime):
            if (value.hour, value.minute, value.second, value.microsecond) != (0, 0, 0, 0):
                self.refuse(cell, path, f"{value} has a time of day; write the date alone", "WRONG_TYPE")
                return None
            return self._scalar(cell, value.date().isoformat())
        if isinstance(value, date):
            return self._scalar(cell, value.isoformat())
        if isinstance(value, str):
            return self._scalar(cell, value.strip())
        description = f"{_shown(cell)} is no date; format the cell as a date, or write a text such as 2026-03-31"
        self.refuse(cell, path, description, "WRONG_TYPE")
        return None

    def chosen(self, known: dict[str, str], cell: Cell, path: str, shown: list[str]) -> Scalar | None:
        """Read one of several words as its id."""
        text = _as_word(cell.value)
        id = self._known(known, text, cell, path, shown) if isinstance(text, str) else None
        if not isinstance(text, str):
            self.refuse(cell, path, f"{_shown(cell)} is not one of {', '.join(shown)}", "UNKNOWN_CHOICE")
        return None if id is None else self._scalar(cell, id)

    def refuse(self, cell: Cell, path: str, description: str, reason: str) -> None:
        """Note a problem at a cell."""
        self._fields.problem(cell.place, path, description, reason)

    def _number(self, cell: Cell, path: str, unit: str) -> Scalar | None:
        value = cell.value
        if isinstance(value, str):
            return self._typed_number(cell, value.strip(), path, unit)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(cell, path, f"a number is wanted, but {_shown(cell)} is a {_kind(cell)}", "NOT_A_NUMBER")
            return None
        exact = Decimal(repr(value))  # the shortest decimal that is stored as these bits
        digits = len(exact.normalize().as_tuple().digits)
        if digits > MAXIMUM_DIGITS:
            description = (
                f"{value!r} is stored with {digits} digits, more than the {MAXIMUM_DIGITS} that a spreadsheet keeps "
                "of what is typed, so it comes from a calculation; round it to what is meant, or type it as text"
            )
            self.refuse(cell, path, description, "TOO_MANY_DIGITS")
            return None
        if "%" in _QUOTED.sub("", cell.number_format):
            if unit != "%":
                wanted = f"in {unit}" if unit else "without unit"
                description = f"the cell is formatted as a percentage, but this fact is {wanted}; format it as a number"
                self.refuse(cell, path, description, "UNIT_UNKNOWN")
                return None
            exact = exact.scaleb(2)
            description = f"formatted as a percentage, so the stored {value!r} is read as it shows: {_plain(exact)} %"
            self.notes.append(Problem(cell.place, path, description, "PERCENT_FORMAT"))
        return self._scalar(cell, _plain(exact))

    def _typed_number(self, cell: Cell, text: str, path: str, unit: str) -> Scalar | None:
        if _PLAIN.match(text):
            return self._scalar(cell, text)
        example = f"; write the number alone, its unit is {unit}" if unit else ""
        description = (
            f"the text '{text[:40]}' is not a plain decimal such as 79.99 (no unit, no thousands mark, no exponent)"
            f"{example}{self._not_applicable_hint(text)}"
        )
        self.refuse(cell, path, description, "NOT_A_NUMBER")
        return None

    def _choice(self, definition: FactDefinition, cell: Cell, path: str) -> Scalar | None:
        return self.chosen(choice_ids(definition.choices), cell, path, [choice.id for choice in definition.choices])

    def _choices(self, definition: FactDefinition, cell: Cell, path: str) -> Sequence | None:
        if is_reserved(cell, "none"):
            return Sequence(cell.place)
        text = _as_word(cell.value)
        if not isinstance(text, str):
            self.refuse(cell, path, f"{_shown(cell)} is a {_kind(cell)}; names separated by ; are wanted", "WRONG_TYPE")
            return None
        known, shown = choice_ids(definition.choices), [choice.id for choice in definition.choices]
        parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
        ids = [self._known(known, part, cell, path, shown) for part in parts]
        return Sequence(cell.place, [self._scalar(cell, id) for id in ids if id is not None])

    def _known(self, known: dict[str, str], text: str, cell: Cell, path: str, shown: list[str]) -> str | None:
        id = known.get(folded(text))
        if id is None:
            hint = nearest(folded(text), known).partition("; known are ")[0]
            description = f"'{text[:40]}' is not one of {', '.join(shown)}{hint}{self._not_applicable_hint(text)}"
            self.refuse(cell, path, description, "UNKNOWN_CHOICE")
        return id

    def _flag(self, cell: Cell, path: str) -> Scalar | None:
        word = cell.value
        if isinstance(word, bool):
            return self._scalar(cell, "yes" if word else "no")
        if isinstance(word, str) and folded(word) in FLAG_WORDS:
            return self._scalar(cell, "yes" if FLAG_WORDS[folded(word)] else "no")
        hint = self._not_applicable_hint(word) if isinstance(word, str) else ""
        self.refuse(cell, path, f"{_shown(cell)} is not one of {', '.join(FLAG_WORDS)}{hint}", "WRONG_TYPE")
        return None

    def _records(self, cell: Cell, path: str) -> Sequence | None:
        if is_reserved(cell, "none"):
            return Sequence(cell.place)
        description = (
            f"{_shown(cell)} cannot stand here: records are written on their own sheet; {_offered('none')} says "
            "that there are none"
        )
        self.refuse(cell, path, description, "WRONG_TYPE")
        return None

    def _not_applicable_hint(self, text: str) -> str:
        bare = {word.strip("()") for word in reserved("not_applicable")} | {"n/a", "na"}
        return f"; {_offered('not_applicable')} says that it does not apply" if folded(text) in bare else ""

    def _scalar(self, cell: Cell, text: str) -> Scalar:
        return Scalar(cell.place, text, plain=False)


def is_reserved(cell: Cell, key: str) -> bool:
    """Say whether a cell holds the reserved word, in any language."""
    return isinstance(cell.value, str) and cell.kind != "f" and folded(cell.value) in reserved(key)


def not_applicable(cell: Cell) -> Mapping:
    """Give the node that says that a fact does not apply."""
    return Mapping(
        cell.place,
        {"not_applicable": Scalar(cell.place, "yes", plain=False)},
        {"not_applicable": cell.place},
    )


def _as_word(value: Any) -> Any:
    """Give the word for a whole number: a spreadsheet stores the name `1` of a choice as one."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _plain(number: Decimal) -> str:
    """Write a decimal without exponent and without needless zeros."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _shown(cell: Cell) -> str:
    return f"'{str(cell.value)[:40]}'"


def _kind(cell: Cell) -> str:
    return {"n": "number", "b": "true or false", "d": "date"}.get(cell.kind, "text")


def _offered(key: str) -> str:
    return f"{words('en')[key]} or {words('zh')[key]}"
