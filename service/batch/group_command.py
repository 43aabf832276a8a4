"""How is `group` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document, as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    AsOfOption,
    GazetteOption,
    KnownOption,
    LanguageOption,
    PlainFormatOption,
    PublishedCardArgument,
    SettingsOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering, put

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "group", group_command)


def group_command(  # noqa: PLR0913 -- one for each option
    card: PublishedCardArgument,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="GROUP",
            help="A dossier with several `subjects`, a folder of dossiers, or a file with many: XLSX, CSV or JSONL "
            "(docs/batch.md).",
        ),
    ],
    *,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    setting: SettingsOption = None,
    workbook: Annotated[
        Path | None, typer.Option("--workbook", metavar="FILE.xlsx", help="Write sums, subjects and records here.")
    ] = None,
    page: Annotated[
        Path | None, typer.Option("--page", metavar="FILE.html", help="Write the same as a page to be printed.")
    ] = None,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE.csv", help="Write a line for each figure, exact and rounded.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.jsonl", help="Write the evaluations, a line each, to verify and explain."),
    ] = None,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Evaluate the subjects of a group, and add their figures up: by record, by subject and in sum.

    Sums are exact, and made of results alone. Nothing is stored. If one dossier is wrong, or one number of a register
    is counted in two subjects, it is named, and no sum is made of the rest.

    \b
    Examples:
      touchstone batch group cn-ets-power examples/cn-ets/power-group.yaml --as-of 2025-10-31 --workbook group.xlsx
      touchstone batch group cn-ets-power dossiers/ --as-of 2025-10-31 --page group.html
      touchstone batch group cn-ets-power entities.xlsx --as-of 2025-10-31 --csv figures.csv --out evaluations.jsonl

    \b
    Exit codes: 0 added up, 2 something is wrong with what was given.
    """
    from service.answering.terminal.given_options import read_settings  # noqa: PLC0415 -- not for the help
    from service.batch.group import evaluate_group  # noqa: PLC0415 -- likewise
    from service.batch.group_telling import (  # noqa: PLC0415 -- likewise
        GroupTeller,
        group_csv,
        group_document,
        group_text,
        render_group,
        write_group,
    )
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        files = ((workbook, ".xlsx", "--workbook"), (page, ".html", "--page"), (table, ".csv", "--csv"))
        _check((*files, (out, ".jsonl", "--out")))
        group = evaluate_group(
            card, source, as_of=as_of, known=known, settings=read_settings(setting or []), gazette=Gazette(gazette)
        )
        teller = GroupTeller(group, language.value)
        if workbook is not None:
            write_group(teller, workbook)
        if page is not None:
            put(render_group(teller), page)
        if table is not None:
            table.write_text(group_csv(teller), encoding="utf-8", newline="")
        if out is not None:
            put("".join(as_json(member.evaluation, indent=None) for member in group.members), out)
        put(as_document(group_document(teller)) if form is Format.JSON else group_text(teller))


def _check(files: tuple[tuple[Path | None, str, str], ...]) -> None:
    """Refuse files whose endings say something else than what is written."""
    wrong = [
        Violation(option, _say("NOT_A_FILE_OF", path=path, ending=ending), "WRONG_VALUE")
        for path, ending, option in files
        if path is not None and path.suffix.lower() != ending
    ]
    if wrong:
        raise InputError(tuple(wrong))
