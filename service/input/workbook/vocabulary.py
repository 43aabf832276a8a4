"""Workbook vocabulary: cells of a scorecard and their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from rules.contracts import LANGUAGES, format_exact, wording_loader
from rules.language import load_lexicon
from rules.model import FactDefinition, FactType, Indicator, RecordType, Scorecard, SharedRules
from service.base.evidence_kinds import kind_word, kind_words
from service.input.cells import fold_cell_text, label_in_language, reserved_words

_load_wording = wording_loader(__name__)


@cache
def words(language: str) -> dict[str, Any]:
    """Return the wording of workbooks, including reserved words."""
    return {**_load_wording(language), **reserved_words(language)}


def shown_unit(unit: str, language: str) -> str:
    """Return the word or symbol of a unit for column headings."""
    return load_lexicon(language).write_unit(unit)


def unit_of(text: str) -> str:
    """Return the symbol of a unit in any language; unknown units are unchanged."""
    for language in LANGUAGES:
        text = load_lexicon(language).read_unit(text)
    return text


def evidence_kind_word(kind: str, language: str) -> str:
    """Return the offered word of an evidence kind; English uses the id."""
    return kind if language == "en" else kind_word(kind, language)


def evidence_kind_id(text: str) -> str:
    """Return the id of an evidence kind in any language; unknown kinds are unchanged."""
    return _kind_ids().get(fold_cell_text(text), text)


@cache
def _kind_ids() -> dict[str, str]:
    named = {fold_cell_text(word): id for language in LANGUAGES for id, word in kind_words(language).items()}
    return {**named, **{fold_cell_text(id): id for id in kind_words("en")}}


FIRST, LAST, EVIDENCE = "first", "last", "evidence"


@dataclass(frozen=True, slots=True)
class Slot:
    """Cell of a fact, period end, or record field's evidence."""

    definition: FactDefinition
    part: str = ""

    @property
    def id(self) -> str:
        return f"{self.definition.id}.{self.part}" if self.part else self.definition.id

    def label(self, language: str) -> str:
        label = label_in_language(self.definition.labels, language, self.definition.id)
        key = {FIRST: "first", LAST: "last", EVIDENCE: "evidence_for"}.get(self.part)
        return str(words(language)[key]).format(words=label) if key else label

    def heading(self, language: str, *, unit: str = "") -> str:
        label, unit = self.label(language), unit or shown_unit(self.definition.unit, language)
        return str(words(language)["with_unit"]).format(words=label, unit=unit) if unit and not self.part else label


def slots_of(definitions: Iterable[FactDefinition], *, of_record: bool = False) -> tuple[Slot, ...]:
    """Return the cells of definitions; `of_record` adds the evidence of fields."""
    slots: list[Slot] = []
    for definition in definitions:
        parts = (FIRST, LAST) if definition.type is FactType.PERIOD else ("",)
        slots.extend(Slot(definition, part) for part in parts)
        if of_record and definition.evidence:
            slots.append(Slot(definition, EVIDENCE))
    return tuple(slots)


def lists_of(scorecard: Scorecard) -> tuple[tuple[FactDefinition, tuple[Slot, ...]], ...]:
    """Return the record lists, each with the cells of one record."""
    return tuple(
        (definition, slots_of(record_of(scorecard, definition).fields, of_record=True))
        for definition in scorecard.facts
        if definition.type is FactType.RECORDS
    )


def record_of(scorecard: Scorecard, definition: FactDefinition) -> RecordType:
    """Return the record type of a list."""
    return next(record for record in scorecard.records if record.id == definition.record)


def slots_by_word(definitions: Iterable[FactDefinition]) -> dict[str, Slot]:
    """Return slots by folded id, and by labels unique to one slot."""
    slots = slots_of(definitions)
    claimed: dict[str, list[Slot]] = {}
    for slot in slots:
        for word in {fold_cell_text(slot.label(language)) for language in LANGUAGES}:
            claimed.setdefault(word, []).append(slot)
    clear = {word: owners[0] for word, owners in claimed.items() if len(owners) == 1}
    return {**clear, **{fold_cell_text(slot.id): slot for slot in slots}}


_MAX_RATINGS = 201


@dataclass(frozen=True, slots=True)
class RatingFact:
    """A fact that rates one aspect of an indicator."""

    fact: FactDefinition
    aspect: str
    indicator: Indicator


def rated_facts(scorecard: Scorecard) -> tuple[RatingFact, ...]:
    """Return the rating facts by indicator; shared facts repeat."""
    facts = {fact.id: fact for fact in scorecard.facts}
    return tuple(
        RatingFact(facts[name], aspect, indicator)
        for indicator in scorecard.indicators
        for aspect, name in indicator.scale.ratings.items()
    )


def rules_of_ratings(scorecard: Scorecard) -> SharedRules | None:
    """Return the shared rules with rating levels, or None."""
    return next((rules for rules in scorecard.shared_rules if rules.described_levels), None)


def aspects_of(scorecard: Scorecard) -> dict[str, str]:
    """Return the aspect of each rated fact; the first if indicators differ."""
    aspects: dict[str, str] = {}
    for rated in rated_facts(scorecard):
        aspects.setdefault(rated.fact.id, rated.aspect)
    return aspects


def allowed_numbers(definition: FactDefinition) -> tuple[Decimal, ...]:
    """Return the allowed numbers of a fact; empty if unbounded, too many or not decimals."""
    low, high, multiple = definition.at_least, definition.at_most, definition.multiple_of
    if low is None or high is None or not multiple:
        return ()
    first, last = -(-low // multiple), high // multiple
    if last - first >= _MAX_RATINGS:
        return ()
    written = [format_exact(number * multiple) for number in range(first, last + 1)]
    return () if any("/" in text for text in written) else tuple(Decimal(text) for text in written)


def level_label(rules: SharedRules, percent: Fraction, language: str) -> str:
    """Return the label of the level that contains a percentage, or an empty text."""
    for level in rules.described_levels:
        if level.at_least <= percent <= level.at_most:
            return label_in_language(level.labels, language, level.id)
    return ""


def levels_words(rules: SharedRules, aspect: str, language: str, *, most: int) -> str:
    """Describe each level of an aspect in at most `most` characters.

    Adjacent equal descriptions share a line; the longest are shortened.
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
