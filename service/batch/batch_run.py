"""Batch run: streamed requests, immediate results, resumption after an interruption."""

from __future__ import annotations

import queue
import signal
import threading
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from google.rpc import status_pb2

from rules.contracts import InputError, canonical_bytes, digest, in_language, message_factory
from service.base.grpc_status import is_fault_of_service
from service.base.refusals import Reason, Refusal
from service.batch.batch_results import BatchWriter, Outputs, SubjectOutcome, Tally, evaluation_outcome
from service.batch.render_summary import interrupted_text, words
from service.batch.sources import open_batch, subject_of
from service.input.tree.placed_errors import FilePosition, PlacedError, raise_placed_error
from service.output.mapping.requests import read_date, write_request
from service.output.terminal.given_options import read_known_time, resolve_rules
from service.output.terminal.output import RemoteError
from service.output.terminal.own_server import temporary_server
from service.output.terminal.progress import progress
from service.output.terminal.server_calls import RemoteServer
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language
from touchstone.client.json_form import as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from contextlib import AbstractContextManager
    from types import FrameType

    from rules.model import Scorecard
    from service.batch.sources import Batch, BatchItem
    from service.gazette.versions import Gazette
    from service.input.dossier.dossier_reader import Dossier
    from touchstone.v1 import evaluation_service_pb2, types_pb2

    Request = evaluation_service_pb2.EvaluateSubjectRequest
    Response = evaluation_service_pb2.StreamEvaluateSubjectsResponse
    Streaming = Callable[[Iterator[Request]], AbstractContextManager[Iterator[Response]]]


_message = message_factory(__name__)

IN_FLIGHT = 16
_MAXIMUM_REQUEST_BYTES = 4_000_000
_POLL_SECONDS = 0.2
_END = None


@dataclass(frozen=True, slots=True)
class SubjectAnswer:
    """A subject with its response, or the `error` of an unreadable dossier."""

    item: BatchItem
    dossier: Dossier | None = None
    request_id: str = ""
    response: Response | None = None
    error: PlacedError | None = None


def request_id_of(item: BatchItem, *, scorecard: str, as_of: str, settings: dict[str, str], known: str = "") -> str:
    """Return a UUID (version 8, RFC 9562) derived from the request, so that repeated requests return stored results."""
    inputs = {
        "batch": item.digest,
        "key": digest(item.key.encode("utf-8")),
        "scorecard": scorecard,
        "as_of": as_of,
        "settings": digest(repr(sorted(settings.items())).encode("utf-8")),
    }
    if known:
        inputs["known"] = known
    digits = digest(canonical_bytes(dict(inputs)))
    variant = "89ab"[int(digits[16], 16) % 4]
    return f"{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-{variant}{digits[17:20]}-{digits[20:32]}"


class SubjectSender:
    """Sends subjects from a reader thread."""

    def __init__(
        self, items: Iterable[BatchItem], *, scorecard: str, request_id: Callable[[BatchItem], str], known: str = ""
    ) -> None:
        self._items = items
        self._scorecard = scorecard
        self._request_id = request_id
        self._known = known
        self._free_slots = threading.BoundedSemaphore(IN_FLIGHT)
        self._waiting: queue.SimpleQueue[SubjectAnswer | BaseException | None] = queue.SimpleQueue()
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._stopping = threading.Event()

    def answers(self, streaming: Streaming) -> Generator[SubjectAnswer, None, None]:
        reader = threading.Thread(target=self._read_items, name="batch-reader", daemon=True)
        reader.start()
        try:
            with streaming(iter(self._requests.get, _END)) as responses:
                while (answer := self._next_subject(responses)) is not _END:
                    if isinstance(answer, BaseException):
                        raise answer
                    if answer.error is None:
                        answer = replace(answer, response=_next_response(responses, answer.request_id))
                    yield answer
                    self._free_slots.release()
        finally:
            self._stopping.set()
            self._requests.put(_END)
            reader.join()

    def _next_subject(self, responses: Iterator[Response]) -> SubjectAnswer | BaseException | None:
        while True:
            try:
                return self._waiting.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                if not responses.is_active():  # type: ignore[attr-defined] # missing in the stubs of grpc
                    _next_response(responses, "")

    def _read_items(self) -> None:
        try:
            for item in self._items:
                while not self._free_slots.acquire(timeout=_POLL_SECONDS):
                    if self._stopping.is_set():
                        return
                if self._stopping.is_set():
                    return
                try:
                    dossier, request = self._request(item)
                except PlacedError as error:
                    self._waiting.put(SubjectAnswer(item, error=error))
                else:
                    self._waiting.put(SubjectAnswer(item, dossier, request.request_id))
                    self._requests.put(request)
        except BaseException as error:  # raised again in `answers`
            self._waiting.put(error)
        finally:
            self._requests.put(_END)
            self._waiting.put(_END)

    def _request(self, item: BatchItem) -> tuple[Dossier, Request]:
        dossier = item.read()
        subject = dossier.subject.model_copy(update={"known": self._known})
        request = write_request(subject, scorecard=self._scorecard, request_id=self._request_id(item))
        size = request.ByteSize()
        if size > _MAXIMUM_REQUEST_BYTES:
            description = _message("REQUEST_TOO_LARGE", size=size, most=_MAXIMUM_REQUEST_BYTES)
            raise_placed_error(item.position, description, "TOO_LARGE")
        return dossier, request


