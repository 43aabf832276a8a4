"""Feature files as pages show them: problems and changes at their lines, differences, two languages side by side."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Literal

from service.output.changed_words import changed_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from service.output.changed_words import Pieces

_PROBLEM = re.compile(r"([^:\s]+\.feature):(\d+):(\d+): ([A-Z]+\d+): (.*)", re.DOTALL)
_VERSION = re.compile(
    r"^(?P<left>[ \t]*\|[ \t]*)(?P<word>version|版本)(?P<gap>[ \t]*\|[ \t]*)(?P<number>\d+\.\d+\.\d+)\b", re.MULTILINE
)
_SUPERSEDES = {"version": "supersedes", "版本": "替代"}
"""The rows of a card that name the version before, by the row in whose language they are."""
_LANGUAGES = re.compile(r"\.(en|zh)\.feature\Z")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = re.compile(r"[A-Za-z]{2,}")
_NEAR = 2
"""How many lines stand around one that is wrong or changed."""
_FEW = 200
_MOST_ALIKE = 30_000
"""How many pairs of like lines of two texts are compared."""
_MOST_PAIRED, _LONGEST_PAIRED = 200, 1_000
"""In how many pairs of lines changed words are marked, and how many characters a line of them has at most."""
_MOST_LINES = 400
"""How many lines with their neighbours are shown one by one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a draft; without a path it has no place."""

    text: str
    path: str = ""
    line: int = 0
    column: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of a file, or `folded` lines that are not shown."""

    number: int
    text: str = ""
    is_changed: bool = False
    problems: Sequence[Problem] = ()
    folded: int = 0


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of what differs between two texts: as it was, as it is, in both, or the head of a part."""

    kind: Literal["was", "is", "same", "head"]
    text: str
    pieces: Pieces = ()
    """Its words, each with whether it changed, if one like it stands on the other side; else nothing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands at the same place of both languages: a sentence with its table, or prose."""

    here: str
    there: str
    line: int
    """Where it begins here; 0 if it is not here."""
    state: Literal["same", "missing", "untranslated", "rows"]


def read_problem(text: str) -> Problem:
    """Read what the API says of a draft: `file:line:column: code: message`, or words alone."""
    match = _PROBLEM.fullmatch(text)
    if match is None:
        return Problem(text)
    path, line, column, code, message = match.groups()
    return Problem(message, path, int(line), int(column), code)


def lines_of(text: str) -> list[str]:
    """Split a file as editors and the compiler count its lines."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]


def changed_lines(before: str, after: str) -> frozenset[int]:
    """Give the numbers of the lines that are not as they were; where some are gone, the line after them."""
    old, new = lines_of(before), lines_of(after)
    changed: set[int] = set()
    for _, _, start, end in _changed_parts(old, new):
        changed.update(range(start + 1, max(end, start + 1) + 1))
    return frozenset(number for number in changed if number <= len(new))


def shown_lines(text: str, changed: Collection[int], problems: Iterable[Problem]) -> list[ShownLine]:
    """Give the lines that are wrong or changed with their neighbours, and how many are left out between them."""
    lines = lines_of(text)
    by_line: dict[int, list[Problem]] = {}
    for problem in problems:
        by_line.setdefault(min(max(problem.line, 1), len(lines)), []).append(problem)
    marked = sorted({*by_line, *changed})[:_MOST_LINES]
    near = sorted({n for line in marked for n in range(line - _NEAR, line + _NEAR + 1) if 0 < n <= len(lines)})
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
    """Read what differs in the unified format, without the two lines that name the file."""
    kinds: Mapping[str, Literal["was", "is", "same"]] = {"-": "was", "+": "is", " ": "same"}
    read = list[DiffLine]()
    for line in unified.split("\n")[2:]:
        if line.startswith("@@"):
            read.append(DiffLine("head", line.strip("@ ")))
        elif line:
            read.append(DiffLine(kinds.get(line[0], "same"), line[1:]))
    return _with_changed_words(read)


def _with_changed_words(lines: Sequence[DiffLine]) -> list[DiffLine]:
    """Mark the words that changed in lines that follow each other as they were and as they are, first beside first."""
    marked, pairs = list(lines), 0
    for _, run in groupby(range(len(lines)), lambda place: lines[place].kind in ("was", "is")):
        places = list(run)
        old_places, new_places = ([place for place in places if lines[place].kind == kind] for kind in ("was", "is"))
        for old, new in zip(old_places, new_places, strict=False):
            pairs += 1
            if pairs > _MOST_PAIRED or max(len(lines[old].text), len(lines[new].text)) > _LONGEST_PAIRED:
                continue
            before, after = changed_words(lines[old].text, lines[new].text)
            if len(before) > 1 or len(after) > 1:
                marked[old], marked[new] = replace(lines[old], pieces=before), replace(lines[new], pieces=after)
    return marked


def differences(before: str, after: str) -> list[DiffLine]:
    """Say what differs between two texts, line by line, each part with its neighbours."""
    old, new = lines_of(before), lines_of(after)
    told, last = list[DiffLine](), 0
    for start, end, begin, stop in _changed_parts(old, new):
        if start - last > _NEAR or not told:
            told += [DiffLine("same", line) for line in old[last : last + _NEAR]] if told else []
            told.append(DiffLine("head", f"-{start + 1} +{begin + 1}"))
            last = max(start - _NEAR, last)
        told += [DiffLine("same", line) for line in old[last:start]]
        told += [DiffLine("was", line) for line in old[start:end]]
        told += [DiffLine("is", line) for line in new[begin:stop]]
        last = end
    told += [DiffLine("same", line) for line in old[last : last + _NEAR] if told]
    return _with_changed_words(told)


