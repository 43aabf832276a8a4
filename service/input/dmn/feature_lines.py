"""Feature text of an imported draft: names, clauses and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING

from rules.contracts import format_exact
from rules.language import load_lexicon
from service.input.dmn.dmn_model import ValueKind
from service.input.dmn.rule_order import ValueDomain
from service.input.dmn.unary_tests import FLAGS, Interval, ValueSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from service.input.dmn.converted_draft import ConvertedDraft

_PLAIN_LABEL = re.compile(r"[^\W\d_]\w*(?: \w+)*")
_PLAIN_CHOICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*")
_WRITABLE_TEXT = re.compile(r"[^\s,;|<>#\"'\\\x00-\x1f]+(?: [^\s,;|<>#\"'\\\x00-\x1f]+)*")
_LANGUAGE_WORDS = frozenset([
    "a", "after", "an", "and", "any", "are", "as", "at", "before", "between", "by", "day", "days", "each",
    "earlier", "earliest", "every", "exp", "fails", "for", "from", "higher", "holds", "in", "includes", "is",
    "latest", "lower", "max", "maximum", "min", "minimum", "minus", "missing", "month", "months", "never", "no",
    "none", "not", "of", "on", "or", "otherwise", "over", "plus", "round", "score", "stage", "the", "to", "total",
    "undetermined", "unless", "until", "when", "where", "with", "within", "year", "years", "yes",
])  # fmt: skip
_NUMBER_WORDS = ("is", "is at least", "is more than", "is at most", "is less than")
_DAY_WORDS = ("is on", "is from", "is after", "is until", "is before")
_MAX_LABEL = 120


@dataclass(slots=True)
class NameAllocator:
    """Ids that are unique in a scorecard, and the labels that sentences can use."""

    ids: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def id(self, name: str, fallback: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:40].rstrip("_")
        if not re.match(r"[a-z]", slug) or slug in _LANGUAGE_WORDS:
            slug = f"{fallback}_{slug}".rstrip("_")
        number, id = 1, slug
        while id in self.ids or id in self.labels:
            number += 1
            id = f"{slug}_{number}"
        self.ids.add(id)
        return id

    def label(self, name: str, id: str) -> str:
        """Return the name as a label; empty if sentences could misread it, or if it equals the id."""
        if not is_plain_name(name) or name in self.ids or name in self.labels or name == id:
            return ""
        self.labels.add(name)
        return name


def is_plain_name(name: str) -> bool:
    """Return whether sentences can use a name without being misread."""
    words = name.lower().split()
    return bool(_PLAIN_LABEL.fullmatch(name)) and not _LANGUAGE_WORDS.intersection(words) and len(name) <= _MAX_LABEL


@dataclass(frozen=True, slots=True)
class Source:
    """A fact or computed value that conditions name.

    `codes` are the numbers that represent the words of a decision, `choices` the ids of the words of a choice.
    """

    id: str
    label: str
    kind: ValueKind
    domain: ValueDomain
    unit: str = ""
    codes: Mapping[str, int] | None = None
    choices: Mapping[str, str] | None = None

    @property
    def shown(self) -> str:
        return self.label or self.id


def choice_ids(words: Sequence[str]) -> Mapping[str, str]:
    """Return an id for each word of a choice: the word itself where that is possible."""
    reserved = {word for word in words if _PLAIN_CHOICE.fullmatch(word) and word.lower() not in _LANGUAGE_WORDS}
    ids: dict[str, str] = {}
    for number, word in enumerate(words, 1):
        slug = f"choice_{number}"
        while slug in reserved:
            slug += "_"
        ids[word] = word if word in reserved else slug
    return ids


def is_writable(word: str) -> bool:
    """Return whether a text literal can be part of a condition."""
    return bool(_WRITABLE_TEXT.fullmatch(word)) and word.lower() not in _LANGUAGE_WORDS


def number_text(value: Fraction, unit: str = "") -> str:
    """Return an exact number with its unit."""
    text = format_exact(value)
    return f"{text} {load_lexicon('en').write_unit(unit, text)}" if unit else text


def quantity_name(id: str, label: str, unit: str) -> str:
    """Return the beginning of the sentence that defines a quantity."""
    return f"the quantity {f'{label} ({id})' if label else id}{f', in {unit}' if unit else ''}"


def alternatives(source: Source, values: ValueSet) -> list[tuple[str, ...]]:
    """Return the comparisons of each alternative; one alternative without any if every value satisfies the test."""
    if values.every or (source.kind is ValueKind.FLAG and set(values.words) == set(FLAGS.values())):
        return [()]
    if source.codes is not None:
        return [(f"is {code}",) for word, code in source.codes.items() if values.admits(word)]
    if not values.intervals:
        return [(_word_comparison(source, values),)]
    if len(values.intervals) == 2 and (hole := _hole(*values.intervals)) is not None:
        return [(f"is not {number_text(hole, source.unit)}",)]
    return [_interval_comparisons(interval, source.unit) for interval in values.intervals]


def split_values(source: Source, values: ValueSet) -> list[ValueSet]:
    """Return the values of each alternative, in the order of `alternatives`."""
    if source.codes is not None and not values.every and len(alternatives(source, values)) > 1:
        return [ValueSet(words=(word,)) for word in source.codes if values.admits(word)]
    if len(values.intervals) == len(alternatives(source, values)):
        return [ValueSet(intervals=(interval,)) for interval in values.intervals]
    return [values]


def _word_comparison(source: Source, values: ValueSet) -> str:
    words = [(source.choices or {}).get(word, word) for word in values.words]
    if len(words) == 1:
        return f"is not {words[0]}" if values.excluded else f"is {words[0]}"
    return f"is {'none' if values.excluded else 'one'} of {', '.join(words)}"


def _hole(left: Interval, right: Interval) -> Fraction | None:
    is_hole = left.low is None and right.high is None and left.high == right.low
    return left.high if is_hole and isinstance(left.high, Fraction) else None


def _interval_comparisons(interval: Interval, unit: str) -> tuple[str, ...]:
    low, high = interval.low, interval.high
    has_days = isinstance(low, date) or isinstance(high, date)
    equal, least, more, most, less = _DAY_WORDS if has_days else _NUMBER_WORDS
    begin, end = (str(each) if not isinstance(each, Fraction) else number_text(each, unit) for each in (low, high))
    if low is not None and low == high:
        return (f"{equal} {begin}",)
    if not has_days and low is not None and high is not None and interval.with_low and interval.with_high:
        return (f"is between {begin} and {end}",)
    comparisons = [] if low is None else [f"{least if interval.with_low else more} {begin}"]
    comparisons += [] if high is None else [f"{most if interval.with_high else less} {end}"]
    return tuple(comparisons)


def when_text(sources: Sequence[Source], conditions: Sequence[Sequence[str]]) -> str:
    """Return the condition of a row; `otherwise` if it has none."""
    clauses = [
        f"{source.shown} {comparison}"
        for source, comparisons in zip(sources, conditions, strict=True)
        for comparison in comparisons
    ]
    return "; ".join(clauses) or "otherwise"


def key_text(comparisons: Sequence[str]) -> str:
    """Return the cell of a key column; `any` if every value matches."""
    return "; ".join(comparison.removeprefix("is ") for comparison in comparisons) or "any"


@dataclass(frozen=True, slots=True)
class Definition:
    """A sentence of a Background with its table."""

    sentence: str
    rows: Sequence[Sequence[str]] = ()
    bases: frozenset[str] = frozenset()
    """The bases of an exported scorecard in it."""

    def lines(self, keyword: str) -> Iterator[str]:
        yield f"{keyword} {self.sentence}"
        for row in self.rows:
            yield f"| {' | '.join(cell.replace('|', ' ') for cell in row)} |"


def single_line(text: str) -> str:
    """Return a text for people without line breaks and signs that a table cannot contain."""
    return " ".join(re.sub(r"[|<>\\\x00-\x1f\x7f]", " ", text).split())


def feature_text(card: str, day: date, title: str, draft: ConvertedDraft) -> str:
    """Return the whole feature file, not yet in canonical form."""
    header = [
        ("field", "value"), ("id", card), ("version", "1.0.0"), ("title", single_line(title) or card),
        ("subject", "decision"), ("attestation", "self-assessment"), ("time zone", "Asia/Shanghai"),
        ("effective from", day.isoformat()), ("rounding", "half-even, 2 decimals"),
        ("not applicable", "drop and rescale"),
        ("does not assess", "documents that support the declared facts: the DMN file names none"),
    ]  # fmt: skip
    base = [Definition("this scorecard", header), *draft.base_definitions(single_line(title) or card)]
    lines = ["# language: en", f"Feature: {single_line(title) or card}", "Background:", *_steps(base)]
    for name, definitions in draft.rules:
        lines += [f"Rule: {single_line(name)}", "Background:", *_steps(definitions)]
    return "\n".join(lines)


def _steps(definitions: Sequence[Definition]) -> Iterator[str]:
    keywords = chain(("Given",), ("And" for _ in definitions))
    return (
        line for keyword, definition in zip(keywords, definitions, strict=False) for line in definition.lines(keyword)
    )
