"""Reference table pages: editions of a table, and one edition with its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.workbench.page import Page
from service.workbench.pages.rules import certainty_word
from service.workbench.queries import id_of
from service.workbench.titles import title_of
from touchstone.v1 import scorecard_service_pb2 as scorecards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown
    from touchstone.v1.scorecard_pb2 import ReferenceTableColumn, ReferenceTableEdition

_message = message_factory(__name__)

_EDITIONS, _ROWS = "ScorecardService/ListReferenceTableEditions", "ScorecardService/ListReferenceTableRows"
_ROWS_SHOWN = 100


async def _load(page_request: PageRequest) -> Shown:
    editions = await _list_editions(page_request)
    return {
        "editions": list(reversed(editions)), "table": page_request.path["table"],
        "title": title_of(editions[-1].titles, page_request.language), "id_of": id_of,
        "certainty_word": certainty_word,
        "superseded": {older: id_of(each.name) for each in editions for older in each.superseded_editions},
    }  # fmt: skip


async def _load_edition(page_request: PageRequest) -> Shown:
    table, edition = page_request.path["table"], page_request.path["edition"]
    editions = await _list_editions(page_request)
    name = f"referenceTables/{table}/editions/{edition}"
    shown = next((each for each in editions if each.name == name), None)
    if shown is None:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_EDITION", table=table[:80], edition=edition[:80]))
    request = scorecards.ListReferenceTableRowsRequest(
        parent=name, page_size=_ROWS_SHOWN, page_token=page_request.query.get("page_token", "")
    )
    page = await page_request.ask(_ROWS, request)
    return {
        "edition": shown, "table": table, "number": edition, "title": title_of(shown.titles, page_request.language),
        "coverage": title_of(shown.coverages, page_request.language), "certainty": certainty_word(shown.certainty),
        "columns": [(_column_title(column, page_request.language), column) for column in shown.columns],
        "rows": page.reference_table_rows, "next": page.next_page_token, "id_of": id_of,
        "sources": [(source, title_of(source.notes, page_request.language)) for source in shown.sources],
    }  # fmt: skip


async def _list_editions(page_request: PageRequest) -> Sequence[ReferenceTableEdition]:
    request = scorecards.ListReferenceTableEditionsRequest(parent=f"referenceTables/{page_request.path['table']}")
    editions: Sequence[ReferenceTableEdition] = (await page_request.ask(_EDITIONS, request)).reference_table_editions
    return editions


def _column_title(column: ReferenceTableColumn, language: str) -> str:
    return title_of(column.labels, language) or column.column_id


PAGES = (
    Page("/rules/tables/{table}", "reference_table.html.jinja", _EDITIONS, _load),
    Page("/rules/tables/{table}/{edition}", "reference_table_edition.html.jinja", _ROWS, _load_edition),
)
