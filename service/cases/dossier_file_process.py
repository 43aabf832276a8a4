"""Worker that reads dossier files, with limits on time and memory.

Even a small file may be costly to read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, in_language
from rules.model import read_published
from service.base import instants
from service.cases.dossier_handlers import step_content
from service.cases.dossiers import request_of
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.input_file import is_workbook_content, read_subject_content
from service.input.workbook.prefilled_workbook import write_prefilled_workbook
from service.output.mapping.requests import read_request
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import fact_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from rules.model import Scorecard
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette
    from touchstone.v1 import case_dossier_service_pb2 as dossiers

_MEMORY = 2 * 1024 * 1024 * 1024
_CARDS = 4
_FIELD = "file"


def read_dossier_file(job: work_pb2.ReadDossierFile) -> work_pb2.DossierFileRead:
    """Return the content of a dossier file, or its problems."""
    scorecard, known = _read_card(job.published), job.dossier
    try:
        try:
            parsed = read_subject_content(job.content, scorecard, as_of=job.as_of_date)
        except PlacedError as error:
            raise error.of_file(_FIELD) from None
        content = step_content(job.step, parsed.subject, known, field=_FIELD)
    except InputError as error:
        return work_pb2.DossierFileRead(problems=_file_problems(error.violations, job.language_code))
    if known.revision and is_workbook_content(job.content):
        _restore_unchanged_entries(content, job.step, known, scorecard)
    notes = [Violation(_FIELD, note.placed_description, note.reason) for note in parsed.notes]
    return work_pb2.DossierFileRead(content=content, notes=_file_problems(notes, job.language_code))


def _file_problems(violations: Iterable[Violation], language: str) -> list[work_pb2.FileProblem]:
    return [
        work_pb2.FileProblem(
            field=violation.field, description=in_language(violation.description, language), reason=violation.reason
        )
        for violation in violations
    ]


@lru_cache(_CARDS)
def _read_card(published: str) -> Scorecard:
    return read_published(published.encode(), "").scorecard


def prefilled_workbook(known: dossiers.CaseDossier, scorecard: Scorecard, language: str = "en") -> bytes:
    """Return a workbook prefilled with the declared facts, without assessments."""
    facts = [fact_pb2.Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places) for fact in _declared(known)]
    subject = read_request(request_of(known, today(), facts, validate_only=True), is_stored=False).subject
    return write_prefilled_workbook(scorecard, subject, language=language)


def today() -> str:
    """Return today's date in UTC, the as-of date of files."""
    return instants.today("Etc/UTC").isoformat()


def _restore_unchanged_entries(
    sent: dossiers.DossierContent, step: str, known: dossiers.CaseDossier, scorecard: Scorecard
) -> None:
    """Restore unchanged entries of `sent`, because a cell may not contain a full stored entry."""
    try:
        prefilled = read_subject_content(prefilled_workbook(known, scorecard), scorecard, as_of=today()).subject
    except PlacedError:
        return
    same = step_content(step, prefilled, known, field=_FIELD)
    evidence = {item.evidence_id: item for item in known.content.evidence}
    _restore_unchanged(sent.evidence, same.evidence, evidence, lambda item: item.evidence_id)
    if step == "declare":
        facts = {
            fact.fact_id: fact_pb2.Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places)
            for fact in _declared(known)
        }
        _restore_unchanged(sent.facts, same.facts, facts, lambda fact: fact.fact_id)


def _restore_unchanged(sent: Any, prefilled: Any, stored: Mapping[str, Any], id_of: Callable[[Any], str]) -> None:
    by_id, ids = {id_of(sent_entry): sent_entry for sent_entry in prefilled}, {id_of(sent_entry) for sent_entry in sent}
    for entry in sent:
        if id_of(entry) in stored and by_id.get(id_of(entry)) == entry:
            entry.CopyFrom(stored[id_of(entry)])
    sent.extend(earlier for id, earlier in stored.items() if id not in by_id and id not in ids)


def _declared(known: dossiers.CaseDossier) -> list[fact_pb2.Fact]:
    return [fact for fact in known.content.facts if fact.HasField("value") and not fact.ratings]


def works(_: Gazette | None) -> Works:
    """Return the request handlers of this program."""
    return {work_pb2.ReadDossierFile: lambda request, _: read_dossier_file(request)}


def main() -> None:
    """Serve requests until the server closes the pipe."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- commands that import this module run no worker

    worker_main(works(None), memory=_MEMORY)


if __name__ == "__main__":
    main()
