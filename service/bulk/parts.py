"""Which parts of a run are done, and where does its answer stand? Each part is written whole, then noted."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from uuid import uuid4

import orjson
import polars as pl

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.base.durable_files import replace_file
from service.bulk.screening import BY, COLUMNS, CORE, REFUSED
from service.bulk.sources import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_say = speaker(__name__)

FORMS = ("parquet", "csv", "arrow")
RUN, MANIFEST, PARTS, STAGING = "run.json", "manifest.json", "parts", "staging"
_NOT_COMPARED = ("known", "storedBefore")
_UNFINISHED = ".unfinished"
_MOST_NAMED = 5
_ANSWERS = ("conclusion", "grade", "stage", "verdict")


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of the answer holds: how many subjects were told by whom, and what came out.

    `beyond` says why columns could not hold the card, if they could not. Of a replay `moves` are what was concluded
    otherwise, by cell, before and after, with how often, and the part reaches `until` this position of the archive.
    """

    number: int
    file: str
    digest: str
    subjects: int
    columns: int
    core: int
    refused: int
    answers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    beyond: str = ""
    refusals: tuple[tuple[str, str], ...] = ()
    moved: int = 0
    moves: tuple[tuple[str, str, str, int], ...] = ()
    until: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one run."""

    path: Path
    form: str

    @property
    def is_begun(self) -> bool:
        """Whether a run is noted there."""
        return (self.path / RUN).exists()

    def absolute(self) -> Folder:
        """Give the same folder by a path that holds in every process."""
        return Folder(self.path.absolute(), self.form)

    def begin(self, head: dict[str, Any], *, resume: bool) -> dict[str, Any]:
        """Note what a run is, or take up one that is the same; give what was noted.

        Raises:
            InputError: another run stands there, or the same one and it is not to be resumed.
        """
        noted = self.path / RUN
        if not self.is_begun:
            if self.path.is_dir() and any(entry.name != STAGING for entry in self.path.iterdir()):
                _refuse(_say("OUT_NOT_EMPTY", path=self.path))
            (self.path / PARTS).mkdir(parents=True, exist_ok=True)
            replace_file(noted, orjson.dumps(head, option=orjson.OPT_INDENT_2))
            return head
        try:
            before = orjson.loads(noted.read_bytes())
        except orjson.JSONDecodeError:
            _refuse(_say("RUN_DAMAGED", path=noted))
        different = [name for name in head if name not in _NOT_COMPARED and before.get(name) != head[name]]
        if different:
            _refuse(_say("OTHER_RUN", path=noted, names=different))
        if not resume:
            _refuse(_say("RUN_BEGUN", path=noted))
        found: dict[str, Any] = before
        return found

    def done(self, number: int) -> Part | None:
        """Give a part that is done; one whose file is not what was noted is done again."""
        noted = self._noted(number)
        if not noted.exists():
            return None
        try:
            found = orjson.loads(noted.read_bytes())
        except orjson.JSONDecodeError:
            return None
        listed = {name: tuple(map(tuple, found[name])) for name in ("refusals", "moves")}
        part = Part(**{**found, **listed, "until": tuple(found["until"])})
        file = self.path / PARTS / part.file
        return part if file.exists() and digest_of(file) == part.digest else None

    def write(self, number: int, answer: pl.DataFrame, beyond: str = "", **of_replay: Any) -> Part:
        """Write a part of the answer, then note it; `of_replay` are the fields of a part that a replay alone has."""
        file = self.path / PARTS / f"part-{number:05}.{self.form}"
        with _whole(file) as unfinished:
            match self.form:
                case "csv":
                    answer.write_csv(unfinished)
                case "arrow":
                    answer.write_ipc(unfinished, compression="zstd")
                case _:
                    # Whoever reads all of it gains nothing from statistics, which take a fifth of the time.
                    answer.write_parquet(unfinished, compression="zstd", compression_level=1, statistics=False)
        part = replace(_counted(number, file.name, digest_of(file), answer, beyond), **of_replay)
        with _whole(self._noted(number)) as unfinished:
            unfinished.write_bytes(orjson.dumps(asdict(part)))
        return part

    def finish(self, manifest: dict[str, Any]) -> None:
        """Write the manifest and remove what was staged.

        Raises:
            InputError: a part was written somewhere else.
        """
        missing = [part["file"] for part in manifest["parts"] if not (self.path / part["file"]).exists()]
        if missing:
            _refuse(_say("PARTS_NOT_HERE", path=self.path, files=missing[:_MOST_NAMED]))
        staging = self.path / STAGING
        left = [*(staging.iterdir() if staging.is_dir() else ()), *(self.path / PARTS).glob(f".*{_UNFINISHED}")]
        for file in left:
            file.unlink(missing_ok=True)
        if staging.is_dir():
            staging.rmdir()
        replace_file(self.path / MANIFEST, orjson.dumps(manifest, option=orjson.OPT_INDENT_2))

    def _noted(self, number: int) -> Path:
        return self.path / PARTS / f"part-{number:05}.json"


@contextmanager
def _whole(file: Path) -> Iterator[Path]:
    """Give a file to write, which then takes its place; a part may be begun again while another still writes it."""
    unfinished = file.with_name(f".{file.name}.{uuid4().hex}{_UNFINISHED}")
    yield unfinished
    unfinished.replace(file)


def _counted(number: int, file: str, digest: str, answer: pl.DataFrame, beyond: str) -> Part:
    by = dict(answer[BY].cast(pl.String).value_counts().rows())
    refused = answer.filter(pl.col(BY) == REFUSED).select(answer.columns[0], REFUSED).head(20)
    return Part(
        number=number,
        file=file,
        digest=digest,
        subjects=answer.height,
        columns=by.get(COLUMNS, 0),
        core=by.get(CORE, 0),
        refused=by.get(REFUSED, 0),
        answers={
            name: dict(answer[name].drop_nulls().cast(pl.String).value_counts().sort(name).rows())
            for name in _ANSWERS
            if name in answer.columns
        },
        beyond=beyond,
        refusals=tuple(refused.rows()),
    )


def summed(parts: list[Part]) -> dict[str, Any]:
    """Sum parts up."""
    answers: dict[str, Counter[str]] = {}
    for part in parts:
        for name, counted in part.answers.items():
            answers.setdefault(name, Counter()).update(counted)
    subjects, core = sum(part.subjects for part in parts), sum(part.core for part in parts)
    return {
        "byColumns": sum(part.columns for part in parts),
        "byCore": core,
        "refused": sum(part.refused for part in parts),
        "shareOfCore": f"{core / subjects:.4f}" if subjects else "0",
        "beyondColumns": next((part.beyond for part in parts if part.beyond), None),
        "answers": [
            {"cell": name, "answer": answer, "count": count}
            for name, counted in answers.items()
            for answer, count in sorted(counted.items())
        ],
    }


def _refuse(description: str) -> NoReturn:
    raise InputError((Violation("--out", description, "WRONG_VALUE"),))
