"""How is `impact` called?"""

from __future__ import annotations

from contextlib import ExitStack, closing
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.canonical import canonical_bytes
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    DraftFlag,
    GazetteOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.base import instants
from service.base.durable_files import replace_file
from service.base.names import parse_organization
from service.bulk.calling import OutFolder, ProcessesOption, ResumeOption, loaded
from service.store.filters import FIELDS

if TYPE_CHECKING:
    from datetime import date

    from service.bulk.archived import Pages
    from service.bulk.runs import BulkResult
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.listing import Listing

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "impact", impact_command)


def impact_command(  # noqa: PLR0913 -- one for each option
    card: Annotated[str, typer.Argument(metavar="CARD", help="The draft in ./FOLDER, or a published version.")],
    *,
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="ORGANIZATION", help="All that is stored of an organisation.")
    ] = None,
    results: Annotated[
        Path | None, typer.Option("--results", metavar="FILE", help="Evaluations, one in each line of JSON.")
    ] = None,
    dossiers: Annotated[
        Path | None, typer.Option("--dossiers", metavar="DIR", help="Dossiers, evaluated now as of --as-of.")
    ] = None,
    as_of: Annotated[
        list[str] | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day for which dossiers are evaluated; repeat it to compare days."
        ),
    ] = None,
    chosen: Annotated[
        str, typer.Option("--filter", help=f"Of an archive, comparisons joined by AND. Fields: {', '.join(FIELDS)}.")
    ] = "",
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    out: OutFolder,
    names: Annotated[bool, typer.Option("--names", help="Name some subjects of each group.")] = False,
    sample: Annotated[int, typer.Option("--sample", min=1, help="How many of each group are named at most.")] = 5,
    processes: ProcessesOption = None,
    resume: ResumeOption = False,
    draft: DraftFlag = False,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say whom a draft moves: who gains, who loses which grade, by which rules, and what would be open.

    Of a card without grades it is told by verdict or stage, else by gates, findings and results.

    Where the answer stays and the score moves, it is told how far.

    Each evaluation keeps its inputs, evidence, date and known time; nothing is stored. Columns conclude first, the
    exact core what moves or is open, under the version of the record and under the draft. Into --out go impact.json,
    the page impact.html to print, and the parts with a row for each evaluation; these name every subject, the others
    none unless --names asks for it. With `review submit --report impact=DIR/impact.json` its digest is approved, too.

    With --as-of for several days, dossiers are evaluated for each, and the days compared: who moves on one of them
    alone, and who otherwise. The parts of each day stand in a folder of its own, --out/DATE.

    \b
    Examples:
      touchstone draft impact ./features/zero-carbon-factory --archive organizations/example --out impact
      touchstone draft impact ./features/zero-carbon-factory --results results.jsonl --out impact --language zh
      touchstone draft impact ./features/zero-carbon-factory --dossiers all --as-of 2026-11-20 --out impact --names
      touchstone draft impact ./features/cbam-goods --dossiers goods --as-of 2026-11-20 --as-of 2027-02-01 --out impact

    \b
    Exit codes: 0 concluded, 1 some evaluations were refused under the draft, 2 an argument is wrong, 3 the store cannot
    be used, 130 interrupted. After 3 and 130 --resume goes on.
    """
    from service.answering.terminal.named_rules import published_meant  # noqa: PLC0415 -- not for the help
    from service.bulk.text import interrupted_text, words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form), ExitStack() as opened:
        if sum(source is not None for source in (archive, results, dossiers)) != 1:
            raise InputError((Violation("--archive", _say("ONE_SOURCE"), "REQUIRED"),))
        days = _days(as_of or [], dossiers)
        there, (concluding, sources, telling) = (
            Gazette(gazette),
            (loaded(module, "impact") for module in ("impact", "archived", "impact_text")),
        )
        meant = published_meant(card, there, draft=draft, pinned=True)
        id, known = meant.scorecard.card.id, instants.now()
        runs: list[tuple[date | None, Path, Pages]]
        if archive is not None:
            store, listing = _archived(archive, there, chosen, known, database_url)
            opened.enter_context(closing(store))
            runs, asked = [(None, out, sources.stored_in(store, listing, id, concluding.ROWS))], archive
        elif results is not None:
            runs, asked = [(None, out, sources.paged(sources.results_in(results, id), concluding.ROWS))], results.name
        else:
            runs, asked = concluding.dossiers_on(days, dossiers, out, id, there, known=known), str(dossiers)
        said = words(language.value)["impact"]
        concluded: list[tuple[Any, Path, BulkResult]] = []
        for on, place, page in runs:
            result = concluding.conclude_impact(
                page,
                meant,
                place,
                gazette=there,
                asked=asked,
                as_of=on,
                resume=resume,
                processes=processes,
                language=language.value,
                label=said["label"] if form is Format.TEXT else "",
            )
            if result.interrupted:
                complain(interrupted_text(result, language.value))
                raise typer.Exit(Exit.INTERRUPTED)
            concluded.append((on, place, result))
        if len(days) > 1:
            found = concluding.impact_on_days(meant, concluded, sample=sample, names=names)
            told = telling.DaysTelling(found, meant, language.value)
        else:
            found = concluding.impact_of(out, meant, concluded[0][2], sample=sample, names=names)
            told = telling.Telling(found, meant, language.value)
        replace_file(out / concluding.DOCUMENT, canonical_bytes(found.document()))
        replace_file(out / concluding.PAGE, told.page().encode("utf-8"))
        put(
            as_document(found.document())
            if form is Format.JSON
            else told.text() + "\n" + said["written"].format(path=out)
        )
        if found.refused:
            raise typer.Exit(Exit.NEGATIVE)


def _archived(
    archive: str, gazette: Gazette, chosen: str, known: str, database_url: str | None
) -> tuple[Store, Listing]:
    """Open the store, and list what was stored of an organisation until an instant."""
    from service.gazette.versions import MadeUnder  # noqa: PLC0415 -- not for the help
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise
    from service.store.evaluations import Store  # noqa: PLC0415 -- likewise
    from service.store.listing import read_listing  # noqa: PLC0415 -- likewise

    check_no_password(database_url)
    organization = parse_organization(archive, field="--archive")
    bounded = f"create_time < {known}"
    filter_text = f"{chosen} AND {bounded}" if chosen else bounded
    listing = read_listing(organization, filter_text=filter_text, order_by="create_time")
    return Store(database_url or Settings().database_url, cards=MadeUnder(gazette)), listing


def _days(as_of: list[str], dossiers: Path | None) -> list[date]:
    """Read the days for which dossiers are evaluated, the earliest first."""
    from service.answering.terminal.given_options import read_as_of  # noqa: PLC0415 -- not for the help

    if dossiers is None and as_of:
        raise InputError((Violation("--as-of", _say("DAY_WITHOUT_DOSSIERS"), "WRONG_VALUE"),))
    if dossiers is not None and not as_of:
        raise InputError((Violation("--as-of", _say("DAY_OF_DOSSIERS"), "REQUIRED"),))
    days = sorted(map(read_as_of, as_of))
    for day, following in pairwise(days):
        if day == following:
            raise InputError((Violation("--as-of", _say("DAY_TWICE", day=day), "WRONG_VALUE"),))
    return days
