"""How are `check`, `edges`, `export`, `plan` and `schema` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.messages import told
from service.answering.terminal.json_form import as_document, as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    DraftFlag,
    FilesOption,
    FormatOption,
    GazetteOption,
    LanguageOption,
    OutOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.answering.terminal.spoken import LANGUAGE_VARIABLE, asked_language

CardArgument = Annotated[
    str, typer.Argument(metavar="CARD", help="A published scorecard, one version of it (CARD@1.0.0), or ./FOLDER.")
]
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
    add_command(app, "export", export_command)
    add_command(app, "plan", plan_command)
    add_command(app, "schema", schema_command)


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


def export_command(  # noqa: PLR0913 -- one for each option
    card: CardArgument,
    *,
    draft: DraftFlag = False,
    language: Annotated[
        Language, typer.Option("--language", help="The language of the files to write, and of the words for people.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="Write the files there instead of showing them.")
    ] = None,
    sheet: Annotated[
        Path | None,
        typer.Option(
            "--to-translate",
            metavar="FILE",
            help="Write what is still to be said in this language as a sheet of two columns, too: .xlsx or .csv.",
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Write a scorecard as feature files in one language, in canonical form.

    In a language in which it was not written this begins a translation: the same rules and examples, with the labels
    that there are. A remark above each gap says how it reads in the other language; publishing refuses the card until
    all are filled and deleted.
    With --format json the files stand in an ExportScorecardVersionResponse, also with --out.

    \b
    Examples:
      touchstone card export features/zero-carbon-factory --language en --out /tmp/english
      touchstone card export ./my-card --language zh --out ./twin --to-translate words.xlsx
      touchstone card export zero-carbon-factory@1.0.0 --language zh
      touchstone card export zero-carbon-factory --language en --format json

    \b
    Exit codes: 0 written, 2 there is no such scorecard, or the draft has errors.
    """
    from rules.language.export import to_translate  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.desk import write_files  # noqa: PLC0415 -- likewise
    from service.answering.terminal.named_rules import exported  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise
    from service.api.editions import write_files as write_export  # noqa: PLC0415 -- likewise
    from service.cli.words_sheet import check_sheet, write_sheet  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        if sheet is not None:
            check_sheet(sheet)
        files = exported(card, Gazette(gazette), language.value, draft=draft)
        if out is not None:
            write_files(out, files)
        if sheet is not None:
            unsaid = to_translate(files, language.value)
            write_sheet(sheet, unsaid, language.value)
            complain(words(language.value)["to_translate"].format(count=len(unsaid), file=sheet))
        if form is Format.JSON:
            put(as_json(write_export(files)))
            return
        if out is not None:
            put(words(language.value)["exported"].format(count=len(files), folder=out))
            return
        for path, text in files.items():
            put(f"# ---- {path}\n{text}")


def schema_command(
    card: CardArgument,
    *,
    draft: DraftFlag = False,
    language: LanguageOption = Language.ENGLISH,
    out: OutOption = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Write the JSON Schema (draft 2020-12) of the dossiers that a scorecard takes.

    For a form, or for the mapping of another system: facts by id with kinds, units that convert, domains, choices and
    records, settings and evidence, named in English and Chinese. It refuses nothing that `evaluate` takes, but for
    what docs/dossier.md names.

    \b
    Examples:
      touchstone dossier schema zero-carbon-factory
      touchstone dossier schema zero-carbon-factory@1.0.0 --out zero-carbon-factory.schema.json
      touchstone dossier schema features/zero-carbon-factory

    \b
    Exit codes: 0 written, 2 there is no such scorecard, or the draft has errors.
    """
    from service.answering.schema.dossiers import schema_text  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.named_rules import published_meant  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    del language  # read from the command line where something is refused
    with answering():
        put(schema_text(published_meant(card, Gazette(gazette), draft=draft)), out)


def plan_command(  # noqa: PLR0913 - the options of a command
    card: CardArgument,
    *,
    source: Annotated[
        bool, typer.Option("--source", help="Print the generated Python instead, one function for each network.")
    ] = False,
    draft: DraftFlag = False,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Show in which order a scorecard is computed and concluded, and by which generated code.

    Where every measure is known the oracle beside durable-rules is straight-line Python, written from the card: each
    function takes the values of the measures and gives for each rule the letters of its clauses, m for met, n for not
    met, a for not applicable (docs/evaluation.md).

    \b
    Examples:
      touchstone card plan zero-carbon-factory
      touchstone card plan zero-carbon-factory@1.0.0 --source
      touchstone card plan features/zero-carbon-factory --format json

    \b
    Exit codes: 0 shown, 2 there is no such scorecard, or the draft has errors.
    """
    from service.answering.terminal.named_rules import published_meant  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.plan_text import plan_document, plan_source, plan_text, planned  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        found = published_meant(card, Gazette(gazette), draft=draft)
        plan = planned(found.scorecard)
        if form is Format.JSON:
            put(as_document(plan_document(plan, found.name)))
        else:
            put(plan_source(plan) if source else plan_text(plan, found.name, language.value))
