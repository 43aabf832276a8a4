"""How do the files of a draft read with what is new, and in which cells does each of their lines stand then?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.language.additions import Definition, added, example_titles
from rules.language.rule_tables import tables_of
from service.reading.rule_tables.new_rows import Line
from service.reading.tree.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from service.reading.rule_tables.new_rows import New
    from service.reading.tree.problems import Place

_say = speaker(__name__)

Cells = dict[tuple[str, int], Line]
"""The cells of lines, by file and number, from 1."""


def repeated(files: Mapping[str, str], new: Sequence[New]) -> Iterator[Problem]:
    """Find what stands in the draft already, as it does when a workbook is brought back twice."""
    tables = {(table.path, table.sentence, table.rows) for table in tables_of(files)}
    seen: dict[tuple[str, ...], Place] = {}
    for one in new:
        addition, place = one.addition, one.lines[0].cells[0]
        said = (addition.sentence, *sum(addition.rows, ())) if isinstance(addition, Definition) else (addition.title,)
        before = seen.setdefault((type(addition).__name__, one.path, addition.rule, *said), place)
        if before is not place:
            yield Problem(place, "", _say("TWICE_NEW", there=before.cell), "REPEATED")
        if not isinstance(addition, Definition):
            there = (addition.rule, addition.title) in example_titles(files[one.path], one.path)
        elif addition.rows:
            there = (one.path, addition.sentence, addition.rows) in tables
        else:
            there = addition.sentence in _alone(files[one.path])
        if there:
            yield Problem(place, "", _say("THERE_ALREADY", path=one.path), "REPEATED")


def _alone(text: str) -> set[str]:
    """Give what stands behind the first word of each line that has no table beneath."""
    lines = [line.strip() for line in text.split("\n")]
    below = [*lines[1:], ""]
    return {line.partition(" ")[2] for line, next_one in zip(lines, below, strict=True) if not next_one.startswith("|")}


def with_new(files: Mapping[str, str], cells: Cells, new: Sequence[New]) -> tuple[dict[str, str], Cells]:
    """Put what is new into the files, and say in which cells the lines stand then."""
    written: dict[str, str] = {}
    placed: Cells = {}
    for path, text in files.items():
        own = [one for one in new if one.path == path]
        written[path], came = added(text, path, [one.addition for one in own])
        for number, (origin, line) in enumerate(zip(came, written[path].split("\n"), strict=True), 1):
            if origin is None:
                continue
            before = cells.get((path, origin.line + 1))
            stood = before if origin.addition is None else own[origin.addition].lines[origin.line]
            if stood is not None:
                placed[path, number] = _shifted(stood, line)
    return written, placed


def _shifted(stood: Line, line: str) -> Line:
    """Count the parts of a sentence from the begin of its line, where its indent and keyword stand."""
    if not stood.spans:
        return stood
    first = len(line) - len(line.lstrip())
    keyword = line.lstrip().index(" ") + 1
    return Line(
        stood.cells, tuple((start + first + keyword, end + first + keyword, cell) for start, end, cell in stood.spans)
    )
