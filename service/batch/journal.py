"""Which subjects of a batch are done, and where do their answers stand?

Each answer is written first and noted in the journal then. A line that was not finished is dropped when the batch is
taken up again, and what the results hold beyond the last note is cut off, so that nothing is there twice.
"""

from __future__ import annotations

import fcntl
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import orjson

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base.durable_files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one subject: its conclusion with its grade, stage or verdict, or the kind of its error.

    Where an answer `is_open`, it `waits` for these facts and quantities.

    One that failed for a reason of the server is `again` tried when the batch is taken up. `end` is the size of the
    results once its answer was written, `double_uses` how many the archive found. One that `is_gone` was stored by an
    earlier run, and withdrawn or corrected since.
    """

    key: str
    name: str = ""
    conclusion: str = ""
    answer: str = ""
    score: str = ""
    missing: tuple[str, ...] = ()
    is_open: bool = False
    waits: tuple[str, ...] = ()
    error: str = ""
    again: bool = False
    notes: int = 0
    remarks: int = 0
    double_uses: int = 0
    subject: str = ""
    is_gone: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class Outputs:
    """The files that a batch writes; results are one file of lines, or one file for each subject in a folder."""

    folder: Path | None
    results: Path | None
    errors: Path
    journal: Path
    summary: Path

    @classmethod
    def of(cls, out: Path) -> Outputs:
        """Name the files for `--out`: FILE.jsonl with others beside it, or a folder."""
        if out.suffix.lower() == ".jsonl":
            stem = out.with_suffix("")
            beside = (
                stem.with_name(f"{stem.name}.{part}") for part in ("errors.jsonl", "journal.jsonl", "summary.json")
            )
            return cls(None, out, *beside)
        return cls(out, None, *(out / name for name in ("errors.jsonl", "journal.jsonl", "summary.json")))


@dataclass
class Journal:
    """The files of one batch, open to go on; `done` says what earlier runs did, the last word on each subject."""

    outputs: Outputs
    head: dict[str, Any]
    resume: bool
    done: dict[str, Done] = field(default_factory=dict)

    def __enter__(self) -> Journal:
        """Open the files.

        Raises:
            InputError: the batch was begun before and is not to be resumed, or another batch stands there.
        """
        files = self.outputs
        files.journal.parent.mkdir(parents=True, exist_ok=True)
        begun = files.journal.exists() and files.journal.stat().st_size > 0
        if not begun:
            others = (file for file in (files.results, files.errors) if file is not None and file.exists())
            if (there := next(others, None)) is not None:
                _refuse(_say("NOT_RESUMABLE", path=there))
        self._journal = files.journal.open("a+b")
        try:
            fcntl.flock(self._journal, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._journal.close()
            _refuse(_say("BATCH_LOCKED", path=files.journal))
        try:
            end = self._take_up() if begun else 0
        except InputError:
            self._journal.close()
            raise
        if not begun:
            self._note(self.head)
        self._results: BinaryIO | None = None
        if files.results is not None:
            self._results = files.results.open("ab")
            self._results.truncate(end)
        self._keep_errors()
        self._errors = files.errors.open("ab")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in (self._results, self._errors, self._journal):
            if file is not None:
                file.close()

    def answer(self, done: Done, text: str) -> None:
        """Write the answer about a subject, then note it."""
        content = text.encode("utf-8")
        end = 0
        if self._results is not None:
            self._results.write(content.rstrip(b"\n") + b"\n")
            self._results.flush()
            end = self._results.tell()
        elif self.outputs.folder is not None:
            replace_file(self.outputs.folder / file_name(done.key), content, survive_power_loss=False)
        self._note({**asdict(done), "end": end})

    def failed(self, done: Done, error: dict[str, Any]) -> None:
        """Write the error about a subject, then note it."""
        self._errors.write(orjson.dumps({"key": done.key, **error}) + b"\n")
        self._errors.flush()
        end = 0 if self._results is None else self._results.tell()
        self._note({**asdict(done), "end": end})

    def _note(self, line: dict[str, Any]) -> None:
        self._journal.write(orjson.dumps(line) + b"\n")
        self._journal.flush()

    def _take_up(self) -> int:
        """Read the journal, and give the size that the results had at its last whole line."""
        path = self.outputs.journal
        end = whole = 0
        for number, (line, size) in enumerate(_lines(path)):
            if number == 0:
                self._compare(line)
            else:
                found = Done(**{**line, "missing": tuple(line["missing"]), "waits": tuple(line.get("waits", ()))})
                self.done[found.key] = found
                end = found.end
            whole = size
        self._journal.truncate(whole)
        self.done = {key: done for key, done in self.done.items() if not done.again}
        return end

    def _compare(self, head: dict[str, Any]) -> None:
        path = self.outputs.journal
        different = [name for name in self.head if head.get(name) != self.head[name]]
        if different:
            _refuse(_say("OTHER_BATCH", path=path, names=different))
        if not self.resume:
            _refuse(_say("BATCH_BEGUN", path=path))

    def _keep_errors(self) -> None:
        """Keep of the errors only those of subjects that are not tried again."""
        path = self.outputs.errors
        if not path.exists():
            return
        kept = [line for line, _ in _lines(path) if line.get("key") in self.done and self.done[line["key"]].error]
        last = {line["key"]: orjson.dumps(line) + b"\n" for line in kept}
        replace_file(path, b"".join(last.values()), survive_power_loss=False)


def file_name(subject: str) -> str:
    """Name the file of one subject: `organizations/a/subjects/b` becomes `a.b.json`, its year 2024 `a.b.2024.json`."""
    parts = subject.split("/")
    return f"{'.'.join((parts[1], *parts[3:]))}.json"


def _lines(path: Path) -> Iterator[tuple[dict[str, Any], int]]:
    """Give each whole line, and the size of the file up to its end; what was cut off in writing ends the file."""
    size = 0
    with path.open("rb") as file:
        for line in file:
            try:
                found = orjson.loads(line)
            except orjson.JSONDecodeError:
                return
            if not line.endswith(b"\n") or not isinstance(found, dict):
                return
            size += len(line)
            yield found, size


def _refuse(description: str) -> NoReturn:
    raise InputError((Violation("--out", description, "WRONG_VALUE"),))
