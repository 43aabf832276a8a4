"""How does a date expression, or a span of days, read in one language?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.expressions import DateExpression, FormulaOperator, PeriodEdge

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.language.lexicon import Lexicon


def _span(count: int, unit: str, words: Lexicon) -> str:
    return words.write_number(str(count), unit)


def _in_years(months: int) -> tuple[int, str]:
    """Give months that make whole years as years."""
    return (months // 12, "year") if months % 12 == 0 else (months, "month")


def shifted(text: str, months: int, days: int, words: Lexicon) -> str:
    """Write a day or period with its shift; months that make whole years are written as years."""
    for number, name in (_in_years(months), (days, "day")):
        if number:
            text = words.dates["plus" if number > 0 else "minus"].write(date=text, span=_span(abs(number), name, words))
    return text


def day_function(operator: FormulaOperator, words: Lexicon) -> str:
    """Write what is taken of several days."""
    return words.words["day_functions"].write("earliest" if operator is FormulaOperator.MINIMUM else "latest")


def date_words(expression: DateExpression, words: Lexicon, name: Callable[[str], str]) -> str:
    """Write a date expression; `name` writes the names in it."""
    if expression.literal is not None:
        text = expression.literal.isoformat()
    else:
        text = name(expression.name or "")
        if expression.edge is not None:
            text = words.dates[expression.edge].write(period=text)
    if expression.month_start:
        text = words.dates["month"].write(date=text)
    elif expression.calendar_day is not None:
        text = words.dates[expression.calendar_day].write(date=text)
    return shifted(text, expression.shift_months, expression.shift_days, words)


def within_words(first: DateExpression, last: DateExpression, words: Lexicon, name: Callable[[str], str]) -> str:
    """Write that a day lies between two expressions: in a period, or in so many days, months or years before a day.

    Any other pair, which no feature file can state, is written as a comparison with both ends.
    """
    whole = DateExpression(name=first.name, edge=PeriodEdge.FIRST)
    unshifted = last.model_copy(update={"shift_months": 0, "shift_days": 0})
    if first.name is not None and first == whole and unshifted == whole.model_copy(update={"edge": PeriodEdge.LAST}):
        period = shifted(name(first.name), last.shift_months, last.shift_days, words)
        return words.operators["within"].write(period=period)
    months, days = last.shift_months - first.shift_months, last.shift_days - first.shift_days
    back = last.model_copy(update={"shift_months": first.shift_months, "shift_days": first.shift_days})
    if first == back and min(months, days) == 0 and max(months, days) > 0:
        span = _span(days, "day", words) if days else _span(*_in_years(months), words)
        return words.operators["within_span"].write(span=span, date=date_words(last, words, name))
    begin = words.operators["from"].write(date=date_words(first, words, name))
    end = words.operators["until"].write(date=date_words(last, words, name))
    return f"{begin}{words.clauses_separator}{end}"
