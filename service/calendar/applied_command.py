"""How is `applied` called?"""

from __future__ import annotations

from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.named_rules import read_known
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    KnownOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering, put
from service.base import instants
from service.base.names import organization_of
from service.calendar.applied import Asked, applied
from service.calendar.applied_text import applied_document, applied_text
from service.calendar.days import read_day
from service.gazette.shelves import Shelves
from service.gazette.versions import Gazette
from service.settings import Settings
from service.store.database import check_no_password
from service.store.of_subject import conclusions_of
from service.store.views import opened_archive

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "applied", applied_command)


def applied_command(  # noqa: PLR0913 -- one for each option
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="The subject, such as organizations/example/subjects/plant-7.")
    ],
    *,
    day: Annotated[str, typer.Option("--on", metavar="DAY", help="The civil date that is asked for.")],
    known: KnownOption = None,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say what applied to a subject on a day, what was known then, and why that differs from what is known now.

    Of each card under which it was ever evaluated: the version in force, and the evaluation for that day or the latest
    day before. Without --known what was known by the end of that day (UTC) counts. What the rules of now would conclude
    of an evaluation, `touchstone simulate` says.

    \b
    Examples:
      touchstone applied organizations/example/subjects/plant-7 --on 2026-03-01
      touchstone applied organizations/example/subjects/plant-7 --on 2026-03-01 --known 2026-06-30 --language zh

    \b
    Exit codes: 0 told, whether or not anything differs, 2 a day is wrong or nothing is stored of the subject, 3 the
    store or the gazette cannot be used.
    """
    with answering(form):
        check_no_password(database_url)
        organization, on = organization_of(subject, field="SUBJECT"), read_day("--on", day)
        now = instants.now()
        then = read_known(day if known is None and day <= now[:10] else known)
        with opened_archive(database_url or Settings().database_url) as store:
            stored = list(conclusions_of(store.connection, organization, subject))
        if not stored:
            raise InputError((Violation("SUBJECT", _say("NOTHING_STORED", name=subject), "NOT_FOUND"),))
        versions, asked = Gazette(gazette), Asked(on, then, now)
        found = list(applied(stored, asked, versions, Shelves(versions)))
        if form is Format.JSON:
            put(as_document(applied_document(subject, found, asked, versions, language.value)))
        else:
            put(applied_text(subject, found, asked, versions, language.value))
