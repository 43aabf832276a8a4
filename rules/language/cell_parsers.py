"""Cell parsers: numbers with units, dates, periods, words, ids; hints for spreadsheet syntax and numbers in words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from rules.contracts.dates import DateError, Period, parse_date
from rules.contracts.numbers import MAXIMUM_DIGITS, NumberError, format_exact, parse_decimal, parse_exact
from rules.contracts.units import convert, is_unit, known_symbols, unit
from rules.language.diagnostic_collector import nearest_words
from rules.language.name_resolution import report_malformed_id, show_place
from rules.language.punctuation import report_full_width_mark, to_ascii
from rules.model.expressions import DAY_NUMBERS, SpanUnit, UndeterminedFormula
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from rules.contracts.diagnostics import Location
    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.name_resolution import IdFormat, NamedItem, Scope, SymbolTable
    from rules.language.punctuation import MarkNormalizer
    from rules.language.source_text import SourceText


def read_left_open(cells: CellParser, cell: SourceText) -> UndeterminedFormula | None:
    """Read that the rules leave a value open, with the reason if one is given; None if a cell says otherwise."""
    words, plain = cells.words, to_ascii(cell.text)
    if words.words["values"].read(plain) == "undetermined":
        return UndeterminedFormula()
    for parse in words.forms["left_open"].parses(plain):
        report_full_width_mark(cell, [parse["reason"]], cells.report)
        return UndeterminedFormula(because={words.language: cell.part(*parse["reason"]).text})
    return None


COUNTED = frozenset({"time", "item"})
"""Units of things that come whole."""


def warn_of_fractions(named: NamedItem, measure: NumberWithUnit, report: DiagnosticReport) -> None:
    """Warn of a part of a counted thing, unless the fact itself says of what it is a multiple."""
    fact = named.fact
    if fact is None or fact.unit not in COUNTED or fact.multiple_of is not None:
        return
    if convert(measure.value, measure.unit, fact.unit).denominator != 1:
        report.add("RL098", measure.text, name=named.id, number=measure.number)


_PLURAL_NUMBER = "0"
"""A number after which a unit that is a word stands in its plural."""


def meant_units(word: str, words: Lexicon) -> tuple[str, ...]:
    """Give the units that a word is another writing of, as the language writes them; none if it is no such word.

    Signs that look like another (`₂`, `²`, `㎡`), spaces and capital letters make no difference.
    """
    parts = [_single(part, words) for part in unicodedata.normalize("NFKC", word).split("/")]
    return tuple(unit_name for unit_name in map("/".join, product(*parts)) if is_unit(words.read_unit(unit_name)))


def scaled_units(word: str, words: Lexicon) -> tuple[str, tuple[str, ...]] | None:
    """Part a word such as 万吨 or `million EUR` into the factor that belongs to the number, and the units meant."""
    for scale, names in words.scales.items():
        for name in names:
            rest = word.removeprefix(name).lstrip()
            if word.startswith(name) and rest:
                known = (rest,) if is_unit(words.read_unit(rest)) else meant_units(rest, words)
                if known:
                    return scale, tuple(words.write_unit(words.read_unit(symbol), scale) for symbol in known)
    return None


def _single(part: str, words: Lexicon) -> tuple[str, ...]:
    folded = _folded(part)
    listed = tuple(
        words.write_unit(symbol, _PLURAL_NUMBER)
        for symbol, names in words.meant_units.items()
        if folded in {_folded(name) for name in names}
    )
    alike = (symbol for symbol in (*known_symbols(), *words.unit_symbols) if _folded(symbol) == folded)
    return listed or tuple(dict.fromkeys(alike))


def _folded(word: str) -> str:
    return "".join(word.split()).casefold()


_CELL = re.compile(r"(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?[0-9]{1,7}")
_FUNCTIONS = {"least": "min", "greatest": "max"}
_SIGNS = {"power": "^", "times": "*", "over": "/", "plus": "+", "minus": "-"}
_CALLED = ("cases", "lookup", "records", "round", "least", "greatest", "time")
"""What is called with brackets; of those the cases alone are also written without."""


def refuse_spreadsheet(text: SourceText, start: int, scope: Scope, words: Lexicon, report: DiagnosticReport) -> bool:
    """Report what a formula of a spreadsheet has at `start` and one of a card has not, and say if there is any."""
    rest = text.part(start, len(text.text))

    def ends(after: str) -> bool:
        return not after or not after[0].isalpha() or next(scope.names_at(after), None) is not None

    if rest.text.startswith("="):
        if not refuse_spreadsheet(text, start + 1, scope, words, report):
            report.add("RL010", rest.part(0, 1), "sheet_equals")
        return True
    for key in _CALLED:
        word = _beginning(rest.text, words.spreadsheet[key], _called if key != "cases" else ends)
        if word:
            problem = f"sheet_{'function' if key in _FUNCTIONS else key}"
            report.add("RL010", rest.part(0, len(word)), problem, found=word, **_hint_arguments(key, words))
            return True
    for key, sign in _SIGNS.items():
        word = _beginning(rest.text, words.spreadsheet[key], ends)
        if word:
            report.add("RL010", rest.part(0, len(word)), "sheet_sign", found=word, sign=sign)
            return True
    cell = _CELL.match(rest.text)
    if cell is None or not ends(rest.text[cell.end() :]):
        return False
    report.add("RL010", rest.part(0, cell.end()), "sheet_cell", found=cell[0])
    return True


def refuse_number_word(text: SourceText, unit: str, words: Lexicon, report: DiagnosticReport) -> bool:
    """Report a number that is written as a word, such as 一次 or `two times`, and say if it is one."""
    for digits, names in words.number_words.items():
        word = _beginning(text.text, names, lambda after: is_unit(words.read_unit(after.strip())))
        if word:
            rest = text.text[len(word) :].strip()
            share = unit == "%" and "/" in digits
            written = format_exact(Fraction(digits) * 100) if share else digits
            number = f"{written} {rest}" if rest else words.write_number(written, unit)
            report.add("RL022", text, "in_words", text=text.text, digits=number)
            return True
    return False


def _beginning(text: str, names: Iterable[str], ends: Callable[[str], bool]) -> str:
    """Give the longest of some words that a text begins with, if what stands behind it lets the word end there."""
    begun = (text[: len(word)] for word in sorted(names, key=len, reverse=True) if _begins(text, word))
    return next((word for word in begun if ends(text[len(word) :])), "")


def _begins(text: str, word: str) -> bool:
    return text[: len(word)].casefold() == word.casefold()


def _called(after: str) -> bool:
    return after.lstrip().startswith("(")


def _hint_arguments(key: str, words: Lexicon) -> dict[str, str]:
    functions, sentences = words.words["functions"], words.sentences
    columns = words.columns["quantity"]
    match key:
        case "cases":
            otherwise = words.words["values"].write("otherwise")
            return {"formula": columns.write("formula"), "when": columns.write("when"), "otherwise": otherwise}
        case "lookup":
            return {"tabled": sentences["lookup"].shown, "looked_up": sentences["table_lookup"].shown}
        case "records":
            return {"sum": sentences["sum"].shown, "figure": sentences["figure"].shown}
        case "round":
            mode = words.words["roundings"].write("half-even")
            return {"example": f"{functions.write('round')}(…, 0.01, {mode})"}
        case "least" | "greatest":
            return {"function": functions.write(_FUNCTIONS[key])}
        case _:
            spans = words.separator.join(map(functions.write, (*SpanUnit, *DAY_NUMBERS)))
            return {"functions": spans, "today": words.words["reserved"].write("as_of_date")}


_MEASURE = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?(?:/[1-9][0-9]*)?)\s*(.*)\Z", re.DOTALL)
_QUOTIENT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?\s*/\s*-?[0-9]")


@dataclass(frozen=True, slots=True)
class NumberWithUnit:
    """A number as the author wrote it, with the primary symbol of its unit."""

    text: SourceText
    number: str
    value: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class CellParser:
    """Reads single cells and slots of one language; what is wrong goes into the report, and the answer is None."""

    words: Lexicon
    report: DiagnosticReport
    marks: MarkNormalizer

    def number(self, text: SourceText) -> Fraction | None:
        """Read a number without unit: a plain decimal, or a fraction n/d."""
        plain = self.marks.plain(text)
        measured = _MEASURE.match(plain.text)
        if measured and measured[2] and self.is_unit(measured[2]):
            self.report.add("RL012", plain.part(measured.start(2), len(plain.text)), "unwanted_column",
                            unit=measured[2], number=measured[1])  # fmt: skip
            return None
        try:
            return parse_exact(plain.text) if "/" in plain.text else parse_decimal(plain.text)
        except NumberError:
            self._not_a_number(plain)
            return None

    def measure(self, text: SourceText) -> NumberWithUnit | None:
        """Read a number with or without unit."""
        plain = self.marks.plain(text)
        match = _MEASURE.match(plain.text)
        if match is None:
            self._not_a_number(plain)
            return None
        try:
            value = parse_exact(match[1]) if "/" in match[1] else parse_decimal(match[1])
        except NumberError:
            self._not_a_number(plain)
            return None
        symbol = self.words.read_unit(match[2])
        if not self.is_unit(match[2]):
            attached = not plain.text[match.start(2) - 1].isspace() and match[2][0].isascii()
            if attached or re.match(r"[0-9.,_'/+-]", match[2]):
                self._not_a_number(plain)
            else:
                self.unknown_unit(plain.part(match.start(2), len(plain.text)))
            return None
        return NumberWithUnit(plain, match[1], value, symbol)

    def fitting(self, text: SourceText, name: str, wanted: str) -> NumberWithUnit | None:
        """Read a number whose unit fits the named thing: given exactly when that has one, of the same dimension."""
        measure = self.measure(text)
        if measure is None:
            return None
        shown = self.words.write_unit(wanted)
        if wanted and not measure.unit:
            share = wanted == "%" and 0 < measure.value <= 1 and "." in measure.number
            much = {"much": format_exact(measure.value * 100)} if share else {}
            problem = "missing_share" if share else "missing"
            self.report.add("RL012", measure.text, problem, name=name, unit=shown, number=measure.number, **much)
            return None
        if measure.unit and not wanted:
            unit_text = measure.text.part(len(measure.number), len(measure.text.text))
            written = self.words.write_unit(measure.unit, measure.number)
            self.report.add("RL012", unit_text, "unwanted", name=name, unit=written, number=measure.number)
            return None
        if unit(measure.unit).dimension != unit(wanted).dimension:
            unit_text = measure.text.part(len(measure.number), len(measure.text.text))
            written = self.words.write_number(measure.number, measure.unit)
            self.report.add("RL012", unit_text, "dimension", found=written, name=name, unit=shown)
            return None
        return measure

    def unit(self, text: SourceText) -> str | None:
        """Read a unit and give its primary symbol."""
        plain = self.marks.plain(text)
        if not self.is_unit(plain.text):
            self.unknown_unit(plain)
            return None
        return self.words.read_unit(plain.text)

    def is_unit(self, word: str) -> bool:
        """Say whether a word is a unit."""
        return word.count("%") <= 1 and is_unit(self.words.read_unit(word))

    def is_measure(self, text: str) -> bool:
        """Say whether a text is a number with a unit."""
        match = _MEASURE.match(text)
        return match is not None and self.is_unit(match[2])

    def unknown_unit(self, text: SourceText) -> None:
        """Report a unit that is not known, with those that are meant by it, or else the nearest ones."""
        scaled = scaled_units(text.text, self.words)
        if scaled is not None:
            factor, units = scaled
            self.report.add("RL012", text, "scaled", found=text.text, factor=factor, units=self.report.either(units))
            return
        known = [symbol for symbol in (*known_symbols(), *self.words.unit_symbols) if 2 * len(symbol) >= len(text.text)]
        near = meant_units(text.text, self.words) or nearest_words(text.text, known)
        if near:
            self.report.add("RL012", text, "unknown", found=text.text, near=self.report.either(near))
        else:
            self.report.add("RL012", text, "unknown_far", found=text.text)

    def _not_a_number(self, text: SourceText) -> None:
        digits = sum(character.isdigit() for character in text.text)
        if digits > MAXIMUM_DIGITS and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?\D*", text.text):
            self.report.add("RL022", text, "digits", digits=str(digits), maximum=str(MAXIMUM_DIGITS))
        elif _QUOTIENT.match(text.text):
            self.report.add("RL022", text, "fraction", text=text.text[:40])
        else:
            self.report.add("RL022", text, "number", text=text.text[:40])

    def whole_number(self, text: SourceText, *, low: int, high: int, unit: str = "") -> int | None:
        """Read a whole number, with the word of its unit if it has one."""
        plain = self.marks.plain(text)
        match = _MEASURE.match(plain.text)
        fits = match and match[1].isdigit() and self.words.read_unit(match[2]) == unit
        if match and fits and low <= int(match[1]) <= high:
            return int(match[1])
        example = self.words.write_number(str(max(low, 2)), unit)
        if unit and match and self.is_unit(match[2]) and self.words.read_unit(match[2]) != unit:
            problem = "other" if match[2] else "bare"
            wanted, meant = self.words.write_unit(unit, "2"), self.words.write_number(match[1], unit)
            self.report.add("RL012", plain, problem, found=plain.text, unit=wanted, meant=meant)
            return None
        self.report.add("RL022", plain, "whole", text=plain.text, low=str(low), high=str(high), example=example)
        return None

    def word(self, text: SourceText, group: str) -> str | None:
        """Read one of a group of fixed words and give its key."""
        plain = self.marks.plain(text)
        words = self.words.words[group]
        key = words.read(plain.text)
        if key is None:
            self.not_a_word(plain, words.by_word)
        return key

    def not_a_word(self, text: SourceText, allowed: Iterable[str]) -> None:
        """Report a word that is none of those allowed."""
        known = tuple(allowed)
        near = nearest_words(text.text, known)
        if near:
            self.report.add("RL022", text, "word_near", text=text.text, near=self.report.either(near))
        else:
            self.report.add("RL022", text, "word", text=text.text, allowed=self.words.separator.join(known))

    def date(self, text: SourceText) -> date | None:
        """Read a civil date."""
        plain = self.marks.plain(text)
        try:
            return parse_date(plain.text)
        except DateError:
            self.report.add("RL022", plain, "date", text=plain.text)
            return None

    def period(self, text: SourceText) -> Period | None:
        """Read a period of civil dates, such as `2024-01-01 to 2024-12-31`."""
        plain = self.marks.plain(text)
        pattern = self.words.dates["through"]
        slots = next(pattern.read(plain), None)
        if slots is None:
            example = pattern.write(first="2024-01-01", last="2024-12-31")
            self.report.add("RL022", plain, "period", text=plain.text, example=example)
            return None
        first, last = (self.date(slots[end]) for end in ("first", "last"))
        if first is None or last is None:
            return None
        if last < first:
            self.report.add("RL022", plain, "order", text=last.isoformat(), other=first.isoformat())
            return None
        return Period(first, last)

    def id(self, text: SourceText, form: IdFormat) -> str | None:
        """Read an id of a given form."""
        plain = self.marks.plain(text)
        if re.fullmatch(form.pattern, plain.text):
            return plain.text
        report_malformed_id(plain, form, self.report)
        return None

    def type_word(self, kind: FactType) -> str:
        """Write the word for a type; a list has no column word of its own."""
        return self.words.forms["list_of"].shown if kind is FactType.RECORDS else self.words.words["types"].write(kind)

    def unknown_name(self, word: SourceText, known: Iterable[str], *sentences: str) -> None:
        """Report a name that nothing has, with the sentences that could define it."""
        tables = self.words.separator.join(self.words.sentences[key].shown for key in sentences)
        self.report.add_unknown("RL011", word, known, name=word.text, tables=tables)

    def unknown_choice(self, word: SourceText, choices: SymbolTable[str], name: str) -> None:
        """Report a word that is none of the choices of what is named."""
        shown = self.words.separator.join(choices.items)
        self.report.add_unknown("RL017", word, choices.words, value=word.text, name=name, choices=shown)

    def refuse_type(self, name: SourceText, actual_type: FactType, *wanted: str) -> None:
        """Report a name of another type than those that may stand there."""
        words = self.words.words["types"].by_key
        shown = self.words.separator.join(words.get(type_name, type_name) for type_name in wanted)
        self.report.add("RL016", name, "expected", name=name.text, type=self.type_word(actual_type), wanted=shown)

    def refuse_twice(self, word: SourceText, location: Location) -> None:
        """Report what another place says already."""
        self.report.add("RL014", word, id=word.text, place=show_place(location))

    def items(self, text: SourceText) -> tuple[SourceText, ...]:
        """Split a list at its commas and report an item left empty."""
        parts = self.marks.plain(text).split(",")
        for part in parts:
            if not part:
                self.report.add("RL022", part, "list", text=text.text)
        return tuple(part for part in parts if part)
