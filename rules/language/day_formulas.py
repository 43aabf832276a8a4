"""Which day does a cell of a date give: a date expression, or the earliest or latest of several?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.language.dates import Dates
from rules.language.formula_parts import MAXIMUM_DEPTH
from rules.language.left_open import left_open
from rules.language.tokens import closing_bracket
from rules.model.expressions import DayOf, FormulaOperator, Operation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.language.cells import Cells
    from rules.language.names import Scope
    from rules.language.text import Text
    from rules.model.expressions import Formula

DAY_FUNCTIONS = {"earliest": FormulaOperator.MINIMUM, "latest": FormulaOperator.MAXIMUM}
"""What is taken of several days, as of several numbers."""
_NUMBERS_ONLY = ("min", "max")


@dataclass(frozen=True, slots=True)
class DayFormulas:
    """Reads the formulas of a date with the names of one scope."""

    cells: Cells
    scope: Scope

    def read(self, cell: Text) -> Formula | None:
        """Read a day, that it never comes, or that the rules leave it open; report what cannot be read."""
        open_ = left_open(self.cells, cell)
        return open_ if open_ is not None else self._day(self.cells.marks.plain(cell), 1)

    def _day(self, text: Text, depth: int) -> Formula | None:
        if self.cells.words.words["values"].read(text.text) == "never":
            return DayOf(date="never")
        for key, operator in DAY_FUNCTIONS.items():
            opened = self._opened(text, self.cells.words.words["day_functions"].write(key))
            closed = closing_bracket(text.text, opened) if opened else None
            if closed is not None:
                return self._of_several(text, operator, (opened, closed), depth)
        for word in map(self.cells.words.words["functions"].write, _NUMBERS_ONLY):
            if self._opened(text, word):
                functions = self.cells.words.separator.join(self.cells.words.words["day_functions"].by_word)
                self.cells.report.add("RL010", text, "of_numbers", found=word, functions=functions)
                return None
        day = Dates(self.cells, self.scope).expression(text)
        return None if day is None else DayOf(date=day)

    def _of_several(
        self, text: Text, operator: FormulaOperator, inside: tuple[int, int], depth: int
    ) -> Operation | None:
        parts = list(_parts(text, *inside))
        behind = text.part(inside[1] + 1, len(text.text)).text
        if behind:
            moved = ", ".join(f"{part.text} {behind}" for part in parts)
            self.cells.report.add("RL010", text, "moved_day", days=f"{text.text[: inside[0]]}{moved})")
            return None
        if len(parts) < 2 or not all(part.text for part in parts):
            self.cells.report.add("RL010", text, "several_days", text=text.text)
            return None
        if depth > MAXIMUM_DEPTH:
            self.cells.report.add("RL010", text, "formula_deep", most=str(MAXIMUM_DEPTH))
            return None
        read = [self._day(part, depth + 1) for part in parts]
        days = tuple(day for day in read if day is not None)
        return Operation(operator=operator, operands=days) if len(days) == len(read) else None

    @staticmethod
    def _opened(text: Text, word: str) -> int:
        """Give the place behind the bracket that a text opens after a function, or 0."""
        after = text.text[len(word) :].lstrip()
        if not text.text.startswith(word) or not after.startswith("("):
            return 0
        return text.text.index("(", len(word)) + 1


def _parts(text: Text, start: int, end: int) -> Iterator[Text]:
    """Cut what stands in brackets at the commas that stand in no further brackets."""
    depth, begin = 0, start
    for place in range(start, end):
        depth += {"(": 1, ")": -1}.get(text.text[place], 0)
        if text.text[place] == "," and depth == 0:
            yield text.part(begin, place)
            begin = place + 1
    yield text.part(begin, end)
