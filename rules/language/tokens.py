"""Which numbers, names and signs does a formula consist of, and where does each stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.numbers import RoundingMode
from rules.language.dates import Dates
from rules.language.spreadsheets import refuse_spreadsheet
from rules.language.times import TIMES, read_time
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.cells import Cells
    from rules.language.lexicon import Words
    from rules.language.names import Named, Scope
    from rules.language.text import Text
    from rules.model.expressions import Span, YearOf

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_UNIT = re.compile(r"[^\s(),;+*^-]+")
_WORD = re.compile(r"[^\s(),;+*/^-]+")
_SIGNS = "+-*/^(),"
ROUND = "round"
"""The function whose last argument is no number but a way of rounding."""
TIME = "time"
"""The kind of a token that is a whole function of dates."""
MODE = "mode"
"""The kind of a token that is a way of rounding."""


@dataclass(frozen=True, slots=True)
class Token:
    """One number with its unit, one name, one function, one way of rounding, or one sign.

    A function of dates is one token with its brackets: dates have a notation of their own.
    """

    kind: str
    text: Text
    value: Fraction | None = None
    unit: str = ""
    named: Named | None = None
    time: Span | YearOf | None = None
    mode: RoundingMode | None = None


@dataclass(slots=True)
class Tokens:
    """The tokens of one formula, read from left to right."""

    cells: Cells
    scope: Scope
    brackets: list[str] = field(default_factory=list)
    """The functions whose brackets are open, innermost last; a bracket alone is empty."""

    def read(self, text: Text) -> list[Token] | None:
        """Cut a formula into tokens; report the first that is none."""
        found: list[Token] = []
        position = 0
        while position < len(text.text):
            if text.text[position].isspace():
                position += 1
                continue
            token, position = self._next(text, position)
            if token is None:
                return None
            if token.kind == "(":
                before = found[-1].kind if found else ""
                self.brackets.append(before if before in self._functions.by_key else "")
            elif token.kind == ")" and self.brackets:
                self.brackets.pop()
            found.append(token)
        return found

    @property
    def _functions(self) -> Words:
        return self.cells.words.words["functions"]

    def _next(self, text: Text, start: int) -> tuple[Token | None, int]:
        number = _NUMBER.match(text.text, start)
        named = next(self.scope.openings(text.text, start), None)
        function = self._function(text.text, start)
        if function is not None and (named is None or named[1] <= function[1]):
            return self._called(text, start, *function)
        if self.brackets[-1:] == [ROUND] and (mode := self._mode(text, start)) is not None:
            return mode, start + len(mode.text.text)
        if self.cells.report.broken_end(text.text, start) >= (named[1] if named else start + 1):
            return None, start
        if named is not None and (number is None or named[1] > number.end()):
            return Token("name", text.part(start, named[1]), named=named[0]), named[1]
        if number is not None:
            return self._number(text, start, number.end())
        if refuse_spreadsheet(text, start, self.scope, self.cells.words, self.cells.report):
            return None, start
        if text.text[start] in _SIGNS:
            return Token(text.text[start], text.part(start, start + 1)), start + 1
        word = _WORD.match(text.text, start)
        if self._refuse_date(text, start, word.end() if word else start):
            return None, start
        self._unknown(text.part(start, word.end() if word else start + 1))
        return None, start

    def _function(self, text: str, start: int) -> tuple[str, int] | None:
        """Find a function that the text continues with, and where its word ends: an opening bracket comes next."""
        for key, word in self._functions.by_key.items():
            end = start + len(word)
            if text.startswith(word, start) and text[end:].lstrip().startswith("("):
                return key, end
        return None

    def _called(self, text: Text, start: int, key: str, end: int) -> tuple[Token | None, int]:
        if key not in TIMES:
            return Token(key, text.part(start, end)), end
        opened = text.text.index("(", end) + 1
        closed = closing_bracket(text.text, opened)
        if closed is None:
            return Token(key, text.part(start, end)), end
        time = read_time(key, text.part(opened, closed), Dates(self.cells, self.scope), self._functions.write(key))
        return (None if time is None else Token(TIME, text.part(start, closed + 1), time=time)), closed + 1

    def _mode(self, text: Text, start: int) -> Token | None:
        for mode, word in self.cells.words.words["roundings"].by_key.items():
            end = start + len(word)
            if text.text.startswith(word, start) and text.text[end:].lstrip().startswith(")"):
                return Token(MODE, text.part(start, end), mode=RoundingMode(mode))
        return None

    def _number(self, text: Text, start: int, end: int) -> tuple[Token | None, int]:
        value = self.cells.number(text.part(start, end))
        if value is None:
            return None, end
        begin = end
        while begin < len(text.text) and text.text[begin].isspace():
            begin += 1
        chunk = _UNIT.match(text.text, begin)
        for stop in range(chunk.end() if chunk else begin, begin, -1):
            word = text.text[begin:stop]
            if not word.isdigit() and self.cells.is_unit(word) and self.scope.find(word) is None:
                return Token("number", text.part(start, stop), value, self.cells.words.read_unit(word)), stop
        word = chunk[0].split("/")[0] if chunk else ""
        if word and self.scope.find(word) is None:
            self.cells.unknown_unit(text.part(begin, begin + len(word)))
            return None, end
        return Token("number", text.part(start, end), value), end

    def _unknown(self, text: Text) -> None:
        words, report = self.cells.words, self.cells.report
        if not re.match(r"\w", text.text):
            report.add("RL010", text, "formula", found=text.text, expected="+ - * / ^ ( )")
            return
        numbers = [word for word in self.scope.words if self._is_number(word)]
        tables = words.separator.join(words.sentences[key].shown for key in ("facts", "quantity"))
        report.add_unknown("RL011", text, numbers, name=text.text, tables=tables)

    def _refuse_date(self, text: Text, start: int, end: int) -> bool:
        """Report a function whose value is a date, and say if there is one."""
        words = self.cells.words
        word = text.part(start, end)
        is_one = words.words["day_functions"].read(word.text) is not None and text.text[end:].lstrip().startswith("(")
        if is_one:
            sentence = words.sentences["day"].write(quantity="…", bases="…")
            self.cells.report.add("RL010", word, "of_days", found=word.text, sentence=sentence)
        return is_one

    def _is_number(self, word: str) -> bool:
        named = self.scope.find(word)
        return named is not None and named.type is FactType.NUMBER


def closing_bracket(text: str, start: int) -> int | None:
    """Find the bracket that closes the one before `start`."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place
    return None
