"""Which facts are ratings by described levels, and how do the levels read?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter, quote_sheetname

from rules.contracts.numbers import format_exact
from rules.model.scale_form import PERCENT
from service.reading.workbook.forms import FIRST_ROW
from service.reading.workbook.pages import put_text, widen, write_heads
from service.reading.workbook.vocabulary import said, words

if TYPE_CHECKING:
    from fractions import Fraction

    from openpyxl.worksheet.worksheet import Worksheet

    from rules.model.definitions import FactDefinition
    from rules.model.scale_form import SharedRules
    from rules.model.scorecard import Indicator, Scorecard

_MOST_RATINGS = 201
_FIRST_ASPECT = 4


@dataclass(frozen=True, slots=True)
class Rated:
    """A fact that rates one aspect of an indicator."""

    fact: FactDefinition
    aspect: str
    indicator: Indicator


def rated_facts(scorecard: Scorecard) -> tuple[Rated, ...]:
    """List what rates by levels, indicator by indicator; a fact that several indicators read stands there for each."""
    facts = {fact.id: fact for fact in scorecard.facts}
    return tuple(
        Rated(facts[name], aspect, indicator)
        for indicator in scorecard.indicators
        for aspect, name in indicator.scale.ratings.items()
    )


def rules_of_ratings(scorecard: Scorecard) -> SharedRules | None:
    """Give the levels by which a card rates, if it rates by any."""
    return next((rules for rules in scorecard.shared_rules if rules.described_levels), None)


def aspects_of(scorecard: Scorecard) -> dict[str, str]:
    """Give the aspect by which each rated fact is described; the first, should indicators read it differently."""
    found: dict[str, str] = {}
    for rated in rated_facts(scorecard):
        found.setdefault(rated.fact.id, rated.aspect)
    return found


def grid_of(definition: FactDefinition) -> tuple[Decimal, ...]:
    """List the allowed numbers of a fact; none if they are not few, or cannot be written as decimals."""
    low, high, multiple = definition.at_least, definition.at_most, definition.multiple_of
    if low is None or high is None or not multiple:
        return ()
    first, last = -(-low // multiple), high // multiple
    if last - first >= _MOST_RATINGS:
        return ()
    written = [format_exact(number * multiple) for number in range(first, last + 1)]
    return () if any("/" in text for text in written) else tuple(Decimal(text) for text in written)


def level_label(rules: SharedRules, percent: Fraction, language: str) -> str:
    """Name the level whose span holds a rating in percent; nothing if none does."""
    for level in rules.described_levels:
        if level.at_least <= percent <= level.at_most:
            return said(level.labels, language, level.id)
    return ""


def levels_words(rules: SharedRules, aspect: str, language: str, *, most: int) -> str:
    """Say what each level of an aspect looks like, in at most so many characters.

    Neighbouring levels that are described alike share a line; what is too long is shortened evenly, so that every
    level is seen.
    """
    lines: list[tuple[list[str], str]] = []
    for level in rules.described_levels:
        span = f"{format_exact(level.at_least)}–{format_exact(level.at_most)}"
        described = said(level.described(aspect) or level.labels, language, level.id)
        if lines and lines[-1][1] == described:
            lines[-1][0].append(span)
        else:
            lines.append(([span], described))
    heads = [f"{', '.join(spans)} %: " for spans, _ in lines]
    longest = max((len(text) for _, text in lines), default=0)
    while longest > 1 and sum(map(len, heads)) + len(lines) + sum(min(len(text), longest) for _, text in lines) > most:
        longest -= 1
    return "\n".join(f"{head}{_shortened(text, longest)}" for head, (_, text) in zip(heads, lines, strict=True))


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip(' ,，')}…"


def write_levels(page: Worksheet, scorecard: Scorecard, language: str) -> None:
    """Write the table of levels, and below it which facts rate which indicator in which aspect."""
    told, rules = words(language), rules_of_ratings(scorecard)
    if rules is None:
        return
    columns = told["levels"]
    heads = [
        columns["at_least"],
        columns["at_most"],
        columns["level"],
        *(told["aspects"][one] for one in rules.aspects),
    ]
    write_heads(page, [("", head) for head in heads], title=told["titles"]["levels"], frozen=3)
    for row, level in enumerate(rules.described_levels, FIRST_ROW):
        page.cell(row, 1, _number(level.at_least))
        page.cell(row, 2, _number(level.at_most))
        texts = [said(level.labels, language, level.id)]
        texts += [said(level.described(aspect) or {}, language, "") for aspect in rules.aspects]
        for column, text in enumerate(texts, 3):
            put_text(page, row, column, text, wrap=True)
            widen(page, column, text, most=34)
    _write_uses(page, scorecard, language, rules.aspects, row=FIRST_ROW + len(rules.described_levels) + 1)


def _write_uses(page: Worksheet, scorecard: Scorecard, language: str, aspects: tuple[str, ...], *, row: int) -> None:
    told = words(language)["levels"]
    put_text(page, row, 1, told["uses"])
    put_text(page, row + 1, 1, told["id"])
    put_text(page, row + 1, 3, told["indicator"])
    by_indicator: dict[str, dict[str, FactDefinition]] = {}
    for rated in rated_facts(scorecard):
        by_indicator.setdefault(rated.indicator.id, {})[rated.aspect] = rated.fact
    labels = {indicator.id: said(indicator.labels, language, indicator.id) for indicator in scorecard.indicators}
    for aspect_place, aspect in enumerate(aspects, _FIRST_ASPECT):
        put_text(page, row + 1, aspect_place, words(language)["aspects"][aspect])
    for line, (indicator, facts) in enumerate(by_indicator.items(), row + 2):
        put_text(page, line, 1, indicator, wrap=True)
        put_text(page, line, 3, labels[indicator], wrap=True)
        for column, aspect in enumerate(aspects, _FIRST_ASPECT):
            if aspect in facts:
                fact = facts[aspect]
                put_text(page, line, column, f"{said(fact.labels, language, fact.id)}\n{fact.id}", wrap=True)


def level_formula(  # noqa: PLR0913 -- where all of it stands
    page: Worksheet, rules: SharedRules, aspect: str, multiple: Fraction | None, *, value: str, unit: str
) -> str:
    """Give the formula that shows the level of the rating in the cell `value`; the column it stands in is not read.

    It shows nothing for what is no allowed rating, such as 0.3 that is formatted to show as 30%, or in another unit.
    """
    first, last = FIRST_ROW, FIRST_ROW + len(rules.described_levels) - 1
    sheet, letter = quote_sheetname(page.title), get_column_letter(_FIRST_ASPECT + rules.aspects.index(aspect))
    spans, described = f"{sheet}!$A${first}:$A${last}", f"{sheet}!${letter}${first}:${letter}${last}"
    wrong = [f"{value}<{sheet}!$A${first}", f"{value}>{sheet}!$B${last}"]
    if multiple is not None:
        step = format_exact(multiple)
        wrong.append(f"ABS({value}/({step})-ROUND({value}/({step}),0))>0.000001")
    shown = f'IF(OR({",".join(wrong)}),"",LOOKUP({value},{spans},{described}))'
    return f'=IF(AND(ISNUMBER({value}),{unit}="{PERCENT}"),{shown},"")'


def _number(number: Fraction) -> Decimal | str:
    text = format_exact(number)
    return text if "/" in text else Decimal(text)
