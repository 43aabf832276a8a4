"""Feature file texts on pages: problems, differences, merges, corrections and language pairs."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from rules.language import begun_cells, rest_of_cell
from service.output.changed_words import changed_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from service.output.changed_words import Pieces

_PROBLEM = re.compile(r"([^:\s]+\.feature):(\d+):(\d+): ([A-Z]+\d+): (.*)", re.DOTALL)
_VERSION = re.compile(
    r"^(?P<left>[ \t]*\|[ \t]*)(?P<word>version|版本)(?P<gap>[ \t]*\|[ \t]*)(?P<number>\d+\.\d+\.\d+)\b", re.MULTILINE
)
_SUPERSEDES_ROWS = {"version": "supersedes", "版本": "替代"}
_LANGUAGES = re.compile(r"\.(en|zh)\.feature\Z")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_CONTEXT_LINES = 2
_FREQUENCY_CHECK_LINES = 200
_MAX_EQUAL_PAIRS = 30_000
_MAX_WORD_DIFFS, _MAX_WORD_DIFF_LENGTH = 200, 1_000
_MAX_MARKED_LINES = 400


@dataclass(frozen=True, slots=True)
class Problem:
    """Problem of a draft; without a path it has no location."""

    text: str
    path: str = ""
    line: int = 0
    column: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """Line of a file, or a gap of `folded` lines."""

    number: int
    text: str = ""
    is_changed: bool = False
    problems: Sequence[Problem] = ()
    folded: int = 0


@dataclass(frozen=True, slots=True)
class DiffLine:
    """Line of a diff: old, new, common, or a hunk header."""

    kind: Literal["was", "is", "same", "head"]
    text: str
    pieces: Pieces = ()
    """Marked words; empty without a similar line opposite."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Matching passages in two languages: a sentence with its table, or prose."""

    here: str
    there: str
    line: int
    """First line in `here`; 0 if missing."""
    state: Literal["same", "missing", "untranslated", "rows"]


def read_problem(text: str) -> Problem:
    """Parse `file:line:column: code: message`; other text is the message."""
    match = _PROBLEM.fullmatch(text)
    if match is None:
        return Problem(text)
    path, line, column, code, message = match.groups()
    return Problem(message, path, int(line), int(column), code)


