"""How is a batch evaluated, and what is kept of each answer?"""

from __future__ import annotations

import signal
import sys
import threading
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from google.rpc import error_details_pb2, status_pb2
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, told
from service.answering.terminal.given_options import read_as_of
from service.answering.terminal.json_form import as_json
from service.answering.terminal.named_rules import read_known, rules_meant
from service.answering.terminal.output import RemoteError, asked_language, complain
from service.answering.terminal.own_server import own_server
from service.answering.terminal.remote import Remote
from service.base.refusals import Refusal
from service.base.status import is_fault_of_service
from service.batch.done import done_of
from service.batch.journal import Done, Journal, Outputs
from service.batch.sending import Answered, Sending, request_id_of
from service.batch.sources import opened_batch
from service.batch.tally import Tally
from service.batch.text import interrupted_text, words
from service.batch.years import subject_of
from service.reading.tree.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from rules.model.scorecard import Scorecard
    from service.batch.sources import Batch, Item
    from service.gazette.versions import Gazette
    from touchstone.v1 import types_pb2

_say = speaker(__name__)

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
    gazette: Gazette,
    server: str | None,
    out: Path | None,
    resume: bool,
    language: str,
    shows_progress: bool,
) -> BatchResult:
    """Evaluate the subjects of a folder, workbook, CSV or JSONL file through StreamEvaluateSubjects.

    Raises:
        InputError: an argument is malformed.
        PlacedError: the batch as a whole cannot be accepted.
        VersionError: there is no such version, or none in force.
        RemoteError: the server cannot be reached any more; what is done is noted.
        Refusal: no server could be started.
    """
    if as_of is None:
        description = _say("AS_OF_REQUIRED")
        raise InputError((Violation("--as-of", description, "REQUIRED"),))
    name = rules_meant(card, gazette)
    if isinstance(name, Path):
        description = _say("BATCH_OF_DRAFT")
        raise InputError((Violation("CARD", description, "WRONG_VALUE"),))
    if resume and out is None:
        raise InputError((Violation("--resume", _say("RESUME_NEEDS_OUT"), "REQUIRED"),))
    if out is not None:
        _check_out(out, source)
    instant = read_known(known)
    version = gazette.find(name, as_of=read_as_of(as_of), known=instant)
    with ExitStack() as parts:
        batch = parts.enter_context(opened_batch(source, version.scorecard, as_of=as_of, settings=settings))
        for path, note in batch.notes:
            complain(note.render(path, asked_language()))
        result = BatchResult(version.scorecard, card, as_of, batch.count)
        head = {"journal": 1, "batch": batch.digest, "scorecard": str(name), "as_of": as_of, "settings": settings}
        if known is not None:
            head["known"] = instant
        journal = None
        if out is not None:
            result.outputs = Outputs.of(out)
            journal = parts.enter_context(Journal(result.outputs, head, resume))
        address = server or parts.enter_context(own_server(gazette.folder))
        asked_known = "" if known is None else instant
        derive = partial(request_id_of, scorecard=str(name), as_of=as_of, settings=settings, known=asked_known)
        run = _Run(result, journal, Remote(address), str(name), derive, asked_known)
        advance = parts.enter_context(_progress(result.count, words(language)["progress"], shows_progress))
        try:
            run.work(batch, advance)
        except (RemoteError, Refusal):
            complain(interrupted_text(result, language))
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
class _Run:
    """Takes the answers of one batch and writes them down."""

    result: BatchResult
    journal: Journal | None
    remote: Remote
    scorecard: str
    request_id: Callable[[Item], str]
    known: str = ""
    _shown: int = 0
    _waiting: set[str] = field(default_factory=set)
    """Subjects of which a year is to be tried again, and the years after it with it."""

    def work(self, batch: Batch, advance: Callable[[int], None]) -> None:
        """Send what is not done yet; Ctrl-C ends it between two answers, and everything before is noted."""
        earlier = {} if self.journal is None else self.journal.done
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

    def _send(self, items: Iterator[Item], advance: Callable[[int], None], stopped: threading.Event) -> None:
        sending = Sending(items, scorecard=self.scorecard, request_id=self.request_id, known=self.known)
        with closing(sending.answers(self.remote.streaming)) as answers:
            for answered in answers:
                self._take(answered)
                self.result.done += 1
                advance(1)
                if stopped.is_set():
                    raise KeyboardInterrupt

    def _take(self, answered: Answered) -> None:
        item, response, dossier = answered.item, answered.response, answered.dossier
        notes = 0 if dossier is None else len(dossier.notes)
        if response is not None and response.HasField("evaluation"):
            done = done_of(item.key, response.evaluation, notes)
            if self.journal is not None:
                folder = self.journal.outputs.folder is not None
                text = as_json(response.evaluation) if folder else as_json(response.evaluation, indent=None)
                self.journal.answer(done, text)
        else:
            error = answered.error
            again, message, reason = False, "", ""
            if error is None and response is not None:
                again, message, reason = _failure(response.error)
                if again and item.year:
                    self._waiting.add(subject_of(item))
                remote = RemoteError(status_pb2.Status(details=response.error.details))
                violations = remote.violations()
                if violations and dossier is not None:
                    error = dossier.located(InputError(violations))
            problems = () if error is None else error.problems
            reason = problems[0].reason if problems else reason
            done = Done(item.key, error=reason or "UNKNOWN", again=again, notes=notes)
            written = {
                "path": item.path,
                "place": _place(item),
                "reason": done.error,
                **({"message": message} if message and not problems else {}),
                "problems": [problem.render(item.path, asked_language()) for problem in problems[:_MOST_PROBLEMS]],
                **({"more": len(problems) - _MOST_PROBLEMS} if len(problems) > _MOST_PROBLEMS else {}),
            }
            if self.journal is not None:
                self.journal.failed(done, written)
            else:
                self._show(written)
        self.result.tally.add(done)

    def _show(self, written: dict[str, Any]) -> None:
        lines = written["problems"] or [f"{written['path']}: {written['place']}: {written['message']}"]
        for line in lines:
            if self._shown < _MOST_SHOWN:
                complain(line)
            elif self._shown == _MOST_SHOWN:
                complain(told(_say("NOT_ALL_SHOWN"), asked_language()))
            self._shown += 1


def _failure(error: types_pb2.ItemError) -> tuple[bool, str, str]:
    """Say of the error of an item whether it is the server's, what it says, and its reason."""
    status = status_pb2.Status(code=error.code, message=error.message, details=error.details)
    information = error_details_pb2.ErrorInfo()
    reason = next((information.reason for detail in error.details if detail.Unpack(information)), "")
    return is_fault_of_service(status), RemoteError(status, error.message).said(), reason


def _place(item: Item) -> str:
    place = item.place
    if place is None:
        return ""
    return place.cell if place.sheet else Place(place.line, 0).cell


@contextmanager
def _progress(count: int, label: str, wanted: bool) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal, and nothing elsewhere."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=count)
        yield lambda steps: progress.advance(task, steps)
