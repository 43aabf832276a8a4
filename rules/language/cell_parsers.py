"""Cell parsers for numbers, units, dates and ids, with hints for spreadsheet syntax."""

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
    from rules.language.source import SourceText


def read_left_open(cells: CellParser, cell: SourceText) -> UndeterminedFormula | None:
    """Read an undetermined value, with the reason if the cell states one; None for any other cell."""
    words, plain = cells.words, to_ascii(cell.text)
    if words.words["values"].read(plain) == "undetermined":
        return UndeterminedFormula()
    for parse in words.forms["left_open"].parses(plain):
        report_full_width_mark(cell, [parse["reason"]], cells.report)
        return UndeterminedFormula(because={words.language: cell.part(*parse["reason"]).text})
    return None


COUNTED = frozenset({"time", "item"})
"""Units of things counted in whole numbers."""


def warn_of_fractions(named: NamedItem, measure: NumberWithUnit, report: DiagnosticReport) -> None:
    """Warn of a fraction of a counted thing, unless the fact defines `multiple_of`."""
    fact = named.fact
    if fact is None or fact.unit not in COUNTED or fact.multiple_of is not None:
        return
    if convert(measure.value, measure.unit, fact.unit).denominator != 1:
        report.add("RL098", measure.text, name=named.id, number=measure.number)


_PLURAL_NUMBER = "0"


def meant_units(word: str, words: Lexicon) -> tuple[str, ...]:
    """Return the known spellings of the units that a word means; empty if there are none.

    Compatibility characters (`₂`, `²`, `㎡`), spaces and capitals are ignored.
    """
    parts = [_meant_symbols(part, words) for part in unicodedata.normalize("NFKC", word).split("/")]
    return tuple(unit_name for unit_name in map("/".join, product(*parts)) if is_unit(words.read_unit(unit_name)))


def scaled_units(word: str, words: Lexicon) -> tuple[str, tuple[str, ...]] | None:
    """Split a word such as 万吨 or `million EUR` into a scale factor and the possible units."""
    for scale, names in words.scales.items():
        for name in names:
            rest = word.removeprefix(name).lstrip()
            if word.startswith(name) and rest:
                known = (rest,) if is_unit(words.read_unit(rest)) else meant_units(rest, words)
                if known:
                    return scale, tuple(words.write_unit(words.read_unit(symbol), scale) for symbol in known)
    return None


def _meant_symbols(part: str, words: Lexicon) -> tuple[str, ...]:
    folded = _folded(part)
    listed = tuple(
        words.write_unit(symbol, _PLURAL_NUMBER)
        for symbol, names in words.meant_units.items()
        if folded in {_folded(name) for name in names}
    )
    similar = (symbol for symbol in (*known_symbols(), *words.unit_symbols) if _folded(symbol) == folded)
    return listed or tuple(dict.fromkeys(similar))


def _folded(word: str) -> str:
    return "".join(word.split()).casefold()


_CELL_REFERENCE = re.compile(r"(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?[0-9]{1,7}")
_FUNCTIONS = {"least": "min", "greatest": "max"}
_SIGNS = {"power": "^", "times": "*", "over": "/", "plus": "+", "minus": "-"}
_BRACKETED_KEYS = ("cases", "lookup", "records", "round", "least", "greatest", "time")


def refuse_spreadsheet(text: SourceText, start: int, scope: Scope, words: Lexicon, report: DiagnosticReport) -> bool:
    """Report spreadsheet syntax at `start`; return whether there is any."""
    rest = text.part(start, len(text.text))

    def ends_word(after: str) -> bool:
        return not after or not after[0].isalpha() or next(scope.names_at(after), None) is not None

    if rest.text.startswith("="):
        if not refuse_spreadsheet(text, start + 1, scope, words, report):
            report.add("RL010", rest.part(0, 1), "sheet_equals")
        return True
    for key in _BRACKETED_KEYS:
        word = _leading_word(rest.text, words.spreadsheet[key], _opens_bracket if key != "cases" else ends_word)
        if word:
            problem = f"sheet_{'function' if key in _FUNCTIONS else key}"
            report.add("RL010", rest.part(0, len(word)), problem, found=word, **_hint_arguments(key, words))
            return True
    for key, sign in _SIGNS.items():
        word = _leading_word(rest.text, words.spreadsheet[key], ends_word)
        if word:
            report.add("RL010", rest.part(0, len(word)), "sheet_sign", found=word, sign=sign)
            return True
    cell = _CELL_REFERENCE.match(rest.text)
    if cell is None or not ends_word(rest.text[cell.end() :]):
        return False
    report.add("RL010", rest.part(0, cell.end()), "sheet_cell", found=cell[0])
    return True


def refuse_number_word(text: SourceText, unit: str, words: Lexicon, report: DiagnosticReport) -> bool:
    """Report a number written as a word, such as 一次 or `two times`; return whether there is one."""
    for digits, names in words.number_words.items():
        word = _leading_word(text.text, names, lambda after: is_unit(words.read_unit(after.strip())))
        if word:
            rest = text.text[len(word) :].strip()
            share = unit == "%" and "/" in digits
            written = format_exact(Fraction(digits) * 100) if share else digits
            number = f"{written} {rest}" if rest else words.write_number(written, unit)
            report.add("RL022", text, "in_words", text=text.text, digits=number)
            return True
    return False


def _leading_word(text: str, names: Iterable[str], is_boundary: Callable[[str], bool]) -> str:
    begun = (text[: len(word)] for word in sorted(names, key=len, reverse=True) if _begins(text, word))
    return next((word for word in begun if is_boundary(text[len(word) :])), "")


