"""Renaming of a name across a scorecard's files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import Severity, message_factory
from rules.model import scorecard_document
from service.language_server.names import Occurrence, build_symbol_table, occurrences
from service.output.terminal.draft_folder import vocabulary_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.api import Compilation
    from rules.contracts import Json, Message
    from rules.model import PublishedVersion
    from service.language_server.names import SymbolEntry
    from service.language_server.readings import FolderAnalysis

_message = message_factory(__name__)


class RenamingError(Exception):
    """Refused renaming of a name."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(why)


def renamed_occurrences(  # noqa: PLR0913
    reading: FolderAnalysis,
    names: Sequence[SymbolEntry],
    *,
    language: str,
    word: str,
    new: str,
    newest: PublishedVersion | None,
) -> list[Occurrence]:
    """Return the occurrences to replace without changing the compiled meaning.

    Ids are replaced in both languages, labels in one.

    Raises:
        RenamingError: If the draft does not compile or its meaning would change.
    """
    new = new.strip()
    name = check_renaming(reading, names, word, newest)
    matches = [
        occurrence
        for occurrence in occurrences(reading, name.path)
        if occurrence.word == word and (word == name.id or occurrence.file.endswith(f".{language}.feature"))
    ]
    # A word of the language, such as `year`, may be a name only in cells or also in sentences, so try fewer matches.
    in_cells = [match for match in matches if _fills_cell(reading.lines[match.file][match.number], match)]
    sentences = [
        match
        for match in matches
        if match in in_cells or not reading.lines[match.file][match.number].lstrip().startswith("|")
    ]
    problems: list[RenamingError] = []
    for chosen in (matches, *(fewer for fewer in (sentences, in_cells) if fewer != matches)):
        try:
            _check_meaning(reading, _replaced(reading.lines, chosen, new), (word, new))
        except RenamingError as problem:
            problems.append(problem)
        else:
            return chosen
    raise problems[0]


def _fills_cell(line: str, occurrence: Occurrence) -> bool:
    return line[: occurrence.begin].rstrip().endswith(("|", ",")) and line[occurrence.end :].lstrip().startswith(
        ("|", ",")
    )


def check_renaming(
    reading: FolderAnalysis, names: Sequence[SymbolEntry], word: str, newest: PublishedVersion | None
) -> SymbolEntry:
    """Return the single name of a word.

    Raises:
        RenamingError: If it is ambiguous, shared or a published id.
    """
    if len(names) != 1:
        kinds = tuple(dict.fromkeys(symbol.path for symbol in names))
        raise RenamingError(_message("SEVERAL_NAMES", word=word, paths=kinds) if names else _message("NO_NAME"))
    (name,) = names
    locations = [
        location
        for each in reading.locations.values()
        if (location := each.get(name.place)) and location.path in reading.paths
    ]
    if any(
        path.parent == vocabulary_folder(path.parent)
        for path in (reading.paths[location.path] for location in locations)
    ):
        raise RenamingError(_message("SHARED_NAME", word=word))
    if newest is not None and word == name.id and _is_published(newest, name):
        raise RenamingError(_message("PUBLISHED_ID", id=word, version=newest.name))
    return name


def _is_published(newest: PublishedVersion, name: SymbolEntry) -> bool:
    return any(symbol.path == name.path for symbol in build_symbol_table(newest.scorecard, "en", {}, {}).all)


def _replaced(lines: Mapping[str, Sequence[str]], targets: Sequence[Occurrence], new: str) -> dict[str, str]:
    written = {file: list(own) for file, own in lines.items()}
    for target in sorted(targets, reverse=True):
        line = written[target.file][target.number]
        written[target.file][target.number] = line[: target.begin] + new + line[target.end :]
    return {file: "\n".join(own) for file, own in written.items()}


def _check_meaning(reading: FolderAnalysis, written: Mapping[str, str], pair: tuple[str, str]) -> None:
    before = compile_folder({file: "\n".join(own) for file, own in reading.lines.items()})
    if before.scorecard is None:
        raise RenamingError(_message("MEND_FIRST", first=_first_error(before)))
    after = compile_folder(written)
    if after.scorecard is None:
        raise RenamingError(_message("NOT_COMPILED", word=pair[1], first=_first_error(after)))
    if not _is_same_renamed(scorecard_document(before.scorecard), scorecard_document(after.scorecard), pair):
        raise RenamingError(_message("OTHER_MEANING", word=pair[1]))


def _first_error(compiled: Compilation) -> str:
    first = next(diagnostic for diagnostic in compiled.diagnostics if diagnostic.severity is Severity.ERROR)
    return f"{first.location.path}:{first.location.line}: {first.message}"


def _is_same_renamed(before: Json, after: Json, pair: tuple[str, str]) -> bool:
    if isinstance(before, dict) and isinstance(after, dict):
        if len(before) != len(after):
            return False
        keys = zip(before, after, strict=True)
        return all(
            _is_same_renamed(old_key, other, pair) and _is_same_renamed(before[old_key], after[other], pair)
            for old_key, other in keys
        )
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(
            _is_same_renamed(*each, pair) for each in zip(before, after, strict=True)
        )
    if before == after or not isinstance(before, str):
        return before == after
    old, new = pair
    return re.sub(rf"(?<![A-Za-z0-9_-]){re.escape(old)}(?![A-Za-z0-9_-])", lambda _: new, before) == after
