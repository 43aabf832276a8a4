"""What does one cell say about its fact? It becomes the node that a YAML dossier would have in its place.

Nothing is guessed: a cell that could be meant in two ways is refused with what to write instead. This is not the reader
of goods lines or of the Commission's workbooks: cells keep their types, by which a date or a percentage is known, and
what they say is judged later, by the reader of dossiers. What such readers share, the words for choices and flags and
how a number is shown, stands in `vocabulary.py`, `service/reading/dossier/values.py` and `service/reading/tabular/`.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules.contracts.messages import LANGUAGES, Label, speaker, words_of
from rules.contracts.numbers import NumberError, parse_given
from rules.contracts.suggestions import meant
from rules.model.definitions import FactType
from service.reading.dossier.values import FLAG_WORDS
from service.reading.tabular.texts import plain_decimal
from service.reading.tree.nodes import Mapping, Node, Scalar
from service.reading.tree.nodes import Sequence as ListNode
from service.reading.tree.problems import Problem, not_one_of, quoted
from service.reading.workbook.vocabulary import choice_ids, folded, parts_of, reserved, shown_choices, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.definitions import Choice, FactDefinition
    from service.reading.tabular.books import Cell
    from service.reading.tree.nodes import Fields

_say = speaker(__name__)

MAXIMUM_DIGITS = 15
"""Significant digits of a number that a spreadsheet keeps as it was typed."""

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


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
            description = _say("FORMULA")
            self.refuse(cell, path, description, "FORMULA")
        elif cell.kind == "e":
            self.refuse(cell, path, _say("CELL_ERROR", value=cell.value), "ERROR_VALUE")
        else:
            return True
        return False

    def text(self, cell: Cell, path: str) -> Scalar | None:
        """Read a text, without the blanks around it that nobody sees."""
        if not self.sound(cell, path):
            return None
        if not isinstance(cell.value, str):
            description = _say("STORED_AS", found=_shown(cell), kind=_kind(cell))
            self.refuse(cell, path, description, "WRONG_TYPE")
            return None
        return Scalar(cell.place, cell.value.strip(), plain=False)

    def names(self, cell: Cell, path: str) -> ListNode:
        """Read names separated by semicolons."""
        text = self.text(cell, path)
        parts = [] if text is None else parts_of(text.text)
        return ListNode(cell.place, [Scalar(cell.place, part, plain=False) for part in parts])

    def day(self, cell: Cell, path: str) -> Scalar | None:
        """Read a date: one of the spreadsheet, without time of day, or a text that the core will read."""
        if not self.sound(cell, path):
            return None
        value = cell.value
        if isinstance(value, datetime):
            if (value.hour, value.minute, value.second, value.microsecond) != (0, 0, 0, 0):
                self.refuse(cell, path, _say("TIME_OF_DAY", value=value), "WRONG_TYPE")
                return None
            return self._scalar(cell, value.date().isoformat())
        if isinstance(value, date):
            return self._scalar(cell, value.isoformat())
        if isinstance(value, str):
            return self._scalar(cell, value.strip())
        description = _say("NO_DATE", found=_shown(cell))
        self.refuse(cell, path, description, "WRONG_TYPE")
        return None

    def chosen(self, known: dict[str, str], cell: Cell, path: str, shown: list[str]) -> Scalar | None:
        """Read one of several words as its id."""
        text = _as_word(cell.value)
        id = self._known(known, text, cell, path, shown) if isinstance(text, str) else None
        if not isinstance(text, str):
            self.refuse(cell, path, not_one_of(_shown(cell), shown), "UNKNOWN_CHOICE")
        return None if id is None else self._scalar(cell, id)

    def refuse(self, cell: Cell, path: str, description: str, reason: str) -> None:
        """Note a problem at a cell."""
        self._fields.problem(cell.place, path, description, reason)

    def _number(self, cell: Cell, path: str, unit: str) -> Scalar | None:
        value = cell.value
        if isinstance(value, str):
            return self._typed_number(cell, value.strip(), path, unit)
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.refuse(cell, path, _say("NUMBER_WANTED", found=_shown(cell), kind=_kind(cell)), "NOT_A_NUMBER")
            return None
        exact = Decimal(repr(value))  # the shortest decimal that is stored as these bits
        digits = len(exact.normalize().as_tuple().digits)
        if digits > MAXIMUM_DIGITS:
            description = _say("TOO_PRECISE", value=value, digits=digits, most=MAXIMUM_DIGITS)
            self.refuse(cell, path, description, "TOO_MANY_DIGITS")
            return None
        if "%" in _QUOTED.sub("", cell.number_format):
            if unit != "%":
                wanted = _say("IN_UNIT", unit=unit) if unit else _say("WITHOUT_UNIT")
                description = _say("PERCENT_FORMAT", wanted=wanted)
                self.refuse(cell, path, description, "UNIT_UNKNOWN")
                return None
            exact = exact.scaleb(2)
            description = _say("READ_AS_SHOWN", value=value, shown=plain_decimal(exact))
            self.notes.append(Problem(cell.place, path, description, "PERCENT_FORMAT"))
        return self._scalar(cell, plain_decimal(exact))

    def _typed_number(self, cell: Cell, text: str, path: str, unit: str) -> Scalar | None:
        if _PLAIN.match(text):
            return self._scalar(cell, text)
        if "/" in text:
            return self._fraction(cell, text, path)
        example = _say("NUMBER_ALONE", unit=unit) if unit else ""
        description = _say("TEXT_NOT_DECIMAL", found=text[:40], example=example, hint=self._not_applicable_hint(text))
        self.refuse(cell, path, description, "NOT_A_NUMBER")
        return None

    def _fraction(self, cell: Cell, text: str, path: str) -> Scalar | None:
        try:
            parse_given(text)
        except NumberError as error:
            self.refuse(cell, path, words_of(error), "NOT_A_NUMBER")
            return None
        return self._scalar(cell, text)

    def _choice(self, definition: FactDefinition, cell: Cell, path: str) -> Scalar | None:
        return self.chosen(choice_ids(definition.choices), cell, path, told_choices(definition.choices))

    def _choices(self, definition: FactDefinition, cell: Cell, path: str) -> ListNode | None:
        if is_reserved(cell, "none"):
            return ListNode(cell.place)
        text = _as_word(cell.value)
        if not isinstance(text, str):
            self.refuse(cell, path, _say("NAMES_WANTED", found=_shown(cell), kind=_kind(cell)), "WRONG_TYPE")
            return None
        known, shown = choice_ids(definition.choices), told_choices(definition.choices)
        ids = [self._known(known, part, cell, path, shown) for part in parts_of(text)]
        return ListNode(cell.place, [self._scalar(cell, id) for id in ids if id is not None])

    def _known(self, known: dict[str, str], text: str, cell: Cell, path: str, shown: list[str]) -> str | None:
        id = known.get(folded(text))
        if id is None:
            hint = meant(folded(text), known)
            description = _say(
                "WORD_NOT_ONE_OF", found=text[:40], known=shown, near=hint, hint=self._not_applicable_hint(text)
            )
            self.refuse(cell, path, description, "UNKNOWN_CHOICE")
        return id

    def _flag(self, cell: Cell, path: str) -> Scalar | None:
        word = cell.value
        if isinstance(word, bool):
            return self._scalar(cell, "yes" if word else "no")
        if isinstance(word, str) and folded(word) in FLAG_WORDS:
            return self._scalar(cell, "yes" if FLAG_WORDS[folded(word)] else "no")
        hint = self._not_applicable_hint(word) if isinstance(word, str) else ""
        self.refuse(cell, path, _say("FLAG_NOT_ONE_OF", found=_shown(cell), known=FLAG_WORDS, hint=hint), "WRONG_TYPE")
        return None

    def _records(self, cell: Cell, path: str) -> ListNode | None:
        if is_reserved(cell, "none"):
            return ListNode(cell.place)
        description = _say("RECORDS_ELSEWHERE", found=_shown(cell), word=_offered("none"))
        self.refuse(cell, path, description, "WRONG_TYPE")
        return None

    def _not_applicable_hint(self, text: str) -> str:
        bare = {word.strip("()") for word in reserved("not_applicable")} | {"n/a", "na"}
        return _say("NOT_APPLICABLE_WORD", word=_offered("not_applicable")) if folded(text) in bare else ""

    def _scalar(self, cell: Cell, text: str) -> Scalar:
        return Scalar(cell.place, text, plain=False)


def told_choices(choices: Sequence[Choice]) -> list[str]:
    """List the choices as a template of the reader's language offers them."""
    shown = {language: shown_choices(choices, language) for language in LANGUAGES}
    return [Label({language: shown[language][choice.id] for language in LANGUAGES}) for choice in choices]


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


def _shown(cell: Cell) -> str:
    return quoted(str(cell.value)[:40])


def _kind(cell: Cell) -> str:
    return _say({"n": "A_NUMBER", "b": "TRUE_OR_FALSE", "d": "A_DATE"}.get(cell.kind, "A_TEXT"))


def _offered(key: str) -> str:
    return _say("EITHER", word=words("en")[key], other=words("zh")[key])
