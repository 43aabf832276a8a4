"""Batch results: outcome of each subject, output files and summary counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import orjson

from rules.contracts import InputError, format_exact, message_factory, parse_exact
from service.base.durable_files import Journal, is_begun, replace_file, whole_lines
from service.output.mapping.mapper import word_of
from service.output.report.double_use import double_uses
from service.output.result_status import is_in_effect
from touchstone.v1 import evaluation_pb2

_message = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class SubjectOutcome:
    """Outcome for one subject: conclusion or kind of error.

    An undetermined answer (`is_open`) `waits` for facts and quantities. Server errors are tried `again` on resuming.
    `end` is the results file size. `is_gone` means that the stored result was withdrawn or corrected. `says` is set for
    the first error of its kind.
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
    says: str = ""
    again: bool = False
    notes: int = 0
    remarks: int = 0
    double_uses: int = 0
    subject: str = ""
    is_gone: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class Outputs:
    """Files of a batch: one JSON Lines file `results`, or one file per subject in `folder`."""

    folder: Path | None
    results: Path | None
    errors: Path
    journal: Path
    summary: Path

    @classmethod
    def of(cls, out: Path) -> Outputs:
        if out.suffix.lower() == ".jsonl":
            stem = out.with_suffix("")
            companions = (
                stem.with_name(f"{stem.name}.{part}") for part in ("errors.jsonl", "journal.jsonl", "summary.json")
            )
            return cls(None, out, *companions)
        return cls(out, None, *(out / name for name in ("errors.jsonl", "journal.jsonl", "summary.json")))


class BatchWriter:
    """Open files of a batch; `done` has the last outcome of each subject not to be retried."""

    def __init__(self, outputs: Outputs, head: dict[str, Any], *, resume: bool) -> None:
        self.outputs = outputs
        if not is_begun(outputs.journal):
            others = (file for file in (outputs.results, outputs.errors) if file is not None and file.exists())
            if (existing := next(others, None)) is not None:
                raise InputError.of("--out", _message("NOT_RESUMABLE", path=existing), "WRONG_VALUE")
        self._journal = Journal(outputs.journal, head, resume=resume)
        outcomes = [_parse_outcome(line) for line in self._journal.lines]
        self.done = {key: done for key, done in {entry.key: entry for entry in outcomes}.items() if not done.again}
        self._results: BinaryIO | None = None
        if outputs.results is not None:
            self._results = outputs.results.open("ab")
            end = outcomes[-1].end if outcomes else 0
            self._results.seek(self._results.truncate(end))  # answers without a journal line are written again
        self._prune_errors()
        self._errors = outputs.errors.open("ab")

    def __enter__(self) -> BatchWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for file in (self._results, self._errors):
            if file is not None:
                file.close()
        self._journal.close()

    def answer(self, done: SubjectOutcome, text: str) -> None:
        content = text.encode("utf-8")
        if self._results is not None:
            self._results.write(content.rstrip(b"\n") + b"\n")
            self._results.flush()
        elif self.outputs.folder is not None:
            replace_file(self.outputs.folder / file_name(done.key), content, survive_power_loss=False)
        self._note(done)

    def failed(self, done: SubjectOutcome, error: dict[str, Any]) -> None:
        self._errors.write(orjson.dumps({"key": done.key, **error}) + b"\n")
        self._errors.flush()
        self._note(done)

    def _note(self, done: SubjectOutcome) -> None:
        end = 0 if self._results is None else self._results.tell()
        self._journal.note({**asdict(done), "end": end})

    def _prune_errors(self) -> None:
        path = self.outputs.errors
        if path.exists():
            retained = [
                line for line, _ in whole_lines(path) if (done := self.done.get(line.get("key", ""))) and done.error
            ]
            last = {line["key"]: orjson.dumps(line) + b"\n" for line in retained}
            replace_file(path, b"".join(last.values()), survive_power_loss=False)


def _parse_outcome(line: dict[str, Any]) -> SubjectOutcome:
    return SubjectOutcome(**{**line, "missing": tuple(line["missing"]), "waits": tuple(line["waits"])})


def file_name(subject: str) -> str:
    """Return the file name of a subject, such as `a.b.json` or `a.b.2024.json`."""
    parts = subject.split("/")
    return f"{'.'.join((parts[1], *parts[3:]))}.json"


_RECORD_KEY = re.compile(r"\[.*\]")
_MAX_LISTED_FACTS = 10
_MAX_LISTED_SUBJECTS = 20