def merged(base: str, theirs: str, mine: str) -> str | None:
    """Bring together what two people changed in one text; None where both changed the same lines, or lines that touch.

    Each line of either change is kept as its author wrote it.
    """
    old = lines_of(base)
    edits = sorted({*_edits(old, lines_of(theirs)), *_edits(old, lines_of(mine))})
    for (_, end, _), (start, _, _) in pairwise(edits):
        if start <= end:
            return None
    for start, end, put in reversed(edits):
        old[start:end] = put
    return "\n".join(old) + ("\n" if mine.endswith("\n") or theirs.endswith("\n") else "")


def _edits(old: list[str], new: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    return [(start, end, tuple(new[begin:stop])) for start, end, begin, stop in _changed_parts(old, new)]


def _changed_parts(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Give the parts that differ: from and to which line of the old, and of the new.

    Where so many lines are alike that comparing them takes long, all between the first and the last difference is one.
    """
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if not left and not right:
        return []
    counts, others = Counter(left), Counter(right)
    if len(right) >= _FEW:  # what is more than one line in a hundred is nothing to go by, as difflib has it
        others = Counter({line: count for line, count in others.items() if count <= len(right) // 100 + 1})
    if sum(counts[line] * count for line, count in others.items()) > _MOST_ALIKE:
        return [(head, head + len(left), head, head + len(right))]
    opcodes = difflib.SequenceMatcher(None, left, right).get_opcodes()
    return [(head + a, head + b, head + c, head + d) for tag, a, b, c, d in opcodes if tag != "equal"]


def renumbered(files: Mapping[str, str], before: str, number: str) -> dict[str, str]:
    """Give the files of a published version as those of the one that takes its place, under another number."""
    return {path: _renumbered(text, before, number) for path, text in files.items()}


def _renumbered(text: str, before: str, number: str) -> str:
    match = next((row for row in _VERSION.finditer(text) if row["number"] == before), None)
    if match is None:
        return text
    end = text.find("\n", match.end())
    rest = text[match.end() : end]
    row = f"{match['left']}{match['word']}{match['gap']}{number}{rest}"
    superseding = re.compile(
        rf"^([ \t]*\|[ \t]*{_SUPERSEDES[match['word']]}[ \t]*\|[ \t]*)\d+\.\d+\.\d+\b", re.MULTILINE
    )
    below, count = superseding.subn(rf"\g<1>{before}", text[end:], 1)
    if not count:
        row += f"\n{match['left']}{_SUPERSEDES[match['word']]}{match['gap']}{before}{rest}"
    return text[: match.start()] + row + below


def next_minor(number: str) -> str:
    """Give the number of the next version that changes what is asked."""
    major, minor, _ = number.split(".")
    return f"{major}.{int(minor) + 1}.0"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words to replace in a line, from a column counted from 1."""

    column: int
    was: str
    now: str


def corrected(line: str, replacements: Collection[Replacement]) -> str | None:
    """Replace words in the line of an example; in a row the cells keep their width where the words fit.

    None if there are no replacements, or the line does not have these words.
    """
    for each in sorted(replacements, key=lambda each: each.column, reverse=True):
        start, end = each.column - 1, each.column - 1 + len(each.was)
        if line[start:end] != each.was or "|" in each.now:
            return None
        rest = line[end:]
        if line.lstrip().startswith("|"):
            rest = _shifted(rest, len(each.now) - len(each.was))
        line = line[:start] + each.now + rest
    return line if replacements else None


def _shifted(rest: str, longer: int) -> str:
    """Take characters from the padding of a cell, or add some, so that the cells behind it stay where they are."""
    cell, bar, behind = rest.partition("|")
    words = cell.rstrip()
    padding = max(len(cell) - len(words) - longer, 1)
    return words + " " * padding + bar + behind


def confirmed(example: str) -> str:
    """Give a proposed example without the remark that asks to confirm it; the language of a new file stays said."""
    kept = (line for line in lines_of(example) if not line.lstrip().startswith("#") or "language:" in line)
    return "\n".join(kept)


def file_language(path: str) -> str:
    """Give the language of a file by its name; empty if it says none."""
    match = _LANGUAGES.search(path)
    return match[1] if match else ""


def in_other_language(path: str) -> str:
    """Give the name of the same file in the other language."""
    other = {"en": "zh", "zh": "en"}.get(file_language(path), "")
    return _LANGUAGES.sub(f".{other}.feature", path) if other else ""


def side_by_side(here: str, there: str, language: str) -> list[Pair]:
    """Pair what stands at the same places of a file in two languages; `language` is that of `there`.

    Missing is what has nothing beside it, untranslated what has words of the other language alone, and `rows` is
    said of tables that have not as many rows.
    """
    left, right = _passages(here), _passages(there)
    pairs = list[Pair]()
    for place in range(max(len(left), len(right))):
        line, mine = left[place] if place < len(left) else (0, "")
        theirs = right[place][1] if place < len(right) else ""
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
    """Part a file at its sentences, each with the table below it; remarks and blank lines are left out."""
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
