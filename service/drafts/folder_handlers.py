"""Command handlers of draft folders and the language server."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NoReturn

from rules.api import CheckReport, Compilation, check_folder, compile_folder, mutate, to_canonical
from rules.contracts import (
    InputError,
    RuleSourceError,
    in_language,
    message_factory,
    wording_loader,
)
from rules.language import (
    VOCABULARY_FOLDER,
    added_examples_path,
    append_examples,
    language_of,
    load_lexicon,
    starter_file,
)
from rules.model import PublishedVersion, Scorecard
from rules.rehearsal import find_pinning_examples, publishing_blockers, with_conflicts
from service.base import instants
from service.base.resource_names import parse_card_reference
from service.drafts import server_handlers
from service.drafts.publication_candidate import retroactive_warning
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.justified_mutants import read_equivalent_mutants
from service.output.terminal.command_declarations import CommandResult
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
from service.output.terminal.given_options import resolve_published
from service.output.terminal.json_form import to_json_document
from service.output.terminal.output import OutputFormat, reporting_errors
from service.output.terminal.render_mutation import mutation_document, mutation_text, pinned_document, pinned_text
from service.output.terminal.streams import print_error, write_output
from service.output.terminal.words import requested_language

_message, _words = message_factory(__name__), wording_loader(__name__)
_POLL_SECONDS = 0.3
_MAX_CHANGED_LINES = 12
_MAX_ANSWER_LINES = 60
_TAIL_LINES = 4
_SKELETON_TIME_ZONE = "Asia/Shanghai"


def create_skeleton(card: str, out: Path | None, language: str) -> str:
    """Write a small self-explanatory scorecard and report its folder."""
    name = parse_card_reference(card)
    if name.version:
        raise InputError.of("CARD", _message("NO_VERSION", card=name.card), "MALFORMED")
    folder = out if out is not None else Path(name.card)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError.of(str(folder), _message("NOT_EMPTY"), "ALREADY_EXISTS")
    write_files(folder, starter_file(name.card, instants.today(_SKELETON_TIME_ZONE), language))
    return str(_words(language)["begun"]).format(folder=_as_path(folder))


def _as_path(folder: Path) -> str:
    """Return a path that no command mistakes for a scorecard name, such as `./folder`."""
    return str(folder) if folder.is_absolute() or len(folder.parts) > 1 else f"./{folder}"


def format_draft(folder: Path, check: bool, language: str) -> CommandResult:
    """Format the files of a draft, or list those that would change."""
    sources = read_texts(folder)
    written = {path: to_canonical(text, load_lexicon(language_of(path) or "en")) for path, text in sources.items()}
    changed = {path: text for path, text in written.items() if text != sources[path]}
    if not check:
        write_files(folder, changed)
    texts = _words(language)["fmt"]
    lines = [texts["would" if check else "did"].format(path=path) for path in changed]
    lines.append(texts["sum"].format(changed=len(changed), count=len(sources)))
    return CommandResult("\n".join(lines), no=check and bool(changed))


def check(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    places: Sequence[str],
    files: str | None,
    watch: bool,
    gazette: Path,
    format: str,
    language: str | None,
    stubs: Callable[[str], Any],
) -> CommandResult:
    """Check drafts in folders or on a server; a single folder optionally after each change."""
    drafts = list(dict.fromkeys(chain.from_iterable(map(_drafts_at, places))))
    if watch and len(drafts) != 1:
        raise InputError.of("--watch", _message("WATCH_ONE", count=len(drafts)), "UNEXPECTED")
    if len(drafts) > 1 and any(map(server_handlers.is_on_server, drafts)):
        raise InputError.of("DRAFT", _message("ONE_ON_SERVER"), "UNEXPECTED")

    def check_once(place: str) -> CommandResult:
        if server_handlers.is_on_server(place, files=files, watch=watch):
            return server_handlers.check_newest_revision(place, stubs, requested_language())
        return _check_once(Path(place), files, gazette, language)

    def answer() -> str:
        with reporting_errors(OutputFormat(format)):
            result = check_once(drafts[0])
        return to_json_document(result.document) if format == "json" else result.text

    if watch and not server_handlers.is_on_server(drafts[0], watch=watch):
        _watch(Path(drafts[0]), answer)
    return _joined(drafts, list(map(check_once, drafts)))


def _drafts_at(place: str) -> Sequence[str]:
    path = Path(place)
    if path.suffix != ".feature" or not path.is_file():
        return (place,)
    if path.parent.name != VOCABULARY_FOLDER:
        return (str(path.parent),)
    return sorted({str(file.parent) for file in path.parent.parent.glob("*/card.*.feature")})


def _joined(drafts: Sequence[str], results: Sequence[CommandResult]) -> CommandResult:
    if len(results) == 1:
        return results[0]
    text = "\n\n".join(f"{draft}\n{result.text}" for draft, result in zip(drafts, results, strict=True))
    documents = [{"draft": draft, **result.document} for draft, result in zip(drafts, results, strict=True)]
    return CommandResult(text, any(result.no for result in results), {"drafts": documents})


def _check_once(folder: Path, files: str | None, gazette: Path, language: str | None) -> CommandResult:
    sources = chosen_sources(folder, files)
    chosen = frozenset({files}) if files else None
    report = check_folder(sources, languages=chosen, progress=progress_printer(), tables=TableStore(gazette / FOLDER))
    if chosen is None:
        report = _with_conflicts(report, sources, Gazette(gazette))
    if report.scorecard is not None and (warning := retroactive_warning(report.scorecard.card, gazette)):
        print_error(in_language(warning, requested_language()))
    only_language = files if any(language_of(path) not in (files, None) for path in sources) else None
    text, document = report_text(report, language, alone=only_language), report_document(report, alone=only_language)
    return CommandResult(text, bool(publishing_blockers(report.diagnostics)), document)


def _with_conflicts(report: CheckReport, sources: Mapping[str, str], versions: Gazette) -> CheckReport:
    card = None if report.scorecard is None else report.scorecard.card.id
    if card is None or publishing_blockers(report.diagnostics) or card not in versions.card_ids():
        return report
    return with_conflicts(report, sources, versions.versions(card))


def _watch(folder: Path, answer: Callable[[], str]) -> NoReturn:
    """Print the answer now and after each change, until interrupted.

    The folder is polled, because network drives send no change notifications.
    """
    last_state: object = None
    last_files: Mapping[str, str] = {}
    while True:
        state = _folder_state(folder)
        if state != last_state:
            files = _read_sources(folder)
            if last_state is not None and files is not None:
                _print_changes(last_files, files)
            last_files, last_state = last_files if files is None else files, state
            with suppress(SystemExit):  # unreadable files were reported, and the user may fix them
                write_output(_shorten(answer()))
                write_output(_words(requested_language())["watch"]["waiting"].format(folder=folder))
        time.sleep(_POLL_SECONDS)


def _folder_state(folder: Path) -> object:
    entries = []
    for path in sorted((*folder.glob("*.feature"), *vocabulary_folder(folder).glob("*.feature"))):
        with suppress(OSError):  # the file was just removed, or is being replaced
            state = path.stat()
            entries.append((path.name, state.st_mtime_ns, state.st_size, state.st_ino))
    return entries


def _read_sources(folder: Path) -> Mapping[str, str] | None:
    try:
        return read_sources(folder)
    except InputError as error:
        return {} if all(violation.reason == "NOT_FOUND" for violation in error.violations) else None
    except OSError:
        return {}


def _print_changes(before: Mapping[str, str], after: Mapping[str, str]) -> None:
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
        write_output("\n".join(_truncate_lines(lines, _MAX_CHANGED_LINES)))


def _truncate_lines(lines: list[str], most: int, tail: int = 0) -> list[str]:
    omitted = len(lines) - most
    if omitted <= 0:
        return lines
    notice = str(_words(requested_language())["watch"]["more"].format(count=omitted))
    return [*lines[: most - tail], notice, *lines[len(lines) - tail :]]


def _shorten(text: str) -> str:
    return "\n".join(_truncate_lines(text.splitlines(), _MAX_ANSWER_LINES, _TAIL_LINES))


def propose_edge_examples(folder: Path, write: bool, files: str | None, gazette: Path, language: str) -> CommandResult:
    """Propose or write an example for every threshold without one."""
    proposed = propose_examples(folder, files, language, TableStore(gazette / FOLDER))
    before = read_sources(folder)
    text = edges_text(proposed, before, language, written=write)
    if proposed.added and write:
        write_files(folder, {path: text for path, text in proposed.files.items() if text != before[path]})
    is_no = bool(proposed.uncovered or proposed.failed or (proposed.added and not write))
    return CommandResult(text, is_no, edges_document(proposed, written=write))


def run_mutations(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str, draft: bool, propose: bool, write: bool, seconds: int, gazette: Path, language: str
) -> CommandResult:
    """Report the mutants that survive, or propose examples that kill them."""
    tables = TableStore(gazette / FOLDER)
    version = resolve_published(card, Gazette(gazette), draft=draft, pinned=True)
    folder = None if version.publish_time else Path(card)
    if write and (folder is None or not propose):
        raise InputError.of("--write", _message("WRITE_WITHOUT_DRAFT"), "WRONG_VALUE")
    compilation = compile_folder(version.sources, tables=tables)
    if compilation.scorecard is None:
        raise RuleSourceError(compilation.diagnostics)
    end = time.monotonic() + seconds
    trial = _MutationRun(compilation, compilation.scorecard, tables, lambda: time.monotonic() < end)
    if propose:
        return _propose_examples(trial, version, folder if write else None, language)
    return _report_survivors(trial, version, folder, language, Gazette(gazette))


@dataclass(frozen=True, slots=True)
class _MutationRun:
    compilation: Compilation
    scorecard: Scorecard
    tables: TableStore
    go_on: Callable[[], bool]


def _report_survivors(
    trial: _MutationRun, version: PublishedVersion, folder: Path | None, language: str, gazette: Gazette
) -> CommandResult:
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


def _propose_examples(
    trial: _MutationRun, version: PublishedVersion, folder: Path | None, language: str
) -> CommandResult:
    written = trial.compilation.locations
    example_language = language if language in written else next(iter(written))
    pinned = find_pinning_examples(
        trial.compilation,
        trial.scorecard,
        example_language,
        tables=trial.tables,
        progress=progress_printer("progress_slips"),
        go_on=trial.go_on,
    )
    path = added_examples_path(example_language)
    text = append_examples(version.sources.get(path), pinned.examples, trial.scorecard, example_language)
    files = {path: text} if pinned.examples else {}
    if folder is not None:
        write_files(folder, files)
    summary = pinned_text(pinned, files_diff(version.sources, {} if folder else files), language)
    is_no = bool(pinned.remaining or (pinned.examples and folder is None))
    return CommandResult(summary, is_no, pinned_document(pinned, files, written=folder is not None))


def _count_unpublished_examples(trial: _MutationRun, gazette: Gazette) -> int:
    card = trial.scorecard.card
    versions = gazette.versions(card.id) if card.id in gazette.card_ids() else ()
    published = [version for version in versions if version.scorecard.card.version == card.version]
    return (
        sum(example.location.path not in published[0].sources for example in trial.compilation.examples)
        if published
        else 0
    )


def serve_editor(gazette: Path) -> None:
    """Serve the Language Server Protocol over standard input and output."""
    from service.language_server.lsp_server import serve  # noqa: PLC0415 -- its libraries are an optional extra

    serve(gazette)
