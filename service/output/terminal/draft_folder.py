"""Draft folders of commands: feature files and check reports."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import check_folder, compile_folder
from rules.contracts import (
    LANGUAGES,
    InputError,
    RuleSourceError,
    Severity,
    Violation,
    attempt,
    error_message,
    in_language,
    message_factory,
)
from rules.language import VOCABULARY_FOLDER as VOCABULARIES, language_of, with_vocabularies
from rules.model import draft_as_published
from rules.rehearsal import propose_missing, publishing_blockers
from service.input.encodings import NotUtf8Error, decode_utf8
from service.input.given_files import read_file
from service.output.terminal.words import requested_language, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rules.api import CheckReport
    from rules.contracts import Diagnostic, Json, Location
    from rules.model import Edge, PublishedVersion, TableSource
    from rules.rehearsal import ProposedExamples

_message = message_factory(__name__)

_MAXIMUM_BYTES = 2_000_000
_DOSSIER_SUFFIXES = (".yaml", ".yml", ".json", ".xlsx")
_MAX_EQUAL_WARNINGS, _SHOWN_EQUAL_WARNINGS = 5, 3


def read_sources(folder: Path) -> dict[str, str]:
    """Read feature files and their vocabularies like `read_texts`, with LF line ends."""
    own = read_folder_sources(folder)
    shared = vocabulary_folder(folder)

    def read(name: str) -> str | None:
        return _with_lf(_read_source_text(shared / name, shared)) if (shared / name).is_file() else None

    return with_vocabularies(own, read)


def chosen_sources(folder: Path, files: str | None) -> dict[str, str]:
    """Read the sources; raise InputError if `files` is set and no file is in that language."""
    sources = read_sources(folder)
    available = _source_languages(sources)
    if files is not None and files not in available:
        raise InputError((_missing_language(files, available),))
    return sources


def vocabulary_folder(folder: Path) -> Path:
    """Return the vocabulary folder, which need not exist."""
    return folder.resolve().parent / VOCABULARIES


def read_folder_sources(folder: Path) -> dict[str, str]:
    """Read feature files like `read_texts`, with LF line ends."""
    return {path: _with_lf(text) for path, text in read_texts(folder).items()}


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_texts(folder: Path) -> dict[str, str]:
    """Read feature files unchanged.

    Raises:
        InputError: If there are none, or some are not UTF-8 or outside the folder.
    """
    if not folder.is_dir():
        message = _message("DOSSIER_FOR_FOLDER" if folder.suffix in _DOSSIER_SUFFIXES else "NOT_A_FOLDER")
        raise InputError.of(str(folder), message, "NOT_FOUND")
    texts: dict[str, str] = {}
    unreadable: list[Violation] = []
    for path in sorted(folder.glob("*.feature")):
        text = attempt(unreadable, _read_source_text, path, folder)
        if text is not None:
            texts[path.name] = text
    if unreadable:
        raise InputError(tuple(unreadable))
    if not texts:
        raise InputError.of(str(folder), _message("NO_FEATURES"), "NOT_FOUND")
    return texts


def _read_source_text(path: Path, folder: Path) -> str:
    content = read_file(path, most=_MAXIMUM_BYTES, inside=folder)
    try:
        return decode_utf8(content)
    except NotUtf8Error as error:
        message = _message("IN_LINE", line=error.line, problem=error_message(error))
        raise InputError.of(str(path), in_language(message, _message_language(path)), "NOT_UTF8") from None


def _message_language(path: Path) -> str:
    requested = requested_language()
    return requested if requested != LANGUAGES[0] else language_of(path.name) or requested


def read_draft(folder: Path, languages: tuple[str, ...], tables: TableSource | None = None) -> PublishedVersion:
    """Compile the files in these languages, or all if empty, with lookups in `tables`.

    Raises:
        InputError: If there are no such files.
        RuleSourceError: If the files have errors.
    """
    sources = read_sources(folder)
    available = _source_languages(sources)
    if languages and not set(languages) & set(available):
        raise InputError((_missing_language(languages[0], available),))
    compilation = compile_folder(sources, languages=frozenset(languages) or None, tables=tables)
    if compilation.scorecard is None:
        raise RuleSourceError(compilation.diagnostics)
    return draft_as_published(compilation.scorecard, sources)


def _source_languages(sources: Mapping[str, str]) -> list[str]:
    return [known for known in LANGUAGES if any(language_of(path) == known for path in sources)]


def _missing_language(chosen: str, available: Sequence[str]) -> Violation:
    description = _message("NOT_IN_LANGUAGE", chosen=chosen, known=", ".join(available) or "none")
    return Violation("--files", description, "NOT_FOUND")


_BLOCKER_TEXT_KEYS = {
    "RL052": "edges_left",
    "RL115": "days_left",
    "RL054": "proposals_left",
    "RL073": "words_left",
    "RL036": "titles_left",
    "RL140": "placeholders_left",
    "RL141": "template_left",
}
"""Message keys by blocking warning; if "edges_left" applies, the others are hidden."""


_IMPOSSIBLE_EXAMPLE_CODE = "RL115"


def report_text(report: CheckReport, language: str | None = None, *, alone: str | None = None) -> str:
    """Return diagnostics and totals; `alone` is the only language checked.

    Without `language`, totals use the languages with errors, or else warnings.
    """
    lines = [*_diagnostic_lines(report.diagnostics)]
    for summary_language in (language,) if language else _languages(report):
        templates = words(summary_language)["check"]
        lines += _totals(report, templates)
        if alone is not None:
            lines.append(templates["alone"].format(language=templates["languages"][alone]))
    return "\n".join(lines)


def _diagnostic_lines(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the diagnostics; of many warnings with one code and hint that do not prevent publication, the first few."""
    blockers = {blocker.sort_key() for blocker in publishing_blockers(tuple(diagnostics))}
    groups: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if diagnostic.sort_key() not in blockers:
            groups.setdefault((diagnostic.code, diagnostic.hint), []).append(diagnostic)
    hidden: set[tuple[Location, str, str]] = set()
    for group in groups.values():
        if len(group) > _MAX_EQUAL_WARNINGS:
            hidden.update(diagnostic.sort_key() for diagnostic in group[_SHOWN_EQUAL_WARNINGS:])
    yield from (diagnostic.render() for diagnostic in diagnostics if diagnostic.sort_key() not in hidden)
    for (code, hint), group in groups.items():
        if len(group) > _MAX_EQUAL_WARNINGS:
            language = language_of(group[0].location.path) or "en"
            files = len({diagnostic.location.path for diagnostic in group})
            yield words(language)["check"]["more"].format(
                count=len(group) - _SHOWN_EQUAL_WARNINGS, code=code, all=len(group), files=files, hint=hint
            )


