"""Batch run: streamed requests to the service, answers written as they arrive, resumable after an interruption.

`SubjectSender` reads subjects in a thread while the caller takes answers, few on the way at once.
"""

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

from rules.contracts import InputError, Violation, canonical_bytes, digest, in_language, message_factory
from service.base.grpc_status import is_fault_of_service
from service.base.refusals import Reason, Refusal
from service.batch.batch_results import BatchWriter, Outputs, SubjectOutcome, Tally, evaluation_outcome
from service.batch.render_summary import interrupted_text, words
from service.batch.sources import open_batch, subject_of
from service.input.tree.placed_errors import FilePosition, PlacedError, raise_placed_error
from service.output.mapping.requests import write_request
from service.output.terminal.command_language import requested_language
from service.output.terminal.given_options import read_as_of
from service.output.terminal.named_rules import read_known_time, resolve_rules
from service.output.terminal.output import RemoteError, print_error
from service.output.terminal.own_server import temporary_server
from service.output.terminal.progress import progress
from service.output.terminal.server_calls import RemoteServer
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


_say = message_factory(__name__)

IN_FLIGHT = 16
"""How many subjects are read and not answered yet; a service works on fewer at once."""
_MAXIMUM_REQUEST_BYTES = 4_000_000
_LOOK_SECONDS = 0.2
_END = None


@dataclass(frozen=True, slots=True)
class SubjectAnswer:
    """One subject with its answer, or with why its dossier cannot be read."""

    item: BatchItem
    dossier: Dossier | None = None
    request_id: str = ""
    response: Response | None = None
    error: PlacedError | None = None


def request_id_of(item: BatchItem, *, scorecard: str, as_of: str, settings: dict[str, str], known: str = "") -> str:
    """Derive the request id of a subject: the same file asked for the same thing has the same one for ever.

    So the service answers a subject that it knows with what it stored (UUID version 8, RFC 9562).
    """
    asked = {
        "batch": item.digest,
        "key": digest(item.key.encode("utf-8")),
        "scorecard": scorecard,
        "as_of": as_of,
        "settings": digest(repr(sorted(settings.items())).encode("utf-8")),
    }
    if known:
        asked["known"] = known
    drawn = digest(canonical_bytes(dict(asked)))
    variant = "89ab"[int(drawn[16], 16) % 4]
    return f"{drawn[:8]}-{drawn[8:12]}-8{drawn[13:16]}-{variant}{drawn[17:20]}-{drawn[20:32]}"


class SubjectSender:
    """Sends subjects and gives their answers."""

    def __init__(
        self, items: Iterable[BatchItem], *, scorecard: str, request_id: Callable[[BatchItem], str], known: str = ""
    ) -> None:
        self._items = items
        self._scorecard = scorecard
        self._request_id = request_id
        self._known = known
        self._places = threading.BoundedSemaphore(IN_FLIGHT)
        self._waiting: queue.SimpleQueue[SubjectAnswer | BaseException | None] = queue.SimpleQueue()
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._stopping = threading.Event()

    def answers(self, streaming: Streaming) -> Generator[SubjectAnswer, None, None]:
        """Send everything and give each answer when it comes; closing this stops the work."""
        reader = threading.Thread(target=self._read_items, name="batch-reader", daemon=True)
        reader.start()
        try:
            with streaming(iter(self._requests.get, _END)) as responses:
                while (waiting := self._next_subject(responses)) is not _END:
                    if isinstance(waiting, BaseException):
                        raise waiting
                    if waiting.error is None:
                        waiting = replace(waiting, response=_answer(responses, waiting.request_id))
                    yield waiting
                    self._places.release()
        finally:
            self._stopping.set()
            self._requests.put(_END)
            reader.join()

    def _next_subject(self, responses: Iterator[Response]) -> SubjectAnswer | BaseException | None:
        """Wait for the next subject to be read; a call that ended meanwhile says why when it is asked."""
        while True:
            try:
                return self._waiting.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                if not responses.is_active():  # type: ignore[attr-defined]  # the stubs give a call
                    _answer(responses, "")

    def _read_items(self) -> None:
        try:
            for item in self._items:
                while not self._places.acquire(timeout=_LOOK_SECONDS):
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
        except BaseException as error:  # whatever it is, it is raised where the answers are taken
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
            description = _say("REQUEST_TOO_LARGE", size=size, most=_MAXIMUM_REQUEST_BYTES)
            raise_placed_error(item.position, description, "TOO_LARGE")
        return dossier, request