def lines_of(text: str) -> list[str]:
    """Split a file into lines as editors and the compiler do."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]


def changed_lines(before: str, after: str) -> frozenset[int]:
    """Return the numbers of changed lines; for a deletion, of the next line."""
    old, new = lines_of(before), lines_of(after)
    changed: set[int] = set()
    for _, _, start, end in _changed_ranges(old, new):
        changed.update(range(start + 1, max(end, start + 1) + 1))
    return frozenset(number for number in changed if number <= len(new))


def shown_lines(text: str, changed: Collection[int], problems: Iterable[Problem]) -> list[ShownLine]:
    """Return changed lines and lines with problems, with context and gaps."""
    lines = lines_of(text)
    by_line: dict[int, list[Problem]] = {}
    for problem in problems:
        by_line.setdefault(min(max(problem.line, 1), len(lines)), []).append(problem)
    marked = sorted({*by_line, *changed})[:_MAX_MARKED_LINES]
    near = sorted(
        {n for line in marked for n in range(line - _CONTEXT_LINES, line + _CONTEXT_LINES + 1) if 0 < n <= len(lines)}
    )
    shown, last = list[ShownLine](), 0
    for number in near:
        if number > last + 1:
            shown.append(ShownLine(last + 1, folded=number - last - 1))
        shown.append(ShownLine(number, lines[number - 1], number in changed, by_line.get(number, ())))
        last = number
    if near and last < len(lines):
        shown.append(ShownLine(last + 1, folded=len(lines) - last))
    return shown


def diff_lines(unified: str) -> list[DiffLine]:
    """Parse a unified diff, without its two header lines."""
    kinds: Mapping[str, Literal["was", "is", "same"]] = {"-": "was", "+": "is", " ": "same"}
    read = list[DiffLine]()
    for line in unified.split("\n")[2:]:
        if line.startswith("@@"):
            read.append(DiffLine("head", line.strip("@ ")))
        elif line:
            read.append(DiffLine(kinds.get(line[0], "same"), line[1:]))
    return _with_changed_words(read)


def _with_changed_words(lines: Sequence[DiffLine]) -> list[DiffLine]:
    marked, pairs = list(lines), 0
    for _, run in groupby(range(len(lines)), lambda index: lines[index].kind in ("was", "is")):
        indices = list(run)
        old_indices, new_indices = ([index for index in indices if lines[index].kind == kind] for kind in ("was", "is"))
        for old, new in zip(old_indices, new_indices, strict=False):
            pairs += 1
            if pairs > _MAX_WORD_DIFFS or max(len(lines[old].text), len(lines[new].text)) > _MAX_WORD_DIFF_LENGTH:
                continue
            before, after = changed_words(lines[old].text, lines[new].text)
            if len(before) > 1 or len(after) > 1:
                marked[old], marked[new] = replace(lines[old], pieces=before), replace(lines[new], pieces=after)
    return marked


def differences(before: str, after: str) -> list[DiffLine]:
    """Return the different lines of two texts, with context."""
    old, new = lines_of(before), lines_of(after)
    result, last = list[DiffLine](), 0
    for start, end, begin, stop in _changed_ranges(old, new):
        if start - last > _CONTEXT_LINES or not result:
            result += [DiffLine("same", line) for line in old[last : last + _CONTEXT_LINES]] if result else []
            result.append(DiffLine("head", f"-{start + 1} +{begin + 1}"))
            last = max(start - _CONTEXT_LINES, last)
        result += [DiffLine("same", line) for line in old[last:start]]
        result += [DiffLine("was", line) for line in old[start:end]]
        result += [DiffLine("is", line) for line in new[begin:stop]]
        last = end
    result += [DiffLine("same", line) for line in old[last : last + _CONTEXT_LINES] if result]
    return _with_changed_words(result)


def merged(base: str, theirs: str, mine: str) -> str | None:
    """Merge two edits of a text; return None if changed lines overlap or touch."""
    old = lines_of(base)
    edits = sorted({*_edits(old, lines_of(theirs)), *_edits(old, lines_of(mine))})
    for (_, end, _), (start, _, _) in pairwise(edits):
        if start <= end:
            return None
    for start, end, replacement in reversed(edits):
        old[start:end] = replacement
    return "\n".join(old) + ("\n" if mine.endswith("\n") or theirs.endswith("\n") else "")


def _edits(old: list[str], new: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(start, end, tuple(new[begin:stop])) for start, end, begin, stop in _changed_ranges(old, new)]


def _changed_ranges(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return ranges (old start, old end, new start, new end); one range if a comparison is slow."""
    most = min(len(old), len(new))
    head = next((index for index in range(most) if old[index] != new[index]), most)
    tail = next((index for index in range(most - head) if old[-1 - index] != new[-1 - index]), most - head)
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not left and not right:
        return []
    counts, others = Counter(left), Counter(right)
    if len(right) >= _FREQUENCY_CHECK_LINES:  # difflib also ignores lines above one percent
        others = Counter({line: count for line, count in others.items() if count <= len(right) // 100 + 1})
    if sum(counts[line] * count for line, count in others.items()) > _MAX_EQUAL_PAIRS:
        return [(head, head + len(left), head, head + len(right))]
    opcodes = difflib.SequenceMatcher(None, left, right).get_opcodes()
    return [(head + a, head + b, head + c, head + d) for tag, a, b, c, d in opcodes if tag != "equal"]


def renumbered(files: Mapping[str, str], before: str, number: str) -> dict[str, str]:
    """Return the files of a published version with the number of its successor."""
    return {path: _renumbered(text, before, number) for path, text in files.items()}


def _renumbered(text: str, before: str, number: str) -> str:
    match = next((row for row in _VERSION.finditer(text) if row["number"] == before), None)
    if match is None:
        return text
    end = text.find("\n", match.end())
    rest = text[match.end() : end]
    row = f"{match['left']}{match['word']}{match['gap']}{number}{rest}"
    superseding = re.compile(
        rf"^([ \t]*\|[ \t]*{_SUPERSEDES_ROWS[match['word']]}[ \t]*\|[ \t]*)\d+\.\d+\.\d+\b", re.MULTILINE
    )
    following, count = superseding.subn(rf"\g<1>{before}", text[end:], 1)
    if not count:
        row += f"\n{match['left']}{_SUPERSEDES_ROWS[match['word']]}{match['gap']}{before}{rest}"
    return text[: match.start()] + row + following


def next_minor(number: str) -> str:
    """Return the number of the next minor version."""
    major, minor, _ = number.split(".")
    return f"{major}.{int(minor) + 1}.0"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Replacement of words at a column, counted from 1."""

    column: int
    was: str
    now: str


def corrected(line: str, replacements: Collection[Replacement]) -> str | None:
    """Apply replacements to an example line; return None if they are empty or invalid.

    Table cells keep their width if possible.
    """
    for each in sorted(replacements, key=lambda each: each.column, reverse=True):
        start, end = each.column - 1, each.column - 1 + len(each.was)
        if line[start:end] != each.was or begun_cells(each.now):
            return None
        rest = line[end:]
        if line.lstrip().startswith("|"):
            rest = _with_adjusted_padding(rest, len(each.now) - len(each.was))
        line = line[:start] + each.now + rest
    return line if replacements else None


def _with_adjusted_padding(rest: str, added_width: int) -> str:
    cell = rest_of_cell(rest, 0)
    words = cell.rstrip()
    padding = max(len(cell) - len(words) - added_width, 1)
    return words + " " * padding + rest[len(cell) :]


def confirmed(example: str) -> str:
    """Remove the comments of a proposed example, except the language line."""
    remaining = (line for line in lines_of(example) if not line.lstrip().startswith("#") or "language:" in line)
    return "\n".join(remaining)


def file_language(path: str) -> str:
    """Return the language in a file name, or empty."""
    match = _LANGUAGES.search(path)
    return match[1] if match else ""


def in_other_language(path: str) -> str:
    """Return the file name in the other language, or empty."""
    other = {"en": "zh", "zh": "en"}.get(file_language(path), "")
    return _LANGUAGES.sub(f".{other}.feature", path) if other else ""


def side_by_side(here: str, there: str, language: str) -> list[Pair]:
    """Pair the passages of a file in two languages; `language` is that of `there`."""
    left, right = _passages(here), _passages(there)
    pairs = list[Pair]()
    for index in range(max(len(left), len(right))):
        line, mine = left[index] if index < len(left) else (0, "")
        theirs = right[index][1] if index < len(right) else ""
        state: Literal["same", "missing", "untranslated", "rows"] = "same"
        if not mine or not theirs:
            state = "missing"
        elif _is_untranslated(theirs if language == "zh" else mine):
            state = "untranslated"
        elif mine.count("\n") != theirs.count("\n") and "|" in mine:
            state = "rows"
        pairs.append(Pair(mine, theirs, line, state))
    return pairs


def _is_untranslated(chinese: str) -> bool:
    sentence = next((line for line in chinese.split("\n") if not line.lstrip().startswith("|")), chinese)
    return bool(_LETTERS.search(sentence)) and not _HAN.search(sentence)


def _passages(text: str) -> list[tuple[int, str]]:
    passages = list[tuple[int, list[str]]]()
    for number, line in enumerate(lines_of(text), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith(("#", "@")):
            continue
        if passages and stripped.startswith("|"):
            passages[-1][1].append(line)
        else:
            passages.append((number, [line]))
    return [(number, "\n".join(lines)) for number, lines in passages]
