"""Whom would a draft move, from which grade to which, and by which rules?"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import polars as pl

from rules.columns.cells import CONCLUSION, GRADE, POSSIBLE_GRADES, STAGE, VERDICT, VERDICTS
from rules.contracts.canonical import canonical_bytes, digest
from rules.contracts.outcomes import NO_GRADE, ConclusionKind
from service.bulk.parts import PARTS, Folder
from service.bulk.replayed import BEFORE, MOVED, MOVED_BY, SUBJECT, WAITS_FOR, Replay
from service.bulk.replaying import ROWS, SEMANTICS, conclude_anew
from service.bulk.score_shifts import ScoreShifts
from service.bulk.sharing import software
from service.bulk.turns import CRITERIA, Turn, turns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from rules.contracts.canonical import Json
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard
    from service.bulk.archived import Page
    from service.bulk.result import BulkResult
    from service.gazette.versions import Gazette
    from service.store.listing import Position

WRITTEN = DOCUMENT, PAGE = "impact.json", "impact.html"
"""What is written beside the parts."""


class Direction(StrEnum):
    """What a move is to the subject; `OPEN` where what was certain is not, `OTHER` where neither side is better."""

    LOST = "lost"
    GAINED = "gained"
    OPEN = "open"
    OTHER = "other"


@dataclass(slots=True)
class Group:
    """Evaluations that move from the same answer to the same: by which criteria, and for which new facts they wait.

    Of a card without grades, stages and verdicts `turns` say how gates, findings and results come out otherwise.
    """

    before: str
    after: str
    direction: Direction
    count: int = 0
    criteria: Counter[str] = field(default_factory=Counter)
    turns: Counter[Turn] = field(default_factory=Counter)
    waits_for: Counter[str] = field(default_factory=Counter)
    sample: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Impact:
    """What a draft moves, those who lose first; `asked` says of whom that was asked."""

    version: str
    content_digest: str
    asked: str
    evaluations: int
    refused: int
    by_columns: int
    groups: tuple[Group, ...]
    shifts: ScoreShifts

    @property
    def moved(self) -> int:
        """How many evaluations are concluded otherwise."""
        return sum(group.count for group in self.groups)

    def count(self, direction: Direction) -> int:
        """Say how many move in a direction."""
        return sum(group.count for group in self.groups if group.direction is direction)

    def document(self) -> dict[str, Json]:
        """Write it for programs; the digest of these bytes stands in approvals."""
        return {
            "scorecardVersion": self.version,
            "contentDigest": self.content_digest,
            "asked": self.asked,
            "evaluations": self.evaluations,
            "refused": self.refused,
            "moved": self.moved,
            **{direction.value: self.count(direction) for direction in Direction},
            "groups": [
                {
                    "before": group.before,
                    "after": group.after,
                    "direction": f"DIRECTION_{group.direction.name}",
                    "count": group.count,
                    "criteria": _counted(group.criteria, "id"),
                    "turns": [
                        {"part": one.part, "id": one.id, "before": one.before, "after": one.after, "count": count}
                        for one, count in most_common(group.turns)
                    ],
                    "waitsFor": _counted(group.waits_for, "factId"),
                    "sample": list(group.sample),
                }
                for group in self.groups
            ],
            "scoreShifts": self.shifts.document(),
        }

    @property
    def digest(self) -> str:
        """The digest of the document."""
        return digest(canonical_bytes(self.document()))


def _counted(counts: Counter[str], name: str) -> list[Json]:
    return [{name: id, "count": count} for id, count in counts.most_common()]


def most_common(counts: Counter[Turn]) -> list[tuple[Turn, int]]:
    """Give what turned most often first, of the same number in the order of parts and ids."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def conclude_impact(  # noqa: PLR0913 -- one for each option of the command
    page: Callable[[Position | None], Page | None],
    draft: Published,
    out: Path,
    *,
    gazette: Gazette,
    asked: str,
    as_of: date | None,
    resume: bool,
    processes: int | None,
    language: str,
    label: str,
) -> BulkResult:
    """Conclude evaluations anew under a draft: by columns, and by the exact core what moves or is open.

    `as_of` is the day for which all of them were made, if there is one.

    Raises:
        InputError: the folder cannot be accepted.
        EngineDisagreement: the evaluators of the core differ on an evaluation, or columns and core do.
    """
    folder = Folder(out, "parquet")
    head = folder.begin(
        {
            "replay": SEMANTICS,
            "organization": asked,
            **({"asOf": as_of.isoformat()} if as_of else {}),
            "scorecard": draft.name,
            "contentDigest": draft.content_digest,
            "form": "parquet",
            "language": language,
            "evaluationsInPart": ROWS,
            "software": software(),
        },
        resume=resume,
    )
    run = Replay(gazette.folder.absolute(), draft, False, folder.absolute(), language, reasons=True)
    return conclude_anew(run, head, page, folder, processes=processes, label=label)