def _answer(responses: Iterator[Response], request_id: str) -> Response:
    """Take the next answer, which must be the one to this request; a broken stream raises its own error."""
    response = next(responses, None)
    if response is None:
        raise Refusal(Reason.SERVER_UNAVAILABLE, _say("STREAM_ENDED"))
    if response.request_id != request_id:
        message = _say("WRONG_ANSWER", found=response.request_id, wanted=request_id)
        raise Refusal(Reason.SERVER_UNAVAILABLE, message)
    return response


_MOST_PROBLEMS = 50
"""How many problems of one subject are written."""
_MOST_SHOWN = 100
"""How many lines about subjects that failed are shown if there is no file for them."""
_NO_FOLDERS = {".json", ".ndjson", ".csv", ".xlsx", ".yaml", ".yml", ".txt"}


@dataclass(slots=True)
class BatchResult:
    """What came out: the sum over all runs, and how long this one took."""

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


def evaluate_batch(  # noqa: PLR0913 -- one for each option of the command
    card: str,
    source: Path,
    *,
    as_of: str | None,
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
    """Evaluate the subjects of a folder, workbook, CSV or JSONL file through StreamEvaluateSubjects."""
    if as_of is None:
        description = _say("AS_OF_REQUIRED")
        raise InputError((Violation("--as-of", description, "REQUIRED"),))
    name = resolve_rules(card, gazette)
    if isinstance(name, Path):
        description = _say("BATCH_OF_DRAFT")
        raise InputError((Violation("CARD", description, "WRONG_VALUE"),))
    if resume and out is None:
        raise InputError((Violation("--resume", _say("RESUME_NEEDS_OUT"), "REQUIRED"),))
    if out is not None:
        _check_out(out, source)
    instant = read_known_time(known)
    version = gazette.find(name, as_of=read_as_of(as_of), known=instant)
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
        kept = None
        if out is not None:
            result.outputs = Outputs.of(out)
            kept = parts.enter_context(BatchWriter(result.outputs, head, resume=resume))
        address = server or parts.enter_context(temporary_server(gazette.folder))
        asked_known = "" if known is None else instant
        derive = partial(request_id_of, scorecard=str(name), as_of=as_of, settings=settings, known=asked_known)
        run = _BatchRun(result, kept, RemoteServer(address), str(name), derive, asked_known)
        label = words(language)["progress"] if shows_progress else ""
        advance = parts.enter_context(progress(result.count, label))
        try:
            run.work(batch, advance)
        except (RemoteError, Refusal):
            print_error(interrupted_text(result, language))
            raise
    return result


def _check_out(out: Path, source: Path) -> None:
    """Refuse an output that is neither a folder nor lines, or that would be read as a part of the batch."""
    if out.suffix.lower() in _NO_FOLDERS and not out.is_dir():
        description = _say("OUT_NOT_JSONL", out=out)
        raise InputError((Violation("--out", description, "WRONG_VALUE"),))
    if source.is_dir() and out.resolve().is_relative_to(source.resolve()):
        description = _say("OUT_AMONG_DOSSIERS", out=out)
        raise InputError((Violation("--out", description, "WRONG_VALUE"),))


@contextmanager
def _stop_kept() -> Iterator[threading.Event]:
    """Remember Ctrl-C besides raising it, since a callback of a library may swallow what is raised inside it."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopped.set()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass
class _BatchRun:
    """Takes the answers of one batch and writes them down."""

    result: BatchResult
    kept: BatchWriter | None
    remote: RemoteServer
    scorecard: str
    request_id: Callable[[BatchItem], str]
    known: str = ""
    _printed_lines: int = 0
    _waiting: set[str] = field(default_factory=set)
    """Subjects of which a year is to be tried again, and the years after it with it."""

    def work(self, batch: Batch, advance: Callable[[int], None]) -> None:
        """Send what is not done yet; Ctrl-C ends it between two answers, and everything before is noted."""
        earlier = {} if self.kept is None else self.kept.done
        for done in earlier.values():
            self.result.tally.add(done)
        self.result.resumed = len(earlier)
        advance(len(earlier))
        begun = time.monotonic()
        try:
            with _stop_kept() as stopped:
                for year in batch.rounds:
                    open_ones = (item for item in batch.of_round(year) if item.key not in earlier)
                    self._send((item for item in open_ones if subject_of(item) not in self._waiting), advance, stopped)
        except KeyboardInterrupt:
            self.result.interrupted = True
        finally:
            self.result.seconds = time.monotonic() - begun

    def _send(self, items: Iterator[BatchItem], advance: Callable[[int], None], stopped: threading.Event) -> None:
        sending = SubjectSender(items, scorecard=self.scorecard, request_id=self.request_id, known=self.known)
        with closing(sending.answers(self.remote.streaming)) as answers:
            for answered in answers:
                self._take(answered)
                self.result.done += 1
                advance(1)
                if stopped.is_set():
                    raise KeyboardInterrupt

    def _take(self, answered: SubjectAnswer) -> None:
        item, response, dossier = answered.item, answered.response, answered.dossier
        notes = 0 if dossier is None else len(dossier.notes)
        if response is not None and response.HasField("evaluation"):
            done = evaluation_outcome(item.key, response.evaluation, notes)
            if self.kept is not None:
                folder = self.kept.outputs.folder is not None
                text = as_json(response.evaluation) if folder else as_json(response.evaluation, indent=None)
                self.kept.answer(done, text)
        else:
            error = answered.error
            again, message, reason = False, "", ""
            if error is None and response is not None:
                refused = RemoteError(_status(response.error))
                again, violations = is_fault_of_service(refused.status), refused.violations()
                message, reason = refused.server_message(), refused.reason()
                if again and item.year:
                    self._waiting.add(subject_of(item))
                if violations and dossier is not None:
                    error = dossier.located(InputError(violations))
            problems = () if error is None else error.problems
            reason = problems[0].reason if problems else reason
            reason = reason or "UNKNOWN"
            written = {
                "path": item.path,
                "place": _place(item),
                "reason": reason,
                **({"message": message} if message and not problems else {}),
                "problems": [problem.render(item.path, requested_language()) for problem in problems[:_MOST_PROBLEMS]],
                **({"more": len(problems) - _MOST_PROBLEMS} if len(problems) > _MOST_PROBLEMS else {}),
            }
            first = "" if reason in self.result.tally.first_errors else _error_lines(written)[0]
            done = SubjectOutcome(item.key, error=reason, says=first, again=again, notes=notes)
            if self.kept is not None:
                self.kept.failed(done, written)
            else:
                self._show(written)
        self.result.tally.add(done)

    def _show(self, written: dict[str, Any]) -> None:
        for line in _error_lines(written):
            if self._printed_lines < _MOST_SHOWN:
                print_error(line)
            elif self._printed_lines == _MOST_SHOWN:
                print_error(in_language(_say("NOT_ALL_SHOWN"), requested_language()))
            self._printed_lines += 1


def _error_lines(written: dict[str, Any]) -> list[str]:
    """Say what is wrong with one subject, each problem with its place."""
    return written["problems"] or [f"{written['path']}: {written['place']}: {written['message']}"]


def _status(error: types_pb2.ItemError) -> status_pb2.Status:
    return status_pb2.Status(code=error.code, message=error.message, details=error.details)


def _place(item: BatchItem) -> str:
    place = item.position
    if place is None:
        return ""
    return place.cell if place.sheet else FilePosition(place.line, 0).cell
