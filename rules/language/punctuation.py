"""Full-width punctuation: detection, reporting and replacement by ASCII characters.

A reported mark is read as its ASCII equivalent, so that one mistake does not hide others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import MAIN_VARIANT, Location
from rules.language.row_lines import bars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.diagnostic_collector import DiagnosticReport
    from rules.language.source import SourceText

_ASCII_EQUIVALENTS = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | {
    "、": ",",
    "。": ".",
    "\u3000": " ",
}
_DASHES = ("\u2010", "\u2011", "\u2013", "\u2212")
_ASCII_EQUIVALENTS |= dict.fromkeys(_DASHES, "-")
_FULL_WIDTH = re.compile(f"[{''.join(_ASCII_EQUIVALENTS)}]")
_TO_ASCII = str.maketrans(_ASCII_EQUIVALENTS)
_HEADER = re.compile(r"\s*#\s*language\s*(：)")


@dataclass(slots=True)
class MarkNormalizer:
    """Converts text that must be ASCII; labels keep their full-width marks."""

    report: DiagnosticReport
    labels: set[str] = field(default_factory=set)

    def keep(self, label: str) -> None:
        if _FULL_WIDTH.search(label):
            self.labels.add(label)

    def plain(self, text: SourceText) -> SourceText:
        if text.text.isascii() or not _FULL_WIDTH.search(text.text):
            return text
        labels = {*self.labels, *(word for word in self.report.broken if _FULL_WIDTH.search(word))}
        label_spans = [match.span() for label in labels for match in re.finditer(re.escape(label), text.text)]
        characters = list(text.text)
        reported = False
        for match in _FULL_WIDTH.finditer(text.text):
            if any(start <= match.start() < end for start, end in label_spans):
                continue
            characters[match.start()] = _ASCII_EQUIVALENTS[match[0]]
            if not reported and match[0] != "\u3000" and not self.report.unreliable:
                _report_mark(text.at(match.start()), match[0], self.report)
                reported = True
        return text.replaced("".join(characters))


def to_ascii(text: str) -> str:
    """Replace full-width marks by ASCII characters, without a report."""
    return text if text.isascii() else text.translate(_TO_ASCII)


def report_full_width_mark(text: SourceText, spans: list[tuple[int, int]], report: DiagnosticReport) -> None:
    """Report the first full-width mark outside the spans; spaces are ignored."""
    for match in _FULL_WIDTH.finditer(text.text):
        inside = any(start <= match.start() < end for start, end in spans)
        if not inside and match[0] != "\u3000":
            _report_mark(text.at(match.start()), match[0], report)
            return


def _report_mark(location: Location, character: str, report: DiagnosticReport) -> None:
    variant = "look_alike" if character in _DASHES else MAIN_VARIANT
    report.add("RL001", location, variant, found=character, wanted=_ASCII_EQUIVALENTS[character])


def normalize_line_marks(path: str, text: str, keywords: Mapping[str, str], report: DiagnosticReport) -> str:
    """Replace and report full-width table bars and colons after keywords, which Gherkin would not recognize."""
    blocks = [keywords[key] for key in ("feature", "background", "rule", "outline", "scenario", "examples")]
    keyword_line = re.compile(rf"\s*(?:{'|'.join(map(re.escape, blocks))})\s*(：)")
    normalized_lines: list[str] = []
    has_wide_bars = "｜" in text
    expected = 0
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        is_row = stripped.startswith(("|", "｜"))
        header = is_row and not expected
        colon = keyword_line.match(line) or _HEADER.match(line)
        normalized_line = line
        if colon:
            report.add("RL001", Location(path, number, colon.start(1) + 1), found="：", wanted=":")
            normalized_line = line[: colon.start(1)] + ":" + line[colon.end(1) :]
        elif is_row and "｜" in line and _are_bars_separators(stripped, header=header, expected=expected):
            report.add("RL001", Location(path, number, line.index("｜") + 1), found="｜", wanted="|")
            normalized_line = line.replace("｜", "|")
        if is_row and not expected:
            expected = len(bars(normalized_line)) if has_wide_bars else 1
        elif not is_row:
            expected = 0
        normalized_lines.append(normalized_line)
    return "\n".join(normalized_lines)


def _are_bars_separators(row: str, *, header: bool, expected: int) -> bool:
    borders = row.startswith("｜") or row.endswith("｜")
    return header or borders or (len(bars(row)) != expected and len(bars(row.replace("｜", "|"))) == expected)
