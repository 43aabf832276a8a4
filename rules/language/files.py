"""How are the files of one language read, and is the first line of each right?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.language.gherkin_files import read_file
from rules.language.marks import mend_lines
from rules.language.pasted import mend_pasted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.lexicon import Lexicon
    from rules.language.report import Report
    from rules.language.source import SourceFile

_HEADER = re.compile(r"\s*#\s*language\s*:\s*(\S+)\s*\Z")


def read_files(files: Mapping[str, str], words: Lexicon, report: Report) -> list[SourceFile]:
    """Read all files of one language, in the order of their paths."""
    read: list[SourceFile] = []
    for path, text in sorted(files.items()):
        pasted = mend_pasted(path, text.removeprefix("\ufeff"), words, report)
        mended = mend_lines(path, pasted, words, report)
        source = read_file(path, _check_header(path, mended, words, report), words, report)
        if source is not None:
            read.append(source)
    return read


def _check_header(path: str, text: str, words: Lexicon, report: Report) -> str:
    """Check the language that the file says it is written in; a wrong one is read as the right one."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        match = _HEADER.match(line)
        if match:
            if match[1] != words.dialect:
                place = Location(path, number + 1, match.start(1) + 1)
                report.add("RL005", place, "differs", found=match[1], dialect=words.dialect)
                lines[number] = f"# language: {words.dialect}"
            return "\n".join(lines)
        if line.strip() and not line.lstrip().startswith("#"):
            break
    report.add("RL005", Location(path, 1, 1), "header", dialect=words.dialect)
    return text
