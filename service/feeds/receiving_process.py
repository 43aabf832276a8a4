"""Worker for versions from feeds: compiles a version and runs all its examples, as publication does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rules.api import check_folder
from rules.contracts import in_language, message_factory
from rules.model import is_same_content, read_published
from rules.rehearsal import publishing_blockers
from service.gazette.gazette_worker import worker_entry
from service.gazette.table_order import chain_table_stores
from service.gazette.tables import FOLDER, TableStore
from touchstone.internal.v1 import work_pb2

if TYPE_CHECKING:
    from rules.engine import ShouldStop
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

_MEMORY_BYTES = 4 * 1024 * 1024 * 1024
_MAX_PROBLEMS = 10


def check_version(gazette: Path, job: work_pb2.CheckReceivedVersion) -> work_pb2.CheckedReceivedVersion:
    """Compile the sources of a version and run its examples; the result lists all problems.

    Raises:
        TrailError: If the published form is invalid.
    """
    version = read_published(job.content, "")
    stores = (TableStore(Path(job.tables_folder)), TableStore(gazette / FOLDER))
    report = check_folder(dict(version.sources), tables=chain_table_stores(stores))
    blockers = publishing_blockers(report.diagnostics)[:_MAX_PROBLEMS]
    if not blockers and (report.scorecard is None or not is_same_content(report.scorecard, version.scorecard)):
        other = _message("SOURCES_DIFFER", version=version.name)
        return work_pb2.CheckedReceivedVersion(problems=[other], chinese_problems=[in_language(other, "zh")])
    return work_pb2.CheckedReceivedVersion(
        problems=[each.in_one_line("en") for each in blockers],
        chinese_problems=[each.in_one_line("zh") for each in blockers],
        examples=report.examples,
    )


def works(gazette: Gazette) -> Works:
    """Return the handlers of this worker by request type."""

    def check(job: work_pb2.CheckReceivedVersion, _: ShouldStop) -> work_pb2.CheckedReceivedVersion:
        return check_version(gazette.folder, job)

    return {work_pb2.CheckReceivedVersion: check}


main = worker_entry(works, memory=_MEMORY_BYTES)

if __name__ == "__main__":
    main()
