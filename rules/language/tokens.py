"""Which numbers, names and signs does a formula consist of, and where does each stand?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from fractions import Fraction

    from rules.language.cells import Cells
    from rules.language.names import Named, Scope
    from rules.language.text import Text

_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_UNIT = re.compile(r"[^\s(),;+*-]+")
_FUNCTION = re.compile(r"(min|max)\s*(?=\()")
_WORD = re.compile(r"[^\s(),;+*/-]+")
_SIGNS = "+-*/(),"


@dataclass(frozen=True, slots=True)
class Token:
    """One number with its unit, one name, one function, or one sign."""

    kind: str
    text: Text
    value: Fraction | None = None
    unit: str = ""
    named: Named | None = None


@dataclass(slots=True)
class Tokens:
    """The tokens of one formula, read from left to right."""

    cells: Cells
    scope: Scope

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
            found.append(token)
        return found

    def _next(self, text: Text, start: int) -> tuple[Token | None, int]:
        number = _NUMBER.match(text.text, start)
        named = next(self.scope.openings(text.text, start), None)
        function = _FUNCTION.match(text.text, start)
        if self.cells.report.broken_end(text.text, start) >= (named[1] if named else start + 1):
            return None, start
        if named is not None and (number is None or named[1] > number.end()):
            return Token("name", text.part(start, named[1]), named=named[0]), named[1]
        if number is not None:
            return self._number(text, start, number.end())
        if function is not None:
            return Token(function[1], text.part(start, function.end())), function.end()
        if text.text[start] in _SIGNS:
            return Token(text.text[start], text.part(start, start + 1)), start + 1
        word = _WORD.match(text.text, start)
        self._unknown(text.part(start, word.end() if word else start + 1))
        return None, start

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
            report.add("RL010", text, "formula", found=text.text, expected="+ - * / ( )")
            return
        numbers = [word for word in self.scope.words if self._is_number(word)]
        tables = words.separator.join(words.sentences[key].shown for key in ("facts", "quantity"))
        report.add_unknown("RL011", text, numbers, name=text.text, tables=tables)

    def _is_number(self, word: str) -> bool:
        named = self.scope.find(word)
        return named is not None and named.type is FactType.NUMBER
