"""How are `check` and `edges` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.messages import told
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FilesOption,
    GazetteOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.answering.terminal.spoken import LANGUAGE_VARIABLE, asked_language

FolderArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder of the drafting desk, such as features/zero-carbon-factory.")
]
SumsLanguage = Annotated[
    Language | None,
    typer.Option(
        "--language",
        envvar=LANGUAGE_VARIABLE,
        help="The language of the sums; if left out, that of the files with problems. Each problem is told in the "
        "language of its file.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "check", check_command)
    add_command(app, "edges", edges_command)


def check_command(  # noqa: PLR0913 -- one for each option
    folder: FolderArgument,
    *,
    files: FilesOption = None,
    language: SumsLanguage = None,
    watching: Annotated[
        bool, typer.Option("--watch", help="Check again after each change of a file, until interrupted by Ctrl-C.")
    ] = False,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Check a draft: compile it, run every example on both evaluators, and look for edges without example.

    Lookups are compared with the reference tables of the gazette.
    Every diagnostic has a stable code, a place, and a hint under a caret.

    \b
    Examples:
      touchstone check features/zero-carbon-factory
      touchstone check features/zero-carbon-factory --language zh
      touchstone check features/zero-carbon-factory --files zh
      touchstone check features/zero-carbon-factory --watch
      touchstone check features/zero-carbon-factory --format json

    \b
    Exit codes: 0 no error, 1 errors or failing examples, 2 the folder cannot be read.
    """
    from service.cli.rechecking import watch  # noqa: PLC0415 -- not for the help

    with answering(form):
        if watching:
            watch(folder, lambda: _checked(folder, files, language, form, gazette)[0])
        text, errors = _checked(folder, files, language, form, gazette)
        put(text)
        if errors:
            raise typer.Exit(Exit.NEGATIVE)


def _checked(
    folder: Path, files: Language | None, language: Language | None, form: Format, gazette: Path
) -> tuple[str, int]:
    """Give the answer of a check, and how many errors it found."""
    from rules.language.file_names import language_of  # noqa: PLC0415 -- not for the help
    from rules.rehearsal.check import check_folder  # noqa: PLC0415 -- likewise
    from service.answering.terminal.desk import chosen_sources, report_document, report_text, shown_progress  # noqa: PLC0415 -- likewise
    from service.cli.retroactive import retroactive  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        only = files.value if files else None
        chosen, sources = frozenset({only} if only else ()), chosen_sources(folder, only)
        tables = Shelf(gazette / FOLDER)
        report = check_folder(sources, languages=chosen or None, progress=shown_progress(), tables=tables)
        if report.scorecard is not None and (warned := retroactive(report.scorecard.card, gazette)):
            complain(told(warned, asked_language()))
        alone = only if any(language_of(path) not in (only, None) for path in sources) else None
        if form is Format.JSON:
            return as_document(report_document(report, alone=alone)), report.errors
        return report_text(report, language.value if language else None, alone=alone), report.errors


def edges_command(  # noqa: PLR0913 -- one for each option
    folder: FolderArgument,
    *,
    write: Annotated[bool, typer.Option("--write", help="Put the proposed examples into the files.")] = False,
    files: Annotated[
        Language | None,
        typer.Option(
            "--files",
            help="Propose examples for the files in this language; if left out, for those in the language of words for "
            "people if there are any, else for the others.",
        ),
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Propose an example for every edge that none shows: a clause just holding, or only that clause just failing.

    The examples that are there are run, and it is said how many fail; `check` shows which and why. What a proposal
    expects is what the rules give today, so read each one: it is right only if that is what you meant. Then delete the
    comment line above it; publishing refuses proposals that nobody has confirmed.

    \b
    Examples:
      touchstone draft edges features/zero-carbon-factory
      touchstone draft edges features/zero-carbon-factory --write --files zh --language zh

    \b
    Exit codes: 0 every edge has an example (with --write: has one now), 1 some have none or an example fails, 2 the
    draft has errors.
    """
    from service.answering.terminal.desk import edges_document, edges_text, proposed_examples, read_sources, write_files  # noqa: PLC0415 -- not for the help
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        proposed = proposed_examples(folder, files.value if files else None, language.value, Shelf(gazette / FOLDER))
        if form is Format.JSON:
            put(as_document(edges_document(proposed, written=write)))
        else:
            put(edges_text(proposed, read_sources(folder), language.value, written=write))
        if proposed.added and write:
            before = read_sources(folder)
            write_files(folder, {path: text for path, text in proposed.files.items() if text != before[path]})
        if proposed.left or proposed.failed or (proposed.added and not write):
            raise typer.Exit(Exit.NEGATIVE)
