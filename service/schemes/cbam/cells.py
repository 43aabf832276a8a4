"""What does one cell say of a fact of the card, or what is wrong with it?

A text that can mean one thing only is taken so, and what it was taken for is noted; everything else is refused. This is
not the reader of the assessors' workbook: every cell is a text here, its unit stands in the heading, codes and
countries are known, and each value is held to its card at once, because the lines of a year say the same few things.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, parse_date
from rules.contracts.errors import Violation
from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker, words_of
from rules.contracts.numbers import MAXIMUM_DIGITS, NumberError, format_exact, parse_given
from rules.contracts.units import UnitError, convert, unit
from rules.model.scorecard import FactType, TableQuantity
from service.reading.dossier.values import FLAG_WORDS
from service.reading.tabular.texts import FORMULA
from service.reading.workbook.vocabulary import choice_ids, folded

if TYPE_CHECKING:
    from rules.model.scorecard import FactDefinition, Scorecard

_say = speaker(__name__)

UNKNOWN = ("unknown", "未知")
MASS = "net_mass"
"""The fact that cannot be zero: a line without mass is no line of goods."""
IMPORTED_ON = "imported_on"
FIRST_REPORTED = date(2023, 10, 1)
"""The first day of the transitional period; of imports before it nothing was reported."""
_MASS_DIGITS = 12
"""How many digits a mass has before or behind a point, so that a year of masses can be added up in 34 digits."""
_CODE, _COUNTRY = "cn_code", "country"
_NONE = ("none", "无")
_NOT_APPLICABLE = ("not applicable", "n/a", "不适用")
_COUNTRY_CODE = re.compile(r"[A-Z]{2}\Z")
_GROUPED_CODE = re.compile(r"[0-9]{2}(?:[ .]?[0-9]{2}){3,4}\Z")
"""A code of eight or ten digits; spaces and dots stand between pairs of digits, as the nomenclature prints them."""
_UNCLEAR_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\Z")
_COUNTED = re.compile(r"(?P<number>-?\d+(?:\.\d+)?) ?(?P<unit>[A-Za-z][A-Za-z0-9/]*)")
"""A number with its unit behind it, which belongs in the heading."""
_PARTS = re.compile(r"[./]")
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """What a cell stands under: a name as it is written in the file, a unit, and the list whose field it is."""

    named: str
    unit: str
    within: str


@dataclass(frozen=True, slots=True)
class Note:
    """A cell that was taken for something other than its letters: what is given, what is meant."""

    place: str
    given: str
    taken: str


class CellReader:
    """Reads cells one by one; what is wrong is added up, and nothing wrong hides the rest."""

    def __init__(self, scorecard: Scorecard) -> None:
        """Ask the card which texts it looks up as codes and as countries."""
        self.wrong: list[Violation] = []
        self._read: dict[tuple[str, str, str, str], DeclaredValue] = {}
        self._read_as = looked_up_as(scorecard)

    def refuse(self, place: str, reason: str, key: str, **slots: object) -> None:
        """Note what is wrong at a place."""
        self.wrong.append(Violation(place, _say(key, **slots), reason))

    def read(
        self, fact: FactDefinition, text: str, place: str, heading: Heading
    ) -> tuple[DeclaredValue | None, Note | None]:
        """Read one cell that is not blank; what is refused is refused by the words of its heading."""
        key = (heading.within, fact.id, heading.unit, text)
        if key in self._read:
            return self._read[key], None
        value, note = self._fresh(fact, text, place, heading)
        if value is not None and note is None:
            self._read[key] = value  # the lines of a year say the same few things again and again
        return value, note

    def _fresh(
        self, fact: FactDefinition, text: str, place: str, heading: Heading
    ) -> tuple[DeclaredValue | None, Note | None]:
        named = heading.named
        if (text.startswith((FORMULA, "#")) and fact.type is not FactType.TEXT) or text.startswith(FORMULA):
            self.refuse(place, "FORMULA", "FORMULA", fact=named)
            return None, None
        if fact.may_not_apply and folded(text) in _NOT_APPLICABLE:
            return DeclaredValue(not_applicable=True), None
        match fact.type:
            case FactType.NUMBER:
                return self._number(fact, text, place, heading), None
            case FactType.DATE:
                return self._day(fact, text, place, named), None
            case FactType.FLAG:
                flag = FLAG_WORDS.get(folded(text))
                if flag is None:
                    self.refuse(place, "WRONG_VALUE", "NOT_FLAG", fact=named, found=text[:_SHOWN])
                return None if flag is None else DeclaredValue(flag=flag), None
            case FactType.CHOICE:
                return self._choice(fact, text, place, named), None
            case FactType.TEXT:
                return self._text(text, place, self._read_as.get((heading.within, fact.id), ""), named)
            case _:
                if folded(text) in _NONE:
                    return DeclaredValue(records=()), None
                self.refuse(place, "WRONG_VALUE", "LIST_IN_CELL", fact=named, found=text[:_SHOWN])
                return None, None

    def _number(self, fact: FactDefinition, text: str, place: str, heading: Heading) -> DeclaredValue | None:
        try:
            number = parse_given(text)
        except NumberError as error:
            slots = {"fact": heading.named, "found": text[:_SHOWN]}
            counted = _COUNTED.fullmatch(text)
            if counted and fits(counted["unit"], fact.unit):
                wanted = f"{heading.named} ({counted['unit']})"
                self.refuse(place, "WRONG_VALUE", "UNIT_IN_CELL", **slots, number=counted["number"], heading=wanted)
            elif "/" in text:
                self.refuse(place, "WRONG_VALUE", "NOT_FRACTION", **slots, problem=words_of(error))
            else:
                key = "DECIMAL_COMMA" if re.fullmatch(r"-?[\d .]*\d,\d+", text) else "NOT_NUMBER"
                self.refuse(place, "WRONG_VALUE", key, **slots, digits=MAXIMUM_DIGITS)
            return None
        own = convert(number, heading.unit, fact.unit)
        slots = {"fact": heading.named, "found": f"{text} {heading.unit}".rstrip()}
        if fact.id == MASS and own == 0:
            self.refuse(place, "WRONG_VALUE", "NO_MASS", **slots)
        elif fact.id == MASS and max(map(len, _PARTS.split(text))) > _MASS_DIGITS:
            self.refuse(place, "WRONG_VALUE", "MASS_DIGITS", **slots, most=_MASS_DIGITS)
        elif fact.at_least is not None and own < fact.at_least:
            self.refuse(place, "WRONG_VALUE", "TOO_SMALL", **slots, bound=f"{format_exact(fact.at_least)} {fact.unit}")
        elif fact.at_most is not None and own > fact.at_most:
            self.refuse(place, "WRONG_VALUE", "TOO_GREAT", **slots, bound=f"{format_exact(fact.at_most)} {fact.unit}")
        else:
            return DeclaredValue(number=text, unit=heading.unit)
        return None

    def _day(self, fact: FactDefinition, text: str, place: str, named: str) -> DeclaredValue | None:
        try:
            day = parse_date(text)
        except DateError:
            key = "UNCLEAR_DAY" if _UNCLEAR_DAY.match(text) else "NOT_DAY"
            self.refuse(place, "WRONG_VALUE", key, fact=named, found=text[:_SHOWN])
            return None
        if fact.id == IMPORTED_ON and day < FIRST_REPORTED:
            self.refuse(place, "WRONG_VALUE", "BEFORE_REPORTS", fact=named, found=text, first=FIRST_REPORTED)
            return None
        return DeclaredValue(date=day.isoformat())

    def _choice(self, fact: FactDefinition, text: str, place: str, named: str) -> DeclaredValue | None:
        id = choice_ids(fact.choices).get(folded(text))
        if id is None:
            allowed = [choice.id for choice in fact.choices]
            self.refuse(place, "WRONG_VALUE", "NOT_CHOICE", fact=named, found=text[:_SHOWN], allowed=allowed)
        return None if id is None else DeclaredValue(choice=id)

    def _text(self, text: str, place: str, read_as: str, named: str) -> tuple[DeclaredValue | None, Note | None]:
        taken = text
        if read_as == _CODE:
            taken = unicodedata.normalize("NFKC", text)
            if not _GROUPED_CODE.match(taken):
                self.refuse(place, "WRONG_VALUE", _code_fault(taken), fact=named, found=text[:_SHOWN])
                return None, None
            taken = taken.replace(" ", "").replace(".", "")
        elif read_as == _COUNTRY:
            taken = UNKNOWN[0] if folded(text) in UNKNOWN else unicodedata.normalize("NFKC", text).upper()
            if taken != UNKNOWN[0] and not _COUNTRY_CODE.match(taken):
                self.refuse(place, "WRONG_VALUE", "NOT_COUNTRY", fact=named, found=text[:_SHOWN])
                return None, None
        return DeclaredValue(text=taken), Note(place, text, taken) if taken != text else None


def fits(given: str, wanted: str) -> bool:
    """Say whether a unit can stand where another is wanted: any that is converted exactly, but never none at all."""
    try:
        return given == wanted or (bool(given) and bool(wanted) and unit(given).dimension == unit(wanted).dimension)
    except UnitError:
        return False


def looked_up_as(scorecard: Scorecard) -> dict[tuple[str, str], str]:
    """Say of each text by which key column it is looked up; a field of a record is named after its list."""
    return {
        (quantity.list or "", key.name): key.column
        for quantity in scorecard.quantities
        if isinstance(quantity, TableQuantity)
        for row in quantity.rows
        for key in row.keys
        if key.name is not None
    }


def _code_fault(text: str) -> str:
    """Say which of the usual faults a code has."""
    digits = text.replace(" ", "").replace(".", "")
    if not (digits.isascii() and digits.isdigit()):
        return "NOT_CODE"
    if len(digits) in (4, 6):
        return "HEADING"
    return "LOST_ZERO" if len(digits) in (7, 9) else "NOT_CODE"
