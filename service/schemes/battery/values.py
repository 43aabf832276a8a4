"""What does one value of a passport say, in the words of a dossier?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from rules.contracts.dates import DateError, parse_date
from rules.contracts.messages import speaker
from rules.contracts.toml_files import read_toml
from service.reading.tabular.texts import plain_decimal
from service.reading.tree.nodes import Scalar
from service.schemes.battery.documents import is_number, kind_of

if TYPE_CHECKING:
    from service.schemes.battery.documents import Document, Found
    from service.schemes.battery.formats import ValueRow

_say = speaker(__name__)

_DIGITS = 34
_UNION = 4


class _Unit(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    unit: str
    power: int


class _Meanings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    units: dict[str, _Unit]
    chemistries: dict[str, list[str]]


_MEANINGS = _Meanings.model_validate(read_toml("service.schemes.battery", "meanings.toml"))


@dataclass(frozen=True, slots=True)
class Value:
    """A value as a dossier writes it, and the pointers it was read from."""

    written: str
    pointers: tuple[str, ...]


def days_of(text: str) -> tuple[date, ...]:
    """Give the days that a date or a date with a time may be in the Union; none if it is neither.

    A time without offset is taken for the day as written. One with an offset may be another day elsewhere, and the day
    on which a battery was placed on the market decides; the Union lies within four hours of Greenwich.
    """
    try:
        written, moment = parse_date(text[:10]), datetime.fromisoformat(text)
        if text[10:11] not in ("", "T", " "):
            return ()
        if moment.tzinfo is None:
            return (written,)
        shifted = [moment.astimezone(timezone(timedelta(hours=hours))).date() for hours in (-_UNION, _UNION)]
    except (DateError, ValueError, OverflowError):
        return ()
    return tuple(dict.fromkeys(shifted))


class ValueReader:
    """Reads values of one document; wrong ones are noted there, those that cannot be taken over in `notes`."""

    def __init__(self, document: Document, read: set[str], notes: list[str]) -> None:
        """Remember which pointers are `read`."""
        self._document = document
        self._read = read
        self._notes = notes

    def read(self, row: ValueRow) -> Value | None:
        """Read the value of a row; none if it is not stated, is wrong, or cannot be taken over."""
        found = self._found(row.at)
        if found and row.open_unit:
            self._notes.append(_say("FOOTPRINT_OPEN", place=found[0].pointer))
        if row.kind == "there":
            return Value("yes", (found[0].pointer,)) if found else None
        if row.kind == "number":
            return self._number(row, found + self._found(row.and_at))
        scalar = self._text(found[0]) if found else None
        if scalar is None:
            return None
        return {"date": self._date, "choice": self._choice, "chemistry": self._chemistry}[row.kind](
            row, found[0], scalar
        )

    def _found(self, pattern: str) -> list[Found]:
        found = [one for one in self._document.find(pattern) if not one.empty] if pattern else []
        self._read.update(one.pointer for one in found)
        return found

    def _text(self, found: Found) -> str | None:
        if isinstance(found.node, Scalar) and not found.node.plain:
            return found.node.text.strip()
        self._document.problem(found, _say("TEXT_WANTED", kind=kind_of(found.node)), "WRONG_TYPE")
        return None

    def _number(self, row: ValueRow, found: list[Found]) -> Value | None:
        if not found:
            return None
        unit = self._unit(row)
        numbers = [self._decimal(row, one) for one in found]
        if unit is None or not all(number is not None for number in numbers):
            return None
        total = sum((number for number in numbers if number is not None), Decimal(0)).scaleb(unit[1])
        if row.share and total > 100:
            parts = " and ".join(one.pointer for one in found)
            self._document.problem(
                found[0], _say("SHARE_TOO_GREAT", parts=parts, total=plain_decimal(total)), "WRONG_VALUE"
            )
            return None
        return Value(f"{plain_decimal(total)} {unit[0]}".strip(), tuple(one.pointer for one in found))

    def _decimal(self, row: ValueRow, found: Found) -> Decimal | None:
        node = found.node
        if not isinstance(node, Scalar) or not is_number(node):
            self._document.problem(found, _say("NUMBER_WANTED", kind=kind_of(node)), "WRONG_TYPE")
            return None
        try:
            number = Decimal(node.text)
        except InvalidOperation:
            self._document.problem(found, _say("NOT_A_NUMBER", found=node.text[:40]), "WRONG_VALUE")
            return None
        if row.at_least is not None and number < row.at_least:
            self._document.problem(found, _say("BELOW", found=node.text[:40], least=row.at_least), "WRONG_VALUE")
            return None
        if max(number.adjusted(), 0) - min(int(number.as_tuple().exponent), 0) >= _DIGITS:
            self._document.problem(found, _say("TOO_MANY_DIGITS", found=node.text[:40], most=_DIGITS), "WRONG_VALUE")
            return None
        return number

    def _unit(self, row: ValueRow) -> tuple[str, int] | None:
        if not row.unit_at:
            return row.unit, 0
        found = self._found(row.unit_at)
        written = self._text(found[0]) if found else None
        if not found:
            self._notes.append(_say("UNIT_NOT_STATED", place=row.at, unit=row.unit_at))
        if written is None:
            return None
        meant = _MEANINGS.units.get(written)
        if meant is None:
            self._notes.append(_say("UNIT_NOT_EXACT", place=row.at, unit=written[:40]))
        return None if meant is None else (meant.unit, meant.power)

    def _date(self, _row: ValueRow, found: Found, text: str) -> Value | None:
        days = days_of(text)
        if len(days) == 1:
            return Value(days[0].isoformat(), (found.pointer,))
        code = "DAY_OPEN" if days else "NOT_A_DATE"
        self._document.problem(found, _say(code, found=text[:40]), "WRONG_VALUE")
        return None

    def _choice(self, row: ValueRow, found: Found, text: str) -> Value | None:
        written = row.words.get(text)
        if written is None:
            self._notes.append(_say("NONE_OF", place=found.pointer, found=text[:40], known=row.words))
        return Value(written, (found.pointer,)) if written else None

    def _chemistry(self, _row: ValueRow, found: Found, text: str) -> Value | None:
        for chemistry, words in _MEANINGS.chemistries.items():
            if any(word in text.lower() for word in words):
                return Value(chemistry, (found.pointer,))
        self._notes.append(_say("CHEMISTRY", place=found.pointer, found=text[:40]))
        return None