def impact_of(out: Path, draft: Published, result: BulkResult, *, sample: int, names: bool) -> Impact:
    """Sum up what a run found; names of subjects are told only if they are asked for, and of each group only some."""
    groups: dict[tuple[str, str, Direction], Group] = {}
    answer, shifts = Answer(draft.scorecard), ScoreShifts()
    for part in parts_of(out, result):
        shifts.add(part, answer.stays, sample if names else 0)
        for row in part.filter(pl.col(MOVED)).iter_rows(named=True):
            key = answer.move(row)
            group = groups.setdefault(key, Group(*key))
            group.count += 1
            group.turns.update(_turned(row))
            group.criteria.update(_listed(row[MOVED_BY]))
            group.waits_for.update(_listed(row[WAITS_FOR]))
            if names and len(group.sample) < sample:
                group.sample.append(row[SUBJECT])
    order = list(Direction)
    found = sorted(groups.values(), key=lambda one: (order.index(one.direction), -one.count, one.before, one.after))
    manifest = result.manifest
    return Impact(
        draft.name,
        draft.content_digest,
        str(manifest["organization"]),
        manifest["evaluations"],
        manifest["refused"],
        manifest["byColumns"],
        tuple(found),
        shifts,
    )


def parts_of(out: Path, result: BulkResult) -> Iterator[pl.DataFrame]:
    """Read the parts of a run, a row for each evaluation."""
    return (pl.read_parquet(out / PARTS / part.file) for part in result.parts)


def _turned(row: Mapping[str, Any]) -> tuple[Turn, ...]:
    return turns(row.get(CRITERIA + BEFORE), row)


def _listed(text: str | None) -> Iterable[str]:
    return text.split(";") if text else ()


class Answer:
    """What an evaluation answers in a word, and which answer is better."""

    def __init__(self, card: Scorecard) -> None:
        """Take the ladder, the verdicts or the stages of a card."""
        if card.ladder is not None:
            self._cell, self._best = GRADE, [*(grade.id for grade in card.ladder.grades), NO_GRADE]
        elif card.verdicts is not None:
            self._cell, self._best = VERDICT, list(reversed(VERDICTS))
        elif card.stages is not None:
            self._cell, self._best = STAGE, [stage.id for stage in card.stages.stages]
        else:
            self._cell, self._best = CONCLUSION, [ConclusionKind.SCORED.value, ConclusionKind.GATE_FAILED.value]

    def move(self, row: Mapping[str, Any]) -> tuple[str, str, Direction]:
        """Give the answer before and after an evaluation moved, and in which direction it did."""
        before, after = self.of(row, BEFORE), self.of(row, "")
        return before, after, self._direction(before, after, _turned(row))

    def stays(self, row: Mapping[str, Any]) -> bool:
        """Say whether the answer is the same before and after."""
        return self.of(row, BEFORE) == self.of(row, "")

    def of(self, row: Mapping[str, Any], affix: str) -> str:
        """Give the answer before or after; where it is open what stays possible, or else the kind of conclusion."""
        found = row.get(self._cell + affix) or row.get(POSSIBLE_GRADES + affix) or row[CONCLUSION + affix]
        return str(found)

    def _direction(self, before: str, after: str, turned: Iterable[Turn]) -> Direction:
        """Say which of two answers is better; of the same answer, whether all that turned is for the better."""
        if before in self._best and after in self._best:
            one, other = self._best.index(before), self._best.index(after)
            if one != other:
                return Direction.GAINED if other < one else Direction.LOST
        elif before in self._best and after != ConclusionKind.NOT_APPLICABLE:
            return Direction.OPEN
        steps = {turn.step for turn in turned}
        if -1 in steps:
            return Direction.OTHER if 1 in steps else Direction.LOST
        if 0 in steps:
            return Direction.OPEN
        return Direction.GAINED if 1 in steps else Direction.OTHER
