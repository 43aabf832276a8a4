"""Worker that reads spreadsheets with mappings, with limits on time and memory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rules.contracts import InputError, in_language
from rules.model import read_published
from service.input.tabular.grids import read_grids
from service.input.tree.placed_errors import PlacedError
from service.mappings.mapped_reading import MappedReading
from service.mappings.mapping_targets import SUBJECT, targets_of
from service.mappings.source_tables import source_table
from service.mappings.suggestions import suggest
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import mapping_service_pb2 as mappings

if TYPE_CHECKING:
    from rules.model import Scorecard
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

_MEMORY = 2 * 1024 * 1024 * 1024
_CARDS = 4
_FIELD = "file"


def read_mapped_file(job: work_pb2.ReadMappedFile) -> work_pb2.MappedFileRead:
    """Return a proposal or the data of a spreadsheet, or its problems."""
    scorecard = _read_card(job.published)
    try:
        try:
            if job.is_proposal:
                return work_pb2.MappedFileRead(proposal=_proposal(job, scorecard))
            reading = MappedReading(job.mapping, scorecard, job.file, as_of=job.as_of_date)
            data = reading.read(organization=job.organization, subject=job.subject)
            return work_pb2.MappedFileRead(data=data)
        except PlacedError as error:
            raise error.of_file(_FIELD) from None
    except InputError as error:
        problems = [
            work_pb2.FileProblem(
                field=violation.field,
                description=in_language(violation.description, job.language_code),
                reason=violation.reason,
            )
            for violation in error.violations
        ]
        return work_pb2.MappedFileRead(problems=problems)


def _proposal(job: work_pb2.ReadMappedFile, scorecard: Scorecard) -> mappings.SuggestMappingResponse:
    grids = read_grids(job.file.content)
    table = source_table(grids, job.mapping.sheet, job.mapping.header_row)
    response = mappings.SuggestMappingResponse(
        mapping=suggest(table, scorecard), sheets=[grid.title for grid in grids if grid.title]
    )
    for heading in table.headings:
        response.columns.add(heading=heading, letters=table.letters(heading), examples=table.examples(heading))
    response.targets.add(target=SUBJECT)
    for id, target in targets_of(scorecard).items():
        response.targets.add(target=id, title=target.title(job.language_code), unit=target.definition.unit)
    return response


@lru_cache(_CARDS)
def _read_card(published: str) -> Scorecard:
    return read_published(published.encode(), "").scorecard


def works(_: Gazette | None) -> Works:
    """Return the request handlers of this program."""
    return {work_pb2.ReadMappedFile: lambda request, _: read_mapped_file(request)}


def main() -> None:
    """Serve requests until the server closes the pipe."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- commands that import this module run no worker

    worker_main(works(None), memory=_MEMORY)


if __name__ == "__main__":
    main()