def _languages(report: CheckReport) -> list[str]:
    diagnostics = [
        diagnostic for diagnostic in report.diagnostics if diagnostic.severity is Severity.ERROR
    ] or report.diagnostics
    languages = {language_of(diagnostic.location.path) or "en" for diagnostic in diagnostics}
    return sorted(languages, reverse=True) or ["en"]


def _totals(report: CheckReport, templates: dict[str, str]) -> Iterator[str]:
    counts = {"examples": report.examples, "failed": report.failed, "errors": report.errors}
    yield templates["sums"].format(warnings=report.warnings, missing=len(report.missing), **counts)
    if report.errors:
        yield templates["errors_left"]
    else:
        refused = {blocker.code for blocker in publishing_blockers(report.diagnostics)}
        remaining_keys = [key for code, key in _BLOCKER_TEXT_KEYS.items() if code in refused]
        yield from (templates[key] for key in remaining_keys[: 1 if remaining_keys[:1] == ["edges_left"] else None])
    if report.rule_digest:
        yield templates["digest"].format(digest=report.rule_digest)


def report_document(report: CheckReport, *, alone: str | None = None) -> dict[str, Json]:
    """Return the report as JSON; a single language is never publishable."""
    return {
        "diagnostics": [
            {
                "path": diagnostic.location.path,
                "line": diagnostic.location.line,
                "column": diagnostic.location.column,
                "code": diagnostic.code,
                "severity": f"SEVERITY_{diagnostic.severity.name}",
                "message": diagnostic.message,
                "hint": diagnostic.hint,
            }
            for diagnostic in report.diagnostics
        ],
        "examples": report.examples,
        "failedExamples": report.failed,
        "edgesWithoutExample": _boundary_documents(report.missing),
        "publishable": alone is None and report.rule_digest is not None and not publishing_blockers(report.diagnostics),
        "ruleDigest": report.rule_digest,
    }


