"""Feature file folders of the corpus and their expected diagnostics."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from rules.language.compiler import compile_folder
from rules.language.vocabulary import VOCABULARY_FOLDER, with_vocabularies
from rules.model.lookups import TableSource
from rules.model.scorecard import Scorecard

LABORATORY = Path(__file__).parent / "laboratory"
CORPUS = Path(__file__).parent.parent / "corpus"
FOUND_BY_REHEARSAL = {
    "RL052": "counted over examples when a folder is rehearsed",
    "RL054": "refused when a folder is published",
    "RL055": "found when the engine is made",
    "RL072": "found by running the examples",
    "RL115": "counted over examples when a folder is rehearsed",
    "RL122": "told when a folder is rehearsed and nothing else is wrong",
    "RL140": "refused when a folder is published",
    "RL141": "refused when a folder is published",
}
FOUND_BY_PUBLISHING = {
    "RL060": "compared with the versions that are published, which no folder of the desk holds",
    "RL061": "compared with the versions that are published, which no folder of the desk holds",
    "RL062": "compared with the versions that are published, which no folder of the desk holds",
    "RL125": "compared with the versions that are published, which no folder of the desk holds",
}
_EXPECTED = re.compile(r"^# expect: (RL\d{3}) (\d+):(\d+)$", re.MULTILINE)


def read_folder(folder: Path) -> dict[str, str]:
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.feature"))}
    whole = with_vocabularies(files, lambda name: _shared(folder.parent / VOCABULARY_FOLDER / name))
    return dict(sorted(whole.items()))


def scorecard_of(files: Mapping[str, str], tables: TableSource | None = None) -> Scorecard | None:
    return compile_folder(dict(sorted(files.items())), tables=tables).scorecard


def _shared(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def expected_diagnostics(files: Mapping[str, str]) -> list[tuple[str, int, int, str]]:
    return sorted(
        (path, int(line), int(column), code)
        for path, text in files.items()
        for code, line, column in _EXPECTED.findall(text)
    )
