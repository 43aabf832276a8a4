"""What do the signs and functions of a formula stand for, and what is known of a part that was read?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.model.expressions import FormulaOperator

if TYPE_CHECKING:
    from rules.contracts.units import Dimension
    from rules.model.expressions import Formula

SUMS = {"+": FormulaOperator.ADD, "-": FormulaOperator.SUBTRACT}
PRODUCTS = {"*": FormulaOperator.MULTIPLY, "/": FormulaOperator.DIVIDE}
FUNCTIONS = {"min": FormulaOperator.MINIMUM, "max": FormulaOperator.MAXIMUM}
EXPECTED = {
    "operand": {"en": "a name, a number, a function such as min, or (", "zh": "名称、数值、min 等函数或 ("},
    "operator": {"en": "+ - * / ^ or the end", "zh": "+ - * / ^ 或结尾"},
    "one_power": {"en": "brackets around the power that comes first", "zh": "先算的乘方要加括号"},
    ")": {"en": ") or , or + - * / ^", "zh": ") 或 , 或 + - * / ^"},
    ",": {"en": ", and a second value", "zh": ", 及第二个值"},
    "(": {"en": "(", "zh": "("},
    "step": {"en": "the step as a number above zero, such as 0.01 %", "zh": "大于零的数值作为修约间隔，如 0.01 %"},
    "mode": {"en": "how to round: {modes}", "zh": "修约方式：{modes}"},
}


class UnreadableError(Exception):
    """The formula has been reported and cannot be read further."""


MAXIMUM_DEPTH = 100
"""How many operations or brackets may stand inside one another; whoever reads a formula goes down into all of them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a formula with its dimension; None fits every dimension, as a bare zero does."""

    formula: Formula
    dimension: Dimension | None
    start: int
    end: int
    depth: int = 0