def _next_response(responses: Iterator[Response], request_id: str) -> Response:
    response = next(responses, None)
    if response is None:
        raise Refusal(Reason.SERVER_UNAVAILABLE, _message("STREAM_ENDED"))
    if response.request_id != request_id:
        raise Refusal(Reason.SERVER_UNAVAILABLE, _message("WRONG_ANSWER", found=response.request_id, wanted=request_id))
    return response


_MAXIMUM_PROBLEMS = 50
_MAXIMUM_PRINTED_LINES = 100
_FILE_SUFFIXES = {".json", ".ndjson", ".csv", ".xlsx", ".yaml", ".yml", ".txt"}


@dataclass(slots=True)
class BatchResult:
    """Totals over all runs; `done` and `seconds` count only the current run."""

    scorecard: Scorecard
    card: str
    as_of: str
    count: int
    resumed: int = 0
    done: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    outputs: Outputs | None = None
    tally: Tally = field(default_factory=Tally)


def evaluate_batch(  # noqa: PLR0913 -- one parameter for each option
    card: str,
    source: Path,
    *,
    as_of: str,
    known: str | None,
    settings: dict[str, str],
    decimal_mark: str | None,
    gazette: Gazette,
    server: str | None,
    out: Path | None,
    resume: bool,
    language: str,
    shows_progress: bool,
) -> BatchResult:
    """Evaluate a folder, workbook, CSV or JSONL file through StreamEvaluateSubjects."""
    name = resolve_rules(card, gazette)
    if isinstance(name, Path):
        raise InputError.of("CARD", _message("BATCH_OF_DRAFT"), "WRONG_VALUE")
    if resume and out is None:
        raise InputError.of("--resume", _message("RESUME_NEEDS_OUT"), "REQUIRED")
    if out is not None:
        _check_out(out, source)
    instant = read_known_time(known)
    version = gazette.find(name, as_of=read_date(as_of, "--as-of"), known=instant)
    with ExitStack() as parts:
        batch = parts.enter_context(
            open_batch(source, version.scorecard, as_of=as_of, settings=settings, decimal_mark=decimal_mark or "")
        )
        for path, note in batch.notes:
            print_error(note.render(path, requested_language()))
        result = BatchResult(version.scorecard, card, as_of, batch.count)
        head = {"journal": 1, "batch": batch.digest, "scorecard": str(name), "as_of": as_of, "settings": settings}
        if known is not None:
            head["known"] = instant
        writer = None
        if out is not None:
            result.outputs = Outputs.of(out)
            writer = parts.enter_context(BatchWriter(result.outputs, head, resume=resume))
        address = server or parts.enter_context(temporary_server(gazette.folder))
        requested_known = "" if known is None else instant
        derive = partial(request_id_of, scorecard=str(name), as_of=as_of, settings=settings, known=requested_known)
        run = _BatchRun(result, writer, RemoteServer(address), str(name), derive, requested_known)
        label = words(language)["progress"] if shows_progress else ""
        advance = parts.enter_context(progress(result.count, label))
        try:
            run.work(batch, advance)
        except (RemoteError, Refusal):
            print_error(interrupted_text(result, language))
            raise
    return result


def _check_out(out: Path, source: Path) -> None:
    if out.suffix.lower() in _FILE_SUFFIXES and not out.is_dir():
        raise InputError.of("--out", _message("OUT_NOT_JSONL", out=out), "WRONG_VALUE")
    if source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        raise InputError.of("--out", _message("OUT_AMONG_DOSSIERS", out=out), "WRONG_VALUE")


