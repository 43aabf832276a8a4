"""Canonical form of feature files: a formatter that changes only whitespace, and a starter file.

Columns are aligned by display width. Comments stay above their line. Malformed tables remain unchanged, because `check`
reports them.
"""

from __future__ import annotations

import re
from enum import Enum
from importlib import resources
from typing import TYPE_CHECKING, Any

from gherkin.gherkin_line import GherkinLine
from gherkin.token import Token
from gherkin.token_matcher import TokenMatcher

from rules.language.lexicon import load_lexicon
from rules.language.row_lines import is_row, written_cells
from rules.language.tables import align_rows, cell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from rules.language.lexicon import Lexicon


def starter_file(card: str, day: date, language: str, words: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the starter file of a small scorecard in one language, by its path.

    `words` provides the `title`, and the `instrument`, `clause` and `certainty` of the basis. With these cells filled,
    the scorecard has no errors, and every threshold has an example. Publishing refuses the comments of the starter
    file.
    """
    path = f"card.{language}.feature"
    text = resources.files(__package__).joinpath("skeletons", path).read_text(encoding="utf-8")
    replacements = {"card": card, "day": day.isoformat()} | {
        name: cell((words or {}).get(name, "")) for name in _AUTHOR_FIELDS
    }
    text = _PLACEHOLDER.sub(lambda placeholder: replacements[placeholder[1]], text)
    return {path: to_canonical(text, load_lexicon(language))}


_AUTHOR_FIELDS = ("title", "instrument", "clause", "certainty")
_PLACEHOLDER = re.compile(r"\{(card|day|title|instrument|clause|certainty)\}")


class _LineKind(Enum):
    BLANK = "blank"
    COMMENT = "comment"
    FEATURE = "feature"
    RULE = "rule"
    BACKGROUND = "background"
    SCENARIO = "scenario"
    EXAMPLES = "examples"
    STEP = "step"
    ROW = "row"
    TEXT = "text"


_AFTER_BLANK_LINE = frozenset({_LineKind.RULE, _LineKind.SCENARIO, _LineKind.EXAMPLES})
_HEADS = frozenset({_LineKind.FEATURE, _LineKind.BACKGROUND, *_AFTER_BLANK_LINE})
_FENCES = ('"""', "```")


def to_canonical(text: str, words: Lexicon) -> str:
    """Return a feature file in canonical form."""
    layout = _LineFormatter(TokenMatcher(words.dialect))
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        layout.add(line)
    return layout.finish()


class _LineFormatter:
    def __init__(self, matcher: TokenMatcher) -> None:
        self.matches: tuple[tuple[_LineKind, Callable[[Token], bool]], ...] = (
            (_LineKind.FEATURE, matcher.match_FeatureLine),
            (_LineKind.RULE, matcher.match_RuleLine),
            (_LineKind.BACKGROUND, matcher.match_BackgroundLine),
            (_LineKind.SCENARIO, matcher.match_ScenarioLine),
            (_LineKind.EXAMPLES, matcher.match_ExamplesLine),
            (_LineKind.STEP, matcher.match_StepLine),
        )
        self.lines: list[str] = []
        self.comments: list[str] = []
        self.rows: list[str] = []
        self.in_rule = self.blank = self.takes_steps = False
        self.last = _LineKind.BLANK
        self.fence = ""
        self.depth = 0

    def add(self, line: str) -> None:
        stripped = line.strip()
        if self.fence or stripped.startswith(_FENCES):
            self._add_fenced(line, stripped)
            return
        kind, text = self._classify_line(stripped)
        if kind is _LineKind.BLANK:
            self.blank = True
        elif kind is _LineKind.COMMENT:
            self._add_comment(stripped)
        elif kind is _LineKind.ROW:
            self.rows += [*self.comments, stripped]
            self.comments, self.blank = [], False
        else:
            self._add_line(kind, text)

    def finish(self) -> str:
        self._flush()
        self._append_lines(self.comments, self.depth)
        return "\n".join(self.lines).strip("\n") + "\n"

    def _classify_line(self, stripped: str) -> tuple[_LineKind, str]:
        if not stripped:
            return _LineKind.BLANK, ""
        if stripped.startswith("#"):
            return _LineKind.COMMENT, stripped
        if stripped.startswith("|"):
            return _LineKind.ROW, stripped
        line = GherkinLine(stripped, 1)
        for kind, matches in self.matches:
            token: Any = Token(line, {"line": 1})  # the library declares no types of matched tokens
            if (kind is not _LineKind.STEP or self.takes_steps) and matches(token):
                keyword = token.matched_keyword
                separator = ": " if kind in _HEADS else "" if keyword.endswith(" ") else " "
                return kind, f"{keyword}{separator}{token.matched_text}".rstrip()
        return _LineKind.TEXT, stripped

    def _add_comment(self, stripped: str) -> None:
        if self.blank and not self.comments:
            self._flush()
        if self.blank and self.lines and not self.rows:
            self.comments.append("")
        self.comments.append(stripped)
        self.blank = False

    def _add_line(self, kind: _LineKind, text: str) -> None:
        self._flush()
        depth = self._depth(kind)
        needs_blank = kind in _AFTER_BLANK_LINE or (kind is _LineKind.BACKGROUND and not self.in_rule)
        same_text = kind is _LineKind.TEXT and self.blank
        if needs_blank and self.last is not _LineKind.BLANK and not (self.comments and self.comments[0] == ""):
            self.lines.append("")
        self._append_lines(self.comments, depth)
        if same_text and self.last is _LineKind.TEXT:
            self.lines.append("")
        self._append_lines([text], depth)
        self.comments, self.blank = [], False
        self.last, self.depth = kind, depth + (1 if kind in _HEADS else 0)
        if kind in _HEADS:
            self.takes_steps = kind in (_LineKind.BACKGROUND, _LineKind.SCENARIO)

    def _depth(self, kind: _LineKind) -> int:
        match kind:
            case _LineKind.FEATURE:
                return 0
            case _LineKind.RULE:
                self.in_rule = True
                return 1
            case _LineKind.BACKGROUND | _LineKind.SCENARIO:
                return 2 if self.in_rule else 1
            case _LineKind.EXAMPLES:
                return 3 if self.in_rule else 2
            case _:
                return self.depth

    def _flush(self) -> None:
        rows = [(row, is_row(row)) for row in self.rows]
        cells = [written_cells(row) for row, is_complete in rows if is_complete]
        is_aligned = len({len(row) for row in cells}) == 1 and all(
            is_complete or row.startswith("#") for row, is_complete in rows
        )
        lines = iter(align_rows(cells) if is_aligned else ())
        depth = self.depth + (self.last is _LineKind.STEP)
        self._append_lines([next(lines) if is_aligned and is_complete else row for row, is_complete in rows], depth)
        self.rows = []

    def _add_fenced(self, line: str, stripped: str) -> None:
        if not self.fence:
            self._flush()
            self._append_lines(self.comments, self.depth)
            self.comments, self.fence = [], stripped[:3]
        elif stripped.startswith(self.fence):
            self.fence = ""
        self.lines.append(line.rstrip())

    def _append_lines(self, lines: list[str], depth: int) -> None:
        self.lines += [f"{'  ' * depth}{line}".rstrip() for line in lines]