def _begins(text: str, word: str) -> bool:
    return text[: len(word)].casefold() == word.casefold()


def _opens_bracket(after: str) -> bool:
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
    """A number as written, with the primary symbol of its unit."""

    text: SourceText
    number: str
    value: Fraction
    unit: str


@dataclass(frozen=True, slots=True)
class CellParser:
    """Parses cells and slots of one language; reports an invalid text and returns None."""

    words: Lexicon
    report: DiagnosticReport
    marks: MarkNormalizer

    def number(self, text: SourceText) -> Fraction | None:
        plain = self.marks.plain(text)
        measured = _MEASURE.match(plain.text)
        if measured and measured[2] and self.is_unit(measured[2]):
            self.report.add("RL012", plain.part(measured.start(2), len(plain.text)), "unwanted_column",
                            unit=measured[2], number=measured[1])  # fmt: skip
            return None
        return self._parse_number(plain, plain.text)

    def _parse_number(self, cell: SourceText, number: str) -> Fraction | None:
        try:
            return parse_exact(number) if "/" in number else parse_decimal(number)
        except NumberError:
            self._report_bad_number(cell)
            return None

    def measure(self, text: SourceText) -> NumberWithUnit | None:
        plain = self.marks.plain(text)
        match = _MEASURE.match(plain.text)
        if match is None:
            self._report_bad_number(plain)
            return None
        value = self._parse_number(plain, match[1])
        if value is None:
            return None
        symbol = self.words.read_unit(match[2])
        if not self.is_unit(match[2]):
            attached = not plain.text[match.start(2) - 1].isspace() and match[2][0].isascii()
            if attached or re.match(r"[0-9.,_'/+-]", match[2]):
                self._report_bad_number(plain)
            else:
                self.unknown_unit(plain.part(match.start(2), len(plain.text)))
            return None
        return NumberWithUnit(plain, match[1], value, symbol)

    def fitting(self, text: SourceText, name: str, wanted: str) -> NumberWithUnit | None:
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
        plain = self.marks.plain(text)
        if not self.is_unit(plain.text):
            self.unknown_unit(plain)
            return None
        return self.words.read_unit(plain.text)

    def is_unit(self, word: str) -> bool:
        return word.count("%") <= 1 and is_unit(self.words.read_unit(word))

    def is_measure(self, text: str) -> bool:
        match = _MEASURE.match(text)
        return match is not None and self.is_unit(match[2])

    def unknown_unit(self, text: SourceText) -> None:
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

    def _report_bad_number(self, text: SourceText) -> None:
        digits = sum(character.isdigit() for character in text.text)
        if digits > MAXIMUM_DIGITS and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?\D*", text.text):
            self.report.add("RL022", text, "digits", digits=str(digits), maximum=str(MAXIMUM_DIGITS))
        elif _QUOTIENT.match(text.text):
            self.report.add("RL022", text, "fraction", text=text.text[:40])
        else:
            self.report.add("RL022", text, "number", text=text.text[:40])

    def whole_number(self, text: SourceText, *, low: int, high: int, unit: str = "") -> int | None:
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
        plain = self.marks.plain(text)
        words = self.words.words[group]
        key = words.read(plain.text)
        if key is None:
            self.not_a_word(plain, words.by_word)
        return key

    def not_a_word(self, text: SourceText, allowed: Iterable[str]) -> None:
        known = tuple(allowed)
        near = nearest_words(text.text, known)
        if near:
            self.report.add("RL022", text, "word_near", text=text.text, near=self.report.either(near))
        else:
            self.report.add("RL022", text, "word", text=text.text, allowed=self.words.separator.join(known))

    def date(self, text: SourceText) -> date | None:
        plain = self.marks.plain(text)
        try:
            return parse_date(plain.text)
        except DateError:
            self.report.add("RL022", plain, "date", text=plain.text)
            return None

    def period(self, text: SourceText) -> Period | None:
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
        plain = self.marks.plain(text)
        if re.fullmatch(form.pattern, plain.text):
            return plain.text
        report_malformed_id(plain, form, self.report)
        return None

    def type_word(self, kind: FactType) -> str:
        return self.words.forms["list_of"].shown if kind is FactType.RECORDS else self.words.words["types"].write(kind)

    def unknown_name(self, word: SourceText, known: Iterable[str], *sentences: str) -> None:
        tables = self.words.separator.join(self.words.sentences[key].shown for key in sentences)
        self.report.add_unknown("RL011", word, known, name=word.text, tables=tables)

    def unknown_choice(self, word: SourceText, choices: SymbolTable[str], name: str) -> None:
        shown = self.words.separator.join(choices.items)
        self.report.add_unknown("RL017", word, choices.words, value=word.text, name=name, choices=shown)

    def refuse_type(self, name: SourceText, actual_type: FactType, *wanted: str) -> None:
        words = self.words.words["types"].by_key
        shown = self.words.separator.join(words.get(type_name, type_name) for type_name in wanted)
        self.report.add("RL016", name, "expected", name=name.text, type=self.type_word(actual_type), wanted=shown)

    def refuse_twice(self, word: SourceText, location: Location) -> None:
        self.report.add("RL014", word, id=word.text, place=show_place(location))

    def items(self, text: SourceText) -> tuple[SourceText, ...]:
        parts = self.marks.plain(text).split(",")
        for part in parts:
            if not part:
                self.report.add("RL022", part, "list", text=text.text)
        return tuple(part for part in parts if part)