def _boundary_documents(boundaries: Iterable[Edge]) -> list[Json]:
    return [{"path": boundary.path, "side": f"SIDE_{boundary.side.name}"} for boundary in boundaries]


def edges_text(proposed: ProposedExamples, sources: Mapping[str, str], language: str, *, written: bool) -> str:
    """Render proposed or written examples, and uncovered boundaries."""
    lines = [files_diff(sources, proposed.files)] if proposed.added and not written else []
    templates = words(language)["edges"]
    lines += [
        _diagnostic_line(
            diagnostic, templates["none_possible" if diagnostic.code == _IMPOSSIBLE_EXAMPLE_CODE else "none_found"]
        )
        for diagnostic in proposed.diagnostics
    ]
    lines.append(
        templates["added" if written else "proposed"].format(count=len(proposed.added), left=len(proposed.uncovered))
    )
    if proposed.added and written:
        lines.append(templates["confirm"])
    if proposed.failed:
        lines.append(templates["failed"].format(count=proposed.failed))
    return "\n".join(lines)


def _diagnostic_line(diagnostic: Diagnostic, template: str) -> str:
    location = diagnostic.location
    return template.format(
        place=f"{location.path}:{location.line}:{location.column}", told=diagnostic.message, hint=diagnostic.hint
    )


def edges_document(proposed: ProposedExamples, *, written: bool) -> dict[str, Json]:
    """Return the proposed examples as JSON."""
    return {
        "added": _boundary_documents(proposed.added),
        "left": _boundary_documents(proposed.uncovered),
        "failedExamples": proposed.failed,
        "written": written,
    }


def propose_examples(
    folder: Path, files: str | None, spoken: str, tables: TableSource | None = None
) -> ProposedExamples:
    """Propose examples for uncovered boundaries, in the language `files` or else `spoken`.

    Raises:
        InputError: If there are no files in the language.
        RuleSourceError: If the files have errors.
    """
    sources = chosen_sources(folder, files)
    available = _source_languages(sources)
    chosen = files or (spoken if spoken in available else next(iter(available), ""))
    proposed = propose_missing(sources, chosen, tables)
    if proposed is None:
        raise RuleSourceError(publishing_blockers(check_folder(sources, tables=tables).diagnostics))
    return proposed


def files_diff(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """Return a unified diff of files."""
    lines: list[str] = []
    for path in sorted(after):
        old = before.get(path, "").splitlines()
        lines += difflib.unified_diff(old, after[path].splitlines(), path, path, n=1, lineterm="")
    return "\n".join(lines)


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files; create the folder if needed."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (folder / Path(path).name).write_bytes(text.encode("utf-8"))


def progress_printer(key: str = "progress") -> Callable[[int, int], None] | None:
    """Return a progress callback; None if standard error is not a terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        if done == total:
            sys.stderr.write("\r\x1b[K")
        elif done % 10 == 0:
            sys.stderr.write("\r" + words(requested_language())[key].format(done=done, total=total))
        sys.stderr.flush()

    return show
