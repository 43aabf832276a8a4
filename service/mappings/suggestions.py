"""Suggested targets of columns: by name in several languages, by unit and by examples."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import UnitError, convert, read_toml
from rules.model import FactType
from service.input.cells import CellError, Column
from service.mappings.mapped_cells import ReadingRules, transformed
from service.mappings.mapping_targets import SUBJECT, Target, targets_of
from service.mappings.source_tables import cell_text
from service.mappings.source_units import (
    NO_UNIT,
    SourceUnit,
    bracketed,
    heading_unit,
    read_source_unit,
    without_unit,
)
from touchstone.v1 import mapping_service_pb2 as mappings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.model import Scorecard
    from service.input.tabular.cell_texts import Cell
    from service.mappings.source_tables import SourceTable

_LEAST_SCORE = 34
"""Least score of a suggestion, of 100."""
_LEAST_INSIDE = 4
_LIST_PENALTY = 0.05
"""Penalty for fields of lists: with equal names, a fact of the subject is more likely."""
_STEM = 6
_EXAMPLES = 20
_LONGEST_UNIT = 12
_MAX_MEASURED = 500
_NO_WORD = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")
_PARTS = re.compile(r"[a-z]+|[0-9]+|[\u3400-\u9fff]")
_COMMA_NUMBER = re.compile(r"-?(\d+,\d{1,2}|\d{1,3}(\.\d{3})+(,\d+)?)\Z", re.ASCII)
_POINT_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?\Z", re.ASCII)
_DAY_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{4}\Z", re.ASCII)
_MONTHS = 12
_NO_WORDS = {"n": "no", "nein": "no", "无": "no", "y": "yes", "ja": "yes", "j": "yes", "有": "yes", "x": "yes"}
_YES_NO = {"yes", "no", "true", "false", "是", "否"}
_TEXTS = {FactType.TEXT}
_MARKS = {
    FactType.NUMBER: re.compile(r"\d"),
    FactType.DATE: re.compile(r"\d{4}"),
    FactType.PERIOD: re.compile(r"\d{4}"),
}


class Suggestion(NamedTuple):
    """Suggested target of a column; a score of 100 is a perfect match."""

    target: str
    score: int
    unit: str = ""


class _Vocabulary(NamedTuple):
    concepts: dict[str, str]
    longest: int
    ignored: frozenset[str]
    subject: frozenset[str]


@cache
def _vocabulary() -> _Vocabulary:
    tree = read_toml(__name__.rpartition(".")[0], "synonyms.toml")
    concepts = {_folded(word): concept for concept, words in tree["concepts"].items() for word in words}
    ignored = frozenset(map(_folded, tree["ignored"]))
    return _Vocabulary(concepts, max(map(len, concepts)), ignored, frozenset(map(_folded, tree["subject"]["words"])))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ß", "ss")
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_NO_WORD.sub(" ", unicodedata.normalize("NFKC", letters)).split())


def features(text: str) -> Counter[str]:
    """Return the concepts, word stems and characters of a heading or title."""
    rest, found = _folded(text), Counter[str]()
    vocabulary = _vocabulary()
    start = 0
    left = []
    while start < len(rest):
        match = next(
            (
                word
                for size in range(min(vocabulary.longest, len(rest) - start), 0, -1)
                if (word := rest[start : start + size]) in vocabulary.concepts and _stands(rest, start, word)
            ),
            None,
        )
        if match is None:
            left.append(rest[start])
            start += 1
            continue
        found[vocabulary.concepts[match]] += 1
        left.append(" ")
        start += len(match)
    for word in "".join(left).split():
        for part in _PARTS.findall(word):
            if part not in vocabulary.ignored and (len(part) > 2 or not _LATIN.fullmatch(part)):
                found[f"~{part[:_STEM]}"] += 1
    return found


def _stands(text: str, start: int, word: str) -> bool:
    """Return whether a word may be taken at a position: Latin words at word boundaries, or long ones in compounds."""
    if _CHINESE.search(word):
        return True
    end = start + len(word)
    begins = start == 0 or not text[start - 1].isalnum() or not text[start - 1].isascii()
    ends = end == len(text) or not text[end].isalnum() or not text[end].isascii()
    return (begins and ends) or (len(word) >= _LEAST_INSIDE and (begins or ends or len(word) > _STEM))


class _Names:
    """Weighted features of all targets of a scorecard."""

    def __init__(self, targets: Mapping[str, Target]) -> None:
        self.by_target = {id: [features(name) for name in target.names()] for id, target in targets.items()}
        counts = Counter(
            feature for names in self.by_target.values() for feature in {each for name in names for each in name}
        )
        self._weights = {feature: math.log(1 + len(targets) / count) for feature, count in counts.items()}
        self._unknown = math.log(1 + len(targets))

    def score(self, heading: Counter[str], id: str) -> float:
        return max((self._similarity(heading, name) for name in self.by_target[id]), default=0)

    def _similarity(self, heading: Counter[str], name: Counter[str]) -> float:
        def weight(names: Iterable[str]) -> float:
            return sum(self._weights.get(each, self._unknown / 2) for each in names)

        whole = weight(heading) + weight(name)
        return 2 * weight(heading.keys() & name.keys()) / whole if whole else 0


def suggest(table: SourceTable, scorecard: Scorecard) -> mappings.Mapping:
    """Return a mapping with a suggested target for each column that has a likely one."""
    targets = targets_of(scorecard)
    names = _Names(targets)
    mapping = mappings.Mapping(
        scorecard=f"scorecards/{scorecard.card.id}",
        sheet=table.title,
        header_row=table.header_row,
        decimal_mark=_decimal_mark(table),
        date_order=_date_order(table),
    )
    rules = ReadingRules(mapping.decimal_mark, mapping.date_order)
    scored: list[tuple[float, str, str]] = []
    for heading in table.headings:
        cells = list(islice(table.cells(heading), _EXAMPLES))
        unit, heading_features = read_source_unit(heading_unit(heading)), features(without_unit(heading))
        if _subject_score(heading):
            scored.append((1.0, heading, SUBJECT))
        for id, target in targets.items():
            if (name_score := names.score(heading_features, id)) > 0 and (
                score := name_score + _fit(cells, target, rules, unit)
            ) > 0:
                scored.append((score, heading, id))
    chosen = _assigned(scored)
    for heading in table.headings:
        column = mapping.columns.add(heading=heading, target=chosen.get(heading, ""))
        if column.target in targets:
            _add_reading(column, targets[column.target], heading, table)
    return mapping


def _subject_score(heading: str) -> bool:
    return _folded(heading) in _vocabulary().subject


def _assigned(scored: Sequence[tuple[float, str, str]]) -> dict[str, str]:
    """Return the best target of each column; a target has one column."""
    chosen: dict[str, str] = {}
    for score, heading, id in sorted(scored, key=lambda each: -each[0]):
        if 100 * score >= _LEAST_SCORE and heading not in chosen and id not in chosen.values():
            chosen[heading] = id
    return chosen


def _fit(cells: Sequence[Cell], target: Target, rules: ReadingRules, unit: SourceUnit | None) -> float:
    """Return a bonus for a fitting unit and examples, or a penalty."""
    definition = target.definition
    fit = 0.0 if target.list is None else -_LIST_PENALTY
    if unit is not None and definition.type is FactType.NUMBER:
        fit += 0.1 if _same_dimension(unit.symbol, definition.unit) else -0.3
    elif unit is not None:
        fit -= 0.2
    if cells:
        column = Column.of(definition)
        fitting = sum(_fits(cell, target, column, rules) for cell in cells) / len(cells)
        fit += 0.15 * fitting - 0.3 * (1 - fitting)
    return fit


def _same_dimension(unit: str, other: str) -> bool:
    try:
        convert(Fraction(1), unit, other)
    except UnitError:
        return False
    return True


def _fits(cell: Cell, target: Target, column: Column, rules: ReadingRules) -> bool:
    definition = target.definition
    text = cell_text(cell)
    if definition.type is FactType.FLAG:
        return text.casefold() in _YES_NO or text.casefold() in _NO_WORDS
    if (mark := _MARKS.get(definition.type)) is not None and mark.search(text) is None:
        return False
    try:
        column.read(transformed(cell, definition, rules, {}, NO_UNIT))
    except CellError:
        return False
    return True


def _add_reading(column: mappings.MappedColumn, target: Target, heading: str, table: SourceTable) -> None:
    definition = target.definition
    if definition.type is FactType.NUMBER:
        column.unit = heading_unit(heading) or _unreadable_unit(heading, definition.unit)
        column.unit_heading = "" if column.unit else _unit_heading(heading, table)
    elif definition.type is FactType.FLAG:
        words = {cell_text(cell) for cell in islice(table.cells(heading), _MAX_MEASURED)}
        column.words.update({word: _NO_WORDS[word.casefold()] for word in words if word.casefold() in _NO_WORDS})


def _unreadable_unit(heading: str, wanted: str) -> str:
    """Return a text in brackets that may be an unknown unit, so that the check of the mapping reports it."""
    text = bracketed(heading)
    is_likely = (
        wanted
        and 0 < len(text) <= _LONGEST_UNIT
        and not text.isdigit()
        and not any(each[0] != "~" for each in features(text))
    )
    return text if is_likely else ""


def _unit_heading(heading: str, table: SourceTable) -> str:
    """Return the next column if it contains only units."""
    following = table.headings[heading] + 1
    name = next((each for each, column in table.headings.items() if column == following), "")
    if not name:
        return ""
    units = [read_source_unit(cell_text(cell)) for cell in islice(table.cells(name), _EXAMPLES)]
    return name if units and None not in units else ""


def _texts(table: SourceTable) -> Iterable[str]:
    for heading in table.headings:
        for cell in islice(table.cells(heading), _EXAMPLES):
            if isinstance(cell.value, str) and cell.kind == "s":
                yield cell.value.strip().removesuffix("%").strip()


def _decimal_mark(table: SourceTable) -> mappings.MappingDecimalMark:
    texts = list(_texts(table))
    if any(_COMMA_NUMBER.match(text) for text in texts) and not any(_POINT_THOUSANDS.match(text) for text in texts):
        return mappings.MAPPING_DECIMAL_MARK_COMMA
    if any(_POINT_THOUSANDS.match(text) for text in texts):
        return mappings.MAPPING_DECIMAL_MARK_POINT
    return mappings.MAPPING_DECIMAL_MARK_UNSPECIFIED


def _date_order(table: SourceTable) -> mappings.MappingDateOrder:
    dates = [match for text in _texts(table) if (match := _DAY_DATE.match(text))]
    if any(int(match[1]) > _MONTHS for match in dates) or any("." in match[0] for match in dates):
        return mappings.MAPPING_DATE_ORDER_DAY_MONTH_YEAR
    if any(int(match[2]) > _MONTHS for match in dates):
        return mappings.MAPPING_DATE_ORDER_MONTH_DAY_YEAR
    return mappings.MAPPING_DATE_ORDER_UNSPECIFIED