@contextmanager
def _recording_interrupt() -> Iterator[threading.Event]:
    """Record Ctrl-C in an event too: library callbacks may swallow KeyboardInterrupt."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def record_and_raise(_number: int, _frame: FrameType | None) -> None:
        stopped.set()
        raise KeyboardInterrupt

    previous_handler = signal.signal(signal.SIGINT, record_and_raise)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, previous_handler)


@dataclass
class _BatchRun:
    result: BatchResult
    writer: BatchWriter | None
    remote: RemoteServer
    scorecard: str
    request_id: Callable[[BatchItem], str]
    known: str = ""
    _printed_lines: int = 0
    _waiting: set[str] = field(default_factory=set)
    """Subjects with a failed year; their later years are not sent."""

    def work(self, batch: Batch, advance: Callable[[int], None]) -> None:
        earlier = {} if self.writer is None else self.writer.done
        for done in earlier.values():
            self.result.tally.add(done)
        self.result.resumed = len(earlier)
        advance(len(earlier))
        begun = time.monotonic()
        try:
            with _recording_interrupt() as stopped:
                for year in batch.rounds:
                    pending_items = (item for item in batch.of_round(year) if item.key not in earlier)
                    self._send(
                        (item for item in pending_items if subject_of(item) not in self._waiting), advance, stopped
                    )
        except KeyboardInterrupt:
            self.result.interrupted = True
        finally:
            self.result.seconds = time.monotonic() - begun

    def _send(self, items: Iterator[BatchItem], advance: Callable[[int], None], stopped: threading.Event) -> None:
        sending = SubjectSender(items, scorecard=self.scorecard, request_id=self.request_id, known=self.known)
        with closing(sending.answers(self.remote.streaming)) as answers:
            for answer in answers:
                self._record_answer(answer)
                self.result.done += 1
                advance(1)
                if stopped.is_set():
                    raise KeyboardInterrupt

    def _record_answer(self, answer: SubjectAnswer) -> None:
        item, response = answer.item, answer.response
        notes = 0 if answer.dossier is None else len(answer.dossier.notes)
        if response is not None and response.HasField("evaluation"):
            outcome = evaluation_outcome(item.key, response.evaluation, notes)
            if self.writer is not None:
                folder = self.writer.outputs.folder is not None
                text = as_json(response.evaluation) if folder else as_json(response.evaluation, indent=None)
                self.writer.answer(outcome, text)
        else:
            written, retryable = _failure(answer)
            if retryable and item.year:
                self._waiting.add(subject_of(item))
            reason = written["reason"]
            first = "" if reason in self.result.tally.first_errors else _error_lines(written)[0]
            outcome = SubjectOutcome(item.key, error=reason, says=first, again=retryable, notes=notes)
            if self.writer is not None:
                self.writer.failed(outcome, written)
            else:
                self._print_problems(written)
        self.result.tally.add(outcome)

    def _print_problems(self, written: dict[str, Any]) -> None:
        for line in _error_lines(written):
            if self._printed_lines < _MAXIMUM_PRINTED_LINES:
                print_error(line)
            elif self._printed_lines == _MAXIMUM_PRINTED_LINES:
                print_error(in_language(_message("NOT_ALL_SHOWN"), requested_language()))
            self._printed_lines += 1


def _failure(answer: SubjectAnswer) -> tuple[dict[str, Any], bool]:
    """Return the error of a subject in JSON form, and whether to try it again."""
    item, response, error = answer.item, answer.response, answer.error
    retryable, message, reason = False, "", ""
    if error is None and response is not None:
        refused = RemoteError(_error_status(response.error))
        retryable, violations = is_fault_of_service(refused.status), refused.violations()
        message, reason = refused.server_message(), refused.reason()
        if violations and answer.dossier is not None:
            error = answer.dossier.located(InputError(violations))
    problems = () if error is None else error.problems
    written = {
        "path": item.path,
        "place": _position_text(item),
        "reason": (problems[0].reason if problems else reason) or "UNKNOWN",
        **({"message": message} if message and not problems else {}),
        "problems": [problem.render(item.path, requested_language()) for problem in problems[:_MAXIMUM_PROBLEMS]],
        **({"more": len(problems) - _MAXIMUM_PROBLEMS} if len(problems) > _MAXIMUM_PROBLEMS else {}),
    }
    return written, retryable


def _error_lines(written: dict[str, Any]) -> list[str]:
    return written["problems"] or [f"{written['path']}: {written['place']}: {written['message']}"]


def _error_status(error: types_pb2.ItemError) -> status_pb2.Status:
    return status_pb2.Status(code=error.code, message=error.message, details=error.details)


def _position_text(item: BatchItem) -> str:
    position = item.position
    if position is None:
        return ""
    return position.cell if position.sheet else FilePosition(position.line, 0).cell
