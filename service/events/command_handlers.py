"""Event command handlers: outbox listing, endpoint progress and replay."""

from __future__ import annotations

from typing import Any

import orjson

from rules.contracts import InputError, message_factory, wording_loader
from service.base.resource_names import parse_organization
from service.output.terminal.columns import listing_text
from service.output.terminal.command_declarations import CommandResult
from service.store.database import resolve_existing_store_url
from service.store.outbox import Event, Outbox, open_outbox

words = wording_loader(__name__)
_message = message_factory(__name__)


def list_events(
    after: int, organization: str, page_size: int, database_url: str | None, language: str
) -> CommandResult:
    """List events in order of position."""
    chosen = parse_organization(organization, field="--organization") if organization else None
    with open_outbox(resolve_existing_store_url(database_url)) as outbox:
        events = outbox.after(after, chosen, page_size)
    cells = [(str(event.position), event.time, event.type, event.subject, event.id) for event in events]
    text = listing_text(words(language), cells, heads="event_heads", none="no_events")
    return CommandResult(text, document={"events": [_document(event) for event in events]})


def endpoints(database_url: str | None, language: str) -> CommandResult:
    """Show the delivery progress of each endpoint."""
    with open_outbox(resolve_existing_store_url(database_url)) as outbox:
        rows = [_progress(outbox, name) for name in outbox.names()]
    cells = [
        (row["name"], str(row["position"]), str(row["attempts"]), row["problem"] or "-", _numbers(row["dead"]))
        for row in rows
    ]
    text = listing_text(words(language), cells, heads="endpoint_heads", none="no_endpoints")
    return CommandResult(text, document={"endpoints": rows})


def replay(endpoint: str, position: int, database_url: str | None, language: str) -> CommandResult:
    """Deliver the events from a position on to an endpoint again."""
    with open_outbox(resolve_existing_store_url(database_url)) as outbox:
        if not outbox.replay(endpoint, position):
            message = _message("NO_ENDPOINT", found=endpoint[:80], known=outbox.names())
            raise InputError.of("ENDPOINT", message, "NOT_FOUND")
        text = words(language)["replayed"].format(endpoint=endpoint, position=position)
        return CommandResult(text, document=_progress(outbox, endpoint))


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
