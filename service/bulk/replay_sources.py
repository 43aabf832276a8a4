"""Sources of a replay: evaluations from an archive, a server, result files or dossiers."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from google.protobuf import json_format

from rules.columns import (
    CONCLUSION_COLUMN,
    GRADE_COLUMN,
    POSSIBLE_GRADES_COLUMN,
    SCORE_HIGH_COLUMN,
    SCORE_LOW_COLUMN,
    STAGE_COLUMN,
    VERDICT_COLUMN,
)
from rules.contracts import (
    InputError,
    Possibility,
    TouchstoneError,
    TrailError,
    error_message,
    message_factory,
    parse_exact,
    read_complete_record,
)
from rules.trail import inputs_of, read_conclusion, trail_digest_of
from service.base.file_kinds import refusal_of_other_kind
from service.base.resource_names import CardName, parse_card
from service.bulk.outcome_changes import CRITERIA, recorded_outcomes
from service.evaluating.evaluators import Evaluators, new_record_key
from service.input.given_files import open_input_file
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.input_file import read_subject_file
from service.output.envelopes import exported_content
from service.store.stored_records import pack, restore_record
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from rules.columns import CellValue
    from rules.contracts import Conclusion, Subject, WrittenRecord
    from rules.model import PublishedVersion, Scorecard
    from service.gazette.versions import Gazette
    from service.input.dossier.dossier_reader import Dossier
    from service.store.listing_query import ListingQuery, Position
    from service.store.store import Store

_message = message_factory(__name__)

_STORE_BATCH_ROWS = 256


@dataclass(frozen=True, slots=True)
class ArchivedEvaluation:
    """A stored evaluation with its packed record."""

    name: str
    subject: str
    scorecard_version: str
    as_of_date: str
    digest: str
    record: bytes
    record_key: bytes

    def inputs_and_conclusion(self, card: Scorecard | None = None) -> tuple[Subject, dict[str, CellValue]]:
        """Return inputs and conclusion, with the outcomes of a `card`'s criteria.

        Raises:
            TrailError: If the record does not match its digest.
        """
        written = restore_record(self.record, self.record_key)
        if written.digest != self.digest or trail_digest_of(written) != written.head.trail_digest:
            raise TrailError(_message("OTHER_DIGEST"))
        concluded, _, _ = read_conclusion(written)
        criteria = {} if card is None else {CRITERIA: recorded_outcomes(card, written)}
        return inputs_of(written), _cells(concluded) | criteria


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """Consecutive evaluations of one scorecard, up to a position."""

    stored: tuple[ArchivedEvaluation, ...]
    until: Position


Ask = Callable[[evaluation_service_pb2.ListEvaluationsRequest], evaluation_service_pb2.ListEvaluationsResponse]
Pages = Callable[["Position | None"], ArchivePage | None]
"""Function that returns the page after a position, or None at the end."""


def page_after(store: Store, listing: ListingQuery, card: str, after: Position | None, rows: int) -> ArchivePage | None:
    """Read up to `rows` evaluations of a scorecard; None at the end."""
    evaluations: list[ArchivedEvaluation] = []
    for row, position in _iterate_evaluations(store, listing, after):
        if parse_card(row.scorecard_version).card == card:
            evaluations.append(row)
        after = position
        if len(evaluations) == rows:
            break
    return ArchivePage(tuple(evaluations), after) if evaluations and after is not None else None


def _iterate_evaluations(
    store: Store, listing: ListingQuery, after: Position | None
) -> Iterator[tuple[ArchivedEvaluation, Position]]:
    while rows := store.list(listing, after=after, limit=_STORE_BATCH_ROWS):
        for row in rows:
            after = listing.position(row)
            fields = row.name, row.subject, row.scorecard_version, row.as_of_date, row.record_digest
            yield ArchivedEvaluation(*fields, row.record, row.record_key), after


def _cells(concluded: Conclusion) -> dict[str, CellValue]:
    possible = [grade.grade for grade in concluded.grades if grade.possibility is not Possibility.EXCLUDED]
    cells: dict[str, CellValue] = {
        CONCLUSION_COLUMN: concluded.kind.value,
        GRADE_COLUMN: concluded.grade,
        POSSIBLE_GRADES_COLUMN: ";".join(possible) or None,
        STAGE_COLUMN: concluded.stage,
        VERDICT_COLUMN: concluded.verdict.value if concluded.verdict is not None else None,
    }
    if concluded.score is not None:
        bounds = concluded.score.exact
        for name, end in ((SCORE_LOW_COLUMN, bounds.low), (SCORE_HIGH_COLUMN, bounds.high)):
            cells[name] = None if end is None else parse_exact(end)
    return cells


_SUMMARY_FILE = "summary.json"
_DOSSIER_SUFFIXES = frozenset({".yaml", ".yml", ".json", ".xlsx"})


def read_result_files(path: Path, card: str) -> Iterator[ArchivedEvaluation]:
    """Read batch results of a scorecard, one per line or file."""
    if path.is_dir():
        files = [entry for entry in sorted(path.glob("*.json")) if entry.name != _SUMMARY_FILE]
        if not files:
            raise InputError.of(str(path), _message("NO_RESULTS"), "NOT_FOUND")
        for file in files:
            with open_input_file(file) as content:
                _refuse_other_kind(content, file)
                yield from _read_result(content.read(), str(file), file.name, card)
        return
    with open_input_file(path) as lines:
        _refuse_other_kind(lines, path)
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield from _read_result(line, f"{path}:{number}", f"{path.name}:{number}", card)


def _refuse_other_kind(content: BinaryIO, path: Path) -> None:
    if (message := refusal_of_other_kind(content, "JSON, JSONL")) is not None:
        raise InputError.of(str(path), message, "OTHER_KIND")


def _read_result(text: str | bytes, location: str, name: str, card: str) -> Iterator[ArchivedEvaluation]:
    try:
        message = json_format.Parse(text, evaluation_pb2.Evaluation(), ignore_unknown_fields=True)
        written = read_complete_record(exported_content(message))
    except (json_format.ParseError, TouchstoneError) as error:
        raise InputError.of(location, _message("NO_RESULT", problem=error_message(error)[:200]), "MALFORMED") from None
    if parse_card(written.head.scorecard_version).card == card:
        yield _evaluation_from_record(message.name or name, written, message.record_key)


def evaluate_dossiers(
    folder: Path, card: str, gazette: Gazette, *, as_of: date, known: str
) -> Iterator[ArchivedEvaluation]:
    """Evaluate dossiers under the version in force on a day."""
    version = gazette.find(CardName(card), as_of=as_of, known=known)
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _DOSSIER_SUFFIXES]
    if not files:
        raise InputError.of(str(folder), _message("NO_DOSSIERS"), "NOT_FOUND")
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        for path in files:
            dossier = _read_dossier(path, version, as_of)
            subject, key = dossier.subject.model_copy(update={"known": known}), new_record_key()
            try:
                recorded = evaluators.evaluate(version, subject, key)
            except InputError as error:
                raise PlacedError(dossier.located(error).problems, path=str(path)) from None
            yield _evaluation_from_record(path.relative_to(folder).as_posix(), recorded.written_record, key)


def _read_dossier(path: Path, version: PublishedVersion, as_of: date) -> Dossier:
    try:
        return read_subject_file(path, version.scorecard, as_of=as_of.isoformat(), settings={})
    except PlacedError as error:
        raise PlacedError(error.problems, path=str(path)) from None


def _evaluation_from_record(name: str, written: WrittenRecord, key: bytes) -> ArchivedEvaluation:
    head = written.head
    return ArchivedEvaluation(
        name, head.subject, head.scorecard_version, head.as_of_date, written.digest, pack(written), key
    )


def store_pages(store: Store, listing: ListingQuery, card: str, rows: int) -> Pages:
    """Return the page function of a store."""
    return lambda after: page_after(store, listing, card, after, rows)


def server_pages(ask: Ask, organization: str, filter_text: str, card: str, rows: int) -> Pages:
    """Return the page function of a server; a position is a page token with its filter.

    Unreadable evaluations are included, and refused during the replay.
    """

    def page(after: Position | None) -> ArchivePage | None:
        token, position_filter = after or ("", filter_text)
        evaluations: list[ArchivedEvaluation] = []
        while token or after is None:
            request = evaluation_service_pb2.ListEvaluationsRequest(
                parent=organization,
                page_size=rows - len(evaluations),
                page_token=token,
                filter=position_filter,
                order_by="create_time",
                view=evaluation_pb2.EVALUATION_VIEW_WRITTEN,
            )
            answer = ask(request)
            evaluations += (
                _evaluation_from_message(evaluation)
                for evaluation in answer.evaluations
                if _belongs_to_card(evaluation, card)
            )
            token, after = answer.next_page_token, (answer.next_page_token, position_filter)
            if len(evaluations) >= rows:
                break
        return ArchivePage(tuple(evaluations), (token, position_filter)) if evaluations else None

    return page


def _belongs_to_card(message: evaluation_pb2.Evaluation, card: str) -> bool:
    return not message.HasField("record") or parse_card(message.record.scorecard_version).card == card


def _evaluation_from_message(message: evaluation_pb2.Evaluation) -> ArchivedEvaluation:
    record, content = message.record, message.record_json.encode("utf-8")
    try:
        packed = pack(read_complete_record(content))
    except TouchstoneError:
        packed = zlib.compress(content)
    fields = message.name, record.subject, record.scorecard_version, record.as_of_date, message.record_digest
    return ArchivedEvaluation(*fields, packed, message.record_key)


def pages_of(evaluations: Iterator[ArchivedEvaluation], rows: int) -> Pages:
    """Return the page function of a list; a position is an offset."""
    all_evaluations = list(evaluations)

    def page(after: Position | None) -> ArchivePage | None:
        first = int(after[0]) if after else 0
        evaluations = tuple(all_evaluations[first : first + rows])
        return ArchivePage(evaluations, (str(first + len(evaluations)),)) if evaluations else None

    return page
