"""How is `export-evaluations` called?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import LanguageOption, OrganizationArgument, PlainFormatOption, add_command
from service.answering.terminal.output import Format, Language, answering, put
from service.store.filters import FIELDS

if TYPE_CHECKING:
    from rules.contracts.canonical import Json

_say = speaker(__name__)


class What(StrEnum):
    """Of which rows the file has one each."""

    EVALUATIONS = "evaluations"
    STANDINGS = "standings"
    CRITERIA = "criteria"
    GATES = "gates"
    FINDINGS = "findings"
    RECORDS = "records"
    ARCHIVE_FINDINGS = "archive-findings"


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "export-evaluations", export_command)


def export_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    *,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FILE", help="Write to this file: .parquet, .csv or .xlsx; replaced if there."),
    ],
    what: Annotated[What, typer.Option("--what", help="Of what the file has a row each.")] = What.EVALUATIONS,
    chosen: Annotated[
        str, typer.Option("--filter", help=f"Comparisons joined by AND. Fields: {', '.join(FIELDS)}.")
    ] = "",
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Write what is stored of an organisation as one table for reports: Parquet, CSV or XLSX.

    The rows are those of the views that docs/sql-views.md describes, in the order of the evaluations: exact numbers as
    text, beside each a decimal of six places. A server may go on writing; what it writes meanwhile is not in the file.

    \b
    Examples:
      touchstone evaluation export organizations/example --out evaluations.parquet
      touchstone evaluation export organizations/example --what criteria --out criteria.csv \
        --filter 'record.as_of_date >= 2026-01-01'

    \b
    Exit codes: 0 written, 1 written, and records cannot be read, which are named, 2 something is wrong with what was
    given, or nothing is stored of the organisation, 3 the store cannot be used.
    """
    from service.answering.erased import left_out_document, left_out_message  # noqa: PLC0415 -- likewise
    from service.answering.terminal.left_out import end_with_left_out  # noqa: PLC0415 -- likewise
    from service.base.names import parse_organization  # noqa: PLC0415 -- not for the help
    from service.bulk.table_files import write_table, writer_for  # noqa: PLC0415 -- likewise
    from service.bulk.text import words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import (  # noqa: PLC0415 -- not for the help
        Gazette,
        MadeUnder,
    )
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store import views  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise
    from service.store.listing import read_listing  # noqa: PLC0415 -- likewise
    from service.store.outcomes import left_out  # noqa: PLC0415 -- likewise

    by_what = {
        What.EVALUATIONS: views.EVALUATIONS,
        What.STANDINGS: views.STANDINGS,
        What.CRITERIA: views.CRITERIA,
        What.GATES: views.GATES,
        What.FINDINGS: views.FINDINGS,
        What.RECORDS: views.RECORDS,
        What.ARCHIVE_FINDINGS: views.ARCHIVE_FINDINGS,
    }
    with answering(form):
        check_no_password(database_url)
        listing = read_listing(parse_organization(organization, field="ORGANIZATION"), filter_text=chosen, order_by="")
        write, view = writer_for(out), by_what[what]
        settings = Settings()
        cards = MadeUnder(Gazette(settings.gazette))
        with views.opened_archive(database_url or settings.database_url, cards) as archive:
            if not archive.knows(listing.organization):
                said = _say("NOTHING_STORED", name=organization)
                raise InputError((Violation("ORGANIZATION", said, "NOT_FOUND"),))
            count = write_table(out, view, archive.rows(view, listing), write)
            lacking = left_out_message(left_out(archive.connection, listing.organization))
        if form is Format.JSON:
            told: dict[str, Json] = {"organization": organization, "view": view.name, "rows": count, "out": str(out)}
            put(as_document({**told, **left_out_document(lacking)}))
        else:
            put(words(language.value)["exported"].format(count=count, view=view.name, path=out))
        end_with_left_out(lacking, language.value)
