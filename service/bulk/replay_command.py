"""How is `replay` called?"""

from __future__ import annotations

from typing import Annotated

import typer

from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    LanguageOption,
    OrganizationArgument,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering
from service.base import instants
from service.bulk.calling import Kept, KeptOption, OutFolder, ProcessesOption, ResumeOption
from service.store.filters import FIELDS


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "replay", replay_command)


def replay_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    card: Annotated[
        str, typer.Argument(metavar="CARD", help="A version (CARD@1.0.0), the newest, or the draft in ./FOLDER.")
    ],
    *,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    chosen: Annotated[
        str, typer.Option("--filter", help=f"Comparisons joined by AND. Fields: {', '.join(FIELDS)}.")
    ] = "",
    out: OutFolder,
    kept: KeptOption = Kept.PARQUET,
    criteria: Annotated[
        bool,
        typer.Option(
            "--criteria/--conclusions",
            help="With the cells of gates, indicators, findings and rules, or those of the conclusions alone.",
        ),
    ] = False,
    processes: ProcessesOption = None,
    resume: ResumeOption = False,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say what another version, or a draft, would conclude of all that an organisation has evaluated under a card.

    Each stored evaluation keeps its inputs, evidence, judgements, date and known time; nothing is stored. Columns tell
    first; what they conclude otherwise than the record, and what they leave open, is concluded by the exact core. The
    parts of the answer say of each evaluation what was concluded before and what would be, and whether it `moved`. Stop
    the server of a SQLite file first.

    \b
    Examples:
      touchstone batch replay organizations/example zero-carbon-factory@1.0.0 --out replayed
      touchstone batch replay organizations/example ./features/zero-carbon-factory --out replayed \
        --database-url sqlite:///var/trial.sqlite3 --filter 'record.as_of_date >= 2026-01-01'

    \b
    Exit codes: 0 every evaluation was concluded (moved or not), 1 some were refused, 2 an argument is wrong and nothing
    was replayed, 3 the store cannot be used or a process was ended, 130 interrupted. After 3 and 130 --resume goes on.
    """
    from service.answering.terminal.named_rules import published_meant  # noqa: PLC0415 -- not for the help
    from service.base.names import parse_organization  # noqa: PLC0415 -- likewise
    from service.bulk.calling import answer_with, loaded  # noqa: PLC0415 -- likewise
    from service.bulk.text import words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import (  # noqa: PLC0415 -- not for the help
        Gazette,
        MadeUnder,
    )
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise
    from service.store.evaluations import Store  # noqa: PLC0415 -- likewise

    with answering(form):
        replaying = loaded("replaying", "replay")
        check_no_password(database_url)
        name, known = parse_organization(organization, field="ORGANIZATION"), instants.now()
        published = published_meant(card, Gazette(gazette))
        store = Store(database_url or Settings().database_url, cards=MadeUnder(Gazette(gazette)))
        try:
            result = replaying.replay(
                store,
                published,
                out,
                gazette=Gazette(gazette),
                organization=name,
                filter_text=chosen,
                stored_before=known,
                form=kept.value,
                criteria=criteria,
                resume=resume,
                processes=processes,
                language=language.value,
                label=words(language.value)["replaying"] if form is Format.TEXT else "",
            )
        finally:
            store.close()
        answer_with(result, out, form, language)
