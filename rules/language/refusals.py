"""Which words and signs does a condition refuse, and what should stand there instead?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.language.patterns import is_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.language.lexicon import Lexicon
    from rules.language.report import Report
    from rules.language.text import Text

_SIGNS: Mapping[str, tuple[str, ...]] = {
    ">=": ("at_least",), "≥": ("at_least",), "<=": ("at_most",), "≤": ("at_most",), "!=": ("is_not",),
    "≠": ("is_not",), "==": ("is",), ">": ("more_than",), "<": ("less_than",), "=": ("is",),
}  # fmt: skip
_WORDY = ("at_least", "at_most", "more_than", "less_than", "is")
_AMBIGUOUS: Mapping[str, tuple[str, ...]] = {"upward": ("at_least", "more_than"), "downward": ("at_most", "less_than")}


def refuse(text: Text, words: Lexicon, report: Report, known: Iterable[str] = ()) -> bool:
    """Report the first comparison sign, ambiguous word or joining word outside known names; say if there is one."""
    searched = text.text
    for name in sorted(known, key=len, reverse=True):
        searched = searched.replace(name, "\0" * len(name)) if len(name) > 1 else searched
    for sign, operators in _SIGNS.items():
        position = searched.find(sign)
        if position >= 0:
            shown = report.either(_bare(words, key) for key in operators)
            report.add("RL010", text.part(position, position + len(sign)), "symbol", found=sign, words=shown)
            return True
    for operator in _WORDY:
        match = _find(words.refused[operator], searched)
        if match:
            report.add("RL010", text.part(*match.span()), "wordy", found=match[0], words=_bare(words, operator))
            return True
    for kind, operators in _AMBIGUOUS.items():
        match = _find(words.refused[kind], searched)
        if match:
            shown = report.either(_bare(words, key) for key in operators)
            report.add("RL013", text.part(*match.span()), found=match[0], words=shown)
            return True
    match = _find(words.refused["joining"], searched)
    if match:
        report.add("RL010", text.part(*match.span()), "joined", found=match[0])
        return True
    return False


def begins_wordy(text: str, words: Lexicon) -> bool:
    """Say whether a text begins with another wording of an operator: 高于等于 begins with one itself."""
    refused = tuple(word for operator in _WORDY for word in words.refused[operator])
    return text.lstrip().startswith(refused)


def _bare(words: Lexicon, operator: str) -> str:
    return words.operators[operator].write(value="").strip()


def _find(refused: tuple[str, ...], text: str) -> re.Match[str] | None:
    expressions = [
        re.escape(word) if is_wide(word[0]) or not word[0].isalpha() else rf"(?<!\w){re.escape(word)}(?!\w)"
        for word in sorted(refused, key=len, reverse=True)
    ]
    return re.search("|".join(expressions), text)