@dataclass(slots=True)
class Tally:
    """Summary counts; memory depends only on the kinds of answers."""

    conclusions: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    first_errors: dict[str, str] = field(default_factory=dict)
    scores: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    waits: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    remarks: int = 0
    double_uses: int = 0
    gone: list[str] = field(default_factory=list)
    """Results no longer valid; excluded from other counts."""
    doubled: set[str] = field(default_factory=set)

    def add(self, done: SubjectOutcome) -> None:
        self.notes += done.notes
        self.remarks += done.remarks
        if done.error:
            self.errors[done.error] += 1
            if done.says:
                self.first_errors.setdefault(done.error, done.says)
            return
        if done.is_gone:
            self.gone.append(done.subject)
            return
        self.conclusions[done.conclusion, done.answer, done.is_open] += 1
        if done.double_uses:
            self.double_uses += done.double_uses
            self.doubled.add(done.subject or done.key)
        if done.score:
            self.scores[done.score] += 1
        # Several records that lack a fact count as one subject.
        self.missing.update({_RECORD_KEY.sub("[]", id) for id in done.missing})
        self.waits.update({_RECORD_KEY.sub("[]", id) for id in done.waits})

    @property
    def doubled_named(self) -> list[str]:
        return sorted(self.doubled)[:_MAX_LISTED_SUBJECTS]

    @property
    def gone_named(self) -> list[str]:
        return sorted(set(self.gone))[:_MAX_LISTED_SUBJECTS]

    @property
    def evaluated(self) -> int:
        return self.conclusions.total()

    @property
    def failed(self) -> int:
        return self.errors.total()

    def figures(self) -> dict[str, str]:
        ordered = sorted((parse_exact(text), count) for text, count in self.scores.items())
        if not ordered:
            return {}
        total = self.scores.total()
        middle = (_value_at_rank(ordered, (total - 1) // 2) + _value_at_rank(ordered, total // 2)) / 2
        score_figures = {"minimum": ordered[0][0], "median": middle, "maximum": ordered[-1][0]}
        return {name: format_exact(value) for name, value in score_figures.items()}

    def most_missing(self) -> list[tuple[str, int]]:
        return _most_common(self.missing)

    def most_waited_for(self) -> list[tuple[str, int]]:
        return _most_common(self.waits)

    def plain(self) -> dict[str, Any]:
        ordered = sorted(self.conclusions.items())
        return {
            "doubleUses": {"subjects": len(self.doubled), "count": self.double_uses, "named": self.doubled_named},
            "notStanding": {"count": len(self.gone), "named": self.gone_named},
            "evaluated": self.evaluated,
            "failed": self.failed,
            "conclusions": [
                {
                    "conclusion": f"KIND_{kind.upper()}",
                    **({"answer": answer} if answer else {}),
                    **({"open": True} if is_open else {}),
                    "count": count,
                }
                for (kind, answer, is_open), count in ordered
            ],
            "errors": [
                {"reason": reason, "count": count, "first": self.first_errors.get(reason, "")}
                for reason, count in sorted(self.errors.items())
            ],
            "score": {"known": self.scores.total(), **self.figures()},
            "missing": [{"factId": fact, "count": count} for fact, count in self.most_missing()],
            "waitsFor": [{"id": id, "count": count} for id, count in self.most_waited_for()],
            "notes": self.notes,
            "remarks": self.remarks,
        }


def _most_common(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MAX_LISTED_FACTS]


def _value_at_rank(ordered: list[tuple[Fraction, int]], rank: int) -> Fraction:
    for value, count in ordered:
        if rank < count:
            return value
        rank -= count
    raise IndexError(rank)


_MAX_STORED_FACTS = 50


def evaluation_outcome(key: str, evaluation: evaluation_pb2.Evaluation, notes: int) -> SubjectOutcome:
    """Return the outcome of an evaluation; `notes` counts notes on the dossier."""
    conclusion, missing = evaluation.record.conclusion, evaluation.record.open_facts
    exact = conclusion.score.exact
    kind = word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind)
    return SubjectOutcome(
        key,
        name=evaluation.name,
        conclusion=kind,
        answer=_conclusion_answer(conclusion, kind),
        score=exact.low if exact.low and exact.low == exact.high else "",
        missing=tuple(fact.fact_id for fact in missing)[:_MAX_STORED_FACTS],
        is_open=bool(evaluation.open_answers),
        waits=tuple(dict.fromkeys(_awaited_ids(evaluation)))[:_MAX_STORED_FACTS],
        notes=notes,
        remarks=len(evaluation.remarks),
        double_uses=len(double_uses(evaluation.archive_findings)),
        subject=evaluation.record.subject,
        is_gone=not is_in_effect(evaluation.status),
    )


def _awaited_ids(evaluation: evaluation_pb2.Evaluation) -> Iterator[str]:
    for answer in evaluation.open_answers:
        yield from (*answer.fact_ids, *answer.setting_ids)
        for value in answer.missing_values:
            yield value.quantity_id
        yield from answer.left_open_ids


def _conclusion_answer(conclusion: evaluation_pb2.Conclusion, kind: str) -> str:
    match kind:
        case "graded":
            return conclusion.grade
        case "scored":
            return conclusion.stage
        case "judged":
            return word_of(evaluation_pb2.Verdict, conclusion.verdict)
        case _:
            return ""
