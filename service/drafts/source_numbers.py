"""Numbers of the rules of a draft that its source text does not contain.

Rows based on the author's own interpretation need no source. The card, facts, examples and labels are
not compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from rules.language import language_of, load_lexicon, tables_of
from rules.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.language import RuleTable
    from rules.model import Scorecard

_message = message_factory(__name__)

_GROUPS = frozenset({"quantities", "gates", "weights", "bands", "grades", "verdicts", "findings"})
_NUMBER = re.compile(
    r"(?<![\w.\-/])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![\w.]*\w)|(?<![\w.\-/])[0-9]+(?:\.[0-9]+)?(?=%)"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IN_SOURCE = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_WORDS: Mapping[str, int | Fraction] = {
    **{word: number for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )},
    "none": 0, "half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4), "first": 1,
}  # fmt: skip
_CHINESE = {**{sign: number for number, sign in enumerate("零一二三四五六七八九十")}, "两": 2, "无": 0, "首": 1}


@dataclass(frozen=True, slots=True)
class UnsourcedNumber:
    """A number of a rule, with its location and the next step."""

    path: str
    line: int
    number: str
    message: str


def unsourced_numbers(
    files: Mapping[str, str], scorecard: Scorecard | None, source: str
) -> tuple[UnsourcedNumber, ...]:
    """Return the numbers of the rules that `source` does not contain, in order; zero needs no source."""
    known = {Fraction(0), *_numbers_of_source(source)}
    own = _own_bases(scorecard)
    found = []
    for table in tables_of(files):
        if table.group not in _GROUPS:
            continue
        for line, text in _compared_rows(table, own, scorecard):
            for match in _NUMBER.finditer(_DAY.sub(" ", text)):
                if Fraction(match[0].replace(",", "")) not in known:
                    message = _message("NOT_IN_SOURCE", number=match[0])
                    found.append(UnsourcedNumber(table.path, line, match[0], message))
    return tuple(dict.fromkeys(found))


def _numbers_of_source(source: str) -> Iterator[Fraction]:
    for match in _IN_SOURCE.finditer(source):
        yield Fraction(match[0].replace(",", ""))
    for word in re.findall(r"[a-z]+", source.lower()):
        if word in _WORDS:
            yield Fraction(_WORDS[word])
    yield from (Fraction(_CHINESE[sign]) for sign in source if sign in _CHINESE)


def _own_bases(scorecard: Scorecard | None) -> frozenset[str]:
    bases = () if scorecard is None else scorecard.bases
    return frozenset(basis.id for basis in bases if basis.certainty is Certainty.OWN_READING)


def _compared_rows(table: RuleTable, own: frozenset[str], scorecard: Scorecard | None) -> Iterator[tuple[int, str]]:
    words = load_lexicon(language_of(table.path) or "en")
    heading = table.rows[0]
    basis_word = words.headings.get("basis", "basis")
    column = heading.index(basis_word) if basis_word in heading else None
    stated = _indicator_bases(table.sentence, scorecard) or _sentence_bases(table.sentence, scorecard)
    if table.group == "quantities" or column is None:
        yield from () if stated and stated <= own else [(table.sentence_line + 1, "")]
    for line, row in zip(table.row_lines[1:], table.rows[1:], strict=True):
        bases = frozenset(row[column].split(words.separator)) if column is not None and row[column] else stated
        if bases and bases <= own:
            continue
        yield line + 1, " | ".join(cell for position, cell in enumerate(row) if position != column)


def _indicator_bases(sentence: str, scorecard: Scorecard | None) -> frozenset[str]:
    names = re.findall(r"[A-Za-z0-9_.-]+", sentence)
    indicators = {} if scorecard is None else {each.id: each for each in scorecard.indicators}
    return next((frozenset(indicators[name].basis) for name in names if name in indicators), frozenset())


def _sentence_bases(sentence: str, scorecard: Scorecard | None) -> frozenset[str]:
    names = set(re.findall(r"[a-z0-9-]+", sentence))
    return frozenset() if scorecard is None else frozenset(each.id for each in scorecard.bases if each.id in names)
