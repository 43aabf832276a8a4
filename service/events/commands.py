"""How are the `events` commands called, by which operators see what was told to whom, and let it be told again?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import orjson
import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.contracts.toml_files import wording
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import LanguageOption, PlainFormatOption, add_command, help_of
from service.answering.terminal.output import Format, Language, answering, put
from service.answering.terminal.usage import Group

if TYPE_CHECKING:
    from service.store.outbox import Event, Outbox

words = wording(__name__)
_say = speaker(__name__)

DatabaseOption = Annotated[
    str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(events)
    add_command(group, "list", list_command)
    add_command(group, "endpoints", endpoints_command)
    add_command(group, "replay", replay_command)
    app.add_typer(group, name="events", help=help_of(events))


def events() -> None:
    """List what happened, how far each endpoint has been told of it, and tell it again."""


def list_command(  # noqa: PLR0913 -- one for each option
    *,
    after: Annotated[int, typer.Option("--after", min=0, help="List what stands behind this position.")] = 0,
    organization: Annotated[
        str, typer.Option("--organization", help="Only what concerns this one, such as organizations/example.")
    ] = "",
    page_size: Annotated[int, typer.Option("--page-size", min=1, max=1000, help="The most events to list.")] = 50,
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""List events by their positions, the oldest first, also while a server runs.

    \b
    Examples:
      touchstone server events
      touchstone server events --after 1200 --organization organizations/example --format json

    \b
    Exit codes: 0 listed, 2 an argument is malformed, 3 the store cannot be used.
    """
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help
    from service.base.names import parse_organization  # noqa: PLC0415 -- likewise
    from service.store.outbox import opened_outbox  # noqa: PLC0415 -- likewise

    with answering(form):
        chosen = parse_organization(organization, field="--organization") if organization else None
        with opened_outbox(_database(database_url)) as outbox:
            found = outbox.after(after, chosen, page_size)
        if form is Format.JSON:
            put(as_document({"events": [_document(event) for event in found]}))
            return
        spoken = words(language.value)
        cells = [(str(one.position), one.time, one.type, one.subject, one.id) for one in found]
        put(columns_text(tuple(spoken["event_heads"]), cells) if cells else spoken["no_events"])


def endpoints_command(
    *,
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Say up to which position each endpoint has the events, what keeps the next, and what it never took.

    \b
    Example:
      touchstone server endpoints

    \b
    Exit codes: 0 told, 3 the store cannot be used.
    """
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help
    from service.store.outbox import opened_outbox  # noqa: PLC0415 -- likewise

    with answering(form), opened_outbox(_database(database_url)) as outbox:
        found = [_progress(outbox, name) for name in outbox.names()]
        if form is Format.JSON:
            put(as_document({"endpoints": found}))
            return
        spoken = words(language.value)
        cells = [
            (one["name"], str(one["position"]), str(one["attempts"]), one["problem"] or "-", _numbers(one["dead"]))
            for one in found
        ]
        put(columns_text(tuple(spoken["endpoint_heads"]), cells) if cells else spoken["no_endpoints"])


def replay_command(
    endpoint: Annotated[str, typer.Argument(metavar="ENDPOINT", help="As `events endpoints` names it.")],
    *,
    position: Annotated[int, typer.Option("--from", min=1, metavar="POSITION", help="The first to be told again.")],
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Tell an endpoint again, under the same ids, what stands from a position on; a running server begins at once.

    What it never took from there on is tried anew.

    \b
    Example:
      touchstone server event-replay erp --from 1200

    \b
    Exit codes: 0 begun, 2 there is no such endpoint, 3 the store cannot be used.
    """
    from service.store.outbox import opened_outbox  # noqa: PLC0415 -- not for the help

    with answering(form), opened_outbox(_database(database_url)) as outbox:
        if not outbox.replay(endpoint, position):
            said = _say("NO_ENDPOINT", found=endpoint[:80], known=outbox.names() or ["-"])
            raise InputError((Violation("ENDPOINT", said, "NOT_FOUND"),))
        told = words(language.value)["replayed"].format(endpoint=endpoint, position=position)
        put(as_document(_progress(outbox, endpoint)) if form is Format.JSON else told)


def _database(url: str | None) -> str:
    from service.settings import Settings  # noqa: PLC0415 -- not for the help
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    check_no_password(url)
    return url or Settings().database_url


def _document(event: Event) -> dict[str, Any]:
    return {
        "position": event.position,
        "id": event.id,
        "type": event.type,
        "time": event.time,
        "organization": f"organizations/{event.organization}" if event.organization else None,
        "subject": event.subject,
        "data": orjson.loads(event.data),
    }


def _progress(outbox: Outbox, name: str) -> dict[str, Any]:
    progress = outbox.progress(name)
    return {
        "name": name,
        "position": progress.position if progress else 0,
        "attempts": progress.attempts if progress else 0,
        "problem": (progress.problem if progress else "") or None,
        "dead": outbox.dead(name),
    }


def _numbers(positions: list[int]) -> str:
    return ", ".join(map(str, positions)) or "-"
