"""Analysis of a draft folder with unsaved files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from rules.api import compile_folder
from rules.contracts import (
    LANGUAGES,
    Diagnostic,
    InputError,
    Location,
    Severity,
    Violation,
    in_language,
    message_factory,
)
from rules.language import imports_of, language_of, locate, read_catalogue, split_lines, with_vocabularies
from service.language_server.names import SymbolTable, build_symbol_table
from service.output.terminal.draft_folder import read_folder_sources, vocabulary_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from rules.language import CompilationCache
    from rules.model import Scorecard, TableSource

_message = message_factory(__name__)

_MAXIMUM_BYTES = 2_000_000
"""Same limit as for saved files."""


@dataclass(frozen=True, slots=True)
class FolderAnalysis:
    """Analysis of a draft folder; `paths` are keyed by file name.

    For a language with errors, `scorecards` contains its last valid version.
    """

    paths: Mapping[str, Path]
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    locations: Mapping[str, Mapping[str, Location]] = field(default_factory=dict)
    scorecards: Mapping[str, Scorecard] = field(default_factory=dict)
    names: Mapping[str, SymbolTable] = field(default_factory=dict)


def columns_at(lines: Mapping[str, Sequence[str]], place: Location) -> tuple[int, int, int]:
    """Return line, start and end column of a cell or sentence, counted from 0."""
    own = lines.get(place.path, ())
    number = min(max(place.line, 1), max(len(own), 1)) - 1
    line = own[number] if number < len(own) else ""
    begin = min(place.column - 1, len(line))
    words = locate(lines, place).words if place.line <= len(own) and line.strip() else ""
    return number, begin, begin + len(words) if line.startswith(words, begin) else len(line)


def analyze_folder(
    folder: Path, unsaved: Mapping[Path, str], tables: TableSource | None, before: FolderAnalysis | None
) -> FolderAnalysis:
    """Analyse a folder, with unsaved texts instead of its files.

    Every open file reports unreadable files. `before` supplies names while a draft has errors.
    """
    own = {path.name: text for path, text in unsaved.items() if path.parent == folder}
    large = [name for name, text in own.items() if len(text.encode("utf-8", "surrogatepass")) > _MAXIMUM_BYTES]
    if large:
        paths = {name: folder / name for name in own}
        violations = tuple(
            Violation(str(folder / name), _message("TOO_LARGE", most=_MAXIMUM_BYTES), "TOO_LARGE") for name in large
        )
        return FolderAnalysis(paths, diagnostics=tuple(_unreadable_diagnostics(own, violations)))
    try:
        files, paths = _collect_texts(folder, unsaved, own)
    except InputError as error:
        return FolderAnalysis(
            {name: folder / name for name in own}, diagnostics=tuple(_unreadable_diagnostics(own, error.violations))
        )
    return _analyze_texts(files, paths, tables, before, vocabulary_only=folder == vocabulary_folder(folder))


def card_using_vocabulary(vocabulary: Path) -> Path | None:
    """Return the first sibling folder that imports a vocabulary, or None."""
    language = language_of(vocabulary.name) or LANGUAGES[0]
    parent = vocabulary.parent.parent
    for folder in sorted(path for path in parent.iterdir() if path.is_dir() and path != vocabulary.parent):
        for file in sorted(folder.glob(f"*.{language}.feature")):
            try:
                text = file.read_text(encoding="utf-8") if file.stat().st_size <= _MAXIMUM_BYTES else ""
            except (OSError, UnicodeDecodeError):  # reported when that scorecard is open
                continue
            if vocabulary.name in imports_of(file.name, text):
                return folder
    return None


def _collect_texts(
    folder: Path, unsaved: Mapping[Path, str], own: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, Path]]:
    files = {**_saved_texts(folder), **own}
    shared = vocabulary_folder(folder)
    if folder == shared:
        return files, {name: folder / name for name in files}
    unsaved_vocabularies = {path.name: text for path, text in unsaved.items() if path.parent == shared}
    texts = with_vocabularies(files, ({**_saved_texts(shared), **unsaved_vocabularies}).get)
    return texts, {name: (folder if name in files else shared) / name for name in texts}


def _saved_texts(folder: Path) -> dict[str, str]:
    try:
        return read_folder_sources(folder)
    except InputError as error:
        if any(violation.reason != "NOT_FOUND" for violation in error.violations):
            raise
        return {}


def _unreadable_diagnostics(own: Mapping[str, str], violations: tuple[Violation, ...]) -> list[Diagnostic]:
    return [
        Diagnostic(
            Location(name, 1, 1),
            violation.reason,
            Severity.ERROR,
            f"{violation.field}: {in_language(violation.description, language_of(name) or LANGUAGES[0])}",
        )
        for name in own
        for violation in violations
    ]


def _analyze_texts(
    files: Mapping[str, str],
    paths: Mapping[str, Path],
    tables: TableSource | None,
    before: FolderAnalysis | None,
    *,
    vocabulary_only: bool,
) -> FolderAnalysis:
    analysis = analyze_sources(files, tables, before, paths=paths)
    if not vocabulary_only:
        return analysis
    ignored_messages = {variant.message for variant in read_catalogue()["RL090"].variants["alone"].values()}
    remaining = tuple(diagnostic for diagnostic in analysis.diagnostics if diagnostic.message not in ignored_messages)
    return replace(analysis, diagnostics=remaining)


def analyze_sources(  # noqa: PLR0913
    files: Mapping[str, str],
    tables: TableSource | None,
    before: FolderAnalysis | None,
    *,
    paths: Mapping[str, Path] = MappingProxyType({}),
    spoken: str | None = None,
    cache: CompilationCache | None = None,
) -> FolderAnalysis:
    """Compile a scorecard from texts by path.

    Messages are in the language of each file, or `spoken`. `before` supplies names while a draft has errors.
    """
    compiled = compile_folder(files, spoken=spoken, tables=tables, cache=cache)
    lines = {name: split_lines(text) for name, text in files.items()}
    scorecards = {**(before.scorecards if before else {}), **compiled.by_language}
    locations = {
        language: _merge_locations(language, compiled.locations, before)
        for language in LANGUAGES
        if _has_language(language, files)
    }
    return FolderAnalysis(
        paths=paths,
        lines=lines,
        diagnostics=compiled.diagnostics,
        locations=locations,
        scorecards=scorecards,
        names={
            language: build_symbol_table(scorecards.get(language), language, places, lines)
            for language, places in locations.items()
        },
    )


def _has_language(language: str, files: Mapping[str, str]) -> bool:
    return any(language_of(name) == language for name in files)


def _merge_locations(
    language: str, compiled: Mapping[str, Mapping[str, Location]], before: FolderAnalysis | None
) -> Mapping[str, Location]:
    return {**(before.locations.get(language, {}) if before else {}), **compiled.get(language, {})}
