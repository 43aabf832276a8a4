"""Rating levels in a workbook: facts rated by level, their aspects, allowed values and descriptions."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from rules.contracts import format_exact
from rules.model import FactDefinition, Indicator, Scorecard, SharedRules
from service.input.cells import label_in_language

_MOST_RATINGS = 201


@dataclass(frozen=True, slots=True)
class RatingFact:
    """A fact that rates one aspect of an indicator."""

    fact: FactDefinition
    aspect: str
    indicator: Indicator


def rated_facts(scorecard: Scorecard) -> tuple[RatingFact, ...]:
    """List what rates by levels, indicator by indicator; a fact that several indicators read stands there for each."""
    facts = {fact.id: fact for fact in scorecard.facts}
    return tuple(
        RatingFact(facts[name], aspect, indicator)
        for indicator in scorecard.indicators
        for aspect, name in indicator.scale.ratings.items()
    )


def rules_of_ratings(scorecard: Scorecard) -> SharedRules | None:
    """Give the levels by which a card rates, if it rates by any."""
    return next((rules for rules in scorecard.shared_rules if rules.described_levels), None)


def aspects_of(scorecard: Scorecard) -> dict[str, str]:
    """Give the aspect by which each rated fact is described; the first, should indicators read it differently."""
    aspects: dict[str, str] = {}
    for rated in rated_facts(scorecard):
        aspects.setdefault(rated.fact.id, rated.aspect)
    return aspects


def allowed_numbers(definition: FactDefinition) -> tuple[Decimal, ...]:
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
            return label_in_language(level.labels, language, level.id)
    return ""


def levels_words(rules: SharedRules, aspect: str, language: str, *, most: int) -> str:
    """Say what each level of an aspect looks like, in at most so many characters.

    Neighbouring levels that are described alike share a line; what is too long is shortened evenly.
    """
    lines: list[tuple[list[str], str]] = []
    for level in rules.described_levels:
        span = f"{format_exact(level.at_least)}–{format_exact(level.at_most)}"
        described = label_in_language(level.described(aspect) or level.labels, language, level.id)
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
