"""Command handlers of draft folders: skeleton, format, check and watch, edges, mutation testing, language server."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from rules.api import Compilation, check_folder, compile_folder, mutate, to_canonical
from rules.contracts import InputError, RuleSourceError, Violation, in_language, message_factory, wording_loader
from rules.language import added_examples_path, append_examples, language_of, load_lexicon, starter_file
from rules.model import PublishedVersion, Scorecard
from rules.rehearsal import find_pinning_examples, publishing_blockers
from service.base import instants
from service.base.resource_names import parse_card_reference
from service.drafts import server_handlers
from service.drafts.publication_candidate import retroactive_warning
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.justified_mutants import read_equivalent_mutants
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.command_language import requested_language
from service.output.terminal.draft_folder import (
    chosen_sources,
    edges_document,
    edges_text,
    files_diff,
    progress_printer,
    propose_examples,
    read_sources,
    read_texts,
    report_document,
    report_text,
    vocabulary_folder,
    write_files,
)
from service.output.terminal.json_form import to_json_document
from service.output.terminal.named_rules import resolve_published
from service.output.terminal.output import OutputFormat, print_error, reporting_errors, write_output
from service.output.terminal.render_mutation import mutation_document, mutation_text, pinned_document, pinned_text

_say, _words = message_factory(__name__), wording_loader(__name__)
_SECONDS = 0.3
_MOST_CHANGES = 12
"""Lines of what changed; a pasted table is seen in the editor."""
_MOST_LINES = 60
"""Lines of an answer, so that the first of them stays on the screen."""
_TAIL_LINES = 4
"""Lines at its end."""
_EXTRA = frozenset({"pygls", "lsprotocol", "cattrs", "attrs"})
"""The libraries of the extra `editor`."""
_TIME_ZONE = "Asia/Shanghai"
"""In which the skeleton evaluates; it takes effect today."""


def create_skeleton(card: str, out: Path | None, language: str) -> str:
    """Write a small scorecard that explains itself, and say where."""
    name = parse_card_reference(card)
    if name.version:
        raise InputError((Violation("CARD", _say("NO_VERSION", card=name.card), "MALFORMED"),))
    folder = out if out is not None else Path(name.card)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError((Violation(str(folder), _say("NOT_EMPTY"), "ALREADY_EXISTS"),))
    write_files(folder, starter_file(name.card, instants.today(_TIME_ZONE), language))
    return str(_words(language)["begun"]).format(folder=_as_path(folder))


def _as_path(folder: Path) -> str:
    """Write a folder so that no command takes it for the name of a published card."""
    return str(folder) if folder.is_absolute() or len(folder.parts) > 1 else f"./{folder}"


def format_draft(folder: Path, check: bool, language: str) -> CommandResult:
    """Write the files of a draft in canonical form, or say which would change."""
    sources = read_texts(folder)
    written = {path: to_canonical(text, load_lexicon(language_of(path) or "en")) for path, text in sources.items()}
    changed = {path: text for path, text in written.items() if text != sources[path]}
    if not check:
        write_files(folder, changed)
    texts = _words(language)["fmt"]
    lines = [texts["would" if check else "did"].format(path=path) for path in changed]
    lines.append(texts["sum"].format(changed=len(changed), count=len(sources)))
    return CommandResult("\n".join(lines), no=check and bool(changed))


def check(  # noqa: PLR0913, PLR0917 -- one for each word of the command
    place: str,
    files: str | None,
    watch: bool,
    gazette: Path,
    format: str,
    language: str | None,
    stubs: Callable[[str], Any],
) -> CommandResult:
    """Check the draft in a folder, once or after each change; or one on a server, as for its publication."""
    if server_handlers.is_on_server(place, files=files, watch=watch):
        return server_handlers.check_newest_revision(place, stubs, requested_language())
    folder = Path(place)

    def answer() -> str:
        with reporting_errors(OutputFormat(format)):
            result = _checked(folder, files, gazette, language)
        return to_json_document(result.document) if format == "json" else result.text

    if watch:
        _watch(folder, answer)
    return _checked(folder, files, gazette, language)


def _checked(folder: Path, files: str | None, gazette: Path, language: str | None) -> CommandResult:
    sources = chosen_sources(folder, files)
    chosen = frozenset({files}) if files else None
    report = check_folder(sources, languages=chosen, progress=progress_printer(), tables=TableStore(gazette / FOLDER))
    if report.scorecard is not None and (warned := retroactive_warning(report.scorecard.card, gazette)):
        print_error(in_language(warned, requested_language()))
    alone = files if any(language_of(path) not in (files, None) for path in sources) else None
    text, document = report_text(report, language, alone=alone), report_document(report, alone=alone)
    return CommandResult(text, bool(publishing_blockers(report.diagnostics)), document)


def _watch(folder: Path, answer: Callable[[], str]) -> NoReturn:
    """Say the answer of a check now and after each change of the folder, until interrupted.

    The folder is looked at a few times a second: network drives, and folders that another system shares, tell no
    program of a change, and a folder of a dozen files costs nothing to look at.
    """
    seen: object = None
    known: Mapping[str, str] = {}
    while True:
        now = _state(folder)
        if now != seen:
            files = _sources(folder)
            if seen is not None and files is not None:
                _say_changes(known, files)
            known, seen = known if files is None else files, now
            with suppress(SystemExit):  # what cannot be read was told, and may be mended
                write_output(_bounded(answer()))
                write_output(_words(requested_language())["watch"]["waiting"].format(folder=folder))
        time.sleep(_SECONDS)


def _state(folder: Path) -> object:
    """Give what is different after any file was saved, added or taken away."""
    entries = []
    for path in sorted((*folder.glob("*.feature"), *vocabulary_folder(folder).glob("*.feature"))):
        with suppress(OSError):  # it was just taken away, or is being replaced
            state = path.stat()
            entries.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
    return entries


def _sources(folder: Path) -> Mapping[str, str] | None:
    """Read the files, of which there may be none; None while one is no text, and what changed cannot be said."""
    try:
        return read_sources(folder)
    except InputError as error:
        return {} if all(violation.reason == "NOT_FOUND" for violation in error.violations) else None
    except OSError:
        return {}


def _say_changes(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    texts = _words(requested_language())["watch"]
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            kind = "changed" if path in before and path in after else "gone" if path in before else "new"
            write_output(texts[kind].format(path=path))
    same = {path: text for path, text in after.items() if path in before}
    lines = [
        line for line in files_diff(before, same).splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")
    ]
    if lines:
        write_output("\n".join(_truncate_lines(lines, _MOST_CHANGES)))


def _truncate_lines(lines: list[str], most: int, kept: int = 0) -> list[str]:
    """Leave out what is beyond so many lines, but for the last ones that are `kept`, and say how much that is."""
    omitted = len(lines) - most
    if omitted <= 0:
        return lines
    notice = str(_words(requested_language())["watch"]["more"].format(count=omitted))
    return [*lines[: most - kept], notice, *lines[len(lines) - kept :]]


def _bounded(text: str) -> str:
    """Keep the beginning of an answer and its sums, which stand at the end."""
    return "\n".join(_truncate_lines(text.splitlines(), _MOST_LINES, _TAIL_LINES))


def propose_edge_examples(folder: Path, write: bool, files: str | None, gazette: Path, language: str) -> CommandResult:
    """Propose an example for every edge that none shows, or write them into the files."""
    proposed = propose_examples(folder, files, language, TableStore(gazette / FOLDER))
    before = read_sources(folder)
    text = edges_text(proposed, before, language, written=write)
    if proposed.added and write:
        write_files(folder, {path: text for path, text in proposed.files.items() if text != before[path]})
    is_no = bool(proposed.uncovered or proposed.failed or (proposed.added and not write))
    return CommandResult(text, is_no, edges_document(proposed, written=write))


def run_mutations(  # noqa: PLR0913, PLR0917 -- one for each word of the command
    card: str, draft: bool, propose: bool, write: bool, seconds: int, gazette: Path, language: str
) -> CommandResult:
    """Make the mutants of a card, and say which of them no example notices; or propose examples that do."""
    tables = TableStore(gazette / FOLDER)
    version = resolve_published(card, Gazette(gazette), draft=draft, pinned=True)
    folder = None if version.publish_time else Path(card)
    if write and (folder is None or not propose):
        raise InputError((Violation("--write", _say("WRITE_WITHOUT_DRAFT"), "WRONG_VALUE"),))
    compilation = compile_folder(version.sources, tables=tables)
    if compilation.scorecard is None:
        raise RuleSourceError(compilation.diagnostics)
    end = time.monotonic() + seconds
    trial = _MutationRun(compilation, compilation.scorecard, tables, lambda: time.monotonic() < end)
    if propose:
        return _proposed(trial, version, folder if write else None, language)
    return _report_survivors(trial, version, folder, language, Gazette(gazette))


@dataclass(frozen=True, slots=True)
class _MutationRun:
    """What is tried, and how long."""

    compilation: Compilation
    scorecard: Scorecard
    tables: TableStore
    go_on: Callable[[], bool]


def _report_survivors(
    trial: _MutationRun, version: PublishedVersion, folder: Path | None, language: str, gazette: Gazette
) -> CommandResult:
    """Tell which mutants no example notices; a no, unless every one is argued."""
    report = mutate(
        trial.compilation,
        trial.scorecard,
        language,
        tables=trial.tables,
        argued={} if folder is None else read_equivalent_mutants(folder),
        progress=progress_printer("progress_slips"),
        go_on=trial.go_on,
    )
    later = _count_unpublished_examples(trial, gazette)
    document = mutation_document(report, version.content_digest) | {"laterExamples": later}
    is_no = bool(len(report.survivors) > report.argued or report.untried or report.idle)
    return CommandResult(mutation_text(report, later, language), is_no, document)


def _proposed(trial: _MutationRun, version: PublishedVersion, folder: Path | None, language: str) -> CommandResult:
    """Look for examples and show them, or write them into a folder; a no, unless nothing is left to do."""
    written = trial.compilation.locations
    spoken = language if language in written else next(iter(written))
    pinned = find_pinning_examples(
        trial.compilation,
        trial.scorecard,
        spoken,
        tables=trial.tables,
        progress=progress_printer("progress_slips"),
        go_on=trial.go_on,
    )
    path = added_examples_path(spoken)
    text = append_examples(version.sources.get(path), pinned.examples, trial.scorecard, spoken)
    files = {path: text} if pinned.examples else {}
    if folder is not None:
        write_files(folder, files)
    summary = pinned_text(pinned, files_diff(version.sources, {} if folder else files), language)
    is_no = bool(pinned.remaining or (pinned.examples and folder is None))
    return CommandResult(summary, is_no, pinned_document(pinned, files, written=folder is not None))


def _count_unpublished_examples(trial: _MutationRun, gazette: Gazette) -> int:
    """Count the examples in files that the published version of this number does not have."""
    card = trial.scorecard.card
    versions = gazette.versions(card.id) if card.id in gazette.card_ids() else ()
    there = [version for version in versions if version.scorecard.card.version == card.version]
    return sum(example.location.path not in there[0].sources for example in trial.compilation.examples) if there else 0


def serve_editor(gazette: Path) -> None:
    """Tell an editor what a draft says and what is wrong with it, over standard input and output."""
    try:
        from service.language_server.lsp_server import serve  # noqa: PLC0415 -- what it works with is an extra
    except ModuleNotFoundError as error:
        if error.name not in _EXTRA:
            raise
        raise InputError((Violation("language-server", _say("NO_PYGLS"), "SOFTWARE_MISSING"),)) from None
    serve(gazette)
