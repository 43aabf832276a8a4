"""Goods declaration worker."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from service.base import instants
from service.base.call_context import preferred_language
from service.gazette.gazette_worker import worker_entry
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.output.terminal.json_form import to_json_document
from service.schemes.cbam import comparing_process
from service.schemes.cbam.border_comparison import measure_columns
from service.schemes.cbam.card_evaluation import untraced_evaluator
from service.schemes.cbam.declaration import CARD, declare
from service.schemes.cbam.goods import read_goods
from service.schemes.cbam.render_declaration import declaration_document, declaration_text
from touchstone.v1 import cbam_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.engine import ShouldStop
    from rules.model import FactDefinition
    from service.base.worker_specs import Works


def works(gazette: Gazette) -> Works:
    """Return the request handlers."""
    return {pb2.DeclareGoodsRequest: partial(_declare_goods, gazette), **comparing_process.works(gazette)}


def _other_columns(gazette: Gazette) -> tuple[FactDefinition, ...]:
    with untraced_evaluator(gazette) as reckoner:
        return measure_columns(reckoner)


def _declare_goods(gazette: Gazette, request: pb2.DeclareGoodsRequest, _: ShouldStop) -> pb2.DeclareGoodsResponse:
    gc.disable()  # saves time: lines create many objects but no reference cycles
    try:
        return _declaration(gazette, request)
    finally:
        gc.enable()


def _declaration(gazette: Gazette, request: pb2.DeclareGoodsRequest) -> pb2.DeclareGoodsResponse:
    language = preferred_language(request, ())
    precursors = request.precursors if request.HasField("precursors") else None
    card = gazette.newest(CARD).scorecard
    read = read_goods(request.goods, card, precursors=precursors, also=_other_columns(gazette))
    own = {fact.id for fact in card.facts}
    lines = [
        line
        if line.facts.keys() <= own
        else replace(line, facts={id: value for id, value in line.facts.items() if id in own})
        for line in read.lines
    ]
    has_known_time = request.HasField("known_time")
    made = declare(
        lines,
        gazette=gazette,
        table_store=TableStore(gazette.folder / FOLDER),
        known=instants.from_past_timestamp(request.known_time, field="known_time")
        if has_known_time
        else instants.now(),
        settings=dict(request.settings),
        language=language,
    )
    return pb2.DeclareGoodsResponse(
        text=declaration_text(made, language),
        declaration_json=to_json_document(declaration_document(made, language)),
        notes=[note.render(request.goods.name, language) for note in read.notes],
        undetermined=made.undetermined,
    )


main = worker_entry(works, memory=2 * 1024 * 1024 * 1024)

if __name__ == "__main__":
    main()
