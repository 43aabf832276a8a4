"""Publication worker: the full check of a draft, every example run twice."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rules.api import publish
from rules.contracts import RuleSourceError, canonical_bytes, error_message
from rules.model import read_published
from service.base.refusals import Refusal
from service.gazette.gazette_worker import worker_entry
from service.gazette.overlays import check_fact_map, check_overlay
from service.gazette.table_order import TableStores, chain_table_stores
from service.gazette.versions import Gazette
from service.output.terminal.changelog_entry import entry_of
from service.output.terminal.draft_folder import report_document
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from rules.engine import ShouldStop
    from service.base.worker_specs import Works

_MEMORY_BYTES = 4 * 1024 * 1024 * 1024
_MAX_PROBLEMS = 50


class DraftCheckWorker:
    """Checks drafts against one gazette; its versions are read once."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._table_stores = TableStores(gazette)
        self._public = Gazette(gazette.folder, private=True)

    def check(self, job: work_pb2.CheckDraft, _should_stop: ShouldStop) -> work_pb2.CheckedDraft:
        own_gazette, files = self._gazette.of_current_organization(), dict(sorted(job.files.items()))
        published = tuple(version for card in own_gazette.card_ids() for version in own_gazette.versions(card))
        try:
            ready = publish(files, published, tables=chain_table_stores(self._table_stores.here()))
            check_overlay(ready.scorecard, ready.sources, self._public)
            check_fact_map(ready.scorecard, ready.sources, own_gazette)
        except RuleSourceError as error:
            return work_pb2.CheckedDraft(problems=[each.in_one_line() for each in error.diagnostics[:_MAX_PROBLEMS]])
        except Refusal as refusal:
            return work_pb2.CheckedDraft(problems=[error_message(refusal)])
        report = hashlib.sha256(canonical_bytes(report_document(ready.report))).hexdigest()
        return work_pb2.CheckedDraft(
            content=ready.content,
            report_digest=report,
            examples=ready.report.examples,
            entry=entry_of(
                read_published(ready.content, ""),
                published,
                {},
                dict(sorted(job.signed.items())),
                reason=job.reason,
            ),
        )


def works(gazette: Gazette) -> Works:
    """Return the handlers of this worker by request type."""
    return {work_pb2.CheckDraft: DraftCheckWorker(gazette).check}


main = worker_entry(works, memory=_MEMORY_BYTES)

if __name__ == "__main__":
    main()
