"""Batch results: outcome of each subject, output files with a journal, and summary counts."""

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

from rules.contracts import InputError, Violation, format_exact, message_factory, parse_exact
from service.base.durable_files import Journal, is_begun, replace_file, whole_lines
from service.output.mapping.mapper import word_of
from service.output.report.double_use import double_uses
from service.output.result_status import is_in_effect
from touchstone.v1 import evaluation_pb2

_say = message_factory(__name__)


@dataclass(frozen=True, slots=True)
class SubjectOutcome:
    """What became of one subject: its conclusion with its grade, stage or verdict, or the kind of its error.

    An answer that `is_open` `waits` for facts and quantities. What failed for a reason of the server is `again` tried
    when the batch is taken up. `end` is the size of the results once the answer was written. One that `is_gone` was
    stored by an earlier run, and withdrawn or corrected since. The first with an error of its kind `says`
    what is wrong, and where.
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
            companions = (
                stem.with_name(f"{stem.name}.{part}") for part in ("errors.jsonl", "journal.jsonl", "summary.json")
            )
            return cls(None, out, *companions)
        return cls(out, None, *(out / name for name in ("errors.jsonl", "journal.jsonl", "summary.json")))


class BatchWriter:
    """The files of one batch, open to go on; `done` says what earlier runs did, the last word on each subject."""

    def __init__(self, outputs: Outputs, head: dict[str, Any], *, resume: bool) -> None:
        """Open the files."""
        self.outputs = outputs
        if not is_begun(outputs.journal):
            others = (file for file in (outputs.results, outputs.errors) if file is not None and file.exists())
            if (there := next(others, None)) is not None:
                raise InputError((Violation("--out", _say("NOT_RESUMABLE", path=there), "WRONG_VALUE"),))
        self._journal = Journal(outputs.journal, head, resume=resume)
        noted = [_parse_outcome(line) for line in self._journal.lines]
        self.done = {key: done for key, done in {entry.key: entry for entry in noted}.items() if not done.again}
        self._results: BinaryIO | None = None
        if outputs.results is not None:
            self._results = outputs.results.open("ab")
            end = noted[-1].end if noted else 0
            self._results.seek(self._results.truncate(end))  # what was written and not noted is written again
        self._keep_errors()
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
        """Write the answer about a subject, then note it."""
        content = text.encode("utf-8")
        if self._results is not None:
            self._results.write(content.rstrip(b"\n") + b"\n")
            self._results.flush()
        elif self.outputs.folder is not None:
            replace_file(self.outputs.folder / file_name(done.key), content, survive_power_loss=False)
        self._note(done)

    def failed(self, done: SubjectOutcome, error: dict[str, Any]) -> None:
        """Write the error about a subject, then note it."""
        self._errors.write(orjson.dumps({"key": done.key, **error}) + b"\n")
        self._errors.flush()
        self._note(done)

    def _note(self, done: SubjectOutcome) -> None:
        end = 0 if self._results is None else self._results.tell()
        self._journal.note({**asdict(done), "end": end})

    def _keep_errors(self) -> None:
        """Keep of the errors only those of subjects that are not tried again."""
        path = self.outputs.errors
        if path.exists():
            kept = [
                line for line, _ in whole_lines(path) if (done := self.done.get(line.get("key", ""))) and done.error
            ]
            last = {line["key"]: orjson.dumps(line) + b"\n" for line in kept}
            replace_file(path, b"".join(last.values()), survive_power_loss=False)


def _parse_outcome(line: dict[str, Any]) -> SubjectOutcome:
    return SubjectOutcome(**{**line, "missing": tuple(line["missing"]), "waits": tuple(line["waits"])})


def file_name(subject: str) -> str:
    """Name the file of one subject: `organizations/a/subjects/b` becomes `a.b.json`, its year 2024 `a.b.2024.json`."""
    parts = subject.split("/")
    return f"{'.'.join((parts[1], *parts[3:]))}.json"


_RECORD_KEY = re.compile(r"\[.*\]")
_MOST_MISSING = 10
_MOST_NAMED = 20
"""How many of the subjects with a double use are named."""


@dataclass(slots=True)
class Tally:
    """Counts that grow with the kinds of answers, not with their number."""

    conclusions: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    first_errors: dict[str, str] = field(default_factory=dict)
    """What the first error of each kind says, with its place."""
    scores: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    waits: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    remarks: int = 0
    double_uses: int = 0
    gone: list[str] = field(default_factory=list)
    """Subjects whose answer is a result of an earlier run that does not stand any more; they count nowhere else."""
    doubled: set[str] = field(default_factory=set)
    """The subjects of which double use was found, in whatever year."""

    def add(self, done: SubjectOutcome) -> None:
        """Count one subject."""
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
        # A fact that is missing in several records of one subject is missing for one subject.
        self.missing.update({_RECORD_KEY.sub("[]", id) for id in done.missing})
        self.waits.update({_RECORD_KEY.sub("[]", id) for id in done.waits})

    @property
    def doubled_named(self) -> list[str]:
        """Name the first of the subjects of which double use was found."""
        return sorted(self.doubled)[:_MOST_NAMED]

    @property
    def gone_named(self) -> list[str]:
        """Name the first of the subjects whose result does not stand any more."""
        return sorted(set(self.gone))[:_MOST_NAMED]

    @property
    def evaluated(self) -> int:
        """How many subjects were evaluated."""
        return self.conclusions.total()

    @property
    def failed(self) -> int:
        """How many could not be."""
        return self.errors.total()

    def figures(self) -> dict[str, str]:
        """Give the least, middle and greatest of the scores that are known exactly; nothing if there is none."""
        ordered = sorted((parse_exact(text), count) for text, count in self.scores.items())
        if not ordered:
            return {}
        total = self.scores.total()
        middle = (_value_at_rank(ordered, (total - 1) // 2) + _value_at_rank(ordered, total // 2)) / 2
        score_figures = {"minimum": ordered[0][0], "median": middle, "maximum": ordered[-1][0]}
        return {name: format_exact(value) for name, value in score_figures.items()}

    def most_missing(self) -> list[tuple[str, int]]:
        """List the facts that most subjects lack and that could still change their conclusion."""
        return _most_common(self.missing)

    def most_waited_for(self) -> list[tuple[str, int]]:
        """List the facts and quantities that answers of most subjects wait for."""
        return _most_common(self.waits)

    def plain(self) -> dict[str, Any]:
        """Give everything for programs."""
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
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_MISSING]


def _value_at_rank(ordered: list[tuple[Fraction, int]], place: int) -> Fraction:
    for value, count in ordered:
        if place < count:
            return value
        place -= count
    raise IndexError(place)


_MOST_MISSING_NAMED = 50


def evaluation_outcome(key: str, evaluation: evaluation_pb2.Evaluation, notes: int) -> SubjectOutcome:
    """Tell of an evaluation what a batch adds up; `notes` are how many were made in reading the dossier."""
    conclusion, missing = evaluation.record.conclusion, evaluation.record.open_facts
    exact = conclusion.score.exact
    kind = word_of(evaluation_pb2.Conclusion.Kind, conclusion.kind)
    return SubjectOutcome(
        key,
        name=evaluation.name,
        conclusion=kind,
        answer=_answer(conclusion, kind),
        score=exact.low if exact.low and exact.low == exact.high else "",
        missing=tuple(fact.fact_id for fact in missing)[:_MOST_MISSING_NAMED],
        is_open=bool(evaluation.open_answers),
        waits=tuple(dict.fromkeys(_waits(evaluation)))[:_MOST_MISSING_NAMED],
        notes=notes,
        remarks=len(evaluation.remarks),
        double_uses=len(double_uses(evaluation.archive_findings)),
        subject=evaluation.record.subject,
        is_gone=not is_in_effect(evaluation.status),
    )


def _waits(evaluation: evaluation_pb2.Evaluation) -> Iterator[str]:
    """Name what answers wait for: facts, settings, and quantities that no reference table gives or no rule says."""
    for answer in evaluation.open_answers:
        yield from (*answer.fact_ids, *answer.setting_ids)
        for value in answer.missing_values:
            yield value.quantity_id
        yield from answer.left_open_ids


def _answer(conclusion: evaluation_pb2.Conclusion, kind: str) -> str:
    """Give the grade, stage or verdict that a conclusion of this kind comes to, if it is one."""
    match kind:
        case "graded":
            return conclusion.grade
        case "scored":
            return conclusion.stage
        case "judged":
            return word_of(evaluation_pb2.Verdict, conclusion.verdict)
        case _:
            return ""
