"""Does a formula hold a plain number where a percentage was surely meant, such as 100 for 100 %?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from rules.contracts.numbers import format_exact
from rules.contracts.units import unit
from rules.model.expressions import FormulaOperator, NameReference, NumberLiteral, Operation, Rounded
from rules.model.formula_parts import within_formula

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.language.cells import Cells
    from rules.language.tokens import Token
    from rules.model.expressions import Formula

_OF_LIKE = (FormulaOperator.ADD, FormulaOperator.SUBTRACT, FormulaOperator.MINIMUM, FormulaOperator.MAXIMUM)
"""Operators whose operands are all of the kind of their result."""


def refuse_slip(formula: Formula, wanted: str, tokens: list[Token], cells: Cells) -> bool:
    """Report the first plain number that stands where its result or what stands beside it is in %; say if there is one.

    A number up to one, as in `1 - share`, may well be meant as such.
    """
    units = {token.named.id: token.named.unit for token in tokens if token.named is not None}
    found = next(_slips(formula, _hundredths(wanted), units), None)
    if found is None:
        return False
    literal, share = found
    token = next(one for one in tokens if one.kind == "number" and not one.unit and one.value == abs(literal.value))
    factor, shown = unit(share).factor, cells.words.write_unit(share)
    number, much = format_exact(literal.value), format_exact(literal.value / factor)
    cells.report.add("RL012", token.text, "slip", number=number, unit=shown, much=much)
    return True


def _slips(formula: Formula, wanted: str, units: Mapping[str, str]) -> Iterator[tuple[NumberLiteral, str]]:
    for part in _alike(formula) if wanted else ():
        if _is_plain(part):
            yield part, wanted
        if isinstance(part, Operation) and part.operator is FormulaOperator.MULTIPLY:
            times = 1 / unit(wanted).factor
            yield from ((one, wanted) for one in part.operands if _is_plain(one) and one.value == times)
    for outer in within_formula(formula):
        parts = list(_alike(outer))
        share = next((one for part in parts if (one := _share_of(part, units))), "")
        yield from ((part, share) for part in parts if share and _is_plain(part))


def _alike(formula: Formula) -> Iterator[Formula]:
    """Visit the parts of a formula that are all of the kind of its result."""
    match formula:
        case Operation(operator=operator, operands=operands) if operator in _OF_LIKE:
            for operand in operands:
                yield from _alike(operand)
        case Rounded(value=value):
            yield from _alike(value)
        case _:
            yield formula


def _share_of(part: Formula, units: Mapping[str, str]) -> str:
    match part:
        case NumberLiteral(unit=symbol):
            return _hundredths(symbol)
        case NameReference(id=name):
            return _hundredths(units.get(name, ""))
        case _:
            return ""


def _is_plain(part: Formula) -> TypeGuard[NumberLiteral]:
    return isinstance(part, NumberLiteral) and not part.unit and abs(part.value) > 1


def _hundredths(symbol: str) -> str:
    """Give a unit back if it is that of a share in hundredths or thousandths."""
    return symbol if symbol and not unit(symbol).dimension and unit(symbol).factor != 1 else ""
