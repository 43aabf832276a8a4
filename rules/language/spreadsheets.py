"""Hints for spreadsheet syntax in formulas and for numbers written as words.

What is found is only said as a hint. Nothing is read in place of what was written.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.contracts.units import is_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.lexicon import Lexicon
    from rules.language.name_resolution import Scope
    from rules.language.source_text import SourceText

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
            spans = words.separator.join(functions.write(span) for span in ("days", "months", "years", "year"))
            return {"functions": spans, "today": words.words["reserved"].write("as_of_date")}
